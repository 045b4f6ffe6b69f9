"""Times of lookups against what users would otherwise call, and the memory after many calls. `cargo xtask bench` runs it.

Times are the best of many rounds, all of one run and in turns, since a machine is not as quick at one moment as at another. An empty
loop is taken off.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from http import HTTPStatus
from time import perf_counter_ns

import wirecodes
from aiosmtplib.typing import SMTPStatus

ROUNDS = 60
REPEATS = 20


def loop(expression: str, items: Sequence[object], **names: object) -> Callable[[], float]:
    """A function that evaluates the expression for each item `c` and returns the nanoseconds that one took."""
    source = f"def run():\n start = now()\n for _ in range({REPEATS}):\n  for c in items:\n   {expression}\n return (now() - start) / {REPEATS} / len(items)"
    scope = {"items": items, "now": perf_counter_ns, **names}
    exec(source, scope)
    return scope["run"]  # type: ignore[return-value]


class Slots:
    __slots__ = ("outcome",)

    def __init__(self, outcome: object) -> None:
        self.outcome = outcome


def times() -> None:
    smtp, enhanced = wirecodes.smtp, wirecodes.smtp_enhanced
    numbers = [code.number for code in smtp]
    texts = [view.code for detail in enhanced for view in detail.views][: len(numbers)]
    by_number = {code.number: code for code in smtp}
    by_text = {text: enhanced[text] for text in texts}
    known = [number for number in numbers if number in SMTPStatus._value2member_map_]
    subjects = {
        "nothing": loop("pass", numbers),
        "`d[450]`, a dict": loop("d[c]", numbers, d=by_number),
        "`smtp[450]`": loop("d[c]", numbers, d=smtp),
        "`d.get(450)`": loop("get(c)", numbers, get=by_number.get),
        "`smtp.get(450)`": loop("get(c)", numbers, get=smtp.get),
        '`lookup("smtp", 450)`': loop("lookup('smtp', c)", numbers, lookup=wirecodes.lookup),
        "`http.HTTPStatus(450)`": loop("status(c)", [int(status) for status in HTTPStatus], status=HTTPStatus),
        "aiosmtplib's `SMTPStatus(450)`": loop("status(c)", known, status=SMTPStatus),
        '`d["4.2.1"]`, a dict': loop("d[c]", texts, d=by_text),
        '`smtp_enhanced["4.2.1"]`': loop("d[c]", texts, d=enhanced),
        '`lookup("smtp", "4.2.1")`': loop("lookup('smtp', c)", texts, lookup=wirecodes.lookup),
        "an attribute of `__slots__`": loop("c.outcome", [Slots(code.outcome) for code in smtp]),
        "`code.outcome`": loop("c.outcome", list(smtp)),
        "`code.should_retry`": loop("c.should_retry", list(smtp)),
        '`code.text("ja").fix`': loop("c.text('ja').fix", list(smtp)),
        '`compare(a, b)`': loop("compare(c, other)", list(smtp), compare=wirecodes.compare, other=smtp[450]),
    }
    best = dict.fromkeys(subjects, float("inf"))
    for _ in range(ROUNDS):
        for name, run in subjects.items():
            best[name] = min(best[name], run())
    nothing = best.pop("nothing")
    bases = {"`d[450]`, a dict": None, '`d["4.2.1"]`, a dict': None, "an attribute of `__slots__`": None, "`d.get(450)`": None}
    base = nothing
    print("| Python | ns | against the dict, the method or the slot above |")
    print("|---|--:|--:|")
    for name, time in best.items():
        if name in bases:
            base = time - nothing
        print(f"| {name} | {time - nothing:.1f} | {(time - nothing) / base:.2f}x |")


def imports() -> None:
    def time(module: str) -> float:
        best = float("inf")
        for _ in range(25):
            start = perf_counter_ns()
            subprocess.run([sys.executable, "-I", "-c", f"import {module}"], check=True)
            best = min(best, (perf_counter_ns() - start) / 1e6)
        return best

    base = time("sys")
    print("\n| `import` | ms more than starting Python |")
    print("|---|--:|")
    for module in "http", "wirecodes", "wirecodes._enums, wirecodes._kinds, wirecodes", "aiosmtplib.typing":
        print(f"| `{module}` | {time(module) - base:.1f} |")


def memory() -> None:
    def resident() -> int:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4

    def malformed() -> None:
        try:
            wirecodes.lookup("smtp", "0450")
        except wirecodes.InvalidCode:
            pass

    code = wirecodes.smtp[450]
    calls: dict[str, tuple[int, Callable[[], object]]] = {
        "lookup, found": (10_000_000, lambda: wirecodes.lookup("smtp", "4.2.1")),
        "lookup, unknown": (10_000_000, lambda: wirecodes.lookup("smtp", 457)),
        "lookup, malformed": (1_000_000, malformed),
        "interpret": (1_000_000, lambda: wirecodes.interpret("smtp", "457").class_),
        "compare": (1_000_000, lambda: wirecodes.compare(code, "smtp:550").facets),
        "SmtpReply, unknown": (1_000_000, lambda: wirecodes.SmtpReply(457)),
        "to_markdown": (10_000, lambda: code.to_markdown("ja")),
    }
    print("\n| calls | how many | kB more |")
    print("|---|--:|--:|")
    for name, (count, call) in calls.items():
        for _ in range(1000):
            call()
        before = resident()
        for _ in range(count):
            call()
        print(f"| {name} | {count:,} | {resident() - before} |")


if __name__ == "__main__":
    times()
    imports()
    memory()
