"use strict";
// The renderings that codes, interpretations, families and comparisons share.

const { freeze } = require("./core.js");
const { wrongType } = require("./errors.js");

/** The width of a terminal that a caller asks for. */
function columns(width = 80) {
  if (typeof width !== "number" || !Number.isInteger(width)) throw wrongType("a width, as an integer", width);
  return Math.min(Math.max(width, 0), 0xffffffff);
}

/** An object of JSON text, frozen. */
function object(json) {
  return freeze(JSON.parse(json));
}

/** Shows an object in the console by what finds it again, and not by all that it holds. */
const inspect = Symbol.for("nodejs.util.inspect.custom");

module.exports = { columns, inspect, object };
