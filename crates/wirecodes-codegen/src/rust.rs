//! The generated Rust: the core crate's tables and texts.

use askama::Template;
use wirecodes_model::Registry;

use crate::lower::{self, DocumentRow, LanguageRows, ProtocolRows};
use crate::names::{snake, upper_camel};
use crate::{CORE, Output};

/// `generated/mod.rs`: which protocols, languages, documents and messages there are.
#[derive(Template)]
#[template(path = "mod.rs.jinja", escape = "none")]
struct Root<'a> {
    version: &'a str,
    protocols: Vec<ProtocolRows>,
    languages: Vec<Language>,
    documents: Vec<DocumentRow>,
    /// The variant and the English text of each message.
    messages: Vec<(String, String)>,
}

struct Language {
    variant: String,
    module: String,
    tag: String,
    name: String,
    native: String,
    spaces: bool,
    /// English has none: it is always there.
    feature: Option<String>,
}

/// `generated/<protocol>.rs`
#[derive(Template)]
#[template(path = "protocol.rs.jinja", escape = "none")]
struct ProtocolFile {
    protocol: ProtocolRows,
}

/// `generated/text_<language>.rs`
#[derive(Template)]
#[template(path = "text.rs.jinja", escape = "none")]
struct LanguageFile<'a> {
    name: &'a str,
    rows: LanguageRows,
}

pub(crate) fn outputs(registry: &Registry) -> Vec<Output> {
    let protocols = || (0..registry.protocols.len()).map(|index| lower::protocol(registry, index));
    let languages = registry.locales.iter().map(|locale| Language {
        variant: upper_camel(&locale.tag),
        module: format!("text_{}", snake(&locale.tag)),
        tag: locale.tag.clone(),
        name: locale.name.clone(),
        native: locale.native.clone(),
        spaces: locale.spaces,
        feature: (locale.tag != "en").then(|| format!("lang-{}", locale.tag.to_ascii_lowercase())),
    });
    let root = Root {
        version: &registry.version,
        protocols: protocols().collect(),
        languages: languages.collect(),
        documents: lower::documents(registry),
        messages: registry
            .interface
            .iter()
            .map(|key| (upper_camel(key), registry.english("interface", key).to_owned()))
            .collect(),
    };
    let mut outputs = vec![file(CORE, "mod.rs", &root)];
    outputs.extend(protocols().map(|protocol| {
        let name = format!("{}.rs", protocol.module);
        file(CORE, &name, &ProtocolFile { protocol })
    }));
    outputs.extend(registry.locales.iter().map(|locale| {
        let rows = lower::language(registry, locale);
        file(CORE, &format!("text_{}.rs", snake(&locale.tag)), &LanguageFile { name: &locale.name, rows })
    }));
    outputs
}

/// A template written out, as a file of a folder.
pub(crate) fn file(folder: &str, name: &str, template: &impl Template) -> Output {
    let content = template.render().expect("templates write to a string and can't fail");
    // askama drops the newline at the end of a template.
    Output { path: format!("{folder}/{name}"), content: format!("{}\n", content.trim_end()) }
}
