//! `data/locales/<tag>.toml`: the texts in another language, each with the fingerprint of the English it was made from.
//!
//! A table a protocol, code or relation, its texts by the keys of [`crate::units`]:
//!
//! ```toml
//! [code."smtp:450"]
//! gist = "..."
//! of = { gist = "1a2b3c4d" }   # fingerprint of the English text; `cargo xtask stamp` fills these in
//! read = "5e6f7a8b"            # fingerprint of the texts of this table when a second person had read them
//! ```

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use sha2::{Digest, Sha256};
use toml_edit::{DocumentMut, Item, TableLike};

use crate::report::{Report, did_you_mean};
use crate::rules::prose;
use crate::source::{Source, Step};
use crate::types::fold;
use crate::units::Unit;

/// The texts of one language.
#[derive(Debug, Clone)]
pub struct Locale {
    /// BCP 47 tag: `ja`.
    pub tag: String,
    /// Its English name: `Japanese`.
    pub name: String,
    /// Its own name.
    pub native: String,
    /// Whether sentences are parted by spaces.
    pub spaces: bool,
    file: String,
    tables: BTreeMap<String, Table>,
    /// By table and key, what can be used: the text is there, and of the present English.
    fresh: HashMap<(String, String), String>,
    states: BTreeMap<String, TableState>,
}

#[derive(Debug, Clone, Default)]
struct Table {
    line: usize,
    texts: BTreeMap<String, Text>,
    of: BTreeMap<String, String>,
    read: Option<String>,
}

#[derive(Debug, Clone)]
struct Text {
    text: String,
    raw: String,
    line: usize,
}

/// How complete the translation of one table is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableState {
    /// Texts that there are to translate.
    pub texts: usize,
    /// Those that are missing.
    pub missing: usize,
    /// Those whose English text has changed since.
    pub stale: usize,
    /// Whether a second person has read the table as it now is.
    pub read: bool,
}

/// What a locale has for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translated<'a> {
    /// A translation of the present English text.
    Fresh(&'a str),
    /// None, or one of an English text that has changed since.
    No,
}

/// The fingerprint of a text: the first eight hexadecimal digits of its SHA-256.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

const SECTIONS: [&str; 5] = ["interface", "protocol", "code", "relation", "reason"];
const HEADER: [&str; 4] = ["language", "name", "native", "spaces"];

impl Locale {
    /// Reads a locale from its file.
    pub(crate) fn read(source: &Source, report: &mut Report) -> Locale {
        let file = source.file.clone();
        let root = &source.value;
        let mut header = |key: &str| match root[key].as_str() {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => {
                report.push(&file, 1, format!("the file has no `{key}`, expected a string"));
                String::new()
            }
        };
        let (tag, name, native) = (header("language"), header("name"), header("native"));
        let stem = file.rsplit('/').next().unwrap_or(&file).trim_end_matches(".toml");
        if !tag.is_empty() && tag != stem {
            report.push(
                &file,
                source.line(&["language".into()]),
                format!("`language` is `{tag}`, expected `{stem}` as the file's name says"),
            );
        }
        // Languages that are written without spaces join the lines of a paragraph without one.
        let spaces = root["spaces"].as_bool().unwrap_or(true);
        let joiner = if spaces { " " } else { "" };

        let mut tables = BTreeMap::new();
        for (section, content) in root.as_object().into_iter().flatten() {
            let path = [Step::Key(section)];
            let known = SECTIONS.contains(&section.as_str());
            match content.as_object() {
                _ if HEADER.contains(&section.as_str()) => {}
                Some(content) if section == "interface" => {
                    tables.insert(section.clone(), table(source, content, &path, joiner, report));
                }
                Some(content) if known => {
                    for (id, content) in content {
                        let path = [Step::Key(section), Step::Key(id)];
                        match content.as_object() {
                            Some(content) => {
                                let table = table(source, content, &path, joiner, report);
                                tables.insert(format!("{section}.{id}"), table);
                            }
                            None => report.push(
                                &file,
                                source.line(&path),
                                format!("`{section}.{id}` is not a table of texts"),
                            ),
                        }
                    }
                }
                _ => {
                    let hint = did_you_mean(section, SECTIONS.into_iter().chain(HEADER));
                    report.push(&file, source.line(&path), format!("unknown key `{section}` in the file{hint}"));
                }
            }
        }
        let (fresh, states) = Default::default();
        Locale { tag, name, native, spaces, file, tables, fresh, states }
    }

    /// The texts of the interface by key, as the English locale defines them.
    pub(crate) fn interface(&self) -> Vec<(String, String)> {
        self.tables
            .get("interface")
            .into_iter()
            .flat_map(|table| &table.texts)
            .map(|(key, text)| (key.clone(), text.text.clone()))
            .collect()
    }

    /// Holds the locale against the texts that there are: what is superfluous or badly written goes into `report`, what
    /// is missing or of an older English text into `stale`. What is translated for the codes in `left_out` is passed over:
    /// their English has a fault of its own.
    pub(crate) fn check(&mut self, units: &[Unit], left_out: &[String], report: &mut Report, stale: &mut Report) {
        let mut wanted: BTreeMap<&str, BTreeMap<&str, &Unit>> = BTreeMap::new();
        for unit in units {
            wanted.entry(&unit.table).or_default().insert(&unit.key, unit);
        }
        for (id, table) in &self.tables {
            let Some(units) = wanted.get(id.as_str()) else {
                if id.split(['.', ' ']).any(|word| left_out.iter().any(|code| code == word)) {
                    continue;
                }
                let hint = did_you_mean(id, wanted.keys().copied());
                let message = format!("there is nothing to translate for [{id}]{hint}");
                report.push(&self.file, table.line, message);
                continue;
            };
            for (key, text) in &table.texts {
                let Some(unit) = units.get(key.as_str()) else {
                    let hint = did_you_mean(key, units.keys().copied());
                    let message = format!("[{id}] has no English `{key}` to translate{hint}");
                    report.push(&self.file, text.line, message);
                    continue;
                };
                check_text(&self.file, id, unit, text, report);
            }
        }
        for (id, units) in wanted {
            let empty = Table { line: 1, ..Table::default() };
            let table = self.tables.get(id).unwrap_or(&empty);
            let mut state = TableState { texts: units.len(), ..TableState::default() };
            for (key, unit) in units {
                match (table.texts.get(key), table.of.get(key)) {
                    (None, _) => {
                        state.missing += 1;
                        let message = format!("[{id}] has no translation of `{key}`");
                        stale.push(&self.file, table.line, message);
                    }
                    (Some(text), Some(of)) if *of == fingerprint(&unit.english) => {
                        self.fresh.insert((id.to_owned(), key.to_owned()), text.text.clone());
                    }
                    (Some(text), of) => {
                        state.stale += 1;
                        let why = match of {
                            None => "has no fingerprint; `cargo xtask stamp` writes it",
                            Some(_) => {
                                "was made from an English text that has changed since; redo it, delete its fingerprint and run `cargo xtask stamp`"
                            }
                        };
                        stale.push(&self.file, text.line, format!("`{key}` of [{id}] {why}"));
                    }
                }
            }
            state.read = table.read.as_ref() == Some(&reading(&table.texts));
            self.states.insert(id.to_owned(), state);
        }
    }

    /// The translation of a text.
    pub fn get(&self, table: &str, key: &str) -> Translated<'_> {
        self.fresh.get(&(table.to_owned(), key.to_owned())).map_or(Translated::No, |text| Translated::Fresh(text))
    }

    /// How complete each table is.
    pub fn states(&self) -> &BTreeMap<String, TableState> {
        &self.states
    }
}

fn table(
    source: &Source,
    content: &serde_json::Map<String, Value>,
    path: &[Step<'_>],
    joiner: &str,
    report: &mut Report,
) -> Table {
    let mut table = Table { line: source.line(path), ..Table::default() };
    for (key, value) in content {
        let mut at = path.to_vec();
        at.push(Step::Key(key));
        match (key.as_str(), value) {
            ("of", value) => flatten(
                source,
                value,
                &at,
                "",
                &mut |key, text, _| {
                    table.of.insert(key, text.to_owned());
                },
                report,
            ),
            ("read", Value::String(read)) => table.read = Some(read.clone()),
            (key, value) => flatten(
                source,
                value,
                &at,
                key,
                &mut |key, raw, line| {
                    // A text on one line is taken as it is: the blanks of `", "` count.
                    let text = if raw.contains('\n') { fold(raw, joiner) } else { raw.to_owned() };
                    table.texts.insert(key, Text { text, raw: raw.to_owned(), line });
                },
                report,
            ),
        }
    }
    table
}

/// Calls `each` with the dotted key, the text and the line of every string in `value`.
fn flatten(
    source: &Source,
    value: &Value,
    path: &[Step<'_>],
    prefix: &str,
    each: &mut impl FnMut(String, &str, usize),
    report: &mut Report,
) {
    match value {
        Value::String(text) => each(prefix.to_owned(), text, source.line(path)),
        Value::Object(entries) => {
            for (key, value) in entries {
                let mut at = path.to_vec();
                at.push(Step::Key(key));
                let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                flatten(source, value, &at, &name, each, report);
            }
        }
        _ => report.push(&source.file, source.line(path), format!("`{prefix}` is not a text, expected a string")),
    }
}

fn check_text(file: &str, table: &str, unit: &Unit, text: &Text, report: &mut Report) {
    let place = format!("`{}` of [{table}]", unit.key);
    for fault in prose::faults(&text.raw, &text.text, unit.is_prose()) {
        report.push(file, text.line, format!("{place} {fault}"));
    }
    if unit.is_prose() && text.text == unit.english {
        report.push(file, text.line, format!("{place} is the English text, expected a translation"));
    }
    let (expected, found) = (prose::placeholders(&unit.english), prose::placeholders(&text.text));
    if expected != found {
        let list = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(" ") };
        let message = format!("{place} has the placeholders {}, expected {}", list(&found), list(&expected));
        report.push(file, text.line, message);
    }
}

/// The fingerprint of all texts of a table, for [`TableState::read`].
fn reading(texts: &BTreeMap<String, Text>) -> String {
    let all: Vec<String> = texts.iter().map(|(key, text)| format!("{key}={}", text.text)).collect();
    fingerprint(&all.join("\n"))
}

/// Writes into the text of a locale file the fingerprints that are missing, and, for the tables that `read` chooses, that a
/// second person has read them. Everything else stays as it is.
///
/// # Errors
///
/// A message when the file is not TOML.
pub fn stamp(file: &str, text: &str, units: &[Unit], read: impl Fn(&str) -> bool) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error| format!("{file}: {error}"))?;
    let mut report = Report::default();
    let source = Source::parse(file, text, &mut report);
    let locale = Locale::read(&source, &mut report);
    if !report.is_empty() {
        return Err(report.to_string());
    }
    let mut english: HashMap<(&str, &str), &str> = HashMap::new();
    for unit in units {
        english.insert((&unit.table, &unit.key), &unit.english);
    }
    for (id, table) in &locale.tables {
        let root = document.as_table_mut() as &mut dyn TableLike;
        let target = match id.split_once('.') {
            Some((section, key)) => {
                root.get_mut(section).and_then(Item::as_table_like_mut).and_then(|t| t.get_mut(key))
            }
            None => root.get_mut(id),
        };
        let Some(target) = target.and_then(Item::as_table_like_mut) else { continue };
        let mut of = table.of.clone();
        of.retain(|key, _| table.texts.contains_key(key));
        for key in table.texts.keys() {
            if let (None, Some(english)) = (of.get(key), english.get(&(id.as_str(), key.as_str()))) {
                of.insert(key.clone(), fingerprint(english));
            }
        }
        if of != table.of {
            let inline: toml_edit::InlineTable =
                of.iter().map(|(key, value)| (key.as_str(), toml_edit::Value::from(value))).collect();
            target.insert("of", Item::Value(inline.into()));
        }
        if read(id) {
            target.insert("read", toml_edit::value(reading(&table.texts)));
        }
    }
    Ok(document.to_string())
}
