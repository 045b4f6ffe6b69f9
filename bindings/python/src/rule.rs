//! Rules, and the files that users write them in.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyTuple};
use wirecodes_explain::{Fault, Faults};

use crate::error::invalid_rules;
use crate::explainer::{Explainer, Rules};
use crate::input;
use crate::kinds::member;
use crate::parts::strings;
use crate::pickle::{Reduced, call};
use crate::reason::Reason;

/// By which words and codes a reason is seen.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct Rule {
    /// The id, as in JSON.
    #[pyo3(get)]
    id: Py<PyString>,
    /// The reason that it gives; `None` if it tells only for how long.
    #[pyo3(get)]
    reason: Option<Py<Reason>>,
    /// The outcome that it gives whatever the code claims.
    #[pyo3(get)]
    outcome: Py<PyAny>,
    /// What it looks for in the text: any of these; none if codes alone decide.
    #[pyo3(get)]
    phrases: Py<PyTuple>,
    /// What has to stand in the text as well: any of these; none if the phrases are enough.
    #[pyo3(get)]
    also: Py<PyTuple>,
    /// The codes that it needs: any of these, or none.
    #[pyo3(get)]
    codes: Py<PyTuple>,
    /// The software and the providers that write so, where that is known.
    #[pyo3(get)]
    from_: Py<PyTuple>,
    /// Replies that it decides.
    #[pyo3(get)]
    examples: Py<PyTuple>,
}

impl Rule {
    /// The one at a place in the list of an explainer.
    pub(crate) fn new(py: Python<'_>, explainer: &Explainer, rules: &Rules, index: usize) -> PyResult<Rule> {
        let of = &rules.get().rules()[index];
        let reason = rules.get().reason_of(of).and_then(|reason| rules.get().reasons().element_offset(reason));
        Ok(Rule {
            id: PyString::intern(py, of.id()).unbind(),
            reason: reason.map(|reason| explainer.reason(py, reason)).transpose()?,
            outcome: member(py, of.outcome())?,
            phrases: PyTuple::new(py, of.phrases().iter().map(ToString::to_string))?.unbind(),
            also: PyTuple::new(py, of.also().iter().map(ToString::to_string))?.unbind(),
            codes: PyTuple::new(py, of.codes().iter().map(ToString::to_string))?.unbind(),
            from_: strings(py, of.from())?,
            examples: strings(py, of.examples())?,
        })
    }
}

#[pymethods]
impl Rule {
    fn __str__(&self, py: Python<'_>) -> Py<PyString> {
        self.id.clone_ref(py)
    }

    fn __repr__(&self) -> String {
        format!("<Rule {}>", self.id)
    }
}

/// A file of rules, and perhaps of reasons, that was read.
#[pyclass(frozen, module = "wirecodes")]
pub(crate) struct RuleFile {
    pub(crate) inner: wirecodes_explain::RuleFile,
}

#[pymethods]
impl RuleFile {
    /// Reads the text of one; `name` is what faults call it.
    #[staticmethod]
    #[pyo3(signature = (name, text, /))]
    fn parse(py: Python<'_>, name: &Bound<'_, PyString>, text: &Bound<'_, PyString>) -> PyResult<RuleFile> {
        RuleFile::new(py, &input::text(name), &input::text(text))
    }

    /// Reads one from a file; its path is what faults call it.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn read(path: &Bound<'_, PyAny>) -> PyResult<RuleFile> {
        let py = path.py();
        // Opened by Python, so that errors are those of its `open`. That takes numbers too, which are no paths.
        let path = py.import("os")?.call_method1("fsdecode", (path,))?;
        let file = py.import("io")?.call_method1("FileIO", (&path,))?;
        let bytes = file.call_method0("read");
        file.call_method0("close")?;
        let name = path.cast::<PyString>()?.to_string_lossy().into_owned();
        let bytes = bytes?.cast_into::<PyBytes>()?;
        let bytes = bytes.as_bytes();
        match str::from_utf8(bytes) {
            Ok(text) => RuleFile::new(py, &name, text),
            Err(error) => Err(not_text(py, &name, &bytes[..error.valid_up_to()])),
        }
    }

    /// What faults call it.
    #[getter]
    fn name(&self) -> &str {
        self.inner.name()
    }

    fn __repr__(&self) -> String {
        format!("<RuleFile {}>", self.inner.name())
    }
}

impl RuleFile {
    fn new(py: Python<'_>, name: &str, text: &str) -> PyResult<RuleFile> {
        match wirecodes_explain::RuleFile::parse(name, text) {
            Ok(inner) => Ok(RuleFile { inner }),
            Err(faults) => Err(invalid_rules(py, faults)),
        }
    }
}

/// For a file that is not UTF-8, by what stands before the first bytes that aren't.
#[cold]
fn not_text(py: Python<'_>, name: &str, before: &[u8]) -> PyErr {
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let faults = Faults::new(vec![Fault::new(name, line, "the file is not UTF-8")]);
    invalid_rules(py, faults.expect("there is one"))
}

/// Something that is wrong with a file of rules.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct RuleFault {
    /// The file, as the caller named it.
    #[pyo3(get)]
    file: String,
    /// The line in it, from 1.
    #[pyo3(get)]
    line: usize,
    /// What is wrong, and what was expected.
    #[pyo3(get)]
    message: String,
}

impl From<Fault> for RuleFault {
    fn from(fault: Fault) -> RuleFault {
        RuleFault { file: fault.file, line: fault.line, message: fault.message }
    }
}

#[pymethods]
impl RuleFault {
    #[new]
    #[pyo3(signature = (file, line, message, /))]
    fn make(file: String, line: usize, message: String) -> RuleFault {
        RuleFault { file, line, message }
    }

    fn __str__(&self) -> String {
        Fault::new(&self.file, self.line, &self.message).to_string()
    }

    fn __repr__(&self) -> String {
        format!("<RuleFault {}>", self.__str__())
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(&str, usize, &str)> {
        call(py, "RuleFault", (&self.file, self.line, &self.message))
    }
}
