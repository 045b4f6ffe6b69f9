"""The enumerations of codes."""

import copy
import enum
import pickle
import unittest
from typing import Any

import wirecodes
from wirecodes import GrpcStatus, SmtpEnhanced, SmtpReply


class Enumerations(unittest.TestCase):
    def test_each_has_the_constants_of_its_protocol(self) -> None:
        for protocol in wirecodes.PROTOCOLS:
            members = getattr(wirecodes, protocol.enumeration)
            found = {name: member.value for name, member in members.__members__.items()}
            value = {code.constant: code.number if code.number is not None else code.code for code in protocol}
            value.pop(None, None)
            self.assertEqual(found, value)
            for name, member in members.__members__.items():
                self.assertIs(protocol[member], getattr(protocol, name))

    def test_numbers(self) -> None:
        self.assertIsInstance(SmtpReply.MAILBOX_UNAVAILABLE, int)
        self.assertTrue(issubclass(SmtpReply, enum.IntEnum))
        self.assertEqual(SmtpReply(450), 450)
        self.assertIs(SmtpReply(450), SmtpReply.MAILBOX_UNAVAILABLE)
        self.assertEqual(f"{SmtpReply(450)}", "450")
        self.assertEqual(repr(SmtpReply(450)), "<SmtpReply.MAILBOX_UNAVAILABLE: 450>")
        self.assertEqual(GrpcStatus.UNAVAILABLE, 14)

    def test_dotted(self) -> None:
        self.assertTrue(issubclass(SmtpEnhanced, enum.StrEnum))
        self.assertEqual(SmtpEnhanced.MAILBOX_FULL, "X.2.2")
        self.assertEqual(SmtpEnhanced("4.2.2"), "4.2.2")

    def test_a_code_that_nobody_registered_is_a_member_all_the_same(self) -> None:
        cases: list[tuple[Any, object]] = [(SmtpReply, 457), (GrpcStatus, 404), (SmtpEnhanced, "5.7.606")]
        for members, value in cases:
            member = members(value)
            self.assertEqual(member, value)
            self.assertEqual(member.value, value)
            self.assertIsNone(member.name)
            self.assertIsInstance(member, members)
            self.assertEqual(hash(member), hash(value))
            self.assertEqual(f"{member}", str(value))
            self.assertEqual(repr(member), f"<{members.__name__}: {value!r}>")
            self.assertEqual(pickle.loads(pickle.dumps(member)), member)
            self.assertEqual(copy.deepcopy(member), member)
            # The enumeration itself has not changed.
            self.assertNotIn(value, [known.value for known in members])

    def test_what_has_not_the_form_of_a_code(self) -> None:
        cases: list[tuple[Any, tuple[object, ...]]] = [
            (SmtpReply, (99, 1000, -1, 2**64, "450", 450.5, None)),
            (GrpcStatus, (-1, 65536, "14")),
            (SmtpEnhanced, ("5.7", "3.2.1", "5.7.0606", "5.7.1000", "５.7.1", "5.7.1\n", 5, None)),
        ]
        for members, values in cases:
            for value in values:
                with self.subTest(value=value), self.assertRaises(ValueError):
                    members(value)

    def test_members_pickle(self) -> None:
        for member in SmtpReply.MAILBOX_UNAVAILABLE, SmtpEnhanced.MAILBOX_FULL, wirecodes.Outcome.TRANSIENT:
            self.assertIs(pickle.loads(pickle.dumps(member)), member)


if __name__ == "__main__":
    unittest.main()
