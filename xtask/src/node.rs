//! The npm package as users get it: its tarball and that of this platform, packed, installed into an empty folder and tested from
//! there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::bindings::{self, Stamp, check, compare_everything, empty_folder, output};
use crate::data::root;
use crate::test::Summary;

/// Fails if Node is not there.
pub(crate) fn require() -> Result<()> {
    bindings::require("node", (20, 0), "the tests of the npm package")?;
    bindings::require("npm", (10, 0), "the tests of the npm package")
}

/// Builds, packs, installs, tests.
pub(crate) fn test(summary: &mut Summary) -> Result<()> {
    set_up()?;
    let packed = pack()?;

    // As a release installs it: the package, and the one of this platform.
    let installed = install("node-installed", &[&packed.main, &packed.platform])?;
    tests(summary, &installed)?;
    examples(summary, &installed)?;
    compare_everything(summary, || {
        let mut command = installed.node();
        command.arg("everything.mjs");
        command
    })?;

    // As somebody installs it who has built it: one tarball with everything.
    let alone = install("node-by-hand", &[&packed.by_hand])?;
    tests(summary, &alone)?;

    check(summary, tool("publint")?.args(["run", "--strict"]).arg(&packed.main))?;
    check(summary, tool("attw")?.arg(&packed.main))?;
    types(summary, &installed)
}

/// Prints what lookups cost in Node, and how large the packages are.
pub(crate) fn bench() -> Result<()> {
    set_up()?;
    let packed = pack()?;
    let installed = install("node-bench", &[&packed.main, &packed.platform])?;
    for rival in ["statuses", "http-status-codes"] {
        let link = installed.0.join("node_modules").join(rival);
        output(Command::new("cp").arg("-R").arg(package().join("node_modules").join(rival)).arg(link))?;
    }
    fs::copy(package().join("bench/lookups.mjs"), installed.0.join("lookups.mjs"))?;
    print!("{}", output(installed.node().args(["--expose-gc", "lookups.mjs"]))?.0);
    // Rust explains the very same replies, in turns with Node.
    fs::copy(package().join("bench/explains.mjs"), installed.0.join("explains.mjs"))?;
    let mut explains = installed.node();
    explains
        .args(["--expose-gc", "explains.mjs"])
        .arg(crate::bench::binary("explains"))
        .arg(empty_folder("node-explains")?);
    print!("{}", output(&mut explains)?.0);
    let size = fs::metadata(&packed.main)?.len() + fs::metadata(&packed.platform)?.len();
    // The same without other languages than English, and then the build that belongs here again.
    output(&mut npm(&["run", "build", "--", "--no-default-features"]))?;
    let by_hand = pack_in(&package(), "node-pack-english")?;
    let english = fs::metadata(by_hand)?.len();
    output(&mut npm(&["run", "build"]))?;
    bindings::print_size("The npm package with that of its platform", size, english);
    Ok(())
}

/// Where the package lies.
fn package() -> PathBuf {
    root().join("bindings/node")
}

fn npm(args: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // Only what is wrong is of interest here; notices of newer versions and advice to fund are not.
    command.args(["--loglevel=error", "--no-fund", "--no-audit", "--no-update-notifier"]);
    command.current_dir(package()).args(args);
    command
}

/// Installs the tools that package-lock.json has, if it has changed.
pub(crate) fn set_up() -> Result<()> {
    let modules = package().join("node_modules");
    let stamp = Stamp::new(&modules, &package().join("package-lock.json"))?;
    if !stamp.is_current() {
        output(&mut npm(&["ci"]))?;
        stamp.done()?;
    }
    Ok(())
}

/// One of those tools.
pub(crate) fn tool(name: &str) -> Result<Command> {
    set_up()?;
    let mut command = Command::new(package().join("node_modules/.bin").join(name));
    command.current_dir(package());
    Ok(command)
}

/// The tarballs.
pub(crate) struct Packed {
    /// The package without its native half, and the package of this platform.
    pub(crate) main: PathBuf,
    pub(crate) platform: PathBuf,
    /// The package as `npm pack` makes it after `npm run build`.
    pub(crate) by_hand: PathBuf,
}

/// Builds and packs.
pub(crate) fn pack() -> Result<Packed> {
    for path in natives(&package())? {
        fs::remove_file(path)?;
    }
    output(&mut npm(&["run", "build"]))?;
    let by_hand = pack_in(&package(), "node-pack-by-hand")?;

    // What a release does, with the native module of this platform alone.
    let release = empty_folder("node-release")?;
    let list = output(&mut npm(&["pack", "--dry-run", "--json"]))?.0;
    for path in list.lines().filter_map(|line| line.trim().strip_prefix("\"path\": \"")?.strip_suffix("\",")) {
        let to = release.join(path);
        fs::create_dir_all(to.parent().context("it is in a folder")?)?;
        if !path.ends_with(".node") {
            fs::copy(package().join(path), to)?;
        }
    }
    output(tool("napi")?.arg("create-npm-dirs").current_dir(&release))?;
    let native = natives(&package())?.pop().context("`npm run build` makes a .node")?;
    let name = native.file_name().context("it has a name")?.to_string_lossy().into_owned();
    let own = name.trim_start_matches("wirecodes.").trim_end_matches(".node");
    for platform in fs::read_dir(release.join("npm"))? {
        let platform = platform?.path();
        let name = platform.file_name().context("it has a name")?.to_string_lossy().into_owned();
        // `pre-publish` wants one in every package. The others' are empty here, and are not packed.
        let to = platform.join(format!("wirecodes.{name}.node"));
        if name == own { fs::copy(&native, to).map(drop)? } else { fs::write(to, "")? }
    }
    // This one writes the optional dependencies into package.json.
    output(tool("napi")?.args(["pre-publish", "--no-gh-release", "--skip-optional-publish"]).current_dir(&release))?;
    let platform = pack_in(&release.join("npm").join(own), "node-pack-platform")?;
    Ok(Packed { main: pack_in(&release, "node-pack-main")?, platform, by_hand })
}

/// The native modules in a folder.
fn natives(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(files.filter(|path| path.extension().is_some_and(|extension| extension == "node")).collect())
}

fn pack_in(package: &Path, name: &str) -> Result<PathBuf> {
    let folder = empty_folder(name)?;
    output(npm(&["pack", "--silent", "--pack-destination"]).arg(&folder).current_dir(package))?;
    let file = fs::read_dir(&folder)?.next().context("npm pack makes a tarball")??;
    Ok(file.path())
}

/// A folder in which the package is installed.
pub(crate) struct Installed(pub(crate) PathBuf);

impl Installed {
    pub(crate) fn node(&self) -> Command {
        let mut command = Command::new("node");
        command
            .current_dir(&self.0)
            .env("WIRECODES_VECTORS", root().join("data/vectors.json"))
            .env("WIRECODES_PARITY", root().join("bindings/PARITY.md"));
        command
    }
}

/// Installs tarballs into an empty folder, outside of which nothing can be found by accident, and puts the tests beside them.
pub(crate) fn install(name: &str, tarballs: &[&Path]) -> Result<Installed> {
    let folder = empty_folder(name)?;
    fs::write(folder.join("package.json"), "{ \"private\": true }\n")?;
    output(npm(&["install", "--prefer-offline"]).args(tarballs).current_dir(&folder))?;
    for entry in fs::read_dir(package().join("test"))? {
        let path = entry?.path();
        fs::copy(&path, folder.join(path.file_name().context("it has a name")?))?;
    }
    Ok(Installed(folder))
}

/// Runs the tests.
fn tests(summary: &mut Summary, installed: &Installed) -> Result<()> {
    let files: Vec<PathBuf> = fs::read_dir(&installed.0)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    let (text, _) = output(installed.node().args(["--test", "--test-reporter=tap"]).args(files))?;
    let passed = text.lines().find_map(|line| line.strip_prefix("# pass ")?.parse::<usize>().ok());
    summary.passed += passed.context("node says how many tests passed")?;
    Ok(())
}

/// Runs the examples of the READMEs, as ES modules or as CommonJS by what they begin with.
fn examples(summary: &mut Summary, installed: &Installed) -> Result<()> {
    for readme in ["README.md", "bindings/node/README.md"] {
        let examples = bindings::examples(readme, "js")?;
        assert!(!examples.is_empty(), "{readme} has no example in JavaScript");
        for (line, example) in examples {
            let kind = if example.contains("require(") { "commonjs" } else { "module" };
            check(summary, installed.node().args([&format!("--input-type={kind}"), "--eval", &example]))
                .with_context(|| format!("{readme}:{line}: the example fails"))?;
        }
    }
    Ok(())
}

/// Checks the types: what they say of the codes, and the examples of the README, from both module systems.
fn types(summary: &mut Summary, installed: &Installed) -> Result<()> {
    let mut sources = vec![fs::read_to_string(installed.0.join("types.test-d.ts"))?];
    let examples = bindings::examples("bindings/node/README.md", "ts")?;
    assert!(!examples.is_empty(), "bindings/node/README.md has no example in TypeScript");
    sources.extend(examples.into_iter().map(|(_, example)| example));
    let types = package().join("node_modules/@types");
    for (index, source) in sources.iter().enumerate() {
        for extension in ["mts", "cts"] {
            let path = installed.0.join(format!("types-{index}.{extension}"));
            // A default import is of the whole module only where modules have a default.
            let source = if extension == "cts" {
                source.replace("import wirecodes, {", "import wirecodes = require(\"wirecodes\");\nimport {")
            } else {
                source.clone()
            };
            fs::write(&path, source)?;
            let options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--types", "node"];
            check(
                summary,
                tool("tsc")?.current_dir(&installed.0).args(options).arg("--typeRoots").arg(&types).arg(&path),
            )?;
        }
    }
    // And it runs, once the types are taken out.
    for (index, _) in sources.iter().enumerate().skip(1) {
        let options = ["--target", "es2022", "--module", "nodenext", "--types", "node"];
        let path = installed.0.join(format!("types-{index}.mts"));
        output(tool("tsc")?.current_dir(&installed.0).args(options).arg("--typeRoots").arg(&types).arg(&path))?;
        check(summary, installed.node().arg(path.with_extension("mjs")))?;
    }
    Ok(())
}
