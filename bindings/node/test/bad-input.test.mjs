// What is no code, no protocol or no language: the same kinds of error as in every language, and never a crash.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as wirecodes from "wirecodes";

const { WirecodesError, smtp, smtpEnhanced } = wirecodes;

const MALFORMED = [
  ...["abc", "", " ", "0450", "+450", "-450", "４５０", "450 OK", "450\0", "45", "4500", "4.2.1.1", "4.2", "3.2.1", "\ud800", "🦀"],
  ...["4.02.1", "4.2.1000", "x".repeat(100_000), "__proto__", "constructor", "length", "toString", "at"],
  ...[-1, 0, -0, 45, 1000, 70000, 2 ** 16 + 450, 2 ** 32 + 404, 2 ** 53, 2 ** 64, 1e300, 2n ** 64n, -(2n ** 64n)],
];
const WRONG = [404.9, 450.5, NaN, Infinity, -Infinity, true, false, null, undefined, Buffer.from("450"), new Uint8Array(3), [450], {}];
WRONG.push(Symbol("450"), () => 450, new Number(450), { toString: () => "450" }, { valueOf: () => 450 });

const lookups = [
  (code) => wirecodes.lookup("smtp", code),
  (code) => smtp.get(code),
  (code) => smtp.interpret(code),
  (code) => wirecodes.interpret("smtp", code),
];

test("what has not the form of a code", () => {
  for (const code of MALFORMED) {
    for (const lookup of lookups) {
      const shown = String(code).slice(0, 20);
      assert.throws(
        () => lookup(code),
        (error) => error instanceof WirecodesError && error.code === "ERR_INVALID_CODE" && error.message.length < 300,
        shown,
      );
    }
    assert.equal(smtp.has(code), false);
  }
});

test("what is neither text nor an integer", () => {
  for (const code of WRONG) {
    for (const lookup of lookups) assert.throws(() => lookup(code), TypeError);
    assert.equal(smtp.has(code), false);
  }
});

test("well-formed and not in the dataset", () => {
  for (const code of [457, "457", 457n, 999, "5.7.999", "2.0.255"]) {
    assert.equal(wirecodes.lookup("smtp", code), null);
    assert.equal(wirecodes.interpret("smtp", code).isRegistered, false);
    assert.throws(() => wirecodes.compare("smtp:450", `smtp:${code}`), { code: "ERR_UNKNOWN_CODE" });
  }
  // Nothing is cut off or wraps around.
  assert.equal(smtpEnhanced.get("5.7.606"), null);
  assert.equal(smtpEnhanced.lookupDotted(4, 2, 65536 + 2), null);
  assert.equal(smtpEnhanced.lookupDotted(-4, 2, 2), null);
  assert.throws(() => smtpEnhanced.lookupDotted(4, 2, 2.5), TypeError);
  assert.equal(smtp.get(450n), smtp.MAILBOX_UNAVAILABLE);
});

test("protocols", () => {
  for (const protocol of ["gopher", "", "smtp\0", "smtp:", "\ud800", "__proto__", "constructor", "toString"]) {
    for (const call of [
      () => wirecodes.lookup(protocol, 450),
      () => wirecodes.interpret(protocol, 450),
      () => wirecodes.codes(protocol),
      () => wirecodes.protocol(protocol),
      () => wirecodes.family(protocol, "5.7"),
    ]) {
      assert.throws(call, { name: "WirecodesError", code: "ERR_UNKNOWN_PROTOCOL" });
    }
  }
  for (const wrong of [450, true, null, undefined, ["smtp"], Buffer.from("smtp"), { id: "smtp" }]) {
    assert.throws(() => wirecodes.lookup(wrong, 450), TypeError);
  }
});

test("languages", () => {
  for (const lang of ["tlh", "", "ja_", "j".repeat(1000), "\ud800", "__proto__"]) {
    for (const call of [
      () => smtp.MAILBOX_UNAVAILABLE.text(lang),
      () => smtp.MAILBOX_UNAVAILABLE.toText({ lang }),
      () => wirecodes.compare("smtp:450", "smtp:550", { lang }),
      () => wirecodes.language(lang),
    ]) {
      assert.throws(call, { name: "WirecodesError", code: "ERR_UNKNOWN_LANGUAGE" });
    }
  }
  for (const wrong of [null, 1, ["ja"], {}]) {
    assert.throws(() => smtp.MAILBOX_UNAVAILABLE.text(wrong), TypeError);
  }
});

test("references", () => {
  const expected = { 450: "INVALID_CODE", "smtp:abc": "INVALID_CODE", "gopher:450": "UNKNOWN_PROTOCOL", "smtp:457": "UNKNOWN_CODE" };
  for (const [reference, kind] of Object.entries(expected)) {
    assert.throws(() => wirecodes.compare("smtp:450", reference), { code: `ERR_${kind}` });
  }
  assert.equal(wirecodes.parse("smtp:457"), null);
  for (const wrong of [450, null, undefined, ["smtp", 450]]) {
    assert.throws(() => wirecodes.compare("smtp:450", wrong), TypeError);
    assert.throws(() => wirecodes.parse(wrong), TypeError);
    assert.throws(() => wirecodes.search(wrong), TypeError);
    assert.throws(() => wirecodes.family("smtp", wrong), TypeError);
  }
});

test("widths and counts", () => {
  const code = smtp.MAILBOX_UNAVAILABLE;
  for (const width of [-1, 0, 1, 5, 2 ** 31, 2 ** 40]) assert.ok(code.toText({ width }).length > 100);
  for (const width of [NaN, 1.5, "80", null]) assert.throws(() => code.toText({ width }), TypeError);
  assert.throws(() => wirecodes.interpret("smtp", 457).nearest(-1), TypeError);
  assert.equal(wirecodes.interpret("smtp", 457).nearest(0).length, 0);
});
