//! An explanation as a row of JSON Lines or CSV.

use std::fmt::Write;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use wirecodes::reply::{Enhanced, Reply, Source};
use wirecodes::{Actor, Outcome, Retry};

use crate::explanation::Explanation;
use crate::kinds::{Evidence, Notes, Suppress};

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
        let plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\r' | b'\n');
        // What most replies are: lines of plain text, as they came. Logs join lines, so theirs are written out.
        if reply.source() == Source::Reply && reply.as_bytes().iter().all(plain) {
            for line in reply.as_bytes().split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii) {
                if !line.is_empty() {
                    if !to.is_empty() {
                        to.push('\n');
                    }
                    to.push_str(str::from_utf8(line).unwrap_or_default());
                }
            }
        } else {
            // Writing to a string can't fail.
            let _ = write!(to, "{reply}");
        }
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

/// A reply code is three digits, also the impossible 042.
fn number<S: Serializer>(number: &Option<u16>, to: S) -> Result<S::Ok, S::Error> {
    let Some(number) = *number else { return to.serialize_none() };
    let digits = [number / 100 % 10, number / 10 % 10, number % 10].map(digit);
    to.serialize_str(str::from_utf8(&digits).unwrap_or_default())
}

fn enhanced<S: Serializer>(enhanced: &Option<Enhanced>, to: S) -> Result<S::Ok, S::Error> {
    match enhanced {
        // What nearly all are; formatting takes longer than the rest of the row.
        Some(Enhanced { class, subject, detail }) if *subject < 10 && *detail < 10 => {
            let text = [digit(*class), b'.', digit(*subject), b'.', digit(*detail)];
            to.serialize_str(str::from_utf8(&text).unwrap_or_default())
        }
        Some(enhanced) => to.collect_str(enhanced),
        None => to.serialize_none(),
    }
}

/// The digit of a number below ten.
fn digit(number: u16) -> u8 {
    b'0' + (number % 10) as u8
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
    if notes.is_empty() {
        return to.serialize_seq(Some(0))?.end();
    }
    to.collect_seq(notes.iter().map(super::kinds::Note::id))
}
