//! Explaining any bytes, alone and as a stream: no panic, and what comes out holds together.
#![no_main]

use std::io::BufReader;

use libfuzzer_sys::fuzz_target;
use wirecodes::{Outcome, Retry};
use wirecodes_explain::{Evidence, Explainer, Explanation, Note, Row, Scanner, Suppress};

fn check(explanation: &Explanation<'_>) {
    let rule = explanation.rule();
    assert_eq!(explanation.reason(), rule.and_then(|rule| Explainer::builtin().reason_of(rule)));
    assert_eq!(rule.is_some(), matches!(explanation.evidence(), Some(Evidence::Text | Evidence::Enhanced | Evidence::Reply)));
    match explanation.outcome() {
        Some(Outcome::Transient) => {
            assert_eq!(explanation.retry(), Some(Retry::Later));
            assert_ne!(explanation.suppress(), Suppress::Yes);
        }
        Some(Outcome::Permanent) => assert!(explanation.retry().is_some() && explanation.retry_after().is_none()),
        _ => assert!(explanation.retry_after().is_none()),
    }
    let both = explanation.notes().contains(Note::TextSaysLater) && explanation.notes().contains(Note::TextSaysNever);
    assert!(!both);
    let text = serde_json::to_string(&Row::new(Some(1), "", explanation)).expect("a row is JSON");
    assert_eq!(text.matches('\n').count(), 0);
}

fuzz_target!(|bytes: &[u8]| {
    check(&wirecodes_explain::explain(bytes));
    // However a stream is cut into pieces, the same replies are found in it.
    let replies = |size: usize| {
        let mut found = Vec::new();
        let mut scanner = Scanner::new();
        scanner
            .read(BufReader::with_capacity(size, bytes), |reply| {
                check(&Explainer::builtin().explain_found(&reply).1);
                found.push((reply.line, reply.bytes.to_vec()));
                Ok(())
            })
            .expect("memory can be read");
        (found, scanner.counts())
    };
    assert_eq!(replies(1 << 16), replies(5));
});
