//! The documented JSON form of codes and comparisons, as structs; every format is made from these.
//!
//! Every key is always there, null where there is nothing to say. `lang` is the language that the texts are in.

use serde::Serialize;
use wirecodes::{Comparison, Interpretation, Lang, Message};

/// A code, known or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Code {
    /// Id of the protocol.
    pub protocol: &'static str,
    /// As on the wire.
    pub code: String,
    /// The number, in protocols whose codes are numbers.
    pub number: Option<u16>,
    /// Our short English name.
    pub name: Option<&'static str>,
    /// The name in `lang`; null if that is English.
    pub local_name: Option<&'static str>,
    /// The name of the constant.
    pub constant: Option<&'static str>,
    /// Other names.
    pub aliases: Vec<&'static str>,
    /// One sentence: what this code says.
    pub gist: String,
    /// The specification's own words.
    pub phrase: Option<&'static str>,
    /// The class.
    pub class: Option<Group>,
    /// Id of the outcome.
    pub outcome: Option<&'static str>,
    /// Id of the status; null for a code that is not registered.
    pub status: Option<&'static str>,
    /// For an unofficial code: whose it is.
    pub vendor: Option<&'static str>,
    /// Id of the retry advice.
    pub retry: Option<&'static str>,
    /// Ids of who can act, most likely first.
    pub actors: Vec<&'static str>,
    /// Id of what happens to the session.
    pub connection: Option<&'static str>,
    /// The commands that it answers; null in protocols without commands.
    pub commands: Option<Vec<&'static str>>,
    /// Meanings that documents give it for particular commands.
    pub meanings: Vec<Meaning>,
    /// What it means.
    pub description: Option<String>,
    /// When one sees it.
    pub when: Option<&'static str>,
    /// What to do about it.
    pub fix: Option<&'static str>,
    /// When a server should send it.
    #[serde(rename = "use")]
    pub use_: Option<&'static str>,
    /// One sentence for comparisons.
    pub choose: Option<&'static str>,
    /// Where it is defined.
    pub references: Vec<Reference>,
    /// Codes that it is related to.
    pub related: Vec<Related>,
    /// Replies on the wire.
    pub examples: Vec<&'static str>,
    /// Whether the dataset has it.
    pub registered: bool,
    /// The language that the texts are in.
    pub lang: &'static str,
    /// The subject.
    pub subject: Option<Group>,
    /// The fields that are in English although `lang` is another language.
    pub untranslated: Vec<&'static str>,
    /// For a dotted code: the digits of the classes with which its detail makes sense; null in other protocols.
    pub classes: Option<Vec<&'static str>>,
    /// Where the document itself limits the detail to those classes.
    pub limited_by: Option<Reference>,
    /// What is to be known of a dotted code whose class is not one of those.
    pub note: Option<String>,
}

/// A class or subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Group {
    /// As the specification writes it.
    pub id: &'static str,
    /// The specification's name.
    pub name: &'static str,
    /// The name in the language; null if that is English.
    pub local_name: Option<&'static str>,
}

/// A meaning that a document gives a code for particular commands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Meaning {
    /// The commands it answers there.
    pub commands: Vec<&'static str>,
    /// The document's words.
    pub phrase: Option<&'static str>,
    /// Where that is defined.
    pub reference: Reference,
    /// What it means there.
    pub text: &'static str,
    /// The outcome, if it differs from the code's own.
    pub outcome: Option<&'static str>,
    /// The retry advice, if it differs from the code's own.
    pub retry: Option<&'static str>,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reference {
    /// Id of the document.
    pub document: &'static str,
    /// Number of the section; null if the document has none.
    pub section: Option<&'static str>,
    /// Where to read it.
    pub url: &'static str,
    /// A few of the document's own words.
    pub says: Option<&'static str>,
}

/// A code that another one is related to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Related {
    /// Id of its protocol.
    pub protocol: &'static str,
    /// The other code; the constant where several entries have the same code.
    pub code: &'static str,
    /// Id of what the other is to this one.
    pub kind: &'static str,
    /// How the two differ; null for a reply code and an enhanced code that go together, where no more is to be said.
    pub text: Option<&'static str>,
}

/// Two codes against each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Compared {
    /// The first code.
    pub a: Code,
    /// The second code.
    pub b: Code,
    /// The language that the texts are in.
    pub lang: &'static str,
    /// One or two sentences that say what sets them apart.
    pub summary: String,
    /// The pair's hand-written relation.
    pub relation: Option<Relation>,
    /// The properties side by side.
    pub facets: Vec<Facet>,
    /// The differences, what matters most first.
    pub differences: Vec<String>,
    /// When to use which.
    pub choose: Choice,
    /// The references of both, each once.
    pub references: Vec<Reference>,
    /// For a reply code and an enhanced code: how they go together in one reply.
    pub pairing: Option<Pairing>,
}

/// How a reply code and an enhanced code go together in one reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Pairing {
    /// Id of how they do.
    pub kind: &'static str,
    /// Of two that contradict each other, the one to believe: `smtp:550`.
    pub believe: Option<String>,
}

/// Codes that share a class, a subject or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Family {
    /// Id of the protocol.
    pub protocol: &'static str,
    /// What they share: `5.7`, `45z`.
    pub family: String,
    /// The class.
    pub class: Option<Group>,
    /// The subject.
    pub subject: Option<Group>,
    /// Id of the outcome that the class decides.
    pub outcome: Option<&'static str>,
    /// Id of the retry advice that the class decides.
    pub retry: Option<&'static str>,
    /// What class and subject say.
    pub description: String,
    /// Its codes.
    pub codes: Vec<&'static str>,
    /// The language that the texts are in.
    pub lang: &'static str,
}

/// The hand-written relation of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Relation {
    /// Id of what the second is to the first.
    pub kind: &'static str,
    /// How the two differ and how to choose.
    pub text: &'static str,
}

/// A property of the two codes side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Facet {
    /// Id of the property.
    pub facet: &'static str,
    /// A word or two for it.
    pub label: &'static str,
    /// The first code's value, in words.
    pub a: String,
    /// The second code's value, in words.
    pub b: String,
    /// Whether the two are the same.
    pub same: bool,
}

/// When to use which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Choice {
    /// When to use the first.
    pub a: &'static str,
    /// When to use the second.
    pub b: &'static str,
    /// What else there is to say.
    pub note: Option<String>,
}

/// A reason for which mail is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reason<'r> {
    /// What results call it.
    pub id: &'r str,
    /// Its name in English; of a user's file, in the language of that.
    pub name: &'r str,
    /// The name in `lang`; null if that is English.
    pub local_name: Option<&'r str>,
    /// One sentence: what it says.
    pub gist: &'r str,
    /// Id of the outcome, if it is always the same.
    pub outcome: Option<&'static str>,
    /// Id of the retry advice once the failure is permanent.
    pub retry: &'static str,
    /// Id of whether to take the address off a list once the failure is permanent.
    pub suppress: &'static str,
    /// Ids of who can act, most likely first.
    pub actors: Vec<&'static str>,
    /// Codes that often come with it.
    pub codes: &'r [String],
    /// SparkPost's bounce classification codes.
    pub sparkpost: &'r [u16],
    /// Sisimai's reason.
    pub sisimai: Option<&'r str>,
    /// KumoMTA's bounce class.
    pub kumomta: Option<&'r str>,
    /// What it means.
    pub description: &'r str,
    /// When one sees it.
    pub when: &'r str,
    /// What to do about it.
    pub fix: &'r str,
    /// When and how to try again.
    pub again: &'r str,
    /// For who writes a server: what to send.
    #[serde(rename = "use")]
    pub use_: &'r str,
    /// The language that the texts are in; null for a reason of a user's file.
    pub lang: Option<&'static str>,
    /// The fields that are in English although `lang` is another language.
    pub untranslated: Vec<&'static str>,
}

impl<'r> Reason<'r> {
    /// The view of a reason in a language.
    pub fn new(reason: &'r wirecodes_explain::Reason, lang: Lang) -> Reason<'r> {
        let text = reason.text(lang);
        Reason {
            id: reason.id(),
            name: reason.text(Lang::En).name,
            local_name: text.lang.and_then(|lang| local(lang, Some(text.name))),
            gist: text.gist,
            outcome: reason.outcome().map(wirecodes::Outcome::id),
            retry: reason.retry().id(),
            suppress: reason.suppress().id(),
            actors: reason.actors().iter().map(|actor| actor.id()).collect(),
            codes: reason.codes(),
            sparkpost: reason.sparkpost(),
            sisimai: reason.sisimai(),
            kumomta: reason.kumomta(),
            description: text.description,
            when: text.when,
            fix: text.fix,
            again: text.again,
            use_: text.use_,
            lang: text.lang.map(Lang::tag),
            untranslated: text.untranslated().collect(),
        }
    }

    /// The name in the language of the texts.
    pub(crate) fn display_name(&self) -> &'r str {
        self.local_name.unwrap_or(self.name)
    }
}

impl Code {
    /// The view of a code in a language.
    pub fn new(code: wirecodes::Code, lang: Lang) -> Code {
        let text = code.text(lang);
        let lang = text.lang;
        Code {
            protocol: code.protocol().id(),
            code: code.as_str().to_owned(),
            number: code.number(),
            name: code.name(),
            local_name: local(lang, text.name),
            constant: code.constant(),
            aliases: code.aliases().to_vec(),
            gist: text.gist.to_owned(),
            phrase: code.phrase(),
            class: code.class().map(|class| Group::class(class, lang)),
            outcome: code.outcome().map(wirecodes::Outcome::id),
            status: Some(code.status().id()),
            vendor: code.vendor(),
            retry: code.retry().map(wirecodes::Retry::id),
            actors: code.actors().iter().map(|actor| actor.id()).collect(),
            connection: code.connection().map(wirecodes::Connection::id),
            commands: code.commands().map(<[_]>::to_vec),
            meanings: code.meanings().map(|meaning| Meaning::new(meaning, lang)).collect(),
            description: Some(text.description.to_owned()),
            when: Some(text.when),
            fix: Some(text.fix),
            use_: Some(text.use_),
            choose: Some(text.choose),
            references: code.references().map(Reference::new).collect(),
            related: code.related().map(|related| Related::new(related, lang)).collect(),
            examples: code.examples().to_vec(),
            registered: true,
            lang: lang.tag(),
            subject: code.subject().map(|subject| Group::subject(subject, lang)),
            untranslated: text.untranslated().collect(),
            classes: code.detail().map(|_| code.classes().map(wirecodes::Class::digits).collect()),
            limited_by: code.limited_by().map(Reference::new),
            note: code.note(lang).map(|note| note.to_string()),
        }
    }

    /// The view of what can be said of a code: the code's own if the dataset has it, and what its form says if not.
    pub fn interpreted(of: &Interpretation<'_>, lang: Lang) -> Code {
        if let Some(code) = of.code() {
            return Code::new(code, lang);
        }
        let lang = if lang.is_available() { lang } else { Lang::En };
        let sentences = [
            of.class().map(|class| class.text(lang)),
            of.subject().map(|subject| subject.text(lang)),
            Some(of.protocol().unregistered(lang)),
        ];
        let sentences: Vec<&str> = sentences.into_iter().flatten().collect();
        Code {
            protocol: of.protocol().id(),
            code: of.to_string(),
            number: of.number(),
            name: None,
            local_name: None,
            constant: None,
            aliases: Vec::new(),
            gist: of.gist(lang).to_string(),
            phrase: None,
            class: of.class().map(|class| Group::class(class, lang)),
            outcome: of.outcome().map(wirecodes::Outcome::id),
            status: None,
            vendor: None,
            retry: of.retry().map(wirecodes::Retry::id),
            actors: Vec::new(),
            connection: None,
            commands: None,
            meanings: Vec::new(),
            description: Some(sentences.join(if lang.has_spaces() { " " } else { "" })),
            when: None,
            fix: None,
            use_: None,
            choose: None,
            references: Vec::new(),
            related: Vec::new(),
            examples: Vec::new(),
            registered: false,
            lang: lang.tag(),
            subject: of.subject().map(|subject| Group::subject(subject, lang)),
            untranslated: Vec::new(),
            classes: None,
            limited_by: None,
            note: None,
        }
    }
}

impl Code {
    /// The name in the language of the texts; empty for a code without a name.
    pub(crate) fn display_name(&self) -> &'static str {
        self.local_name.or(self.name).unwrap_or_default()
    }
}

/// What differs from the English text, which stands beside it.
fn local(lang: Lang, name: Option<&str>) -> Option<&str> {
    name.filter(|_| lang != Lang::En)
}

impl Group {
    fn class(class: wirecodes::Class, lang: Lang) -> Group {
        Group { id: class.id(), name: class.name(), local_name: local(lang, Some(class.local_name(lang))) }
    }

    fn subject(subject: wirecodes::Subject, lang: Lang) -> Group {
        Group { id: subject.id(), name: subject.name(), local_name: local(lang, Some(subject.local_name(lang))) }
    }
}

impl Meaning {
    fn new(meaning: wirecodes::Meaning, lang: Lang) -> Meaning {
        Meaning {
            commands: meaning.commands().to_vec(),
            phrase: meaning.phrase(),
            reference: Reference::new(meaning.reference()),
            text: meaning.text(lang),
            outcome: meaning.outcome().map(wirecodes::Outcome::id),
            retry: meaning.retry().map(wirecodes::Retry::id),
        }
    }
}

impl Reference {
    fn new(reference: wirecodes::Reference) -> Reference {
        Reference {
            document: reference.document().id,
            section: reference.section(),
            url: reference.url(),
            says: reference.says(),
        }
    }

    /// `RFC 5321, 4.2.3`
    pub fn label(&self) -> String {
        match self.section {
            Some(section) => format!("{}, {section}", self.document),
            None => self.document.to_owned(),
        }
    }
}

impl Related {
    fn new(related: wirecodes::Related, lang: Lang) -> Related {
        let other = related.code();
        let shared = other.namesakes().next().is_some();
        Related {
            protocol: other.protocol().id(),
            code: other.constant().filter(|_| shared).unwrap_or(other.as_str()),
            kind: related.kind().id(),
            text: related.text(lang),
        }
    }
}

impl Compared {
    /// The view of a comparison in a language.
    pub fn new(comparison: Comparison, lang: Lang) -> Compared {
        let (a, b) = (Code::new(comparison.a(), lang), Code::new(comparison.b(), lang));
        let lang = if lang.is_available() { lang } else { Lang::En };
        let choice = comparison.choose(lang);
        Compared {
            a,
            b,
            lang: lang.tag(),
            summary: comparison.summary(lang).to_string(),
            relation: comparison
                .relation()
                .and_then(|related| Some(Relation { kind: related.kind().id(), text: related.text(lang)? })),
            facets: comparison
                .facets()
                .map(|facet| Facet {
                    facet: facet.kind().id(),
                    label: facet.label(lang),
                    a: facet.a(lang).to_string(),
                    b: facet.b(lang).to_string(),
                    same: facet.is_same(),
                })
                .collect(),
            differences: comparison.differences(lang).map(|difference| difference.to_string()).collect(),
            choose: Choice { a: choice.a, b: choice.b, note: choice.note.map(|note| note.to_string()) },
            references: comparison.references().map(Reference::new).collect(),
            pairing: comparison.pairing().map(|pairing| Pairing {
                kind: pairing.id(),
                believe: comparison.believed().map(|code| code.to_string()),
            }),
        }
    }
}

impl Family {
    /// The view of a family in a language.
    pub fn new(family: wirecodes::Family, lang: Lang) -> Family {
        let lang = if lang.is_available() { lang } else { Lang::En };
        Family {
            protocol: family.protocol().id(),
            family: family.to_string(),
            class: family.class().map(|class| Group::class(class, lang)),
            subject: family.subject().map(|subject| Group::subject(subject, lang)),
            outcome: family.outcome().map(wirecodes::Outcome::id),
            retry: family.retry().map(wirecodes::Retry::id),
            description: family.texts(lang).collect::<Vec<_>>().join(if lang.has_spaces() { " " } else { "" }),
            codes: family.codes().map(wirecodes::Code::as_str).collect(),
            lang: lang.tag(),
        }
    }

    /// `SMTP Enhanced 5.7`, and the names of class and subject.
    pub(crate) fn heading(family: wirecodes::Family, lang: Lang) -> String {
        let names = [
            family.class().map(|class| class.local_name(lang)),
            family.subject().map(|subject| subject.local_name(lang)),
        ];
        let names: Vec<&str> = names.into_iter().flatten().collect();
        format!("{} {family}: {}", family.protocol().name(), names.join(lang.message(Message::ListComma)))
    }
}

/// The codes that one is only associated with, kind by kind: the label of the kind, and each code with its name.
pub(crate) fn associated(code: wirecodes::Code, lang: Lang) -> Vec<(&'static str, Vec<String>)> {
    let mut kinds: Vec<(&'static str, Vec<String>)> = Vec::new();
    for related in code.related().filter(|related| related.text(lang).is_none()) {
        let (other, label) = (related.code(), related.kind().label(lang));
        let name = other.text(lang).name;
        let item = name.map_or_else(|| other.as_str().to_owned(), |name| format!("{} {name}", other.as_str()));
        match kinds.iter_mut().find(|(known, _)| *known == label) {
            Some((_, items)) => items.push(item),
            None => kinds.push((label, vec![item])),
        }
    }
    kinds
}

/// For a detail without a class: it as each class has it, and what it says there.
pub(crate) fn views(code: wirecodes::Code, lang: Lang) -> Vec<(String, &'static str)> {
    let views = code.views().filter(|view| code.detail() == Some(code) && view.is_in_use());
    let name = |class: wirecodes::Class| class.local_name(lang);
    views
        .map(|view| {
            let heading = format!("{} ({})", view.as_str(), view.class().map(name).unwrap_or_default());
            (heading, view.text(lang).gist)
        })
        .collect()
}

/// What a code is called beside another one: with its protocol, unless the two can't be taken for each other.
pub(crate) fn beside(code: wirecodes::Code, other: wirecodes::Code) -> String {
    let (own, others) = (code.protocol(), other.protocol());
    match own == others || own.is_companion(others) {
        true => code.mention().to_owned(),
        false => format!("{} {}", own.name(), code.mention()),
    }
}

/// The heading of a code: `SMTP 450 Mailbox Unavailable`, with the local name behind it.
pub(crate) fn heading(code: wirecodes::Code, lang: Lang) -> String {
    let mut heading = format!("{} {}", code.protocol().name(), code.as_str());
    if let Some(name) = code.name() {
        heading.push(' ');
        heading.push_str(name);
    } else {
        heading.push_str(&format!(" ({})", code.status().label(lang)));
    }
    let text = code.text(lang);
    if let Some(name) = local(text.lang, text.name).filter(|name| code.name() != Some(name)) {
        heading.push_str(&if text.lang.has_spaces() { format!(" ({name})") } else { format!("（{name}）") });
    }
    heading
}

/// The properties of a single code for a table: label and value, without those that it doesn't have.
pub(crate) fn facts(code: wirecodes::Code, lang: Lang) -> Vec<(&'static str, String)> {
    let facets = wirecodes::FacetKind::ALL
        .into_iter()
        .filter(|kind| *kind != wirecodes::FacetKind::Protocol && kind.applies_to(code))
        .map(|kind| (kind.label(lang), kind.value(code, lang).to_string()));
    // A code with its class has that among the properties above.
    let classes = code.classes().map(|class| format!("{} {}", class.digits(), class.local_name(lang)));
    let is_detail = code.detail() == Some(code);
    let more = [
        (Message::LabelClasses, is_detail.then(|| classes.collect::<Vec<_>>().join(lang.message(Message::ListComma)))),
        (Message::LabelVendor, code.vendor().map(str::to_owned)),
        (
            Message::LabelAliases,
            (!code.aliases().is_empty()).then(|| code.aliases().join(lang.message(Message::ListComma))),
        ),
        (Message::LabelConstant, code.constant().map(str::to_owned)),
    ];
    facets.chain(more.into_iter().filter_map(|(label, value)| Some((lang.message(label), value?)))).collect()
}

/// One side of a comparison, for templates.
pub(crate) struct Side {
    /// With the protocol and the names.
    pub(crate) heading: String,
    /// As short as it can be beside the other one.
    pub(crate) name: String,
    /// None if it is that of the side before.
    pub(crate) gist: Option<String>,
    /// Whether the gist is in English although another language was asked for.
    pub(crate) untranslated: bool,
    pub(crate) phrase: Option<&'static str>,
    pub(crate) note: Option<String>,
}

/// A heading of a comparison, and what each side has under it.
pub(crate) struct Section {
    pub(crate) heading: &'static str,
    pub(crate) texts: Vec<SideText>,
}

/// The text of a side; or of both, where two views of a detail share it.
pub(crate) struct SideText {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Whether it is in English although another language was asked for.
    pub(crate) untranslated: bool,
}

impl Compared {
    /// The prose of the two sides under its headings.
    pub(crate) fn sections(&self, sides: &[Side], lang: Lang) -> Vec<Section> {
        type Field = fn(&Code) -> Option<&str>;
        let fields: [(&str, Message, Field); 3] = [
            ("description", Message::HeadingDescription, |code| code.description.as_deref()),
            ("when", Message::HeadingWhen, |code| code.when),
            ("fix", Message::HeadingFix, |code| code.fix),
        ];
        let section = |(key, heading, field): (&str, Message, Field)| {
            let mut texts: Vec<SideText> = Vec::new();
            for (side, code) in sides.iter().zip([&self.a, &self.b]) {
                let text = field(code).unwrap_or_default().to_owned();
                match texts.last_mut().filter(|before| before.text == text) {
                    Some(before) => {
                        before.name = format!("{}{}{}", before.name, lang.message(Message::ListComma), side.name);
                    }
                    None => texts.push(SideText {
                        name: side.name.clone(),
                        text,
                        untranslated: code.untranslated.contains(&key),
                    }),
                }
            }
            Section { heading: lang.message(heading), texts }
        };
        fields.into_iter().map(section).collect()
    }
}

impl Side {
    /// The two sides; one if they are the same code.
    pub(crate) fn both(comparison: Comparison, lang: Lang) -> Vec<Side> {
        let mut codes = vec![comparison.a(), comparison.b()];
        codes.dedup();
        let mut sides: Vec<Side> = Vec::new();
        for code in codes {
            let view = Code::new(code, lang);
            sides.push(Side {
                heading: heading(code, lang),
                name: beside(code, if code == comparison.a() { comparison.b() } else { comparison.a() }),
                untranslated: view.untranslated.contains(&"gist"),
                phrase: view.phrase,
                // Two views of one detail would say the same of its document.
                note: view.note.filter(|_| sides.iter().all(|side| side.note.is_none())),
                gist: Some(view.gist).filter(|gist| sides.iter().all(|side| side.gist.as_ref() != Some(gist))),
            });
        }
        sides
    }
}

/// The title of a comparison: `SMTP 235 Authentication Succeeded and SMTP 450 Mailbox Unavailable`.
pub(crate) fn title(comparison: Comparison, lang: Lang) -> String {
    let mention = |code: wirecodes::Code| {
        let mention = code.mention();
        let name = code.name().filter(|_| mention == code.as_str());
        let words = [Some(code.protocol().name()), Some(mention), name];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    lang.message(Message::CompareTitle)
        .replace("{a}", &mention(comparison.a()))
        .replace("{b}", &mention(comparison.b()))
}
