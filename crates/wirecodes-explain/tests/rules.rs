//! The rules of the dataset: each of their examples is decided by its rule, and one at least would come out otherwise without it.

use wirecodes_explain::{Evidence, Explainer};

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
            // What would decide in its place; none if codes alone would.
            let next = explainer.matching_rules(example.as_bytes()).into_iter().find(|other| other.id() != rule.id());
            alone |= next
                .is_none_or(|next| reason_of(explainer, next.id()) != Some(reason) || next.outcome() != rule.outcome());
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

/// The reason that a rule gives, asked of one of its examples with nothing else known.
fn reason_of<'e>(explainer: &'e Explainer, rule: &str) -> Option<&'e str> {
    explainer
        .rules()
        .iter()
        .find(|one| one.id() == rule)
        .and_then(|rule| explainer.reason_of(rule))
        .map(wirecodes_explain::Reason::id)
}
