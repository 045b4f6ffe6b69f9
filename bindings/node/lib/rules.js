"use strict";
// Lists of reasons and rules, and the files that users add to them.

const { readFileSync } = require("node:fs");
const { fileURLToPath } = require("node:url");
const { json, text } = require("./core.js");
const { bytes } = require("./bytes.js");
const { Reason, Rule } = require("./reason.js");
const { inspect } = require("./rendering.js");
const { wrongItem, wrongType } = require("./errors.js");
const ids = require("./generated/reasons.js");

/** What an `Explainer` explains by: the native list, and an object for each reason and rule. Users don't see it. */
class Rules {
  #about = null;
  #reasons = null;
  #made = [];

  constructor(native) {
    this.native = native;
  }

  /** How long the lists are, for which the native one has to be made. */
  get about() {
    return (this.#about ??= json.aboutRules(this.native));
  }

  /** The reasons. Those of the dataset come first in every list, and are the same objects. */
  get reasons() {
    if (this.#reasons === null) {
      const [shared, known] = this === builtin ? [[], ids] : [builtin.reasons, this.about.reasons];
      this.#reasons = Object.freeze(known.map((id, place) => shared[place] ?? new Reason(this, place, id)));
    }
    return this.#reasons;
  }

  /** The rules. Those of the dataset are the same objects in every list. */
  get rules() {
    return Object.freeze(Array.from({ length: this.about.rules }, (_, place) => this.rule(place)));
  }

  /** The rule at a place. */
  rule(place) {
    return (this.#made[place] ??= this.#make(place));
  }

  #make(place) {
    const inDataset = place - this.about.builtinRules;
    if (this !== builtin && inDataset >= 0 && inDataset < builtin.about.rules) return builtin.rule(inDataset);
    const facts = json.rule(this.native, place);
    return new Rule(facts, facts.reason === null ? null : this.reasons[facts.reason]);
  }
}

/** The list of the dataset. The native one is made when it is first used. */
const builtin = new Rules(text.builtinRules());

/** The list of each `Explainer`. */
const rulesOf = new WeakMap();

/** The rules that would give a reply a reason. */
function matching(rules, reply) {
  return Object.freeze(text.matchingRules(rules.native, bytes(reply)).map((place) => rules.rule(place)));
}

/** The native half of a file. */
let native;

/** A file of rules, and perhaps of reasons, that was read. */
class RuleFile {
  #native;

  static {
    native = (file) => file.#native;
  }

  constructor(name, bytes) {
    this.#native = text.ruleFile(name, bytes);
    this.name = name;
    Object.freeze(this);
  }

  static parse(name, text) {
    if (typeof name !== "string") throw wrongType("a name, as a string", name);
    if (typeof text !== "string") throw wrongType("the text of a file, as a string", text);
    return new RuleFile(name, Buffer.from(text));
  }

  static read(path) {
    if (path instanceof URL) return new RuleFile(fileURLToPath(path), readFileSync(path));
    if (typeof path !== "string") throw wrongType("a path, as a string or a URL", path);
    return new RuleFile(path, readFileSync(path));
  }

  [inspect]() {
    return `RuleFile(${this.name})`;
  }
}

/** The rules of the dataset with those of files before and after them, as an `Explainer` takes them; without any, the built-in list. */
function withFiles({ before = [], after = [] } = {}) {
  const natives = Object.entries({ before, after }).map(([name, files]) => {
    if (typeof files?.[Symbol.iterator] !== "function") throw wrongType(`an iterable of RuleFile as \`${name}\``, files);
    return Array.from(files, (file, place) => {
      if (!(file instanceof RuleFile)) throw wrongItem(name, place, "a RuleFile", file);
      return native(file);
    });
  });
  return natives.every((files) => files.length === 0) ? builtin : new Rules(text.ownRules(...natives));
}

module.exports = { RuleFile, builtin, matching, rulesOf, withFiles };
