//! The properties of two codes side by side.

use core::fmt;

use super::Comparison;
use crate::code::Code;
use crate::generated::{Lang, Message};
use crate::sentence::{command_label, write_list};

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
    pub(super) kind: FacetKind,
    pub(super) of: Comparison,
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
        self.kind.value(self.of.a(), lang)
    }

    /// The value of the second code.
    #[must_use]
    pub fn b(self, lang: Lang) -> FacetValue {
        self.kind.value(self.of.b(), lang)
    }

    /// Whether the two are the same in it.
    #[must_use]
    pub fn is_same(self) -> bool {
        self.kind.is_same(self.of.a(), self.of.b())
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
