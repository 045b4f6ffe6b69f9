//! Files of reasons and rules: why mail servers refuse, and by which words and codes one sees it.
//!
//! `data/reasons.toml` of wirecodes is such a file, and so are the files of rules that users write themselves. [`parse`] reads both,
//! and reports everything that is wrong at once, each fault with its line.
//!
//! ```
//! let file = wirecodes_rules::parse(
//!     "own.toml",
//!     r#"
//! [[rule]]
//! id = "our-gateway"
//! reason = "policy"
//! phrases = ["refused by gateway 7"]
//! examples = ["550 Refused by gateway 7"]
//! "#,
//! )?;
//! assert_eq!(file.rules[0].reason.as_deref(), Some("policy"));
//! # Ok::<(), wirecodes_rules::Faults>(())
//! ```
//!
//! | a `[[rule]]` has | |
//! |---|---|
//! | `id` | lower-case words joined by hyphens; what a result names as its rule |
//! | `reason` | id of the reason that it shows; left out where it only tells for how long |
//! | `outcome` | `transient` or `permanent`, where the text says it whatever the code claims |
//! | `phrases` | any of these has to stand in the text: see [`Phrase`] |
//! | `also` | and any of these, before or after those |
//! | `codes` | any of these has to stand before it: `450`, `4yz`, `4.2.1`, `X.2.1`, or `none`: see [`CodePattern`] |
//! | `from` | the software or providers that write so, where that is known |
//! | `examples` | replies that this rule decides, at least one |
//!
//! A `[[reason]]` has an `id`, a `name` and a `gist`, and may have an `outcome` of its own, `actors`, `retry`, `suppress`, `description`,
//! `when`, `fix`, `again`, `use`, `codes` that often come with it (the first one's class is the outcome of replies without a code), and its class in other taxonomies: `sparkpost`, `sisimai`,
//! `kumomta`.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod faults;
mod pattern;
mod read;

pub use faults::{Fault, Faults};
pub use pattern::{CodePattern, Phrase, Piece, fold};

/// What a file contains.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The reasons, in their order.
    pub reasons: Vec<Reason>,
    /// The rules, in their order: the first that fits decides.
    pub rules: Vec<Rule>,
}

/// Why a server did not take a message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// What results and rules call it: `mailbox-full`.
    pub id: String,
    /// A few words in Title Case: `Mailbox Full`.
    pub name: String,
    /// One sentence.
    pub gist: String,
    /// What it means; empty where the file does not say, like the texts that follow.
    pub description: String,
    /// When one sees it.
    pub when: String,
    /// What to do about it.
    pub fix: String,
    /// When and how to try again.
    pub again: String,
    /// For who writes a server: what to send.
    pub use_: String,
    /// `transient` or `permanent`, if it is always that.
    pub outcome: Option<String>,
    /// Who can act: ids of actors, most likely first.
    pub actors: Vec<String>,
    /// Whether to try again once it is permanent: `later`, `after-change` or `never`.
    pub retry: String,
    /// Whether to take the address off a list: `yes`, `if-repeated` or `no`.
    pub suppress: String,
    /// Codes that often come with it; the class of the first one is the outcome where a reply has no code.
    pub codes: Vec<String>,
    /// SparkPost's bounce classification codes.
    pub sparkpost: Vec<u16>,
    /// Sisimai's reason.
    pub sisimai: Option<String>,
    /// KumoMTA's bounce class.
    pub kumomta: Option<String>,
    /// The line on which it begins.
    pub line: usize,
}

/// By which words and codes a reason is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// What results call it.
    pub id: String,
    /// Id of the reason; none where the rule only tells for how long.
    pub reason: Option<String>,
    /// `transient` or `permanent`, where the text decides that against the code.
    pub outcome: Option<String>,
    /// Any of these has to stand in the text; none where codes alone decide.
    pub phrases: Vec<Phrase>,
    /// And any of these, anywhere in it; none where the phrases are enough.
    pub also: Vec<Phrase>,
    /// Any of these has to be there; none where any code will do.
    pub codes: Vec<CodePattern>,
    /// Software and providers that write so.
    pub from: Vec<String>,
    /// Replies that this rule decides.
    pub examples: Vec<String>,
    /// The line on which it begins.
    pub line: usize,
}

/// Ids of outcomes that a rule or a reason may give.
pub const OUTCOMES: [&str; 2] = ["transient", "permanent"];
/// Ids of what to do with a permanent failure.
pub const RETRIES: [&str; 3] = ["later", "after-change", "never"];
/// Ids of what to do with the address.
pub const SUPPRESS: [&str; 3] = ["yes", "if-repeated", "no"];
/// Ids of actors.
pub const ACTORS: [&str; 7] =
    ["client-user", "client-operator", "recipient", "server-operator", "developer", "network", "nobody"];

/// Reads a file; `name` is what faults call it.
///
/// Whether a reason that a rule names exists is not checked: it may be another file's.
///
/// # Errors
///
/// All that is wrong, in the order of the lines.
///
/// ```
/// let faults = wirecodes_rules::parse("own.toml", "[[rule]]\nid = \"ours\"\nreason = \"policy\"\nphrases = [\"gateway 7\"]\n").unwrap_err();
/// assert!(faults.to_string().starts_with("own.toml:1: [[rule]] `ours` has no `examples`"));
/// ```
pub fn parse(name: &str, text: &str) -> Result<File, Faults> {
    read::file(name, text)
}
