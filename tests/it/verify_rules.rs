//! What `verify` counts as a difference, and what it does not, rule by rule.

use std::path::Path;

use interview_kit::collect::{FieldEntry, FilledDocument, FilledField};
use interview_kit::evaluate::verify::{Difference, DifferenceKind as Kind};

use crate::returned_folders::{Dice, Folder, Interview, PACKETS, Plan, blank};
use crate::verify::told;

const PACKET: &str = PACKETS[3];
const DOCUMENTS: [&str; 3] = ["guide", "scoring", "scorecard"];

fn field<'d>(document: &'d mut FilledDocument, name: &str) -> &'d mut FilledField {
    document.fields.iter_mut().find(|it| it.name.to_string() == name).unwrap()
}

fn text(text: &str) -> FieldEntry {
    FieldEntry::Text(Some(text.to_owned()))
}

fn added(name: &str, entry: FieldEntry) -> FilledField {
    FilledField { name: name.parse().unwrap(), place: None, entry, options: Vec::new() }
}

/// The packets and interviewers of the differences of a kind.
fn of_kind(differences: &[Difference], kind: Kind) -> Vec<(String, Option<u32>)> {
    let meant = differences.iter().filter(|it| it.kind == kind);
    meant.map(|it| (it.packet.clone().unwrap(), it.part)).collect()
}

/// The usual folder, in which one packet has the documents of an interviewer more.
fn with_interviewer(number: u32) -> Folder {
    let mut folder = Folder::usual();
    for id in DOCUMENTS {
        let mut copy = folder.document(PACKET, Some(2), id).clone();
        copy.identity.part = Some(number);
        folder.files.push((format!("{id}-{number}.pdf"), vec![Ok(copy)]));
    }
    folder
}

#[test]
fn an_interviewer_whom_one_packet_of_a_kit_has_is_missing_in_the_others() {
    let folder = with_interviewer(3);
    let found = folder.verify(None).differences;
    let others = PACKETS.iter().filter(|packet| **packet != PACKET);
    let others: Vec<_> = others.map(|packet| ((*packet).to_owned(), Some(3))).collect();
    assert_eq!(of_kind(&found, Kind::PartMissing), others);
    assert_eq!(found.len(), others.len(), "{found:?}");
    // The lock file says that there are two.
    let found = folder.verify(Some(&Plan::usual().lock())).differences;
    assert_eq!(of_kind(&found, Kind::PartAdded), [(PACKET.to_owned(), Some(3))]);
    assert_eq!(of_kind(&found, Kind::PartMissing), []);
}

#[test]
fn packets_that_lack_an_interviewer_are_named_even_if_they_are_most() {
    let mut folder = Folder::usual();
    let is_meant = |packet: &str| PACKETS[..3].contains(&packet);
    folder.remove(|it| is_meant(&it.identity.packet) && it.identity.part == Some(2));
    let found = folder.verify(None).differences;
    let missing: Vec<_> =
        PACKETS[..3].iter().map(|packet| ((*packet).to_owned(), Some(2))).collect();
    assert_eq!(of_kind(&found, Kind::PartMissing), missing);
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn a_gap_in_the_interviewers_of_a_single_packet_is_found() {
    let mut folder = with_interviewer(3);
    folder.remove(|it| it.identity.packet != PACKET || it.identity.part == Some(2));
    let found = folder.verify(None).differences;
    assert_eq!(of_kind(&found, Kind::PartMissing), [(PACKET.to_owned(), Some(2))]);
}

#[test]
fn a_number_that_no_panel_has_accuses_no_other_packet() {
    let found = with_interviewer(u32::MAX).verify(None).differences;
    assert_eq!(of_kind(&found, Kind::PartAdded), [(PACKET.to_owned(), Some(u32::MAX))]);
    assert_eq!(of_kind(&found, Kind::PartMissing), []);
}

/// The packets of `build`, and of `panel --size 1`, have one kit code.
#[test]
fn an_only_interviewer_and_a_panel_of_one_are_the_same_kit() {
    let mut folder = Folder::default();
    let mut plan = Plan::usual();
    plan.interviewers.truncate(1);
    for (packet, is_panel) in PACKETS.iter().zip([false, true, true, false]) {
        plan.is_panel = is_panel;
        folder.add(&plan, &interview(packet, false), &mut Dice::new(7));
    }
    for lock in [None, Some(plan.lock())] {
        assert_eq!(told(&folder.verify(lock.as_ref())), "");
    }
}

fn interview(packet: &str, is_from_records: bool) -> Interview {
    Interview {
        packet: packet.to_owned(),
        candidate: "Ana".to_owned(),
        knows_candidate: true,
        knows_interviewer: true,
        knows_date: true,
        has_debrief: true,
        is_from_records,
        keep_until: None,
        source: interview_kit::collect::RecordSource::Form,
    }
}

/// A change of a debrief form that is made from records.
type Change = (&'static str, fn(&mut FilledDocument));

#[test]
fn a_debrief_form_made_from_records_is_compared_in_what_it_still_asks() {
    let changes: [Change; 9] = [
        ("no decision", |it| it.fields.retain(|it| it.name.part() != "decision")),
        ("no rationale", |it| it.fields.retain(|it| it.name.part() != "rationale")),
        ("a consensus less", |it| {
            it.fields.retain(|it| it.name.to_string() != "consensus.competency-2.consensus");
        }),
        ("no facilitator", |it| it.fields.retain(|it| it.name.part() != "facilitator")),
        ("a scorecard less", |it| it.fields.retain(|it| it.name.part() != "rubric.2")),
        ("a row of the agenda less", |it| {
            it.fields.retain(|it| !it.name.to_string().starts_with("agenda.agenda-4."));
        }),
        ("another field", |it| it.fields.push(added("decision.salary", FieldEntry::Text(None)))),
        ("the rationale is a box", |it| {
            field(it, "decision.rationale").entry = FieldEntry::Check(true);
        }),
        ("other decisions", |it| {
            field(it, "decision.decision").options = vec!["hire".to_owned()];
        }),
    ];
    for is_alone in [true, false] {
        let mut folder = Folder::usual();
        let made = if is_alone { &PACKETS[3..4] } else { &PACKETS[..] };
        for packet in made {
            folder.debrief_from_records(packet);
        }
        assert_eq!(told(&folder.verify(None)), "");
        for (name, change) in changes {
            let mut folder = folder.clone();
            change(folder.document(PACKET, None, "debrief"));
            let found = folder.verify(None).differences;
            assert_eq!(of_kind(&found, Kind::FieldsChanged), [(PACKET.to_owned(), None)], "{name}");
            assert_eq!(found.len(), 1, "{name}: {found:?}");
        }
    }
    // A blank form shows for whom there are ratings.
    let mut folder = Folder::usual();
    folder.debrief_from_records(PACKET);
    let field = added("consensus.competency-1.interviewer-9", FieldEntry::Text(None));
    folder.document(PACKET, None, "debrief").fields.push(field);
    assert!(told(&folder.verify(None)).contains("interviewer-9"));
}

#[test]
fn a_debrief_form_made_from_records_may_lie_beside_the_one_that_was_filled_in() {
    let mut folder = Folder::usual();
    let mut made = folder.clone();
    made.debrief_from_records(PACKET);
    let mut copy = made.document(PACKET, None, "debrief").clone();
    blank(&mut copy);
    field(&mut copy, "scorecards.rubric.1").entry = FieldEntry::Check(true);
    folder.files.push(("made.pdf".to_owned(), vec![Ok(copy)]));
    assert_eq!(told(&folder.verify(None)), "");
}

#[test]
fn a_scorecard_is_handed_in_with_a_competency_a_recommendation_or_a_rationale() {
    let parts: [(&str, FieldEntry); 3] = [
        ("competencies.competency-1", FieldEntry::Choice(Some("3".to_owned()))),
        ("recommendation.recommendation", FieldEntry::Choice(Some("yes".to_owned()))),
        ("recommendation.notes", text("Clear about risk.")),
    ];
    let ratings_only = |document: &mut FilledDocument| {
        let before = document.fields.clone();
        blank(document);
        for (field, before) in document.fields.iter_mut().zip(before) {
            let name = field.name.to_string();
            if name.starts_with("scorecard.") || name == "recommendation.date" {
                field.entry = before.entry;
            }
        }
    };
    let mut folder = Folder::usual();
    ratings_only(folder.document(PACKET, Some(2), "scorecard"));
    let verified = folder.verify(Some(&Plan::usual().lock()));
    assert_eq!(
        told(&verified),
        format!(
            "NotReturned Some(\"{PACKET}\") the scorecard of interviewer 2 of packet {PACKET} is not handed in: it has no rating of a \
             competency, no recommendation, and no rationale\n"
        )
    );
    for (name, entry) in parts {
        let mut folder = folder.clone();
        field(folder.document(PACKET, Some(2), "scorecard"), name).entry = entry;
        assert_eq!(told(&folder.verify(None)), "", "{name}");
    }
    // A blank print may lie beside the one that is handed in.
    let mut folder = Folder::usual();
    let mut copy = folder.document(PACKET, Some(2), "scorecard").clone();
    blank(&mut copy);
    folder.files.push(("print.pdf".to_owned(), vec![Ok(copy)]));
    assert_eq!(told(&folder.verify(None)), "");
}

#[test]
fn names_are_compared_as_collect_compares_them() {
    let mut folder = Folder::usual();
    for (id, name) in DOCUMENTS.iter().zip(["Lea Weiß", " LEA  WEISS", "Lea Weiss"]) {
        let details = folder.document(PACKET, Some(2), id).details.as_mut().unwrap();
        details.interviewer = Some(name.to_owned());
    }
    assert_eq!(told(&folder.verify(None)), "");
    let details = folder.document(PACKET, Some(2), "guide").details.as_mut().unwrap();
    details.interviewer = Some("Leo Weiß".to_owned());
    assert_eq!(
        told(&folder.verify(None)),
        format!(
            "InterviewerDiffers Some(\"{PACKET}\") the scorecard names a different interviewer than the guide of interviewer 2 of packet {PACKET}\n"
        )
    );
}

/// The texts of all templates.
fn templates() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"), &mut text);
    text
}

/// The words of a text between these two, each once.
fn words_between<'t>(text: &'t str, begin: &str, end: &str) -> Vec<&'t str> {
    let is_word = |word: &&str| word.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
    let mut words: Vec<&str> =
        text.split(begin).skip(1).filter_map(|it| it.split(end).next()).filter(is_word).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[test]
fn every_section_of_the_templates_is_told_from_a_question() {
    let templates = templates();
    let sections = words_between(&templates, "<a id=\"", "\"");
    assert!(sections.len() >= 10, "{sections:?}");
    let mut folder = Folder::usual();
    for section in &sections {
        let field = added(&format!("{section}.rubric.1"), FieldEntry::Check(false));
        folder.document(PACKET, Some(2), "guide").fields.push(field);
    }
    let verified = folder.verify(None);
    let asked = verified.matrix.rows.iter().flat_map(|row| &row.questions);
    let taken: Vec<&str> =
        asked.map(|it| &*it.question).filter(|id| sections.contains(id)).collect();
    assert!(taken.is_empty(), "these are no questions: {taken:?}");
}

#[test]
fn every_blank_that_is_there_only_if_a_detail_is_not_known_is_left_out_of_the_comparison() {
    let templates = templates();
    let mut details = Vec::new();
    for (at, start) in templates.match_indices("or_blank(") {
        // What is never known has a blank in every document.
        if !templates[..at].ends_with("\"\" | ") {
            let blank = templates[at + start.len()..].split(')').next().unwrap();
            details.push(blank.split('"').nth(1).unwrap());
        }
    }
    assert!(details.contains(&"keep-until") && details.contains(&"candidate"), "{details:?}");
    for name in details {
        let mut folder = Folder::usual();
        // A name that ends like this has a number, and is on the sheet that lists the interviewers for the candidate.
        let (part, document, field) = if name.ends_with('-') {
            folder.remove(|it| it.identity.document == "candidate-sheet");
            for sheet in folder.files.iter_mut().flat_map(|(_, it)| it).flatten() {
                if sheet.identity.document == "panel-plan" {
                    "candidate-sheet".clone_into(&mut sheet.identity.document);
                }
            }
            (None, "candidate-sheet", format!("candidate-sheet.{name}1"))
        } else {
            (Some(2), "guide", format!("agenda.{name}"))
        };
        let field = added(&field, FieldEntry::Text(None));
        folder.document(PACKET, part, document).fields.push(field);
        assert_eq!(told(&folder.verify(None)), "", "{name}");
    }
}

#[test]
fn a_recommendation_without_a_rated_question_is_named() {
    let is_rating = |field: &FilledField| {
        let name = field.name.to_string();
        name.ends_with(".rating") || name.starts_with("scorecard.")
    };
    let unrated = |folder: &mut Folder| {
        for document in folder.packet(PACKET).filter(|it| it.identity.part == Some(2)) {
            for field in document.fields.iter_mut().filter(|it| is_rating(it)) {
                if matches!(field.entry, FieldEntry::Choice(_)) {
                    field.entry = FieldEntry::Choice(None);
                }
            }
        }
    };
    let recommend = |folder: &mut Folder, entry: FieldEntry| {
        let card = folder.document(PACKET, Some(2), "scorecard");
        field(card, "recommendation.recommendation").entry = entry;
    };
    let yes = || FieldEntry::Choice(Some("yes".to_owned()));
    let found = |folder: &Folder| of_kind(&folder.verify(None).differences, Kind::NotRated);
    let mut folder = Folder::usual();
    recommend(&mut folder, yes());
    assert_eq!(found(&folder), []);
    unrated(&mut folder);
    assert_eq!(found(&folder), [(PACKET.to_owned(), Some(2))]);
    // A blank form beside a scorecard is such a packet, too.
    blank(folder.document(PACKET, Some(2), "scoring"));
    assert_eq!(found(&folder), [(PACKET.to_owned(), Some(2))]);
    recommend(&mut folder, FieldEntry::Choice(None));
    assert_eq!(found(&folder), []);
    // One rating in any of the documents is enough, and so is one that may be one.
    for entry in [
        FieldEntry::Choice(Some("not-assessed".to_owned())),
        FieldEntry::Unreadable("x".to_owned()),
    ] {
        recommend(&mut folder, yes());
        let scoring = folder.document(PACKET, Some(2), "scoring");
        field(scoring, "coach.rating").entry = entry;
        assert_eq!(found(&folder), []);
    }
}
