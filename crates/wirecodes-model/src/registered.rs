//! IANA's registry of enhanced status codes, as the CSV that IANA publishes, held against the data.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::registry::{Code, Registry};
use crate::types::Status;

/// A row of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The detail: `X.2.2`.
    pub code: String,
    /// Its name; empty where the registry gives none.
    pub sample: String,
    /// The reply codes that it is associated with.
    pub associated: Vec<String>,
    /// The documents that define it, as they are cited here: `RFC 3463`, `draft-...`.
    pub documents: Vec<String>,
}

/// The protocol whose codes the registry has.
const PROTOCOL: &str = "smtp-enhanced";

static CODE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^X\.\d+\.\d+$").expect("a constant expression"));
static REPLY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b\d{3}\b").expect("a constant expression"));
static DOCUMENT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\bRFC ?(\d+)|\bdraft-[a-z0-9-]+").expect("a constant expression"));

/// The rows of IANA's table "Enumerated Status Codes". Rows that are no code, such as unassigned ranges, are left out.
///
/// # Errors
///
/// A sentence that says what the text lacks, if it is not that table.
pub fn registered(csv: &str) -> Result<Vec<Registered>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv.as_bytes());
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    let column = |name: &str| {
        headers
            .iter()
            .position(|header| header.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case(name))
            .ok_or_else(|| {
                let found: Vec<&str> = headers.iter().collect();
                format!(
                    "has no column `{name}`, only {}; expected the CSV of IANA's table \"Enumerated Status Codes\"",
                    found.join(", ")
                )
            })
    };
    let columns =
        [column("Code")?, column("Sample Text")?, column("Associated Basic Status Code")?, column("Reference")?];
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let [code, sample, associated, reference] = columns
            .map(|column| record.get(column).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "));
        if !CODE.is_match(&code) {
            continue;
        }
        rows.push(Registered {
            code,
            sample,
            associated: REPLY.find_iter(&associated).map(|found| found.as_str().to_owned()).collect(),
            documents: DOCUMENT
                .captures_iter(&reference)
                .map(|found| match found.get(1) {
                    Some(number) => format!("RFC {}", number.as_str()),
                    None => found[0].to_owned(),
                })
                .collect(),
        });
    }
    if rows.is_empty() {
        return Err("has no code in it, expected rows such as `X.2.2,Mailbox full,552,...`".into());
    }
    Ok(rows)
}

/// What the data say otherwise than the registry, a sentence each; nothing if they agree.
pub fn registry_differences(registry: &Registry, rows: &[Registered]) -> Vec<String> {
    let Some(protocol) = registry.protocols.iter().position(|protocol| protocol.id == PROTOCOL) else {
        return vec![format!("data/ has no protocol `{PROTOCOL}`")];
    };
    let entries: Vec<&Code> = registry.codes_of(protocol).filter(|code| !code.is_view()).collect();
    let mut differences = Vec::new();
    for row in rows {
        let Some(entry) = entries.iter().find(|entry| entry.code == row.code) else {
            let by = row.documents.join(", ");
            differences.push(format!("{}: registered as \"{}\" ({by}), but not in data/", row.code, row.sample));
            continue;
        };
        differences.extend(faults(entry, row).into_iter().map(|fault| format!("{}: {fault}", row.code)));
    }
    for entry in entries {
        if entry.status != Status::Unofficial && rows.iter().all(|row| row.code != entry.code) {
            differences.push(format!("{}: not registered, but its status in data/ is not `unofficial`", entry.code));
        }
    }
    differences
}

fn faults(entry: &Code, row: &Registered) -> Vec<String> {
    let mut faults = Vec::new();
    if entry.status == Status::Unofficial {
        faults.push("is registered now, but its status in data/ is still `unofficial`".to_owned());
    }
    let phrase = entry.phrase.as_deref().unwrap_or_default();
    if phrase != row.sample {
        faults.push(format!("registered as \"{}\", but `phrase` in data/ is \"{phrase}\"", row.sample));
    }
    for document in &row.documents {
        let cited = entry.references.iter().any(|reference| reference.document == *document);
        if !cited && !entry.background.contains(document) {
            faults.push(format!("registered with {document}, which data/ has neither as reference nor as background"));
        }
    }
    let own: BTreeSet<&str> = entry.associated.iter().map(String::as_str).collect();
    let registered: BTreeSet<&str> = row.associated.iter().map(String::as_str).collect();
    for code in registered.difference(&own) {
        faults.push(format!("associated with {code} in the registry, but not in data/"));
    }
    for code in own.difference(&registered) {
        faults.push(format!("associated with {code} in data/, but not in the registry"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_iana_publishes() {
        let csv = "\u{feff}Code,Sample Text,Associated Basic Status Code,Description,Reference,Submitter,Change Controller\n\
            X.1.1,\"Bad destination\n mailbox address\",\"451, 550\",\"The mailbox, as given,\nis not there.\",[RFC3463] (Standards Track),G. V.,IESG\n\
            X.7.28,Mail flood detected,.,,[draft-levine-mailbomb-header-00],,\n\
            X.7.31-999,Unassigned,,,,,\n";
        let rows = registered(csv).unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].sample, "Bad destination mailbox address");
        assert_eq!(rows[0].associated, ["451", "550"]);
        assert_eq!(rows[0].documents, ["RFC 3463"]);
        assert_eq!(rows[1].documents, ["draft-levine-mailbomb-header-00"]);
        assert_eq!(rows[1].associated, Vec::<String>::new());
    }

    #[test]
    fn says_what_it_misses() {
        assert!(
            registered("Code,Name\nX.1.1,a\n")
                .unwrap_err()
                .starts_with("has no column `Sample Text`, only Code, Name;")
        );
        let empty = "Code,Sample Text,Associated Basic Status Code,Reference\n";
        assert!(registered(empty).unwrap_err().starts_with("has no code in it"));
    }
}
