//! What can be wrong with a reply.

use core::fmt;

use crate::kinds::kinds;

kinds! {
    /// Something that is not as it should be in a reply. None of these keeps it from being read.
    Fault {
        /// Its lines have different codes; the last one counts (RFC 5321, 4.2.1, wants the same on all).
        DifferingCodes = "differing-codes";
        /// Its lines have different enhanced codes; the last one counts.
        DifferingEnhancedCodes = "differing-enhanced-codes";
        /// The last line says that another one follows.
        NoLastLine = "no-last-line";
        /// A line, or the whole, has no code.
        NoCode = "no-code";
        /// The first digit of the code is none of 1 to 5.
        NoSuchClass = "no-such-class";
        /// The class of the enhanced code contradicts the reply code, and it is ignored (RFC 2034, 4).
        ClassesDisagree = "classes-disagree";
        /// There are bytes beyond ASCII, which only SMTPUTF8 allows.
        NotAscii = "not-ascii";
        /// There are control characters other than tabs and ends of lines.
        Control = "control";
        /// A line has more than the 512 octets of RFC 5321 (4.5.3.1.5).
        LongLine = "long-line";
    }
}

/// A set of faults: [`Reply::faults`](super::Reply::faults).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Faults(u16);

impl Faults {
    /// What the bytes alone show.
    pub(super) fn of_bytes(bytes: &[u8]) -> Faults {
        let mut faults = Faults::default();
        let (mut high, mut control) = (0, false);
        for &byte in bytes {
            high |= byte;
            control |= byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n') || byte == 0x7f;
        }
        if high >= 0x80 {
            faults.add(Fault::NotAscii);
        }
        if control {
            faults.add(Fault::Control);
        }
        // Looked for only where there can be one.
        if bytes.len() > 512 && bytes.split(|byte| *byte == b'\n').any(|line| line.len() > 511) {
            faults.add(Fault::LongLine);
        }
        faults
    }

    pub(super) fn add(&mut self, fault: Fault) {
        self.0 |= 1 << fault as u16;
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this is wrong.
    #[must_use]
    pub const fn contains(self, fault: Fault) -> bool {
        self.0 & (1 << fault as u16) != 0
    }

    /// All that is wrong, in order.
    pub fn iter(self) -> impl Iterator<Item = Fault> {
        Fault::ALL.iter().copied().filter(move |fault| self.contains(*fault))
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
