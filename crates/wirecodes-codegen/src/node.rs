//! The generated JavaScript and TypeScript: the enumerations of the protocols, the types of their codes, and the module for
//! `import`, which must name each thing that it exports; and the ids of the reasons.

use askama::Template;
use wirecodes_model::{Form, Registry};

use crate::Output;
use crate::lower::{self, Constant};
use crate::names::upper_camel;

/// Where the npm package lies.
const PACKAGE: &str = "bindings/node";

/// A protocol, for the files.
struct Row {
    /// `smtp-enhanced`
    id: String,
    /// `smtpEnhanced`
    variable: String,
    /// `SmtpEnhanced`
    variant: String,
    /// `SMTP reply codes`
    title: String,
    /// `SmtpReply`
    enumeration: String,
    /// Whether the values are numbers.
    is_number: bool,
    constants: Vec<Constant>,
    /// The type of what is known to be in the dataset.
    known: Vec<String>,
}

/// `lib/generated/enums.js`
#[derive(Template)]
#[template(path = "node_enums.js.jinja", escape = "none")]
struct Enumerations {
    protocols: Vec<Row>,
}

/// `lib/generated/codes.d.ts`
#[derive(Template)]
#[template(path = "node_codes.d.ts.jinja", escape = "none")]
struct Types {
    protocols: Vec<Row>,
    reasons: Vec<String>,
}

/// `lib/generated/reasons.js`
#[derive(Template)]
#[template(path = "node_reasons.js.jinja", escape = "none")]
struct Reasons {
    reasons: Vec<String>,
}

/// `index.mjs`
#[derive(Template)]
#[template(path = "node_index.mjs.jinja", escape = "none")]
struct Module {
    protocols: Vec<Row>,
}

pub(crate) fn outputs(registry: &Registry) -> Vec<Output> {
    let protocols = || (0..registry.protocols.len()).map(|index| row(registry, index)).collect::<Vec<_>>();
    let reasons = || registry.reasons.reasons.iter().map(|reason| reason.id.clone()).collect::<Vec<_>>();
    let file = |name: &str, content: askama::Result<String>| Output {
        path: format!("{PACKAGE}/{name}"),
        content: format!("{}\n", content.expect("templates write to a string and can't fail").trim_end()),
    };
    vec![
        file("lib/generated/enums.js", Enumerations { protocols: protocols() }.render()),
        file("lib/generated/reasons.js", Reasons { reasons: reasons() }.render()),
        file("lib/generated/codes.d.ts", Types { protocols: protocols(), reasons: reasons() }.render()),
        file("index.mjs", Module { protocols: protocols() }.render()),
    ]
}

fn row(registry: &Registry, index: usize) -> Row {
    let definition = &registry.protocols[index];
    let rows = lower::protocol(registry, index);
    let variant = upper_camel(&definition.id);
    Row {
        id: definition.id.clone(),
        variable: variant[..1].to_lowercase() + &variant[1..],
        title: rows.title,
        enumeration: definition.enumeration.clone(),
        is_number: matches!(definition.form, Form::ThreeDigits | Form::Number),
        constants: rows.constants,
        known: known(registry, index),
        variant,
    }
}

/// The codes of a protocol as types, and those of its companion, which it knows too.
fn known(registry: &Registry, index: usize) -> Vec<String> {
    let definition = &registry.protocols[index];
    let classes: Vec<&str> = definition.classes.iter().map(|class| class.digits.as_str()).collect();
    let codes = registry.codes_of(index).filter(|code| !code.is_view());
    let mut types: Vec<String> = codes
        .flat_map(|code| match (code.number, code.code.strip_prefix("X.")) {
            (Some(number), _) => vec![number.to_string(), format!("\"{}\"", code.code)],
            // Every class of a detail is in the dataset.
            (None, Some(rest)) => vec![format!("`${{{} | \"X\"}}.{rest}`", classes.join(" | "))],
            (None, None) => vec![format!("\"{}\"", code.code)],
        })
        .collect();
    if let Some(companion) = &definition.companion {
        types.push(format!("KnownCodes[\"{companion}\"]"));
    }
    types
}
