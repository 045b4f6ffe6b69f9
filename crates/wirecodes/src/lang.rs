//! Languages: which there are, and how a tag finds one.

use core::fmt;
use core::str::FromStr;

use crate::error::Error;
use crate::generated::{Lang, Message};

impl Lang {
    /// The text of the interface for `message`; English where the language has none, or is not compiled in.
    #[must_use]
    pub fn message(self, message: Message) -> &'static str {
        crate::table::text(self, |texts| texts.messages[message as usize]).0
    }

    /// Whether its texts are compiled in; if not, they come out in English.
    #[must_use]
    pub fn is_available(self) -> bool {
        self.texts().is_some()
    }

    fn find(tag: &str) -> Option<Lang> {
        let exact = |tag: &str| Lang::ALL.iter().copied().find(|lang| lang.tag().eq_ignore_ascii_case(tag));
        if !tag
            .split(['-', '_'])
            .all(|part| !part.is_empty() && part.len() <= 8 && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        {
            return None;
        }
        // Chinese is written in two scripts, and the regions say which.
        let chinese = || {
            let mut parts = tag.split(['-', '_']);
            if !parts.next()?.eq_ignore_ascii_case("zh") {
                return None;
            }
            let traditional =
                parts.any(|part| ["Hant", "TW", "HK", "MO"].iter().any(|sign| part.eq_ignore_ascii_case(sign)));
            exact(if traditional { "zh-Hant" } else { "zh-Hans" })
        };
        let mut shorter = tag;
        loop {
            if let Some(lang) = exact(shorter) {
                return Some(lang);
            }
            match shorter.rfind(['-', '_']) {
                Some(at) => shorter = &shorter[..at],
                None => return chinese(),
            }
        }
    }

    /// The language that a POSIX locale such as `ja_JP.UTF-8` asks for, if there is it. An environment never causes an
    /// error: what it names may well not exist.
    ///
    /// ```
    /// use wirecodes::Lang;
    /// assert_eq!(Lang::from_posix_locale("ja_JP.UTF-8"), Some(Lang::Ja));
    /// assert_eq!(Lang::from_posix_locale("C.UTF-8"), None);
    /// ```
    #[must_use]
    pub fn from_posix_locale(locale: &str) -> Option<Lang> {
        let tag = locale.split(['.', '@']).next().unwrap_or_default();
        Lang::find(tag)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

impl FromStr for Lang {
    type Err = Error;

    /// The language for a BCP 47 tag, falling back from region and script.
    ///
    /// ```
    /// use wirecodes::Lang;
    /// assert_eq!("ja-JP".parse(), Ok(Lang::Ja));
    /// assert!("tlh".parse::<Lang>().unwrap_err().is_unknown_language());
    /// ```
    fn from_str(tag: &str) -> Result<Lang, Error> {
        Lang::find(tag.trim_ascii()).ok_or_else(|| Error::unknown_language(tag))
    }
}
