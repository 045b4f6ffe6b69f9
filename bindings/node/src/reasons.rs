//! Lists of reasons and rules, and the files that users add to them.

use napi::bindgen_prelude::{External, ExternalRef};
use napi_derive::napi;
use serde_json::{Value, json};
use wirecodes::Lang;
use wirecodes_explain::{Explainer, Fault, Faults, Reason, RuleFile};
use wirecodes_render::{Style, explain, html, json as render_json, markdown};

use crate::{Result, raise_rules, read, write};

/// A list of reasons and rules; `None` is the built-in one, which is made when it is first needed.
pub struct Rules(Option<Explainer>);

impl Rules {
    pub(crate) fn get(&self) -> &Explainer {
        self.0.as_ref().unwrap_or_else(|| Explainer::builtin())
    }

    fn reason(&self, place: u32) -> &Reason {
        &self.get().reasons()[place as usize]
    }
}

/// The rules of the dataset.
#[napi]
pub fn builtin_rules() -> External<Rules> {
    External::new(Rules(None))
}

/// The rules of the dataset with those of users' files before and after them.
#[napi]
pub fn own_rules(before: Vec<ExternalRef<RuleFile>>, after: Vec<ExternalRef<RuleFile>>) -> Result<External<Rules>> {
    let files = |files: &[ExternalRef<RuleFile>]| files.iter().map(|file| RuleFile::clone(file)).collect::<Vec<_>>();
    let explainer = Explainer::with_rules(&files(&before), &files(&after)).map_err(|faults| raise_rules(&faults))?;
    Ok(External::new(Rules(Some(explainer))))
}

/// Reads a file of rules.
#[napi]
pub fn rule_file(name: String, bytes: &[u8]) -> Result<External<RuleFile>> {
    let read = match str::from_utf8(bytes) {
        Ok(text) => RuleFile::parse(&name, text),
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            Err(Faults::new(vec![Fault::new(&name, line, "the file is not UTF-8")]).expect("there is one"))
        }
    };
    read.map(External::new).map_err(|faults| raise_rules(&faults))
}

/// The ids of the reasons, how many rules there are, and where those of the dataset begin.
#[napi]
pub fn about_rules(rules: &External<Rules>) -> String {
    let (explainer, first) = (rules.get(), Explainer::builtin().rules().first());
    write(&json!({
        "reasons": explainer.reasons().iter().map(Reason::id).collect::<Vec<_>>(),
        "rules": explainer.rules().len(),
        "builtinRules": explainer.rules().iter().position(|rule| first.is_some_and(|first| first.id() == rule.id())),
    }))
}

/// A reason.
#[napi]
pub fn reason(rules: &External<Rules>, place: u32) -> String {
    let of = rules.reason(place);
    write(&json!({
        "outcome": of.outcome().map(wirecodes::Outcome::id),
        "actors": of.actors().iter().map(|actor| actor.id()).collect::<Vec<_>>(),
        "retry": of.retry().id(),
        "suppress": of.suppress().id(),
        "codes": of.codes(),
        "sparkpost": of.sparkpost(),
        "sisimai": of.sisimai(),
        "kumomta": of.kumomta(),
    }))
}

/// The texts of a reason.
#[napi]
pub fn reason_texts(rules: &External<Rules>, place: u32, lang: String) -> Result<String> {
    let text = rules.reason(place).text(read(&lang)?);
    Ok(write(&json!({
        "lang": text.lang.map(Lang::tag),
        "name": text.name,
        "gist": text.gist,
        "description": text.description,
        "when": text.when,
        "fix": text.fix,
        "again": text.again,
        "use": text.use_,
        "untranslated": text.untranslated().collect::<Vec<_>>(),
    })))
}

/// A reason rendered.
#[napi]
pub fn render_reason(rules: &External<Rules>, place: u32, lang: String, format: String, width: u32) -> Result<String> {
    let (of, lang) = (rules.reason(place), read(&lang)?);
    Ok(match format.as_str() {
        "text" => explain::reason(of, lang, Style::plain(width as usize)),
        "markdown" => markdown::reason(of, lang),
        "html" => html::reason(of, lang),
        _ => render_json::reason(of, lang),
    })
}

/// A rule. Its reason is a place in the list.
#[napi]
pub fn rule(rules: &External<Rules>, place: u32) -> String {
    let (explainer, of) = (rules.get(), &rules.get().rules()[place as usize]);
    let texts = |patterns: &mut dyn Iterator<Item = String>| patterns.map(Value::from).collect::<Vec<_>>();
    write(&json!({
        "id": of.id(),
        "reason": explainer.reason_of(of).and_then(|reason| explainer.reasons().element_offset(reason)),
        "outcome": of.outcome().map(wirecodes::Outcome::id),
        "phrases": texts(&mut of.phrases().iter().map(ToString::to_string)),
        "also": texts(&mut of.also().iter().map(ToString::to_string)),
        "codes": texts(&mut of.codes().iter().map(ToString::to_string)),
        "from": of.from(),
        "examples": of.examples(),
    }))
}

/// The places of the rules that would give a reply a reason.
#[napi]
pub fn matching_rules(rules: &External<Rules>, reply: &[u8]) -> Vec<u32> {
    let list = rules.get().rules();
    let found = rules.get().matching_rules(reply);
    found.into_iter().filter_map(|rule| u32::try_from(list.element_offset(rule)?).ok()).collect()
}
