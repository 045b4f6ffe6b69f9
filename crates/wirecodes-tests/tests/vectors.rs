//! `data/vectors.json` against the core crate.

use std::fs;

use serde_json::{Value, json};
use wirecodes::{Code, Error, ErrorKind, Lang, compare, family, interpret, lookup, parse, reply, search};
use wirecodes_explain::{Explainer, Faults, Reason, Row, RuleFile, Scanner, explain};
use wirecodes_tests::root;

#[test]
fn every_case() {
    let text = fs::read_to_string(root().join("data/vectors.json")).unwrap();
    let vectors: Value = serde_json::from_str(&text).unwrap();
    let cases = vectors["cases"].as_array().unwrap();
    assert!(cases.len() >= 80);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let found = run(case);
            let expected = ["ok", "ok_first", "error", "faults"].iter().find_map(|key| Some((*key, case.get(*key)?)));
            let (key, expected) = expected.unwrap_or_else(|| panic!("no expectation in {case}"));
            let found = found.get(if key == "ok_first" { "ok" } else { key }).cloned();
            (found.as_ref() != Some(expected)).then(|| format!("{case}\n  gave {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn run(case: &Value) -> Value {
    let args: Vec<&str> = case["args"].as_array().unwrap().iter().map(|arg| arg.as_str().unwrap()).collect();
    let code = |code: Option<Code>| json!(code.map(|code| code.to_string()));
    let known = |reference: &str| reference.parse::<Code>().unwrap();
    let result = match (case["function"].as_str().unwrap(), &args[..]) {
        ("lookup", [protocol, text]) => lookup(protocol, text).map(code),
        ("parse", [reference]) => parse(reference).map(code),
        ("interpret", [protocol, text]) => interpret(protocol, text).map(|of| {
            json!({
                "code": of.to_string(),
                "number": of.number(),
                "registered": of.is_registered(),
                "class": of.class().map(wirecodes::Class::id),
                "subject": of.subject().map(wirecodes::Subject::id),
                "outcome": of.outcome().map(wirecodes::Outcome::id),
                "retry": of.retry().map(wirecodes::Retry::id),
            })
        }),
        ("properties", [reference]) => {
            let code = known(reference);
            Ok(json!({
                "name": code.name(),
                "constant": code.constant(),
                "status": code.status().id(),
                "is_success": code.is_success(),
                "is_transient": code.is_transient(),
                "is_permanent": code.is_permanent(),
                "should_retry": code.should_retry(),
            }))
        }
        ("search", [query]) => Ok(code(search(query).next())),
        ("compare", [a, b]) => {
            let comparison = compare(known(a), known(b));
            Ok(json!({
                "lead": comparison.lead().id(),
                "relation": comparison.relation().map(|related| related.kind().id()),
                "pairing": comparison.pairing().map(wirecodes::Pairing::id),
            }))
        }
        ("family", [protocol, text]) => family(protocol, text).map(|of| json!(of.map(|of| of.to_string()))),
        ("language", [tag]) => tag.parse().map(|lang: Lang| json!(lang.tag())),
        ("read_reply", [text]) => {
            let reply = reply::read(text.as_bytes());
            Ok(json!({
                "source": reply.source().id(),
                "number": reply.number(),
                "enhanced": reply.enhanced().map(|enhanced| enhanced.to_string()),
                "command": reply.command(),
                "lines": reply.lines().map(|line| String::from_utf8_lossy(line.text()).into_owned()).collect::<Vec<_>>(),
                "faults": reply.faults().iter().map(reply::Fault::id).collect::<Vec<_>>(),
            }))
        }
        ("explain", [text]) => Ok(explained(text.as_bytes())),
        ("explain_latin1", [text]) => {
            Ok(explained(&text.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect::<Vec<_>>()))
        }
        ("explain_lines", [text]) => {
            let mut found = Vec::new();
            let outcome = Scanner::new().read(text.as_bytes(), |reply| {
                found.push(json!([reply.line, explain(reply.bytes).reason().map(Reason::id)]));
                Ok(())
            });
            outcome.expect("memory can be read");
            Ok(json!(found))
        }
        ("rules", [text]) => {
            let read = RuleFile::parse("own.toml", text).and_then(|file| Explainer::with_rules(&[file], &[]));
            return match read {
                Ok(explainer) => json!({ "ok": explainer.rules().len() - Explainer::builtin().rules().len() }),
                Err(faults) => json!({ "faults": lines(&faults) }),
            };
        }
        (function, args) => panic!("no such function: {function} with {} arguments", args.len()),
    };
    match result {
        Ok(value) => json!({ "ok": value }),
        Err(error) => json!({ "error": kind(error) }),
    }
}

/// What a row says, but for the line, the text, the rule and who can act.
fn explained(bytes: &[u8]) -> Value {
    let mut row = serde_json::to_value(Row::new(None, "", &explain(bytes))).expect("a row is JSON");
    let fields = row.as_object_mut().expect("a row is an object");
    fields.retain(|key, _| !["line", "text", "rule", "actors"].contains(&key.as_str()));
    row
}

fn lines(faults: &Faults) -> Vec<usize> {
    faults.as_slice().iter().map(|fault| fault.line).collect()
}

fn kind(error: Error) -> &'static str {
    match error.kind() {
        ErrorKind::InvalidCode => "InvalidCode",
        ErrorKind::UnknownProtocol => "UnknownProtocol",
        ErrorKind::UnknownLanguage => "UnknownLanguage",
        ErrorKind::UnknownCode => "UnknownCode",
        other => panic!("a kind that the vectors don't know: {other:?}"),
    }
}
