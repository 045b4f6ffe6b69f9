// Replies and logs explained in a second, objects included, against Rust in the same run; and the memory after many. `cargo xtask
// bench` runs it with the program that measures Rust and a folder for the replies that both explain.
//
// Times are the best of several rounds in turns, since a machine is not as quick at one moment as at another.

import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Scanner, explain, explainLines, explainMany } from "wirecodes";

const ROUNDS = 6;
const REPEATS = 5;
const [program, folder] = process.argv.slice(2);

/** Seconds that Rust takes; the files of replies are there then. */
function rust() {
  const lines = execFileSync(program, [folder], { encoding: "utf8" }).trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split("\t")).map(([name, seconds]) => [name, Number(seconds)]));
}

function seconds(run) {
  let best = Infinity;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  }
  return best;
}

const base = rust();
const replies = JSON.parse(readFileSync(join(folder, "replies.json"), "utf8"));
const encoded = replies.map((reply) => Buffer.from(reply));
const log = readFileSync(join(folder, "mail.log"));

function properties() {
  let seen = 0;
  for (const { reason, outcome, suppress } of explainMany(encoded)) {
    if (reason !== undefined && outcome !== undefined && suppress !== undefined) seen++;
  }
  if (seen !== replies.length) throw new Error("not explained");
}

function oneByOne() {
  for (const reply of encoded) explain(reply);
}

function inPieces() {
  const scanner = new Scanner();
  for (let at = 0; at < log.length; at += 65536) scanner.push(log.subarray(at, at + 65536));
  scanner.finish();
}

function times() {
  const subjects = {
    "`explainMany`, of bytes": ["explain_many", () => explainMany(encoded)],
    "`explainMany`, of text": ["explain_many", () => explainMany(replies)],
    "the same, and three properties of each": ["explain_many", properties],
    "`explain`, one by one": ["explain_many", oneByOne],
    "`explainLines`, of a log": ["explain_lines", () => explainLines(log)],
    "a `Scanner`, of the same in pieces of 64 KiB": ["explain_lines", inPieces],
  };
  const best = Object.fromEntries(Object.keys(subjects).map((name) => [name, Infinity]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, time] of Object.entries(rust())) base[name] = Math.min(base[name], time);
    for (const [name, [, run]] of Object.entries(subjects)) best[name] = Math.min(best[name], seconds(run));
  }
  const speeds = {
    explain_many: (time) => `${(replies.length / time / 1e6).toFixed(2)} million`,
    explain_lines: (time) => `${(log.length / time / 1e6).toFixed(0)} MB`,
  };
  console.log(`\n| Node, ${replies.length} replies and a log of ${(log.length / 1e6).toFixed(0)} MB | a second | of Rust's speed |`);
  console.log("|---|--:|--:|");
  for (const [of, time] of Object.entries(base)) console.log(`| Rust, ${of} | ${speeds[of](time)} | 100 % |`);
  for (const [name, [of]] of Object.entries(subjects)) {
    console.log(`| ${name} | ${speeds[of](best[name])} | ${((100 * base[of]) / best[name]).toFixed(0)} % |`);
  }
}

async function memory() {
  const scanner = new Scanner();
  const calls = {
    "explained at once and dropped": () => explainMany(replies),
    "explained one by one and dropped": oneByOne,
    "found in a stream and dropped": async () => {
      const before = scanner.counts.replies;
      while (scanner.counts.replies < before + replies.length) {
        for await (const chunk of createReadStream(join(folder, "mail.log"))) scanner.push(chunk);
        scanner.finish();
      }
    },
  };
  console.log("\n| replies | how many | kB more |");
  console.log("|---|--:|--:|");
  for (const [name, call] of Object.entries(calls)) {
    // What comes first lets the heap grow to what so many calls want of it.
    for (let round = 0; round < 10; round++) await call();
    global.gc();
    const before = process.memoryUsage.rss();
    for (let round = 0; round < 50; round++) await call();
    global.gc();
    const more = Math.round((process.memoryUsage.rss() - before) / 1024);
    console.log(`| ${name} | ${(50 * replies.length).toLocaleString("en")} | ${more} |`);
  }
}

times();
await memory();
