//! Families: codes that share a class, a subject or both. `5.7` is not a code, but it is a question.

use core::fmt;

use crate::class::{Class, Subject};
use crate::code::Code;
use crate::error::Error;
use crate::generated::{Lang, Protocol};
use crate::kinds::{Outcome, Retry};
use crate::table::Form;

/// The codes that share a class, a subject or both: [`family`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Family {
    protocol: Protocol,
    class: Option<Class>,
    subject: Option<Subject>,
}

/// Reads the class and subject that codes of a protocol begin with, as people and specifications write them: `5`, `5.7`,
/// `X.7`, `4.X.X`, `X.7.YYY` of dotted codes, `4yz`, `x5z`, `45z` of three digits.
///
/// ```
/// use wirecodes::{Lang, Outcome, family};
///
/// let policy = family("smtp", "5.7")?.unwrap();
/// assert_eq!(policy.outcome(), Some(Outcome::Permanent));
/// assert_eq!(policy.subject().unwrap().name(), "Security or Policy Status");
/// assert!(policy.codes().any(|code| code.as_str() == "5.7.1"));
///
/// assert_eq!(family("smtp", "45z")?.unwrap().to_string(), "45z");
/// assert_eq!(family("smtp", "450")?, None);
/// # Ok::<(), wirecodes::Error>(())
/// ```
///
/// # Errors
///
/// [`UnknownProtocol`](crate::ErrorKind::UnknownProtocol). What does not name a family is none.
pub fn family(protocol: &str, text: &str) -> Result<Option<Family>, Error> {
    Ok(protocol.parse::<Protocol>()?.family(text))
}

impl Protocol {
    /// The codes that share a class, a subject or both; see [`family`](crate::family()). Those of the companion are found
    /// too, as [`lookup`](crate::lookup()) does.
    #[must_use]
    pub fn family(self, text: &str) -> Option<Family> {
        let text = text.trim_ascii();
        self.own_family(text).or_else(|| self.table().companion?.own_family(text))
    }

    fn own_family(self, text: &str) -> Option<Family> {
        let (class, subject) = match self.table().form {
            Form::Dotted => dotted(text)?,
            Form::ThreeDigits => three_digits(text)?,
            Form::Number | Form::Word => return None,
        };
        let family = Family {
            protocol: self,
            class: class
                .map(|digits| self.classes().find(|class| class.digits() == digits).ok_or(()))
                .transpose()
                .ok()?,
            subject: subject
                .map(|digits| self.subjects().find(|subject| subject.digits() == digits).ok_or(()))
                .transpose()
                .ok()?,
        };
        (family.class.is_some() || family.subject.is_some()).then_some(family)
    }
}

/// The digits of class and subject; either may be left open, by a letter or by ending there.
fn dotted(text: &str) -> Option<(Option<&str>, Option<&str>)> {
    let mut parts = text.split('.');
    let (class, subject, detail) = (parts.next()?, parts.next().unwrap_or("X"), parts.next().unwrap_or("X"));
    let fits = parts.next().is_none() && is_open(detail) && !class.is_empty() && !subject.is_empty();
    fits.then(|| (Some(class).filter(|part| !is_open(part)), Some(subject).filter(|part| !is_open(part))))
}

fn three_digits(text: &str) -> Option<(Option<&str>, Option<&str>)> {
    let fits = text.len() == 3 && text.is_ascii() && is_open(&text[2..]);
    let part = |range: core::ops::Range<usize>| Some(&text[range]).filter(|part| !is_open(part));
    fits.then(|| (part(0..1), part(1..2)))
}

/// `X`, `YYY`, `z`: any digits.
fn is_open(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| matches!(byte.to_ascii_lowercase(), b'x' | b'y' | b'z' | b'n'))
}

impl Family {
    /// The protocol: the one asked for, or its companion.
    #[must_use]
    pub const fn protocol(self) -> Protocol {
        self.protocol
    }

    /// The class that they share, if it is given.
    #[must_use]
    pub const fn class(self) -> Option<Class> {
        self.class
    }

    /// The subject that they share, if it is given.
    #[must_use]
    pub const fn subject(self) -> Option<Subject> {
        self.subject
    }

    /// The outcome that the class decides.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.class?.outcome()
    }

    /// Whether to try again, where the class decides it.
    #[must_use]
    pub fn retry(self) -> Option<Retry> {
        self.class?.retry()
    }

    /// What class and subject say, a text each.
    pub fn texts(self, lang: Lang) -> impl Iterator<Item = &'static str> {
        let class = self.class.map(|class| class.text(lang));
        class.into_iter().chain(self.subject.map(|subject| subject.text(lang)))
    }

    /// Its codes in order. With a class, those that are in use with it; of dotted codes without, the details.
    pub fn codes(self) -> impl Iterator<Item = Code> {
        self.protocol
            .codes()
            .flat_map(move |code| {
                let views = self.class.and_then(|class| code.through(class.digits().parse().ok()?));
                if self.protocol.table().form == Form::Dotted && self.class.is_some() { views } else { Some(code) }
            })
            .filter(move |code| code.is_in_use())
            .filter(move |code| self.class.is_none() || code.class() == self.class)
            .filter(move |code| self.subject.is_none() || code.subject() == self.subject)
    }
}

/// `5.7`, `X.7`, `4.X`; `4yz`, `x5z`, `45z`.
impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = self.class.map(Class::digits);
        let subject = self.subject.map(Subject::digits);
        match self.protocol.table().form {
            Form::Dotted => write!(f, "{}.{}", class.unwrap_or("X"), subject.unwrap_or("X")),
            _ => write!(f, "{}{}z", class.unwrap_or("x"), subject.unwrap_or("y")),
        }
    }
}
