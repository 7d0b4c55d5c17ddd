use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, DifferenceKind, named, of_interviewer};
use super::found::{Documents, Found, LockedKit, Part};
use super::kits::most_common;
use super::sheet::Sheet;

const REBUILD: &str = "compare it with the blank print: the candidates were not asked the same, or the document is not the one that was built";

/// The documents of one kind of the same interviewer in all packets of a kit.
type Group<'a> = (&'a str, Option<u32>, &'a str);

/// Names the documents that have other questions than the others, or than the locked kit, or have them in another order.
pub(super) fn compare(
    parts: &BTreeMap<Part<'_>, Documents<'_>>,
    lock: Option<&LockedKit>,
    differences: &mut Vec<Difference>,
) {
    let mut groups: BTreeMap<Group<'_>, Vec<Found<'_>>> = BTreeMap::new();
    for ((kit, part, _), documents) in parts {
        for (document, found) in documents {
            groups.entry((kit, *part, document)).or_default().extend(found);
        }
    }
    for ((kit, part, document), found) in groups {
        let lock = lock.filter(|lock| lock.code == kit);
        let complete = || found.iter().filter(|it| it.sheet.is_complete());
        let locked = lock.and_then(|lock| asked(lock, part));
        let has_questions = complete().any(|it| !it.sheet.questions.is_empty());
        // A document of one's own templates may have no questions at all.
        let locked = locked.filter(|_| has_questions);
        let from = if locked.is_some() { "the lock file has" } else { "other packets have" };
        let usual = locked.or_else(|| most_common(complete().map(|it| it.sheet.order())));
        let agenda = most_common(complete().map(|it| it.sheet.agenda.clone()));
        for found in &found {
            let before = differences.len();
            if let Some(usual) = &usual {
                order(*found, usual, from, differences);
            }
            let is_same = before == differences.len();
            if let Some(agenda) = agenda.as_ref().filter(|_| is_same && found.sheet.is_complete())
                && *agenda != found.sheet.agenda
            {
                let message = format!(
                    "the agenda of the {document} lists other questions, or in another order, than other packets have"
                );
                let difference = Difference::new(DifferenceKind::OrderChanged, message, REBUILD);
                differences.push(difference.of(found.file, found.sheet));
            }
        }
    }
    let known: BTreeSet<(String, Option<u32>)> = differences
        .iter()
        .filter(|it| is_of_questions(it.kind))
        .filter_map(|it| Some((it.packet.clone()?, it.part)))
        .collect();
    for ((_, part, packet), documents) in parts {
        // What has been named is not named again.
        if !known.contains(&((*packet).to_owned(), *part)) {
            agree(documents, differences);
        }
    }
}

fn is_of_questions(kind: DifferenceKind) -> bool {
    [DifferenceKind::QuestionMissing, DifferenceKind::QuestionAdded, DifferenceKind::OrderChanged]
        .contains(&kind)
}

/// What an interviewer of a locked kit asks.
fn asked(lock: &LockedKit, part: Option<u32>) -> Option<Vec<&str>> {
    let index = match part {
        None if lock.interviewers.len() == 1 => 0,
        None => return None,
        Some(part) => usize::try_from(part).ok()?.checked_sub(1)?,
    };
    Some(lock.interviewers.get(index)?.iter().map(String::as_str).collect())
}

/// Compares the questions of a document with those that it should have.
fn order(found: Found<'_>, usual: &[&str], from: &str, differences: &mut Vec<Difference>) {
    let Found { file, sheet } = found;
    let (document, whose) = (sheet.document(), of_interviewer(sheet.part()));
    let mut push = |kind, question: &str, message: String| {
        let difference = Difference::new(kind, message, REBUILD).of(file, sheet).about(question);
        differences.push(difference.at(sheet.question(question).and_then(|it| it.place)));
    };
    let order = sheet.order();
    if sheet.is_complete() {
        for id in usual.iter().filter(|id| !order.contains(id)) {
            let message = format!("the {document}{whose} lacks the question `{id}`, which {from}");
            push(DifferenceKind::QuestionMissing, id, message);
        }
    }
    for id in order.iter().filter(|id| !usual.contains(id)) {
        let from = if from.starts_with("the lock") {
            "the lock file does not have"
        } else {
            "other packets do not have"
        };
        let message = format!("the {document}{whose} has the question `{id}`, which {from}");
        push(DifferenceKind::QuestionAdded, id, message);
    }
    let common: Vec<&str> = order.iter().copied().filter(|id| usual.contains(id)).collect();
    let wanted = usual.iter().copied().filter(|id| common.contains(id));
    if !sheet.is_complete() {
        return;
    }
    let first =
        (1..).zip(common.iter().copied().zip(wanted)).find(|(_, (is, should))| is != should);
    if let Some((position, (is, should))) = first {
        let message = format!(
            "the {document}{whose} asks in another order than {}: in place {position} comes `{is}`, and not `{should}`",
            if from.starts_with("the lock") { "the lock file" } else { "other packets" }
        );
        push(DifferenceKind::OrderChanged, is, message);
    }
}

/// Names the documents of one interviewer in one packet that do not have the same questions in the same order.
fn agree(documents: &Documents<'_>, differences: &mut Vec<Difference>) {
    let sheets = documents.values().flatten().filter(|it| {
        it.sheet.is_complete() && it.sheet.has_questions() && !it.sheet.questions.is_empty()
    });
    let sheets: Vec<Found<'_>> = sheets.copied().collect();
    let Some(usual) = most_common(sheets.iter().map(|it| it.sheet.order())) else { return };
    let Some(like) = sheets.iter().find(|it| it.sheet.order() == usual) else { return };
    for found in sheets.iter().filter(|it| it.sheet.order() != usual) {
        let sheet: &Sheet = found.sheet;
        let order = sheet.order();
        let missing: Vec<&str> = usual.iter().copied().filter(|id| !order.contains(id)).collect();
        let added: Vec<&str> = order.iter().copied().filter(|id| !usual.contains(id)).collect();
        let what = match (missing.is_empty(), added.is_empty()) {
            (true, true) => "has the questions in another order than".to_owned(),
            (false, true) => format!("lacks {} of", named(missing)),
            (true, false) => format!("has {} beyond", named(added)),
            (false, false) => format!("has {} in place of {} of", named(added), named(missing)),
        };
        let message = format!(
            "the {} {what} the {}{} of the same packet",
            sheet.document(),
            like.sheet.document(),
            of_interviewer(sheet.part())
        );
        let difference = Difference::new(DifferenceKind::DocumentsDisagree, message, REBUILD);
        differences.push(difference.of(found.file, sheet));
    }
}
