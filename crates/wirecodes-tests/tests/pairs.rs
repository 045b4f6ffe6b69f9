//! Every ordered pair of codes, in every language, checked for faults that a machine can see.

use std::collections::HashSet;
use std::thread;

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
    texts.push(("choose", compared.choose.b.to_owned()));
    texts.extend(compared.choose.note.iter().map(|text| ("note", text.clone())));
    for side in [&compared.a, &compared.b] {
        texts.push(("gist", side.gist.clone()));
        texts.push(("description", side.description.clone().unwrap()));
        texts.push(("when", side.when.unwrap().to_owned()));
        texts.push(("fix", side.fix.unwrap().to_owned()));
    }
    // As on the page: two views of one detail would say the same of its document.
    let notes = [&compared.a, &compared.b].into_iter().filter_map(|side| side.note.clone());
    texts.extend(notes.take(1).map(|text| ("note of the class", text)));
    // What two views of a detail share is shown once.
    let mut seen = HashSet::new();
    texts.retain(|text| seen.insert(text.clone()));
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

fn wrong_with(a: Code, b: &[Code], lang: Lang) -> Vec<String> {
    let mut wrong = Vec::new();
    for &b in b {
        let there = Compared::new(compare(a, b), lang);
        let mut faults = faults(&there, lang);
        if a < b && !is_symmetric(&there, &Compared::new(compare(b, a), lang)) {
            faults.push("not the same the other way round".into());
        }
        wrong.extend(faults.into_iter().map(|fault| format!("{a} {b} {lang}: {fault}")));
    }
    wrong
}

fn check(a: &[Code], b: &[Code]) {
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let rows: Vec<(Code, Lang)> = Lang::ALL.iter().flat_map(|&lang| a.iter().map(move |&a| (a, lang))).collect();
    let wrong: Vec<String> = thread::scope(|scope| {
        let part =
            |rows: &[(Code, Lang)]| rows.iter().flat_map(|&(a, lang)| wrong_with(a, b, lang)).collect::<Vec<_>>();
        let workers: Vec<_> =
            rows.chunks(rows.len().div_ceil(threads)).map(|rows| scope.spawn(move || part(rows))).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker's panic is the test's")).collect()
    });
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

/// The details of enhanced codes, and each of them with the classes that are in use.
fn enhanced() -> Vec<Code> {
    let views = |code: Code| std::iter::once(code).chain(code.views()).filter(|code| code.is_in_use());
    Protocol::SmtpEnhanced.codes().flat_map(views).collect()
}

#[test]
fn every_pair_of_enhanced() {
    check(&enhanced(), &enhanced());
}

/// The views that make no sense have the texts of their detail and a note; one comparison each is enough to see it.
#[test]
fn every_view_beside_its_detail() {
    for detail in Protocol::SmtpEnhanced.codes() {
        let views: Vec<Code> = detail.views().collect();
        check(&[detail], &views);
        check(&views, &views);
    }
}

#[test]
fn every_pair_across() {
    let (smtp, grpc): (Vec<Code>, Vec<Code>) = (Protocol::Smtp.codes().collect(), Protocol::Grpc.codes().collect());
    check(&smtp, &grpc);
    check(&smtp, &enhanced());
    check(&enhanced(), &smtp);
    check(&enhanced(), &grpc);
}
