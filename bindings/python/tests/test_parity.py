"""What bindings/PARITY.md says is there in Python is there."""

import os
import unittest
from pathlib import Path

import wirecodes


class Parity(unittest.TestCase):
    def test_every_name(self) -> None:
        lines = Path(os.environ["WIRECODES_PARITY"]).read_text(encoding="utf-8").splitlines()
        rows = [line.split("|") for line in lines if line.startswith("| `")]
        self.assertGreater(len(rows), 200)
        for _, rust, python, _, note, _ in rows:
            name = python.strip().strip("`")
            with self.subTest(rust=rust):
                if name == "—":
                    self.assertTrue(note.strip(), "a reason")
                    continue
                value: object = wirecodes
                for part in name.split("."):
                    value = getattr(value, part)


if __name__ == "__main__":
    unittest.main()
