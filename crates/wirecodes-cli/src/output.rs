//! Where output goes and how it looks there.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use wirecodes::Lang;
use wirecodes_render::Style;

/// Writes to standard output. A reader that has seen enough and closed the pipe is no error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = AutoStream::new(io::stdout().lock(), choice());
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

pub(crate) fn choice() -> ColorChoice {
    AutoStream::choice(&io::stdout())
}

/// Colour and width follow the terminal; output to a pipe is plain and 80 columns wide.
pub(crate) fn style() -> Style {
    let width = if io::stdout().is_terminal() {
        terminal_size::terminal_size().map_or(80, |(terminal_size::Width(width), _)| usize::from(width))
    } else {
        80
    };
    // Longer lines are harder to read than a wide terminal is to fill.
    let width = width.min(100);
    match choice() {
        ColorChoice::Never => Style::plain(width),
        _ => Style::coloured(width),
    }
}

/// The language that the environment asks for, or English.
pub(crate) fn lang_from_environment() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::from_posix_locale(&value))
        .unwrap_or(Lang::En)
}
