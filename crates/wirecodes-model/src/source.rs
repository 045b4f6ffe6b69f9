//! A TOML file in memory: its values, and the line on which each of them stands.

use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::report::Report;

/// One step on the way to a value: into a table by key, or into an array by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Self {
        Step::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(index: usize) -> Self {
        Step::Index(index)
    }
}

/// A parsed file.
#[derive(Debug)]
pub(crate) struct Source {
    /// The file, as it is named in messages.
    pub(crate) file: String,
    /// The values, as JSON: what the schema is checked against and serde reads.
    pub(crate) value: Value,
    lines: Node,
}

/// The line of a value, and of what it contains.
#[derive(Debug)]
struct Node {
    line: usize,
    children: Children,
}

#[derive(Debug)]
enum Children {
    None,
    Array(Vec<Node>),
    Table(Vec<(String, Node)>),
}

impl Source {
    /// Parses `text`; what is not TOML goes into the report, and the rest is kept as far as it makes sense.
    pub(crate) fn parse(file: &str, text: &str, report: &mut Report) -> Source {
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let line = |span: Range<usize>| starts.partition_point(|&start| start <= span.start);
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().map_or(1, line);
            report.push(file, at, format!("not valid TOML: {}", error.message()));
        }
        let (value, children) = table(root.get_ref(), &line);
        Source { file: file.to_owned(), value, lines: Node { line: 1, children } }
    }

    /// The line of the value at `path`, or of the nearest thing around it that the file has.
    pub(crate) fn line(&self, path: &[Step<'_>]) -> usize {
        let mut node = &self.lines;
        for step in path {
            let child = match (step, &node.children) {
                (Step::Key(key), Children::Table(entries)) => {
                    entries.iter().find(|(name, _)| name == key).map(|(_, child)| child)
                }
                (Step::Index(index), Children::Array(items)) => items.get(*index),
                _ => None,
            };
            match child {
                Some(child) => node = child,
                None => break,
            }
        }
        node.line
    }
}

fn table(table: &DeTable<'_>, line: &impl Fn(Range<usize>) -> usize) -> (Value, Children) {
    let mut values = serde_json::Map::new();
    let mut nodes = Vec::new();
    for (key, item) in table {
        let name = key.get_ref().to_string();
        let (value, node) = node(item, line(key.span()), line);
        values.insert(name.clone(), value);
        nodes.push((name, node));
    }
    (Value::Object(values), Children::Table(nodes))
}

fn node(item: &Spanned<DeValue<'_>>, at: usize, line: &impl Fn(Range<usize>) -> usize) -> (Value, Node) {
    let (value, children) = match item.get_ref() {
        DeValue::Table(entries) => table(entries, line),
        DeValue::Array(items) => {
            let (values, nodes) = items.iter().map(|item| node(item, line(item.span()), line)).unzip();
            (Value::Array(values), Children::Array(nodes))
        }
        DeValue::String(text) => (Value::String(text.to_string()), Children::None),
        DeValue::Boolean(flag) => (Value::Bool(*flag), Children::None),
        DeValue::Integer(number) => {
            let parsed = i64::from_str_radix(number.as_str(), number.radix());
            (parsed.map_or(Value::Null, Value::from), Children::None)
        }
        // The data has neither; the schema refuses them as not being what it expects.
        DeValue::Float(_) | DeValue::Datetime(_) => (Value::Null, Children::None),
    };
    (value, Node { line: at, children })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_has_its_line() {
        let text = "a = 1\n\n[[code]]\nx = 'y'\nlist = [\n  'one',\n  'two',\n]\n[[code]]\n[code.sub]\nz = 1\n";
        let mut report = Report::default();
        let source = Source::parse("f", text, &mut report);
        assert!(report.is_empty());
        let line = |path: &[Step<'_>]| source.line(path);
        assert_eq!(line(&["a".into()]), 1);
        assert_eq!(line(&["code".into(), 0.into()]), 3);
        assert_eq!(line(&["code".into(), 0.into(), "list".into(), 1.into()]), 7);
        assert_eq!(line(&["code".into(), 1.into(), "sub".into(), "z".into()]), 11);
        assert_eq!(line(&["code".into(), 1.into(), "absent".into()]), 9);
    }
}
