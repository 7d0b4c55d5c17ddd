//! Whether every candidate was asked the same: each change of a folder is found and named, and an honest folder raises no alarm.

use interview_kit::base::unit::Date;
use interview_kit::collect::{
    Fault, FieldEntry, FilledDocument, FilledField, PageState, RefusalCode,
};
use interview_kit::evaluate::verify::{
    Difference, DifferenceKind as Kind, LockedKit, RatingState, Verified,
};
use interview_kit::evaluate::written_date;
use interview_kit::packet::locale::Locales;
use proptest::prelude::*;

use crate::returned_folders::{Dice, Folder, MONTHS, PACKETS, Plan, blank, scale};

/// The packet that is changed, and its interviewer.
const PACKET: &str = PACKETS[3];
const PART: Option<u32> = Some(2);

/// Each difference in a line: its kind, its packet, and what it says.
pub fn told(Verified { differences, .. }: &Verified) -> String {
    let told = |it: &Difference| format!("{:?} {:?} {}\n", it.kind, it.packet, it.message);
    differences.iter().map(told).collect()
}

#[track_caller]
fn assert_honest(seed: u64) {
    let (folder, plan) = Folder::honest(&mut Dice::new(seed));
    for lock in [None, Some(plan.lock())] {
        let verified = folder.verify(lock.as_ref());
        assert_eq!(told(&verified), "", "seed {seed}");
        let rows: usize = plan.interviewers.len();
        assert_eq!(verified.matrix.rows.len(), rows * verified.packets);
        for row in &verified.matrix.rows {
            assert!(row.questions.iter().all(|it| it.rating == Some(RatingState::Answered)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn an_honest_folder_raises_no_alarm(seed in any::<u64>()) {
        assert_honest(seed);
    }
}

#[test]
#[ignore = "half a minute: run it after a change of `evaluate::verify`"]
fn ten_thousand_honest_folders_raise_no_alarm() {
    (0..10_000).for_each(assert_honest);
}

/// A change of a folder: what it is, how it is made, and as what it is named.
type Change = (String, Box<dyn Fn(&mut Folder)>, Kind);

fn change(name: impl Into<String>, kind: Kind, make: impl Fn(&mut Folder) + 'static) -> Change {
    (name.into(), Box::new(make), kind)
}

/// A change of one document.
fn of_document(
    name: impl Into<String>,
    document: &'static str,
    kind: Kind,
    make: impl Fn(&mut FilledDocument) + 'static,
) -> Change {
    let part = PART.filter(|_| !["debrief", "panel-plan"].contains(&document));
    let name = format!("{document}: {}", name.into());
    change(name, kind, move |folder| make(folder.document(PACKET, part, document)))
}

fn without(name: &'static str) -> impl Fn(&mut FilledDocument) {
    move |document| {
        let count = document.fields.len();
        let is_meant = |it: &FilledField| {
            let of = it.name.to_string();
            of == name || of.starts_with(&format!("{name}."))
        };
        document.fields.retain(|it| !is_meant(it));
        assert!(document.fields.len() < count, "there is no {name}");
    }
}

/// Puts a field like another after it.
fn with(like: &'static str, name: &'static str) -> impl Fn(&mut FilledDocument) {
    move |document| {
        let at = document.fields.iter().position(|it| it.name.to_string() == like).unwrap();
        let field = FilledField { name: name.parse().unwrap(), ..document.fields[at].clone() };
        document.fields.insert(at + 1, field);
    }
}

fn field<'d>(document: &'d mut FilledDocument, name: &str) -> &'d mut FilledField {
    document.fields.iter_mut().find(|it| it.name.to_string() == name).unwrap()
}

fn entry(name: &'static str, entry: FieldEntry) -> impl Fn(&mut FilledDocument) {
    move |document| field(document, name).entry = entry.clone()
}

fn text(text: &str) -> FieldEntry {
    FieldEntry::Text(Some(text.to_owned()))
}

fn options(name: &'static str, options: &'static str) -> impl Fn(&mut FilledDocument) {
    move |document| {
        field(document, name).options = options.split(' ').map(str::to_owned).collect();
    }
}

/// The question that a field belongs to.
fn owner(field: &FilledField) -> String {
    let name = field.name.to_string();
    let name = name.strip_prefix("scorecard.").unwrap_or(&name);
    name.split('.').next().unwrap().to_owned()
}

/// Renames a question.
fn renamed(from: &'static str, to: &'static str) -> impl Fn(&mut FilledDocument) {
    move |document| {
        for field in &mut document.fields {
            let name: Vec<String> = field.name.to_string().split('.').map(str::to_owned).collect();
            let name: Vec<&str> =
                name.iter().map(|it| if it == from { to } else { it.as_str() }).collect();
            field.name = name.join(".").parse().unwrap();
        }
    }
}

/// Adds a question like another, at the end of those.
fn added(like: &'static str, id: &'static str) -> impl Fn(&mut FilledDocument) {
    move |document| {
        let mut copy = FilledDocument { ..document.clone() };
        let is_of = |it: &FilledField| it.name.to_string().split('.').any(|word| word == like);
        copy.fields.retain(is_of);
        renamed(like, id)(&mut copy);
        let at = document.fields.iter().rposition(is_of).unwrap();
        document.fields.splice(at + 1..=at, copy.fields);
    }
}

/// Takes a question out.
fn lost(id: &'static str) -> impl Fn(&mut FilledDocument) {
    move |document| {
        document.fields.retain(|it| it.name.to_string().split('.').all(|word| word != id));
    }
}

/// Puts the fields of a question before those of another, but for the agenda.
fn moved(id: &'static str, before: &'static str) -> impl Fn(&mut FilledDocument) {
    move |document| {
        let (own, mut rest): (Vec<_>, Vec<_>) =
            document.fields.drain(..).partition(|it| owner(it) == id);
        let at = rest.iter().position(|it| owner(it) == before).unwrap();
        rest.splice(at..at, own);
        document.fields = rest;
    }
}

/// Gives every rating another scale.
fn rescaled(prefix: &'static str, points: usize) -> impl Fn(&mut FilledDocument) {
    move |document| {
        let is_rating = |name: &str| name.ends_with(".rating") || name.starts_with(prefix);
        for field in document.fields.iter_mut().filter(|it| is_rating(&it.name.to_string())) {
            field.options = scale(points);
        }
    }
}

/// A second file with the same document, in which something else is filled in.
fn twice(document: &'static str, name: &'static str, other: FieldEntry) -> Change {
    let part = PART.filter(|_| document != "debrief");
    change(format!("the {document} came back twice"), Kind::CameTwice, move |folder| {
        let mut copy = folder.document(PACKET, part, document).clone();
        field(&mut copy, name).entry = other.clone();
        folder.files.push((format!("again-{document}.pdf"), vec![Ok(copy)]));
    })
}

fn questions() -> Vec<Change> {
    let mut changes = Vec::new();
    for id in ["guide", "scoring", "scorecard"] {
        changes.extend([
            of_document(
                "the first question is lost",
                id,
                Kind::QuestionMissing,
                lost("changed-model"),
            ),
            of_document("the last question is lost", id, Kind::QuestionMissing, lost("slas")),
            of_document(
                "another question in its place",
                id,
                Kind::QuestionAdded,
                renamed("coach", "hobbies"),
            ),
            of_document(
                "a renamed question is missing",
                id,
                Kind::QuestionMissing,
                renamed("coach", "hobbies"),
            ),
            of_document("one more question", id, Kind::QuestionAdded, added("backlog", "hobbies")),
            of_document("neighbors swapped", id, Kind::OrderChanged, moved("coach", "backlog")),
            of_document(
                "the last asked first",
                id,
                Kind::OrderChanged,
                moved("slas", "changed-model"),
            ),
        ]);
    }
    changes.push(change("all documents lack a question", Kind::QuestionMissing, |folder| {
        folder
            .packet(PACKET)
            .filter(|it| it.identity.part == PART)
            .for_each(|it| lost("coach")(it));
    }));
    changes.push(change("all documents have another order", Kind::OrderChanged, |folder| {
        let own = folder.packet(PACKET).filter(|it| it.identity.part == PART);
        own.for_each(|it| moved("slas", "backlog")(it));
    }));
    changes.push(of_document("the agenda has another order", "guide", Kind::OrderChanged, |it| {
        let at = it.fields.iter().position(|it| it.name.to_string() == "agenda.coach.started-at");
        let at = at.unwrap();
        it.fields.swap(at, at + 1);
    }));
    changes
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn rating() -> Vec<Change> {
    let mut changes = vec![
        of_document(
            "a rubric line less",
            "scoring",
            Kind::RubricChanged,
            without("backlog.rubric.5"),
        ),
        of_document(
            "the first rubric line gone",
            "scoring",
            Kind::RubricChanged,
            without("backlog.rubric.1"),
        ),
        of_document(
            "a rubric line more",
            "scoring",
            Kind::RubricChanged,
            with("coach.rubric.4", "coach.rubric.5"),
        ),
        of_document("no rubric", "scoring", Kind::RubricChanged, without("slas.rubric")),
        of_document(
            "a common question has another rubric",
            "scoring",
            Kind::RubricChanged,
            without("changed-model.rubric.5"),
        ),
        of_document(
            "a rubric in the guide",
            "guide",
            Kind::RubricChanged,
            with("coach.follow-up", "coach.rubric.1"),
        ),
        of_document("a line renumbered", "scoring", Kind::RubricChanged, |it| {
            field(it, "coach.rubric.4").name = "coach.rubric.9".parse().unwrap();
        }),
        of_document(
            "a warning sign less",
            "guide",
            Kind::WatchForChanged,
            without("coach.watch-for.5"),
        ),
        of_document(
            "a warning sign more",
            "guide",
            Kind::WatchForChanged,
            with("coach.watch-for.5", "coach.watch-for.6"),
        ),
        of_document("no warning signs", "guide", Kind::WatchForChanged, without("coach.watch-for")),
        of_document("a probe less", "guide", Kind::FollowUpChanged, without("backlog.probe.2")),
        of_document(
            "a probe more",
            "guide",
            Kind::FollowUpChanged,
            with("slas.probe.1", "slas.probe.2"),
        ),
        of_document("no probes", "guide", Kind::FollowUpChanged, without("backlog.probe")),
        of_document("no follow-up", "guide", Kind::FollowUpChanged, without("backlog.follow-up")),
        of_document("a rating is gone", "scoring", Kind::ScaleChanged, without("backlog.rating")),
        of_document(
            "a rating is in the guide",
            "guide",
            Kind::ScaleChanged,
            with("coach.follow-up", "coach.rating"),
        ),
        of_document("a scale of four", "scoring", Kind::ScaleChanged, rescaled("-", 4)),
        of_document("a scale of seven", "scoring", Kind::ScaleChanged, rescaled("-", 7)),
        of_document("a scale of three", "scorecard", Kind::ScaleChanged, rescaled("scorecard.", 3)),
        of_document(
            "competencies on a scale of four",
            "scorecard",
            Kind::ScaleChanged,
            rescaled("competencies.", 4),
        ),
        of_document(
            "one question from nought",
            "scoring",
            Kind::ScaleChanged,
            options("coach.rating", "0 1 2 3 4 not-assessed"),
        ),
        of_document(
            "nothing for not assessed",
            "scoring",
            Kind::ScaleChanged,
            options("coach.rating", "1 2 3 4 5"),
        ),
        of_document(
            "one box more",
            "scorecard",
            Kind::ScaleChanged,
            options("scorecard.coach", "1 2 3 4 5 6 not-assessed"),
        ),
        of_document(
            "one competency in words",
            "scorecard",
            Kind::ScaleChanged,
            options("competencies.competency-2", "no yes"),
        ),
        of_document(
            "a competency less",
            "scorecard",
            Kind::ScaleChanged,
            without("competencies.competency-5"),
        ),
        of_document(
            "a competency more",
            "scorecard",
            Kind::ScaleChanged,
            with("competencies.competency-5", "competencies.competency-6"),
        ),
        of_document("another competency", "scorecard", Kind::ScaleChanged, |it| {
            field(it, "competencies.competency-1").name = "competencies.charm".parse().unwrap();
        }),
        of_document(
            "other recommendations",
            "scorecard",
            Kind::FieldsChanged,
            options("recommendation.recommendation", "no yes"),
        ),
        of_document("a rating is text", "scoring", Kind::ScaleChanged, |it| {
            let field = field(it, "coach.rating");
            (field.entry, field.options) = (text("4"), Vec::new());
        }),
        of_document(
            "a rubric line is text",
            "scoring",
            Kind::RubricChanged,
            entry("coach.rubric.2", text("yes")),
        ),
        of_document(
            "the follow-up is a choice",
            "guide",
            Kind::FollowUpChanged,
            entry("coach.follow-up", FieldEntry::Choice(None)),
        ),
        of_document(
            "the notes are a box",
            "guide",
            Kind::FieldsChanged,
            entry("coach.notes", FieldEntry::Check(true)),
        ),
    ];
    for (document, name) in [
        ("guide", "coach.notes"),
        ("guide", "coach.situation"),
        ("guide", "coach.action"),
        ("guide", "coach.result"),
        ("guide", "agenda.coach.started-at"),
        ("guide", "agenda.room"),
        ("guide", "reminders.before.3"),
        ("guide", "opening.work"),
        ("guide", "candidate-questions.notes"),
        ("scoring", "coach.evidence"),
        ("scorecard", "recommendation.recommendation"),
        ("scorecard", "recommendation.notes"),
        ("scorecard", "recommendation.rated-alone"),
        ("scorecard", "recommendation.signature"),
        ("debrief", "debrief.facilitator"),
        ("debrief", "scorecards.rubric.2"),
        ("debrief", "consensus.competency-1.interviewer-2"),
        ("debrief", "consensus.competency-1.consensus"),
        ("debrief", "consensus.recommendation.interviewer-1"),
        ("debrief", "consensus.question-coach"),
        ("debrief", "agenda.agenda-1.topic"),
        ("debrief", "decision.rationale"),
        ("panel-plan", "panel-plan.interviewer-2.room"),
    ] {
        changes.push(of_document(
            format!("no {name}"),
            document,
            Kind::FieldsChanged,
            without(name),
        ));
    }
    changes.push(of_document(
        "other decisions",
        "debrief",
        Kind::FieldsChanged,
        options("decision.decision", "hire no-hire"),
    ));
    changes.push(of_document(
        "one more field",
        "debrief",
        Kind::FieldsChanged,
        with("decision.rationale", "decision.salary"),
    ));
    changes
}

fn files() -> Vec<Change> {
    let mut changes = Vec::new();
    for id in ["guide", "scoring", "scorecard", "debrief", "panel-plan"] {
        changes.push(of_document("rewritten", id, Kind::PagesChanged, |it| {
            it.pages = PageState::Rewritten
        }));
        changes
            .push(of_document("an export", id, Kind::Unproven, |it| it.pages = PageState::Unknown));
        changes.push(of_document("of another kit", id, Kind::OtherKit, |it| {
            "AAAA-BBBB".clone_into(&mut it.identity.kit);
        }));
    }
    for code in RefusalCode::ALL {
        let kind = if code == RefusalCode::Edited { Kind::Edited } else { Kind::NotRead };
        changes.push(change(format!("a file that is {}", code.code()), kind, move |folder| {
            let fault = Fault::new(code, "this file has a fault", "mend it");
            folder.files.push(("broken.pdf".to_owned(), vec![Err(fault)]));
        }));
    }
    for id in ["guide", "scoring", "scorecard"] {
        changes.push(change(format!("no {id}"), Kind::DocumentMissing, move |folder| {
            folder.remove(|it| {
                let of = &it.identity;
                of.packet == PACKET && of.part == PART && of.document == id
            });
        }));
        changes.push(of_document("of interviewer 1", id, Kind::DocumentMissing, |it| {
            it.identity.part = Some(1);
        }));
        changes.push(of_document("of nobody", id, Kind::PartAdded, |it| it.identity.part = None));
        changes.push(of_document("of another packet", id, Kind::CameTwice, |it| {
            PACKETS[0].clone_into(&mut it.identity.packet);
            it.fields
                .iter_mut()
                .filter(|it| it.name.part() == "notes")
                .for_each(|it| it.entry = text("other"));
            it.fields
                .iter_mut()
                .filter(|it| it.name.part() == "evidence")
                .for_each(|it| it.entry = text("other"));
        }));
    }
    changes.extend([
        change("one more document", Kind::DocumentAdded, |folder| {
            let mut copy = folder.document(PACKET, PART, "guide").clone();
            "homework".clone_into(&mut copy.identity.document);
            folder.files.push(("homework.pdf".to_owned(), vec![Ok(copy)]));
        }),
        change("no interviewer 2", Kind::PartMissing, |folder| {
            folder.remove(|it| it.identity.packet == PACKET && it.identity.part == PART);
        }),
        change("no interviewer at all", Kind::PartMissing, |folder| {
            folder.remove(|it| it.identity.packet == PACKET && it.identity.part.is_some());
        }),
        change("a packet of another kit", Kind::OtherKit, |folder| {
            folder.packet(PACKET).for_each(|it| "AAAA-BBBB".clone_into(&mut it.identity.kit));
        }),
        twice("guide", "coach.notes", text("another note")),
        twice("scoring", "coach.evidence", text("other evidence")),
        twice("scorecard", "recommendation.notes", text("other reasons")),
        twice("debrief", "decision.rationale", text("another rationale")),
        change("twice in one file", Kind::CameTwice, |folder| {
            let file = folder
                .files
                .iter_mut()
                .find(|(name, _)| name.starts_with(PACKET) && name.contains("-2"));
            let (_, documents) = file.unwrap();
            let mut copy = documents[2].clone().unwrap();
            field(&mut copy, "scorecard.coach").entry =
                FieldEntry::Conflict(vec!["1".into(), "2".into()]);
            documents.push(Ok(copy));
        }),
        change("nothing filled in by interviewer 2", Kind::NotReturned, |folder| {
            folder.packet(PACKET).filter(|it| it.identity.part == PART).for_each(blank);
        }),
        of_document("only a date and a signature", "scorecard", Kind::NotReturned, |it| {
            blank(it);
            field(it, "recommendation.date").entry = text("2026-11-20");
            field(it, "recommendation.signature").entry = text("L. M.");
        }),
        change("nothing filled in by anybody", Kind::NotReturned, |folder| {
            folder.packet(PACKET).for_each(blank);
        }),
        change("only a name filled in", Kind::NotReturned, |folder| {
            folder.packet(PACKET).filter(|it| it.identity.part == PART).for_each(|it| {
                blank(it);
                it.details = None;
                let name = FilledField {
                    name: "candidate".parse().unwrap(),
                    place: None,
                    entry: text("Dee"),
                    options: Vec::new(),
                };
                it.fields.push(name);
            });
        }),
    ]);
    changes
}

fn people_and_dates() -> Vec<Change> {
    let mut changes = Vec::new();
    for id in ["guide", "scoring", "scorecard", "debrief"] {
        changes.push(of_document("of another candidate", id, Kind::CandidateDiffers, |it| {
            it.details.as_mut().unwrap().candidate = Some("Zed".to_owned());
        }));
    }
    for id in ["guide", "scoring", "scorecard"] {
        changes.push(of_document("of another interviewer", id, Kind::InterviewerDiffers, |it| {
            it.details.as_mut().unwrap().interviewer = Some("Zed".to_owned());
        }));
    }
    let name = |id: &'static str, name: &'static str, kind, value: FieldEntry| {
        of_document(format!("another {name} is written"), id, kind, move |it| {
            let entry = value.clone();
            let name = name.parse().unwrap();
            it.fields.push(FilledField { name, place: None, entry, options: Vec::new() });
        })
    };
    let two = || FieldEntry::Conflict(vec!["Dee".to_owned(), "Zed".to_owned()]);
    changes.extend([
        name("scorecard", "candidate", Kind::CandidateDiffers, text("Zed")),
        name("guide", "candidate", Kind::CandidateDiffers, two()),
        name("scorecard", "interviewer", Kind::InterviewerDiffers, text("Zed")),
        name("guide", "interviewer", Kind::InterviewerDiffers, two()),
    ]);
    let date = "recommendation.date";
    for unclear in [
        "3/4/2026",
        "26.11.26",
        "2026-02-30",
        "tomorrow",
        "26 Brumaire 2026",
        "Thursday",
        "2026",
        "2026-11-20 or 21",
    ] {
        changes.push(of_document(
            unclear,
            "scorecard",
            Kind::DateUnclear,
            entry(date, text(unclear)),
        ));
    }
    for late in
        ["2026-11-27", "27 Nov 2026", "28.11.2026", "2027/01/02", "December 1, 2026", "11/30/2026"]
    {
        changes.push(of_document(late, "scorecard", Kind::AfterDebrief, entry(date, text(late))));
    }
    changes.extend([
        of_document("no date", "scorecard", Kind::DateMissing, entry(date, FieldEntry::Text(None))),
        of_document("spaces for a date", "scorecard", Kind::DateMissing, entry(date, text("  "))),
        of_document("no field for a date", "scorecard", Kind::DateMissing, without(date)),
        of_document(
            "two dates",
            "scorecard",
            Kind::DateUnclear,
            entry(date, FieldEntry::Conflict(vec!["2026-11-20".into(), "2026-11-21".into()])),
        ),
        of_document(
            "a date that cannot be read",
            "scorecard",
            Kind::DateUnclear,
            entry(date, FieldEntry::Unreadable("cut off".into())),
        ),
        of_document(
            "earlier than the scorecards",
            "debrief",
            Kind::AfterDebrief,
            entry("debrief.date", text("2026-11-19")),
        ),
        of_document(
            "an unclear date",
            "debrief",
            Kind::DateUnclear,
            entry("debrief.date", text("11/12/2026")),
        ),
        of_document("no date", "debrief", Kind::DateMissing, |it| {
            entry("debrief.date", FieldEntry::Text(None))(it);
            entry("decision.signed", FieldEntry::Text(None))(it);
        }),
        of_document("signed before the scorecards", "debrief", Kind::AfterDebrief, |it| {
            entry("debrief.date", FieldEntry::Text(None))(it);
            entry("decision.signed", text("1 November 2026"))(it);
        }),
    ]);
    changes
}

/// Every kind of change to a folder that people, programs and accidents make.
fn changes() -> Vec<Change> {
    [questions(), rating(), files(), people_and_dates()].into_iter().flatten().collect()
}

#[test]
fn every_change_of_a_folder_is_found_and_named() {
    let changes = changes();
    println!("{} changes", changes.len());
    assert!(changes.len() >= 100, "{}", changes.len());
    let names: std::collections::BTreeSet<&str> = changes.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(names.len(), changes.len(), "each is another change");
    assert_eq!(told(&Folder::usual().verify(None)), "");
    let mut missed = String::new();
    for (name, make, kind) in &changes {
        let mut folder = Folder::usual();
        make(&mut folder);
        let verified = folder.verify(None);
        let found = verified.differences.iter().find(|it| it.kind == *kind);
        let names_it = found.is_some_and(|it| {
            let is_named = it.packet.as_deref() == Some(PACKET) || it.file.is_some();
            is_named && !it.message.is_empty() && !it.help.is_empty()
        });
        if !names_it {
            missed += &format!("{name}: expected {kind:?}, found\n{}", told(&verified));
        }
        // Nobody else is accused.
        let others = verified.differences.iter().filter_map(|it| it.packet.as_deref());
        let mut others = others.filter(|it| *it != PACKET);
        if let Some(other) = others.find(|_| !name.ends_with("of another packet")) {
            missed += &format!("{name}: accuses {other}\n{}", told(&verified));
        }
        // No name of a person is told.
        let messages = told(&verified);
        assert!(["Dee", "Zed", "dee", "zed"].iter().all(|it| !messages.contains(it)), "{messages}");
    }
    assert_eq!(missed, "");
}

/// A copy of a document proves nothing against others: what is changed in all packets is found by the lock file.
#[test]
fn what_is_changed_in_all_packets_is_found_by_the_lock_file() {
    let lock = Plan::usual().lock();
    assert_eq!(told(&Folder::usual().verify(Some(&lock))), "");
    let with = |make: &dyn Fn(&mut FilledDocument)| {
        let mut folder = Folder::usual();
        folder.files.iter_mut().flat_map(|(_, it)| it).flatten().for_each(make);
        assert_eq!(told(&folder.verify(None)), "");
        let mut kinds: Vec<Kind> =
            folder.verify(Some(&lock)).differences.iter().map(|it| it.kind).collect();
        kinds.dedup();
        kinds
    };
    let is_second = |it: &FilledDocument| it.identity.part == PART;
    let second = |make: &dyn Fn(&mut FilledDocument), it: &mut FilledDocument| {
        if is_second(it) {
            make(it);
        }
    };
    let kinds = with(&|it| second(&moved("slas", "backlog"), it));
    assert_eq!(kinds.first(), Some(&Kind::OrderChanged));
    let kinds = with(&|it| second(&lost("slas"), it));
    assert!(kinds.contains(&Kind::QuestionMissing), "{kinds:?}");
    let kinds = with(&|it| second(&added("slas", "hobbies"), it));
    assert!(kinds.contains(&Kind::QuestionAdded), "{kinds:?}");
    let kinds = with(&|it| "AAAA-BBBB".clone_into(&mut it.identity.kit));
    assert_eq!(kinds, vec![Kind::OtherKit; kinds.len()]);
}

#[test]
fn the_lock_file_says_how_many_interviewers_there_are() {
    let mut lock = Plan::usual().lock();
    lock.interviewers.push(vec!["intake".to_owned()]);
    let verified = Folder::usual().verify(Some(&lock));
    let missing = verified.differences.iter().filter(|it| it.kind == Kind::PartMissing);
    assert_eq!(missing.filter(|it| it.part == Some(3)).count(), PACKETS.len());
    lock.interviewers.truncate(1);
    let verified = Folder::usual().verify(Some(&lock));
    assert!(verified.differences.iter().any(|it| it.kind == Kind::PartAdded && it.part == PART));
}

#[test]
fn blank_kits_are_said_to_be_blank_once() {
    let mut folder = Folder::usual();
    folder.files.iter_mut().flat_map(|(_, it)| it).flatten().for_each(blank);
    let verified = folder.verify(None);
    assert_eq!(
        told(&verified),
        "NotReturned None nothing in this folder is filled in: these are blank documents\n"
    );
}

#[test]
fn a_missing_debrief_is_no_fault_and_is_said() {
    let mut folder = Folder::usual();
    folder.remove(|it| it.identity.document == "debrief" && it.identity.packet == PACKET);
    let verified = folder.verify(None);
    assert_eq!(told(&verified), "");
    assert!(verified.notes[0].starts_with("1 candidate has no debrief"), "{:?}", verified.notes);
}

#[test]
fn the_debriefs_that_are_missing_are_counted_as_people_hold_them() {
    let note = |folder: &Folder| {
        let notes = folder.verify(None).notes;
        notes.into_iter().find(|note| note.contains("no debrief")).unwrap_or_default()
    };
    let mut panels = Folder::usual();
    panels.remove(|it| it.identity.document == "debrief");
    assert!(note(&panels).starts_with("5 candidates have no debrief"), "{}", note(&panels));
    // Interviewers of one candidate who have a packet each hold one debrief.
    let mut one = panels.clone();
    for document in one.files.iter_mut().flat_map(|(_, it)| it).flatten() {
        if let Some(details) = &mut document.details {
            details.candidate = Some("Ana".to_owned());
        }
    }
    assert!(note(&one).starts_with("1 candidate has no debrief"), "{}", note(&one));
    // Somebody who interviewed alone has nobody to hold one with.
    let mut alone = panels.clone();
    alone.remove(|it| it.identity.part == PART);
    assert_eq!(note(&alone), "");
    // The blank form says that one was to be held.
    let mut planned = Folder::usual();
    planned.remove(|it| it.identity.part == PART);
    blank(planned.document(PACKET, None, "debrief"));
    assert!(note(&planned).starts_with("1 candidate has no debrief"), "{}", note(&planned));
}

#[test]
fn an_empty_folder_has_no_differences_and_one_packet_is_said_to_be_alone() {
    let verified = Folder::default().verify(None);
    assert_eq!((told(&verified), verified.packets), (String::new(), 0));
    let mut folder = Folder::usual();
    folder.remove(|it| it.identity.packet != PACKET);
    let verified = folder.verify(None);
    assert_eq!(told(&verified), "");
    assert!(verified.notes.iter().any(|it| it.contains("only one packet")));
    let lock = LockedKit { code: "0000-0000".to_owned(), interviewers: Vec::new() };
    assert!(told(&folder.verify(Some(&lock))).contains("0000-0000"));
}

#[test]
fn a_date_is_read_only_if_it_can_mean_one_day() {
    let day = |year, month, day| Date::new(year, month, day);
    for text in [
        "2026-11-26",
        " 2026-11-26 ",
        "2026/11/26",
        "2026.11.26",
        "26.11.2026",
        "26/11/2026",
        "11/26/2026",
        "26 November 2026",
        "26 nov 2026",
        "Nov. 26, 2026",
        "NOVEMBER 26 2026",
        "26-Nov-2026",
        "2026 Nov 26",
        "2026年11月26日",
        "26th of November 2026",
        "26 de noviembre de 2026",
        "26 Nove 2026",
        "26. NOVEMBER 2026",
        "٢٦ نوفمبر ٢٠٢٦",
        "٢٦/١١/٢٠٢٦",
        "٢٠٢٦-١١-٢٦",
        "۲۶ نوفمبر ۲۰۲۶",
        "２０２６年１１月２６日",
    ] {
        assert_eq!(written_date(text, &MONTHS), day(2026, 11, 26), "{text}");
    }
    assert_eq!(written_date("5/5/2026", &MONTHS), day(2026, 5, 5));
    for text in [
        "",
        "26",
        "11/2026",
        "3/4/2026",
        "26.11.26",
        "2026-13-01",
        "30 Feb 2026",
        "26 Brumaire 2026",
        "26 no 2026",
        // juin, juillet
        "26 jui 2026",
        "1 de de de 2026",
        "Thu 26 Nov 2026",
        "2026-11-26T09:00",
        "26 November",
        // No more certain than in other digits.
        "٣/٤/٢٠٢٦",
        "٢٦/١١/٢٦",
        // Devanagari: the program has no language that is written with it.
        "२६/११/२०२६",
        "26/11/02026",
    ] {
        assert_eq!(written_date(text, &MONTHS), None, "{text}");
    }
    assert_eq!(written_date(&"1 ".repeat(100_000), &MONTHS), None);
}

#[test]
fn a_date_is_read_as_every_language_of_the_program_writes_it() {
    let locales = Locales::built_in();
    for tag in locales.tags() {
        let (_, locale) = locales.of(&tag.parse().unwrap());
        for month in 1..=12 {
            for number in [1, 2, 26] {
                let date = day(2026, month, number);
                let written = locale.date(&date.to_string()).unwrap();
                assert_eq!(written_date(&written, &MONTHS), Some(date), "{tag}: {written}");
                let loud = written.to_uppercase();
                assert_eq!(written_date(&loud, &MONTHS), Some(date), "{tag}: {loud}");
            }
        }
    }
    let december = Some(day(2026, 12, 26));
    for text in ["26 déc. 2026", "26 Dez 2026", "26 de\u{301}cembre 2026", "26 grudnia 2026"] {
        assert_eq!(written_date(text, &MONTHS), december, "{text}");
    }
}

fn day(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

/// An export of a document as programs write them: without what is blank.
fn export(document: &mut FilledDocument) {
    document.pages = PageState::Unknown;
    document.details = None;
    document.fields.retain(|it| {
        !matches!(
            it.entry,
            FieldEntry::Check(false) | FieldEntry::Choice(None) | FieldEntry::Text(None)
        )
    });
    document.fields.iter_mut().for_each(|it| it.options.clear());
}

#[test]
fn exports_are_not_accused_of_what_they_cannot_show() {
    for name in ["all", "one interviewer", "one packet"] {
        let is_meant = |it: &FilledDocument| match name {
            "all" => true,
            "one packet" => it.identity.packet == PACKET,
            _ => it.identity.part == PART,
        };
        let mut folder = Folder::usual();
        let all = folder.files.iter_mut().flat_map(|(_, it)| it).flatten();
        all.filter(|it| is_meant(it)).for_each(export);
        for lock in [None, Some(Plan::usual().lock())] {
            let verified = folder.verify(lock.as_ref());
            let others = verified.differences.iter().filter(|it| it.kind != Kind::Unproven);
            assert_eq!(others.count(), 0, "{name}: {}", told(&verified));
            assert!(!verified.differences.is_empty());
        }
    }
}

#[test]
#[ignore = "a second of work"]
fn a_thousand_packets_without_a_change_have_no_difference() {
    let plan = Plan::usual();
    let mut folder = Folder::usual();
    let five = folder.files.clone();
    for number in 0..199 {
        folder.files.extend(five.iter().cloned().map(|(name, mut documents)| {
            for document in documents.iter_mut().flatten() {
                document.identity.packet = format!("{number}-{}", document.identity.packet);
            }
            (format!("{number}-{name}"), documents)
        }));
    }
    let verified = folder.verify(Some(&plan.lock()));
    assert_eq!(verified.packets, 1000);
    assert_eq!(told(&verified), "");
}
