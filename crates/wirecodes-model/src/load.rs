//! From files to a [`Registry`]: parse, check the structure, check the rules, prepare.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::locale::Locale;
use crate::reasons;
use crate::registry::Registry;
use crate::report::Report;
use crate::rules;
use crate::source::Source;
use crate::structure;
use crate::types::Dataset;
use crate::units::units;

/// The texts of the files, each with the name that messages give it.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// `codes.toml`.
    pub codes: (String, String),
    /// `reasons.toml`.
    pub reasons: (String, String),
    /// `locales/en.toml`, which has the words of the interface, and the languages that they are translated to.
    pub locales: Vec<(String, String)>,
}

impl Files {
    /// Reads them from `data/`.
    ///
    /// # Errors
    ///
    /// When a file can't be read.
    pub fn read(data: &Path) -> std::io::Result<Files> {
        let read = |path: &Path| {
            let name = path.strip_prefix(data.parent().unwrap_or(data)).unwrap_or(path);
            let text = std::fs::read_to_string(path)
                .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
            Ok::<_, std::io::Error>((name.display().to_string().replace('\\', "/"), text))
        };
        let mut paths: Vec<_> = std::fs::read_dir(data.join("locales"))?
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .collect();
        paths.sort();
        Ok(Files {
            codes: read(&data.join("codes.toml"))?,
            reasons: read(&data.join("reasons.toml"))?,
            locales: paths.iter().map(|path| read(path)).collect::<Result<_, _>>()?,
        })
    }
}

/// Loads `data/`: the registry, and what in its translations is out of date.
///
/// # Errors
///
/// A report of all that is wrong; a file that can't be read is a fault on line 0 of the folder.
pub fn load_dir(data: &Path) -> Result<(Registry, Report), Report> {
    let files = Files::read(data).map_err(|error| {
        let mut report = Report::default();
        report.push(&data.display().to_string(), 0, error.to_string());
        report
    })?;
    load(&files)
}

/// Loads the files: the registry, and what in its translations is missing or stale.
///
/// Codegen goes on with English where a translation is out of date, `validate` does not; so these faults come apart
/// from those that make the data unusable.
///
/// # Errors
///
/// A report of all that is wrong.
pub fn load(files: &Files) -> Result<(Registry, Report), Report> {
    let mut report = Report::default();
    let source = Source::parse(&files.codes.0, &files.codes.1, &mut report);
    let broken = structure::check(&source, &mut report);
    let parts = Parts::read(&source, &broken);
    rules::check(&source, &parts, &mut report);
    let reasons = reasons::read(&files.reasons, &parts.dataset, &mut report);

    let sources: Vec<Source> =
        files.locales.iter().map(|(file, text)| Source::parse(file, text, &mut report)).collect();
    let mut locales: Vec<Locale> = sources.iter().map(|source| Locale::read(source, &mut report)).collect();
    locales.sort_by(|a, b| (a.tag != "en", &a.tag).cmp(&(b.tag != "en", &b.tag)));
    if locales.first().is_none_or(|locale| locale.tag != "en") {
        report.push("data/locales/en.toml", 1, "there is no English interface (`language = \"en\"`)");
    }
    report.sort();

    let Parts { dataset, broken: left_out, .. } = parts;
    let interface = locales.first().map(Locale::interface).unwrap_or_default();
    let units = units(&dataset, &reasons, &interface);
    let mut stale = Report::default();
    for locale in locales.iter_mut().skip(1) {
        locale.check(&units, &left_out, &mut report, &mut stale);
    }
    report.sort();
    stale.sort();
    if report.is_empty() {
        Ok((Registry::prepare(dataset, reasons, units, interface, locales), stale))
    } else {
        // Whoever mends the data wants to see everything that is to be mended.
        Err(report)
    }
}

/// The typed data, without the items that have a structural fault; each with its place in the file.
pub(crate) struct Parts {
    pub(crate) dataset: Dataset,
    pub(crate) documents: Vec<usize>,
    pub(crate) protocols: Vec<usize>,
    pub(crate) codes: Vec<usize>,
    pub(crate) relations: Vec<usize>,
    /// `protocol:code` of the entries that were left out, so that a relation to one is not called dangling too.
    pub(crate) broken: Vec<String>,
}

impl Parts {
    fn read(source: &Source, broken: &[(String, usize)]) -> Parts {
        let (documents, document_at) = items(source, "document", broken);
        let (protocols, protocol_at) = items(source, "protocol", broken);
        let (codes, code_at) = items(source, "code", broken);
        let (relations, relation_at) = items(source, "relation", broken);
        let version = source.value["version"].as_str().unwrap_or_default().to_owned();
        let left_out = broken
            .iter()
            .filter(|(list, _)| list == "code")
            .flat_map(|(list, index)| {
                let entry = &source.value[list][*index];
                let word = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
                [format!("{}:{}", word("protocol"), word("code")), format!("{}:{}", word("protocol"), word("constant"))]
            })
            .collect();
        Parts {
            dataset: Dataset { version, documents, protocols, codes, relations },
            documents: document_at,
            protocols: protocol_at,
            codes: code_at,
            relations: relation_at,
            broken: left_out,
        }
    }
}

fn items<T: DeserializeOwned>(source: &Source, list: &str, broken: &[(String, usize)]) -> (Vec<T>, Vec<usize>) {
    source.value[list]
        .as_array()
        .into_iter()
        .flatten()
        .enumerate()
        .filter(|(index, _)| !broken.iter().any(|(name, at)| name == list && at == index))
        .filter_map(|(index, item)| Some((T::deserialize(item).ok()?, index)))
        .unzip()
}
