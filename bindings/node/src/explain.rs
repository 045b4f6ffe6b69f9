//! Explaining replies, one or many. Each becomes a row of bytes, which `lib/explanation.js` reads when somebody asks. What is seldom
//! asked is found out by explaining the reply again.
//!
//! Answers are copied into buffers of JavaScript's own: it frees those by itself, while what native code lends it is freed only
//! when the program comes back to its event loop.

use std::convert::Infallible;

use napi::Env;
use napi::bindgen_prelude::{BufferSlice, External};
use napi_derive::napi;
use serde_json::json;
use wirecodes::reply::{self, Reply};
use wirecodes::{Actor, Lang, Outcome, Retry};
use wirecodes_explain::{Counts, Evidence, Explainer, Explanation, Found, Note, Row, Scanner, Suppress};
use wirecodes_render::Style;
use wirecodes_render::explain::full;

use crate::reasons::Rules;
use crate::{Result, read, write};

/// How many bytes a row has.
const ROW: usize = 40;
/// A number or a place that isn't there.
const NONE: u16 = u16::MAX;

/// Rows, and the replies that they are about.
struct Answer<'e> {
    explainer: &'e Explainer,
    rows: Vec<u8>,
    bytes: Vec<u8>,
}

impl<'e> Answer<'e> {
    fn new(rules: &'e Rules, count: usize, bytes: usize) -> Answer<'e> {
        Answer {
            explainer: rules.get(),
            rows: Vec::with_capacity(count * ROW),
            bytes: Vec::with_capacity(count * ROW + bytes + 4),
        }
    }

    /// A reply and its row, in which numbers have their lowest byte first:
    ///
    /// | from | bytes | |
    /// |--:|--:|---|
    /// | 0 | 2 | number of the reply code |
    /// | 2 | 2 | notes, a bit each |
    /// | 4 | 2 | place of the reason |
    /// | 6 | 2 | place of the rule |
    /// | 8 | 3 x 2 | the enhanced code |
    /// | 14 | 1 | bits: whether the dataset has the codes, whether the reply is damaged, whether it is cut |
    /// | 15 | 4 x 1 | outcome, evidence, retry, suppress: the place among all of them, counted from 1 |
    /// | 20 | 4 | who can act, in four bits each the same, the first one lowest |
    /// | 24 | 4 | seconds to wait, and 1 |
    /// | 28 | 4 | where the bytes of the reply end |
    /// | 32 | 8 | number of the line, as a `double`; 0 for none |
    fn add(&mut self, found: &Found<'_>) {
        let (_, of) = self.explainer.explain_found(found);
        self.bytes.extend_from_slice(found.bytes);
        let small = |place: Option<usize>| place.and_then(|place| u16::try_from(place).ok()).unwrap_or(NONE);
        let (reasons, rules) = (self.explainer.reasons(), self.explainer.rules());
        let reason = small(of.reason().and_then(|reason| reasons.element_offset(reason)));
        let rule = small(of.rule().and_then(|rule| rules.element_offset(rule)));
        let number = of.number().unwrap_or(NONE);
        let (class, subject, detail) = of.enhanced().map_or((NONE, 0, 0), |of| (of.class, of.subject, of.detail));
        let notes: u16 = match of.notes() {
            notes if notes.is_empty() => 0,
            notes => notes.iter().fold(0, |bits, note| bits | 1 << note as u16),
        };
        let flags = [of.code().is_some(), of.enhanced_code().is_some(), of.notes().is_damaged(), found.cut];
        let flags: u8 = flags.into_iter().enumerate().map(|(bit, flag)| u8::from(flag) << bit).sum();
        let actors = of.actors().iter().rev().fold(0, |all, actor| all << 4 | (*actor as u32 + 1));
        let wait = of.retry_after().map_or(0, |delay| u32::try_from(delay.as_secs()).unwrap_or(u32::MAX - 1) + 1);
        let end = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        let mut row = [0; ROW];
        for (at, number) in [number, notes, reason, rule, class, subject, detail].into_iter().enumerate() {
            row[2 * at..2 * at + 2].copy_from_slice(&number.to_le_bytes());
        }
        row[14] = flags;
        row[15] = of.outcome().map_or(0, |one| one as u8 + 1);
        row[16] = of.evidence().map_or(0, |one| one as u8 + 1);
        row[17] = of.retry().map_or(0, |one| one as u8 + 1);
        row[18] = of.suppress() as u8 + 1;
        row[20..24].copy_from_slice(&actors.to_le_bytes());
        row[24..28].copy_from_slice(&wait.to_le_bytes());
        row[28..32].copy_from_slice(&end.to_le_bytes());
        row[32..40].copy_from_slice(&(found.line as f64).to_le_bytes());
        self.rows.extend_from_slice(&row);
    }

    /// The replies, then the rows, and in the last four bytes how many those are.
    fn done(mut self, env: &Env) -> napi::Result<BufferSlice<'_>> {
        let count = u32::try_from(self.rows.len() / ROW).unwrap_or(u32::MAX);
        self.bytes.extend_from_slice(&self.rows);
        self.bytes.extend_from_slice(&count.to_le_bytes());
        BufferSlice::copy_from(env, self.bytes)
    }
}

/// The ids of what a row has by its place.
#[napi]
pub fn explaining() -> String {
    write(&json!({
        "outcomes": Outcome::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
        "evidence": Evidence::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
        "retries": Retry::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
        "suppress": Suppress::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
        "actors": Actor::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
        "notes": Note::ALL.iter().map(|one| one.id()).collect::<Vec<_>>(),
    }))
}

/// Explains replies that lie one after the other; `ends` says where each of them ends.
#[napi]
pub fn explain_many<'env>(
    env: &'env Env,
    rules: &External<Rules>,
    bytes: &[u8],
    ends: &[u32],
) -> napi::Result<BufferSlice<'env>> {
    let mut answer = Answer::new(rules, ends.len(), bytes.len());
    let mut start = 0;
    for end in ends {
        let end = *end as usize;
        answer.add(&Found::new(0, &bytes[start..end], false));
        start = end;
    }
    answer.done(env)
}

/// Explains a reply once more, and lets `ask` look at all that comes of it.
fn again<T>(rules: &Rules, bytes: &[u8], cut: bool, ask: impl FnOnce(&Reply<'_>, &Explanation<'_>) -> T) -> T {
    let (reply, explanation) = rules.get().explain_found(&Found::new(0, bytes, cut));
    ask(&reply, &explanation)
}

/// The text of a reply as rows have it.
#[napi]
pub fn row_text(bytes: &[u8]) -> String {
    let mut text = String::new();
    Row::text_of(&reply::read(bytes), &mut text);
    text
}

/// The command that was answered.
#[napi]
pub fn command(bytes: &[u8]) -> Option<&'static str> {
    reply::read(bytes).command()
}

/// An explanation as the command writes it; `line` is a number that JavaScript can count to.
#[napi]
pub fn row(rules: &External<Rules>, bytes: &[u8], cut: bool, line: Option<f64>) -> String {
    again(rules, bytes, cut, |reply, of| {
        let mut text = String::new();
        Row::text_of(reply, &mut text);
        serde_json::to_string(&Row::new(line.map(|line| line as u64), &text, of)).expect("a row is JSON")
    })
}

/// An explanation in full, for a terminal of some width.
#[napi]
pub fn render_explanation(
    rules: &External<Rules>,
    bytes: &[u8],
    cut: bool,
    lang: String,
    width: u32,
) -> Result<String> {
    let lang: Lang = read(&lang)?;
    Ok(again(rules, bytes, cut, |reply, of| full(reply, of, lang, Style::plain(width as usize))))
}

/// A scanner that has read nothing.
#[napi]
pub fn scanner() -> External<Scanner> {
    External::new(Scanner::new())
}

/// Forgets what a scanner has read.
#[napi]
pub fn restart(scanner: &mut External<Scanner>) {
    **scanner = Scanner::new();
}

/// Explains what comes to its end in the next piece of a stream.
#[napi]
pub fn push<'env>(
    env: &'env Env,
    scanner: &mut External<Scanner>,
    rules: &External<Rules>,
    chunk: &[u8],
) -> napi::Result<BufferSlice<'env>> {
    let mut answer = Answer::new(rules, 0, 0);
    let Ok(()) = scanner.push::<Infallible>(chunk, |found| {
        answer.add(&found);
        Ok(())
    });
    answer.done(env)
}

/// Explains what the end of a stream brings to its end.
#[napi]
pub fn finish<'env>(
    env: &'env Env,
    scanner: &mut External<Scanner>,
    rules: &External<Rules>,
) -> napi::Result<BufferSlice<'env>> {
    let mut answer = Answer::new(rules, 0, 0);
    let Ok(()) = scanner.finish::<Infallible>(|found| {
        answer.add(&found);
        Ok(())
    });
    answer.done(env)
}

/// What a scanner has passed.
#[napi]
pub fn counts(scanner: &External<Scanner>) -> String {
    let Counts { lines, bytes, replies, passed, .. } = scanner.counts();
    write(&json!({ "lines": lines, "bytes": bytes, "replies": replies, "passed": passed }))
}

/// A reply that was read. Where its bytes lie, and those of its lines, are places in what was passed.
#[napi]
pub fn read_reply(bytes: &[u8]) -> String {
    let of = reply::read(bytes);
    let place = |part: &[u8]| {
        // What is empty need not lie anywhere.
        let start = (part.as_ptr() as usize).wrapping_sub(bytes.as_ptr() as usize);
        let start = if part.is_empty() { 0 } else { start };
        json!([start, start + part.len()])
    };
    let line = |line: reply::Line<'_>| {
        json!({
            "number": line.number(),
            "isContinued": line.is_continued(),
            "enhanced": line.enhanced().map(|of| of.to_string()),
            "text": String::from_utf8_lossy(line.text()),
            "place": place(line.text()),
        })
    };
    write(&json!({
        "source": of.source().id(),
        "number": of.number(),
        "code": of.code().map(|code| code.to_string()),
        "enhanced": of.enhanced().map(|of| of.to_string()),
        "enhancedCode": of.enhanced_code().map(|code| code.to_string()),
        "command": of.command(),
        "class": of.class(),
        "lines": of.lines().map(line).collect::<Vec<_>>(),
        "faults": of.faults().iter().map(reply::Fault::id).collect::<Vec<_>>(),
        "place": place(of.as_bytes()),
        "text": of.to_string(),
    }))
}
