//! Codes, names, constants, classes: that each is what it says, once, and in its place.

use std::collections::HashMap;

use regex::Regex;

use super::Rules;
use crate::registry::{class_of, subject_of};
use crate::report::{alternatives, did_you_mean};
use crate::source::Step;
use crate::types::{Entry, Form, Protocol, Status};

pub(super) fn protocols(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    for (index, protocol) in parts.dataset.protocols.iter().enumerate() {
        let at = |key| [Step::Key("protocol"), Step::Index(parts.protocols[index]), Step::Key(key)];
        let id = &protocol.id;
        if !id.starts_with(|c: char| c.is_ascii_lowercase())
            || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        {
            rules.fault(&at("id"), format!("protocol id `{id}`, expected lower-case letters, digits and `-`"));
        }
        if parts.dataset.protocols[..index].iter().any(|other| other.id == *id) {
            rules.fault(&at("id"), format!("protocol `{id}` stands twice"));
        }
        for (key, pattern) in [("pattern", protocol.pattern.as_deref()), ("example", Some(protocol.example.as_str()))] {
            let example = pattern.unwrap_or_default().replace("{code}", "0");
            if let Err(error) = Regex::new(&example) {
                let reason = error.to_string().lines().last().unwrap_or_default().to_owned();
                rules.fault(&at(key), format!("`{key}` of protocol `{id}` is not a regular expression: {reason}"));
            }
        }
        if let Some(companion) = &protocol.companion
            && !parts.dataset.protocols.iter().any(|other| other.id == *companion)
        {
            rules.fault(
                &at("companion"),
                format!("protocol `{id}` has the companion `{companion}`, which is not a protocol"),
            );
        }
        // A dotted sample has a class, as people know it: 4.2.1.
        let is_sample = |code: &str| match protocol.form {
            Form::Dotted => code.strip_prefix('X') == protocol.sample.get(1..),
            _ => code == protocol.sample,
        };
        let has = |entry: &Entry| entry.protocol == *id && is_sample(&entry.code);
        if parts.broken.is_empty() && !parts.dataset.codes.iter().any(has) {
            rules.fault(
                &at("sample"),
                format!("`sample` of protocol `{id}` is `{}`, which is not one of its codes", protocol.sample),
            );
        }
        for (list, groups) in [("class", &protocol.classes), ("subject", &protocol.subjects)] {
            for (place, group) in groups.iter().enumerate() {
                if groups[..place].iter().any(|other| other.id == group.id || other.digits == group.digits) {
                    let mut path = at(list).to_vec();
                    path.push(Step::Index(place));
                    rules.fault(&path, format!("{list} `{}` of protocol `{id}` stands twice", group.id));
                }
            }
        }
    }
}

pub(super) fn codes(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    let entries = &parts.dataset.codes;
    let mut seen: HashMap<(&str, String), usize> = HashMap::new();
    let mut previous: Option<&Entry> = None;
    for (index, entry) in entries.iter().enumerate() {
        let Some(protocol) = rules.protocol(entry) else {
            let known = parts.dataset.protocols.iter().map(|protocol| protocol.id.as_str());
            let hint = did_you_mean(&entry.protocol, known);
            let message = format!("there is no protocol `{}`{hint}", entry.protocol);
            rules.code_fault(index, &["protocol".into()], message);
            continue;
        };
        form(rules, index, entry, protocol);
        names(rules, index, entry);
        values(rules, index, entry, protocol);

        // What identifies an entry must do so: a code may stand twice only with a constant to tell the two apart.
        let mut keys = vec![];
        if let Some(name) = &entry.name {
            keys.push(("name", format!("name {}", name.to_lowercase()), name.clone()));
        }
        if let Some(constant) = &entry.constant {
            keys.push(("constant", format!("constant {constant}"), constant.clone()));
        } else {
            keys.push(("code", format!("code {}", entry.code), entry.code.clone()));
        }
        keys.extend(
            entry.aliases.iter().map(|alias| ("aliases", format!("name {}", alias.to_lowercase()), alias.clone())),
        );
        for (field, key, value) in keys {
            if let Some(other) = seen.insert((&entry.protocol, key), index) {
                let other = &entries[other];
                let message = format!(
                    "{} `{value}` is already that of {} {}",
                    field.trim_end_matches("es"),
                    other.protocol,
                    other.code
                );
                rules.code_fault(index, &[field.into()], message);
            }
        }
        // Two entries with one number are told apart by their constants and point at each other by a relation; two with
        // one number and nothing that tells why are one too many.
        if let Some(twin) =
            entries[..index].iter().find(|other| other.protocol == entry.protocol && other.code == entry.code)
        {
            let ids = rules.entry_ids();
            let place = |entry: &Entry| entries.iter().position(|other| std::ptr::eq(other, entry)).unwrap_or(index);
            let (a, b) = (&ids[place(twin)], &ids[index]);
            let related =
                parts.dataset.relations.iter().any(|relation| relation.codes.contains(a) && relation.codes.contains(b));
            if !related {
                let message = format!(
                    "`{}` stands twice; expected one entry, or a relation between `{a}` and `{b}` that says why there are two",
                    entry.code
                );
                rules.code_fault(index, &["code".into()], message);
            }
        }
        if let Some(previous) = previous
            && previous.protocol == entry.protocol
            && order(previous) > order(entry)
        {
            let message = format!("stands after {}, expected the codes in order", previous.code);
            rules.code_fault(index, &["code".into()], message);
        }
        previous = Some(entry);
    }
}

/// Numbers by value, part by part; words by letter.
fn order(entry: &Entry) -> (Vec<u32>, &str) {
    let parts: Vec<u32> = entry.code.split('.').filter_map(|part| part.parse().ok()).collect();
    let word = if parts.is_empty() { entry.code.as_str() } else { "" };
    (parts, word)
}

fn form(rules: &mut Rules<'_>, index: usize, entry: &Entry, protocol: &Protocol) {
    let code = entry.code.as_str();
    let digits = |part: &str, most: usize| {
        !part.is_empty()
            && part.len() <= most
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && (part == "0" || !part.starts_with('0'))
    };
    let (fits, expected) = match protocol.form {
        Form::ThreeDigits => (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()), "three digits"),
        Form::Number => (digits(code, 5) && code.parse::<u16>().is_ok(), "a number up to 65535 without leading zeros"),
        Form::Dotted => {
            let parts: Vec<&str> = code.split('.').collect();
            (
                matches!(parts[..], ["X", subject, detail] if digits(subject, 1) && digits(detail, 3)),
                "`X.subject.detail`, with one digit and up to three",
            )
        }
        Form::Word => (
            code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
                && code.starts_with(|c: char| c.is_ascii_alphabetic()),
            "a word of ASCII letters, digits, `-` and `_`",
        ),
    };
    if !fits {
        let message = format!("`{code}` has not the form of the protocol, expected {expected}");
        rules.code_fault(index, &["code".into()], message);
    }
    let Some(pattern) = protocol.pattern.as_ref().and_then(|pattern| Regex::new(pattern).ok()) else {
        return;
    };
    if fits && entry.status != Status::Unofficial && !pattern.is_match(code) {
        let message = format!(
            "`{code}` is outside the protocol's grammar {}, expected another code or `status = \"unofficial\"`",
            protocol.pattern.as_deref().unwrap_or_default(),
        );
        rules.code_fault(index, &["code".into()], message);
    }
}

fn names(rules: &mut Rules<'_>, index: usize, entry: &Entry) {
    match (&entry.name, &entry.constant) {
        (None, None) => {
            // A code that was only ever another one's duplicate has no name of its own either: X.6.10.
            if !matches!(entry.status, Status::Associated | Status::Unofficial | Status::Reserved | Status::Deprecated)
            {
                rules.code_fault(
                    index,
                    &["name".into()],
                    "has no `name`; only a code that is `associated`, `unofficial`, `reserved` or `deprecated` may be without",
                );
            }
        }
        (Some(name), constant) => {
            let expected: String = name
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join("_")
                .to_uppercase();
            match constant {
                Some(constant) if *constant == expected => {}
                found => {
                    let found = found.as_deref().unwrap_or("missing");
                    rules.code_fault(
                        index,
                        &["constant".into()],
                        format!("`constant` is {found}, expected `{expected}` after the name"),
                    );
                }
            }
            if entry.status == Status::Associated {
                rules.code_fault(
                    index,
                    &["name".into()],
                    "is `associated`, and no document gives it a meaning: expected no `name`",
                );
            }
        }
        (None, Some(_)) => {
            rules.code_fault(index, &["constant".into()], "has a `constant` but no `name`");
        }
    }
    if entry.vendor.is_some() && entry.status != Status::Unofficial {
        rules.code_fault(index, &["vendor".into()], "has a `vendor`, which only an `unofficial` code has");
    }
}

fn values(rules: &mut Rules<'_>, index: usize, entry: &Entry, protocol: &Protocol) {
    let dotted = protocol.form == Form::Dotted;
    for (key, given) in [("outcome", entry.outcome.is_some()), ("retry", entry.retry.is_some())] {
        match (dotted, given) {
            (false, false) => rules.code_fault(index, &[], format!("has no `{key}`")),
            (true, true) => rules.code_fault(
                index,
                &[key.into()],
                format!("has `{key}`; in this protocol its class says that, or [code.through]"),
            ),
            _ => {}
        }
    }
    if !dotted {
        let own = class_of(protocol, &entry.code).map(|class| &protocol.classes[class]);
        let expected = own.map(|class| class.id.as_str());
        if entry.class.as_deref() != expected {
            let message = match (&entry.class, expected) {
                (Some(found), Some(expected)) => format!("`class` is `{found}`, but its own is `{expected}`"),
                (Some(found), None) => format!("`class` is `{found}`, but the protocol has no class for it"),
                (None, _) => format!("has no `class`, expected `{}`", expected.unwrap_or_default()),
            };
            rules.code_fault(index, &["class".into()], message);
        }
        if let Some(class) = own
            && class.outcome.is_some()
            && entry.outcome.is_some()
            && class.outcome != entry.outcome
        {
            let message = format!("`outcome` is not that of its class `{}`", class.id);
            rules.code_fault(index, &["outcome".into()], message);
        }
    } else if subject_of(protocol, &entry.code).is_none() {
        rules.code_fault(index, &["code".into()], "has a subject that the protocol does not have");
    }
    classes(rules, index, entry, protocol);
    for class in entry.through.keys() {
        if !dotted || !protocol.classes.iter().any(|own| own.digits == *class) {
            let message =
                format!("[code.through.{class}], but the protocol's codes are not seen through a class `{class}`");
            rules.code_fault(index, &["through".into(), Step::Key(class)], message);
        }
    }
    companions(rules, index, entry, protocol);
    if entry.actors.is_empty() {
        rules.code_fault(index, &["actors".into()], "`actors` is empty; if no one need act, `nobody`");
    }
    let mut actors = entry.actors.clone();
    actors.sort_by_key(|actor| actor.id());
    actors.dedup();
    if actors.len() != entry.actors.len() {
        rules.code_fault(index, &["actors".into()], "`actors` names one twice");
    }
    match (&protocol.commands, &entry.commands) {
        (None, Some(_)) => rules.code_fault(index, &["commands".into()], "has `commands`, but the protocol has none"),
        (Some(_), None) => rules.code_fault(index, &[], "has no `commands`"),
        _ => {}
    }
    let lists = std::iter::once((vec![Step::Key("commands")], entry.commands.as_deref().unwrap_or_default())).chain(
        entry.meanings.iter().enumerate().map(|(place, meaning)| {
            (vec![Step::Key("meaning"), Step::Index(place), Step::Key("commands")], meaning.commands.as_slice())
        }),
    );
    let known = protocol.commands.as_deref().unwrap_or_default();
    for (path, commands) in lists {
        for (place, command) in commands.iter().enumerate() {
            let words = || known.iter().map(String::as_str);
            if !known.contains(command) {
                let hint = did_you_mean(command, words());
                let message = format!("unknown command `{command}`, expected {}{hint}", alternatives(words()));
                rules.code_fault(index, &path, message);
            } else if commands[..place].contains(command) {
                rules.code_fault(index, &path, format!("command `{command}` stands twice"));
            }
        }
    }
}

/// The classes with which a detail makes sense.
fn classes(rules: &mut Rules<'_>, index: usize, entry: &Entry, protocol: &Protocol) {
    let at = |place| [Step::Key("classes"), Step::Index(place)];
    if protocol.form != Form::Dotted {
        for (key, given) in [("classes", !entry.classes.is_empty()), ("limited_by", entry.limited_by.is_some())] {
            if given {
                let message = format!("has `{key}`, which only the details of a protocol with dotted codes have");
                rules.code_fault(index, &[key.into()], message);
            }
        }
        return;
    }
    if entry.classes.is_empty() {
        rules.code_fault(index, &[], "has no `classes`, expected those with which the detail makes sense");
    }
    for (place, class) in entry.classes.iter().enumerate() {
        if !protocol.classes.iter().any(|own| own.digits == *class) {
            let known = alternatives(protocol.classes.iter().map(|class| class.digits.as_str()));
            rules.code_fault(index, &at(place), format!("unknown class `{class}`, expected {known}"));
        }
        if entry.classes[..place].contains(class) {
            rules.code_fault(index, &at(place), format!("class `{class}` stands twice"));
        }
    }
    if entry.limited_by.as_ref().is_some_and(|reference| reference.says.is_none()) {
        rules.code_fault(
            index,
            &["limited_by".into()],
            "`limited_by` has no `says`, expected the sentence with which the document limits the detail",
        );
    }
}

/// The codes of the other protocol that go with one of its companion.
fn companions(rules: &mut Rules<'_>, index: usize, entry: &Entry, protocol: &Protocol) {
    let dataset = &rules.parts.dataset;
    let other = dataset.protocols.iter().find(|other| other.companion.as_ref() == Some(&protocol.id));
    let lists = [("associated", &entry.associated), ("seen_with", &entry.seen_with)];
    let all = || entry.associated.iter().chain(&entry.seen_with);
    // A companion that is no protocol is reported there.
    let is_protocol = |id: &String| dataset.protocols.iter().any(|protocol| protocol.id == *id);
    let dangling = dataset.protocols.iter().filter_map(|one| one.companion.as_ref()).any(|id| !is_protocol(id));
    let mut position = 0;
    for (key, list) in lists {
        for (place, code) in list.iter().enumerate() {
            let exists =
                |other: &Protocol| dataset.codes.iter().any(|one| one.protocol == other.id && one.code == *code);
            let has_class = protocol.classes.iter().any(|class| code.starts_with(&class.digits));
            let message = match other {
                None if dangling => None,
                None => Some(format!("has `{key}`, but protocol `{}` is no other one's companion", protocol.id)),
                Some(other) if !exists(other) && rules.parts.broken.is_empty() => {
                    Some(format!("`{key}` names {} {code}, which does not exist", other.id))
                }
                Some(_) if !has_class => {
                    Some(format!("`{key}` names {code}, which has none of the protocol's classes"))
                }
                Some(_) if all().take(position).any(|before| before == code) => {
                    Some(format!("`{key}` names {code}, which was named before"))
                }
                Some(_) => None,
            };
            if let Some(message) = message {
                rules.code_fault(index, &[Step::Key(key), Step::Index(place)], message);
            }
            position += 1;
        }
    }
}
