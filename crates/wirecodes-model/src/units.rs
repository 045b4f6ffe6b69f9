//! The list of all texts that there are to translate, made from the data. Locales are checked against it, so a new
//! kind of text is translatable once it is named here.

use std::collections::HashMap;

use crate::types::{Actor, Dataset, Entry, Prose, View};

/// One text to translate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The table of the locale file that it belongs to: `code.smtp:450`.
    pub table: String,
    /// Its key there: `gist`, `meaning.1`.
    pub key: String,
    /// The English text.
    pub english: String,
}

impl Unit {
    /// Whether the text consists of sentences; the others are labels and names.
    pub fn is_prose(&self) -> bool {
        self.english.ends_with('.')
    }
}

/// The table of the texts of a code, by its id.
pub fn code_table(id: &str) -> String {
    format!("code.{id}")
}

/// The table of the text of a relation, by the ids of its codes.
pub(crate) fn relation_table(codes: &[String; 2]) -> String {
    format!("relation.{} {}", codes[0], codes[1])
}

/// The table of the texts of a protocol.
pub(crate) fn protocol_table(protocol: &str) -> String {
    format!("protocol.{protocol}")
}

/// The table of the texts of a reason.
pub fn reason_table(id: &str) -> String {
    format!("reason.{id}")
}

/// The texts of a reason, in the order of a page.
pub fn reason_texts(reason: &wirecodes_rules::Reason) -> [(&'static str, &str); 7] {
    [
        ("name", &reason.name),
        ("gist", &reason.gist),
        ("description", &reason.description),
        ("when", &reason.when),
        ("fix", &reason.fix),
        ("again", &reason.again),
        ("use", &reason.use_),
    ]
}

/// The prose of an entry, in the order of a page.
pub(crate) fn prose(entry: &Entry) -> [(&'static str, &Prose); 6] {
    [
        ("gist", &entry.gist),
        ("description", &entry.description),
        ("when", &entry.when),
        ("fix", &entry.fix),
        ("use", &entry.use_),
        ("choose", &entry.choose),
    ]
}

/// The prose of a view in the same order, where it has its own.
pub(crate) fn view_prose(view: &View) -> [(&'static str, &Option<Prose>); 6] {
    [
        ("gist", &view.gist),
        ("description", &view.description),
        ("when", &view.when),
        ("fix", &view.fix),
        ("use", &view.use_),
        ("choose", &view.choose),
    ]
}

/// What identifies an entry in its protocol: the code, or the constant where several entries have the same code.
pub(crate) fn entry_ids(entries: &[Entry]) -> Vec<String> {
    let mut count: HashMap<(&str, &str), usize> = HashMap::new();
    for entry in entries {
        *count.entry((&entry.protocol, &entry.code)).or_default() += 1;
    }
    entries
        .iter()
        .map(|entry| {
            let shared = count[&(entry.protocol.as_str(), entry.code.as_str())] > 1;
            match &entry.constant {
                Some(constant) if shared => format!("{}:{constant}", entry.protocol),
                _ => format!("{}:{}", entry.protocol, entry.code),
            }
        })
        .collect()
}

/// Every text of the data and of the interface.
pub fn units(dataset: &Dataset, reasons: &wirecodes_rules::File, interface: &[(String, String)]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut add = |table: &str, key: String, english: &str| {
        units.push(Unit { table: table.to_owned(), key, english: english.to_owned() });
    };
    for (key, english) in interface {
        add("interface", key.clone(), english);
    }
    for protocol in &dataset.protocols {
        let table = protocol_table(&protocol.id);
        add(&table, "title".into(), &protocol.title);
        add(&table, "unregistered".into(), &protocol.unregistered.0);
        for actor in Actor::ALL {
            let words = protocol.actors.get(actor);
            add(&table, format!("actor.{}.label", actor.id()), &words.label);
            add(&table, format!("actor.{}.act", actor.id()), &words.act.0);
        }
        for (kind, groups) in [("class", &protocol.classes), ("subject", &protocol.subjects)] {
            for group in groups {
                add(&table, format!("{kind}.{}.name", group.id), &group.name);
                add(&table, format!("{kind}.{}.text", group.id), &group.text.0);
            }
        }
    }
    for (entry, id) in dataset.codes.iter().zip(entry_ids(&dataset.codes)) {
        let table = code_table(&id);
        if let Some(name) = &entry.name {
            add(&table, "name".into(), name);
        }
        for (key, text) in prose(entry) {
            add(&table, key.into(), &text.0);
        }
        for (index, meaning) in entry.meanings.iter().enumerate() {
            add(&table, format!("meaning.{}", index + 1), &meaning.text.0);
        }
        for (class, view) in &entry.through {
            for (key, text) in view_prose(view) {
                if let Some(text) = text {
                    add(&table, format!("through.{class}.{key}"), &text.0);
                }
            }
        }
    }
    for relation in &dataset.relations {
        add(&relation_table(&relation.codes), "text".into(), &relation.text.0);
    }
    for reason in &reasons.reasons {
        for (key, text) in reason_texts(reason) {
            add(&reason_table(&reason.id), key.into(), text);
        }
    }
    units
}
