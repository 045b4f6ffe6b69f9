//! What callers pass: codes, protocols, languages. Strict in types, as the core is in text: `True` is not 1, `450.0` is not
//! 450, and `b"450"` is not a code.

use std::borrow::Cow;

use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyString};

use crate::code::Code;
use crate::error::{raise, wrong_type};
use crate::language::Language;
use crate::protocol::Protocol;

/// The text of a Python string. A lone surrogate has no place in UTF-8 and comes out as U+FFFD, which is part of no code.
pub(crate) fn text<'a>(string: &'a Bound<'_, PyString>) -> Cow<'a, str> {
    string.to_cow().unwrap_or_else(|_| Cow::Owned(string.to_string_lossy().into_owned()))
}

/// The text of a code: of a string itself, of an integer its decimal digits.
pub(crate) fn code_text(code: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(string) = code.cast::<PyString>() {
        return Ok(text(string).into_owned());
    }
    if let Some(number) = integer(code)? {
        // Not `str(number)`: for a member of an IntEnum of somebody else's that may be anything.
        return match number.extract::<i128>() {
            Ok(number) => Ok(number.to_string()),
            Err(error) if error.is_instance_of::<PyOverflowError>(code.py()) => {
                Ok("an integer of many digits".to_owned())
            }
            Err(error) => Err(error),
        };
    }
    Err(wrong_type("a code, as str or int", code))
}

/// The integer that an object is: an int or what has `__index__`, but no bool.
fn integer<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    if object.is_instance_of::<PyBool>() {
        return Ok(None);
    }
    if object.is_instance_of::<PyInt>() {
        return Ok(Some(object.clone()));
    }
    if object.hasattr("__index__")? { object.call_method0("__index__").map(Some) } else { Ok(None) }
}

/// A protocol, by its id or itself.
pub(crate) fn protocol(protocol: &Bound<'_, PyAny>) -> PyResult<wirecodes::Protocol> {
    if let Ok(string) = protocol.cast::<PyString>() {
        return text(string).parse().map_err(|error| raise(protocol.py(), error));
    }
    match protocol.cast::<Protocol>() {
        Ok(protocol) => Ok(protocol.get().inner),
        Err(_) => Err(wrong_type("a protocol, by its id or itself", protocol)),
    }
}

/// A code, itself or by a reference such as `smtp:450`.
pub(crate) fn reference(reference: &Bound<'_, PyAny>) -> PyResult<wirecodes::Code> {
    if let Ok(code) = reference.cast::<Code>() {
        return Ok(code.get().inner);
    }
    match reference.cast::<PyString>() {
        Ok(string) => text(string).parse().map_err(|error| raise(reference.py(), error)),
        Err(_) => Err(wrong_type("a Code or a reference such as 'smtp:450'", reference)),
    }
}

/// A language, by its tag or itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lang(pub(crate) wirecodes::Lang);

/// What is spoken unless a caller asks for something else.
pub(crate) const ENGLISH: Lang = Lang(wirecodes::Lang::En);

impl<'py> FromPyObject<'_, 'py> for Lang {
    type Error = PyErr;

    fn extract(lang: Borrowed<'_, 'py, PyAny>) -> PyResult<Lang> {
        if let Ok(tag) = lang.cast::<PyString>() {
            return text(&tag).parse().map(Lang).map_err(|error| raise(lang.py(), error));
        }
        match lang.cast::<Language>() {
            Ok(language) => Ok(Lang(language.get().inner)),
            Err(_) => Err(wrong_type("a language, by its tag or itself", &lang)),
        }
    }
}
