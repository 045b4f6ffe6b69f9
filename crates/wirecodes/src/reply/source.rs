//! Where in the bytes the reply lies: at once, or in a line of a log or in a field of a bounce.

use super::Enhanced;
use super::lines::{Cut, enhanced};
use crate::kinds::kinds;

kinds! {
    /// Where a reply was found: [`Reply::source`](super::Reply::source).
    Source {
        /// As a server sent it.
        Reply = "reply";
        /// In the field `Diagnostic-Code` of a delivery status notification (RFC 3464, 2.3.6).
        DiagnosticCode = "diagnostic-code";
        /// In the field `Status` of one (RFC 3464, 2.3.4).
        Status = "status";
        /// In a line of Postfix's log.
        Postfix = "postfix";
        /// In a line of Exim's log.
        Exim = "exim";
        /// In a line of sendmail's log.
        Sendmail = "sendmail";
        /// In a text or log of Exchange.
        Exchange = "exchange";
        /// In other text.
        Text = "text";
    }
}

/// What was found.
pub(super) struct Found<'a> {
    pub(super) source: Source,
    pub(super) reply: &'a [u8],
    pub(super) cut: Cut,
    pub(super) command: Option<&'static str>,
    pub(super) status: Option<Enhanced>,
}

impl<'a> Found<'a> {
    fn new(source: Source, reply: &'a [u8], cut: Cut) -> Found<'a> {
        Found { source, reply, cut, command: None, status: None }
    }
}

pub(super) fn find(bytes: &[u8]) -> Found<'_> {
    // Nearly everything that is read is a reply at once.
    if begins_with_code(bytes.trim_ascii_start()) {
        return Found::new(Source::Reply, bytes, Cut::Wire);
    }
    field(bytes)
        .or_else(|| sendmail(bytes))
        .or_else(|| postfix(bytes))
        .or_else(|| exim(bytes))
        .or_else(|| exchange(bytes))
        .unwrap_or_else(|| text(bytes))
}

/// Whether three digits stand there, and then what can follow a code.
fn begins_with_code(bytes: &[u8]) -> bool {
    match bytes {
        [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] => true,
        [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', after, ..] => matches!(after, b' ' | b'-' | b'\r' | b'\n' | b'\t'),
        _ => false,
    }
}

/// `Diagnostic-Code: smtp; 550 5.1.1 ...`, `Status: 5.2.2`; the field may be one of several.
fn field(bytes: &[u8]) -> Option<Found<'_>> {
    let status =
        value_of(bytes, b"status:").and_then(|value| enhanced(value.trim_ascii_start())).map(|(status, _)| status);
    if let Some(value) = value_of(bytes, b"diagnostic-code:") {
        let value = unfold(value);
        let reply = after(value, b";").unwrap_or(value).trim_ascii_start();
        return Some(Found { status, ..Found::new(Source::DiagnosticCode, reply, Cut::Folded) });
    }
    // The rest of that field is a comment, as in `5.2.2 (mailbox full)`.
    let value = value_of(bytes, b"status:")?;
    status.map(|status| Found {
        status: Some(status),
        ..Found::new(Source::Status, unfold(value).trim_ascii(), Cut::Folded)
    })
}

/// What follows the name of a field, where it begins a line.
fn value_of<'a>(bytes: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let mut rest = bytes;
    loop {
        if rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return Some(&rest[name.len()..]);
        }
        rest = after(rest, b"\n")?;
    }
}

/// The field up to the first line that doesn't begin with a blank.
fn unfold(value: &[u8]) -> &[u8] {
    let mut end = 0;
    for line in value.split_inclusive(|byte| *byte == b'\n') {
        if end > 0 && !matches!(line[0], b' ' | b'\t') {
            break;
        }
        end += line.len();
    }
    &value[..end]
}

/// `dsn=4.4.1, status=deferred (...)`, and `reject: RCPT from host[192.0.2.1]: 554 5.7.1 ...; from=<...>`.
fn postfix(bytes: &[u8]) -> Option<Found<'_>> {
    if let Some(rest) = after(bytes, b"reject: ").or_else(|| after(bytes, b"reject_warning: ")) {
        let from = after(rest, b": ").filter(|rest| begins_with_code(rest))?;
        let reply = before(from, b"; from=<").or_else(|| before(from, b"; client=")).unwrap_or(from).trim_ascii_end();
        return Some(Found { command: command(rest), ..Found::new(Source::Postfix, reply, Cut::Joined) });
    }
    let status = after(bytes, b"dsn=").and_then(enhanced).map(|(status, _)| status);
    let rest = after(bytes, b"status=").filter(|_| status.is_some())?;
    let reason = after(rest, b"(").unwrap_or_default().trim_ascii_end();
    let reason = reason.strip_suffix(b")").unwrap_or(reason);
    let answered = after(reason, b" said: ").or_else(|| after(reason, b" refused to talk to me: "));
    let Some(reply) = answered.filter(|reply| begins_with_code(reply)) else {
        return Some(Found { status, ..Found::new(Source::Postfix, reason, Cut::Joined) });
    };
    let (reply, command) = match split(reply, b" (in reply to ") {
        Some((reply, rest)) => (reply, command(rest)),
        None => (reply, Some("connect").filter(|_| after(reason, b" refused to talk").is_some())),
    };
    Some(Found { status, command, ..Found::new(Source::Postfix, reply, Cut::Joined) })
}

/// `SMTP error from remote mail server after RCPT TO:<...>: 550 5.1.1 ...`, with or without the host between.
fn exim(bytes: &[u8]) -> Option<Found<'_>> {
    let rest = after(bytes, b"SMTP error from remote mail server after ")
        .or_else(|| after(bytes, b"SMTP error from remote mailer after "))?;
    let reply = first_code(rest, b": ")?;
    Some(Found { command: command(rest), ..Found::new(Source::Exim, reply.trim_ascii_end(), Cut::Escaped) })
}

/// `dsn=5.1.1, stat=User unknown`, `reply=550 5.1.1 ...`.
fn sendmail(bytes: &[u8]) -> Option<Found<'_>> {
    let status = after(bytes, b"dsn=").and_then(enhanced).map(|(status, _)| status);
    let rest = after(bytes, b"stat=")?;
    let reason = after(bytes, b"reply=").map_or(rest, |reply| before(reply, b", stat=").unwrap_or(reply));
    let reply = first_code(reason, b": ").filter(|_| !begins_with_code(reason)).unwrap_or(reason);
    status?;
    Some(Found { status, ..Found::new(Source::Sendmail, reply.trim_ascii_end(), Cut::Joined) })
}

/// `Remote Server returned '550 5.1.1 ...'`, `#550 5.1.1 ...##`, `{LED=450 4.1.1 ...};`.
fn exchange(bytes: &[u8]) -> Option<Found<'_>> {
    let quoted = after(bytes, b"emote server returned '").or_else(|| after(bytes, b"emote Server returned '"));
    let reply = quoted
        .map(|rest| before(rest, b"'").unwrap_or(rest))
        .or_else(|| after(bytes, b"{LED=").map(|rest| before(rest, b"};").unwrap_or(rest)))
        .or_else(|| {
            // A `#` alone stands in much other text; in Exchange's notifications the code follows it at once.
            let marked = after(bytes, b"#< #").or_else(|| after(bytes, b"#").filter(|rest| begins_with_code(rest)))?;
            Some(before(marked, b"#").unwrap_or(marked))
        })?;
    let reply = reply.trim_ascii();
    (begins_with_code(reply) || enhanced(reply).is_some()).then(|| Found::new(Source::Exchange, reply, Cut::Joined))
}

/// The first thing that looks like a reply: after `said: `, a colon, or a blank.
fn text(bytes: &[u8]) -> Found<'_> {
    let reply = first_code(bytes, b": ").or_else(|| first_code(bytes, b" ").filter(|reply| has_enhanced(reply)));
    Found::new(Source::Text, reply.unwrap_or(bytes), Cut::Folded)
}

fn has_enhanced(reply: &[u8]) -> bool {
    reply.get(4..).is_some_and(|rest| enhanced(rest).is_some())
}

/// What begins with a code right after one of the separators.
fn first_code<'a>(bytes: &'a [u8], separator: &[u8]) -> Option<&'a [u8]> {
    let mut rest = bytes;
    loop {
        rest = after(rest, separator)?;
        if begins_with_code(rest) {
            return Some(rest);
        }
    }
}

/// The command that a log names: `RCPT TO command`, `end of DATA`, `initial connection`.
fn command(text: &[u8]) -> Option<&'static str> {
    const NAMES: [(&[u8], &str); 14] = [
        (b"end of DATA", "end-of-data"),
        (b"end of data", "end-of-data"),
        (b"END-OF-MESSAGE", "end-of-data"),
        (b"initial connection", "connect"),
        (b"CONNECT", "connect"),
        (b"RCPT", "RCPT"),
        (b"MAIL", "MAIL"),
        (b"DATA", "DATA"),
        (b"EHLO", "EHLO"),
        (b"HELO", "HELO"),
        (b"AUTH", "AUTH"),
        (b"STARTTLS", "STARTTLS"),
        (b"VRFY", "VRFY"),
        (b"ETRN", "ETRN"),
    ];
    let text = text.strip_prefix(b"pipelined ").unwrap_or(text);
    NAMES.iter().find(|(name, _)| text.starts_with(name)).map(|(_, command)| *command)
}

/// What lies before and after the first place of `needle`.
fn split<'a>(bytes: &'a [u8], needle: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(needle.len()).position(|window| window == needle)?;
    Some((&bytes[..at], &bytes[at + needle.len()..]))
}

fn after<'a>(bytes: &'a [u8], needle: &[u8]) -> Option<&'a [u8]> {
    split(bytes, needle).map(|(_, after)| after)
}

fn before<'a>(bytes: &'a [u8], needle: &[u8]) -> Option<&'a [u8]> {
    split(bytes, needle).map(|(before, _)| before)
}
