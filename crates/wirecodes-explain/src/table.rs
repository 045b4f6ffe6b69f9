//! The form of the generated tables.

use wirecodes::{Actor, Outcome, Retry};

use crate::kinds::Suppress;

pub(crate) struct ReasonRow {
    pub(crate) id: &'static str,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) actors: &'static [Actor],
    pub(crate) retry: Retry,
    pub(crate) suppress: Suppress,
    pub(crate) codes: &'static [&'static str],
    pub(crate) sparkpost: &'static [u16],
    pub(crate) sisimai: Option<&'static str>,
    pub(crate) kumomta: Option<&'static str>,
}

pub(crate) struct RuleRow {
    pub(crate) id: &'static str,
    /// Index into the reasons.
    pub(crate) reason: Option<usize>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) phrases: &'static [&'static str],
    pub(crate) also: &'static [&'static str],
    pub(crate) codes: &'static [&'static str],
    pub(crate) from: &'static [&'static str],
    pub(crate) examples: &'static [&'static str],
}

/// The texts of a reason in one language; one that is not translated is empty.
pub(crate) struct ReasonTexts {
    pub(crate) name: &'static str,
    pub(crate) gist: &'static str,
    pub(crate) description: &'static str,
    pub(crate) when: &'static str,
    pub(crate) fix: &'static str,
    pub(crate) again: &'static str,
    pub(crate) use_: &'static str,
}

impl ReasonTexts {
    /// All of them, in their order.
    pub(crate) fn all(&self) -> [&'static str; 7] {
        [self.name, self.gist, self.description, self.when, self.fix, self.again, self.use_]
    }
}
