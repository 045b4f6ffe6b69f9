//! Two codes against each other: data first, and words made from it.
//!
//! What leads depends on the two. Codes that answer different commands are never alternatives; a transient and a
//! permanent one differ in consequence; codes of one outcome differ in cause; across protocols the question is what
//! corresponds to what. The words are whole sentences of the locale files; only codes and names are put into them.

mod facet;
mod pairing;
mod pairs;

use core::fmt;

use crate::code::{Code, Reference, Related};
use crate::generated::{Lang, Message};
use crate::kinds::{Status, kinds};
use crate::sentence::{Passage, Sentence};

pub use facet::{Facet, FacetKind, FacetValue};
pub use pairing::Pairing;
use pairs::{across, alike, connection_pair, outcome_pair, retry_pair, status_message};

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

kinds! {
    /// What matters most about a pair, and so what its summary says.
    Lead {
        /// The two are one code.
        Same = "same";
        /// They are a reply code and an enhanced code, which travel in one reply: do they go together?
        Pairing = "pairing";
        /// They are of different protocols: what corresponds to what?
        Across = "across";
        /// They are one detail, seen through two classes or once without.
        Views = "views";
        /// They answer different commands, and are never alternatives.
        Commands = "commands";
        /// They differ in outcome, and so in consequence.
        Outcome = "outcome";
        /// They have one outcome, and differ in cause.
        Cause = "cause";
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
        } else if a.protocol().is_companion(b.protocol()) {
            Lead::Pairing
        } else if a.protocol() != b.protocol() {
            Lead::Across
        } else if a.detail().is_some() && a.detail() == b.detail() {
            Lead::Views
        } else if self.are_never_alternatives() {
            Lead::Commands
        } else if a.outcome().is_some() && b.outcome().is_some() && a.outcome() != b.outcome() {
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
        self.a.related().find(|related| related.code() == self.b && related.text(Lang::En).is_some())
    }

    /// For a reply code and an enhanced code, in either order: how they go together in one reply.
    #[must_use]
    pub fn pairing(self) -> Option<Pairing> {
        let (reply, enhanced) = self.reply_first();
        Pairing::of(reply, enhanced)
    }

    /// Of a reply code and an enhanced code that contradict each other, the one to believe: the reply code, which alone
    /// decides what a client does (RFC 5321, 4.2).
    ///
    /// ```
    /// use wirecodes::{compare, smtp, smtp_enhanced};
    ///
    /// let enhanced = smtp_enhanced::BAD_DESTINATION_MAILBOX_ADDRESS.through(5).unwrap();
    /// let contradiction = compare(enhanced, smtp::ACTION_COMPLETED);
    /// assert_eq!(contradiction.believed(), Some(smtp::ACTION_COMPLETED));
    /// ```
    #[must_use]
    pub fn believed(self) -> Option<Code> {
        (self.pairing() == Some(Pairing::Contradiction)).then(|| self.reply_first().0)
    }

    /// The two, with a reply code before its enhanced code.
    fn reply_first(self) -> (Code, Code) {
        let Comparison { a, b } = self;
        if b.protocol().table().companion == Some(a.protocol()) { (b, a) } else { (a, b) }
    }

    /// One or two sentences that say what sets the two apart.
    #[must_use]
    pub fn summary(self, lang: Lang) -> Passage {
        let Comparison { a, b } = self;
        let say = |message| Sentence::new(lang, message, a, b);
        let outcomes = || outcome_pair(a, b).map(|(message, a, b)| Sentence::new(lang, message, a, b));
        match (self.lead(), a.outcome()) {
            (Lead::Same, _) => Passage::new(say(Message::CompareSame), None),
            (Lead::Pairing, _) => {
                let (reply, enhanced) = self.reply_first();
                let message = match self.pairing() {
                    Some(Pairing::Associated) => Message::ComparePairingAssociated,
                    Some(Pairing::Contradiction) => Message::ComparePairingContradiction,
                    Some(Pairing::Classless) => Message::ComparePairingClassless,
                    Some(Pairing::Alone) => Message::ComparePairingAlone,
                    Some(Pairing::Possible) | None => Message::ComparePairingPossible,
                };
                Passage::new(Sentence::new(lang, message, reply, enhanced), None)
            }
            (Lead::Views, _) => match self.classless() {
                Some((detail, view)) => {
                    Passage::new(Sentence::new(lang, Message::CompareViewsDetail, detail, view), None)
                }
                None => Passage::new(say(Message::CompareViews), outcomes()),
            },
            (Lead::Across | Lead::Cause, _) if self.classless().is_some() => {
                let message = match self.lead() {
                    Lead::Across => Message::CompareAcrossClassless,
                    _ if a.outcome() == b.outcome() => Message::CompareDetails,
                    _ => Message::CompareClassless,
                };
                let (detail, other) = self.classless().unwrap_or((a, b));
                Passage::new(Sentence::new(lang, message, detail, other), None)
            }
            (Lead::Across, Some(outcome)) if a.outcome() == b.outcome() => Passage::new(say(across(outcome)), None),
            (Lead::Across, _) => Passage::new(say(Message::CompareAcrossDifferent), outcomes()),
            (Lead::Commands, _) => Passage::new(say(Message::CompareCommandsDisjoint), outcomes()),
            (Lead::Outcome, _) => Passage::new(outcomes().unwrap_or_else(|| say(Message::CompareAlike)), None),
            (Lead::Cause, Some(outcome)) => Passage::new(say(alike(outcome)), None),
            (Lead::Cause, None) => Passage::new(say(Message::CompareAlike), None),
        }
    }

    /// The two with a detail that has no class first, if one of them is that.
    fn classless(self) -> Option<(Code, Code)> {
        let is = |code: Code| code.detail() == Some(code);
        match (is(self.a), is(self.b)) {
            (true, true) => Some((self.a.min(self.b), self.a.max(self.b))),
            (true, false) => Some((self.a, self.b)),
            (false, true) => Some((self.b, self.a)),
            (false, false) => None,
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
        let silent = matches!(self.lead(), Lead::Same | Lead::Pairing | Lead::Across | Lead::Views)
            || (self.lead() == Lead::Cause && (self.a.outcome().is_none() || self.classless().is_some()));
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
                    // An enhanced code goes wherever its reply code goes.
                    Lead::Pairing => return None,
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
            (Lead::Same | Lead::Views, _) => None,
            (_, Some(code)) => {
                let other = if code == a { b } else { a };
                Some(Sentence::about(lang.message(Message::CompareNoteUndefined), lang, code, other))
            }
            (Lead::Pairing, None) => self.pairing().filter(|pairing| pairing.is_consistent()).map(|_| {
                let (reply, enhanced) = self.reply_first();
                Sentence::new(lang, Message::CompareNotePairing, reply, enhanced)
            }),
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
