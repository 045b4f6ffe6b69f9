//! Two codes against each other: data first, and words made from it.
//!
//! What leads depends on the two. Codes that answer different commands are never alternatives; a transient and a
//! permanent one differ in consequence; codes of one outcome differ in cause; across protocols the question is what
//! corresponds to what. The words are whole sentences of the locale files; only codes and names are put into them.

use core::fmt;

use crate::code::{Code, Reference, Related};
use crate::generated::{Lang, Message};
use crate::kinds::{Connection, Outcome, Retry, Status};
use crate::sentence::{Passage, Sentence, command_label, write_list};

/// Compares two codes, of one protocol or of two.
///
/// ```
/// use wirecodes::{Lang, Lead, compare, smtp};
///
/// let comparison = compare(smtp::AUTHENTICATION_SUCCEEDED, smtp::MAILBOX_UNAVAILABLE);
/// assert_eq!(comparison.lead(), Lead::Commands);
/// assert!(comparison.summary(Lang::En).to_string().contains("never alternatives"));
/// # extern crate std; use std::string::ToString;
/// ```
#[must_use]
pub fn compare(a: Code, b: Code) -> Comparison {
    Comparison { a, b }
}

/// Two codes against each other: [`compare`]. It is a pair of handles; its parts are made when they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Comparison {
    a: Code,
    b: Code,
}

/// What matters most about a pair, and so what its summary says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lead {
    /// The two are one code.
    Same,
    /// They are of different protocols: what corresponds to what?
    Across,
    /// They answer different commands, and are never alternatives.
    Commands,
    /// They differ in outcome, and so in consequence.
    Outcome,
    /// They have one outcome, and differ in cause.
    Cause,
}

/// A property in which two codes are set side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FacetKind {
    /// [`Code::protocol`]
    Protocol,
    /// [`Code::outcome`]
    Outcome,
    /// [`Code::retry`]
    Retry,
    /// [`Code::actors`]
    Actors,
    /// [`Code::connection`]
    Connection,
    /// [`Code::commands`]
    Commands,
    /// [`Code::class`]
    Class,
    /// [`Code::subject`]
    Subject,
    /// [`Code::status`]
    Status,
}

impl FacetKind {
    /// All of them, in the order of a table.
    pub const ALL: [FacetKind; 9] = [
        FacetKind::Protocol,
        FacetKind::Outcome,
        FacetKind::Retry,
        FacetKind::Actors,
        FacetKind::Connection,
        FacetKind::Commands,
        FacetKind::Class,
        FacetKind::Subject,
        FacetKind::Status,
    ];

    /// The id, as in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            FacetKind::Protocol => "protocol",
            FacetKind::Outcome => "outcome",
            FacetKind::Retry => "retry",
            FacetKind::Actors => "actors",
            FacetKind::Connection => "connection",
            FacetKind::Commands => "commands",
            FacetKind::Class => "class",
            FacetKind::Subject => "subject",
            FacetKind::Status => "status",
        }
    }

    /// A word or two for it in a language.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        lang.message(match self {
            FacetKind::Protocol => Message::FacetProtocol,
            FacetKind::Outcome => Message::FacetOutcome,
            FacetKind::Retry => Message::FacetRetry,
            FacetKind::Actors => Message::FacetActors,
            FacetKind::Connection => Message::FacetConnection,
            FacetKind::Commands => Message::FacetCommands,
            FacetKind::Class => Message::FacetClass,
            FacetKind::Subject => Message::FacetSubject,
            FacetKind::Status => Message::FacetStatus,
        })
    }

    /// The value of a code, to be written in a language.
    #[must_use]
    pub fn value(self, code: Code, lang: Lang) -> FacetValue {
        FacetValue { kind: self, code, lang }
    }

    /// Whether the code has a value for it.
    #[must_use]
    pub fn applies_to(self, code: Code) -> bool {
        match self {
            FacetKind::Protocol | FacetKind::Actors | FacetKind::Status => true,
            FacetKind::Outcome => code.outcome().is_some(),
            FacetKind::Retry => code.retry().is_some(),
            FacetKind::Connection => code.connection().is_some(),
            FacetKind::Commands => code.commands().is_some_and(|commands| !commands.is_empty()),
            FacetKind::Class => code.class().is_some(),
            FacetKind::Subject => code.subject().is_some(),
        }
    }

    fn is_same(self, a: Code, b: Code) -> bool {
        match self {
            FacetKind::Protocol => a.protocol() == b.protocol(),
            FacetKind::Outcome => a.outcome() == b.outcome(),
            FacetKind::Retry => a.retry() == b.retry(),
            FacetKind::Actors => a.actors() == b.actors() && a.protocol() == b.protocol(),
            FacetKind::Connection => a.connection() == b.connection(),
            FacetKind::Commands => a.commands() == b.commands(),
            FacetKind::Class => a.class() == b.class(),
            FacetKind::Subject => a.subject() == b.subject(),
            FacetKind::Status => a.status() == b.status(),
        }
    }
}

/// A property of the two codes side by side: [`Comparison::facets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facet {
    kind: FacetKind,
    of: Comparison,
}

impl Facet {
    /// Which property.
    #[must_use]
    pub const fn kind(self) -> FacetKind {
        self.kind
    }

    /// A word or two for the property.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        self.kind.label(lang)
    }

    /// The value of the first code.
    #[must_use]
    pub fn a(self, lang: Lang) -> FacetValue {
        self.kind.value(self.of.a, lang)
    }

    /// The value of the second code.
    #[must_use]
    pub fn b(self, lang: Lang) -> FacetValue {
        self.kind.value(self.of.b, lang)
    }

    /// Whether the two are the same in it.
    #[must_use]
    pub fn is_same(self) -> bool {
        self.kind.is_same(self.of.a, self.of.b)
    }
}

/// The value of a code for a property, in words: [`FacetKind::value`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FacetValue {
    kind: FacetKind,
    code: Code,
    lang: Lang,
}

impl fmt::Display for FacetValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FacetValue { code, lang, .. } = *self;
        let none = || lang.message(Message::ValueNone);
        let group = |f: &mut fmt::Formatter<'_>, id: &str, name: &str| write!(f, "{id} {name}");
        match self.kind {
            FacetKind::Protocol => f.write_str(code.protocol().name()),
            FacetKind::Outcome => f.write_str(code.outcome().map_or_else(none, |outcome| outcome.label(lang))),
            FacetKind::Retry => f.write_str(code.retry().map_or_else(none, |retry| retry.label(lang))),
            FacetKind::Actors => {
                let label = |&actor| code.protocol().actor(actor, lang);
                write_list(f, lang, code.actors().iter().map(label))
            }
            FacetKind::Connection => {
                f.write_str(code.connection().map_or_else(none, |connection| connection.label(lang)))
            }
            FacetKind::Commands => {
                let commands = code.commands().unwrap_or_default().iter();
                write_list(f, lang, commands.map(|command| command_label(command, lang)))
            }
            FacetKind::Class => match code.class() {
                Some(class) => group(f, class.id(), class.local_name(lang)),
                None => f.write_str(none()),
            },
            FacetKind::Subject => match code.subject() {
                Some(subject) => group(f, subject.id(), subject.local_name(lang)),
                None => f.write_str(none()),
            },
            FacetKind::Status => f.write_str(code.status().label(lang)),
        }
    }
}

/// A difference in words: [`Comparison::differences`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Difference {
    kind: Option<FacetKind>,
    passage: Passage,
}

impl Difference {
    /// The property that differs; none for the remark that only the reasons do.
    #[must_use]
    pub const fn kind(&self) -> Option<FacetKind> {
        self.kind
    }

    /// The sentences.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> {
        self.passage.sentences()
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.passage.fmt(f)
    }
}

/// When to use which: [`Comparison::choose`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Choice {
    /// When to use the first.
    pub a: &'static str,
    /// When to use the second.
    pub b: &'static str,
    /// What else there is to say about the choice.
    pub note: Option<Sentence>,
}

impl Comparison {
    /// The first code.
    #[must_use]
    pub const fn a(self) -> Code {
        self.a
    }

    /// The second code.
    #[must_use]
    pub const fn b(self) -> Code {
        self.b
    }

    /// The same comparison with sides swapped.
    #[must_use]
    pub const fn swapped(self) -> Comparison {
        Comparison { a: self.b, b: self.a }
    }

    /// What matters most about the pair.
    #[must_use]
    pub fn lead(self) -> Lead {
        let Comparison { a, b } = self;
        if a == b {
            Lead::Same
        } else if a.protocol() != b.protocol() {
            Lead::Across
        } else if self.are_never_alternatives() {
            Lead::Commands
        } else if a.outcome() != b.outcome() {
            Lead::Outcome
        } else {
            Lead::Cause
        }
    }

    /// Both answer commands, and none in common.
    fn are_never_alternatives(self) -> bool {
        match (self.a.commands(), self.b.commands()) {
            (Some(a), Some(b)) => {
                !a.is_empty()
                    && !b.is_empty()
                    && !a.contains(&"any")
                    && !b.contains(&"any")
                    && !a.iter().any(|command| b.contains(command))
            }
            _ => false,
        }
    }

    /// The relation that was written by hand for the pair, if there is one; it leads.
    #[must_use]
    pub fn relation(self) -> Option<Related> {
        self.a.related().find(|related| related.code() == self.b)
    }

    /// One or two sentences that say what sets the two apart.
    #[must_use]
    pub fn summary(self, lang: Lang) -> Passage {
        let Comparison { a, b } = self;
        let say = |message| Sentence::new(lang, message, a, b);
        let outcomes = || outcome_pair(a, b).map(|(message, a, b)| Sentence::new(lang, message, a, b));
        match (self.lead(), a.outcome()) {
            (Lead::Same, _) => Passage::new(say(Message::CompareSame), None),
            (Lead::Across, Some(outcome)) if a.outcome() == b.outcome() => Passage::new(say(across(outcome)), None),
            (Lead::Across, _) => Passage::new(say(Message::CompareAcrossDifferent), outcomes()),
            (Lead::Commands, _) => Passage::new(say(Message::CompareCommandsDisjoint), outcomes()),
            (Lead::Outcome, _) => Passage::new(outcomes().unwrap_or_else(|| say(Message::CompareAlike)), None),
            (Lead::Cause, Some(outcome)) => Passage::new(say(alike(outcome)), None),
            (Lead::Cause, None) => Passage::new(say(Message::CompareAlike), None),
        }
    }

    /// The properties of the two side by side; those that neither of them has are left out, and the protocol where it is
    /// one.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        FacetKind::ALL
            .into_iter()
            .filter(move |kind| match kind {
                FacetKind::Protocol => self.a.protocol() != self.b.protocol(),
                _ => kind.applies_to(self.a) || kind.applies_to(self.b),
            })
            .map(move |kind| Facet { kind, of: self })
    }

    /// The differences in words, what matters most first. What the summary says is not said again.
    pub fn differences(self, lang: Lang) -> impl Iterator<Item = Difference> {
        const ORDER: [FacetKind; 6] = [
            FacetKind::Retry,
            FacetKind::Actors,
            FacetKind::Connection,
            FacetKind::Commands,
            FacetKind::Subject,
            FacetKind::Status,
        ];
        let all = move || {
            ORDER.into_iter().filter_map(move |kind| {
                let passage = self.difference(kind, lang)?;
                Some(Difference { kind: Some(kind), passage })
            })
        };
        // Where no property differs, there is that to say; unless the two are one or worlds apart, or the summary has said it.
        let silent = matches!(self.lead(), Lead::Same | Lead::Across)
            || (self.lead() == Lead::Cause && self.a.outcome().is_none());
        let alike = (!silent && all().next().is_none()).then(|| {
            let sentence = Sentence::new(lang, Message::CompareAlike, self.a, self.b);
            Difference { kind: None, passage: Passage::new(sentence, None) }
        });
        all().chain(alike)
    }

    fn difference(self, kind: FacetKind, lang: Lang) -> Option<Passage> {
        let Comparison { a, b } = self;
        if a == b {
            return None;
        }
        let pair = |(message, a, b)| Passage::new(Sentence::new(lang, message, a, b), None);
        // One sentence a side that has something to say, in the order of the sides.
        let sides = |first: Option<Sentence>, second: Option<Sentence>| match (first, second) {
            (Some(first), second) => Some(Passage::new(first, second)),
            (None, Some(second)) => Some(Passage::new(second, None)),
            (None, None) => None,
        };
        let about = |message: Message, code: Code| {
            let other = if code == a { b } else { a };
            Sentence::about(lang.message(message), lang, code, other)
        };
        match kind {
            FacetKind::Retry => retry_pair(a, b).map(pair),
            FacetKind::Connection => connection_pair(a, b).map(pair),
            FacetKind::Actors => {
                let (first, second) = (a.actors().first()?, b.actors().first()?);
                let act = |code: Code, other: Code, actor| {
                    Sentence::about(code.protocol().act(actor, lang), lang, code, other)
                };
                (first != second).then(|| Passage::new(act(a, b, *first), Some(act(b, a, *second))))
            }
            FacetKind::Commands => {
                match self.lead() {
                    Lead::Commands => return None,
                    Lead::Across => {
                        let of = |code: Code| code.commands().map(<[_]>::is_empty);
                        let code = match (of(a), of(b)) {
                            (Some(false), None) => a,
                            (None, Some(false)) => b,
                            _ => return None,
                        };
                        return sides(Some(about(Message::CompareCommandsAcross, code)), None);
                    }
                    _ => {}
                }
                let only = |code: Code, other: Code| {
                    let (own, others) = (code.commands()?, other.commands()?);
                    let comparable = !own.contains(&"any") && !others.contains(&"any") && !others.is_empty();
                    let more = comparable && own.iter().any(|command| !others.contains(command));
                    more.then(|| about(Message::CompareCommandsOnly, code))
                };
                sides(only(a, b), only(b, a))
            }
            FacetKind::Subject => {
                let (first, second) = (a.subject()?, b.subject()?);
                (a.protocol() == b.protocol() && first.local_name(lang) != second.local_name(lang))
                    .then(|| Passage::new(Sentence::new(lang, Message::CompareSubject, a, b), None))
            }
            FacetKind::Status => {
                if a.status() == b.status() {
                    return None;
                }
                let status = |code: Code| {
                    (code.status() != Status::Standard).then(|| about(status_message(code.status()), code))
                };
                sides(status(a), status(b))
            }
            FacetKind::Protocol | FacetKind::Outcome | FacetKind::Class => None,
        }
    }

    /// When to use which.
    #[must_use]
    pub fn choose(self, lang: Lang) -> Choice {
        let Comparison { a, b } = self;
        let undefined = |code: &Code| matches!(code.status(), Status::Associated | Status::Unofficial);
        let note = match (self.lead(), [a, b].into_iter().find(undefined)) {
            (Lead::Same, _) => None,
            (_, Some(code)) => {
                let other = if code == a { b } else { a };
                Some(Sentence::about(lang.message(Message::CompareNoteUndefined), lang, code, other))
            }
            (Lead::Across, None) => Some(Sentence::new(lang, Message::CompareNoteAcross, a, b)),
            (Lead::Commands, None) => Some(Sentence::new(lang, Message::CompareNoteCommands, a, b)),
            (Lead::Outcome | Lead::Cause, None) => None,
        };
        Choice { a: a.text(lang).choose, b: b.text(lang).choose, note }
    }

    /// The references of both, each once.
    pub fn references(self) -> impl Iterator<Item = Reference> {
        let others = move |reference: &Reference| self.a.references().all(|own| own != *reference);
        let second = (self.a != self.b).then(|| self.b.references().filter(others));
        self.a.references().chain(second.into_iter().flatten())
    }
}

/// The sentence for a pair of values that differ, with the codes in the order of the values; that is what makes
/// `compare(b, a)` say the same as `compare(a, b)`.
type Pair = (Message, Code, Code);

fn ordered<T: Ord>(a: Code, b: Code, value: impl Fn(Code) -> Option<T>) -> Option<(T, T, Code, Code)> {
    let (first, second) = (value(a)?, value(b)?);
    Some(if first <= second { (first, second, a, b) } else { (second, first, b, a) })
}

fn outcome_pair(a: Code, b: Code) -> Option<Pair> {
    use Outcome::{Failure, Informational, Intermediate, Permanent, Redirection, Success, Transient};
    let (first, second, a, b) = ordered(a, b, Code::outcome)?;
    let message = match (first, second) {
        (Informational, Success) => Message::CompareOutcomeInformationalSuccess,
        (Informational, Intermediate) => Message::CompareOutcomeInformationalIntermediate,
        (Informational, Redirection) => Message::CompareOutcomeInformationalRedirection,
        (Informational, Transient) => Message::CompareOutcomeInformationalTransient,
        (Informational, Permanent) => Message::CompareOutcomeInformationalPermanent,
        (Informational, Failure) => Message::CompareOutcomeInformationalFailure,
        (Success, Intermediate) => Message::CompareOutcomeSuccessIntermediate,
        (Success, Redirection) => Message::CompareOutcomeSuccessRedirection,
        (Success, Transient) => Message::CompareOutcomeSuccessTransient,
        (Success, Permanent) => Message::CompareOutcomeSuccessPermanent,
        (Success, Failure) => Message::CompareOutcomeSuccessFailure,
        (Intermediate, Redirection) => Message::CompareOutcomeIntermediateRedirection,
        (Intermediate, Transient) => Message::CompareOutcomeIntermediateTransient,
        (Intermediate, Permanent) => Message::CompareOutcomeIntermediatePermanent,
        (Intermediate, Failure) => Message::CompareOutcomeIntermediateFailure,
        (Redirection, Transient) => Message::CompareOutcomeRedirectionTransient,
        (Redirection, Permanent) => Message::CompareOutcomeRedirectionPermanent,
        (Redirection, Failure) => Message::CompareOutcomeRedirectionFailure,
        (Transient, Permanent) => Message::CompareOutcomeTransientPermanent,
        (Transient, Failure) => Message::CompareOutcomeTransientFailure,
        (Permanent, Failure) => Message::CompareOutcomePermanentFailure,
        _ => return None,
    };
    Some((message, a, b))
}

fn retry_pair(a: Code, b: Code) -> Option<Pair> {
    let (first, second, a, b) = ordered(a, b, Code::retry)?;
    let message = match (first, second) {
        (Retry::NotNeeded, Retry::Later) => Message::CompareRetryNotNeededLater,
        (Retry::NotNeeded, Retry::AfterChange) => Message::CompareRetryNotNeededAfterChange,
        (Retry::NotNeeded, Retry::Never) => Message::CompareRetryNotNeededNever,
        (Retry::Later, Retry::AfterChange) => Message::CompareRetryLaterAfterChange,
        (Retry::Later, Retry::Never) => Message::CompareRetryLaterNever,
        (Retry::AfterChange, Retry::Never) => Message::CompareRetryAfterChangeNever,
        _ => return None,
    };
    Some((message, a, b))
}

fn connection_pair(a: Code, b: Code) -> Option<Pair> {
    let (first, second, a, b) = ordered(a, b, Code::connection)?;
    let message = match (first, second) {
        (Connection::Kept, Connection::Closed) => Message::CompareConnectionKeptClosed,
        (Connection::Kept, Connection::Either) => Message::CompareConnectionKeptEither,
        (Connection::Closed, Connection::Either) => Message::CompareConnectionClosedEither,
        _ => return None,
    };
    Some((message, a, b))
}

fn across(outcome: Outcome) -> Message {
    match outcome {
        Outcome::Informational => Message::CompareAcrossInformational,
        Outcome::Success => Message::CompareAcrossSuccess,
        Outcome::Intermediate => Message::CompareAcrossIntermediate,
        Outcome::Redirection => Message::CompareAcrossRedirection,
        Outcome::Transient => Message::CompareAcrossTransient,
        Outcome::Permanent => Message::CompareAcrossPermanent,
        Outcome::Failure => Message::CompareAcrossFailure,
    }
}

fn alike(outcome: Outcome) -> Message {
    match outcome {
        Outcome::Informational => Message::CompareAlikeOutcomeInformational,
        Outcome::Success => Message::CompareAlikeOutcomeSuccess,
        Outcome::Intermediate => Message::CompareAlikeOutcomeIntermediate,
        Outcome::Redirection => Message::CompareAlikeOutcomeRedirection,
        Outcome::Transient => Message::CompareAlikeOutcomeTransient,
        Outcome::Permanent => Message::CompareAlikeOutcomePermanent,
        Outcome::Failure => Message::CompareAlikeOutcomeFailure,
    }
}

fn status_message(status: Status) -> Message {
    match status {
        Status::Standard => Message::CompareStatusStandard,
        Status::Experimental => Message::CompareStatusExperimental,
        Status::Draft => Message::CompareStatusDraft,
        Status::Deprecated => Message::CompareStatusDeprecated,
        Status::Historic => Message::CompareStatusHistoric,
        Status::Obsolete => Message::CompareStatusObsolete,
        Status::Reserved => Message::CompareStatusReserved,
        Status::Associated => Message::CompareStatusAssociated,
        Status::Unofficial => Message::CompareStatusUnofficial,
    }
}
