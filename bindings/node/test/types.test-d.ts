// What TypeScript knows of the package: checked by `tsc --strict`.

import wirecodes, { SmtpEnhanced, SmtpReply, compare, lookup, smtp, smtpEnhanced } from "wirecodes";
import type { Code, Outcome, Retry, WirecodesError } from "wirecodes";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<A, B>(..._: Equal<A, B> extends true ? [] : [never]): void {}

const number: number = 450;
const known = lookup("smtp", 450);
is<typeof known, Code>();
const byText = lookup("smtp", "450");
is<typeof byText, Code>();
const unknown = lookup("smtp", 457);
is<typeof unknown, Code | null>();
const some = lookup("smtp", number);
is<typeof some, Code | null>();
const dotted = lookup("smtp-enhanced", "4.2.1");
is<typeof dotted, Code>();
const detail = lookup("smtp", "X.2.1");
is<typeof detail, Code>();
const other = smtpEnhanced.get("5.7.606");
is<typeof other, Code | null>();
const got = smtp.get(450);
is<typeof got, Code>();
const gotSome = smtp.get(number);
is<typeof gotSome, Code | null>();
is<typeof got.outcome, Outcome | null>();
is<typeof got.retry, Retry | null>();
const constant = smtp.MAILBOX_UNAVAILABLE;
is<typeof constant, Code>();
const byDefault = wirecodes.smtp.get(450);
is<typeof byDefault, Code>();

export function advise(reply: SmtpReply): string {
  switch (reply) {
    case SmtpReply.MAILBOX_UNAVAILABLE:
      return "wait";
    case SmtpReply.MAILBOX_PERMANENTLY_UNAVAILABLE:
      return "ask";
    default:
      return SmtpReply[reply] ?? "unknown";
  }
}

export const full: SmtpEnhanced = SmtpEnhanced.MAILBOX_FULL;
export const names: readonly (string | null)[] = [...smtp].map((code) => code.name);
export const summary: string = compare("smtp:235", smtp.get(450), { lang: "ja" }).summary;
export const kind = (error: WirecodesError) => error.code === "ERR_INVALID_CODE";

// @ts-expect-error a code that may not be there
some.name;
// @ts-expect-error no such constant
smtp.NO_SUCH_CODE;
// @ts-expect-error read-only
got.name = "x";
// @ts-expect-error not an outcome
got.outcome === "maybe";
// @ts-expect-error neither text nor an integer
lookup("smtp", true);
// @ts-expect-error no such error
(error: WirecodesError) => error.code === "ERR_OTHER";
// @ts-expect-error codes are found, not made
new wirecodes.Code();
