"use strict";

/** What went wrong; `code` says which kind it is. See index.d.ts. */
class WirecodesError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
// As Node's own errors have it: not a property of each error, which would be printed with it.
Object.defineProperty(WirecodesError.prototype, "name", { value: "WirecodesError", configurable: true, writable: true });

/** A native function whose errors come out as `WirecodesError`. */
function wrap(native) {
  return (...args) => {
    try {
      return native(...args);
    } catch (error) {
      if (typeof error.code !== "string" || !error.code.startsWith("ERR_")) throw error;
      throw new WirecodesError(error.code, error.message);
    }
  };
}

/** A `TypeError` that says what was expected and what was given. */
function wrongType(expected, found) {
  let shown = found === null ? "null" : typeof found;
  if (typeof found === "number") shown = `the number ${found}`;
  if (typeof found === "object" && found !== null) shown = found.constructor?.name ?? "an object";
  return new TypeError(`expected ${expected}, not ${shown}`);
}

module.exports = { WirecodesError, wrap, wrongType };
