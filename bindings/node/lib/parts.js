"use strict";
// What hangs on codes: classes, subjects, documents, references, meanings, relations.

const { json } = require("./core.js");
const { tag } = require("./language.js");

/** The texts of a protocol in a language, each read once. */
const protocolTexts = keep((protocol, lang) => json.protocolTexts(protocol, lang));
/** The texts of a code in a language, each read once. */
const codeTexts = keep((code, lang) => json.codeTexts(code, lang));

/** Remembers answers by protocol or code, of which there are only so many, and language. */
function keep(read) {
  const answers = new Map();
  return (of, lang) => {
    const key = `${of} ${lang}`;
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = read(of, lang)));
    return answer;
  };
}

/** What a class and a subject have in common. */
class Group {
  #protocol;
  #list;
  #place;

  constructor(protocol, list, place, { id, digits, name }) {
    this.#protocol = protocol;
    this.#list = list;
    this.#place = place;
    this.id = id;
    this.digits = digits;
    this.name = name;
  }

  localName(lang) {
    return protocolTexts(this.#protocol, tag(lang))[this.#list][this.#place].localName;
  }

  text(lang) {
    return protocolTexts(this.#protocol, tag(lang))[this.#list][this.#place].text;
  }

  toString() {
    return `${this.id} ${this.name}`;
  }
}

/** The class of a code. */
class Class extends Group {
  constructor(protocol, place, fields) {
    super(protocol, "classes", place, fields);
    this.outcome = fields.outcome;
    this.retry = fields.retry;
    Object.freeze(this);
  }
}

/** The subject of a code. */
class Subject extends Group {
  constructor(protocol, place, fields) {
    super(protocol, "subjects", place, fields);
    Object.freeze(this);
  }
}

/** A document that defines codes. */
class Document {
  constructor({ id, title, url }) {
    this.id = id;
    this.title = title;
    this.url = url;
    Object.freeze(this);
  }

  toString() {
    return this.id;
  }
}

/** A place in a document that speaks of a code. */
class Reference {
  #label;

  constructor({ document, section, url, says, label }) {
    this.#label = label;
    this.document = new Document(document);
    this.section = section;
    this.url = url;
    this.says = says;
    Object.freeze(this);
  }

  toString() {
    return this.#label;
  }
}

/** A meaning that a document gives a code for particular commands. */
class Meaning {
  #code;
  #place;

  constructor(code, place, { commands, phrase, reference, outcome, retry }) {
    this.#code = code;
    this.#place = place;
    this.commands = commands;
    this.phrase = phrase;
    this.reference = new Reference(reference);
    this.outcome = outcome;
    this.retry = retry;
    Object.freeze(this);
  }

  text(lang) {
    return codeTexts(this.#code, tag(lang)).meanings[this.#place];
  }
}

/** A code that another one is related to, and how. */
class Related {
  #of;
  #place;
  #find;
  #code;

  /** `find` makes a code of a reference; asked only when the code is, since relations lead in circles. */
  constructor(of, place, { code, kind }, find) {
    this.#of = of;
    this.#place = place;
    this.#code = code;
    this.#find = find;
    this.kind = kind;
    Object.freeze(this);
  }

  get code() {
    return this.#find(this.#code);
  }

  text(lang) {
    return codeTexts(this.#of, tag(lang)).related[this.#place];
  }
}

module.exports = { Class, Document, Meaning, Reference, Related, Subject, codeTexts, protocolTexts };
