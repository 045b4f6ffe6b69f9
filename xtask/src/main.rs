//! The project's own commands: `cargo xtask <command>`. Each is thin; the work is in the crates.

mod codegen;
mod data;

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
        Command::Stamp { language, read } => data::stamp(&language, &read),
    }
}
