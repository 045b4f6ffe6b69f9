//! The four formats: their form for every code, and their words for pairs that a person has read.

use unicode_width::UnicodeWidthStr;
use wirecodes::{Code, Comparison, Lang, Protocol, compare};
use wirecodes_render::{Style, html, json, markdown, text};

/// The pairs of the snapshots. Whoever changes a text reads the ones that change.
const PAIRS: [(&str, &str); 22] = [
    ("smtp:235", "smtp:450"),
    ("smtp:450", "smtp:550"),
    ("smtp:450", "smtp:451"),
    ("smtp:421", "smtp:554"),
    ("smtp:530", "smtp:535"),
    ("smtp:251", "smtp:551"),
    ("smtp:452", "smtp:552"),
    ("smtp:441", "smtp:421"),
    ("smtp:450", "smtp:450"),
    ("smtp:450", "grpc:UNAVAILABLE"),
    ("smtp:250", "grpc:NOT_FOUND"),
    ("grpc:PERMISSION_DENIED", "grpc:UNAUTHENTICATED"),
    ("smtp:4.2.2", "smtp:5.2.2"),
    ("smtp:5.1.1", "smtp:5.1.10"),
    ("smtp:5.7.1", "smtp:5.7.26"),
    ("smtp:4.4.1", "smtp:4.4.2"),
    ("smtp:5.2.1", "smtp:5.1.1"),
    ("smtp:450", "smtp:4.2.1"),
    ("smtp:550", "smtp:4.2.2"),
    ("smtp:250", "smtp:5.1.1"),
    ("smtp:535", "smtp:5.7.8"),
    ("smtp:X.7.8", "smtp:X.7.14"),
];

fn pair(a: &str, b: &str) -> Comparison {
    compare(a.parse().unwrap(), b.parse().unwrap())
}

#[test]
fn pairs_that_a_person_has_read() {
    for (a, b) in PAIRS {
        for &lang in Lang::ALL {
            let of = pair(a, b);
            let name = format!("{a}-{b}-{lang}").replace(':', "_").to_lowercase();
            insta::assert_snapshot!(format!("{name}.txt"), text::comparison(of, lang, Style::plain(80)));
            insta::assert_snapshot!(format!("{name}.md"), markdown::comparison(of, lang));
            insta::assert_snapshot!(format!("{name}.html"), html::comparison(of, lang));
            insta::assert_snapshot!(format!("{name}.json"), json::comparison(of, lang));
        }
    }
}

#[test]
fn a_code_in_each_format() {
    for &lang in Lang::ALL {
        let code = wirecodes::smtp::SECURITY_TEMPORARILY_UNAVAILABLE;
        insta::assert_snapshot!(format!("smtp_454-{lang}.txt"), text::code(code, lang, Style::plain(80)));
        insta::assert_snapshot!(format!("smtp_454-{lang}.md"), markdown::code(code, lang));
        insta::assert_snapshot!(format!("smtp_454-{lang}.html"), html::code(code, lang));
        insta::assert_snapshot!(format!("smtp_454-{lang}.json"), json::code(code, lang));
        // A class that makes no sense, and a family.
        let odd = "smtp:2.1.1".parse().unwrap();
        insta::assert_snapshot!(format!("smtp_2.1.1-{lang}.txt"), text::code(odd, lang, Style::plain(80)));
        let family = wirecodes::family("smtp", "5.7").unwrap().unwrap();
        insta::assert_snapshot!(format!("smtp_5.7-{lang}.txt"), text::family(family, lang, Style::plain(80)));
        insta::assert_snapshot!(format!("smtp_5.7-{lang}.md"), markdown::family(family, lang));
        insta::assert_snapshot!(format!("smtp_5.7-{lang}.html"), html::family(family, lang));
        insta::assert_snapshot!(format!("smtp_5.7-{lang}.json"), json::family(family, lang));
    }
}

fn all() -> impl Iterator<Item = Code> {
    let views = |code: Code| std::iter::once(code).chain(code.views());
    Protocol::ALL.iter().flat_map(|protocol| protocol.codes()).flat_map(views)
}

#[test]
fn text_fits_the_width() {
    for width in [60, 80, 100] {
        for &lang in Lang::ALL {
            let style = Style::plain(width);
            let mut pages: Vec<String> = all().map(|code| text::code(code, lang, style)).collect();
            pages.extend(PAIRS.iter().map(|(a, b)| text::comparison(pair(a, b), lang, style)));
            pages.push(text::codes(all(), lang, style));
            for line in pages.iter().flat_map(|page| page.lines()) {
                // What can't be broken stays whole, so that it can be copied.
                let unbroken = line.split_whitespace().any(|word| word.width() > width - 6 && word.is_ascii());
                assert!(line.width() < width || unbroken, "{} columns: {line}", line.width());
                assert_eq!(line, line.trim_end(), "blanks at the end of a line");
            }
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    for code in all() {
        let plain = text::code(code, Lang::Ja, Style::plain(80));
        let coloured = text::code(code, Lang::Ja, Style::coloured(80));
        assert_ne!(plain, coloured);
        assert_eq!(plain, strip(&coloured));
    }
}

/// Without the escapes of colour.
fn strip(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once('m').unwrap().1)
}

#[test]
fn json_has_every_key_in_order() {
    const KEYS: [&str; 33] = [
        "protocol",
        "code",
        "number",
        "name",
        "local_name",
        "constant",
        "aliases",
        "gist",
        "phrase",
        "class",
        "outcome",
        "status",
        "vendor",
        "retry",
        "actors",
        "connection",
        "commands",
        "meanings",
        "description",
        "when",
        "fix",
        "use",
        "choose",
        "references",
        "related",
        "examples",
        "registered",
        "lang",
        "subject",
        "untranslated",
        "classes",
        "limited_by",
        "note",
    ];
    let keys = |json: &str| -> Vec<String> {
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        value.as_object().unwrap().keys().cloned().collect()
    };
    for code in all() {
        assert_eq!(keys(&json::code(code, Lang::Ja)), KEYS);
    }
    let unknown = wirecodes::interpret("smtp", "457").unwrap();
    assert_eq!(keys(&json::interpretation(&unknown, Lang::En)), KEYS);
    let compared = json::comparison(pair("smtp:235", "smtp:450"), Lang::En);
    assert_eq!(
        keys(&compared),
        ["a", "b", "lang", "summary", "relation", "facets", "differences", "choose", "references", "pairing"]
    );
    let compared: serde_json::Value =
        serde_json::from_str(&json::comparison(pair("smtp:250", "smtp:5.1.1"), Lang::En)).unwrap();
    assert_eq!(compared["pairing"], serde_json::json!({"kind": "contradiction", "believe": "smtp:250"}));
    let family = json::family(wirecodes::family("smtp", "5.7").unwrap().unwrap(), Lang::Ja);
    assert_eq!(
        keys(&family),
        ["protocol", "family", "class", "subject", "outcome", "retry", "description", "codes", "lang"]
    );
    let value: serde_json::Value = serde_json::from_str(&json::code("smtp:454".parse().unwrap(), Lang::En)).unwrap();
    let nested = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(nested(&value["meanings"][0]), ["commands", "phrase", "reference", "text", "outcome", "retry"]);
    assert_eq!(nested(&value["references"][0]), ["document", "section", "url", "says"]);
    assert_eq!(nested(&value["related"][0]), ["protocol", "code", "kind", "text"]);
    assert_eq!(nested(&value["class"])[..2], ["id", "name"]);
}

#[test]
fn html_is_whole_and_from_here() {
    let pages = all()
        .map(|code| html::code(code, Lang::Ja))
        .chain(PAIRS.iter().map(|(a, b)| html::comparison(pair(a, b), Lang::En)))
        .chain([html::codes(all(), Lang::En)]);
    for page in pages {
        assert!(page.starts_with("<!doctype html>\n<html lang=\""));
        assert!(page.ends_with("</html>\n"));
        for foreign in ["<script", "<link", "<img", "@import", "url(", " src="] {
            assert!(!page.contains(foreign), "{foreign}");
        }
        assert_eq!(page.matches("<h1>").count(), 1);
        // Every element that is opened is closed.
        for tag in [
            "p", "ul", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "section", "div", "main", "h2", "h3", "q",
            "pre", "code", "a",
        ] {
            let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "<{tag}>");
        }
    }
    // What looks like markup in a phrase is text.
    let page = html::code(wirecodes::smtp::SERVICE_READY, Lang::En);
    assert!(!page.contains("<domain>") && page.contains("&#60;domain&#62;"));
    assert!(markdown::code(wirecodes::smtp::SERVICE_READY, Lang::En).contains("\\<domain\\>"));
}
