//! What files are refused, and in which words.

use wirecodes_rules::parse;

/// The faults of a file, each as `line: message`.
fn faults(text: &str) -> Vec<String> {
    match parse("f", text) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.as_slice().iter().map(|fault| format!("{}: {}", fault.line, fault.message)).collect(),
    }
}

#[test]
fn every_fault_is_reported_with_its_line() {
    let text = r#"version = 1
[[rule]]
id = "Not Kebab"
reason = 5
outcome = "maybe"
phrases = ["ok ok",
  "*",
  "OK  ok"]
codes = ["999"]
from = "Postfix"
colour = "red"
examples = []

[[rule]]
id = "twin"

[[rule]]
id = "twin"
reason = "policy"
also = ["refused"]
codes = ["none"]
examples = [""]

[[reason]]
id = "odd"
name = "Odd"
actors = ["somebody"]
sparkpost = ["10"]
"#;
    assert_eq!(
        faults(text),
        [
            "1: unknown key `version` in the file, expected `[[reason]]` or `[[rule]]`",
            "3: the id `Not Kebab` is not made of lower-case words joined by hyphens, such as `our-gateway`",
            "4: `reason` of [[rule]] `Not Kebab` is a number, expected a string",
            "5: `outcome` of [[rule]] `Not Kebab` is `maybe`, expected one of transient, permanent",
            "7: the phrase `*` of [[rule]] `Not Kebab` has nothing to look for, expected words",
            "8: [[rule]] `Not Kebab` has the phrase `OK  ok` twice",
            "9: one of the `codes` of [[rule]] `Not Kebab` is `999`, expected a code such as 450, 4yz, 4.2.1 or X.2.1, or none",
            "10: `from` of [[rule]] `Not Kebab` is a string, expected a list of strings",
            "11: unknown key `colour` in [[rule]] `Not Kebab`, expected one of id, reason, outcome, phrases, also, codes, from, examples",
            "12: `examples` of [[rule]] `Not Kebab` is empty",
            "14: [[rule]] `twin` has neither `phrases` nor `codes`, so it would fit every reply",
            "14: [[rule]] `twin` has neither a `reason` nor an `outcome`, so it would say nothing",
            "14: [[rule]] `twin` has no `examples`, expected at least one reply that it decides",
            "17: [[rule]] `twin` has the code `none` but no `phrases`, so it would fit every reply without codes",
            "17: there is a [[rule]] `twin` on line 14 already",
            "20: [[rule]] `twin` has `also` without `phrases`, expected both or `phrases` alone",
            "22: `examples` of [[rule]] `twin` is empty",
            "24: [[reason]] `odd` has no `gist`, expected a sentence",
            "27: one of the `actors` of [[reason]] `odd` is `somebody`, expected one of client-user, client-operator, recipient, \
             server-operator, developer, network, nobody",
            "28: `sparkpost` of [[reason]] `odd` is not a list of numbers",
        ]
    );
}

#[test]
fn what_is_not_toml_is_said_to_be_that_and_no_more() {
    let found = faults("[[rule]]\nid = \n");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("2: not valid TOML: "), "{found:?}");
}

#[test]
fn an_empty_file_is_a_file() {
    assert_eq!(faults(""), [""; 0]);
}

#[test]
fn prose_is_joined_and_paragraphs_are_kept() {
    let text =
        "[[reason]]\nid = \"odd\"\nname = \"Odd\"\ngist = \"One.\"\nfix = \"\"\"\nTwo.\nThree.\n\nFour.\n\"\"\"\n";
    let file = parse("f", text).expect("it is whole");
    assert_eq!(file.reasons[0].fix, "Two. Three.\nFour.");
}
