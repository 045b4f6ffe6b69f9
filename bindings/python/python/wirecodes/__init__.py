"""What protocol status codes mean: who has to act, whether to try again, and which specification says so.

>>> import wirecodes
>>> code = wirecodes.smtp[450]
>>> code.name
'Mailbox Unavailable'
>>> code.should_retry
True
>>> code == wirecodes.smtp.MAILBOX_UNAVAILABLE == wirecodes.lookup("smtp", "450")
True
>>> code.text("ja").name
'メールボックス利用不可'
>>> wirecodes.compare("smtp:235", code).lead
<Lead.COMMANDS: 'commands'>

*Valid* and *known* are different things. `lookup` knows the codes of the dataset and answers `None` for a well-formed code that is
not in it; `interpret` says what can be said of that one all the same; what is not well-formed is an `InvalidCode`.

>>> wirecodes.lookup("smtp", 457)
>>> wirecodes.interpret("smtp", 457).retry
<Retry.LATER: 'later'>
>>> wirecodes.lookup("smtp", "0450")
Traceback (most recent call last):
wirecodes.InvalidCode: `0450` is not a code of SMTP: expected three digits, such as 450, or class.subject.detail, such as 4.2.1

What a server answered, a line of a log or a bounce: `explain` says why, whether it will pass, and what to do.

>>> explanation = wirecodes.explain("552 5.2.2 <ann@example.com>: user is over quota")
>>> explanation.reason
wirecodes.reason('mailbox-full')
>>> explanation.outcome, explanation.suppress
(<Outcome.PERMANENT: 'permanent'>, <Suppress.IF_REPEATED: 'if-repeated'>)
"""

from wirecodes._errors import Error, InvalidCode, InvalidRules, UnknownCode, UnknownLanguage, UnknownProtocol
from wirecodes._wirecodes import (
    DATA_VERSION,
    LANGUAGES,
    PROTOCOLS,
    Choice,
    Class,
    Code,
    Comparison,
    Difference,
    Document,
    Facet,
    Family,
    Interpretation,
    Language,
    Meaning,
    Protocol,
    Reference,
    Related,
    Subject,
    Text,
    __version__,
    codes,
    compare,
    explain,
    explain_lines,
    explain_many,
    family,
    interpret,
    language,
    lookup,
    parse,
    protocol,
    read_reply,
    reason,
    search,
)

# `smtp`, `smtp_enhanced` and so on, as the data has them.
globals().update({of.id.replace("-", "_"): of for of in PROTOCOLS})

# Made when they are first asked for: enumerations and classes take their time to make, and many a program needs none of these.
_LAZY = {
    **dict.fromkeys(
        ("Actor", "Connection", "FacetKind", "Lead", "Outcome", "Pairing", "RelationKind", "Retry", "Status"),
        "wirecodes._kinds",
    ),
    **dict.fromkeys(
        (
            *("Counts", "Explainer", "Explanation", "Reason", "ReasonText", "Reply", "ReplyLine", "Rule", "RuleFault"),
            *("RuleFile", "Scanner"),
        ),
        "wirecodes._explaining",
    ),
    **dict.fromkeys(("Evidence", "Note", "ReplyFault", "ReplySource", "Suppress"), "wirecodes._reply_kinds"),
    **{of.enumeration: "wirecodes._enums" for of in PROTOCOLS},
    "REASONS": "wirecodes._reasons",
}

__all__ = [
    *("DATA_VERSION", "LANGUAGES", "PROTOCOLS", "Choice", "Class", "Code", "Comparison", "Difference", "Document"),
    *("Error", "Facet", "Family", "Interpretation", "InvalidCode", "InvalidRules", "Language", "Meaning", "Protocol"),
    *("Reference", "Related", "Subject", "Text", "UnknownCode", "UnknownLanguage", "UnknownProtocol", "__version__"),
    *("codes", "compare", "explain", "explain_lines", "explain_many", "family", "interpret", "language", "lookup"),
    *("parse", "protocol", "read_reply", "reason", "search"),
    *(of.id.replace("-", "_") for of in PROTOCOLS),
    *_LAZY,
]


def __getattr__(name: str) -> object:
    if name in _LAZY:
        from importlib import import_module

        value = getattr(import_module(_LAZY[name]), name)
        # The next time it is found without asking here.
        globals()[name] = value
        return value
    raise AttributeError(f"module 'wirecodes' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
