// Times of lookups against what users would otherwise call, and the memory after many calls. `cargo xtask bench` runs it.
//
// Times are the best of many rounds, all of one run and in turns, since a machine is not as quick at one moment as at another. An
// empty loop is taken off.

import { execFileSync } from "node:child_process";
import statuses from "statuses";
import { getReasonPhrase } from "http-status-codes";
import { compare, interpret, lookup, smtp, smtpEnhanced } from "wirecodes";

const ROUNDS = 60;
const REPEATS = 4000;
const numbers = [421, 450, 451, 452, 500, 501, 502, 503, 504, 550, 551, 552, 553, 554];
const http = [200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 429, 500, 502, 503];
const texts = ["4.2.1", "4.2.2", "5.2.2", "5.1.1", "5.1.10", "5.7.1", "5.7.26", "4.7.0", "4.4.1", "4.4.2", "5.3.4", "5.5.4", "5.6.0", "2.1.5"];
const objects = numbers.map((number) => smtp.get(number));
const plain = objects.map(({ outcome }) => Object.freeze({ outcome }));
const byNumber = new Map(numbers.map((number) => [number, smtp.get(number)]));
const byText = new Map(texts.map((text) => [text, smtpEnhanced.get(text)]));

const subjects = Object.entries({
  nothing: [numbers, "c !== null"],
  "`statuses.message[404]`": [http, "statuses.message[c] !== undefined"],
  "`smtp.get(450)`": [numbers, "smtp.get(c) !== null"],
  '`lookup("smtp", 450)`': [numbers, 'lookup("smtp", c) !== null'],
  "http-status-codes' `getReasonPhrase(404)`": [http, "getReasonPhrase(c) !== undefined"],
  "a `Map` of numbers": [numbers, "byNumber.get(c) !== undefined"],
  "a `Map` of texts": [texts, "byText.get(c) !== undefined"],
  '`smtpEnhanced.get("4.2.1")`': [texts, "smtpEnhanced.get(c) !== null"],
  '`lookup("smtp", "4.2.1")`': [texts, 'lookup("smtp", c) !== null'],
  "a property of a plain object": [plain, "c.outcome !== undefined"],
  "`code.outcome`": [objects, "c.outcome !== undefined"],
  '`code.text("ja").fix`': [objects, 'c.text("ja").fix !== undefined'],
}).map(([name, [items, body]]) => {
  // A function of its own for each subject, so that the compiler sees one kind of call in it.
  const make = new Function(
    ...["items", "smtp", "smtpEnhanced", "lookup", "statuses", "getReasonPhrase", "byNumber", "byText"],
    `"use strict"; return () => {
      let seen = 0;
      const start = process.hrtime.bigint();
      for (let round = 0; round < ${REPEATS}; round++) {
        for (let i = 0; i < items.length; i++) { const c = items[i]; if (${body}) seen++; }
      }
      const time = Number(process.hrtime.bigint() - start) / ${REPEATS} / items.length;
      if (seen !== ${REPEATS} * items.length) throw new Error("not found");
      return time;
    };`,
  );
  return [name, make(items, smtp, smtpEnhanced, lookup, statuses, getReasonPhrase, byNumber, byText)];
});

function times() {
  const best = new Map(subjects.map(([name]) => [name, Infinity]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of subjects) best.set(name, Math.min(best.get(name), run()));
  }
  const nothing = best.get("nothing");
  best.delete("nothing");
  const bases = new Set(["`statuses.message[404]`", "a `Map` of texts", "a property of a plain object"]);
  let base = nothing;
  console.log("| Node | ns, the loop included | ns without it | against `statuses`, the `Map` or the object above |");
  console.log("|---|--:|--:|--:|");
  for (const [name, time] of best) {
    if (bases.has(name)) base = time;
    console.log(`| ${name} | ${time.toFixed(2)} | ${(time - nothing).toFixed(2)} | ${(time / base).toFixed(2)}x |`);
  }
}

function imports() {
  const time = (source) => {
    let best = Infinity;
    for (let round = 0; round < 25; round++) {
      const inside = `const start = process.hrtime.bigint(); ${source}; console.log(Number(process.hrtime.bigint() - start) / 1e6)`;
      best = Math.min(best, Number(execFileSync(process.execPath, ["--eval", inside], { encoding: "utf8" })));
    }
    return best;
  };
  console.log("\n| `require` | ms |");
  console.log("|---|--:|");
  for (const name of ["statuses", "http-status-codes", "wirecodes"]) {
    console.log(`| \`${name}\` | ${time(`require("${name}")`).toFixed(1)} |`);
  }
  console.log(`| \`wirecodes\`, and the first lookup | ${time('require("wirecodes").smtp.get(450)').toFixed(1)} |`);
}

function memory() {
  const malformed = () => {
    try {
      lookup("smtp", "0450");
    } catch {
      // As expected.
    }
  };
  const calls = [
    ["lookup, found", 10_000_000, () => lookup("smtp", "4.2.1")],
    ["lookup, found by another writing", 1_000_000, () => lookup("smtp", " 450 ")],
    ["lookup, unknown", 1_000_000, () => lookup("smtp", 457)],
    ["lookup, malformed", 100_000, malformed],
    ["interpret", 300_000, () => interpret("smtp", "457").class],
    ["compare", 100_000, () => compare("smtp:450", "smtp:550").facets],
    ["toMarkdown", 10_000, () => objects[1].toMarkdown({ lang: "ja" })],
  ];
  console.log("\n| calls | how many | kB more |");
  console.log("|---|--:|--:|");
  for (const [name, count, call] of calls) {
    // A first run fills what is kept, and lets the heap grow to what so many calls want of it.
    for (let round = 0; round < count; round++) call();
    global.gc();
    const before = process.memoryUsage.rss();
    for (let round = 0; round < count; round++) call();
    global.gc();
    console.log(`| ${name} | ${count.toLocaleString("en")} | ${Math.round((process.memoryUsage.rss() - before) / 1024)} |`);
  }
}

times();
imports();
memory();
