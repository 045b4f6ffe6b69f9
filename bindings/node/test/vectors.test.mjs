// data/vectors.json against the installed package.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as wirecodes from "wirecodes";

const { cases } = JSON.parse(readFileSync(process.env.WIRECODES_VECTORS, "utf8"));
const optional = (of) => of && String(of);
const find = (reference) => wirecodes.compare(reference, reference).a;

/** What an explanation says, but for the line, the text, the rule and who can act. */
function explained(reply) {
  const { line, text, rule, actors, ...rest } = wirecodes.explain(reply).toObject();
  return rest;
}

const functions = {
  lookup: (protocol, code) => optional(wirecodes.lookup(protocol, code)),
  parse: (reference) => optional(wirecodes.parse(reference)),
  interpret: (protocol, code) => {
    const of = wirecodes.interpret(protocol, code);
    return {
      code: of.code,
      number: of.number,
      registered: of.isRegistered,
      class: of.class && of.class.id,
      subject: of.subject && of.subject.id,
      outcome: of.outcome,
      retry: of.retry,
    };
  },
  properties: (reference) => {
    const code = find(reference);
    return {
      name: code.name,
      constant: code.constant,
      status: code.status,
      is_success: code.isSuccess,
      is_transient: code.isTransient,
      is_permanent: code.isPermanent,
      should_retry: code.shouldRetry,
    };
  },
  search: (query) => optional(wirecodes.search(query)[0] ?? null),
  compare: (a, b) => {
    const { lead, relation, pairing } = wirecodes.compare(a, b);
    return { lead, relation: relation && relation.kind, pairing };
  },
  family: (protocol, text) => optional(wirecodes.family(protocol, text)),
  language: (tag) => wirecodes.language(tag).tag,
  read_reply: (text) => {
    const { source, number, enhanced, command, lines, faults } = wirecodes.readReply(text);
    return { source, number, enhanced, command, lines: lines.map(({ text }) => text), faults };
  },
  explain: explained,
  explain_latin1: (text) => explained(Buffer.from(text, "latin1")),
  explain_lines: (text) => wirecodes.explainLines(text).map(({ line, reason }) => [line, reason && reason.id]),
  rules: (text) => {
    const explainer = new wirecodes.Explainer({ before: [wirecodes.RuleFile.parse("own.toml", text)] });
    return explainer.rules.length - new wirecodes.Explainer().rules.length;
  },
};

const errors = {
  InvalidCode: "ERR_INVALID_CODE",
  UnknownProtocol: "ERR_UNKNOWN_PROTOCOL",
  UnknownLanguage: "ERR_UNKNOWN_LANGUAGE",
  UnknownCode: "ERR_UNKNOWN_CODE",
};

test("every case of data/vectors.json", () => {
  assert.ok(cases.length >= 250);
  for (const { function: name, args, ...expected } of cases) {
    const call = () => functions[name](...args);
    const message = `${name}(${args.join(", ")})`;
    assert.ok(Object.hasOwn(functions, name), `no such function: ${name}`);
    if ("error" in expected) {
      assert.throws(call, { name: "WirecodesError", code: errors[expected.error] }, message);
    } else if ("faults" in expected) {
      const isAsExpected = ({ code, faults }) => {
        assert.equal(code, "ERR_INVALID_RULES");
        assert.deepEqual(faults.map(({ line }) => line), expected.faults, message);
        return true;
      };
      assert.throws(call, isAsExpected, message);
    } else {
      assert.deepEqual(call(), "ok" in expected ? expected.ok : expected.ok_first, message);
    }
  }
});
