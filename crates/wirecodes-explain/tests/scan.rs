//! Streams: lists of replies, logs, mails, and what is broken in them.

use std::io::{self, BufReader, Read};

use wirecodes_explain::{Counts, Scanner};

/// The replies of a stream: line, text, whether it was cut.
fn scan(text: &[u8]) -> (Vec<(u64, String, bool)>, Counts) {
    let mut scanner = Scanner::new();
    let mut found = Vec::new();
    let mut each = |reply: wirecodes_explain::Found<'_>| {
        found.push((reply.line, String::from_utf8_lossy(reply.bytes).trim().to_owned(), reply.cut));
        Ok(())
    };
    scanner.read(text, &mut each).expect("memory can be read");
    let counts = scanner.counts();
    // However the stream comes in pieces, the result is the same.
    for size in [1, 2, 3, 7, 64] {
        let mut again = Vec::new();
        let mut scanner = Scanner::new();
        scanner
            .read(BufReader::with_capacity(size, text), |reply| {
                again.push((reply.line, String::from_utf8_lossy(reply.bytes).trim().to_owned(), reply.cut));
                Ok(())
            })
            .expect("memory can be read");
        assert_eq!((&again, scanner.counts()), (&found, counts), "in pieces of {size}");
    }
    (found, counts)
}

fn lines(text: &str) -> Vec<u64> {
    scan(text.as_bytes()).0.into_iter().map(|(line, ..)| line).collect()
}

#[test]
fn replies_of_several_lines_are_gathered() {
    let (found, counts) = scan(b"550-a\r\n550-b\r\n550 c\r\n\r\n450 d\n421-e\n550 f\n221-g");
    let texts: Vec<_> = found.iter().map(|(line, text, _)| (*line, text.as_str())).collect();
    assert_eq!(texts, [(1, "550-a\r\n550-b\r\n550 c"), (5, "450 d"), (6, "421-e"), (7, "550 f"), (8, "221-g")]);
    assert_eq!((counts.lines, counts.replies), (8, 5));
}

#[test]
fn refusals_are_found_in_logs() {
    let log = "\
Nov 23 13:05:11 mx postfix/smtp[3]: 4F1: to=<a@example.org>, dsn=4.4.1, status=deferred (connect to mx: Connection timed out)
Nov 23 13:05:11 mx postfix/qmgr[3]: 4F1: removed
Nov 23 13:05:11 mx postfix/smtp[3]: 4F2: to=<a@example.org>, dsn=2.0.0, status=sent (250 ok)
Nov 23 13:05:11 mx postfix/smtpd[3]: NOQUEUE: reject: RCPT from x[192.0.2.1]: 554 5.7.1 <a@b>: Relay access denied; from=<c@d>
2026-11-23 13:05:11 1abc-0 ** a@example.org R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<a@example.org>: 550 no
Nov 23 13:05:11 mx sendmail[3]: 4F3: to=<a@example.org>, dsn=5.1.1, stat=User unknown
Nov 23 13:05:11 mx sendmail[3]: 4F4: to=<a@example.org>, dsn=2.0.0, stat=Sent (ok)
Nov 23 13:05:11 app[3]: could not send: 550 5.1.1 no such user
Nov 23 13:05:11 app[3]: version 5.1.1 started, took 4.2 seconds
";
    let (found, counts) = scan(log.as_bytes());
    assert_eq!(found.iter().map(|(line, ..)| *line).collect::<Vec<_>>(), [1, 4, 5, 6, 8]);
    assert_eq!(counts.passed, 2);
}

#[test]
fn a_notification_counts_by_recipient() {
    let mail = "\
From: MAILER-DAEMON@example.com
Content-Type: multipart/report;
\treport-type=delivery-status; boundary=B

--B

host mx said: 552 5.2.2 Mailbox full

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; a@example.org
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2
 Mailbox full

Final-Recipient: rfc822; b@example.org
Action: delivered
Status: 2.0.0

--B--
";
    let (found, counts) = scan(mail.as_bytes());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0, counts.passed), (15, 1));
}

#[test]
fn a_bounce_that_is_no_notification_is_read_by_its_lines() {
    let mail = "From: MAILER-DAEMON@example.com\n\n<a@example.org>:\nRemote host said: 550 5.1.1 no such user\n";
    assert_eq!(lines(mail), [4]);
}

#[test]
fn encoded_parts_are_decoded() {
    let mail = |encoding: &str, body: &str| {
        format!(
            "From: MAILER-DAEMON@example.com\nContent-Type: multipart/mixed;\n boundary=\"=_b\"\n\n--=_b\n\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--=_b--\n"
        )
    };
    // `<ann@example.org>:`, and on the next line `host mx.example.org said: 552 5.2.2 Mailbox full, quota exceeded`.
    let base64 = "PGFubkBleGFtcGxlLm9yZz46Cmhvc3QgbXguZXhhbXBsZS5vcmcgc2FpZDog\nNTUyIDUuMi4yIE1haWxib3ggZnVsbCwgcXVvdGEgZXhjZWVkZWQK";
    let quoted = "<ann@example.org>:\nhost mx.example.org said: 552 5.2.2 Mailbox=20full, quot=\na exceeded";
    for (encoding, body) in [("base64", base64), ("Quoted-Printable", quoted)] {
        let (found, counts) = scan(mail(encoding, body).as_bytes());
        assert_eq!(found.len(), 1, "{encoding}: {found:?}");
        assert_eq!(found[0].1, "host mx.example.org said: 552 5.2.2 Mailbox full, quota exceeded", "{encoding}");
        assert_eq!(
            (counts.lines, found[0].0),
            (if encoding == "base64" { 11 } else { 12 }, if encoding == "base64" { 10 } else { 11 })
        );
    }
    // What is not what it says it is, is read as it came, and the next part is again what that says.
    let (found, _) = scan(mail("base64", "host said: 550 5.1.1 no such user").as_bytes());
    assert_eq!(found.len(), 1, "{found:?}");
    let two = mail("base64", "AAAA").replace("--=_b--", "--=_b\n\nhost said: 550 5.1.1 no such user\n--=_b--");
    assert_eq!(lines(&two).len(), 1);
}

#[test]
fn a_mailbox_programs_status_is_no_refusal() {
    assert_eq!(lines("From a Mon\nFrom: x@y\nStatus: RO\n\nhello\n"), []);
}

#[test]
fn mails_of_a_mailbox_are_told_apart() {
    let mail = "From a Mon\nFrom: x@y\n\nhost said: 550 no\n";
    assert_eq!(lines(&format!("{mail}\n{mail}")), [4, 9]);
}

#[test]
fn a_line_without_end_is_cut_and_ends_nothing() {
    let mut text = b"550 ".to_vec();
    text.resize(300_000, b'a');
    text.extend_from_slice(b"\n450 b\n");
    let (found, counts) = scan(&text);
    assert_eq!((found.len(), counts.lines), (2, 2));
    assert!(found[0].2 && found[0].1.len() <= 64 * 1024);
    assert_eq!((found[1].0, found[1].1.as_str()), (2, "450 b"));
}

#[test]
fn a_reply_without_end_is_cut_too() {
    let text = "550-more and more\n".repeat(20_000);
    let (found, _) = scan(text.as_bytes());
    assert_eq!(found.len(), 1);
    assert!(found[0].2 && found[0].1.len() <= 64 * 1024);
}

#[test]
fn a_stream_that_fails_is_an_error() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("broken"))
        }
    }
    let error = Scanner::new().read(BufReader::new(Broken), |_| Ok(())).expect_err("it fails");
    assert_eq!(error.to_string(), "broken");
}
