use super::Usage;
use crate::bank::Bank;
use crate::cli::FacetArgs;
use crate::select::{Criteria, Reason, check_names};
use crate::unit::Minutes;

/// What the facets of a command line ask for.
pub(super) fn criteria(args: &FacetArgs) -> Criteria {
    Criteria {
        themes: args.theme.iter().map(|theme| (*theme).into()).collect(),
        themes_any: args.theme_any.iter().map(|theme| (*theme).into()).collect(),
        roles: args.role.clone(),
        levels: args.level.clone(),
        competencies: args.competency.clone(),
        kinds: args.kind.iter().map(|kind| (*kind).into()).collect(),
        questions: args.question.clone(),
        exclude: args.exclude.clone(),
        minutes: args.minutes.map(Minutes),
        reserve: Minutes(args.reserve),
        limit: args.limit,
    }
}

/// Proves that the bank knows every name on the command line. A name in a roster is a fault of that file instead.
pub(super) fn check(args: &FacetArgs, bank: &Bank) -> Result<(), Usage> {
    check_names(bank, &criteria(args)).map_err(|unknown| Usage(unknown.to_string()))
}

/// Reasons in words.
pub(super) fn told(bank: &Bank, reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(|reason| reason.told(bank)).collect()
}
