//! The prepared data: sorted, resolved, read-only. Everything that is written for users is made from it alone.

use std::collections::HashMap;

use crate::locale::{Locale, Translated};
use crate::types::{
    Actor, Connection, Dataset, Document, Entry, Form, Group, Meaning, Outcome, Protocol, Reference, RelationKind,
    Retry, Status, View,
};
use crate::units::{Unit, code_table, entry_ids, relation_table, view_prose};

/// All that there is to know.
#[derive(Debug, Clone)]
pub struct Registry {
    /// Version of the data.
    pub version: String,
    /// The documents, in the order of the file.
    pub documents: Vec<Document>,
    /// The protocols, in the order of the file.
    pub protocols: Vec<Protocol>,
    /// The codes of all protocols, sorted by protocol and code.
    pub codes: Vec<Code>,
    /// The relations, in the order of the file.
    pub relations: Vec<Relation>,
    /// Pairs of a reply code and the enhanced code that goes with it, by association alone: no text says more.
    associations: Vec<[CodeId; 2]>,
    /// Why servers refuse, and the rules that show it, in the order of the file.
    pub reasons: wirecodes_rules::File,
    /// The languages, English first.
    pub locales: Vec<Locale>,
    /// The keys of the interface's texts, sorted.
    pub interface: Vec<String>,
    english: HashMap<(String, String), String>,
}

/// A code: its protocol, and its place among the codes of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeId {
    /// Index into [`Registry::protocols`].
    pub protocol: usize,
    /// Index among the protocol's codes.
    pub index: usize,
}

/// One code as a user can look it up.
#[derive(Debug, Clone)]
pub struct Code {
    /// Index of its protocol.
    pub protocol: usize,
    /// As on the wire; `X.2.1` for a detail without a class.
    pub code: String,
    /// The number, in protocols whose codes are numbers.
    pub number: Option<u16>,
    /// See [`Entry`], as for all that follows.
    pub name: Option<String>,
    /// The constant; of a dotted code, the detail's.
    pub constant: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The specification's words.
    pub phrase: Option<String>,
    /// Index of its class among the protocol's.
    pub class: Option<usize>,
    /// Index of its subject among the protocol's.
    pub subject: Option<usize>,
    /// The outcome; none for a detail without a class.
    pub outcome: Option<Outcome>,
    /// The status.
    pub status: Status,
    /// Whose it is.
    pub vendor: Option<String>,
    /// Whether to try again; none for a detail without a class.
    pub retry: Option<Retry>,
    /// Who can act.
    pub actors: Vec<Actor>,
    /// What happens to the session.
    pub connection: Option<Connection>,
    /// What it answers.
    pub commands: Option<Vec<String>>,
    /// Meanings of its own.
    pub meanings: Vec<Meaning>,
    /// Where it is defined.
    pub references: Vec<Reference>,
    /// Replies on the wire.
    pub examples: Vec<String>,
    /// For a dotted code: indexes of the classes with which its detail makes sense.
    pub classes: Vec<usize>,
    /// Where the document itself limits the detail to those.
    pub limited_by: Option<Reference>,
    /// The codes of the protocol's companion that a registry associates with it.
    pub associated: Vec<String>,
    /// Documents that a registry names for it though they don't speak of it.
    pub background: Vec<String>,
    /// The table of its texts.
    pub table: String,
    /// Id of its entry: `smtp:450`, and `dns:BADVERS` where the number has several entries.
    pub entry: String,
    /// For a detail seen through a class: the class's digit, and the texts that it has of its own.
    through: Option<(String, Vec<&'static str>)>,
}

impl Code {
    /// Whether it is a detail seen through a class, and not an entry by itself.
    pub fn is_view(&self) -> bool {
        self.through.is_some()
    }

    /// Whether it has texts of its own: a view may have all of its detail's.
    pub fn has_texts(&self) -> bool {
        self.through.as_ref().is_none_or(|(_, own)| !own.is_empty())
    }

    /// The key of one of its texts in [`Code::table`].
    pub fn key(&self, field: &'static str) -> String {
        match &self.through {
            Some((class, own)) if own.contains(&field) => format!("through.{class}.{field}"),
            _ => field.to_owned(),
        }
    }
}

/// A pair of codes with a text of its own.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The two codes.
    pub codes: [CodeId; 2],
    /// What the second is to the first.
    pub kind: RelationKind,
    /// The table of its text.
    pub table: String,
}

/// A code that another one is related to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// The other code.
    pub code: CodeId,
    /// What it is to the first.
    pub kind: RelationKind,
    /// Index of the relation whose text says more; none for a pair that is only associated.
    pub relation: Option<usize>,
}

impl Registry {
    /// Prepares a dataset that has passed the rules.
    pub(crate) fn prepare(
        dataset: Dataset,
        reasons: wirecodes_rules::File,
        units: Vec<Unit>,
        interface: Vec<(String, String)>,
        locales: Vec<Locale>,
    ) -> Registry {
        let mut codes = Vec::new();
        let ids = entry_ids(&dataset.codes);
        for (protocol, definition) in dataset.protocols.iter().enumerate() {
            let entries = dataset.codes.iter().zip(&ids);
            for (entry, id) in entries.filter(|(entry, _)| entry.protocol == definition.id) {
                codes.extend(rows(protocol, definition, entry, id));
            }
        }
        let relations = dataset
            .relations
            .iter()
            .filter_map(|relation| {
                let find = |id: &String| find(&dataset.protocols, &codes, id);
                Some(Relation {
                    codes: [find(&relation.codes[0])?, find(&relation.codes[1])?],
                    kind: relation.kind,
                    table: relation_table(&relation.codes),
                })
            })
            .collect();
        let associations = associations(&dataset, &ids, &codes);
        let english = units.into_iter().map(|unit| ((unit.table, unit.key), unit.english)).collect();
        Registry {
            version: dataset.version,
            documents: dataset.documents,
            protocols: dataset.protocols,
            codes,
            relations,
            associations,
            reasons,
            locales,
            interface: interface.into_iter().map(|(key, _)| key).collect(),
            english,
        }
    }

    /// The codes of a protocol, sorted.
    pub fn codes_of(&self, protocol: usize) -> impl Iterator<Item = &Code> {
        self.codes.iter().filter(move |code| code.protocol == protocol)
    }

    /// The codes that one is related to: those with a text first, then those that are only associated with it.
    pub fn related(&self, id: CodeId) -> Vec<Related> {
        let mut related: Vec<Related> = Vec::new();
        for (index, relation) in self.relations.iter().enumerate() {
            let (code, kind) = match relation.codes {
                [a, b] if a == id => (b, relation.kind),
                [a, b] if b == id => (a, relation.kind.reversed()),
                _ => continue,
            };
            related.push(Related { code, kind, relation: Some(index) });
        }
        for &[basic, enhanced] in &self.associations {
            let (code, kind) = match id {
                id if id == basic => (enhanced, RelationKind::EnhancedForm),
                id if id == enhanced => (basic, RelationKind::BasicForm),
                _ => continue,
            };
            // A hand-written relation says all of that, and more.
            if related.iter().all(|other| other.code != code) {
                related.push(Related { code, kind, relation: None });
            }
        }
        related
    }

    /// A text in English.
    pub fn english(&self, table: &str, key: &str) -> &str {
        self.english.get(&(table.to_owned(), key.to_owned())).map_or("", String::as_str)
    }

    /// A text in the language of `locale`; none if it is not translated, or no longer of the present English.
    pub fn text<'a>(&'a self, locale: &'a Locale, table: &str, key: &str) -> Option<&'a str> {
        if locale.tag == "en" {
            return Some(self.english(table, key));
        }
        match locale.get(table, key) {
            Translated::Fresh(text) => Some(text),
            Translated::No => None,
        }
    }

    /// All texts that there are to translate, for `cargo xtask stamp`.
    pub fn units(&self) -> Vec<Unit> {
        self.english
            .iter()
            .map(|((table, key), english)| Unit { table: table.clone(), key: key.clone(), english: english.clone() })
            .collect()
    }
}

/// Each reply code with the enhanced codes of its class that the data name it for.
fn associations(dataset: &Dataset, ids: &[String], codes: &[Code]) -> Vec<[CodeId; 2]> {
    let mut pairs = Vec::new();
    for (entry, id) in dataset.codes.iter().zip(ids) {
        let Some(basic) = dataset.protocols.iter().position(|one| one.companion.as_ref() == Some(&entry.protocol))
        else {
            continue;
        };
        for number in entry.associated.iter().chain(&entry.seen_with) {
            // 552 goes with 5.2.2.
            let digit = &number[..1];
            let place = |protocol: &str, test: &dyn Fn(&Code) -> bool| {
                let protocol = dataset.protocols.iter().position(|one| one.id == protocol)?;
                let index = codes.iter().filter(|code| code.protocol == protocol).position(test)?;
                Some(CodeId { protocol, index })
            };
            let seen = |code: &Code| code.entry == *id && code.code.split('.').next() == Some(digit);
            let reply = place(&dataset.protocols[basic].id, &|code| code.code == *number);
            pairs.extend(reply.zip(place(&entry.protocol, &seen)).map(|(reply, seen)| [reply, seen]));
        }
    }
    pairs.sort_by_key(|pair| pair.map(|id| (id.protocol, id.index)));
    pairs
}

fn find(protocols: &[Protocol], codes: &[Code], id: &str) -> Option<CodeId> {
    let (name, code) = id.split_once(':')?;
    let protocol = protocols.iter().position(|protocol| protocol.id == name)?;
    let index = codes
        .iter()
        .filter(|candidate| candidate.protocol == protocol)
        .position(|candidate| candidate.code == code || candidate.constant.as_deref() == Some(code))?;
    Some(CodeId { protocol, index })
}

/// The rows of an entry: one, or for a dotted code the detail itself and the detail seen through each class.
fn rows(protocol: usize, definition: &Protocol, entry: &Entry, id: &str) -> Vec<Code> {
    let base = Code {
        protocol,
        code: entry.code.clone(),
        number: entry.code.parse().ok(),
        name: entry.name.clone(),
        constant: entry.constant.clone(),
        aliases: entry.aliases.clone(),
        phrase: entry.phrase.clone(),
        class: class_of(definition, &entry.code),
        subject: subject_of(definition, &entry.code),
        outcome: entry.outcome,
        status: entry.status,
        vendor: entry.vendor.clone(),
        retry: entry.retry,
        actors: entry.actors.clone(),
        connection: entry.connection,
        commands: entry.commands.clone(),
        meanings: entry.meanings.clone(),
        references: entry.references.clone(),
        examples: entry.examples.clone(),
        classes: (definition.classes.iter().enumerate())
            .filter(|(_, class)| entry.classes.contains(&class.digits))
            .map(|(index, _)| index)
            .collect(),
        limited_by: entry.limited_by.clone(),
        associated: entry.associated.clone(),
        background: entry.background.clone(),
        table: code_table(id),
        entry: id.to_owned(),
        through: None,
    };
    if definition.form != Form::Dotted {
        return vec![base];
    }
    let mut rows = vec![base.clone()];
    for (index, class) in definition.classes.iter().enumerate() {
        let default = View::default();
        let view = entry.through.get(&class.digits).unwrap_or(&default);
        let own = view_prose(view).into_iter().filter(|(_, text)| text.is_some()).map(|(field, _)| field).collect();
        let examples = if view.examples.is_empty() {
            let wanted = format!("{}.{}", class.digits, entry.code.trim_start_matches("X."));
            base.examples.iter().filter(|example| example.contains(&wanted)).cloned().collect()
        } else {
            view.examples.clone()
        };
        rows.push(Code {
            code: format!("{}.{}", class.digits, entry.code.trim_start_matches("X.")),
            class: Some(index),
            outcome: view.outcome.or(class.outcome),
            retry: view.retry.or(class.retry),
            actors: view.actors.clone().unwrap_or_else(|| base.actors.clone()),
            examples,
            through: Some((class.digits.clone(), own)),
            ..base.clone()
        });
    }
    rows
}

/// Index of the class that a code belongs to by its leading characters.
pub(crate) fn class_of(protocol: &Protocol, code: &str) -> Option<usize> {
    protocol.classes.iter().position(|class| match protocol.form {
        Form::Dotted => code.split('.').next() == Some(&class.digits),
        _ => code.starts_with(&class.digits),
    })
}

/// Index of the subject that a code belongs to by what follows the class.
pub(crate) fn subject_of(protocol: &Protocol, code: &str) -> Option<usize> {
    protocol.subjects.iter().position(|subject: &Group| match protocol.form {
        Form::Dotted => code.split('.').nth(1) == Some(&subject.digits),
        _ => code.get(1..).is_some_and(|rest| rest.starts_with(&subject.digits)),
    })
}
