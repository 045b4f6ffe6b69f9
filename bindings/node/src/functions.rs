//! Looking up, searching, rendering, and the command.

use napi_derive::napi;
use wirecodes::{Code, Comparison, Lang, Protocol, compare};
use wirecodes_render::{Style, html, json, markdown, text};

use crate::facts::references;
use crate::{Result, raise, read};

/// The reference of the code with this text, if the dataset has it.
#[napi]
pub fn lookup(protocol: String, code: String) -> Result<Option<String>> {
    let found = read::<Protocol>(&protocol)?.lookup_text(&code).map_err(raise)?;
    Ok(found.map(|code| code.to_string()))
}

/// The reference of the code with these three numbers, if the dataset has it.
#[napi]
pub fn lookup_dotted(protocol: String, class_digit: u16, subject: u16, detail: u16) -> Result<Option<String>> {
    Ok(read::<Protocol>(&protocol)?.lookup_dotted(class_digit, subject, detail).map(|code| code.to_string()))
}

/// The reference of the code that a reference names, as it is written by the core, if the dataset has it.
#[napi]
pub fn parse(reference: String) -> Result<Option<String>> {
    Ok(wirecodes::parse(&reference).map_err(raise)?.map(|code| code.to_string()))
}

/// The same, with an error for a code that the dataset doesn't have.
#[napi]
pub fn known(reference: String) -> Result<String> {
    read::<Code>(&reference).map(|code| code.to_string())
}

/// The id of a protocol, forgiving of case.
#[napi]
pub fn protocol(id: String) -> Result<&'static str> {
    read::<Protocol>(&id).map(Protocol::id)
}

/// The tag of the language that a tag asks for.
#[napi]
pub fn language(tag: String) -> Result<&'static str> {
    read::<Lang>(&tag).map(Lang::tag)
}

/// The references of the codes that words find, best first.
#[napi]
pub fn search(query: String) -> Vec<String> {
    references(wirecodes::search(&query))
}

/// The references of the codes nearest to one.
#[napi]
pub fn nearest(protocol: String, code: String, count: u32) -> Result<Vec<String>> {
    let of = read::<Protocol>(&protocol)?.interpret(&code).map_err(raise)?;
    Ok(references(of.nearest().take(count as usize)))
}

/// Something rendered for a terminal of some width, as Markdown, HTML or JSON.
macro_rules! render {
    ($format:expr, $width:expr, $render:ident($of:expr, $lang:expr)) => {
        match $format.as_str() {
            "text" => text::$render($of, $lang, Style::plain($width as usize)),
            "markdown" => markdown::$render($of, $lang),
            "html" => html::$render($of, $lang),
            _ => json::$render($of, $lang),
        }
    };
}

/// A code rendered.
#[napi]
pub fn render_code(of: String, lang: String, format: String, width: u32) -> Result<String> {
    let (code, lang): (Code, Lang) = (read(&of)?, read(&lang)?);
    Ok(render!(format, width, code(code, lang)))
}

/// What can be said of a code, rendered.
#[napi]
pub fn render_interpretation(
    protocol: String,
    code: String,
    lang: String,
    format: String,
    width: u32,
) -> Result<String> {
    let of = read::<Protocol>(&protocol)?.interpret(&code).map_err(raise)?;
    let lang = read(&lang)?;
    Ok(render!(format, width, interpretation(&of, lang)))
}

/// A comparison rendered.
#[napi]
pub fn render_comparison(a: String, b: String, lang: String, format: String, width: u32) -> Result<String> {
    let of: Comparison = compare(read(&a)?, read(&b)?);
    let lang = read(&lang)?;
    Ok(render!(format, width, comparison(of, lang)))
}

/// A family rendered; nothing if the text does not name one.
#[napi]
pub fn render_family(
    protocol: String,
    text: String,
    lang: String,
    format: String,
    width: u32,
) -> Result<Option<String>> {
    let lang = read(&lang)?;
    let of = read::<Protocol>(&protocol)?.family(&text);
    Ok(of.map(|of| render!(format, width, family(of, lang))))
}

/// Runs the command `wirecodes` with these arguments, the first of which is its name, and returns its exit status.
#[napi]
pub fn run(args: Vec<String>) -> u8 {
    wirecodes_cli::run(args)
}
