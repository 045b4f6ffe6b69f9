"""The exceptions: one base class, and a class for each kind of error of the core."""


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


class UnknownCode(Error, KeyError):
    """The code is well-formed but not in the dataset; `interpret` says what can be said of it."""

    __module__ = "wirecodes"

    # KeyError would show the message as the repr of a string.
    __str__ = Exception.__str__
