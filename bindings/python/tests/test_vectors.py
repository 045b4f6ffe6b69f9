"""data/vectors.json against the installed package."""

import json
import os
import unittest
from pathlib import Path

import wirecodes

VECTORS = json.loads(Path(os.environ["WIRECODES_VECTORS"]).read_text(encoding="utf-8"))


def run(function: str, args: list[str]) -> object:
    match function, args:
        case "lookup", [protocol, code]:
            found = wirecodes.lookup(protocol, code)
            return found and str(found)
        case "parse", [reference]:
            found = wirecodes.parse(reference)
            return found and str(found)
        case "interpret", [protocol, code]:
            of = wirecodes.interpret(protocol, code)
            return {
                "code": of.code,
                "number": of.number,
                "registered": of.is_registered,
                "class": of.class_ and of.class_.id,
                "subject": of.subject and of.subject.id,
                "outcome": of.outcome,
                "retry": of.retry,
            }
        case "properties", [reference]:
            known = wirecodes.Code(reference)
            return {
                "name": known.name,
                "constant": known.constant,
                "status": known.status,
                "is_success": known.is_success,
                "is_transient": known.is_transient,
                "is_permanent": known.is_permanent,
                "should_retry": known.should_retry,
            }
        case "search", [query]:
            return next(map(str, wirecodes.search(query)), None)
        case "compare", [a, b]:
            comparison = wirecodes.compare(a, b)
            return {
                "lead": comparison.lead,
                "relation": comparison.relation and comparison.relation.kind,
                "pairing": comparison.pairing,
            }
        case "family", [protocol, text]:
            family = wirecodes.family(protocol, text)
            return family and str(family)
        case "language", [tag]:
            return wirecodes.language(tag).tag
        case "read_reply", [text]:
            reply = wirecodes.read_reply(text)
            return {
                "source": reply.source,
                "number": reply.number,
                "enhanced": reply.enhanced,
                "command": reply.command,
                "lines": [line.text for line in reply.lines],
                "faults": list(reply.faults),
            }
        case "explain", [text]:
            return explained(wirecodes.explain(text))
        case "explain_latin1", [text]:
            return explained(wirecodes.explain(text.encode("latin-1")))
        case "explain_lines", [text]:
            return [[of.line, of.reason and of.reason.id] for of in wirecodes.explain_lines(text)]
        case "rules", [text]:
            own = wirecodes.Explainer(before=[wirecodes.RuleFile.parse("own.toml", text)])
            return len(own.rules) - len(wirecodes.Explainer().rules)
    raise AssertionError(f"no such function: {function} with {len(args)} arguments")


def explained(of: wirecodes.Explanation) -> object:
    """What a row says, but for the line, the text, the rule and who can act."""
    return {key: value for key, value in of.to_dict().items() if key not in ("line", "text", "rule", "actors")}


class Vectors(unittest.TestCase):
    def test_every_case(self) -> None:
        self.assertGreaterEqual(len(VECTORS["cases"]), 250)
        for case in VECTORS["cases"]:
            with self.subTest(case=case):
                if "error" in case:
                    with self.assertRaises(getattr(wirecodes, case["error"])):
                        run(case["function"], case["args"])
                elif "faults" in case:
                    with self.assertRaises(wirecodes.InvalidRules) as caught:
                        run(case["function"], case["args"])
                    self.assertEqual([fault.line for fault in caught.exception.faults], case["faults"])
                else:
                    expected = case["ok"] if "ok" in case else case["ok_first"]
                    self.assertEqual(run(case["function"], case["args"]), expected)


if __name__ == "__main__":
    unittest.main()
