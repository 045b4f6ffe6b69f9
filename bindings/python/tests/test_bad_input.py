"""What is no code, no protocol or no language: the same kinds of error as in every language, and never a crash."""

import unittest
from collections.abc import Callable
from enum import IntEnum

import wirecodes
from wirecodes import InvalidCode, UnknownCode, UnknownLanguage, UnknownProtocol, smtp, smtp_enhanced

MALFORMED = (
    *("abc", "", " ", "0450", "+450", "-450", "４５０", "450 OK", "450\0", "45", "4500", "4.2.1.1", "4.2", "3.2.1", "\ud800", "🦀"),
    *("4.02.1", "4.2.1000", "x" * 100_000),
    *(-1, 0, 45, 1000, 70000, 2**16 + 450, 2**32 + 404, 2**63, 2**64, -(2**64), 10**400),
)
WRONG: tuple[object, ...] = (404.9, 450.0, float("nan"), float("inf"), True, False, None, b"450", bytearray(b"450"), [450], (4, 2, 1), {}, object(), 450j)

LOOKUPS: tuple[Callable[[object], object], ...] = (
    lambda code: wirecodes.lookup("smtp", code),  # type: ignore[arg-type]
    lambda code: smtp[code],  # type: ignore[index]
    lambda code: smtp.get(code),  # type: ignore[call-overload]
    lambda code: smtp.interpret(code),  # type: ignore[arg-type]
    lambda code: wirecodes.interpret("smtp", code),  # type: ignore[arg-type]
)


class BadInput(unittest.TestCase):
    def test_what_has_not_the_form_of_a_code(self) -> None:
        for code in MALFORMED:
            for lookup in LOOKUPS:
                with self.subTest(code=str(code)[:20].encode("utf-8", "replace")):
                    with self.assertRaises(InvalidCode) as caught:
                        lookup(code)
                    self.assertIsInstance(caught.exception, ValueError)
                    self.assertIsInstance(caught.exception, wirecodes.Error)
                    self.assertLess(len(str(caught.exception)), 300)

    def test_what_is_neither_text_nor_an_integer(self) -> None:
        for code in WRONG:
            for lookup in LOOKUPS:
                with self.subTest(code=code), self.assertRaises(TypeError):
                    lookup(code)

    def test_integers_of_other_kinds(self) -> None:
        class Theirs(IntEnum):
            UNAVAILABLE = 450

            def __str__(self) -> str:
                return "something else"

        class Index:
            def __index__(self) -> int:
                return 450

        class Broken:
            def __index__(self) -> int:
                raise RuntimeError("broken")

        self.assertIs(smtp[Theirs.UNAVAILABLE], smtp[450])
        self.assertIs(smtp[Index()], smtp[450])
        with self.assertRaises(RuntimeError):
            smtp[Broken()]

    def test_well_formed_and_not_in_the_dataset(self) -> None:
        for code in 457, "457", 999, "5.7.999", "2.0.255":
            self.assertIsNone(wirecodes.lookup("smtp", code))
            self.assertFalse(wirecodes.interpret("smtp", code).is_registered)
            with self.assertRaises(UnknownCode) as caught:
                smtp[code]
            self.assertIsInstance(caught.exception, KeyError)
            self.assertIn(f"{code}", str(caught.exception))
            self.assertNotIn("\\", str(caught.exception))
        # Nothing is cut off or wraps around.
        self.assertIsNone(smtp_enhanced.get("5.7.606"))

    def test_protocols(self) -> None:
        for protocol in "gopher", "", "smtp\0", "smtp:", "\ud800":
            for call in (
                lambda: wirecodes.lookup(protocol, 450),
                lambda: wirecodes.interpret(protocol, 450),
                lambda: wirecodes.codes(protocol),
                lambda: wirecodes.protocol(protocol),
                lambda: wirecodes.family(protocol, "5.7"),
            ):
                with self.assertRaises(UnknownProtocol):
                    call()
        for wrong in 450, True, b"smtp", 4.5:
            with self.assertRaises(TypeError):
                wirecodes.lookup(wrong, 450)  # type: ignore[arg-type]

    def test_languages(self) -> None:
        code = smtp[450]
        for lang in "tlh", "", "ja_", "j" * 1000, "\ud800":
            for call in (
                lambda: code.text(lang),
                lambda: code.to_text(lang),
                lambda: wirecodes.compare(code, code, lang),
                lambda: wirecodes.language(lang),
            ):
                with self.assertRaises(UnknownLanguage):
                    call()
        for wrong in None, 1, b"ja":
            with self.assertRaises(TypeError):
                code.text(wrong)  # type: ignore[arg-type]

    def test_references(self) -> None:
        for reference, error in (
            ("450", InvalidCode),
            ("smtp:abc", InvalidCode),
            ("gopher:450", UnknownProtocol),
            ("smtp:457", UnknownCode),
        ):
            for call in (lambda: wirecodes.Code(reference), lambda: wirecodes.compare("smtp:450", reference)):
                with self.subTest(reference=reference), self.assertRaises(error):
                    call()
        self.assertIsNone(wirecodes.parse("smtp:457"))
        for wrong in 450, None, ("smtp", 450):
            with self.assertRaises(TypeError):
                wirecodes.compare("smtp:450", wrong)  # type: ignore[arg-type]

    def test_errors_pickle(self) -> None:
        import pickle

        try:
            smtp["0450"]
        except InvalidCode as error:
            again = pickle.loads(pickle.dumps(error))
            self.assertEqual((type(again), str(again)), (InvalidCode, str(error)))


if __name__ == "__main__":
    unittest.main()
