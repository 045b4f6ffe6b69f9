"use strict";
// The native functions, with their errors as `WirecodesError` and their JSON as frozen objects.

const native = require("./native.js");
const { wrap } = require("./errors.js");

/** Freezes a value that came from JSON, all the way down. */
function freeze(value) {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

const text = {};
const json = {};
for (const [name, call] of Object.entries(native)) {
  text[name] = wrap(call);
  json[name] = (...args) => {
    const answer = text[name](...args);
    return answer === null ? null : freeze(JSON.parse(answer));
  };
}

/** What there is: versions, languages, protocols and the references of their codes. Nobody outside sees it, so it isn't frozen. */
const about = JSON.parse(text.about());

module.exports = { about, freeze, json, text };
