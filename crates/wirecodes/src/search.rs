//! Search: for who has half a code or a word of it.

use crate::code::{Code, Meaning};
use crate::generated::{Lang, Protocol};
use crate::text::Text;

/// The codes that a query finds, best first: the exact code, then codes of the pattern (`45x`), then names, constants and
/// aliases, then prose, in every language that is compiled in. All words of the query must be found; the id of a protocol
/// narrows the search to it and its companion. Case does not matter. Of dotted codes the details are found, and a single
/// class where the query names it.
///
/// ```
/// use wirecodes::{search, smtp, grpc};
///
/// assert_eq!(search("450").next(), Some(smtp::MAILBOX_UNAVAILABLE));
/// assert!(search("45x").all(|code| code.as_str().starts_with("45")));
/// assert_eq!(search("grpc unavailable").next(), Some(grpc::UNAVAILABLE));
/// assert!(search("greylist").any(|code| code == smtp::MAILBOX_UNAVAILABLE));
/// assert_eq!(search("smtp 4.2.2").next().map(|code| code.as_str()), Some("4.2.2"));
/// assert_eq!(search("mailbox full").next().map(|code| code.as_str()), Some("X.2.2"));
/// assert_eq!(search("").count(), 0);
/// ```
pub fn search(query: &str) -> Search<'_> {
    Search { query, rank: Rank::ALL.len(), position: (0, 0) }.start()
}

/// What [`search`] finds; each code once.
#[derive(Debug, Clone)]
pub struct Search<'a> {
    query: &'a str,
    /// Index into [`Rank::ALL`] of the pass under way.
    rank: usize,
    /// The protocol and index of the next code to look at.
    position: (usize, usize),
}

/// How well a code fits; each pass over the codes yields those of one rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Exact,
    Pattern,
    WholeName,
    WholeAlias,
    Name,
    Prose,
}

impl Rank {
    const ALL: [Rank; 6] = [Rank::Exact, Rank::Pattern, Rank::WholeName, Rank::WholeAlias, Rank::Name, Rank::Prose];
}

impl<'a> Search<'a> {
    fn start(mut self) -> Self {
        // A query without words finds nothing rather than everything.
        if self.words().next().is_some() {
            self.rank = 0;
        }
        self
    }

    /// The words to be found: blanks and colons part them, and the ids of protocols are not among them.
    fn words(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        split(self.query).filter(|word| protocol(word).is_none())
    }

    fn protocol(&self) -> Option<Protocol> {
        split(self.query).find_map(protocol)
    }

    fn rank_of(&self, code: Code) -> Option<Rank> {
        let mut worst = Rank::Exact;
        for word in self.words() {
            worst = worst.max(rank_of_word(code, word)?);
        }
        // `mailbox unavailable` as a whole beats the two words somewhere in a name.
        if worst == Rank::Name {
            if code.name().is_some_and(|name| same_words(name, self.words())) {
                worst = Rank::WholeName;
            } else if code.aliases().iter().any(|alias| same_words(alias, self.words())) {
                worst = Rank::WholeAlias;
            }
        }
        Some(worst)
    }
}

impl Iterator for Search<'_> {
    type Item = Code;

    fn next(&mut self) -> Option<Code> {
        while let Some(&rank) = Rank::ALL.get(self.rank) {
            while let Some(&protocol) = Protocol::ALL.get(self.position.0) {
                let wanted =
                    self.protocol().is_none_or(|only| only == protocol || only.table().companion == Some(protocol));
                let code = wanted.then(|| Code::in_row(protocol, self.position.1)).flatten();
                let Some(code) = code else {
                    self.position = (self.position.0 + 1, 0);
                    continue;
                };
                self.position.1 += 1;
                if self.rank_of(code) == Some(rank) {
                    return Some(code);
                }
            }
            self.rank += 1;
            self.position = (0, 0);
        }
        None
    }
}

fn split(query: &str) -> impl Iterator<Item = &str> {
    query.split(|c: char| c.is_whitespace() || c == ':').filter(|word| !word.is_empty())
}

fn protocol(word: &str) -> Option<Protocol> {
    word.parse().ok()
}

fn rank_of_word(code: Code, word: &str) -> Option<Rank> {
    // A view is found by its number only: by its names and words the detail is.
    let is_view = code.detail().is_some_and(|detail| detail != code);
    if code.as_str().eq_ignore_ascii_case(word)
        || !is_view && code.constant().is_some_and(|constant| constant.eq_ignore_ascii_case(word))
    {
        return Some(Rank::Exact);
    }
    if is_pattern(word) {
        return (fits(code.as_str(), word) && code.is_in_use()).then_some(Rank::Pattern);
    }
    if is_view {
        return None;
    }
    if names(code).any(|name| contains(name, word)) || local_names(code).any(|name| contains(name, word)) {
        return Some(Rank::Name);
    }
    let in_prose = Lang::ALL.iter().filter(|lang| lang.is_available()).any(|lang| {
        let views = code.views().filter(|view| view.text_index() != code.text_index());
        let texts = core::iter::once(code).chain(views).map(|code| code.text(*lang));
        texts.flat_map(|text| prose(&text)).any(|text| contains(text, word))
            || code.meanings().any(|meaning| contains(meaning.text(*lang), word))
    });
    let in_phrase = || {
        let phrases = code.phrase().into_iter().chain(code.meanings().filter_map(Meaning::phrase));
        phrases.chain(code.vendor()).any(|phrase| contains(phrase, word))
    };
    (in_prose || in_phrase()).then_some(Rank::Prose)
}

fn names(code: Code) -> impl Iterator<Item = &'static str> {
    code.name().into_iter().chain(code.constant()).chain(code.aliases().iter().copied())
}

fn local_names(code: Code) -> impl Iterator<Item = &'static str> {
    Lang::ALL.iter().filter(|lang| lang.is_available()).filter_map(move |lang| code.text(*lang).name)
}

fn prose(text: &Text) -> [&'static str; 6] {
    [text.gist, text.description, text.when, text.fix, text.use_, text.choose]
}

/// Digits with `x`, `y` or `z` for any: `45x`, `4yz`, `X.7.x`.
fn is_pattern(word: &str) -> bool {
    let wild = |byte: u8| matches!(byte.to_ascii_lowercase(), b'x' | b'y' | b'z');
    word.bytes().all(|byte| wild(byte) || byte.is_ascii_digit() || byte == b'.')
        && word.bytes().any(wild)
        && word.bytes().any(|byte| byte.is_ascii_digit())
}

fn fits(code: &str, pattern: &str) -> bool {
    code.len() == pattern.len()
        && code
            .bytes()
            .zip(pattern.bytes())
            .all(|(have, want)| have == want || (want.is_ascii_alphabetic() && have != b'.'))
}

/// Whether the words of `name` are exactly `words`.
fn same_words<'a>(name: &'a str, words: impl Iterator<Item = &'a str>) -> bool {
    name.split_ascii_whitespace().map(Folded).eq(words.map(Folded))
}

/// A word that is compared without regard to ASCII case.
struct Folded<'a>(&'a str);

impl PartialEq for Folded<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

/// Whether `text` contains `word` without regard to ASCII case.
fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}
