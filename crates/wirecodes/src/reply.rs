//! Raw replies: what a server sent, a line of a log, a field of a bounce. See [`read`].
//!
//! The source decides where in the bytes the reply lies (`source`), lines are cut (`lines`), and from the lines come the codes and
//! what is wrong with them (here). Each byte is looked at a fixed number of times, whatever the bytes are.

mod faults;
mod lines;
mod source;

use core::fmt;

use crate::code::Code;
use crate::generated::Protocol;

pub use faults::{Fault, Faults};
pub use lines::{Line, Lines};
pub use source::Source;

use lines::Cut;

/// Reads a reply: as a server sent it, of one line or several; or in a line of a log of Postfix, Exim, sendmail or Exchange; or in
/// the fields `Diagnostic-Code` and `Status` of a bounce.
///
/// Any bytes can be read. What is not as it should be is read as far as it makes sense, and [`Reply::faults`] says so.
/// Where the specifications leave a question open, the answer is Postfix's: the code is that of the last line, and an enhanced code
/// is ignored on 3yz replies and where its class contradicts the reply's.
///
/// ```
/// use wirecodes::{reply, smtp, smtp_enhanced};
///
/// let reply = reply::read(b"550-5.1.1 The account does not exist.\r\n550 5.1.1 Check the spelling.\r\n");
/// assert_eq!(reply.code(), Some(smtp::MAILBOX_PERMANENTLY_UNAVAILABLE));
/// assert_eq!(reply.enhanced_code(), smtp_enhanced::lookup(5, 1, 1));
/// let text: Vec<_> = reply.lines().map(|line| line.text()).collect();
/// assert_eq!(text, [&b"The account does not exist."[..], b"Check the spelling."]);
/// assert!(reply.faults().is_empty());
///
/// let logged = reply::read(b"postfix/smtp[311]: 4F1: to=<a@example.org>, dsn=4.2.0, status=deferred (host \
///     mx.example.org[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT TO command))");
/// assert_eq!(logged.code(), Some(smtp::MAILBOX_UNAVAILABLE));
/// assert_eq!(logged.command(), Some("RCPT"));
/// ```
#[must_use]
pub fn read(bytes: &[u8]) -> Reply<'_> {
    let found = source::find(bytes);
    let mut reply = Reply {
        source: found.source,
        command: found.command,
        status: found.status,
        cut: found.cut,
        bytes: found.reply,
        number: None,
        enhanced: None,
        faults: Faults::of_bytes(found.reply),
    };
    reply.read_lines();
    reply
}

/// A reply that was read: [`read`]. It borrows the bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reply<'a> {
    bytes: &'a [u8],
    source: Source,
    cut: Cut,
    command: Option<&'static str>,
    /// What the log or the bounce gives as the status, beside the reply.
    status: Option<Enhanced>,
    number: Option<u16>,
    enhanced: Option<Enhanced>,
    faults: Faults,
}

/// The three numbers of an enhanced status code, as they were sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Enhanced {
    /// 2, 4 or 5.
    pub class: u16,
    /// What it is about.
    pub subject: u16,
    /// What about that.
    pub detail: u16,
}

/// `4.2.1`
impl fmt::Display for Enhanced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

impl Enhanced {
    /// The code of the dataset, if it has it.
    #[must_use]
    pub fn code(self) -> Option<Code> {
        Protocol::with_id("smtp-enhanced")?.lookup_dotted(self.class, self.subject, self.detail)
    }
}

impl<'a> Reply<'a> {
    /// Where it was found.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// The number of the reply code, known or not; none where there was no reply, as when a connection could not be made.
    #[must_use]
    pub const fn number(&self) -> Option<u16> {
        self.number
    }

    /// The reply code, if the dataset has it.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        Protocol::with_id("smtp")?.lookup(self.number?)
    }

    /// The enhanced status code, known or not: that of the reply, and if it has none, the status that the log or the bounce gives.
    #[must_use]
    pub fn enhanced(&self) -> Option<Enhanced> {
        self.enhanced.or(self.status)
    }

    /// The enhanced status code, if the dataset has it.
    #[must_use]
    pub fn enhanced_code(&self) -> Option<Code> {
        self.enhanced()?.code()
    }

    /// The command that was answered, where the log names it: `RCPT`, `end-of-data`, `connect`, as [`Code::commands`] has them.
    #[must_use]
    pub const fn command(&self) -> Option<&'static str> {
        self.command
    }

    /// The lines, each without its codes. Where there was no reply, what the log says instead.
    #[must_use]
    pub fn lines(&self) -> Lines<'a> {
        Lines::new(self.bytes, self.cut)
    }

    /// The bytes of the reply itself, without what surrounded it in a log.
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// What is not as it should be.
    #[must_use]
    pub const fn faults(&self) -> Faults {
        self.faults
    }

    /// The class digit that decides what a client does: that of the reply, else that of the enhanced code.
    #[must_use]
    pub fn class(&self) -> Option<u16> {
        self.number.map(|number| number / 100).or(self.enhanced().map(|enhanced| enhanced.class))
    }

    fn read_lines(&mut self) {
        let mut first = None;
        let mut enhanced: Option<Enhanced> = None;
        let mut open = false;
        for line in self.lines() {
            match line.number() {
                Some(number) => {
                    if first.is_some_and(|first| first != number) {
                        self.faults.add(Fault::DifferingCodes);
                    }
                    first = first.or(Some(number));
                    self.number = Some(number);
                    open = line.is_continued();
                }
                // In a folded field or a joined log line, a line without a code goes on with the one before.
                None if self.cut == Cut::Wire && !line.text().is_empty() => self.faults.add(Fault::NoCode),
                None => {}
            }
            if let Some(own) = line.enhanced() {
                if enhanced.is_some_and(|before| before != own) {
                    self.faults.add(Fault::DifferingEnhancedCodes);
                }
                enhanced = Some(own);
            }
        }
        if open {
            self.faults.add(Fault::NoLastLine);
        }
        if self.number.is_none() && self.source == Source::Text && enhanced.is_none() {
            self.faults.add(Fault::NoCode);
        }
        if self.number.is_some_and(|number| !(100..600).contains(&number)) {
            self.faults.add(Fault::NoSuchClass);
        }
        let class = self.number.map(|number| number / 100);
        self.enhanced = enhanced.filter(|enhanced| class.is_none_or(|class| class == enhanced.class));
        if enhanced.is_some() && self.enhanced.is_none() {
            self.faults.add(Fault::ClassesDisagree);
        }
        if let (Some(status), Some(class)) = (self.status, class)
            && status.class != class
        {
            self.faults.add(Fault::ClassesDisagree);
            self.status = None;
        }
    }
}

/// The reply as text: its lines, each with its code; what is not UTF-8 as U+FFFD, and control characters escaped.
impl fmt::Display for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, line) in self.lines().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            line.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("source", &self.source)
            .field("number", &self.number)
            .field("enhanced", &self.enhanced())
            .field("command", &self.command)
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}
