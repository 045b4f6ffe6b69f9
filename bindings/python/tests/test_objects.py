"""The objects: identity, value, immutability, pickling, matching, threads."""

import copy
import json
import pickle
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, product
from threading import Barrier

import wirecodes
from wirecodes import Actor, Code, Outcome, Retry, grpc, smtp, smtp_enhanced


class Codes(unittest.TestCase):
    def test_there_is_one_object_for_a_code(self) -> None:
        code = smtp[450]
        for same in (
            smtp["450"],
            smtp[" 450 "],
            smtp["mailbox_unavailable"],
            smtp.MAILBOX_UNAVAILABLE,
            smtp.get(450),
            wirecodes.lookup("smtp", 450),
            wirecodes.lookup(smtp, "450"),
            wirecodes.lookup("SMTP", "450"),
            wirecodes.parse("smtp:450"),
            wirecodes.interpret("smtp", 450).entry,
            Code("smtp:450"),
            Code(code),
            smtp[code],
            smtp[wirecodes.SmtpReply.MAILBOX_UNAVAILABLE],
        ):
            self.assertIs(same, code)

    def test_a_dotted_code_is_found_through_both_protocols(self) -> None:
        full = smtp_enhanced["4.2.2"]
        self.assertIs(full, smtp["4.2.2"])
        self.assertIs(full, smtp_enhanced.lookup_dotted(4, 2, 2))
        self.assertIs(full, smtp_enhanced.MAILBOX_FULL.through(4))
        self.assertIs(full.detail, smtp_enhanced.MAILBOX_FULL)
        self.assertIsNone(smtp_enhanced.MAILBOX_FULL.through(-4))
        self.assertIsNone(smtp_enhanced.lookup_dotted(4, 2, 65536 + 2))

    def test_attributes(self) -> None:
        code = smtp[450]
        self.assertEqual((code.protocol, code.code, code.number), ("smtp", "450", 450))
        self.assertEqual((code.name, code.constant), ("Mailbox Unavailable", "MAILBOX_UNAVAILABLE"))
        self.assertIs(code.outcome, Outcome.TRANSIENT)
        self.assertEqual(code.outcome, "transient")
        self.assertIs(code.retry, Retry.LATER)
        self.assertIn(Actor.NOBODY, code.actors)
        assert code.class_ is not None
        self.assertEqual(code.class_.id, "4yz")
        self.assertTrue(code.is_transient and code.should_retry and not code.is_permanent and not code.is_success)
        self.assertEqual(code.text("ja-JP"), code.text("ja"))
        self.assertNotEqual(code.text("ja").gist, code.text().gist)
        self.assertEqual(smtp_enhanced.MAILBOX_FULL.number, None)
        self.assertEqual(smtp_enhanced.MAILBOX_FULL.outcome, None)

    def test_every_member_of_the_kinds_is_one_of_the_core(self) -> None:
        # The core's own lists are shown by the facets and the codes; a member that the core doesn't have would be in none.
        codes = [view for code in wirecodes.codes() for view in (code, *code.views)]
        for kind, attribute in (wirecodes.Status, "status"), (Outcome, "outcome"), (Retry, "retry"):
            seen = {getattr(code, attribute) for code in codes} - {None}
            self.assertLessEqual(seen, set(kind))
        self.assertEqual({actor for code in codes for actor in code.actors} | {Actor.DEVELOPER}, set(Actor))

    def test_codes_are_frozen(self) -> None:
        for of in (smtp[450], smtp[450].text(), smtp, wirecodes.compare("smtp:450", "smtp:550"), smtp[450].references[0]):
            for name in "name", "made_up":
                with self.subTest(of=of, name=name), self.assertRaises(AttributeError):
                    setattr(of, name, "x")

    def test_codes_are_ordered_and_hashable(self) -> None:
        codes = [*smtp, *smtp_enhanced, *grpc]
        self.assertEqual(sorted(reversed(codes)), codes)
        self.assertEqual(len(set(codes)), len(codes))
        self.assertTrue(smtp[450] < smtp[550] <= smtp[550])
        self.assertNotEqual(smtp[450], 450)
        self.assertNotEqual(smtp[450], "450")
        with self.assertRaises(TypeError):
            smtp[450] < 550  # type: ignore[operator]

    def test_what_has_a_name_pickles_copies_and_evaluates(self) -> None:
        for of in (
            smtp[450],
            smtp_enhanced["5.7.26"],
            smtp_enhanced.MAILBOX_FULL,
            wirecodes.compare("smtp:235", "smtp:450", lang="ja"),
            wirecodes.interpret("smtp", "457"),
            wirecodes.interpret("smtp", "5.7.606"),
            wirecodes.family("smtp", "5.7"),
            wirecodes.language("ja"),
            smtp,
        ):
            with self.subTest(of=of):
                for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                    self.assertEqual(pickle.loads(pickle.dumps(of, protocol)), of)
                self.assertEqual(copy.copy(of), of)
                self.assertEqual(copy.deepcopy([of]), [of])
                self.assertEqual(eval(repr(of)), of)
                self.assertEqual(hash(eval(repr(of))), hash(of))
        self.assertIs(pickle.loads(pickle.dumps(smtp[450])), smtp[450])

    def test_match(self) -> None:
        def read(code: Code | None) -> str:
            match code:
                case smtp.MAILBOX_UNAVAILABLE:
                    return "constant"
                case Code("grpc", "14"):
                    return "class"
                case Code(outcome=Outcome.PERMANENT):
                    return "attribute"
                case _:
                    return "none"

        self.assertEqual(read(smtp[450]), "constant")
        self.assertEqual(read(grpc[14]), "class")
        self.assertEqual(read(smtp[550]), "attribute")
        self.assertEqual(read(None), "none")

    def test_renderings(self) -> None:
        for of in smtp[450], wirecodes.interpret("smtp", 457), wirecodes.family("smtp", "45z"):
            assert of is not None
            self.assertEqual(of.to_dict("ja"), json.loads(of.to_json("ja")))
            self.assertEqual(of.to_dict("ja")["lang"], "ja")
            self.assertTrue(all(len(line) <= 60 for line in of.to_text(width=60).splitlines() if " " in line.strip()))
            self.assertTrue(of.to_markdown().startswith("# "))
            self.assertIn("<html", of.to_html("ja"))
        comparison = wirecodes.compare(smtp[235], smtp[450])
        self.assertEqual(comparison.to_dict(), json.loads(comparison.to_json()))
        self.assertEqual(str(comparison), comparison.summary)
        self.assertEqual(comparison.swapped().swapped(), comparison)
        self.assertLess(comparison, wirecodes.compare(smtp[235], smtp[550]))

    def test_a_width_of_any_size_does_no_harm(self) -> None:
        for width in 0, 1, 5, 2**31:
            self.assertTrue(smtp[450].to_text(width=width))
        with self.assertRaises(OverflowError):
            smtp[450].to_text(width=-1)

    def test_a_protocol_is_a_collection(self) -> None:
        self.assertEqual(len(grpc), 17)
        self.assertEqual(list(grpc), wirecodes.codes("grpc"))
        self.assertIn(450, smtp)
        self.assertIn("4.2.2", smtp)
        strangers: list[object] = [457, "abc", None, True, 450.0, grpc[14], [], b"450"]
        for stranger in strangers:
            self.assertNotIn(stranger, smtp)
        self.assertIn("MAILBOX_UNAVAILABLE", dir(smtp))
        self.assertIn("SmtpReply", dir(wirecodes))
        for name in "NO_SUCH_CODE", "mailbox_unavailable", "450", "MAILBOX_FULL", "__wrapped__":
            self.assertFalse(hasattr(smtp, name), name)
        self.assertEqual(smtp.get(457, "x"), "x")
        self.assertIsNone(smtp.get(457))


class Threads(unittest.TestCase):
    def test_many_threads_see_the_same_objects(self) -> None:
        # In a process of its own, where nothing has been made yet.
        script = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
import wirecodes
barrier = Barrier(16)
def everything(_):
    barrier.wait()
    return [(code, code.text("ja"), code.outcome, code.related) for protocol in wirecodes.PROTOCOLS for code in protocol]
with ThreadPoolExecutor(16) as pool:
    first, *others = pool.map(everything, range(16))
for other in others:
    assert all(a is b for one, two in zip(first, other, strict=True) for a, b in zip(one, two, strict=True))
"""
        subprocess.run([sys.executable, "-c", script], check=True)

    def test_many_threads_ask_at_once(self) -> None:
        barrier = Barrier(8)
        codes = [code for code in smtp if not code.namesakes][:20]

        def work(seed: int) -> list[str]:
            barrier.wait()
            return [wirecodes.compare(a, b, lang=lang).to_json() for a, b in combinations(codes, 2) for lang in ("en", "ja")]

        with ThreadPoolExecutor(8) as pool:
            first, *others = pool.map(work, range(8))
        self.assertTrue(all(other == first for other in others))


class Command(unittest.TestCase):
    def run_command(self, *args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "wirecodes", *args]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")

    def test_exit_status_and_output(self) -> None:
        for args, status in (
            (("compare", "smtp", "235", "450"), 0),
            (("show", "smtp", "457"), 1),
            (("show", "smtp", "abc"), 2),
            (("--help",), 0),
            (("no-such-command",), 2),
        ):
            with self.subTest(args=args):
                self.assertEqual(self.run_command(*args).returncode, status)
        shown = self.run_command("show", "smtp", "450", "--format", "json", "--lang", "ja")
        self.assertEqual(json.loads(shown.stdout), smtp[450].to_dict("ja"))
        self.assertIn("not a protocol", self.run_command("list", "gopher").stderr)

    def test_a_closed_pipe_is_no_error(self) -> None:
        listing = subprocess.Popen(
            [sys.executable, "-m", "wirecodes", "list", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert listing.stdout is not None and listing.stderr is not None
        listing.stdout.close()
        self.assertEqual((listing.stderr.read(), listing.wait()), (b"", 0))
        listing.stderr.close()


class Metadata(unittest.TestCase):
    def test_versions(self) -> None:
        from importlib.metadata import requires, version

        self.assertEqual(version("wirecodes"), wirecodes.__version__)
        self.assertRegex(wirecodes.DATA_VERSION, r"^\d{4}\.\d+$")
        self.assertIsNone(requires("wirecodes"))

    def test_everything_public_is_there(self) -> None:
        for name in wirecodes.__all__:
            self.assertTrue(hasattr(wirecodes, name), name)
        self.assertEqual(len(set(wirecodes.__all__)), len(wirecodes.__all__))

    def test_the_examples_in_the_docstrings(self) -> None:
        import doctest

        self.assertEqual(doctest.testmod(wirecodes, optionflags=doctest.IGNORE_EXCEPTION_DETAIL).failed, 0)

    def test_the_examples_in_the_stub(self) -> None:
        import ast
        import doctest
        from importlib.resources import files

        tree = ast.parse(files("wirecodes").joinpath("__init__.pyi").read_text(encoding="utf-8"))
        runner, parser = doctest.DocTestRunner(verbose=False), doctest.DocTestParser()
        texts = [ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
        for text in filter(None, texts):
            runner.run(parser.get_doctest(text, {"wirecodes": wirecodes}, "stub", None, 0))
        self.assertGreater(runner.summarize(verbose=False).attempted, 10)
        self.assertEqual(runner.summarize(verbose=False).failed, 0)


class Cross(unittest.TestCase):
    def test_comparisons_of_two_protocols(self) -> None:
        for a, b in product((smtp[450], smtp_enhanced["4.2.2"]), (grpc[14],)):
            self.assertEqual(wirecodes.compare(a, b).lead, "across")
        contradiction = wirecodes.compare("smtp:250", "smtp:5.1.1")
        self.assertEqual(contradiction.pairing, wirecodes.Pairing.CONTRADICTION)
        self.assertIs(contradiction.believed, smtp[250])


if __name__ == "__main__":
    unittest.main()
