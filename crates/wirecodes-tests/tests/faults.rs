//! One test a rule: a small dataset with one thing wrong in it, and the message that it must give.
//!
//! Each case changes the made-up dataset in one place. `at` is a text of the line that the message must name.

use std::fs;

use wirecodes_model::{Files, Report, load};
use wirecodes_tests::{made_up, root};

const EN: &str = "en.toml";
const XX: &str = "xx.toml";
const CODES: &str = "codes.toml";
const REASONS: &str = "reasons.toml";

fn files() -> Files {
    let read = |path| fs::read_to_string(path).unwrap();
    Files {
        codes: (CODES.into(), read(made_up().join("codes.toml"))),
        reasons: (REASONS.into(), read(made_up().join("reasons.toml"))),
        locales: vec![
            (EN.into(), read(root().join("data/locales/en.toml"))),
            (XX.into(), read(made_up().join("locales/xx.toml"))),
        ],
    }
}

fn faults(files: &Files) -> Report {
    load(files).expect_err("the data is broken")
}

/// Changes `from` to `to` (the first time that it occurs) and checks that this gives one fault, with `message`, on the line
/// on which `at` begins.
#[track_caller]
fn broken(file: &str, from: &str, to: &str, at: &str, message: &str) {
    let mut files = files();
    let text = match file {
        CODES => &mut files.codes.1,
        REASONS => &mut files.reasons.1,
        _ => &mut files.locales.iter_mut().find(|(name, _)| name == file).unwrap().1,
    };
    assert!(text.contains(from), "the dataset has no `{from}`");
    *text = text.replacen(from, to, 1);
    let offset = text.find(at).expect("`at` is in the file");
    let line = text[..offset].matches('\n').count() + 1;
    let expected = format!("{file}:{line}: {message}\n1 fault");
    assert_eq!(faults(&files).to_string(), expected);
}

macro_rules! cases {
    ($($name:ident: $file:expr, $from:expr => $to:expr, at $at:expr, $message:expr;)+) => {
        $(
            #[test]
            fn $name() {
                broken($file, $from, $to, $at, $message);
            }
        )+
    };
}

#[test]
fn the_dataset_itself_is_right() {
    load(&files()).unwrap_or_else(|report| panic!("{report}"));
}

// Structure: what the schema says.
cases! {
    unknown_key: CODES, "retry = \"not-needed\"\nactors = [\"nobody\"]\nconnection" => "retrry = \"not-needed\"\nretry = \"not-needed\"\nactors = [\"nobody\"]\nconnection",
        at "retrry", "unknown key `retrry` in [[code]]; did you mean `retry`?";
    unknown_key_in_a_reference: CODES, "{ document = \"Lamp Manual\", section = \"4.2\" }]" => "{ document = \"Lamp Manual\", sectoin = \"4.2\", section = \"4.2\" }]",
        at "sectoin", "unknown key `sectoin` in `references` of [[code]]; did you mean `section`?";
    unknown_table: CODES, "version = \"2000.1\"\n" => "version = \"2000.1\"\ncods = 1\n",
        at "cods = 1", "unknown key `cods` in the file; did you mean `code`?";
    missing_key: CODES, "status = \"standard\"\nretry = \"not-needed\"\nactors = [\"nobody\"]\nconnection" => "retry = \"not-needed\"\nactors = [\"nobody\"]\nconnection",
        at "[[code]]", "[[code]] has no `status`";
    unknown_value: CODES, "outcome = \"success\"\nstatus" => "outcome = \"sucess\"\nstatus",
        at "sucess", "`outcome` of [[code]] is `sucess`, expected `informational`, `success`, `intermediate`, `redirection`, `transient`, `permanent` or `failure`; did you mean `success`?";
    wrong_type: CODES, "phrase = \"OK <lit>\"" => "phrase = 250",
        at "phrase = 250", "`phrase` of [[code]] is a number, expected string";
    missing_prose: CODES, "gist = \"The lamp was lit.\"\n" => "",
        at "[[code]]", "[[code]] has no `gist`";
}

// Codes, names, constants, classes.
cases! {
    unknown_protocol: CODES, "protocol = \"signal\"\ncode = \"NO-ROAD\"" => "protocol = \"signl\"\ncode = \"NO-ROAD\"",
        at "signl", "signl NO-ROAD: there is no protocol `signl`; did you mean `signal`?";
    code_not_of_the_form: CODES, "code = \"471\"\nclass" => "code = \"4711\"\nclass",
        at "4711", "lamp 4711: `4711` has not the form of the protocol, expected three digits";
    code_outside_the_grammar: CODES, "status = \"unofficial\"\nvendor = \"Cheap Lamps\"\nretry = \"later\"\nactors = [\"nobody\"]\n" => "status = \"associated\"\nretry = \"later\"\nactors = [\"nobody\"]\nexamples = [\"471\"]\nreferences = [{ document = \"Radio Notes\" }]\n",
        at "code = \"471\"", "lamp 471: `471` is outside the protocol's grammar ^[245][0-5][0-9]$, expected another code or `status = \"unofficial\"`";
    duplicate_code: CODES, "code = \"471\"\nclass" => "code = \"450\"\nclass",
        at "code = \"450\"\nclass", "lamp 450: `450` stands twice; expected one entry, or a relation between `lamp:LAMP_FLICKERS` and `lamp:450` that says why there are two";
    alias_that_is_a_name: CODES, "aliases = [\"Shining\"]" => "aliases = [\"Shining\", \"Lamp Flickers\"]",
        at "name = \"Lamp Flickers\"", "lamp 450: name `Lamp Flickers` is already that of lamp 250";
    constant_not_after_the_name: CODES, "constant = \"LAMP_LIT\"" => "constant = \"LIT\"",
        at "constant = \"LIT\"", "lamp 250: `constant` is LIT, expected `LAMP_LIT` after the name";
    standard_code_without_name: CODES, "name = \"Clear\"\nconstant = \"CLEAR\"\n" => "",
        at "[[code]]\nprotocol = \"radio\"\ncode = \"0\"", "radio 0: has no `name`; only a code that is `associated`, `unofficial`, `reserved` or `deprecated` may be without";
    associated_code_with_name: CODES, "constant = \"LAMP_LIT\"\naliases = [\"Shining\"]\nphrase = \"OK <lit>\"\nclass = \"2yz\"\noutcome = \"success\"\nstatus = \"standard\"" => "constant = \"LAMP_LIT\"\nclass = \"2yz\"\noutcome = \"success\"\nstatus = \"associated\"",
        at "name = \"Lamp Lit\"", "lamp 250: is `associated`, and no document gives it a meaning: expected no `name`";
    vendor_of_a_standard_code: CODES, "phrase = \"OK <lit>\"" => "vendor = \"Lamp Inc\"",
        at "Lamp Inc", "lamp 250: has a `vendor`, which only an `unofficial` code has";
    class_of_another: CODES, "class = \"2yz\"" => "class = \"4yz\"",
        at "class = \"4yz\"", "lamp 250: `class` is `4yz`, but its own is `2yz`";
    class_missing: CODES, "class = \"2yz\"\n" => "",
        at "[[code]]", "lamp 250: has no `class`, expected `2yz`";
    outcome_not_of_the_class: CODES, "outcome = \"success\"\nstatus" => "outcome = \"transient\"\nstatus",
        at "outcome = \"transient\"\nstatus", "lamp 250: `outcome` is not that of its class `2yz`";
    outcome_of_a_dotted_code: CODES, "constant = \"WICK_WET\"" => "constant = \"WICK_WET\"\noutcome = \"transient\"",
        at "outcome = \"transient\"\nstatus = \"standard\"\nclasses", "lamp-detail X.2.1: has `outcome`; in this protocol its class says that, or [code.through]";
    detail_without_classes: CODES, "classes = [\"5\"]\nseen_with" => "seen_with",
        at "[[code]]\nprotocol = \"lamp-detail\"\ncode = \"X.7.606\"", "lamp-detail X.7.606: has no `classes`, expected those with which the detail makes sense";
    unknown_class: CODES, "classes = [\"5\"]\nseen_with" => "classes = [\"5\", \"3\"]\nseen_with",
        at "classes = [\"5\", \"3\"]", "lamp-detail X.7.606: unknown class `3`, expected `2`, `4` or `5`";
    class_named_twice: CODES, "classes = [\"5\"]\nseen_with" => "classes = [\"5\", \"5\"]\nseen_with",
        at "classes = [\"5\", \"5\"]", "lamp-detail X.7.606: class `5` stands twice";
    classes_of_a_plain_code: CODES, "phrase = \"OK <lit>\"" => "classes = [\"2\"]",
        at "classes = [\"2\"]", "lamp 250: has `classes`, which only the details of a protocol with dotted codes have";
    limit_without_words: CODES, ", says = \"Wet wicks dry or drown.\"" => "",
        at "limited_by", "lamp-detail X.2.1: `limited_by` has no `says`, expected the sentence with which the document limits the detail";
    associated_with_nothing: CODES, "associated = [\"450\"]" => "associated = [\"451\"]",
        at "associated", "lamp-detail X.2.1: `associated` names lamp 451, which does not exist";
    associated_and_seen: CODES, "associated = [\"450\"]" => "associated = [\"450\"]\nseen_with = [\"450\"]",
        at "seen_with", "lamp-detail X.2.1: `seen_with` names 450, which was named before";
    associated_without_companion: CODES, "outcome = \"redirection\"\nstatus" => "outcome = \"redirection\"\nassociated = [\"250\"]\nstatus",
        at "associated = [\"250\"]", "signal NO-ROAD: has `associated`, but protocol `signal` is no other one's companion";
    unknown_background: CODES, "seen_with = [\"250\"]" => "seen_with = [\"250\"]\nbackground = [\"Radio Note\"]",
        at "background", "lamp-detail X.7.606: unknown document `Radio Note`, expected the id of a [[document]]; did you mean `Radio Notes`?";
    background_that_is_cited: CODES, "seen_with = [\"250\"]" => "seen_with = [\"250\"]\nbackground = [\"Lamp Manual\"]",
        at "background", "lamp-detail X.7.606: `background` names Lamp Manual, which is among the references";
    view_through_no_class: CODES, "[code.through.4]" => "[code.through.3]",
        at "[code.through.3]", "lamp-detail X.2.1: [code.through.3], but the protocol's codes are not seen through a class `3`";
    codes_out_of_order: CODES, "code = \"471\"" => "code = \"440\"",
        at "code = \"440\"", "lamp 440: stands after 450, expected the codes in order";
    no_actor: CODES, "actors = [\"network\"]" => "actors = []",
        at "actors = []", "signal NO-ROAD: `actors` is empty; if no one need act, `nobody`";
    unknown_command: CODES, "commands = [\"LIGHT\", \"DIM\"]" => "commands = [\"LIGHT\", \"DIMM\"]",
        at "DIMM", "lamp 450: unknown command `DIMM`, expected `connect`, `LIGHT`, `DIM` or `any`; did you mean `DIM`?";
    command_twice: CODES, "commands = [\"LIGHT\", \"DIM\"]" => "commands = [\"LIGHT\", \"LIGHT\"]",
        at "\"LIGHT\", \"LIGHT\"", "lamp 450: command `LIGHT` stands twice";
    commands_in_a_protocol_without: CODES, "actors = [\"network\"]" => "actors = [\"network\"]\ncommands = []",
        at "commands = []\nreferences", "signal NO-ROAD: has `commands`, but the protocol has none";
    protocol_sample: CODES, "sample = \"16\"" => "sample = \"17\"",
        at "sample = \"17\"", "`sample` of protocol `radio` is `17`, which is not one of its codes";
    protocol_pattern: CODES, "pattern = '^[245][0-5][0-9]$'" => "pattern = '^[245'",
        at "pattern = '^[245'", "`pattern` of protocol `lamp` is not a regular expression: error: unclosed character class";
    companion_that_is_none: CODES, "companion = \"lamp-detail\"" => "companion = \"lamp-details\"",
        at "lamp-details", "protocol `lamp` has the companion `lamp-details`, which is not a protocol";
}

// References.
cases! {
    unknown_document: CODES, "references = [{ document = \"Lamp Manual\", section = \"7\" }]" => "references = [{ document = \"Lamp Manuel\", section = \"7\" }]",
        at "Manuel", "lamp-detail X.2.1: unknown document `Lamp Manuel`, expected the id of a [[document]]; did you mean `Lamp Manual`?";
    reference_without_section: CODES, "{ document = \"Lamp Manual\", section = \"7\" }" => "{ document = \"Lamp Manual\" }",
        at "[{ document = \"Lamp Manual\" }]", "lamp-detail X.2.1: the reference to Lamp Manual names no section, but the document has sections";
    section_of_a_document_without: CODES, "references = [{ document = \"Radio Notes\" }]\nexamples = [\"radio 0\"]" => "references = [{ document = \"Radio Notes\", section = \"1\" }]\nexamples = [\"radio 0\"]",
        at "\"Radio Notes\", section", "radio 0: the reference to Radio Notes names section `1`, but the document has none";
    section_that_is_no_number: CODES, "section = \"7\"" => "section = \"seven\"",
        at "seven", "lamp-detail X.2.1: `seven` is not the number of a section, expected one like `4.2.3` or `A.1`";
    reference_twice: CODES, "section = \"7\" }]" => "section = \"7\" }, { document = \"Lamp Manual\", section = \"7\" }]",
        at "section = \"7\" }, {", "lamp-detail X.2.1: the reference to Lamp Manual 7 stands twice";
    no_reference: CODES, "references = [{ document = \"Lamp Manual\", section = \"7\" }]\n" => "",
        at "[[code]]\nprotocol = \"lamp-detail\"\ncode = \"X.2.1\"", "lamp-detail X.2.1: has no reference; only an `unofficial` code may be without";
    document_that_no_one_cites: CODES, "[[protocol]]\nid = \"lamp\"" => "[[document]]\nid = \"Tinder\"\ntitle = \"Tinder\"\nurl = \"x\"\n\n[[protocol]]\nid = \"lamp\"",
        at "id = \"Tinder\"", "no code cites document `Tinder`; delete it";
}

// Relations.
cases! {
    relation_with_nothing: CODES, "codes = [\"lamp:250\", \"lamp:450\"]" => "codes = [\"lamp:250\", \"lamp:451\"]",
        at "lamp:451", "relation with `lamp:451`, which does not exist; did you mean `lamp:450`?";
    relation_with_an_ambiguous_number: CODES, "codes = [\"lamp:450\", \"signal:TRY-LATER\"]" => "codes = [\"radio:16\", \"signal:TRY-LATER\"]",
        at "radio:16", "relation with `radio:16`, which does not exist; did you mean `radio:0`?";
    relation_twice: CODES, "codes = [\"lamp:450\", \"signal:TRY-LATER\"]\nkind = \"counterpart\"" => "codes = [\"lamp:450\", \"lamp:LAMP_LIT\"]\nkind = \"see-also\"",
        at "lamp:LAMP_LIT", "the relation between `lamp:450` and `lamp:LAMP_LIT` is stated twice";
    relation_with_itself: CODES, "codes = [\"lamp:450\", \"signal:TRY-LATER\"]\nkind = \"counterpart\"" => "codes = [\"lamp:450\", \"lamp:450\"]\nkind = \"see-also\"",
        at "\"lamp:450\", \"lamp:450\"", "relation of `lamp:450` with itself";
    counterpart_in_one_protocol: CODES, "codes = [\"lamp:450\", \"signal:TRY-LATER\"]" => "codes = [\"lamp:450\", \"lamp:471\"]",
        at "lamp:471", "`lamp:450` and `lamp:471` are of one protocol, expected another kind than `counterpart`";
}

// Examples.
cases! {
    example_of_another_form: CODES, "examples = [\"450 wait\"]" => "examples = [\"451 wait\"]",
        at "451 wait", "lamp 450: example \"451 wait\" has not the protocol's form on the wire, expected ^450(?: .*)?$";
    example_with_a_real_domain: CODES, "250 lit at lamp.example" => "250 lit at lamp.org",
        at "lamp.org", "lamp 250: example has `lamp.org`, which could be real; expected example.com, *.example or a documentation address (RFC 2606, RFC 5737, RFC 3849)";
    example_with_a_real_address: CODES, "250 lit at lamp.example" => "250 lit at [8.8.8.8]",
        at "8.8.8.8", "lamp 250: example has `8.8.8.8`, which could be real; expected example.com, *.example or a documentation address (RFC 2606, RFC 5737, RFC 3849)";
    no_example: CODES, "examples = [\"450 wait\"]\n" => "",
        at "[[code]]\nprotocol = \"lamp\"\ncode = \"450\"", "lamp 450: has no example; only an `unofficial` code may be without";
}

// Prose.
cases! {
    empty_prose: CODES, "gist = \"The lamp was lit.\"" => "gist = \"  \"",
        at "gist = \"  \"", "lamp 250: `gist` is empty";
    no_full_stop: CODES, "gist = \"The lamp was lit.\"" => "gist = \"The lamp was lit\"",
        at "The lamp was lit\"", "lamp 250: `gist` does not end with a full stop";
    no_full_stop_in_a_paragraph: CODES, "Then strike again.\n" => "Then strike again\n",
        at "fix = \"\"\"", "lamp 450: `fix` does not end with a full stop";
    doubled_word: CODES, "gist = \"The lamp was lit.\"" => "gist = \"The lamp was was lit.\"",
        at "was was", "lamp 250: `gist` has the word `was` twice in a row";
    control_character: CODES, "gist = \"The lamp was lit.\"" => "gist = \"The lamp\\u0007 was lit.\"",
        at "u0007", "lamp 250: `gist` has the invisible character U+0007";
    bidirectional_character: CODES, "gist = \"The lamp was lit.\"" => "gist = \"The lamp \\u202E was lit.\"",
        at "u202E", "lamp 250: `gist` has the invisible character U+202E";
    sentence_under_two_codes: CODES, "description = \"A draught blew it out.\"" => "description = \"A draught blew it out. Read by it.\"",
        at "blew it out. Read", "lamp 450: a sentence stands under 250 too: \"Read by it.\"";
    sentence_twice: CODES, "description = \"A draught blew it out.\"" => "description = \"A window is open.\"",
        at "when = \"A window is open.\"", "lamp 450: a sentence stands twice: \"A window is open.\"";
    relation_without_full_stop: CODES, "look alike from afar." => "look alike from afar",
        at "from afar\"", "`text` does not end with a full stop";
}

// Translations.
cases! {
    superfluous_table: XX, "[code.\"lamp:250\"]" => "[code.\"lamp:666\"]\ngist = \"A.\"\n[code.\"lamp:250\"]",
        at "lamp:666", "there is nothing to translate for [code.lamp:666]; did you mean `code.lamp:250`?";
    superfluous_text: XX, "gist = \"IT BURNS.\"" => "gist = \"IT BURNS.\"\nmeaning.1 = \"NONE.\"",
        at "meaning.1", "[code.lamp:250] has no English `meaning.1` to translate";
    misspelt_section: XX, "[code.\"lamp:250\"]" => "[cod.\"lamp:250\"]",
        at "[cod.", "unknown key `cod` in the file; did you mean `code`?";
    untranslated_text: XX, "gist = \"IT BURNS.\"" => "gist = \"The lamp was lit.\"",
        at "The lamp was lit.", "`gist` of [code.lamp:250] is the English text, expected a translation";
    translation_without_full_stop: XX, "gist = \"IT BURNS.\"" => "gist = \"IT BURNS\"",
        at "IT BURNS", "`gist` of [code.lamp:250] does not end with a full stop";
    wrong_placeholder: XX, "[code.\"lamp:250\"]" => "[interface.compare]\nsame = \"BOTH {b}.\"\n[code.\"lamp:250\"]",
        at "BOTH {b}", "`compare.same` of [interface] has the placeholders {b}, expected {a}";
    language_not_of_the_file: XX, "language = \"xx\"" => "language = \"yy\"",
        at "\"yy\"", "`language` is `yy`, expected `xx` as the file's name says";
    text_that_is_none: XX, "gist = \"IT BURNS.\"" => "gist = 1",
        at "gist = 1", "`gist` is not a text, expected a string";
}

#[test]
fn stale_and_missing_translations_are_told_apart_from_what_is_wrong() {
    let (_, stale) = load(&files()).unwrap();
    let messages: Vec<&str> = stale.faults().iter().map(|fault| fault.message.as_str()).collect();
    assert!(messages.contains(&"`description` of [code.lamp:250] was made from an English text that has changed since; redo it, delete its fingerprint and run `cargo xtask stamp`"));
    assert!(messages.contains(&"[code.lamp:250] has no translation of `when`"));
    assert!(!messages.iter().any(|message| message.contains("`gist` of [code.lamp:250]")));
}

#[test]
fn a_new_translation_needs_a_stamp() {
    let mut files = files();
    files.locales[1].1 =
        files.locales[1].1.replacen("gist = \"IT BURNS.\"", "gist = \"IT BURNS.\"\nwhen = \"YOU LIT IT.\"", 1);
    let (registry, stale) = load(&files).unwrap();
    let message = "`when` of [code.lamp:250] has no fingerprint; `cargo xtask stamp` writes it";
    assert!(stale.faults().iter().any(|fault| fault.message == message));

    let stamped =
        wirecodes_model::stamp(XX, &files.locales[1].1, &registry.units(), |table| table == "code.lamp:250").unwrap();
    files.locales[1].1 = stamped;
    let (registry, stale) = load(&files).unwrap();
    assert!(!stale.faults().iter().any(|fault| fault.message.starts_with("`when`")));
    // What was stale stays so: a stamp does not vouch for a translation that was not redone.
    assert!(stale.faults().iter().any(|fault| fault.message.starts_with("`description` of [code.lamp:250] was made")));
    assert!(registry.locales[1].states()["code.lamp:250"].read);
}

#[test]
fn duplicate_name_and_constant() {
    let mut files = files();
    files.codes.1 = files.codes.1.replacen(
        "name = \"Clear\"\nconstant = \"CLEAR\"",
        "name = \"Bad tuning\"\nconstant = \"BAD_TUNING\"",
        1,
    );
    let messages: Vec<String> = faults(&files).faults().iter().map(|fault| fault.message.clone()).collect();
    assert_eq!(
        messages,
        [
            "radio 16: name `Bad Tuning` is already that of radio 0",
            "radio 16: constant `BAD_TUNING` is already that of radio 0"
        ]
    );
}

cases! {
    reason_without_rules: REASONS, "reason = \"gone\"" => "outcome = \"permanent\"", at "[[reason]]",
        "no rule shows the reason `gone`";
    reason_with_an_unknown_code: REASONS, "codes = [\"450\"]" => "codes = [\"459\"]", at "[[reason]]",
        "[[reason]] `gone`: there is no code 459";
    reason_without_a_full_stop: REASONS, "Not again." => "Not again", at "[[reason]]",
        "[[reason]] `gone`: `again` does not end with a full stop";
    reason_without_other_classes: REASONS, "sisimai = \"userunknown\"\n" => "", at "[[reason]]",
        "[[reason]] `gone`: the class that other taxonomies give it is missing (`sparkpost`, `sisimai`, `kumomta`)";
    reason_with_an_unknown_key: REASONS, "when = " => "whem = ", at "whem",
        "unknown key `whem` in [[reason]] `gone`, expected one of id, name, gist, description, when, fix, again, use, outcome, actors, retry, suppress, codes, sparkpost, sisimai, kumomta";
}

#[test]
fn a_rule_for_a_reason_that_is_not_there() {
    let mut files = files();
    files.reasons.1 = files.reasons.1.replacen("id = \"gone\"", "id = \"gona\"", 1);
    let report = faults(&files);
    let messages: Vec<&str> = report.faults().iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(
        messages,
        ["no rule shows the reason `gona`", "the reason `gone` of [[rule]] `gone` is not there; did you mean `gona`?"]
    );
}

#[test]
fn all_faults_are_reported_at_once() {
    let mut files = files();
    for (from, to) in [
        ("outcome = \"success\"\nstatus", "outcome = \"sucess\"\nstatus"),
        ("class = \"4yz\"", "class = \"5yz\""),
        ("gist = \"The tone is clear.\"", "gist = \"The tone is clear\""),
    ] {
        files.codes.1 = files.codes.1.replacen(from, to, 1);
    }
    files.locales[1].1 = files.locales[1].1.replacen("name = \"LIT\"", "nam = \"LIT\"", 1);
    let report = faults(&files);
    let messages: Vec<&str> = report.faults().iter().map(|fault| fault.message.as_str()).collect();
    assert!(messages[0].starts_with("`outcome` of [[code]] is `sucess`"), "{report}");
    assert!(messages[1].starts_with("lamp 450: `class` is `5yz`"), "{report}");
    assert!(messages[2].starts_with("radio 0: `gist` does not end"), "{report}");
    // The entry with the misspelt outcome is left out, and nothing is said to be missing because of that.
    assert!(!messages.iter().any(|message| message.contains("does not exist")), "{report}");
}

#[test]
fn a_truncated_file() {
    let mut files = files();
    let end = files.codes.1.find("gist = \"The tone is").unwrap() + "gist = \"The t".len();
    files.codes.1.truncate(end);
    let report = faults(&files);
    let line = files.codes.1.lines().count();
    let first = report.faults().iter().find(|fault| fault.message.starts_with("not valid TOML")).unwrap();
    assert_eq!((first.file.as_str(), first.line), (CODES, line), "{report}");
}

#[test]
fn a_file_that_is_not_toml() {
    let mut files = files();
    files.codes.1 = "<html>\n<p>404</p>\n".into();
    let report = faults(&files);
    assert!(
        report.faults().iter().any(|fault| fault.line == 1 && fault.message.starts_with("not valid TOML")),
        "{report}"
    );
}

#[test]
fn an_empty_file_and_one_with_null_bytes() {
    for text in ["", "\0\0\0", "\u{feff}"] {
        let mut files = files();
        files.codes.1 = text.into();
        assert!(!faults(&files).is_empty());
    }
}
