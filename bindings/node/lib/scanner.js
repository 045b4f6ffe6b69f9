"use strict";

const { freeze, json, text } = require("./core.js");
const { Answer } = require("./explanation.js");
const { builtin, rulesOf } = require("./rules.js");
const { bytes } = require("./bytes.js");
const { inspect } = require("./rendering.js");
const { wrongType } = require("./errors.js");

/** How much of a stream is read in one go: what is found in it is kept as long as any of its explanations is. */
const PIECE = 256 * 1024;

/** Appends what comes to its end in a piece of a stream. */
function push(native, rules, piece, list) {
  const found = bytes(piece, "a piece of a stream, as a string or bytes");
  for (let at = 0; at < found.length; at += PIECE) {
    new Answer(rules, text.push(native, rules.native, found.subarray(at, at + PIECE))).into(list);
  }
  return list;
}

/** Appends what the end of a stream brings to its end. */
function finish(native, rules, list) {
  return Object.freeze(new Answer(rules, text.finish(native, rules.native)).into(list));
}

/** One for all calls of `lines`: what native code has made for JavaScript stays until the program is back at its event loop. */
let scanner;

/** The explanations of what is found in a buffer. */
function lines(rules, buffer) {
  scanner ??= text.scanner();
  text.restart(scanner);
  return finish(scanner, rules, push(scanner, rules, buffer, []));
}

/** Finds the replies in a stream and explains them. */
class Scanner {
  #native = text.scanner();
  #rules;

  constructor(explainer) {
    this.#rules = explainer === undefined ? builtin : rulesOf.get(explainer);
    if (this.#rules === undefined) throw wrongType("an Explainer", explainer);
    Object.freeze(this);
  }

  push(chunk) {
    return Object.freeze(push(this.#native, this.#rules, chunk, []));
  }

  finish() {
    return finish(this.#native, this.#rules, []);
  }

  get counts() {
    return json.counts(this.#native);
  }

  [inspect]() {
    return `Scanner(line ${this.counts.lines})`;
  }
}

module.exports = { Scanner, lines };
