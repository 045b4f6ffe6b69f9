"use strict";
// Reasons, and the rules by which one sees them. Lists of them are in rules.js.

const { freeze, json, text } = require("./core.js");
const { columns, inspect, object } = require("./rendering.js");
const { tag } = require("./language.js");

/** Why a server did not take a message. */
class Reason {
  #rules;
  #place;
  #facts = null;
  #texts = new Map();

  /** The one at a place of a list. What there is to say is read when somebody asks: making the list takes milliseconds. */
  constructor(rules, place, id) {
    this.#rules = rules;
    this.#place = place;
    this.id = id;
    Object.freeze(this);
  }

  get #known() {
    return (this.#facts ??= json.reason(this.#rules.native, this.#place));
  }

  get outcome() {
    return this.#known.outcome;
  }

  get actors() {
    return this.#known.actors;
  }

  get retry() {
    return this.#known.retry;
  }

  get suppress() {
    return this.#known.suppress;
  }

  get codes() {
    return this.#known.codes;
  }

  get sparkpost() {
    return this.#known.sparkpost;
  }

  get sisimai() {
    return this.#known.sisimai;
  }

  get kumomta() {
    return this.#known.kumomta;
  }

  text(lang) {
    const asked = tag(lang);
    let found = this.#texts.get(asked);
    if (found === undefined) this.#texts.set(asked, (found = json.reasonTexts(this.#rules.native, this.#place, asked)));
    return found;
  }

  #render(lang, format, width = 0) {
    return text.renderReason(this.#rules.native, this.#place, tag(lang), format, width);
  }

  toText({ lang, width } = {}) {
    return this.#render(lang, "text", columns(width));
  }

  toMarkdown({ lang } = {}) {
    return this.#render(lang, "markdown");
  }

  toHtml({ lang } = {}) {
    return this.#render(lang, "html");
  }

  toObject({ lang } = {}) {
    return object(this.#render(lang, "json"));
  }

  toJSON() {
    return this.toObject();
  }

  toString() {
    return this.id;
  }

  [inspect]() {
    return `Reason(${this.id})`;
  }
}

/** By which words and codes a reason is seen. */
class Rule {
  constructor({ id, outcome, phrases, also, codes, from, examples }, reason) {
    this.id = id;
    this.reason = reason;
    this.outcome = outcome;
    this.phrases = phrases;
    this.also = also;
    this.codes = codes;
    this.from = from;
    this.examples = examples;
    Object.freeze(this);
  }

  toString() {
    return this.id;
  }

  [inspect]() {
    return `Rule(${this.id})`;
  }
}

module.exports = { Reason, Rule };
