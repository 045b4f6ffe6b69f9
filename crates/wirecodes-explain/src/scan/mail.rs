//! Mails: what their header fields announce, the fields of notifications in them, and the encodings of their parts.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use memchr::memmem;
use quoted_printable::ParseMode;

/// How many boundaries are remembered, and of what length: parts lie within parts, and RFC 2046 (5.1.1) allows 70 octets each.
const BOUNDARIES: usize = 8;
const LONGEST_BOUNDARY: usize = 70;

/// Whether a line announces a delivery status notification.
pub(super) fn is_report(line: &[u8]) -> bool {
    memmem::find(&line.to_ascii_lowercase(), b"delivery-status").is_some()
}

/// Whether a line is a field of a notification that matters (RFC 3464, 2.3).
pub(super) fn is_field(line: &[u8]) -> bool {
    const FIELDS: [&[u8]; 3] = [b"action:", b"status:", b"diagnostic-code:"];
    FIELDS.iter().any(|name| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
}

/// What the fields about a recipient say.
pub(super) enum Fields {
    Success,
    Failure,
    Other,
}

impl Fields {
    pub(super) fn read(held: &[u8]) -> Fields {
        let value = |name: &[u8]| {
            held.split(|byte| *byte == b'\n').find_map(|line| {
                let (start, value) = line.split_at_checked(name.len())?;
                start.eq_ignore_ascii_case(name).then(|| value.trim_ascii().to_ascii_lowercase())
            })
        };
        let status = value(b"status:").unwrap_or_default();
        match value(b"action:").as_deref() {
            Some(b"delivered" | b"relayed" | b"expanded") => Fields::Success,
            _ if status.starts_with(b"2.") => Fields::Success,
            // `Status: RO` is what mail programs write into mailboxes.
            _ if matches!(*status, [b'0'..=b'9', ..]) || value(b"diagnostic-code:").is_some() => Fields::Failure,
            _ => Fields::Other,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Encoding {
    /// As it is: `7bit`, `8bit`, `binary`.
    #[default]
    None,
    Base64,
    QuotedPrintable,
}

/// What is known of the parts of a mail (RFC 2045 and 2046), and how the one that is being read is encoded.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    boundaries: Vec<Vec<u8>>,
    encoding: Encoding,
    /// Characters of base64 that are not yet four.
    four: Vec<u8>,
}

impl Parts {
    /// Takes a line of a header, that of the mail or of a part.
    pub(super) fn header(&mut self, line: &[u8]) {
        let lower = line.to_ascii_lowercase();
        if let Some(value) = lower.strip_prefix(b"content-transfer-encoding:") {
            self.encoding = match value.trim_ascii() {
                b"base64" => Encoding::Base64,
                b"quoted-printable" => Encoding::QuotedPrintable,
                _ => Encoding::None,
            };
        }
        if let Some(at) = memmem::find(&lower, b"boundary=") {
            let value = line[at + b"boundary=".len()..].trim_ascii();
            let value = match value {
                [b'"', value @ ..] => value.split(|byte| *byte == b'"').next(),
                _ => value.split(|byte| b"; \t".contains(byte)).next(),
            };
            let value = value.unwrap_or_default();
            if (1..=LONGEST_BOUNDARY).contains(&value.len()) && self.boundaries.len() < BOUNDARIES {
                self.boundaries.push(value.to_vec());
            }
        }
    }

    /// Whether a line ends a part. What follows is the header of the next one, encoded as that says.
    pub(super) fn boundary(&mut self, line: &[u8]) -> bool {
        let Some(rest) = line.strip_prefix(b"--") else { return false };
        let ends = self.boundaries.iter().any(|boundary| rest.starts_with(boundary));
        if ends {
            self.encoding = Encoding::None;
            self.four.clear();
        }
        ends
    }

    /// Whether the lines are to be decoded.
    pub(super) fn is_encoded(&self) -> bool {
        self.encoding != Encoding::None
    }

    /// Appends what an encoded line holds. A line that is not encoded as was announced is taken as it is.
    pub(super) fn decode(&mut self, line: &[u8], to: &mut Vec<u8>) {
        match self.encoding {
            Encoding::None => to.extend_from_slice(line),
            Encoding::QuotedPrintable => match quoted_printable::decode(line, ParseMode::Robust) {
                Ok(decoded) => to.extend_from_slice(&decoded),
                Err(_) => to.extend_from_slice(line),
            },
            Encoding::Base64 => {
                self.four.extend(line.iter().filter(|byte| !byte.is_ascii_whitespace()));
                let whole = self.four.len() / 4 * 4;
                match STANDARD.decode(&self.four[..whole]) {
                    Ok(decoded) => {
                        to.extend_from_slice(&decoded);
                        self.four.drain(..whole);
                    }
                    Err(_) => {
                        to.extend_from_slice(line);
                        self.four.clear();
                    }
                }
            }
        }
    }
}
