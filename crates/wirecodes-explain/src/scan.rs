//! The replies in a stream of bytes: in a list of replies, in a log, in a mail.
//!
//! What the stream is shows in its first line that isn't blank. In a **list of replies** each line is one, and lines that a hyphen after
//! the code continues are gathered. In a **log** a line counts where it has one of the marks that mail servers leave on refusals. In a
//! **mail** the fields of a delivery status notification (RFC 3464) count, recipient by recipient, and if it isn't one, its lines are read
//! like those of a log.

use std::io::{self, BufRead};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::{memchr, memmem};

/// How much of a line or of a reply is kept. RFC 5321 (4.5.3.1.5) allows 512 octets a line; logs have longer ones.
const LONGEST: usize = 64 * 1024;

/// A reply that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found<'a> {
    /// The number of its first line, from 1.
    pub line: u64,
    /// Its bytes, or those of the log's line, or those of the fields.
    pub bytes: &'a [u8],
    /// Whether it was longer than what is kept of one, and its end is missing.
    pub cut: bool,
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
    /// What is gathered of a reply of several lines, or of a group of fields, and where it began.
    held: Vec<u8>,
    held_line: u64,
    held_cut: bool,
    /// Whether the last line was blank: a mail in a mailbox begins after one.
    after_blank: bool,
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
            held: Vec::new(),
            held_line: 0,
            held_cut: false,
            after_blank: true,
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
        self.kind = Kind::Unknown;
        self.after_blank = true;
        // What a block ends with if it doesn't end with a line.
        let mut rest: Vec<u8> = Vec::new();
        let mut cut = false;
        loop {
            let block = match from.fill_buf() {
                Ok(block) => block,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if block.is_empty() {
                break;
            }
            let length = block.len();
            self.counts.bytes += length as u64;
            let mut lines = block;
            if !rest.is_empty() {
                let end = memchr(b'\n', lines).map_or(lines.len(), |at| at + 1);
                let room = LONGEST.saturating_sub(rest.len()).min(end);
                cut |= room < end;
                rest.extend_from_slice(&lines[..room]);
                lines = &lines[end..];
                // A line that was cut has lost its end of line too.
                if length > end || block[end - 1] == b'\n' {
                    self.line(&rest, cut, &mut each)?;
                    rest.clear();
                    cut = false;
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
                cut |= lines.len() > LONGEST;
                rest.extend_from_slice(&lines[..lines.len().min(LONGEST)]);
            }
            from.consume(length);
        }
        if !rest.is_empty() {
            self.line(&rest, cut, &mut each)?;
        }
        self.release(&mut each)
    }

    fn line(&mut self, line: &[u8], cut: bool, each: &mut impl FnMut(Found<'_>) -> io::Result<()>) -> io::Result<()> {
        self.counts.lines += 1;
        // What most lines of a log are is decided first.
        if self.kind == Kind::Log {
            return self.log(line, cut, each);
        }
        let blank = line.iter().all(u8::is_ascii_whitespace);
        if self.kind == Kind::Unknown {
            if blank {
                return Ok(());
            }
            self.kind = kind_of(line);
        } else if self.after_blank && line.starts_with(b"From ") && !matches!(self.kind, Kind::Replies | Kind::Log) {
            // The next mail of a mailbox.
            self.release(each)?;
            self.kind = Kind::Header { report: false };
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
                // A notification cut out of its mail begins with its fields.
                self.field(line, cut);
                Ok(())
            }
            Kind::Report if blank => self.release(each),
            Kind::Report => {
                self.field(line, cut);
                Ok(())
            }
            Kind::Body if blank => self.release(each),
            Kind::Body | Kind::Log | Kind::Unknown => {
                if self.field(line, cut) {
                    return Ok(());
                }
                self.log(line, cut, each)
            }
        }
    }

    /// A line of a list of replies.
    fn reply(&mut self, line: &[u8], cut: bool, each: &mut impl FnMut(Found<'_>) -> io::Result<()>) -> io::Result<()> {
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
    fn log(&mut self, line: &[u8], cut: bool, each: &mut impl FnMut(Found<'_>) -> io::Result<()>) -> io::Result<()> {
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
        if goes_on
            || FIELDS.iter().any(|name| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
        {
            self.hold(line, cut);
            return true;
        }
        false
    }

    fn hold(&mut self, line: &[u8], cut: bool) {
        if self.held.is_empty() {
            self.held_line = self.counts.lines;
            self.held_cut = false;
        }
        let room = LONGEST.saturating_sub(self.held.len()).min(line.len());
        self.held_cut |= cut || room < line.len();
        self.held.extend_from_slice(&line[..room]);
    }

    /// Hands over what is held.
    fn release(&mut self, each: &mut impl FnMut(Found<'_>) -> io::Result<()>) -> io::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        let held = std::mem::take(&mut self.held);
        let result = match fields(&held) {
            // Said of a recipient that the message was delivered to, or will be.
            _ if self.kind == Kind::Replies => self.emit(&held, self.held_line, self.held_cut, each),
            Fields::Success => {
                self.counts.passed += 1;
                Ok(())
            }
            Fields::Failure => self.emit(&held, self.held_line, self.held_cut, each),
            Fields::Other => Ok(()),
        };
        // Its memory is used again.
        self.held = held;
        self.held.clear();
        result
    }

    fn emit(
        &mut self,
        bytes: &[u8],
        line: u64,
        cut: bool,
        each: &mut impl FnMut(Found<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.counts.replies += 1;
        each(Found { line, bytes, cut })
    }
}

/// The fields of a notification that matter (RFC 3464, 2.3).
const FIELDS: [&[u8]; 3] = [b"action:", b"status:", b"diagnostic-code:"];

enum Fields {
    Success,
    Failure,
    Other,
}

/// What the fields about a recipient say.
fn fields(held: &[u8]) -> Fields {
    let value = |name: &[u8]| {
        held.split(|byte| *byte == b'\n').find_map(|line| {
            let (start, value) = line.split_at_checked(name.len())?;
            start.eq_ignore_ascii_case(name).then(|| value.trim_ascii().to_ascii_lowercase())
        })
    };
    let status = value(b"status:").unwrap_or_default();
    match value(b"action:").as_deref() {
        Some(b"delivered" | b"relayed" | b"expanded") => Fields::Success,
        _ if status.starts_with(b"2.") => Fields::Success,
        _ if !status.is_empty() || value(b"diagnostic-code:").is_some() => Fields::Failure,
        _ => Fields::Other,
    }
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

/// Whether a line begins as those of logs do, with a date or a number.
fn looks_logged(line: &[u8]) -> bool {
    const MONTHS: [&[u8]; 12] =
        [b"Jan ", b"Feb ", b"Mar ", b"Apr ", b"May ", b"Jun ", b"Jul ", b"Aug ", b"Sep ", b"Oct ", b"Nov ", b"Dec "];
    line[0].is_ascii_digit()
        || matches!(line[0], b'[' | b'<' | b'{' | b'@' | b'#' | b'"')
        || MONTHS.iter().any(|month| line.starts_with(month))
}

fn is_report(line: &[u8]) -> bool {
    memmem::find(&line.to_ascii_lowercase(), b"delivery-status").is_some()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Refusal,
    Success,
    None,
}

/// What a mark asks of what stands around it.
#[derive(Debug, Clone, Copy)]
enum Sign {
    /// Nothing: it stands on refusals alone.
    Refusal,
    /// The word of Postfix after it.
    Status,
    /// The word of sendmail after it, and a `dsn=` before.
    Stat,
    /// A host and then a reply.
    Reject,
    /// A reply at once.
    Reply,
    /// The rest of an enhanced code of this class, and a reply code of it before.
    Enhanced(u8),
}

/// What mail servers write into their logs where they tell of a reply. Few, long and unlike one another, so that looking for
/// them is quick.
const MARKS: [(&str, Sign); 12] = [
    ("status=", Sign::Status),
    ("reject: ", Sign::Reject),
    ("reject_warning: ", Sign::Reject),
    ("stat=", Sign::Stat),
    ("SMTP error from remote mail", Sign::Refusal),
    ("emote server returned '", Sign::Refusal),
    ("emote Server returned '", Sign::Refusal),
    ("{LED=", Sign::Refusal),
    (" said: ", Sign::Reply),
    (" 5.", Sign::Enhanced(b'5')),
    (" 4.", Sign::Enhanced(b'4')),
    ("response: ", Sign::Reply),
];

static AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build(MARKS.map(|(mark, _)| mark))
        .expect("twelve patterns fit into an automaton")
});

/// What a line of a log tells: by the first mark that says something.
fn mark(line: &[u8]) -> Mark {
    let hits = AUTOMATON.find_iter(line);
    hits.map(|hit| MARKS[hit.pattern().as_usize()].1.read(&line[..hit.start()], &line[hit.end()..]))
        .find(|mark| *mark != Mark::None)
        .unwrap_or(Mark::None)
}

impl Sign {
    /// What it tells, by what stands before and after it.
    fn read(self, before: &[u8], after: &[u8]) -> Mark {
        const FAILED: [&[u8]; 4] = [b"bounced", b"deferred", b"undel", b"expired"];
        let refusal = match self {
            Sign::Status if after.starts_with(b"sent") => return Mark::Success,
            Sign::Stat if after.starts_with(b"Sent") => return Mark::Success,
            Sign::Status => FAILED.iter().any(|word| after.starts_with(word)),
            Sign::Stat => memmem::find(before, b"dsn=").is_some(),
            Sign::Reject => memmem::find(after, b": ").is_some_and(|at| begins_with_failure(&after[at + 2..])),
            Sign::Reply => begins_with_failure(after),
            Sign::Enhanced(class) => {
                let code = before.len().checked_sub(3).map(|at| &before[at..]);
                code.is_some_and(|code| code[0] == class && code[1..].iter().all(u8::is_ascii_digit))
                    && after.first().is_some_and(u8::is_ascii_digit)
            }
            Sign::Refusal => true,
        };
        if refusal { Mark::Refusal } else { Mark::None }
    }
}

/// `450 `, `550-`
fn begins_with_failure(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b'-' | b'\r' | b'\n', ..]
            | [b'4' | b'5', b'0'..=b'9', b'0'..=b'9']
    )
}
