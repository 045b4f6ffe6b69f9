//! The one error type.

use core::fmt;

use crate::generated::{Lang, Protocol};

/// What went wrong; see [`ErrorKind`] for the kinds, which are the same in every language's binding.
///
/// It keeps the beginning of the input for its message, without allocating.
///
/// ```
/// let error = wirecodes::lookup("smtp", "0450").unwrap_err();
/// assert!(error.is_invalid_code());
/// assert_eq!(error.to_string(), "`0450` is not a code of SMTP: expected three digits, such as 450, or class.subject.detail, such as 4.2.1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    protocol: Option<Protocol>,
    input: Input,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text has not the form of a code of the protocol.
    InvalidCode,
    /// There is no protocol of that name.
    UnknownProtocol,
    /// There is no language of that tag.
    UnknownLanguage,
    /// The code is well-formed but not in the dataset. Only parsing into a [`Code`](crate::Code) with
    /// [`FromStr`](core::str::FromStr) gives this one; [`lookup`](crate::lookup) answers `None` instead.
    UnknownCode,
}

impl Error {
    #[cold]
    pub(crate) fn invalid_code(protocol: Protocol, input: &str) -> Error {
        Error { kind: ErrorKind::InvalidCode, protocol: Some(protocol), input: Input::new(input) }
    }

    pub(crate) fn not_a_reference(input: &str) -> Error {
        Error { kind: ErrorKind::InvalidCode, protocol: None, input: Input::new(input) }
    }

    #[cold]
    pub(crate) fn unknown_protocol(input: &str) -> Error {
        Error { kind: ErrorKind::UnknownProtocol, protocol: None, input: Input::new(input) }
    }

    pub(crate) fn unknown_language(input: &str) -> Error {
        Error { kind: ErrorKind::UnknownLanguage, protocol: None, input: Input::new(input) }
    }

    pub(crate) fn unknown_code(input: &str) -> Error {
        Error { kind: ErrorKind::UnknownCode, protocol: None, input: Input::new(input) }
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Whether the text had not the form of a code.
    #[must_use]
    pub fn is_invalid_code(&self) -> bool {
        self.kind == ErrorKind::InvalidCode
    }

    /// Whether there is no such protocol.
    #[must_use]
    pub fn is_unknown_protocol(&self) -> bool {
        self.kind == ErrorKind::UnknownProtocol
    }

    /// Whether there is no such language.
    #[must_use]
    pub fn is_unknown_language(&self) -> bool {
        self.kind == ErrorKind::UnknownLanguage
    }

    /// Whether the code is well-formed but not in the dataset.
    #[must_use]
    pub fn is_unknown_code(&self) -> bool {
        self.kind == ErrorKind::UnknownCode
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let input = &self.input;
        match (self.kind, self.protocol) {
            (ErrorKind::InvalidCode, Some(protocol)) => {
                let table = protocol.table();
                write!(f, "{input} is not a code of {}: expected {}", table.name, protocol.form())?;
                write!(f, ", such as {}", table.sample)?;
                match table.companion {
                    Some(other) => write!(f, ", or {}, such as {}", other.form(), other.table().sample),
                    None => Ok(()),
                }
            }
            (ErrorKind::InvalidCode, None) => {
                write!(f, "{input} does not name a code: expected `protocol:code`, such as `smtp:450`")
            }
            (ErrorKind::UnknownProtocol, _) => {
                write!(f, "{input} is not a protocol: expected one of")?;
                list(f, Protocol::ALL.iter().map(|protocol| protocol.id()))
            }
            (ErrorKind::UnknownLanguage, _) => {
                write!(f, "{input} is not a language there is: expected one of")?;
                list(f, Lang::ALL.iter().map(|lang| lang.tag()))
            }
            (ErrorKind::UnknownCode, _) => {
                write!(f, "{input} is well-formed but not in the dataset; `interpret` says what can be said of it")
            }
        }
    }
}

fn list<'a>(f: &mut fmt::Formatter<'_>, items: impl Iterator<Item = &'a str>) -> fmt::Result {
    for (index, item) in items.enumerate() {
        write!(f, "{}{item}", if index == 0 { " " } else { ", " })?;
    }
    Ok(())
}

impl core::error::Error for Error {}

/// The beginning of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Input {
    bytes: [u8; Input::MOST],
    length: u8,
    cut: bool,
}

impl Input {
    const MOST: usize = 46;

    fn new(text: &str) -> Input {
        let mut length = text.len().min(Self::MOST);
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        let mut bytes = [0; Self::MOST];
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        Input { bytes, length: length as u8, cut: length < text.len() }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = core::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default();
        // Escaped, so that what a log says about a bad input can't itself do harm on a terminal; other scripts stay readable.
        f.write_str("`")?;
        for c in text.chars() {
            if c.is_control() { write!(f, "{}", c.escape_default())? } else { write!(f, "{c}")? }
        }
        f.write_str(if self.cut { "…`" } else { "`" })
    }
}
