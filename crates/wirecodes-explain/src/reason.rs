//! Reasons and rules as an explanation refers to them.

use wirecodes::{Actor, Lang, Outcome, Retry};
use wirecodes_rules::{CodePattern, Phrase};

use crate::generated;
use crate::kinds::{Evidence, Suppress};
use crate::table::{ReasonRow, RuleRow};

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

impl Reason {
    /// The reasons of the dataset, in its order. Those that users' files add are with their [`Explainer`](crate::Explainer).
    ///
    /// ```
    /// use wirecodes::Lang;
    /// let reason = wirecodes_explain::Reason::find("mailbox-full").expect("the dataset has it");
    /// assert_eq!(reason.text(Lang::En).name, "Mailbox Full");
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

    /// Its texts in a language; in English where that is not compiled in, or has no translation.
    ///
    /// ```
    /// use wirecodes::Lang;
    /// use wirecodes_explain::Reason;
    ///
    /// let reason = Reason::find("greylisted").expect("the dataset has it");
    /// assert_eq!(reason.text(Lang::En).name, "Greylisted");
    /// let text = reason.text(Lang::Ja);
    /// assert_eq!(text.lang, Some(if Lang::Ja.is_available() { Lang::Ja } else { Lang::En }));
    /// ```
    #[must_use]
    pub fn text(&self, lang: Lang) -> ReasonText<'_> {
        let place = match &self.texts {
            Texts::Own(texts) => return ReasonText::new(None, texts.each_ref().map(String::as_str), 0),
            Texts::Table(place) => *place,
        };
        let of = |lang| generated::texts(lang).map(|texts| texts[place].all());
        let english = of(Lang::En).unwrap_or_default();
        let Some(own) = of(lang) else { return ReasonText::new(Some(Lang::En), english, 0) };
        let mut missing = 0;
        let texts = std::array::from_fn(|field| match own[field] {
            "" => {
                missing |= 1 << field;
                english[field]
            }
            text => text,
        });
        ReasonText::new(Some(lang), texts, if lang == Lang::En { 0 } else { missing })
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

    /// What the code that comes with it most often says; for replies without one.
    pub(crate) fn usual_outcome(&self) -> Option<Outcome> {
        match self.codes.first()?.as_bytes()[0] {
            b'4' => Some(Outcome::Transient),
            b'5' => Some(Outcome::Permanent),
            _ => None,
        }
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

    /// Codes that often come with it, reply codes and enhanced ones, the most usual first.
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

/// The texts of a reason: [`Reason::text`]. Those that a user's file leaves out are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ReasonText<'r> {
    /// The language that they are in; none for a reason of a user's file, which does not say.
    pub lang: Option<Lang>,
    /// A few words: `Mailbox Full`.
    pub name: &'r str,
    /// One sentence: what it says.
    pub gist: &'r str,
    /// What it means.
    pub description: &'r str,
    /// When one sees it.
    pub when: &'r str,
    /// What to do about it.
    pub fix: &'r str,
    /// When and how to try again.
    pub again: &'r str,
    /// For who writes a server: what to send.
    pub use_: &'r str,
    /// Which of them are in English for want of a translation, a bit each.
    english: u8,
}

/// The names of the fields, in the order of the bits.
const FIELDS: [&str; 7] = ["name", "gist", "description", "when", "fix", "again", "use"];

impl<'r> ReasonText<'r> {
    fn new(lang: Option<Lang>, texts: [&'r str; 7], english: u8) -> ReasonText<'r> {
        let [name, gist, description, when, fix, again, use_] = texts;
        ReasonText { lang, name, gist, description, when, fix, again, use_, english }
    }

    /// The names of the fields that are in English although another language was asked for and compiled in.
    pub fn untranslated(&self) -> impl Iterator<Item = &'static str> + use<> {
        let english = self.english;
        FIELDS.into_iter().enumerate().filter(move |(bit, _)| english & (1 << bit) != 0).map(|(_, field)| field)
    }
}

/// By which words and codes a reason is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    id: String,
    pub(crate) reason: Option<usize>,
    outcome: Option<Outcome>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) also: Vec<Phrase>,
    pub(crate) codes: Vec<CodePattern>,
    from: Vec<String>,
    examples: Vec<String>,
}

impl Rule {
    pub(crate) fn from_table(row: &RuleRow) -> Rule {
        // What was checked when it was generated can be read again.
        let phrases = |texts: &[&str]| texts.iter().filter_map(|text| Phrase::new(text).ok()).collect();
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Rule {
            id: row.id.to_owned(),
            reason: row.reason,
            outcome: row.outcome,
            phrases: phrases(row.phrases),
            also: phrases(row.also),
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
            also: rule.also.clone(),
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

    /// What has to stand in the text as well: any of these; none if the phrases are enough.
    #[must_use]
    pub fn also(&self) -> &[Phrase] {
        &self.also
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

    /// What it decides by.
    pub(crate) fn evidence(&self) -> Evidence {
        if !self.phrases.is_empty() {
            Evidence::Text
        } else if self.codes.iter().any(|code| code.is_enhanced()) {
            Evidence::Enhanced
        } else {
            Evidence::Reply
        }
    }

    pub(crate) fn fits(&self, number: Option<u16>, enhanced: Option<[u16; 3]>) -> bool {
        self.codes.is_empty() || self.codes.iter().any(|code| code.matches(number, enhanced))
    }
}
