//! `explain`: replies in, a row each out, and a summary; all of it while reading.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anstream::AutoStream;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use wirecodes::Lang;
use wirecodes::reply::{self, Reply};
use wirecodes_explain::{Explainer, Explanation, Row, RuleFile, Scanner};
use wirecodes_render::explain::{Summary, full, line};

use crate::args::{RowFormat, When};
use crate::output::{choice, style};

/// How much is read at a time.
const BLOCK: usize = 256 * 1024;

/// What was asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Explain {
    pub(crate) full: bool,
    pub(crate) summary: When,
    pub(crate) lang: Lang,
    pub(crate) format: RowFormat,
}

/// Explains `text`, or what is in `files`; the exit status, or what is wrong.
pub(crate) fn run(
    shown: Explain,
    files: &[PathBuf],
    text: Option<&OsStr>,
    before: &[PathBuf],
    after: &[PathBuf],
) -> Result<u8, String> {
    let own;
    let explainer = if before.is_empty() && after.is_empty() {
        Explainer::builtin()
    } else {
        own = Explainer::with_rules(&rule_files(before)?, &rule_files(after)?).map_err(|faults| faults.to_string())?;
        &own
    };
    // Colours are taken out where they can't be shown; rows for programs have none.
    let stdout = io::stdout().lock();
    let colours = if shown.format == RowFormat::Text { choice() } else { anstream::ColorChoice::AlwaysAnsi };
    let out = BufWriter::with_capacity(BLOCK, AutoStream::new(stdout, colours));
    let mut rows =
        Rows { shown, out, first: None, count: 0, summary: Summary::default(), text: String::new(), bytes: Vec::new() };
    let mut scanner = Scanner::new();
    let mut status = 0;
    let end = (|| {
        rows.heading()?;
        if let Some(text) = text {
            let bytes = text.as_encoded_bytes();
            let reply = reply::read(bytes);
            let explanation = explainer.explain_reply(&reply);
            rows.add(1, &reply, &explanation)?;
            return rows.end(scanner.counts());
        }
        let stdin = [PathBuf::from("-")];
        for path in if files.is_empty() { &stdin } else { files } {
            let read = open(path).map(|from| {
                let mut failed = None;
                let outcome = scanner.read(from, |found| {
                    let (reply, explanation) = explainer.explain_found(&found);
                    rows.add(found.line, &reply, &explanation).inspect_err(|error| failed = Some(error.kind()))
                });
                // An error of writing ends everything, one of reading this file.
                (outcome, failed.is_some())
            });
            match read {
                Ok((Ok(()), _)) => {}
                Ok((Err(error), true)) => return Err(error),
                Ok((Err(error), false)) | Err(error) => {
                    rows.out.flush()?;
                    eprintln!("error: can't read {}: {error}", path.display());
                    status = 2;
                }
            }
        }
        rows.end(scanner.counts())
    })();
    match end {
        // A reader that has seen enough and closed the pipe is no error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        Err(error) => Err(format!("can't write the output: {error}")),
        Ok(()) if status == 0 && rows.count == 0 => Ok(1),
        Ok(()) => Ok(status),
    }
}

fn rule_files(paths: &[PathBuf]) -> Result<Vec<RuleFile>, String> {
    paths
        .iter()
        .map(|path| {
            let text =
                std::fs::read_to_string(path).map_err(|error| format!("can't read {}: {error}", path.display()))?;
            RuleFile::parse(&path.display().to_string(), &text).map_err(|faults| faults.to_string())
        })
        .collect()
}

/// A file, with a progress bar if it is long and somebody is looking.
fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::with_capacity(BLOCK, io::stdin().lock())));
    }
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let watched = io::stderr().is_terminal() && !io::stdout().is_terminal() && length > 64 << 20;
    if !watched {
        return Ok(Box::new(BufReader::with_capacity(BLOCK, file)));
    }
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    Ok(Box::new(BufReader::with_capacity(BLOCK, bar.wrap_read(file))))
}

/// Rows as they are written.
struct Rows<W: Write> {
    shown: Explain,
    out: W,
    /// The first reply on a line and in full: which of the two is written shows when there is a second one, or isn't.
    first: Option<(String, String)>,
    count: u64,
    summary: Summary,
    /// Buffers for the text of a reply and for its row.
    text: String,
    bytes: Vec<u8>,
}

impl<W: Write> Rows<W> {
    fn heading(&mut self) -> io::Result<()> {
        if self.shown.format == RowFormat::Csv {
            self.out.write_all(
                b"line,text,code,enhanced,reason,outcome,from,rule,actors,retry,retry_after,suppress,notes\n",
            )?;
        }
        Ok(())
    }

    fn add(&mut self, number: u64, reply: &Reply<'_>, explanation: &Explanation<'_>) -> io::Result<()> {
        self.count += 1;
        self.summary.add(explanation, self.shown.lang);
        match self.shown.format {
            RowFormat::Text if self.shown.full => {
                if self.count > 1 {
                    self.out.write_all(b"\n")?;
                }
                self.out.write_all(full(reply, explanation, self.shown.lang, style()).as_bytes())
            }
            RowFormat::Text if self.count == 1 => {
                let whole = full(reply, explanation, self.shown.lang, style());
                self.first = Some((self.row(number, reply, explanation), whole));
                Ok(())
            }
            RowFormat::Text => {
                if let Some((row, _)) = self.first.take() {
                    self.out.write_all(row.as_bytes())?;
                }
                let row = self.row(number, reply, explanation);
                self.out.write_all(row.as_bytes())
            }
            RowFormat::Json => {
                Row::text_of(reply, &mut self.text);
                self.bytes.clear();
                Row::new(Some(number), &self.text, explanation).write_json(&mut self.bytes);
                self.bytes.push(b'\n');
                self.out.write_all(&self.bytes)
            }
            RowFormat::Csv => {
                Row::text_of(reply, &mut self.text);
                self.csv(number, explanation)
            }
        }
    }

    fn row(&self, number: u64, reply: &Reply<'_>, explanation: &Explanation<'_>) -> String {
        let cut = io::stdout().is_terminal();
        line(number, &reply.to_string(), explanation, self.shown.lang, style(), cut)
    }

    /// Lists are joined by blanks: none of the ids has one.
    fn csv(&mut self, number: u64, explanation: &Explanation<'_>) -> io::Result<()> {
        let join = |ids: Vec<&str>| ids.join(" ");
        let optional = |id: Option<&str>| id.unwrap_or_default().to_owned();
        let record = [
            number.to_string(),
            self.text.clone(),
            explanation.number().map_or_else(String::new, |number| format!("{number:03}")),
            explanation.enhanced().map_or_else(String::new, |enhanced| enhanced.to_string()),
            optional(explanation.reason().map(wirecodes_explain::Reason::id)),
            optional(explanation.outcome().map(wirecodes::Outcome::id)),
            optional(explanation.evidence().map(wirecodes_explain::Evidence::id)),
            optional(explanation.rule().map(wirecodes_explain::Rule::id)),
            join(explanation.actors().iter().map(|actor| actor.id()).collect()),
            optional(explanation.retry().map(wirecodes::Retry::id)),
            explanation.retry_after().map_or_else(String::new, |delay| delay.as_secs().to_string()),
            explanation.suppress().id().to_owned(),
            join(explanation.notes().iter().map(wirecodes_explain::Note::id).collect()),
        ];
        csv::Writer::from_writer(&mut self.out).write_record(&record).map_err(io::Error::other)
    }

    fn end(&mut self, counts: wirecodes_explain::Counts) -> io::Result<()> {
        let Explain { lang, format, summary, .. } = self.shown;
        if let Some((_, whole)) = self.first.take() {
            self.out.write_all(whole.as_bytes())?;
        }
        let wanted = match summary {
            When::Always => true,
            When::Never => false,
            When::Auto => self.count != 1 && !(self.count == 0 && counts.lines == 0),
        };
        if wanted {
            let text = self.summary.text(counts, lang, style());
            if format == RowFormat::Text {
                if self.count > 0 {
                    self.out.write_all(b"\n")?;
                }
                self.out.write_all(text.as_bytes())?;
            } else {
                self.out.flush()?;
                let mut errors = AutoStream::auto(io::stderr().lock());
                errors.write_all(text.as_bytes())?;
            }
        }
        self.out.flush()
    }
}
