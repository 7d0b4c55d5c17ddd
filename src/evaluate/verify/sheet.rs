use std::collections::{BTreeMap, BTreeSet};

use super::rating_state::RatingState;
use crate::base::text::name_key;
use crate::collect::{
    FieldEntry, FieldKind, FieldName, FilledDocument, FilledField, Identity, PageState, Place,
    question_ids,
};

/// What a document shows of the interview that it is for, without what people wrote in it, but for what is compared.
#[derive(Clone, Debug)]
pub struct Sheet {
    identity: Identity,
    /// Whether its pages are as they were built.
    pub(super) pages: PageState,
    /// The questions, in the order in which they are asked.
    pub(super) questions: Vec<SheetQuestion>,
    /// Their ids, with a space between two.
    pub(super) order: String,
    /// The same of the questions in the order of the agenda, if it has one.
    pub(super) agenda: String,
    /// All fields but those of details, which are blanks only where they were not known.
    pub(super) fields: BTreeMap<FieldKey, FieldForm>,
    /// What is filled in, by the names of the fields.
    pub(super) entries: BTreeMap<String, String>,
    /// Whether something is filled in that is no detail of the interview.
    pub(super) has_answers: bool,
    /// Whether a scorecard has a rating of a competency, a recommendation, or reasons for it. A date and a signature alone hand in nothing,
    /// and the ratings of questions can be fields of the scoring form. `None` if it does not show whether it asks for these.
    pub(super) is_handed_in: Option<bool>,
    /// Whether a recommendation is filled in.
    pub(super) recommends: bool,
    /// The names that it has of the candidate, as they are compared.
    pub(super) candidates: BTreeSet<String>,
    /// The names that it has of its interviewer. Those of a panel are not compared.
    pub(super) interviewers: BTreeSet<String>,
    /// The dates that were filled in, by the names of their fields.
    pub(super) dates: BTreeMap<String, (FieldEntry, Option<Place>)>,
}

/// A question of a document.
#[derive(Clone, Debug)]
pub(super) struct SheetQuestion {
    pub(super) id: String,
    pub(super) place: Option<Place>,
    pub(super) rating: Option<RatingState>,
    /// The rating, if one can be read.
    pub(super) answer: Option<String>,
}

/// A field: the question that it belongs to, if it does, and what it is of that question or of the document.
pub(super) type FieldKey = (Option<String>, String);

/// How a field can be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldForm {
    /// `None` if that is not known, for it contradicts itself.
    pub(super) kind: Option<FieldKind>,
    /// The values of the boxes of a choice, sorted, with a space between two. Empty if they are not known.
    pub(super) options: String,
    pub(super) place: Option<Place>,
}

pub(super) const GUIDE: &str = "guide";
pub(super) const SCORING: &str = "scoring";
pub(super) const SCORECARD: &str = "scorecard";
pub(super) const DEBRIEF: &str = "debrief";

/// The documents of a packet that no interviewer asks or rates with: a packet may come back without them.
const WITHOUT_QUESTIONS: [&str; 4] = [DEBRIEF, "panel-plan", "candidate-sheet", "ground-rules"];

/// The sections of documents that are no questions, whatever boxes they have.
const SECTIONS: [&str; 20] = [
    AGENDA,
    "ground-rules",
    "panel-plan",
    "questions",
    "scoring",
    "your-interview",
    "opening",
    "reminders",
    "candidate-questions",
    "closing",
    "end",
    SCORECARD,
    SCORECARDS,
    "competencies",
    RECOMMENDATION,
    "consensus",
    "decision",
    "handwriting",
    DEBRIEF,
    "form",
];
const AGENDA: &str = "agenda";
const SCORECARDS: &str = "scorecards";
/// The section of a scorecard with the overall recommendation, and the choice in it.
const RECOMMENDATION: &str = "recommendation";

/// The last words of the names of fields that a document has only if a detail was not known when it was built.
const DETAILS: [&str; 9] = [
    "candidate",
    "interviewer",
    "interviewers",
    "position",
    "date",
    "time",
    "contact",
    "keep-until",
    "name",
];

impl Sheet {
    /// What a document shows.
    #[must_use]
    pub fn new(document: FilledDocument) -> Self {
        let FilledDocument { source: _, identity, details, pages, fields, remarks: _ } = document;
        let ids = questions(&identity.document, &fields);
        let details = details.unwrap_or_default();
        let mut sheet = Self {
            identity,
            pages,
            questions: Vec::new(),
            order: String::new(),
            agenda: String::new(),
            fields: BTreeMap::new(),
            entries: BTreeMap::new(),
            has_answers: false,
            is_handed_in: None,
            recommends: false,
            candidates: details.candidate.as_deref().and_then(compared).into_iter().collect(),
            interviewers: BTreeSet::new(),
            dates: BTreeMap::new(),
        };
        if !sheet.is_of_panel() {
            sheet.interviewers.extend(details.interviewer.as_deref().and_then(compared));
        }
        for field in fields {
            sheet.take(field, &ids);
        }
        for question in &sheet.questions {
            add(&mut sheet.order, &question.id);
        }
        sheet
    }

    /// The code of its kit.
    #[must_use]
    pub fn kit(&self) -> &str {
        &self.identity.kit
    }

    /// The interviewer of a panel.
    #[must_use]
    pub fn part(&self) -> Option<u32> {
        self.identity.part
    }

    /// The id of its packet.
    #[must_use]
    pub fn packet(&self) -> &str {
        &self.identity.packet
    }

    /// Its id.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.identity.document
    }

    /// Whether an interviewer asks or rates with it, so that it belongs to every packet.
    pub(super) fn has_questions(&self) -> bool {
        !WITHOUT_QUESTIONS.contains(&self.document())
    }

    /// Whether it is one of the panel, which may name several interviewers.
    fn is_of_panel(&self) -> bool {
        [DEBRIEF, "panel-plan", "candidate-sheet"].contains(&self.document())
    }

    /// Whether it shows all that was on its pages. An export of form data need not.
    pub(super) fn is_complete(&self) -> bool {
        self.pages != PageState::Unknown
    }

    pub(super) fn question(&self, id: &str) -> Option<&SheetQuestion> {
        self.questions.iter().find(|question| question.id == id)
    }

    fn take(&mut self, field: FilledField, ids: &BTreeSet<String>) {
        let FilledField { name, place, entry, mut options } = field;
        let whole = name.to_string();
        let (first, rest) = split(name.part());
        let row = rest.filter(|_| name.owner() == Some(AGENDA) && ids.contains(first));
        let (question, part) = match (name.owner(), row) {
            (_, Some(row)) => (Some(first), row.to_owned()),
            (Some(SCORECARD), None) if ids.contains(first) && rest.is_none() => {
                (Some(first), "rating".to_owned())
            }
            (Some(owner), None) if ids.contains(owner) => (Some(owner), name.part().to_owned()),
            _ => (None, whole.clone()),
        };
        let is_detail = question.is_none() && self.is_detail(&name);
        let is_ticked = self.is_ticked(&whole);
        let filled = filled(&entry);
        if self.is_complete() && is_handed_in_by(&name) {
            self.is_handed_in = Some(self.is_handed_in == Some(true) || filled.is_some());
        }
        self.recommends |= filled.is_some() && is_recommendation(&name);
        if let Some(filled) = filled {
            self.has_answers |= !is_detail && !is_ticked;
            self.entries.insert(whole.clone(), filled);
        }
        match question {
            Some(id) if row.is_some() => {
                if self.agenda.rsplit(' ').next() != Some(id) {
                    add(&mut self.agenda, id);
                }
            }
            Some(id) => self.rate(id, &part, &entry, place),
            None => self.detail(&name, whole, &entry, place),
        }
        if !is_detail {
            options.sort_unstable();
            let form = FieldForm { kind: FieldKind::of(&entry), options: options.join(" "), place };
            self.fields.insert((question.map(str::to_owned), part), form);
        }
    }

    /// Whether `debrief` may have ticked this box: when it makes a form from records, it ticks the scorecards that came back.
    fn is_ticked(&self, field: &str) -> bool {
        self.document() == DEBRIEF && field.split('.').next() == Some(SCORECARDS)
    }

    /// Whether nobody has filled in anything.
    pub(super) fn is_blank(&self) -> bool {
        self.entries.keys().all(|field| self.is_ticked(field))
    }

    /// Whether a field is there only if a detail was not known.
    fn is_detail(&self, name: &FieldName) -> bool {
        let last = name.part().rsplit('.').next().unwrap_or_default();
        let is_person = self.document() == "candidate-sheet" && last.starts_with("interviewer-");
        DETAILS.contains(&last) || is_person
    }

    fn rate(&mut self, id: &str, part: &str, entry: &FieldEntry, place: Option<Place>) {
        let known = self.questions.iter().position(|question| question.id == id);
        let at = known.unwrap_or_else(|| {
            let id = id.to_owned();
            self.questions.push(SheetQuestion { id, place, rating: None, answer: None });
            self.questions.len() - 1
        });
        if part != "rating" {
            return;
        }
        let (rating, answer) = match entry {
            FieldEntry::Choice(Some(value)) => (RatingState::Answered, Some(value.clone())),
            FieldEntry::Choice(None) => (RatingState::Blank, None),
            FieldEntry::Conflict(_) => (RatingState::Conflict, None),
            FieldEntry::Check(_)
            | FieldEntry::Text(_)
            | FieldEntry::Handwritten
            | FieldEntry::Unreadable(_) => (RatingState::Unreadable, None),
        };
        let question = &mut self.questions[at];
        let before = question.rating.map(|before| (before, question.answer.take()));
        let (rating, answer) = RatingState::both(before, (rating, answer));
        (question.rating, question.answer) = (Some(rating), answer);
    }

    /// Keeps what is compared of a field that belongs to no question.
    fn detail(
        &mut self,
        name: &FieldName,
        whole: String,
        entry: &FieldEntry,
        place: Option<Place>,
    ) {
        let last = name.part().rsplit('.').next().unwrap_or_default();
        let names: &[String] = match entry {
            FieldEntry::Text(Some(text)) => std::slice::from_ref(text),
            FieldEntry::Conflict(seen) => seen,
            _ => &[],
        };
        let names = names.iter().filter_map(|name| compared(name));
        match last {
            "candidate" => self.candidates.extend(names),
            "interviewer" if !self.is_of_panel() => self.interviewers.extend(names),
            _ => {}
        }
        if ["date", "signed"].contains(&last) && name.owner() != Some(AGENDA) {
            self.dates.insert(whole, (entry.clone(), place));
        }
    }
}

/// Adds an id to others.
fn add(ids: &mut String, id: &str) {
    if !ids.is_empty() {
        ids.push(' ');
    }
    ids.push_str(id);
}

/// The ids of the questions of a document.
fn questions(document: &str, fields: &[FilledField]) -> BTreeSet<String> {
    if WITHOUT_QUESTIONS.contains(&document) {
        return BTreeSet::new();
    }
    let mut ids = question_ids(fields);
    for field in fields {
        if let Some(owner) = field.name.owner()
            && split(field.name.part()).0 == "rubric"
            && !SECTIONS.contains(&owner)
        {
            ids.insert(owner.to_owned());
        }
    }
    ids
}

/// Whether a scorecard is handed in by what is filled in here.
fn is_handed_in_by(name: &FieldName) -> bool {
    match name.owner() {
        Some("competencies") => true,
        Some(RECOMMENDATION) => [RECOMMENDATION, "notes"].contains(&name.part()),
        _ => false,
    }
}

fn is_recommendation(name: &FieldName) -> bool {
    name.owner() == Some(RECOMMENDATION) && name.part() == RECOMMENDATION
}

/// The first segment of a part, and the others.
pub(super) fn split(part: &str) -> (&str, Option<&str>) {
    part.split_once('.').map_or((part, None), |(first, rest)| (first, Some(rest)))
}

/// What is filled in, if anything is.
fn filled(entry: &FieldEntry) -> Option<String> {
    match entry {
        FieldEntry::Check(false) | FieldEntry::Choice(None) | FieldEntry::Text(None) => None,
        FieldEntry::Check(true) => Some("checked".to_owned()),
        FieldEntry::Choice(Some(value)) => Some(value.clone()),
        FieldEntry::Text(Some(text)) => {
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        }
        FieldEntry::Conflict(seen) => Some(seen.join("\n")),
        FieldEntry::Unreadable(why) => Some(why.clone()),
        FieldEntry::Handwritten => Some("handwriting".to_owned()),
    }
}

/// A name as it is compared, if it has words.
fn compared(name: &str) -> Option<String> {
    Some(name_key(name)).filter(|name| !name.is_empty())
}
