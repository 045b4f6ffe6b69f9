//! Why a mail server refused: replies, lines of logs and bounces, explained and classified.
//!
//! ```
//! use std::time::Duration;
//! use wirecodes::{Lang, Outcome};
//! use wirecodes_explain::{Evidence, Suppress, explain};
//!
//! let explanation = explain(b"450 4.2.0 <ann@example.com>: Recipient address rejected: Greylisted, try again in 300 seconds");
//! let reason = explanation.reason().expect("the text says it");
//! assert_eq!(reason.id(), "greylisted");
//! assert_eq!(explanation.outcome(), Some(Outcome::Transient));
//! assert_eq!(explanation.evidence(), Some(Evidence::Text));
//! assert_eq!(explanation.retry_after(), Some(Duration::from_secs(300)));
//! assert_eq!(explanation.suppress(), Suppress::No);
//! println!("{}", reason.text(Lang::En).fix);
//! ```
//!
//! What a single reply looks like is read by [`wirecodes::reply`]; from it and from the rules comes an [`Explanation`]. Whole logs
//! and mails are read by a [`Scanner`], which finds the replies in them. Users' own rules are read by [`RuleFile`].

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod delay;
mod explainer;
mod explanation;
#[rustfmt::skip]
mod generated;
mod haystack;
mod kinds;
mod matcher;
mod memo;
mod reason;
mod row;
mod scan;
mod table;

pub use explainer::{Explainer, RuleFile};
pub use explanation::Explanation;
pub use kinds::{Evidence, Note, Notes, Suppress};
pub use reason::{Reason, ReasonText, Rule};
pub use row::Row;
pub use scan::{Counts, Found, Scanner};
pub use wirecodes_rules::{CodePattern, Fault, Faults, Phrase};

/// Reads and explains a reply by the rules of the dataset: as a server sent it, a line of a log, or the fields of a bounce.
///
/// Any bytes can be explained; where nothing is known, the explanation says so.
#[must_use]
pub fn explain(bytes: &[u8]) -> Explanation<'static> {
    Explainer::builtin().explain(bytes)
}
