//! The generated Python: the enumerations of the protocols, and the stubs, which have a constant for each code.

use std::collections::BTreeSet;

use askama::Template;
use wirecodes_model::{Form, Registry};

use crate::Output;
use crate::lower::{self, Constant};

/// Where the Python package lies.
const PACKAGE: &str = "bindings/python/python/wirecodes";

/// A protocol, for the files.
struct Row {
    /// `smtp_enhanced`
    module: String,
    /// `SMTP reply codes`
    title: String,
    /// `SmtpReply`
    enumeration: String,
    /// The class that the enumeration has from `wirecodes._enum_base`.
    base: &'static str,
    /// Whether the values are numbers.
    is_number: bool,
    constants: Vec<Constant>,
}

/// `_enums.py`
#[derive(Template)]
#[template(path = "python_enums.py.jinja", escape = "none")]
struct Enumerations {
    /// The base classes, for the import.
    bases: String,
    protocols: Vec<Row>,
}

/// `__init__.pyi`
#[derive(Template)]
#[template(path = "python_stub.pyi.jinja", escape = "none")]
struct Stub {
    protocols: Vec<Row>,
}

/// `_wirecodes.pyi`
#[derive(Template)]
#[template(path = "python_native.pyi.jinja", escape = "none")]
struct Native {
    protocols: Vec<Row>,
}

pub(crate) fn outputs(registry: &Registry) -> Vec<Output> {
    let protocols = || {
        let row = |(index, definition): (usize, &wirecodes_model::Protocol)| {
            let rows = lower::protocol(registry, index);
            Row {
                module: rows.module,
                title: rows.title,
                enumeration: definition.enumeration.clone(),
                base: match definition.form {
                    Form::ThreeDigits => "ThreeDigits",
                    Form::Number => "Number",
                    Form::Dotted => "Dotted",
                    Form::Word => "Word",
                },
                is_number: matches!(definition.form, Form::ThreeDigits | Form::Number),
                constants: rows.constants,
            }
        };
        registry.protocols.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let bases: BTreeSet<&str> = protocols().iter().map(|protocol| protocol.base).collect();
    let bases = bases.into_iter().collect::<Vec<_>>().join(", ");
    let file = |name: &str, content: askama::Result<String>| Output {
        path: format!("{PACKAGE}/{name}"),
        content: format!("{}\n", content.expect("templates write to a string and can't fail").trim_end()),
    };
    vec![
        file("_enums.py", Enumerations { bases, protocols: protocols() }.render()),
        file("__init__.pyi", Stub { protocols: protocols() }.render()),
        file("_wirecodes.pyi", Native { protocols: protocols() }.render()),
    ]
}
