//! Classes and subjects.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::input::{ENGLISH, Lang};
use crate::kinds::member;

/// The class of a code: for SMTP its first digit, `4yz` Transient Negative Completion.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
pub(crate) struct Class {
    inner: wirecodes::Class,
    /// What its codes have come to, where the class decides it.
    #[pyo3(get)]
    outcome: Py<PyAny>,
    /// Whether to try again, where the class decides it.
    #[pyo3(get)]
    retry: Py<PyAny>,
}

/// The subject of a code: for SMTP its second digit, `x5z` Mail System.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
pub(crate) struct Subject {
    inner: wirecodes::Subject,
}

impl Class {
    pub(crate) fn new(py: Python<'_>, inner: wirecodes::Class) -> PyResult<Class> {
        Ok(Class { inner, outcome: member(py, inner.outcome())?, retry: member(py, inner.retry())? })
    }
}

impl Subject {
    pub(crate) fn new(inner: wirecodes::Subject) -> Subject {
        Subject { inner }
    }
}

/// Classes as a tuple.
pub(crate) fn classes(py: Python<'_>, classes: impl Iterator<Item = wirecodes::Class>) -> PyResult<Py<PyTuple>> {
    let classes = classes.map(|inner| Py::new(py, Class::new(py, inner)?)).collect::<PyResult<Vec<_>>>()?;
    Ok(PyTuple::new(py, classes)?.unbind())
}

/// Subjects as a tuple.
pub(crate) fn subjects(py: Python<'_>, subjects: impl Iterator<Item = wirecodes::Subject>) -> PyResult<Py<PyTuple>> {
    let subjects = subjects.map(|inner| Py::new(py, Subject::new(inner))).collect::<PyResult<Vec<_>>>()?;
    Ok(PyTuple::new(py, subjects)?.unbind())
}

macro_rules! group {
    ($name:ident) => {
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.inner == other.inner
            }
        }

        impl Eq for $name {}

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.inner.hash(state);
            }
        }

        #[pymethods]
        impl $name {
            /// As the specification writes it: `4yz`, `x5z`.
            #[getter]
            fn id(&self) -> &'static str {
                self.inner.id()
            }

            /// What stands in a code for it: `4`.
            #[getter]
            fn digits(&self) -> &'static str {
                self.inner.digits()
            }

            /// The specification's name for it.
            #[getter]
            fn name(&self) -> &'static str {
                self.inner.name()
            }

            /// Its name in a language.
            #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
            fn local_name(&self, lang: Lang) -> &'static str {
                self.inner.local_name(lang.0)
            }

            /// What it says, in one or two sentences.
            #[pyo3(signature = (lang = ENGLISH), text_signature = "($self, lang='en')")]
            fn text(&self, lang: Lang) -> &'static str {
                self.inner.text(lang.0)
            }

            fn __str__(&self) -> String {
                format!("{} {}", self.inner.id(), self.inner.name())
            }

            fn __repr__(&self) -> String {
                format!("<{} {} {}>", stringify!($name), self.inner.id(), self.inner.name())
            }
        }
    };
}

group!(Class);
group!(Subject);
