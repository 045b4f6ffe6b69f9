//! Errors: the core's kinds as the exceptions that `wirecodes._errors` defines. A wrong type is a `TypeError`.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use wirecodes::{Error, ErrorKind};
use wirecodes_explain::Faults;

use crate::rule::RuleFault;

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

/// The exception for what is wrong with files of rules.
#[cold]
pub(crate) fn invalid_rules(py: Python<'_>, faults: Faults) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let raise = || {
        let faults = faults.into_iter().map(|fault| Py::new(py, RuleFault::from(fault)));
        let faults = PyTuple::new(py, faults.collect::<PyResult<Vec<_>>>()?)?;
        let class = CLASS.import(py, "wirecodes._errors", "InvalidRules")?;
        Ok(PyErr::from_type(class.clone(), (faults.unbind(),)))
    };
    raise().unwrap_or_else(|error: PyErr| error)
}

/// A `TypeError` that says what was expected and what was given.
#[cold]
pub(crate) fn wrong_type(expected: &str, found: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!("expected {expected}, not {}", type_name(found)))
}

/// The same for something in a list: `replies[3]`.
#[cold]
pub(crate) fn wrong_item(list: &str, place: usize, expected: &str, found: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!("{list}[{place}]: expected {expected}, not {}", type_name(found)))
}

fn type_name(of: &Bound<'_, PyAny>) -> String {
    of.get_type().name().map_or_else(|_| "this".to_owned(), |name| name.to_string())
}
