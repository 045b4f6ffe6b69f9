//! JSON: the documented forms, indented, with the keys in the documented order.

use serde::Serialize;
use wirecodes::{Code, Comparison, Interpretation, Lang};

use crate::view;

/// A code as one object.
pub fn code(code: Code, lang: Lang) -> String {
    write(&view::Code::new(code, lang))
}

/// What can be said of a code, known or not, as one object.
pub fn interpretation(of: &Interpretation<'_>, lang: Lang) -> String {
    write(&view::Code::interpreted(of, lang))
}

/// Codes as an array.
pub fn codes(codes: impl IntoIterator<Item = Code>, lang: Lang) -> String {
    write(&codes.into_iter().map(|code| view::Code::new(code, lang)).collect::<Vec<_>>())
}

/// Codes that share a class, a subject or both, as one object.
pub fn family(family: wirecodes::Family, lang: Lang) -> String {
    write(&view::Family::new(family, lang))
}

/// A comparison as one object.
pub fn comparison(comparison: Comparison, lang: Lang) -> String {
    write(&view::Compared::new(comparison, lang))
}

/// A reason for which mail is refused, as one object.
pub fn reason(reason: &wirecodes_explain::Reason, lang: Lang) -> String {
    write(&view::Reason::new(reason, lang))
}

/// Reasons as an array.
pub fn reasons<'r>(reasons: impl IntoIterator<Item = &'r wirecodes_explain::Reason>, lang: Lang) -> String {
    write(&reasons.into_iter().map(|reason| view::Reason::new(reason, lang)).collect::<Vec<_>>())
}

fn write(value: &impl Serialize) -> String {
    let mut json = serde_json::to_string_pretty(value).expect("strings, numbers and lists of them can be written");
    json.push('\n');
    json
}
