//! `bench`: figures as ratios, all of one run.
//!
//! Time is noisy on a shared machine and is only compared within a run; instructions, counted by callgrind where valgrind
//! is there, are the same each time.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use wirecodes_codegen::outputs;

use crate::data::{load, root};
use crate::test::{cargo, target_folder};
use crate::{node, python};

/// Lookups of a round in `lookups`.
const ROUND: u64 = 1024;

/// `cargo xtask bench`
pub(crate) fn run() -> Result<()> {
    cargo(["build", "--quiet", "--release", "-p", "wirecodes-bench", "--bin", "lookups"], [])?;
    let times = times()?;
    let base = time_of(&times, "smtp::lookup")?;
    let valgrind = Command::new("valgrind").arg("--version").output().is_ok();
    println!("| one lookup | ns | against `smtp::lookup` | instructions |");
    println!("|---|--:|--:|--:|");
    for (subject, nanoseconds) in &times {
        let instructions = match valgrind {
            true => instructions(subject)?.to_string(),
            false => "no valgrind".to_owned(),
        };
        println!("| `{subject}` | {nanoseconds:.2} | {:.1}x | {instructions} |", nanoseconds / base);
    }
    println!();
    println!("`nothing` is an empty call in the same loop; the instructions of the others are without it.");
    println!();
    for name in ["replies", "explains", "quality"] {
        print!("{}", table(name)?);
        println!();
    }
    sizes()?;
    println!();
    steps()?;
    println!();
    python::bench()?;
    println!();
    node::bench()
}

/// What a program of `wirecodes-bench` prints: `replies` read in a second, against what other crates do with the same bytes; the speed
/// at which `explains` explains them; the `quality` of the rules.
fn table(name: &str) -> Result<String> {
    cargo(["build", "--quiet", "--release", "-p", "wirecodes-bench", "--bin", name], [])?;
    let output = Command::new(binary(name)).output().with_context(|| format!("can't run {name}"))?;
    Ok(String::from_utf8(output.stdout)?)
}

fn times() -> Result<Vec<(String, f64)>> {
    let output = Command::new(binary("lookups")).output().context("can't run lookups")?;
    String::from_utf8(output.stdout)?
        .lines()
        .map(|line| {
            let (subject, time) = line.split_once('\t').context("lookups prints a subject and a time")?;
            Ok((subject.to_owned(), time.parse()?))
        })
        .collect()
}

fn time_of(times: &[(String, f64)], subject: &str) -> Result<f64> {
    times.iter().find(|(name, _)| name == subject).map(|(_, time)| *time).context("no such subject")
}

/// Instructions a lookup: what more rounds take, so that starting and stopping don't count; less an empty call.
fn instructions(subject: &str) -> Result<u64> {
    let of = |subject: &str| {
        let (few, many) = (count(subject, 4)?, count(subject, 12)?);
        anyhow::Ok((many - few) as f64 / (8 * ROUND) as f64)
    };
    let nothing = of("nothing")?;
    Ok(if subject == "nothing" { nothing.round() as u64 } else { (of(subject)? - nothing).round() as u64 })
}

fn count(subject: &str, rounds: u32) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(binary("lookups"))
        .args(["count", subject, &rounds.to_string()])
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = text.lines().find(|line| line.contains("Collected :")).context("callgrind says what it collected")?;
    line.rsplit(' ').next().and_then(|number| number.parse().ok()).context("a number of instructions")
}

/// What the core adds to a stripped release binary, with one language and with two.
fn sizes() -> Result<()> {
    let mut sizes = Vec::new();
    for features in ["", "core", "ja"] {
        cargo(
            [
                "build",
                "--quiet",
                "--release",
                "-p",
                "wirecodes-bench",
                "--bin",
                "size",
                "--no-default-features",
                "--features",
                features,
            ],
            [("CARGO_PROFILE_RELEASE_STRIP", "symbols"), ("CARGO_PROFILE_RELEASE_LTO", "thin")],
        )?;
        sizes.push(fs::metadata(binary("size"))?.len());
    }
    let [without, one, two] = sizes[..] else { bail!("three sizes") };
    let kilobytes = |bytes: u64| format!("{:.0} kB", bytes as f64 / 1000.0);
    println!(
        "The core in a release binary: {} with English, {} with Japanese too.",
        kilobytes(one - without),
        kilobytes(two - without)
    );
    Ok(())
}

/// How long the build steps take, once compiled; the best of several.
fn steps() -> Result<()> {
    let (mut validate, mut codegen) = (Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        let start = Instant::now();
        let (registry, _) = load()?;
        validate = validate.min(start.elapsed());
        let start = Instant::now();
        let files = outputs(&registry);
        codegen = codegen.min(start.elapsed());
        assert!(!files.is_empty());
    }
    let build = if cfg!(debug_assertions) { "unoptimized, as `cargo xtask` runs them" } else { "optimized" };
    println!(
        "Validation takes {} ms, generating the files {} ms ({build}).",
        validate.as_millis(),
        codegen.as_millis()
    );
    Ok(())
}

/// A program of `wirecodes-bench`, once it was built.
pub(crate) fn binary(name: &str) -> PathBuf {
    let folder = target_folder();
    let folder = if folder.is_absolute() { folder } else { root().join(folder) };
    folder.join("release").join(name)
}
