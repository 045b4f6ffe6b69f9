//! From text to a code: the form of each protocol, read strictly.
//!
//! ASCII digits exactly as on the wire, surrounding blanks ignored; no sign, no leading zero, no full-width digits, no
//! trailing text. What a lenient reading would accept (`403abc` for 403) is a mistake that somebody wants to know of.

use crate::code::Code;
use crate::error::Error;
use crate::generated::Protocol;
use crate::table::{Form, Table};

/// The code of a protocol, by the id of the protocol and the text of the code: as on the wire, or a constant.
///
/// `None` means that the code is well-formed but not in the dataset; see [`interpret`](crate::interpret()) for what can be
/// said of it.
///
/// ```
/// use wirecodes::{grpc, lookup, smtp};
///
/// assert_eq!(lookup("smtp", "450")?, Some(smtp::MAILBOX_UNAVAILABLE));
/// assert_eq!(lookup("smtp", "mailbox_unavailable")?, Some(smtp::MAILBOX_UNAVAILABLE));
/// assert_eq!(lookup("grpc", " 14 ")?, Some(grpc::UNAVAILABLE));
/// assert_eq!(lookup("smtp", "457")?, None);
/// # Ok::<(), wirecodes::Error>(())
/// ```
///
/// # Errors
///
/// [`UnknownProtocol`](crate::ErrorKind::UnknownProtocol), or [`InvalidCode`](crate::ErrorKind::InvalidCode) if the text
/// has not the form of a code:
///
/// ```
/// for bad in ["", "abc", "0450", "+450", "４５０", "450 OK", "45"] {
///     assert!(wirecodes::lookup("smtp", bad).unwrap_err().is_invalid_code(), "{bad}");
/// }
/// ```
pub fn lookup(protocol: &str, code: &str) -> Result<Option<Code>, Error> {
    match Protocol::with_id(protocol).and_then(|protocol| protocol.quick(code)) {
        Some(found) => Ok(found),
        None => lookup_leniently(protocol, code),
    }
}

impl Protocol {
    /// The code with this text; as [`lookup`](crate::lookup()), with the protocol known.
    ///
    /// ```
    /// use wirecodes::{Protocol, smtp_enhanced};
    ///
    /// let found = Protocol::SmtpEnhanced.lookup_text("4.2.2")?;
    /// assert_eq!(found, smtp_enhanced::MAILBOX_FULL.through(4));
    /// # Ok::<(), wirecodes::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidCode`](crate::ErrorKind::InvalidCode) if the text has not the form of a code.
    pub fn lookup_text(self, code: &str) -> Result<Option<Code>, Error> {
        match self.quick(code) {
            Some(found) => Ok(found),
            None => self.read(code).map(|found| found.code),
        }
    }
}

/// The rest: constants, words, blanks, another case, and what is no code.
#[cold]
fn lookup_leniently(protocol: &str, code: &str) -> Result<Option<Code>, Error> {
    let protocol = Protocol::find(protocol).ok_or_else(|| Error::unknown_protocol(protocol))?;
    protocol.read(code).map(|found| found.code)
}

/// The code that a reference such as `smtp:450` or `grpc:UNAVAILABLE` names.
///
/// ```
/// assert_eq!(wirecodes::parse("smtp:450")?, Some(wirecodes::smtp::MAILBOX_UNAVAILABLE));
/// assert!(wirecodes::parse("450").unwrap_err().is_invalid_code());
/// # Ok::<(), wirecodes::Error>(())
/// ```
///
/// # Errors
///
/// As [`lookup`]; also [`InvalidCode`](crate::ErrorKind::InvalidCode) if there is no colon.
pub fn parse(reference: &str) -> Result<Option<Code>, Error> {
    let (protocol, code) = reference.split_once(':').ok_or_else(|| Error::not_a_reference(reference))?;
    lookup(protocol, code)
}

/// A well-formed code, known or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    /// The protocol that it belongs to: the one asked, or its companion.
    pub(crate) protocol: Protocol,
    pub(crate) reading: Reading<'a>,
    pub(crate) code: Option<Code>,
}

/// The parts of a well-formed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Reading<'a> {
    Number(u16),
    /// `class` is none for `X`.
    Dotted {
        class: Option<u16>,
        subject: u16,
        detail: u16,
    },
    Word(&'a str),
}

impl Protocol {
    /// Reads a code of the protocol, or of its companion.
    pub(crate) fn read(self, text: &str) -> Result<Found<'_>, Error> {
        let trimmed = text.trim_ascii();
        let read = |protocol: Protocol| protocol.read_digits(trimmed).or_else(|| protocol.read_word(trimmed));
        read(self).or_else(|| read(self.table().companion?)).ok_or_else(|| Error::invalid_code(self, text))
    }

    /// What nearly every lookup by text asks for, three digits or a dotted code, in as few steps as there can be. None says
    /// that the text is something else, not that it is wrong.
    #[inline]
    fn quick(self, text: &str) -> Option<Option<Code>> {
        if let ([_, _, _], Form::ThreeDigits) = (text.as_bytes(), self.table().form) {
            return match three_digits(text)? {
                Reading::Number(number) => Some(self.lookup(number)),
                _ => None,
            };
        }
        let (class, subject, detail) = match *text.as_bytes() {
            [class, b'.', subject, b'.', a @ b'0'..=b'9'] => (class, subject, digit(a)),
            [class, b'.', subject, b'.', a @ b'1'..=b'9', b @ b'0'..=b'9'] => {
                (class, subject, digit(a) * 10 + digit(b))
            }
            [class, b'.', subject, b'.', a @ b'1'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
                (class, subject, digit(a) * 100 + digit(b) * 10 + digit(c))
            }
            _ => return None,
        };
        // Without a row the class or the subject could be no digit, and that is an error.
        let protocol = self.dotted_protocol()?;
        protocol.lookup_dotted(digit(class), digit(subject), detail).map(Some)
    }

    /// The protocol that a dotted code belongs to: this one, or its companion.
    #[inline]
    fn dotted_protocol(self) -> Option<Protocol> {
        let table = self.table();
        if table.form == Form::Dotted { Some(self) } else { table.companion }
    }

    fn read_digits(self, text: &str) -> Option<Found<'_>> {
        let table = self.table();
        let reading = match table.form {
            Form::ThreeDigits => three_digits(text),
            Form::Number => number(text),
            Form::Dotted => dotted(table, text),
            Form::Word => None,
        }?;
        let code = match reading {
            Reading::Number(number) => self.lookup(number),
            Reading::Dotted { class: Some(class), subject, detail } => table.view(self, class, subject, detail),
            Reading::Dotted { class: None, subject, detail } => table.detail(self, subject, detail),
            Reading::Word(_) => None,
        };
        Some(Found { protocol: self, reading, code })
    }

    fn read_word(self, text: &str) -> Option<Found<'_>> {
        if let Some(code) = self.by_constant(text) {
            return Some(Found { protocol: self, reading: self.reading_of(code), code: Some(code) });
        }
        if self.table().form != Form::Word || !is_word(text) {
            return None;
        }
        let code = self.codes().find(|code| code.as_str().eq_ignore_ascii_case(text));
        Some(Found { protocol: self, reading: Reading::Word(text), code })
    }

    /// The reading of a code that is known, so that a constant is read as its code is.
    pub(crate) fn reading_of(self, code: Code) -> Reading<'static> {
        let text = code.as_str();
        match self.table().form {
            Form::ThreeDigits => three_digits(text),
            Form::Number => number(text),
            Form::Dotted => dotted(self.table(), text),
            Form::Word => None,
        }
        .unwrap_or(Reading::Word(text))
    }

    fn by_constant(self, text: &str) -> Option<Code> {
        let constants = self.table().constants;
        let upper = |text: &str, at: usize| text.as_bytes().get(at).map(u8::to_ascii_uppercase);
        let compare = |constant: &str| {
            let most = constant.len().max(text.len());
            (0..most).map(|at| upper(constant, at)).cmp((0..most).map(|at| upper(text, at)))
        };
        let index = constants.binary_search_by(|(constant, _)| compare(constant)).ok()?;
        Code::in_slot(self, constants[index].1)
    }
}

#[inline]
fn three_digits(text: &str) -> Option<Reading<'static>> {
    match *text.as_bytes() {
        [a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
            Some(Reading::Number(digit(a) * 100 + digit(b) * 10 + digit(c)))
        }
        _ => None,
    }
}

/// The value of an ASCII digit.
#[inline]
fn digit(byte: u8) -> u16 {
    u16::from(byte.wrapping_sub(b'0'))
}

/// A number of up to five digits without leading zeros.
fn number(text: &str) -> Option<Reading<'static>> {
    let fits = !text.is_empty()
        && text.len() <= 5
        && (text == "0" || !text.starts_with('0'))
        && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok().map(Reading::Number)).flatten()
}

/// `4.2.1`, or `X.2.1` for the detail; subject and detail have up to three digits (RFC 2034, 4).
#[inline]
fn dotted(table: &Table, text: &str) -> Option<Reading<'static>> {
    let [class, b'.', rest @ ..] = text.as_bytes() else { return None };
    let class = match class {
        b'X' | b'x' => None,
        &class => Some(digit(class)),
    };
    let (subject, rest) = up_to_three_digits(rest)?;
    let [b'.', rest @ ..] = rest else { return None };
    let (detail, rest) = up_to_three_digits(rest)?;
    let is_class = class.is_none_or(|class| table.views.get(usize::from(class)).is_some_and(|&offset| offset > 0));
    (rest.is_empty() && is_class).then_some(Reading::Dotted { class, subject, detail })
}

/// A number of up to three digits without leading zeros, and what follows it.
#[inline]
fn up_to_three_digits(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let [first @ b'0'..=b'9', rest @ ..] = bytes else { return None };
    match *rest {
        [b'0'..=b'9', ..] if *first == b'0' => None,
        [second @ b'0'..=b'9', third @ b'0'..=b'9', ref rest @ ..] => {
            Some((digit(*first) * 100 + digit(second) * 10 + digit(third), rest))
        }
        [second @ b'0'..=b'9', ref rest @ ..] => Some((digit(*first) * 10 + digit(second), rest)),
        _ => Some((digit(*first), rest)),
    }
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
