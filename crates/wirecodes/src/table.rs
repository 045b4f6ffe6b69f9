//! The shape of the generated tables. Rows are dumb data; all reading of them is in the other modules.

use crate::generated::{Lang, Protocol};
use crate::kinds::{Actor, Connection, Outcome, RelationKind, Retry, Status};
use crate::{Code, Document};

/// Everything about a protocol but its texts.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) enumeration: &'static str,
    pub(crate) form: Form,
    /// A code that people know, for messages.
    pub(crate) sample: &'static str,
    pub(crate) by_constant: bool,
    pub(crate) companion: Option<Protocol>,
    pub(crate) entries: &'static [EntryRow],
    pub(crate) rows: &'static [Row],
    /// By number, the slot of the first row with it: its index plus one, or 0 for none.
    pub(crate) numbers: &'static [u16],
    /// For dotted codes: by subject and detail, the slot of the detail; its classes follow it. A subject is one digit, which
    /// makes one comparison of checking the digit and the index.
    pub(crate) details: [&'static [u16]; 10],
    /// For dotted codes: by the class, how far behind the detail's slot the view through it is; 0 for none.
    pub(crate) views: [u8; 10],
    /// The constants in upper case, sorted, with their slots.
    pub(crate) constants: &'static [(&'static str, u16)],
    pub(crate) classes: &'static [Group],
    pub(crate) subjects: &'static [Group],
}

/// How codes are written; see the model's type of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
// A dataset need not have a protocol of each form.
#[allow(dead_code)]
pub(crate) enum Form {
    ThreeDigits,
    Number,
    Dotted,
    Word,
}

/// A class or subject.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: &'static str,
    pub(crate) digits: &'static str,
    pub(crate) name: &'static str,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) retry: Option<Retry>,
}

/// A code.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) code: &'static str,
    /// Index of its texts among those of the protocol.
    pub(crate) text: u16,
    /// Index of its entry in the table.
    pub(crate) entry: u16,
    pub(crate) class: Option<u8>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) retry: Option<Retry>,
    pub(crate) actors: &'static [Actor],
    pub(crate) related: &'static [RelatedRow],
    pub(crate) examples: &'static [&'static str],
}

/// What the data say of a code whatever class it is seen through: a detail and its views have one entry.
#[derive(Debug)]
pub(crate) struct EntryRow {
    pub(crate) number: Option<u16>,
    pub(crate) name: Option<&'static str>,
    pub(crate) constant: Option<&'static str>,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) phrase: Option<&'static str>,
    pub(crate) subject: Option<u8>,
    pub(crate) status: Status,
    pub(crate) vendor: Option<&'static str>,
    pub(crate) connection: Option<Connection>,
    pub(crate) commands: Option<&'static [&'static str]>,
    pub(crate) meanings: &'static [MeaningRow],
    pub(crate) references: &'static [ReferenceRow],
    /// For a dotted code: the classes with which its detail makes sense.
    pub(crate) classes: &'static [u8],
    /// Where the document itself limits the detail to those.
    pub(crate) limited_by: Option<ReferenceRow>,
}

impl Table {
    /// The code with these parts.
    #[inline]
    pub(crate) fn view(&self, protocol: Protocol, class: u16, subject: u16, detail: u16) -> Option<Code> {
        let slot = *self.details.get(subject as usize)?.get(detail as usize)?;
        let offset = *self.views.get(class as usize)?;
        if slot == 0 || offset == 0 {
            return None;
        }
        Code::in_slot(protocol, slot + offset as u16)
    }

    /// The detail with these parts, without a class.
    pub(crate) fn detail(&self, protocol: Protocol, subject: u16, detail: u16) -> Option<Code> {
        Code::in_slot(protocol, *self.details.get(subject as usize)?.get(detail as usize)?)
    }

    /// How many rows an entry has: a detail is followed by its views.
    pub(crate) fn stride(&self) -> u16 {
        match self.form {
            Form::Dotted => 1 + self.classes.len() as u16,
            _ => 1,
        }
    }
}

/// A meaning of its own.
#[derive(Debug)]
pub(crate) struct MeaningRow {
    pub(crate) commands: &'static [&'static str],
    pub(crate) phrase: Option<&'static str>,
    pub(crate) reference: ReferenceRow,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) retry: Option<Retry>,
}

/// A place in a document.
#[derive(Debug)]
pub(crate) struct ReferenceRow {
    pub(crate) document: &'static Document,
    pub(crate) section: Option<&'static str>,
    pub(crate) url: &'static str,
    pub(crate) says: Option<&'static str>,
}

/// A relation from one of its sides.
#[derive(Debug)]
pub(crate) struct RelatedRow {
    pub(crate) code: Code,
    pub(crate) kind: RelationKind,
    /// Index of its text; none where the two are only associated.
    pub(crate) text: Option<u16>,
}

/// The texts of a language; an empty string stands for one that is not translated.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) codes: &'static [&'static [CodeTexts]],
    pub(crate) protocols: &'static [ProtocolTexts],
    pub(crate) relations: &'static [&'static str],
    pub(crate) messages: &'static [&'static str],
}

/// The texts of a code; its row has the index.
#[derive(Debug)]
pub(crate) struct CodeTexts {
    pub(crate) name: &'static str,
    pub(crate) gist: &'static str,
    pub(crate) description: &'static str,
    pub(crate) when: &'static str,
    pub(crate) fix: &'static str,
    pub(crate) use_: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) meanings: &'static [&'static str],
}

/// The texts of a protocol; classes and subjects as name and sentence, actors as label and sentence.
#[derive(Debug)]
pub(crate) struct ProtocolTexts {
    pub(crate) title: &'static str,
    pub(crate) unregistered: &'static str,
    pub(crate) classes: &'static [(&'static str, &'static str)],
    pub(crate) subjects: &'static [(&'static str, &'static str)],
    pub(crate) actors: [(&'static str, &'static str); 7],
}

/// The text that `pick` finds in the language's texts, or the English one where it is not translated or not compiled in;
/// with the language that it is in.
pub(crate) fn text(lang: Lang, pick: impl Fn(&'static Texts) -> &'static str) -> (&'static str, Lang) {
    match lang.texts().map(&pick) {
        Some(text) if !text.is_empty() => (text, lang),
        _ => (pick(&crate::generated::ENGLISH), Lang::En),
    }
}
