//! Codes and comparisons of [`wirecodes`] as text for a terminal, Markdown, a self-contained HTML page, or JSON.
//!
//! ```
//! use wirecodes::{Lang, compare, smtp};
//! use wirecodes_render::{Style, json, markdown, text};
//!
//! let code = smtp::MAILBOX_UNAVAILABLE;
//! println!("{}", text::code(code, Lang::En, Style::plain(80)));
//! println!("{}", markdown::code(code, Lang::En));
//! println!("{}", json::comparison(compare(code, smtp::LOCAL_ERROR_IN_PROCESSING), Lang::En));
//! ```
//!
//! [`view`] has the data behind all four as serializable structs, in the documented form.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod explain;
pub mod html;
pub mod json;
pub mod markdown;
pub mod text;
pub mod view;

pub use text::Style;

/// The example of the README, as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
