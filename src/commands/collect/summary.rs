use std::collections::BTreeSet;
use std::path::PathBuf;

use super::super::returned::plural;
use crate::cli::terminal::Console;
use crate::collect::{Record, Records, Refusal, State, Value};

/// How many files are named that were set aside.
const NAMED: usize = 3;

/// How many values are in each state.
#[derive(Default)]
struct Counts {
    answered: usize,
    blank: usize,
    conflict: usize,
    unreadable: usize,
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
        console.error(&format!("error: {}\n  help: {}", described(refusal), refusal.help));
    }
    for refusal in &records.passed_over {
        console.info(&format!("note: {}", described(refusal)));
    }
    for remark in remarks {
        console.error(&format!("warning: {remark}"));
    }
    let mut counts = Counts::default();
    for record in &records.records {
        doubts(record, &mut counts, console);
    }
    if !set_aside.is_empty() {
        let names: Vec<String> =
            set_aside.iter().take(NAMED).map(|path| path.display().to_string()).collect();
        let more = if set_aside.len() > NAMED { ", …" } else { "" };
        let count = plural(set_aside.len(), "file");
        console.info(&format!("left out {count} of data: {}{more}", names.join(", ")));
    }
    let read: BTreeSet<&str> = records.records.iter().map(|record| record.file.as_str()).collect();
    let packets: BTreeSet<_> = records.records.iter().map(|it| (&it.kit, &it.packet)).collect();
    let Counts { answered, blank, conflict, unreadable } = counts;
    console.info(&format!(
        "read {} of {}: {} of {}; {} refused",
        read.len(),
        plural(files, "file"),
        plural(records.records.len(), "document"),
        plural(packets.len(), "packet"),
        records.refused.len(),
    ));
    console.info(&format!(
        "{}: {answered} answered, {blank} blank, {conflict} in conflict, {unreadable} unreadable",
        plural(answered + blank + conflict + unreadable, "value")
    ));
}

/// What was refused, with its place.
fn described(Refusal { file, page, line, message, .. }: &Refusal) -> String {
    match (page, line) {
        (Some(page), _) => format!("{file}, page {page}: {message}"),
        (None, Some(line)) => format!("{file}:{line}: {message}"),
        (None, None) => format!("{file}: {message}"),
    }
}

/// Tells which values of a record are no answers although something is there, and counts all.
fn doubts(record: &Record, counts: &mut Counts, console: Console) {
    super::table::each_value(record, &mut |question, part, value| match &value.state {
        State::Answered(_) => counts.answered += 1,
        State::Blank => counts.blank += 1,
        State::Conflict(seen) => {
            counts.conflict += 1;
            let seen = seen.join("; ");
            console.error(&format!(
                "warning: {}: conflict: {seen}",
                name(record, question, part, value)
            ));
        }
        State::Unreadable(why) => {
            counts.unreadable += 1;
            console.error(&format!(
                "warning: {}: unreadable: {why}",
                name(record, question, part, value)
            ));
        }
    });
}

/// How a message names a value.
fn name(record: &Record, question: &str, part: &str, value: &Value<String>) -> String {
    let place = match value.place {
        Some(place) => match (place.page, place.line) {
            (Some(page), _) => format!(", page {page}"),
            (None, Some(line)) => format!(", line {line}"),
            (None, None) => String::new(),
        },
        None => String::new(),
    };
    let field = if question.is_empty() { part.to_owned() } else { format!("{question}, {part}") };
    format!("{} ({}{place}): {field}", record.file, record.document)
}
