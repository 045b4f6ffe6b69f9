//! Reading replies: each case says what was sent and what is to be read.

use wirecodes::reply::{Enhanced, Fault, Reply, Source, read};

/// What is expected of a reply: source, number, enhanced code, command, lines, faults.
type Expected<'a> = (Source, Option<u16>, Option<&'a str>, Option<&'a str>, &'a [&'a str], &'a [Fault]);

fn check(bytes: &[u8], expected: Expected<'_>) {
    let reply = read(bytes);
    let lines: Vec<String> = reply.lines().map(|line| String::from_utf8_lossy(line.text()).into_owned()).collect();
    let enhanced = reply.enhanced().map(|enhanced| enhanced.to_string());
    let faults: Vec<Fault> = reply.faults().iter().collect();
    let found = (reply.source(), reply.number(), enhanced.as_deref(), reply.command());
    let (source, number, code, command, texts, wrong) = expected;
    assert_eq!(found, (source, number, code, command), "{}", bytes.escape_ascii());
    assert_eq!(lines, texts, "{}", bytes.escape_ascii());
    assert_eq!(faults, wrong, "{}", bytes.escape_ascii());
}

/// A reply as a server sends it.
fn wire(text: &str, number: u16, enhanced: Option<&str>, lines: &[&str], faults: &[Fault]) {
    check(text.as_bytes(), (Source::Reply, Some(number), enhanced, None, lines, faults));
}

#[test]
fn single_lines() {
    wire("250 OK\r\n", 250, None, &["OK"], &[]);
    wire("250 OK", 250, None, &["OK"], &[]);
    wire("250 2.1.5 Ok\n", 250, Some("2.1.5"), &["Ok"], &[]);
    // RFC 5321 (4.2): a client should accept a code alone.
    wire("550", 550, None, &[""], &[]);
    wire("550\r\n", 550, None, &[""], &[]);
    wire("550 \r\n", 550, None, &[""], &[]);
    wire("  450 4.2.0 Greylisted  \r\n", 450, Some("4.2.0"), &["Greylisted"], &[]);
    wire("550 5.1.1", 550, Some("5.1.1"), &[""], &[]);
    wire("550 5.7.606 Access denied", 550, Some("5.7.606"), &["Access denied"], &[]);
    wire("421 4.7.0 [TSS04] Messages deferred", 421, Some("4.7.0"), &["[TSS04] Messages deferred"], &[]);
    wire("550 5.1.1: unknown user", 550, Some("5.1.1"), &["unknown user"], &[]);
    wire("550 5.1.1 <ann@example.com>: no", 550, Some("5.1.1"), &["<ann@example.com>: no"], &[]);
}

#[test]
fn what_only_looks_like_an_enhanced_code() {
    wire("550 5.1.1.1 no", 550, None, &["5.1.1.1 no"], &[]);
    wire("550 5.1 no", 550, None, &["5.1 no"], &[]);
    wire("550 5.01.1 no", 550, None, &["5.01.1 no"], &[]);
    wire("550 5.1.1000 no", 550, None, &["5.1.1000 no"], &[]);
    wire("550 3.1.1 no", 550, None, &["3.1.1 no"], &[]);
    wire("550 5.1.1x no", 550, None, &["5.1.1x no"], &[]);
    wire("220 2.4.1-beta ready", 220, None, &["2.4.1-beta ready"], &[]);
    wire("550 http://192.0.2.1/5.1.1", 550, None, &["http://192.0.2.1/5.1.1"], &[]);
    // RFC 2034 (4): none on 3yz.
    wire("354 2.0.0 go on", 354, None, &["2.0.0 go on"], &[]);
}

#[test]
fn several_lines() {
    wire(
        "250-mx.example.org\r\n250-PIPELINING\r\n250 SIZE\r\n",
        250,
        None,
        &["mx.example.org", "PIPELINING", "SIZE"],
        &[],
    );
    let both = "550-5.7.26 Unauthenticated\n550 5.7.26 by policy\n";
    wire(both, 550, Some("5.7.26"), &["Unauthenticated", "by policy"], &[]);
    // The enhanced code on the first line only, and on the last only.
    wire("550-5.7.1 No\n550 entry\n", 550, Some("5.7.1"), &["No", "entry"], &[]);
    wire("550-No\n550 5.7.1 entry\n", 550, Some("5.7.1"), &["No", "entry"], &[]);
    wire("250-\r\n250\r\n", 250, None, &["", ""], &[]);
}

#[test]
fn what_is_wrong_is_said() {
    wire("550-No\r\n450 later\r\n", 450, None, &["No", "later"], &[Fault::DifferingCodes]);
    let enhanced = "550-5.1.1 No\n550 5.7.1 entry\n";
    wire(enhanced, 550, Some("5.7.1"), &["No", "entry"], &[Fault::DifferingEnhancedCodes]);
    wire("550-5.1.1 No\r\n", 550, Some("5.1.1"), &["No"], &[Fault::NoLastLine]);
    wire("550-No\nmore of it\n550 end\n", 550, None, &["No", "more of it", "end"], &[Fault::NoCode]);
    wire("999 what\n", 999, None, &["what"], &[Fault::NoSuchClass]);
    wire("000 what\n", 0, None, &["what"], &[Fault::NoSuchClass]);
    wire("550 Postfach voll: \u{fc}\n", 550, None, &["Postfach voll: \u{fc}"], &[Fault::NotAscii]);
    wire("550 a\u{0}b\x1b[1m\n", 550, None, &["a\u{0}b\x1b[1m"], &[Fault::Control]);
    // Postfix ignores an enhanced code whose class contradicts.
    wire("250 5.1.1 fine\n", 250, None, &["fine"], &[Fault::ClassesDisagree]);
    wire("550 4.2.2 full\n", 550, None, &["full"], &[Fault::ClassesDisagree]);
    let long = format!("550 {}\r\n", "x".repeat(600));
    wire(&long, 550, None, &[&"x".repeat(600)], &[Fault::LongLine]);
}

#[test]
fn not_utf8() {
    check(
        b"550 Postfach \xfcberf\xfcllt",
        (Source::Reply, Some(550), None, None, &["Postfach \u{fffd}berf\u{fffd}llt"], &[Fault::NotAscii]),
    );
    let reply = read(b"550 a\x07\xff");
    assert_eq!(reply.to_string(), "550 a\\u{7}\u{fffd}");
}

#[test]
fn bounces() {
    let plain = b"Diagnostic-Code: smtp; 552 5.2.2 Mailbox full";
    check(plain, (Source::DiagnosticCode, Some(552), Some("5.2.2"), None, &["Mailbox full"], &[]));
    let folded = b"Final-Recipient: rfc822; ann@example.com\r\nAction: failed\r\nStatus: 5.7.26\r\n\
        diagnostic-code: smtp; 550-5.7.26 Unauthenticated email\r\n 550-5.7.26 is not accepted\r\n\tby policy\r\n 550 5.7.26 end\r\n\
        Last-Attempt-Date: Mon, 23 Nov 2026 13:05:11 +0000\r\n";
    let lines = ["Unauthenticated email", "is not accepted", "by policy", "end"];
    check(folded, (Source::DiagnosticCode, Some(550), Some("5.7.26"), None, &lines, &[]));
    check(b"Status: 5.2.2\r\n", (Source::Status, None, Some("5.2.2"), None, &[""], &[]));
    check(b"Status: 4.4.7 (queue lifetime)\n", (Source::Status, None, Some("4.4.7"), None, &["(queue lifetime)"], &[]));
    let local = b"Status: 5.4.4\nDiagnostic-Code: X-Postfix; Host or domain name not found";
    check(local, (Source::DiagnosticCode, None, Some("5.4.4"), None, &["Host or domain name not found"], &[]));
    let contradicting = b"Status: 4.2.2\nDiagnostic-Code: smtp; 552 full";
    check(contradicting, (Source::DiagnosticCode, Some(552), None, None, &["full"], &[Fault::ClassesDisagree]));
}

#[test]
fn postfix() {
    let said = b"Nov 23 13:05:11 mx postfix/smtp[311]: 4F1: to=<ann@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, \
        dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <ann@example.com>: User unknown (in reply to \
        RCPT TO command))";
    check(said, (Source::Postfix, Some(550), Some("5.1.1"), Some("RCPT"), &["<ann@example.com>: User unknown"], &[]));
    let joined = b"dsn=5.7.26, status=bounced (host mx[192.0.2.1] said: 550-5.7.26 Unauthenticated email is not accepted due to \
        550 5.7.26 domain's DMARC policy. (in reply to end of DATA command))";
    let lines = ["Unauthenticated email is not accepted due to", "domain's DMARC policy."];
    check(joined, (Source::Postfix, Some(550), Some("5.7.26"), Some("end-of-data"), &lines, &[]));
    let refused = b"dsn=4.7.0, status=deferred (host mx[192.0.2.1] refused to talk to me: 421 4.7.0 Try again later)";
    check(refused, (Source::Postfix, Some(421), Some("4.7.0"), Some("connect"), &["Try again later"], &[]));
    let silent =
        b"Nov 23 13:05:11 mx postfix/smtp[311]: 4F1: to=<a@example.org>, relay=none, dsn=4.4.1, status=deferred \
        (connect to mx.example.org[192.0.2.1]:25: Connection timed out)";
    let line = ["connect to mx.example.org[192.0.2.1]:25: Connection timed out"];
    check(silent, (Source::Postfix, None, Some("4.4.1"), None, &line, &[]));
    let without = b"dsn=4.0.0, status=deferred (host mx[192.0.2.1] said: 450 busy (in reply to MAIL FROM command))";
    check(without, (Source::Postfix, Some(450), Some("4.0.0"), Some("MAIL"), &["busy"], &[]));
    let sent = b"dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F2)";
    check(sent, (Source::Postfix, Some(250), Some("2.0.0"), None, &["Ok: queued as 4F2"], &[]));
    let reject = b"postfix/smtpd[7]: NOQUEUE: reject: RCPT from unknown[2001:db8::1]: 554 5.7.1 <b@example.net>: Relay access denied; \
        from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<x>";
    check(
        reject,
        (Source::Postfix, Some(554), Some("5.7.1"), Some("RCPT"), &["<b@example.net>: Relay access denied"], &[]),
    );
}

#[test]
fn exim() {
    let one = b"2026-11-23 13:05:11 1abc ** ann@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error from \
        remote mail server after RCPT TO:<ann@example.com>: 550 5.1.1 No such user";
    check(one, (Source::Exim, Some(550), Some("5.1.1"), Some("RCPT"), &["No such user"], &[]));
    let several = b"SMTP error from remote mail server after end of data: 550-5.7.1 Rejected\\n550 5.7.1 as spam";
    check(several, (Source::Exim, Some(550), Some("5.7.1"), Some("end-of-data"), &["Rejected", "as spam"], &[]));
    let initial = b"SMTP error from remote mail server after initial connection: 421 busy";
    check(initial, (Source::Exim, Some(421), None, Some("connect"), &["busy"], &[]));
}

#[test]
fn sendmail() {
    let unknown = b"sendmail[9]: 1: to=<ann@example.com>, delay=00:00:01, mailer=esmtp, dsn=5.1.1, stat=User unknown";
    check(unknown, (Source::Sendmail, None, Some("5.1.1"), None, &["User unknown"], &[]));
    let deferred = b"dsn=4.2.0, stat=Deferred: 450 4.2.0 Greylisted, see example.com";
    check(deferred, (Source::Sendmail, Some(450), Some("4.2.0"), None, &["Greylisted, see example.com"], &[]));
    let reply = b"dsn=5.7.1, reply=550 5.7.1 Blocked, stat=Service unavailable";
    check(reply, (Source::Sendmail, Some(550), Some("5.7.1"), None, &["Blocked"], &[]));
}

#[test]
fn exchange() {
    let remote = b"Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'";
    let line = ["RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"];
    check(remote, (Source::Exchange, Some(550), Some("5.1.10"), None, &line, &[]));
    let hash = b"#< #5.1.1 SMTP; 550 5.1.1 unknown> #SMTP#";
    check(hash, (Source::Exchange, None, Some("5.1.1"), None, &["SMTP; 550 5.1.1 unknown>"], &[]));
    let queue = b"[{LED=450 4.1.1 unknown};{MSG=};{FQDN=mx.example.com};{IP=192.0.2.1}]";
    check(queue, (Source::Exchange, Some(450), Some("4.1.1"), None, &["unknown"], &[]));
}

#[test]
fn other_text() {
    check(b"", (Source::Text, None, None, None, &[], &[Fault::NoCode]));
    check(b"\r\n", (Source::Text, None, None, None, &[""], &[Fault::NoCode]));
    check(b"hello", (Source::Text, None, None, None, &["hello"], &[Fault::NoCode]));
    check(b"The server said: 550 no", (Source::Text, Some(550), None, None, &["no"], &[]));
    check(b"it answered 450 4.2.0 later", (Source::Text, Some(450), Some("4.2.0"), None, &["later"], &[]));
    // A number in prose is no code.
    check(b"we sold 450 apples", (Source::Text, None, None, None, &["we sold 450 apples"], &[Fault::NoCode]));
    check("５５０ no".as_bytes(), (Source::Text, None, None, None, &["５５０ no"], &[Fault::NoCode, Fault::NotAscii]));
    check(b"5501 no", (Source::Text, None, None, None, &["5501 no"], &[Fault::NoCode]));
}

#[test]
fn codes_of_the_dataset() {
    let reply = read(b"550 5.7.606 no");
    assert_eq!(reply.code(), Some(wirecodes::smtp::MAILBOX_PERMANENTLY_UNAVAILABLE));
    assert_eq!(reply.enhanced(), Some(Enhanced { class: 5, subject: 7, detail: 606 }));
    assert_eq!(reply.enhanced_code(), None);
    assert_eq!(reply.class(), Some(5));
    assert_eq!(read(b"Status: 4.2.2").class(), Some(4));
}

/// Bytes of every kind, cut and mixed from what replies are made of, never panic; and what is read lies in what was given.
#[test]
fn any_bytes() {
    const PIECES: [&[u8]; 40] = [
        b"550",
        b"450",
        b"999",
        b"25",
        b"-",
        b" ",
        b"\r",
        b"\n",
        b"\r\n",
        b"\t",
        b"5.1.1",
        b"4.2",
        b"2.0.0",
        b".",
        b"X",
        b"\xff",
        b"\xe5\xae",
        b"\0",
        b"dsn=",
        b"status=",
        b"stat=",
        b"reply=",
        b"(",
        b")",
        b" said: ",
        b" (in reply to ",
        b"RCPT TO command",
        b"reject: ",
        b"; from=<",
        b"SMTP error from remote mail server after ",
        b": ",
        b"\\n",
        b"Diagnostic-Code:",
        b"Status:",
        b"smtp;",
        b"{LED=",
        b"#",
        b"'",
        b"emote Server returned '",
        b"",
    ];
    // A small generator of its own: the same cases on every machine.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    for _ in 0..100_000 {
        let bytes: Vec<u8> = (0..next() % 12).flat_map(|_| PIECES[next() % PIECES.len()].to_vec()).collect();
        let reply: Reply<'_> = read(&bytes);
        let range = bytes.as_ptr_range();
        assert!(reply.as_bytes().is_empty() || range.contains(&reply.as_bytes().as_ptr()));
        let text: usize = reply.lines().map(|line| line.text().len()).sum();
        assert!(text <= bytes.len());
        let _ = (reply.to_string(), reply.code(), reply.enhanced_code(), format!("{reply:?}"));
    }
}

/// A megabyte of what could be read again and again is read in one go.
#[test]
fn long_input() {
    for piece in [
        "550-a\r\n",
        " 550 ",
        "\n",
        "550-x 550-",
        "dsn=5.1.1, ",
        ": ",
        "Status: ",
        "#",
        "SMTP error from remote mail server after ",
        "\\n",
    ] {
        let bytes = piece.repeat(1_000_000 / piece.len()).into_bytes();
        assert!(read(&bytes).lines().count() <= bytes.len());
    }
}
