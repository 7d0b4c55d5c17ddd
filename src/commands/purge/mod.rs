//! In: a folder with documents and records. Out: what is past the date until which it is kept, removed if somebody says so.

mod content;
mod log;
mod outcome;
mod report;
mod scans;
mod traces;

use std::io;
use std::path::PathBuf;

use rayon::prelude::*;

use self::content::{HeldFile, Unclear};
use self::log::Log;
use self::outcome::{JudgedFile, Outcome, Purge, judge};
use super::returned::{MAX_BYTES, left_out, list, named};
use crate::base::files::{self, FolderListing, RemoveError, Stop, remove_file};
use crate::base::text::{counted, printed_line};
use crate::cli::PurgeArgs;
use crate::cli::report::Failure;
use crate::cli::terminal::{Console, Progress};

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
    let mut log = Log::new(&purge, args.result.format(), console)?;
    let mut removed: Vec<String> = Vec::new();
    log.begin().map_err(|error| without_log(&error, &removed))?;
    let mut failed = 0;
    for file in &mut purge.files {
        if args.yes && !stop.is_asked() {
            match remove(file) {
                Ok(true) => {
                    removed.push(format!("{} (SHA-256 {})", file.path.display(), file.sha256));
                }
                Ok(false) => {}
                Err(error) => {
                    console.error(&format!("error: {}", printed_line(&error.to_string())));
                    failed += 1;
                }
            }
        }
        log.file(file).map_err(|error| without_log(&error, &removed))?;
    }
    log.end().map_err(|error| without_log(&error, &removed))?;
    tell(&purge, &listing, console);
    match failed {
        0 if args.yes && stop.is_asked() => Err(Failure::Interrupted.into()),
        0 => Ok(()),
        count => Err(Failure::NotRemoved { count }.into()),
    }
}

/// Removes a file if it is past its date, and says whether it was.
fn remove(file: &mut JudgedFile) -> Result<bool, RemoveError> {
    let Outcome::Past(until) = file.outcome else { return Ok(false) };
    let removed = remove_file(&file.path, &file.sha256, MAX_BYTES);
    file.outcome =
        if removed.is_ok() { Outcome::Removed(until) } else { Outcome::NotRemoved(until) };
    removed.map(|()| true)
}

/// The log cannot be written any more. Who was to read it may not have got any of it, so all that was removed is named.
fn without_log(error: &io::Error, removed: &[String]) -> anyhow::Error {
    if removed.is_empty() {
        return anyhow::anyhow!("{error}\n  help: nothing was removed");
    }
    let files: Vec<String> = removed.iter().map(|it| format!("\n  {}", printed_line(it))).collect();
    anyhow::anyhow!(
        "{error}; removed before that, and perhaps missing in the log:{}\n  help: keep these lines as the log; nothing else was removed",
        files.concat()
    )
}

/// Tells on standard error how many there are of each, and what to do about those that could not be judged.
fn tell(
    Purge { on, removes, files, others, pictures }: &Purge,
    listing: &FolderListing,
    console: Console,
) {
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
            counted(withheld, "file", "files"),
            hiding.join(", ")
        );
        let help =
            "save what cannot be read again so that it can be read, or move it out of the folder";
        console.error(&format!("warning: {}\n  help: {help}", printed_line(&message)));
    }
    let unclear = count(|it| matches!(it, Outcome::UnclearDate));
    if unclear > 0 {
        let files = counted(unclear, "file", "files");
        console.error(&format!(
            "warning: {files} kept: a date of the packet, or a document of it, cannot be read\n  help: write the date as 2027-05-27, or remove the files by hand"
        ));
    }
    let undated = count(|it| matches!(it, Outcome::NoDate));
    if undated > 0 {
        let files = counted(undated, "file", "files");
        console.info(&format!(
            "{files} kept: they have no keep-until date\n  help: build packets with --keep-until, or fill the date in on the debrief"
        ));
    }
    if !pictures.is_empty() {
        let named = named(pictures);
        let pictures = counted(pictures.len(), "picture", "pictures");
        console.error(&format!(
            "warning: {pictures} kept that may be scans: no records in this folder tell what is on them: {named}\n  help: put the records that were made of them into the folder, or remove them by hand when they may go"
        ));
    }
    left_out(listing, console);
    let (past, removed, failed) = (
        count(|it| matches!(it, Outcome::Past(_))),
        count(|it| matches!(it, Outcome::Removed(_))),
        count(|it| matches!(it, Outcome::NotRemoved(_))),
    );
    let done = match (removes, past) {
        (true, _) => format!("{} removed", counted(removed, "file", "files")),
        (false, 0) if withheld == 0 => format!("nothing is past its date on {on}"),
        (false, 0) => format!("nothing can be removed on {on}"),
        (false, past) => {
            format!("{} past the date on {on}; --yes removes them", counted(past, "file", "files"))
        }
    };
    let kept = counted(files.len() - past - removed - failed, "file", "files");
    let others = counted(*others, "other file", "other files");
    console.info(&format!("{done}; {kept} kept; {others} not touched"));
}

/// The JSON Schema of what was done.
#[must_use]
pub(super) fn schema() -> serde_json::Value {
    report::schema()
}
