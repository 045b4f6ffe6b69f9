//! Pickling and copying: every object that has a name of its own is made again by the public function that finds it.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

/// What `__reduce__` returns: a function and its arguments.
pub(crate) type Reduced<A> = PyResult<(Py<PyAny>, A)>;

/// A call of a public function of the package.
pub(crate) fn call<A>(py: Python<'_>, function: &str, args: A) -> Reduced<A> {
    Ok((py.import("wirecodes")?.getattr(function)?.unbind(), args))
}

/// Why what depends on users' rules is not pickled: they are not in the pickle.
#[cold]
pub(crate) fn not_pickled(what: &str) -> PyErr {
    PyTypeError::new_err(format!("{what} can't be pickled or copied: it needs the files of those rules"))
}
