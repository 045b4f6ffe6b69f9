//! Every ordered pair of codes, in every language, checked for faults that a machine can see.

use std::collections::HashSet;

use wirecodes::{Code, Lang, Protocol, compare};
use wirecodes_render::view::Compared;

/// All texts that a comparison shows, in the order of the page.
fn texts(compared: &Compared) -> Vec<(&'static str, String)> {
    let mut texts = vec![("summary", compared.summary.clone())];
    if let Some(relation) = &compared.relation {
        texts.push(("relation", relation.text.to_owned()));
    }
    texts.extend(compared.differences.iter().map(|text| ("difference", text.clone())));
    texts.push(("choose", compared.choose.a.to_owned()));
    if compared.a != compared.b {
        texts.push(("choose", compared.choose.b.to_owned()));
    }
    texts.extend(compared.choose.note.iter().map(|text| ("note", text.clone())));
    let sides = if compared.a == compared.b { 1 } else { 2 };
    for side in [&compared.a, &compared.b].into_iter().take(sides) {
        texts.push(("gist", side.gist.clone()));
        texts.push(("description", side.description.clone().unwrap()));
        texts.push(("when", side.when.unwrap().to_owned()));
        texts.push(("fix", side.fix.unwrap().to_owned()));
    }
    texts
}

fn faults(compared: &Compared, lang: Lang) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    let texts = texts(compared);
    for (place, text) in &texts {
        let mut fault = |what: &str| faults.push(format!("{what} in the {place}: {text}"));
        if text.trim().is_empty() {
            fault("nothing");
        }
        if !text.ends_with(['.', '。']) {
            fault("no full stop");
        }
        // Prose may have braces of its own, as in a shell command.
        let made = matches!(*place, "summary" | "difference" | "note");
        if (made && text.contains(['{', '}'])) || text.contains("  ") {
            fault("an unfilled placeholder");
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.windows(2).any(|pair| pair[0] == pair[1] && pair[0].chars().any(char::is_alphabetic)) {
            fault("a doubled word");
        }
        let japanese = text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
        if japanese != (lang == Lang::Ja) {
            fault("another language");
        }
        for sentence in sentences(text) {
            if !seen.insert(sentence.to_owned()) {
                fault("a sentence that was there before");
            }
        }
    }
    for facet in &compared.facets {
        if facet.a.trim().is_empty() || facet.b.trim().is_empty() || facet.label.is_empty() {
            faults.push(format!("an empty cell in {}", facet.facet));
        }
    }
    faults
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('。')
        .flat_map(|part| part.split_inclusive(". "))
        .map(str::trim)
        .filter(|sentence| sentence.len() > 12)
}

/// The same with sides swapped: what is said is the same, with the two codes in each other's place.
fn is_symmetric(there: &Compared, back: &Compared) -> bool {
    // Sorted, the characters of a sentence don't show in which order the codes stand in it.
    fn characters(text: &str) -> Vec<char> {
        let mut characters: Vec<char> = text.chars().collect();
        characters.sort_unstable();
        characters
    }
    let differences =
        |compared: &Compared| compared.differences.iter().map(|text| characters(text)).collect::<Vec<_>>();
    there.a == back.b
        && there.b == back.a
        && there.relation.as_ref().map(|relation| relation.text) == back.relation.as_ref().map(|relation| relation.text)
        && differences(there) == differences(back)
        && characters(&there.summary) == characters(&back.summary)
        && (there.choose.a, there.choose.b) == (back.choose.b, back.choose.a)
        && there
            .facets
            .iter()
            .zip(&back.facets)
            .all(|(one, other)| (one.facet, &one.a, &one.b, one.same) == (other.facet, &other.b, &other.a, other.same))
        && there.references.len() == back.references.len()
}

fn check(a: &[Code], b: &[Code]) {
    let mut wrong = Vec::new();
    for &lang in Lang::ALL {
        for &a in a {
            for &b in b {
                let there = Compared::new(compare(a, b), lang);
                let mut faults = faults(&there, lang);
                if a < b && !is_symmetric(&there, &Compared::new(compare(b, a), lang)) {
                    faults.push("not the same the other way round".into());
                }
                wrong.extend(faults.into_iter().map(|fault| format!("{a} {b} {lang}: {fault}")));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} faults, of which the first:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
}

#[test]
fn every_pair_of_smtp() {
    let codes: Vec<Code> = Protocol::Smtp.codes().collect();
    check(&codes, &codes);
}

#[test]
fn every_pair_of_grpc() {
    let codes: Vec<Code> = Protocol::Grpc.codes().collect();
    check(&codes, &codes);
}

#[test]
fn every_pair_across() {
    let (smtp, grpc): (Vec<Code>, Vec<Code>) = (Protocol::Smtp.codes().collect(), Protocol::Grpc.codes().collect());
    check(&smtp, &grpc);
}
