//! What a rule looks for: phrases in the text, patterns of codes before it.

use std::fmt;

/// Words to look for in the text of a reply.
///
/// Case does not count, nor do accents on Latin and Greek letters, nor how many blanks or line ends part two words. A phrase begins and ends
/// where words do, so `full` is not in `fully`. `*` stands for any text, none included; where it touches a word, the word may go on
/// there: `greylist*` is in `greylisting`. Between letters of other scripts there are no such bounds.
///
/// ```
/// use wirecodes_rules::Phrase;
///
/// let phrase = Phrase::new("Mailbox * is full")?;
/// assert_eq!(phrase.pieces().len(), 2);
/// assert_eq!(phrase.pieces()[0].text(), "mailbox");
/// assert!(Phrase::new(" * ").is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phrase {
    source: String,
    pieces: Vec<Piece>,
}

/// What stands between the stars of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Piece {
    text: String,
    bound_start: bool,
    bound_end: bool,
}

impl Piece {
    /// The text, folded as [`fold`] does.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a word has to begin where it begins.
    #[must_use]
    pub const fn is_bound_at_start(&self) -> bool {
        self.bound_start
    }

    /// Whether a word has to end where it ends.
    #[must_use]
    pub const fn is_bound_at_end(&self) -> bool {
        self.bound_end
    }
}

impl Phrase {
    /// Reads one.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as the rest of a sentence.
    pub fn new(source: &str) -> Result<Phrase, String> {
        let parts: Vec<&str> = source.split('*').collect();
        let last = parts.len() - 1;
        let mut pieces = Vec::new();
        for (place, part) in parts.iter().enumerate() {
            let mut text = String::new();
            fold(part, &mut text);
            let text = text.trim();
            if text.is_empty() {
                // A star at an end, or several of them, stand for any text too.
                continue;
            }
            let open_start = place > 0 && !part.starts_with(char::is_whitespace);
            let open_end = place < last && !part.ends_with(char::is_whitespace);
            pieces.push(Piece {
                bound_start: !open_start && text.starts_with(|c: char| c.is_ascii_alphanumeric()),
                bound_end: !open_end && text.ends_with(|c: char| c.is_ascii_alphanumeric()),
                text: text.to_owned(),
            });
        }
        if pieces.is_empty() {
            return Err("has nothing to look for, expected words".into());
        }
        if pieces.iter().any(|piece| piece.text.len() == 1) {
            return Err("looks for a single letter, which stands in nearly every reply".into());
        }
        Ok(Phrase { source: source.to_owned(), pieces })
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// What it consists of; each piece has to stand after the one before.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.source)
    }
}

/// Appends `text` in the form in which phrases and replies are compared: lower case, Latin and Greek letters without accents, blanks as one blank.
pub fn fold(text: &str, to: &mut String) {
    for c in text.chars() {
        if c.is_whitespace() {
            if !to.ends_with(' ') {
                to.push(' ');
            }
        } else {
            fold_char(c, to);
        }
    }
}

/// Appends one character so; what is no letter stays as it is.
#[inline]
fn fold_char(c: char, to: &mut String) {
    if c.is_ascii() {
        to.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => to.push('a'),
        'Æ' | 'æ' => to.push_str("ae"),
        'Ç' | 'ç' | 'Ć'..='č' => to.push('c'),
        'Ď'..='đ' => to.push('d'),
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => to.push('e'),
        'Ĝ'..='ģ' => to.push('g'),
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => to.push('i'),
        'Ĺ'..='ł' => to.push('l'),
        'Ñ' | 'ñ' | 'Ń'..='ň' => to.push('n'),
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => to.push('o'),
        'Œ' | 'œ' => to.push_str("oe"),
        'Ŕ'..='ř' => to.push('r'),
        'Ś'..='š' | 'Ș' | 'ș' => to.push('s'),
        'ß' => to.push_str("ss"),
        'Ţ'..='ŧ' | 'Ț' | 'ț' => to.push('t'),
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => to.push('u'),
        'Ý' | 'ý' | 'ÿ' => to.push('y'),
        'Ź'..='ž' => to.push('z'),
        // The accent of a letter that was written in two characters.
        '\u{300}'..='\u{36f}' => {}
        '‘' | '’' => to.push('\''),
        '“' | '”' => to.push('"'),
        'ё' | 'Ё' => to.push('е'),
        'Ά' | 'ά' => to.push('α'),
        'Έ' | 'έ' => to.push('ε'),
        'Ή' | 'ή' => to.push('η'),
        'Ί' | 'ί' | 'ϊ' | 'ΐ' => to.push('ι'),
        'Ό' | 'ό' => to.push('ο'),
        'Ύ' | 'ύ' | 'ϋ' | 'ΰ' => to.push('υ'),
        'Ώ' | 'ώ' => to.push('ω'),
        c => to.extend(c.to_lowercase()),
    }
}

/// A pattern of codes: `450`, `4yz`, `55z`, `4.2.1`, `X.2.1`, `X.7`, or `none` for what a server says without any.
///
/// ```
/// use wirecodes_rules::CodePattern;
///
/// let pattern = CodePattern::new("X.2.2")?;
/// assert!(pattern.matches(Some(552), Some([5, 2, 2])));
/// assert!(!pattern.matches(Some(552), None));
/// assert!(CodePattern::new("4yz")?.matches(Some(450), None));
/// assert!(CodePattern::new("none")?.matches(None, None));
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodePattern {
    /// No code at all, as in a log or a bounce that tells in words why.
    Absent,
    /// A reply code: its first, and then how many numbers it spans.
    #[non_exhaustive]
    Reply {
        /// The lowest code.
        from: u16,
        /// The highest.
        to: u16,
    },
    /// An enhanced code; what is left out may be anything.
    #[non_exhaustive]
    Enhanced {
        /// The class, 2, 4 or 5.
        class: Option<u16>,
        /// The subject.
        subject: u16,
        /// The detail.
        detail: Option<u16>,
    },
}

impl CodePattern {
    /// Reads one.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as the rest of a sentence.
    pub fn new(text: &str) -> Result<CodePattern, String> {
        let wrong = || format!("is `{text}`, expected a code such as 450, 4yz, 4.2.1 or X.2.1, or none");
        if text == "none" {
            return Ok(CodePattern::Absent);
        }
        if text.contains('.') {
            let mut parts = text.split('.');
            let class = match parts.next().unwrap_or_default() {
                "X" => None,
                "2" => Some(2),
                "4" => Some(4),
                "5" => Some(5),
                _ => return Err(wrong()),
            };
            let subject = number(parts.next().unwrap_or_default()).ok_or_else(wrong)?;
            let detail = parts.next().map(|part| number(part).ok_or_else(wrong)).transpose()?;
            return if parts.next().is_none() {
                Ok(CodePattern::Enhanced { class, subject, detail })
            } else {
                Err(wrong())
            };
        }
        let bytes = text.as_bytes();
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let span = match (digits, &bytes[digits..]) {
            (3, b"") => 1,
            (2, b"z") => 10,
            (1, b"yz") => 100,
            _ => return Err(wrong()),
        };
        let from = text[..digits].parse::<u16>().map_err(|_| wrong())? * span;
        if !(200..600).contains(&from) {
            return Err(wrong());
        }
        Ok(CodePattern::Reply { from, to: from + span - 1 })
    }

    /// Whether a reply with these codes fits.
    #[must_use]
    pub fn matches(self, number: Option<u16>, enhanced: Option<[u16; 3]>) -> bool {
        match self {
            CodePattern::Absent => number.is_none() && enhanced.is_none(),
            // A log may give the enhanced code alone; its class is that of the reply.
            CodePattern::Reply { from, to } => match number.or(enhanced.map(|[class, ..]| class * 100)) {
                Some(number) if to - from == 99 => number / 100 == from / 100,
                Some(_) => number.is_some_and(|number| (from..=to).contains(&number)),
                None => false,
            },
            CodePattern::Enhanced { class, subject, detail } => enhanced.is_some_and(|[own, its, last]| {
                class.is_none_or(|class| class == own) && subject == its && detail.is_none_or(|detail| detail == last)
            }),
        }
    }

    /// Whether it is one of enhanced codes.
    #[must_use]
    pub const fn is_enhanced(self) -> bool {
        matches!(self, CodePattern::Enhanced { .. })
    }
}

impl fmt::Display for CodePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            CodePattern::Absent => f.write_str("none"),
            CodePattern::Reply { from, to } => match to - from {
                0 => write!(f, "{from}"),
                9 => write!(f, "{}z", from / 10),
                _ => write!(f, "{}yz", from / 100),
            },
            CodePattern::Enhanced { class, subject, detail } => {
                match class {
                    Some(class) => write!(f, "{class}.{subject}")?,
                    None => write!(f, "X.{subject}")?,
                }
                detail.map_or(Ok(()), |detail| write!(f, ".{detail}"))
            }
        }
    }
}

fn number(text: &str) -> Option<u16> {
    let plain = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (plain && (text.len() == 1 || !text.starts_with('0'))).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_bound_where_no_star_touches_them() {
        let pieces = |source: &str| {
            let phrase = Phrase::new(source).expect("it is a phrase");
            let show = |piece: &Piece| {
                format!(
                    "{}{}{}",
                    if piece.bound_start { "<" } else { "" },
                    piece.text,
                    if piece.bound_end { ">" } else { "" }
                )
            };
            phrase.pieces.iter().map(show).collect::<Vec<_>>()
        };
        assert_eq!(pieces("greylist*"), ["<greylist"]);
        assert_eq!(pieces("Mailbox * is  FULL"), ["<mailbox>", "<is full>"]);
        assert_eq!(pieces("dmarc *失败"), ["<dmarc>", "失败"]);
        assert_eq!(pieces("boîte pleine"), ["<boite pleine>"]);
        assert_eq!(pieces("(s3140)"), ["(s3140)"]);
    }

    #[test]
    fn patterns_of_codes_are_written_as_they_were_read() {
        for text in ["450", "45z", "4yz", "4.2.1", "X.2.1", "X.7", "5.7.509"] {
            assert_eq!(CodePattern::new(text).map(|pattern| pattern.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "4", "45", "4500", "9yz", "600", "x.2.1", "5.2.1.1", "5.02.1", "5.", "４50", "4y", "zzz"] {
            assert!(CodePattern::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_class_fits_an_enhanced_code_without_a_reply_code() {
        let class = CodePattern::new("4yz").expect("a class");
        assert!(class.matches(None, Some([4, 4, 1])));
        assert!(!class.matches(Some(550), Some([4, 4, 1])));
        assert!(!CodePattern::new("400").expect("a code").matches(None, Some([4, 4, 1])));
    }
}
