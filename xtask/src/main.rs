//! The project's own commands: `cargo xtask <command>`. Each is thin; the work is in the crates.

mod bench;
mod bindings;
mod citations;
mod codegen;
mod data;
mod fuzz;
mod node;
mod parity;
mod python;
mod readme;
mod registry_diff;
mod test;
mod version;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own commands")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report all that is wrong in data/, each as file:line
    Validate,
    /// Write the files that are generated from data/
    Codegen {
        /// Write nothing; fail if a file is not what it should be
        #[arg(long)]
        check: bool,
    },
    /// Set up and run all tests
    Test {
        /// Leave out the packages for Python and Node
        #[arg(long)]
        rust: bool,
    },
    /// Measure: lookups against what users would otherwise call, sizes, times of the build steps
    Bench,
    /// Run each fuzz target for a while
    Fuzz {
        /// How long
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Check that each section that is cited speaks of the code, against the texts of the RFCs
    Citations {
        /// The folder that has them, as rfc5321.txt and so on
        folder: PathBuf,
    },
    /// Print what has changed in IANA's registry of enhanced status codes against data/
    RegistryDiff {
        /// IANA's table "Enumerated Status Codes" as CSV
        file: PathBuf,
    },
    /// Fill in the missing fingerprints of a language's translations
    Stamp {
        /// Tag of the language
        language: String,
        /// Also note that a second person has read these tables (`code.smtp:450`; `all` for every one)
        #[arg(long, value_name = "TABLE", num_args = 1..)]
        read: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Args::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Validate => data::validate(),
        Command::Codegen { check } => codegen::run(check),
        Command::Test { .. } if std::env::var_os("ONLY_NODE").is_some() => {
            let mut s = test::Summary::default();
            node::test(&mut s)?;
            println!("{} passed", s.passed);
            Ok(())
        }
        Command::Bench if std::env::var_os("ONLY_NODE").is_some() => node::bench(),
        Command::Test { rust } => test::run(rust),
        Command::Bench => bench::run(),
        Command::Fuzz { seconds } => fuzz::run(seconds),
        Command::Citations { folder } => citations::run(&folder),
        Command::RegistryDiff { file } => registry_diff::run(&file),
        Command::Stamp { language, read } => data::stamp(&language, &read),
    }
}
