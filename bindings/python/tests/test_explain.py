"""Replies, logs and mails, read and explained: objects, users' rules, streams, what is passed wrongly."""

import array
import copy
import ctypes
import gc
import json
import mmap
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import wirecodes
from wirecodes import Actor, Evidence, Explainer, InvalidRules, Note, Outcome, Retry, RuleFault, RuleFile, Scanner, Suppress, smtp

FULL = b"552 5.2.2 <ann@example.com>: user is over quota"
OWN = """
[[reason]]
id = "our-reason"
name = "Ours"
gist = "It is ours."
actors = ["nobody"]
retry = "later"
suppress = "no"

[[rule]]
id = "our-gateway"
reason = "our-reason"
phrases = ["refused by gateway 7"]
examples = ["550 Refused by gateway 7"]

[[rule]]
id = "our-policy"
reason = "policy"
phrases = ["gateway 8 says no"]
examples = ["550 Gateway 8 says no"]
"""
LOG = (
    b"Nov 23 13:05:11 mx postfix/smtp[9]: 4F1: to=<a@example.org>, dsn=2.0.0, status=sent (250 ok)\n"
    b"Nov 23 13:05:12 mx postfix/smtp[9]: 4F2: to=<b@example.org>, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.1] said: "
    b"550 5.1.1 User unknown (in reply to RCPT TO command))\n"
)


class Explanations(unittest.TestCase):
    def test_attributes(self) -> None:
        of = wirecodes.explain(FULL)
        self.assertIsNone(of.line)
        self.assertEqual((of.text, of.bytes, of.number, of.enhanced), (FULL.decode(), FULL, 552, "5.2.2"))
        self.assertIs(of.code, smtp[552])
        self.assertIs(of.enhanced_code, smtp["5.2.2"])
        self.assertIsNone(of.command)
        self.assertIs(of.reason, wirecodes.reason("mailbox-full"))
        assert of.rule is not None and of.reason is not None
        self.assertIs(of.rule.reason, of.reason)
        self.assertIs(of.outcome, Outcome.PERMANENT)
        self.assertIs(of.evidence, Evidence.TEXT)
        self.assertEqual(of.actors, (Actor.RECIPIENT, Actor.CLIENT_USER))
        self.assertIs(of.retry, Retry.AFTER_CHANGE)
        self.assertIs(of.suppress, Suppress.IF_REPEATED)
        self.assertEqual((of.retry_after, of.notes, of.is_damaged), (None, (), False))
        self.assertEqual(str(of), of.text)
        self.assertEqual(repr(of), "<Explanation mailbox-full permanent>")
        self.assertEqual(wirecodes.explain("450 Greylisted, try again in 300 seconds").retry_after, 300)

    def test_where_nothing_is_known(self) -> None:
        of = wirecodes.explain(b"")
        known = (of.number, of.code, of.enhanced, of.enhanced_code, of.reason, of.rule, of.outcome, of.evidence, of.retry)
        self.assertEqual(known, (None,) * 9)
        self.assertEqual((of.actors, of.suppress, of.notes, of.text), ((), "no", (Note.NO_CODE,), ""))
        self.assertTrue(of.is_damaged)
        self.assertEqual(repr(of), "<Explanation - ->")
        # The entry of the code says who can act where there is no reason.
        self.assertEqual(wirecodes.explain("250 ok").actors, smtp[250].actors)
        # Nobody registered this one.
        self.assertEqual((wirecodes.explain("599 x").number, wirecodes.explain("599 x").code), (599, None))

    def test_renderings(self) -> None:
        of = wirecodes.explain(FULL)
        self.assertEqual(of.to_dict(), json.loads(of.to_json()))
        self.assertEqual(list(of.to_dict())[:4], ["line", "text", "code", "enhanced"])
        self.assertNotIn("\n", of.to_json())
        self.assertTrue(of.to_text().startswith("Mailbox Full\n"))
        self.assertNotEqual(of.to_text("ja"), of.to_text())
        self.assertTrue(all(len(line) <= 60 for line in of.to_text(width=60).splitlines()))
        command = [sys.executable, "-m", "wirecodes", "explain", "--reply", FULL.decode()]
        shown = subprocess.run([*command, "--full"], capture_output=True, text=True, encoding="utf-8", env=plain())
        self.assertEqual(shown.stdout.rstrip("\n"), of.to_text().rstrip("\n"))
        shown = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, encoding="utf-8")
        # The command calls what it was given a line.
        self.assertEqual(shown.stdout, of.to_json().replace('"line":null', '"line":1') + "\n")

    def test_value_and_pickles(self) -> None:
        log = wirecodes.explain_lines(LOG)[0]
        for of in wirecodes.explain(FULL), wirecodes.explain("450 Bo\u00eete"), log:
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                again = pickle.loads(pickle.dumps(of, protocol))
                self.assertEqual((again, hash(again), again.to_json()), (of, hash(of), of.to_json()))
            self.assertEqual(copy.deepcopy([of, copy.copy(of)]), [of, of])
        self.assertEqual(wirecodes.explain(FULL.decode()), wirecodes.explain(bytearray(FULL)))
        self.assertNotEqual(wirecodes.explain(FULL), wirecodes.explain(FULL + b"!"))
        self.assertNotEqual(wirecodes.explain(log.bytes), log)
        self.assertNotEqual(wirecodes.explain(FULL), FULL)
        self.assertEqual(len({wirecodes.explain(FULL), wirecodes.explain(FULL)}), 1)

    def test_a_line_that_was_cut_stays_one(self) -> None:
        (of,) = wirecodes.explain_lines(b"550 " + b"x" * 100_000)
        self.assertIn(Note.CUT, of.notes)
        self.assertEqual(of.to_dict()["notes"], list(of.notes))
        again = pickle.loads(pickle.dumps(of))
        self.assertEqual((again, again.notes), (of, of.notes))

    def test_they_are_frozen(self) -> None:
        of = wirecodes.explain(FULL)
        assert of.reason is not None and of.rule is not None
        reply = wirecodes.read_reply(FULL)
        for frozen in of, of.reason, of.reason.text(), of.rule, Explainer(), Scanner(), Scanner().counts, reply, reply.lines[0]:
            for name in "id", "line", "made_up":
                with self.subTest(of=frozen, name=name), self.assertRaises(AttributeError):
                    setattr(frozen, name, "x")

    def test_what_is_passed_may_change_afterwards(self) -> None:
        buffer = bytearray(FULL)
        of = wirecodes.explain(buffer)
        (line,) = wirecodes.explain_lines(buffer)
        buffer[:] = b"250 ok"
        self.assertEqual((of.text, line.text), (FULL.decode(), FULL.decode()))
        buffer.clear()


def plain() -> dict[str, str]:
    return {**os.environ, "NO_COLOR": "1", "COLUMNS": "80"}


class Inputs(unittest.TestCase):
    CALLS: tuple[Callable[[Any], object], ...] = (
        wirecodes.explain,
        wirecodes.read_reply,
        wirecodes.explain_lines,
        Explainer().explain,
        Explainer().explain_lines,
        Explainer().matching_rules,
        Scanner().push,
        lambda reply: wirecodes.explain_many([b"550", reply]),
    )

    def test_bytes_of_every_kind(self) -> None:
        with tempfile.TemporaryFile() as file:
            file.write(FULL)
            file.flush()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
                forms: tuple[Any, ...] = (
                    *(FULL.decode(), FULL, bytearray(FULL), memoryview(FULL), memoryview(b"xx" + FULL)[2:], view),
                    *(array.array("B", FULL), (ctypes.c_char * len(FULL)).from_buffer_copy(FULL)),
                    memoryview(FULL).cast("B", (1, len(FULL))),
                )
                for reply in forms:
                    with self.subTest(type=type(reply)):
                        self.assertEqual(wirecodes.explain(reply), wirecodes.explain(FULL))
                        self.assertEqual([of.bytes for of in wirecodes.explain_lines(reply)], [FULL])
                        self.assertEqual(wirecodes.read_reply(reply), wirecodes.read_reply(FULL))
                self.assertEqual({of.bytes for of in wirecodes.explain_many(forms)}, {FULL})
                # Nothing keeps the file mapped: leaving the block would fail.

    def test_text(self) -> None:
        self.assertEqual(wirecodes.explain("552 Bo\u00eete pleine").bytes, "552 Bo\u00eete pleine".encode())
        of = wirecodes.explain("550 \ud800 User unknown")
        self.assertEqual(of.bytes, "550 \ufffd User unknown".encode())
        self.assertEqual(of.reason, wirecodes.reason("mailbox-unknown"))

    def test_subclasses(self) -> None:
        class Text(str):
            def __str__(self) -> str:
                return "something else"

        class Bytes(bytes):
            pass

        for reply in Text(FULL.decode()), Bytes(FULL):
            of = wirecodes.explain(reply)
            self.assertEqual(of, wirecodes.explain(FULL))
            self.assertIs(type(of.bytes), bytes)

    def test_bad_bytes_are_no_error(self) -> None:
        for reply in b"", b"\0", b"\xff\xfe", b"550 Bo\xeete pleine", b"\r\n" * 1000, bytes(range(256)), b"550-" * 50_000, "\0\ud800":
            for call in self.CALLS:
                call(reply)
        self.assertEqual(wirecodes.explain(b"550 \xff\x07").text, "550 \ufffd\\u{7}")

    def test_wrong_types(self) -> None:
        wrong: tuple[object, ...] = (None, 550, 5.5, True, ["550"], {}, object(), memoryview(FULL)[::2], array.array("d", [1.0]), Path("x"), FULL.hex)
        for reply in wrong:
            for call in self.CALLS:
                with self.subTest(reply=reply, call=call), self.assertRaises(TypeError) as caught:
                    call(reply)
                self.assertIn(type(reply).__name__, str(caught.exception))

    def test_many(self) -> None:
        replies = [f"450 4.2.0 Greylisted, try again in {seconds} seconds" for seconds in range(1, 3000)]
        expected = [wirecodes.explain(reply) for reply in replies]
        forms: tuple[Any, ...] = (tuple(replies), iter(replies), (reply.encode() for reply in replies), dict.fromkeys(replies))
        for many in replies, *forms:
            self.assertEqual(wirecodes.explain_many(many), expected)
        self.assertEqual(wirecodes.explain_many([]), [])
        self.assertEqual(expected[-1].retry_after, 2999)
        wrong: list[tuple[Any, str]] = [
            (["550"] * 2000 + [550], r"replies\[2000\]: expected a reply, as str or contiguous bytes, not int"),
            (FULL, "expected an iterable of replies, not bytes"),
            (FULL.decode(), "expected an iterable of replies, not str"),
            (bytearray(FULL), "expected an iterable of replies, not bytearray"),
            (memoryview(FULL), "expected an iterable of replies, not memoryview"),
            (550, "not iterable"),
            (None, "not iterable"),
        ]
        for many, message in wrong:
            with self.subTest(message=message), self.assertRaisesRegex(TypeError, message):
                wirecodes.explain_many(many)

        class Boasting(list[bytes]):
            def __len__(self) -> int:
                return sys.maxsize

        self.assertEqual(wirecodes.explain_many(Boasting([FULL])), [wirecodes.explain(FULL)])

        def broken() -> Any:
            yield "550"
            raise RuntimeError("broken")

        with self.assertRaisesRegex(RuntimeError, "broken"):
            wirecodes.explain_many(broken())


class Reasons(unittest.TestCase):
    def test_there_is_one_object_for_a_reason(self) -> None:
        self.assertIs(wirecodes.REASONS, wirecodes.REASONS)
        self.assertEqual(wirecodes.REASONS, Explainer().reasons)
        for one in wirecodes.REASONS:
            self.assertIs(wirecodes.reason(one.id), one)
            self.assertIs(pickle.loads(pickle.dumps(one)), one)
            self.assertIs(copy.deepcopy(one), one)
            self.assertIs(eval(repr(one)), one)
            self.assertEqual(str(one), one.id)
        self.assertIsNone(wirecodes.reason("no-such-reason"))
        self.assertIsNone(wirecodes.reason("\ud800"))
        with self.assertRaises(TypeError):
            wirecodes.reason(5)  # type: ignore[arg-type]

    def test_texts_and_renderings(self) -> None:
        one = wirecodes.reason("mailbox-full")
        assert one is not None
        self.assertIs(one.text("ja"), one.text("ja-JP"))
        self.assertEqual((one.text().name, one.text().lang, one.text().untranslated), ("Mailbox Full", "en", ()))
        self.assertNotEqual(one.text("ja").name, one.text().name)
        self.assertEqual(one.to_dict("ja"), json.loads(one.to_json("ja")))
        self.assertTrue(one.to_markdown().startswith("# "))
        self.assertIn("<html", one.to_html("ja"))
        self.assertIn("(mailbox-full)", one.to_text(width=60))
        self.assertIn(22, one.sparkpost)
        with self.assertRaises(wirecodes.UnknownLanguage):
            one.text("tlh")

    def test_rules(self) -> None:
        rules = Explainer().rules
        self.assertGreater(len(rules), 100)
        self.assertEqual(len({rule.id for rule in rules}), len(rules))
        for rule in rules:
            if rule.reason:
                self.assertIs(wirecodes.reason(rule.reason.id), rule.reason)
        first, *_ = Explainer().matching_rules(FULL)
        self.assertIs(first, wirecodes.explain(FULL).rule)
        self.assertTrue(first.phrases and first.examples)
        self.assertEqual(Explainer().matching_rules(b"250 ok"), [])


class OwnRules(unittest.TestCase):
    def test_before_and_after(self) -> None:
        own = RuleFile.parse("own.toml", OWN)
        self.assertEqual(own.name, "own.toml")
        reply = "550 5.1.1 Refused by gateway 7: user unknown"
        before, after = Explainer([own]), Explainer(after=iter([own]))
        of = before.explain(reply)
        assert of.rule is not None and of.reason is not None
        self.assertEqual((of.rule.id, of.reason.id, of.reason.text("ja").name), ("our-gateway", "our-reason", "Ours"))
        self.assertEqual((of.reason.text().lang, of.reason.text().description), (None, ""))
        self.assertIs(after.explain(reply).reason, wirecodes.reason("mailbox-unknown"))
        self.assertEqual([rule.id for rule in after.matching_rules(reply)][-1], "our-gateway")
        self.assertEqual(before.rules[2:], Explainer().rules)
        self.assertEqual(after.rules[:-2], Explainer().rules)
        self.assertEqual(before.reasons[:-1], wirecodes.REASONS)
        # What is the dataset's is the same object, whoever explains; what is the file's, for one explainer.
        self.assertIs(before.explain(FULL).rule, wirecodes.explain(FULL).rule)
        self.assertIs(before.explain("550 gateway 8 says no").reason, wirecodes.reason("policy"))
        self.assertIs(before.reasons[-1], of.reason)
        self.assertIs(before.rules[0], of.rule)
        self.assertNotEqual(before.explain(FULL), wirecodes.explain(FULL))
        self.assertEqual(before.explain(FULL), before.explain_many([FULL])[0])
        for explainer in before, after:
            self.assertEqual(explainer.explain_lines(LOG)[0].to_json(), wirecodes.explain_lines(LOG)[0].to_json())

    def test_without_files_it_is_the_built_in_one(self) -> None:
        for same in Explainer(), Explainer([], ()), pickle.loads(pickle.dumps(Explainer())), eval(repr(Explainer())):
            self.assertIs(same, Explainer())

    def test_what_depends_on_files_is_not_pickled(self) -> None:
        explainer = Explainer([RuleFile.parse("own.toml", OWN)])
        for of in explainer, explainer.explain("550 x"), explainer.reasons[-1], explainer.rules[0], RuleFile.parse("own.toml", OWN):
            for make in pickle.dumps, copy.copy, copy.deepcopy:
                with self.assertRaisesRegex(TypeError, "pickle"):
                    make(of)

    def test_an_explainer_goes_with_the_last_that_needs_it(self) -> None:
        import resource

        def use() -> None:
            explainer = Explainer([RuleFile.parse("own.toml", OWN)])
            assert explainer.reasons and explainer.rules and explainer.explain(FULL).reason

        gc.disable()
        try:
            for _ in range(5):
                use()
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            for _ in range(40):
                use()
            self.assertLess(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, 10_000)
        finally:
            gc.enable()

    def test_faults(self) -> None:
        with self.assertRaises(InvalidRules) as caught:
            RuleFile.parse("own.toml", 'version = 1\n[[rule]]\nid = "Not Kebab"\n')
        error = caught.exception
        self.assertIsInstance(error, ValueError)
        self.assertIsInstance(error, wirecodes.Error)
        self.assertEqual({fault.file for fault in error.faults}, {"own.toml"})
        self.assertEqual([fault.line for fault in error.faults], sorted(fault.line for fault in error.faults))
        self.assertEqual(str(error).splitlines(), [f"{of.file}:{of.line}: {of.message}" for of in error.faults])
        self.assertEqual(str(error).splitlines(), list(map(str, error.faults)))
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual((type(again), str(again), again.faults), (InvalidRules, str(error), error.faults))
        fault = RuleFault("own.toml", 3, "is empty")
        self.assertEqual((str(fault), hash(fault)), ("own.toml:3: is empty", hash(copy.deepcopy(fault))))

    def test_faults_of_files_together(self) -> None:
        own = RuleFile.parse("own.toml", OWN)
        unknown = RuleFile.parse("unknown.toml", OWN.replace("our-", "your-").replace('"your-reason"', '"no-such-reason"', 1))
        with self.assertRaises(InvalidRules) as caught:
            Explainer([own], [own])
        self.assertIn("there is a rule `our-gateway` already", str(caught.exception))
        with self.assertRaises(InvalidRules) as caught:
            Explainer([unknown])
        self.assertIn("your-reason", str(caught.exception))

    def test_wrong_types(self) -> None:
        own = RuleFile.parse("own.toml", OWN)
        for wrong in "own.toml", own, 5, ["own.toml"], [own, None]:
            with self.subTest(wrong=wrong), self.assertRaises(TypeError):
                Explainer(wrong)  # type: ignore[arg-type]
            with self.subTest(wrong=wrong), self.assertRaises(TypeError):
                Explainer(after=wrong)  # type: ignore[arg-type]
        with self.assertRaisesRegex(TypeError, r"before\[1\]: expected a RuleFile, not NoneType"):
            Explainer([own, None])  # type: ignore[list-item]
        wrong_args: list[tuple[Any, Any]] = [(b"own.toml", OWN), ("own.toml", OWN.encode()), (None, OWN)]
        for args in wrong_args:
            with self.assertRaises(TypeError):
                RuleFile.parse(*args)
        for wrong_explainer in "x", own, Explainer:
            with self.assertRaises(TypeError):
                Scanner(wrong_explainer)  # type: ignore[arg-type]

    def test_files(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "own.toml")
            path.write_text(OWN, encoding="utf-8")
            for form in path, str(path):
                self.assertEqual(RuleFile.read(form).name, str(path))
            path.write_bytes(b"# one\n# two \xff\n")
            with self.assertRaises(InvalidRules) as caught:
                RuleFile.read(path)
            self.assertEqual(caught.exception.faults, (RuleFault(str(path), 2, "the file is not UTF-8"),))
            with self.assertRaises(FileNotFoundError) as missing:
                RuleFile.read(Path(folder, "missing.toml"))
            self.assertTrue(str(missing.exception.filename).endswith("missing.toml"))
            with self.assertRaises(OSError):
                RuleFile.read(folder)
        for wrong in None, 0, 1.5:
            with self.assertRaises(TypeError):
                RuleFile.read(wrong)  # type: ignore[arg-type]


class Streams(unittest.TestCase):
    def test_pieces_of_any_size(self) -> None:
        whole = wirecodes.explain_lines(LOG * 3)
        self.assertEqual([of.line for of in whole], [2, 4, 6])
        for size in 1, 7, 100, 10_000:
            scanner = Scanner()
            found = [of for at in range(0, len(LOG) * 3, size) for of in scanner.push((LOG * 3)[at : at + size])]
            found += scanner.finish()
            self.assertEqual(found, whole)
            counts = scanner.counts
            self.assertEqual((counts.lines, counts.bytes, counts.replies, counts.passed), (6, len(LOG) * 3, 3, 3))

    def test_another_stream_can_follow(self) -> None:
        scanner = Explainer().scanner()
        self.assertEqual(scanner.push("552-Mailbox"), [])
        self.assertEqual([of.line for of in scanner.finish()], [1])
        self.assertEqual([of.line for of in (*scanner.push(LOG), *scanner.finish())], [3])
        self.assertEqual(scanner.counts.lines, 3)
        self.assertEqual(Scanner().counts, Scanner().counts)
        self.assertIn("lines=3", repr(scanner.counts))

    def test_buffers_longer_than_a_piece(self) -> None:
        long = LOG * 4000
        self.assertGreater(len(long), 1 << 20)
        whole = wirecodes.explain_lines(long)
        self.assertEqual((len(whole), whole[-1].line), (4000, 8000))
        for same in bytearray(long), memoryview(long), long.decode():
            self.assertEqual(wirecodes.explain_lines(same), whole)

    def test_own_rules(self) -> None:
        explainer = Explainer([RuleFile.parse("own.toml", OWN)])
        for scanner in explainer.scanner(), Scanner(explainer):
            (of,) = (*scanner.push("550 Refused by gateway 7"), *scanner.finish())
            self.assertIs(of.reason, explainer.reasons[-1])

    def test_a_mail(self) -> None:
        mail = b"From: a@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n"
        fields = b"Final-Recipient: rfc822; b@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n--x--\r\n"
        (of,) = wirecodes.explain_lines(mail + fields)
        self.assertIs(of.reason, wirecodes.reason("mailbox-unknown"))


class Threads(unittest.TestCase):
    def test_others_run_meanwhile(self) -> None:
        replies = [FULL + b" %d" % number for number in range(200_000)]
        done = threading.Event()
        ticks = 0

        def tick() -> None:
            nonlocal ticks
            while not done.is_set():
                ticks += 1
                time.sleep(0.0005)

        thread = threading.Thread(target=tick)
        thread.start()
        wirecodes.explain_many(replies)
        done.set()
        thread.join()
        self.assertGreater(ticks, 10)

    def test_one_scanner_for_many_threads(self) -> None:
        scanner = Scanner()
        with ThreadPoolExecutor(8) as pool:
            found = [of for all in pool.map(scanner.push, [LOG * 50] * 64) for of in all]
        self.assertEqual(len(found) + len(scanner.finish()), 64 * 50)

    def test_many_threads_see_the_same_objects(self) -> None:
        # In a process of its own, where nothing has been made yet.
        script = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
import wirecodes
barrier = Barrier(16)
def everything(_):
    barrier.wait()
    explainer = wirecodes.Explainer()
    return [*explainer.reasons, *explainer.rules, *wirecodes.REASONS, wirecodes.explain("552 over quota").reason]
with ThreadPoolExecutor(16) as pool:
    first, *others = pool.map(everything, range(16))
assert all(a is b for other in others for a, b in zip(first, other, strict=True))
"""
        subprocess.run([sys.executable, "-c", script], check=True)

    def test_what_explains_is_made_when_it_is_needed(self) -> None:
        script = """
import sys, wirecodes
assert not {"wirecodes._explaining", "wirecodes._reasons", "wirecodes._reply_kinds"} & set(sys.modules)
assert wirecodes.explain("552 over quota").reason is wirecodes.REASONS[0] or wirecodes.REASONS
"""
        subprocess.run([sys.executable, "-c", script], check=True)


class Replies(unittest.TestCase):
    def test_attributes(self) -> None:
        reply = wirecodes.read_reply(b"550-5.1.1 No such \xff\r\n550 5.1.1 user\r\n")
        self.assertIs(reply.code, smtp[550])
        self.assertIs(reply.enhanced_code, smtp["5.1.1"])
        self.assertEqual((reply.source, reply.number, reply.class_, reply.enhanced, reply.command), ("reply", 550, 5, "5.1.1", None))
        self.assertIs(reply.source, wirecodes.ReplySource.REPLY)
        self.assertEqual(reply.faults, (wirecodes.ReplyFault.NOT_ASCII,))
        first, last = reply.lines
        self.assertEqual((first.number, first.is_continued, first.enhanced), (550, True, "5.1.1"))
        self.assertEqual((first.text, first.bytes), ("No such \ufffd", b"No such \xff"))
        self.assertFalse(last.is_continued)
        self.assertEqual(str(reply), "550-5.1.1 No such \ufffd\n550 5.1.1 user")
        self.assertEqual(repr(reply), "<Reply 550 5.1.1>")

    def test_in_a_log(self) -> None:
        reply = wirecodes.read_reply(LOG.splitlines()[1])
        self.assertEqual((reply.source, reply.command, reply.bytes), ("postfix", "RCPT", b"550 5.1.1 User unknown"))

    def test_value_and_pickles(self) -> None:
        reply = wirecodes.read_reply(FULL)
        for same in pickle.loads(pickle.dumps(reply)), copy.copy(reply), copy.deepcopy(reply), wirecodes.read_reply(FULL.decode()):
            self.assertEqual((same, hash(same)), (reply, hash(reply)))
        self.assertNotEqual(reply, wirecodes.read_reply(b"552"))
        self.assertNotEqual(reply, FULL)


class Kinds(unittest.TestCase):
    def test_members_are_those_of_the_core(self) -> None:
        # Each member is found by its id, in order.
        seen = {note for reply in (b"550-x", b"", b"950 x\x07\xff", b"550-a\n450 b") for note in wirecodes.explain(reply).notes}
        self.assertLessEqual(seen, set(Note))
        for kind, count in (Evidence, 4), (Note, 12), (Suppress, 3), (wirecodes.ReplyFault, 9), (wirecodes.ReplySource, 8):
            self.assertEqual(len(kind), count)
            for member in kind:
                self.assertIs(kind(member.value), member)
                self.assertIs(pickle.loads(pickle.dumps(member)), member)
                self.assertEqual(member.name.lower().replace("_", "-"), member)
                self.assertEqual(kind.__module__, "wirecodes")


if __name__ == "__main__":
    unittest.main()
