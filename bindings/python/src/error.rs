//! Errors: the core's kinds as the exceptions that `wirecodes._errors` defines. A wrong type is a `TypeError`.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use wirecodes::{Error, ErrorKind};

/// The exception for an error of the core.
#[cold]
pub(crate) fn raise(py: Python<'_>, error: Error) -> PyErr {
    static CLASSES: [PyOnceLock<Py<PyType>>; 4] = [const { PyOnceLock::new() }; 4];
    let (place, name) = match error.kind() {
        ErrorKind::InvalidCode => (0, "InvalidCode"),
        ErrorKind::UnknownProtocol => (1, "UnknownProtocol"),
        ErrorKind::UnknownLanguage => (2, "UnknownLanguage"),
        // The core may get further kinds; the most general one is the least wrong.
        ErrorKind::UnknownCode | _ => (3, "UnknownCode"),
    };
    match CLASSES[place].import(py, "wirecodes._errors", name) {
        Ok(class) => PyErr::from_type(class.clone(), error.to_string()),
        Err(error) => error,
    }
}

/// A `TypeError` that says what was expected and what was given.
#[cold]
pub(crate) fn wrong_type(expected: &str, found: &Bound<'_, PyAny>) -> PyErr {
    let name = found.get_type().name().map(|name| name.to_string());
    PyTypeError::new_err(format!("expected {expected}, not {}", name.as_deref().unwrap_or("this")))
}
