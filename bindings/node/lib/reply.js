"use strict";

const { json } = require("./core.js");
const { bytes, copy } = require("./bytes.js");
const { optional } = require("./code.js");
const { inspect } = require("./rendering.js");

/** A reply that was read. */
class Reply {
  #bytes;
  #code;
  #enhancedCode;
  #text;

  constructor(reply) {
    const read = bytes(reply);
    const facts = json.readReply(read);
    this.#bytes = copy(read, ...facts.place);
    this.#code = facts.code;
    this.#enhancedCode = facts.enhancedCode;
    this.#text = facts.text;
    this.source = facts.source;
    this.number = facts.number;
    this.enhanced = facts.enhanced;
    this.command = facts.command;
    this.class = facts.class;
    this.lines = Object.freeze(facts.lines.map((line) => replyLine(line, copy(read, ...line.place))));
    this.faults = facts.faults;
    Object.freeze(this);
  }

  get code() {
    return optional(this.#code);
  }

  get enhancedCode() {
    return optional(this.#enhancedCode);
  }

  get bytes() {
    return copy(this.#bytes);
  }

  toString() {
    return this.#text;
  }

  [inspect]() {
    return `Reply(${this.number === null ? "-" : String(this.number).padStart(3, "0")}, ${this.enhanced ?? "-"})`;
  }
}

/** A line of one. What it has as bytes is handed out as a copy, since nothing can freeze bytes. */
function replyLine({ number, isContinued, enhanced, text }, own) {
  return Object.freeze({
    number,
    isContinued,
    enhanced,
    text,
    get bytes() {
      return copy(own);
    },
  });
}

function readReply(reply) {
  return new Reply(reply);
}

module.exports = { Reply, readReply };
