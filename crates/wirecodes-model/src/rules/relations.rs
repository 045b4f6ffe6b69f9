//! Relations: between two codes that exist, stated once.

use std::collections::HashSet;

use super::Rules;
use crate::report::did_you_mean;
use crate::source::Step;
use crate::types::{Entry, RelationKind};

pub(super) fn check(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    let ids = rules.entry_ids();
    let mut seen = HashSet::new();
    for (relation, &at) in parts.dataset.relations.iter().zip(&parts.relations) {
        let path = [Step::Key("relation"), Step::Index(at), Step::Key("codes")];
        let [a, b] = &relation.codes;
        for id in [a, b] {
            let left_out = parts.broken.contains(id);
            if resolve(id, &parts.dataset.codes, &ids).is_none() && !left_out {
                let constants = parts
                    .dataset
                    .codes
                    .iter()
                    .filter_map(|entry| Some(format!("{}:{}", entry.protocol, entry.constant.as_ref()?)));
                let known: Vec<String> = ids.iter().cloned().chain(constants).collect();
                let hint = did_you_mean(id, known.iter().map(String::as_str));
                rules.fault(&path, format!("relation with `{id}`, which does not exist{hint}"));
            }
        }
        let resolved = [a, b].map(|id| resolve(id, &parts.dataset.codes, &ids).unwrap_or_else(|| id.clone()));
        let mut pair = resolved.clone();
        pair.sort_unstable();
        if pair[0] == pair[1] {
            rules.fault(&path, format!("relation of `{a}` with itself"));
        } else if !seen.insert(pair) {
            rules.fault(&path, format!("the relation between `{a}` and `{b}` is stated twice"));
        }
        let protocol = |id: &str| id.split_once(':').map(|(protocol, _)| protocol.to_owned());
        if relation.kind == RelationKind::Counterpart && protocol(a) == protocol(b) {
            let message = format!("`{a}` and `{b}` are of one protocol, expected another kind than `counterpart`");
            rules.fault(&path, message);
        }
    }
}

/// The one way to write what `id` names: its entry's id, or a dotted code with its class.
fn resolve(id: &str, entries: &[Entry], ids: &[String]) -> Option<String> {
    let (protocol, code) = id.split_once(':')?;
    if ids.iter().any(|own| own == id) {
        return Some(id.to_owned());
    }
    let by_constant =
        entries.iter().position(|entry| entry.protocol == protocol && entry.constant.as_deref() == Some(code));
    if let Some(index) = by_constant {
        return Some(ids[index].clone());
    }
    let (_, detail) = code.split_once('.')?;
    let detail = format!("X.{detail}");
    let seen_through_class = entries.iter().any(|entry| entry.protocol == protocol && entry.code == detail);
    seen_through_class.then(|| id.to_owned())
}
