"use strict";
// Replies and logs as callers pass them: text, which stands for its UTF-8, or bytes.

const { types } = require("node:util");
const { wrongType } = require("./errors.js");

const encoder = new TextEncoder();
/** What errors say was expected. */
const EXPECTED = "a reply, as a string or bytes";

/** The bytes of what has any, without copying them; null for anything else. */
function view(of) {
  if (types.isUint8Array(of)) return types.isSharedArrayBuffer(of.buffer) ? Uint8Array.from(of) : of;
  if (types.isDataView(of)) return view(new Uint8Array(of.buffer, of.byteOffset, of.byteLength));
  return types.isAnyArrayBuffer(of) ? view(new Uint8Array(of)) : null;
}

/** Those of a reply or of a piece of a stream. */
function bytes(of, expected = EXPECTED) {
  const found = typeof of === "string" ? encoder.encode(of) : view(of);
  if (found === null) throw wrongType(expected, of);
  return found;
}

/** A copy of some bytes. What is handed out can be written to. */
function copy(from, start = 0, end = from.length) {
  return Buffer.copyBytesFrom(from, start, end - start);
}

module.exports = { EXPECTED, bytes, copy, view };
