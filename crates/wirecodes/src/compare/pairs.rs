//! Which sentence of the interface says what sets two values apart.

use crate::code::Code;
use crate::generated::Message;
use crate::kinds::{Connection, Outcome, Retry, Status};

/// The sentence for a pair of values that differ, with the codes in the order of the values; that is what makes
/// `compare(b, a)` say the same as `compare(a, b)`.
pub(super) type Pair = (Message, Code, Code);

fn ordered<T: Ord>(a: Code, b: Code, value: impl Fn(Code) -> Option<T>) -> Option<(T, T, Code, Code)> {
    let (first, second) = (value(a)?, value(b)?);
    Some(if first <= second { (first, second, a, b) } else { (second, first, b, a) })
}

pub(super) fn outcome_pair(a: Code, b: Code) -> Option<Pair> {
    use Outcome::{Failure, Informational, Intermediate, Permanent, Redirection, Success, Transient};
    let (first, second, a, b) = ordered(a, b, Code::outcome)?;
    let message = match (first, second) {
        (Informational, Success) => Message::CompareOutcomeInformationalSuccess,
        (Informational, Intermediate) => Message::CompareOutcomeInformationalIntermediate,
        (Informational, Redirection) => Message::CompareOutcomeInformationalRedirection,
        (Informational, Transient) => Message::CompareOutcomeInformationalTransient,
        (Informational, Permanent) => Message::CompareOutcomeInformationalPermanent,
        (Informational, Failure) => Message::CompareOutcomeInformationalFailure,
        (Success, Intermediate) => Message::CompareOutcomeSuccessIntermediate,
        (Success, Redirection) => Message::CompareOutcomeSuccessRedirection,
        (Success, Transient) => Message::CompareOutcomeSuccessTransient,
        (Success, Permanent) => Message::CompareOutcomeSuccessPermanent,
        (Success, Failure) => Message::CompareOutcomeSuccessFailure,
        (Intermediate, Redirection) => Message::CompareOutcomeIntermediateRedirection,
        (Intermediate, Transient) => Message::CompareOutcomeIntermediateTransient,
        (Intermediate, Permanent) => Message::CompareOutcomeIntermediatePermanent,
        (Intermediate, Failure) => Message::CompareOutcomeIntermediateFailure,
        (Redirection, Transient) => Message::CompareOutcomeRedirectionTransient,
        (Redirection, Permanent) => Message::CompareOutcomeRedirectionPermanent,
        (Redirection, Failure) => Message::CompareOutcomeRedirectionFailure,
        (Transient, Permanent) => Message::CompareOutcomeTransientPermanent,
        (Transient, Failure) => Message::CompareOutcomeTransientFailure,
        (Permanent, Failure) => Message::CompareOutcomePermanentFailure,
        _ => return None,
    };
    Some((message, a, b))
}

pub(super) fn retry_pair(a: Code, b: Code) -> Option<Pair> {
    let (first, second, a, b) = ordered(a, b, Code::retry)?;
    let message = match (first, second) {
        (Retry::NotNeeded, Retry::Later) => Message::CompareRetryNotNeededLater,
        (Retry::NotNeeded, Retry::AfterChange) => Message::CompareRetryNotNeededAfterChange,
        (Retry::NotNeeded, Retry::Never) => Message::CompareRetryNotNeededNever,
        (Retry::Later, Retry::AfterChange) => Message::CompareRetryLaterAfterChange,
        (Retry::Later, Retry::Never) => Message::CompareRetryLaterNever,
        (Retry::AfterChange, Retry::Never) => Message::CompareRetryAfterChangeNever,
        _ => return None,
    };
    Some((message, a, b))
}

pub(super) fn connection_pair(a: Code, b: Code) -> Option<Pair> {
    let (first, second, a, b) = ordered(a, b, Code::connection)?;
    let message = match (first, second) {
        (Connection::Kept, Connection::Closed) => Message::CompareConnectionKeptClosed,
        (Connection::Kept, Connection::Either) => Message::CompareConnectionKeptEither,
        (Connection::Closed, Connection::Either) => Message::CompareConnectionClosedEither,
        _ => return None,
    };
    Some((message, a, b))
}

pub(super) fn across(outcome: Outcome) -> Message {
    match outcome {
        Outcome::Informational => Message::CompareAcrossInformational,
        Outcome::Success => Message::CompareAcrossSuccess,
        Outcome::Intermediate => Message::CompareAcrossIntermediate,
        Outcome::Redirection => Message::CompareAcrossRedirection,
        Outcome::Transient => Message::CompareAcrossTransient,
        Outcome::Permanent => Message::CompareAcrossPermanent,
        Outcome::Failure => Message::CompareAcrossFailure,
    }
}

pub(super) fn alike(outcome: Outcome) -> Message {
    match outcome {
        Outcome::Informational => Message::CompareAlikeOutcomeInformational,
        Outcome::Success => Message::CompareAlikeOutcomeSuccess,
        Outcome::Intermediate => Message::CompareAlikeOutcomeIntermediate,
        Outcome::Redirection => Message::CompareAlikeOutcomeRedirection,
        Outcome::Transient => Message::CompareAlikeOutcomeTransient,
        Outcome::Permanent => Message::CompareAlikeOutcomePermanent,
        Outcome::Failure => Message::CompareAlikeOutcomeFailure,
    }
}

pub(super) fn status_message(status: Status) -> Message {
    match status {
        Status::Standard => Message::CompareStatusStandard,
        Status::Experimental => Message::CompareStatusExperimental,
        Status::Draft => Message::CompareStatusDraft,
        Status::Deprecated => Message::CompareStatusDeprecated,
        Status::Historic => Message::CompareStatusHistoric,
        Status::Obsolete => Message::CompareStatusObsolete,
        Status::Reserved => Message::CompareStatusReserved,
        Status::Associated => Message::CompareStatusAssociated,
        Status::Unofficial => Message::CompareStatusUnofficial,
    }
}
