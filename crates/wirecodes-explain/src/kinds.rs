//! The small closed sets of an explanation, each with its id and its label in a language.

use std::fmt;

use wirecodes::reply::{Fault, Faults};

wirecodes::__kinds! {
    /// Whether to take the address off a mailing list.
    Suppress {
        /// Take it off: nothing will come of writing to it.
        Yes = "yes";
        /// Take it off if the same happens with several messages, some days apart.
        IfRepeated = "if-repeated";
        /// Keep it: the failure says nothing about the address.
        No = "no";
    }
}

wirecodes::__labels! {
    Suppress {
        Yes => SuppressYes,
        IfRepeated => SuppressIfRepeated,
        No => SuppressNo,
    }
}

wirecodes::__kinds! {
    /// What the explanation was drawn from: the later, the less it proves.
    Evidence {
        /// The words of the reply.
        Text = "text";
        /// The enhanced code alone.
        Enhanced = "enhanced";
        /// The reply code alone.
        Reply = "reply";
        /// The class of the code alone: the reason isn't known.
        Class = "class";
    }
}

wirecodes::__labels! {
    Evidence {
        Text => FromText,
        Enhanced => FromEnhanced,
        Reply => FromReply,
        Class => FromClass,
    }
}

wirecodes::__kinds! {
    /// Something to know about a reply or about how it was read.
    Note {
        /// The code is one of permanent failure; the text says that it will pass, and was believed.
        TextSaysLater = "text-says-later";
        /// The code is one of temporary failure; the text says that waiting won't help, and was believed.
        TextSaysNever = "text-says-never";
        /// See [`Fault::DifferingCodes`].
        DifferingCodes = "differing-codes";
        /// See [`Fault::DifferingEnhancedCodes`].
        DifferingEnhancedCodes = "differing-enhanced-codes";
        /// See [`Fault::NoLastLine`].
        NoLastLine = "no-last-line";
        /// See [`Fault::NoCode`].
        NoCode = "no-code";
        /// See [`Fault::NoSuchClass`].
        NoSuchClass = "no-such-class";
        /// See [`Fault::ClassesDisagree`].
        ClassesDisagree = "classes-disagree";
        /// See [`Fault::NotAscii`].
        NotAscii = "not-ascii";
        /// See [`Fault::Control`].
        Control = "control";
        /// See [`Fault::LongLine`].
        LongLine = "long-line";
        /// The line was longer than what is kept of one, and its end was not looked at.
        Cut = "cut";
    }
}

wirecodes::__labels! {
    /// A sentence that says it in a language.
    Note {
        TextSaysLater => NoteTextSaysLater,
        TextSaysNever => NoteTextSaysNever,
        DifferingCodes => NoteDifferingCodes,
        DifferingEnhancedCodes => NoteDifferingEnhancedCodes,
        NoLastLine => NoteNoLastLine,
        NoCode => NoteNoCode,
        NoSuchClass => NoteNoSuchClass,
        ClassesDisagree => NoteClassesDisagree,
        NotAscii => NoteNotAscii,
        Control => NoteControl,
        LongLine => NoteLongLine,
        Cut => NoteCut,
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
