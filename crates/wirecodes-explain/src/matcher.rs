//! Which rules' phrases stand in a text: all phrases of all rules at once, in one pass over it.

use std::collections::HashMap;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use wirecodes_rules::Phrase;

/// All phrases of a list of rules.
#[derive(Debug, Clone)]
pub(crate) struct Matcher {
    automaton: NFA,
    /// By pattern of the automaton, from where in `uses` on it is told what it is a piece of.
    starts: Vec<u32>,
    uses: Vec<Use>,
}

/// A piece of a phrase: one pattern can be that of several.
#[derive(Debug, Clone, Copy)]
struct Use {
    /// Number of the phrase among all.
    phrase: u32,
    rule: u16,
    /// Its place in the phrase, and whether it is the last one.
    place: u8,
    last: bool,
    bound_start: bool,
    bound_end: bool,
    /// The half of its rule that the phrase fulfils, as a bit; none if it is all that the rule looks for.
    half: u8,
}

/// What was found in a text but decides nothing yet.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    phrases: Vec<Begun>,
    /// Rules of which one of two halves was found, and which.
    halves: Vec<(u16, u8)>,
}

/// How far a phrase of several pieces has come.
#[derive(Debug, Clone, Copy)]
struct Begun {
    phrase: u32,
    place: u8,
    end: u32,
}

impl Matcher {
    /// Of each rule in turn, its phrases and those that have to be there as well.
    pub(crate) fn new<'a>(rules: impl Iterator<Item = [&'a [Phrase]; 2]>) -> Matcher {
        let mut patterns: Vec<&str> = Vec::new();
        let mut uses: Vec<Vec<Use>> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut number = 0;
        for (rule, [phrases, also]) in rules.enumerate() {
            let half = |bit| if also.is_empty() { 0 } else { bit };
            let phrases = phrases.iter().map(|phrase| (phrase, half(1)));
            for (phrase, half) in phrases.chain(also.iter().map(|phrase| (phrase, 2))) {
                for (place, piece) in phrase.pieces().iter().enumerate() {
                    let pattern = *known.entry(piece.text()).or_insert_with(|| {
                        patterns.push(piece.text());
                        uses.push(Vec::new());
                        patterns.len() - 1
                    });
                    uses[pattern].push(Use {
                        phrase: number,
                        rule: u16::try_from(rule).unwrap_or(u16::MAX),
                        place: u8::try_from(place).unwrap_or(u8::MAX),
                        last: place + 1 == phrase.pieces().len(),
                        bound_start: piece.is_bound_at_start(),
                        bound_end: piece.is_bound_at_end(),
                        half,
                    });
                }
                number += 1;
            }
        }
        let automaton = NFA::builder()
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .build(&patterns)
            .expect("a few thousand short patterns fit into an automaton");
        let mut starts = vec![0];
        for uses in &uses {
            starts.push(starts[starts.len() - 1] + u32::try_from(uses.len()).unwrap_or(0));
        }
        Matcher { automaton, starts, uses: uses.concat() }
    }

    /// Calls `found` with the index of each rule of which the phrases stand in the text, in no order, perhaps several times.
    pub(crate) fn each(&self, text: &[u8], progress: &mut Progress, mut found: impl FnMut(usize)) {
        progress.phrases.clear();
        progress.halves.clear();
        // By hand, and not by an iterator over matches: that starts anew at each of them, which costs a third of the time.
        let Ok(mut state) = self.automaton.start_state(Anchored::No) else { return };
        for (at, byte) in text.iter().enumerate() {
            state = self.automaton.next_state(Anchored::No, state, *byte);
            if !self.automaton.is_special(state) || !self.automaton.is_match(state) {
                continue;
            }
            let end = at + 1;
            let word_after = text.get(end).is_some_and(|byte| is_word(*byte));
            for index in 0..self.automaton.match_len(state) {
                let pattern = self.automaton.match_pattern(state, index);
                let start = end - self.automaton.pattern_len(pattern);
                let word_before = start > 0 && is_word(text[start - 1]);
                let pattern = pattern.as_usize();
                let uses = &self.uses[self.starts[pattern] as usize..self.starts[pattern + 1] as usize];
                for one in uses {
                    if one.bound_start && word_before || one.bound_end && word_after {
                        continue;
                    }
                    let whole = (one.place == 0 && one.last) || advance(&mut progress.phrases, one, start, end);
                    if whole && (one.half == 0 || both(&mut progress.halves, one)) {
                        found(usize::from(one.rule));
                    }
                }
            }
        }
    }
}

/// Whether a byte goes on with a word; `help_spam.html` does not speak of spam.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Takes note of a piece of a phrase that has several; whether the phrase is whole now.
fn advance(progress: &mut Vec<Begun>, piece: &Use, start: usize, end: usize) -> bool {
    let end = u32::try_from(end).unwrap_or(u32::MAX);
    let before = progress.iter().position(|one| one.phrase == piece.phrase);
    match (piece.place, before) {
        // The first place where a piece stands leaves most room for the others.
        (0, None) => progress.push(Begun { phrase: piece.phrase, place: 0, end }),
        (place, Some(at)) if progress[at].place + 1 == place && progress[at].end as usize <= start => {
            if piece.last {
                return true;
            }
            progress[at].place = place;
            progress[at].end = end;
        }
        _ => {}
    }
    false
}

/// Takes note of a phrase of a rule that needs two; whether both are there now.
fn both(halves: &mut Vec<(u16, u8)>, one: &Use) -> bool {
    match halves.iter_mut().find(|(rule, _)| *rule == one.rule) {
        Some((_, found)) => {
            *found |= one.half;
            *found == 3
        }
        None => {
            halves.push((one.rule, one.half));
            false
        }
    }
}
