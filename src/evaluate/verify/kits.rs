use std::collections::BTreeMap;

use super::difference::{At, DifferenceKind, Differences, in_words, of_interviewer};
use super::found::{Documents, Found, LockedKit, Part};
use super::usual::{Apart, most_common, usual};

const ANOTHER: &str = "leave it out of the folder, or compare each kit in a folder of its own";
const ASK: &str = "ask the interviewer for them, or note why there are none";
/// No panel is as large. A file that somebody changed may have any number.
const MOST_INTERVIEWERS: u32 = 100;
const ALIKE: &str = "build all packets with the same options, or note why this one differs";

/// What an interviewer has in a packet.
struct Seat<'a> {
    packet: &'a str,
    part: Option<u32>,
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
        let mut seat = Seat { packet, part: *part, documents: Vec::new() };
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

/// Names the packets that lack an interviewer of the kit, and those that have one whom it does not have. The code of a kit is made from the
/// parts of all its interviewers, so whoever is in one packet of it is in all of them: without a lock file nobody can be one too many.
fn interviewers(seats: &[Seat<'_>], lock: Option<&LockedKit>, differences: &mut Differences) {
    let mut packets: BTreeMap<&str, Vec<Option<u32>>> = BTreeMap::new();
    for seat in seats {
        let parts = packets.entry(seat.packet).or_default();
        if !seat.documents.is_empty() {
            parts.push(seat.part);
        }
    }
    let numbers = packets.values().flatten().filter_map(|part| *part);
    let highest = numbers.filter(|number| *number <= MOST_INTERVIEWERS).max();
    let locked = lock.map(|lock| u32::try_from(lock.interviewers.len()).unwrap_or(u32::MAX));
    let size = locked.or(highest).unwrap_or(1);
    // The only interviewer of a kit has no number, unless the packet was built for a panel of one.
    let expected: Vec<Option<u32>> = match (size, highest) {
        (1, None) => vec![None],
        _ => (1..=size).map(Some).collect(),
    };
    let is_of_kit = |part: Option<u32>| match part {
        None => size == 1,
        Some(number) => (1..=size).contains(&number),
    };
    for (packet, parts) in &packets {
        let at = |part| At { packet: Some(packet), part, ..At::default() };
        let has = |part| parts.contains(&part) || size == 1 && parts.contains(&None);
        for part in expected.iter().copied().filter(|part| !has(*part)) {
            let message = format!("packet {packet} has no {}", documents_of(part));
            differences.push(DifferenceKind::PartMissing, &at(part), message, ASK);
        }
        for part in parts.iter().copied().filter(|part| !is_of_kit(*part)) {
            let whom = match lock {
                Some(_) => "whom the lock file does not have",
                None => "whom the kit does not have",
            };
            let message = format!("packet {packet} has {}, {whom}", documents_of(part));
            differences.push(DifferenceKind::PartAdded, &at(part), message, ANOTHER);
        }
    }
}

fn documents_of(part: Option<u32>) -> String {
    match part {
        None => "documents of an only interviewer".to_owned(),
        part => format!("documents{}", of_interviewer(part)),
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
