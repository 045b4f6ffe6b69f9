//! From TOML to [`File`], with the line of each fault.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{ACTORS, CodePattern, Fault, Faults, File, OUTCOMES, Phrase, RETRIES, Reason, Rule, SUPPRESS};

/// How long an example or another text may be, in bytes: what is longer is no reply.
const LONGEST: usize = 4000;

pub(crate) fn file(name: &str, text: &str) -> Result<File, Faults> {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader { file: name, starts, faults: Vec::new() };
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().map_or(1, |span| reader.line(span));
        reader.fault(at, format!("not valid TOML: {}", error.message()));
    }
    let mut file = File::default();
    // After a fault of syntax the values are not what was meant; what they lack would only hide it.
    if reader.faults.is_empty() {
        for (key, value) in root.get_ref() {
            let line = reader.line(key.span());
            match key.get_ref().as_ref() {
                "reason" => file.reasons = reader.tables(value, "reason", line, Reader::reason),
                "rule" => file.rules = reader.tables(value, "rule", line, Reader::rule),
                other => reader
                    .fault(line, format!("unknown key `{other}` in the file, expected `[[reason]]` or `[[rule]]`")),
            }
        }
        reader.unique("reason", file.reasons.iter().map(|reason| (reason.id.as_str(), reason.line)));
        reader.unique("rule", file.rules.iter().map(|rule| (rule.id.as_str(), rule.line)));
    }
    Faults::new(reader.faults).map_or(Ok(file), Err)
}

struct Reader<'a> {
    file: &'a str,
    starts: Vec<usize>,
    faults: Vec<Fault>,
}

/// A `[[reason]]` or `[[rule]]` while it is read.
struct Table<'t, 'i> {
    kind: &'static str,
    line: usize,
    /// What messages call it.
    name: String,
    values: &'t DeTable<'i>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl<'i> Table<'_, 'i> {
    fn get(&self, key: &str) -> Option<&Value<'i>> {
        self.values.iter().find(|(name, _)| name.get_ref().as_ref() == key).map(|(_, value)| value)
    }
}

impl Reader<'_> {
    fn line(&self, span: Range<usize>) -> usize {
        self.starts.partition_point(|&start| start <= span.start)
    }

    fn fault(&mut self, line: usize, message: String) {
        self.faults.push(Fault::new(self.file, line, message));
    }

    fn tables<'i, T>(
        &mut self,
        value: &Value<'i>,
        kind: &'static str,
        line: usize,
        read: impl Fn(&mut Self, &Table<'_, 'i>) -> T,
    ) -> Vec<T> {
        let DeValue::Array(items) = value.get_ref() else {
            self.fault(line, format!("`{kind}` is not a list of tables, expected `[[{kind}]]`"));
            return Vec::new();
        };
        let mut all = Vec::new();
        for item in items {
            let line = self.line(item.span());
            match item.get_ref() {
                DeValue::Table(values) => {
                    let mut table = Table { kind, line, name: format!("[[{kind}]]"), values };
                    if let Some(DeValue::String(id)) = table.get("id").map(Spanned::get_ref) {
                        table.name = format!("[[{kind}]] `{id}`");
                    }
                    all.push(read(self, &table));
                }
                _ => self.fault(line, format!("an item of `{kind}` is not a table, expected `[[{kind}]]`")),
            }
        }
        all
    }

    fn reason(&mut self, table: &Table<'_, '_>) -> Reason {
        const KEYS: [&str; 16] = [
            "id",
            "name",
            "gist",
            "description",
            "when",
            "fix",
            "again",
            "use",
            "outcome",
            "actors",
            "retry",
            "suppress",
            "codes",
            "sparkpost",
            "sisimai",
            "kumomta",
        ];
        self.known(table, &KEYS);
        let word = |list: &[&str], at: usize| list[at].to_owned();
        let reason = Reason {
            id: self.id(table),
            name: self.required(table, "name"),
            gist: self.prose(table, "gist"),
            description: self.prose(table, "description"),
            when: self.prose(table, "when"),
            fix: self.prose(table, "fix"),
            again: self.prose(table, "again"),
            use_: self.prose(table, "use"),
            outcome: self.one_of(table, "outcome", &OUTCOMES),
            actors: self.actors(table),
            retry: self.one_of(table, "retry", &RETRIES).unwrap_or_else(|| word(&RETRIES, 1)),
            suppress: self.one_of(table, "suppress", &SUPPRESS).unwrap_or_else(|| word(&SUPPRESS, 2)),
            codes: self.codes(table).iter().map(ToString::to_string).collect(),
            sparkpost: self.numbers(table, "sparkpost"),
            sisimai: self.text(table, "sisimai"),
            kumomta: self.text(table, "kumomta"),
            line: table.line,
        };
        if reason.gist.is_empty() && table.get("gist").is_none() {
            self.fault(table.line, format!("{} has no `gist`, expected a sentence", table.name));
        }
        reason
    }

    fn rule(&mut self, table: &Table<'_, '_>) -> Rule {
        const KEYS: [&str; 8] = ["id", "reason", "outcome", "phrases", "also", "codes", "from", "examples"];
        self.known(table, &KEYS);
        let rule = Rule {
            id: self.id(table),
            reason: self.text(table, "reason"),
            outcome: self.one_of(table, "outcome", &OUTCOMES),
            phrases: self.phrases(table, "phrases"),
            also: self.phrases(table, "also"),
            codes: self.codes(table),
            from: self.strings(table, "from").into_iter().map(|(text, _)| text).collect(),
            examples: self.strings(table, "examples").into_iter().map(|(text, _)| text).collect(),
            line: table.line,
        };
        if table.get("phrases").is_none() && table.get("codes").is_none() {
            self.fault(
                table.line,
                format!("{} has neither `phrases` nor `codes`, so it would fit every reply", table.name),
            );
        }
        if table.get("phrases").is_none() && rule.codes.contains(&CodePattern::Absent) {
            self.fault(
                table.line,
                format!(
                    "{} has the code `none` but no `phrases`, so it would fit every reply without codes",
                    table.name
                ),
            );
        }
        if let (Some(also), None) = (table.get("also"), table.get("phrases")) {
            let line = self.line(also.span());
            self.fault(line, format!("{} has `also` without `phrases`, expected both or `phrases` alone", table.name));
        }
        if table.get("reason").is_none() && table.get("outcome").is_none() {
            self.fault(
                table.line,
                format!("{} has neither a `reason` nor an `outcome`, so it would say nothing", table.name),
            );
        }
        if table.get("examples").is_none() {
            self.fault(
                table.line,
                format!("{} has no `examples`, expected at least one reply that it decides", table.name),
            );
        }
        rule
    }

    fn known(&mut self, table: &Table<'_, '_>, keys: &[&str]) {
        for (key, _) in table.values {
            let name = key.get_ref();
            if !keys.contains(&name.as_ref()) {
                let line = self.line(key.span());
                self.fault(
                    line,
                    format!("unknown key `{name}` in {}, expected one of {}", table.name, keys.join(", ")),
                );
            }
        }
    }

    fn id(&mut self, table: &Table<'_, '_>) -> String {
        let id = self.required(table, "id");
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if !id.is_empty() && !id.split('-').all(word) {
            let line = table.get("id").map_or(table.line, |value| self.line(value.span()));
            self.fault(
                line,
                format!(
                    "the id `{id}` is not made of lower-case words joined by hyphens, such as `{}`",
                    example(table.kind)
                ),
            );
        }
        id
    }

    fn required(&mut self, table: &Table<'_, '_>, key: &str) -> String {
        if table.get(key).is_none() {
            self.fault(table.line, format!("{} has no `{key}`, expected a string", table.name));
        }
        self.text(table, key).unwrap_or_default()
    }

    /// A string with something in it.
    fn text(&mut self, table: &Table<'_, '_>, key: &str) -> Option<String> {
        let value = table.get(key)?;
        self.string(table, key, value).map(|(text, _)| text)
    }

    fn string(&mut self, table: &Table<'_, '_>, key: &str, value: &Value<'_>) -> Option<(String, usize)> {
        let line = self.line(value.span());
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                self.fault(line, format!("`{key}` of {} is empty", table.name));
            }
            DeValue::String(text) if text.len() > LONGEST => {
                self.fault(
                    line,
                    format!("`{key}` of {} is {} bytes long, expected at most {LONGEST}", table.name, text.len()),
                );
            }
            DeValue::String(text) => return Some((text.to_string(), line)),
            other => self.fault(line, format!("`{key}` of {} is {}, expected a string", table.name, kind(other))),
        }
        None
    }

    /// Sentences: their lines are joined, and a blank line begins a paragraph.
    fn prose(&mut self, table: &Table<'_, '_>, key: &str) -> String {
        let text = self.text(table, key).unwrap_or_default();
        let paragraphs = text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
        paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn strings(&mut self, table: &Table<'_, '_>, key: &str) -> Vec<(String, usize)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) if items.is_empty() => {
                let line = self.line(value.span());
                self.fault(line, format!("`{key}` of {} is empty", table.name));
                Vec::new()
            }
            DeValue::Array(items) => items.iter().filter_map(|item| self.string(table, key, item)).collect(),
            other => {
                let line = self.line(value.span());
                self.fault(line, format!("`{key}` of {} is {}, expected a list of strings", table.name, kind(other)));
                Vec::new()
            }
        }
    }

    fn phrases(&mut self, table: &Table<'_, '_>, key: &str) -> Vec<Phrase> {
        let mut phrases: Vec<Phrase> = Vec::new();
        for (text, line) in self.strings(table, key) {
            match Phrase::new(&text) {
                Ok(phrase) if phrases.iter().any(|other| other.pieces() == phrase.pieces()) => {
                    self.fault(line, format!("{} has the phrase `{text}` twice", table.name));
                }
                Ok(phrase) => phrases.push(phrase),
                Err(why) => self.fault(line, format!("the phrase `{text}` of {} {why}", table.name)),
            }
        }
        phrases
    }

    fn numbers(&mut self, table: &Table<'_, '_>, key: &str) -> Vec<u16> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let line = self.line(value.span());
        let number = |item: &Value<'_>| match item.get_ref() {
            DeValue::Integer(number) => u16::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let numbers = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(number).collect(),
            _ => None,
        };
        numbers.unwrap_or_else(|| {
            self.fault(line, format!("`{key}` of {} is not a list of numbers", table.name));
            Vec::new()
        })
    }

    fn codes(&mut self, table: &Table<'_, '_>) -> Vec<CodePattern> {
        let mut codes = Vec::new();
        for (text, line) in self.strings(table, "codes") {
            match CodePattern::new(&text) {
                Ok(code) => codes.push(code),
                Err(why) => self.fault(line, format!("one of the `codes` of {} {why}", table.name)),
            }
        }
        codes
    }

    fn actors(&mut self, table: &Table<'_, '_>) -> Vec<String> {
        let mut actors = Vec::new();
        for (text, line) in self.strings(table, "actors") {
            if ACTORS.contains(&text.as_str()) {
                actors.push(text);
            } else {
                self.fault(
                    line,
                    format!("one of the `actors` of {} is `{text}`, expected one of {}", table.name, ACTORS.join(", ")),
                );
            }
        }
        actors
    }

    fn one_of(&mut self, table: &Table<'_, '_>, key: &str, words: &[&str]) -> Option<String> {
        let (text, line) = table.get(key).and_then(|value| self.string(table, key, value))?;
        if words.contains(&text.as_str()) {
            return Some(text);
        }
        self.fault(line, format!("`{key}` of {} is `{text}`, expected one of {}", table.name, words.join(", ")));
        None
    }

    fn unique<'a>(&mut self, kind: &str, ids: impl Iterator<Item = (&'a str, usize)>) {
        let mut seen = HashMap::new();
        for (id, line) in ids.filter(|(id, _)| !id.is_empty()) {
            if let Some(first) = seen.insert(id, line) {
                self.fault(line, format!("there is a [[{kind}]] `{id}` on line {first} already"));
            }
        }
    }
}

fn example(kind: &str) -> &'static str {
    if kind == "rule" { "our-gateway" } else { "mailbox-full" }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
