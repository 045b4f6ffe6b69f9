//! The functions of the package.

use std::ffi::OsString;

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::bytes::Kept;
use crate::code::{self, Code};
use crate::comparison::Comparison;
use crate::error::raise;
use crate::explanation::Explanation;
use crate::family::Family;
use crate::input::{self, ENGLISH, Lang, code_text};
use crate::interpretation::Interpretation;
use crate::reason::Reason;
use crate::reply::Reply;
use crate::{explainer, language as languages, protocol as protocols};

/// The code of a protocol; `None` if it is well-formed but not in the dataset.
#[pyfunction]
#[pyo3(signature = (protocol, code, /))]
pub(crate) fn lookup(protocol: &Bound<'_, PyAny>, code: &Bound<'_, PyAny>) -> PyResult<Option<Py<Code>>> {
    protocols::object(protocol)?.get().find(code)
}

/// The code that a reference such as `smtp:450` names; `None` if it is well-formed but not in the dataset.
#[pyfunction]
#[pyo3(signature = (reference, /))]
pub(crate) fn parse(py: Python<'_>, reference: &Bound<'_, PyString>) -> PyResult<Option<Py<Code>>> {
    code::optional(py, wirecodes::parse(&input::text(reference)).map_err(|error| raise(py, error))?)
}

/// What can be said of a well-formed code, known or not.
#[pyfunction]
#[pyo3(signature = (protocol, code, /))]
pub(crate) fn interpret(protocol: &Bound<'_, PyAny>, code: &Bound<'_, PyAny>) -> PyResult<Interpretation> {
    Interpretation::new(protocol.py(), input::protocol(protocol)?, code_text(code)?)
}

/// Two codes against each other, each itself or a reference such as `smtp:450`.
#[pyfunction]
#[pyo3(signature = (a, b, /, lang = ENGLISH), text_signature = "(a, b, /, lang='en')")]
pub(crate) fn compare(a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>, lang: Lang) -> PyResult<Comparison> {
    Ok(Comparison::new(input::reference(a)?, input::reference(b)?, lang))
}

/// The codes that share a class, a subject or both; `None` if the text does not name a family.
#[pyfunction]
#[pyo3(signature = (protocol, text, /))]
pub(crate) fn family(protocol: &Bound<'_, PyAny>, text: &Bound<'_, PyString>) -> PyResult<Option<Family>> {
    let found = input::protocol(protocol)?.family(&input::text(text));
    found.map(|inner| Family::new(protocol.py(), inner)).transpose()
}

/// The codes that words find, best first.
#[pyfunction]
#[pyo3(signature = (query, /))]
pub(crate) fn search(py: Python<'_>, query: &Bound<'_, PyString>) -> PyResult<Vec<Py<Code>>> {
    code::objects(py, wirecodes::search(&input::text(query)))
}

/// The codes of a protocol in order, or those of all.
#[pyfunction]
#[pyo3(signature = (protocol = None, /))]
pub(crate) fn codes(py: Python<'_>, protocol: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<Py<Code>>> {
    match protocol {
        Some(protocol) => code::objects(py, input::protocol(protocol)?.codes()),
        None => code::objects(py, wirecodes::Protocol::ALL.iter().flat_map(|protocol| protocol.codes())),
    }
}

/// The protocol with this id.
#[pyfunction]
#[pyo3(signature = (id, /))]
pub(crate) fn protocol(py: Python<'_>, id: &Bound<'_, PyString>) -> PyResult<Py<protocols::Protocol>> {
    Ok(protocols::object(id)?.clone_ref(py))
}

/// The language for a BCP 47 tag, falling back from region and script: `ja-JP` finds `ja`.
#[pyfunction]
#[pyo3(signature = (tag, /))]
pub(crate) fn language(py: Python<'_>, tag: &Bound<'_, PyString>) -> PyResult<Py<PyAny>> {
    languages::object(py, tag.extract::<Lang>()?.0)
}

/// Reads a reply: as a server sent it, a line of a log, or the fields of a bounce. Nothing is refused.
#[pyfunction]
#[pyo3(signature = (reply, /))]
pub(crate) fn read_reply(reply: &Bound<'_, PyAny>) -> PyResult<Reply> {
    Ok(Reply { kept: Kept::required(reply)? })
}

/// Reads and explains a reply by the rules of the dataset.
#[pyfunction]
#[pyo3(signature = (reply, /))]
pub(crate) fn explain(reply: &Bound<'_, PyAny>) -> PyResult<Explanation> {
    explainer::explain(explainer::builtin(reply.py())?.bind(reply.py()), reply)
}

/// Explains many replies at once by the rules of the dataset.
#[pyfunction]
#[pyo3(signature = (replies, /))]
pub(crate) fn explain_many(replies: &Bound<'_, PyAny>) -> PyResult<Vec<Py<Explanation>>> {
    explainer::explain_many(explainer::builtin(replies.py())?.bind(replies.py()), replies)
}

/// Explains by the rules of the dataset what is found in one buffer: a log, a list of replies, a bounce, a mailbox.
#[pyfunction]
#[pyo3(signature = (buffer, /))]
pub(crate) fn explain_lines(buffer: &Bound<'_, PyAny>) -> PyResult<Vec<Py<Explanation>>> {
    explainer::explain_lines(explainer::builtin(buffer.py())?.bind(buffer.py()), buffer)
}

/// The reason of the dataset with this id; `None` if there is none.
#[pyfunction]
#[pyo3(signature = (id, /))]
pub(crate) fn reason(py: Python<'_>, id: &Bound<'_, PyString>) -> PyResult<Option<Py<Reason>>> {
    let id = input::text(id);
    let place = wirecodes_explain::Reason::all().iter().position(|reason| reason.id() == id);
    place.map(|place| explainer::builtin(py)?.get().reason(py, place)).transpose()
}

/// Runs the command `wirecodes` with these arguments, the first of which is its name, and returns its exit status.
#[pyfunction]
#[pyo3(signature = (args, /))]
pub(crate) fn run(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| wirecodes_cli::run(args))
}
