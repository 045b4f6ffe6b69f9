//! The command line.

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// What protocol status codes mean: who has to act, whether to try again, and which specification says so.
#[derive(Debug, Parser)]
#[command(name = "wirecodes", version, max_term_width = 80, after_help = EXAMPLES, after_long_help = AFTER)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  wirecodes show smtp 450               what SMTP 450 means and what to do
  wirecodes compare smtp 235 450        how two codes differ
  wirecodes search greylist             codes that speak of greylisting
  wirecodes explain mail.log            why other servers refused your mail";

const AFTER: &str = "\
Examples:
  wirecodes show smtp 450               what SMTP 450 means and what to do
  wirecodes show 550                    the code in every protocol that has it
  wirecodes show 5.7.26                 an enhanced status code of SMTP
  wirecodes show 5.7                    what its class and subject stand for
  wirecodes compare smtp 235 450        how two codes differ
  wirecodes compare smtp 550 4.2.2      whether the two go together in a reply
  wirecodes compare smtp:450 grpc:UNAVAILABLE --lang ja
  wirecodes list smtp --format json     every code, for a program
  wirecodes search 45x                  codes by pattern, name or prose
  wirecodes explain mail.log            each refusal in a log, and a summary
  wirecodes explain --reply '550 5.1.1 User unknown'
  wirecodes explain --format json < bounce.eml

Exit status:
  0  found
  1  not in the dataset; `show` then says what the form of the code tells
  2  wrong usage, or not the form of a code

Environment:
  LC_ALL, LC_MESSAGES, LANG   the language, unless --lang names one
  NO_COLOR, CLICOLOR_FORCE    no colour, or colour even without a terminal";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Explain a code
    #[command(after_help = "\
Examples:
  wirecodes show smtp 450
  wirecodes show smtp:450
  wirecodes show grpc UNAVAILABLE
  wirecodes show 5.7.26       (an enhanced status code)
  wirecodes show 5.7          (a class and subject; also X.7, 4yz, 45z)
  wirecodes show 550          (every protocol that has it)")]
    Show {
        /// A protocol and a code, `smtp 450` or `smtp:450`; or a code alone
        #[arg(required = true, num_args = 1..=2, value_name = "CODE", allow_negative_numbers = true)]
        code: Vec<String>,
        #[command(flatten)]
        options: Options,
    },
    /// Set two codes against each other
    #[command(after_help = "\
Examples:
  wirecodes compare smtp 235 450
  wirecodes compare smtp:450 grpc:UNAVAILABLE
  wirecodes compare smtp 550 4.2.2
  wirecodes compare smtp 450 550 --format html > 450-550.html")]
    Compare {
        /// A protocol and two codes, `smtp 235 450`; or two codes with their protocols, `smtp:450 grpc:14`
        #[arg(required = true, num_args = 2..=3, value_names = ["A", "B"], allow_negative_numbers = true)]
        codes: Vec<String>,
        #[command(flatten)]
        options: Options,
    },
    /// List the codes of a protocol, or of all
    List {
        /// Only this protocol
        protocol: Option<String>,
        #[command(flatten)]
        options: Options,
    },
    /// Find codes by number, pattern (45x), name or prose
    #[command(after_help = "\
Examples:
  wirecodes search greylist
  wirecodes search 45x
  wirecodes search smtp mailbox full")]
    Search {
        /// All of these must be found; the id of a protocol narrows the search to it
        #[arg(required = true)]
        words: Vec<String>,
        #[command(flatten)]
        options: Options,
    },
    /// Explain replies: of a log, a bounce mail, or a list of replies
    #[command(after_help = "\
Examples:
  wirecodes explain mail.log             each refusal, and a summary
  wirecodes explain --full bounce.eml    what it means and what to do
  wirecodes explain --reply '550 5.1.1 User unknown'
  zcat mail.log.1.gz | wirecodes explain --format json > refusals.jsonl
  wirecodes explain --rules own.toml mail.log

Exit status: 0 replies were found, 1 there were none, 2 wrong usage or a file
that can't be read.")]
    Explain {
        /// Files to read; standard input if there are none, or for `-`
        files: Vec<std::path::PathBuf>,
        /// Explain this reply instead of files
        #[arg(long, value_name = "TEXT", conflicts_with = "files")]
        reply: Option<std::ffi::OsString>,
        /// Everything that is known of each reply; otherwise only if there is just one
        #[arg(long)]
        full: bool,
        /// Rules of your own, tried before the built-in ones
        #[arg(long, value_name = "FILE")]
        rules: Vec<std::path::PathBuf>,
        /// Rules of your own, tried after the built-in ones
        #[arg(long, value_name = "FILE")]
        rules_after: Vec<std::path::PathBuf>,
        /// Whether to end with a summary: on standard output after text, on standard error with JSON and CSV
        #[arg(long, value_enum, default_value_t = When::Auto)]
        summary: When,
        /// Language of the texts: a tag such as ja or ja-JP; by default what LANG asks for, or English
        #[arg(long, value_name = "TAG")]
        lang: Option<String>,
        /// Form of the output
        #[arg(long, value_enum, default_value_t = RowFormat::Text)]
        format: RowFormat,
    },
    /// Explain a reason that `explain` gives, or list them all
    Reason {
        /// Its id, such as mailbox-full
        id: Option<String>,
        #[command(flatten)]
        options: Options,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, in roff
    Man,
}

/// What all commands that show something take.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Language of the texts: a tag such as ja or ja-JP; by default what LANG asks for, or English
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// Forms of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    /// A line a reply, for a terminal
    Text,
    /// JSON Lines: an object a reply
    Json,
    /// Comma-separated values with a heading
    Csv,
}

/// Whether to do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// With more than one reply
    Auto,
    /// Also with one or none
    Always,
    /// Not at all
    Never,
}

/// Forms of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a terminal
    Text,
    /// CommonMark with tables
    Markdown,
    /// A self-contained page
    Html,
    /// The documented form, for programs
    Json,
}
