//! The text of a reply as phrases are looked for in it.

use wirecodes::reply::Reply;
use wirecodes_rules::fold;

/// How much of a text is looked at. What a server has to say stands in its first lines.
const LONGEST: usize = 8192;

/// Appends the text of all lines, without their codes: folded, each blank or line end as one blank, without addresses of mail and of
/// hosts. They are no words of the server: a mailbox may be called `greylist`.
pub(crate) fn write(reply: &Reply<'_>, to: &mut Vec<u8>) {
    for line in reply.lines() {
        words(line.text(), to);
        if to.len() >= LONGEST {
            break;
        }
    }
}

fn words(line: &[u8], to: &mut Vec<u8>) {
    let count = |sought: u8| line.iter().filter(|byte| **byte == sought).count();
    if !is_plain(line) {
        let plain = line.is_ascii();
        for one in line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty() && !is_host_address(word)) {
            word(one, plain, to);
        }
        return;
    }
    // Most words are copied together: those between addresses.
    let (addressed, hosted) = (count(b'@') > 0, count(b'.') > 2 || count(b':') > 2);
    let (mut copied, mut start) = (0, 0);
    while (addressed || hosted) && start < line.len() {
        let end = memchr::memchr(b' ', &line[start..]).map_or(line.len(), |blank| start + blank);
        let one = &line[start..end];
        if hosted && !one.is_empty() && is_host_address(one) {
            copy(&line[copied..start], to);
            copied = end;
        } else if addressed && memchr::memchr(b'@', one).is_some() {
            copy(&line[copied..start], to);
            word(one, true, to);
            copied = end;
        }
        start = end + 1;
    }
    copy(&line[copied..], to);
}

/// Whether a line is ASCII with single blanks between its words.
fn is_plain(line: &[u8]) -> bool {
    let odd = line.iter().fold(false, |odd, byte| odd | !matches!(byte, b' '..=b'~'));
    let runs = line.iter().zip(line.iter().skip(1)).fold(false, |runs, (a, b)| runs | (*a == b' ' && *b == b' '));
    !odd && !runs
}

/// Appends plain words in lower case.
fn copy(words: &[u8], to: &mut Vec<u8>) {
    let words = words[..words.len().min(LONGEST)].trim_ascii();
    if words.is_empty() || to.len() >= LONGEST {
        return;
    }
    if !to.is_empty() {
        to.push(b' ');
    }
    let start = to.len();
    to.extend_from_slice(words);
    to[start..].make_ascii_lowercase();
}

/// Appends a word, without the mail address in it.
fn word(word: &[u8], plain: bool, to: &mut Vec<u8>) {
    if to.len() >= LONGEST {
        return;
    }
    let start = to.len();
    if start > 0 {
        to.push(b' ');
    }
    let empty = to.len();
    match memchr::memchr(b'@', word) {
        Some(at) if memchr::memmem::find(word, b"://").is_none() => {
            let (before, after) = around(word, at);
            if before.iter().chain(after).any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()) {
                push(before, plain, to);
                push(after, plain, to);
            }
        }
        _ => push(word, plain, to),
    }
    if to.len() == empty {
        to.truncate(start);
    }
}

/// Appends a word, folded. What is not UTF-8 is taken for Latin-1, which is what old servers send.
fn push(word: &[u8], plain: bool, to: &mut Vec<u8>) {
    if plain || word.is_ascii() {
        to.extend(word.iter().map(u8::to_ascii_lowercase));
        return;
    }
    let mut folded = String::new();
    for chunk in word.utf8_chunks() {
        fold(chunk.valid(), &mut folded);
        for byte in chunk.invalid() {
            fold(char::from(*byte).encode_utf8(&mut [0; 4]), &mut folded);
        }
    }
    to.extend_from_slice(folded.as_bytes());
}

/// What stands before and after a mail address in a word, by the place of its at sign.
fn around(word: &[u8], at: usize) -> (&[u8], &[u8]) {
    let start = word[..at].iter().rposition(|byte| !is_in_address(*byte)).map_or(0, |place| place + 1);
    let end = word[at..].iter().position(|byte| !is_in_address(*byte)).map_or(word.len(), |place| at + place);
    (&word[..start], &word[end..])
}

fn is_in_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"<>@.!#$%&'*+-/=?^_`{|}~[]\":".contains(&byte)
}

/// `192.0.2.1`, `[2001:db8::1]`, with marks around it.
fn is_host_address(word: &[u8]) -> bool {
    if !matches!(word[0], b'0'..=b'9' | b'[' | b'(' | b'a'..=b'f' | b'A'..=b'F') {
        return false;
    }
    let (mut dots, mut colons) = (0, 0);
    for byte in word {
        match byte {
            b'.' => dots += 1,
            b':' => colons += 1,
            b'0'..=b'9' | b'[' | b']' | b'(' | b')' | b',' | b';' | b'#' => {}
            b'a'..=b'f' | b'A'..=b'F' => {}
            _ => return false,
        }
    }
    (dots >= 3 && word.iter().any(u8::is_ascii_digit)) || colons >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut text = Vec::new();
        write(&wirecodes::reply::read(bytes), &mut text);
        String::from_utf8(text).expect("what is folded is UTF-8")
    }

    #[test]
    fn codes_and_addresses_are_left_out() {
        assert_eq!(text(b"550-5.1.1 <Ann@example.com>: User\r\n550 5.1.1   UNKNOWN\r\n"), "user unknown");
        assert_eq!(text(b"554 Client host [192.0.2.1] blocked: 2001:db8::1, see"), "client host blocked: see");
        assert_eq!(text(b"550 see http://x.example/?a=b@c"), "see http://x.example/?a=b@c");
        assert_eq!(text("550 ann@example.jpは存在しません".as_bytes()), "は存在しません");
    }

    #[test]
    fn accents_and_their_encodings_do_not_matter() {
        for bytes in ["552 Boîte pleine".as_bytes(), b"552 Bo\xeete pleine", "552 BOI\u{302}TE  PLEINE".as_bytes()] {
            assert_eq!(text(bytes), "boite pleine");
        }
    }
}
