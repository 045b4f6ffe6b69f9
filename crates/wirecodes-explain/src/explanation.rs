//! What is known of a reply.

use std::time::Duration;

use wirecodes::reply::Enhanced;
use wirecodes::{Actor, Code, Outcome, Protocol, Retry};

use crate::kinds::{Evidence, Notes, Suppress};
use crate::reason::{Reason, Rule};

/// What a reply means and what to do: [`explain`](crate::explain).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation<'e> {
    pub(crate) number: Option<u16>,
    pub(crate) enhanced: Option<Enhanced>,
    pub(crate) command: Option<&'static str>,
    pub(crate) reason: Option<&'e Reason>,
    pub(crate) rule: Option<&'e Rule>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) evidence: Option<Evidence>,
    pub(crate) retry: Option<Retry>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) suppress: Suppress,
    pub(crate) notes: Notes,
}

impl<'e> Explanation<'e> {
    /// The number of the reply code; none where there was no reply, as when no connection could be made.
    #[must_use]
    pub const fn number(&self) -> Option<u16> {
        self.number
    }

    /// The reply code, if the dataset has it.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        Protocol::Smtp.lookup(self.number?)
    }

    /// The enhanced code, known or not; also where qmail and Cisco write it, at the end or after a `#`.
    #[must_use]
    pub const fn enhanced(&self) -> Option<Enhanced> {
        self.enhanced
    }

    /// The enhanced code, if the dataset has it.
    #[must_use]
    pub fn enhanced_code(&self) -> Option<Code> {
        self.enhanced?.code()
    }

    /// The command that was answered, where a log names it: `RCPT`, `end-of-data`.
    #[must_use]
    pub const fn command(&self) -> Option<&'static str> {
        self.command
    }

    /// Why the server did not take the message; none where neither text nor codes tell.
    #[must_use]
    pub const fn reason(&self) -> Option<&'e Reason> {
        self.reason
    }

    /// The rule that said so.
    #[must_use]
    pub const fn rule(&self) -> Option<&'e Rule> {
        self.rule
    }

    /// Whether it failed for now or for good, by what the text says and otherwise by the code; none if neither tells.
    #[must_use]
    pub const fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// What reason and outcome were drawn from; none if there was nothing to draw from.
    #[must_use]
    pub const fn evidence(&self) -> Option<Evidence> {
        self.evidence
    }

    /// Who can act, most likely first: by the reason, or else by the entry of the code.
    #[must_use]
    pub fn actors(&self) -> &'e [Actor] {
        match self.reason {
            Some(reason) => reason.actors(),
            None => self.enhanced_code().or_else(|| self.code()).map_or(&[], Code::actors),
        }
    }

    /// Whether to try again; none if not even the outcome is known.
    #[must_use]
    pub const fn retry(&self) -> Option<Retry> {
        self.retry
    }

    /// The time that the reply itself asks to wait.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Whether to take the address off a list.
    #[must_use]
    pub const fn suppress(&self) -> Suppress {
        self.suppress
    }

    /// What else to know about the reply, and about how it was read.
    #[must_use]
    pub const fn notes(&self) -> Notes {
        self.notes
    }
}

impl Suppress {
    /// For a failure that may pass: it takes several to give an address up.
    pub(crate) fn min_once(self) -> Suppress {
        if self == Suppress::Yes { Suppress::IfRepeated } else { self }
    }
}
