//! Reasons and rules as an explanation refers to them.

use wirecodes::{Actor, Lang, Outcome, Retry};
use wirecodes_rules::{CodePattern, Phrase};

use crate::generated;
use crate::kinds::Suppress;
use crate::table::{ReasonRow, ReasonTexts, RuleRow};

/// Why a server did not take a message: `mailbox-full`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    id: String,
    texts: Texts,
    outcome: Option<Outcome>,
    actors: Vec<Actor>,
    retry: Retry,
    suppress: Suppress,
    codes: Vec<String>,
    sparkpost: Vec<u16>,
    sisimai: Option<String>,
    kumomta: Option<String>,
}

/// Where the texts are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Texts {
    /// In the generated tables, at this place.
    Table(usize),
    /// Here, in the one language that the user's file has.
    Own(Box<[String; 7]>),
}

/// Gives a text, in English where the language has none.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $index:literal;)+) => {
        impl Reason {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self, lang: Lang) -> &str {
                    self.text(lang, $index, |texts| texts.$name)
                }
            )+
        }
    };
}

texts! {
    /// A few words: `Mailbox Full`.
    name, 0;
    /// One sentence: what it says.
    gist, 1;
    /// What it means.
    description, 2;
    /// When one sees it.
    when, 3;
    /// What to do about it.
    fix, 4;
    /// When and how to try again.
    again, 5;
    /// For who writes a server: what to send.
    use_, 6;
}

impl Reason {
    /// The reasons of the dataset, in its order. Those that users' files add are with their [`Explainer`](crate::Explainer).
    ///
    /// ```
    /// use wirecodes::Lang;
    /// let reason = wirecodes_explain::Reason::find("mailbox-full").expect("the dataset has it");
    /// assert_eq!(reason.name(Lang::En), "Mailbox Full");
    /// assert_eq!(reason.sparkpost(), [22]);
    /// ```
    #[must_use]
    pub fn all() -> &'static [Reason] {
        crate::Explainer::builtin().reasons()
    }

    /// The one of the dataset with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Reason> {
        Reason::all().iter().find(|reason| reason.id == id)
    }

    pub(crate) fn from_table(place: usize, row: &ReasonRow) -> Reason {
        Reason {
            id: row.id.to_owned(),
            texts: Texts::Table(place),
            outcome: row.outcome,
            actors: row.actors.to_vec(),
            retry: row.retry,
            suppress: row.suppress,
            codes: row.codes.iter().map(|code| (*code).to_owned()).collect(),
            sparkpost: row.sparkpost.to_vec(),
            sisimai: row.sisimai.map(str::to_owned),
            kumomta: row.kumomta.map(str::to_owned),
        }
    }

    pub(crate) fn from_file(reason: &wirecodes_rules::Reason) -> Reason {
        let text = |text: &String| text.clone();
        let texts =
            [&reason.name, &reason.gist, &reason.description, &reason.when, &reason.fix, &reason.again, &reason.use_];
        Reason {
            id: reason.id.clone(),
            texts: Texts::Own(Box::new(texts.map(text))),
            outcome: reason.outcome.as_deref().and_then(Outcome::from_id),
            actors: reason.actors.iter().filter_map(|id| Actor::from_id(id)).collect(),
            retry: Retry::from_id(&reason.retry).unwrap_or(Retry::AfterChange),
            suppress: Suppress::from_id(&reason.suppress).unwrap_or(Suppress::No),
            codes: reason.codes.clone(),
            sparkpost: reason.sparkpost.clone(),
            sisimai: reason.sisimai.clone(),
            kumomta: reason.kumomta.clone(),
        }
    }

    fn text(&self, lang: Lang, index: usize, field: impl Fn(&ReasonTexts) -> &'static str) -> &str {
        match &self.texts {
            Texts::Own(texts) => &texts[index],
            Texts::Table(place) => {
                let text = |lang| generated::texts(lang).map_or("", |texts| field(&texts[*place]));
                match text(lang) {
                    "" => text(Lang::En),
                    text => text,
                }
            }
        }
    }

    /// The id, as in JSON and in rules.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The outcome, if it is always the same; otherwise the reply's code says it.
    #[must_use]
    pub const fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Who can act, most likely first.
    #[must_use]
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// Whether to try again once the failure is permanent; a temporary one is to be tried again later.
    #[must_use]
    pub const fn retry(&self) -> Retry {
        self.retry
    }

    /// Whether to take the address off a list once the failure is permanent.
    #[must_use]
    pub const fn suppress(&self) -> Suppress {
        self.suppress
    }

    /// Codes that often come with it, reply codes and enhanced ones.
    #[must_use]
    pub fn codes(&self) -> &[String] {
        &self.codes
    }

    /// SparkPost's bounce classification codes for it.
    #[must_use]
    pub fn sparkpost(&self) -> &[u16] {
        &self.sparkpost
    }

    /// Sisimai's name for it.
    #[must_use]
    pub fn sisimai(&self) -> Option<&str> {
        self.sisimai.as_deref()
    }

    /// KumoMTA's bounce class for it.
    #[must_use]
    pub fn kumomta(&self) -> Option<&str> {
        self.kumomta.as_deref()
    }
}

/// By which words and codes a reason is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    id: String,
    pub(crate) reason: Option<usize>,
    outcome: Option<Outcome>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) codes: Vec<CodePattern>,
    from: Vec<String>,
    examples: Vec<String>,
}

impl Rule {
    pub(crate) fn from_table(row: &RuleRow) -> Rule {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Rule {
            id: row.id.to_owned(),
            reason: row.reason,
            outcome: row.outcome,
            // What was checked when it was generated can be read again.
            phrases: row.phrases.iter().filter_map(|phrase| Phrase::new(phrase).ok()).collect(),
            codes: row.codes.iter().filter_map(|code| CodePattern::new(code).ok()).collect(),
            from: owned(row.from),
            examples: owned(row.examples),
        }
    }

    pub(crate) fn from_file(rule: &wirecodes_rules::Rule, reason: Option<usize>) -> Rule {
        Rule {
            id: rule.id.clone(),
            reason,
            outcome: rule.outcome.as_deref().and_then(Outcome::from_id),
            phrases: rule.phrases.clone(),
            codes: rule.codes.clone(),
            from: rule.from.clone(),
            examples: rule.examples.clone(),
        }
    }

    /// The id, as in JSON.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The outcome that it gives whatever the code claims.
    #[must_use]
    pub const fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// What it looks for in the text: any of these; none if codes alone decide.
    #[must_use]
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The codes that it needs: any of these, or none.
    #[must_use]
    pub fn codes(&self) -> &[CodePattern] {
        &self.codes
    }

    /// The software and the providers that write so, where that is known.
    #[must_use]
    pub fn from(&self) -> &[String] {
        &self.from
    }

    /// Replies that it decides.
    #[must_use]
    pub fn examples(&self) -> &[String] {
        &self.examples
    }

    pub(crate) fn fits(&self, number: Option<u16>, enhanced: Option<[u16; 3]>) -> bool {
        self.codes.is_empty() || self.codes.iter().any(|code| code.matches(number, enhanced))
    }
}
