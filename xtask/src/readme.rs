//! README's commands and figures: each `console` block is run, and its output must be what is written under it.
//!
//! A line that begins with `$ ` is a command; what follows up to the next one is its output, in which a line `...` stands
//! for any lines. The `rust` block is that of the core crate's README, where it runs as a test; the others are not run.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::data::root;

/// Runs the commands of README.md.
pub(crate) fn check() -> Result<()> {
    crate::test::cargo(["build", "--quiet", "-p", "wirecodes-cli"], [])?;
    let readme = fs::read_to_string(root().join("README.md"))?;
    let mut count = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        for part in block.split("$ ").skip(1) {
            let (command, expected) = part.split_once('\n').unwrap_or((part, ""));
            let args = ["wirecodes ", "cargo run --release -p wirecodes-cli -- "]
                .iter()
                .find_map(|prefix| command.strip_prefix(prefix));
            if let Some(args) = args {
                compare(command, args, expected)?;
                count += 1;
            }
        }
    }
    if count < 3 {
        bail!("README.md shows {count} commands, expected 3 or more");
    }
    let (registry, _) = crate::data::load()?;
    for (index, protocol) in registry.protocols.iter().enumerate() {
        let row =
            format!("| {} | {} |", protocol.title, registry.codes_of(index).filter(|code| !code.is_view()).count());
        if !readme.contains(&row) {
            bail!("README.md: the table of what is in it has no row `{row} ...`");
        }
    }
    let core = fs::read_to_string(root().join("crates/wirecodes/README.md"))?;
    if rust_block(&readme).is_none() || rust_block(&readme) != rust_block(&core) {
        bail!(
            "the example in Rust is not the same in README.md and crates/wirecodes/README.md, where it runs as a test"
        );
    }
    Ok(())
}

fn rust_block(readme: &str) -> Option<&str> {
    readme.split_once("```rust\n")?.1.split("```").next()
}

fn compare(command: &str, args: &str, expected: &str) -> Result<()> {
    let binary = crate::test::target_folder().join("debug/wirecodes");
    let output = Command::new(&binary)
        .args(args.split(' '))
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .output()
        .with_context(|| format!("can't run {}", binary.display()))?;
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    if matches(expected.trim_end(), found.trim_end()) {
        return Ok(());
    }
    bail!("README.md: `$ {command}` does not print what is written there, but:\n{found}")
}

/// Whether `found` is `expected`, with `...` for any lines.
fn matches(expected: &str, found: &str) -> bool {
    let mut rest = found;
    let mut parts = expected.split("...\n");
    let first = parts.next().unwrap_or_default();
    if !rest.starts_with(first.trim_end_matches("...")) {
        return false;
    }
    rest = &rest[first.trim_end_matches("...").len()..];
    for part in parts {
        match rest.find(part.trim_end_matches("...")) {
            Some(at) => rest = &rest[at + part.trim_end_matches("...").len()..],
            None => return false,
        }
    }
    rest.is_empty() || expected.ends_with("...")
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn dots_stand_for_any_lines() {
        assert!(matches("a\nb", "a\nb"));
        assert!(!matches("a", "a\nb"));
        assert!(matches("a\n...", "a\nb\nc"));
        assert!(matches("a\n...\nd", "a\nb\nc\nd"));
        assert!(matches("a\n...\nc\n...", "a\nb\nc\nd"));
        assert!(!matches("a\n...\nx", "a\nb\nc"));
    }
}
