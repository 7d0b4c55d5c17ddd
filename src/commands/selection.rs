use super::Usage;
use crate::bank::Bank;
use crate::cli::{FacetArgs, OrderArg, SeatArgs};
use crate::select::{
    Criteria, InterviewerSlot, Panel, QUESTION, Reason, SelectError, assign_panel, check_names,
    check_themes,
};

/// Proves that there is an order where one was promised. `is_in_rows` says that a roster has it.
pub(super) fn check_order(args: &FacetArgs, is_in_rows: bool) -> Result<(), Usage> {
    if args.order == OrderArg::Bank
        || !args.criteria().filters.of(&QUESTION).is_empty()
        || is_in_rows
    {
        return Ok(());
    }
    let why = "--order given: no order is given\n  help: name the questions in their order, as in --question intake,hardest-part";
    Err(Usage(why.to_owned()))
}

/// Who interviews, if that is said: no more than a panel has.
pub(super) fn interviewers(args: &SeatArgs) -> Result<Vec<InterviewerSlot>, Usage> {
    let interviewers = args.interviewers();
    if interviewers.len() > InterviewerSlot::MAX {
        let why =
            format!("--interviewers: {}", SelectError::TooManyInterviewers(interviewers.len()));
        return Err(Usage(why));
    }
    Ok(interviewers)
}

/// Shares questions out among interviewers.
pub(super) fn shared<'b>(
    bank: &'b Bank,
    criteria: &Criteria,
    interviewers: &[InterviewerSlot],
    shared: usize,
) -> Result<Panel<'b>, SelectError> {
    assign_panel(bank, criteria, interviewers, shared)
}

/// Proves that the bank knows every name on the command line. A name in a roster is a fault of that file instead.
pub(super) fn check(
    args: &FacetArgs,
    interviewers: &[InterviewerSlot],
    bank: &Bank,
) -> Result<(), Usage> {
    check_themes(bank, interviewers).map_err(|unknown| Usage(unknown.to_string()))?;
    check_names(bank, &args.criteria()).map_err(|unknown| Usage(unknown.to_string()))
}

/// Reasons in words.
pub(super) fn told(bank: &Bank, reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(|reason| reason.describe(bank)).collect()
}
