//! How well the rules classify replies that they were not written from: a table for `cargo xtask bench`.
//!
//! `quality rules` measures the other half, from which they may be written, and lists what comes out wrong there.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;

use wirecodes::Outcome;
use wirecodes_explain::{Explainer, Reason};
use wirecodes_tests::labelled;

#[derive(Default)]
struct Tally {
    labelled: usize,
    found: usize,
    right: usize,
}

fn main() {
    let measured = std::env::args().nth(1).is_none_or(|half| half != "rules");
    let all: Vec<_> = labelled().into_iter().filter(|one| one.measured == measured).collect();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let (mut right, mut none) = (0, 0);
    // By what is expected and what came out: transient, permanent, neither.
    let mut confusion = [[0_usize; 3]; 2];
    for one in &all {
        let explanation = Explainer::builtin().explain(one.reply.as_bytes());
        let reason = explanation.reason().map(Reason::id);
        tallies.entry(&one.reason).or_default().labelled += 1;
        match reason {
            Some(reason) => tallies.entry(reason).or_default().found += 1,
            None => none += 1,
        }
        let same = reason == Some(one.reason.as_str());
        if same {
            right += 1;
            tallies.entry(&one.reason).or_default().right += 1;
        }
        let expected = usize::from(one.expected.eq_ignore_ascii_case(&'p'));
        let outcome = match explanation.outcome() {
            Some(Outcome::Transient) => 0,
            Some(Outcome::Permanent) => 1,
            _ => 2,
        };
        confusion[expected][outcome] += 1;
        if !measured && (!same || expected != outcome) {
            let rule = explanation.rule().map(wirecodes_explain::Rule::id);
            println!(
                "{}: {} {} as {:?} {:?} by {:?}: {}",
                one.line,
                one.expected,
                one.reason,
                reason.unwrap_or("none"),
                explanation.outcome(),
                rule.unwrap_or("none"),
                one.reply.escape_debug()
            );
        }
    }
    let total = all.len();
    let share = |part: usize, of: usize| match of {
        0 => "-".to_owned(),
        of => format!("{:.1} %", 100.0 * part as f64 / of as f64),
    };
    println!("| reason | replies | precision | recall |");
    println!("|---|--:|--:|--:|");
    for (reason, tally) in &tallies {
        let (precision, recall) = (share(tally.right, tally.found), share(tally.right, tally.labelled));
        println!("| {reason} | {} | {precision} | {recall} |", tally.labelled);
    }
    println!();
    let [[tt, tp, tn], [pt, pp, pn]] = confusion;
    println!(
        "Of {total} replies that the rules were {} written from: reason right {}, no reason {}, temporary or permanent right {}.",
        if measured { "not" } else { "perhaps" },
        share(right, total),
        share(none, total),
        share(tt + pp, total),
    );
    println!(
        "Temporary ones: {tt} seen as temporary, {tp} as permanent, {tn} as neither. Permanent ones: {pt}, {pp}, {pn}."
    );
}
