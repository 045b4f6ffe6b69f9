//! `citations`: does each section that is cited really speak of the code? Checked against the texts of the RFCs, which are
//! not part of the repository: the command takes the folder that has them, as `rfc5321.txt` and so on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use regex::Regex;
use wirecodes_model::Reference;

use crate::data::load;

/// The text of each section of a document, with its subsections.
struct Sections(BTreeMap<String, String>);

impl Sections {
    fn read(text: &str, indented: bool) -> Result<Sections> {
        let indent = if indented { " {0,6}" } else { "" };
        let heading =
            Regex::new(&format!(r"^{indent}(?:Appendix ([A-Z])|(\d+(?:\.\d+)*|[A-Z](?:\.\d+)+))[.:]? {{1,3}}\S"))?;
        let leader = Regex::new(r"\. ?\. ?\.")?;
        let mut sections: BTreeMap<String, String> = BTreeMap::new();
        let mut current: Option<String> = None;
        for line in text.lines() {
            // A line of the table of contents has dots.
            if let Some(found) = heading.captures(line).filter(|_| !leader.is_match(line)) {
                current = found.get(1).or(found.get(2)).map(|name| name.as_str().to_owned());
            }
            let mut section = current.as_deref();
            while let Some(name) = section {
                let text = sections.entry(name.to_owned()).or_default();
                text.push_str(line);
                text.push('\n');
                section = name.rsplit_once('.').map(|(parent, _)| parent);
            }
        }
        Ok(Sections(sections))
    }
}

/// Without blanks, which line breaks and page breaks change.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// What is wrong with a reference of `code`, if something is.
fn fault(sections: &Sections, code: &str, reference: &Reference, phrase: Option<&str>) -> Option<String> {
    let section = reference.section.as_deref().unwrap_or_default();
    let Some(text) = sections.0.get(section) else {
        return Some(format!("{} has no section {section}", reference.document));
    };
    // A detail stands in documents with any class, or with X for it.
    let (class, rest) = match code.strip_prefix("X.") {
        Some(detail) => (r"[0-9XxYy]\.", detail),
        None => ("", code),
    };
    let number = Regex::new(&format!(r"(^|[^0-9.]){class}{}([^0-9]|$)", regex::escape(rest))).expect("an escaped code");
    if !number.is_match(text) {
        return Some(format!("{} {section} does not speak of {code}", reference.document));
    }
    let text = squeezed(text);
    [("words", reference.says.as_deref()), ("phrase", phrase)]
        .into_iter()
        .find(|(_, quoted)| quoted.is_some_and(|quoted| !text.contains(&squeezed(quoted))))
        .map(|(what, quoted)| {
            format!("{} {section} has not the {what} \"{}\"", reference.document, quoted.unwrap_or_default())
        })
}

/// `cargo xtask citations FOLDER`
pub(crate) fn run(folder: &Path) -> Result<()> {
    let (registry, _) = load()?;
    let mut documents: BTreeMap<String, Sections> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut checked = 0;
    // The views of a detail have its references.
    for code in registry.codes.iter().filter(|code| !code.is_view()) {
        let own = code
            .references
            .iter()
            .chain(&code.limited_by)
            .enumerate()
            .map(|(index, reference)| (reference, code.phrase.as_deref().filter(|_| index == 0)));
        let meanings = code.meanings.iter().map(|meaning| (&meaning.reference, meaning.phrase.as_deref()));
        for (reference, phrase) in own.chain(meanings) {
            let Some(number) = reference.document.strip_prefix("RFC ") else { continue };
            if !documents.contains_key(number) {
                let path = folder.join(format!("rfc{number}.txt"));
                let Ok(text) = fs::read(&path) else {
                    faults.push(format!("{}: there is no {}", code.entry, path.display()));
                    continue;
                };
                // The oldest indent their headings.
                let indented = number.parse::<u32>().is_ok_and(|number| number < 1200);
                documents.insert(number.to_owned(), Sections::read(&String::from_utf8_lossy(&text), indented)?);
            }
            checked += 1;
            faults.extend(
                fault(&documents[number], &code.code, reference, phrase)
                    .map(|fault| format!("{}: {fault}", code.entry)),
            );
        }
    }
    if !faults.is_empty() {
        bail!("{}\n{} of {checked} references do not stand up", faults.join("\n"), faults.len());
    }
    println!("{checked} references stand up");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
1.  Tea . . . . . . 2
1.  Tea

   Tea is 250.

1.1.  Milk

   Reply 450 means: no
   milk today.

2.  Water

   Nothing here; 4500 is no code. A server says 5.2.10, or X.3.1.
";

    fn check(section: &str, code: &str, says: Option<&str>, phrase: Option<&str>) -> Option<String> {
        let reference =
            Reference { document: "RFC 1".into(), section: Some(section.into()), says: says.map(Into::into) };
        fault(&Sections::read(TEXT, false).unwrap(), code, &reference, phrase)
    }

    #[test]
    fn a_section_must_speak_of_the_code() {
        assert_eq!(check("1.1", "450", None, Some("no milk today")), None);
        assert_eq!(check("1", "450", Some("no milk"), None), None, "a section has its subsections in it");
        assert_eq!(check("1.1", "250", None, None).unwrap(), "RFC 1 1.1 does not speak of 250");
        assert_eq!(check("2", "450", None, None).unwrap(), "RFC 1 2 does not speak of 450");
        assert_eq!(check("2", "X.2.10", None, None), None, "with a class");
        assert_eq!(check("2", "X.3.1", None, None), None, "without");
        assert_eq!(check("2", "X.2.1", None, None).unwrap(), "RFC 1 2 does not speak of X.2.1");
        assert_eq!(check("3", "450", None, None).unwrap(), "RFC 1 has no section 3");
        assert_eq!(check("1.1", "450", Some("no tea"), None).unwrap(), "RFC 1 1.1 has not the words \"no tea\"");
        assert_eq!(check("1.1", "450", None, Some("No tea")).unwrap(), "RFC 1 1.1 has not the phrase \"No tea\"");
    }
}
