"""What the enumerations of codes have in common: a value that nobody registered is a member all the same.

A program that holds the code of a reply must not crash because a server sent one that is not in the dataset. Such a member has
no name, and is equal to the number or the text that it stands for; what has not the form of a code is a `ValueError`.
"""

import re
from enum import Enum, IntEnum, StrEnum
from typing import Self

_DOTTED = re.compile(r"[245X]\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})", re.ASCII)


def _show(member: Enum) -> str:
    """As enumerations show their members, but without a name where there is none."""
    kind, name = type(member).__name__, member.__dict__.get("_name_")
    return f"<{kind}: {member.value!r}>" if name is None else f"<{kind}.{name}: {member.value!r}>"


class _Reply(IntEnum):
    __repr__ = _show

    @classmethod
    def _fits(cls, number: int) -> bool:
        raise NotImplementedError

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool) or not cls._fits(value):
            return None
        member = int.__new__(cls, value)
        # Not kept: what a server sends must not fill a program's memory.
        member._name_ = None  # type: ignore[assignment]
        member._value_ = int(value)
        return member


class ThreeDigits(_Reply):
    """Codes of three digits."""

    @classmethod
    def _fits(cls, number: int) -> bool:
        return 100 <= number <= 999


class Number(_Reply):
    """Codes that are numbers."""

    @classmethod
    def _fits(cls, number: int) -> bool:
        return 0 <= number <= 65535


class Dotted(StrEnum):
    """Codes of the form `class.subject.detail`. The members are the details, `X.2.2`; `4.2.2` is a member without a name."""

    __repr__ = _show

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str) or not _DOTTED.fullmatch(value):
            return None
        member = str.__new__(cls, value)
        member._name_ = None  # type: ignore[assignment]
        member._value_ = str(value)
        return member
