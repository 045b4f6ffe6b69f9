"use strict";

const { json, text } = require("./core.js");
const { all, optional } = require("./code.js");
const { columns, inspect, object } = require("./rendering.js");
const { groups } = require("./groups.js");
const { tag } = require("./language.js");
const { wrongType } = require("./errors.js");

/** What can be said of a well-formed code, known or not. */
class Interpretation {
  #entry;

  constructor(protocol, code) {
    const facts = json.interpretation(protocol, code);
    this.#entry = facts.entry;
    const own = groups(facts.protocol);
    this.protocol = facts.protocol;
    this.code = facts.code;
    this.number = facts.number;
    this.isRegistered = facts.isRegistered;
    this.class = own.class(facts.class);
    this.subject = own.subject(facts.subject);
    this.outcome = facts.outcome;
    this.retry = facts.retry;
    Object.freeze(this);
  }

  get entry() {
    return optional(this.#entry);
  }

  gist(lang) {
    return text.gist(this.protocol, this.code, tag(lang));
  }

  nearest(count = 3) {
    if (!Number.isInteger(count) || count < 0) throw wrongType("a count", count);
    return all(text.nearest(this.protocol, this.code, Math.min(count, 0xffffffff)));
  }

  #render(lang, format, width = 0) {
    return text.renderInterpretation(this.protocol, this.code, tag(lang), format, width);
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
    return this.code;
  }

  [inspect]() {
    return `Interpretation(${this.protocol}:${this.code})`;
  }
}

module.exports = { Interpretation };
