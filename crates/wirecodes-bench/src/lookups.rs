//! Lookups of wirecodes and of what users would otherwise call, over the same codes in the same order.
//!
//! `lookups` prints nanoseconds a lookup for each subject: the best of many rounds, since the machine does other things
//! too. `lookups count SUBJECT N` does N rounds of one subject and nothing else, for callgrind to count instructions.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

use wirecodes::{Code, Protocol, compare, smtp, smtp_enhanced};

/// Codes looked up in a round.
const ROUND: usize = 1024;

static PHF: phf::Map<u16, &str> = phf::phf_map! {
    211u16 => "System Status", 214u16 => "Help Message", 220u16 => "Service Ready", 221u16 => "Service Closing",
    235u16 => "Authentication Succeeded", 250u16 => "Action Completed", 251u16 => "Will Forward", 252u16 => "Cannot Verify User",
    253u16 => "Pending Messages Started", 334u16 => "Authentication Challenge", 354u16 => "Start Mail Input",
    355u16 => "Transaction Offset", 421u16 => "Service Not Available", 432u16 => "Password Transition Needed",
    450u16 => "Mailbox Unavailable", 451u16 => "Local Error in Processing", 452u16 => "Insufficient System Storage",
    453u16 => "No Mail Waiting", 454u16 => "Security Temporarily Unavailable", 455u16 => "Cannot Accommodate Parameters",
    458u16 => "Unable to Queue Messages", 459u16 => "Node Not Allowed", 500u16 => "Command Unrecognized",
    501u16 => "Parameter Syntax Error", 502u16 => "Command Not Implemented", 503u16 => "Bad Command Sequence",
    504u16 => "Parameter Not Implemented", 521u16 => "Server Does Not Accept Mail", 530u16 => "Authentication Required",
    534u16 => "Authentication Mechanism Too Weak", 535u16 => "Authentication Credentials Invalid",
    538u16 => "Encryption Required for Authentication", 550u16 => "Mailbox Permanently Unavailable", 551u16 => "User Not Local",
    552u16 => "Storage Allocation Exceeded", 553u16 => "Mailbox Name Not Allowed", 554u16 => "Transaction Failed",
    555u16 => "Parameters Not Recognized", 556u16 => "Domain Does Not Accept Mail",
};

#[inline(never)]
fn by_match(number: u16) -> Option<&'static str> {
    Some(match number {
        211 => "System Status",
        214 => "Help Message",
        220 => "Service Ready",
        221 => "Service Closing",
        235 => "Authentication Succeeded",
        250 => "Action Completed",
        251 => "Will Forward",
        252 => "Cannot Verify User",
        253 => "Pending Messages Started",
        334 => "Authentication Challenge",
        354 => "Start Mail Input",
        355 => "Transaction Offset",
        421 => "Service Not Available",
        432 => "Password Transition Needed",
        450 => "Mailbox Unavailable",
        451 => "Local Error in Processing",
        452 => "Insufficient System Storage",
        453 => "No Mail Waiting",
        454 => "Security Temporarily Unavailable",
        455 => "Cannot Accommodate Parameters",
        458 => "Unable to Queue Messages",
        459 => "Node Not Allowed",
        500 => "Command Unrecognized",
        501 => "Parameter Syntax Error",
        502 => "Command Not Implemented",
        503 => "Bad Command Sequence",
        504 => "Parameter Not Implemented",
        521 => "Server Does Not Accept Mail",
        530 => "Authentication Required",
        534 => "Authentication Mechanism Too Weak",
        535 => "Authentication Credentials Invalid",
        538 => "Encryption Required for Authentication",
        550 => "Mailbox Permanently Unavailable",
        551 => "User Not Local",
        552 => "Storage Allocation Exceeded",
        553 => "Mailbox Name Not Allowed",
        554 => "Transaction Failed",
        555 => "Parameters Not Recognized",
        556 => "Domain Does Not Accept Mail",
        _ => return None,
    })
}

// Each subject behind a call of its own, so that what is counted is one lookup and not a loop made of many.
#[inline(never)]
fn known(number: u16) -> Option<Code> {
    smtp::lookup(number)
}

#[inline(never)]
fn by_enum(protocol: Protocol, number: u16) -> Option<Code> {
    protocol.lookup(number)
}

// The crate does not offer this one for inlining: a call around the call would count twice.
#[inline]
fn by_text(protocol: &str, code: &str) -> Option<Code> {
    wirecodes::lookup(protocol, code).ok().flatten()
}

#[inline(never)]
fn enhanced((class, subject, detail): (u16, u16, u16)) -> Option<Code> {
    smtp_enhanced::lookup(class, subject, detail)
}

#[inline(never)]
fn by_text_map(map: &HashMap<&str, &'static str>, code: &str) -> Option<&'static str> {
    map.get(code).copied()
}

#[inline(never)]
fn by_phf(number: u16) -> Option<&'static str> {
    PHF.get(&number).copied()
}

#[inline(never)]
fn by_hash_map(map: &HashMap<u16, &'static str>, number: u16) -> Option<&'static str> {
    map.get(&number).copied()
}

#[inline(never)]
fn by_http(number: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(number).ok()?.canonical_reason()
}

#[inline(never)]
fn nothing(number: u16) -> u16 {
    number
}

/// The codes of a round, in an order that a branch predictor can't learn.
struct Codes {
    smtp: Vec<u16>,
    smtp_text: Vec<String>,
    http: Vec<u16>,
    pairs: Vec<(Code, Code)>,
    map: HashMap<u16, &'static str>,
    enhanced: Vec<(u16, u16, u16)>,
    enhanced_text: Vec<&'static str>,
    enhanced_map: HashMap<&'static str, &'static str>,
}

impl Codes {
    fn new() -> Codes {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = move |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let known: Vec<u16> = PHF.keys().copied().collect();
        let http: Vec<u16> = (100..600).filter(|number| by_http(*number).is_some()).collect();
        let smtp: Vec<u16> = (0..ROUND).map(|_| known[next(known.len())]).collect();
        let codes: Vec<Code> = Protocol::Smtp.codes().collect();
        let views: Vec<Code> = Protocol::SmtpEnhanced.codes().flat_map(Code::views).collect();
        let enhanced_text: Vec<&str> = (0..ROUND).map(|_| views[next(views.len())].as_str()).collect();
        let numbers = |code: &&str| {
            let parts: Vec<u16> = code.split('.').map(|part| part.parse().expect("digits")).collect();
            (parts[0], parts[1], parts[2])
        };
        Codes {
            smtp_text: smtp.iter().map(u16::to_string).collect(),
            http: (0..ROUND).map(|_| http[next(http.len())]).collect(),
            pairs: (0..ROUND).map(|_| (codes[next(codes.len())], codes[next(codes.len())])).collect(),
            map: PHF.entries().map(|(number, name)| (*number, *name)).collect(),
            smtp,
            enhanced: enhanced_text.iter().map(numbers).collect(),
            enhanced_text,
            enhanced_map: views.iter().map(|code| (code.as_str(), code.name().unwrap_or_default())).collect(),
        }
    }

    fn round(&self, subject: &str) {
        fn each<T, R>(items: &[T], run: impl Fn(&T) -> R) {
            for item in items {
                black_box(run(black_box(item)));
            }
        }
        match subject {
            "nothing" => each(&self.smtp, |number| nothing(*number)),
            "smtp::lookup" => each(&self.smtp, |number| known(*number)),
            "Protocol::lookup" => each(&self.smtp, |number| by_enum(black_box(Protocol::Smtp), *number)),
            "lookup by text" => each(&self.smtp_text, |text| by_text(black_box("smtp"), text)),
            "smtp_enhanced::lookup" => each(&self.enhanced, |numbers| enhanced(*numbers)),
            "enhanced by text" => each(&self.enhanced_text, |text| by_text(black_box("smtp-enhanced"), text)),
            "enhanced by text, as smtp" => each(&self.enhanced_text, |text| by_text(black_box("smtp"), text)),
            "HashMap of text" => each(&self.enhanced_text, |text| by_text_map(&self.enhanced_map, text)),
            "match" => each(&self.smtp, |number| by_match(*number)),
            "phf::Map" => each(&self.smtp, |number| by_phf(*number)),
            "HashMap" => each(&self.smtp, |number| by_hash_map(&self.map, *number)),
            "http::StatusCode" => each(&self.http, |number| by_http(*number)),
            "compare" => each(&self.pairs, |(a, b)| {
                let comparison = compare(*a, *b);
                (comparison.lead(), comparison.relation().is_some(), comparison.facets().count())
            }),
            other => panic!("no subject {other}"),
        }
    }
}

const SUBJECTS: [&str; 13] = [
    "nothing",
    "smtp::lookup",
    "Protocol::lookup",
    "lookup by text",
    "smtp_enhanced::lookup",
    "enhanced by text",
    "enhanced by text, as smtp",
    "HashMap of text",
    "match",
    "phf::Map",
    "HashMap",
    "http::StatusCode",
    "compare",
];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let codes = Codes::new();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["count", subject, rounds] => {
            for _ in 0..rounds.parse().unwrap_or(1) {
                codes.round(subject);
            }
        }
        _ => {
            let mut best = [f64::INFINITY; SUBJECTS.len()];
            for _ in 0..400 {
                for (subject, best) in SUBJECTS.iter().zip(&mut best) {
                    let start = Instant::now();
                    for _ in 0..8 {
                        codes.round(subject);
                    }
                    *best = best.min(start.elapsed().as_nanos() as f64 / (8 * ROUND) as f64);
                }
            }
            for (subject, best) in SUBJECTS.iter().zip(best) {
                println!("{subject}\t{best:.3}");
            }
        }
    }
}
