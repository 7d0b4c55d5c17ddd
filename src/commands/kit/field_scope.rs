use std::collections::BTreeMap;

use super::job::Job;
use crate::cli::Collate;
use crate::document::{FieldName, FieldScope};
use crate::packet::{Audience, PlannedDocument};

/// The scorecard, which has a row for each question.
const SCORECARD: &str = "scorecard";
/// A rating of a question, where the question itself is.
const RATING: &str = "rating";

/// How the fields of a document are called in a file of several: what is put before their names, and those that it has in common with
/// other documents, by their names in the document and in the file.
pub(super) fn of_document(
    job: &Job,
    planned: &PlannedDocument<'_>,
    collate: Collate,
) -> (String, BTreeMap<String, String>) {
    let of_all = scope(job, None, collate);
    let own = scope(job, planned.interviewer, collate);
    let mut shared = BTreeMap::new();
    for (id, scope) in [("candidate", &of_all), ("interviewers", &of_all), ("interviewer", &own)] {
        let name = FieldName::of_page(id);
        shared.insert(name.to_string(), scope.name(&name));
    }
    if planned.kind.audience == Audience::Interviewer {
        for question in &planned.view.questions {
            // The scorecard shows the ratings of the scoring form, or of the guide. They are one field.
            let rating = FieldName::of_owner(question.id, RATING);
            let name = own.name(&rating);
            shared.insert(rating.to_string(), name.clone());
            shared.insert(FieldName::of_owner(SCORECARD, question.id).to_string(), name);
        }
    }
    (own.within(planned.kind.id).to_string(), shared)
}

/// The interview in a file of several, and the interviewer.
fn scope(job: &Job, interviewer: Option<usize>, collate: Collate) -> FieldScope {
    let row = job.row.filter(|_| collate == Collate::All).map(|row| format!("row-{row}"));
    // A file of one interviewer needs no number.
    let interviewer = interviewer.filter(|_| collate != Collate::Interviewer);
    let interviewer = interviewer.map(|index| format!("interviewer-{}", index + 1));
    let segments = row.into_iter().chain(interviewer);
    segments.fold(FieldScope::new(), |scope, segment| scope.within(&segment))
}
