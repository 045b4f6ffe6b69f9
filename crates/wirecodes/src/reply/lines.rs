//! The lines of a reply.

use core::fmt;

use super::Enhanced;

/// How the lines of a reply are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Cut {
    /// By their ends, as on the wire: CRLF, or LF alone.
    Wire,
    /// The same, in a header field: a line without a code goes on with the one before.
    Folded,
    /// By the code, which a log has put in a row: `550-5.7.26 Not accepted 550 5.7.26 by policy`.
    Joined,
    /// By the two characters `\n` that Exim writes for an end of line.
    Escaped,
}

/// The lines of a reply: [`Reply::lines`](super::Reply::lines).
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    rest: Option<&'a [u8]>,
    cut: Cut,
    /// For joined lines: the code that begins each of them.
    code: Option<[u8; 3]>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: &'a [u8], cut: Cut) -> Lines<'a> {
        let code = match *bytes {
            [a, b, c, b'-', ..] if [a, b, c].iter().all(u8::is_ascii_digit) => Some([a, b, c]),
            _ => None,
        };
        Lines { rest: Some(bytes).filter(|bytes| !bytes.is_empty()), cut, code }
    }

    /// Where the next line ends, and how many bytes lie between it and the following one.
    fn end(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        match self.cut {
            Cut::Wire | Cut::Folded => end_of_line(bytes).map(|at| (at, 1)),
            Cut::Escaped => bytes.windows(2).position(|pair| pair == b"\\n").map(|at| (at, 2)),
            Cut::Joined => {
                let code = self.code?;
                let begins =
                    |window: &[u8]| window[0] == b' ' && window[1..4] == code && matches!(window[4], b'-' | b' ');
                bytes.windows(5).position(begins).map(|at| (at, 1))
            }
        }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let rest = self.rest?;
        let line = match self.end(rest) {
            Some((at, between)) => {
                self.rest = Some(&rest[at + between..]).filter(|rest| !rest.is_empty());
                &rest[..at]
            }
            None => {
                self.rest = None;
                rest
            }
        };
        Some(Line::read(line))
    }
}

/// A line of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Line<'a> {
    number: Option<u16>,
    continued: bool,
    enhanced: Option<Enhanced>,
    text: &'a [u8],
}

impl<'a> Line<'a> {
    fn read(line: &'a [u8]) -> Line<'a> {
        let line = line.trim_ascii_end();
        let bare = line.trim_ascii_start();
        let (number, continued, text) = match *bare {
            [a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9', ref rest @ ..] => {
                let number = digit(a) * 100 + digit(b) * 10 + digit(c);
                match *rest {
                    // RFC 5321 (4.2) has clients accept a code without anything after it.
                    [] => (Some(number), false, rest),
                    [b'-', ref text @ ..] => (Some(number), true, text),
                    [b' ' | b'\t', ref text @ ..] => (Some(number), false, text),
                    _ => (None, false, bare),
                }
            }
            _ => (None, false, bare),
        };
        let text = text.trim_ascii_start();
        // A 3yz reply has no enhanced code (RFC 2034, 4): what looks like one is text.
        let (enhanced, text) = match enhanced(text) {
            Some((enhanced, rest)) if !matches!(number, Some(300..=399)) => (Some(enhanced), rest),
            _ => (None, text),
        };
        Line { number, continued, enhanced, text }
    }

    /// The number of its code.
    #[must_use]
    pub const fn number(&self) -> Option<u16> {
        self.number
    }

    /// Whether it says that another line follows, by a hyphen after the code.
    #[must_use]
    pub const fn is_continued(&self) -> bool {
        self.continued
    }

    /// Its enhanced code, whether it agrees with the reply code or not.
    #[must_use]
    pub const fn enhanced(&self) -> Option<Enhanced> {
        self.enhanced
    }

    /// The rest, without blanks around it.
    #[must_use]
    pub const fn text(&self) -> &'a [u8] {
        self.text
    }
}

/// The line as text; what is not UTF-8 as U+FFFD, and control characters escaped.
impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.continued { "-" } else { " " };
        if let Some(number) = self.number {
            write!(f, "{number:03}{separator}")?;
        }
        if let Some(enhanced) = self.enhanced {
            write!(f, "{enhanced} ")?;
        }
        for chunk in self.text.utf8_chunks() {
            for c in chunk.valid().chars() {
                if c.is_control() { write!(f, "{}", c.escape_default())? } else { write!(f, "{c}")? }
            }
            if !chunk.invalid().is_empty() {
                f.write_str("\u{fffd}")?;
            }
        }
        Ok(())
    }
}

/// Where the first end of line is. Eight octets at a time: most of a reply's lines are looked through for one that isn't there.
fn end_of_line(bytes: &[u8]) -> Option<usize> {
    let (words, _) = bytes.as_chunks::<8>();
    let without =
        words.iter().take_while(|word| word.iter().fold(true, |none, byte| none & (*byte != b'\n'))).count() * 8;
    bytes[without..].iter().position(|byte| *byte == b'\n').map(|at| without + at)
}

/// The value of an ASCII digit.
fn digit(byte: u8) -> u16 {
    u16::from(byte - b'0')
}

/// An enhanced code at the beginning, and what follows it; a colon after it belongs to it, as some servers write that.
pub(super) fn enhanced(text: &[u8]) -> Option<(Enhanced, &[u8])> {
    let [class @ (b'2' | b'4' | b'5'), b'.', rest @ ..] = text else { return None };
    let (subject, rest) = number(rest)?;
    let [b'.', rest @ ..] = rest else { return None };
    let (detail, rest) = number(rest)?;
    match rest {
        // `5.1.1.` could go on as an address or a version; a code is followed by a blank, or at most by a mark.
        [] | [b' ' | b'\t' | b':' | b',' | b';' | b')' | b'(' | b'\r' | b'\n', ..] => {}
        _ => return None,
    }
    let rest = rest.strip_prefix(b":").unwrap_or(rest).trim_ascii_start();
    Some((Enhanced { class: digit(*class), subject, detail }, rest))
}

/// A number of one to three digits without leading zeros.
fn number(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let length = bytes.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=3).contains(&length) || (length > 1 && bytes[0] == b'0') {
        return None;
    }
    Some((bytes[..length].iter().fold(0, |value, byte| value * 10 + digit(*byte)), &bytes[length..]))
}
