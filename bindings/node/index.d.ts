// What the package exports, with its documentation. The types of codes and enumerations are generated from the data.

import type { KnownCodes, ProtocolId } from "./lib/generated/codes.js";

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
  readonly code: "ERR_INVALID_CODE" | "ERR_UNKNOWN_PROTOCOL" | "ERR_UNKNOWN_LANGUAGE" | "ERR_UNKNOWN_CODE";
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
