//! Codes that share a class, a subject or both.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::code;
use crate::groups::{Class, Subject};
use crate::input::{ENGLISH, Lang};
use crate::kinds::member;
use crate::pickle::{Reduced, call};
use crate::render;

/// Codes that share a class, a subject or both: what `family` gives.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
pub(crate) struct Family {
    inner: wirecodes::Family,
    /// The class that they share, if it is given.
    #[pyo3(get)]
    class_: Py<PyAny>,
    /// The subject that they share, if it is given.
    #[pyo3(get)]
    subject: Py<PyAny>,
    /// The outcome that the class decides.
    #[pyo3(get)]
    outcome: Py<PyAny>,
    /// Whether to try again, where the class decides it.
    #[pyo3(get)]
    retry: Py<PyAny>,
}

impl PartialEq for Family {
    fn eq(&self, other: &Family) -> bool {
        self.inner == other.inner
    }
}

impl Eq for Family {}

impl std::hash::Hash for Family {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.inner.hash(state);
    }
}

impl Family {
    pub(crate) fn new(py: Python<'_>, inner: wirecodes::Family) -> PyResult<Family> {
        Ok(Family {
            inner,
            class_: match inner.class() {
                Some(class) => Py::new(py, Class::new(py, class)?)?.into_any(),
                None => py.None(),
            },
            subject: match inner.subject() {
                Some(subject) => Py::new(py, Subject::new(subject))?.into_any(),
                None => py.None(),
            },
            outcome: member(py, inner.outcome())?,
            retry: member(py, inner.retry())?,
        })
    }
}

#[pymethods]
impl Family {
    /// Id of the protocol: the one asked for, or its companion.
    #[getter]
    fn protocol(&self) -> &'static str {
        self.inner.protocol().id()
    }

    /// Its codes in order: with a class, those that are in use with it; of dotted codes without, the details.
    #[getter]
    fn codes(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        Ok(PyTuple::new(py, code::objects(py, self.inner.codes())?)?.unbind())
    }

    /// What class and subject say, a text each.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn texts(&self, py: Python<'_>, lang: Lang) -> PyResult<Py<PyTuple>> {
        Ok(PyTuple::new(py, self.inner.texts(lang.0).collect::<Vec<_>>())?.unbind())
    }

    /// As text for a terminal.
    #[pyo3(signature = (lang = ENGLISH, width = 80), text_signature = "($self, lang='en', width=80)")]
    fn to_text(&self, lang: Lang, width: usize) -> String {
        wirecodes_render::text::family(self.inner, lang.0, render::plain(width))
    }

    /// As Markdown.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_markdown(&self, lang: Lang) -> String {
        wirecodes_render::markdown::family(self.inner, lang.0)
    }

    /// As a self-contained HTML page.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_html(&self, lang: Lang) -> String {
        wirecodes_render::html::family(self.inner, lang.0)
    }

    /// As JSON, in the documented form.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_json(&self, lang: Lang) -> String {
        wirecodes_render::json::family(self.inner, lang.0)
    }

    /// As a dict, in the documented form of the JSON.
    #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
        render::dict(py, &self.to_json(lang))
    }

    fn __str__(&self) -> String {
        self.inner.to_string()
    }

    fn __repr__(&self) -> String {
        format!("wirecodes.family('{}', '{}')", self.inner.protocol(), self.inner)
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(&'static str, String)> {
        call(py, "family", (self.inner.protocol().id(), self.inner.to_string()))
    }
}
