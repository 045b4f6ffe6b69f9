//! How well the rules classify replies that they were not written from: a table for `cargo xtask bench`.
//!
//! `quality rules` measures the other half, from which they may be written, and lists what comes out wrong there.
//! `quality FILE` does so for all replies of a file of the same form, before they are added to `data/replies/labelled.txt`;
//! `quality FILE -` counts only, for those that are not to be read.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::path::Path;

use wirecodes::Outcome;
use wirecodes_explain::{Explainer, Reason};
use wirecodes_tests::{Labelled, labelled, labelled_in, unusual};

#[derive(Default)]
struct Tally {
    labelled: usize,
    found: usize,
    right: usize,
}

/// What came of some replies.
#[derive(Default)]
struct Tallies {
    by_reason: BTreeMap<String, Tally>,
    total: usize,
    right: usize,
    none: usize,
    /// By what is expected and what came out: transient, permanent, neither.
    confusion: [[usize; 3]; 2],
}

impl Tallies {
    /// Explains replies; `listed` prints those that come out wrong.
    fn of(replies: &[Labelled], listed: bool) -> Tallies {
        let mut tallies = Tallies { total: replies.len(), ..Tallies::default() };
        for one in replies {
            let explanation = Explainer::builtin().explain(one.reply.as_bytes());
            let reason = explanation.reason().map(Reason::id);
            let mut tally =
                |reason: &str, add: fn(&mut Tally)| add(tallies.by_reason.entry(reason.to_owned()).or_default());
            tally(&one.reason, |tally| tally.labelled += 1);
            match reason {
                Some(reason) => tally(reason, |tally| tally.found += 1),
                None => tallies.none += 1,
            }
            let same = reason == Some(one.reason.as_str());
            if same {
                tallies.right += 1;
                tallies.by_reason.entry(one.reason.clone()).or_default().right += 1;
            }
            let expected = usize::from(one.expected.eq_ignore_ascii_case(&'p'));
            let outcome = match explanation.outcome() {
                Some(Outcome::Transient) => 0,
                Some(Outcome::Permanent) => 1,
                _ => 2,
            };
            tallies.confusion[expected][outcome] += 1;
            if listed && (!same || expected != outcome) {
                let rule = explanation.rule().map(wirecodes_explain::Rule::id);
                println!(
                    "{}: {} {} as {:?} {:?} by {:?}: {}",
                    one.place,
                    one.expected,
                    one.reason,
                    reason.unwrap_or("none"),
                    explanation.outcome(),
                    rule.unwrap_or("none"),
                    one.reply.escape_debug()
                );
            }
        }
        tallies
    }

    fn print_table(&self) {
        println!("| reason | replies | precision | recall |");
        println!("|---|--:|--:|--:|");
        for (reason, tally) in &self.by_reason {
            let (precision, recall) = (share(tally.right, tally.found), share(tally.right, tally.labelled));
            println!("| {reason} | {} | {precision} | {recall} |", tally.labelled);
        }
        println!();
    }

    fn print_summary(&self, which: &str) {
        let [[tt, tp, tn], [pt, pp, pn]] = self.confusion;
        println!(
            "Of {} {which}: reason right {}, no reason {}, temporary or permanent right {}.",
            self.total,
            share(self.right, self.total),
            share(self.none, self.total),
            share(tt + pp, self.total),
        );
        println!(
            "Temporary ones: {tt} seen as temporary, {tp} as permanent, {tn} as neither. Permanent ones: {pt}, {pp}, {pn}."
        );
    }
}

fn share(part: usize, of: usize) -> String {
    if of == 0 { "-".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / of as f64) }
}

fn main() {
    let which = std::env::args().nth(1);
    let listed = which.is_some() && std::env::args().nth(2).is_none();
    let half = |all: Vec<Labelled>, measured: bool| -> Vec<Labelled> {
        all.into_iter().filter(|one| one.measured == measured).collect()
    };
    match which.as_deref() {
        None => {
            let tallies = Tallies::of(&half(labelled(), true), false);
            tallies.print_table();
            tallies.print_summary("replies that the rules were not written from");
            Tallies::of(&half(unusual(), true), false).print_summary("such replies in unusual words");
        }
        Some("rules") => {
            Tallies::of(&half(labelled(), false), listed).print_summary("replies that the rules may be written from");
            Tallies::of(&half(unusual(), false), listed).print_summary("such replies in unusual words");
        }
        Some(file) => {
            let tallies = Tallies::of(&labelled_in(Path::new(""), file), listed);
            tallies.print_table();
            tallies.print_summary(&format!("replies of {file}"));
        }
    }
}
