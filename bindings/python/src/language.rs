//! Languages.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;

use crate::pickle::{Reduced, call};

/// A language that texts are in.
#[pyclass(frozen, eq, hash, module = "wirecodes")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Language {
    pub(crate) inner: wirecodes::Lang,
}

/// The languages in order, as a tuple.
pub(crate) fn all(py: Python<'_>) -> PyResult<Py<PyTuple>> {
    static ALL: PyOnceLock<Py<PyTuple>> = PyOnceLock::new();
    let make = || {
        let languages = wirecodes::Lang::ALL.iter().map(|&inner| Py::new(py, Language { inner }));
        Ok(PyTuple::new(py, languages.collect::<PyResult<Vec<_>>>()?)?.unbind())
    };
    ALL.get_or_try_init(py, make).map(|all| all.clone_ref(py))
}

/// The object of a language.
pub(crate) fn object(py: Python<'_>, lang: wirecodes::Lang) -> PyResult<Py<PyAny>> {
    Ok(all(py)?.bind(py).get_item(lang as usize)?.unbind())
}

#[pymethods]
impl Language {
    /// Its BCP 47 tag, such as `ja`.
    #[getter]
    fn tag(&self) -> &'static str {
        self.inner.tag()
    }

    /// Its English name.
    #[getter]
    fn name(&self) -> &'static str {
        self.inner.name()
    }

    /// Its own name for itself.
    #[getter]
    fn native_name(&self) -> &'static str {
        self.inner.native_name()
    }

    fn __str__(&self) -> &'static str {
        self.inner.tag()
    }

    fn __repr__(&self) -> String {
        format!("wirecodes.language('{}')", self.inner)
    }

    fn __reduce__(&self, py: Python<'_>) -> Reduced<(&'static str,)> {
        call(py, "language", (self.inner.tag(),))
    }
}
