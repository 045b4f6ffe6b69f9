//! From the prepared data to the files that are generated from it.
//!
//! [`outputs`] is a pure function: the same data gives the same bytes on every machine. It writes nothing itself;
//! `cargo xtask codegen` writes what it returns, or with `--check` compares.
//!
//! 1. **name** ([`names`]): identifiers for protocols, languages and messages.
//! 2. **lower** ([`lower`]): the registry as rows of Rust expressions, with every index resolved.
//! 3. **render** ([`rust`], [`python`], [`node`], [`coverage`]): the rows through askama templates.
//!
//! This crate does not depend on `wirecodes`: a generator that needs its own output can't be bootstrapped.

mod coverage;
mod explain;
mod lower;
mod names;
mod node;
mod python;
mod rust;

use wirecodes_model::{Registry, schema};

/// A generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its path from the root of the repository, with `/`.
    pub path: String,
    /// What it should contain.
    pub content: String,
}

/// Where the generated Rust of the core lies.
const CORE: &str = "crates/wirecodes/src/generated";
/// Where that of the reasons lies.
const EXPLAIN: &str = "crates/wirecodes-explain/src/generated";
/// The folders in which everything is generated.
pub const GENERATED: [&str; 2] = [CORE, EXPLAIN];

/// All generated files.
pub fn outputs(registry: &Registry) -> Vec<Output> {
    let mut outputs = rust::outputs(registry);
    outputs.extend(explain::outputs(registry));
    outputs.extend(python::outputs(registry));
    outputs.extend(node::outputs(registry));
    outputs.push(Output { path: "data/codes.schema.json".into(), content: format!("{:#}\n", schema()) });
    outputs.push(Output { path: "data/locales/README.md".into(), content: coverage::table(registry) });
    outputs
}
