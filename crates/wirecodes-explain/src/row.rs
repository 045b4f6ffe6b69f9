//! An explanation as a row of JSON Lines or CSV.

use std::fmt::Write;

use serde::{Serialize, Serializer};
use wirecodes::reply::{Enhanced, Reply, Source};
use wirecodes::{Actor, Outcome, Retry};

use crate::explanation::Explanation;
use crate::kinds::{Evidence, Note, Notes, Suppress};

/// A row: every key is always there, `null` where nothing is known.
///
/// ```
/// use wirecodes_explain::{Row, explain};
///
/// let bytes = b"450 4.2.0 Greylisted, try again in 300 seconds";
/// let text = String::from_utf8_lossy(bytes);
/// let row = Row::new(None, &text, &explain(bytes));
/// assert_eq!(
///     serde_json::to_string(&row)?,
///     r#"{"line":null,"text":"450 4.2.0 Greylisted, try again in 300 seconds","code":"450","enhanced":"4.2.0","reason":"greylisted","outcome":"transient","from":"text","rule":"greylisting","actors":["nobody","client-operator"],"retry":"later","retry_after":300,"suppress":"no","notes":[]}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Row<'a> {
    line: Option<u64>,
    text: &'a str,
    #[serde(serialize_with = "number")]
    code: Option<u16>,
    #[serde(serialize_with = "enhanced")]
    enhanced: Option<Enhanced>,
    reason: Option<&'a str>,
    #[serde(serialize_with = "outcome")]
    outcome: Option<Outcome>,
    #[serde(serialize_with = "evidence")]
    from: Option<Evidence>,
    rule: Option<&'a str>,
    #[serde(serialize_with = "actors")]
    actors: &'a [Actor],
    #[serde(serialize_with = "retry")]
    retry: Option<Retry>,
    retry_after: Option<u64>,
    #[serde(serialize_with = "suppress")]
    suppress: Suppress,
    #[serde(serialize_with = "notes")]
    notes: Notes,
}

impl<'a> Row<'a> {
    /// Writes the text of a reply as rows have it: its lines with their codes, parted by `\n`; what is not UTF-8 as U+FFFD, and
    /// control characters escaped.
    pub fn text_of(reply: &Reply<'_>, to: &mut String) {
        to.clear();
        // What most replies are: plain text, as it came. Logs join lines, so theirs are written out.
        let plain =
            reply.as_bytes().iter().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\r' | b'\n'));
        match str::from_utf8(reply.as_bytes().trim_ascii()) {
            Ok(text) if plain && reply.source() == Source::Reply => {
                for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
                    if !to.is_empty() {
                        to.push('\n');
                    }
                    to.push_str(line);
                }
            }
            // Writing to a string can't fail.
            _ => drop(write!(to, "{reply}")),
        }
    }

    /// Appends the row as serde_json writes it, in a fraction of the time: for those who write millions.
    ///
    /// ```
    /// use wirecodes_explain::{Row, explain};
    ///
    /// let bytes = b"550 5.1.1 User \"ann\" unknown";
    /// let text = String::from_utf8_lossy(bytes);
    /// let row = Row::new(Some(1), &text, &explain(bytes));
    /// let mut line = Vec::new();
    /// row.write_json(&mut line);
    /// assert_eq!(line, serde_json::to_vec(&row)?);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn write_json(&self, to: &mut Vec<u8>) {
        // Ids are made of lower-case words and hyphens, so nothing in them needs escaping; the text is another matter.
        let id = |key: &str, id: Option<&str>, to: &mut Vec<u8>| {
            to.extend_from_slice(key.as_bytes());
            match id {
                Some(id) => {
                    to.push(b'"');
                    to.extend_from_slice(id.as_bytes());
                    to.push(b'"');
                }
                None => to.extend_from_slice(b"null"),
            }
        };
        let count = |key: &str, count: Option<u64>, to: &mut Vec<u8>| {
            to.extend_from_slice(key.as_bytes());
            match count {
                Some(count) => to.extend_from_slice(itoa::Buffer::new().format(count).as_bytes()),
                None => to.extend_from_slice(b"null"),
            }
        };
        let ids = |key: &str, ids: &mut dyn Iterator<Item = &'static str>, to: &mut Vec<u8>| {
            to.extend_from_slice(key.as_bytes());
            for (place, id) in ids.enumerate() {
                to.extend_from_slice(if place == 0 { b"\"" } else { b",\"" });
                to.extend_from_slice(id.as_bytes());
                to.push(b'"');
            }
            to.push(b']');
        };
        count("{\"line\":", self.line, to);
        to.extend_from_slice(b",\"text\":");
        quote(self.text, to);
        let digits = self.code.map(three_digits);
        id(",\"code\":", digits.as_ref().and_then(|digits| str::from_utf8(digits).ok()), to);
        let (short, long);
        let dotted = match self.enhanced {
            Some(enhanced) => match short_dotted(enhanced) {
                Some(text) => {
                    short = text;
                    str::from_utf8(&short).ok()
                }
                None => {
                    long = enhanced.to_string();
                    Some(long.as_str())
                }
            },
            None => None,
        };
        id(",\"enhanced\":", dotted, to);
        id(",\"reason\":", self.reason, to);
        id(",\"outcome\":", self.outcome.map(Outcome::id), to);
        id(",\"from\":", self.from.map(Evidence::id), to);
        id(",\"rule\":", self.rule, to);
        ids(",\"actors\":[", &mut self.actors.iter().map(|actor| actor.id()), to);
        id(",\"retry\":", self.retry.map(Retry::id), to);
        count(",\"retry_after\":", self.retry_after, to);
        id(",\"suppress\":", Some(self.suppress.id()), to);
        ids(",\"notes\":[", &mut self.notes.iter().map(Note::id), to);
        to.push(b'}');
    }

    /// The row of a reply: the number of the line on which it begins, its text, and what it means.
    #[must_use]
    pub fn new(line: Option<u64>, text: &'a str, explanation: &Explanation<'a>) -> Row<'a> {
        Row {
            line,
            text,
            code: explanation.number(),
            enhanced: explanation.enhanced(),
            reason: explanation.reason().map(crate::Reason::id),
            outcome: explanation.outcome(),
            from: explanation.evidence(),
            rule: explanation.rule().map(crate::Rule::id),
            actors: explanation.actors(),
            retry: explanation.retry(),
            retry_after: explanation.retry_after().map(|delay| delay.as_secs()),
            suppress: explanation.suppress(),
            notes: explanation.notes(),
        }
    }
}

/// Appends a string as JSON.
fn quote(text: &str, to: &mut Vec<u8>) {
    to.push(b'"');
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    let mut rest = text.as_bytes();
    // Most texts have none of these, which is seen sooner than where one is.
    let any = rest.iter().fold(false, |any, byte| any | special(byte));
    while any && let Some(at) = rest.iter().position(special) {
        to.extend_from_slice(&rest[..at]);
        match rest[at] {
            b'"' => to.extend_from_slice(b"\\\""),
            b'\\' => to.extend_from_slice(b"\\\\"),
            b'\n' => to.extend_from_slice(b"\\n"),
            b'\r' => to.extend_from_slice(b"\\r"),
            b'\t' => to.extend_from_slice(b"\\t"),
            0x08 => to.extend_from_slice(b"\\b"),
            0x0c => to.extend_from_slice(b"\\f"),
            control => {
                to.extend_from_slice(b"\\u00");
                to.extend([control >> 4, control & 0xf].map(|half| b"0123456789abcdef"[usize::from(half)]));
            }
        }
        rest = &rest[at + 1..];
    }
    to.extend_from_slice(rest);
    to.push(b'"');
}

/// A reply code is three digits, also the impossible 042.
fn three_digits(number: u16) -> [u8; 3] {
    [number / 100 % 10, number / 10 % 10, number % 10].map(digit)
}

/// What nearly all enhanced codes are; formatting takes longer than the rest of the row.
fn short_dotted(enhanced: Enhanced) -> Option<[u8; 5]> {
    let Enhanced { class, subject, detail } = enhanced;
    (subject < 10 && detail < 10).then(|| [digit(class), b'.', digit(subject), b'.', digit(detail)])
}

/// The digit of a number below ten.
fn digit(number: u16) -> u8 {
    b'0' + (number % 10) as u8
}

fn number<S: Serializer>(number: &Option<u16>, to: S) -> Result<S::Ok, S::Error> {
    let digits = number.map(three_digits);
    digits.as_ref().and_then(|digits| str::from_utf8(digits).ok()).serialize(to)
}

fn enhanced<S: Serializer>(enhanced: &Option<Enhanced>, to: S) -> Result<S::Ok, S::Error> {
    enhanced.map(|enhanced| enhanced.to_string()).serialize(to)
}

fn outcome<S: Serializer>(outcome: &Option<Outcome>, to: S) -> Result<S::Ok, S::Error> {
    outcome.map(Outcome::id).serialize(to)
}

fn evidence<S: Serializer>(evidence: &Option<Evidence>, to: S) -> Result<S::Ok, S::Error> {
    evidence.map(Evidence::id).serialize(to)
}

fn retry<S: Serializer>(retry: &Option<Retry>, to: S) -> Result<S::Ok, S::Error> {
    retry.map(Retry::id).serialize(to)
}

fn suppress<S: Serializer>(suppress: &Suppress, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(suppress.id())
}

fn actors<S: Serializer>(actors: &&[Actor], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(actors.iter().map(|actor| actor.id()))
}

fn notes<S: Serializer>(notes: &Notes, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(notes.iter().map(Note::id))
}
