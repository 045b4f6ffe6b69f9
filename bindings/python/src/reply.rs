//! Raw replies, read.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};
use wirecodes::reply::{self, Enhanced};

use crate::bytes::Kept;
use crate::code::{self, Code};
use crate::kinds::{Kind, members};
use crate::pickle::{Reduced, call};

/// A reply that was read: what `read_reply` gives.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Reply {
    pub(crate) kept: Kept,
}

impl Reply {
    /// It borrows its bytes, so it is read again for each question, which is quick.
    fn of<'r>(&'r self, py: Python<'r>) -> reply::Reply<'r> {
        reply::read(self.kept.get(py))
    }
}

#[pymethods]
impl Reply {
    /// Where it was found.
    #[getter]
    fn source(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.of(py).source().member(py)
    }

    /// The number of the reply code, known or not; `None` where there was no reply, as when a connection could not be made.
    #[getter]
    fn number(&self, py: Python<'_>) -> Option<u16> {
        self.of(py).number()
    }

    /// The reply code, if the dataset has it.
    #[getter]
    fn code(&self, py: Python<'_>) -> PyResult<Option<Py<Code>>> {
        code::optional(py, self.of(py).code())
    }

    /// The enhanced status code, known or not: that of the reply, and if it has none, the status that the log or the bounce gives.
    #[getter]
    fn enhanced(&self, py: Python<'_>) -> Option<String> {
        self.of(py).enhanced().map(|enhanced| enhanced.to_string())
    }

    /// The enhanced status code, if the dataset has it.
    #[getter]
    fn enhanced_code(&self, py: Python<'_>) -> PyResult<Option<Py<Code>>> {
        code::optional(py, self.of(py).enhanced().and_then(Enhanced::code))
    }

    /// The command that was answered, where the log names it: `RCPT`, `end-of-data`, `connect`.
    #[getter]
    fn command(&self, py: Python<'_>) -> Option<&'static str> {
        self.of(py).command()
    }

    /// The class digit that decides what a client does: that of the reply, else that of the enhanced code.
    #[getter]
    fn class_(&self, py: Python<'_>) -> Option<u16> {
        self.of(py).class()
    }

    /// The lines, each without its codes. Where there was no reply, what the log says instead.
    #[getter]
    fn lines(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let lines = self.of(py).lines().map(|line| {
            let line = ReplyLine {
                number: line.number(),
                is_continued: line.is_continued(),
                enhanced: line.enhanced().map(|enhanced| enhanced.to_string()),
                bytes: PyBytes::new(py, line.text()).unbind(),
            };
            Py::new(py, line)
        });
        Ok(PyTuple::new(py, lines.collect::<PyResult<Vec<_>>>()?)?.unbind())
    }

    /// What is not as it should be.
    #[getter]
    fn faults(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        members(py, self.of(py).faults().iter())
    }

    /// The bytes of the reply itself, without what surrounded it in a log.
    #[getter]
    fn bytes(&self, py: Python<'_>) -> Py<PyBytes> {
        PyBytes::new(py, self.of(py).as_bytes()).unbind()
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, Reply>) -> bool {
        self.of(py) == other.get().of(py)
    }

    fn __hash__(&self, py: Python<'_>) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.of(py).hash(&mut hasher);
        hasher.finish()
    }

    fn __str__(&self, py: Python<'_>) -> String {
        self.of(py).to_string()
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let reply = self.of(py);
        let number = reply.number().map_or("-".to_owned(), |number| format!("{number:03}"));
        let enhanced = reply.enhanced().map_or("-".to_owned(), |enhanced| enhanced.to_string());
        format!("<Reply {number} {enhanced}>")
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(Py<PyBytes>,)> {
        call(py, "read_reply", (self.kept.object(py),))
    }
}

/// A line of a reply.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct ReplyLine {
    /// The number of its code.
    #[pyo3(get)]
    number: Option<u16>,
    /// Whether it says that another line follows, by a hyphen after the code.
    #[pyo3(get)]
    is_continued: bool,
    /// Its enhanced code, whether it agrees with the reply code or not.
    #[pyo3(get)]
    enhanced: Option<String>,
    /// What follows the codes, as it was sent.
    #[pyo3(get)]
    bytes: Py<PyBytes>,
}

#[pymethods]
impl ReplyLine {
    /// What follows the codes; what is not UTF-8 as U+FFFD.
    #[getter]
    fn text(&self, py: Python<'_>) -> String {
        String::from_utf8_lossy(self.bytes.as_bytes(py)).into_owned()
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        format!("<ReplyLine {:?}>", self.text(py))
    }
}
