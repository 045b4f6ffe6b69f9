//! `validate` and `stamp`: the data itself.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wirecodes_model::{Registry, Report, load_dir};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository").to_owned()
}

/// The data, and what is out of date in its translations.
pub(crate) fn load() -> Result<(Registry, Report)> {
    load_dir(&root().join("data")).map_err(|report| anyhow::anyhow!("{report}"))
}

/// `cargo xtask validate`
pub(crate) fn validate() -> Result<()> {
    let (registry, stale) = load()?;
    if !stale.is_empty() {
        bail!("{stale} in the translations");
    }
    let protocols: Vec<String> = registry
        .protocols
        .iter()
        .enumerate()
        .map(|(index, protocol)| {
            format!("{} {}", registry.codes_of(index).filter(|code| !code.is_view()).count(), protocol.name)
        })
        .collect();
    let languages: Vec<&str> = registry.locales.iter().map(|locale| locale.tag.as_str()).collect();
    println!(
        "data/ is valid: {} codes, {} relations, in {}",
        protocols.join(" and "),
        registry.relations.len(),
        languages.join(" and "),
    );
    Ok(())
}

/// `cargo xtask stamp`
pub(crate) fn stamp(language: &str, read: &[String]) -> Result<()> {
    let (registry, _) = load()?;
    let path = root().join(format!("data/locales/{language}.toml"));
    let text = fs::read_to_string(&path).with_context(|| format!("there is no {}", path.display()))?;
    let chosen = |table: &str| read.iter().any(|one| one == "all" || one == table);
    let stamped = wirecodes_model::stamp(&path.display().to_string(), &text, &registry.units(), chosen)
        .map_err(anyhow::Error::msg)?;
    if stamped != text {
        fs::write(&path, stamped)?;
    }
    Ok(())
}
