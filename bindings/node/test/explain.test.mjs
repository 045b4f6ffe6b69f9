// Replies that are read and explained: the objects, what can be passed, streams, users' rules, and what comes of all of it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import * as wirecodes from "wirecodes";

const { Explainer, Explanation, RuleFile, Scanner, explain, explainLines, explainMany, readReply, reason, reasons, smtp } = wirecodes;

const GREYLISTED = "450 4.2.0 <ann@example.com>: Greylisted, try again in 300 seconds";
const LOG = readFileSync(join(process.env.WIRECODES_VECTORS, "../replies/mail.log"));
const OWN = `
[[reason]]
id = "our-quota"
name = "Our Quota"
gist = "Ours is used up."
retry = "later"
suppress = "no"

[[rule]]
id = "our-gateway"
reason = "our-quota"
phrases = ["refused by gateway 7"]
examples = ["550 Refused by gateway 7"]
`;
const own = RuleFile.parse("own.toml", OWN);
const WRONG = [450, 450n, NaN, true, null, undefined, [GREYLISTED], {}, Symbol("450"), () => GREYLISTED, new String(GREYLISTED)];
WRONG.push(new Uint16Array(3), new Float64Array(1), new Map(), { length: 3, 0: 52, 1: 53, 2: 48 });

/** What can be asked of an explanation. */
const all = (of) => ({
  ...Object.fromEntries(Object.keys(Object.getOwnPropertyDescriptors(Explanation.prototype)).map((name) => [name, of[name]])),
  object: of.toObject(),
  full: of.toText(),
});

test("what is known of a reply", () => {
  const of = explain(GREYLISTED);
  assert.ok(of instanceof Explanation);
  assert.deepEqual([of.line, of.text, of.number, of.enhanced, of.command], [null, GREYLISTED, 450, "4.2.0", null]);
  assert.equal(of.code, smtp.MAILBOX_UNAVAILABLE);
  assert.equal(of.enhancedCode, smtp.get("4.2.0"));
  assert.equal(of.reason, reason("greylisted"));
  assert.equal(of.rule.reason, of.reason);
  assert.deepEqual([of.outcome, of.evidence, of.retry, of.retryAfter, of.suppress], ["transient", "text", "later", 300, "no"]);
  assert.deepEqual([of.actors, of.notes, of.isDamaged], [of.reason.actors, [], false]);
  assert.deepEqual(of.bytes, Buffer.from(GREYLISTED));
  assert.equal(String(of), of.text);
  assert.equal(inspect(of), "Explanation(greylisted, transient)");
  assert.equal(inspect(explain("")), "Explanation(-, -)");
  assert.notEqual(of.toText({ lang: "ja", width: 60 }), of.toText());
  for (const width of [NaN, 1.5, "80", null]) assert.throws(() => of.toText({ width }), TypeError);
  assert.throws(() => of.toText({ lang: "tlh" }), { code: "ERR_UNKNOWN_LANGUAGE" });
  // Nothing but zeros, and nothing at all.
  assert.deepEqual([explain("000 0.0.0 x").number, explain("").number, explain("").reason, explain("").suppress], [0, null, null, "no"]);
  assert.equal(explain("042 x").code, null);
});

test("any text and any bytes", () => {
  const bytes = Buffer.from(GREYLISTED);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const moved = new Uint8Array([0, ...bytes, 0]);
  const forms = [
    GREYLISTED,
    bytes,
    Uint8Array.from(bytes),
    Uint8Array.from(bytes).buffer,
    new DataView(moved.buffer, 1, bytes.length),
    moved.subarray(1, -1),
    shared,
    shared.buffer,
    new (class extends Uint8Array {})(bytes),
    runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes] }),
    bytes.toString("latin1"),
  ];
  const expected = explain(GREYLISTED);
  for (const form of forms) {
    for (const of of [explain(form), ...explainMany([form, form]), ...explainMany(new Set([form]))]) {
      assert.deepEqual(all(of), all(expected));
      assert.deepEqual(of.bytes, bytes);
    }
    assert.deepEqual({ ...explainLines(form)[0].toObject(), line: null }, expected.toObject());
    assert.deepEqual(new Explainer().matchingRules(form)[0], expected.rule);
    const scanner = new Scanner();
    assert.deepEqual([...scanner.push(form), ...scanner.finish()].map(String), [GREYLISTED]);
    assert.equal(String(readReply(form)), GREYLISTED);
  }
  // What has no place in UTF-8, and what is not UTF-8.
  assert.deepEqual(explain("550 \ud800").bytes, Buffer.from("550 \ufffd"));
  assert.deepEqual(explainMany(["550 \ud800"])[0].bytes, Buffer.from("550 \ufffd"));
  assert.deepEqual(explain(Buffer.from("552 Bo\xeete pleine", "latin1")).reason, reason("mailbox-full"));
  assert.equal(explain(Buffer.from([0xff, 0xfe])).text, "\ufffd\ufffd");
  for (let length = 0; length < 300; length++) {
    const random = Buffer.from(Array.from({ length }, (_, at) => (at * 7919 + length * 104729) % 256));
    assert.equal(explain(random).bytes.compare(random), 0);
  }
});

test("what is neither text nor bytes", () => {
  for (const wrong of WRONG) {
    for (const call of [explain, explainLines, readReply, (of) => new Scanner().push(of), (of) => new Explainer().matchingRules(of)]) {
      assert.throws(() => call(wrong), { name: "TypeError", message: /^expected a (reply|piece of a stream), as a string or bytes, not / });
    }
    const place = "replies[2]: expected a reply, as a string or bytes, not ";
    assert.throws(
      () => explainMany([GREYLISTED, GREYLISTED, wrong]),
      (error) => error instanceof TypeError && error.message.startsWith(place),
    );
  }
  for (const wrong of [450, null, undefined, {}, GREYLISTED, Buffer.from(GREYLISTED), new ArrayBuffer(3)]) {
    assert.throws(() => explainMany(wrong), { name: "TypeError", message: /^expected an iterable of replies, not / });
  }
  assert.throws(() => explainMany([...Array(3000).fill("450 x"), 1]), /^TypeError: replies\[3000\]/);
});

test("many at once are what each is alone", () => {
  const replies = [];
  for (let number = 0; number < 5000; number++) {
    const text = `${400 + (number % 200)} ${number % 3 ? "" : "5.1.1 "}${["Greylisted", "Boîte pleine", "メールボックスがいっぱい"][number % 3]} ${number}`;
    replies.push(number % 5 ? text : Buffer.from(text, number % 2 ? "latin1" : "utf8"));
  }
  // Longer than what is explained in one go.
  for (const at of [0, 1700, 1701, 4999]) replies[at] = `550 ${"あ".repeat(30_000)} ${at}`;
  replies[10] = Buffer.alloc(1 << 17, "450 x ");
  replies[11] = "";
  const found = explainMany(replies);
  assert.equal(found.length, replies.length);
  assert.ok(Object.isFrozen(found));
  for (const [at, of] of found.entries()) assert.deepEqual(all(of), all(explain(replies[at])));
  assert.deepEqual(explainMany([]), []);
});

test("what is explained does not change with what was passed", () => {
  const bytes = Buffer.from(GREYLISTED);
  const found = [explain(bytes), ...explainMany([bytes]), ...explainLines(bytes)];
  const reply = readReply(bytes);
  bytes.fill("x");
  for (const of of found) {
    of.bytes.fill("y");
    assert.equal(of.text, GREYLISTED);
    assert.equal(of.toObject().text, GREYLISTED);
  }
  reply.bytes.fill("y");
  reply.lines[0].bytes.fill("y");
  assert.deepEqual([reply.bytes.toString(), reply.lines[0].bytes.toString()], [GREYLISTED, reply.lines[0].text]);
});

test("an iterable may explain by itself", () => {
  function* replies(depth) {
    for (let number = 0; number < 3; number++) {
      if (depth > 0) assert.deepEqual(explainMany(replies(depth - 1)).map(({ number }) => number), [450, 451, 452]);
      explainLines(LOG);
      yield `45${number} ${depth}`;
    }
  }
  assert.deepEqual(explainMany(replies(3)).map(String), ["450 3", "451 3", "452 3"]);
  let isClosed = false;
  function* closed() {
    try {
      yield 1;
    } finally {
      isClosed = true;
    }
  }
  assert.throws(() => explainMany(closed()), TypeError);
  assert.ok(isClosed);
});

test("reasons and rules are one object each", () => {
  assert.ok(reasons.length > 40);
  assert.equal(new Explainer().reasons, reasons);
  assert.equal(new Explainer(), new Explainer({ before: [], after: new Set() }));
  assert.equal(reason("no-such-reason"), null);
  assert.equal(reason("__proto__"), null);
  for (const wrong of [1, null, undefined, ["policy"]]) assert.throws(() => reason(wrong), TypeError);
  for (const of of reasons) {
    assert.equal(reason(of.id), of);
    assert.equal(of.text("ja-JP"), of.text("ja"));
    assert.equal(of.text().lang, "en");
    assert.deepEqual(JSON.parse(JSON.stringify(of)), of.toObject());
    assert.match(of.toHtml({ lang: "ja" }), /<html/);
    assert.match(of.toMarkdown(), /^# /);
    assert.ok(of.toText({ width: 60 }).split("\n").every((line) => line.length <= 60));
  }
  const { rules } = new Explainer();
  assert.ok(rules.length > 150 && rules.every((rule, place) => rule === new Explainer().rules[place]));
  const [first] = new Explainer().matchingRules(GREYLISTED);
  assert.equal(first, explain(GREYLISTED).rule);
  assert.ok(rules.includes(first));
  assert.deepEqual([String(first), inspect(first)], [first.id, `Rule(${first.id})`]);
});

test("users' rules", () => {
  const after = RuleFile.parse("after.toml", OWN.replaceAll("our-", "late-").replace("gateway 7", "gateway 8"));
  const explainer = new Explainer({ before: [own], after: [after] });
  const of = explainer.explain("550 5.1.1 Refused by gateway 7: user unknown");
  assert.deepEqual([of.rule.id, of.reason.id, of.outcome, of.retry], ["our-gateway", "our-quota", "permanent", "later"]);
  assert.equal(of.reason.text("ja").lang, null);
  assert.deepEqual([of.reason.text().name, of.reason.text().fix], ["Our Quota", ""]);
  assert.match(of.toText(), /Our Quota/);
  assert.equal(of.toObject().reason, "our-quota");
  assert.equal(reason("our-quota"), null);
  // What is in the dataset is the same object, whoever explains.
  assert.deepEqual([explainer.reasons.length, explainer.rules.length], [reasons.length + 2, new Explainer().rules.length + 2]);
  assert.ok(reasons.every((one, place) => one === explainer.reasons[place]));
  assert.ok(new Explainer().rules.every((one, place) => one === explainer.rules[place + 1]));
  assert.equal(explainer.rules.at(0), of.rule);
  assert.equal(explainer.rules.at(-1).id, "late-gateway");
  assert.equal(explainer.explain(GREYLISTED).rule, explain(GREYLISTED).rule);
  assert.deepEqual(explainer.matchingRules("550 gateway").map(String), []);
  assert.equal(inspect(explainer), `Explainer(${reasons.length + 2} reasons, ${explainer.rules.length} rules)`);
  assert.deepEqual([inspect(new Explainer()), inspect(own)], ["Explainer()", "RuleFile(own.toml)"]);
  assert.equal(explainer.explainLines("550 Refused by gateway 7")[0].rule, of.rule);
  assert.equal(explainer.scanner().push("550 Refused by gateway 7\n")[0].rule, of.rule);
  assert.equal(new Scanner(explainer).push("550 Refused by gateway 7\n")[0].rule, of.rule);
  for (const wrong of [null, 1, {}, own]) assert.throws(() => new Scanner(wrong), { name: "TypeError", message: /^expected an Explainer/ });
  for (const wrong of [1, null, own]) assert.throws(() => new Explainer({ before: wrong }), /^TypeError: expected an iterable/);
  assert.throws(() => new Explainer({ after: [own, "own.toml"] }), /^TypeError: after\[1\]: expected a RuleFile/);
});

test("faults of rules", () => {
  const fails = (call, lines) => {
    assert.throws(call, (error) => {
      assert.ok(error instanceof wirecodes.WirecodesError);
      assert.equal(error.code, "ERR_INVALID_RULES");
      assert.deepEqual(error.faults.map(({ line }) => line), lines);
      assert.equal(error.message, error.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
      assert.ok(Object.isFrozen(error.faults) && error.faults.every(Object.isFrozen));
      assert.deepEqual(Object.keys(error), ["code", "faults"]);
      return true;
    });
  };
  fails(() => RuleFile.parse("own.toml", "not toml"), [1]);
  fails(() => RuleFile.parse("own.toml", "[[rule]]\nid = 'a b'\n"), [1, 1, 1, 2]);
  fails(() => new Explainer({ before: [own, own] }), [2, 9]);
  fails(() => new Explainer({ after: [RuleFile.parse("x", OWN.replace('reason = "our-quota"', 'reason = "other"'))] }), [9]);
  for (const wrong of [1, null, undefined, Buffer.from(OWN)]) {
    assert.throws(() => RuleFile.parse("own.toml", wrong), TypeError);
    assert.throws(() => RuleFile.parse(wrong, OWN), TypeError);
  }
  const folder = mkdtempSync(join(tmpdir(), "wirecodes-"));
  const path = join(folder, "own.toml");
  writeFileSync(path, OWN);
  for (const asked of [path, pathToFileURL(path)]) assert.equal(RuleFile.read(asked).name, path);
  writeFileSync(path, Buffer.from("# a\n# b\n# \xe9\n", "latin1"));
  fails(() => RuleFile.read(path), [3]);
  assert.throws(() => RuleFile.read(join(folder, "none")), { code: "ENOENT" });
  for (const wrong of [0, null, undefined, {}]) assert.throws(() => RuleFile.read(wrong), TypeError);
  rmSync(folder, { recursive: true });
});

test("a stream in pieces is what it is as a whole", async () => {
  const streams = [
    LOG,
    Buffer.from("250 ok\r\n550-5.1.1 No such user\r\n550 5.1.1 here\r\n\r\n452 4.2.2 Mailbox full"),
    Buffer.from("Content-Type: multipart/report\n\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2\n Mailbox full\n"),
    Buffer.from(""),
  ];
  for (const stream of streams) {
    const expected = explainLines(stream).map(all);
    for (const size of [1, 2, 7, 64, 1000]) {
      const scanner = new Scanner();
      const found = [];
      for (let at = 0; at < stream.length; at += size) found.push(...scanner.push(stream.subarray(at, at + size)));
      found.push(...scanner.finish());
      assert.deepEqual(found.map(all), expected);
      assert.deepEqual([scanner.counts.bytes, scanner.counts.replies], [stream.length, found.length]);
    }
  }
  const scanner = new Scanner();
  assert.deepEqual(scanner.counts, { lines: 0, bytes: 0, replies: 0, passed: 0 });
  let found = 0;
  for await (const chunk of createReadStream(join(process.env.WIRECODES_VECTORS, "../replies/mail.log"))) found += scanner.push(chunk).length;
  found += scanner.finish().length;
  assert.equal(found, explainLines(LOG).length);
  // Another stream can follow: its lines count on.
  const { lines } = scanner.counts;
  assert.deepEqual(scanner.push("450 Greylisted\n").map(({ line }) => line), [lines + 1]);
  assert.equal(inspect(scanner), `Scanner(line ${lines + 1})`);
  assert.ok(Object.isFrozen(scanner.push("")) && Object.isFrozen(scanner.counts));
  // While a function's lines begin anew.
  assert.deepEqual([explainLines(GREYLISTED)[0].line, explainLines(GREYLISTED)[0].line], [1, 1]);
});

test("a line that is too long is cut", () => {
  const [of] = explainLines(`550 5.1.1 ${"x".repeat(100_000)}\n`);
  assert.equal(of.bytes.length, 65536);
  assert.ok(of.notes.includes("cut") && of.isDamaged);
  assert.deepEqual(of.toObject().notes, of.notes);
  assert.notEqual(of.toText(), explain(of.bytes).toText());
});

test("what the command says", () => {
  const folder = mkdtempSync(join(tmpdir(), "wirecodes-"));
  const path = join(folder, "mail.log");
  writeFileSync(path, LOG);
  const run = (...args) => spawnSync("npx", ["--no", "wirecodes", "explain", ...args], { encoding: "utf8" }).stdout;
  const rows = run("--format", "json", path);
  assert.ok(rows.length > 500);
  assert.equal(explainLines(LOG).map((of) => `${JSON.stringify(of)}\n`).join(""), rows);
  assert.equal(explainLines(LOG).map((of) => of.toText()).join("\n"), run("--full", "--summary", "never", path));
  rmSync(folder, { recursive: true });
});

test("a reply that was read", () => {
  const reply = readReply("550-5.1.1 No such user.\r\n550 5.1.1 Check the spelling.\r\n");
  assert.deepEqual([reply.source, reply.number, reply.enhanced, reply.command, reply.class], ["reply", 550, "5.1.1", null, 5]);
  assert.deepEqual([reply.code, reply.enhancedCode], [smtp.get(550), smtp.get("5.1.1")]);
  assert.deepEqual(reply.lines.map(({ text, isContinued }) => [text, isContinued]), [["No such user.", true], ["Check the spelling.", false]]);
  assert.deepEqual(reply.faults, []);
  assert.equal(String(reply), "550-5.1.1 No such user.\n550 5.1.1 Check the spelling.");
  assert.equal(inspect(reply), "Reply(550, 5.1.1)");
  const logged = readReply("4F1: to=<a@b>, dsn=4.2.0, status=deferred (host mx said: 450 4.2.0 Wait (in reply to RCPT TO command))");
  assert.deepEqual([logged.source, logged.command, String(logged.bytes)], ["postfix", "RCPT", "450 4.2.0 Wait"]);
  assert.deepEqual([readReply("").faults, readReply("").lines, readReply("").bytes.length, readReply("").class], [["no-code"], [], 0, null]);
  assert.deepEqual(readReply(Buffer.from("550 \xff", "latin1")).lines[0].bytes, Buffer.from([0xff]));
});

test("everything is frozen", () => {
  const reply = readReply(GREYLISTED);
  const { rules } = new Explainer();
  const explanation = explain(GREYLISTED);
  for (const of of [
    ...[explanation, explanation.actors, explanation.notes, explanation.toObject(), explainMany([GREYLISTED]), explainLines(GREYLISTED)],
    ...[reasons, reasons[0], reasons[0].codes, reasons[0].sparkpost, reasons[0].text("ja"), reasons[0].text().untranslated],
    ...[rules, rules[0], rules[0].phrases, rules[0].examples, new Explainer().matchingRules(GREYLISTED)],
    ...[reply, reply.lines, reply.lines[0], reply.faults, new Explainer(), new Scanner(), own],
  ]) {
    assert.ok(Object.isFrozen(of), inspect(of));
  }
  assert.throws(() => {
    explanation.reason = null;
  }, TypeError);
});

test("workers", async () => {
  const script = `
    const { parentPort } = require("node:worker_threads");
    const { explain, explainMany, reasons } = require("wirecodes");
    const replies = Array.from({ length: 2000 }, (_, number) => "450 Greylisted " + number);
    parentPort.postMessage([...explainMany(replies).map(JSON.stringify), ...reasons.map(({ retry }) => retry), explain("550 5.1.1").text].join());
  `;
  const run = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { eval: true });
      worker.once("message", resolve).once("error", reject);
    });
  const answers = await Promise.all(Array.from({ length: 6 }, run));
  assert.equal(new Set(answers).size, 1);
});
