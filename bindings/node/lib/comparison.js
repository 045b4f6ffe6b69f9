"use strict";

const { json, text } = require("./core.js");
const { Code, find, optional } = require("./code.js");
const { columns, inspect, object } = require("./rendering.js");
const { tag } = require("./language.js");
const { wrongType } = require("./errors.js");

/** A code that a caller passes itself or names by a reference; it must be in the dataset. */
function known(code) {
  if (code instanceof Code) return code.toString();
  if (typeof code !== "string") throw wrongType("a Code or a reference such as 'smtp:450'", code);
  return text.known(code);
}

/** Two codes against each other, in a language. */
class Comparison {
  #believed;

  constructor(a, b, lang) {
    const facts = json.comparison(known(a), known(b), tag(lang));
    this.#believed = facts.believed;
    this.a = find(facts.a);
    this.b = find(facts.b);
    this.lang = facts.lang;
    this.lead = facts.lead;
    this.summary = facts.summary;
    this.relation = facts.relation === null ? null : this.a.related[facts.relation];
    this.facets = facts.facets;
    this.differences = facts.differences;
    this.choose = facts.choose;
    const both = [...this.a.references, ...this.b.references];
    this.references = Object.freeze(facts.references.map((place) => both[place]));
    this.pairing = facts.pairing;
    Object.freeze(this);
  }

  get believed() {
    return optional(this.#believed);
  }

  swapped() {
    return new Comparison(this.b, this.a, this.lang);
  }

  #render(format, width = 0) {
    return text.renderComparison(String(this.a), String(this.b), this.lang, format, width);
  }

  toText({ width } = {}) {
    return this.#render("text", columns(width));
  }

  toMarkdown() {
    return this.#render("markdown");
  }

  toHtml() {
    return this.#render("html");
  }

  toObject() {
    return object(this.#render("json"));
  }

  toJSON() {
    return this.toObject();
  }

  toString() {
    return this.summary;
  }

  [inspect]() {
    return `Comparison(${this.a}, ${this.b}, ${this.lang})`;
  }
}

module.exports = { Comparison };
