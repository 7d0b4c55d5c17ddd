use std::collections::BTreeMap;

use super::difference::{At, DifferenceKind, Differences, in_words, of_interviewer};
use super::found::{Documents, Found, LockedKit, Part};
use super::usual::{Apart, most_common, usual};

const ANOTHER: &str = "leave it out of the folder, or compare each kit in a folder of its own";
const ASK: &str = "ask the interviewer for them, or note why there are none";
const ALIKE: &str = "build all packets with the same options, or note why this one differs";

/// What an interviewer has in a packet.
struct Seat<'a> {
    packet: &'a str,
    part: Option<u32>,
    /// The number of the interviewer; empty for an only one.
    number: String,
    /// The ids of the documents with which the interviewer asks and rates.
    documents: Vec<&'a str>,
}

/// Names what packets lack or have beyond the others: kits, interviewers and documents.
pub(super) fn compare(
    packets: &BTreeMap<&str, Vec<Found<'_>>>,
    parts: &BTreeMap<Part<'_>, Documents<'_>>,
    lock: Option<&LockedKit>,
    differences: &mut Differences,
) {
    codes(packets, lock, differences);
    let mut seats: Vec<Seat<'_>> = Vec::new();
    let mut kit = None;
    for ((of, part, packet), documents) in parts {
        if kit != Some(*of) {
            of_kit(&seats, lock.filter(|lock| Some(lock.code.as_str()) == kit), differences);
            seats.clear();
            kit = Some(*of);
        }
        let number = part.map_or_else(String::new, |part| part.to_string());
        let mut seat = Seat { packet, part: *part, number, documents: Vec::new() };
        for (id, found) in documents {
            if found.iter().any(|it| it.sheet.has_questions()) {
                seat.documents.push(id);
            }
        }
        seats.push(seat);
    }
    of_kit(&seats, lock.filter(|lock| Some(lock.code.as_str()) == kit), differences);
}

fn of_kit(seats: &[Seat<'_>], lock: Option<&LockedKit>, differences: &mut Differences) {
    interviewers(seats, lock, differences);
    documents(seats, differences);
}

/// Names the files with documents of another kit than most packets, or than the locked kit.
fn codes(
    packets: &BTreeMap<&str, Vec<Found<'_>>>,
    lock: Option<&LockedKit>,
    differences: &mut Differences,
) {
    let mut codes: Vec<&str> = Vec::new();
    for found in packets.values() {
        let begin = codes.len();
        for Found { sheet, .. } in found {
            if !codes[begin..].contains(&sheet.kit()) {
                codes.push(sheet.kit());
            }
        }
    }
    let (usual, from) = match lock {
        Some(lock) => (Some(lock.code.as_str()), "the lock file"),
        None => (most_common(&codes), "the other packets"),
    };
    let Some(usual) = usual else { return };
    for found in packets.values() {
        let mut named: Vec<(&str, &str)> = Vec::new();
        for Found { file, sheet } in found.iter().filter(|it| it.sheet.kit() != usual) {
            let kit = sheet.kit();
            if named.contains(&(file, kit)) {
                continue;
            }
            named.push((file, kit));
            let message = format!("this is of kit {kit}, and not of {usual} as {from}");
            let at = At::of(Found { file, sheet });
            differences.push(DifferenceKind::OtherKit, &at, message, ANOTHER);
        }
    }
}

/// Names the packets that lack an interviewer, and those that have one whom others have not.
fn interviewers(seats: &[Seat<'_>], lock: Option<&LockedKit>, differences: &mut Differences) {
    let mut packets: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for seat in seats {
        let numbers = packets.entry(seat.packet).or_default();
        if !seat.documents.is_empty() {
            numbers.push(&seat.number);
        }
    }
    let locked = lock.map(|lock| locked(lock, seats));
    let lists: Vec<&[&str]> = packets.values().map(Vec::as_slice).collect();
    let (expected, whom) = match &locked {
        Some(numbers) => {
            (numbers.iter().map(String::as_str).collect(), "whom the lock file does not have")
        }
        None => (usual(&lists), "whom other packets do not have"),
    };
    for (packet, found) in &packets {
        let named = |number: &&str| {
            let part = number.parse().ok();
            let whose = match part {
                None => " of an only interviewer".to_owned(),
                part => of_interviewer(part),
            };
            (At { packet: Some(packet), part, ..At::default() }, format!("documents{whose}"))
        };
        let Apart { missing, added } = Apart::new(&expected, found);
        for (at, what) in missing.iter().map(named) {
            let message = format!("packet {packet} has no {what}");
            differences.push(DifferenceKind::PartMissing, &at, message, ASK);
        }
        for (at, what) in added.iter().map(named) {
            let message = format!("packet {packet} has {what}, {whom}");
            differences.push(DifferenceKind::PartAdded, &at, message, ANOTHER);
        }
    }
}

/// The numbers of the interviewers of a locked kit. An only interviewer has none, unless the kit was built for a panel.
fn locked(lock: &LockedKit, seats: &[Seat<'_>]) -> Vec<String> {
    let is_panel = seats.iter().any(|seat| seat.part == Some(1) && !seat.documents.is_empty());
    match lock.interviewers.len() {
        1 if !is_panel => vec![String::new()],
        many => (1..=many).map(|number| number.to_string()).collect(),
    }
}

/// Names the documents that interviewers lack, and those that other packets do not have.
fn documents(seats: &[Seat<'_>], differences: &mut Differences) {
    // A document that nobody of a panel is without belongs to the kit, even if the only packet lacks it.
    let all = usual_documents(seats);
    for seats in seats.chunk_by(|one, other| one.part == other.part) {
        let mut expected = usual_documents(seats);
        if seats.iter().filter(|seat| !seat.documents.is_empty()).count() == 1 {
            let missing = Apart::new(&all, &expected).missing;
            expected.extend(missing);
        }
        for Seat { packet, part, documents, .. } in seats {
            if documents.is_empty() {
                continue;
            }
            let Apart { missing, added } = Apart::new(&expected, documents);
            let whose = of_interviewer(*part);
            let at = At { packet: Some(packet), part: *part, ..At::default() };
            for id in missing {
                let message = format!("packet {packet} has no {}{whose}", in_words(id));
                let at = At { document: Some(id), ..at };
                let help = "ask the interviewer for it, or note why there is none";
                differences.push(DifferenceKind::DocumentMissing, &at, message, help);
            }
            for id in added {
                let message = format!(
                    "packet {packet} has the {}{whose}, which other packets do not have",
                    in_words(id)
                );
                let at = At { document: Some(id), ..at };
                differences.push(DifferenceKind::DocumentAdded, &at, message, ALIKE);
            }
        }
    }
}

/// The documents that at least half of the interviewers have who have any.
fn usual_documents<'a>(seats: &[Seat<'a>]) -> Vec<&'a str> {
    let lists: Vec<&[&str]> = seats
        .iter()
        .map(|seat| seat.documents.as_slice())
        .filter(|documents| !documents.is_empty())
        .collect();
    usual(&lists)
}
