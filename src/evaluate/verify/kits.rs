use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, DifferenceKind, of_interviewer};
use super::found::{Documents, Found, LockedKit, Part};

const ANOTHER: &str = "leave it out of the folder, or compare each kit in a folder of its own";
const ASK: &str = "ask the interviewer for it, or note why there is none";

/// Names what packets lack or have beyond the others: kits, interviewers and documents.
pub(super) fn compare(
    packets: &BTreeMap<&str, Vec<Found<'_>>>,
    parts: &BTreeMap<Part<'_>, Documents<'_>>,
    lock: Option<&LockedKit>,
    differences: &mut Vec<Difference>,
) {
    codes(packets, lock, differences);
    let mut kits: BTreeMap<&str, BTreeMap<&str, BTreeMap<Option<u32>, &Documents<'_>>>> =
        BTreeMap::new();
    for ((kit, part, packet), documents) in parts {
        let kit = kits.entry(kit).or_default();
        kit.entry(packet).or_default().insert(*part, documents);
    }
    for (kit, packets) in kits {
        let lock = lock.filter(|lock| lock.code == kit);
        interviewers(&packets, lock, differences);
        documents(&packets, differences);
    }
}

/// Names the files with documents of another kit than most packets, or than the locked kit.
fn codes(
    packets: &BTreeMap<&str, Vec<Found<'_>>>,
    lock: Option<&LockedKit>,
    differences: &mut Vec<Difference>,
) {
    let kits = packets.values().map(|found| {
        let kits: BTreeSet<&str> = found.iter().map(|it| it.sheet.kit()).collect();
        kits
    });
    let usual = match lock {
        Some(lock) => Some(lock.code.as_str()),
        None => most_common(kits.flatten()),
    };
    let Some(usual) = usual else { return };
    let from = if lock.is_some() { "the lock file" } else { "the other packets" };
    for found in packets.values() {
        let mut named = BTreeSet::new();
        for Found { file, sheet } in found.iter().filter(|it| it.sheet.kit() != usual) {
            if !named.insert((file, sheet.kit())) {
                continue;
            }
            let kit = sheet.kit();
            let message = format!("this is of kit {kit}, and not of {usual} as {from}");
            differences
                .push(Difference::new(DifferenceKind::OtherKit, message, ANOTHER).of(file, sheet));
        }
    }
}

/// Names the packets that lack an interviewer, and those that have one whom others have not.
fn interviewers(
    packets: &BTreeMap<&str, BTreeMap<Option<u32>, &Documents<'_>>>,
    lock: Option<&LockedKit>,
    differences: &mut Vec<Difference>,
) {
    let asks = |documents: &Documents<'_>| {
        documents.values().flatten().any(|found| found.sheet.has_questions())
    };
    let parts: BTreeMap<&str, BTreeSet<Option<u32>>> = packets
        .iter()
        .map(|(packet, parts)| {
            let asking = parts.iter().filter(|(_, documents)| asks(documents));
            (*packet, asking.map(|(part, _)| *part).collect())
        })
        .collect();
    let expected = match lock {
        Some(lock) => locked(lock, parts.values().flatten().copied()),
        None => usual(parts.values().map(|parts| parts.iter().copied())),
    };
    let from = if lock.is_some() {
        "whom the lock file does not have"
    } else {
        "whom other packets do not have"
    };
    for (packet, found) in &parts {
        for part in expected.difference(found) {
            let message = format!("packet {packet} has no documents{}", whose(*part));
            let difference = Difference::new(DifferenceKind::PartMissing, message, ASK);
            differences.push(difference.of_packet(packet, *part));
        }
        for part in found.difference(&expected) {
            let message = format!("packet {packet} has documents{}, {from}", whose(*part));
            let difference = Difference::new(DifferenceKind::PartAdded, message, ANOTHER);
            differences.push(difference.of_packet(packet, *part));
        }
    }
}

/// The interviewers of a locked kit. The only interviewer of a kit has no number, unless it was built for a panel.
fn locked(lock: &LockedKit, mut found: impl Iterator<Item = Option<u32>>) -> BTreeSet<Option<u32>> {
    match lock.interviewers.len() {
        1 if !found.any(|part| part == Some(1)) => BTreeSet::from([None]),
        many => (1..).take(many).map(Some).collect(),
    }
}

fn whose(part: Option<u32>) -> String {
    if part.is_none() { " of an only interviewer".to_owned() } else { of_interviewer(part) }
}

/// Names the documents that interviewers lack, and those that other packets do not have.
fn documents(
    packets: &BTreeMap<&str, BTreeMap<Option<u32>, &Documents<'_>>>,
    differences: &mut Vec<Difference>,
) {
    let mut by_part: BTreeMap<Option<u32>, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for (packet, parts) in packets {
        for (part, documents) in parts {
            let asking = documents
                .iter()
                .filter(|(_, found)| found.iter().any(|found| found.sheet.has_questions()));
            let ids: BTreeSet<&str> = asking.map(|(id, _)| *id).collect();
            if !ids.is_empty() {
                by_part.entry(*part).or_default().insert(packet, ids);
            }
        }
    }
    // A document that nobody of a panel is without belongs to the kit, be it the only packet that lacks one.
    let all = usual(by_part.values().flat_map(BTreeMap::values).map(|ids| ids.iter().copied()));
    for (part, packets) in by_part {
        let mut expected = usual(packets.values().map(|ids| ids.iter().copied()));
        if packets.len() == 1 {
            expected.extend(&all);
        }
        for (packet, found) in packets {
            let whose = of_interviewer(part);
            for document in expected.difference(&found) {
                let message = format!("packet {packet} has no {document}{whose}");
                let difference = Difference::new(DifferenceKind::DocumentMissing, message, ASK);
                let difference = difference.of_packet(packet, part);
                differences
                    .push(Difference { document: Some((*document).to_owned()), ..difference });
            }
            for document in found.difference(&expected) {
                let message = format!(
                    "packet {packet} has a {document}{whose}, which other packets do not have"
                );
                let help = "build all packets with the same options, or note why this one differs";
                let difference = Difference::new(DifferenceKind::DocumentAdded, message, help);
                let difference = difference.of_packet(packet, part);
                differences
                    .push(Difference { document: Some((*document).to_owned()), ..difference });
            }
        }
    }
}

/// What at least half of the sets have.
pub(super) fn usual<T: Ord>(sets: impl Iterator<Item = impl Iterator<Item = T>>) -> BTreeSet<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    let mut all = 0;
    for set in sets {
        all += 1;
        for item in set {
            *counts.entry(item).or_default() += 1;
        }
    }
    let usual = counts.into_iter().filter(|(_, count)| count * 2 >= all);
    usual.map(|(item, _)| item).collect()
}

/// What there is most often; the first of several.
pub(super) fn most_common<T: Ord + Clone>(items: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    for (place, item) in items.enumerate() {
        counts.entry(item).or_insert((0, std::cmp::Reverse(place))).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(item, _)| item)
}
