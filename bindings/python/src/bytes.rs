//! Replies and logs as callers pass them: bytes, anything that has the buffer protocol, or text, which stands for its UTF-8.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyMemoryView, PySlice, PyString};

use crate::error::wrong_type;

/// How much of a buffer is looked at in one go. What can change is copied by such pieces, so that memory does not grow with a
/// mapped file, and between two of them Ctrl-C is heard.
const PIECE: usize = 256 * 1024;

/// The bytes of a reply, kept as they came: most callers pass objects that can't change, and nothing is copied of those.
pub(crate) enum Kept {
    /// A Python object, or a copy of what could change.
    Bytes(Py<PyBytes>),
    /// Text that has UTF-8.
    Text(Py<PyString>),
    /// Cut out of a stream.
    Found(Box<[u8]>),
}

impl Kept {
    /// Those of an object, or `None` if it has none.
    #[inline]
    pub(crate) fn new(reply: &Bound<'_, PyAny>) -> PyResult<Option<Kept>> {
        if let Ok(bytes) = reply.cast::<PyBytes>() {
            return Ok(Some(Kept::Bytes(bytes.clone().unbind())));
        }
        if let Ok(string) = reply.cast::<PyString>() {
            return Ok(Some(match string.to_str() {
                Ok(_) => Kept::Text(string.clone().unbind()),
                Err(_) => Kept::Bytes(PyBytes::new(reply.py(), lossy(string)?.as_bytes()).unbind()),
            }));
        }
        match view(reply)? {
            Some(view) => Ok(Some(Kept::Bytes(copy(view.as_any())?.unbind()))),
            None => Ok(None),
        }
    }

    /// Those of an object, or a `TypeError`.
    pub(crate) fn required(reply: &Bound<'_, PyAny>) -> PyResult<Kept> {
        Kept::new(reply)?.ok_or_else(|| wrong_type(EXPECTED, reply))
    }

    /// Them.
    #[inline]
    pub(crate) fn get<'k>(&'k self, py: Python<'k>) -> &'k [u8] {
        match self {
            Kept::Bytes(bytes) => bytes.as_bytes(py),
            Kept::Text(text) => text.bind(py).to_str().expect("it was asked before").as_bytes(),
            Kept::Found(bytes) => bytes,
        }
    }

    /// Them as a Python object.
    pub(crate) fn object(&self, py: Python<'_>) -> Py<PyBytes> {
        match self {
            // Not an instance of somebody's subclass.
            Kept::Bytes(bytes) if bytes.bind(py).is_exact_instance_of::<PyBytes>() => bytes.clone_ref(py),
            _ => PyBytes::new(py, self.get(py)).unbind(),
        }
    }
}

/// What errors say was expected.
pub(crate) const EXPECTED: &str = "a reply, as str or contiguous bytes";

/// Calls `each` with the bytes of a buffer or of text, piece by piece.
pub(crate) fn pieces(buffer: &Bound<'_, PyAny>, mut each: impl FnMut(&[u8]) -> PyResult<()>) -> PyResult<()> {
    let py = buffer.py();
    let can_change = !buffer.is_instance_of::<PyBytes>();
    // What has several dimensions is not cut at bytes; it is copied as a whole, below.
    if can_change
        && let Some(view) = view(buffer)?
        && view.getattr("ndim")?.extract::<usize>()? == 1
    {
        let length = isize::try_from(view.len()?).unwrap_or(isize::MAX);
        for start in (0..length).step_by(PIECE) {
            let end = start.saturating_add_unsigned(PIECE);
            let part = view.get_item(PySlice::new(py, start, end, 1))?;
            each(copy(&part)?.as_bytes())?;
            py.check_signals()?;
        }
        return Ok(());
    }
    let Some(kept) = Kept::new(buffer)? else { return Err(wrong_type("a buffer, as str or contiguous bytes", buffer)) };
    for piece in kept.get(py).chunks(PIECE) {
        each(piece)?;
        py.check_signals()?;
    }
    Ok(())
}

/// A view of what has the buffer protocol, if its items are bytes that lie one after another.
fn view<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyMemoryView>>> {
    let view = match PyMemoryView::from(object) {
        Ok(view) => view,
        // It has none.
        Err(error) if error.is_instance_of::<PyTypeError>(object.py()) => return Ok(None),
        Err(error) => return Err(error),
    };
    let fits = view.getattr("itemsize")?.extract::<usize>()? == 1 && view.getattr("c_contiguous")?.extract()?;
    Ok(fits.then_some(view))
}

/// Text in which each lone surrogate, which has no place in UTF-8, is one U+FFFD, as JavaScript makes it.
#[cold]
fn lossy(string: &Bound<'_, PyString>) -> PyResult<String> {
    let args = (string, "utf-16-le", "surrogatepass");
    let bytes = string.py().get_type::<PyString>().call_method1("encode", args)?.cast_into::<PyBytes>()?;
    let units = bytes.as_bytes().chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Ok(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// The bytes that a view shows.
fn copy<'py>(view: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    Ok(view.call_method0("tobytes")?.cast_into()?)
}
