//! From a reply to an explanation: the rules, in the order of what proves most.
//!
//! 1. The first rule of the list that fits, by the words of the reply and its codes, or by codes alone.
//! 2. Failing that, the class of the code: there is no reason then, and the advice is that of the code's entry.

use std::cell::RefCell;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use wirecodes::reply::{self, Enhanced, Reply};
use wirecodes::{Code, Outcome, Retry};
use wirecodes_rules::{Fault, Faults};

use crate::explanation::Explanation;
use crate::kinds::{Evidence, Note, Notes, Suppress};
use crate::matcher::{Matcher, Progress};
use crate::memo::Memo;
use crate::reason::{Reason, Rule};
use crate::scan::Found;
use crate::{delay, generated, haystack};

/// Explains replies by a list of rules: those of the dataset, and with them those of users' files.
///
/// ```
/// use wirecodes_explain::{Explainer, RuleFile};
///
/// let own = RuleFile::parse(
///     "own.toml",
///     r#"
/// [[rule]]
/// id = "our-gateway"
/// reason = "policy"
/// phrases = ["refused by gateway 7"]
/// examples = ["550 Refused by gateway 7"]
/// "#,
/// )?;
/// let explainer = Explainer::with_rules(&[own], &[])?;
/// let explanation = explainer.explain(b"550 5.1.1 Refused by gateway 7: user unknown");
/// assert_eq!(explanation.rule().map(|rule| rule.id()), Some("our-gateway"));
/// # Ok::<(), wirecodes_explain::Faults>(())
/// ```
#[derive(Debug, Clone)]
pub struct Explainer {
    /// Which list of rules it is: what was decided by another one does not count.
    id: u64,
    reasons: Vec<Reason>,
    rules: Vec<Rule>,
    matcher: Matcher,
    /// Rules without phrases.
    by_codes: Vec<usize>,
}

/// A file of rules, and perhaps of reasons, that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFile {
    name: String,
    file: wirecodes_rules::File,
}

impl RuleFile {
    /// Reads one, of the form that `data/reasons.toml` has; `name` is what faults call it.
    ///
    /// # Errors
    ///
    /// All that is wrong, each with its line.
    pub fn parse(name: &str, text: &str) -> Result<RuleFile, Faults> {
        wirecodes_rules::parse(name, text).map(|file| RuleFile { name: name.to_owned(), file })
    }

    /// What faults call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

static BUILTIN: LazyLock<Explainer> = LazyLock::new(|| {
    let reasons = generated::REASONS.iter().enumerate().map(|(place, row)| Reason::from_table(place, row)).collect();
    Explainer::new(reasons, generated::RULES.iter().map(Rule::from_table).collect())
});

/// Buffers, so that explaining a reply allocates nothing, and what was decided before.
#[derive(Debug, Default)]
struct Scratch {
    text: Vec<u8>,
    progress: Progress,
    memo: Memo,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl Explainer {
    /// The one with the rules of the dataset. It is made when it is first asked for, which takes a few milliseconds.
    #[must_use]
    pub fn builtin() -> &'static Explainer {
        &BUILTIN
    }

    /// One with users' rules `before` those of the dataset, which they overrule, and `after` them, where they add what the dataset
    /// does not know. The reasons that they name are those of the dataset and of any of the files.
    ///
    /// # Errors
    ///
    /// When a rule names a reason that there isn't, or a reason or rule has the id of another.
    pub fn with_rules(before: &[RuleFile], after: &[RuleFile]) -> Result<Explainer, Faults> {
        let mut faults = Vec::new();
        let mut reasons = Explainer::builtin().reasons.clone();
        for own in before.iter().chain(after) {
            for reason in &own.file.reasons {
                if reasons.iter().any(|other| other.id() == reason.id) {
                    faults.push(Fault::new(
                        &own.name,
                        reason.line,
                        format!("there is a reason `{}` already", reason.id),
                    ));
                }
                reasons.push(Reason::from_file(reason));
            }
        }
        let mut rules: Vec<Rule> = Vec::new();
        let mut add = |files: &[RuleFile], rules: &mut Vec<Rule>| {
            for own in files {
                for rule in &own.file.rules {
                    let taken = rules.iter().chain(&Explainer::builtin().rules).any(|other| other.id() == rule.id);
                    if taken {
                        faults.push(Fault::new(&own.name, rule.line, format!("there is a rule `{}` already", rule.id)));
                    }
                    let place = rule.reason.as_ref().map(|id| reasons.iter().position(|reason| reason.id() == id));
                    if place == Some(None) {
                        let id = rule.reason.as_deref().unwrap_or_default();
                        let message = format!(
                            "the reason `{id}` of [[rule]] `{}` is neither in the dataset nor in the files",
                            rule.id
                        );
                        faults.push(Fault::new(&own.name, rule.line, message));
                    }
                    rules.push(Rule::from_file(rule, place.flatten()));
                }
            }
        };
        add(before, &mut rules);
        rules.extend(Explainer::builtin().rules.iter().cloned());
        add(after, &mut rules);
        match Faults::new(faults) {
            Some(faults) => Err(faults),
            None => Ok(Explainer::new(reasons, rules)),
        }
    }

    fn new(reasons: Vec<Reason>, rules: Vec<Rule>) -> Explainer {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Explainer {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            matcher: Matcher::new(rules.iter().map(|rule| [rule.phrases.as_slice(), &rule.also])),
            by_codes: (0..rules.len()).filter(|index| rules[*index].phrases.is_empty()).collect(),
            reasons,
            rules,
        }
    }

    /// The reasons, those of the dataset first.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// The rules, in the order in which they are tried.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The reason that a rule of this list gives; none if it tells only for how long.
    #[must_use]
    pub fn reason_of(&self, rule: &Rule) -> Option<&Reason> {
        self.reasons.get(rule.reason?)
    }

    /// Reads and explains a reply, in any of the forms that [`wirecodes::reply::read`] reads.
    #[must_use]
    pub fn explain(&self, bytes: &[u8]) -> Explanation<'_> {
        self.explain_reply(&reply::read(bytes))
    }

    /// Explains a reply that was read.
    #[must_use]
    pub fn explain_reply(&self, reply: &Reply<'_>) -> Explanation<'_> {
        SCRATCH.with_borrow_mut(|scratch| self.decide(reply, scratch))
    }

    /// Reads and explains a reply that a [`Scanner`](crate::Scanner) found.
    #[must_use]
    pub fn explain_found<'a>(&self, found: &Found<'a>) -> (Reply<'a>, Explanation<'_>) {
        let reply = reply::read(found.bytes);
        let mut explanation = self.explain_reply(&reply);
        if found.cut {
            explanation.notes.add(Note::Cut);
        }
        (reply, explanation)
    }

    /// The rules that would give a reply a reason, by its text or its codes, in their order; the first of them decides.
    #[must_use]
    pub fn matching_rules(&self, bytes: &[u8]) -> Vec<&Rule> {
        let reply = reply::read(bytes);
        let mut text = Vec::new();
        haystack::write(&reply, &mut text);
        let enhanced = enhanced_of(&reply, &text);
        let mut found = Vec::new();
        self.matcher.each(&text, &mut Progress::default(), |index| found.push(index));
        found.extend(&self.by_codes);
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .map(|index| &self.rules[index])
            .filter(|rule| rule.reason.is_some() && rule.fits(reply.number(), enhanced.map(parts)))
            .collect()
    }

    fn decide(&self, reply: &Reply<'_>, Scratch { text, progress, memo }: &mut Scratch) -> Explanation<'_> {
        let number = reply.number();
        let mut notes = Notes::of(reply.faults());
        let class = reply.class().filter(|class| (1..=5).contains(class));
        if class.is_some_and(|class| class < 4) {
            return settled(reply, notes);
        }
        text.clear();
        haystack::write(reply, text);
        let enhanced = enhanced_of(reply, text);
        let codes = (number, enhanced.map(parts));
        let found = memo.get(self.id, codes, text, || self.find(codes.0, codes.1, text, progress));
        let reason = found.rule.and_then(|rule| self.rules[rule].reason).map(|reason| &self.reasons[reason]);
        let rule = found.rule.map(|rule| &self.rules[rule]);

        let coded = class.or(enhanced.map(|enhanced| enhanced.class)).and_then(outcome_of);
        // What the text says counts only where the text was what decided, or says just that.
        let said = rule
            .and_then(Rule::outcome)
            .or_else(|| {
                reason.filter(|_| found.evidence == Evidence::Text || coded.is_none()).and_then(Reason::outcome)
            })
            .or(found.outcome);
        // A log tells of a connection refused without a code: then it is what such a failure is most of the time.
        let outcome = said.or(coded).or_else(|| reason.and_then(Reason::usual_outcome));
        match (coded, outcome) {
            (Some(Outcome::Permanent), Some(Outcome::Transient)) => notes.add(Note::TextSaysLater),
            (Some(Outcome::Transient), Some(Outcome::Permanent)) => notes.add(Note::TextSaysNever),
            _ => {}
        }
        let mut explanation = Explanation {
            number,
            enhanced,
            command: reply.command(),
            reason,
            rule,
            outcome,
            evidence: match (rule, class) {
                (Some(_), _) => Some(found.evidence),
                (None, Some(_)) => Some(Evidence::Class),
                (None, None) => None,
            },
            retry: None,
            retry_after: None,
            suppress: Suppress::No,
            notes,
        };
        let advice = |code: Option<Code>| code.and_then(Code::retry);
        (explanation.retry, explanation.suppress) = match outcome {
            Some(Outcome::Transient) => {
                (Some(Retry::Later), reason.map_or(Suppress::No, |reason| reason.suppress().min_once()))
            }
            Some(Outcome::Permanent) => (
                reason
                    .map(Reason::retry)
                    .or_else(|| advice(explanation.enhanced_code()))
                    .or_else(|| advice(explanation.code()))
                    .or(Some(Retry::AfterChange)),
                reason.map_or(Suppress::IfRepeated, Reason::suppress),
            ),
            _ => (reason.map(Reason::retry), reason.map_or(Suppress::No, |reason| reason.suppress().min_once())),
        };
        if outcome == Some(Outcome::Transient) {
            explanation.retry_after = found.retry_after;
        }
        explanation
    }

    fn find(&self, number: Option<u16>, enhanced: Option<[u16; 3]>, text: &[u8], progress: &mut Progress) -> Decision {
        let (mut best, mut hint) = (usize::MAX, usize::MAX);
        let mut consider = |index: usize| {
            let rule = &self.rules[index];
            let first = if rule.reason.is_some() { &mut best } else { &mut hint };
            if index < *first && rule.fits(number, enhanced) {
                *first = index;
            }
        };
        self.matcher.each(text, progress, &mut consider);
        self.by_codes.iter().copied().for_each(consider);
        Decision {
            rule: self.rules.get(best).map(|_| best),
            evidence: self.rules.get(best).map_or(Evidence::Reply, Rule::evidence),
            outcome: self.rules.get(hint).and_then(Rule::outcome),
            retry_after: str::from_utf8(text).ok().and_then(delay::find),
        }
    }
}

/// What the rules say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decision {
    rule: Option<usize>,
    evidence: Evidence,
    /// From a rule that tells only for how long.
    outcome: Option<Outcome>,
    /// The time that the text names.
    retry_after: Option<Duration>,
}

/// A reply that asks for nothing: it was a success, or wants the next part.
fn settled<'e>(reply: &Reply<'_>, notes: Notes) -> Explanation<'e> {
    let outcome = reply.class().and_then(outcome_of);
    Explanation {
        number: reply.number(),
        enhanced: reply.enhanced(),
        command: reply.command(),
        reason: None,
        rule: None,
        outcome,
        evidence: Some(Evidence::Class),
        retry: Some(Retry::NotNeeded),
        retry_after: None,
        suppress: Suppress::No,
        notes,
    }
}

/// What a class says.
fn outcome_of(class: u16) -> Option<Outcome> {
    Some(match class {
        1 => Outcome::Informational,
        2 => Outcome::Success,
        3 => Outcome::Intermediate,
        4 => Outcome::Transient,
        5 => Outcome::Permanent,
        _ => return None,
    })
}

fn parts(enhanced: Enhanced) -> [u16; 3] {
    [enhanced.class, enhanced.subject, enhanced.detail]
}

/// The enhanced code: where it belongs, or where qmail (`(#5.1.1)`) and Cisco (`#5.7.1`) write it.
fn enhanced_of(reply: &Reply<'_>, text: &[u8]) -> Option<Enhanced> {
    reply.enhanced().or_else(|| {
        let at = memchr::memchr(b'#', text)?;
        let text = str::from_utf8(&text[at + 1..]).ok()?;
        let mut numbers = text.split(|c: char| !c.is_ascii_digit() && c != '.').next()?.split('.');
        let mut next = || numbers.next().filter(|part| part.len() < 4).and_then(|part| part.parse().ok());
        let enhanced = Enhanced { class: next()?, subject: next()?, detail: next()? };
        let agrees = reply.number().is_none_or(|number| number / 100 == enhanced.class);
        (matches!(enhanced.class, 4 | 5) && agrees && numbers.next().is_none()).then_some(enhanced)
    })
}
