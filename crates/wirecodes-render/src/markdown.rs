//! Markdown (CommonMark with tables).

use askama::Template;
use wirecodes::{Code, Comparison, Interpretation, Lang, Message};
use wirecodes_explain::Reason;

use crate::explain;
use crate::view::{self, Compared, Family, Section, Side, associated, facts, heading, title, views};

#[derive(Template)]
#[template(path = "code.md.jinja", escape = "none")]
struct CodePage {
    heading: String,
    handle: Code,
    code: view::Code,
    facts: Vec<(&'static str, String)>,
    associated: Vec<(&'static str, Vec<String>)>,
    views: Vec<(String, &'static str)>,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "interpretation.md.jinja", escape = "none")]
struct InterpretationPage {
    code: view::Code,
    protocol: &'static str,
}

#[derive(Template)]
#[template(path = "comparison.md.jinja", escape = "none")]
struct ComparisonPage {
    title: String,
    sides: Vec<Side>,
    sections: Vec<Section>,
    compared: Compared,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "family.md.jinja", escape = "none")]
struct FamilyPage {
    heading: String,
    family: Family,
    codes: Vec<view::Code>,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "list.md.jinja", escape = "none")]
struct ListPage {
    codes: Vec<view::Code>,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "reason.md.jinja", escape = "none")]
struct ReasonPage<'r> {
    reason: view::Reason<'r>,
    facts: Vec<(&'static str, String)>,
    sections: Vec<(&'static str, &'r str, bool)>,
}

#[derive(Template)]
#[template(path = "reasons.md.jinja", escape = "none")]
struct ReasonsPage<'r> {
    reasons: Vec<view::Reason<'r>>,
    lang: Lang,
}

/// A code as a document.
pub fn code(code: Code, lang: Lang) -> String {
    render(&CodePage {
        heading: heading(code, lang),
        handle: code,
        code: view::Code::new(code, lang),
        facts: facts(code, lang),
        associated: associated(code, lang),
        views: views(code, lang),
        lang,
    })
}

/// What can be said of a code that the dataset may not have.
pub fn interpretation(of: &Interpretation<'_>, lang: Lang) -> String {
    match of.code() {
        Some(known) => code(known, lang),
        None => render(&InterpretationPage { code: view::Code::interpreted(of, lang), protocol: of.protocol().name() }),
    }
}

/// A comparison as a document.
pub fn comparison(comparison: Comparison, lang: Lang) -> String {
    let compared = Compared::new(comparison, lang);
    let sides = Side::both(comparison, lang);
    render(&ComparisonPage {
        title: title(comparison, lang),
        sections: compared.sections(&sides, lang),
        sides,
        compared,
        lang,
    })
}

/// Codes that share a class, a subject or both, as a document.
pub fn family(family: wirecodes::Family, lang: Lang) -> String {
    render(&FamilyPage {
        heading: Family::heading(family, lang),
        family: Family::new(family, lang),
        codes: family.codes().map(|code| view::Code::new(code, lang)).collect(),
        lang,
    })
}

/// Codes as a table.
pub fn codes(codes: impl IntoIterator<Item = Code>, lang: Lang) -> String {
    render(&ListPage { codes: codes.into_iter().map(|code| view::Code::new(code, lang)).collect(), lang })
}

/// A reason for which mail is refused, as a document.
pub fn reason(reason: &Reason, lang: Lang) -> String {
    render(&ReasonPage {
        reason: view::Reason::new(reason, lang),
        facts: explain::reason_facts(reason, lang),
        sections: explain::sections(reason, lang).collect(),
    })
}

/// Reasons as a table.
pub fn reasons<'r>(reasons: impl IntoIterator<Item = &'r Reason>, lang: Lang) -> String {
    render(&ReasonsPage { reasons: reasons.into_iter().map(|reason| view::Reason::new(reason, lang)).collect(), lang })
}

fn render(template: &impl Template) -> String {
    let text = template.render().expect("templates write to a string and can't fail");
    // Conditions leave empty lines behind: one is enough anywhere.
    let mut out = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if !(blank && line.is_empty()) {
            out.push_str(line);
            out.push('\n');
        }
        blank = line.is_empty();
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Filters of the templates.
// The attribute of askama makes a public type beside the function.
#[allow(unreachable_pub)]
mod filters {
    use std::fmt::Display;

    /// Escapes what Markdown would take for markup, so that `<domain>` in a phrase stays what it is.
    #[askama::filter_fn]
    pub(crate) fn md(text: impl Display, _: &dyn askama::Values) -> askama::Result<String> {
        let text = text.to_string();
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '|' | '#' | '~') {
                out.push('\\');
            }
            // A text is one paragraph per line; in Markdown that takes an empty line.
            if c == '\n' { out.push_str("\n\n") } else { out.push(c) }
        }
        Ok(out)
    }
}
