"use strict";

const { json, text } = require("./core.js");
const { EXPECTED, bytes, copy, view } = require("./bytes.js");
const { find } = require("./code.js");
const { columns, inspect, object } = require("./rendering.js");
const { tag } = require("./language.js");
const { wrongItem, wrongType } = require("./errors.js");

/** How many bytes a row has, and what stands in it for a number or a place that isn't there: see `Answer` in src/explain.rs. */
const ROW = 40;
const NONE = 0xffff;

/** How much is explained in one go: what is kept of it stays as long as any of its explanations does. */
const REPLIES = 1024;
const BYTES = 64 * 1024;

/** The ids that stand in a row by their places among all of them, counted from 1. */
const ids = json.explaining();
const byPlace = (list) => Object.freeze([null, ...list]);
const outcomes = byPlace(ids.outcomes);
const evidence = byPlace(ids.evidence);
const retries = byPlace(ids.retries);
const suppress = byPlace(ids.suppress);

/** Lists, of which there are only so many: of notes a bit each, of actors four. */
const notesByBits = new Map();
const actorsByPlaces = new Map();

function notes(bits) {
  let found = notesByBits.get(bits);
  if (found === undefined) {
    notesByBits.set(bits, (found = Object.freeze(ids.notes.filter((_, bit) => bits & (1 << bit)))));
  }
  return found;
}

function actors(places) {
  let found = actorsByPlaces.get(places);
  if (found === undefined) {
    const list = [];
    for (let rest = places; rest > 0; rest >>>= 4) list.push(ids.actors[(rest & 15) - 1]);
    actorsByPlaces.set(places, (found = Object.freeze(list)));
  }
  return found;
}

/** What the native half answers: replies, their rows, and how many those are. The explanations of one answer share it. */
class Answer {
  constructor(rules, buffer) {
    this.rules = rules;
    this.bytes = buffer;
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    this.count = this.view.getUint32(buffer.length - 4, true);
    this.rows = buffer.length - 4 - this.count * ROW;
  }

  /** Appends the explanations. */
  into(list) {
    const end = this.bytes.length - 4;
    for (let row = this.rows; row < end; row += ROW) list.push(new Explanation(this, row));
    return list;
  }
}

/** What a reply means and what to do. It is read out of the answer when somebody asks: of many explanations few are looked at closely. */
class Explanation {
  #answer;
  #row;

  constructor(answer, row) {
    this.#answer = answer;
    this.#row = row;
    Object.freeze(this);
  }

  #small(at) {
    const number = this.#answer.view.getUint16(this.#row + at, true);
    return number === NONE ? null : number;
  }

  #flag(bit) {
    return (this.#answer.view.getUint8(this.#row + 14) & (1 << bit)) !== 0;
  }

  #id(list, at) {
    return list[this.#answer.view.getUint8(this.#row + at)];
  }

  /** The bytes, which are not to be handed out. */
  get #bytes() {
    const { bytes, rows, view } = this.#answer;
    const start = this.#row === rows ? 0 : view.getUint32(this.#row - ROW + 28, true);
    return bytes.subarray(start, view.getUint32(this.#row + 28, true));
  }

  get line() {
    return this.#answer.view.getFloat64(this.#row + 32, true) || null;
  }

  get text() {
    return text.rowText(this.#bytes);
  }

  get bytes() {
    return copy(this.#bytes);
  }

  get number() {
    return this.#small(0);
  }

  get code() {
    return this.#flag(0) ? find(`smtp:${this.number}`) : null;
  }

  get enhanced() {
    const first = this.#small(8);
    return first === null ? null : `${first}.${this.#small(10)}.${this.#small(12)}`;
  }

  get enhancedCode() {
    return this.#flag(1) ? find(`smtp-enhanced:${this.enhanced}`) : null;
  }

  get command() {
    return text.command(this.#bytes);
  }

  get reason() {
    const place = this.#small(4);
    return place === null ? null : this.#answer.rules.reasons[place];
  }

  get rule() {
    const place = this.#small(6);
    return place === null ? null : this.#answer.rules.rule(place);
  }

  get outcome() {
    return this.#id(outcomes, 15);
  }

  get evidence() {
    return this.#id(evidence, 16);
  }

  get actors() {
    return actors(this.#answer.view.getUint32(this.#row + 20, true));
  }

  get retry() {
    return this.#id(retries, 17);
  }

  get retryAfter() {
    const more = this.#answer.view.getUint32(this.#row + 24, true);
    return more === 0 ? null : more - 1;
  }

  get suppress() {
    return this.#id(suppress, 18);
  }

  get notes() {
    return notes(this.#answer.view.getUint16(this.#row + 2, true));
  }

  get isDamaged() {
    return this.#flag(2);
  }

  toText({ lang, width } = {}) {
    return text.renderExplanation(this.#answer.rules.native, this.#bytes, this.#flag(3), tag(lang), columns(width));
  }

  toObject() {
    return object(text.row(this.#answer.rules.native, this.#bytes, this.#flag(3), this.line));
  }

  toJSON() {
    return this.toObject();
  }

  toString() {
    return this.text;
  }

  [inspect]() {
    return `Explanation(${this.reason ?? "-"}, ${this.outcome ?? "-"})`;
  }
}

/** The explanation of a reply. */
function one(rules, reply) {
  const found = bytes(reply);
  return new Answer(rules, text.explainMany(rules.native, found, Uint32Array.of(found.length))).into([])[0];
}

/** The explanations of many replies: with a call of the native half for hundreds of them, since each costs as much as a reply. */
function all(rules, replies) {
  const isOne = typeof replies === "string" || view(replies) !== null;
  if (isOne || typeof replies?.[Symbol.iterator] !== "function") throw wrongType("an iterable of replies", replies);
  const list = [];
  const buffer = Buffer.allocUnsafeSlow(BYTES);
  const ends = new Uint32Array(REPLIES);
  let [count, used] = [0, 0];
  const flush = () => {
    if (count > 0) new Answer(rules, text.explainMany(rules.native, buffer, ends.subarray(0, count))).into(list);
    [count, used] = [0, 0];
  };
  for (const reply of replies) {
    const isText = typeof reply === "string";
    const found = isText ? null : view(reply);
    if (!isText && found === null) throw wrongItem("replies", list.length + count, EXPECTED, reply);
    // A unit of a string has at most three bytes.
    const most = isText ? 3 * reply.length : found.length;
    if (count === REPLIES || used + most > BYTES) flush();
    if (most > BYTES) {
      list.push(one(rules, reply));
      continue;
    }
    if (isText) {
      used += buffer.write(reply, used);
    } else {
      buffer.set(found, used);
      used += found.length;
    }
    ends[count] = used;
    count += 1;
  }
  flush();
  return Object.freeze(list);
}

module.exports = { Answer, Explanation, all, one };
