//! From text to a code: the form of each protocol, read strictly.
//!
//! ASCII digits exactly as on the wire, surrounding blanks ignored; no sign, no leading zero, no full-width digits, no
//! trailing text. What a lenient reading would accept (`403abc` for 403) is a mistake that somebody wants to know of.

use crate::code::Code;
use crate::error::Error;
use crate::generated::Protocol;
use crate::table::Form;

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
    let protocol = Protocol::find(protocol).ok_or_else(|| Error::unknown_protocol(protocol))?;
    match protocol.find_code(code) {
        Some(found) => Ok(found.code),
        None => Err(Error::invalid_code(protocol, code)),
    }
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
    pub(crate) fn read(self, text: &str) -> Result<Found<'_>, Error> {
        self.find_code(text).ok_or_else(|| Error::invalid_code(self, text))
    }

    /// Reads a code of the protocol, or of its companion; `None` if it has the form of neither.
    #[inline]
    fn find_code(self, text: &str) -> Option<Found<'_>> {
        let trimmed = text.trim_ascii();
        self.read_own(trimmed).or_else(|| self.table().companion?.read_own(trimmed))
    }

    #[inline]
    fn read_own(self, text: &str) -> Option<Found<'_>> {
        let reading = match self.table().form {
            Form::ThreeDigits => three_digits(text),
            Form::Number => number(text),
            Form::Dotted => self.dotted(text),
            Form::Word => None,
        };
        if let Some(reading) = reading {
            let code = match reading {
                Reading::Number(number) => self.lookup(number),
                Reading::Dotted { class, subject, detail } => self.lookup_dotted(class, subject, detail),
                Reading::Word(_) => None,
            };
            return Some(Found { protocol: self, reading, code });
        }
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
            Form::Dotted => self.dotted(text),
            Form::Word => None,
        }
        .unwrap_or(Reading::Word(text))
    }

    /// The code with these parts; `class` none for the detail itself, `X.2.1`.
    fn lookup_dotted(self, class: Option<u16>, subject: u16, detail: u16) -> Option<Code> {
        let table = self.table();
        let slot = *table.details.get(usize::from(subject))?.get(usize::from(detail))?;
        if slot == 0 {
            return None;
        }
        // The rows of a detail are the detail itself and then one a class, in the order of the classes.
        let offset = match class {
            None => 0,
            Some(class) => 1 + table.classes.iter().position(|own| digits(own.digits, 3) == Some(class))?,
        };
        Code::in_slot(self, slot + offset as u16)
    }

    fn dotted(self, text: &str) -> Option<Reading<'_>> {
        let mut parts = text.split('.');
        let class = match parts.next()? {
            "X" | "x" => None,
            class => {
                let known = self.table().classes.iter().any(|own| own.digits == class);
                Some(digits(class, 3).filter(|_| known)?)
            }
        };
        let (subject, detail) = (digits(parts.next()?, 3)?, digits(parts.next()?, 3)?);
        parts.next().is_none().then_some(Reading::Dotted { class, subject, detail })
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
            let digit = |byte: u8| u16::from(byte - b'0');
            Some(Reading::Number(digit(a) * 100 + digit(b) * 10 + digit(c)))
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<Reading<'static>> {
    digits(text, 5).map(Reading::Number)
}

/// A number of up to `most` ASCII digits without leading zeros.
fn digits(text: &str, most: usize) -> Option<u16> {
    let fits = !text.is_empty()
        && text.len() <= most
        && (text == "0" || !text.starts_with('0'))
        && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
