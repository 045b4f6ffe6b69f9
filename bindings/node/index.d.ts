// What the package exports, with its documentation. The types of codes and enumerations are generated from the data.

import type { KnownCodes, ProtocolId, ReasonId } from "./lib/generated/codes.js";

export * from "./lib/generated/codes.js";

/** Version of the data: the year, and a count within it. */
export declare const DATA_VERSION: string;
/** Version of the package, the same as that of the Rust crate and the Python package. */
export declare const VERSION: string;

/** What came of the request, in terms that hold across protocols. */
export type Outcome = "informational" | "success" | "intermediate" | "redirection" | "transient" | "permanent" | "failure";
/** How far a code is standardized. */
export type Status =
  | "standard"
  | "experimental"
  | "draft"
  | "deprecated"
  | "historic"
  | "obsolete"
  | "reserved"
  | "associated"
  | "unofficial";
/** Whether to make the same request again. */
export type Retry = "not-needed" | "later" | "after-change" | "never";
/** Who can act on a code. What each is called depends on the protocol: `Protocol.actor`. */
export type Actor = "client-user" | "client-operator" | "recipient" | "server-operator" | "developer" | "network" | "nobody";
/** What happens to the session. */
export type Connection = "kept" | "closed" | "either";
/** What one code is to another. */
export type RelationKind = "confused-with" | "enhanced-form" | "basic-form" | "counterpart" | "see-also";
/** A property in which two codes are set side by side. */
export type FacetKind =
  | "protocol"
  | "outcome"
  | "retry"
  | "actors"
  | "connection"
  | "commands"
  | "class"
  | "subject"
  | "status";
/** What matters most about a pair, and so what its summary says. */
export type Lead = "same" | "pairing" | "across" | "views" | "commands" | "outcome" | "cause";
/** How a reply code and an enhanced code go together in one reply. */
export type Pairing = "associated" | "possible" | "contradiction" | "classless" | "alone";
/** Whether to take the address off a mailing list: `if-repeated` if the same happens with several messages, some days apart. */
export type Suppress = "yes" | "if-repeated" | "no";
/** What an explanation was drawn from: the words, the enhanced code, the reply code, its class alone. The later, the less it proves. */
export type Evidence = "text" | "enhanced" | "reply" | "class";
/** What is not as it should be in a reply. */
export type ReplyFault =
  | "differing-codes"
  | "differing-enhanced-codes"
  | "no-last-line"
  | "no-code"
  | "no-such-class"
  | "classes-disagree"
  | "not-ascii"
  | "control"
  | "long-line";
/**
 * Something to know about a reply or about how it was read: a fault; that its text was believed against its code; that it was longer
 * than what is kept of one.
 */
export type Note = "text-says-later" | "text-says-never" | ReplyFault | "cut";
/** Where a reply was found: as a server sent it, in the fields of a bounce, in a line of a log, in other text. */
export type ReplySource = "reply" | "diagnostic-code" | "status" | "postfix" | "exim" | "sendmail" | "exchange" | "text";

/** A reply, a log or a piece of a stream as callers pass it: bytes, or text, which stands for its UTF-8. A `Buffer` is a `Uint8Array`. */
export type BytesInput = string | Uint8Array | ArrayBuffer | SharedArrayBuffer | DataView;

/** A code as callers pass it: text as on the wire or a constant, or an integer. */
export type CodeInput = string | number | bigint;
/** A language as callers pass it: itself, or a tag such as `ja` or `ja-JP`. */
export type LanguageInput = Language | string;
/** A protocol as callers pass it: itself, or its id. */
export type ProtocolInput = Protocol | ProtocolId | (string & {});

/**
 * What went wrong. A value of a wrong type (a boolean, `404.9`, `null`, bytes) is a `TypeError` instead.
 */
export declare class WirecodesError extends Error {
  private constructor();
  /** Which kind it is; `ERR_UNKNOWN_CODE` is a code that is well-formed but not in the dataset, where one is needed. */
  readonly code:
    | "ERR_INVALID_CODE"
    | "ERR_UNKNOWN_PROTOCOL"
    | "ERR_UNKNOWN_LANGUAGE"
    | "ERR_UNKNOWN_CODE"
    | "ERR_INVALID_RULES";
  /** For `ERR_INVALID_RULES`: all that is wrong, by file and line. Each is a line of the message. */
  readonly faults?: readonly RuleFault[];
}

/**
 * The code of a protocol; `null` if it is well-formed but not in the dataset.
 *
 * ```js
 * lookup("smtp", 450) === smtp.MAILBOX_UNAVAILABLE; // true
 * lookup("smtp", "4.2.2").protocol; // "smtp-enhanced"
 * lookup("smtp", 457); // null
 * ```
 *
 * @throws {WirecodesError} `ERR_UNKNOWN_PROTOCOL`, or `ERR_INVALID_CODE` if it has not the form of a code
 * @throws {TypeError} for what is neither a string nor an integer
 */
export declare function lookup<P extends ProtocolId>(protocol: P, code: KnownCodes[P]): Code;
export declare function lookup(protocol: ProtocolInput, code: CodeInput | Code): Code | null;

/**
 * The code that a reference such as `smtp:450` or `grpc:UNAVAILABLE` names; `null` if it is well-formed but not in the dataset.
 *
 * @throws {WirecodesError} as `lookup`; also `ERR_INVALID_CODE` if there is no colon
 */
export declare function parse(reference: string): Code | null;

/**
 * What can be said of a well-formed code, known or not (RFC 5321, 4.3.2).
 *
 * ```js
 * interpret("smtp", 457).outcome; // "transient"
 * ```
 *
 * @throws {WirecodesError} as `lookup`
 */
export declare function interpret(protocol: ProtocolInput, code: CodeInput): Interpretation;

/**
 * Two codes against each other, each itself or a reference such as `smtp:450`.
 *
 * ```js
 * compare("smtp:450", "smtp:550", { lang: "ja" }).summary;
 * ```
 *
 * @throws {WirecodesError} `ERR_UNKNOWN_CODE` if one is not in the dataset, `ERR_UNKNOWN_LANGUAGE`, and otherwise as `parse`
 */
export declare function compare(a: Code | string, b: Code | string, options?: { lang?: LanguageInput }): Comparison;

/**
 * The codes that share a class, a subject or both: `5`, `5.7`, `X.7`, `4yz`, `45z`; `null` if the text does not name a family.
 *
 * @throws {WirecodesError} `ERR_UNKNOWN_PROTOCOL`
 */
export declare function family(protocol: ProtocolInput, text: string): Family | null;

/** The codes that words find, best first: numbers, patterns (`45x`), names, prose in any language. */
export declare function search(query: string): readonly Code[];

/**
 * The codes of a protocol in order, or those of all. Of dotted codes these are the details, `X.2.2`.
 *
 * @throws {WirecodesError} `ERR_UNKNOWN_PROTOCOL`
 */
export declare function codes(protocol?: ProtocolInput): readonly Code[];

/**
 * Reads and explains a reply by the rules of the dataset: as a server sent it, a line of a log, or the fields of a bounce.
 *
 * ```js
 * const explanation = explain("450 4.2.0 <ann@example.com>: Greylisted, try again in 300 seconds");
 * explanation.reason === reason("greylisted"); // true
 * explanation.retryAfter; // 300
 * ```
 *
 * Any text and any bytes can be explained: where nothing is known, the explanation says so. The first call takes some milliseconds more.
 *
 * @throws {TypeError} for what is neither text nor bytes
 */
export declare function explain(reply: BytesInput): Explanation;

/**
 * Explains many replies at once, several times quicker than one by one.
 *
 * ```js
 * explainMany(["450 Greylisted", Buffer.from("550 5.1.1 User unknown")]).map(({ outcome }) => outcome); // ["transient", "permanent"]
 * ```
 *
 * @throws {TypeError} as `explain`; it names the place: `replies[3]`
 */
export declare function explainMany(replies: Iterable<BytesInput>): readonly Explanation[];

/**
 * Explains all that is found in one buffer: a log, a list of replies, a bounce, a mailbox. What doesn't fit into one, or comes bit by
 * bit, is for a `Scanner`.
 *
 * ```js
 * const log = "postfix/smtp[9]: 4F2: to=<b@example.org>, dsn=5.1.1, status=bounced (host mx said: 550 5.1.1 User unknown)";
 * explainLines(log).map(({ line, reason }) => `${line} ${reason}`); // ["1 mailbox-unknown"]
 * ```
 *
 * @throws {TypeError} for what is neither text nor bytes
 */
export declare function explainLines(buffer: BytesInput): readonly Explanation[];

/**
 * Reads a reply without explaining it: as a server sent it, of one line or several, in a line of a log, or in the fields of a bounce.
 * Nothing is refused: `faults` says what is wrong. Where the specifications leave a question open, the answer is Postfix's.
 *
 * ```js
 * const reply = readReply("550-5.1.1 No such user.\r\n550 5.1.1 Check the spelling.\r\n");
 * reply.lines.map(({ text }) => text); // ["No such user.", "Check the spelling."]
 * ```
 *
 * @throws {TypeError} for what is neither text nor bytes
 */
export declare function readReply(reply: BytesInput): Reply;

/** The reason of the dataset with this id; `null` if there is none. */
export declare function reason(id: ReasonId): Reason;
export declare function reason(id: string): Reason | null;
/** The reasons for which mail is refused, in the order of the dataset. */
export declare const reasons: readonly Reason[];

/**
 * The protocol with this id.
 *
 * @throws {WirecodesError} `ERR_UNKNOWN_PROTOCOL`
 */
export declare function protocol(id: ProtocolInput): Protocol;
/** The protocols whose codes are described. */
export declare const protocols: readonly Protocol[];

/**
 * The language for a BCP 47 tag, falling back from region and script: `ja-JP` finds `ja`.
 *
 * @throws {WirecodesError} `ERR_UNKNOWN_LANGUAGE`
 */
export declare function language(tag: LanguageInput): Language;
/** The languages that there are texts in. */
export declare const languages: readonly Language[];

/** A language that texts are in. */
export declare class Language {
  private constructor();
  /** Its BCP 47 tag. */
  readonly tag: string;
  /** Its English name. */
  readonly name: string;
  /** Its own name for itself. */
  readonly nativeName: string;
  toString(): string;
  toJSON(): string;
}

/** The class of a code: for SMTP its first digit, `4yz` Transient Negative Completion. */
export declare class Class {
  private constructor();
  /** As the specification writes it: `4yz`. */
  readonly id: string;
  /** What stands in a code for it: `4`. */
  readonly digits: string;
  /** The specification's name for it. */
  readonly name: string;
  /** What its codes have come to, where the class decides it. */
  readonly outcome: Outcome | null;
  /** Whether to try again, where the class decides it. */
  readonly retry: Retry | null;
  /** Its name in a language. */
  localName(lang?: LanguageInput): string;
  /** What it says, in one or two sentences. */
  text(lang?: LanguageInput): string;
  toString(): string;
}

/** The subject of a code: for SMTP its second digit, `x5z` Mail System. */
export declare class Subject {
  private constructor();
  /** As the specification writes it: `x5z`. */
  readonly id: string;
  /** What stands in a code for it: `5`. */
  readonly digits: string;
  /** The specification's name for it. */
  readonly name: string;
  /** Its name in a language. */
  localName(lang?: LanguageInput): string;
  /** What it says, in one or two sentences. */
  text(lang?: LanguageInput): string;
  toString(): string;
}

/** A document that defines codes. */
export declare class Document {
  private constructor();
  /** What it is cited by: `RFC 5321`. */
  readonly id: string;
  /** Its title. */
  readonly title: string;
  /** Where to read it. */
  readonly url: string;
  toString(): string;
}

/** A place in a document that speaks of a code. */
export declare class Reference {
  private constructor();
  /** The document. */
  readonly document: Document;
  /** The number of the section; `null` if the document has no sections. */
  readonly section: string | null;
  /** Where to read it: the section, if there is one. */
  readonly url: string;
  /** A few of the document's own words. */
  readonly says: string | null;
  /** `RFC 5321, 4.2.3` */
  toString(): string;
}

/** A meaning that a document gives a code for particular commands. */
export declare class Meaning {
  private constructor();
  /** The commands it answers there. */
  readonly commands: readonly string[];
  /** The document's words. */
  readonly phrase: string | null;
  /** Where that is defined. */
  readonly reference: Reference;
  /** The outcome, if it differs from the code's own. */
  readonly outcome: Outcome | null;
  /** The retry advice, if it differs from the code's own. */
  readonly retry: Retry | null;
  /** What it means there, and what to do. */
  text(lang?: LanguageInput): string;
}

/** A code that another one is related to, and how. */
export declare class Related {
  private constructor();
  /** The other code. */
  readonly code: Code;
  /** What the other code is to the first. */
  readonly kind: RelationKind;
  /** How the two differ and how to choose; `null` where no more is to be said than that they go together. */
  text(lang?: LanguageInput): string | null;
}

/** What is said of a code in one language. */
export interface Text {
  /** Tag of the language that the texts are in. */
  readonly lang: string;
  /** The name in this language; `null` for a code without a name. */
  readonly name: string | null;
  /** One sentence: what this code says. */
  readonly gist: string;
  /** What it means. */
  readonly description: string;
  /** When one sees it: the concrete situations. */
  readonly when: string;
  /** What to do about it. */
  readonly fix: string;
  /** For who implements a server: when to send this one rather than its neighbours. */
  readonly use: string;
  /** One sentence that a comparison can put against any other code's. */
  readonly choose: string;
  /** The names of the fields that are in English although another language was asked for. */
  readonly untranslated: readonly string[];
}

/** What codes, interpretations and families have in common: the renderings. */
interface Rendered {
  /** As text for a terminal of some width, by default 80 columns. */
  toText(options?: { lang?: LanguageInput; width?: number }): string;
  /** As Markdown. */
  toMarkdown(options?: { lang?: LanguageInput }): string;
  /** As a self-contained HTML page. */
  toHtml(options?: { lang?: LanguageInput }): string;
  /** As a frozen plain object, in the documented form of the JSON. */
  toObject(options?: { lang?: LanguageInput }): { readonly [key: string]: unknown };
  /** For `JSON.stringify`: the documented form, in English. */
  toJSON(): { readonly [key: string]: unknown };
}

/**
 * A code of the dataset. It is frozen, and there is one object for each, so that `===` compares codes. `String(code)` is its
 * reference, `smtp:450`.
 */
export declare class Code {
  private constructor();
  /** Id of its protocol. */
  readonly protocol: ProtocolId;
  /** The code as on the wire: `450`, `4.2.1`, `14`. */
  readonly code: string;
  /** The number, in protocols whose codes are numbers. */
  readonly number: number | null;
  /** Our short English name; `null` where the code has no meaning of its own. It never changes once released. */
  readonly name: string | null;
  /** The name of its constant; that of a dotted code belongs to its detail. */
  readonly constant: string | null;
  /** What it is called in a sentence: the number, or the constant in protocols where people use that. */
  readonly mention: string;
  /** Other names that people use for it. */
  readonly aliases: readonly string[];
  /** The specification's own words. */
  readonly phrase: string | null;
  /** Its class, in protocols that have classes. */
  readonly class: Class | null;
  /** Its subject, in protocols that have subjects. */
  readonly subject: Subject | null;
  /** What came of the request; `null` for a dotted code without its class, `X.2.1`. */
  readonly outcome: Outcome | null;
  /** How far it is standardized. */
  readonly status: Status;
  /** For an unofficial code: whose it is, where one can be named. */
  readonly vendor: string | null;
  /** Whether to make the same request again; `null` for a dotted code without its class. */
  readonly retry: Retry | null;
  /** Who can act on it, most likely first. */
  readonly actors: readonly Actor[];
  /** What happens to the session; `null` in protocols without one. */
  readonly connection: Connection | null;
  /** The commands that it answers, with `connect`, `end-of-data` and `any`; `null` in protocols without commands. */
  readonly commands: readonly string[] | null;
  /** The meanings that documents give it for particular commands. */
  readonly meanings: readonly Meaning[];
  /** Where it is defined, most important first. */
  readonly references: readonly Reference[];
  /** The codes that it is related to. */
  readonly related: readonly Related[];
  /** Real-looking replies on the wire, with example names and addresses. */
  readonly examples: readonly string[];
  /** The request was done. */
  readonly isSuccess: boolean;
  /** The request failed for now. */
  readonly isTransient: boolean;
  /** The request failed for good. */
  readonly isPermanent: boolean;
  /** Whether the same request, unchanged, may succeed later. */
  readonly shouldRetry: boolean;
  /** For a dotted code: its detail, `X.2.2` for 4.2.2; `null` in other protocols. */
  readonly detail: Code | null;
  /** For a dotted code: its detail seen through each class, whether it makes sense there or not. */
  readonly views: readonly Code[];
  /** For a dotted code: the classes with which its detail makes sense. */
  readonly classes: readonly Class[];
  /** Where the document itself limits the detail to those classes. */
  readonly limitedBy: Reference | null;
  /** Whether its class is one with which its detail makes sense. Always true of codes that are not dotted. */
  readonly isMeant: boolean;
  /** Whether it is meant, or servers send it all the same. */
  readonly isInUse: boolean;
  /** The other codes of the protocol that have the same number. */
  readonly namesakes: readonly Code[];
  /** For a dotted code: its detail seen through a class, by the class's digit; `null` if there is no such class. */
  through(digit: number): Code | null;
  /** Its texts in a language; where one is not translated it is English, and `untranslated` names it. */
  text(lang?: LanguageInput): Text;
  /** What is to be known of a dotted code whose class is not one with which its detail makes sense. */
  note(lang?: LanguageInput): string | null;
  toString(): string;
}
export interface Code extends Rendered {}

/** What can be said of a well-formed code, known or not. */
export declare class Interpretation {
  private constructor();
  /** Id of the protocol: the one asked for, or its companion (`smtp:4.2.1` is a code of `smtp-enhanced`). */
  readonly protocol: ProtocolId;
  /** The code as on the wire. */
  readonly code: string;
  /** The number, in protocols whose codes are numbers. */
  readonly number: number | null;
  /** The code itself, if the dataset has it. */
  readonly entry: Code | null;
  /** Whether the dataset has it. */
  readonly isRegistered: boolean;
  /** The class that its form puts it in; `null` if there is no such class, or none in the protocol. */
  readonly class: Class | null;
  /** The subject that its form puts it under. */
  readonly subject: Subject | null;
  /** The outcome: the code's own, or the one that its class decides. */
  readonly outcome: Outcome | null;
  /** Whether to make the same request again: the code's own advice, or that of its class. */
  readonly retry: Retry | null;
  /** One sentence: the code's gist, or what its form alone says. */
  gist(lang?: LanguageInput): string;
  /** The codes of the dataset that are nearest to it, nearest first, by default three. Unofficial ones are not among them. */
  nearest(count?: number): readonly Code[];
  toString(): string;
}
export interface Interpretation extends Rendered {}

/** A property of two codes side by side. */
export interface Facet {
  /** Which property. */
  readonly kind: FacetKind;
  /** A word or two for it. */
  readonly label: string;
  /** The value of the first code, in words. */
  readonly a: string;
  /** The value of the second code, in words. */
  readonly b: string;
  /** Whether the two are the same in it. */
  readonly same: boolean;
}

/** A difference in words. */
export interface Difference {
  /** The property that differs; `null` for the remark that only the reasons do. */
  readonly kind: FacetKind | null;
  /** The sentences. */
  readonly text: string;
}

/** When to use which of two codes. */
export interface Choice {
  /** When to use the first. */
  readonly a: string;
  /** When to use the second. */
  readonly b: string;
  /** What else there is to say about the choice. */
  readonly note: string | null;
}

/** Two codes against each other, in a language. */
export declare class Comparison {
  private constructor();
  /** The first code. */
  readonly a: Code;
  /** The second code. */
  readonly b: Code;
  /** Tag of the language of its texts. */
  readonly lang: string;
  /** What matters most about the pair, and so what its summary says. */
  readonly lead: Lead;
  /** One or two sentences that say what sets the two apart. */
  readonly summary: string;
  /** The relation that was written by hand for the pair, if there is one; it leads. */
  readonly relation: Related | null;
  /** The properties of the two side by side. */
  readonly facets: readonly Facet[];
  /** The differences in words, what matters most first. */
  readonly differences: readonly Difference[];
  /** When to use which. */
  readonly choose: Choice;
  /** The references of both, each once. */
  readonly references: readonly Reference[];
  /** For a reply code and an enhanced code: how they go together in one reply. */
  readonly pairing: Pairing | null;
  /** Of a reply code and an enhanced code that contradict each other, the one to believe (RFC 5321, 4.2). */
  readonly believed: Code | null;
  /** The same comparison with sides swapped. */
  swapped(): Comparison;
  /** As text for a terminal of some width, by default 80 columns. */
  toText(options?: { width?: number }): string;
  /** As Markdown. */
  toMarkdown(): string;
  /** As a self-contained HTML page. */
  toHtml(): string;
  /** As a frozen plain object, in the documented form of the JSON. */
  toObject(): { readonly [key: string]: unknown };
  /** For `JSON.stringify`: the documented form. */
  toJSON(): { readonly [key: string]: unknown };
  /** The summary. */
  toString(): string;
}

/** Codes that share a class, a subject or both. */
export declare class Family {
  private constructor();
  /** Id of the protocol: the one asked for, or its companion. */
  readonly protocol: ProtocolId;
  /** The class that they share, if it is given. */
  readonly class: Class | null;
  /** The subject that they share, if it is given. */
  readonly subject: Subject | null;
  /** The outcome that the class decides. */
  readonly outcome: Outcome | null;
  /** Whether to try again, where the class decides it. */
  readonly retry: Retry | null;
  /** Its codes in order: with a class, those that are in use with it; of dotted codes without, the details. */
  readonly codes: readonly Code[];
  /** What class and subject say, a text each. */
  texts(lang?: LanguageInput): readonly string[];
  toString(): string;
}
export interface Family extends Rendered {}

/** A protocol and its codes: `smtp.get(450)`, `smtp.MAILBOX_UNAVAILABLE`. Iterating gives the codes. */
export declare class Protocol<P extends ProtocolId = ProtocolId> {
  private constructor();
  /** Its id: `smtp`. */
  readonly id: P;
  /** What people call it: `SMTP`. */
  readonly name: string;
  /** Name of the enumeration of its codes: `SmtpReply`. */
  readonly enumeration: string;
  /** All codes of the protocol, in order. Of dotted codes these are the details, `X.2.2`. */
  readonly codes: readonly Code[];
  /** How many those are. */
  readonly size: number;
  /** The classes of its codes. */
  readonly classes: readonly Class[];
  /** The subjects of its codes. */
  readonly subjects: readonly Subject[];
  /**
   * The code; `null` if it is well-formed but not in the dataset.
   *
   * @throws {WirecodesError} `ERR_INVALID_CODE`
   * @throws {TypeError} for what is neither a string nor an integer
   */
  get(code: KnownCodes[P]): Code;
  get(code: CodeInput | Code): Code | null;
  /** Whether the dataset has the code. What is no code at all, it has not. */
  has(code: unknown): boolean;
  /** The code with this class, subject and detail, in protocols whose codes are dotted. */
  lookupDotted(klass: number, subject: number, detail: number): Code | null;
  /**
   * What can be said of a well-formed code, known or not.
   *
   * @throws {WirecodesError} `ERR_INVALID_CODE`
   */
  interpret(code: CodeInput): Interpretation;
  /** The codes that share a class, a subject or both; `null` if the text does not name a family. */
  family(text: string): Family | null;
  /** Whether codes of the one travel beside codes of the other: reply codes and enhanced status codes of SMTP. */
  isCompanion(other: ProtocolInput): boolean;
  /** What its codes are, in a few words: `SMTP reply codes`. */
  title(lang?: LanguageInput): string;
  /** What a client should make of a code that is not registered. */
  unregistered(lang?: LanguageInput): string;
  /** What an actor is called in this protocol. */
  actor(actor: Actor, lang?: LanguageInput): string;
  toString(): string;
  toJSON(): string;
  [Symbol.iterator](): IterableIterator<Code>;
}

/**
 * What a reply means and what to do. Explanations that were made together share memory: keep what you need of a few out of many, such as
 * `toObject()`, rather than the explanations.
 */
export declare class Explanation {
  private constructor();
  /** The number of the line on which the reply begins, from 1; `null` if it was not found in a stream. */
  readonly line: number | null;
  /** The lines of the reply with their codes; what is not UTF-8 as U+FFFD, and control characters escaped. */
  readonly text: string;
  /** What was explained: a reply, a line of a log, or the fields of a bounce; each time a `Buffer` of your own. */
  readonly bytes: Uint8Array;
  /** The number of the reply code; `null` where there was no reply, as when no connection could be made. */
  readonly number: number | null;
  /** The reply code, if the dataset has it. */
  readonly code: Code | null;
  /** The enhanced code, known or not: `4.2.1`. */
  readonly enhanced: string | null;
  /** The enhanced code, if the dataset has it. */
  readonly enhancedCode: Code | null;
  /** The command that was answered, where a log names it: `RCPT`, `end-of-data`. */
  readonly command: string | null;
  /** Why the server did not take the message; `null` where neither text nor codes tell. */
  readonly reason: Reason | null;
  /** The rule that said so. */
  readonly rule: Rule | null;
  /** Whether it failed for now or for good, by what the text says and otherwise by the code; `null` if neither tells. */
  readonly outcome: Outcome | null;
  /** What reason and outcome were drawn from; `null` if there was nothing to draw from. */
  readonly evidence: Evidence | null;
  /** Who can act, most likely first: by the reason, or else by the entry of the code. */
  readonly actors: readonly Actor[];
  /** Whether to try again; `null` if not even the outcome is known. */
  readonly retry: Retry | null;
  /** The seconds that the reply itself asks to wait. */
  readonly retryAfter: number | null;
  /** Whether to take the address off a list. */
  readonly suppress: Suppress;
  /** What else to know about the reply, and about how it was read. */
  readonly notes: readonly Note[];
  /** Whether part of the reply is missing or makes no sense. */
  readonly isDamaged: boolean;
  /** As text for a terminal of some width, by default 80 columns: all that there is to say. */
  toText(options?: { lang?: LanguageInput; width?: number }): string;
  /** As a frozen plain object, with the keys of `wirecodes explain --format json`. */
  toObject(): { readonly [key: string]: unknown };
  /** For `JSON.stringify`, which writes what `wirecodes explain --format json` writes. */
  toJSON(): { readonly [key: string]: unknown };
  /** The text. */
  toString(): string;
}

/**
 * Explains replies by a list of rules: those of the dataset, and with them those of users' files.
 *
 * ```js
 * const explainer = new Explainer({ before: [RuleFile.read("own.toml")] });
 * explainer.explain("550 5.1.1 Refused by gateway 7: user unknown").rule.id; // "our-gateway"
 * ```
 */
export declare class Explainer {
  /**
   * Files `before` overrule the dataset, and files `after` it add what it does not know. Without files it is the one whose rules the
   * functions of the package explain by.
   *
   * @throws {WirecodesError} `ERR_INVALID_RULES` if a rule names a reason that there isn't, or an id is there twice
   */
  constructor(files?: { before?: Iterable<RuleFile>; after?: Iterable<RuleFile> });
  /** The reasons, those of the dataset first. */
  readonly reasons: readonly Reason[];
  /** The rules, in the order in which they are tried. */
  readonly rules: readonly Rule[];
  /** Explains a reply, as the function `explain` does. */
  explain(reply: BytesInput): Explanation;
  /** Explains many replies at once, as the function `explainMany` does. */
  explainMany(replies: Iterable<BytesInput>): readonly Explanation[];
  /** Explains what is found in one buffer, as the function `explainLines` does. */
  explainLines(buffer: BytesInput): readonly Explanation[];
  /** The rules that would give a reply a reason, in their order; the first of them decides. */
  matchingRules(reply: BytesInput): readonly Rule[];
  /** A scanner that explains by these rules. */
  scanner(): Scanner;
}

/**
 * Finds the replies in a stream and explains them; its memory does not grow with the stream.
 *
 * ```js
 * const scanner = new Scanner();
 * for await (const chunk of createReadStream("/var/log/mail.log")) {
 *   for (const explanation of scanner.push(chunk)) console.log(explanation.line, explanation.reason);
 * }
 * for (const explanation of scanner.finish()) console.log(explanation.line, explanation.reason);
 * ```
 */
export declare class Scanner {
  /** By default it explains by the rules of the dataset. */
  constructor(explainer?: Explainer);
  /** Reads the next piece of a stream, of any size, and explains every reply that has come to its end. */
  push(chunk: BytesInput): readonly Explanation[];
  /** Ends a stream: what it ends with is a line even without an end of line. Another stream can follow, and its lines count on. */
  finish(): readonly Explanation[];
  /** What was read so far. */
  readonly counts: Counts;
}

/** What a scanner has passed. */
export interface Counts {
  /** Lines read. */
  readonly lines: number;
  /** Bytes read. */
  readonly bytes: number;
  /** Replies found. */
  readonly replies: number;
  /** Deliveries that a log or a notification calls successful. */
  readonly passed: number;
}

/** Why a server did not take a message: `mailbox-full`. There is one object for each, so that `===` compares reasons. */
export declare class Reason {
  private constructor();
  /** The id, as in JSON and in rules. */
  readonly id: ReasonId | (string & {});
  /** The outcome, if it is always the same; otherwise the reply's code says it. */
  readonly outcome: Outcome | null;
  /** Who can act, most likely first. */
  readonly actors: readonly Actor[];
  /** Whether to try again once the failure is permanent; a temporary one is to be tried again later. */
  readonly retry: Retry;
  /** Whether to take the address off a list once the failure is permanent. */
  readonly suppress: Suppress;
  /** Codes that often come with it, reply codes and enhanced ones. */
  readonly codes: readonly string[];
  /** SparkPost's bounce classification codes for it. */
  readonly sparkpost: readonly number[];
  /** Sisimai's name for it. */
  readonly sisimai: string | null;
  /** KumoMTA's bounce class for it. */
  readonly kumomta: string | null;
  /** Its texts in a language; where one is not translated it is English, and `untranslated` names it. */
  text(lang?: LanguageInput): ReasonText;
  /** The id. */
  toString(): string;
}
export interface Reason extends Rendered {}

/** What is said of a reason in one language. What a user's file leaves out is empty. */
export interface ReasonText {
  /** Tag of the language that the texts are in; `null` for a reason of a user's file, which does not say. */
  readonly lang: string | null;
  /** A few words: `Mailbox Full`. */
  readonly name: string;
  /** One sentence: what it says. */
  readonly gist: string;
  /** What it means. */
  readonly description: string;
  /** When one sees it. */
  readonly when: string;
  /** What to do about it. */
  readonly fix: string;
  /** When and how to try again. */
  readonly again: string;
  /** For who writes a server: what to send. */
  readonly use: string;
  /** The names of the fields that are in English although another language was asked for. */
  readonly untranslated: readonly string[];
}

/** By which words and codes a reason is seen. There is one object for each, so that `===` compares rules. */
export declare class Rule {
  private constructor();
  /** The id, as in JSON. */
  readonly id: string;
  /** The reason that it gives; `null` if it tells only for how long. */
  readonly reason: Reason | null;
  /** The outcome that it gives whatever the code claims. */
  readonly outcome: Outcome | null;
  /** What it looks for in the text: any of these; none if codes alone decide. */
  readonly phrases: readonly string[];
  /** What has to stand in the text as well: any of these; none if the phrases are enough. */
  readonly also: readonly string[];
  /** The codes that it needs, such as `4yz`: any of these, or none. */
  readonly codes: readonly string[];
  /** The software and the providers that write so, where that is known. */
  readonly from: readonly string[];
  /** Replies that it decides. */
  readonly examples: readonly string[];
  /** The id. */
  toString(): string;
}

/** A file of rules, and perhaps of reasons, that was read: for an `Explainer`. */
export declare class RuleFile {
  private constructor();
  /**
   * Reads the text of one; `name` is what faults call it.
   *
   * @throws {WirecodesError} `ERR_INVALID_RULES` with all that is wrong
   */
  static parse(name: string, text: string): RuleFile;
  /**
   * Reads one from a file in UTF-8, whose path is what faults call it.
   *
   * @throws {Error} that of `readFileSync`, and as `parse`
   */
  static read(path: string | { readonly href: string }): RuleFile;
  /** What faults call it. */
  readonly name: string;
}

/** Something that is wrong with a file of rules. */
export interface RuleFault {
  /** The file, as the caller named it. */
  readonly file: string;
  /** The line in it, from 1. */
  readonly line: number;
  /** What is wrong, and what was expected. */
  readonly message: string;
}

/** A reply that was read. */
export declare class Reply {
  private constructor();
  /** Where it was found. */
  readonly source: ReplySource;
  /** The number of the reply code, known or not; `null` where there was no reply, as when a connection could not be made. */
  readonly number: number | null;
  /** The reply code, if the dataset has it. */
  readonly code: Code | null;
  /** The enhanced status code, known or not: that of the reply, and if it has none, the status that the log or the bounce gives. */
  readonly enhanced: string | null;
  /** The enhanced status code, if the dataset has it. */
  readonly enhancedCode: Code | null;
  /** The command that was answered, where the log names it: `RCPT`, `end-of-data`, `connect`, as `Code.commands` has them. */
  readonly command: string | null;
  /** The class digit that decides what a client does: that of the reply, else that of the enhanced code. */
  readonly class: number | null;
  /** The lines, each without its codes. Where there was no reply, what the log says instead. */
  readonly lines: readonly ReplyLine[];
  /** What is not as it should be. */
  readonly faults: readonly ReplyFault[];
  /** The bytes of the reply itself, without what surrounded it in a log; each time a `Buffer` of your own. */
  readonly bytes: Uint8Array;
  /** Its lines with their codes; what is not UTF-8 as U+FFFD, and control characters escaped. */
  toString(): string;
}

/** A line of a reply. */
export interface ReplyLine {
  /** The number of its code. */
  readonly number: number | null;
  /** Whether it says that another line follows, by a hyphen after the code. */
  readonly isContinued: boolean;
  /** Its enhanced code, whether it agrees with the reply code or not. */
  readonly enhanced: string | null;
  /** What follows the codes; what is not UTF-8 as U+FFFD. */
  readonly text: string;
  /** The same as it was sent; each time a `Buffer` of your own. */
  readonly bytes: Uint8Array;
}
