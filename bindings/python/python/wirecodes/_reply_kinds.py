"""The small closed sets that replies and explanations have, as `_kinds` has those of codes; few programs that look codes up need them."""

from enum import StrEnum


class Suppress(StrEnum):
    """Whether to take the address off a mailing list."""

    YES = "yes"
    IF_REPEATED = "if-repeated"
    NO = "no"


class Evidence(StrEnum):
    """What an explanation was drawn from: the later, the less it proves."""

    TEXT = "text"
    ENHANCED = "enhanced"
    REPLY = "reply"
    CLASS = "class"


class Note(StrEnum):
    """Something to know about a reply that was explained, or about how it was read."""

    TEXT_SAYS_LATER = "text-says-later"
    TEXT_SAYS_NEVER = "text-says-never"
    DIFFERING_CODES = "differing-codes"
    DIFFERING_ENHANCED_CODES = "differing-enhanced-codes"
    NO_LAST_LINE = "no-last-line"
    NO_CODE = "no-code"
    NO_SUCH_CLASS = "no-such-class"
    CLASSES_DISAGREE = "classes-disagree"
    NOT_ASCII = "not-ascii"
    CONTROL = "control"
    LONG_LINE = "long-line"
    CUT = "cut"


class ReplyFault(StrEnum):
    """Something that is not as it should be in a reply. None of these keeps it from being read."""

    DIFFERING_CODES = "differing-codes"
    DIFFERING_ENHANCED_CODES = "differing-enhanced-codes"
    NO_LAST_LINE = "no-last-line"
    NO_CODE = "no-code"
    NO_SUCH_CLASS = "no-such-class"
    CLASSES_DISAGREE = "classes-disagree"
    NOT_ASCII = "not-ascii"
    CONTROL = "control"
    LONG_LINE = "long-line"


class ReplySource(StrEnum):
    """Where a reply was found."""

    REPLY = "reply"
    DIAGNOSTIC_CODE = "diagnostic-code"
    STATUS = "status"
    POSTFIX = "postfix"
    EXIM = "exim"
    SENDMAIL = "sendmail"
    EXCHANGE = "exchange"
    TEXT = "text"


for _kind in (Suppress, Evidence, Note, ReplyFault, ReplySource):
    _kind.__module__ = "wirecodes"
