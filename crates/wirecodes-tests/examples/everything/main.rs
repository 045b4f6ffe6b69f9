//! Everything that a user of the Rust crate can see, as JSON, for comparing it with what users of Python and Node see.
//!
//! `bindings/python/tests/everything.py` and `bindings/node/test/everything.mjs` do the same, each from the objects of its own
//! language. Without arguments they print a digest for each part; with the name of a part, its lines.
//!
//! **The serialization**: JSON Lines in UTF-8. One value a line, without blanks; objects with the keys in the order in which
//! this file writes them, every key always there; strings as they are, with only `"`, `\` and control characters escaped (the
//! short form where JSON has one). The digest is the SHA-256 of all lines of the part, each with its newline.

// An object of many keys is as deep a macro.
#![recursion_limit = "256"]

mod explain;

use std::fs;
use std::io::{self, BufWriter, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use wirecodes::{
    Class, Code, Comparison, DATA_VERSION, Family, Interpretation, Lang, Meaning, Protocol, Reference, Related,
    Subject, compare, family, interpret, search,
};
use wirecodes_render::{Style, html, json as render_json, markdown, text};

fn main() -> io::Result<()> {
    let wanted = std::env::args().nth(1);
    let mut out = BufWriter::new(io::stdout().lock());
    for (name, lines) in parts() {
        match &wanted {
            None => {
                let (mut hash, mut count) = (Sha256::new(), 0);
                for line in lines() {
                    hash.update(line.to_string());
                    hash.update("\n");
                    count += 1;
                }
                let digest: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
                writeln!(out, "{name}\t{count}\t{digest}")?;
            }
            Some(wanted) if *wanted == name => {
                for line in lines() {
                    writeln!(out, "{line}")?;
                }
            }
            Some(_) => {}
        }
    }
    out.flush()
}

type Lines = Box<dyn Iterator<Item = Value>>;
type Part = (String, Box<dyn Fn() -> Lines>);

fn parts() -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut add = |name: String, lines: Box<dyn Fn() -> Lines>| parts.push((name, lines));
    add("about".into(), Box::new(|| Box::new([about()].into_iter())));
    for &protocol in Protocol::ALL {
        for &lang in Lang::ALL {
            add(
                format!("codes {protocol} {lang}"),
                Box::new(move || Box::new(rows(protocol).map(move |row| code(row, lang)))),
            );
            add(
                format!("compare {protocol} {lang}"),
                Box::new(move || {
                    let used = move || rows(protocol).filter(|code| code.is_in_use());
                    Box::new(used().flat_map(move |a| used().map(move |b| comparison(compare(a, b), lang))))
                }),
            );
            add(
                format!("interpret {protocol} {lang}"),
                Box::new(move || {
                    Box::new(forms(protocol).map(move |form| {
                        interpretation(&interpret(protocol.id(), &form).expect("is well-formed"), lang)
                    }))
                }),
            );
            add(
                format!("render {protocol} {lang}"),
                Box::new(move || Box::new(rows(protocol).map(move |row| rendered(row, lang)))),
            );
        }
    }
    // A reply code and an enhanced code pair up; the details are enough of those.
    for &lang in Lang::ALL {
        add(
            format!("pairing {lang}"),
            Box::new(move || {
                let pairs = Protocol::Smtp.codes().flat_map(|a| Protocol::SmtpEnhanced.codes().map(move |b| (a, b)));
                Box::new(pairs.map(move |(a, b)| comparison(compare(a, b.through(5).unwrap_or(b)), lang)))
            }),
        );
    }
    add(
        "search".into(),
        Box::new(|| {
            Box::new(words().into_iter().map(|query| {
                let found: Vec<String> = search(&query).map(|code| code.to_string()).collect();
                json!({ "query": query, "found": found })
            }))
        }),
    );
    for &lang in Lang::ALL {
        add(
            format!("families {lang}"),
            Box::new(move || Box::new(families().into_iter().map(move |of| of_family(of, lang)))),
        );
    }
    add("replies".into(), Box::new(|| Box::new(explain::read())));
    add("explain".into(), Box::new(|| Box::new(explain::explained())));
    add("explain lines".into(), Box::new(|| Box::new(explain::scanned())));
    for &lang in Lang::ALL {
        add(format!("reasons {lang}"), Box::new(move || Box::new(explain::reasons(lang))));
    }
    add("rules".into(), Box::new(|| Box::new(explain::rules())));
    parts
}

/// Every code of a protocol; a detail is followed by its views.
fn rows(protocol: Protocol) -> impl Iterator<Item = Code> {
    protocol.codes().flat_map(|code| std::iter::once(code).chain(code.views()))
}

/// Well-formed codes of a protocol, known or not.
fn forms(protocol: Protocol) -> impl Iterator<Item = String> {
    let dotted = || {
        let classes = ["2", "4", "5", "X"].into_iter();
        let subjects = classes.flat_map(|class| (0..=10).map(move |subject| format!("{class}.{subject}")));
        subjects
            .flat_map(|start| (0..=40).chain([99, 255, 350, 606, 999]).map(move |detail| format!("{start}.{detail}")))
    };
    let forms: Box<dyn Iterator<Item = String>> = match protocol {
        Protocol::Smtp => Box::new((0..1000).map(|number| format!("{number:03}"))),
        Protocol::SmtpEnhanced => Box::new(dotted()),
        _ => Box::new((0..=20).chain([404, 65535]).map(|number| number.to_string())),
    };
    forms
}

/// The words that data/vectors.json has to search for.
fn words() -> Vec<String> {
    let text =
        fs::read_to_string(wirecodes_tests::root().join("data/vectors.json")).expect("data/vectors.json is there");
    let vectors: Value = serde_json::from_str(&text).expect("data/vectors.json is JSON");
    let words = vectors["searches"].as_array().expect("data/vectors.json has searches");
    words.iter().map(|word| word.as_str().expect("a search is a string").to_owned()).collect()
}

fn families() -> Vec<Family> {
    let of = |protocol: &str, text: &str| family(protocol, text).expect("a protocol");
    let dotted = ["2", "4", "5", "X"].into_iter().flat_map(|class| {
        (0..=9).map(move |subject| format!("{class}.{subject}")).chain([class.to_owned(), format!("{class}.X.X")])
    });
    let digits = (0..=9)
        .flat_map(|class| (0..=9).map(move |subject| format!("{class}{subject}z")).chain([format!("{class}yz")]));
    let dotted = dotted.filter_map(|text| of("smtp-enhanced", &text)).collect::<Vec<_>>();
    dotted.into_iter().chain(digits.filter_map(|text| of("smtp", &text))).collect()
}

fn about() -> Value {
    let protocol = |&protocol: &Protocol| {
        let texts = |lang: &Lang| {
            let actors = |act: &wirecodes::Actor| json!([act.id(), protocol.actor(*act, *lang)]);
            json!({
                "lang": lang.tag(),
                "title": protocol.title(*lang),
                "unregistered": protocol.unregistered(*lang),
                "actors": wirecodes::Actor::ALL.iter().map(actors).collect::<Vec<_>>(),
                "classes": protocol.classes().map(|one| class(one, *lang)).collect::<Vec<_>>(),
                "subjects": protocol.subjects().map(|one| subject(one, *lang)).collect::<Vec<_>>(),
            })
        };
        json!({
            "id": protocol.id(),
            "name": protocol.name(),
            "enumeration": protocol.enumeration(),
            "codes": protocol.codes().map(|code| code.to_string()).collect::<Vec<_>>(),
            "companions": Protocol::ALL.iter().filter(|other| protocol.is_companion(**other)).map(|other| other.id()).collect::<Vec<_>>(),
            "texts": Lang::ALL.iter().map(texts).collect::<Vec<_>>(),
        })
    };
    let language = |lang: &Lang| json!({ "tag": lang.tag(), "name": lang.name(), "native_name": lang.native_name() });
    json!({
        "data_version": DATA_VERSION,
        "languages": Lang::ALL.iter().map(language).collect::<Vec<_>>(),
        "protocols": Protocol::ALL.iter().map(protocol).collect::<Vec<_>>(),
    })
}

fn class(of: Class, lang: Lang) -> Value {
    json!({
        "id": of.id(), "digits": of.digits(), "name": of.name(), "local_name": of.local_name(lang), "text": of.text(lang),
        "outcome": of.outcome().map(wirecodes::Outcome::id), "retry": of.retry().map(wirecodes::Retry::id),
    })
}

fn subject(of: Subject, lang: Lang) -> Value {
    json!({ "id": of.id(), "digits": of.digits(), "name": of.name(), "local_name": of.local_name(lang), "text": of.text(lang) })
}

fn reference(of: Reference) -> Value {
    let document = of.document();
    json!({
        "document": { "id": document.id, "title": document.title, "url": document.url },
        "section": of.section(), "url": of.url(), "says": of.says(),
    })
}

fn meaning(of: Meaning, lang: Lang) -> Value {
    json!({
        "commands": of.commands(), "phrase": of.phrase(), "reference": reference(of.reference()),
        "outcome": of.outcome().map(wirecodes::Outcome::id), "retry": of.retry().map(wirecodes::Retry::id), "text": of.text(lang),
    })
}

fn related(of: Related, lang: Lang) -> Value {
    json!({ "code": of.code().to_string(), "kind": of.kind().id(), "text": of.text(lang) })
}

fn strings(codes: impl Iterator<Item = Code>) -> Vec<String> {
    codes.map(|code| code.to_string()).collect()
}

fn code(code: Code, lang: Lang) -> Value {
    let text = code.text(lang);
    json!({
        "protocol": code.protocol().id(),
        "code": code.as_str(),
        "reference": code.to_string(),
        "number": code.number(),
        "name": code.name(),
        "constant": code.constant(),
        "mention": code.mention(),
        "aliases": code.aliases(),
        "phrase": code.phrase(),
        "class": code.class().map(|of| class(of, lang)),
        "subject": code.subject().map(|of| subject(of, lang)),
        "outcome": code.outcome().map(wirecodes::Outcome::id),
        "status": code.status().id(),
        "vendor": code.vendor(),
        "retry": code.retry().map(wirecodes::Retry::id),
        "actors": code.actors().iter().map(|actor| actor.id()).collect::<Vec<_>>(),
        "connection": code.connection().map(wirecodes::Connection::id),
        "commands": code.commands(),
        "meanings": code.meanings().map(|of| meaning(of, lang)).collect::<Vec<_>>(),
        "references": code.references().map(reference).collect::<Vec<_>>(),
        "related": code.related().map(|of| related(of, lang)).collect::<Vec<_>>(),
        "examples": code.examples(),
        "is_success": code.is_success(),
        "is_transient": code.is_transient(),
        "is_permanent": code.is_permanent(),
        "should_retry": code.should_retry(),
        "detail": code.detail().map(|detail| detail.to_string()),
        "views": strings(code.views()),
        "through": (0..10).filter_map(|digit| code.through(digit)).map(|view| view.to_string()).collect::<Vec<_>>(),
        "classes": code.classes().map(Class::id).collect::<Vec<_>>(),
        "limited_by": code.limited_by().map(reference),
        "is_meant": code.is_meant(),
        "is_in_use": code.is_in_use(),
        "note": code.note(lang).map(|note| note.to_string()),
        "namesakes": strings(code.namesakes()),
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
    })
}

fn comparison(of: Comparison, lang: Lang) -> Value {
    let choice = of.choose(lang);
    let facet = |facet: wirecodes::Facet| {
        json!({
            "kind": facet.kind().id(), "label": facet.label(lang), "a": facet.a(lang).to_string(), "b": facet.b(lang).to_string(),
            "same": facet.is_same(),
        })
    };
    let difference = |difference: wirecodes::Difference| json!({ "kind": difference.kind().map(wirecodes::FacetKind::id), "text": difference.to_string() });
    json!({
        "a": of.a().to_string(),
        "b": of.b().to_string(),
        "lead": of.lead().id(),
        "summary": of.summary(lang).to_string(),
        "relation": of.relation().map(|of| related(of, lang)),
        "facets": of.facets().map(facet).collect::<Vec<_>>(),
        "differences": of.differences(lang).map(difference).collect::<Vec<_>>(),
        "choose": { "a": choice.a, "b": choice.b, "note": choice.note.map(|note| note.to_string()) },
        "references": of.references().map(|reference| reference.to_string()).collect::<Vec<_>>(),
        "pairing": of.pairing().map(wirecodes::Pairing::id),
        "believed": of.believed().map(|code| code.to_string()),
    })
}

fn interpretation(of: &Interpretation<'_>, lang: Lang) -> Value {
    json!({
        "protocol": of.protocol().id(),
        "code": of.to_string(),
        "number": of.number(),
        "entry": of.code().map(|code| code.to_string()),
        "is_registered": of.is_registered(),
        "class": of.class().map(|of| class(of, lang)),
        "subject": of.subject().map(|of| subject(of, lang)),
        "outcome": of.outcome().map(wirecodes::Outcome::id),
        "retry": of.retry().map(wirecodes::Retry::id),
        "gist": of.gist(lang).to_string(),
        "nearest": strings(of.nearest().take(3)),
    })
}

fn of_family(of: Family, lang: Lang) -> Value {
    json!({
        "family": of.to_string(),
        "protocol": of.protocol().id(),
        "class": of.class().map(|of| class(of, lang)),
        "subject": of.subject().map(|of| subject(of, lang)),
        "outcome": of.outcome().map(wirecodes::Outcome::id),
        "retry": of.retry().map(wirecodes::Retry::id),
        "texts": of.texts(lang).collect::<Vec<_>>(),
        "codes": strings(of.codes()),
    })
}

fn rendered(code: Code, lang: Lang) -> Value {
    json!({
        "text": text::code(code, lang, Style::plain(80)),
        "markdown": markdown::code(code, lang),
        "html": html::code(code, lang),
        "json": render_json::code(code, lang),
    })
}
