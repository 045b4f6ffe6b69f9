//! The Python package as users get it: the wheel and the sdist, each built, installed into an empty virtual environment and tested
//! from there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::bindings::{self, Stamp, check, compare_everything, empty_folder, folder, output};
use crate::data::root;
use crate::test::Summary;

/// What is called to make virtual environments.
const PYTHON: &str = "python3";

/// Fails if Python is not there.
pub(crate) fn require() -> Result<()> {
    bindings::require(PYTHON, (3, 11), "the tests of the Python package")
}

/// Builds, installs, tests.
pub(crate) fn test(summary: &mut Summary) -> Result<()> {
    let tools = tools()?;
    let (wheel, sdist) = build(&tools)?;

    let installed = environment("python-wheel")?;
    output(installed.pip().args(["--no-index"]).arg(&wheel))?;
    tests(summary, &installed)?;
    examples(summary, &installed)?;
    let script = root().join("bindings/python/tests/everything.py");
    compare_everything(summary, || installed.python(&script))?;

    // What pip does with the sdist on a machine that has no wheel: it builds one. The target folder is shared, since nobody wants
    // to wait for the same dependencies twice.
    let built = environment("python-sdist")?;
    let target = crate::test::target_folder();
    output(built.pip().arg(&sdist).env("CARGO_TARGET_DIR", target))?;
    tests(summary, &built)?;

    types(summary, &tools, &wheel)
}

/// Prints what lookups cost in Python, and how large the packages are.
pub(crate) fn bench() -> Result<()> {
    let tools = tools()?;
    let (wheel, _) = build(&tools)?;
    output(tools.pip().args(["--no-index", "--force-reinstall"]).arg(&wheel))?;
    print!("{}", output(&mut tools.python(&root().join("bindings/python/bench/lookups.py")))?.0);
    // Rust explains the very same replies, in turns with Python.
    let mut explains = tools.python(&root().join("bindings/python/bench/explains.py"));
    explains.arg(crate::bench::binary("explains")).arg(empty_folder("python-bench")?);
    print!("{}", output(&mut explains)?.0);
    let size = fs::metadata(wheel)?.len();
    // The same without other languages than English; the wheel that was measured is gone then.
    let dist = empty_folder("python-dist-english")?;
    let mut maturin = tools.command("maturin");
    maturin.current_dir(root()).args([
        "build",
        "--no-default-features",
        "--manifest-path",
        "bindings/python/Cargo.toml",
    ]);
    output(maturin.arg("--out").arg(&dist).arg("--interpreter").arg(tools.program("python")))?;
    let english = fs::metadata(only(&dist, "whl")?)?.len();
    bindings::print_size("The wheel", size, english);
    Ok(())
}

/// A virtual environment.
pub(crate) struct Environment(PathBuf);

impl Environment {
    fn program(&self, name: &str) -> PathBuf {
        self.0.join(if cfg!(windows) { "Scripts" } else { "bin" }).join(name)
    }

    /// Its Python, run in a folder where nothing can be imported by accident.
    pub(crate) fn python(&self, script: &Path) -> Command {
        let mut command = self.command("python");
        command.arg(script);
        command
    }

    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = Command::new(self.program(name));
        command
            .current_dir(&self.0)
            .env("WIRECODES_VECTORS", root().join("data/vectors.json"))
            .env("WIRECODES_PARITY", root().join("bindings/PARITY.md"))
            .env("PYTHONDONTWRITEBYTECODE", "1");
        command
    }

    fn pip(&self) -> Command {
        let mut command = self.command("python");
        command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        command
    }
}

/// An empty virtual environment.
fn environment(name: &str) -> Result<Environment> {
    let folder = empty_folder(name)?;
    output(Command::new(PYTHON).args(["-m", "venv"]).arg(&folder))?;
    Ok(Environment(folder))
}

/// The virtual environment of the tools, set up anew when their list changes.
pub(crate) fn tools() -> Result<Environment> {
    let path = folder("python-tools");
    let list = root().join("bindings/python/requirements-dev.txt");
    let stamp = Stamp::new(&path, &list)?;
    if stamp.is_current() {
        return Ok(Environment(path));
    }
    let tools = environment("python-tools")?;
    output(tools.pip().arg("-r").arg(&list))?;
    stamp.done()?;
    Ok(tools)
}

/// The wheel and the sdist.
pub(crate) fn build(tools: &Environment) -> Result<(PathBuf, PathBuf)> {
    let dist = empty_folder("python-dist")?;
    let manifest = root().join("bindings/python/Cargo.toml");
    let maturin = |what: &str| {
        let mut command = tools.command("maturin");
        command.current_dir(root()).args([what, "--manifest-path"]).arg(&manifest).arg("--out").arg(&dist);
        command
    };
    output(maturin("build").args(["--interpreter"]).arg(tools.program("python")))?;
    output(&mut maturin("sdist"))?;
    Ok((only(&dist, "whl")?, only(&dist, "gz")?))
}

/// The one file in a folder with an extension.
fn only(folder: &Path, extension: &str) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files = files.filter(|path| path.extension().is_some_and(|found| found == extension));
    files.next().with_context(|| format!("no .{extension} in {}", folder.display()))
}

/// Runs the unit tests.
fn tests(summary: &mut Summary, installed: &Environment) -> Result<()> {
    let mut command = installed.command("python");
    command
        .args(["-W", "error", "-m", "unittest", "discover", "--start-directory"])
        .arg(root().join("bindings/python/tests"));
    let (_, text) = output(&mut command)?;
    let ran = text.lines().find_map(|line| line.strip_prefix("Ran ")?.split(' ').next()?.parse::<usize>().ok());
    summary.passed += ran.context("unittest says how many tests it ran")?;
    Ok(())
}

/// Runs the examples of the READMEs.
fn examples(summary: &mut Summary, installed: &Environment) -> Result<()> {
    for readme in ["README.md", "bindings/python/README.md"] {
        let examples = bindings::examples(readme, "python")?;
        assert!(!examples.is_empty(), "{readme} has no example in Python");
        for (line, example) in examples {
            check(summary, installed.command("python").args(["-W", "error", "-c", &example]))
                .with_context(|| format!("{readme}:{line}: the example fails"))?;
        }
    }
    Ok(())
}

/// Checks the stub: against the package, and against code that uses it.
fn types(summary: &mut Summary, tools: &Environment, wheel: &Path) -> Result<()> {
    output(tools.pip().args(["--no-index", "--force-reinstall"]).arg(wheel))?;
    let tests = root().join("bindings/python/tests");
    let files: Vec<PathBuf> = fs::read_dir(&tests)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    check(summary, tools.command("python").args(["-m", "mypy", "--strict"]).args(files))?;
    check(summary, tools.command("python").args(["-m", "mypy.stubtest", "wirecodes"]))?;
    check(summary, &mut tools.python(&tests.join("typed.py")))?;
    check(summary, crate::node::tool("pyright")?.arg("--pythonpath").arg(tools.program("python")).arg(&tests))
}
