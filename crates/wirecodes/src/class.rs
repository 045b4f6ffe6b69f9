//! Classes and subjects: what the parts of a code stand for.

use crate::generated::{Lang, Protocol};
use crate::kinds::{Outcome, Retry};
use crate::table::{Group, text};

/// The class of a code: for SMTP its first digit, `4yz` Transient Negative Completion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Class {
    protocol: Protocol,
    index: u8,
}

/// The subject of a code: for SMTP its second digit, `x5z` Mail System.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject {
    protocol: Protocol,
    index: u8,
}

macro_rules! group {
    ($name:ident, $list:ident) => {
        impl $name {
            pub(crate) const fn new(protocol: Protocol, index: u8) -> Self {
                $name { protocol, index }
            }

            fn group(self) -> &'static Group {
                &self.protocol.table().$list[usize::from(self.index)]
            }

            /// As the specification writes it: `4yz`, `x5z`.
            #[must_use]
            pub fn id(self) -> &'static str {
                self.group().id
            }

            /// What stands in a code for it: `4`.
            #[must_use]
            pub fn digits(self) -> &'static str {
                self.group().digits
            }

            /// The specification's name for it.
            #[must_use]
            pub fn name(self) -> &'static str {
                self.group().name
            }

            /// Its name in a language.
            #[must_use]
            pub fn local_name(self, lang: Lang) -> &'static str {
                text(lang, |texts| texts.protocols[self.protocol as usize].$list[usize::from(self.index)].0).0
            }

            /// What it says, in one or two sentences.
            #[must_use]
            pub fn text(self, lang: Lang) -> &'static str {
                text(lang, |texts| texts.protocols[self.protocol as usize].$list[usize::from(self.index)].1).0
            }
        }
    };
}

group!(Class, classes);
group!(Subject, subjects);

impl Class {
    /// The outcome of its codes, where the class decides it.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.group().outcome
    }

    /// Whether to try again, where the class decides it.
    #[must_use]
    pub fn retry(self) -> Option<Retry> {
        self.group().retry
    }
}
