//! What is different in every language.

use napi_derive::napi;
use serde_json::json;
use wirecodes::{Actor, Code, Lang, Meaning, Protocol, Reference, compare};

use crate::{Result, raise, read, write};

/// The texts of a code, of its meanings and of its relations.
#[napi]
pub fn code_texts(code: String, lang: String) -> Result<String> {
    let (code, lang): (Code, Lang) = (read(&code)?, read(&lang)?);
    let text = code.text(lang);
    Ok(write(&json!({
        "text": {
            "lang": text.lang.tag(),
            "name": text.name,
            "gist": text.gist,
            "description": text.description,
            "when": text.when,
            "fix": text.fix,
            "use": text.use_,
            "choose": text.choose,
            "untranslated": text.untranslated().collect::<Vec<_>>(),
        },
        "meanings": code.meanings().map(|meaning: Meaning| meaning.text(lang)).collect::<Vec<_>>(),
        "related": code.related().map(|related| related.text(lang)).collect::<Vec<_>>(),
        "note": code.note(lang).map(|note| note.to_string()),
    })))
}

/// The texts of a protocol, of its classes and of its subjects.
#[napi]
pub fn protocol_texts(protocol: String, lang: String) -> Result<String> {
    let (protocol, lang): (Protocol, Lang) = (read(&protocol)?, read(&lang)?);
    let actors = Actor::ALL.iter().map(|actor| (actor.id().to_owned(), json!(protocol.actor(*actor, lang))));
    let classes = protocol.classes().map(|of| json!({ "localName": of.local_name(lang), "text": of.text(lang) }));
    let subjects = protocol.subjects().map(|of| json!({ "localName": of.local_name(lang), "text": of.text(lang) }));
    Ok(write(&json!({
        "title": protocol.title(lang),
        "unregistered": protocol.unregistered(lang),
        "actors": actors.collect::<serde_json::Map<_, _>>(),
        "classes": classes.collect::<Vec<_>>(),
        "subjects": subjects.collect::<Vec<_>>(),
    })))
}

/// One sentence about a well-formed code, known or not.
#[napi]
pub fn gist(protocol: String, code: String, lang: String) -> Result<String> {
    let of = read::<Protocol>(&protocol)?.interpret(&code).map_err(raise)?;
    Ok(of.gist(read(&lang)?).to_string())
}

/// What class and subject of a family say, a text each.
#[napi]
pub fn family_texts(protocol: String, text: String, lang: String) -> Result<Vec<String>> {
    let lang = read(&lang)?;
    let family = read::<Protocol>(&protocol)?.family(&text);
    Ok(family.iter().flat_map(|of| of.texts(lang)).map(str::to_owned).collect())
}

/// Two codes against each other.
#[napi]
pub fn comparison(a: String, b: String, lang: String) -> Result<String> {
    let (of, lang) = (compare(read(&a)?, read(&b)?), read::<Lang>(&lang)?);
    let choice = of.choose(lang);
    let both: Vec<Reference> = of.a().references().chain(of.b().references()).collect();
    let facet = |facet: wirecodes::Facet| {
        json!({
            "kind": facet.kind().id(), "label": facet.label(lang), "a": facet.a(lang).to_string(), "b": facet.b(lang).to_string(),
            "same": facet.is_same(),
        })
    };
    let difference = |difference: wirecodes::Difference| json!({ "kind": difference.kind().map(wirecodes::FacetKind::id), "text": difference.to_string() });
    Ok(write(&json!({
        "a": of.a().to_string(),
        "b": of.b().to_string(),
        "lang": lang.tag(),
        "lead": of.lead().id(),
        "summary": of.summary(lang).to_string(),
        // Its place among the relations of the first code.
        "relation": of.relation().and_then(|relation| of.a().related().position(|related| related.code() == relation.code())),
        "facets": of.facets().map(facet).collect::<Vec<_>>(),
        "differences": of.differences(lang).map(difference).collect::<Vec<_>>(),
        "choose": { "a": choice.a, "b": choice.b, "note": choice.note.map(|note| note.to_string()) },
        // Each as its place among those of the first code and then of the second, which have the objects.
        "references": of.references().map(|reference| both.iter().position(|own| *own == reference)).collect::<Vec<_>>(),
        "pairing": of.pairing().map(wirecodes::Pairing::id),
        "believed": of.believed().map(|code| code.to_string()),
    })))
}
