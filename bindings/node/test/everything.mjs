// Everything that a user of the npm package can see, as JSON, from the objects that the user holds.
//
// `crates/wirecodes-tests/examples/everything.rs` says what the lines are and how they are written; this prints the same ones.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as wirecodes from "wirecodes";

const { smtp, smtpEnhanced } = wirecodes;
const [vectors, wanted] = process.argv.slice(2);
const langs = wirecodes.languages.map(({ tag }) => tag);
const ACTORS = ["client-user", "client-operator", "recipient", "server-operator", "developer", "network", "nobody"];

function* parts() {
  yield ["about", () => [about()]];
  for (const protocol of wirecodes.protocols) {
    for (const lang of langs) {
      yield [`codes ${protocol} ${lang}`, () => rows(protocol).map((row) => code(row, lang))];
      yield [`compare ${protocol} ${lang}`, () => pairs(protocol, lang)];
      yield [
        `interpret ${protocol} ${lang}`,
        () => [...forms(protocol)].map((form) => interpretation(wirecodes.interpret(protocol.id, form), lang)),
      ];
      yield [`render ${protocol} ${lang}`, () => rows(protocol).map((row) => rendered(row, lang))];
    }
  }
  for (const lang of langs) yield [`pairing ${lang}`, () => pairings(lang)];
  yield ["search", () => JSON.parse(readFileSync(vectors, "utf8")).searches.map(search)];
  for (const lang of langs) yield [`families ${lang}`, () => families().map((one) => ofFamily(one, lang))];
  yield ["replies", () => replies().map((bytes) => reply(wirecodes.readReply(bytes)))];
  yield ["explain", () => wirecodes.explainMany(replies()).map(explanation)];
  yield ["explain lines", scanned];
  for (const lang of langs) yield [`reasons ${lang}`, () => wirecodes.reasons.map((one) => reason(one, lang))];
  yield ["rules", () => new wirecodes.Explainer().rules.map(rule)];
}

function rows(protocol) {
  return protocol.codes.flatMap((code) => [code, ...code.views]);
}

function* pairs(protocol, lang) {
  const used = rows(protocol).filter((code) => code.isInUse);
  for (const a of used) for (const b of used) yield comparison(wirecodes.compare(a, b, { lang }));
}

function* pairings(lang) {
  for (const a of smtp) {
    for (const b of smtpEnhanced) yield comparison(wirecodes.compare(a, b.through(5) ?? b, { lang }));
  }
}

const range = (count) => Array.from({ length: count }, (_, index) => index);

function* forms(protocol) {
  if (protocol.id === "smtp") {
    for (const number of range(1000)) yield String(number).padStart(3, "0");
  } else if (protocol.id === "smtp-enhanced") {
    for (const klass of ["2", "4", "5", "X"]) {
      for (const subject of range(11)) {
        for (const detail of [...range(41), 99, 255, 350, 606, 999]) yield `${klass}.${subject}.${detail}`;
      }
    }
  } else {
    for (const number of [...range(21), 404, 65535]) yield String(number);
  }
}

function families() {
  const dotted = ["2", "4", "5", "X"].flatMap((klass) => [
    ...range(10).map((subject) => `${klass}.${subject}`),
    klass,
    `${klass}.X.X`,
  ]);
  const digits = range(10).flatMap((klass) => [...range(10).map((subject) => `${klass}${subject}z`), `${klass}yz`]);
  return [
    ...dotted.map((text) => wirecodes.family("smtp-enhanced", text)),
    ...digits.map((text) => wirecodes.family("smtp", text)),
  ].filter((family) => family !== null);
}

function about() {
  return {
    data_version: wirecodes.DATA_VERSION,
    languages: wirecodes.languages.map(({ tag, name, nativeName }) => ({ tag, name, native_name: nativeName })),
    protocols: wirecodes.protocols.map((protocol) => ({
      id: protocol.id,
      name: protocol.name,
      enumeration: protocol.enumeration,
      codes: protocol.codes.map(String),
      companions: wirecodes.protocols.filter((other) => protocol.isCompanion(other)).map(({ id }) => id),
      texts: langs.map((lang) => ({
        lang,
        title: protocol.title(lang),
        unregistered: protocol.unregistered(lang),
        actors: ACTORS.map((actor) => [actor, protocol.actor(actor, lang)]),
        classes: protocol.classes.map((one) => klass(one, lang)),
        subjects: protocol.subjects.map((one) => subject(one, lang)),
      })),
    })),
  };
}

function subject(of, lang) {
  return of && { id: of.id, digits: of.digits, name: of.name, local_name: of.localName(lang), text: of.text(lang) };
}

function klass(of, lang) {
  return of && { ...subject(of, lang), outcome: of.outcome, retry: of.retry };
}

function reference(of) {
  if (of === null) return null;
  const { id, title, url } = of.document;
  return { document: { id, title, url }, section: of.section, url: of.url, says: of.says };
}

function meaning(of, lang) {
  const { commands, phrase, outcome, retry } = of;
  return { commands, phrase, reference: reference(of.reference), outcome, retry, text: of.text(lang) };
}

function related(of, lang) {
  return of && { code: String(of.code), kind: of.kind, text: of.text(lang) };
}

const optional = (of) => of && String(of);

function code(of, lang) {
  const { gist, description, when, fix, use, choose, untranslated, ...text } = of.text(lang);
  return {
    protocol: of.protocol,
    code: of.code,
    reference: String(of),
    number: of.number,
    name: of.name,
    constant: of.constant,
    mention: of.mention,
    aliases: of.aliases,
    phrase: of.phrase,
    class: klass(of.class, lang),
    subject: subject(of.subject, lang),
    outcome: of.outcome,
    status: of.status,
    vendor: of.vendor,
    retry: of.retry,
    actors: of.actors,
    connection: of.connection,
    commands: of.commands,
    meanings: of.meanings.map((one) => meaning(one, lang)),
    references: of.references.map(reference),
    related: of.related.map((one) => related(one, lang)),
    examples: of.examples,
    is_success: of.isSuccess,
    is_transient: of.isTransient,
    is_permanent: of.isPermanent,
    should_retry: of.shouldRetry,
    detail: optional(of.detail),
    views: of.views.map(String),
    through: range(10).flatMap((digit) => of.through(digit) ?? []).map(String),
    classes: of.classes.map(({ id }) => id),
    limited_by: reference(of.limitedBy),
    is_meant: of.isMeant,
    is_in_use: of.isInUse,
    note: of.note(lang),
    namesakes: of.namesakes.map(String),
    text: { lang: text.lang, name: text.name, gist, description, when, fix, use, choose, untranslated },
  };
}

function comparison(of) {
  return {
    a: String(of.a),
    b: String(of.b),
    lead: of.lead,
    summary: of.summary,
    relation: related(of.relation, of.lang),
    facets: of.facets.map(({ kind, label, a, b, same }) => ({ kind, label, a, b, same })),
    differences: of.differences.map(({ kind, text }) => ({ kind, text })),
    choose: { a: of.choose.a, b: of.choose.b, note: of.choose.note },
    references: of.references.map(String),
    pairing: of.pairing,
    believed: optional(of.believed),
  };
}

function interpretation(of, lang) {
  return {
    protocol: of.protocol,
    code: of.code,
    number: of.number,
    entry: optional(of.entry),
    is_registered: of.isRegistered,
    class: klass(of.class, lang),
    subject: subject(of.subject, lang),
    outcome: of.outcome,
    retry: of.retry,
    gist: of.gist(lang),
    nearest: of.nearest().map(String),
  };
}

function ofFamily(of, lang) {
  return {
    family: String(of),
    protocol: of.protocol,
    class: klass(of.class, lang),
    subject: subject(of.subject, lang),
    outcome: of.outcome,
    retry: of.retry,
    texts: of.texts(lang),
    codes: of.codes.map(String),
  };
}

function search(query) {
  return { query, found: wirecodes.search(query).map(String) };
}

function rendered(of, lang) {
  // The text of the JSON has the keys in the documented order, which an object keeps.
  const json = `${JSON.stringify(of.toObject({ lang }), null, 2)}\n`;
  return { text: of.toText({ lang, width: 80 }), markdown: of.toMarkdown({ lang }), html: of.toHtml({ lang }), json };
}

const replyFolder = join(dirname(vectors), "replies");

function replies() {
  const labelled = readFileSync(join(replyFolder, "labelled.txt"), "utf8").split("\n");
  const texts = labelled.filter((line) => line !== "" && !line.startsWith("#") && !/^\[.*\]$/.test(line));
  const odd = [
    "",
    "550",
    "550 Bo\xeete pleine",
    "550-5.1.1 a\r\n450 b\x07\n",
    "042 \xff\xfe",
    "Diagnostic-Code: smtp; 552 5.2.2\r\n Mailbox full\r\n",
    "354 5.1.1 go",
    "4F1: to=<a@b>, dsn=4.4.1, status=deferred (host mx said: 450 4.2.0 Greylisted, try again in 00:05:00 (in reply to RCPT TO command))",
  ];
  return [
    // What it is and who writes so stand before it.
    ...texts.map((line) => line.replace(/^\S+ \S+ /, "").replaceAll("\\n", "\r\n")),
    ...odd.map((text) => Buffer.from(text, "latin1")),
  ];
}

/** What is found in a log, and then what was passed. */
function scanned() {
  const log = readFileSync(join(replyFolder, "mail.log"));
  const scanner = new wirecodes.Scanner();
  const found = [...scanner.push(log), ...scanner.finish()];
  const { lines, bytes, replies, passed } = scanner.counts;
  return [...found.map(explanation), { lines, bytes, replies, passed }];
}

function reply(of) {
  return {
    source: of.source,
    number: of.number,
    code: optional(of.code),
    enhanced: of.enhanced,
    enhanced_code: optional(of.enhancedCode),
    command: of.command,
    class: of.class,
    lines: of.lines.map(({ number, isContinued, enhanced, text, bytes }) => ({
      number,
      is_continued: isContinued,
      enhanced,
      text,
      bytes: [...bytes],
    })),
    faults: of.faults,
    text: String(of),
    bytes: [...of.bytes],
  };
}

function explanation(of) {
  return {
    line: of.line,
    text: of.text,
    number: of.number,
    code: optional(of.code),
    enhanced: of.enhanced,
    enhanced_code: optional(of.enhancedCode),
    command: of.command,
    reason: optional(of.reason),
    rule: optional(of.rule),
    outcome: of.outcome,
    evidence: of.evidence,
    actors: of.actors,
    retry: of.retry,
    retry_after: of.retryAfter,
    suppress: of.suppress,
    notes: of.notes,
    is_damaged: of.isDamaged,
    row: JSON.stringify(of),
    full: langs.map((lang) => of.toText({ lang, width: 80 })),
  };
}

function reason(of, lang) {
  const { outcome, actors, retry, suppress, codes, sparkpost, sisimai, kumomta } = of;
  const { name, gist, description, when, fix, again, use, untranslated, ...text } = of.text(lang);
  return {
    id: of.id,
    outcome,
    actors,
    retry,
    suppress,
    codes,
    sparkpost,
    sisimai,
    kumomta,
    text: { lang: text.lang, name, gist, description, when, fix, again, use, untranslated },
    rendered: rendered(of, lang),
  };
}

function rule({ id, reason, outcome, phrases, also, codes, from, examples }) {
  return { id, reason: optional(reason), outcome, phrases, also, codes, from, examples };
}

for (const [name, lines] of parts()) {
  if (wanted === undefined) {
    const hash = createHash("sha256");
    let count = 0;
    for (const line of lines()) {
      hash.update(`${JSON.stringify(line)}\n`);
      count += 1;
    }
    console.log(`${name}\t${count}\t${hash.digest("hex")}`);
  } else if (wanted === name) {
    for (const line of lines()) console.log(JSON.stringify(line));
  }
}
