//! A self-contained, accessible HTML page: no script, no font, no picture, nothing from elsewhere.

use askama::Template;
use wirecodes::{Code, Comparison, Interpretation, Lang, Message};
use wirecodes_explain::Reason;

use crate::explain;
use crate::view::{self, Compared, Family, Section, Side, associated, facts, heading, title, views};

const STYLE: &str = include_str!("../templates/style.css");

#[derive(Template)]
#[template(path = "code.html.jinja")]
struct CodePage {
    style: &'static str,
    heading: String,
    handle: Code,
    code: view::Code,
    facts: Vec<(&'static str, String)>,
    associated: Vec<(&'static str, Vec<String>)>,
    views: Vec<(String, &'static str)>,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "interpretation.html.jinja")]
struct InterpretationPage {
    style: &'static str,
    code: view::Code,
    protocol: &'static str,
}

#[derive(Template)]
#[template(path = "comparison.html.jinja")]
struct ComparisonPage {
    style: &'static str,
    title: String,
    sides: Vec<Side>,
    sections: Vec<Section>,
    compared: Compared,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "family.html.jinja")]
struct FamilyPage {
    style: &'static str,
    heading: String,
    family: Family,
    codes: Vec<view::Code>,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "list.html.jinja")]
struct ListPage {
    style: &'static str,
    codes: Vec<view::Code>,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "reason.html.jinja")]
struct ReasonPage<'r> {
    style: &'static str,
    reason: view::Reason<'r>,
    facts: Vec<(&'static str, String)>,
    sections: Vec<(&'static str, &'r str, bool)>,
}

#[derive(Template)]
#[template(path = "reasons.html.jinja")]
struct ReasonsPage<'r> {
    style: &'static str,
    reasons: Vec<view::Reason<'r>>,
    lang: Lang,
}

/// A code as a page.
pub fn code(code: Code, lang: Lang) -> String {
    render(&CodePage {
        style: STYLE,
        heading: heading(code, lang),
        handle: code,
        code: view::Code::new(code, lang),
        facts: facts(code, lang),
        associated: associated(code, lang),
        views: views(code, lang),
        lang,
    })
}

/// What can be said of a code that the dataset may not have, as a page.
pub fn interpretation(of: &Interpretation<'_>, lang: Lang) -> String {
    match of.code() {
        Some(known) => code(known, lang),
        None => render(&InterpretationPage {
            style: STYLE,
            code: view::Code::interpreted(of, lang),
            protocol: of.protocol().name(),
        }),
    }
}

/// A comparison as a page.
pub fn comparison(comparison: Comparison, lang: Lang) -> String {
    let compared = Compared::new(comparison, lang);
    let sides = Side::both(comparison, lang);
    render(&ComparisonPage {
        style: STYLE,
        title: title(comparison, lang),
        sections: compared.sections(&sides, lang),
        sides,
        compared,
        lang,
    })
}

/// Codes that share a class, a subject or both, as a page.
pub fn family(family: wirecodes::Family, lang: Lang) -> String {
    render(&FamilyPage {
        style: STYLE,
        heading: Family::heading(family, lang),
        family: Family::new(family, lang),
        codes: family.codes().map(|code| view::Code::new(code, lang)).collect(),
        lang,
    })
}

/// Codes as a page with a table.
pub fn codes(codes: impl IntoIterator<Item = Code>, lang: Lang) -> String {
    render(&ListPage { style: STYLE, codes: codes.into_iter().map(|code| view::Code::new(code, lang)).collect(), lang })
}

/// A reason for which mail is refused, as a page.
pub fn reason(reason: &Reason, lang: Lang) -> String {
    render(&ReasonPage {
        style: STYLE,
        reason: view::Reason::new(reason, lang),
        facts: explain::reason_facts(reason, lang),
        sections: explain::sections(reason, lang).collect(),
    })
}

/// Reasons as a page with a table.
pub fn reasons<'r>(reasons: impl IntoIterator<Item = &'r Reason>, lang: Lang) -> String {
    render(&ReasonsPage {
        style: STYLE,
        reasons: reasons.into_iter().map(|reason| view::Reason::new(reason, lang)).collect(),
        lang,
    })
}

fn render(template: &impl Template) -> String {
    let mut page = template.render().expect("templates write to a string and can't fail");
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}
