//! The labelled replies: their form, and that each is read.

use std::collections::{BTreeMap, BTreeSet};

use wirecodes::reply::{Fault, Source, read};
use wirecodes_tests::{Labelled, labelled};

#[test]
fn each_is_there_once_and_both_halves_have_every_reason() {
    let mut seen = BTreeSet::new();
    let mut halves: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    let all = labelled();
    assert!(all.len() >= 600);
    for one in all {
        assert!(seen.insert(one.reply.clone()), "data/replies/labelled.txt:{}: it is there twice", one.line);
        halves.entry(one.reason).or_default()[usize::from(one.measured)] += 1;
    }
    for (reason, halves) in halves {
        assert!(halves.iter().all(|half| *half >= 2), "{reason}: {halves:?}, expected 2 or more in each half");
    }
}

#[test]
fn each_is_read() {
    for Labelled { line, expected, reply, .. } in labelled() {
        let place = format!("data/replies/labelled.txt:{line}");
        let found = read(reply.as_bytes());
        let code =
            reply.split([' ', '-', '\r']).next().filter(|word| word.len() == 3).and_then(|word| word.parse().ok());
        if code.is_some() {
            assert_eq!(found.source(), Source::Reply, "{place}");
            assert_eq!(found.number(), code, "{place}");
        } else {
            assert_ne!(found.source(), Source::Reply, "{place}");
        }
        // What a sending server writes by itself has no code, or quotes a reply, perhaps in part.
        let allowed = match code {
            Some(_) => &[Fault::NotAscii, Fault::ClassesDisagree][..],
            None => &[Fault::NotAscii, Fault::ClassesDisagree, Fault::NoCode, Fault::NoLastLine],
        };
        let faults: Vec<Fault> = found.faults().iter().filter(|fault| !allowed.contains(fault)).collect();
        assert!(faults.is_empty(), "{place}: {faults:?}");
        let agrees = found.class().is_none_or(|class| class == if expected.eq_ignore_ascii_case(&'t') { 4 } else { 5 });
        assert_eq!(agrees, expected.is_ascii_lowercase(), "{place}: a capital letter is for what the code contradicts");
    }
}
