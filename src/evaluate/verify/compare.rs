use std::collections::BTreeMap;

use super::difference::{
    At, Difference, DifferenceKind, Differences, count, in_words, of_interviewer,
};
use super::found::{Documents, Found, LockedKit, Part, ReturnedSheets};
use super::matrix::Matrix;
use super::rating_state::RatingState;
use super::sheet::{SCORECARD, Sheet};
use super::{dates, fields, kits, questions};
use crate::collect::{Fault, PageState, RefusalCode};

/// What came of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// All differences, in the order of packets, interviewers and kinds; first those that belong to no packet.
    pub differences: Vec<Difference>,
    /// Which questions each packet asks.
    pub matrix: Matrix,
    /// Notes for the reader: a sentence each.
    pub notes: Vec<String>,
    /// How many packets there are.
    pub packets: usize,
    /// How many documents there are.
    pub documents: usize,
}

/// Compares documents that came back with each other, and with a locked kit if there is one. Dates are read with these names of months,
/// as [`written_date`](crate::evaluate::written_date) does.
#[must_use]
pub fn verify(
    returned: &[ReturnedSheets],
    lock: Option<&LockedKit>,
    months: &[(String, u8)],
) -> Verified {
    let mut differences = Differences::default();
    let mut all = Vec::new();
    for ReturnedSheets { file, documents } in returned {
        for document in documents {
            match document {
                Ok(sheet) => all.push(Found { file, sheet }),
                Err(fault) => not_read(file, fault, &mut differences),
            }
        }
    }
    let mut parts: BTreeMap<Part<'_>, Documents<'_>> = BTreeMap::new();
    for found in &all {
        let sheet = found.sheet;
        let part = (sheet.kit(), sheet.part(), sheet.packet());
        parts.entry(part).or_default().entry(sheet.document()).or_default().push(*found);
    }
    let mut packets: BTreeMap<&str, Vec<Found<'_>>> = BTreeMap::new();
    for found in &all {
        packets.entry(found.sheet.packet()).or_default().push(*found);
    }
    pages(&packets, &mut differences);
    kits::compare(&packets, &parts, lock, &mut differences);
    questions::compare(&parts, lock, &mut differences);
    fields::compare(&all, &mut differences);
    let mut notes = Vec::new();
    copies(&parts, &mut differences, &mut notes);
    people(&packets, &parts, &mut differences);
    is_returned(&parts, &mut differences);
    is_rated(&parts, &mut differences);
    dates::compare(&packets, months, &mut differences, &mut notes);
    let matrix = Matrix::new(&parts);
    notes.extend(remarks(&matrix, packets.len()));
    let differences = differences.sorted();
    Verified { differences, matrix, notes, packets: packets.len(), documents: all.len() }
}

/// Names a file, or a document in it, that could not be read.
fn not_read(file: &str, fault: &Fault, differences: &mut Differences) {
    let kind = match fault.code {
        RefusalCode::Edited => DifferenceKind::Edited,
        _ => DifferenceKind::NotRead,
    };
    let at = At { file: Some(file), place: fault.place, ..At::default() };
    differences.push(kind, &at, fault.message.clone(), &fault.help);
}

/// Names the files whose pages are not, or not provably, as they were built.
fn pages(packets: &BTreeMap<&str, Vec<Found<'_>>>, differences: &mut Differences) {
    for found in packets.values() {
        let mut files: BTreeMap<(&str, bool), Vec<Found<'_>>> = BTreeMap::new();
        for found in found {
            match found.sheet.pages {
                PageState::AsBuilt | PageState::SameWords => {}
                state => {
                    let key = (found.file, state == PageState::Unknown);
                    files.entry(key).or_default().push(*found);
                }
            }
        }
        for ((_, is_unknown), found) in files {
            let documents: Vec<&str> =
                found.iter().map(|it| in_words(it.sheet.document())).collect();
            let documents = documents.join(", ");
            let mut at = At::of(found[0]);
            if found.len() > 1 {
                at.document = None;
            }
            if is_unknown {
                let message = format!("this file cannot show what was on the pages ({documents})");
                let help = "it is an export of form data, or a program took out what the file said of itself: add the filled-in file as it was built, saved with its form";
                differences.push(DifferenceKind::Unproven, &at, message, help);
            } else {
                let message = format!("the pages are not as they were built ({documents})");
                let help = "compare them with the blank print: a program wrote them anew, or somebody changed them; fill in a copy of the original, and save it with its form";
                differences.push(DifferenceKind::PagesChanged, &at, message, help);
            }
        }
    }
}

/// Names the documents that came back more than once with different contents.
fn copies(
    parts: &BTreeMap<Part<'_>, Documents<'_>>,
    differences: &mut Differences,
    notes: &mut Vec<String>,
) {
    let mut same = 0;
    for ((_, part, _), documents) in parts {
        for (document, found) in documents {
            let filled: Vec<&Found<'_>> = found.iter().filter(|it| !it.sheet.is_blank()).collect();
            let Some((first, others)) = filled.split_first() else { continue };
            for other in others {
                if other.sheet.entries == first.sheet.entries {
                    same += 1;
                    continue;
                }
                let whose = of_interviewer(*part);
                let from = if first.file == other.file { "the same file" } else { first.file };
                let message = format!(
                    "the {}{whose} came back twice, with other contents than in {from}",
                    in_words(document)
                );
                let help = "find out which one counts, and take the other out of the folder";
                differences.push(DifferenceKind::CameTwice, &At::of(**other), message, help);
            }
        }
    }
    if same > 0 {
        notes.push(format!(
            "{} a second time, with the same contents",
            count(same, "document came back", "documents came back")
        ));
    }
}

/// Names the packets whose documents name different people, without the names.
fn people(
    packets: &BTreeMap<&str, Vec<Found<'_>>>,
    parts: &BTreeMap<Part<'_>, Documents<'_>>,
    differences: &mut Differences,
) {
    const HELP: &str =
        "see whether a document belongs to another packet, or write the name alike everywhere";
    for (packet, found) in packets {
        let mut names: Vec<(Found<'_>, &str)> = Vec::new();
        for found in found {
            names.extend(found.sheet.candidates.iter().map(|name| (*found, name.as_str())));
        }
        if let Some((odd, with)) = odd_one(&names) {
            let sheet = odd.sheet;
            let message = format!(
                "the {}{} names a different candidate than the {with} of packet {packet}",
                in_words(sheet.document()),
                of_interviewer(sheet.part())
            );
            differences.push(DifferenceKind::CandidateDiffers, &At::of(odd), message, HELP);
        }
    }
    for ((_, _, packet), documents) in parts {
        let mut names: Vec<(Found<'_>, &str)> = Vec::new();
        for found in documents.values().flatten() {
            names.extend(found.sheet.interviewers.iter().map(|name| (*found, name.as_str())));
        }
        if let Some((odd, with)) = odd_one(&names) {
            let message = format!(
                "the {} names a different interviewer than the {with} of packet {packet}",
                in_words(odd.sheet.document())
            );
            differences.push(DifferenceKind::InterviewerDiffers, &At::of(odd), message, HELP);
        }
    }
}

/// The first document with another name than the first one, and in words what that first one is and whose.
fn odd_one<'a>(names: &[(Found<'a>, &str)]) -> Option<(Found<'a>, String)> {
    let (first, usual) = names.first()?;
    let (odd, _) = names.iter().find(|(_, name)| name != usual)?;
    let of = first.sheet;
    let other = if odd.sheet.document() == of.document() { "other " } else { "" };
    let of = format!("{other}{}{}", in_words(of.document()), of_interviewer(of.part()));
    Some((*odd, of))
}

/// Names the parts of packets in which nothing is filled in, and the scorecards that nobody handed in although other documents of the same
/// interviewer are filled in.
fn is_returned(parts: &BTreeMap<Part<'_>, Documents<'_>>, differences: &mut Differences) {
    let is_blank = |sheets: &[&Sheet]| sheets.iter().all(|sheet| !sheet.has_answers);
    let mut all: Vec<(&Part<'_>, Vec<&Sheet>)> = Vec::new();
    for (part, documents) in parts {
        let sheets = asked(documents);
        if !sheets.is_empty() {
            all.push((part, sheets));
        }
    }
    if !all.is_empty() && all.iter().all(|(_, sheets)| is_blank(sheets)) {
        let message = "nothing in this folder is filled in: these are blank documents".to_owned();
        let help = "give the folder with the documents that came back";
        differences.push(DifferenceKind::NotReturned, &At::default(), message, help);
        return;
    }
    for ((_, part, packet), sheets) in all {
        if !is_blank(&sheets) {
            scorecard(packet, *part, &sheets, differences);
            continue;
        }
        // One that came back twice follows itself.
        let mut documents: Vec<&str> =
            sheets.iter().map(|sheet| in_words(sheet.document())).collect();
        documents.dedup();
        let message = format!(
            "nothing is filled in in the documents{} of packet {packet} ({})",
            of_interviewer(*part),
            documents.join(", ")
        );
        let help = "ask the interviewer for the filled-in documents, or note why there are none";
        let at = At { packet: Some(packet), part: *part, ..At::default() };
        differences.push(DifferenceKind::NotReturned, &at, message, help);
    }
}

/// Names the scorecard of an interviewer if it is there, and not handed in. A blank print may lie beside the one that is.
fn scorecard(packet: &str, part: Option<u32>, sheets: &[&Sheet], differences: &mut Differences) {
    let cards = || sheets.iter().filter(|sheet| sheet.document() == SCORECARD);
    let is_missing = |card: &&Sheet| !card.is_handed_in.unwrap_or(card.has_answers);
    if cards().next().is_none() || !cards().all(is_missing) {
        return;
    }
    let message = format!(
        "the scorecard{} of packet {packet} is not handed in: it has no rating of a competency, no recommendation, and no rationale",
        of_interviewer(part)
    );
    let help = "ask the interviewer for the filled-in scorecard, or note why there is none";
    let at = At { packet: Some(packet), part, document: Some(SCORECARD), ..At::default() };
    differences.push(DifferenceKind::NotReturned, &at, message, help);
}

/// Names the scorecards that recommend although no question is rated. Ratings that cannot be read may be some, and so may those of documents
/// that do not show whether they ask for any.
fn is_rated(parts: &BTreeMap<Part<'_>, Documents<'_>>, differences: &mut Differences) {
    for ((_, part, packet), documents) in parts {
        let found = || documents.values().flatten();
        let ratings = found().flat_map(|it| &it.sheet.questions).filter_map(|it| it.rating);
        let ratings: Vec<RatingState> = ratings.collect();
        let Some(card) = found().find(|it| it.sheet.recommends) else { continue };
        if ratings.is_empty() || ratings.iter().any(|it| *it != RatingState::Blank) {
            continue;
        }
        let message = format!(
            "the {}{} of packet {packet} has a recommendation, but no question is rated in the documents that came back",
            in_words(card.sheet.document()),
            of_interviewer(*part)
        );
        let help = "ask the interviewer for the ratings, or note why there are none";
        differences.push(DifferenceKind::NotRated, &At::of(*card), message, help);
    }
}

/// The documents with which an interviewer asks and rates.
fn asked<'a>(documents: &Documents<'a>) -> Vec<&'a Sheet> {
    let sheets = documents.values().flatten().map(|it| it.sheet);
    sheets.filter(|sheet| sheet.has_questions()).collect()
}

/// Notes for the reader on what was compared.
fn remarks(matrix: &Matrix, packets: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if packets == 1 {
        notes.push("there is only one packet, so there is nothing to compare".to_owned());
    }
    let cells = || matrix.rows.iter().flat_map(|row| &row.questions);
    for (state, what) in
        [(RatingState::Conflict, "in conflict"), (RatingState::Unreadable, "unreadable")]
    {
        let many = cells().filter(|cell| cell.rating == Some(state)).count();
        if many > 0 {
            let many = count(many, "rating is", "ratings are");
            notes.push(format!("{many} {what}: `interview-kit collect` says where"));
        }
    }
    notes
}
