//! What is known of a reply. Of the many that are made at once few are looked at closely, so an object keeps the bytes and
//! plain facts; what is seldom asked is found out by explaining the bytes again.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};
use wirecodes::reply::{Enhanced, Reply};
use wirecodes::{Outcome, Retry};
use wirecodes_explain::{Evidence, Found, Notes, Row, Suppress};

use crate::bytes::Kept;
use crate::code::{self, Code};
use crate::explainer::Explainer;
use crate::input::{ENGLISH, Lang};
use crate::kinds::{Kind, member, members};
use crate::pickle::{Reduced, not_pickled};
use crate::reason::Reason;
use crate::render;
use crate::rule::Rule;

/// What an explanation says, without what it borrows.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    command: Option<&'static str>,
    number: Option<u16>,
    enhanced: Option<Enhanced>,
    /// Places in the lists of the explainer.
    reason: Option<u32>,
    rule: Option<u32>,
    retry_after: Option<u64>,
    notes: Notes,
    outcome: Option<Outcome>,
    evidence: Option<Evidence>,
    retry: Option<Retry>,
    suppress: Suppress,
}

impl Facts {
    /// Those of an explanation that an explainer gave.
    #[inline]
    pub(crate) fn new(by: &wirecodes_explain::Explainer, of: &wirecodes_explain::Explanation<'_>) -> Facts {
        let small = |place: Option<usize>| place.and_then(|place| u32::try_from(place).ok());
        Facts {
            command: of.command(),
            number: of.number(),
            enhanced: of.enhanced(),
            reason: small(of.reason().and_then(|reason| by.reasons().element_offset(reason))),
            rule: small(of.rule().and_then(|rule| by.rules().element_offset(rule))),
            retry_after: of.retry_after().map(|delay| delay.as_secs()),
            notes: of.notes(),
            outcome: of.outcome(),
            evidence: of.evidence(),
            retry: of.retry(),
            suppress: of.suppress(),
        }
    }
}

/// What a reply means and what to do: what `explain` gives.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Explanation {
    pub(crate) explainer: Py<Explainer>,
    pub(crate) kept: Kept,
    pub(crate) line: Option<u64>,
    /// Whether the bytes are only the beginning of what there was.
    pub(crate) cut: bool,
    pub(crate) facts: Facts,
}

/// One that was pickled.
#[pyfunction]
#[pyo3(signature = (bytes, line, cut, /))]
pub(crate) fn explained(bytes: &Bound<'_, PyBytes>, line: Option<u64>, cut: bool) -> PyResult<Explanation> {
    let explainer = crate::explainer::builtin(bytes.py())?.bind(bytes.py());
    let mut explanation = crate::explainer::explain(explainer, bytes)?;
    (explanation.line, explanation.cut) = (line, cut);
    explanation.facts = explanation.again(bytes.py(), |_, of| Facts::new(explainer.get().get(), of));
    Ok(explanation)
}

impl Explanation {
    /// Explains the bytes once more, and lets `ask` look at all that comes of it.
    fn again<T>(&self, py: Python<'_>, ask: impl FnOnce(&Reply<'_>, &wirecodes_explain::Explanation<'_>) -> T) -> T {
        let found = Found::new(self.line.unwrap_or(0), self.kept.get(py), self.cut);
        let (reply, explanation) = self.explainer.get().get().explain_found(&found);
        ask(&reply, &explanation)
    }
}

#[pymethods]
impl Explanation {
    /// The number of the line on which the reply begins, from 1; `None` if it was not found in a stream.
    #[getter]
    fn line(&self) -> Option<u64> {
        self.line
    }

    /// The lines of the reply with their codes; what is not UTF-8 as U+FFFD, and control characters escaped.
    #[getter]
    fn text(&self, py: Python<'_>) -> String {
        self.again(py, |reply, _| {
            let mut text = String::new();
            Row::text_of(reply, &mut text);
            text
        })
    }

    /// What was explained.
    #[getter]
    fn bytes(&self, py: Python<'_>) -> Py<PyBytes> {
        self.kept.object(py)
    }

    /// The number of the reply code; `None` where there was no reply, as when no connection could be made.
    #[getter]
    fn number(&self) -> Option<u16> {
        self.facts.number
    }

    /// The reply code, if the dataset has it.
    #[getter]
    fn code(&self, py: Python<'_>) -> PyResult<Option<Py<Code>>> {
        code::optional(py, self.facts.number.and_then(wirecodes::smtp::lookup))
    }

    /// The enhanced code, known or not.
    #[getter]
    fn enhanced(&self) -> Option<String> {
        self.facts.enhanced.map(|enhanced| enhanced.to_string())
    }

    /// The enhanced code, if the dataset has it.
    #[getter]
    fn enhanced_code(&self, py: Python<'_>) -> PyResult<Option<Py<Code>>> {
        code::optional(py, self.facts.enhanced.and_then(Enhanced::code))
    }

    /// The command that was answered, where a log names it: `RCPT`, `end-of-data`.
    #[getter]
    fn command(&self) -> Option<&'static str> {
        self.facts.command
    }

    /// Why the server did not take the message; `None` where neither text nor codes tell.
    #[getter]
    fn reason(&self, py: Python<'_>) -> PyResult<Option<Py<Reason>>> {
        self.facts.reason.map(|reason| self.explainer.get().reason(py, reason as usize)).transpose()
    }

    /// The rule that said so.
    #[getter]
    fn rule(&self, py: Python<'_>) -> PyResult<Option<Py<Rule>>> {
        self.facts.rule.map(|rule| self.explainer.get().rule(py, rule as usize)).transpose()
    }

    /// Whether it failed for now or for good; `None` if neither text nor code tells.
    #[getter]
    fn outcome(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        member(py, self.facts.outcome)
    }

    /// What reason and outcome were drawn from; `None` if there was nothing to draw from.
    #[getter]
    fn evidence(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        member(py, self.facts.evidence)
    }

    /// Who can act, most likely first: by the reason, or else by the entry of the code.
    #[getter]
    fn actors(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        match self.reason(py)? {
            Some(reason) => Ok(reason.get().actors.clone_ref(py)),
            None => self.again(py, |_, of| members(py, of.actors().iter().copied())),
        }
    }

    /// Whether to try again; `None` if not even the outcome is known.
    #[getter]
    fn retry(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        member(py, self.facts.retry)
    }

    /// The seconds that the reply itself asks to wait.
    #[getter]
    fn retry_after(&self) -> Option<u64> {
        self.facts.retry_after
    }

    /// Whether to take the address off a list.
    #[getter]
    fn suppress(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.facts.suppress.member(py)
    }

    /// What else to know about the reply, and about how it was read.
    #[getter]
    fn notes(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        members(py, self.facts.notes.iter())
    }

    /// Whether part of the reply is missing or makes no sense.
    #[getter]
    fn is_damaged(&self) -> bool {
        self.facts.notes.is_damaged()
    }

    /// As text for a terminal: all that there is to say.
    #[pyo3(signature = (lang = ENGLISH, width = 80), text_signature = "($self, lang='en', width=80)")]
    fn to_text(&self, py: Python<'_>, lang: Lang, width: usize) -> String {
        self.again(py, |reply, of| wirecodes_render::explain::full(reply, of, lang.0, render::plain(width)))
    }

    /// As JSON on one line, as the command writes it.
    fn to_json(&self, py: Python<'_>) -> String {
        self.again(py, |reply, of| {
            let (mut text, mut json) = (String::new(), Vec::new());
            Row::text_of(reply, &mut text);
            Row::new(self.line, &text, of).write_json(&mut json);
            String::from_utf8(json).expect("JSON of text is text")
        })
    }

    /// As a dict, in the form of the JSON.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        render::dict(py, &self.to_json(py))
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, Explanation>) -> bool {
        let other = other.get();
        self.line == other.line
            && self.cut == other.cut
            && self.explainer.is(&other.explainer)
            && self.kept.get(py) == other.kept.get(py)
    }

    fn __hash__(&self, py: Python<'_>) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.kept.get(py), self.line).hash(&mut hasher);
        hasher.finish()
    }

    fn __str__(&self, py: Python<'_>) -> String {
        self.text(py)
    }

    fn __repr__(&self) -> String {
        let reasons = self.explainer.get().get().reasons();
        let reason = self.facts.reason.map_or("-", |reason| reasons[reason as usize].id());
        format!("<Explanation {reason} {}>", self.facts.outcome.map_or("-", Outcome::id))
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(Py<PyBytes>, Option<u64>, bool)> {
        if !self.explainer.get().is_builtin() {
            return Err(not_pickled("an explanation by users' rules"));
        }
        let again = py.import("wirecodes._wirecodes")?.getattr("explained")?.unbind();
        Ok((again, (self.kept.object(py), self.line, self.cut)))
    }
}
