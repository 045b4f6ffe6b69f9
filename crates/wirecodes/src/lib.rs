//! What protocol status codes mean.
//!
//! Given a code (`smtp 450`, `4.2.1`, `grpc 14`), this crate says what it means, who has to act, whether to try again, how it
//! differs from another code, and which section of which specification says so; in English, and in other languages
//! behind a feature each (`lang-ja`).
//!
//! ```
//! use wirecodes::{Lang, Outcome, Protocol, smtp};
//!
//! let code = smtp::lookup(450).expect("RFC 5321 defines it");
//! assert_eq!(code, smtp::MAILBOX_UNAVAILABLE);
//! assert_eq!(code.outcome(), Some(Outcome::Transient));
//! assert!(code.should_retry());
//! println!("{}", code.text(Lang::En).fix);
//!
//! // The protocol as a value, and everything as text:
//! assert_eq!(Protocol::Smtp.lookup(450), Some(code));
//! assert_eq!(wirecodes::lookup("smtp", "450")?, Some(code));
//! # Ok::<(), wirecodes::Error>(())
//! ```
//!
//! *Valid* and *known* are different things. [`lookup`] knows the codes of the dataset and answers `None` for a
//! well-formed code that is not in it; [`interpret`] says what can be said of that one all the same; what is not
//! well-formed is an [`Error`].
//!
//! ```
//! let unknown = wirecodes::interpret("smtp", "457")?;
//! assert!(!unknown.is_registered());
//! assert_eq!(unknown.class().unwrap().id(), "4yz");
//! assert!(wirecodes::lookup("smtp", "0450").unwrap_err().is_invalid_code());
//! # Ok::<(), wirecodes::Error>(())
//! ```
//!
//! [`compare`] sets two codes against each other, of one protocol or of two:
//!
//! ```
//! use wirecodes::{Lang, compare, grpc, smtp};
//!
//! let comparison = compare(smtp::MAILBOX_UNAVAILABLE, grpc::UNAVAILABLE);
//! println!("{}", comparison.summary(Lang::En));
//! for difference in comparison.differences(Lang::En) {
//!     println!("- {difference}");
//! }
//! ```
//!
//! An enhanced status code of SMTP is a detail seen through a class. [`Pairing`] says whether it goes with the reply code
//! beside it, and [`family`] explains the class or subject alone:
//!
//! ```
//! use wirecodes::{Pairing, smtp, smtp_enhanced};
//!
//! let full = smtp_enhanced::lookup(4, 2, 2).expect("RFC 3463 defines it");
//! assert_eq!(full.detail(), Some(smtp_enhanced::MAILBOX_FULL));
//! assert_eq!(wirecodes::lookup("smtp", "4.2.2")?, Some(full));
//! assert_eq!(Pairing::of(smtp::MAILBOX_PERMANENTLY_UNAVAILABLE, full), Some(Pairing::Contradiction));
//! assert_eq!(wirecodes::family("smtp", "5.7")?.unwrap().subject().unwrap().name(), "Security or Policy Status");
//! # Ok::<(), wirecodes::Error>(())
//! ```
//!
//! [`reply`] reads what servers really send, and what logs and bounces make of it:
//!
//! ```
//! let reply = wirecodes::reply::read(b"Diagnostic-Code: smtp; 552 5.2.2 Mailbox full");
//! assert_eq!(reply.enhanced_code().unwrap().name(), Some("Mailbox Full"));
//! assert!(reply.code().unwrap().is_permanent());
//! ```
//!
//! The crate is `no_std`, has no dependencies and does not allocate: everything it answers with is a `Copy` handle, a
//! `&'static str`, or something that writes itself with [`core::fmt::Display`].

#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod class;
mod code;
mod compare;
mod error;
mod family;
mod interpret;
mod kinds;
mod lang;
mod lookup;
mod protocol;
pub mod reply;
mod search;
mod sentence;
#[cfg(feature = "serde")]
mod serde;
mod table;
mod text;

#[rustfmt::skip]
mod generated;

pub use class::{Class, Subject};
pub use code::{Code, Codes, Document, Meaning, Reference, Related};
pub use compare::{Choice, Comparison, Difference, Facet, FacetKind, FacetValue, Lead, Pairing, compare};
pub use error::{Error, ErrorKind};
pub use family::{Family, family};
pub use generated::{DATA_VERSION, Lang, Message, Protocol, modules::*};
pub use interpret::{Interpretation, interpret};
pub use kinds::{Actor, Connection, Outcome, RelationKind, Retry, Status};
pub use lookup::{lookup, parse};
pub use search::{Search, search};
pub use sentence::{Passage, Sentence};
pub use text::Text;

/// The codes of a protocol in order: [`Protocol::codes`].
///
/// ```
/// let codes: Vec<_> = wirecodes::codes(wirecodes::Protocol::Grpc).collect();
/// assert_eq!(codes.first(), Some(&wirecodes::grpc::OK));
/// assert_eq!(codes.len(), 17);
/// ```
pub fn codes(protocol: Protocol) -> Codes {
    protocol.codes()
}

/// The example of the README, as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
