"use strict";

const { about, text } = require("./core.js");
const { Code, all, find, optional } = require("./code.js");
const { groups } = require("./groups.js");
const { inspect } = require("./rendering.js");
const { protocolTexts } = require("./parts.js");
const { tag } = require("./language.js");
const { wrongType } = require("./errors.js");

/** The text of a code that a caller passes: of an integer its decimal digits. */
function codeText(code) {
  if (typeof code === "string") return code;
  // A number with a fraction is no integer that was rounded: 404.9 is not 404.
  if (typeof code === "bigint" || Number.isInteger(code)) return String(BigInt(code));
  throw wrongType("a code, as a string or an integer", code);
}

/** The function that finds the codes of a protocol. It is one of its own, since a private field costs more than what it has to do. */
function lookup(id, codes) {
  // By number the reference of each code of the dataset, and the codes that were asked for.
  const known = new Map(codes.filter(([, number]) => number !== null).map(([reference, number]) => [number, reference]));
  // Without holes: reading one would look for the number in the prototype too.
  const numbers = new Array(Math.max(-1, ...known.keys()) + 1).fill(undefined);
  // The codes that were asked for, by their texts.
  const texts = new Map();

  function get(code) {
    if (typeof code === "number") {
      const found = numbers[code];
      if (found !== undefined) return found;
    } else if (typeof code === "string") {
      const found = texts.get(code);
      if (found !== undefined) return found;
    }
    return slowly(code);
  }

  function slowly(code) {
    if (code instanceof Code) return code.protocol === id ? code : null;
    if (typeof code === "number") {
      const reference = known.get(code);
      if (reference !== undefined) return (numbers[code] = find(reference));
    }
    const asked = codeText(code);
    const found = optional(text.lookup(id, asked));
    // Only as codes are on the wire: what else names one, blanks included, has no end.
    if (found !== null && found.code === asked) texts.set(asked, found);
    return found;
  }

  return get;
}

/** A protocol and its codes. */
class Protocol {
  #references;
  #codes;
  #companions;

  constructor({ id, name, enumeration, companions, codes }) {
    this.#companions = companions;
    this.#references = codes.map(([reference]) => reference);
    this.id = id;
    this.name = name;
    this.enumeration = enumeration;
    this.classes = groups(id).classes;
    this.subjects = groups(id).subjects;
    this.get = lookup(id, codes);
    Object.freeze(this);
  }

  has(code) {
    try {
      return this.get(code) !== null;
    } catch {
      return false;
    }
  }

  lookupDotted(klass, subject, detail) {
    const parts = [klass, subject, detail];
    for (const part of parts) {
      if (!Number.isInteger(part)) throw wrongType("three integers", part);
    }
    if (parts.some((part) => part < 0 || part > 65535)) return null;
    return optional(text.lookupDotted(this.id, klass, subject, detail));
  }

  interpret(code) {
    const { Interpretation } = require("./interpretation.js");
    return new Interpretation(this.id, codeText(code));
  }

  family(of) {
    const { Family } = require("./family.js");
    return Family.find(this.id, of);
  }

  get codes() {
    return (this.#codes ??= all(this.#references));
  }

  get size() {
    return this.#references.length;
  }

  [Symbol.iterator]() {
    return this.codes[Symbol.iterator]();
  }

  isCompanion(other) {
    return this.#companions.includes(protocol(other).id);
  }

  title(lang) {
    return protocolTexts(this.id, tag(lang)).title;
  }

  unregistered(lang) {
    return protocolTexts(this.id, tag(lang)).unregistered;
  }

  actor(actor, lang) {
    const { actors } = protocolTexts(this.id, tag(lang));
    if (!Object.hasOwn(actors, actor)) throw wrongType("the id of an actor", actor);
    return actors[actor];
  }

  toString() {
    return this.id;
  }

  toJSON() {
    return this.id;
  }

  [inspect]() {
    return `Protocol(${this.id})`;
  }
}

/** A protocol with its constants, which are on a prototype of its own: there they are neither copied nor frozen one by one. */
function make(fields) {
  const WithConstants = class extends Protocol {};
  for (const [reference, , constant] of fields.codes) {
    if (constant !== null) Object.defineProperty(WithConstants.prototype, constant, { get: () => find(reference) });
  }
  return new WithConstants(fields);
}

const protocols = Object.freeze(about.protocols.map(make));
/** By id. Without a prototype: `constructor` is no protocol. */
const byId = Object.freeze(Object.assign(Object.create(null), Object.fromEntries(protocols.map((one) => [one.id, one]))));

/** The protocol that a caller names by its id, or passes itself. */
function protocol(asked) {
  if (asked instanceof Protocol) return asked;
  if (typeof asked !== "string") throw wrongType("a protocol, by its id or itself", asked);
  return byId[asked] ?? byId[text.protocol(asked)];
}

module.exports = { Protocol, byId, protocol, protocols };
