//! Run by `made_up.rs` against the core crate with the made-up tables in it.

use wirecodes::{
    Lang, Lead, Outcome, Pairing, Protocol, RelationKind, Retry, compare, family, interpret, lamp, lamp_detail, lookup, parse, radio,
    search, signal,
};

fn known(protocol: &str, code: &str) -> Option<String> {
    lookup(protocol, code).unwrap().map(|code| code.to_string())
}

#[test]
fn three_digits() {
    assert_eq!(lamp::lookup(250), Some(lamp::LAMP_LIT));
    assert_eq!(known("lamp", "250").as_deref(), Some("lamp:250"));
    assert_eq!(known("LAMP", " lamp_lit "), known("lamp", "250"));
    assert_eq!(known("lamp", "251"), None);
    for bad in ["", "25", "2500", "0250", "+250", "２５０", "25a", "LAMP_LI", "2.1"] {
        assert!(lookup("lamp", bad).unwrap_err().is_invalid_code(), "{bad}");
    }
}

#[test]
fn dotted_codes_are_seen_through_their_class() {
    let through = |code| lookup("lamp-detail", code).unwrap().unwrap();
    let (detail, good, soft, hard) = (through("X.2.1"), through("2.2.1"), through("4.2.1"), through("5.2.1"));
    assert_eq!(detail, lamp_detail::WICK_WET);
    assert_eq!([detail, good, soft, hard].map(|code| code.name()), [Some("Wick Wet"); 4]);
    assert_eq!([good, soft, hard].map(|code| code.constant()), [Some("WICK_WET"); 3]);
    assert_eq!([good, soft, hard].map(|code| code.detail()), [Some(detail); 3]);
    assert_eq!(detail.views().collect::<Vec<_>>(), [good, soft, hard]);
    assert_eq!([2, 3, 4, 5, 60].map(|class| detail.through(class)), [Some(good), None, Some(soft), Some(hard), None]);
    assert_eq!(lamp_detail::lookup(4, 2, 1), Some(soft));
    assert_eq!(lamp_detail::lookup(5, 7, 606), lamp_detail::HOUSE_RULE.through(5));
    for (class, subject, number) in [(3, 2, 1), (0, 2, 1), (4, 2, 2), (4, 9, 1), (4, 7, 1000), (4, 1, 1)] {
        assert_eq!(lamp_detail::lookup(class, subject, number), None);
    }
    assert_eq!(lamp::LAMP_LIT.detail(), None);
    assert_eq!(lamp::LAMP_LIT.views().count(), 0);
    assert_eq!(lamp::LAMP_LIT.through(2), None);
    assert_eq!(detail.outcome(), None);
    assert_eq!(
        [good, soft, hard].map(|code| code.outcome()),
        [Some(Outcome::Success), Some(Outcome::Transient), Some(Outcome::Permanent)]
    );
    assert_eq!(soft.retry(), Some(Retry::Later));
    assert_eq!(hard.retry(), Some(Retry::Never), "the view's own advice beats its class's");
    assert_eq!(soft.text(Lang::En).gist, "The wick is wet and will dry.");
    assert_eq!(hard.text(Lang::En).gist, "The wick is wet.");
    assert_eq!(soft.examples(), ["450 4.2.1 drying"]);
    assert_eq!(soft.subject().unwrap().name(), "Wick");
}

#[test]
fn a_class_that_makes_no_sense_says_so() {
    let through = |code: &str| lookup("lamp-detail", code).unwrap().unwrap();
    let note = |code: &str| through(code).note(Lang::En).map(|note| note.to_string());
    assert_eq!(note("4.2.1"), None);
    assert_eq!(note("X.2.1"), None);
    let said = "Lamp Manual (7) says of X.2.1: \"Wet wicks dry or drown\". Judge 2.2.1 by its class, 2.X.X Bright, and by the text that comes with it.";
    assert_eq!(note("2.2.1").as_deref(), Some(said));
    let said = "X.7.606 makes sense with class 5 only. Judge 4.7.606 by its class, 4.X.X Unsteady, and by the text that comes with it.";
    assert_eq!(note("4.7.606").as_deref(), Some(said));
    assert_eq!(through("4.2.1").classes().map(|class| class.digits()).collect::<Vec<_>>(), ["4", "5"]);
    assert_eq!(lamp::LAMP_LIT.note(Lang::En), None);
}

#[test]
fn a_reply_code_and_an_enhanced_code_pair_up() {
    let enhanced = |code: &str| lookup("lamp-detail", code).unwrap().unwrap();
    let of = |reply, code: &str| Pairing::of(reply, enhanced(code));
    assert_eq!(of(lamp::LAMP_FLICKERS, "4.2.1"), Some(Pairing::Associated));
    assert_eq!(of(lamp::LAMP_LIT, "2.7.606"), Some(Pairing::Associated));
    assert_eq!(of(lamp::LAMP_LIT, "2.2.1"), Some(Pairing::Possible));
    assert_eq!(of(lamp::LAMP_LIT, "4.2.1"), Some(Pairing::Contradiction));
    assert_eq!(of(lamp::LAMP_LIT, "X.2.1"), Some(Pairing::Classless));
    assert_eq!(Pairing::of(enhanced("4.2.1"), lamp::LAMP_FLICKERS), None, "the reply code comes first");
    assert_eq!(Pairing::of(lamp::LAMP_LIT, radio::CLEAR), None);
    let there = compare(enhanced("4.2.1"), lamp::LAMP_LIT);
    assert_eq!((there.lead(), there.pairing()), (Lead::Pairing, Some(Pairing::Contradiction)));
    assert_eq!((there.believed(), there.swapped().believed()), (Some(lamp::LAMP_LIT), Some(lamp::LAMP_LIT)));
    assert_eq!(compare(lamp::LAMP_FLICKERS, enhanced("4.2.1")).believed(), None);
    // The association stands on both sides, and says no more than that.
    let related: Vec<_> = lamp::LAMP_LIT.related().filter(|related| related.text(Lang::En).is_none()).collect();
    assert_eq!((related.len(), related[0].code(), related[0].kind()), (1, enhanced("2.7.606"), RelationKind::EnhancedForm));
    assert_eq!(enhanced("2.7.606").related().next().unwrap().kind(), RelationKind::BasicForm);
}

#[test]
fn families_are_classes_and_subjects() {
    let of = |protocol: &str, text: &str| family(protocol, text).unwrap();
    let codes = |text: &str| of("lamp", text).unwrap().codes().map(|code| code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes("5.X"), ["5.2.1", "5.7.606"]);
    assert_eq!(codes("4"), ["4.2.1"]);
    assert_eq!(codes("X.7.YYY"), ["X.7.606"]);
    assert_eq!(codes("4yz"), ["450", "471"]);
    assert_eq!(codes("45z"), ["450"]);
    assert_eq!(codes("x5z"), ["250", "450"]);
    assert_eq!(of("lamp", "5.7").unwrap().to_string(), "5.7");
    assert_eq!(of("lamp", " 5.7.x ").unwrap().retry(), Some(Retry::AfterChange));
    for none in ["", "450", "5.7.1", "X.X", "3.X", "5.9", "xyz", "9yz", "5.7.x.x", "5.", "45", "４yz"] {
        assert_eq!(of("lamp", none), None, "{none}");
    }
    assert_eq!(of("radio", "1"), None);
    assert!(family("ship", "5.7").unwrap_err().is_unknown_protocol());
}

#[test]
fn details_go_up_to_999() {
    assert_eq!(known("lamp-detail", "5.7.606").as_deref(), Some("lamp-detail:5.7.606"));
    // 606 modulo 256 and modulo 512.
    for other in ["5.7.94", "5.7.255", "5.7.999", "5.99.1"] {
        assert_eq!(known("lamp-detail", other), None, "{other}");
    }
    for bad in [
        "3.2.1", "5.7.1000", "5.07.1", "5.7.01", "5.7", "5.7.1.1", "5..1", "Y.2.1", "5.7.-1", "5.7.?", "5.:.1", "55.7.1", "5.7.",
        ".7.1", "5.7.1a", "５.7.1",
    ] {
        assert!(lookup("lamp-detail", bad).unwrap_err().is_invalid_code(), "{bad}");
    }
}

#[test]
fn a_code_of_the_companion_is_found_there() {
    assert_eq!(known("lamp", "4.2.1").as_deref(), Some("lamp-detail:4.2.1"));
    assert_eq!(known("lamp", "x.2.1").as_deref(), Some("lamp-detail:X.2.1"));
    assert_eq!(interpret("lamp", "5.7.999").unwrap().protocol(), Protocol::LampDetail);
}

#[test]
fn unregistered_codes_are_read_by_class_and_subject() {
    let of = interpret("lamp-detail", "4.7.12").unwrap();
    assert_eq!((of.class().unwrap().id(), of.subject().unwrap().id()), ("4.X.X", "X.7"));
    assert_eq!(
        (of.outcome(), of.retry(), of.to_string().as_str()),
        (Some(Outcome::Transient), Some(Retry::Later), "4.7.12")
    );
    let of = interpret("lamp", "459").unwrap();
    assert_eq!((of.class().unwrap().id(), of.subject().unwrap().id()), ("4yz", "x5z"));
    let of = interpret("lamp", "999").unwrap();
    assert!(of.class().is_none() && of.subject().is_none() && of.outcome().is_none());
    assert_eq!(
        of.gist(Lang::En).to_string(),
        "999 is well-formed but not registered, and Lamp has no class that it would belong to."
    );
}

#[test]
fn one_number_may_have_two_entries() {
    let first = Protocol::Radio.lookup(16).unwrap();
    assert_eq!(first, radio::BAD_TUNING);
    assert_eq!(first.namesakes().collect::<Vec<_>>(), [radio::BAD_KEY]);
    assert_eq!(radio::BAD_KEY.to_string(), "radio:BAD_KEY");
    assert_eq!(parse("radio:BAD_KEY").unwrap(), Some(radio::BAD_KEY));
    assert_eq!(radio::BAD_KEY.related().next().unwrap().code(), radio::BAD_TUNING);
    for bad in ["016", "-1", "70000", "16.0"] {
        assert!(lookup("radio", bad).unwrap_err().is_invalid_code(), "{bad}");
    }
    assert_eq!(interpret("radio", "65535").unwrap().to_string(), "65535");
}

#[test]
fn words_are_codes_too() {
    assert_eq!(lookup("signal", "try-later").unwrap(), Some(signal::TRY_LATER));
    assert_eq!(lookup("signal", "TRY_LATER").unwrap(), Some(signal::TRY_LATER));
    assert_eq!(signal::TRY_LATER.number(), None);
    let of = interpret("signal", "TURN-LEFT").unwrap();
    assert!(!of.is_registered());
    assert_eq!(of.gist(Lang::En).to_string(), "TURN-LEFT is well-formed, but Signal has no such code.");
    assert_eq!(of.nearest().count(), 0);
    assert!(lookup("signal", "no way").unwrap_err().is_invalid_code());
}

#[test]
fn relations_are_shown_on_both_sides() {
    let kinds = |code: wirecodes::Code| {
        code.related().map(|related| (related.code().to_string(), related.kind())).collect::<Vec<_>>()
    };
    let soft = lookup("lamp-detail", "4.2.1").unwrap().unwrap();
    assert_eq!(kinds(soft), [("lamp:450".to_string(), RelationKind::BasicForm)]);
    assert!(kinds(lamp::LAMP_FLICKERS).contains(&("lamp-detail:4.2.1".to_string(), RelationKind::EnhancedForm)));
}

#[test]
fn other_languages_fall_back_text_by_text() {
    let text = lamp::LAMP_LIT.text(Lang::Xx);
    assert_eq!(text.lang, Lang::Xx);
    assert_eq!((text.name, text.gist), (Some("LIT"), "IT BURNS."));
    // This one was made from another English text, the others are missing.
    assert_eq!(text.description, "Light comes from it now.");
    assert_eq!(text.untranslated().collect::<Vec<_>>(), ["description", "when", "fix", "use", "choose"]);
}

#[test]
fn comparing() {
    assert_eq!(compare(lamp::LAMP_LIT, lamp::LAMP_FLICKERS).lead(), Lead::Outcome);
    assert_eq!(compare(lamp::LAMP_LIT, radio::CLEAR).lead(), Lead::Across);
    assert_eq!(compare(radio::BAD_TUNING, radio::BAD_KEY).lead(), Lead::Cause);
    let of = compare(lamp::LAMP_FLICKERS, signal::TRY_LATER);
    assert!(of.summary(Lang::En).to_string().starts_with("Lamp 450 and Signal TRY-LATER belong"));
    assert_eq!(of.relation().unwrap().kind(), RelationKind::Counterpart);
    let of = compare(lamp_detail::WICK_WET, lamp_detail::HOUSE_RULE);
    assert!(!of.summary(Lang::En).to_string().is_empty(), "details without a class have no outcome");
}

#[test]
fn paragraphs_are_kept_and_patterns_are_found() {
    assert_eq!(lamp::LAMP_FLICKERS.text(Lang::En).fix.lines().count(), 2);
    let found = |query: &str| search(query).map(|code| code.as_str()).collect::<Vec<_>>();
    assert_eq!(found("lamp 45x"), ["450"]);
    assert_eq!(found("x.7.6xx"), ["X.7.606", "5.7.606"], "only classes that make sense");
    assert_eq!(found("cheap"), ["471"]);
}
