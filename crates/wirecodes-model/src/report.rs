//! What is wrong with the data: all of it at once, each fault with its place.

use std::fmt;

pub use wirecodes_rules::Fault;

/// All faults found, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    faults: Vec<Fault>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// The faults, by file and line.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(crate) fn push(&mut self, file: &str, line: usize, message: impl Into<String>) {
        self.faults.push(Fault::new(file, line, message));
    }

    pub(crate) fn extend(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
    }

    pub(crate) fn sort(&mut self) {
        self.faults.sort();
        self.faults.dedup();
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{fault}")?;
        }
        match self.faults.len() {
            1 => write!(f, "1 fault"),
            n => write!(f, "{n} faults"),
        }
    }
}

impl std::error::Error for Report {}

/// `, did you mean `x`?` for the candidate that is nearest to `word`, if one is near enough.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1.max(candidate.len() / 3))
        .min()
        .map(|(_, candidate)| format!("; did you mean `{candidate}`?"))
        .unwrap_or_default()
}

/// `` `a`, `b` or `c` ``
pub(crate) fn alternatives<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}
