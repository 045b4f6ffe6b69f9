"""Everything that a user of the Python package can see, as JSON, from the objects that the user holds.

`crates/wirecodes-tests/examples/everything.rs` says what the lines are and how they are written; this prints the same ones.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import wirecodes

LANGS = [language.tag for language in wirecodes.LANGUAGES]
VECTORS = Path(sys.argv[1])


def main() -> None:
    wanted = sys.argv[2] if len(sys.argv) > 2 else None
    for name, lines in parts():
        if wanted is None:
            digest, count = hashlib.sha256(), 0
            for line in lines():
                digest.update(write(line) + b"\n")
                count += 1
            print(name, count, digest.hexdigest(), sep="\t")
        elif wanted == name:
            for line in lines():
                sys.stdout.buffer.write(write(line) + b"\n")


def write(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def parts() -> Iterator[tuple[str, Callable[[], Iterator[object]]]]:
    yield "about", lambda: iter([about()])
    for protocol in wirecodes.PROTOCOLS:
        for lang in LANGS:
            yield f"codes {protocol} {lang}", lambda: (code(row, lang) for row in rows(protocol))
            yield f"compare {protocol} {lang}", lambda: pairs(protocol, lang)
            yield (
                f"interpret {protocol} {lang}",
                lambda: (interpretation(wirecodes.interpret(protocol.id, form), lang) for form in forms(protocol)),
            )
            yield f"render {protocol} {lang}", lambda: (rendered(row, lang) for row in rows(protocol))
    for lang in LANGS:
        yield f"pairing {lang}", lambda: pairings(lang)
    yield "search", lambda: map(search, json.loads(VECTORS.read_text(encoding="utf-8"))["searches"])
    for lang in LANGS:
        yield f"families {lang}", lambda: (of_family(family, lang) for family in families())
    yield "replies", lambda: (reply(wirecodes.read_reply(text)) for text in replies())
    yield "explain", lambda: map(explanation, wirecodes.explain_many(replies()))
    yield "explain lines", scanned
    for lang in LANGS:
        yield f"reasons {lang}", lambda: (reason(of, lang) for of in wirecodes.REASONS)
    yield "rules", lambda: map(rule, wirecodes.Explainer().rules)


def rows(protocol: wirecodes.Protocol) -> Iterator[wirecodes.Code]:
    for code in protocol:
        yield code
        yield from code.views


def pairs(protocol: wirecodes.Protocol, lang: str) -> Iterator[object]:
    used = [code for code in rows(protocol) if code.is_in_use]
    return (comparison(wirecodes.compare(a, b, lang=lang)) for a in used for b in used)


def pairings(lang: str) -> Iterator[object]:
    for a in wirecodes.smtp:
        for b in wirecodes.smtp_enhanced:
            yield comparison(wirecodes.compare(a, b.through(5) or b, lang))


def forms(protocol: wirecodes.Protocol) -> Iterator[str]:
    match protocol.id:
        case "smtp":
            yield from (f"{number:03}" for number in range(1000))
        case "smtp-enhanced":
            for klass in "2", "4", "5", "X":
                for subject in range(11):
                    for detail in chain(range(41), (99, 255, 350, 606, 999)):
                        yield f"{klass}.{subject}.{detail}"
        case _:
            yield from map(str, chain(range(21), (404, 65535)))


def families() -> Iterator[wirecodes.Family]:
    dotted = chain.from_iterable(
        [*(f"{klass}.{subject}" for subject in range(10)), klass, f"{klass}.X.X"] for klass in ("2", "4", "5", "X")
    )
    digits = chain.from_iterable(
        [*(f"{klass}{subject}z" for subject in range(10)), f"{klass}yz"] for klass in range(10)
    )
    for protocol, texts in ("smtp-enhanced", dotted), ("smtp", digits):
        for text in texts:
            if family := wirecodes.family(protocol, text):
                yield family


def replies() -> Iterator[bytes]:
    """Every labelled reply, and what cannot stand in a file of text."""
    for line in (VECTORS.parent / "replies/labelled.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            yield line.split(" ", 2)[2].replace("\\n", "\r\n").encode()
    yield from (
        b"",
        b"550",
        b"550 Bo\xeete pleine",
        b"550-5.1.1 a\r\n450 b\x07\n",
        b"042 \xff\xfe",
        b"Diagnostic-Code: smtp; 552 5.2.2\r\n Mailbox full\r\n",
        b"354 5.1.1 go",
        b"4F1: to=<a@b>, dsn=4.4.1, status=deferred (host mx said: 450 4.2.0 Greylisted, try again in 00:05:00 (in reply to RCPT TO command))",
    )


def scanned() -> Iterator[object]:
    """What is found in a log, and then what was passed."""
    log = (VECTORS.parent / "replies/mail.log").read_bytes()
    scanner = wirecodes.Scanner()
    found = [*scanner.push(log), *scanner.finish()]
    assert found == wirecodes.explain_lines(log)
    yield from map(explanation, found)
    counts = scanner.counts
    yield {"lines": counts.lines, "bytes": counts.bytes, "replies": counts.replies, "passed": counts.passed}


def about() -> object:
    return {
        "data_version": wirecodes.DATA_VERSION,
        "languages": [
            {"tag": language.tag, "name": language.name, "native_name": language.native_name}
            for language in wirecodes.LANGUAGES
        ],
        "protocols": [
            {
                "id": protocol.id,
                "name": protocol.name,
                "enumeration": protocol.enumeration,
                "codes": list(map(str, protocol.codes)),
                "companions": [other.id for other in wirecodes.PROTOCOLS if protocol.is_companion(other)],
                "texts": [
                    {
                        "lang": lang,
                        "title": protocol.title(lang),
                        "unregistered": protocol.unregistered(lang),
                        "actors": [[actor, protocol.actor(actor, lang)] for actor in wirecodes.Actor],
                        "classes": [group(of, lang) for of in protocol.classes],
                        "subjects": [group(of, lang) for of in protocol.subjects],
                    }
                    for lang in LANGS
                ],
            }
            for protocol in wirecodes.PROTOCOLS
        ],
    }


def group(of: wirecodes.Class | wirecodes.Subject | None, lang: str) -> object:
    if of is None:
        return None
    fields = {
        "id": of.id,
        "digits": of.digits,
        "name": of.name,
        "local_name": of.local_name(lang),
        "text": of.text(lang),
    }
    if isinstance(of, wirecodes.Class):
        return {**fields, "outcome": of.outcome, "retry": of.retry}
    return fields


def reference(of: wirecodes.Reference | None) -> object:
    if of is None:
        return None
    document = of.document
    return {
        "document": {"id": document.id, "title": document.title, "url": document.url},
        "section": of.section,
        "url": of.url,
        "says": of.says,
    }


def meaning(of: wirecodes.Meaning, lang: str) -> object:
    return {
        "commands": of.commands,
        "phrase": of.phrase,
        "reference": reference(of.reference),
        "outcome": of.outcome,
        "retry": of.retry,
        "text": of.text(lang),
    }


def related(of: wirecodes.Related | None, lang: str) -> object:
    return of and {"code": str(of.code), "kind": of.kind, "text": of.text(lang)}


def optional(of: wirecodes.Code | None) -> str | None:
    return None if of is None else str(of)


def code(of: wirecodes.Code, lang: str) -> object:
    text = of.text(lang)
    through = (of.through(digit) for digit in range(10))
    return {
        "protocol": of.protocol,
        "code": of.code,
        "reference": str(of),
        "number": of.number,
        "name": of.name,
        "constant": of.constant,
        "mention": of.mention,
        "aliases": of.aliases,
        "phrase": of.phrase,
        "class": group(of.class_, lang),
        "subject": group(of.subject, lang),
        "outcome": of.outcome,
        "status": of.status,
        "vendor": of.vendor,
        "retry": of.retry,
        "actors": of.actors,
        "connection": of.connection,
        "commands": of.commands,
        "meanings": [meaning(one, lang) for one in of.meanings],
        "references": list(map(reference, of.references)),
        "related": [related(one, lang) for one in of.related],
        "examples": of.examples,
        "is_success": of.is_success,
        "is_transient": of.is_transient,
        "is_permanent": of.is_permanent,
        "should_retry": of.should_retry,
        "detail": optional(of.detail),
        "views": list(map(str, of.views)),
        "through": [str(view) for view in through if view],
        "classes": [klass.id for klass in of.classes],
        "limited_by": reference(of.limited_by),
        "is_meant": of.is_meant,
        "is_in_use": of.is_in_use,
        "note": of.note(lang),
        "namesakes": list(map(str, of.namesakes)),
        "text": {
            "lang": text.lang,
            "name": text.name,
            "gist": text.gist,
            "description": text.description,
            "when": text.when,
            "fix": text.fix,
            "use": text.use,
            "choose": text.choose,
            "untranslated": text.untranslated,
        },
    }


def comparison(of: wirecodes.Comparison) -> object:
    choose = of.choose
    return {
        "a": str(of.a),
        "b": str(of.b),
        "lead": of.lead,
        "summary": of.summary,
        "relation": related(of.relation, of.lang),
        "facets": [
            {"kind": facet.kind, "label": facet.label, "a": facet.a, "b": facet.b, "same": facet.same}
            for facet in of.facets
        ],
        "differences": [{"kind": difference.kind, "text": difference.text} for difference in of.differences],
        "choose": {"a": choose.a, "b": choose.b, "note": choose.note},
        "references": list(map(str, of.references)),
        "pairing": of.pairing,
        "believed": optional(of.believed),
    }


def interpretation(of: wirecodes.Interpretation, lang: str) -> object:
    return {
        "protocol": of.protocol,
        "code": of.code,
        "number": of.number,
        "entry": optional(of.entry),
        "is_registered": of.is_registered,
        "class": group(of.class_, lang),
        "subject": group(of.subject, lang),
        "outcome": of.outcome,
        "retry": of.retry,
        "gist": of.gist(lang),
        "nearest": list(map(str, of.nearest())),
    }


def of_family(of: wirecodes.Family, lang: str) -> object:
    return {
        "family": str(of),
        "protocol": of.protocol,
        "class": group(of.class_, lang),
        "subject": group(of.subject, lang),
        "outcome": of.outcome,
        "retry": of.retry,
        "texts": of.texts(lang),
        "codes": list(map(str, of.codes)),
    }


def search(query: str) -> object:
    return {"query": query, "found": list(map(str, wirecodes.search(query)))}


def reply(of: wirecodes.Reply) -> object:
    return {
        "source": of.source,
        "number": of.number,
        "code": optional(of.code),
        "enhanced": of.enhanced,
        "enhanced_code": optional(of.enhanced_code),
        "command": of.command,
        "class": of.class_,
        "lines": [
            {
                "number": line.number,
                "is_continued": line.is_continued,
                "enhanced": line.enhanced,
                "text": line.text,
                "bytes": list(line.bytes),
            }
            for line in of.lines
        ],
        "faults": of.faults,
        "text": str(of),
        "bytes": list(of.bytes),
    }


def explanation(of: wirecodes.Explanation) -> object:
    return {
        "line": of.line,
        "text": of.text,
        "number": of.number,
        "code": optional(of.code),
        "enhanced": of.enhanced,
        "enhanced_code": optional(of.enhanced_code),
        "command": of.command,
        "reason": of.reason and of.reason.id,
        "rule": of.rule and of.rule.id,
        "outcome": of.outcome,
        "evidence": of.evidence,
        "actors": of.actors,
        "retry": of.retry,
        "retry_after": of.retry_after,
        "suppress": of.suppress,
        "notes": of.notes,
        "is_damaged": of.is_damaged,
        "row": of.to_json(),
        "full": [of.to_text(lang, width=80) for lang in LANGS],
    }


def reason(of: wirecodes.Reason, lang: str) -> object:
    text = of.text(lang)
    return {
        "id": of.id,
        "outcome": of.outcome,
        "actors": of.actors,
        "retry": of.retry,
        "suppress": of.suppress,
        "codes": of.codes,
        "sparkpost": of.sparkpost,
        "sisimai": of.sisimai,
        "kumomta": of.kumomta,
        "text": {
            "lang": text.lang,
            "name": text.name,
            "gist": text.gist,
            "description": text.description,
            "when": text.when,
            "fix": text.fix,
            "again": text.again,
            "use": text.use,
            "untranslated": text.untranslated,
        },
        "rendered": {
            "text": of.to_text(lang, width=80),
            "markdown": of.to_markdown(lang),
            "html": of.to_html(lang),
            "json": of.to_json(lang),
        },
    }


def rule(of: wirecodes.Rule) -> object:
    return {
        "id": of.id,
        "reason": of.reason and of.reason.id,
        "outcome": of.outcome,
        "phrases": of.phrases,
        "also": of.also,
        "codes": of.codes,
        "from": of.from_,
        "examples": of.examples,
    }


def rendered(of: wirecodes.Code, lang: str) -> object:
    return {
        "text": of.to_text(lang, width=80),
        "markdown": of.to_markdown(lang),
        "html": of.to_html(lang),
        "json": of.to_json(lang),
    }


if __name__ == "__main__":
    main()
