"use strict";

const { freeze, json, text } = require("./core.js");
const { all } = require("./code.js");
const { columns, inspect, object } = require("./rendering.js");
const { groups } = require("./groups.js");
const { tag } = require("./language.js");
const { wrongType } = require("./errors.js");

/** Codes that share a class, a subject or both. */
class Family {
  #name;
  #codes;

  constructor(facts) {
    this.#name = facts.name;
    this.#codes = facts.codes;
    const own = groups(facts.protocol);
    this.protocol = facts.protocol;
    this.class = own.class(facts.class);
    this.subject = own.subject(facts.subject);
    this.outcome = facts.outcome;
    this.retry = facts.retry;
    Object.freeze(this);
  }

  /** The one that a text names, or null. */
  static find(protocol, of) {
    if (typeof of !== "string") throw wrongType("a class and subject, as a string", of);
    const facts = json.family(protocol, of);
    return facts === null ? null : new Family(facts);
  }

  get codes() {
    return all(this.#codes);
  }

  texts(lang) {
    return freeze(text.familyTexts(this.protocol, this.#name, tag(lang)));
  }

  #render(lang, format, width = 0) {
    return text.renderFamily(this.protocol, this.#name, tag(lang), format, width);
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
    return this.#name;
  }

  [inspect]() {
    return `Family(${this.protocol}:${this.#name})`;
  }
}

module.exports = { Family };
