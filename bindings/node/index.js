"use strict";
// What the package exports, as CommonJS; index.mjs exports the same objects to ES modules.

const { about, text } = require("./lib/core.js");
const { Code, all, optional } = require("./lib/code.js");
const { Language, language, languages } = require("./lib/language.js");
const { Class, Document, Meaning, Reference, Related, Subject } = require("./lib/parts.js");
const { Protocol, byId, protocol, protocols } = require("./lib/protocol.js");
const { WirecodesError, wrongType } = require("./lib/errors.js");

function lookup(of, code) {
  // The ids as they are written are found in the table; anything else, other cases and other types, by `protocol`.
  const found = typeof of === "string" ? byId[of] : undefined;
  return (found === undefined ? protocol(of) : found).get(code);
}

function parse(reference) {
  if (typeof reference !== "string") throw wrongType("a reference such as 'smtp:450'", reference);
  return optional(text.parse(reference));
}

function interpret(of, code) {
  return protocol(of).interpret(code);
}

function compare(a, b, { lang } = {}) {
  const { Comparison } = require("./lib/comparison.js");
  return new Comparison(a, b, lang);
}

function family(of, name) {
  return protocol(of).family(name);
}

function search(query) {
  if (typeof query !== "string") throw wrongType("words, as a string", query);
  return all(text.search(query));
}

function codes(of) {
  return of === undefined ? Object.freeze(protocols.flatMap((one) => one.codes)) : protocol(of).codes;
}

/** `smtp-enhanced` is exported as `smtpEnhanced`. */
const camelCase = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

module.exports = {
  DATA_VERSION: about.dataVersion,
  VERSION: about.version,
  Class,
  Code,
  Document,
  Language,
  Meaning,
  Protocol,
  Reference,
  Related,
  Subject,
  WirecodesError,
  codes,
  compare,
  family,
  interpret,
  language,
  languages,
  lookup,
  parse,
  protocol,
  protocols,
  search,
  ...Object.fromEntries(protocols.map((one) => [camelCase(one.id), one])),
};

/** Exports what is loaded when it is first asked for: most programs need few of these, and a file takes longer than many lookups. */
function later(load, names) {
  const get = (name) => {
    const loaded = load();
    for (const one of names) Object.defineProperty(module.exports, one, { value: loaded[one], enumerable: true });
    return loaded[name];
  };
  for (const name of names) {
    Object.defineProperty(module.exports, name, { get: () => get(name), enumerable: true, configurable: true });
  }
}

later(() => require("./lib/generated/enums.js"), about.protocols.map(({ enumeration }) => enumeration));
later(() => require("./lib/comparison.js"), ["Comparison"]);
later(() => require("./lib/family.js"), ["Family"]);
later(() => require("./lib/interpretation.js"), ["Interpretation"]);
later(() => require("./lib/explainer.js"), ["Explainer", "explain", "explainLines", "explainMany", "reason", "reasons"]);
later(() => require("./lib/explanation.js"), ["Explanation"]);
later(() => require("./lib/reason.js"), ["Reason", "Rule"]);
later(() => require("./lib/reply.js"), ["Reply", "readReply"]);
later(() => require("./lib/rules.js"), ["RuleFile"]);
later(() => require("./lib/scanner.js"), ["Scanner"]);
