use crate::bank::Bank;
use crate::cli::UsageError;
use crate::cli::report::reason;
use crate::select::{Criteria, InterviewerSlot, Reason, SelectError, check_names, check_themes};

/// Proves that the bank knows every name on the command line. A name in a roster is a fault of that file instead.
pub(super) fn check(
    criteria: &Criteria,
    interviewers: &[InterviewerSlot],
    bank: &Bank,
) -> Result<(), UsageError> {
    let known = check_themes(bank, interviewers).and_then(|()| check_names(bank, criteria));
    known.map_err(|error| match &error {
        SelectError::Unknown(unknown) => {
            let message = format!("--{} {}: {}", unknown.option, unknown.value, error.own_words());
            UsageError { message, help: error.help() }
        }
        _ => UsageError { message: error.message(), help: error.help() },
    })
}

/// Reasons in words.
pub(super) fn described(bank: &Bank, reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(|it| reason(it, bank)).collect()
}
