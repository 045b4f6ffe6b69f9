"""The small closed sets of the data model. Each member is a string, the id that the data and the JSON have."""

from enum import StrEnum


class Outcome(StrEnum):
    """What came of the request, in terms that hold across protocols."""

    INFORMATIONAL = "informational"
    SUCCESS = "success"
    INTERMEDIATE = "intermediate"
    REDIRECTION = "redirection"
    TRANSIENT = "transient"
    PERMANENT = "permanent"
    FAILURE = "failure"


class Status(StrEnum):
    """How far a code is standardized."""

    STANDARD = "standard"
    EXPERIMENTAL = "experimental"
    DRAFT = "draft"
    DEPRECATED = "deprecated"
    HISTORIC = "historic"
    OBSOLETE = "obsolete"
    RESERVED = "reserved"
    ASSOCIATED = "associated"
    UNOFFICIAL = "unofficial"


class Retry(StrEnum):
    """Whether to make the same request again."""

    NOT_NEEDED = "not-needed"
    LATER = "later"
    AFTER_CHANGE = "after-change"
    NEVER = "never"


class Actor(StrEnum):
    """Who can act on a code. What each is called depends on the protocol: `Protocol.actor`."""

    CLIENT_USER = "client-user"
    CLIENT_OPERATOR = "client-operator"
    RECIPIENT = "recipient"
    SERVER_OPERATOR = "server-operator"
    DEVELOPER = "developer"
    NETWORK = "network"
    NOBODY = "nobody"


class Connection(StrEnum):
    """What happens to the session."""

    KEPT = "kept"
    CLOSED = "closed"
    EITHER = "either"


class RelationKind(StrEnum):
    """What one code is to another."""

    CONFUSED_WITH = "confused-with"
    ENHANCED_FORM = "enhanced-form"
    BASIC_FORM = "basic-form"
    COUNTERPART = "counterpart"
    SEE_ALSO = "see-also"


class FacetKind(StrEnum):
    """A property in which two codes are set side by side."""

    PROTOCOL = "protocol"
    OUTCOME = "outcome"
    RETRY = "retry"
    ACTORS = "actors"
    CONNECTION = "connection"
    COMMANDS = "commands"
    CLASS = "class"
    SUBJECT = "subject"
    STATUS = "status"


class Lead(StrEnum):
    """What matters most about a pair, and so what its summary says."""

    SAME = "same"
    PAIRING = "pairing"
    ACROSS = "across"
    VIEWS = "views"
    COMMANDS = "commands"
    OUTCOME = "outcome"
    CAUSE = "cause"


class Pairing(StrEnum):
    """How a reply code and an enhanced code go together in one reply."""

    ASSOCIATED = "associated"
    POSSIBLE = "possible"
    CONTRADICTION = "contradiction"
    CLASSLESS = "classless"
    ALONE = "alone"


for _kind in (Outcome, Status, Retry, Actor, Connection, RelationKind, FacetKind, Lead, Pairing):
    # They are users' `wirecodes.Outcome`, in pickles too.
    _kind.__module__ = "wirecodes"
