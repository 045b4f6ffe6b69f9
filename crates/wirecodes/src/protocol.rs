//! Protocols, and the codes that each of them has.

use core::fmt;
use core::str::FromStr;

use crate::class::{Class, Subject};
use crate::code::{Code, Codes};
use crate::error::Error;
use crate::generated::{Lang, Protocol, TABLES};
use crate::kinds::Actor;
use crate::table::{Form, Table, text};

impl Protocol {
    #[inline]
    pub(crate) const fn table(self) -> &'static Table {
        TABLES[self as usize]
    }

    #[inline]
    pub(crate) fn find(id: &str) -> Option<Protocol> {
        Protocol::with_id(id).or_else(|| Protocol::find_leniently(id))
    }

    /// The rest: blanks around it, or another case.
    #[cold]
    fn find_leniently(id: &str) -> Option<Protocol> {
        let wanted = id.trim_ascii();
        Protocol::ALL.iter().copied().find(|protocol| protocol.id().eq_ignore_ascii_case(wanted))
    }

    /// Whether codes of the one travel beside codes of the other: reply codes and enhanced status codes of SMTP.
    ///
    /// ```
    /// use wirecodes::Protocol;
    /// assert!(Protocol::Smtp.is_companion(Protocol::SmtpEnhanced));
    /// assert!(!Protocol::Smtp.is_companion(Protocol::Grpc));
    /// ```
    #[must_use]
    pub fn is_companion(self, other: Protocol) -> bool {
        self.table().companion == Some(other) || other.table().companion == Some(self)
    }

    /// The id: `smtp`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.table().id
    }

    /// What people call it: `SMTP`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.table().name
    }

    /// Name of the enumeration of its codes in languages that have one: `SmtpReply`.
    #[must_use]
    pub const fn enumeration(self) -> &'static str {
        self.table().enumeration
    }

    /// What its codes are, in a few words: `SMTP reply codes`.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        text(lang, |texts| texts.protocols[self as usize].title).0
    }

    /// What a client should make of a code that is not registered.
    #[must_use]
    pub fn unregistered(self, lang: Lang) -> &'static str {
        text(lang, |texts| texts.protocols[self as usize].unregistered).0
    }

    /// What an actor is called in this protocol.
    #[must_use]
    pub fn actor(self, actor: Actor, lang: Lang) -> &'static str {
        text(lang, |texts| texts.protocols[self as usize].actors[actor as usize].0).0
    }

    pub(crate) fn act(self, actor: Actor, lang: Lang) -> &'static str {
        text(lang, |texts| texts.protocols[self as usize].actors[actor as usize].1).0
    }

    /// The code with this number, if the dataset has it. Of several with one number it is the first;
    /// [`Code::namesakes`] has the others.
    ///
    /// ```
    /// use wirecodes::{Protocol, smtp};
    /// assert_eq!(Protocol::Smtp.lookup(450), Some(smtp::MAILBOX_UNAVAILABLE));
    /// assert_eq!(Protocol::Smtp.lookup(457), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn lookup(self, number: u16) -> Option<Code> {
        let slot = *self.table().numbers.get(usize::from(number))?;
        Code::in_slot(self, slot)
    }

    /// The code with this class, subject and detail, in protocols whose codes are dotted.
    ///
    /// ```
    /// use wirecodes::{Protocol, smtp_enhanced};
    ///
    /// let full = Protocol::SmtpEnhanced.lookup_dotted(4, 2, 2);
    /// assert_eq!(full, smtp_enhanced::MAILBOX_FULL.through(4));
    /// assert_eq!(Protocol::SmtpEnhanced.lookup_dotted(5, 7, 606), None);
    /// assert_eq!(Protocol::SmtpEnhanced.lookup_dotted(3, 2, 2), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn lookup_dotted(self, class: u16, subject: u16, detail: u16) -> Option<Code> {
        self.table().view(self, class, subject, detail)
    }

    /// All codes of the protocol, in order. Of dotted codes these are the details, `X.2.2`; [`Code::views`] has each with
    /// its classes.
    #[must_use]
    pub fn codes(self) -> Codes {
        Codes::new(self)
    }

    /// How many places a table by [`Code::index`] has: its codes, and the views of dotted ones.
    #[must_use]
    pub const fn rows(self) -> usize {
        self.table().rows.len()
    }

    /// The classes of its codes; none in protocols without classes.
    pub fn classes(self) -> impl ExactSizeIterator<Item = Class> {
        (0..self.table().classes.len()).map(move |index| Class::new(self, index as u8))
    }

    /// The subjects of its codes; none in protocols without subjects.
    pub fn subjects(self) -> impl ExactSizeIterator<Item = Subject> {
        (0..self.table().subjects.len()).map(move |index| Subject::new(self, index as u8))
    }

    /// What a code looks like, for messages.
    pub(crate) const fn form(self) -> &'static str {
        match self.table().form {
            Form::ThreeDigits => "three digits",
            Form::Number => "a number up to 65535 without leading zeros",
            Form::Dotted => "class.subject.detail",
            Form::Word => "a word",
        }
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl FromStr for Protocol {
    type Err = Error;

    /// Finds a protocol by its id, forgiving of case.
    fn from_str(id: &str) -> Result<Protocol, Error> {
        Protocol::find(id).ok_or_else(|| Error::unknown_protocol(id))
    }
}
