//! `registry-diff`: what has been registered, renamed or taken out since data/ was last brought up to date.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use wirecodes_model::{registered, registry_differences};

use crate::data::load;

/// `cargo xtask registry-diff FILE`
pub(crate) fn run(file: &Path) -> Result<()> {
    let csv = fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
    let rows = registered(&csv).map_err(|reason| anyhow!("{} {reason}", file.display()))?;
    let (registry, _) = load()?;
    let differences = registry_differences(&registry, &rows);
    if !differences.is_empty() {
        bail!("{}\n{} differences between {} and data/", differences.join("\n"), differences.len(), file.display());
    }
    println!("data/ has what {} has: {} codes", file.display(), rows.len());
    Ok(())
}
