"""What type checkers know of the package: checked by mypy --strict and pyright, and run as well."""

from typing import assert_type

import wirecodes
from wirecodes import Code, Comparison, Explanation, Family, Note, Outcome, Reason, Retry, Rule, SmtpEnhanced, SmtpReply, smtp

assert_type(wirecodes.lookup("smtp", 450), Code | None)
assert_type(wirecodes.lookup("smtp", "4.2.1"), Code | None)
assert_type(wirecodes.lookup(smtp, SmtpReply.MAILBOX_UNAVAILABLE), Code | None)
assert_type(smtp[450], Code)
assert_type(smtp.get(450), Code | None)
assert_type(smtp.get(457, "none"), Code | str)
assert_type(smtp.MAILBOX_UNAVAILABLE, Code)
assert_type(wirecodes.smtp_enhanced.MAILBOX_FULL.through(4), Code | None)
assert_type(smtp[450].outcome, Outcome | None)
assert_type(smtp[450].retry, Retry | None)
assert_type(smtp[450].text("ja").description, str)
assert_type(smtp[450].related[0].text(), str | None)
assert_type([code.name for code in smtp], list[str | None])
assert_type(wirecodes.compare("smtp:235", smtp[450], lang="ja"), Comparison)
assert_type(wirecodes.family("smtp", "5.7"), Family | None)
number: int = SmtpReply(450)
text: str = SmtpEnhanced("4.2.2")
assert_type(wirecodes.search("greylist"), list[Code])
assert_type(wirecodes.explain("450 Greylisted"), Explanation)
assert_type(wirecodes.explain(memoryview(b"450 Greylisted")).bytes, bytes)
assert_type(wirecodes.explain_many(reply for reply in ("450", b"550", bytearray(b"550"))), list[Explanation])
assert_type(wirecodes.explain_lines(b"450 Greylisted")[0].notes, tuple[Note, ...])
assert_type(wirecodes.explain(b"450 Greylisted").reason, Reason | None)
assert_type(wirecodes.REASONS[0].text("ja").lang, str | None)
assert_type(wirecodes.Explainer(after=()).matching_rules("550"), list[Rule])
assert_type(wirecodes.Scanner().counts.lines, int)
assert_type(wirecodes.read_reply(b"550").lines[0].bytes, bytes)
assert_type(wirecodes.RuleFault("own.toml", 1, "is empty").line, int)


def advise(reply: SmtpReply) -> str:
    match reply:
        case SmtpReply.MAILBOX_UNAVAILABLE:
            return "wait"
        case _:
            return "ask"


assert advise(SmtpReply(450)) == "wait"



def refused() -> None:
    """A checker that lets these pass would make the stub worthless: mypy fails on an `ignore` that nothing needs."""
    wirecodes.lookup("smtp", b"450")  # type: ignore[arg-type]
    smtp.NO_SUCH_CODE  # type: ignore[attr-defined]
    smtp[450].name = "x"  # type: ignore[misc]
    wirecodes.compare("smtp:450")  # type: ignore[call-arg]
    wirecodes.explain(450)  # type: ignore[arg-type]
    wirecodes.explain_many([450])  # type: ignore[list-item]
    wirecodes.Explainer(before="own.toml")  # type: ignore[arg-type]
    wirecodes.explain("550").line = 1  # type: ignore[misc]
