//! `data/vectors.json` against the core crate.

use std::fs;

use serde_json::{Value, json};
use wirecodes::{Code, Error, ErrorKind, Lang, compare, family, interpret, lookup, parse, search};
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
            let expected = ["ok", "ok_first", "error"].iter().find_map(|key| Some((*key, case.get(*key)?)));
            let (key, expected) = expected.unwrap_or_else(|| panic!("no expectation in {case}"));
            let found = found.get(if key == "error" { "error" } else { "ok" }).cloned();
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
        (function, args) => panic!("no such function: {function} with {} arguments", args.len()),
    };
    match result {
        Ok(value) => json!({ "ok": value }),
        Err(error) => json!({ "error": kind(error) }),
    }
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
