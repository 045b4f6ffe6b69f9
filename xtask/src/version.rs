//! One version number, in every manifest that carries one.

use std::fs;

use anyhow::{Result, bail};

use crate::data::root;

/// The manifests outside the workspace's inheritance that repeat the version, and how it stands there.
const MANIFESTS: [(&str, &str); 6] = [
    ("Cargo.toml", "wirecodes = { path = \"crates/wirecodes\", version = \"={version}\" }"),
    ("Cargo.toml", "wirecodes-cli = { path = \"crates/wirecodes-cli\", version = \"={version}\","),
    ("Cargo.toml", "wirecodes-render = { path = \"crates/wirecodes-render\", version = \"={version}\","),
    ("bindings/node/package.json", "\"name\": \"wirecodes\",\n  \"version\": \"{version}\","),
    ("bindings/node/package-lock.json", "\"name\": \"wirecodes\",\n  \"version\": \"{version}\","),
    // The Python package takes Cargo.toml's.
    ("bindings/python/pyproject.toml", "dynamic = [\"version\"]"),
];

/// Fails if one of them has another version.
pub(crate) fn check() -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    for (path, line) in MANIFESTS {
        let expected = line.replace("{version}", version);
        if !fs::read_to_string(root().join(path))?.contains(&expected) {
            bail!("{path} has another version than {version}, expected `{expected}`");
        }
    }
    let changelog = fs::read_to_string(root().join("data/CHANGELOG.md"))?;
    let (registry, _) = crate::data::load()?;
    if !changelog.contains(&format!("## {}", registry.version)) {
        bail!("data/CHANGELOG.md has nothing about version {} of the data", registry.version);
    }
    Ok(())
}
