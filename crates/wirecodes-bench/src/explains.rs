//! Replies classified in a second, and logs: a table for `cargo xtask bench`.
//!
//! With a folder, it writes the replies (`replies.json`, an array of strings) and the log (`mail.log`) into it and prints the seconds that
//! explaining all of either takes, for the packages' benchmarks to compare themselves with.

#![forbid(unsafe_code)]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use wirecodes_explain::{Explainer, Row, Scanner};
use wirecodes_tests::labelled;

/// How many replies there are.
const REPLIES: usize = 20_000;

fn main() {
    let (list, replies) = replies();
    if let Some(folder) = std::env::args_os().nth(1) {
        compared(Path::new(&folder), &replies);
        return;
    }
    let explainer = Explainer::builtin();
    let start = Instant::now();
    let copy = Explainer::with_rules(&[], &[]).expect("no files have no faults");
    let building = start.elapsed();
    black_box(&copy);

    let read = best(|| replies.iter().map(|reply| usize::from(wirecodes::reply::read(reply).number().is_some())).sum());
    let classify = best(|| replies.iter().map(|reply| usize::from(explainer.explain(reply).reason().is_some())).sum());
    // What was decided lately is remembered, and these differ in addresses alone: with a word of its own in each, none is.
    let other: Vec<Vec<u8>> = replies
        .iter()
        .enumerate()
        .map(|(number, reply)| [reply.trim_ascii_end(), format!(" {number:x}.id\r\n").as_bytes()].concat())
        .collect();
    let unlike = best(|| other.iter().map(|reply| usize::from(explainer.explain(reply).reason().is_some())).sum());
    println!("| {REPLIES} replies of {} bytes on average | a second |", list.len() / REPLIES);
    println!("|---|--:|");
    println!("| read | {:.2} million |", REPLIES as f64 / read / 1e6);
    println!("| read and classified | {:.2} million |", REPLIES as f64 / classify / 1e6);
    println!("| the same, each with a word of its own | {:.2} million |", REPLIES as f64 / unlike / 1e6);
    println!();

    let log = log(&replies);
    let megabytes = |bytes: &[u8], seconds: f64| bytes.len() as f64 / seconds / 1e6;
    let passed = best(|| scan(&log, false));
    let explained = best(|| scan(&log, true));
    println!(
        "A Postfix log with a tenth refusals: {:.0} MB/s found, {:.0} MB/s explained. Making the explainer takes {} ms.",
        megabytes(&log, passed),
        megabytes(&log, explained),
        building.as_millis()
    );
    let many = list.repeat(10);
    let (of_log, of_list) = (best(|| rows(&log)), best(|| rows(&many)));
    println!(
        "As JSON Lines in a file: that log at {:.0} MB/s, replies alone at {:.0} MB/s.",
        megabytes(&log, of_log),
        megabytes(&many, of_list)
    );
}

/// Writes rows of what is found into a file, as `wirecodes explain --format json` does.
fn rows(bytes: &[u8]) -> usize {
    let path = std::env::temp_dir().join(format!("wirecodes-bench-{}.jsonl", std::process::id()));
    let mut out = BufWriter::with_capacity(256 * 1024, File::create(&path).expect("files can be made"));
    let (mut text, mut row, mut count) = (String::new(), Vec::new(), 0);
    let outcome = Scanner::new().read(bytes, |found| {
        let (reply, explanation) = Explainer::builtin().explain_found(&found);
        Row::text_of(&reply, &mut text);
        row.clear();
        Row::new(Some(found.line), &text, &explanation).write_json(&mut row);
        row.push(b'\n');
        count += 1;
        out.write_all(&row)
    });
    outcome.and_then(|()| out.flush()).expect("files can be written");
    fs::remove_file(path).expect("files can be removed");
    count
}

/// What is found in a log, and perhaps explained.
fn scan(log: &[u8], explained: bool) -> usize {
    let explainer = Explainer::builtin();
    let mut scanner = Scanner::new();
    let mut found = 0;
    let outcome = scanner.read(log, |reply| {
        found += if explained { usize::from(explainer.explain(reply.bytes).reason().is_some()) } else { 1 };
        Ok(())
    });
    outcome.expect("memory can be read");
    found
}

/// The files, and the seconds.
fn compared(folder: &Path, replies: &[Vec<u8>]) {
    let texts: Vec<_> = replies.iter().map(|reply| String::from_utf8_lossy(reply)).collect();
    let log = log(replies);
    let json = serde_json::to_vec(&texts).expect("strings can be written");
    for (name, content) in [("replies.json", &json), ("mail.log", &log)] {
        fs::write(folder.join(name), content).expect("the folder can be written to");
    }
    let explainer = Explainer::builtin();
    let many = best(|| replies.iter().map(|reply| usize::from(explainer.explain(reply).reason().is_some())).sum());
    println!("explain_many\t{many}");
    println!("explain_lines\t{}", best(|| scan(&log, true)));
}

/// Seconds that the quickest of several runs takes.
fn best(mut run: impl FnMut() -> usize) -> f64 {
    (0..7)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64()
        })
        .fold(f64::MAX, f64::min)
}

/// Replies in the wordings of the labelled ones, with other numbers in each; nine of ten are failures, a fifth has several lines.
fn replies() -> (Vec<u8>, Vec<Vec<u8>>) {
    let labelled = labelled();
    let (many, one): (Vec<_>, Vec<_>) = labelled
        .iter()
        .filter(|one| one.reply.as_bytes()[0].is_ascii_digit() && one.reply.as_bytes()[1] != b'.')
        .partition(|one| one.reply.contains('\n'));
    let mut replies = Vec::new();
    for number in 0..REPLIES {
        let text = match number % 10 {
            0 => format!("250 2.1.5 <user{number}@example.com>: ok"),
            1 | 2 => many[number / 10 % many.len()].reply.replace("192.0.2.1", &format!("192.0.2.{}", number % 256)),
            _ => one[number % one.len()].reply.replace("ann@", &format!("ann{number}@")),
        };
        replies.push(format!("{text}\r\n").into_bytes());
    }
    (replies.concat(), replies)
}

/// A log of Postfix in which a tenth of the lines carry one of the replies.
fn log(replies: &[Vec<u8>]) -> Vec<u8> {
    let mut log = Vec::new();
    for (number, reply) in replies.iter().cycle().take(4 * REPLIES).enumerate() {
        let host = format!(
            "Nov 23 13:{:02}:{:02} mx postfix/smtp[{}]: 4F{number:X}:",
            number / 60 % 60,
            number % 60,
            300 + number % 700
        );
        let line = if number % 10 == 3 {
            let said = String::from_utf8_lossy(reply).replace("\r\n", " ");
            format!(
                "{host} to=<user{number}@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=2.1, delays=0.1/0/1/1, dsn=5.0.0, status=bounced (host mx.example.org[192.0.2.1] said: {} (in reply to RCPT TO command))\n",
                said.trim()
            )
        } else {
            match number % 4 {
                0 => format!(
                    "{host} to=<user{number}@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=2.1, delays=0.1/0/1/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9A{number:X})\n"
                ),
                1 => format!("{host} removed\n"),
                2 => format!(
                    "{host} from=<user{number}@example.com>, size={}, nrcpt=1 (queue active)\n",
                    900 + number % 4000
                ),
                _ => format!("{host} message-id=<20261123.{number}@example.com>\n"),
            }
        };
        log.extend_from_slice(line.as_bytes());
    }
    log
}
