//! Streams: logs, lists of replies, mails and mailboxes of any length, read piece by piece.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;

use crate::bytes::{Kept, pieces};
use crate::error::wrong_type;
use crate::explainer::{Explainer, builtin};
use crate::explanation::{Explanation, Facts};

/// A reply that was found, explained, for which there is no object yet.
pub(crate) struct Found {
    bytes: Box<[u8]>,
    line: u64,
    cut: bool,
    facts: Facts,
}

impl Found {
    fn new(explainer: &wirecodes_explain::Explainer, found: &wirecodes_explain::Found<'_>) -> Found {
        let (_, explanation) = explainer.explain_found(found);
        let facts = Facts::new(explainer, &explanation);
        Found { bytes: found.bytes.into(), line: found.line, cut: found.cut, facts }
    }
}

/// What comes to its end in a piece of a stream.
pub(crate) fn push(
    explainer: &wirecodes_explain::Explainer,
    scanner: &mut wirecodes_explain::Scanner,
    piece: &[u8],
) -> Vec<Found> {
    let mut all = Vec::new();
    let Ok(()) = scanner.push::<std::convert::Infallible>(piece, |found| {
        all.push(Found::new(explainer, &found));
        Ok(())
    });
    all
}

/// What the end of a stream brings to its end.
pub(crate) fn finish(explainer: &wirecodes_explain::Explainer, scanner: &mut wirecodes_explain::Scanner) -> Vec<Found> {
    let mut all = Vec::new();
    let Ok(()) = scanner.finish::<std::convert::Infallible>(|found| {
        all.push(Found::new(explainer, &found));
        Ok(())
    });
    all
}

/// Appends the objects of what was found.
pub(crate) fn objects(
    explainer: &Bound<'_, Explainer>,
    found: Vec<Found>,
    to: &mut Vec<Py<Explanation>>,
) -> PyResult<()> {
    let py = explainer.py();
    to.reserve(found.len());
    for Found { bytes, line, cut, facts } in found {
        let explainer = explainer.clone().unbind();
        let explanation = Explanation { explainer, kept: Kept::Found(bytes), line: Some(line), cut, facts };
        to.push(Py::new(py, explanation)?);
    }
    Ok(())
}

/// Finds the replies in a stream and explains them; its memory does not grow with the stream.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Scanner {
    explainer: Py<Explainer>,
    inner: Mutex<wirecodes_explain::Scanner>,
}

impl Scanner {
    pub(crate) fn new(explainer: Py<Explainer>) -> Scanner {
        Scanner { explainer, inner: Mutex::new(wirecodes_explain::Scanner::new()) }
    }

    /// It is asked for only by threads that let others run meanwhile: one that waited and held the interpreter would wait for ever.
    fn lock(&self) -> MutexGuard<'_, wirecodes_explain::Scanner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Scanner {
    #[new]
    #[pyo3(signature = (explainer = None))]
    fn make(py: Python<'_>, explainer: Option<&Bound<'_, PyAny>>) -> PyResult<Scanner> {
        match explainer {
            None => Ok(Scanner::new(builtin(py)?.clone_ref(py))),
            Some(explainer) => match explainer.cast::<Explainer>() {
                Ok(explainer) => Ok(Scanner::new(explainer.clone().unbind())),
                Err(_) => Err(wrong_type("an Explainer", explainer)),
            },
        }
    }

    /// Reads the next piece of a stream, of any size, and explains every reply that has come to its end.
    #[pyo3(signature = (chunk, /))]
    fn push(&self, py: Python<'_>, chunk: &Bound<'_, PyAny>) -> PyResult<Vec<Py<Explanation>>> {
        let explainer = self.explainer.bind(py);
        let rules = explainer.get().get();
        let mut all = Vec::new();
        pieces(chunk, |piece| {
            let found = py.detach(|| push(rules, &mut self.lock(), piece));
            objects(explainer, found, &mut all)
        })?;
        Ok(all)
    }

    /// Ends a stream: what it ends with is a line even without an end of line. Another stream can follow.
    fn finish(&self, py: Python<'_>) -> PyResult<Vec<Py<Explanation>>> {
        let explainer = self.explainer.bind(py);
        let rules = explainer.get().get();
        let mut all = Vec::new();
        objects(explainer, py.detach(|| finish(rules, &mut self.lock())), &mut all)?;
        Ok(all)
    }

    /// What was read so far.
    #[getter]
    fn counts(&self, py: Python<'_>) -> Counts {
        let counts = py.detach(|| self.lock().counts());
        Counts { lines: counts.lines, bytes: counts.bytes, replies: counts.replies, passed: counts.passed }
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let counts = py.detach(|| self.lock().counts());
        format!("<Scanner at line {}>", counts.lines)
    }
}

/// What a scanner has passed.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Counts {
    /// Lines read.
    #[pyo3(get)]
    lines: u64,
    /// Bytes read.
    #[pyo3(get)]
    bytes: u64,
    /// Replies found.
    #[pyo3(get)]
    replies: u64,
    /// Deliveries that a log or a notification calls successful.
    #[pyo3(get)]
    passed: u64,
}

#[pymethods]
impl Counts {
    fn __repr__(&self) -> String {
        let Counts { lines, bytes, replies, passed } = self;
        format!("<Counts lines={lines} bytes={bytes} replies={replies} passed={passed}>")
    }
}
