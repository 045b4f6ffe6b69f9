//! The registry as rows of Rust expressions. After this everything is text, and the templates only arrange it.

use std::fmt::Debug;

use wirecodes_model::{Code, CodeId, Form, Group, Locale, Mention, Protocol, Reference, Registry};

use crate::names::{screaming, snake, upper_camel};

/// A protocol, for its file.
pub(crate) struct ProtocolRows {
    /// `"smtp"`
    pub(crate) id: String,
    /// `Smtp`
    pub(crate) variant: String,
    /// `smtp`
    pub(crate) module: String,
    pub(crate) name: String,
    /// `SMTP reply codes`
    pub(crate) title: String,
    /// The fields of its `Table` that are not lists of rows.
    pub(crate) fields: Vec<(&'static str, String)>,
    /// Whether a number finds a code.
    pub(crate) has_numbers: bool,
    /// Whether class, subject and detail do.
    pub(crate) is_dotted: bool,
    pub(crate) constants: Vec<Constant>,
    pub(crate) rows: Vec<String>,
    pub(crate) entries: Vec<String>,
}

/// A public constant.
pub(crate) struct Constant {
    pub(crate) name: String,
    pub(crate) slot: usize,
    /// `450` and the gist, for its documentation.
    pub(crate) code: String,
    pub(crate) gist: String,
    /// ` (RFC 5321, 4.2.3)`, or nothing.
    pub(crate) source: String,
}

/// A document, as a static.
pub(crate) struct DocumentRow {
    pub(crate) ident: String,
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) url: String,
}

/// A language, for its file.
pub(crate) struct LanguageRows {
    pub(crate) codes: Vec<(String, Vec<String>)>,
    pub(crate) protocols: Vec<String>,
    pub(crate) relations: Vec<String>,
    pub(crate) messages: Vec<(String, String)>,
}

pub(crate) fn literal(text: &str) -> String {
    format!("{text:?}")
}

pub(crate) fn optional(value: Option<impl Into<String>>) -> String {
    match value {
        Some(value) => format!("Some({})", value.into()),
        None => "None".to_owned(),
    }
}

pub(crate) fn variant(kind: &str, value: impl Debug) -> String {
    format!("{kind}::{value:?}")
}

pub(crate) fn list<T>(items: impl IntoIterator<Item = T>, each: impl Fn(T) -> String) -> String {
    let items: Vec<String> = items.into_iter().map(each).collect();
    format!("&[{}]", items.join(", "))
}

fn array<T>(items: impl IntoIterator<Item = T>, each: impl Fn(T) -> String) -> String {
    list(items, each).split_off(1)
}

pub(crate) fn documents(registry: &Registry) -> Vec<DocumentRow> {
    registry
        .documents
        .iter()
        .map(|document| DocumentRow {
            ident: screaming(&document.id),
            id: literal(&document.id),
            title: literal(&document.title),
            url: literal(&document.url),
        })
        .collect()
}

pub(crate) fn protocol(registry: &Registry, index: usize) -> ProtocolRows {
    let definition = &registry.protocols[index];
    let codes: Vec<&Code> = registry.codes_of(index).collect();
    let entries = || codes.iter().enumerate().filter(|(_, code)| !code.is_view());
    let mut by_constant: Vec<(&str, usize)> =
        entries().filter_map(|(place, code)| Some((code.constant.as_deref()?, place + 1))).collect();
    by_constant.sort_unstable();
    let numbers = numbers(&codes);
    let stride = codes.len() / entries().count().max(1);
    let fields = vec![
        ("id", literal(&definition.id)),
        ("name", literal(&definition.name)),
        ("enumeration", literal(&definition.enumeration)),
        ("form", variant("Form", definition.form)),
        ("sample", literal(&definition.sample)),
        ("by_constant", (definition.mention == Mention::Constant).to_string()),
        ("companion", optional(definition.companion.as_ref().map(|id| format!("Protocol::{}", upper_camel(id))))),
        ("numbers", list(&numbers, ToString::to_string)),
        ("details", details(definition, &codes)),
        ("views", views(definition)),
        ("constants", list(by_constant, |(constant, slot)| format!("({constant:?}, {slot})"))),
        ("classes", list(&definition.classes, group)),
        ("subjects", list(&definition.subjects, group)),
    ];
    let constants = entries()
        .filter_map(|(place, code)| {
            Some(Constant {
                name: code.constant.clone()?,
                slot: place + 1,
                code: code.code.clone(),
                gist: registry.english(&code.table, &code.key("gist")).replace(['[', ']', '<', '>'], "`"),
                source: code.references.first().map_or(String::new(), |reference| match &reference.section {
                    Some(section) => format!(" ({}, {section})", reference.document),
                    None => format!(" ({})", reference.document),
                }),
            })
        })
        .collect();
    ProtocolRows {
        id: literal(&definition.id),
        variant: upper_camel(&definition.id),
        module: snake(&definition.id),
        name: definition.name.clone(),
        title: definition.title.clone(),
        has_numbers: !numbers.is_empty(),
        is_dotted: definition.form == Form::Dotted,
        fields,
        constants,
        rows: codes
            .iter()
            .enumerate()
            .zip(text_rows(&codes))
            .map(|((place, code), text)| {
                row(registry, CodeId { protocol: index, index: place }, code, text, place / stride)
            })
            .collect(),
        entries: entries().map(|(_, code)| entry(registry, code)).collect(),
    }
}

/// By number, the slot of the first code that has it.
fn numbers(codes: &[&Code]) -> Vec<usize> {
    let mut slots = Vec::new();
    for (place, code) in codes.iter().enumerate() {
        if let Some(number) = code.number.map(usize::from) {
            if slots.len() <= number {
                slots.resize(number + 1, 0);
            }
            if slots[number] == 0 {
                slots[number] = place + 1;
            }
        }
    }
    slots
}

/// For dotted codes: by subject and detail, the slot of the detail.
fn details(definition: &Protocol, codes: &[&Code]) -> String {
    let mut slots: Vec<Vec<usize>> = vec![Vec::new(); 10];
    if definition.form == Form::Dotted {
        for (place, code) in codes.iter().enumerate() {
            let parts: Vec<usize> = code.code.split('.').filter_map(|part| part.parse().ok()).collect();
            if let [subject, detail] = parts[..] {
                if slots[subject].len() <= detail {
                    slots[subject].resize(detail + 1, 0);
                }
                slots[subject][detail] = place + 1;
            }
        }
    }
    array(&slots, |details| list(details, ToString::to_string))
}

/// For dotted codes: by the class, how far behind the detail's slot the view through it is; 0 for none.
fn views(definition: &Protocol) -> String {
    let mut views = vec![0; 10];
    if definition.form == Form::Dotted {
        for (place, class) in definition.classes.iter().enumerate() {
            if let Ok(digit) = class.digits.parse::<usize>() {
                views[digit] = place + 1;
            }
        }
    }
    array(&views, ToString::to_string)
}

fn group(group: &Group) -> String {
    format!(
        "Group {{ id: {:?}, digits: {:?}, name: {:?}, outcome: {}, retry: {} }}",
        group.id,
        group.digits,
        group.name,
        optional(group.outcome.map(|outcome| variant("Outcome", outcome))),
        optional(group.retry.map(|retry| variant("Retry", retry))),
    )
}

/// For each code, the row of the tables of texts that has its own: a view without texts has those of its detail.
fn text_rows(codes: &[&Code]) -> Vec<usize> {
    let (mut rows, mut detail) = (0, 0);
    codes
        .iter()
        .map(|code| {
            if !code.has_texts() {
                return detail;
            }
            rows += 1;
            if !code.is_view() {
                detail = rows - 1;
            }
            rows - 1
        })
        .collect()
}

fn row(registry: &Registry, id: CodeId, code: &Code, text: usize, entry: usize) -> String {
    let related = list(registry.related(id), |related| {
        let protocol = upper_camel(&registry.protocols[related.code.protocol].id);
        format!(
            "RelatedRow {{ code: Code::constant_in_slot(Protocol::{protocol}, {}), kind: {}, text: {} }}",
            related.code.index + 1,
            variant("RelationKind", related.kind),
            optional(related.relation.map(|index| index.to_string())),
        )
    });
    let fields = [
        ("code", literal(&code.code)),
        ("text", text.to_string()),
        ("entry", entry.to_string()),
        ("class", optional(code.class.map(|class| class.to_string()))),
        ("outcome", optional(code.outcome.map(|outcome| variant("Outcome", outcome)))),
        ("retry", optional(code.retry.map(|retry| variant("Retry", retry)))),
        ("actors", list(&code.actors, |actor| variant("Actor", actor))),
        ("related", related),
        ("examples", strings(&code.examples)),
    ];
    structure("Row", &fields)
}

/// What a detail and its views have in common.
fn entry(registry: &Registry, code: &Code) -> String {
    let meanings = list(&code.meanings, |meaning| {
        format!(
            "MeaningRow {{ commands: {}, phrase: {}, reference: {}, outcome: {}, retry: {} }}",
            strings(&meaning.commands),
            optional(meaning.phrase.as_deref().map(literal)),
            reference(registry, &meaning.reference),
            optional(meaning.outcome.map(|outcome| variant("Outcome", outcome))),
            optional(meaning.retry.map(|retry| variant("Retry", retry))),
        )
    });
    let fields = [
        ("number", optional(code.number.map(|number| number.to_string()))),
        ("name", optional(code.name.as_deref().map(literal))),
        ("constant", optional(code.constant.as_deref().map(literal))),
        ("aliases", strings(&code.aliases)),
        ("phrase", optional(code.phrase.as_deref().map(literal))),
        ("subject", optional(code.subject.map(|subject| subject.to_string()))),
        ("status", variant("Status", code.status)),
        ("vendor", optional(code.vendor.as_deref().map(literal))),
        ("connection", optional(code.connection.map(|connection| variant("Connection", connection)))),
        ("commands", optional(code.commands.as_ref().map(|commands| strings(commands)))),
        ("meanings", meanings),
        ("references", list(&code.references, |one| reference(registry, one))),
        ("classes", list(&code.classes, ToString::to_string)),
        ("limited_by", optional(code.limited_by.as_ref().map(|one| reference(registry, one)))),
    ];
    structure("EntryRow", &fields)
}

pub(crate) fn strings(items: &[String]) -> String {
    list(items, |item| literal(item))
}

pub(crate) fn structure(name: &str, fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{name} {{ {} }}", fields.join(", "))
}

fn reference(registry: &Registry, reference: &Reference) -> String {
    let document = registry.documents.iter().find(|document| document.id == reference.document);
    let url = document.map_or(String::new(), |document| match &reference.section {
        None => document.url.clone(),
        Some(section) => {
            let appendix = section.starts_with(|c: char| c.is_ascii_uppercase());
            let pattern = if appendix { &document.appendix_url } else { &document.section_url };
            pattern.as_ref().map_or_else(|| document.url.clone(), |pattern| pattern.replace("{section}", section))
        }
    });
    format!(
        "ReferenceRow {{ document: &documents::{}, section: {}, url: {url:?}, says: {} }}",
        screaming(&reference.document),
        optional(reference.section.as_deref().map(literal)),
        optional(reference.says.as_deref().map(literal)),
    )
}

pub(crate) fn language(registry: &Registry, locale: &Locale) -> LanguageRows {
    // An empty string stands for a text that is not translated.
    let get = |table: &str, key: &str| registry.text(locale, table, key).unwrap_or_default().to_owned();
    let pair = |table: &str, prefix: &str, keys: [&str; 2]| {
        format!(
            "({:?}, {:?})",
            get(table, &format!("{prefix}.{}", keys[0])),
            get(table, &format!("{prefix}.{}", keys[1]))
        )
    };
    let codes = registry
        .protocols
        .iter()
        .enumerate()
        .map(|(index, protocol)| {
            let rows = registry.codes_of(index).filter(|code| code.has_texts()).map(|code| {
                let field = |field: &'static str| literal(&get(&code.table, &code.key(field)));
                let meanings = list(0..code.meanings.len(), |place| {
                    literal(&get(&code.table, &format!("meaning.{}", place + 1)))
                });
                let name = if code.name.is_some() { get(&code.table, "name") } else { String::new() };
                format!(
                    "CodeTexts {{ name: {name:?}, gist: {}, description: {}, when: {}, fix: {}, use_: {}, choose: {}, meanings: {meanings} }}",
                    field("gist"),
                    field("description"),
                    field("when"),
                    field("fix"),
                    field("use"),
                    field("choose"),
                )
            });
            (screaming(&protocol.id), rows.collect())
        })
        .collect();
    let protocols = registry
        .protocols
        .iter()
        .map(|protocol| {
            let table = format!("protocol.{}", protocol.id);
            let groups = |kind: &str, groups: &[Group]| {
                list(groups, |group| pair(&table, &format!("{kind}.{}", group.id), ["name", "text"]))
            };
            let actors = wirecodes_model::Actor::ALL
                .map(|actor| pair(&table, &format!("actor.{}", actor.id()), ["label", "act"]));
            format!(
                "ProtocolTexts {{ title: {:?}, unregistered: {:?}, classes: {}, subjects: {}, actors: [{}] }}",
                get(&table, "title"),
                get(&table, "unregistered"),
                groups("class", &protocol.classes),
                groups("subject", &protocol.subjects),
                actors.join(", "),
            )
        })
        .collect();
    LanguageRows {
        codes,
        protocols,
        relations: registry.relations.iter().map(|relation| literal(&get(&relation.table, "text"))).collect(),
        messages: registry.interface.iter().map(|key| (key.clone(), literal(&get("interface", key)))).collect(),
    }
}
