//! Lines of logs: whether one tells of a refusal, and whether it looks like a line of a log at all.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
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
pub(super) fn mark(line: &[u8]) -> Mark {
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

/// Whether a line begins as those of logs do, with a date or a number.
pub(super) fn looks_logged(line: &[u8]) -> bool {
    const MONTHS: [&[u8]; 12] =
        [b"Jan ", b"Feb ", b"Mar ", b"Apr ", b"May ", b"Jun ", b"Jul ", b"Aug ", b"Sep ", b"Oct ", b"Nov ", b"Dec "];
    line[0].is_ascii_digit()
        || matches!(line[0], b'[' | b'<' | b'{' | b'@' | b'#' | b'"')
        || MONTHS.iter().any(|month| line.starts_with(month))
}

/// `450 `, `550-`
fn begins_with_failure(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b'-' | b'\r' | b'\n', ..]
            | [b'4' | b'5', b'0'..=b'9', b'0'..=b'9']
    )
}
