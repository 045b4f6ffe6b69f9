//! The model of `data/`: what the files contain, how they are read, and what must be true of them.
//!
//! Reading goes through four phases:
//!
//! 1. **parse** ([`source`]): TOML to values that know their lines; what is not TOML is reported.
//! 2. **structure** ([`structure`]): the values against the schema that editors use, all deviations at once.
//! 3. **rules** ([`rules`]): what a schema can't say: codes that exist, prose that is whole, examples that could be real.
//! 4. **prepare** ([`registry`]): a sorted, read-only [`Registry`], the sole truth for everything after it.
//!
//! Translations ([`locale`]) are checked against the list of all texts that there are to translate ([`units`]).

mod load;
mod locale;
mod reasons;
mod registered;
mod registry;
mod report;
mod rules;
mod source;
mod structure;
mod types;
mod units;

pub use load::{Files, load, load_dir};
pub use locale::{Locale, TableState, Translated, fingerprint, stamp};
pub use registered::{Registered, registered, registry_differences};
pub use registry::{Code, CodeId, Registry, Related, Relation};
pub use report::{Fault, Report};
pub use structure::schema;
pub use types::{
    Actor, Actors, Connection, Document, Form, Group, Meaning, Mention, Outcome, Prose, Protocol, Reference,
    RelationKind, Retry, Status,
};
pub use units::{Unit, code_table, reason_table, reason_texts, units};
