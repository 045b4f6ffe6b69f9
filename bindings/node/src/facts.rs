//! What is the same in every language.

use napi_derive::napi;
use serde_json::{Value, json};
use wirecodes::{Class, Code, Family, Interpretation, Lang, Meaning, Protocol, Reference, Subject};

use crate::{Result, raise, read, write};

/// The version of the data, the languages and the protocols.
#[napi]
pub fn about() -> String {
    let languages = Lang::ALL
        .iter()
        .map(|lang| json!({ "tag": lang.tag(), "name": lang.name(), "nativeName": lang.native_name() }));
    write(&json!({
        "version": env!("CARGO_PKG_VERSION"),
        "dataVersion": wirecodes::DATA_VERSION,
        "languages": languages.collect::<Vec<_>>(),
        "protocols": Protocol::ALL.iter().map(protocol).collect::<Vec<_>>(),
    }))
}

fn protocol(protocol: &Protocol) -> Value {
    let codes = protocol.codes().map(|code| {
        // The number that finds this code: of several with one number it is the first.
        let number = code.number().filter(|_| code.namesakes().all(|other| other > code));
        // Without keys: there are hundreds of them, and every program waits for this.
        json!([code.to_string(), number, code.constant()])
    });
    json!({
        "id": protocol.id(),
        "name": protocol.name(),
        "enumeration": protocol.enumeration(),
        "companions": Protocol::ALL.iter().filter(|other| protocol.is_companion(**other)).map(|other| other.id()).collect::<Vec<_>>(),
        "classes": protocol.classes().map(class).collect::<Vec<_>>(),
        "subjects": protocol.subjects().map(subject).collect::<Vec<_>>(),
        "codes": codes.collect::<Vec<_>>(),
    })
}

fn class(of: Class) -> Value {
    json!({
        "id": of.id(), "digits": of.digits(), "name": of.name(),
        "outcome": of.outcome().map(wirecodes::Outcome::id), "retry": of.retry().map(wirecodes::Retry::id),
    })
}

fn subject(of: Subject) -> Value {
    json!({ "id": of.id(), "digits": of.digits(), "name": of.name() })
}

fn reference(of: Reference) -> Value {
    let document = of.document();
    json!({
        "document": { "id": document.id, "title": document.title, "url": document.url },
        "section": of.section(), "url": of.url(), "says": of.says(), "label": of.to_string(),
    })
}

fn meaning(of: Meaning) -> Value {
    json!({
        "commands": of.commands(), "phrase": of.phrase(), "reference": reference(of.reference()),
        "outcome": of.outcome().map(wirecodes::Outcome::id), "retry": of.retry().map(wirecodes::Retry::id),
    })
}

pub(crate) fn references(codes: impl Iterator<Item = Code>) -> Vec<String> {
    codes.map(|code| code.to_string()).collect()
}

/// A code. Its class, subject and classes are ids, which the protocol has the objects for.
#[napi]
pub fn code(of: String) -> Result<String> {
    let code: Code = read(&of)?;
    let related =
        code.related().map(|related| json!({ "code": related.code().to_string(), "kind": related.kind().id() }));
    let through: Vec<Value> = (0..10).map(|digit| json!(code.through(digit).map(|view| view.to_string()))).collect();
    Ok(write(&json!({
        "reference": code.to_string(),
        "protocol": code.protocol().id(),
        "code": code.as_str(),
        "number": code.number(),
        "name": code.name(),
        "constant": code.constant(),
        "mention": code.mention(),
        "aliases": code.aliases(),
        "phrase": code.phrase(),
        "class": code.class().map(Class::id),
        "subject": code.subject().map(Subject::id),
        "outcome": code.outcome().map(wirecodes::Outcome::id),
        "status": code.status().id(),
        "vendor": code.vendor(),
        "retry": code.retry().map(wirecodes::Retry::id),
        "actors": code.actors().iter().map(|actor| actor.id()).collect::<Vec<_>>(),
        "connection": code.connection().map(wirecodes::Connection::id),
        "commands": code.commands(),
        "meanings": code.meanings().map(meaning).collect::<Vec<_>>(),
        "references": code.references().map(reference).collect::<Vec<_>>(),
        "related": related.collect::<Vec<_>>(),
        "examples": code.examples(),
        "isSuccess": code.is_success(),
        "isTransient": code.is_transient(),
        "isPermanent": code.is_permanent(),
        "shouldRetry": code.should_retry(),
        "detail": code.detail().map(|detail| detail.to_string()),
        "views": references(code.views()),
        "through": through,
        "classes": code.classes().map(Class::id).collect::<Vec<_>>(),
        "limitedBy": code.limited_by().map(reference),
        "isMeant": code.is_meant(),
        "isInUse": code.is_in_use(),
        "namesakes": references(code.namesakes()),
    })))
}

/// What can be said of a well-formed code, known or not.
#[napi]
pub fn interpretation(protocol: String, code: String) -> Result<String> {
    let of: Interpretation<'_> = read::<Protocol>(&protocol)?.interpret(&code).map_err(raise)?;
    Ok(write(&json!({
        "protocol": of.protocol().id(),
        "code": of.to_string(),
        "number": of.number(),
        "entry": of.code().map(|code| code.to_string()),
        "isRegistered": of.is_registered(),
        "class": of.class().map(Class::id),
        "subject": of.subject().map(Subject::id),
        "outcome": of.outcome().map(wirecodes::Outcome::id),
        "retry": of.retry().map(wirecodes::Retry::id),
    })))
}

/// Codes that share a class, a subject or both; nothing if the text does not name a family.
#[napi]
pub fn family(protocol: String, text: String) -> Result<Option<String>> {
    Ok(read::<Protocol>(&protocol)?.family(&text).map(|of: Family| {
        write(&json!({
            "name": of.to_string(),
            "protocol": of.protocol().id(),
            "class": of.class().map(Class::id),
            "subject": of.subject().map(Subject::id),
            "outcome": of.outcome().map(wirecodes::Outcome::id),
            "retry": of.retry().map(wirecodes::Retry::id),
            "codes": references(of.codes()),
        }))
    }))
}
