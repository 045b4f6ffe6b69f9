//! What each command does.

use std::fmt::Display;

use clap::CommandFactory;
use wirecodes::{Code, Family, Interpretation, Lang, Message, Protocol, compare, interpret, search};
use wirecodes_explain::Reason;
use wirecodes_render::{explain, html, json, markdown, text};

use crate::args::{Args, Command, Format, Options};
use crate::output::{lang_from_environment, print, style};

/// How a command ended, as its exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Found = 0,
    NotFound = 1,
    Misuse = 2,
}

/// What to print, and how it ended.
struct Answer {
    output: String,
    /// For standard error.
    remark: Option<String>,
    end: End,
}

impl Answer {
    fn found(output: String) -> Answer {
        Answer { output, remark: None, end: End::Found }
    }

    fn not_found(output: String, remark: Option<String>) -> Answer {
        Answer { output, remark, end: End::NotFound }
    }
}

/// Wrong usage or malformed input: what to say about it.
struct Misuse(String);

impl<E: Display> From<E> for Misuse {
    fn from(error: E) -> Misuse {
        Misuse(error.to_string())
    }
}

pub(crate) fn run(args: Args) -> u8 {
    // It writes while it reads, so that its memory doesn't grow with the input.
    if let Command::Explain { files, reply, full, rules, rules_after, summary, lang, format } = args.command {
        let shown = language(lang.as_deref()).map(|lang| crate::explain::Explain { full, summary, lang, format });
        let result = shown
            .map_err(|Misuse(message)| message)
            .and_then(|shown| crate::explain::run(shown, &files, reply.as_deref(), &rules, &rules_after));
        return result.unwrap_or_else(|message| {
            eprintln!("error: {message}");
            End::Misuse as u8
        });
    }
    let answer = answer(args.command).unwrap_or_else(|Misuse(message)| Answer {
        output: String::new(),
        remark: Some(format!("error: {message}")),
        end: End::Misuse,
    });
    if let Err(error) = print(&answer.output) {
        eprintln!("error: can't write the output: {error}");
        return End::Misuse as u8;
    }
    if let Some(remark) = answer.remark {
        eprintln!("{remark}");
    }
    answer.end as u8
}

fn answer(command: Command) -> Result<Answer, Misuse> {
    match command {
        Command::Show { code, options } => show(&code, Shown::new(&options)?),
        Command::Compare { codes, options } => compare_codes(&codes, Shown::new(&options)?),
        Command::List { protocol, options } => list(protocol.as_deref(), Shown::new(&options)?),
        Command::Search { words, options } => find(&words.join(" "), Shown::new(&options)?),
        // `run` has taken care of it.
        Command::Explain { .. } => Ok(Answer::found(String::new())),
        Command::Reason { id, options } => reason(id.as_deref(), Shown::new(&options)?),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "wirecodes", &mut script);
            Ok(Answer::found(String::from_utf8_lossy(&script).into_owned()))
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page)?;
            Ok(Answer::found(String::from_utf8_lossy(&page).into_owned()))
        }
    }
}

/// The language that is asked for.
fn language(tag: Option<&str>) -> Result<Lang, Misuse> {
    Ok(match tag {
        Some(tag) => tag.parse()?,
        None => lang_from_environment(),
    })
}

fn reason(id: Option<&str>, shown: Shown) -> Result<Answer, Misuse> {
    let Shown { lang, format } = shown;
    let Some(id) = id else {
        return Ok(Answer::found(match format {
            Format::Text => explain::reasons(Reason::all(), lang, style()),
            Format::Markdown => markdown::reasons(Reason::all(), lang),
            Format::Html => html::reasons(Reason::all(), lang),
            Format::Json => json::reasons(Reason::all(), lang),
        }));
    };
    if let Some(reason) = Reason::find(id) {
        return Ok(Answer::found(match format {
            Format::Text => explain::reason(reason, lang, style()),
            Format::Markdown => markdown::reason(reason, lang),
            Format::Html => html::reason(reason, lang),
            Format::Json => json::reason(reason, lang),
        }));
    }
    let near = Reason::all().iter().min_by_key(|reason| strsim::damerau_levenshtein(id, reason.id()));
    let hint = near
        .filter(|near| strsim::damerau_levenshtein(id, near.id()) <= 3)
        .map(|near| format!("; did you mean `{}`?", near.id()))
        .unwrap_or_default();
    Err(Misuse(format!("there is no reason `{id}`{hint}; `wirecodes reason` lists them")))
}

/// The language and form of what is shown.
#[derive(Clone, Copy)]
struct Shown {
    lang: Lang,
    format: Format,
}

impl Shown {
    fn new(options: &Options) -> Result<Shown, Misuse> {
        let lang = language(options.lang.as_deref())?;
        Ok(Shown { lang, format: options.format })
    }

    fn interpretation(self, of: &Interpretation<'_>) -> String {
        match self.format {
            Format::Text => text::interpretation(of, self.lang, style()),
            Format::Markdown => markdown::interpretation(of, self.lang),
            Format::Html => html::interpretation(of, self.lang),
            Format::Json => json::interpretation(of, self.lang),
        }
    }

    fn family(self, family: Family) -> String {
        match self.format {
            Format::Text => text::family(family, self.lang, style()),
            Format::Markdown => markdown::family(family, self.lang),
            Format::Html => html::family(family, self.lang),
            Format::Json => json::family(family, self.lang),
        }
    }

    /// Each code whole: what `show` prints for a code of several protocols.
    fn each(self, codes: &[Code]) -> String {
        let join = |show: &dyn Fn(Code) -> String| codes.iter().map(|code| show(*code)).collect::<Vec<_>>().join("\n");
        match self.format {
            Format::Text => join(&|code| text::code(code, self.lang, style())),
            Format::Markdown => join(&|code| markdown::code(code, self.lang)),
            // One page: a document can't follow another.
            Format::Html => match codes {
                [only] => html::code(*only, self.lang),
                codes => html::codes(codes.iter().copied(), self.lang),
            },
            Format::Json => json::codes(codes.iter().copied(), self.lang),
        }
    }

    /// The codes as a list.
    fn list(self, codes: &[Code]) -> String {
        let codes = codes.iter().copied();
        match self.format {
            Format::Text => text::codes(codes, self.lang, style()),
            Format::Markdown => markdown::codes(codes, self.lang),
            Format::Html => html::codes(codes, self.lang),
            Format::Json => json::codes(codes, self.lang),
        }
    }
}

fn show(words: &[String], shown: Shown) -> Result<Answer, Misuse> {
    if let Some(family) = family_of(words) {
        return Ok(Answer::found(shown.family(family)));
    }
    match words {
        [code] if !code.contains(':') => show_everywhere(code, shown),
        words => {
            let (protocol, code) = match words {
                [protocol, code] => (protocol.as_str(), code.as_str()),
                _ => words[0].split_once(':').unwrap_or_default(),
            };
            let of = interpret(protocol, code).map_err(|error| misread(protocol, code, error))?;
            let output = shown.interpretation(&of);
            Ok(if of.is_registered() {
                Answer::found(output)
            } else {
                Answer::not_found(output, nearest(&of, shown.lang))
            })
        }
    }
}

/// The family that the words name, if they don't name a code: `5.7`, `smtp 4yz`.
fn family_of(words: &[String]) -> Option<Family> {
    let (protocols, text) = match words {
        [protocol, text] => (vec![protocol.parse().ok()?], text.as_str()),
        [word] => match word.split_once(':') {
            Some((protocol, text)) => (vec![protocol.parse().ok()?], text),
            None => (Protocol::ALL.to_vec(), word.as_str()),
        },
        _ => return None,
    };
    // A code comes first: 4 alone is gRPC's.
    if protocols.iter().any(|protocol: &Protocol| protocol.interpret(text).is_ok()) {
        return None;
    }
    protocols.iter().find_map(|protocol| protocol.family(text))
}

/// The code in every protocol that has it.
fn show_everywhere(code: &str, shown: Shown) -> Result<Answer, Misuse> {
    let readings: Vec<Interpretation<'_>> =
        Protocol::ALL.iter().filter_map(|protocol| protocol.interpret(code).ok()).collect();
    let mut codes: Vec<Code> = Vec::new();
    for found in readings.iter().filter_map(Interpretation::code) {
        codes.push(found);
        codes.extend(found.namesakes());
    }
    codes.sort_unstable();
    codes.dedup();
    if !codes.is_empty() {
        return Ok(Answer::found(shown.each(&codes)));
    }
    let Some(first) = readings.first() else {
        // No protocol has codes of this form; a name without its protocol is a likely reason.
        let hint = Protocol::ALL
            .iter()
            .find_map(|protocol| similar_constant(*protocol, code))
            .map(|similar| format!("; did you mean `{similar}`?"))
            .unwrap_or_default();
        let protocols: Vec<&str> = Protocol::ALL.iter().map(|protocol| protocol.id()).collect();
        return Err(Misuse(format!(
            "`{code}` has not the form of a code of any protocol ({}){hint}",
            protocols.join(", ")
        )));
    };
    let output = match shown.format {
        Format::Json => "[]\n".to_owned(),
        _ => shown.interpretation(first),
    };
    Ok(Answer::not_found(output, nearest(first, shown.lang)))
}

fn compare_codes(words: &[String], shown: Shown) -> Result<Answer, Misuse> {
    let (a, b) = match words {
        [protocol, a, b] if !protocol.contains(':') => (reference(protocol, a), reference(protocol, b)),
        [a, b] => (a.clone(), b.clone()),
        _ => return Err(Misuse(
            "expected a protocol and two codes, `smtp 235 450`, or two codes with their protocols, `smtp:450 grpc:14`"
                .into(),
        )),
    };
    let mut codes = Vec::new();
    for word in [&a, &b] {
        let (protocol, code) = match word.split_once(':') {
            Some((protocol, code)) => (protocol.to_owned(), code),
            None => (only_protocol(&a, &b)?.to_string(), word.as_str()),
        };
        let of = interpret(&protocol, code).map_err(|error| misread(&protocol, code, error))?;
        match of.code() {
            Some(code) => codes.push(code),
            None => {
                let remarks = [Some(of.gist(shown.lang).to_string()), nearest(&of, shown.lang)];
                let remark = remarks.into_iter().flatten().collect::<Vec<_>>().join("\n");
                return Ok(Answer::not_found(String::new(), Some(remark)));
            }
        }
    }
    let comparison = compare(codes[0], codes[1]);
    Ok(Answer::found(match shown.format {
        Format::Text => text::comparison(comparison, shown.lang, style()),
        Format::Markdown => markdown::comparison(comparison, shown.lang),
        Format::Html => html::comparison(comparison, shown.lang),
        Format::Json => json::comparison(comparison, shown.lang),
    }))
}

/// `smtp:450`, unless the code names its protocol itself.
fn reference(protocol: &str, code: &str) -> String {
    if code.contains(':') { code.to_owned() } else { format!("{protocol}:{code}") }
}

/// For `compare 450 550`: the protocol that has both, if it is only one.
fn only_protocol(a: &str, b: &str) -> Result<Protocol, Misuse> {
    let bare = |word: &str| word.split_once(':').map_or(word.to_owned(), |(_, code)| code.to_owned());
    let has = |protocol: Protocol, code: &str| matches!(wirecodes::lookup(protocol.id(), code), Ok(Some(_)));
    let both: Vec<Protocol> =
        Protocol::ALL.iter().copied().filter(|protocol| has(*protocol, &bare(a)) && has(*protocol, &bare(b))).collect();
    match both[..] {
        [only] => Ok(only),
        _ => Err(Misuse(format!(
            "which protocol? Write `{}:{}` or `compare {} {} {}`",
            Protocol::ALL[0],
            bare(a),
            Protocol::ALL[0],
            bare(a),
            bare(b)
        ))),
    }
}

fn list(protocol: Option<&str>, shown: Shown) -> Result<Answer, Misuse> {
    let codes: Vec<Code> = match protocol {
        Some(id) => id.parse::<Protocol>().map_err(|error| unknown_protocol(id, error))?.codes().collect(),
        None => Protocol::ALL.iter().flat_map(|protocol| protocol.codes()).collect(),
    };
    Ok(Answer::found(shown.list(&codes)))
}

fn find(query: &str, shown: Shown) -> Result<Answer, Misuse> {
    let codes: Vec<Code> = search(query).collect();
    if codes.is_empty() {
        let output = if shown.format == Format::Json { "[]\n".to_owned() } else { String::new() };
        let remark = shown.lang.message(Message::SearchNone).replace("{query}", query);
        return Ok(Answer::not_found(output, Some(remark)));
    }
    Ok(Answer::found(shown.list(&codes)))
}

/// The remark for a code that is not in the dataset: the codes nearest to it, if its form says which those are.
fn nearest(of: &Interpretation<'_>, lang: Lang) -> Option<String> {
    let codes: Vec<&str> = of.nearest().take(3).map(Code::as_str).collect();
    let list = codes.join(lang.message(Message::ListComma));
    (!codes.is_empty()).then(|| lang.message(Message::ShowNearest).replace("{codes}", &list))
}

fn misread(protocol: &str, code: &str, error: wirecodes::Error) -> Misuse {
    if error.is_unknown_protocol() {
        return unknown_protocol(protocol, error);
    }
    let hint = protocol.parse().ok().and_then(|protocol| similar_constant(protocol, code));
    Misuse(hint.map_or_else(|| error.to_string(), |similar| format!("{error}; did you mean `{similar}`?")))
}

fn unknown_protocol(id: &str, error: wirecodes::Error) -> Misuse {
    let near = Protocol::ALL.iter().find(|protocol| strsim::damerau_levenshtein(id, protocol.id()) <= 1);
    Misuse(near.map_or_else(|| error.to_string(), |near| format!("{error}; did you mean `{near}`?")))
}

/// The constant of the protocol that is most like a misspelt one.
fn similar_constant(protocol: Protocol, word: &str) -> Option<String> {
    let word = word.to_ascii_uppercase();
    protocol
        .codes()
        .filter_map(Code::constant)
        .map(|constant| (strsim::damerau_levenshtein(&word, constant), constant))
        .filter(|(distance, constant)| *distance <= constant.len() / 4)
        .min()
        .map(|(_, constant)| format!("{protocol}:{constant}"))
}
