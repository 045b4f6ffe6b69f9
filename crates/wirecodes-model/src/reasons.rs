//! `reasons.toml`: why servers refuse, and the rules that show it. Its form is `wirecodes_rules`' to check, since users' files have
//! it too; here is what must be true of ours beyond that.

use wirecodes_rules::{File, Reason};

use crate::report::{Report, did_you_mean};
use crate::rules::prose;
use crate::types::Dataset;
use crate::units::reason_texts;

pub(crate) fn read((name, text): &(String, String), dataset: &Dataset, report: &mut Report) -> File {
    let file = match wirecodes_rules::parse(name, text) {
        Ok(file) => file,
        Err(faults) => {
            report.extend(faults);
            return File::default();
        }
    };
    for reason in &file.reasons {
        check_reason(name, reason, dataset, report);
        if !file.rules.iter().any(|rule| rule.reason.as_ref() == Some(&reason.id)) {
            report.push(name, reason.line, format!("no rule shows the reason `{}`", reason.id));
        }
    }
    let ids = || file.reasons.iter().map(|reason| reason.id.as_str());
    for rule in &file.rules {
        if let Some(reason) = rule.reason.as_deref().filter(|reason| ids().all(|id| id != *reason)) {
            let hint = did_you_mean(reason, ids());
            report.push(name, rule.line, format!("the reason `{reason}` of [[rule]] `{}` is not there{hint}", rule.id));
        }
    }
    file
}

fn check_reason(name: &str, reason: &Reason, dataset: &Dataset, report: &mut Report) {
    let mut fault = |message: String| report.push(name, reason.line, format!("[[reason]] `{}`: {message}", reason.id));
    for (key, text) in reason_texts(reason) {
        for found in prose::faults(text, text, key != "name") {
            fault(format!("`{key}` {found}"));
        }
    }
    if reason.actors.is_empty() {
        fault("no `actors`: say who can act, or `nobody`".into());
    }
    if reason.sparkpost.is_empty() || reason.sisimai.is_none() || reason.kumomta.is_none() {
        fault("the class that other taxonomies give it is missing (`sparkpost`, `sisimai`, `kumomta`)".into());
    }
    for code in &reason.codes {
        // 5.7.1 stands in the dataset as X.7.1.
        let detail = code.split_once('.').map(|(_, detail)| format!("X.{detail}"));
        let wanted = detail.as_ref().unwrap_or(code);
        if !dataset.codes.iter().any(|entry| entry.code == *wanted) {
            fault(format!("there is no code {code}"));
        }
    }
}
