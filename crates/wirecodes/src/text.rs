//! The texts of a code in a language.

use crate::code::Code;
use crate::generated::Lang;
use crate::table::{CodeTexts, text};

/// What is said of a code in one language: [`Code::text`].
///
/// ```
/// use wirecodes::{Lang, smtp};
///
/// let text = smtp::MAILBOX_UNAVAILABLE.text(Lang::En);
/// assert!(text.gist.ends_with('.'));
/// assert!(text.choose.starts_with("450 "));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Text {
    /// The language that the texts are in: the one asked for, or English if that is not compiled in.
    pub lang: Lang,
    /// The name in this language; none for a code without a name.
    pub name: Option<&'static str>,
    /// One sentence: what this code says.
    pub gist: &'static str,
    /// What it means.
    pub description: &'static str,
    /// When one sees it: the concrete situations.
    pub when: &'static str,
    /// What to do about it.
    pub fix: &'static str,
    /// For who implements a server: when to send this one rather than its neighbours. (`use` is a keyword.)
    pub use_: &'static str,
    /// One sentence that a comparison can put against any other code's.
    pub choose: &'static str,
    english: u8,
}

/// The names of the fields, in the order of the bits of `Text::english`.
const FIELDS: [&str; 7] = ["name", "gist", "description", "when", "fix", "use", "choose"];

impl Text {
    /// The names of the fields that are in English although another language was asked for and compiled in: not
    /// translated yet, or translated from an English text that has changed since.
    pub fn untranslated(&self) -> impl Iterator<Item = &'static str> {
        let english = self.english;
        FIELDS.into_iter().enumerate().filter(move |(bit, _)| english & (1 << bit) != 0).map(|(_, field)| field)
    }
}

impl Code {
    /// Its texts in a language. Where the language is not compiled in they are English, and [`Text::lang`] says so.
    ///
    /// ```
    /// use wirecodes::{Lang, smtp};
    ///
    /// let text = smtp::MAILBOX_UNAVAILABLE.text(Lang::Ja);
    /// assert_eq!(text.lang, if Lang::Ja.is_available() { Lang::Ja } else { Lang::En });
    /// ```
    #[must_use]
    pub fn text(self, lang: Lang) -> Text {
        let lang = if lang.is_available() { lang } else { Lang::En };
        let mut english = 0;
        let mut get = |bit: usize, field: fn(&CodeTexts) -> &'static str| {
            let (text, found) = text(lang, |texts| field(&texts.codes[self.protocol() as usize][self.text_index()]));
            if found != lang && !text.is_empty() {
                english |= 1 << bit;
            }
            text
        };
        let name = get(0, |texts| texts.name);
        Text {
            name: (!name.is_empty()).then_some(name),
            gist: get(1, |texts| texts.gist),
            description: get(2, |texts| texts.description),
            when: get(3, |texts| texts.when),
            fix: get(4, |texts| texts.fix),
            use_: get(5, |texts| texts.use_),
            choose: get(6, |texts| texts.choose),
            lang,
            english,
        }
    }
}
