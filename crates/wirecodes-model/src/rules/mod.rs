//! What must be true of the data beyond its shape: one module a concern, one small test dataset a rule (`tests/faults`).

mod examples;
mod identity;
pub(crate) mod prose;
mod references;
mod relations;

use crate::load::Parts;
use crate::report::Report;
use crate::source::{Source, Step};
use crate::types::{Entry, Protocol};
use crate::units::entry_ids;

/// Reports all that is wrong.
pub(crate) fn check(source: &Source, parts: &Parts, report: &mut Report) {
    let mut rules = Rules { source, parts, report };
    identity::protocols(&mut rules);
    identity::codes(&mut rules);
    references::check(&mut rules);
    prose::check(&mut rules);
    examples::check(&mut rules);
    relations::check(&mut rules);
}

/// The data under examination and where to report.
struct Rules<'a> {
    source: &'a Source,
    parts: &'a Parts,
    report: &'a mut Report,
}

impl<'a> Rules<'a> {
    fn fault(&mut self, path: &[Step<'_>], message: impl Into<String>) {
        self.report.push(&self.source.file, self.source.line(path), message);
    }

    /// Reports a fault of a code, at one of its keys.
    fn code_fault(&mut self, index: usize, path: &[Step<'_>], message: impl AsRef<str>) {
        let entry = &self.parts.dataset.codes[index];
        let name = format!("{} {}", entry.protocol, entry.code);
        let mut at = vec![Step::Key("code"), Step::Index(self.parts.codes[index])];
        at.extend_from_slice(path);
        self.fault(&at, format!("{name}: {}", message.as_ref()));
    }

    fn protocol(&self, entry: &Entry) -> Option<&'a Protocol> {
        self.parts.dataset.protocols.iter().find(|protocol| protocol.id == entry.protocol)
    }

    fn entry_ids(&self) -> Vec<String> {
        entry_ids(&self.parts.dataset.codes)
    }
}
