"""Replies and logs explained in a second, objects included, against Rust in the same run; and the memory after many. `cargo xtask
bench` runs it with the program that measures Rust and a folder for the replies that both explain.

Times are the best of several rounds in turns, since a machine is not as quick at one moment as at another.
"""

import json
import mmap
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import wirecodes

ROUNDS = 6
REPEATS = 5


def rust(program: str, folder: str) -> dict[str, float]:
    """Seconds that Rust takes; the files of replies are there then."""
    output = subprocess.run([program, folder], check=True, capture_output=True, text=True).stdout
    return {name: float(seconds) for name, seconds in (line.split("\t") for line in output.splitlines())}


def seconds(run: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(REPEATS):
        start = perf_counter()
        run()
        best = min(best, perf_counter() - start)
    return best


def times(program: str, folder: Path) -> None:
    base = rust(program, str(folder))
    replies: list[str] = json.loads((folder / "replies.json").read_text(encoding="utf-8"))
    encoded = [reply.encode() for reply in replies]
    log = (folder / "mail.log").read_bytes()
    count = len(replies)

    def attributes() -> None:
        for of in wirecodes.explain_many(encoded):
            of.reason, of.outcome, of.suppress

    def mapped() -> None:
        with (folder / "mail.log").open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            wirecodes.explain_lines(view)

    subjects: dict[str, tuple[str, Callable[[], object]]] = {
        "`explain_many`, of bytes": ("explain_many", lambda: wirecodes.explain_many(encoded)),
        "`explain_many`, of text": ("explain_many", lambda: wirecodes.explain_many(replies)),
        "the same, and three attributes of each": ("explain_many", attributes),
        "`explain`, one by one": ("explain_many", lambda: [wirecodes.explain(reply) for reply in encoded]),
        "`explain_lines`, of a log": ("explain_lines", lambda: wirecodes.explain_lines(log)),
        "`explain_lines`, of the same mapped": ("explain_lines", mapped),
    }
    best = dict.fromkeys(subjects, float("inf"))
    for _ in range(ROUNDS):
        base = {name: min(base[name], time) for name, time in rust(program, str(folder)).items()}
        for name, (_, run) in subjects.items():
            best[name] = min(best[name], seconds(run))
    print(f"\n| Python, {count} replies and a log of {len(log) / 1e6:.0f} MB | a second | of Rust's speed |")
    print("|---|--:|--:|")
    amounts = {"explain_many": (count / 1e6, "{:.2f} million"), "explain_lines": (len(log) / 1e6, "{:.0f} MB")}
    for of, time in base.items():
        amount, form = amounts[of]
        print(f"| Rust, {of} | {form.format(amount / time)} | 100 % |")
    for name, (of, _) in subjects.items():
        amount, form = amounts[of]
        print(f"| {name} | {form.format(amount / best[name])} | {100 * base[of] / best[name]:.0f} % |")


def memory(folder: Path) -> None:
    def resident() -> int:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4

    replies = [reply.encode() for reply in json.loads((folder / "replies.json").read_text(encoding="utf-8"))]

    def at_once(rounds: int) -> None:
        for _ in range(rounds):
            wirecodes.explain_many(replies)

    def one_by_one(rounds: int) -> None:
        for _ in range(rounds):
            for reply in replies:
                wirecodes.explain(reply).reason

    scanner = wirecodes.Scanner()

    def in_a_stream(rounds: int) -> None:
        before = scanner.counts.replies
        while scanner.counts.replies < before + rounds * len(replies):
            with (folder / "mail.log").open("rb") as file:
                while chunk := file.read(1 << 16):
                    scanner.push(chunk)
            scanner.finish()

    calls: dict[str, Callable[[int], None]] = {
        "explained at once and dropped": at_once,
        "explained one by one and dropped": one_by_one,
        "found in a stream and dropped": in_a_stream,
    }
    print("\n| replies | how many | kB more |")
    print("|---|--:|--:|")
    for name, call in calls.items():
        call(2)
        before = resident()
        call(50)
        print(f"| {name} | {50 * len(replies):,} | {resident() - before} |")


if __name__ == "__main__":
    times(sys.argv[1], Path(sys.argv[2]))
    memory(Path(sys.argv[2]))
