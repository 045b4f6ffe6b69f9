//! Text for a terminal: wrapped to its width with wide characters counted, and in colour if that is wanted.

use std::fmt::Write as _;

use anstyle::AnsiColor;
use textwrap::wrap_algorithms::Penalties;
use textwrap::{Options, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;
use wirecodes::{Code, Comparison, Interpretation, Lang, Message, Outcome};

use crate::view::{self, Compared, Family, Side, SideText, associated, beside, facts, heading, views};

/// How to lay text out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    width: usize,
    colour: bool,
}

impl Style {
    /// Columns below which a layout makes no sense; narrower terminals break the lines themselves.
    const LEAST: usize = 40;

    /// Without colour, at most `width` columns wide.
    pub fn plain(width: usize) -> Style {
        Style { width: width.max(Style::LEAST), colour: false }
    }

    /// With colour, at most `width` columns wide.
    pub fn coloured(width: usize) -> Style {
        Style { width: width.max(Style::LEAST), colour: true }
    }

    fn paint(self, style: anstyle::Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn title(self, text: &str) -> String {
        self.paint(anstyle::Style::new().bold(), text)
    }

    pub(crate) fn section(self, text: &str) -> String {
        self.paint(AnsiColor::Cyan.on_default().bold(), text)
    }

    fn code(self, code: Code, text: &str) -> String {
        self.paint(colour(code.outcome()).on_default().bold(), text)
    }

    /// A text in the colour of an outcome.
    pub(crate) fn by_outcome(self, outcome: Option<Outcome>, text: &str) -> String {
        self.paint(colour(outcome).on_default().bold(), text)
    }

    pub(crate) const fn width(self) -> usize {
        self.width
    }

    fn faint(self, text: &str) -> String {
        self.paint(anstyle::Style::new().dimmed(), text)
    }
}

fn colour(outcome: Option<Outcome>) -> AnsiColor {
    match outcome {
        Some(Outcome::Success) => AnsiColor::Green,
        Some(Outcome::Transient) => AnsiColor::Yellow,
        Some(Outcome::Permanent | Outcome::Failure) => AnsiColor::Red,
        _ => AnsiColor::Blue,
    }
}

/// What is written so far.
pub(crate) struct Page {
    out: String,
    style: Style,
}

/// Even lines, but never one that is too long for the sake of evenness.
fn fit() -> WrapAlgorithm {
    WrapAlgorithm::OptimalFit(Penalties { overflow_penalty: 1_000_000, ..Penalties::new() })
}

impl Page {
    pub(crate) fn new(style: Style) -> Page {
        Page { out: String::new(), style }
    }

    /// `text` wrapped, each paragraph with `first` before its first line and `rest` before the others.
    pub(crate) fn wrap(&mut self, text: &str, first: &str, rest: &str) {
        for (index, paragraph) in text.lines().enumerate() {
            let first = if index == 0 { first } else { rest };
            // The last column stays free: some terminals break a line that fills it.
            let options = Options::new(self.style.width - 1)
                .initial_indent(first)
                .subsequent_indent(rest)
                .break_words(false)
                .wrap_algorithm(fit());
            for line in textwrap::wrap(paragraph, options) {
                self.out.push_str(line.trim_end());
                self.out.push('\n');
            }
        }
    }

    pub(crate) fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    pub(crate) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A line that is painted after it was wrapped, so that the escapes don't count.
    pub(crate) fn painted(&mut self, text: &str, paint: impl Fn(Style, &str) -> String) {
        for line in textwrap::wrap(text, Options::new(self.style.width - 1).subsequent_indent("  ")) {
            let painted = paint(self.style, &line);
            self.line(&painted);
        }
    }

    fn section(&mut self, heading: &str) {
        self.blank();
        self.painted(heading, Style::section);
    }

    /// A heading and a text under it; `note` says that the text is in another language.
    pub(crate) fn prose(&mut self, heading: &str, text: &str, note: Option<&str>) {
        let heading = note.map_or_else(|| heading.to_owned(), |note| format!("{heading} ({note})"));
        self.section(&heading);
        self.wrap(text, "  ", "  ");
    }

    /// Label and value in two columns.
    pub(crate) fn facts(&mut self, facts: &[(&str, String)]) {
        let widest = facts.iter().map(|(label, _)| label.width()).max().unwrap_or_default();
        for (label, value) in facts {
            let first = format!("  {label}{}  ", " ".repeat(widest - label.width()));
            let rest = " ".repeat(widest + 4);
            self.wrap(value, &first, &rest);
        }
    }

    fn references(&mut self, references: &[view::Reference], lang: Lang) {
        if references.is_empty() {
            return;
        }
        self.section(lang.message(Message::HeadingMore));
        for (document, sections) in by_document(references) {
            let sections: Vec<&str> = sections.iter().filter_map(|one| one.section).collect();
            let label =
                if sections.is_empty() { document.to_owned() } else { format!("{document}, {}", sections.join(", ")) };
            self.wrap(&label, "  ", "    ");
        }
        // The first address is enough on a terminal; the others are in JSON, Markdown and HTML.
        if let Some(first) = references.first() {
            let url = self.style.faint(first.url);
            self.line(&format!("  {url}"));
        }
    }

    pub(crate) fn done(self) -> String {
        self.out
    }
}

/// The references, document by document in the order of their first mention.
fn by_document(references: &[view::Reference]) -> Vec<(&'static str, Vec<&view::Reference>)> {
    let mut documents: Vec<(&'static str, Vec<&view::Reference>)> = Vec::new();
    for reference in references {
        match documents.iter_mut().find(|(document, _)| *document == reference.document) {
            Some((_, sections)) => sections.push(reference),
            None => documents.push((reference.document, vec![reference])),
        }
    }
    documents
}

/// A code with everything that is known of it.
pub fn code(code: Code, lang: Lang, style: Style) -> String {
    let view = view::Code::new(code, lang);
    let english = lang.message(Message::LabelEnglish);
    let note = |field: &str| view.untranslated.contains(&field).then_some(english);
    let mut page = Page::new(style);
    page.painted(&heading(code, lang), |style, line| style.code(code, line));
    page.wrap(&view.gist, "", "");
    if let Some(note) = &view.note {
        page.blank();
        page.wrap(note, "", "");
    }
    if let Some(phrase) = view.phrase {
        page.blank();
        let source = view.references.first().map_or(String::new(), |reference| format!(" ({})", reference.label()));
        page.wrap(&format!("\"{phrase}\"{source}"), "  ", "  ");
    }
    page.blank();
    page.facts(&facts(code, lang));
    let by_class = views(code, lang);
    if !by_class.is_empty() {
        page.section(lang.message(Message::HeadingViews));
        for (heading, gist) in by_class {
            page.wrap(&heading, "  ", "    ");
            page.wrap(gist, "    ", "    ");
        }
    }
    let sections = [
        ("description", Message::HeadingDescription, view.description.as_deref()),
        ("when", Message::HeadingWhen, view.when),
        ("fix", Message::HeadingFix, view.fix),
        ("use", Message::HeadingUse, view.use_),
    ];
    for (field, heading, text) in sections {
        page.prose(lang.message(heading), text.unwrap_or_default(), note(field));
    }
    if !view.meanings.is_empty() {
        page.section(lang.message(Message::HeadingMeanings));
        for meaning in &view.meanings {
            page.wrap(&meaning_heading(meaning, code, lang), "  ", "    ");
            page.wrap(meaning.text, "    ", "    ");
        }
    }
    if !view.examples.is_empty() {
        page.section(lang.message(Message::HeadingExamples));
        for example in &view.examples {
            page.wrap(example, "  ", "    ");
        }
    }
    if !view.related.is_empty() {
        page.section(lang.message(Message::HeadingRelated));
        for related in code.related() {
            if let Some(text) = related.text(lang) {
                let name = beside(related.code(), code);
                page.wrap(&format!("{name} ({})", related.kind().label(lang)), "  ", "    ");
                page.wrap(text, "    ", "    ");
            }
        }
        for (kind, codes) in associated(code, lang) {
            page.wrap(&format!("{kind}: {}", codes.join(lang.message(Message::ListComma))), "  ", "    ");
        }
    }
    page.references(&view.references, lang);
    page.done()
}

/// `STARTTLS: "TLS not available due to temporary reason" (RFC 3207, 4)`
fn meaning_heading(meaning: &view::Meaning, code: Code, lang: Lang) -> String {
    let mut heading = meaning_commands(code, &meaning.commands, lang);
    if let Some(phrase) = meaning.phrase {
        let _ = write!(heading, ": \"{phrase}\"");
    }
    let _ = write!(heading, " ({})", meaning.reference.label());
    heading
}

pub(crate) fn meaning_commands(code: Code, commands: &[&'static str], lang: Lang) -> String {
    let labels: Vec<&str> = commands
        .iter()
        .map(|command| match *command {
            "connect" => lang.message(Message::CommandConnect),
            "any" => lang.message(Message::CommandAny),
            "end-of-data" => lang.message(Message::CommandEndOfData),
            name => name,
        })
        .collect();
    if labels.is_empty() { code.as_str().to_owned() } else { labels.join(lang.message(Message::ListComma)) }
}

/// What can be said of a code that the dataset may not have.
pub fn interpretation(of: &Interpretation<'_>, lang: Lang, style: Style) -> String {
    if let Some(known) = of.code() {
        return code(known, lang, style);
    }
    let view = view::Code::interpreted(of, lang);
    let mut page = Page::new(style);
    page.painted(&format!("{} {of}", of.protocol().name()), Style::title);
    page.wrap(&view.gist, "", "");
    page.blank();
    page.wrap(view.description.as_deref().unwrap_or_default(), "  ", "  ");
    page.done()
}

/// Codes that share a class, a subject or both.
pub fn family(family: wirecodes::Family, lang: Lang, style: Style) -> String {
    let mut page = Page::new(style);
    page.painted(&Family::heading(family, lang), Style::title);
    page.wrap(&Family::new(family, lang).description, "", "");
    page.list(family.codes(), lang);
    page.done()
}

/// A comparison.
pub fn comparison(comparison: Comparison, lang: Lang, style: Style) -> String {
    let compared = Compared::new(comparison, lang);
    let sides = Side::both(comparison, lang);
    let english = lang.message(Message::LabelEnglish);
    let mut page = Page::new(style);
    for (side, code) in sides.iter().zip([comparison.a(), comparison.b()]) {
        page.painted(&side.heading, |style, line| style.code(code, line));
        page.wrap(side.gist.as_deref().unwrap_or_default(), "  ", "  ");
        page.wrap(side.note.as_deref().unwrap_or_default(), "  ", "  ");
    }
    page.blank();
    if let Some(relation) = &compared.relation {
        page.wrap(relation.text, "", "");
        page.blank();
    }
    page.wrap(&compared.summary, "", "");

    if !compared.differences.is_empty() {
        page.section(lang.message(Message::HeadingDifferences));
        for difference in &compared.differences {
            page.wrap(difference, "- ", "  ");
        }
    }
    if let [a, b] = &sides[..] {
        page.section(lang.message(Message::HeadingFacets));
        page.table(&compared, &a.name, &b.name);
        page.section(lang.message(Message::HeadingChoose));
        page.wrap(compared.choose.a, "- ", "  ");
        if compared.choose.a != compared.choose.b {
            page.wrap(compared.choose.b, "- ", "  ");
        }
        if let Some(note) = &compared.choose.note {
            page.wrap(note, "  ", "  ");
        }
    }
    for section in compared.sections(&sides, lang) {
        page.section(section.heading);
        for SideText { name, text, untranslated } in section.texts {
            let note = if untranslated { format!(" ({english})") } else { String::new() };
            page.line(&style.title(&format!("  {name}{note}")));
            page.wrap(&text, "    ", "    ");
        }
    }
    page.references(&compared.references, lang);
    page.done()
}

impl Page {
    /// The facets in three columns: what they are, and the two values; wrapped within their columns.
    fn table(&mut self, compared: &Compared, a: &str, b: &str) {
        let label = compared.facets.iter().map(|facet| facet.label.width()).max().unwrap_or_default();
        let column = (self.style.width - 1 - 2 - label) / 2 - 2;
        self.row("", a, b, label, column);
        for facet in &compared.facets {
            self.row(facet.label, &facet.a, &facet.b, label, column);
        }
    }

    fn row(&mut self, name: &str, a: &str, b: &str, label: usize, column: usize) {
        let (a, b) = (textwrap::wrap(a, column), textwrap::wrap(b, column));
        for index in 0..a.len().max(b.len()) {
            let cell =
                |lines: &[std::borrow::Cow<'_, str>]| lines.get(index).map_or(String::new(), ToString::to_string);
            let name = if index == 0 { name } else { "" };
            let (a, b) = (cell(&a), cell(&b));
            let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
            let line = format!("  {name}{}  {a}{}  {b}", pad(name, label), pad(&a, column));
            self.line(line.trim_end());
        }
    }
}

/// Codes as a list, a line or more each.
pub fn codes(codes: impl IntoIterator<Item = Code>, lang: Lang, style: Style) -> String {
    let mut page = Page::new(style);
    page.list(codes, lang);
    page.done()
}

impl Page {
    fn list(&mut self, codes: impl IntoIterator<Item = Code>, lang: Lang) {
        let page = self;
        let style = page.style;
        let codes: Vec<Code> = codes.into_iter().collect();
        let widest = codes.iter().map(|code| code.as_str().width()).max().unwrap_or_default();
        let mut protocol = None;
        for code in codes {
            if protocol != Some(code.protocol()) {
                page.blank();
                page.painted(code.protocol().title(lang), Style::section);
                protocol = Some(code.protocol());
            }
            let text = code.text(lang);
            let name = match (text.name, code.name()) {
                (Some(local), Some(name)) if local != name => format!("{name} / {local}"),
                (_, Some(name)) => name.to_owned(),
                _ => format!("({})", code.status().label(lang)),
            };
            let indent = " ".repeat(widest + 4);
            let pad = " ".repeat(widest - code.as_str().width());
            let mut lines = textwrap::wrap(&name, style.width.saturating_sub(widest + 5)).into_iter();
            let first = lines.next().unwrap_or_default();
            page.line(&format!("  {pad}{}  {}", style.code(code, code.as_str()), style.title(&first)));
            for line in lines {
                page.line(&format!("{indent}{}", style.title(&line)));
            }
            page.wrap(text.gist, &indent, &indent);
        }
    }
}
