//! The generated Rust of `wirecodes-explain`: reasons, rules and their texts.

use askama::Template;
use wirecodes_model::{Locale, Registry, reason_table, reason_texts};
use wirecodes_rules::{Reason, Rule};

use crate::lower::{list, literal, optional, strings, structure};
use crate::names::{snake, upper_camel};
use crate::rust::file;
use crate::{EXPLAIN, Output};

/// `generated/mod.rs`
#[derive(Template)]
#[template(path = "explain_mod.rs.jinja", escape = "none")]
struct Root {
    languages: Vec<Language>,
    reasons: Vec<String>,
    rules: Vec<String>,
}

struct Language {
    variant: String,
    module: String,
    /// English has none: it is always there.
    feature: Option<String>,
}

/// `generated/text_<language>.rs`
#[derive(Template)]
#[template(path = "explain_text.rs.jinja", escape = "none")]
struct LanguageFile<'a> {
    name: &'a str,
    rows: Vec<String>,
}

pub(crate) fn outputs(registry: &Registry) -> Vec<Output> {
    let languages = registry.locales.iter().map(|locale| Language {
        variant: upper_camel(&locale.tag),
        module: format!("text_{}", snake(&locale.tag)),
        feature: (locale.tag != "en").then(|| format!("lang-{}", locale.tag.to_ascii_lowercase())),
    });
    let reasons = &registry.reasons.reasons;
    let root = Root {
        languages: languages.collect(),
        reasons: reasons.iter().map(reason).collect(),
        rules: registry.reasons.rules.iter().map(|one| rule(one, reasons)).collect(),
    };
    let mut outputs = vec![file(EXPLAIN, "mod.rs", &root)];
    outputs.extend(registry.locales.iter().map(|locale| {
        let rows = reasons.iter().map(|reason| texts(registry, locale, reason)).collect();
        file(EXPLAIN, &format!("text_{}.rs", snake(&locale.tag)), &LanguageFile { name: &locale.name, rows })
    }));
    outputs
}

fn reason(reason: &Reason) -> String {
    let fields = [
        ("id", literal(&reason.id)),
        ("outcome", outcome(reason.outcome.as_deref())),
        ("actors", list(&reason.actors, |actor| format!("Actor::{}", upper_camel(actor)))),
        ("retry", format!("Retry::{}", upper_camel(&reason.retry))),
        ("suppress", format!("Suppress::{}", upper_camel(&reason.suppress))),
        ("codes", strings(&reason.codes)),
        ("sparkpost", list(&reason.sparkpost, ToString::to_string)),
        ("sisimai", optional(reason.sisimai.as_deref().map(literal))),
        ("kumomta", optional(reason.kumomta.as_deref().map(literal))),
    ];
    structure("ReasonRow", &fields)
}

fn rule(rule: &Rule, reasons: &[Reason]) -> String {
    let place = |id: &String| reasons.iter().position(|reason| reason.id == *id).map(|place| place.to_string());
    let fields = [
        ("id", literal(&rule.id)),
        ("reason", optional(rule.reason.as_ref().and_then(place))),
        ("outcome", outcome(rule.outcome.as_deref())),
        ("phrases", list(&rule.phrases, |phrase| literal(phrase.as_str()))),
        ("also", list(&rule.also, |phrase| literal(phrase.as_str()))),
        ("codes", list(&rule.codes, |code| literal(&code.to_string()))),
        ("from", strings(&rule.from)),
        ("examples", strings(&rule.examples)),
    ];
    structure("RuleRow", &fields)
}

fn outcome(id: Option<&str>) -> String {
    optional(id.map(|id| format!("Outcome::{}", upper_camel(id))))
}

/// An empty string stands for a text that is not translated.
fn texts(registry: &Registry, locale: &Locale, reason: &Reason) -> String {
    let table = reason_table(&reason.id);
    let fields = reason_texts(reason).map(|(key, _)| {
        (if key == "use" { "use_" } else { key }, literal(registry.text(locale, &table, key).unwrap_or_default()))
    });
    structure("ReasonTexts", &fields)
}
