"""The exceptions: one base class, and a class for each kind of error of the core."""

# As type checkers know it; importing it from `typing` would take longer than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirecodes import RuleFault


class Error(Exception):
    """What went wrong, in a sentence. The kinds are its subclasses, the same in every language that wirecodes is for."""

    # They are users' `wirecodes.InvalidCode`, in tracebacks too.
    __module__ = "wirecodes"


class InvalidCode(Error, ValueError):
    """The text has not the form of a code of the protocol."""

    __module__ = "wirecodes"


class UnknownProtocol(Error, ValueError):
    """There is no protocol of that name."""

    __module__ = "wirecodes"


class UnknownLanguage(Error, ValueError):
    """There is no language of that tag."""

    __module__ = "wirecodes"


class InvalidRules(Error, ValueError):
    """A file of rules has faults: all of them are in `faults`, and each is a line of the message."""

    __module__ = "wirecodes"

    faults: "tuple[RuleFault, ...]"
    """What is wrong, by file and line."""

    def __init__(self, faults: "Iterable[RuleFault]", /) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class UnknownCode(Error, KeyError):
    """The code is well-formed but not in the dataset; `interpret` says what can be said of it."""

    __module__ = "wirecodes"

    # KeyError would show the message as the repr of a string.
    __str__ = Exception.__str__
