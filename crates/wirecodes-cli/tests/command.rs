//! The command as a user runs it: output, errors, exit status.

use std::process::{Command, Output, Stdio};

fn wirecodes(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirecodes"));
    command.args(args);
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[track_caller]
fn found(args: &[&str]) -> String {
    let output = wirecodes(args);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{args:?}");
    stdout(&output).to_owned()
}

#[track_caller]
fn misuse(args: &[&str], message: &str) {
    let output = wirecodes(args);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{args:?}");
    assert!(stderr(&output).contains(message), "{args:?}: {}", stderr(&output));
}

#[test]
fn show_takes_a_code_in_several_spellings() {
    let page = found(&["show", "smtp", "450"]);
    assert!(page.starts_with("SMTP 450 Mailbox Unavailable\n"), "{page}");
    for spelling in [
        &["show", "smtp:450"][..],
        &["show", "450"],
        &["show", "smtp", "MAILBOX_UNAVAILABLE"],
        &["show", "SMTP", " 450 "],
    ] {
        assert_eq!(found(spelling), page, "{spelling:?}");
    }
}

#[test]
fn show_without_protocol_is_an_array_in_json() {
    let one: serde_json::Value = serde_json::from_str(&found(&["show", "smtp", "450", "--format", "json"])).unwrap();
    let all: serde_json::Value = serde_json::from_str(&found(&["show", "450", "--format", "json"])).unwrap();
    assert_eq!(all, serde_json::json!([one]));
    assert_eq!(one["code"], "450");
}

#[test]
fn show_says_what_can_be_said_of_an_unknown_code() {
    let output = wirecodes(&["show", "smtp", "457"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("not registered"));
    assert!(stdout(&output).replace("\n", " ").contains("4yz Transient Negative Completion"));
    assert_eq!(stderr(&output), "The nearest codes are 458, 455, 459.\n");

    let output = wirecodes(&["show", "smtp", "457", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(
        (output.status.code(), &json["registered"], &json["outcome"]),
        (Some(1), &false.into(), &"transient".into())
    );

    let output = wirecodes(&["show", "smtp", "999"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("no class"));
}

#[test]
fn malformed_input_is_misuse() {
    for code in ["abc", "0450", "+450", "４５０", "70000", "404.9", "", "450abc"] {
        misuse(&["show", "smtp", code], "is not a code of SMTP: expected three digits, such as 450");
    }
    misuse(&["show", "smtp", "-1"], "is not a code of SMTP");
    misuse(&["show", "grpc", "UNAVALABLE"], "did you mean `grpc:UNAVAILABLE`?");
    misuse(
        &["show", "smpt", "450"],
        "is not a protocol: expected one of smtp, smtp-enhanced, grpc; did you mean `smtp`?",
    );
    misuse(&["show", "hello"], "has not the form of a code of any protocol");
    misuse(&["show", "smtp", "450", "--lang", "tlh"], "`tlh` is not a language there is: expected one of en, ja");
    misuse(&["list", "ftp"], "`ftp` is not a protocol");
    misuse(&["compare", "smtp", "450"], "which protocol?");
    misuse(&["compare", "smtp", "450", "55x"], "`55x` is not a code of SMTP");
    misuse(&["frobnicate"], "unrecognized subcommand");
    misuse(&["show"], "required");
    misuse(&["show", "smtp", "450", "--format", "pdf"], "invalid value 'pdf'");
}

#[test]
fn compare_takes_codes_in_several_spellings() {
    let page = found(&["compare", "smtp", "235", "450"]);
    assert!(page.contains("never alternatives"), "{page}");
    for spelling in
        [&["compare", "smtp:235", "smtp:450"][..], &["compare", "smtp", "smtp:235", "450"], &["compare", "235", "450"]]
    {
        assert_eq!(found(spelling), page, "{spelling:?}");
    }
    assert!(found(&["compare", "smtp:450", "grpc:UNAVAILABLE"]).contains("different protocols"));
    let output = wirecodes(&["compare", "smtp", "450", "457"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert!(stderr(&output).contains("457 is well-formed but not registered"));
}

#[test]
fn enhanced_codes_and_families() {
    let page = found(&["show", "4.2.2"]);
    assert!(page.starts_with("SMTP Enhanced 4.2.2 Mailbox Full\n"), "{page}");
    assert_eq!(found(&["show", "smtp", "4.2.2"]), page);
    assert_eq!(found(&["show", "smtp-enhanced:4.2.2"]), page);
    assert!(found(&["show", "smtp", "x.2.2"]).contains("Persistent Transient Failure"));
    let odd = found(&["show", "2.1.1"]).replace('\n', " ");
    assert!(odd.contains("\"This code is only useful for permanent failures\""), "{odd}");

    let page = found(&["show", "5.7"]);
    assert!(page.starts_with("SMTP Enhanced 5.7: Permanent Failure, Security or Policy Status\n"), "{page}");
    assert!(page.contains("5.7.26") && !page.contains("5.7.12 "), "{page}");
    for spelling in [&["show", "smtp", "5.7.YYY"][..], &["show", "smtp-enhanced", "5.7.x"], &["show", "smtp:5.7"]] {
        assert_eq!(found(spelling), page, "{spelling:?}");
    }
    assert!(found(&["show", "4yz"]).starts_with("SMTP 4yz: Transient Negative Completion\n"));
    let json: serde_json::Value = serde_json::from_str(&found(&["show", "X.7", "--format", "json"])).unwrap();
    assert_eq!((json["family"].as_str(), json["class"].is_null()), (Some("X.7"), true));

    // Nobody registered this one: not found, and said to be what its parts say.
    let output = wirecodes(&["show", "5.7.606"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("X.7.YYY Security or Policy Status"), "{}", stdout(&output));
    misuse(&["show", "smtp", "5.9"], "is not a code of SMTP");
    misuse(&["show", "smtp", "3.7.1"], "is not a code of SMTP");

    let page = found(&["compare", "smtp", "550", "4.2.2"]);
    assert!(page.contains("Believe 550"), "{page}");
    assert_eq!(found(&["compare", "smtp:550", "smtp:4.2.2"]), page);
    let json: serde_json::Value = serde_json::from_str(&found(&["list", "smtp-enhanced", "--format", "json"])).unwrap();
    assert!(json.as_array().unwrap().iter().all(|code| code["code"].as_str().unwrap().starts_with("X.")));
    assert!(json.as_array().unwrap().len() >= 81);
}

#[test]
fn list_and_search_are_arrays_in_json() {
    let codes = |args: &[&str]| {
        let json: serde_json::Value = serde_json::from_str(&found(args)).unwrap();
        json.as_array()
            .unwrap()
            .iter()
            .map(|code| format!("{}:{}", code["protocol"].as_str().unwrap(), code["code"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&["list", "grpc", "--format", "json"]).len(), 17);
    assert!(codes(&["list", "--format", "json"]).len() > 60);
    assert_eq!(codes(&["search", "45x", "--format", "json"])[0], "smtp:450");
    assert!(codes(&["search", "mailbox", "full", "--format", "json"]).contains(&"smtp:552".to_owned()));

    let output = wirecodes(&["search", "zzzzzz", "--format", "json"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), "[]\n"));
    assert_eq!(stderr(&output), "Nothing was found for \"zzzzzz\".\n");
}

#[test]
fn the_environment_chooses_the_language_and_never_fails() {
    let with = |value: &str| {
        let output = command(&["show", "smtp", "450"]).env("LANG", value).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{value}");
        stdout(&output).to_owned()
    };
    assert!(with("ja_JP.UTF-8").contains("説明"));
    for other in ["C", "POSIX", "tlh_QO.UTF-8", "", "@@..", "ja_JP.UTF-8\u{7f}"] {
        assert!(with(other).contains("What it means") || other.starts_with("ja"), "{other}");
    }
    let output = command(&["show", "smtp", "450", "--lang", "en"]).env("LC_ALL", "ja_JP.UTF-8").output().unwrap();
    assert!(stdout(&output).contains("What it means"), "--lang beats the environment");
}

#[test]
fn colour_follows_the_terminal_and_the_environment() {
    assert!(!found(&["show", "smtp", "450"]).contains('\u{1b}'), "a pipe is plain");
    let forced = command(&["show", "smtp", "450"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(stdout(&forced).contains('\u{1b}'));
    let refused = command(&["show", "smtp", "450"]).env("CLICOLOR_FORCE", "0").env("NO_COLOR", "1").output().unwrap();
    assert!(!stdout(&refused).contains('\u{1b}'));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child =
        command(&["list", "--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
}

#[test]
fn help_completions_and_manual() {
    assert!(found(&["--help"]).contains("wirecodes compare smtp 235 450"));
    assert!(found(&["compare", "--help"]).contains("Examples:"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(found(&["completions", shell]).contains("compare"), "{shell}");
    }
    assert!(found(&["man"]).contains(".TH wirecodes"));
    assert!(found(&["--version"]).starts_with("wirecodes "));
    for line in found(&["--help"]).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

/// `explain` with `input` on standard input: status, output, errors.
fn explain(args: &[&str], input: &str) -> (Option<i32>, String, String) {
    use std::io::Write;
    let mut child = command(&[&["explain"], args].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code(), stdout(&output).to_owned(), stderr(&output).to_owned())
}

const REPLIES: &str =
    "450 4.2.0 Greylisted, try again in 300 seconds\n550-5.1.1 No such user\n550 5.1.1 here\nwhat is this\n";

#[test]
fn explain_gives_a_row_a_reply_and_a_summary() {
    let (status, output, errors) = explain(&[], REPLIES);
    assert_eq!((status, errors.as_str()), (Some(0), ""));
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines[0], "     1  450 4.2.0   greylisted             transient  Greylisted, try again in 300 seconds");
    assert_eq!(lines[1], "     2  550 5.1.1   mailbox-unknown        permanent  No such user here");
    assert!(lines[2].contains("(damaged)"), "{output}");
    assert!(output.contains("Lines read: 4. Replies: 3. Failed for now: 1, for good: 1. Damaged: 1."), "{output}");
}

#[test]
fn explain_gives_objects_with_every_key() {
    let (status, output, errors) = explain(&["--format", "json"], REPLIES);
    assert_eq!(status, Some(0));
    assert!(errors.contains("Replies: 3"), "{errors}");
    let rows: Vec<serde_json::Value> = output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let keys = [
        "line",
        "text",
        "code",
        "enhanced",
        "reason",
        "outcome",
        "from",
        "rule",
        "actors",
        "retry",
        "retry_after",
        "suppress",
        "notes",
    ];
    for row in &rows {
        let mut found: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
        let mut keys = keys.to_vec();
        found.sort_unstable();
        keys.sort_unstable();
        assert_eq!(found, keys);
    }
    assert_eq!(rows[0]["retry_after"], 300);
    assert_eq!(rows[1]["line"], 2);
    assert_eq!(rows[1]["text"], "550-5.1.1 No such user\n550 5.1.1 here");
    assert_eq!(rows[2]["notes"], serde_json::json!(["no-code"]));
}

#[test]
fn explain_gives_csv_that_a_reader_of_csv_reads() {
    let (_, output, _) = explain(&["--format", "csv", "--summary", "never"], REPLIES);
    let mut lines = output.lines();
    assert!(lines.next().unwrap().starts_with("line,text,code,"));
    assert!(
        lines.next().unwrap().contains("\"450 4.2.0 Greylisted, try again in 300 seconds\",450,4.2.0,greylisted,"),
        "{output}"
    );
}

#[test]
fn a_single_reply_is_explained_in_full() {
    let output = found(&["explain", "--reply", "552 5.2.2 Mailbox full"]);
    assert!(output.starts_with("Mailbox Full\nThe recipient's mailbox has no room left.\n"), "{output}");
    assert!(output.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn explain_says_what_it_could_not_do() {
    assert_eq!(explain(&[], "\n\n").0, Some(1));
    let (status, _, errors) = explain(&["no-such-file"], "");
    assert_eq!(status, Some(2));
    assert!(errors.contains("can't read no-such-file"), "{errors}");
    let rules = concat!(env!("CARGO_TARGET_TMPDIR"), "/broken.toml");
    std::fs::write(
        rules,
        "[[rule]]\nid = \"x\"\nreason = \"mailbox-ful\"\nphrases = [\"full up\"]\nexamples = [\"552 full up\"]\n",
    )
    .unwrap();
    let (status, output, errors) = explain(&["--rules", rules], "552 full up\n");
    assert_eq!((status, output.as_str()), (Some(2), ""));
    assert!(errors.contains("broken.toml:1: the reason `mailbox-ful` of [[rule]] `x`"), "{errors}");
}

#[test]
fn own_rules_come_before_the_built_in_ones() {
    let rules = concat!(env!("CARGO_TARGET_TMPDIR"), "/own.toml");
    std::fs::write(rules, "[[rule]]\nid = \"ours\"\nreason = \"policy\"\nphrases = [\"mailbox full\"]\nexamples = [\"552 mailbox full\"]\n").unwrap();
    let (_, output, _) = explain(&["--rules", rules, "--format", "json", "--summary", "never"], "552 mailbox full\n");
    assert!(output.contains(r#""reason":"policy""#) && output.contains(r#""rule":"ours""#), "{output}");
    let (_, output, _) =
        explain(&["--rules-after", rules, "--format", "json", "--summary", "never"], "552 mailbox full\n");
    assert!(output.contains(r#""rule":"mailbox-quota""#), "{output}");
}

#[test]
fn reasons_are_listed_and_explained() {
    assert!(found(&["reason"]).lines().any(|line| line.starts_with("mailbox-full ")));
    assert!(found(&["reason", "mailbox-full"]).contains("SparkPost 22"));
    misuse(&["reason", "mailbox-ful"], "did you mean `mailbox-full`?");
}
