//! Explanations of replies for a terminal: one on a line, one in full, a reason, and the summary of many.

use std::collections::HashMap;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wirecodes::reply::Reply;
use wirecodes::{Actor, Lang, Message, Outcome, Protocol};
use wirecodes_explain::{Counts, Explanation, Reason};

use crate::text::{Page, Style};
use crate::view::heading;

/// An explanation on one line: the number of the line, codes, reason, outcome, and then the text as far as it fits.
///
/// `cut` says that lines may not be longer than the style is wide.
pub fn line(line: u64, text: &str, explanation: &Explanation<'_>, lang: Lang, style: Style, cut: bool) -> String {
    let code = explanation.number().map_or_else(String::new, |number| format!("{number:03}"));
    let enhanced = explanation.enhanced().map_or_else(String::new, |enhanced| enhanced.to_string());
    let reason = explanation.reason().map_or("-", Reason::id);
    let outcome = explanation.outcome().map_or("-", Outcome::id);
    let damaged = if explanation.notes().is_damaged() {
        format!(" ({})", lang.message(Message::ExplainDamaged))
    } else {
        String::new()
    };
    let start = format!("{line:>6}  {code:3} {enhanced:7} {reason:22} {outcome:9}{damaged} ");
    let words = text_words(text, explanation);
    let rest = if cut { fit(&words, style.width().saturating_sub(start.width() + 1)) } else { &words };
    let painted = style.by_outcome(explanation.outcome(), reason);
    format!("{} {rest}\n", start.replacen(reason, &painted, 1))
}

/// The text without the codes that stand in columns of their own.
fn text_words(text: &str, explanation: &Explanation<'_>) -> String {
    let lines = text.lines().map(|line| {
        let line = line.trim();
        let line = match explanation.number() {
            Some(number) => {
                let code = format!("{number:03}");
                line.strip_prefix(&code).map_or(line, |rest| rest.trim_start_matches(['-', ' ']))
            }
            None => line,
        };
        match explanation.enhanced() {
            Some(enhanced) => line.strip_prefix(&enhanced.to_string()).map_or(line, str::trim_start),
            None => line,
        }
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// As much of a text as fits into `width` columns.
fn fit(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > width {
            return &text[..at];
        }
    }
    text
}

/// An explanation with all that there is to say.
pub fn full(reply: &Reply<'_>, explanation: &Explanation<'_>, lang: Lang, style: Style) -> String {
    let mut page = Page::new(style);
    let title =
        explanation.reason().map_or_else(|| lang.message(Message::ExplainNone), |reason| reason.text(lang).name);
    page.painted(title, |style, text| style.by_outcome(explanation.outcome(), text));
    if let Some(reason) = explanation.reason() {
        page.wrap(reason.text(lang).gist, "", "");
    }
    page.blank();
    for line in reply.to_string().lines() {
        page.wrap(line, "  ", "    ");
    }
    page.blank();
    page.facts(&facts(explanation, lang));
    if !explanation.notes().is_empty() {
        page.blank();
        for note in explanation.notes().iter() {
            page.wrap(note.label(lang), "  ", "  ");
        }
    }
    if let Some(reason) = explanation.reason() {
        texts(&mut page, reason, lang, false);
    } else {
        for code in [explanation.enhanced_code(), explanation.code()].into_iter().flatten() {
            page.prose(&heading(code, lang), code.text(lang).description, None);
        }
    }
    page.done()
}

fn facts<'l>(explanation: &Explanation<'_>, lang: Lang) -> Vec<(&'l str, String)> {
    let mut facts = Vec::new();
    let code = |code: Option<wirecodes::Code>, bare: String| match code {
        Some(code) => {
            format!("{bare} {}", code.text(lang).name.or(code.name()).unwrap_or_default()).trim_end().to_owned()
        }
        None => bare,
    };
    let codes: Vec<String> = [
        explanation.number().map(|number| code(explanation.code(), format!("{number:03}"))),
        explanation.enhanced().map(|enhanced| code(explanation.enhanced_code(), enhanced.to_string())),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !codes.is_empty() {
        facts.push((lang.message(Message::HeadingCodes), codes.join(lang.message(Message::ListComma))));
    }
    if let Some(outcome) = explanation.outcome() {
        facts.push((lang.message(Message::ExplainOutcome), outcome.label(lang).to_owned()));
    }
    if let Some(retry) = explanation.retry() {
        let mut text = retry.label(lang).to_owned();
        if let Some(delay) = explanation.retry_after() {
            let wait = lang.message(Message::ExplainWait).replace("{seconds}", &delay.as_secs().to_string());
            text = if lang.has_spaces() { format!("{text}. {wait}") } else { format!("{text}。{wait}") };
        }
        facts.push((lang.message(Message::FacetRetry), text));
    }
    if !explanation.actors().is_empty() {
        facts.push((lang.message(Message::ExplainAct), actors(explanation.actors(), lang)));
    }
    facts.push((lang.message(Message::ExplainSuppress), explanation.suppress().label(lang).to_owned()));
    if let Some(evidence) = explanation.evidence() {
        let mut text = evidence.label(lang).to_owned();
        if let Some(rule) = explanation.rule() {
            let rule_text = lang.message(Message::ExplainRule).replace("{rule}", rule.id());
            let from = if rule.from().is_empty() { String::new() } else { format!(": {}", rule.from().join(", ")) };
            text = format!("{text} ({rule_text}{from})");
        }
        facts.push((lang.message(Message::ExplainFrom), text));
    }
    facts
}

fn actors(actors: &[Actor], lang: Lang) -> String {
    let labels: Vec<&str> = actors.iter().map(|actor| Protocol::Smtp.actor(*actor, lang)).collect();
    labels.join(lang.message(Message::ListComma))
}

/// The longer texts of a reason under their headings, and whether each is of use to whoever has a reply at hand.
pub(crate) fn sections(reason: &Reason, lang: Lang) -> impl Iterator<Item = (&'static str, &str, bool)> {
    let text = reason.text(lang);
    let all = [
        (Message::HeadingDescription, text.description, true),
        (Message::ExplainWhen, text.when, false),
        (Message::HeadingFix, text.fix, true),
        (Message::ExplainAgain, text.again, true),
        (Message::ExplainUse, text.use_, false),
    ];
    all.into_iter()
        .filter(|(_, text, _)| !text.is_empty())
        .map(move |(heading, text, always)| (lang.message(heading), text, always))
}

fn texts(page: &mut Page, reason: &Reason, lang: Lang, whole: bool) {
    for (heading, text, always) in sections(reason, lang) {
        if always || whole {
            page.prose(heading, text, None);
        }
    }
}

/// A reason with all that there is to say.
pub fn reason(reason: &Reason, lang: Lang, style: Style) -> String {
    let mut page = Page::new(style);
    page.painted(&format!("{} ({})", reason.text(lang).name, reason.id()), |style, text| {
        style.by_outcome(reason.outcome(), text)
    });
    page.wrap(reason.text(lang).gist, "", "");
    page.blank();
    page.facts(&reason_facts(reason, lang));
    texts(&mut page, reason, lang, true);
    page.done()
}

/// What is the same for all replies with a reason, each with its label.
pub(crate) fn reason_facts(reason: &Reason, lang: Lang) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (lang.message(Message::FacetRetry), reason.retry().label(lang).to_owned()),
        (lang.message(Message::ExplainAct), actors(reason.actors(), lang)),
        (lang.message(Message::ExplainSuppress), reason.suppress().label(lang).to_owned()),
        (lang.message(Message::HeadingCodes), reason.codes().join(lang.message(Message::ListComma))),
    ];
    let sparkpost: Vec<String> = reason.sparkpost().iter().map(|number| format!("SparkPost {number}")).collect();
    let others: Vec<String> = sparkpost
        .into_iter()
        .chain(reason.sisimai().map(|name| format!("Sisimai {name}")))
        .chain(reason.kumomta().map(|name| format!("KumoMTA {name}")))
        .collect();
    if !others.is_empty() {
        facts.push((lang.message(Message::ExplainElsewhere), others.join(lang.message(Message::ListComma))));
    }
    if let Some(outcome) = reason.outcome() {
        facts.insert(0, (lang.message(Message::ExplainOutcome), outcome.label(lang).to_owned()));
    }
    facts
}

/// Reasons, one on a line.
pub fn reasons<'r>(reasons: impl IntoIterator<Item = &'r Reason>, lang: Lang, style: Style) -> String {
    let mut page = Page::new(style);
    for reason in reasons {
        let id = format!("{:23} ", reason.id());
        page.wrap(reason.text(lang).gist, &id, &" ".repeat(24));
    }
    page.done()
}

/// What many replies came to.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// By the id of the reason, empty for none: its name in the language, and the count.
    reasons: HashMap<String, (String, u64)>,
    transient: u64,
    permanent: u64,
    damaged: u64,
}

impl Summary {
    /// Counts an explanation.
    pub fn add(&mut self, explanation: &Explanation<'_>, lang: Lang) {
        match explanation.outcome() {
            Some(Outcome::Transient) => self.transient += 1,
            Some(Outcome::Permanent) => self.permanent += 1,
            _ => {}
        }
        self.damaged += u64::from(explanation.notes().is_damaged());
        let id = explanation.reason().map_or("", Reason::id);
        match self.reasons.get_mut(id) {
            Some((_, count)) => *count += 1,
            None => {
                let name = explanation
                    .reason()
                    .map_or_else(|| lang.message(Message::ExplainNone), |reason| reason.text(lang).name);
                self.reasons.insert(id.to_owned(), (name.to_owned(), 1));
            }
        }
    }

    /// How many were counted.
    pub fn replies(&self) -> u64 {
        self.reasons.values().map(|(_, count)| count).sum()
    }

    /// The table, most frequent first, each with a bar; and the totals.
    pub fn text(&self, counts: Counts, lang: Lang, style: Style) -> String {
        let mut page = Page::new(style);
        let replies = self.replies();
        let filled = |message: Message| {
            lang.message(message)
                .replace("{replies}", &replies.to_string())
                .replace("{lines}", &counts.lines.to_string())
                .replace("{transient}", &self.transient.to_string())
                .replace("{permanent}", &self.permanent.to_string())
                .replace("{damaged}", &self.damaged.to_string())
                .replace("{passed}", &counts.passed.to_string())
        };
        if replies == 0 {
            page.wrap(&filled(Message::ExplainNothing), "", "");
        } else {
            let mut rows: Vec<_> = self.reasons.iter().collect();
            rows.sort_by(|(a, (_, few)), (b, (_, many))| many.cmp(few).then_with(|| a.cmp(b)));
            let headings = [Message::ExplainReason, Message::ExplainCount, Message::ExplainShare]
                .map(|message| lang.message(message));
            let widest =
                rows.iter().map(|(_, (name, _))| name.width()).chain([headings[0].width()]).max().unwrap_or_default();
            let digits = replies.to_string().len().max(headings[1].width());
            let share_width = headings[2].width().max(7);
            let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
            page.painted(
                &format!(
                    "{}{}  {}{}  {}{}",
                    headings[0],
                    pad(headings[0], widest),
                    pad(headings[1], digits),
                    headings[1],
                    pad(headings[2], share_width),
                    headings[2]
                ),
                Style::section,
            );
            let room = style.width().saturating_sub(widest + digits + share_width + 8).clamp(5, 40);
            let most = rows.first().map_or(1, |(_, (_, count))| *count);
            for (_, (name, count)) in rows {
                let share = format!("{:.1} %", 100.0 * *count as f64 / replies as f64);
                // A bar is never empty: one is seen at a thousand times the next.
                let bar = "█".repeat(((*count as f64 / most as f64 * room as f64).round() as usize).max(1));
                page.line(&format!("{name}{}  {count:>digits$}  {share:>share_width$}  {bar}", pad(name, widest)));
            }
            page.blank();
            page.wrap(&filled(Message::ExplainTotal), "", "");
        }
        if counts.passed > 0 {
            page.wrap(&filled(Message::ExplainPassed), "", "");
        }
        page.done()
    }
}
