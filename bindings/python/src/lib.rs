//! The native half of the Python package `wirecodes`: the core crate as frozen Python objects. One file a concept; what is
//! public is put together in `python/wirecodes/__init__.py`.
//!
//! Objects are made once, when they are first asked for, and kept: the dataset never changes while a program runs. Their
//! plain attributes are ready Python objects, so that reading one costs what reading a slot costs.

#![deny(missing_docs)]

mod bytes;
mod code;
mod comparison;
mod error;
mod explainer;
mod explanation;
mod family;
mod functions;
mod groups;
mod input;
mod interpretation;
mod kinds;
mod language;
mod parts;
mod pickle;
mod protocol;
mod reason;
mod render;
mod reply;
mod rule;
mod scanner;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

/// What protocol status codes mean.
// Nothing here is changed after it was made, so it needs no lock of the interpreter's.
#[pymodule(gil_used = false)]
fn _wirecodes(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("DATA_VERSION", wirecodes::DATA_VERSION)?;
    module.add_class::<code::Code>()?;
    module.add_class::<comparison::Choice>()?;
    module.add_class::<comparison::Comparison>()?;
    module.add_class::<comparison::Difference>()?;
    module.add_class::<comparison::Facet>()?;
    module.add_class::<family::Family>()?;
    module.add_class::<groups::Class>()?;
    module.add_class::<groups::Subject>()?;
    module.add_class::<interpretation::Interpretation>()?;
    module.add_class::<language::Language>()?;
    module.add_class::<parts::Document>()?;
    module.add_class::<parts::Meaning>()?;
    module.add_class::<parts::Reference>()?;
    module.add_class::<parts::Related>()?;
    module.add_class::<parts::Text>()?;
    module.add_class::<protocol::Protocol>()?;
    for function in [
        wrap_pyfunction!(explaining, module)?,
        wrap_pyfunction!(explanation::explained, module)?,
        wrap_pyfunction!(functions::codes, module)?,
        wrap_pyfunction!(functions::compare, module)?,
        wrap_pyfunction!(functions::explain, module)?,
        wrap_pyfunction!(functions::explain_lines, module)?,
        wrap_pyfunction!(functions::explain_many, module)?,
        wrap_pyfunction!(functions::family, module)?,
        wrap_pyfunction!(functions::interpret, module)?,
        wrap_pyfunction!(functions::language, module)?,
        wrap_pyfunction!(functions::lookup, module)?,
        wrap_pyfunction!(functions::parse, module)?,
        wrap_pyfunction!(functions::protocol, module)?,
        wrap_pyfunction!(functions::read_reply, module)?,
        wrap_pyfunction!(functions::reason, module)?,
        wrap_pyfunction!(functions::run, module)?,
        wrap_pyfunction!(functions::search, module)?,
    ] {
        module.add_function(function)?;
    }
    module.add("LANGUAGES", language::all(py)?)?;
    for protocol in protocol::all(py)? {
        module.add(protocol.get().inner.id().replace('-', "_"), protocol)?;
    }
    module.add("PROTOCOLS", PyTuple::new(py, protocol::all(py)?)?)
}

/// The classes of what explains and of what comes of it, by their names. Making a class takes its time, and a program that looks
/// codes up needs none of them.
#[pyfunction]
fn explaining(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let classes = PyDict::new(py);
    for class in [
        py.get_type::<scanner::Counts>(),
        py.get_type::<explainer::Explainer>(),
        py.get_type::<explanation::Explanation>(),
        py.get_type::<reason::Reason>(),
        py.get_type::<reason::ReasonText>(),
        py.get_type::<reply::Reply>(),
        py.get_type::<reply::ReplyLine>(),
        py.get_type::<rule::Rule>(),
        py.get_type::<rule::RuleFault>(),
        py.get_type::<rule::RuleFile>(),
        py.get_type::<scanner::Scanner>(),
    ] {
        classes.set_item(class.name()?, &class)?;
    }
    Ok(classes)
}
