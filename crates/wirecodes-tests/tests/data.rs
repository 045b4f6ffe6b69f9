//! The real data: valid, fresh, described by its schema, and what the generated files say.

use std::fs;

use wirecodes::{Code, Lang, Protocol, Status};
use wirecodes_codegen::outputs;
use wirecodes_model::{Registry, load_dir, registered, registry_differences, schema};
use wirecodes_tests::root;

fn registry() -> Registry {
    let (registry, stale) = load_dir(&root().join("data")).unwrap_or_else(|report| panic!("{report}"));
    assert!(stale.is_empty(), "{stale}");
    registry
}

#[test]
fn generated_files_are_fresh() {
    for output in outputs(&registry()) {
        let present = fs::read_to_string(root().join(&output.path)).unwrap_or_default().replace("\r\n", "\n");
        assert!(present == output.content, "{} is not what data/ says: run `cargo xtask codegen`", output.path);
    }
}

#[test]
fn a_changed_word_reaches_the_tables() {
    let mut files = wirecodes_model::Files::read(&root().join("data")).unwrap();
    let word = "The mailbox can't be used right now";
    assert!(files.codes.1.contains(word));
    files.codes.1 = files.codes.1.replace(word, "The mailbox is asleep right now");
    let (registry, stale) = wirecodes_model::load(&files).unwrap();
    let output =
        |name: &str| outputs(&registry).into_iter().find(|output| output.path.ends_with(name)).unwrap().content;
    assert!(output("/text_en.rs").contains("The mailbox is asleep right now"));
    // The translation was made from the old words: it is stale, said to be, and not used.
    assert!(
        stale.faults().iter().all(|fault| fault.message.starts_with("`gist` of [code.smtp:450] was made from")),
        "{stale}"
    );
    let old = wirecodes::smtp::MAILBOX_UNAVAILABLE.text(Lang::Ja).gist;
    assert!(!old.is_empty() && !output("/text_ja.rs").contains(old));
}

#[test]
fn the_schema_accepts_the_data_and_refuses_what_is_not() {
    let text = fs::read_to_string(root().join("data/codes.toml")).unwrap();
    assert!(text.starts_with("#:schema ./codes.schema.json\n"), "editors find the schema by this line");
    let published: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root().join("data/codes.schema.json")).unwrap()).unwrap();
    assert_eq!(published, schema());
    let validator = jsonschema::validator_for(&published).unwrap();
    let data: toml::Table = text.parse().unwrap();
    let mut data = serde_json::to_value(data).unwrap();
    assert!(validator.is_valid(&data), "{:?}", validator.iter_errors(&data).next());
    data["code"][0]["retry"] = "sometimes".into();
    assert!(!validator.is_valid(&data));
}

/// Every reply code that an RFC defines for SMTP and its extensions, counted by hand from the texts.
#[test]
fn every_smtp_code_that_a_document_defines_is_there() {
    const STANDARD: [u16; 39] = [
        211, 214, 220, 221, 235, 250, 251, 252, 253, 334, 354, 421, 432, 450, 451, 452, 453, 454, 455, 458, 459, 500,
        501, 502, 503, 504, 521, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555, 556, 355,
    ];
    const ASSOCIATED: [u16; 6] = [422, 430, 523, 524, 525, 533];
    let with = |test: fn(&Code) -> bool| {
        let mut numbers: Vec<u16> = Protocol::Smtp.codes().filter(test).filter_map(Code::number).collect();
        numbers.sort_unstable();
        numbers
    };
    let mut standard = STANDARD;
    standard.sort_unstable();
    assert_eq!(with(|code| !matches!(code.status(), Status::Associated | Status::Unofficial)), standard);
    assert_eq!(with(|code| code.status() == Status::Associated), ASSOCIATED);
}

/// Every code that IANA has registered, with its name, its documents and the reply codes it is associated with; and no
/// other one without a status that says why.
#[test]
fn every_registered_enhanced_code_is_there() {
    let table = fs::read_to_string(root().join("data/registries/smtp-enhanced.csv")).unwrap();
    let rows = registered(&table).unwrap();
    assert_eq!(rows.len(), 81);
    assert_eq!(registry_differences(&registry(), &rows), Vec::<String>::new());
}

#[test]
fn a_difference_from_the_registry_is_told() {
    let table = fs::read_to_string(root().join("data/registries/smtp-enhanced.csv")).unwrap();
    let differs = |from: &str, to: &str| {
        assert!(table.contains(from), "{from}");
        registry_differences(&registry(), &registered(&table.replacen(from, to, 1)).unwrap())
    };
    let new = "X.7.30,REQUIRETLS support required,550,RFC8689\nX.7.31,Moon in the wrong phase,550,RFC9999\n";
    assert_eq!(
        differs("X.7.30,REQUIRETLS support required,550,RFC8689\n", new),
        ["X.7.31: registered as \"Moon in the wrong phase\" (RFC 9999), but not in data/"]
    );
    assert_eq!(
        differs("X.2.2,Mailbox full,552,RFC3463", "X.2.2,Mailbox very full,\"552, 522\",RFC9999"),
        [
            "X.2.2: registered as \"Mailbox very full\", but `phrase` in data/ is \"Mailbox full\"",
            "X.2.2: registered with RFC 9999, which data/ has neither as reference nor as background",
            "X.2.2: associated with 522 in the registry, but not in data/",
        ]
    );
    assert_eq!(
        differs("X.7.29,ARC validation failure,550,RFC8617\n", ""),
        ["X.7.29: not registered, but its status in data/ is not `unofficial`"]
    );
}

/// What the document says of classes is what a code says of itself.
#[test]
fn a_limit_of_the_document_is_told() {
    for detail in Protocol::SmtpEnhanced.codes() {
        for view in detail.views() {
            let note = view.note(Lang::En).map(|note| note.to_string());
            assert_eq!(note.is_none(), view.is_meant(), "{view}");
            if let (Some(note), Some(limit)) = (note, view.limited_by()) {
                assert!(note.contains(limit.says().unwrap().trim_end_matches('.')), "{note}");
            }
        }
    }
}

#[test]
fn every_grpc_code_is_there() {
    let numbers: Vec<u16> = Protocol::Grpc.codes().filter_map(Code::number).collect();
    assert_eq!(numbers, (0..=16).collect::<Vec<u16>>());
}

#[test]
fn every_code_is_found_by_what_it_is_called() {
    let views = |code: Code| std::iter::once(code).chain(code.views());
    for code in Protocol::ALL.iter().flat_map(|protocol| protocol.codes()).flat_map(views) {
        assert_eq!(code.to_string().parse(), Ok(code));
        assert_eq!(wirecodes::search(&code.to_string()).next(), Some(code));
        // A constant belongs to the detail.
        let entry = code.detail().unwrap_or(code);
        if let Some(constant) = code.constant() {
            assert_eq!(format!("{}:{constant}", code.protocol()).parse(), Ok(entry));
        }
        // By its names a view is not found, but its detail.
        let names = (entry == code).then(|| code.name().into_iter().chain(code.aliases().iter().copied()));
        for name in names.into_iter().flatten() {
            assert!(wirecodes::search(name).any(|found| found == code), "{code} is not found by `{name}`");
        }
        let interpretation = code.protocol().interpret(code.as_str()).unwrap();
        assert_eq!(interpretation.code().map(Code::as_str), Some(code.as_str()));
    }
}

#[test]
fn every_text_is_translated() {
    for &lang in Lang::ALL {
        for code in Protocol::ALL.iter().flat_map(|protocol| protocol.codes()) {
            let text = code.text(lang);
            assert_eq!(text.lang, lang);
            assert_eq!(text.untranslated().collect::<Vec<_>>(), Vec::<&str>::new(), "{code}");
        }
    }
}

#[test]
fn codes_are_small_and_survive_serde() {
    assert_eq!(size_of::<Code>(), 4);
    assert_eq!(size_of::<Option<Code>>(), 4);
    let code = wirecodes::smtp::MAILBOX_UNAVAILABLE;
    let json = serde_json::to_string(&(code, code.outcome(), Lang::Ja)).unwrap();
    assert_eq!(json, r#"["smtp:450","transient","ja"]"#);
    let back: (Code, Option<wirecodes::Outcome>, Lang) = serde_json::from_str(&json).unwrap();
    assert_eq!(back, (code, code.outcome(), Lang::Ja));
    let error = serde_json::from_str::<Code>("\"smtp:457\"").unwrap_err();
    assert!(error.to_string().contains("expected a code of the dataset"), "{error}");
}
