use serde::Serialize;

use super::details::{Interviewer, Packet};
use super::run_of_show::{Clocked, run_of_show};
use super::timetable::{self, Start};
use crate::bank::{Bank, Id, Question, ScalePoint};
use crate::base::unit::{Language, Minutes, NotATime, Score, TimeOfDay};
use crate::select::{Panel, Selection, Unmet};

/// All that a template may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Kit {
    /// What the kit is called: after its role, or else after its banks.
    pub title: String,
    /// The language of the texts, as a BCP 47 tag: that of the first bank.
    pub lang: Language,
    /// The role for which it was made.
    pub role: Option<String>,
    /// The level for which it was made.
    pub level: Option<String>,
    /// The position as it was advertised.
    pub position: Option<String>,
    /// Who is interviewed.
    pub candidate: Option<String>,
    /// Who interviews.
    pub interviewer: Option<String>,
    /// The day.
    pub date: Option<String>,
    /// The time of day.
    pub time: Option<String>,
    /// Whom the candidate can ask for adjustments.
    pub contact: Option<String>,
    /// The day until which the papers are kept.
    pub keep_until: Option<String>,
    /// Whether the candidate is sent the questions beforehand.
    pub tells_questions: bool,
    /// A short code of what the kit asks: two kits with the same code ask the same. That of one interviewer of a panel ends with
    /// their number: `7KQ2-M4XD/2`.
    pub code: String,
    /// Who interviews: one, or everybody of a panel.
    pub interviewers: Vec<InterviewerView>,
    /// What could not be met, in words; of one interviewer of a panel nothing, because others may.
    pub unmet: Vec<String>,
    /// The banks from which the questions come.
    pub banks: Vec<BankView>,
    /// The order of the interview, with the running clock.
    pub run_of_show: Vec<Clocked>,
    /// How long the interview takes, opening and closing included.
    pub minutes: Minutes,
    /// Whether its times can be kept: a clock was asked for, or nobody's questions take longer than an interview can.
    pub clocked: bool,
    /// The questions, in order.
    pub questions: Vec<QuestionView>,
    /// The rating scale, from 1 upwards.
    pub scale: Vec<PointView>,
    /// The words above the list of competencies.
    pub competencies_label: String,
    /// The competencies that the questions give evidence of.
    pub competencies: Vec<CompetencyView>,
    /// The documents to read beside the questions.
    pub companions: Vec<Named>,
}

/// What is said of a bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BankView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its edition; may be empty.
    pub edition: String,
    /// Where its texts come from; may be empty.
    pub source: String,
    /// Who wrote what the source did not.
    pub editor: Option<String>,
}

/// Something with an id and a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// A point of the rating scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PointView {
    /// The score.
    pub score: Score,
    /// What it is called.
    pub label: String,
}

/// A competency and what this kit asks about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompetencyView {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub title: String,
    /// What the source says of it.
    pub statement: Option<String>,
    /// What an interviewer listens for.
    pub definition: Option<String>,
    /// The places, from 1, of the questions that give evidence of it.
    pub questions: Vec<usize>,
    /// For each interviewer, the places in their own guide of the questions that give evidence of it.
    pub asked: Vec<Vec<usize>>,
}

/// A question as a guide shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// Its place in the kit, from 1.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// The question as it is asked.
    pub ask: String,
    /// Its primary theme.
    pub theme: String,
    /// What it gives evidence of.
    pub competencies: Vec<Named>,
    /// What it asks for: `situational`, `opinion` or `behavioral`.
    pub kind: String,
    /// How long it takes.
    pub minutes: Minutes,
    /// What to read beside it.
    pub companions: Vec<Named>,
    /// The words above its rubric.
    pub rubric_label: String,
    /// What a strong answer covers.
    pub rubric: Vec<String>,
    /// What must be asked where the answer did not cover it.
    pub follow_up: Option<String>,
    /// What may be asked of a candidate who stays vague.
    pub probes: Vec<String>,
    /// Warning signs.
    pub watch_for: Vec<String>,
    /// Whether everybody of a panel asks it.
    pub shared: bool,
    /// For each interviewer, its place in their own guide; nothing where they do not ask it.
    pub asked: Vec<Option<usize>>,
    /// The rating scale with the behaviour that earns each rating; empty where the bank describes none.
    pub ratings: Vec<RatingView>,
}

/// A rating of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RatingView {
    /// The rating.
    pub score: Score,
    /// What it is called.
    pub label: String,
    /// What an interviewer would hear; nothing where the rating lies between two that are described.
    pub anchor: Option<String>,
}

/// Somebody who interviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InterviewerView {
    /// The name, where it is known.
    pub name: Option<String>,
    /// The name, or `Interviewer 2`.
    pub label: String,
    /// The themes that they keep to; any, if there is none.
    pub themes: Vec<String>,
    /// How many questions they ask.
    pub questions: usize,
    /// How long their interview is, opening and closing included.
    pub minutes: Minutes,
    /// When it begins: the time of day where that is known, or else the time since the first interview began. Nothing, but for
    /// the first, where somebody's interview is longer than anybody can hold: no times can be kept then.
    pub from: Option<String>,
    /// When it ends.
    pub to: Option<String>,
}

impl Kit {
    /// The view of a selection for one interview.
    #[must_use]
    pub fn new(selection: &Selection<'_>, packet: &Packet) -> Self {
        let interviewer = Interviewer { name: packet.interviewer.clone(), themes: Vec::new() };
        let (bank, questions) = (selection.bank(), selection.questions());
        let alone = Asked::new(questions, vec![questions], &[]);
        let unmet = Unmet::all_told(selection.unmet(), bank);
        let interviewer = std::slice::from_ref(&interviewer);
        // One interview needs no schedule: a time in words is printed as it is.
        let start = packet.starts_at().ok().flatten();
        Self { unmet, ..Self::view(bank, &alone, interviewer, packet, start) }
    }

    /// The view of what one interviewer of a panel asks, by the place of their seat, at the time at which the `whole` panel's
    /// schedule has them.
    #[must_use]
    pub fn of_seat(panel: &Panel<'_>, whole: &Self, seat: usize, packet: &Packet) -> Option<Self> {
        let (selection, person) = (panel.selections.get(seat)?, whole.interviewers.get(seat)?);
        let interviewer = Interviewer { name: person.name.clone(), themes: Vec::new() };
        let asked = Asked::new(selection.questions(), vec![selection.questions()], &panel.shared);
        let interviewers = std::slice::from_ref(&interviewer);
        let view = Self::view(selection.bank(), &asked, interviewers, packet, None);
        Some(Self {
            interviewer: person.name.clone(),
            // Without a time of day, when the interview begins is left to be filled in.
            time: whole.time.as_ref().and(person.from.clone()),
            interviewers: vec![person.clone()],
            ..view
        })
    }

    /// The view of a whole panel: each question once, what everybody asks first, then in the order of the seats.
    ///
    /// # Errors
    ///
    /// No schedule can be computed from the packet's time.
    pub fn of_panel(
        panel: &Panel<'_>,
        interviewers: &[Interviewer],
        packet: &Packet,
    ) -> Result<Option<Self>, NotATime> {
        let start = packet.starts_at()?;
        let Some(first) = panel.selections.first() else { return Ok(None) };
        let bank = first.bank();
        let mut questions: Vec<&Question> = Vec::new();
        for question in panel.selections.iter().flat_map(Selection::questions) {
            if !questions.iter().any(|it| it.id == question.id) {
                questions.push(question);
            }
        }
        let seats = panel.selections.iter().map(Selection::questions).collect();
        let asked = Asked::new(&questions, seats, &panel.shared);
        let unmet = Unmet::all_told(&panel.unmet, bank);
        let view = Self::view(bank, &asked, interviewers, packet, start);
        let minutes = view.interviewers.iter().map(|person| person.minutes).sum();
        Ok(Some(Self { unmet, minutes, ..view }))
    }

    fn view(
        bank: &Bank,
        asked: &Asked<'_>,
        interviewers: &[Interviewer],
        packet: &Packet,
        start: Option<TimeOfDay>,
    ) -> Self {
        let questions = asked.questions;
        let clocked = packet.length.is_some() || asked.seats.iter().all(|it| is_held(it, packet));
        let start = Start { time: start, is_kept: clocked };
        let role = packet.role.as_ref().and_then(|id| bank.role(id));
        let level = role.map(|role| &role.level).or(packet.level.as_ref());
        let label = bank.origins.iter().find_map(|origin| origin.competencies_label.clone());
        Self {
            title: role.map_or_else(|| titles(bank), |role| format!("{} interview", role.title)),
            lang: bank.origins.first().map_or_else(Language::default, |it| it.language.clone()),
            role: role.map(|role| role.title.clone()),
            level: level.and_then(|id| bank.level(id)).map(|level| level.title.clone()),
            position: packet.position.clone(),
            candidate: packet.candidate.clone(),
            interviewer: packet.interviewer.clone(),
            date: packet.date.clone(),
            time: packet.time.clone(),
            contact: packet.contact.clone(),
            keep_until: packet.keep_until.clone(),
            tells_questions: packet.tells_questions,
            code: String::new(),
            interviewers: timetable::interviewers(&asked.seats, interviewers, packet, start),
            unmet: Vec::new(),
            banks: bank.origins.iter().map(bank_view).collect(),
            run_of_show: run_of_show(questions, packet.reserve),
            minutes: questions.iter().map(|it| it.minutes).sum::<Minutes>() + packet.reserve,
            clocked,
            questions: questions
                .iter()
                .enumerate()
                .map(|(index, question)| question_view(bank, question, index + 1, asked))
                .collect(),
            scale: bank
                .scale
                .iter()
                .map(|point| PointView { score: point.score, label: point.label.clone() })
                .collect(),
            competencies_label: label
                .unwrap_or_else(|| "What strong candidates demonstrate".to_owned()),
            competencies: competencies(bank, asked),
            companions: companions(bank, questions),
        }
    }
}

/// The longest interview that anybody holds. Without a clock, more questions than fit into it are there to choose from.
const LONGEST: Minutes = Minutes(90);

/// Whether one interviewer can ask all of these.
fn is_held(questions: &[&Question], packet: &Packet) -> bool {
    questions.iter().map(|it| it.minutes).sum::<Minutes>() + packet.reserve <= LONGEST
}

/// What is asked, and by whom.
struct Asked<'a> {
    /// All questions, in order.
    questions: &'a [&'a Question],
    /// What each interviewer asks.
    seats: Vec<&'a [&'a Question]>,
    /// What everybody asks.
    shared: &'a [Id],
}

impl<'a> Asked<'a> {
    fn new(
        questions: &'a [&'a Question],
        seats: Vec<&'a [&'a Question]>,
        shared: &'a [Id],
    ) -> Self {
        Self { questions, seats, shared }
    }
}

/// The places, from 1, of the questions that give evidence of a competency.
fn places(questions: &[&Question], competency: &Id) -> Vec<usize> {
    let shows = |(_, question): &(usize, &&Question)| question.competencies.contains(competency);
    questions.iter().enumerate().filter(shows).map(|(index, _)| index + 1).collect()
}

fn titles(bank: &Bank) -> String {
    let titles: Vec<&str> = bank.origins.iter().map(|origin| origin.title.as_str()).collect();
    titles.join(" · ")
}

fn bank_view(origin: &crate::bank::Origin) -> BankView {
    BankView {
        id: origin.id.to_string(),
        title: origin.title.clone(),
        edition: origin.edition.clone(),
        source: origin.source.clone(),
        editor: origin.editor.clone(),
    }
}

fn question_view(
    bank: &Bank,
    question: &Question,
    number: usize,
    asked: &Asked<'_>,
) -> QuestionView {
    let place = |questions: &&[&Question]| {
        questions.iter().position(|it| it.id == question.id).map(|index| index + 1)
    };
    let competency = |id: &Id| bank.competency(id).map(|it| (&it.id, &it.title));
    let companion = |id: &Id| bank.companion(id).map(|it| (&it.id, &it.title));
    QuestionView {
        number,
        id: question.id.to_string(),
        ask: question.ask.clone(),
        theme: capital(question.theme.as_str()),
        competencies: named(question.competencies.iter().filter_map(competency)),
        kind: question.kind.to_string(),
        minutes: question.minutes,
        companions: named(question.companions.iter().filter_map(companion)),
        rubric_label: question
            .rubric_label
            .clone()
            .unwrap_or_else(|| "Strong answer should cover".to_owned()),
        rubric: question.rubric.clone(),
        follow_up: question.follow_up.clone(),
        probes: question.probes.clone(),
        watch_for: question.watch_for.clone(),
        shared: asked.shared.contains(&question.id),
        asked: asked.seats.iter().map(place).collect(),
        ratings: ratings(bank, question),
    }
}

/// Every rating of the scale beside its anchor, if the question has any anchor.
fn ratings(bank: &Bank, question: &Question) -> Vec<RatingView> {
    if question.anchors.is_empty() {
        return Vec::new();
    }
    let rating = |point: &ScalePoint| {
        let anchor = question.anchors.iter().find(|anchor| anchor.score == point.score);
        RatingView {
            score: point.score,
            label: point.label.clone(),
            anchor: anchor.map(|anchor| anchor.text.clone()),
        }
    };
    bank.scale.iter().map(rating).collect()
}

/// The competencies that any of the questions names, in the bank's order.
fn competencies(bank: &Bank, asked: &Asked<'_>) -> Vec<CompetencyView> {
    let view = |competency: &crate::bank::Competency| CompetencyView {
        id: competency.id.to_string(),
        title: competency.title.clone(),
        statement: competency.statement.clone(),
        definition: competency.definition.clone(),
        questions: places(asked.questions, &competency.id),
        asked: asked.seats.iter().map(|seat| places(seat, &competency.id)).collect(),
    };
    bank.competencies.iter().map(view).filter(|view| !view.questions.is_empty()).collect()
}

fn companions(bank: &Bank, questions: &[&Question]) -> Vec<Named> {
    let is_used = |id: &Id| questions.iter().any(|question| question.companions.contains(id));
    let used = bank.companions.iter().filter(|companion| is_used(&companion.id));
    named(used.map(|companion| (&companion.id, &companion.title)))
}

fn named<'n>(pairs: impl Iterator<Item = (&'n Id, &'n String)>) -> Vec<Named> {
    pairs.map(|(id, title)| Named { id: id.to_string(), title: title.clone() }).collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
