//! The replies in a stream of bytes: in a list of replies, in a log, in a mail.
//!
//! What the stream is shows in its first line that isn't blank. In a **list of replies** each line is one, and lines that a hyphen after
//! the code continues are gathered. In a **log** a line counts where it has one of the marks that mail servers leave on refusals. In a
//! **mail** the fields of a delivery status notification (RFC 3464) count, recipient by recipient, and if it isn't one, its lines are read
//! like those of a log; parts in base64 and quoted-printable are decoded.

mod mail;
mod marks;

use std::io::{self, BufRead};

use mail::{Fields, Parts, is_field, is_report};
use marks::{Mark, looks_logged, mark};
use memchr::memchr;

/// How much of a line or of a reply is kept. RFC 5321 (4.5.3.1.5) allows 512 octets a line; logs have longer ones.
const LONGEST: usize = 64 * 1024;

/// A reply that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found<'a> {
    /// The number of its first line, from 1; in a part of a mail in base64, that of the line in which it was decoded.
    pub line: u64,
    /// Its bytes, or those of the log's line, or those of the fields.
    pub bytes: &'a [u8],
    /// Whether it was longer than what is kept of one, and its end is missing.
    pub cut: bool,
}

impl<'a> Found<'a> {
    /// One that was found before and kept, to be explained again.
    #[must_use]
    pub const fn new(line: u64, bytes: &'a [u8], cut: bool) -> Found<'a> {
        Found { line, bytes, cut }
    }
}

/// What a scanner has passed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// Lines read.
    pub lines: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Replies found.
    pub replies: u64,
    /// Deliveries that a log or a notification calls successful.
    pub passed: u64,
}

/// What the stream is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing but blank lines was seen yet.
    Unknown,
    Replies,
    Log,
    /// In the header of a mail, and whether it announces a delivery status notification.
    Header {
        report: bool,
    },
    /// In the header of a part of a mail, and whether the mail is a notification.
    PartHeader {
        report: bool,
    },
    /// In the body of a mail that is none.
    Body,
    /// In the body of a notification.
    Report,
}

/// Finds the replies in a stream; its memory does not grow with the stream.
///
/// ```
/// use wirecodes_explain::{Scanner, explain};
///
/// let log = "postfix/smtp[9]: 4F1: to=<a@example.org>, dsn=2.0.0, status=sent (250 ok)\n\
///            postfix/smtp[9]: 4F2: to=<b@example.org>, dsn=5.1.1, status=bounced (host mx.example.org said: 550 5.1.1 User unknown)\n";
/// let mut scanner = Scanner::new();
/// let mut reasons = Vec::new();
/// scanner.read(log.as_bytes(), |found| {
///     reasons.push((found.line, explain(found.bytes).reason().map(|reason| reason.id())));
///     Ok(())
/// })?;
/// assert_eq!(reasons, [(2, Some("mailbox-unknown"))]);
/// assert_eq!(scanner.counts().passed, 1);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Scanner {
    kind: Kind,
    counts: Counts,
    /// The line that the last block ended in, as far as it has come, and whether part of it was left out.
    rest: Vec<u8>,
    rest_cut: bool,
    /// What is gathered of a reply of several lines, or of a group of fields, and where it began.
    held: Vec<u8>,
    held_line: u64,
    held_cut: bool,
    /// Whether the last line was blank: a mail in a mailbox begins after one.
    after_blank: bool,
    parts: Parts,
    /// The line that is being decoded, and whether part of it was left out.
    decoded: Vec<u8>,
    decoded_cut: bool,
}

impl Default for Scanner {
    fn default() -> Self {
        Scanner::new()
    }
}

impl Scanner {
    /// One that has read nothing.
    #[must_use]
    pub fn new() -> Scanner {
        Scanner {
            kind: Kind::Unknown,
            counts: Counts::default(),
            rest: Vec::new(),
            rest_cut: false,
            held: Vec::new(),
            held_line: 0,
            held_cut: false,
            after_blank: true,
            parts: Parts::default(),
            decoded: Vec::new(),
            decoded_cut: false,
        }
    }

    /// What was read so far.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// Reads a stream to its end and calls `each` with every reply in it. Another stream can follow: its lines count on.
    ///
    /// # Errors
    ///
    /// Those of the stream and of `each`, which end it.
    pub fn read(
        &mut self,
        mut from: impl BufRead,
        mut each: impl FnMut(Found<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        // An error may have left something of the stream before.
        *self = Scanner { counts: self.counts, ..Scanner::new() };
        loop {
            let block = match from.fill_buf() {
                Ok(block) => block,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if block.is_empty() {
                return self.finish(each);
            }
            let length = block.len();
            self.push(block, &mut each)?;
            from.consume(length);
        }
    }

    /// Reads the next piece of a stream, of any size, and calls `each` with every reply that has come to its end.
    ///
    /// ```
    /// use wirecodes_explain::{Found, Scanner};
    ///
    /// let mut scanner = Scanner::new();
    /// let mut lines = Vec::new();
    /// let mut each = |found: Found<'_>| {
    ///     lines.push(found.line);
    ///     Ok::<(), std::convert::Infallible>(())
    /// };
    /// scanner.push(b"450 Greylisted\n552-Mailbox", &mut each)?;
    /// scanner.push(b" is full\n552 Sorry", &mut each)?;
    /// scanner.finish(&mut each)?;
    /// assert_eq!(lines, [1, 2]);
    /// # Ok::<(), std::convert::Infallible>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of `each`. What has been read of the stream until then is lost.
    pub fn push<E>(&mut self, block: &[u8], mut each: impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        self.counts.bytes += block.len() as u64;
        let mut lines = block;
        if !self.rest.is_empty() {
            let end = memchr(b'\n', lines).map_or(lines.len(), |at| at + 1);
            let (more, after) = lines.split_at(end);
            self.rest_cut |= append(more, &mut self.rest);
            lines = after;
            // A line that was cut has lost its end of line too.
            if more.ends_with(b"\n") {
                let (rest, cut) = (std::mem::take(&mut self.rest), std::mem::take(&mut self.rest_cut));
                self.line(&rest, cut, &mut each)?;
                self.rest = emptied(rest);
            }
        }
        while let Some(at) = memchr(b'\n', lines) {
            let (line, after) = lines.split_at(at + 1);
            match line.len() > LONGEST {
                true => self.line(&line[..LONGEST], true, &mut each)?,
                false => self.line(line, false, &mut each)?,
            }
            lines = after;
        }
        if !lines.is_empty() {
            self.rest_cut |= append(lines, &mut self.rest);
        }
        Ok(())
    }

    /// Ends a stream that was pushed: what it ends with is a line even without an end of line. Another stream can follow.
    ///
    /// # Errors
    ///
    /// Those of `each`.
    pub fn finish<E>(&mut self, mut each: impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        let (rest, cut) = (std::mem::take(&mut self.rest), std::mem::take(&mut self.rest_cut));
        if !rest.is_empty() {
            self.line(&rest, cut, &mut each)?;
        }
        self.rest = emptied(rest);
        self.end_part(&mut each)?;
        self.kind = Kind::Unknown;
        self.after_blank = true;
        Ok(())
    }

    fn line<E>(&mut self, line: &[u8], cut: bool, each: &mut impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        self.counts.lines += 1;
        // What most lines of a log are is decided first.
        if self.kind == Kind::Log {
            return self.log(line, cut, each);
        }
        let blank = is_blank(line);
        if self.kind == Kind::Unknown {
            if blank {
                return Ok(());
            }
            self.begin(kind_of(line));
        } else if self.after_blank && line.starts_with(b"From ") && self.kind != Kind::Replies {
            // The next mail of a mailbox.
            self.end_part(each)?;
            self.begin(Kind::Header { report: false });
        }
        self.after_blank = blank;
        match self.kind {
            Kind::Replies if blank => self.release(each),
            Kind::Replies => self.reply(line, cut, each),
            Kind::Header { report } if blank => {
                self.release(each)?;
                self.kind = if report { Kind::Report } else { Kind::Body };
                Ok(())
            }
            Kind::Header { .. } => {
                if is_report(line) {
                    self.kind = Kind::Header { report: true };
                }
                self.parts.header(line);
                // A notification cut out of its mail begins with its fields.
                self.field(line, cut);
                Ok(())
            }
            Kind::PartHeader { report } if blank => {
                self.kind = if report { Kind::Report } else { Kind::Body };
                Ok(())
            }
            Kind::Body | Kind::Report | Kind::PartHeader { .. } if self.parts.boundary(line) => {
                self.end_part(each)?;
                let report = matches!(self.kind, Kind::Report | Kind::PartHeader { report: true });
                self.kind = Kind::PartHeader { report };
                Ok(())
            }
            Kind::PartHeader { .. } => {
                self.parts.header(line);
                Ok(())
            }
            Kind::Body | Kind::Report if self.parts.is_encoded() => self.encoded(line, each),
            Kind::Body | Kind::Report | Kind::Log | Kind::Unknown => self.content(line, cut, each),
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.kind = kind;
        self.parts = Parts::default();
    }

    /// A line of the body of a mail, decoded.
    fn content<E>(
        &mut self,
        line: &[u8],
        cut: bool,
        each: &mut impl FnMut(Found<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        if is_blank(line) {
            return self.release(each);
        }
        if self.field(line, cut) || self.kind == Kind::Report {
            return Ok(());
        }
        self.log(line, cut, each)
    }

    /// A line of an encoded part: where lines end shows once it is decoded.
    fn encoded<E>(&mut self, line: &[u8], each: &mut impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        let mut bytes = Vec::new();
        self.parts.decode(line, &mut bytes);
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.decoded_cut |= append(piece, &mut self.decoded);
            if piece.ends_with(b"\n") {
                self.decoded_line(each)?;
            }
        }
        Ok(())
    }

    fn decoded_line<E>(&mut self, each: &mut impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        let (line, cut) = (std::mem::take(&mut self.decoded), std::mem::take(&mut self.decoded_cut));
        self.content(&line, cut, each)?;
        self.decoded = emptied(line);
        Ok(())
    }

    /// Hands over what the end of a part leaves unfinished.
    fn end_part<E>(&mut self, each: &mut impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        if !self.decoded.is_empty() {
            self.decoded_line(each)?;
        }
        self.release(each)
    }

    /// A line of a list of replies.
    fn reply<E>(&mut self, line: &[u8], cut: bool, each: &mut impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        let code = line.get(..3).filter(|code| code.iter().all(u8::is_ascii_digit));
        let continued = code.is_some() && line.get(3) == Some(&b'-');
        if self.held.is_empty() && !continued {
            return self.emit(line, self.counts.lines, cut, each);
        }
        // Another code begins another reply: the one before has lost its last line.
        if !self.held.is_empty() && code.is_some_and(|code| !self.held.starts_with(code)) {
            self.release(each)?;
            return self.reply(line, cut, each);
        }
        self.hold(line, cut);
        if continued { Ok(()) } else { self.release(each) }
    }

    /// A line of a log.
    fn log<E>(&mut self, line: &[u8], cut: bool, each: &mut impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        match mark(line) {
            Mark::Refusal => self.emit(line, self.counts.lines, cut, each),
            Mark::Success => {
                self.counts.passed += 1;
                Ok(())
            }
            Mark::None => Ok(()),
        }
    }

    /// Holds a line that is a field of a notification about a recipient, or goes on with one; whether it was that.
    fn field(&mut self, line: &[u8], cut: bool) -> bool {
        let goes_on = matches!(line.first(), Some(b' ' | b'\t')) && !self.held.is_empty();
        let is_field = goes_on || is_field(line);
        if is_field {
            self.hold(line, cut);
        }
        is_field
    }

    fn hold(&mut self, line: &[u8], cut: bool) {
        if self.held.is_empty() {
            self.held_line = self.counts.lines;
            self.held_cut = false;
        }
        self.held_cut |= cut | append(line, &mut self.held);
    }

    /// Hands over what is held.
    fn release<E>(&mut self, each: &mut impl FnMut(Found<'_>) -> Result<(), E>) -> Result<(), E> {
        if self.held.is_empty() {
            return Ok(());
        }
        let held = std::mem::take(&mut self.held);
        let fields = if self.kind == Kind::Replies { Fields::Failure } else { Fields::read(&held) };
        let result = match fields {
            // Said of a recipient that the message was delivered to, or will be.
            Fields::Success => {
                self.counts.passed += 1;
                Ok(())
            }
            Fields::Failure => self.emit(&held, self.held_line, self.held_cut, each),
            Fields::Other => Ok(()),
        };
        self.held = emptied(held);
        result
    }

    fn emit<E>(
        &mut self,
        bytes: &[u8],
        line: u64,
        cut: bool,
        each: &mut impl FnMut(Found<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.counts.replies += 1;
        each(Found { line, bytes, cut })
    }
}

/// Appends as much as is kept of a line; whether something was left out.
fn append(more: &[u8], to: &mut Vec<u8>) -> bool {
    let room = LONGEST.saturating_sub(to.len()).min(more.len());
    to.extend_from_slice(&more[..room]);
    room < more.len()
}

/// A buffer to be used again.
fn emptied(mut buffer: Vec<u8>) -> Vec<u8> {
    buffer.clear();
    buffer
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

/// What a stream is, by its first line.
fn kind_of(line: &[u8]) -> Kind {
    if line.starts_with(b"From ") {
        return Kind::Header { report: false };
    }
    let code = line.len() >= 3 && line[..3].iter().all(u8::is_ascii_digit);
    if code && line.get(3).is_none_or(|after| b" -\t\r\n".contains(after)) {
        return Kind::Replies;
    }
    let name = line.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
    if name > 0 && line.get(name) == Some(&b':') && !line[0].is_ascii_digit() {
        return Kind::Header { report: is_report(line) };
    }
    if mark(line) == Mark::None && !looks_logged(line) {
        return Kind::Replies;
    }
    Kind::Log
}
