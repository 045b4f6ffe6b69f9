//! A program that does nothing but look a code up and print its texts: how large the core is in a release binary. Built
//! without the core, with it, and with a second language.

fn main() {
    let word = std::env::args().nth(1).unwrap_or_default();
    println!("{}", text(&word));
}

#[cfg(feature = "core")]
fn text(word: &str) -> String {
    use wirecodes::{Lang, compare};
    let code = wirecodes::lookup("smtp", word).ok().flatten().unwrap_or(wirecodes::smtp::SERVICE_READY);
    let lang = if word.is_empty() { Lang::Ja } else { Lang::En };
    let text = code.text(lang);
    format!("{text:?} {} {}", compare(code, wirecodes::grpc::OK).summary(lang), code.references().count())
}

#[cfg(not(feature = "core"))]
fn text(word: &str) -> String {
    format!("{word:?}")
}
