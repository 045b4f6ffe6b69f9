// The objects: identity, immutability, both module systems, workers, the command.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inspect } from "node:util";
import { Worker } from "node:worker_threads";
import wirecodesDefault, * as wirecodes from "wirecodes";

const { GrpcStatus, SmtpEnhanced, SmtpReply, grpc, smtp, smtpEnhanced } = wirecodes;
const require = createRequire(import.meta.url);

test("there is one object for a code", () => {
  const code = smtp.get(450);
  for (const same of [
    smtp.get("450"),
    smtp.get(" 450 "),
    smtp.get("mailbox_unavailable"),
    smtp.get(450n),
    smtp.get(code),
    smtp.get(SmtpReply.MAILBOX_UNAVAILABLE),
    smtp.MAILBOX_UNAVAILABLE,
    wirecodes.lookup("smtp", 450),
    wirecodes.lookup("SMTP", "450"),
    wirecodes.lookup(smtp, "450"),
    wirecodes.parse("smtp:450"),
    wirecodes.interpret("smtp", 450).entry,
    smtp.codes.find(({ number }) => number === 450),
  ]) {
    assert.equal(same, code);
  }
});

test("a dotted code is found through both protocols", () => {
  const full = smtpEnhanced.get("4.2.2");
  assert.equal(full, smtp.get("4.2.2"));
  assert.equal(full, smtpEnhanced.lookupDotted(4, 2, 2));
  assert.equal(full, smtpEnhanced.MAILBOX_FULL.through(4));
  assert.equal(full.detail, smtpEnhanced.MAILBOX_FULL);
  assert.equal(smtpEnhanced.MAILBOX_FULL.through(3), null);
  assert.equal(smtpEnhanced.MAILBOX_FULL.through("length"), null);
});

test("CommonJS and ES modules are one package", () => {
  const required = require("wirecodes");
  assert.equal(required.smtp, smtp);
  assert.equal(wirecodesDefault, required);
  const { default: _, ...named } = wirecodes;
  assert.deepEqual(Object.keys(named).sort(), Object.keys(required).sort());
  for (const [name, value] of Object.entries(named)) assert.equal(value, required[name]);
});

test("attributes", () => {
  const code = smtp.get(450);
  assert.deepEqual([code.protocol, code.code, code.number], ["smtp", "450", 450]);
  assert.deepEqual([code.name, code.constant], ["Mailbox Unavailable", "MAILBOX_UNAVAILABLE"]);
  assert.deepEqual([code.outcome, code.retry, code.class.id], ["transient", "later", "4yz"]);
  assert.ok(code.isTransient && code.shouldRetry && !code.isPermanent && !code.isSuccess);
  assert.equal(code.text("ja-JP"), code.text("ja"));
  assert.equal(code.text(wirecodes.language("ja")), code.text("ja"));
  assert.notEqual(code.text("ja").gist, code.text().gist);
  assert.equal(smtpEnhanced.MAILBOX_FULL.number, null);
});

test("everything is frozen, all the way down", () => {
  const seen = new Set();
  const check = (value, path) => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    assert.ok(Object.isFrozen(value), path);
    for (const key of Object.keys(value)) check(value[key], `${path}.${key}`);
  };
  for (const of of [
    ...wirecodes.protocols,
    ...wirecodes.languages,
    wirecodes.protocols,
    wirecodes.languages,
    wirecodes.codes(),
    wirecodes.codes("smtp"),
    wirecodes.search("greylist"),
    wirecodes.family("smtp", "5.7"),
    wirecodes.family("smtp", "5.7").texts(),
    wirecodes.family("smtp", "5.7").codes,
    wirecodes.interpret("smtp", 457),
    wirecodes.interpret("smtp", 457).nearest(),
    wirecodes.compare("smtp:450", "smtp:550"),
    smtp.get(450).text("ja"),
    smtp.get(450).toObject(),
    smtpEnhanced.MAILBOX_FULL.views,
    SmtpReply,
    SmtpEnhanced,
  ]) {
    check(of, String(of));
  }
  assert.ok(seen.size > 2000);
  assert.throws(() => {
    smtp.get(450).name = "x";
  }, TypeError);
});

test("enumerations", () => {
  assert.equal(SmtpReply.MAILBOX_UNAVAILABLE, 450);
  assert.equal(SmtpReply[450], "MAILBOX_UNAVAILABLE");
  assert.equal(GrpcStatus.UNAVAILABLE, 14);
  assert.equal(SmtpEnhanced.MAILBOX_FULL, "X.2.2");
  for (const protocol of wirecodes.protocols) {
    const members = wirecodes[protocol.enumeration];
    for (const code of protocol) {
      if (code.constant === null) continue;
      assert.equal(members[code.constant], code.number ?? code.code);
      assert.equal(protocol[code.constant], code);
    }
  }
});

test("a protocol is a collection", () => {
  assert.equal(grpc.size, 17);
  assert.equal(grpc.codes, wirecodes.codes("grpc"));
  assert.deepEqual([...grpc], [...wirecodes.codes("grpc")]);
  assert.ok(smtp.has(450) && smtp.has("4.2.2") && !smtp.has(457) && !smtp.has(grpc.OK));
  assert.equal(smtp.get(grpc.OK), null);
  assert.equal(smtp.NO_SUCH_CODE, undefined);
});

test("renderings", () => {
  for (const of of [smtp.get(450), wirecodes.interpret("smtp", 457), wirecodes.family("smtp", "45z")]) {
    assert.equal(of.toObject({ lang: "ja" }).lang, "ja");
    // JSON.stringify passes "wrapped" and "0" to toJSON.
    assert.deepEqual(JSON.parse(JSON.stringify({ wrapped: [of] })).wrapped[0], of.toObject());
    assert.match(of.toMarkdown(), /^# /);
    assert.match(of.toHtml({ lang: "ja" }), /<html/);
    assert.ok(of.toText({ width: 60 }).split("\n").every((line) => line.length <= 60));
  }
  const comparison = wirecodes.compare(smtp.get(235), "smtp:450", { lang: "ja" });
  assert.equal(comparison.lang, "ja");
  assert.equal(String(comparison), comparison.summary);
  assert.deepEqual(comparison.swapped().swapped(), comparison);
  assert.equal(JSON.parse(JSON.stringify(comparison)).lang, "ja");
  assert.equal(inspect(smtp.get(450)), "Code(smtp:450)");
});

test("pairing", () => {
  const contradiction = wirecodes.compare("smtp:250", "smtp:5.1.1");
  assert.equal(contradiction.pairing, "contradiction");
  assert.equal(contradiction.believed, smtp.get(250));
});

test("errors", () => {
  try {
    smtp.get("0450");
    assert.fail();
  } catch (error) {
    assert.ok(error instanceof wirecodes.WirecodesError && error instanceof Error);
    assert.match(error.stack, /^WirecodesError: `0450` is not a code of SMTP/);
    assert.deepEqual(Object.keys(error), ["code"]);
  }
});

test("workers", async () => {
  const script = `
    const { parentPort } = require("node:worker_threads");
    const { codes } = require("wirecodes");
    parentPort.postMessage(codes().map((code) => code.text("ja").gist).join());
  `;
  const run = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { eval: true });
      worker.once("message", resolve).once("error", reject);
    });
  const answers = await Promise.all(Array.from({ length: 8 }, run));
  const expected = wirecodes.codes().map((code) => code.text("ja").gist).join();
  assert.deepEqual([...new Set(answers)], [expected]);
});

test("the command", () => {
  const run = (...args) => spawnSync("npx", ["--no", "wirecodes", ...args], { encoding: "utf8" });
  assert.equal(run("compare", "smtp", "235", "450").status, 0);
  assert.equal(run("show", "smtp", "457").status, 1);
  assert.equal(run("show", "smtp", "abc").status, 2);
  const shown = run("show", "smtp", "450", "--format", "json", "--lang", "ja");
  assert.deepEqual(JSON.parse(shown.stdout), smtp.get(450).toObject({ lang: "ja" }));
  // More than a pipe holds.
  assert.equal(JSON.parse(run("list", "--format", "json").stdout).length, wirecodes.codes().length);
});

test("versions", () => {
  const { version, dependencies } = require("wirecodes/package.json");
  assert.equal(wirecodes.VERSION, version);
  assert.equal(dependencies, undefined);
  assert.match(wirecodes.DATA_VERSION, /^\d{4}\.\d+$/);
});
