//! What can be said of a well-formed code, known or not.

use core::fmt;

use crate::class::{Class, Subject};
use crate::code::Code;
use crate::error::Error;
use crate::generated::{Lang, Message, Protocol};
use crate::kinds::{Outcome, Retry, Status};
use crate::lookup::{Found, Reading};
use crate::sentence::Sentence;
use crate::table::Form;

/// Reads a code and says what can be said of it, whether the dataset has it or not.
///
/// RFC 5321 (4.3.2) requires that: a client must be able to judge a reply code that it doesn't know by its first digit.
///
/// ```
/// use wirecodes::{Outcome, Retry, interpret};
///
/// let known = interpret("smtp", "450")?;
/// assert_eq!(known.code(), Some(wirecodes::smtp::MAILBOX_UNAVAILABLE));
///
/// let unknown = interpret("smtp", "457")?;
/// assert_eq!(unknown.code(), None);
/// assert_eq!(unknown.outcome(), Some(Outcome::Transient));
/// assert_eq!(unknown.retry(), Some(Retry::Later));
///
/// let strange = interpret("smtp", "999")?;
/// assert_eq!(strange.class(), None);
/// # Ok::<(), wirecodes::Error>(())
/// ```
///
/// # Errors
///
/// As [`lookup`](crate::lookup()).
pub fn interpret<'a>(protocol: &str, code: &'a str) -> Result<Interpretation<'a>, Error> {
    protocol.parse::<Protocol>()?.interpret(code)
}

/// What can be said of a well-formed code: [`interpret`].
#[derive(Debug, Clone, Copy)]
pub struct Interpretation<'a> {
    found: Found<'a>,
}

impl Protocol {
    /// Reads a code of this protocol; see [`interpret`](crate::interpret()).
    ///
    /// # Errors
    ///
    /// [`InvalidCode`](crate::ErrorKind::InvalidCode) if the text has not the form of a code.
    pub fn interpret(self, code: &str) -> Result<Interpretation<'_>, Error> {
        self.read(code).map(|found| Interpretation { found })
    }
}

impl<'a> Interpretation<'a> {
    /// The protocol: the one asked for, or its companion (`smtp:4.2.1` is a code of `smtp-enhanced`).
    #[must_use]
    pub fn protocol(&self) -> Protocol {
        self.found.protocol
    }

    /// The code itself, if the dataset has it.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.found.code
    }

    /// Whether the dataset has it.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        self.found.code.is_some()
    }

    /// The number, in protocols whose codes are numbers.
    #[must_use]
    pub fn number(&self) -> Option<u16> {
        match self.found.reading {
            Reading::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The class that its form puts it in; none if there is no such class, or none in the protocol.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        match self.found.code {
            Some(code) => code.class(),
            None => self.protocol().classes().find(|class| self.starts_with(class.digits(), 0)),
        }
    }

    /// The subject that its form puts it under; none if there is no such class or subject, or none in the protocol.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self.found.code {
            Some(code) => code.subject(),
            None => {
                let classless = matches!(self.found.reading, Reading::Dotted { class: None, .. });
                if !classless {
                    self.class()?;
                }
                self.protocol().subjects().find(|subject| self.starts_with(subject.digits(), 1))
            }
        }
    }

    /// The outcome: the code's own, or the one that its class decides.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        match self.found.code {
            Some(code) => code.outcome(),
            None => self.class()?.outcome(),
        }
    }

    /// Whether to make the same request again: the code's own advice, or that of its class.
    #[must_use]
    pub fn retry(&self) -> Option<Retry> {
        match self.found.code {
            Some(code) => code.retry(),
            None => self.class()?.retry(),
        }
    }

    /// One sentence: the code's gist, or what its form alone says.
    #[must_use]
    pub fn gist(&self, lang: Lang) -> Gist<'a> {
        Gist { of: *self, lang }
    }

    /// The codes of the dataset that are nearest to it, nearest first; of those of its class, if there are
    /// any. Unofficial codes are not among them: nobody should be led from one unknown code to another.
    ///
    /// ```
    /// let unknown = wirecodes::interpret("smtp", "457")?;
    /// let nearest: Vec<_> = unknown.nearest().take(2).map(|code| code.as_str()).collect();
    /// assert_eq!(nearest, ["458", "455"]);
    /// # Ok::<(), wirecodes::Error>(())
    /// ```
    pub fn nearest(&self) -> impl Iterator<Item = Code> {
        let (protocol, class, own, place) =
            (self.protocol(), self.class(), self.found.code, place_of(self.found.reading));
        let candidates = move || {
            (0..)
                .map_while(move |row| Code::in_row(protocol, row))
                .filter(|code| code.is_in_use())
                .filter(move |code| place > 0 && Some(*code) != own && (class.is_none() || code.class() == class))
                .filter(|code| code.status() != Status::Unofficial)
                .map(move |code| (place_of(protocol.reading_of(code)).abs_diff(place), code))
        };
        // A selection without memory: the next one is the least of those that are greater than the last.
        let mut last = None;
        core::iter::from_fn(move || {
            last = candidates().filter(|item| last.is_none_or(|last| *item > last)).min();
            last.map(|(_, code)| code)
        })
        .fuse()
    }

    /// Whether the part with that index, the class or the subject, is `digits`.
    fn starts_with(&self, digits: &str, part: usize) -> bool {
        match self.found.reading {
            Reading::Number(number) => {
                // Only three-digit codes are read by position; others have ranges, which no protocol needs yet.
                let text = [number / 100 % 10, number / 10 % 10, number % 10].map(|digit| b'0' + digit as u8);
                self.protocol().table().form == Form::ThreeDigits && text[part..].starts_with(digits.as_bytes())
            }
            Reading::Dotted { class, subject, .. } => {
                let value = if part == 0 { class } else { Some(subject) };
                value.is_some() && digits.parse() == Ok(value.unwrap_or_default())
            }
            Reading::Word(_) => false,
        }
    }
}

/// Where a code lies on the line of its protocol's codes.
fn place_of(reading: Reading<'_>) -> u32 {
    match reading {
        Reading::Number(number) => u32::from(number) + 1,
        Reading::Dotted { class, subject, detail } => {
            u32::from(class.unwrap_or_default()) * 4_000_000 + u32::from(subject) * 4000 + u32::from(detail) + 1
        }
        Reading::Word(_) => 0,
    }
}

/// The code as on the wire.
impl fmt::Display for Interpretation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(code) = self.found.code {
            return f.pad(code.as_str());
        }
        match self.found.reading {
            Reading::Number(number) if self.protocol().table().form == Form::ThreeDigits => write!(f, "{number:03}"),
            Reading::Number(number) => write!(f, "{number}"),
            Reading::Dotted { class: Some(class), subject, detail } => write!(f, "{class}.{subject}.{detail}"),
            Reading::Dotted { class: None, subject, detail } => write!(f, "X.{subject}.{detail}"),
            Reading::Word(word) => f.pad(word),
        }
    }
}

/// One sentence about a code: [`Interpretation::gist`].
#[derive(Debug, Clone, Copy)]
pub struct Gist<'a> {
    of: Interpretation<'a>,
    lang: Lang,
}

impl fmt::Display for Gist<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (of, lang) = (&self.of, self.lang);
        if let Some(code) = of.code() {
            return f.write_str(code.text(lang).gist);
        }
        let message = match (of.class(), of.protocol().table().classes) {
            (Some(_), _) if of.protocol().table().form == Form::Dotted && of.subject().is_some() => {
                Message::InterpretSubject
            }
            (Some(_), _) => Message::InterpretClass,
            (None, []) => Message::InterpretPlain,
            (None, _) => Message::InterpretNoClass,
        };
        Sentence::fill(lang.message(message), f, |f, name| match (name, of.class()) {
            ("code", _) => write!(f, "{of}"),
            ("protocol", _) => f.write_str(of.protocol().name()),
            ("class", Some(class)) => {
                write!(f, "{} {}", class.id(), class.local_name(lang))
            }
            ("subject", _) => match of.subject() {
                Some(subject) => write!(f, "{} {}", subject.id(), subject.local_name(lang)),
                None => Ok(()),
            },
            _ => Ok(()),
        })
    }
}
