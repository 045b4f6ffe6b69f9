"use strict";

const { all, one } = require("./explanation.js");
const { Scanner, lines } = require("./scanner.js");
const { builtin, matching, rulesOf, withFiles } = require("./rules.js");
const { inspect } = require("./rendering.js");
const { wrongType } = require("./errors.js");

/** Explains replies by a list of rules. */
class Explainer {
  #rules;

  constructor(files) {
    const rules = withFiles(files);
    if (rules === builtin && own !== undefined) return own;
    this.#rules = rules;
    rulesOf.set(this, rules);
    Object.freeze(this);
  }

  get reasons() {
    return this.#rules.reasons;
  }

  get rules() {
    return this.#rules.rules;
  }

  explain(reply) {
    return one(this.#rules, reply);
  }

  explainMany(replies) {
    return all(this.#rules, replies);
  }

  explainLines(buffer) {
    return lines(this.#rules, buffer);
  }

  matchingRules(reply) {
    return matching(this.#rules, reply);
  }

  scanner() {
    return new Scanner(this);
  }

  [inspect]() {
    return `Explainer(${this.#rules === builtin ? "" : `${this.reasons.length} reasons, ${this.#rules.about.rules} rules`})`;
  }
}

/** The one of the dataset, of which there is one. */
let own;
own = new Explainer();

function explain(reply) {
  return one(builtin, reply);
}

function explainMany(replies) {
  return all(builtin, replies);
}

function explainLines(buffer) {
  return lines(builtin, buffer);
}

const { reasons } = builtin;

function reason(id) {
  if (typeof id !== "string") throw wrongType("the id of a reason, as a string", id);
  return reasons.find((one) => one.id === id) ?? null;
}

module.exports = { Explainer, explain, explainLines, explainMany, reason, reasons };
