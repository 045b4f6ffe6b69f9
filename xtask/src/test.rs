//! `test`: everything that has to hold, in the order of what is quickest to find and to mend.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::data::{self, root};
use crate::{codegen, node, parity, python, version};

/// The crates that are published, each after those that it needs.
const PUBLISHED: [&str; 5] = ["wirecodes", "wirecodes-rules", "wirecodes-explain", "wirecodes-render", "wirecodes-cli"];

/// `cargo xtask test [--rust]`
pub(crate) fn run(rust: bool) -> Result<()> {
    if !rust {
        python::require()?;
        node::require()?;
    }
    step("formatting", || cargo(["fmt", "--all", "--check"], []))?;
    step("data", data::validate)?;
    step("generated files", || codegen::run(true))?;
    step("one version", version::check)?;
    step("clippy", || cargo(["clippy", "--quiet", "--all-targets", "--", "-D", "warnings"], []))?;
    step("clippy of the core with each feature", || {
        let clippy = |features: &[&str]| {
            let mut args = vec!["clippy", "--quiet", "-p", "wirecodes", "--no-default-features"];
            args.extend(features);
            args.extend(["--", "-D", "warnings"]);
            cargo(args, [])
        };
        clippy(&[])?;
        clippy(&["--features", "lang-ja"])?;
        clippy(&["--all-features"])
    })?;
    step("documentation", || {
        // The crates that aren't published describe their insides on their first page.
        let flags = "-D warnings -A rustdoc::private_intra_doc_links";
        cargo(["doc", "--quiet", "--no-deps", "--all-features"], [("RUSTDOCFLAGS", flags)])
    })?;
    step("README", crate::readme::check)?;
    step("packages", package)?;
    // Last, so that what is printed ends on their summary.
    let mut summary = Summary::default();
    step("tests of the core with every feature", || summary.add(&["test", "-p", "wirecodes", "--all-features"]))?;
    step("tests", || summary.add(&["test"]))?;
    step("list of what the bindings have", || parity::check(&mut summary))?;
    if !rust {
        step("clippy of the bindings", || {
            cargo(["clippy", "--quiet", "-p", "wirecodes-python", "-p", "wirecodes-node", "--", "-D", "warnings"], [])
        })?;
        step("Python package", || python::test(&mut summary))?;
        step("npm package", || node::test(&mut summary))?;
    }
    println!("{} passed, {} failed", summary.passed, summary.failed);
    Ok(())
}

/// What the test runners have counted.
#[derive(Default)]
pub(crate) struct Summary {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Summary {
    /// Runs tests with cargo. What they print is shown only if one fails.
    fn add(&mut self, args: &[&str]) -> Result<()> {
        let output = cargo_command(&root(), args).output().context("can't run cargo")?;
        let text = String::from_utf8_lossy(&output.stdout);
        for line in text.lines().filter_map(|line| line.strip_prefix("test result: ")) {
            let count = |what: &str| {
                let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
                words.windows(2).find(|pair| pair[1] == what).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
            };
            self.passed += count("passed");
            self.failed += count("failed");
        }
        if !output.status.success() {
            println!("{text}{}", String::from_utf8_lossy(&output.stderr));
            bail!("`cargo {}` failed", args.join(" "));
        }
        Ok(())
    }
}

fn step(name: &str, run: impl FnOnce() -> Result<()>) -> Result<()> {
    let start = Instant::now();
    eprintln!("== {name}");
    run().with_context(|| format!("{name}: failed"))?;
    let seconds = start.elapsed().as_secs();
    if seconds >= 10 {
        eprintln!("   {seconds} s");
    }
    Ok(())
}

/// Runs cargo at the root; what it prints is the user's to read.
pub(crate) fn cargo<const N: usize>(
    args: impl IntoIterator<Item = impl AsRef<OsStr>>,
    env: [(&str, &str); N],
) -> Result<()> {
    cargo_in(&root(), args, env)
}

fn cargo_in<const N: usize>(
    folder: &Path,
    args: impl IntoIterator<Item = impl AsRef<OsStr>>,
    env: [(&str, &str); N],
) -> Result<()> {
    let mut command = cargo_command(folder, args);
    let status = command.envs(env).status().context("can't run cargo")?;
    if !status.success() {
        bail!("`cargo {}` failed", command.get_args().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" "));
    }
    Ok(())
}

fn cargo_command(folder: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).args(args);
    command
}

/// Packs the published crates, builds them from what was packed, and runs the core's own tests there.
fn package() -> Result<()> {
    let target = target_folder();
    forget_packed()?;
    let mut args = vec!["package", "--quiet", "--allow-dirty"];
    args.extend(PUBLISHED.iter().flat_map(|name| ["-p", name]));
    cargo(args, [])?;
    let name = format!("wirecodes-{}", env!("CARGO_PKG_VERSION"));
    let folder = target.join("unpacked");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let archive = fs::File::open(target.join("package").join(format!("{name}.crate")))?;
    tar::Archive::new(flate2::read::GzDecoder::new(archive)).unpack(&folder)?;
    let unpacked = folder.join(&name);
    // On its own, not a member of this workspace.
    let manifest = unpacked.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?;
    fs::write(&manifest, format!("{text}\n[workspace]\n"))?;
    let build = folder.join("target");
    cargo_in(
        &unpacked,
        ["test", "--quiet", "--features", "all-languages"],
        [("CARGO_TARGET_DIR", build.to_string_lossy().as_ref())],
    )
}

/// Removes what cargo has unpacked and built of our packages when it built one from the other before: it knows them by their
/// version, which stays the same while the code changes, and would build against what they were.
fn forget_packed() -> Result<()> {
    let built = fs::read_dir(target_folder().join("debug/.fingerprint")).into_iter().flatten().flatten();
    for folder in built.filter(|folder| folder.file_name().to_string_lossy().starts_with("wirecodes-")) {
        fs::remove_dir_all(folder.path()).with_context(|| format!("can't remove {}", folder.path().display()))?;
    }
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let Some(home) = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))) else { return Ok(()) };
    // The folders of real registries begin with the name of a host.
    let folders = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    for folder in folders.filter(|folder| folder.file_name().to_string_lossy().starts_with('-')) {
        for name in PUBLISHED {
            let unpacked = folder.path().join(format!("{name}-{}", env!("CARGO_PKG_VERSION")));
            if unpacked.exists() {
                fs::remove_dir_all(&unpacked).with_context(|| format!("can't remove {}", unpacked.display()))?;
            }
        }
    }
    Ok(())
}

/// Where cargo builds: `CARGO_TARGET_DIR`, or `target/`.
pub(crate) fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}
