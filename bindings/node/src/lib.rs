//! The native half of the npm package `wirecodes`: the core crate, asked by references such as `smtp:450` and tags of languages,
//! answering in JSON. What users hold are the frozen objects that `lib/` makes of the answers, once for each code: reading a
//! string of JSON is quicker than making an object through Node's C interface, property by property.
//!
//! `facts` has what is the same in every language, `texts` what is not, `functions` the rest. `explain` and `reasons` explain
//! replies; of those there are too many for JSON, so they are rows of numbers.

// Without its registration, which napi leaves out of tests, nothing would be used in a check of all targets.
#![cfg_attr(test, allow(dead_code))]

mod explain;
mod facts;
mod functions;
mod reasons;
mod texts;

use napi::Error;
use serde_json::{Value, json};
use wirecodes::ErrorKind;
use wirecodes_explain::Faults;

/// An error whose status becomes the property `code` of the JavaScript one.
type Result<T> = std::result::Result<T, Error<&'static str>>;

/// The core's error for JavaScript. `lib/errors.js` makes a `WirecodesError` of it.
fn raise(error: wirecodes::Error) -> Error<&'static str> {
    let code = match error.kind() {
        ErrorKind::InvalidCode => "ERR_INVALID_CODE",
        ErrorKind::UnknownProtocol => "ERR_UNKNOWN_PROTOCOL",
        ErrorKind::UnknownLanguage => "ERR_UNKNOWN_LANGUAGE",
        // The core may get further kinds; the most general one is the least wrong.
        ErrorKind::UnknownCode | _ => "ERR_UNKNOWN_CODE",
    };
    Error::new(code, error.to_string())
}

/// What is wrong with files of rules: in JSON, since there are several things.
fn raise_rules(faults: &Faults) -> Error<&'static str> {
    let fault =
        |fault: &wirecodes_explain::Fault| json!({ "file": fault.file, "line": fault.line, "message": fault.message });
    let list = faults.as_slice().iter().map(fault).collect::<Vec<_>>();
    Error::new("ERR_INVALID_RULES", write(&json!({ "message": faults.to_string(), "faults": list })))
}

/// Reads what a caller has named: a protocol, a code, a language.
fn read<T: std::str::FromStr<Err = wirecodes::Error>>(text: &str) -> Result<T> {
    text.parse().map_err(raise)
}

/// JSON as text.
fn write(value: &Value) -> String {
    value.to_string()
}
