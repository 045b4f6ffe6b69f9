//! `codegen`: writes the generated files, or checks them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wirecodes_codegen::{GENERATED, outputs};

use crate::data::{load, root};

/// `cargo xtask codegen [--check]`
pub(crate) fn run(check: bool) -> Result<()> {
    let (registry, stale) = load()?;
    if !stale.is_empty() {
        for fault in stale.faults().iter().take(10) {
            eprintln!("warning: {fault}");
        }
        let more = stale.faults().len().saturating_sub(10);
        let more = if more > 0 { format!(" ({more} more not shown)") } else { String::new() };
        eprintln!("warning: these texts come out in English until they are redone{more}");
    }
    let root = root();
    let outputs = outputs(&registry);
    let mut differ = Vec::new();
    for output in &outputs {
        let path = root.join(&output.path);
        let present = fs::read_to_string(&path).unwrap_or_default();
        // A checkout may have other line ends.
        if present.replace("\r\n", "\n") == output.content {
            continue;
        }
        differ.push(output.path.clone());
        if !check {
            let folder = path.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(folder)?;
            fs::write(&path, &output.content).with_context(|| format!("can't write {}", output.path))?;
        }
    }
    // A protocol or language that is gone leaves its file behind.
    let wanted: BTreeSet<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
    for folder in GENERATED {
        for entry in fs::read_dir(root.join(folder))? {
            let path = format!("{folder}/{}", entry?.file_name().to_string_lossy());
            if !wanted.contains(path.as_str()) {
                if !check {
                    fs::remove_file(root.join(&path))?;
                }
                differ.push(path);
            }
        }
    }
    if check && !differ.is_empty() {
        bail!("not what data/ says: {}\nrun `cargo xtask codegen` and commit what it writes", differ.join(", "));
    }
    for path in differ {
        println!("wrote {path}");
    }
    Ok(())
}
