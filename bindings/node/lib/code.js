"use strict";

const { json, text } = require("./core.js");
const { tag } = require("./language.js");
const { Meaning, Reference, Related, codeTexts } = require("./parts.js");
const { columns, inspect, object } = require("./rendering.js");
const { groups } = require("./groups.js");

/** The codes that were asked for, by their references: there is one object for each. */
const codes = new Map();

/** The object of the code with a reference that the core has written. */
function find(reference) {
  let code = codes.get(reference);
  if (code === undefined) codes.set(reference, (code = new Code(json.code(reference))));
  return code;
}

/** The same, or null. */
function optional(reference) {
  return reference === null ? null : find(reference);
}

/** Several. */
function all(references) {
  return Object.freeze(references.map(find));
}

/** A code of the dataset. */
class Code {
  #reference;
  #detail;
  #views;
  #through;
  #namesakes;

  constructor(facts) {
    this.#reference = facts.reference;
    this.#detail = facts.detail;
    this.#views = facts.views;
    this.#through = facts.through;
    this.#namesakes = facts.namesakes;
    const own = groups(facts.protocol);
    this.protocol = facts.protocol;
    this.code = facts.code;
    this.number = facts.number;
    this.name = facts.name;
    this.constant = facts.constant;
    this.mention = facts.mention;
    this.aliases = facts.aliases;
    this.phrase = facts.phrase;
    this.class = own.class(facts.class);
    this.subject = own.subject(facts.subject);
    this.outcome = facts.outcome;
    this.status = facts.status;
    this.vendor = facts.vendor;
    this.retry = facts.retry;
    this.actors = facts.actors;
    this.connection = facts.connection;
    this.commands = facts.commands;
    this.meanings = Object.freeze(facts.meanings.map((of, place) => new Meaning(facts.reference, place, of)));
    this.references = Object.freeze(facts.references.map((of) => new Reference(of)));
    this.related = Object.freeze(facts.related.map((of, place) => new Related(facts.reference, place, of, find)));
    this.examples = facts.examples;
    this.isSuccess = facts.isSuccess;
    this.isTransient = facts.isTransient;
    this.isPermanent = facts.isPermanent;
    this.shouldRetry = facts.shouldRetry;
    this.classes = Object.freeze(facts.classes.map(own.class));
    this.limitedBy = facts.limitedBy && new Reference(facts.limitedBy);
    this.isMeant = facts.isMeant;
    this.isInUse = facts.isInUse;
    Object.freeze(this);
  }

  get detail() {
    return optional(this.#detail);
  }

  get views() {
    return all(this.#views);
  }

  get namesakes() {
    return all(this.#namesakes);
  }

  through(digit) {
    return Number.isInteger(digit) ? optional(this.#through[digit] ?? null) : null;
  }

  text(lang) {
    return codeTexts(this.#reference, tag(lang)).text;
  }

  note(lang) {
    return codeTexts(this.#reference, tag(lang)).note;
  }

  toText({ lang, width } = {}) {
    return text.renderCode(this.#reference, tag(lang), "text", columns(width));
  }

  toMarkdown({ lang } = {}) {
    return text.renderCode(this.#reference, tag(lang), "markdown", 0);
  }

  toHtml({ lang } = {}) {
    return text.renderCode(this.#reference, tag(lang), "html", 0);
  }

  toObject({ lang } = {}) {
    return object(text.renderCode(this.#reference, tag(lang), "json", 0));
  }

  // JSON.stringify passes the key that the code stands under, which is no language.
  toJSON() {
    return this.toObject();
  }

  toString() {
    return this.#reference;
  }

  [inspect]() {
    return `Code(${this.#reference})`;
  }
}

module.exports = { Code, all, find, optional };
