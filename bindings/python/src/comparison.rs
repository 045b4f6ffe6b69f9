//! Two codes against each other.

use std::cmp::Ordering;

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::code::{self, Code};
use crate::input::Lang;
use crate::kinds::{Kind, member};
use crate::parts::{Related, references};
use crate::pickle::{Reduced, call};
use crate::render;

/// Two codes against each other, in a language: what `compare` gives.
#[pyclass(frozen, eq, ord, hash, module = "wirecodes")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Comparison {
    inner: wirecodes::Comparison,
    lang: wirecodes::Lang,
}

/// By the first code, the second, and the language.
impl PartialOrd for Comparison {
    fn partial_cmp(&self, other: &Comparison) -> Option<Ordering> {
        let key = |of: &Comparison| (of.inner.a(), of.inner.b(), of.lang as usize);
        Some(key(self).cmp(&key(other)))
    }
}

impl Comparison {
    pub(crate) fn new(a: wirecodes::Code, b: wirecodes::Code, lang: Lang) -> Comparison {
        Comparison { inner: wirecodes::compare(a, b), lang: lang.0 }
    }
}

#[pymethods]
impl Comparison {
    /// The first code.
    #[getter]
    fn a(&self, py: Python<'_>) -> PyResult<Py<Code>> {
        code::object(py, self.inner.a())
    }

    /// The second code.
    #[getter]
    fn b(&self, py: Python<'_>) -> PyResult<Py<Code>> {
        code::object(py, self.inner.b())
    }

    /// Tag of the language of its texts.
    #[getter]
    fn lang(&self) -> &'static str {
        self.lang.tag()
    }

    /// What matters most about the pair, and so what its summary says.
    #[getter]
    fn lead(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.inner.lead().member(py)
    }

    /// One or two sentences that say what sets the two apart.
    #[getter]
    fn summary(&self) -> String {
        self.inner.summary(self.lang).to_string()
    }

    /// The relation that was written by hand for the pair, if there is one; it leads.
    #[getter]
    fn relation(&self, py: Python<'_>) -> PyResult<Option<Related>> {
        self.inner.relation().map(|related| Related::new(py, related)).transpose()
    }

    /// The properties of the two side by side.
    #[getter]
    fn facets(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let facets = self.inner.facets().map(|of| {
            let string = |text: &dyn std::fmt::Display| PyString::new(py, &text.to_string()).unbind();
            let facet = Facet {
                kind: of.kind().member(py)?,
                label: PyString::new(py, of.label(self.lang)).unbind(),
                a: string(&of.a(self.lang)),
                b: string(&of.b(self.lang)),
                same: of.is_same(),
            };
            Py::new(py, facet)
        });
        Ok(PyTuple::new(py, facets.collect::<PyResult<Vec<_>>>()?)?.unbind())
    }

    /// The differences in words, what matters most first.
    #[getter]
    fn differences(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let differences = self.inner.differences(self.lang).map(|of| {
            Py::new(py, Difference { kind: member(py, of.kind())?, text: PyString::new(py, &of.to_string()).unbind() })
        });
        Ok(PyTuple::new(py, differences.collect::<PyResult<Vec<_>>>()?)?.unbind())
    }

    /// When to use which.
    #[getter]
    fn choose(&self) -> Choice {
        let choice = self.inner.choose(self.lang);
        Choice { a: choice.a, b: choice.b, note: choice.note.map(|note| note.to_string()) }
    }

    /// The references of both, each once.
    #[getter]
    fn references(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        references(py, self.inner.references())
    }

    /// For a reply code and an enhanced code: how they go together in one reply.
    #[getter]
    fn pairing(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        member(py, self.inner.pairing())
    }

    /// Of a reply code and an enhanced code that contradict each other, the one to believe.
    #[getter]
    fn believed(&self, py: Python<'_>) -> PyResult<Option<Py<Code>>> {
        code::optional(py, self.inner.believed())
    }

    /// The same comparison with sides swapped.
    fn swapped(&self) -> Comparison {
        Comparison { inner: self.inner.swapped(), lang: self.lang }
    }

    /// As text for a terminal.
    #[pyo3(signature = (width = 80))]
    fn to_text(&self, width: usize) -> String {
        wirecodes_render::text::comparison(self.inner, self.lang, render::plain(width))
    }

    /// As Markdown.
    fn to_markdown(&self) -> String {
        wirecodes_render::markdown::comparison(self.inner, self.lang)
    }

    /// As a self-contained HTML page.
    fn to_html(&self) -> String {
        wirecodes_render::html::comparison(self.inner, self.lang)
    }

    /// As JSON, in the documented form.
    fn to_json(&self) -> String {
        wirecodes_render::json::comparison(self.inner, self.lang)
    }

    /// As a dict, in the documented form of the JSON.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        render::dict(py, &self.to_json())
    }

    fn __str__(&self) -> String {
        self.summary()
    }

    fn __repr__(&self) -> String {
        format!("wirecodes.compare('{}', '{}', lang='{}')", self.inner.a(), self.inner.b(), self.lang)
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(Py<Code>, Py<Code>, &'static str)> {
        call(py, "compare", (self.a(py)?, self.b(py)?, self.lang.tag()))
    }
}

/// A property of two codes side by side.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Facet {
    /// Which property.
    #[pyo3(get)]
    kind: Py<PyAny>,
    /// A word or two for it.
    #[pyo3(get)]
    label: Py<PyString>,
    /// The value of the first code, in words.
    #[pyo3(get)]
    a: Py<PyString>,
    /// The value of the second code, in words.
    #[pyo3(get)]
    b: Py<PyString>,
    /// Whether the two are the same in it.
    #[pyo3(get)]
    same: bool,
}

#[pymethods]
impl Facet {
    fn __repr__(&self) -> String {
        format!("<Facet {}: {} | {}>", self.label, self.a, self.b)
    }
}

/// A difference in words.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Difference {
    /// The property that differs; `None` for the remark that only the reasons do.
    #[pyo3(get)]
    kind: Py<PyAny>,
    /// The sentences.
    #[pyo3(get)]
    text: Py<PyString>,
}

#[pymethods]
impl Difference {
    fn __str__(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    fn __repr__(&self) -> String {
        format!("<Difference {}>", self.text)
    }
}

/// When to use which of two codes.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Choice {
    /// When to use the first.
    #[pyo3(get)]
    a: &'static str,
    /// When to use the second.
    #[pyo3(get)]
    b: &'static str,
    /// What else there is to say about the choice.
    #[pyo3(get)]
    note: Option<String>,
}

#[pymethods]
impl Choice {
    fn __repr__(&self) -> String {
        format!("<Choice {} | {}>", self.a, self.b)
    }
}
