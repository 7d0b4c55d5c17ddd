//! In: a folder with documents and records. Out: what is past the date until which it is kept, removed if somebody says so.

mod content;
mod outcome;
mod report;

use std::path::PathBuf;

use rayon::prelude::*;

use self::content::{HeldFile, Unclear};
use self::outcome::{JudgedFile, Outcome, Purge, judge};
use self::report::Report;
use super::aligned::aligned;
use super::json;
use super::returned::{MAX_BYTES, left_out, list, plural};
use crate::base::files::{self, FolderListing, Stop, remove_file};
use crate::base::text::printed_line;
use crate::cli::report::Failure;
use crate::cli::terminal::{Console, Progress};
use crate::cli::{PurgeArgs, ResultFormat};

pub(super) fn run(args: &PurgeArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet || args.result.json);
    console.expect_data()?;
    let on = match args.on {
        Some(on) => on,
        None => files::today().ok_or_else(|| {
            anyhow::anyhow!(
                "the clock shows no date\n  help: say which day it is with --on 2027-06-01"
            )
        })?,
    };
    let stop = Stop::listen();
    let listing = list(&args.folder)?;
    let progress = Progress::new(listing.files.len(), "files", console);
    let one = |path: &PathBuf| {
        let read = (!stop.is_asked()).then(|| HeldFile::read(path));
        progress.step();
        read
    };
    let held: Option<Vec<HeldFile>> = listing.files.par_iter().map(one).collect();
    progress.end();
    let Some(held) = held else { return Err(Failure::Interrupted.into()) };
    let mut purge = judge(held, on, args.yes);
    let mut failed = 0;
    if args.yes {
        for JudgedFile { path, sha256, outcome, .. } in &mut purge.files {
            let Outcome::Past(until) = *outcome else { continue };
            if stop.is_asked() {
                break;
            }
            match remove_file(path, sha256, MAX_BYTES) {
                Ok(()) => *outcome = Outcome::Removed(until),
                Err(error) => {
                    *outcome = Outcome::NotRemoved(until);
                    console.error(&format!("error: {}", printed_line(&error.to_string())));
                    failed += 1;
                }
            }
        }
    }
    match args.result.format() {
        ResultFormat::Json => json::print(&Report::new(&purge), console)?,
        ResultFormat::Table => console.data(table(&purge).as_bytes())?,
    }
    tell(&purge, &listing, console);
    match failed {
        0 if args.yes && stop.is_asked() => Err(Failure::Interrupted.into()),
        0 => Ok(()),
        count => Err(Failure::NotRemoved { count }.into()),
    }
}

/// The files with what was done, for people.
fn table(Purge { files, .. }: &Purge) -> String {
    if files.is_empty() {
        return String::new();
    }
    let mut rows = vec![["", "keep until", "packet", "file"].map(str::to_owned).to_vec()];
    for JudgedFile { path, documents, outcome, .. } in files {
        let (action, until) = match outcome {
            Outcome::Past(date) => ("past", date.to_string()),
            Outcome::Removed(date) => ("removed", date.to_string()),
            Outcome::NotRemoved(date) => ("not removed", date.to_string()),
            Outcome::Withheld(date) | Outcome::KeptUntil(date) => ("kept", date.to_string()),
            Outcome::NoDate => ("kept", "no date".to_owned()),
            Outcome::UnclearDate => ("kept", "unclear date".to_owned()),
            Outcome::NotRead(_) => ("kept", "not read".to_owned()),
        };
        let mut packets: Vec<&str> = documents.iter().map(|it| it.packet.as_str()).collect();
        packets.sort_unstable();
        packets.dedup();
        let packets = match packets[..] {
            [] => "–".to_owned(),
            [packet] => packet.to_owned(),
            _ => plural(packets.len(), "packet"),
        };
        rows.push(vec![action.to_owned(), until, packets, path.display().to_string()]);
    }
    aligned(&rows, 4)
}

/// Tells on standard error how many there are of each, and what to do about those that could not be judged.
fn tell(Purge { on, removes, files, others }: &Purge, listing: &FolderListing, console: Console) {
    for JudgedFile { path, outcome, .. } in files {
        if let Outcome::NotRead(Unclear { message, help, .. }) = outcome {
            let message = format!("{} is kept: {message}", path.display());
            console.error(&format!("warning: {}\n  help: {help}", printed_line(&message)));
        }
    }
    let count = |is_meant: fn(&Outcome) -> bool| {
        files.iter().filter(|file| is_meant(&file.outcome)).count()
    };
    let withheld = count(|it| matches!(it, Outcome::Withheld(_)));
    if withheld > 0 {
        let hiding = files.iter().filter(|file| {
            matches!(&file.outcome, Outcome::NotRead(Unclear { concerns_all: true, .. }))
        });
        let hiding: Vec<String> = hiding.map(|file| file.path.display().to_string()).collect();
        let message = format!(
            "{} past the date and kept: what cannot be read may be of the same packet and have a later date: {}",
            plural(withheld, "file"),
            hiding.join(", ")
        );
        let help =
            "save what cannot be read again so that it can be read, or move it out of the folder";
        console.error(&format!("warning: {}\n  help: {help}", printed_line(&message)));
    }
    let unclear = count(|it| matches!(it, Outcome::UnclearDate));
    if unclear > 0 {
        let files = plural(unclear, "file");
        console.error(&format!(
            "warning: {files} kept: a date of the packet, or a document of it, cannot be read\n  help: write the date as 2027-05-27, or remove the files by hand"
        ));
    }
    let undated = count(|it| matches!(it, Outcome::NoDate));
    if undated > 0 {
        let files = plural(undated, "file");
        console.info(&format!(
            "{files} kept: they have no keep-until date\n  help: build packets with --keep-until, or fill the date in on the debrief"
        ));
    }
    left_out(listing, console);
    let (past, removed, failed) = (
        count(|it| matches!(it, Outcome::Past(_))),
        count(|it| matches!(it, Outcome::Removed(_))),
        count(|it| matches!(it, Outcome::NotRemoved(_))),
    );
    let done = match (removes, past) {
        (true, _) => format!("{} removed", plural(removed, "file")),
        (false, 0) if withheld == 0 => format!("nothing is past its date on {on}"),
        (false, 0) => format!("nothing can be removed on {on}"),
        (false, past) => {
            format!("{} past the date on {on}; --yes removes them", plural(past, "file"))
        }
    };
    let kept = plural(files.len() - past - removed - failed, "file");
    let others = plural(*others, "other file");
    console.info(&format!("{done}; {kept} kept; {others} not touched"));
}

/// The JSON Schema of what was done.
#[must_use]
pub(super) fn schema() -> serde_json::Value {
    report::schema()
}
