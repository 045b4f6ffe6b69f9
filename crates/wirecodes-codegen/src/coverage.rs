//! `data/locales/README.md`: for each language, how much is translated, stale, and read by a second person.

use askama::Template;
use wirecodes_model::Registry;

#[derive(Template)]
#[template(path = "locales.md.jinja", escape = "none")]
struct Coverage {
    rows: Vec<Row>,
}

struct Row {
    tag: String,
    name: String,
    native: String,
    part: String,
    texts: usize,
    translated: usize,
    stale: usize,
    read: String,
}

/// The table, a row a language and part of the data.
pub(crate) fn table(registry: &Registry) -> String {
    let mut parts = vec![("interface".to_owned(), vec!["interface".to_owned()])];
    for protocol in &registry.protocols {
        let prefixes = vec![
            format!("protocol.{}", protocol.id),
            format!("code.{}:", protocol.id),
            format!("relation.{}:", protocol.id),
        ];
        parts.push((protocol.name.clone(), prefixes));
    }
    let mut rows = Vec::new();
    for locale in registry.locales.iter().skip(1) {
        for (part, prefixes) in &parts {
            let states: Vec<_> = locale
                .states()
                .iter()
                .filter(|(table, _)| prefixes.iter().any(|prefix| is_under(table, prefix)))
                .map(|(_, state)| state)
                .collect();
            let texts: usize = states.iter().map(|state| state.texts).sum();
            let stale: usize = states.iter().map(|state| state.stale).sum();
            let missing: usize = states.iter().map(|state| state.missing).sum();
            let read = states.iter().filter(|state| state.read).count();
            rows.push(Row {
                tag: locale.tag.clone(),
                name: locale.name.clone(),
                native: locale.native.clone(),
                part: part.clone(),
                texts,
                translated: texts - missing - stale,
                stale,
                read: format!("{read} of {}", states.len()),
            });
        }
    }
    let content = Coverage { rows }.render().expect("templates write to a string and can't fail");
    format!("{}\n", content.trim_end())
}

fn is_under(table: &str, prefix: &str) -> bool {
    match prefix.strip_suffix(':') {
        Some(_) => table.starts_with(prefix),
        None => table == prefix,
    }
}
