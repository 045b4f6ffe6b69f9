//! Whole sentences of the interface, with codes and names put in as they are written out.

use core::fmt;

use crate::code::{Code, Reference};
use crate::generated::{Lang, Message};

/// A sentence about two codes. It is written by [`Display`](fmt::Display), without allocating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sentence {
    template: &'static str,
    lang: Lang,
    a: Code,
    b: Code,
    /// The one of the two that the sentence is about, where it is about one.
    code: Code,
}

impl Sentence {
    pub(crate) fn new(lang: Lang, message: Message, a: Code, b: Code) -> Sentence {
        Sentence { template: lang.message(message), lang, a, b, code: a }
    }

    /// A sentence about one of the two.
    pub(crate) fn about(template: &'static str, lang: Lang, code: Code, other: Code) -> Sentence {
        Sentence { template, lang, a: code, b: other, code }
    }

    /// Writes `template`, calling `put` for each placeholder `{name}`.
    pub(crate) fn fill(
        template: &str,
        f: &mut fmt::Formatter<'_>,
        mut put: impl FnMut(&mut fmt::Formatter<'_>, &str) -> fmt::Result,
    ) -> fmt::Result {
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            f.write_str(before)?;
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            put(f, name)?;
            rest = after;
        }
        f.write_str(rest)
    }

    /// The code, with its protocol if the two are of different ones.
    fn mention(&self, f: &mut fmt::Formatter<'_>, code: Code) -> fmt::Result {
        // A reply code and an enhanced code can't be taken for each other: their forms differ.
        if self.a.protocol() != self.b.protocol() && !self.a.protocol().is_companion(self.b.protocol()) {
            write!(f, "{} ", code.protocol().name())?;
        }
        f.write_str(code.mention())
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Sentence { lang, a, b, code, .. } = *self;
        let all = |code: Code| code.commands().unwrap_or_default().iter().copied();
        Sentence::fill(self.template, f, |f, name| match name {
            "a" => self.mention(f, a),
            "b" => self.mention(f, b),
            "code" => self.mention(f, code),
            "a-commands" => write_list(f, lang, all(a).map(|command| command_label(command, lang))),
            "b-commands" => write_list(f, lang, all(b).map(|command| command_label(command, lang))),
            "commands" => {
                let other = if code == a { b } else { a };
                let only = all(code).filter(|command| all(other).all(|have| have != *command));
                write_list(f, lang, only.map(|command| command_label(command, lang)))
            }
            "a-subject" => f.write_str(a.subject().map_or("", |subject| subject.local_name(lang))),
            "detail" => f.write_str(code.detail().map_or("", Code::as_str)),
            "class" => code.class().map_or(Ok(()), |class| write!(f, "{} {}", class.id(), class.local_name(lang))),
            "class-b" => b.class().map_or(Ok(()), |class| write!(f, "{} {}", class.id(), class.local_name(lang))),
            "classes" => write_list(f, lang, code.classes().map(super::class::Class::digits)),
            "limit" => code.limited_by().map_or(Ok(()), |reference| match reference.section() {
                Some(section) => write!(f, "{} ({section})", reference.document().id),
                None => f.write_str(reference.document().id),
            }),
            "says" => {
                f.write_str(code.limited_by().and_then(Reference::says).map_or("", |says| says.trim_end_matches('.')))
            }
            "b-subject" => f.write_str(b.subject().map_or("", |subject| subject.local_name(lang))),
            _ => Ok(()),
        })
    }
}

/// One or two sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Passage {
    first: Sentence,
    second: Option<Sentence>,
}

impl Passage {
    pub(crate) fn new(first: Sentence, second: Option<Sentence>) -> Passage {
        Passage { first, second }
    }

    /// The sentences.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> {
        core::iter::once(self.first).chain(self.second)
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        if let Some(second) = &self.second {
            f.write_str(if self.first.lang.has_spaces() { " " } else { "" })?;
            second.fmt(f)?;
        }
        Ok(())
    }
}

/// `A, B and C`, as the language writes it.
pub(crate) fn write_list(
    f: &mut fmt::Formatter<'_>,
    lang: Lang,
    items: impl Iterator<Item = &'static str>,
) -> fmt::Result {
    let mut items = items.peekable();
    let mut first = true;
    while let Some(item) = items.next() {
        if !first {
            let last = items.peek().is_none();
            f.write_str(lang.message(if last { Message::ListLast } else { Message::ListComma }))?;
        }
        f.write_str(item)?;
        first = false;
    }
    if first { f.write_str(lang.message(Message::ValueNone)) } else { Ok(()) }
}

/// The name of a command: its own, or words for what is not a command.
pub(crate) fn command_label(command: &'static str, lang: Lang) -> &'static str {
    match command {
        "connect" => lang.message(Message::CommandConnect),
        "any" => lang.message(Message::CommandAny),
        "end-of-data" => lang.message(Message::CommandEndOfData),
        name => name,
    }
}
