//! Replies that are read and explained, and the reasons and rules that they are explained by.

use std::fs;

use serde_json::{Value, json};
use wirecodes::reply::{self, Enhanced, Line, Reply};
use wirecodes::{Actor, Lang, Outcome, Retry};
use wirecodes_explain::{Evidence, Explainer, Explanation, Note, Reason, Row, Rule, Scanner};
use wirecodes_render::{Style, explain, html, json as render_json, markdown};
use wirecodes_tests::{labelled, root};

/// Every labelled reply, and what cannot stand in a file of text.
fn replies() -> impl Iterator<Item = Vec<u8>> {
    let odd: [&[u8]; 8] = [
        b"",
        b"550",
        b"550 Bo\xeete pleine",
        b"550-5.1.1 a\r\n450 b\x07\n",
        b"042 \xff\xfe",
        b"Diagnostic-Code: smtp; 552 5.2.2\r\n Mailbox full\r\n",
        b"354 5.1.1 go",
        b"4F1: to=<a@b>, dsn=4.4.1, status=deferred (host mx said: 450 4.2.0 Greylisted, try again in 00:05:00 (in reply to RCPT TO command))",
    ];
    labelled().into_iter().map(|one| one.reply.into_bytes()).chain(odd.map(<[u8]>::to_vec))
}

pub(crate) fn read() -> impl Iterator<Item = Value> {
    replies().map(|bytes| reply(&reply::read(&bytes)))
}

pub(crate) fn explained() -> impl Iterator<Item = Value> {
    replies().map(|bytes| {
        let reply = reply::read(&bytes);
        explanation(None, &reply, &Explainer::builtin().explain_reply(&reply))
    })
}

/// What is found in a log, and then what was passed.
pub(crate) fn scanned() -> impl Iterator<Item = Value> {
    let log = fs::read(root().join("data/replies/mail.log")).expect("data/replies/mail.log is there");
    let mut scanner = Scanner::new();
    let mut lines = Vec::new();
    let outcome = scanner.read(&log[..], |found| {
        let (reply, of) = Explainer::builtin().explain_found(&found);
        lines.push(explanation(Some(found.line), &reply, &of));
        Ok(())
    });
    outcome.expect("memory can be read");
    let counts = scanner.counts();
    lines.push(
        json!({ "lines": counts.lines, "bytes": counts.bytes, "replies": counts.replies, "passed": counts.passed }),
    );
    lines.into_iter()
}

pub(crate) fn reasons(lang: Lang) -> impl Iterator<Item = Value> {
    Reason::all().iter().map(move |reason| {
        let text = reason.text(lang);
        json!({
            "id": reason.id(),
            "outcome": reason.outcome().map(Outcome::id),
            "actors": ids(reason.actors()),
            "retry": reason.retry().id(),
            "suppress": reason.suppress().id(),
            "codes": reason.codes(),
            "sparkpost": reason.sparkpost(),
            "sisimai": reason.sisimai(),
            "kumomta": reason.kumomta(),
            "text": {
                "lang": text.lang.map(Lang::tag),
                "name": text.name,
                "gist": text.gist,
                "description": text.description,
                "when": text.when,
                "fix": text.fix,
                "again": text.again,
                "use": text.use_,
                "untranslated": text.untranslated().collect::<Vec<_>>(),
            },
            "rendered": {
                "text": explain::reason(reason, lang, Style::plain(80)),
                "markdown": markdown::reason(reason, lang),
                "html": html::reason(reason, lang),
                "json": render_json::reason(reason, lang),
            },
        })
    })
}

pub(crate) fn rules() -> impl Iterator<Item = Value> {
    Explainer::builtin().rules().iter().map(|rule| {
        json!({
            "id": rule.id(),
            "reason": Explainer::builtin().reason_of(rule).map(Reason::id),
            "outcome": rule.outcome().map(Outcome::id),
            "phrases": rule.phrases().iter().map(ToString::to_string).collect::<Vec<_>>(),
            "also": rule.also().iter().map(ToString::to_string).collect::<Vec<_>>(),
            "codes": rule.codes().iter().map(ToString::to_string).collect::<Vec<_>>(),
            "from": rule.from(),
            "examples": rule.examples(),
        })
    })
}

fn ids(actors: &[Actor]) -> Vec<&'static str> {
    actors.iter().map(|actor| actor.id()).collect()
}

fn dotted(enhanced: Option<Enhanced>) -> Option<String> {
    enhanced.map(|enhanced| enhanced.to_string())
}

fn reply(reply: &Reply<'_>) -> Value {
    let line = |line: Line<'_>| {
        json!({
            "number": line.number(),
            "is_continued": line.is_continued(),
            "enhanced": dotted(line.enhanced()),
            "text": String::from_utf8_lossy(line.text()),
            "bytes": line.text(),
        })
    };
    json!({
        "source": reply.source().id(),
        "number": reply.number(),
        "code": reply.code().map(|code| code.to_string()),
        "enhanced": dotted(reply.enhanced()),
        "enhanced_code": reply.enhanced_code().map(|code| code.to_string()),
        "command": reply.command(),
        "class": reply.class(),
        "lines": reply.lines().map(line).collect::<Vec<_>>(),
        "faults": reply.faults().iter().map(reply::Fault::id).collect::<Vec<_>>(),
        "text": reply.to_string(),
        "bytes": reply.as_bytes(),
    })
}

fn explanation(line: Option<u64>, reply: &Reply<'_>, of: &Explanation<'_>) -> Value {
    let mut text = String::new();
    Row::text_of(reply, &mut text);
    let row = serde_json::to_string(&Row::new(line, &text, of)).expect("a row is JSON");
    let full: Vec<String> = Lang::ALL.iter().map(|lang| explain::full(reply, of, *lang, Style::plain(80))).collect();
    json!({
        "line": line,
        "text": text,
        "number": of.number(),
        "code": of.code().map(|code| code.to_string()),
        "enhanced": dotted(of.enhanced()),
        "enhanced_code": of.enhanced_code().map(|code| code.to_string()),
        "command": of.command(),
        "reason": of.reason().map(Reason::id),
        "rule": of.rule().map(Rule::id),
        "outcome": of.outcome().map(Outcome::id),
        "evidence": of.evidence().map(Evidence::id),
        "actors": ids(of.actors()),
        "retry": of.retry().map(Retry::id),
        "retry_after": of.retry_after().map(|delay| delay.as_secs()),
        "suppress": of.suppress().id(),
        "notes": of.notes().iter().map(Note::id).collect::<Vec<_>>(),
        "is_damaged": of.notes().is_damaged(),
        "row": row,
        "full": full,
    })
}
