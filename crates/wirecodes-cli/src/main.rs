//! The `wirecodes` command. `args` is what can be said on the command line, `run` does it, `output` writes it.

#![forbid(unsafe_code)]

mod args;
mod output;
mod run;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    // clap itself exits with 2 for wrong usage, and with 0 after help.
    run::run(args::Args::parse())
}
