//! What the tests of the Python and Node packages have in common.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use crate::data::root;
use crate::test::{Summary, target_folder};

/// Where the packages are built and installed.
pub(crate) fn folder(name: &str) -> PathBuf {
    target_folder().join("bindings").join(name)
}

/// An empty folder there.
pub(crate) fn empty_folder(name: &str) -> Result<PathBuf> {
    let folder = folder(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("can't empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Runs a command to its end and returns what it printed on both; if it fails, that is shown.
pub(crate) fn output(command: &mut Command) -> Result<(String, String)> {
    let name = format!("{command:?}");
    let output = command.output().with_context(|| format!("can't run {name}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    if !output.status.success() {
        println!("{out}{err}");
        bail!("failed: {name}");
    }
    Ok((out, err))
}

/// Runs a check and counts it as a test.
pub(crate) fn check(summary: &mut Summary, command: &mut Command) -> Result<()> {
    output(command)?;
    summary.passed += 1;
    Ok(())
}

/// Whether a folder was set up with what `file` now says; `done` notes that it was.
pub(crate) struct Stamp {
    path: PathBuf,
    content: Vec<u8>,
}

impl Stamp {
    pub(crate) fn new(folder: &Path, file: &Path) -> Result<Stamp> {
        let content = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
        Ok(Stamp { path: folder.join("set-up-from"), content })
    }

    pub(crate) fn is_current(&self) -> bool {
        fs::read(&self.path).is_ok_and(|found| found == self.content)
    }

    pub(crate) fn done(&self) -> Result<()> {
        Ok(fs::write(&self.path, &self.content)?)
    }
}

/// Compares everything that users of a package see with what users of the crate see. `everything` is the program that prints
/// it, of which this runs it with the path of the vectors.
pub(crate) fn compare_everything(summary: &mut Summary, mut everything: impl FnMut() -> Command) -> Result<()> {
    let vectors = root().join("data/vectors.json");
    let (found, _) = output(everything().arg(&vectors))?;
    for (expected, found) in rust_everything()?.lines().zip(found.lines()) {
        if expected == found {
            summary.passed += 1;
            continue;
        }
        let part = expected.split('\t').next().unwrap_or_default();
        let (own, _) = output(rust_command()?.arg(part))?;
        let (other, _) = output(everything().arg(&vectors).arg(part))?;
        let (line, (a, b)) = own.lines().zip(other.lines()).enumerate().find(|(_, (a, b))| a != b).unwrap_or_default();
        bail!("`{part}` is not what Rust has; line {line}:\nRust:  {a}\nfound: {b}");
    }
    let (own, other) = (rust_everything()?.lines().count(), found.lines().count());
    if own != other {
        bail!("{other} parts, where Rust has {own}");
    }
    Ok(())
}

/// A digest of each part of what users of the crate see.
fn rust_everything() -> Result<&'static str> {
    static DIGESTS: OnceLock<String> = OnceLock::new();
    if let Some(digests) = DIGESTS.get() {
        return Ok(digests);
    }
    let (digests, _) = output(&mut rust_command()?)?;
    Ok(DIGESTS.get_or_init(|| digests))
}

fn rust_command() -> Result<Command> {
    let args = ["build", "--quiet", "--release", "-p", "wirecodes-tests", "--example", "everything"];
    crate::test::cargo(args, [])?;
    Ok(Command::new(target_folder().join("release/examples/everything")))
}

/// The examples of a README in a language, each with the line that it begins in.
pub(crate) fn examples(readme: &str, language: &str) -> Result<Vec<(usize, String)>> {
    let path = root().join(readme);
    let text = fs::read_to_string(&path).with_context(|| format!("can't read {}", path.display()))?;
    let mut examples = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (index, line) in text.lines().enumerate() {
        match &mut open {
            Some(_) if line == "```" => examples.extend(open.take()),
            Some((_, example)) => example.extend([line, "\n"]),
            None if line.strip_prefix("```") == Some(language) => open = Some((index + 2, String::new())),
            None => {}
        }
    }
    Ok(examples)
}

/// Fails unless a program is there in a version of at least `least`; `what` says what it is needed for.
pub(crate) fn require(program: &str, least: (u32, u32), what: &str) -> Result<()> {
    let advice = format!(
        "{what} need {program} {}.{} or later; install it, or run `cargo xtask test --rust`, which leaves Python and Node out",
        least.0, least.1
    );
    let output = Command::new(program).arg("--version").output().ok().filter(|output| output.status.success());
    let Some(output) = output else { bail!("{program} is not there, or does not run: {advice}") };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut number = || numbers.next().and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    if (number(), number()) < least {
        bail!("{program} is {}: {advice}", text.trim());
    }
    Ok(())
}

/// Says how large a package is, and how much of it each language takes.
pub(crate) fn print_size(what: &str, size: u64, english: u64) {
    let kilobytes = |bytes: u64| bytes as f64 / 1000.0;
    println!(
        "\n{what}: {:.0} kB; {:.0} kB with English alone, so Japanese takes {:.0} kB ({:.0} %).",
        kilobytes(size),
        kilobytes(english),
        kilobytes(size.saturating_sub(english)),
        100.0 * size.saturating_sub(english) as f64 / size as f64
    );
}
