use serde::Serialize;

use super::agenda::{self, AgendaItem};
use super::content::Content;
use super::locale::TextError;
use super::schedule::{Clock, InterviewerView};
use crate::bank::{Bank, Competency, Question, Reference, ScalePoint, TextOf};
use crate::base::unit::{Language, Minutes, Score};

/// Something with an id and a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The language of the title.
    pub lang: &'a Language,
}

/// A question as a guide shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionView<'a> {
    /// Its place in the kit, from 1.
    pub number: usize,
    /// Its id.
    pub id: &'a str,
    /// The language of its texts.
    pub lang: &'a Language,
    /// The question as it is asked.
    pub ask: &'a str,
    /// Its primary theme.
    pub theme: &'a str,
    /// The language of the theme.
    pub theme_lang: &'a Language,
    /// The competencies that it assesses.
    pub competencies: Vec<Named<'a>>,
    /// Its type: `situational`, `opinion` or `behavioral`.
    pub kind: &'static str,
    /// How long it takes.
    pub minutes: Minutes,
    /// When it is asked, in an interview of one interviewer: the time of day where that is known, or else the time since the
    /// interview began. The second is when the next one begins.
    pub start: String,
    /// When the next question, or what follows the questions, begins.
    pub end: String,
    /// For each interviewer, when they ask it; nothing where they do not.
    pub starts: Vec<Option<String>>,
    /// Its reference documents.
    pub companions: Vec<Named<'a>>,
    /// The words above its rubric, if the bank has them.
    pub rubric_label: Option<&'a str>,
    /// What a strong answer covers.
    pub rubric: &'a [String],
    /// The follow-up, which every candidate is asked.
    pub follow_up: Option<&'a str>,
    /// Probes, for a candidate who stays vague.
    pub probes: &'a [String],
    /// Signs of a weak answer.
    pub watch_for: &'a [String],
    /// Whether it is a common question of the panel.
    pub shared: bool,
    /// For each interviewer, its place in their own guide; nothing where they do not ask it.
    pub asked: Vec<Option<usize>>,
    /// The rating scale with the behavior that earns each rating; empty if the bank has no anchors for the question.
    pub ratings: Vec<RatingView<'a>>,
}

/// A rating of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RatingView<'a> {
    /// The rating.
    pub score: Score,
    /// What it is called.
    pub label: &'a str,
    /// The language of that. The anchor is in the language of the question.
    pub lang: &'a Language,
    /// The behavioral anchor; nothing where the rating falls between two that have one.
    pub anchor: Option<&'a str>,
}

/// The view of a question, with its place in the kit and its segment of the agenda, and when each interviewer asks it.
pub(super) fn question_view<'a>(
    content: &Content<'a>,
    question: &'a Question,
    number: usize,
    (item, starts): (&AgendaItem<'_>, Vec<Option<String>>),
) -> QuestionView<'a> {
    let place = |questions: &Vec<&Question>| {
        questions.iter().position(|it| it.id == question.id).map(|index| index + 1)
    };
    let bank = content.bank;
    let competencies = question.competencies.iter().map(|id| content.competency(id));
    let references = question.references.iter().map(|id| content.reference(id));
    QuestionView {
        number,
        id: question.id.as_str(),
        lang: bank.language(TextOf::Question(&question.id)),
        ask: &question.ask,
        theme: &content.theme(&question.theme).title,
        theme_lang: bank.language(TextOf::Theme(&question.theme)),
        competencies: competencies.map(|it| named_competency(bank, it)).collect(),
        kind: question.kind.as_str(),
        minutes: question.minutes,
        start: item.start.clone(),
        end: item.end.clone(),
        starts,
        companions: references.map(|it| named_reference(bank, it)).collect(),
        rubric_label: question.rubric_label.as_deref(),
        rubric: &question.rubric,
        follow_up: question.follow_up.as_deref(),
        probes: &question.probes,
        watch_for: &question.watch_for,
        shared: content.shared.contains(&question.id),
        asked: content.assignments.iter().map(place).collect(),
        ratings: ratings(bank, question),
    }
}

/// Every rating of the scale beside its anchor, if the question has any anchor.
fn ratings<'a>(bank: &'a Bank, question: &'a Question) -> Vec<RatingView<'a>> {
    if question.anchors.is_empty() {
        return Vec::new();
    }
    let rating = |point: &'a ScalePoint| {
        let anchor = question.anchors.iter().find(|anchor| anchor.score == point.score);
        RatingView {
            score: point.score,
            label: &point.label,
            lang: bank.language(TextOf::Scale),
            anchor: anchor.map(|anchor| anchor.text.as_str()),
        }
    };
    bank.scale.iter().map(rating).collect()
}

/// When each interviewer asks a question.
pub(super) fn starts(
    content: &Content<'_>,
    question: &Question,
    interviewers: &[InterviewerView<'_>],
    clock: Clock<'_>,
) -> Result<Vec<Option<String>>, TextError> {
    // Each interviewer's offset counts from the first interview.
    let clock = Clock { offset: Minutes(0), ..clock };
    let start = |(questions, person): (&Vec<&Question>, &InterviewerView<'_>)| {
        let place = questions.iter().position(|it| it.id == question.id);
        let at = |place: usize| {
            let before: Minutes = questions[..place].iter().map(|it| it.minutes).sum();
            clock.written_at(person.offset + agenda::opening(content.reserve) + before)
        };
        place.map(at).transpose()
    };
    content.assignments.iter().zip(interviewers).map(start).collect()
}

fn named_competency<'a>(bank: &'a Bank, Competency { id, title, .. }: &'a Competency) -> Named<'a> {
    Named { id: id.as_str(), title, lang: bank.language(TextOf::Competency(id)) }
}

pub(super) fn named_reference<'a>(
    bank: &'a Bank,
    Reference { id, title }: &'a Reference,
) -> Named<'a> {
    Named { id: id.as_str(), title, lang: bank.language(TextOf::Reference(id)) }
}
