use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, DifferenceKind, count, of_interviewer};
use super::matrix::{Matrix, RatingState};
use super::sheet::{DEBRIEF, Sheet};
use super::{dates, fields, kits, questions};
use crate::collect::{Fault, FilledDocument, PageState, RefusalCode};

/// A file that came back, with what its documents show.
#[derive(Clone, Debug)]
pub struct ReturnedSheets {
    /// Its path, as differences name it.
    pub file: String,
    /// Its documents, and what could not be read of it.
    pub documents: Vec<Result<Sheet, Fault>>,
}

/// What a lock file says of its kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedKit {
    /// The code of the kit.
    pub code: String,
    /// The ids of the questions of each interviewer, in the order in which they are asked.
    pub interviewers: Vec<Vec<String>>,
}

/// What came of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// All differences, in the order of packets, interviewers and kinds; first those that belong to no packet.
    pub differences: Vec<Difference>,
    /// Which questions each packet asks.
    pub matrix: Matrix,
    /// What a person should know beside: a sentence each.
    pub notes: Vec<String>,
    /// How many packets there are.
    pub packets: usize,
    /// How many documents there are.
    pub documents: usize,
}

/// A document with its file.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) file: &'a str,
    pub(super) sheet: &'a Sheet,
}

/// An interviewer's part of a packet: kit, interviewer, and packet.
pub(super) type Part<'a> = (&'a str, Option<u32>, &'a str);
/// The documents of a part, by their ids. One that came back twice is there twice.
pub(super) type Documents<'a> = BTreeMap<&'a str, Vec<Found<'a>>>;

impl ReturnedSheets {
    /// What the documents of a file show.
    #[must_use]
    pub fn new(file: &str, documents: Vec<Result<FilledDocument, Fault>>) -> Self {
        let documents = documents.into_iter().map(|it| it.map(Sheet::new)).collect();
        Self { file: file.to_owned(), documents }
    }
}

/// Compares documents that came back with each other, and with a locked kit if there is one.
#[must_use]
pub fn verify(returned: &[ReturnedSheets], lock: Option<&LockedKit>) -> Verified {
    let mut differences = Vec::new();
    let mut all = Vec::new();
    for ReturnedSheets { file, documents } in returned {
        for document in documents {
            match document {
                Ok(sheet) => all.push(Found { file, sheet }),
                Err(fault) => differences.push(not_read(file, fault)),
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
    dates::compare(&packets, &mut differences, &mut notes);
    let matrix = Matrix::new(&parts);
    notes.extend(remarks(&matrix, packets.len()));
    differences.sort_by(|one, other| {
        let key = |it: &Difference| (it.packet.clone(), it.part, it.kind);
        key(one).cmp(&key(other))
    });
    Verified { differences, matrix, notes, packets: packets.len(), documents: all.len() }
}

/// A file, or a document in it, that could not be read.
fn not_read(file: &str, Fault { code, place, message, help }: &Fault) -> Difference {
    let kind = match code {
        RefusalCode::Edited => DifferenceKind::Edited,
        _ => DifferenceKind::NotRead,
    };
    let difference = Difference::new(kind, message, help).at(*place);
    Difference { file: Some(file.to_owned()), ..difference }
}

/// Names the files whose pages are not, or not provably, as they were built.
fn pages(packets: &BTreeMap<&str, Vec<Found<'_>>>, differences: &mut Vec<Difference>) {
    for found in packets.values() {
        let mut files: BTreeMap<(&str, bool), Vec<&Sheet>> = BTreeMap::new();
        for Found { file, sheet } in found {
            match sheet.pages {
                PageState::AsBuilt => {}
                state => files.entry((file, state == PageState::Unknown)).or_default().push(sheet),
            }
        }
        for ((file, is_unknown), sheets) in files {
            let documents: Vec<&str> = sheets.iter().map(|sheet| sheet.document()).collect();
            let documents = documents.join(", ");
            let difference = if is_unknown {
                Difference::new(
                    DifferenceKind::Unproven,
                    format!("this file cannot show what was on the pages ({documents})"),
                    "it is an export of form data, or a program took out what the file said of itself: add the filled-in file as it was built, saved with its form",
                )
            } else {
                Difference::new(
                    DifferenceKind::PagesChanged,
                    format!("the pages are not as they were built ({documents})"),
                    "compare them with the blank print: a program wrote them anew, or somebody changed them; fill in a copy of the original, and save it with its form",
                )
            };
            let Some(first) = sheets.first() else { continue };
            let document = if sheets.len() == 1 { Some(documents) } else { None };
            differences.push(Difference { document, ..difference.of(file, first) });
        }
    }
}

/// Names the documents that came back more than once with different contents.
fn copies(
    parts: &BTreeMap<Part<'_>, Documents<'_>>,
    differences: &mut Vec<Difference>,
    notes: &mut Vec<String>,
) {
    let mut same = 0;
    for ((_, part, _), documents) in parts {
        for (document, found) in documents {
            let filled: Vec<&Found<'_>> =
                found.iter().filter(|it| !it.sheet.entries.is_empty()).collect();
            let Some((first, others)) = filled.split_first() else { continue };
            for other in others {
                if other.sheet.entries == first.sheet.entries {
                    same += 1;
                    continue;
                }
                let whose = of_interviewer(*part);
                let from = if first.file == other.file { "the same file" } else { first.file };
                let message = format!(
                    "the {document}{whose} came back twice, with other contents than in {from}"
                );
                let help = "find out which one counts, and take the other out of the folder";
                let difference = Difference::new(DifferenceKind::CameTwice, message, help);
                differences.push(difference.of(other.file, other.sheet));
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
    differences: &mut Vec<Difference>,
) {
    const HELP: &str =
        "see whether a document belongs to another packet, or write the name alike everywhere";
    for (packet, found) in packets {
        let names = found.iter().map(|it| (*it, &it.sheet.candidates));
        if let Some((Found { file, sheet }, with)) = odd_one(names) {
            let message = format!(
                "the {}{} names another candidate than the {with} of packet {packet}",
                sheet.document(),
                of_interviewer(sheet.part())
            );
            let difference = Difference::new(DifferenceKind::CandidateDiffers, message, HELP);
            differences.push(difference.of(file, sheet));
        }
    }
    for ((_, part, packet), documents) in parts {
        let names = documents.values().flatten().map(|it| (*it, &it.sheet.interviewers));
        if let Some((Found { file, sheet }, with)) = odd_one(names) {
            let message = format!(
                "the {} names another interviewer than the {with}{} of packet {packet}",
                sheet.document(),
                of_interviewer(*part)
            );
            let difference = Difference::new(DifferenceKind::InterviewerDiffers, message, HELP);
            differences.push(difference.of(file, sheet));
        }
    }
}

/// The first document with another name than one before it, and which one that is.
fn odd_one<'a>(
    names: impl Iterator<Item = (Found<'a>, &'a BTreeSet<String>)>,
) -> Option<(Found<'a>, String)> {
    let mut known: Option<(&str, Found<'a>)> = None;
    for (found, names) in names {
        for name in names {
            match known {
                Some((before, of)) if before != name.as_str() => {
                    let of = of.sheet;
                    let other = if found.sheet.document() == of.document() { "other " } else { "" };
                    let of = format!("{other}{}{}", of.document(), of_interviewer(of.part()));
                    return Some((found, of));
                }
                Some(_) => {}
                None => known = Some((name, found)),
            }
        }
    }
    None
}

/// Names the parts of packets in which nothing is filled in.
fn is_returned(parts: &BTreeMap<Part<'_>, Documents<'_>>, differences: &mut Vec<Difference>) {
    let is_blank = |sheets: &[&Sheet]| sheets.iter().all(|sheet| !sheet.has_answers);
    let asked: Vec<(&Part<'_>, Vec<&Sheet>)> =
        parts.iter().map(|(part, documents)| (part, asked(documents))).collect();
    let asked: Vec<_> = asked.into_iter().filter(|(_, sheets)| !sheets.is_empty()).collect();
    if !asked.is_empty() && asked.iter().all(|(_, sheets)| is_blank(sheets)) {
        let message = "nothing in this folder is filled in: these are blank documents";
        let help = "give the folder with the documents that came back";
        differences.push(Difference::new(DifferenceKind::NotReturned, message, help));
        return;
    }
    for ((_, part, packet), sheets) in asked {
        if !is_blank(&sheets) {
            continue;
        }
        let ids: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.document()).collect();
        let ids: Vec<&str> = ids.into_iter().collect();
        let message = format!(
            "nothing is filled in in the documents{} of packet {packet} ({})",
            of_interviewer(*part),
            ids.join(", ")
        );
        let help = "ask the interviewer for the filled-in documents, or note why there are none";
        let difference = Difference::new(DifferenceKind::NotReturned, message, help);
        differences.push(difference.of_packet(packet, *part));
    }
}

/// The documents with which an interviewer asks and rates.
fn asked<'a>(documents: &Documents<'a>) -> Vec<&'a Sheet> {
    let sheets = documents.values().flatten().map(|it| it.sheet);
    sheets.filter(|sheet| sheet.has_questions()).collect()
}

/// What a person should know of what was compared.
fn remarks(matrix: &Matrix, packets: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if packets == 1 {
        notes.push("there is one packet only, and no other to compare it with".to_owned());
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

/// Whether a document is the debrief of its packet.
pub(super) fn is_debrief(sheet: &Sheet) -> bool {
    sheet.document() == DEBRIEF
}
