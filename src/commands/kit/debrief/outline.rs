use crate::evaluate::debrief::{Outline, OutlinedCompetency};
use crate::packet::Content;

/// Who asks what in a kit, as the records know it.
pub(super) fn of(content: &Content<'_>) -> Outline {
    let competency = |(id, questions): (&crate::bank::Id, Vec<&crate::bank::Id>)| {
        OutlinedCompetency { id: id.to_string(), questions: texts(questions) }
    };
    Outline {
        scores: content.bank().scale.iter().map(|point| point.score.0).collect(),
        parts: content.assignments().map(texts).collect(),
        questions: texts(content.questions()),
        shared: texts(content.shared()),
        competencies: content.assessed().map(competency).collect(),
    }
}

fn texts<'i>(ids: impl IntoIterator<Item = &'i crate::bank::Id>) -> Vec<String> {
    ids.into_iter().map(ToString::to_string).collect()
}
