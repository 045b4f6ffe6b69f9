//! Prose: there, whole, in printable characters, and each sentence under one code only.

use std::collections::HashMap;

use super::Rules;
use crate::source::Step;
use crate::types::Entry;
use crate::units::{prose, view_prose};

pub(super) fn check(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    let mut sentences_seen: HashMap<(&str, String), usize> = HashMap::new();
    for (index, entry) in parts.dataset.codes.iter().enumerate() {
        for (path, text) in texts(entry) {
            for fault in faults(text, text, true) {
                rules.code_fault(index, &path, format!("`{}` {fault}", label(&path)));
            }
            for sentence in sentences(text) {
                let key = (entry.protocol.as_str(), sentence.to_lowercase());
                match sentences_seen.insert(key, index) {
                    Some(other) if other == index => {
                        rules.code_fault(index, &path, format!("a sentence stands twice: \"{sentence}\""));
                    }
                    Some(other) => {
                        let code = &parts.dataset.codes[other].code;
                        rules.code_fault(index, &path, format!("a sentence stands under {code} too: \"{sentence}\""));
                    }
                    None => {}
                }
            }
        }
        let lines = entry
            .name
            .iter()
            .map(|name| (vec![Step::Key("name")], name))
            .chain(entry.phrase.iter().map(|phrase| (vec![Step::Key("phrase")], phrase)))
            .chain(entry.aliases.iter().map(|alias| (vec![Step::Key("aliases")], alias)))
            .chain(
                entry
                    .examples
                    .iter()
                    .enumerate()
                    .map(|(place, example)| (vec![Step::Key("examples"), Step::Index(place)], example)),
            );
        for (path, line) in lines {
            // An example may have several lines and repeat a word, as replies do.
            for fault in faults(&line.replace('\n', " "), line, false) {
                if !(fault.starts_with("has the word") && path[0] == Step::Key("examples")) {
                    rules.code_fault(index, &path, format!("`{}` {fault}", label(&path)));
                }
            }
        }
    }
    let lists = parts.dataset.protocols.iter().zip(&parts.protocols).flat_map(|(protocol, &at)| {
        let groups = [("class", &protocol.classes), ("subject", &protocol.subjects)];
        groups
            .into_iter()
            .flat_map(move |(list, groups)| {
                groups.iter().enumerate().map(move |(place, group)| {
                    (vec![Step::Key("protocol"), Step::Index(at), Step::Key(list), Step::Index(place)], &group.text.0)
                })
            })
            .chain(std::iter::once((
                vec![Step::Key("protocol"), Step::Index(at), Step::Key("unregistered")],
                &protocol.unregistered.0,
            )))
    });
    let relations = parts
        .dataset
        .relations
        .iter()
        .zip(&parts.relations)
        .map(|(relation, &at)| (vec![Step::Key("relation"), Step::Index(at), Step::Key("text")], &relation.text.0));
    for (path, text) in lists.chain(relations) {
        for fault in faults(text, text, true) {
            rules.fault(&path, format!("`{}` {fault}", label(&path)));
        }
    }
}

/// The prose of an entry, each with its place.
fn texts(entry: &Entry) -> Vec<(Vec<Step<'_>>, &str)> {
    let fields = prose(entry).into_iter().map(|(key, text)| (vec![Step::Key(key)], text.0.as_str()));
    let meanings = entry.meanings.iter().enumerate().map(|(place, meaning)| {
        let path = vec![Step::Key("meaning"), Step::Index(place), Step::Key("text")];
        (path, meaning.text.0.as_str())
    });
    let views = entry.through.iter().flat_map(|(class, view)| {
        view_prose(view).into_iter().filter_map(move |(key, text)| {
            let path = vec![Step::Key("through"), Step::Key(class), Step::Key(key)];
            Some((path, text.as_ref()?.0.as_str()))
        })
    });
    fields.chain(meanings).chain(views).collect()
}

fn label(path: &[Step<'_>]) -> String {
    let keys = path.iter().filter_map(|step| match step {
        Step::Key("code" | "protocol" | "relation") | Step::Index(_) => None,
        Step::Key(key) => Some(*key),
    });
    keys.collect::<Vec<_>>().join(".")
}

/// What is wrong with a text as such, as the rest of a sentence that begins with where it stands. `raw` is the text before
/// its lines were joined; `whole` says that it consists of sentences.
pub(crate) fn faults(raw: &str, text: &str, whole: bool) -> Vec<String> {
    let mut faults = Vec::new();
    if text.trim().is_empty() {
        faults.push("is empty".to_owned());
        return faults;
    }
    if let Some(odd) = raw.chars().find(|&c| is_invisible(c)) {
        faults.push(format!("has the invisible character U+{:04X}", u32::from(odd)));
    }
    if let Some(word) = doubled_word(text) {
        faults.push(format!("has the word `{word}` twice in a row"));
    }
    if whole && text.lines().any(|paragraph| !paragraph.ends_with(is_full_stop)) {
        faults.push("does not end with a full stop".to_owned());
    }
    faults
}

/// Control, formatting and bidirectional characters: a text that has them does not say what it seems to.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '。' | '．' | '।' | '۔' | '။' | '።' | '։')
}

fn doubled_word(text: &str) -> Option<&str> {
    let mut previous = "";
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        // Punctuation between the two parts them: `after 450, 450 again`.
        if word.starts_with(bare)
            && !bare.is_empty()
            && bare.eq_ignore_ascii_case(previous)
            && bare.chars().any(char::is_alphabetic)
        {
            return Some(bare);
        }
        previous = if word.ends_with(bare) { bare } else { "" };
    }
    None
}

/// The placeholders of a text, sorted: `{a}`, `{code}`.
pub(crate) fn placeholders(text: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| format!("{{{name}}}")))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The sentences of a text, cut where a full stop and a blank are followed by what can begin one.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut cuts = vec![0];
    let bytes = text.as_bytes();
    for (at, _) in text.match_indices(['.', '\n']) {
        let next = bytes.get(at + 1);
        let begins =
            bytes.get(at + 2).is_some_and(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'"');
        if bytes[at] == b'\n' || (next == Some(&b' ') && begins) {
            cuts.push(at + 1);
        }
    }
    cuts.push(text.len());
    let spans: Vec<(usize, usize)> = cuts.windows(2).map(|pair| (pair[0], pair[1])).collect();
    spans.into_iter().map(|(from, to)| text[from..to].trim()).filter(|sentence| !sentence.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_cut_at_full_stops_only() {
        let found: Vec<_> = sentences("Send 4.2.1 then. RFC 5321 (4.2.3) says so, e.g. here. Or not.\nNew.").collect();
        assert_eq!(found, ["Send 4.2.1 then.", "RFC 5321 (4.2.3) says so, e.g. here.", "Or not.", "New."]);
    }

    #[test]
    fn words_are_doubled_across_nothing_but_blanks() {
        assert_eq!(doubled_word("it is is so"), Some("is"));
        assert_eq!(doubled_word("The the"), Some("the"));
        assert_eq!(doubled_word("what it is, is so"), None);
        assert_eq!(doubled_word("after 450 450"), None);
    }

    #[test]
    fn placeholders_are_named_once() {
        assert_eq!(placeholders("{b} and {a}, {b}"), ["{a}", "{b}"]);
    }
}
