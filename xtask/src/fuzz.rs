//! `fuzz`: each fuzz target for a while, with cargo-fuzz and a nightly toolchain.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::bindings::output;
use crate::data::root;
use crate::test::{cargo, target_folder};

/// The version of cargo-fuzz that is installed under target/.
const CARGO_FUZZ: &str = "0.13.2";

/// `cargo xtask fuzz [--seconds N]`
pub(crate) fn run(seconds: u32) -> Result<()> {
    let nightly = Command::new("rustup").args(["run", "nightly", "rustc", "--version"]).output();
    if !nightly.is_ok_and(|output| output.status.success()) {
        bail!("fuzzing needs a nightly toolchain: run `rustup toolchain install nightly`");
    }
    let tools = target_folder().join("tools");
    let fuzz = tools.join("bin/cargo-fuzz");
    if !fuzz.exists() {
        println!("installing cargo-fuzz {CARGO_FUZZ} into target/tools");
        let root = tools.to_string_lossy().into_owned();
        cargo(["install", "--quiet", "--locked", "cargo-fuzz", "--version", CARGO_FUZZ, "--root", &root], [])?;
    }
    let targets = fs::read_dir(root().join("fuzz/fuzz_targets"))?.flatten();
    for target in targets {
        let name = target.path().file_stem().context("a target has a name")?.to_string_lossy().into_owned();
        // New inputs go into the first folder, which is not in the repository; the seeds are only read.
        let corpus = target_folder().join("fuzz-corpus").join(&name);
        fs::create_dir_all(&corpus)?;
        let (_, log) = output(
            Command::new("rustup")
                .current_dir(root())
                .args(["run", "nightly"])
                .arg(&fuzz)
                .args(["run", "--target-dir"])
                .arg(target_folder().join("fuzz"))
                .arg(&name)
                .arg(&corpus)
                .arg(root().join("fuzz/seeds").join(&name))
                .args(["--", &format!("-max_total_time={seconds}"), "-timeout=5"])
                // It asks cargo to build, which must be the nightly one and not the one that runs this.
                .env_remove("CARGO")
                .env_remove("RUSTUP_TOOLCHAIN"),
        )
        .with_context(|| format!("{name}: a case was found in fuzz/artifacts/{name}; keep it as a test"))?;
        let done = log.lines().rev().find(|line| line.starts_with("Done ")).unwrap_or("done");
        println!("{name}: {done}");
    }
    Ok(())
}
