//! The `wirecodes` command, for a program that has it under a name of its own: `python -m wirecodes` and `npx wirecodes` are
//! this very command. `args` is what can be said on the command line, `run` does it, `output` writes it.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod args;
mod explain;
mod output;
mod run;

use std::ffi::OsString;

use clap::Parser;

/// Runs the command, writing to standard output and standard error, and returns its exit status: 0 found, 1 not in the
/// dataset, 2 wrong usage. The first of `args` is the name of the program.
///
/// ```
/// assert_eq!(wirecodes_cli::run(["wirecodes", "list", "gopher"]), 2);
/// ```
pub fn run<A: Into<OsString> + Clone>(args: impl IntoIterator<Item = A>) -> u8 {
    match args::Args::try_parse_from(args) {
        Ok(args) => run::run(args),
        // Help and the version are "errors" of clap too, with status 0. Nothing can be done if even the message can't be written.
        Err(error) => {
            let _ = error.print();
            error.exit_code().try_into().unwrap_or(2)
        }
    }
}
