//! Reading replies: what wirecodes and other crates do with 20,000 distinct ones of the kind that servers send, nine of ten refusals
//! and a fifth of several lines.
//!
//! Prints a Markdown table: millions of replies a second, the best of many rounds, each reader in its turn.

use std::hint::black_box;
use std::time::Instant;

use lettre::transport::smtp::response::Response;
use smtp_proto::response::parser::ResponseReceiver;
use wirecodes::reply;

const COUNT: usize = 20_000;
const ROUNDS: usize = 40;

/// Refusals of one line; `@` stands for what makes each reply distinct.
const REFUSALS: [&str; 14] = [
    "450 4.2.0 <user@@example.com>: Recipient address rejected: Greylisted, see http://postgrey.example/help/example.com.html",
    "451 4.7.1 Please try again later (id @)",
    "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - @",
    "452 4.2.2 The email account that you tried to reach is over quota @",
    "550 5.1.1 <user@@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
    "550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.dnsbl.example; query @",
    "550 No such user @ here",
    "552 5.2.2 Mailbox full, quota exceeded for user@",
    "554 5.7.1 <user@@example.net>: Relay access denied",
    "550 5.4.1 Recipient address rejected: Access denied. [DB5EUR01FT@.eop-EUR01.prod.protection.example]",
    "553 5.1.8 Domain of sender address user@@example.invalid does not exist",
    "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 @",
    "554 5.7.1 Message scored as spam (@ points)",
    "501 5.1.3 Bad recipient address syntax @",
];

/// Refusals of several lines.
const LONG: [&str; 3] = [
    "550-5.7.26 Unauthenticated email from example.com is not accepted due to\r\n550-5.7.26 domain's DMARC policy. Please contact the \
     administrator of\r\n550-5.7.26 example.com domain if this was a legitimate mail. To learn about the\r\n550 5.7.26 DMARC initiative, \
     go to https://dmarc.example/@ - gsmtp",
    "550-5.1.1 The email account that you tried to reach does not exist. Please try\r\n550-5.1.1 double-checking the recipient's email \
     address for typos or\r\n550 5.1.1 unnecessary spaces. @ - gsmtp",
    "421-4.7.0 Our system has detected an unusual rate of mail from your address.\r\n421 4.7.0 Try again later, @.",
];

/// What is fine.
const FINE: [&str; 4] =
    ["250 2.1.5 Ok", "250 2.0.0 Ok: queued as @", "354 End data with <CR><LF>.<CR><LF>", "220 mx@.example.com ESMTP"];

fn sample() -> Vec<String> {
    let pick = |index: usize| match index % 10 {
        0 => FINE[index / 10 % FINE.len()],
        1 | 2 => LONG[index / 10 % LONG.len()],
        _ => REFUSALS[index % REFUSALS.len()],
    };
    let make = |index: usize| {
        pick(index).replace("@@", "\0").replace('@', &index.to_string()).replace('\0', &format!("{index}@")) + "\r\n"
    };
    (0..COUNT).map(make).collect()
}

fn main() {
    let replies = sample();
    let readers: [(&str, fn(&str) -> usize); 4] = [
        ("`wirecodes::reply::read`", |text| usize::from(black_box(reply::read(text.as_bytes())).number().unwrap_or(0))),
        ("the same, and each line's text", |text| {
            reply::read(text.as_bytes()).lines().map(|line| line.text().len()).sum()
        }),
        ("`smtp-proto`", |text| {
            let response = ResponseReceiver::default().parse(&mut text.as_bytes().iter());
            response.map_or(0, |response| usize::from(response.code))
        }),
        ("`lettre`", |text| text.parse::<Response>().map_or(0, |response| response.message().map(str::len).sum())),
    ];
    let mut best = [f64::INFINITY; 4];
    for _ in 0..ROUNDS {
        for (best, (_, read)) in best.iter_mut().zip(readers) {
            let start = Instant::now();
            for text in &replies {
                black_box(read(black_box(text)));
            }
            *best = best.min(start.elapsed().as_secs_f64() / COUNT as f64);
        }
    }
    let bytes: usize = replies.iter().map(String::len).sum();
    println!("| reading replies ({} bytes each on average) | million a second | against the first |", bytes / COUNT);
    println!("|---|--:|--:|");
    for ((name, _), time) in readers.iter().zip(best) {
        println!("| {name} | {:.2} | {:.2}x |", 1e-6 / time, best[0] / time);
    }
}
