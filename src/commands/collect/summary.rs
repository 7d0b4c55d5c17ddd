use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::super::returned::plural;
use crate::base::text::{counted, printed_line};
use crate::cli::terminal::Console;
use crate::collect::paper::Ask;
use crate::collect::{Place, Record, Records, Refusal, State};

/// How many files are named that were set aside.
const NAMED: usize = 3;

/// How many values are in each state.
#[derive(Default)]
struct Counts {
    answered: usize,
    blank: usize,
    handwritten: usize,
    conflict: usize,
    unreadable: usize,
}

/// A value that is no answer although something is there.
struct Doubt<'r> {
    record: &'r Record,
    /// The question or competency, and what of it; what of the document, for others.
    what: String,
    /// What is wrong.
    why: String,
    place: Option<Place>,
    /// The other files of the same interviewer in which the same is wrong.
    others: Vec<&'r str>,
}

/// Tells on standard error what was refused, what to look at, and how many of everything there are.
pub(super) fn tell(
    records: &Records,
    remarks: &[String],
    set_aside: &[PathBuf],
    files: usize,
    console: Console,
) {
    for refusal in &records.refused {
        let (what, help) = (described(refusal), printed_line(&refusal.help));
        console.error(&format!("error: {what}\n  help: {help}"));
    }
    for refusal in &records.superseded {
        console.error(&format!("note: {}", described(refusal)));
    }
    let mut counts = Counts::default();
    let mut doubts = Doubts::default();
    for record in &records.records {
        look(record, &mut counts, &mut doubts);
    }
    let doubts = doubts.all.iter().map(told);
    for warning in remarks.iter().cloned().chain(doubts) {
        console.error(&format!("warning: {}", printed_line(&warning)));
    }
    if !set_aside.is_empty() {
        let names: Vec<String> =
            set_aside.iter().take(NAMED).map(|path| path.display().to_string()).collect();
        let more = if set_aside.len() > NAMED { ", …" } else { "" };
        let count = plural(set_aside.len(), "data file");
        let names = names.join(", ");
        console.info(&format!("skipped {count}: {}{more}", printed_line(&names)));
    }
    let files_of = |record: &Record| -> Vec<String> {
        let pages = record.pages.iter().map(|page| page.file.clone());
        pages.chain([record.file.clone()]).collect()
    };
    let read: BTreeSet<String> = records.records.iter().flat_map(files_of).collect();
    let packets: BTreeSet<_> = records.records.iter().map(|it| (&it.kit, &it.packet)).collect();
    let Counts { answered, blank, handwritten, conflict, unreadable } = counts;
    let by_hand =
        if handwritten > 0 { format!("{handwritten} handwritten, ") } else { String::new() };
    console.info(&format!(
        "read {} of {}: {} of {}; {} refused",
        read.len(),
        plural(files, "file"),
        plural(records.records.len(), "document"),
        plural(packets.len(), "packet"),
        records.refused.len(),
    ));
    console.info(&format!(
        "{}: {answered} answered, {blank} blank, {by_hand}{conflict} in conflict, {unreadable} unreadable",
        plural(answered + blank + handwritten + conflict + unreadable, "value")
    ));
}

/// What was read of scans.
pub(super) struct Paper<'a> {
    /// How many pages were read.
    pub(super) pages: usize,
    /// How many pages have nothing on them.
    pub(super) blank: usize,
    /// How many boxes were not read, because they are only for the interviewer's eyes.
    pub(super) small_boxes: usize,
    /// How many pages an earlier run had read.
    pub(super) known: usize,
    /// How many answers were used.
    pub(super) answers: usize,
    /// What is not certain.
    pub(super) asks: &'a [Ask],
}

/// Tells on standard error what was read of scans, if there were any.
pub(super) fn tell_paper(paper: &Paper<'_>, console: Console) {
    let Paper { pages, blank, small_boxes, known, answers, asks } = paper;
    if pages + blank == 0 {
        return;
    }
    let backs = if *blank > 0 { format!(", {blank} blank") } else { String::new() };
    let used = if *answers > 0 { format!(", {answers} answered") } else { String::new() };
    let pages = plural(*pages, "scanned page");
    console.info(&format!("{pages}{backs}; {} not certain{used}", asks.len()));
    if *known > 0 {
        let known = plural(*known, "page");
        console.info(&format!("note: {known} read by the run that was interrupted"));
    }
    if *small_boxes > 0 {
        let boxes = counted(*small_boxes, "small box", "small boxes");
        console.info(&format!(
            "note: {boxes} for the interviewer alone, such as follow-ups, not read from paper"
        ));
    }
}

/// What was refused, with its place. Files are named and written by anybody: nothing in them may control a terminal.
fn described(refusal: &Refusal) -> String {
    let file = refusal.place().in_file(&refusal.file);
    printed_line(&format!("{file}: {}", refusal.message)).into_owned()
}

/// Values in doubt, in the order of the records. What several documents of an interviewer have in common is one.
#[derive(Default)]
struct Doubts<'r> {
    all: Vec<Doubt<'r>>,
    /// The positions in `all`, by what is in doubt and why.
    at: BTreeMap<String, usize>,
}

impl<'r> Doubts<'r> {
    fn add(&mut self, doubt: Doubt<'r>) {
        let Doubt { record: Record { file, kit, packet, part, .. }, what, why, .. } = &doubt;
        let key = format!("{kit} {packet} {part:?} {what}: {why}");
        let Some(at) = self.at.get(&key).copied() else {
            self.at.insert(key, self.all.len());
            self.all.push(doubt);
            return;
        };
        let known = &mut self.all[at];
        if known.record.file != *file && known.others.last() != Some(&file.as_str()) {
            known.others.push(file);
        }
    }
}

/// Counts the values of a record, and adds those that are in doubt.
fn look<'r>(record: &'r Record, counts: &mut Counts, doubts: &mut Doubts<'r>) {
    super::table::each_value(record, &mut |question, part, value| {
        let why = match &value.state {
            State::Answered(_) => {
                counts.answered += 1;
                return;
            }
            State::Blank => {
                counts.blank += 1;
                return;
            }
            State::Handwritten => {
                counts.handwritten += 1;
                return;
            }
            State::Conflict(seen) => {
                counts.conflict += 1;
                format!("conflict: {}", seen.join("; "))
            }
            State::Unreadable(why) => {
                counts.unreadable += 1;
                format!("unreadable: {why}")
            }
        };
        let what =
            if question.is_empty() { part.to_owned() } else { format!("{question}, {part}") };
        doubts.add(Doubt { record, what, why, place: value.place, others: Vec::new() });
    });
}

/// A doubt in words. If it is between files, what is wrong says where in each.
fn told(Doubt { record, what, why, place, others }: &Doubt<'_>) -> String {
    if others.is_empty() {
        return format!("{}: {what}: {why}", record.whereabouts(*place));
    }
    format!("{} and {}: {what}: {why}", record.file, others.join(" and "))
}
