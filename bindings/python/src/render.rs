//! What the renderings have in common.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use wirecodes_render::Style;

/// Text of some width without colours.
pub(crate) fn plain(width: usize) -> Style {
    Style::plain(width)
}

/// JSON as Python objects.
pub(crate) fn dict<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((json,))
}
