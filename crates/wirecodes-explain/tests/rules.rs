//! The rules of the dataset: each of their examples is decided by its rule, and one at least would come out otherwise without it.

use wirecodes_explain::{Evidence, Explainer, RuleFile};

#[test]
fn each_example_is_decided_by_its_rule_and_needs_it() {
    let explainer = Explainer::builtin();
    let mut wrong = Vec::new();
    for rule in explainer.rules() {
        let mut alone = false;
        for example in rule.examples() {
            let explanation = explainer.explain(example.as_bytes());
            if rule.phrases().is_empty() {
                alone = true;
                if explanation.rule().map(wirecodes_explain::Rule::id) != Some(rule.id()) {
                    wrong.push(format!(
                        "{}: {example:?} is decided by {:?}",
                        rule.id(),
                        explanation.rule().map(wirecodes_explain::Rule::id)
                    ));
                }
                continue;
            }
            let Some(reason) = reason_of(explainer, rule.id()) else {
                alone = true;
                if explanation.outcome() != rule.outcome() {
                    wrong.push(format!("{}: {example:?} comes out {:?}", rule.id(), explanation.outcome()));
                }
                continue;
            };
            // What would decide in its place; codes alone would, but prove less.
            let next = explainer.matching_rules(example.as_bytes()).into_iter().find(|other| other.id() != rule.id());
            alone |= next.is_none_or(|next| {
                next.phrases().is_empty()
                    || reason_of(explainer, next.id()) != Some(reason)
                    || next.outcome() != rule.outcome()
            });
            if explanation.rule().map(wirecodes_explain::Rule::id) != Some(rule.id())
                || explanation.evidence() != Some(Evidence::Text)
            {
                wrong.push(format!(
                    "{}: {example:?} is decided by {:?}",
                    rule.id(),
                    explanation.rule().map(wirecodes_explain::Rule::id)
                ));
            } else if explanation.reason().map(wirecodes_explain::Reason::id) != Some(reason) {
                wrong.push(format!("{}: {example:?} has another reason", rule.id()));
            }
        }
        if !alone {
            wrong.push(format!("{}: without it, all of its examples would come out the same", rule.id()));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

#[test]
fn what_also_has_to_stand_there_may_stand_anywhere() {
    let file = RuleFile::parse(
        "own.toml",
        r#"
[[rule]]
id = "quota-of-ours"
reason = "sender-quota"
phrases = ["gateway 7 * quota", "gateway 7"]
also = ["per * day", "daily"]
codes = ["5yz", "none"]
examples = ["550 Daily limit of gateway 7"]
"#,
    )
    .expect("the file is right");
    let explainer = Explainer::with_rules(&[file], &[]).expect("its ids are its own");
    let rule = |reply: &str| {
        let explanation = explainer.explain(reply.as_bytes());
        explanation.rule().is_some_and(|rule| rule.id() == "quota-of-ours")
    };
    for reply in [
        "550 Daily limit of gateway 7",
        "550-Gateway 7 says:\r\n550 no more per address and day",
        "Gateway 7: daily limit",
    ] {
        assert!(rule(reply), "{reply}");
    }
    for reply in ["550 Daily limit", "550 Gateway 7", "550 Gateway 7 today, per", "450 Daily limit of gateway 7"] {
        assert!(!rule(reply), "{reply}");
    }
}

#[test]
fn a_rule_that_only_tells_for_how_long_hides_no_reason() {
    let file = RuleFile::parse(
        "own.toml",
        r#"
[[rule]]
id = "ours-for-now"
outcome = "transient"
codes = ["550"]
examples = ["550 mx"]
"#,
    )
    .expect("the file is right");
    let explainer = Explainer::with_rules(&[file], &[]).expect("its ids are its own");
    let explanation = explainer.explain(b"550 User unknown");
    assert_eq!(explanation.reason().map(wirecodes_explain::Reason::id), Some("mailbox-unknown"));
    assert_eq!(explanation.outcome(), Some(wirecodes::Outcome::Transient));
}

#[test]
fn no_phrase_stands_behind_a_rule_that_always_decides_by_it() {
    let mut decided: std::collections::HashMap<String, &str> = std::collections::HashMap::new();
    let mut wrong = Vec::new();
    for rule in Explainer::builtin().rules().iter().filter(|rule| rule.also().is_empty()) {
        for phrase in rule.phrases() {
            let pieces = format!("{:?}", phrase.pieces());
            if let Some(first) = decided.get(&pieces) {
                wrong.push(format!("{}: `{phrase}` is decided by {first}", rule.id()));
            } else if rule.codes().is_empty() && Explainer::builtin().reason_of(rule).is_some() {
                decided.insert(pieces, rule.id());
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

/// The reason that a rule gives, asked of one of its examples with nothing else known.
fn reason_of<'e>(explainer: &'e Explainer, rule: &str) -> Option<&'e str> {
    explainer
        .rules()
        .iter()
        .find(|one| one.id() == rule)
        .and_then(|rule| explainer.reason_of(rule))
        .map(wirecodes_explain::Reason::id)
}
