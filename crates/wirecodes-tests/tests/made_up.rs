//! The made-up dataset through the whole chain: generated files as snapshots, and the core crate built and tested with them.

use std::fs;
use std::path::Path;
use std::process::Command;

use wirecodes_codegen::outputs;
use wirecodes_model::{Files, Registry, load};
use wirecodes_tests::{made_up, root};

/// The made-up codes with the real words of the interface, which the core crate needs by name.
fn registry() -> Registry {
    let mut files = Files::read(&root().join("data")).unwrap();
    files.codes = ("codes.toml".into(), fs::read_to_string(made_up().join("codes.toml")).unwrap());
    files.reasons = ("reasons.toml".into(), fs::read_to_string(made_up().join("reasons.toml")).unwrap());
    files.locales.retain(|(name, _)| name.ends_with("/en.toml"));
    files.locales.push(("xx.toml".into(), fs::read_to_string(made_up().join("locales/xx.toml")).unwrap()));
    let (registry, stale) = load(&files).unwrap_or_else(|report| panic!("{report}"));
    // `xx` translates a little and has one stale text; everything else is missing.
    assert!(stale.faults().iter().any(|fault| fault.message.contains("changed since")), "{stale}");
    registry
}

#[test]
fn generated_files() {
    let outputs = outputs(&registry());
    for output in outputs {
        let name = output.path.rsplit('/').next().unwrap().to_owned();
        // The interface is long and not made up; the schema has a test of its own.
        if matches!(name.as_str(), "lamp.rs" | "lamp_detail.rs" | "radio.rs" | "signal.rs" | "README.md") {
            insta::assert_snapshot!(name, output.content);
        }
    }
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    assert_eq!(outputs(&registry()), outputs(&registry()));
}

/// Copies the core crate, puts the made-up tables into it, and runs `made-up/core.rs` against it.
#[test]
fn the_core_crate_works_with_them() {
    let package = root().join("target/made-up-core");
    let _ = fs::remove_dir_all(&package);
    copy(&root().join("crates/wirecodes/src"), &package.join("src"));
    fs::remove_dir_all(package.join("src/generated")).unwrap();
    for output in outputs(&registry()) {
        if let Some(name) = output.path.strip_prefix("crates/wirecodes/src/generated/") {
            write(&package.join("src/generated").join(name), &output.content);
        }
    }
    write(&package.join("tests/made_up.rs"), &fs::read_to_string(made_up().join("core.rs")).unwrap());
    write(
        &package.join("Cargo.toml"),
        "[package]\nname = \"wirecodes\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[features]\nlang-xx = []\nserde = []\n[workspace]\n",
    );
    let output = Command::new(env!("CARGO"))
        .args(["test", "--quiet", "--offline", "--features", "lang-xx", "--test", "made_up"])
        .current_dir(&package)
        .env("CARGO_TARGET_DIR", package.join("target"))
        .env("RUSTFLAGS", "")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            write(&target, &fs::read_to_string(entry.path()).unwrap());
        }
    }
}

fn write(path: &Path, content: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}
