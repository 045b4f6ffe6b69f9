//! References: to documents that are listed, with a section where the document has sections.

use std::sync::LazyLock;

use regex::Regex;

use super::Rules;
use crate::report::did_you_mean;
use crate::source::Step;
use crate::types::{Reference, Status};

static SECTION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^([0-9]+|[A-Z])(\.[0-9]+)*$").expect("a constant expression"));

pub(super) fn check(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    for (index, document) in parts.dataset.documents.iter().enumerate() {
        let at = |key| [Step::Key("document"), Step::Index(parts.documents[index]), Step::Key(key)];
        if parts.dataset.documents[..index].iter().any(|other| other.id == document.id) {
            rules.fault(&at("id"), format!("document `{}` stands twice", document.id));
        }
        let cited = parts.dataset.codes.iter().any(|entry| {
            let meanings = entry.meanings.iter().map(|meaning| &meaning.reference);
            entry.background.contains(&document.id)
                || entry.references.iter().chain(meanings).any(|reference| reference.document == document.id)
        });
        if !cited && parts.broken.is_empty() {
            rules.fault(&at("id"), format!("no code cites document `{}`; delete it", document.id));
        }
        for (key, url) in [("section_url", &document.section_url), ("appendix_url", &document.appendix_url)] {
            if url.as_ref().is_some_and(|url| !url.contains("{section}")) {
                rules.fault(&at(key), format!("`{key}` of document `{}` has no `{{section}}` in it", document.id));
            }
        }
    }
    for (index, entry) in parts.dataset.codes.iter().enumerate() {
        if entry.references.is_empty() && entry.status != Status::Unofficial {
            rules.code_fault(
                index,
                &["references".into()],
                "has no reference; only an `unofficial` code may be without",
            );
        }
        for (place, reference) in entry.references.iter().enumerate() {
            let path = [Step::Key("references"), Step::Index(place)];
            reference_faults(rules, index, &path, reference);
            let same = |other: &Reference| other.document == reference.document && other.section == reference.section;
            if entry.references[..place].iter().any(same) {
                rules.code_fault(index, &path, format!("the reference to {} stands twice", name(reference)));
            }
        }
        for (place, id) in entry.background.iter().enumerate() {
            let path = [Step::Key("background"), Step::Index(place)];
            let documents = &parts.dataset.documents;
            if !documents.iter().any(|document| document.id == *id) {
                let hint = did_you_mean(id, documents.iter().map(|document| document.id.as_str()));
                let message = format!("unknown document `{id}`, expected the id of a [[document]]{hint}");
                rules.code_fault(index, &path, message);
            } else if entry.references.iter().any(|reference| reference.document == *id) {
                rules.code_fault(index, &path, format!("`background` names {id}, which is among the references"));
            }
        }
        if let Some(reference) = &entry.limited_by {
            reference_faults(rules, index, &["limited_by".into()], reference);
        }
        for (place, meaning) in entry.meanings.iter().enumerate() {
            let path = [Step::Key("meaning"), Step::Index(place), Step::Key("reference")];
            reference_faults(rules, index, &path, &meaning.reference);
        }
    }
}

fn reference_faults(rules: &mut Rules<'_>, index: usize, path: &[Step<'_>], reference: &Reference) {
    let documents = &rules.parts.dataset.documents;
    let Some(document) = documents.iter().find(|document| document.id == reference.document) else {
        let hint = did_you_mean(&reference.document, documents.iter().map(|document| document.id.as_str()));
        let message = format!("unknown document `{}`, expected the id of a [[document]]{hint}", reference.document);
        rules.code_fault(index, path, message);
        return;
    };
    let message = match (&reference.section, &document.section_url) {
        (None, Some(_)) => format!("the reference to {} names no section, but the document has sections", document.id),
        (Some(section), None) => {
            format!("the reference to {} names section `{section}`, but the document has none", document.id)
        }
        (Some(section), Some(_)) if !SECTION.is_match(section) => {
            format!("`{section}` is not the number of a section, expected one like `4.2.3` or `A.1`")
        }
        (Some(section), Some(_))
            if section.starts_with(|c: char| c.is_ascii_uppercase()) && document.appendix_url.is_none() =>
        {
            format!("`{section}` is an appendix, but document {} has no `appendix_url`", document.id)
        }
        _ => return,
    };
    rules.code_fault(index, path, message);
}

fn name(reference: &Reference) -> String {
    match &reference.section {
        Some(section) => format!("{} {section}", reference.document),
        None => reference.document.clone(),
    }
}
