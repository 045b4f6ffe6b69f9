//! Where the tests find their files. The tests themselves are in `tests/`.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The made-up dataset: one protocol of each form, small enough to read.
pub fn made_up() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("made-up")
}

/// A reply of `data/replies/labelled.txt` or `unusual.txt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Where it stands: `data/replies/labelled.txt:7`.
    pub place: String,
    /// Id of the reason that it has.
    pub reason: String,
    /// `t`, `p`, `T` or `P`.
    pub expected: char,
    /// The reply, with its ends of lines.
    pub reply: String,
    /// Whether it is of the half that rules are measured by.
    pub measured: bool,
}

/// The labelled replies.
///
/// # Panics
///
/// When the file is not as its README says.
pub fn labelled() -> Vec<Labelled> {
    labelled_in(&root(), "data/replies/labelled.txt")
}

/// Labelled replies in words that are seldom met.
///
/// # Panics
///
/// When the file is not as its README says.
pub fn unusual() -> Vec<Labelled> {
    labelled_in(&root(), "data/replies/unusual.txt")
}

/// The labelled replies of a file of the same form, by its path from a folder.
///
/// # Panics
///
/// When the file is not as `data/replies/README.md` says.
pub fn labelled_in(folder: &Path, path: &str) -> Vec<Labelled> {
    let text = fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut reason = None;
    let mut all = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(id) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            reason = Some(id.to_owned());
            continue;
        }
        let place = format!("{path}:{}", index + 1);
        let mut parts = line.splitn(3, ' ');
        let (Some(expected @ ("t" | "p" | "T" | "P")), Some(_), Some(reply)) =
            (parts.next(), parts.next(), parts.next())
        else {
            panic!("{place}: expected `t`, `p`, `T` or `P`, who writes so, and the reply");
        };
        all.push(Labelled {
            reason: reason.clone().unwrap_or_else(|| panic!("{place}: no reason above")),
            place,
            expected: expected.chars().next().unwrap_or('t'),
            reply: reply.replace("\\n", "\r\n"),
            measured: Sha256::digest(reply).last().is_some_and(|byte| byte % 2 == 1),
        });
    }
    all
}
