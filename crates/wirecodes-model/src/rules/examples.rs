//! Examples: of the protocol's form on the wire, and with nobody's real name or address in them.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use regex::Regex;

use super::Rules;
use crate::source::Step;
use crate::types::{Form, Status};

/// Words with a dot in them that end in letters: domains, and what looks like one.
static DOMAIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z][a-z0-9-]*[a-z0-9]\b",
    )
    .expect("a constant expression")
});
static IPV4: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b\d{1,3}(?:\.\d{1,3}){3}\b").expect("a constant expression"));
static IPV6: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}").expect("a constant expression"));

pub(super) fn check(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    for (index, entry) in parts.dataset.codes.iter().enumerate() {
        let Some(protocol) = rules.protocol(entry) else { continue };
        if entry.examples.is_empty() && entry.status != Status::Unofficial {
            rules.code_fault(index, &["examples".into()], "has no example; only an `unofficial` code may be without");
        }
        let own = entry
            .examples
            .iter()
            .enumerate()
            .map(|(place, example)| (vec![Step::Key("examples"), Step::Index(place)], entry.code.clone(), example));
        let seen_through = entry.through.iter().flat_map(|(class, view)| {
            let code = entry.code.replacen('X', class, 1);
            view.examples.iter().enumerate().map(move |(place, example)| {
                let path = vec![Step::Key("through"), Step::Key(class), Step::Key("examples"), Step::Index(place)];
                (path, code.clone(), example)
            })
        });
        for (path, code, example) in own.chain(seen_through).collect::<Vec<_>>() {
            let escaped = match protocol.form {
                Form::Dotted => regex::escape(&code).replacen('X', "[0-9]", 1),
                _ => regex::escape(&code),
            };
            let pattern = protocol.example.replace("{code}", &escaped);
            if let Ok(form) = Regex::new(&pattern)
                && !form.is_match(example)
            {
                let message =
                    format!("example \"{example}\" has not the protocol's form on the wire, expected {pattern}");
                rules.code_fault(index, &path, message);
            }
            if let Some(real) = real_name(example) {
                let message = format!(
                    "example has `{real}`, which could be real; expected example.com, *.example or a documentation address (RFC 2606, RFC 5737, RFC 3849)"
                );
                rules.code_fault(index, &path, message);
            }
        }
    }
}

/// The first name or address in `text` that is not set aside for examples.
fn real_name(text: &str) -> Option<String> {
    let domain =
        DOMAIN.find_iter(text).filter(|found| !text[found.end()..].starts_with('@')).map(|found| found.as_str()).find(
            |name| {
                // `STOREDRV.Deliver` is a component, not a domain: those are written in one case.
                let top = name.rsplit('.').next().unwrap_or_default();
                if top.contains(|c: char| c.is_ascii_lowercase()) && top.contains(|c: char| c.is_ascii_uppercase()) {
                    return false;
                }
                let name = name.to_ascii_lowercase();
                let (rest, top) = name.rsplit_once('.').unwrap_or(("", &name));
                let second = rest.rsplit('.').next().unwrap_or_default();
                let reserved = matches!(top, "example" | "test" | "invalid" | "localhost")
                    || (second == "example" && matches!(top, "com" | "net" | "org" | "edu"));
                !reserved
            },
        );
    let v4 = || {
        IPV4.find_iter(text)
            .map(|found| found.as_str())
            .find(|address| address.parse::<Ipv4Addr>().is_ok_and(|ip| !ip.is_documentation() && !ip.is_loopback()))
    };
    let v6 = || {
        IPV6.find_iter(text).map(|found| found.as_str()).find(|address| {
            address.parse::<Ipv6Addr>().is_ok_and(|ip| ip.segments()[..2] != [0x2001, 0xdb8] && !ip.is_loopback())
        })
    };
    domain.or_else(v4).or_else(v6).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::real_name;

    #[test]
    fn only_names_and_addresses_for_examples_pass() {
        for fine in [
            "450 4.2.0 <ann@example.com>: see http://postgrey.example/help",
            "421 mx1.example.net [192.0.2.1] 2001:db8::1",
            "250-SIZE 1000.5",
            "250 ann.smith@example.com",
            "432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded",
        ] {
            assert_eq!(real_name(fine), None, "{fine}");
        }
        for (bad, found) in [
            ("450 <ann@mail.ru>", "mail.ru"),
            ("550 8.8.8.8 listed", "8.8.8.8"),
            ("550 2a00:1450::1 listed", "2a00:1450::1"),
            ("550 see https://examples.com", "examples.com"),
        ] {
            assert_eq!(real_name(bad).as_deref(), Some(found));
        }
    }
}
