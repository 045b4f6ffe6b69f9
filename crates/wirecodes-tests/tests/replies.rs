//! The labelled replies: their form, and that each is read.

use std::collections::{BTreeMap, BTreeSet};

use wirecodes::reply::{Fault, Source, read};
use wirecodes_tests::{Labelled, labelled, unusual};

#[test]
fn each_is_there_once_and_both_halves_have_every_reason() {
    let mut seen = BTreeSet::new();
    let mut halves: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    let all = labelled();
    assert!(all.len() >= 600);
    for one in all {
        assert!(seen.insert(one.reply.clone()), "{}: it is there twice", one.place);
        halves.entry(one.reason).or_default()[usize::from(one.measured)] += 1;
    }
    for one in unusual() {
        assert!(seen.insert(one.reply), "{}: it is there twice", one.place);
    }
    for (reason, halves) in halves {
        assert!(halves.iter().all(|half| *half >= 2), "{reason}: {halves:?}, expected 2 or more in each half");
    }
}

#[test]
fn each_is_read() {
    let mut wrong = Vec::new();
    for Labelled { place, expected, reply, .. } in labelled().into_iter().chain(unusual()) {
        let found = read(reply.as_bytes());
        let code =
            reply.split([' ', '-', '\r']).next().filter(|word| word.len() == 3).and_then(|word| word.parse().ok());
        if (found.source() == Source::Reply) != code.is_some() || (code.is_some() && found.number() != code) {
            wrong.push(format!("{place}: read as {:?} with {:?}", found.source(), found.number()));
        }
        // What a sending server writes by itself has no code, or quotes a reply, perhaps in part.
        let allowed = match code {
            Some(_) => &[Fault::NotAscii, Fault::ClassesDisagree][..],
            None => &[Fault::NotAscii, Fault::ClassesDisagree, Fault::NoCode, Fault::NoLastLine],
        };
        let faults: Vec<Fault> = found.faults().iter().filter(|fault| !allowed.contains(fault)).collect();
        if !faults.is_empty() {
            wrong.push(format!("{place}: {faults:?}"));
        }
        let agrees = found.class().is_none_or(|class| class == if expected.eq_ignore_ascii_case(&'t') { 4 } else { 5 });
        if agrees != expected.is_ascii_lowercase() {
            wrong.push(format!("{place}: `{expected}`, but a capital letter is for what the code contradicts"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}
