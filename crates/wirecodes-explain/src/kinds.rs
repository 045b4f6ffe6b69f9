//! The small closed sets of an explanation, each with its id and its label in a language.

use std::fmt;

use wirecodes::reply::{Fault, Faults};
use wirecodes::{Lang, Message};

/// Defines an enumeration with ids, and for each the message that labels it.
macro_rules! kinds {
    ($(#[$doc:meta])* $name:ident, $(#[$label_doc:meta])* { $($(#[$variant_doc:meta])* $variant:ident = $id:literal, $message:ident;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The id, as in JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $($name::$variant => $id,)+
                }
            }

            /// The one with this id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }

            $(#[$label_doc])*
            #[must_use]
            pub fn label(self, lang: Lang) -> &'static str {
                lang.message(match self {
                    $($name::$variant => Message::$message,)+
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.id())
            }
        }
    };
}

kinds! {
    /// Whether to take the address off a mailing list.
    Suppress,
    /// A few words for it in a language.
    {
        /// Take it off: nothing will come of writing to it.
        Yes = "yes", SuppressYes;
        /// Take it off if the same happens with several messages, some days apart.
        IfRepeated = "if-repeated", SuppressIfRepeated;
        /// Keep it: the failure says nothing about the address.
        No = "no", SuppressNo;
    }
}

kinds! {
    /// What the explanation was drawn from: the later, the less it proves.
    Evidence,
    /// A few words for it in a language.
    {
        /// The words of the reply.
        Text = "text", FromText;
        /// The enhanced code alone.
        Enhanced = "enhanced", FromEnhanced;
        /// The reply code alone.
        Reply = "reply", FromReply;
        /// The class of the code alone: the reason isn't known.
        Class = "class", FromClass;
    }
}

kinds! {
    /// Something to know about a reply or about how it was read.
    Note,
    /// A sentence that says it in a language.
    {
        /// The code is one of permanent failure; the text says that it will pass, and was believed.
        TextSaysLater = "text-says-later", NoteTextSaysLater;
        /// The code is one of temporary failure; the text says that waiting won't help, and was believed.
        TextSaysNever = "text-says-never", NoteTextSaysNever;
        /// See [`Fault::DifferingCodes`].
        DifferingCodes = "differing-codes", NoteDifferingCodes;
        /// See [`Fault::DifferingEnhancedCodes`].
        DifferingEnhancedCodes = "differing-enhanced-codes", NoteDifferingEnhancedCodes;
        /// See [`Fault::NoLastLine`].
        NoLastLine = "no-last-line", NoteNoLastLine;
        /// See [`Fault::NoCode`].
        NoCode = "no-code", NoteNoCode;
        /// See [`Fault::NoSuchClass`].
        NoSuchClass = "no-such-class", NoteNoSuchClass;
        /// See [`Fault::ClassesDisagree`].
        ClassesDisagree = "classes-disagree", NoteClassesDisagree;
        /// See [`Fault::NotAscii`].
        NotAscii = "not-ascii", NoteNotAscii;
        /// See [`Fault::Control`].
        Control = "control", NoteControl;
        /// See [`Fault::LongLine`].
        LongLine = "long-line", NoteLongLine;
        /// The line was longer than what is kept of one, and its end was not looked at.
        Cut = "cut", NoteCut;
    }
}

impl Note {
    /// Whether it means that part of the reply is missing or makes no sense.
    #[must_use]
    pub const fn is_damage(self) -> bool {
        matches!(
            self,
            Note::DifferingCodes | Note::NoLastLine | Note::NoCode | Note::NoSuchClass | Note::Control | Note::Cut
        )
    }
}

impl From<Fault> for Note {
    fn from(fault: Fault) -> Note {
        // A fault that this version doesn't know is one of form.
        Note::from_id(fault.id()).unwrap_or(Note::Control)
    }
}

/// A set of notes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Notes(u16);

impl Notes {
    pub(crate) fn of(faults: Faults) -> Notes {
        let mut notes = Notes::default();
        if !faults.is_empty() {
            for fault in faults.iter() {
                notes.add(fault.into());
            }
        }
        notes
    }

    pub(crate) fn add(&mut self, note: Note) {
        self.0 |= 1 << note as u16;
    }

    /// Whether there is nothing to note.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this is noted.
    #[must_use]
    pub const fn contains(self, note: Note) -> bool {
        self.0 & (1 << note as u16) != 0
    }

    /// All of them, in order.
    pub fn iter(self) -> impl Iterator<Item = Note> {
        Note::ALL.iter().copied().filter(move |note| self.contains(*note))
    }

    /// Whether part of the reply is missing or makes no sense.
    #[must_use]
    pub fn is_damaged(self) -> bool {
        self.0 != 0 && self.iter().any(Note::is_damage)
    }
}

impl fmt::Debug for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
