//! How long a reply says to wait: "try again in 300 seconds", "come back in 00:05:00", "bitte in 5 Minuten erneut".

use std::time::Duration;

/// Longer than this no queue keeps a message; a number that gives more was not meant so.
const LONGEST: u64 = 7 * 24 * 3600;

/// Words one of which has to stand somewhere, or the time is not one to wait.
const CUES: [&str; 37] = [
    "again",
    "retry",
    "retries",
    "back",
    "wait",
    "later",
    "resend",
    "greylist",
    "graylist",
    "deferred",
    "return",
    "delay",
    "erneut",
    "warten",
    "wieder",
    "spater",
    "spaeter",
    "nochmal",
    "reessay",
    "attend",
    "plus tard",
    "riprov",
    "piu tardi",
    "tente",
    "tentar",
    "novamente",
    "aguarde",
    "повтор",
    "позже",
    "через",
    "再送",
    "再度",
    "後に",
    "再试",
    "重试",
    "稍后",
    "다시",
];

/// Words right before the number. "10 messages in 60 minutes" has one too, so what stands before that counts as well.
const BEFORE: [&str; 26] = [
    "in",
    "after",
    "for",
    "wait",
    "least",
    "about",
    "another",
    "within",
    "next",
    "seconds:",
    "retry",
    "retry=",
    "retry:",
    "retry-after:",
    "nach",
    "dans",
    "apres",
    "fra",
    "tra",
    "dopo",
    "em",
    "apos",
    "через",
    "после",
    "attendre",
    "aguarde",
];

/// What is counted, and not waited for.
const COUNTED: [&str; 16] = [
    "messages",
    "message",
    "mails",
    "emails",
    "mail",
    "connections",
    "recipients",
    "times",
    "requests",
    "nachrichten",
    "mensagens",
    "messaggi",
    "sent",
    "limit",
    "sessions",
    "attempts",
];

/// The delay that a folded text names.
pub(crate) fn find(text: &str) -> Option<Duration> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || !CUES.iter().any(|cue| text.contains(cue)) {
        return None;
    }
    scripted(text).or_else(|| spaced(text)).filter(|seconds| (1..=LONGEST).contains(seconds)).map(Duration::from_secs)
}

/// In languages with blanks.
fn spaced(text: &str) -> Option<u64> {
    let words: Vec<&str> = text.split(' ').take(400).collect();
    (0..words.len()).find_map(|at| {
        let before = if at == 0 { "" } else { bare_start(words[at - 1]) };
        let counted = at >= 2 && COUNTED.contains(&words[at - 2].trim_matches(|c: char| !c.is_alphanumeric()));
        if counted || !BEFORE.contains(&before) {
            return None;
        }
        let word = words[at].trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if let Some(seconds) = clock(word) {
            return Some(seconds);
        }
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let count: u64 = word.get(..digits)?.parse().ok()?;
        let unit = match &word[digits..] {
            "" => words.get(at + 1)?.trim_matches(|c: char| !c.is_alphanumeric()),
            glued => glued,
        };
        count.checked_mul(unit_of(unit)?)
    })
}

/// In Japanese, Chinese and Korean: a number, its unit, and after that what says "later".
fn scripted(text: &str) -> Option<u64> {
    const UNITS: [(&str, u64); 9] = [
        ("秒", 1),
        ("分钟", 60),
        ("分間", 60),
        ("分", 60),
        ("時間", 3600),
        ("小时", 3600),
        ("초", 1),
        ("분", 60),
        ("시간", 3600),
    ];
    if text.is_ascii() {
        return None;
    }
    UNITS.iter().find_map(|(unit, seconds)| {
        text.match_indices(unit).find_map(|(at, _)| {
            let before = text[..at].trim_end();
            let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
            let count: u64 = before[before.len() - digits..].parse().ok()?;
            let after = text[at + unit.len()..].trim_start();
            let later = ["後", "后", "以上", "ほど", "お待ち", "待", "후", "뒤", "이후", "经过"]
                .iter()
                .any(|word| after.starts_with(word));
            later.then(|| count.checked_mul(*seconds)).flatten()
        })
    })
}

/// `00:05:00`, `05:00`
fn clock(word: &str) -> Option<u64> {
    let parts: Vec<&str> = word.split(':').collect();
    if !(2..=3).contains(&parts.len()) || parts.iter().any(|part| part.is_empty() || part.len() > 2) {
        return None;
    }
    parts.iter().try_fold(0_u64, |total, part| Some(total * 60 + part.parse::<u64>().ok()?))
}

fn bare_start(word: &str) -> &str {
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// How many seconds a unit has.
fn unit_of(word: &str) -> Option<u64> {
    let starts = |list: &[&str]| list.iter().any(|start| word.starts_with(start));
    let is = |list: &[&str]| list.contains(&word);
    if is(&["s", "sec", "secs", "sek"]) || starts(&["second", "sekund", "segund", "secondi", "секунд"]) {
        Some(1)
    } else if is(&["m", "min", "mins", "mn", "минут"]) || starts(&["minut", "минут"]) {
        Some(60)
    } else if is(&["h", "hr", "hrs", "ore", "ora"]) || starts(&["hour", "stunde", "heure", "hora", "час"]) {
        Some(3600)
    } else if is(&["d", "day", "days", "tag", "tagen", "jour", "jours", "dia", "dias", "giorno", "giorni"]) {
        Some(24 * 3600)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[track_caller]
    fn seconds(text: &str, expected: Option<u64>) {
        assert_eq!(find(text).map(|delay| delay.as_secs()), expected, "{text}");
    }

    #[test]
    fn delays_are_found() {
        seconds("greylisted, try again in 300 seconds", Some(300));
        seconds("greylisting in action, please come back in 00:29:41", Some(29 * 60 + 41));
        seconds("please retry after 10 min.", Some(600));
        seconds("exceeded the limit, retry in 3600s", Some(3600));
        seconds("please wait 2 hours", Some(7200));
        seconds("deferred for 15 minutes", Some(900));
        seconds("bitte versuchen sie es in 5 minuten erneut", Some(300));
        seconds("veuillez reessayer dans 10 minutes", Some(600));
        seconds("повторите через 30 секунд", Some(30));
        seconds("5分後に再送してください", Some(300));
        seconds("请5分钟后重试", Some(300));
        seconds("10분 후 다시 시도하십시오", Some(600));
    }

    #[test]
    fn other_times_are_none() {
        seconds("too many messages in 60 minutes, try again later", None);
        seconds("100 messages in 1 hour, retry later", None);
        seconds("message size in 300 seconds", None);
        seconds("try again in 0 seconds", None);
        seconds("try again in 99999999999999999999 seconds", None);
        seconds("try again in 9999 days", None);
        seconds("try again later", None);
        seconds("see http://x.example/300 and try again", None);
        seconds("retry in 1:2:3:4", None);
    }
}
