//! Folders of packets as they come back, made by hand: what honest people fill in.

use std::sync::LazyLock;

use interview_kit::base::facts::KnownDetails;
use interview_kit::collect::{
    Fault, FieldEntry, FilledDocument, FilledField, Identity, PageState, Place, RecordSource,
};
use interview_kit::evaluate::verify::{LockedKit, ReturnedSheets, Verified, verify};
use interview_kit::packet::locale::Locales;

/// Numbers that look random, and are the same for the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % sides
    }

    pub fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.roll(items.len())]
    }

    pub fn coin(&mut self) -> bool {
        self.roll(2) == 0
    }
}

/// A question of a kit.
#[derive(Clone)]
pub struct Asked {
    pub id: String,
    pub rubric: usize,
    pub watch_for: usize,
    pub probes: usize,
}

/// What a kit is made of.
#[derive(Clone)]
pub struct Plan {
    pub code: String,
    /// What each interviewer asks.
    pub interviewers: Vec<Vec<Asked>>,
    pub is_panel: bool,
    pub scale: Vec<String>,
    pub competencies: usize,
    pub has_scoring: bool,
}

impl Plan {
    /// A panel of two, who have one question in common.
    pub fn usual() -> Self {
        let asked = |id: &str, rubric, watch_for, probes| Asked {
            id: id.to_owned(),
            rubric,
            watch_for,
            probes,
        };
        let shared = asked("changed-model", 5, 4, 3);
        let first = vec![shared.clone(), asked("intake", 4, 3, 2), asked("metrics", 6, 3, 3)];
        let second = vec![
            shared,
            asked("backlog", 5, 4, 3),
            asked("coach", 4, 5, 2),
            asked("slas", 3, 2, 1),
        ];
        Self {
            code: "F9KV-9EZA".to_owned(),
            interviewers: vec![first, second],
            is_panel: true,
            scale: scale(5),
            competencies: 5,
            has_scoring: true,
        }
    }

    pub fn random(dice: &mut Dice) -> Self {
        let is_panel = dice.roll(4) > 0;
        let people = if is_panel { 1 + dice.roll(4) } else { 1 };
        let mut number = 0;
        let mut asked = |dice: &mut Dice| {
            number += 1;
            Asked {
                id: format!("question-{number}"),
                rubric: dice.roll(7),
                watch_for: dice.roll(6),
                probes: dice.roll(4),
            }
        };
        let shared: Vec<Asked> = (0..dice.roll(3)).map(|_| asked(dice)).collect();
        let mut interviewers = Vec::new();
        for _ in 0..people {
            let own = (0..=dice.roll(4)).map(|_| asked(dice));
            interviewers.push(shared.iter().cloned().chain(own.collect::<Vec<_>>()).collect());
        }
        Self {
            code: "F9KV-9EZA".to_owned(),
            interviewers,
            is_panel,
            scale: scale(*dice.one_of(&[3, 4, 5, 7])),
            competencies: dice.roll(6),
            has_scoring: dice.roll(3) > 0,
        }
    }

    pub fn lock(&self) -> LockedKit {
        let ids = |asked: &Vec<Asked>| asked.iter().map(|it| it.id.clone()).collect();
        LockedKit {
            code: self.code.clone(),
            interviewers: self.interviewers.iter().map(ids).collect(),
        }
    }
}

/// The values of a rating scale.
pub fn scale(points: usize) -> Vec<String> {
    let points = (1..=points).map(|point| point.to_string());
    points.chain(["not-assessed".to_owned()]).collect()
}

/// What is known when a packet is built.
#[derive(Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something that people know or do, or not"
)]
pub struct Interview {
    pub packet: String,
    pub candidate: String,
    pub knows_candidate: bool,
    pub knows_interviewer: bool,
    pub knows_date: bool,
    pub has_debrief: bool,
    /// Whether the debrief form is made from records, and has blanks only for what these do not say.
    pub is_from_records: bool,
    pub keep_until: Option<String>,
    pub source: RecordSource,
}

pub type Document = Result<FilledDocument, Fault>;

/// A folder of files.
#[derive(Clone, Default)]
pub struct Folder {
    pub files: Vec<(String, Vec<Document>)>,
}

impl Folder {
    /// Five packets of the usual panel, all of which came back.
    pub fn usual() -> Self {
        let plan = Plan::usual();
        let mut folder = Self::default();
        let mut dice = Dice::new(1);
        for (packet, candidate) in PACKETS.iter().zip(["Ana", "Bo", "Cai", "Dee", "Eli"]) {
            let interview = Interview {
                packet: (*packet).to_owned(),
                candidate: candidate.to_owned(),
                knows_candidate: true,
                knows_interviewer: true,
                knows_date: true,
                has_debrief: true,
                is_from_records: false,
                keep_until: None,
                source: RecordSource::Form,
            };
            folder.add(&plan, &interview, &mut dice);
        }
        folder
    }

    /// Packets of a kit, built and filled in as people do who make no mistake.
    pub fn honest(dice: &mut Dice) -> (Self, Plan) {
        let plan = Plan::random(dice);
        let mut folder = Self::default();
        for index in 0..=dice.roll(7) {
            let interview = Interview {
                packet: format!("P{index:04}"),
                candidate: dice.one_of(&["Ana Silva", "Bo", "李雷", "Zoë"]).to_string(),
                knows_candidate: dice.coin(),
                knows_interviewer: dice.coin(),
                knows_date: dice.coin(),
                has_debrief: dice.coin(),
                is_from_records: dice.coin(),
                keep_until: dice.coin().then(|| "2027-05-27".to_owned()),
                source: *dice.one_of(&[RecordSource::Form, RecordSource::Markdown]),
            };
            folder.add(&plan, &interview, dice);
        }
        if dice.roll(4) == 0 {
            // A copy of a file, and the blank print of one.
            let (name, documents) = dice.one_of(&folder.files).clone();
            folder.files.push((format!("copy-of-{name}"), documents));
            let (name, mut documents) = dice.one_of(&folder.files).clone();
            documents.iter_mut().flatten().for_each(blank);
            folder.files.push((format!("blank-{name}"), documents));
        }
        for at in (1..folder.files.len()).rev() {
            folder.files.swap(at, dice.roll(at + 1));
        }
        (folder, plan)
    }

    /// Puts the packet of an interview into the folder.
    pub fn add(&mut self, plan: &Plan, interview: &Interview, dice: &mut Dice) {
        let Interview { packet, .. } = interview;
        let mut panel = Vec::new();
        if plan.is_panel {
            panel.push(document(plan, interview, None, "panel-plan", dice));
            if dice.coin() {
                panel.push(document(plan, interview, None, "candidate-sheet", dice));
            }
        }
        if !panel.is_empty() {
            self.files.push((format!("{packet}-panel.pdf"), panel.into_iter().map(Ok).collect()));
        }
        for index in 0..plan.interviewers.len() {
            let scoring = plan.has_scoring.then_some("scoring");
            let ids = ["guide"].into_iter().chain(scoring).chain(["scorecard"]);
            let documents = ids.map(|id| Ok(document(plan, interview, Some(index), id, dice)));
            let documents: Vec<Document> = documents.collect();
            let name = format!("{packet}-interviewer-{}", index + 1);
            if interview.source == RecordSource::Markdown {
                for (number, document) in documents.into_iter().enumerate() {
                    self.files.push((format!("{name}-{number}.md"), vec![document]));
                }
            } else {
                self.files.push((format!("{name}.pdf"), documents));
            }
        }
        if interview.has_debrief {
            let debrief = document(plan, interview, None, "debrief", dice);
            self.files.push((format!("{packet}-debrief.pdf"), vec![Ok(debrief)]));
        }
    }

    /// Makes the debrief form of a packet as if from records: without fields for what these say.
    pub fn debrief_from_records(&mut self, packet: &str) {
        let is_known = |name: &str| {
            let is_of_agenda = name.starts_with("agenda.agenda-1.");
            let is_of_ratings = name.starts_with("consensus.competency-");
            let is_range = name == "consensus.recommendation.range";
            is_range || (is_of_agenda || is_of_ratings) && !name.ends_with(".consensus")
        };
        let document = self.document(packet, None, "debrief");
        document.fields.retain(|field| !is_known(&field.name.to_string()));
    }

    /// A document of the folder.
    #[track_caller]
    pub fn document(&mut self, packet: &str, part: Option<u32>, id: &str) -> &mut FilledDocument {
        let mut all = self.files.iter_mut().flat_map(|(_, documents)| documents).flatten();
        let is_meant = |it: &&mut FilledDocument| {
            let Identity { packet: of, part: by, document, .. } = &it.identity;
            of == packet && *by == part && document == id
        };
        all.find(is_meant).expect("the folder has the document")
    }

    /// All documents of a packet.
    pub fn packet(&mut self, packet: &str) -> impl Iterator<Item = &mut FilledDocument> {
        let all = self.files.iter_mut().flat_map(|(_, documents)| documents).flatten();
        all.filter(move |it| it.identity.packet == packet)
    }

    /// Takes documents out.
    pub fn remove(&mut self, is_meant: impl Fn(&FilledDocument) -> bool) {
        for (_, documents) in &mut self.files {
            documents.retain(|it| it.as_ref().map_or(true, |it| !is_meant(it)));
        }
        self.files.retain(|(_, documents)| !documents.is_empty());
    }

    pub fn verify(&self, lock: Option<&LockedKit>) -> Verified {
        let files = self.files.iter().cloned();
        let returned: Vec<ReturnedSheets> =
            files.map(|(name, documents)| ReturnedSheets::new(&name, documents)).collect();
        verify(&returned, lock, &MONTHS)
    }
}

/// The names of the months in all languages of the program.
pub static MONTHS: LazyLock<Vec<(String, u8)>> =
    LazyLock::new(|| Locales::built_in().month_names().unwrap());

/// The packets of the usual folder.
pub const PACKETS: [&str; 5] = ["3F9TQ", "8ZZ1A", "NPCMT", "RA2Y2", "T0T0T"];

/// Takes out of a document what is filled in.
pub fn blank(document: &mut FilledDocument) {
    for field in &mut document.fields {
        field.entry = match field.entry {
            FieldEntry::Check(_) => FieldEntry::Check(false),
            FieldEntry::Choice(_) => FieldEntry::Choice(None),
            _ => FieldEntry::Text(None),
        };
    }
}

/// Writes the fields of a document, in its order.
struct Writer<'d> {
    fields: Vec<FilledField>,
    dice: &'d mut Dice,
}

impl Writer<'_> {
    fn field(&mut self, name: String, entry: FieldEntry, options: Vec<String>) {
        let page = u32::try_from(self.fields.len() / 20 + 1).ok();
        let place = Some(Place { page, line: None });
        self.fields.push(FilledField { name: name.parse().unwrap(), place, entry, options });
    }

    /// A text field in which people may write.
    fn text(&mut self, name: impl Into<String>) {
        let texts = ["", "", "said: no\nthen yes", "הערה", "🙂", "4"];
        let text = (*self.dice.one_of(&texts)).to_owned();
        self.field(
            name.into(),
            FieldEntry::Text(Some(text).filter(|it| !it.is_empty())),
            Vec::new(),
        );
    }

    /// A field of a debrief form for something that records may say.
    fn answer(&mut self, interview: &Interview, name: String) {
        if !interview.is_from_records || self.dice.coin() {
            self.text(name);
        }
    }

    fn written(&mut self, name: impl Into<String>, text: &str) {
        self.field(name.into(), FieldEntry::Text(Some(text.to_owned())), Vec::new());
    }

    fn checks(&mut self, name: &str, count: usize) {
        for number in 1..=count {
            let is_checked = self.dice.coin();
            self.field(format!("{name}.{number}"), FieldEntry::Check(is_checked), Vec::new());
        }
    }

    fn check(&mut self, name: impl Into<String>) {
        let is_checked = self.dice.coin();
        self.field(name.into(), FieldEntry::Check(is_checked), Vec::new());
    }

    fn choice(&mut self, name: impl Into<String>, options: &[String], is_filled: bool) {
        let value = is_filled.then(|| self.dice.one_of(options).clone());
        self.field(name.into(), FieldEntry::Choice(value), options.to_vec());
    }
}

fn words(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}

/// A document as it was built and filled in.
pub fn document(
    plan: &Plan,
    interview: &Interview,
    index: Option<usize>,
    id: &str,
    dice: &mut Dice,
) -> FilledDocument {
    let asked = index.map_or(&[][..], |index| &plan.interviewers[index]);
    let who = index.map(|index| format!("Interviewer {}", index + 1));
    let part = index.filter(|_| plan.is_panel).map(|index| u32::try_from(index + 1).unwrap());
    let mut of = Writer { fields: Vec::new(), dice };
    let details = KnownDetails {
        candidate: interview.knows_candidate.then(|| interview.candidate.clone()),
        interviewer: who.clone().filter(|_| interview.knows_interviewer),
        date: interview.knows_date.then(|| "2026-11-20".to_owned()),
        keep_until: interview.keep_until.clone(),
    };
    if !interview.knows_candidate {
        // People write a name in their own way.
        let name = format!("{} ", interview.candidate.to_uppercase());
        let name = if of.dice.coin() { name } else { interview.candidate.clone() };
        of.written("candidate", &name);
    }
    if let Some(who) = who.filter(|_| !interview.knows_interviewer) {
        of.written("interviewer", &who);
    }
    match id {
        "guide" => guide(&mut of, plan, interview, asked),
        "scoring" => scoring(&mut of, plan, asked),
        "scorecard" => scorecard(&mut of, plan, asked),
        "debrief" => debrief(&mut of, plan, interview),
        _ => {
            if plan.is_panel {
                (1..=plan.interviewers.len())
                    .for_each(|number| of.text(format!("{id}.interviewer-{number}.room")));
            }
        }
    }
    let Writer { mut fields, .. } = of;
    // Documents of one packet say the same of a question: in a PDF, its rating is one field.
    for field in fields.iter_mut().filter(|it| is_rating(it)) {
        let seed = interview.packet.bytes().map(u64::from).sum::<u64>();
        let owner = field.name.to_string().replace("scorecard.", "").replace(".rating", "");
        let seed = seed + owner.bytes().map(u64::from).sum::<u64>();
        let value = Dice::new(seed).one_of(&field.options).clone();
        field.entry = FieldEntry::Choice(Some(value));
    }
    FilledDocument {
        source: interview.source,
        identity: Identity {
            kit: plan.code.clone(),
            part,
            packet: interview.packet.clone(),
            document: id.to_owned(),
        },
        details: Some(details),
        pages: PageState::AsBuilt,
        fields,
        remarks: Vec::new(),
    }
}

/// Whether a field is the rating of a question.
fn is_rating(field: &FilledField) -> bool {
    let name = field.name.to_string();
    !field.options.is_empty() && (name.ends_with(".rating") || name.starts_with("scorecard."))
}

fn guide(of: &mut Writer<'_>, plan: &Plan, interview: &Interview, asked: &[Asked]) {
    of.text("agenda.position");
    if !interview.knows_date {
        of.written("agenda.date", "20 Nov 2026");
    }
    of.text("agenda.room");
    of.text("agenda.opening.started-at");
    for Asked { id, .. } in asked {
        of.text(format!("agenda.{id}.started-at"));
    }
    of.text("agenda.closing.started-at");
    of.text("opening.work");
    of.checks("reminders.before", 4);
    for Asked { id, rubric, watch_for, probes } in asked {
        of.text(format!("{id}.notes"));
        of.check(format!("{id}.follow-up"));
        for part in ["situation", "action", "result"] {
            of.text(format!("{id}.{part}"));
        }
        of.checks(&format!("{id}.probe"), *probes);
        of.checks(&format!("{id}.watch-for"), *watch_for);
        if !plan.has_scoring {
            of.checks(&format!("{id}.rubric"), *rubric);
            of.choice(format!("{id}.rating"), &plan.scale, true);
        }
    }
    of.text("candidate-questions.notes");
    of.text("closing.next-step");
}

fn scoring(of: &mut Writer<'_>, plan: &Plan, asked: &[Asked]) {
    for Asked { id, rubric, .. } in asked {
        of.checks(&format!("{id}.rubric"), *rubric);
        of.choice(format!("{id}.rating"), &plan.scale, true);
        of.text(format!("{id}.evidence"));
    }
}

fn scorecard(of: &mut Writer<'_>, plan: &Plan, asked: &[Asked]) {
    for Asked { id, .. } in asked {
        of.choice(format!("scorecard.{id}"), &plan.scale, true);
    }
    for number in 1..=plan.competencies {
        let is_filled = of.dice.coin();
        of.choice(format!("competencies.competency-{number}"), &plan.scale, is_filled);
    }
    of.choice("recommendation.recommendation", &words("strong-no no yes strong-yes"), true);
    of.text("recommendation.notes");
    of.check("recommendation.rated-alone");
    of.check("recommendation.rated-on-evidence");
    of.text("recommendation.signature");
    let dates = [
        "2026-11-20",
        "2026/11/21",
        "22 November 2026",
        "Nov 23, 2026",
        "24.11.2026",
        "2026年11月26日",
    ];
    let date = of.dice.one_of(&dates);
    of.written("recommendation.date", date);
}

fn debrief(of: &mut Writer<'_>, plan: &Plan, interview: &Interview) {
    of.text("debrief.position");
    of.written("debrief.date", "2026-11-26");
    of.text("debrief.facilitator");
    of.checks("scorecards.rubric", plan.interviewers.len());
    for number in 1..=plan.competencies {
        let row = format!("consensus.competency-{number}");
        for person in 1..=plan.interviewers.len() {
            of.answer(interview, format!("{row}.interviewer-{person}"));
        }
        of.answer(interview, format!("{row}.range"));
        of.text(format!("{row}.consensus"));
    }
    for person in 1..=plan.interviewers.len() {
        of.answer(interview, format!("consensus.recommendation.interviewer-{person}"));
    }
    if !interview.is_from_records {
        of.text("consensus.recommendation.range");
    }
    of.text("consensus.recommendation.consensus");
    for (person, asked) in (1..).zip(&plan.interviewers) {
        for Asked { id, .. } in asked {
            of.answer(interview, format!("consensus.question-{id}.interviewer-{person}"));
        }
    }
    let more = if interview.is_from_records { of.dice.roll(4) } else { 0 };
    for number in 1..=4 + more {
        let row = format!("agenda.agenda-{number}");
        for column in ["topic", "range", "lowest", "highest"] {
            of.answer(interview, format!("{row}.{column}"));
        }
        of.text(format!("{row}.consensus"));
    }
    of.choice("decision.decision", &words("hire no-hire another-interview another-role"), true);
    of.text("decision.rationale");
    if interview.keep_until.is_none() {
        of.written("decision.keep-until", "2027-05-27");
    }
    of.written("decision.signed", "2026-11-27");
}
