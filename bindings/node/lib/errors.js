"use strict";

/** What went wrong; `code` says which kind it is. See index.d.ts. */
class WirecodesError extends Error {
  constructor(code, message, faults) {
    super(message);
    this.code = code;
    if (faults !== undefined) this.faults = Object.freeze(faults.map(Object.freeze));
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
      if (error.code !== "ERR_INVALID_RULES") throw new WirecodesError(error.code, error.message);
      const { message, faults } = JSON.parse(error.message);
      throw new WirecodesError(error.code, message, faults);
    }
  };
}

/** A `TypeError` that says what was expected and what was given. */
function wrongType(expected, found) {
  return new TypeError(`expected ${expected}, not ${shown(found)}`);
}

/** The same for something in a list: `replies[3]`. */
function wrongItem(list, place, expected, found) {
  return new TypeError(`${list}[${place}]: expected ${expected}, not ${shown(found)}`);
}

function shown(found) {
  if (typeof found === "number") return `the number ${found}`;
  if (typeof found === "object" && found !== null) return found.constructor?.name ?? "an object";
  return found === null ? "null" : typeof found;
}

module.exports = { WirecodesError, wrap, wrongItem, wrongType };
