//! What can be said of a well-formed code, known or not.

use pyo3::prelude::*;

use crate::code::{self, Code};
use crate::error::raise;
use crate::groups::{Class, Subject};
use crate::input::{ENGLISH, Lang};
use crate::kinds::member;
use crate::pickle::{Reduced, call};
use crate::render;

/// What can be said of a well-formed code, known or not: what `interpret` gives.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Interpretation {
    /// The protocol that the code belongs to, and its text, which that protocol has read before.
    protocol: wirecodes::Protocol,
    text: String,
}

impl Interpretation {
    pub(crate) fn new(py: Python<'_>, asked: wirecodes::Protocol, text: String) -> PyResult<Interpretation> {
        let of = asked.interpret(&text).map_err(|error| raise(py, error))?;
        Ok(Interpretation { protocol: of.protocol(), text: of.to_string() })
    }

    fn of(&self) -> wirecodes::Interpretation<'_> {
        self.protocol.interpret(&self.text).expect("it was read before")
    }
}

#[pymethods]
impl Interpretation {
    /// Id of the protocol: the one asked for, or its companion.
    #[getter]
    fn protocol(&self) -> &'static str {
        self.protocol.id()
    }

    /// The code as on the wire.
    #[getter]
    fn code(&self) -> &str {
        &self.text
    }

    /// The number, in protocols whose codes are numbers.
    #[getter]
    fn number(&self) -> Option<u16> {
        self.of().number()
    }

    /// The code itself, if the dataset has it.
    #[getter]
    fn entry(&self, py: Python<'_>) -> PyResult<Option<Py<Code>>> {
        code::optional(py, self.of().code())
    }

    /// Whether the dataset has it.
    #[getter]
    fn is_registered(&self) -> bool {
        self.of().is_registered()
    }

    /// The class that its form puts it in.
    #[getter]
    fn class_(&self, py: Python<'_>) -> PyResult<Option<Class>> {
        self.of().class().map(|class| Class::new(py, class)).transpose()
    }

    /// The subject that its form puts it under.
    #[getter]
    fn subject(&self) -> Option<Subject> {
        self.of().subject().map(Subject::new)
    }

    /// The outcome: the code's own, or the one that its class decides.
    #[getter]
    fn outcome(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        member(py, self.of().outcome())
    }

    /// Whether to make the same request again: the code's own advice, or that of its class.
    #[getter]
    fn retry(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        member(py, self.of().retry())
    }

    /// One sentence: the code's gist, or what its form alone says.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn gist(&self, lang: Lang) -> String {
        self.of().gist(lang.0).to_string()
    }

    /// The codes of the dataset that are nearest to it, nearest first.
    #[pyo3(signature = (count = 3))]
    fn nearest(&self, py: Python<'_>, count: usize) -> PyResult<Vec<Py<Code>>> {
        code::objects(py, self.of().nearest().take(count))
    }

    /// As text for a terminal.
    #[pyo3(signature = (lang = ENGLISH, width = 80), text_signature = "($self, lang='en', width=80)")]
    fn to_text(&self, lang: Lang, width: usize) -> String {
        wirecodes_render::text::interpretation(&self.of(), lang.0, render::plain(width))
    }

    /// As Markdown.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_markdown(&self, lang: Lang) -> String {
        wirecodes_render::markdown::interpretation(&self.of(), lang.0)
    }

    /// As a self-contained HTML page.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_html(&self, lang: Lang) -> String {
        wirecodes_render::html::interpretation(&self.of(), lang.0)
    }

    /// As JSON, in the documented form.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_json(&self, lang: Lang) -> String {
        wirecodes_render::json::interpretation(&self.of(), lang.0)
    }

    /// As a dict, in the documented form of the JSON.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
        render::dict(py, &self.to_json(lang))
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("wirecodes.interpret('{}', '{}')", self.protocol, self.text)
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(&'static str, &str)> {
        call(py, "interpret", (self.protocol.id(), &self.text))
    }
}
