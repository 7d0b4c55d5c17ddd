use std::collections::{BTreeMap, BTreeSet};

use super::difference::{At, DifferenceKind, Differences, in_words, named, of_interviewer};
use super::found::{Documents, Found, LockedKit, Part};
use super::usual::{Apart, most_common};

const REBUILD: &str = "compare it with the blank print: the candidates were not asked the same, or the document is not the one that was built";

/// The documents of one kind of the same interviewer in all packets of a kit: kit, interviewer, and document.
type Group<'a> = (&'a str, Option<u32>, &'a str);

/// The order in which questions should be asked, and who says so.
struct Wanted<'a> {
    questions: Vec<&'a str>,
    is_locked: bool,
}

/// Names the documents that have other questions than the others, or than the locked kit, or have them in another order.
pub(super) fn compare(
    parts: &BTreeMap<Part<'_>, Documents<'_>>,
    lock: Option<&LockedKit>,
    differences: &mut Differences,
) {
    let mut groups: BTreeMap<Group<'_>, Vec<Found<'_>>> = BTreeMap::new();
    for ((kit, part, _), documents) in parts {
        for (document, found) in documents {
            groups.entry((kit, *part, document)).or_default().extend(found);
        }
    }
    let mut named: BTreeSet<Part<'_>> = BTreeSet::new();
    for ((kit, part, document), found) in &groups {
        let mut orders: Vec<&str> = Vec::new();
        let mut agendas: Vec<&str> = Vec::new();
        for Found { sheet, .. } in found.iter().filter(|it| it.sheet.is_complete()) {
            orders.push(&sheet.order);
            agendas.push(&sheet.agenda);
        }
        let locked = lock.filter(|lock| lock.code == **kit).and_then(|lock| asked(lock, *part));
        // A document of one's own templates may have no questions at all.
        let locked = locked.filter(|_| orders.iter().any(|order| !order.is_empty()));
        let is_locked = locked.is_some();
        let usual = || most_common(&orders).map(ids);
        let wanted = locked.or_else(usual).map(|questions| Wanted { questions, is_locked });
        let agenda = most_common(&agendas);
        for found in found {
            let before = differences.len();
            if let Some(wanted) = &wanted {
                order(*found, wanted, differences);
            }
            let is_other = agenda.is_some_and(|agenda| *agenda != found.sheet.agenda);
            if before == differences.len() && found.sheet.is_complete() && is_other {
                let message = format!(
                    "the agenda of the {} lists other questions, or in another order, than other packets have",
                    in_words(document)
                );
                let kind = DifferenceKind::OrderChanged;
                differences.push(kind, &At::of(*found), message, REBUILD);
            }
            if before != differences.len() {
                named.insert((kit, *part, found.sheet.packet()));
            }
        }
    }
    for (part, documents) in parts {
        // What has been named is not named again.
        if !named.contains(part) {
            agree(documents, differences);
        }
    }
}

/// The questions of an order.
fn ids(order: &str) -> Vec<&str> {
    order.split_ascii_whitespace().collect()
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
fn order(found: Found<'_>, wanted: &Wanted<'_>, differences: &mut Differences) {
    let sheet = found.sheet;
    let document = format!("the {}{}", in_words(sheet.document()), of_interviewer(sheet.part()));
    let (has, has_not, others) = if wanted.is_locked {
        ("the lock file has", "the lock file does not have", "the lock file")
    } else {
        ("other packets have", "other packets do not have", "other packets")
    };
    let at = |question| At {
        question: Some(question),
        place: sheet.question(question).and_then(|it| it.place),
        ..At::of(found)
    };
    let order = ids(&sheet.order);
    let Apart { missing, added } = Apart::new(&wanted.questions, &order);
    if sheet.is_complete() {
        for id in &missing {
            let message = format!("{document} lacks the question `{id}`, which {has}");
            differences.push(DifferenceKind::QuestionMissing, &at(id), message, REBUILD);
        }
    }
    for id in &added {
        let message = format!("{document} has the question `{id}`, which {has_not}");
        differences.push(DifferenceKind::QuestionAdded, &at(id), message, REBUILD);
    }
    if !sheet.is_complete() {
        return;
    }
    let mut place = 0;
    let mut wanted = wanted.questions.iter().filter(|id| !missing.contains(id));
    for is in order.iter().filter(|id| !added.contains(id)) {
        place += 1;
        let Some(should) = wanted.next().filter(|should| *should != is) else { continue };
        let message = format!(
            "{document} asks in another order than {others}: in place {place} comes `{is}`, and not `{should}`"
        );
        differences.push(DifferenceKind::OrderChanged, &at(is), message, REBUILD);
        break;
    }
}

/// Names the documents of one interviewer in one packet that do not have the same questions in the same order.
fn agree(documents: &Documents<'_>, differences: &mut Differences) {
    let mut compared: Vec<Found<'_>> = Vec::new();
    for found in documents.values().flatten() {
        let sheet = found.sheet;
        if sheet.is_complete() && sheet.has_questions() && !sheet.order.is_empty() {
            compared.push(*found);
        }
    }
    let orders: Vec<&str> = compared.iter().map(|it| it.sheet.order.as_str()).collect();
    let Some(usual) = most_common(&orders) else { return };
    let Some(like) = compared.iter().find(|it| it.sheet.order == usual) else { return };
    for found in compared.iter().filter(|it| it.sheet.order != usual) {
        let sheet = found.sheet;
        let Apart { missing, added } = Apart::new(&ids(usual), &ids(&sheet.order));
        let like = format!(
            "the {}{} of the same packet",
            in_words(like.sheet.document()),
            of_interviewer(sheet.part())
        );
        let what = match (missing.is_empty(), added.is_empty()) {
            (true, true) => format!("has the questions in another order than {like}"),
            (false, true) => format!("lacks {} of {like}", named(&missing)),
            (true, false) => format!("has {}, which {like} does not have", named(&added)),
            (false, false) => {
                format!("has {} in place of {} of {like}", named(&added), named(&missing))
            }
        };
        let message = format!("the {} {what}", in_words(sheet.document()));
        differences.push(DifferenceKind::DocumentsDisagree, &At::of(*found), message, REBUILD);
    }
}
