use std::path::{Path, PathBuf};

use rayon::prelude::*;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::json;
use super::returned::{MAX_BYTES, bytes, list, plural};
use crate::base::files::{self, Stop, is_own_path, remove_file};
use crate::base::hash;
use crate::base::unit::Date;
use crate::cli::report::Failure;
use crate::cli::terminal::{Console, Progress};
use crate::cli::{PurgeArgs, ResultFormat};
use crate::collect::{self, Fault, Records, RefusalCode, ReturnedFile};
use crate::evaluate::retention::{Fate, Paper, fates};

pub(super) fn run(args: &PurgeArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet || args.json);
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
    let paths = list(&args.folder)?;
    let progress = Progress::new(paths.len(), "files", console);
    let one = |path: &PathBuf| {
        let read = (!stop.is_asked()).then(|| HeldFile::read(&args.folder, path));
        progress.step();
        read
    };
    let held: Option<Vec<HeldFile>> = paths.par_iter().map(one).collect();
    progress.end();
    let Some(held) = held else { return Err(Failure::Interrupted.into()) };
    let mut report = judge(held, on, args.yes);
    let mut failed = 0;
    if args.yes {
        for file in report.files.iter_mut().filter(|file| file.action == Action::Past) {
            if stop.is_asked() {
                break;
            }
            match remove_file(&file.path, &file.sha256, MAX_BYTES) {
                Ok(()) => file.action = Action::Removed,
                Err(error) => {
                    (file.action, file.reason) = (Action::Failed, Reason::NotRemovable);
                    console.error(&format!("error: {error}"));
                    failed += 1;
                }
            }
        }
    }
    let format = if args.json { ResultFormat::Json } else { args.format };
    match format {
        ResultFormat::Json => json::print(&report, console)?,
        ResultFormat::Table => console.data(table(&report).as_bytes())?,
    }
    tell(&report, args.yes, console);
    match failed {
        0 if args.yes && stop.is_asked() => Err(Failure::Interrupted.into()),
        0 => Ok(()),
        count => Err(Failure::NotRemoved { count }.into()),
    }
}

/// A file of the folder.
struct HeldFile {
    path: PathBuf,
    sha256: String,
    holds: Holds,
}

/// What a file holds.
enum Holds {
    /// Documents, or records of them.
    Papers(Vec<Paper>),
    /// Something that may be a document or records of this program, but cannot be read for certain: why, and what to do.
    Unclear(String, String),
    /// Something else.
    Other,
}

/// How the table of `collect --format csv` begins.
const CSV: &[u8] = b"file,sha256,source,kit,part,packet,document";

impl HeldFile {
    fn read(folder: &Path, path: &Path) -> Self {
        let new = |sha256, holds| Self { path: path.to_owned(), sha256, holds };
        // What a link leads to has a path of its own.
        if !is_own_path(folder, path) {
            return new(String::new(), Holds::Other);
        }
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(Fault { message, help, .. }) => {
                return new(String::new(), Holds::Unclear(message, help));
            }
        };
        let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        let holds = match ending.to_ascii_lowercase().as_str() {
            "json" => records(&bytes),
            "csv" if bytes.starts_with(CSV) => Holds::Unclear(
                "a table of records has no date that concerns all of it".to_owned(),
                "remove it when the records that it was made from are removed".to_owned(),
            ),
            _ => documents(path, &bytes),
        };
        new(hash::sha256_hex(&bytes), holds)
    }
}

/// What a JSON file holds.
fn records(bytes: &[u8]) -> Holds {
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(bytes) else { return Holds::Other };
    if value.get("records").is_none() || value.get("refused").is_none() {
        return Holds::Other;
    }
    match serde_json::from_value::<Records>(value) {
        Ok(records) => Holds::Papers(records.records.iter().map(Paper::of_record).collect()),
        Err(fault) => Holds::Unclear(
            format!("these look like records, but cannot be read: {fault}"),
            "make them again with `interview-kit collect`, or remove them by hand".to_owned(),
        ),
    }
}

/// What any other file holds.
fn documents(path: &Path, bytes: &[u8]) -> Holds {
    let name = path.display().to_string();
    let mut papers = Vec::new();
    for document in collect::read(&ReturnedFile { path: &name, bytes }, &[]) {
        match document {
            Ok(document) => papers.push(Paper::of_document(&document)),
            Err(Fault { code: RefusalCode::NotOurs, .. }) if papers.is_empty() => {
                return Holds::Other;
            }
            Err(Fault { message, .. }) => {
                let help = "see what it is, and remove it by hand if it is past its date";
                return Holds::Unclear(message, help.to_owned());
            }
        }
    }
    if papers.is_empty() { Holds::Other } else { Holds::Papers(papers) }
}

/// What was done, and why. It names no people, and no files, whose names may be those of people.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "What `interview-kit purge` did")]
struct Report {
    /// The program that made it.
    generator: &'static str,
    /// The version of the program.
    version: &'static str,
    /// The day for which it was asked what is past.
    on: String,
    /// Whether files were to be removed (`--yes`).
    removes: bool,
    /// The files with documents or records, in the order of their paths.
    files: Vec<FileReport>,
    /// How many other files there are. They were not touched.
    others: usize,
}

/// What was done with a file.
#[derive(Serialize, JsonSchema)]
struct FileReport {
    #[serde(skip)]
    path: PathBuf,
    /// The SHA-256 of the file, in hexadecimal; empty if it cannot be read.
    sha256: String,
    /// What was done.
    action: Action,
    /// Why.
    reason: Reason,
    /// The last day on which something in it is kept, if that is known.
    keep_until: Option<String>,
    /// The documents in it, or those of which it has records.
    papers: Vec<PaperReport>,
    /// Why it cannot be judged, and what to do. A message may have a name in it.
    #[serde(skip)]
    fault: Option<(String, String)>,
}

/// A document, or the record of one.
#[derive(Serialize, JsonSchema)]
struct PaperReport {
    /// The id of the packet.
    packet: String,
    /// The id of the document.
    document: String,
}

/// What was done with a file.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Action {
    /// It is past its date, and was not removed: nobody said `--yes`.
    Past,
    /// It was removed.
    Removed,
    /// It is past its date, and could not be removed.
    Failed,
    /// It was kept.
    Kept,
}

/// Why.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Reason {
    /// It is past its date.
    Past,
    /// It is past its date, but the system did not remove it, or it was changed meanwhile.
    NotRemovable,
    /// It is kept until a later day.
    NotYet,
    /// It has no date.
    NoDate,
    /// A date that concerns it cannot be read beyond doubt.
    UnclearDate,
    /// The file cannot be read for certain.
    NotRead,
}

/// Says what is to become of each file.
fn judge(held: Vec<HeldFile>, on: Date, removes: bool) -> Report {
    let none = Vec::new();
    let papers = |file: &HeldFile| match &file.holds {
        Holds::Papers(papers) => papers.clone(),
        Holds::Unclear(..) | Holds::Other => none.clone(),
    };
    let papers: Vec<Vec<Paper>> = held.iter().map(papers).collect();
    let fates = fates(&papers, on);
    let mut others = 0;
    let mut files = Vec::new();
    for ((HeldFile { path, sha256, holds }, fate), papers) in
        held.into_iter().zip(fates).zip(papers)
    {
        let (fault, reason, until) = match (holds, fate) {
            (Holds::Other, _) => {
                others += 1;
                continue;
            }
            (Holds::Unclear(message, remedy), _) => {
                (Some((message, remedy)), Reason::NotRead, None)
            }
            (Holds::Papers(_), Fate::Past(until)) => (None, Reason::Past, Some(until)),
            (Holds::Papers(_), Fate::KeptUntil(until)) => (None, Reason::NotYet, Some(until)),
            (Holds::Papers(_), Fate::NoDate) => (None, Reason::NoDate, None),
            (Holds::Papers(_), Fate::UnclearDate) => (None, Reason::UnclearDate, None),
        };
        let action = if reason == Reason::Past { Action::Past } else { Action::Kept };
        let paper = |Paper { packet, document, .. }: Paper| PaperReport { packet, document };
        let papers = papers.into_iter().map(paper).collect();
        let keep_until = until.map(|date| date.to_string());
        files.push(FileReport { path, sha256, action, reason, keep_until, papers, fault });
    }
    let (generator, version) = ("interview-kit", env!("CARGO_PKG_VERSION"));
    Report { generator, version, on: on.to_string(), removes, files, others }
}

/// The files with what was done, for people.
fn table(report: &Report) -> String {
    let row = |file: &FileReport| {
        let action = match file.action {
            Action::Past => "past",
            Action::Removed => "removed",
            Action::Failed => "not removed",
            Action::Kept => "kept",
        };
        let until = match file.reason {
            Reason::NoDate => "no date".to_owned(),
            Reason::UnclearDate => "unclear date".to_owned(),
            Reason::NotRead => "not read".to_owned(),
            Reason::Past | Reason::NotYet | Reason::NotRemovable => {
                file.keep_until.clone().unwrap_or_default()
            }
        };
        let mut packets: Vec<&str> = file.papers.iter().map(|it| it.packet.as_str()).collect();
        packets.sort_unstable();
        packets.dedup();
        let packets = match packets[..] {
            [] => "–".to_owned(),
            [packet] => packet.to_owned(),
            _ => plural(packets.len(), "packet"),
        };
        [action.to_owned(), until, packets, file.path.display().to_string()]
    };
    if report.files.is_empty() {
        return String::new();
    }
    let head = ["", "keep until", "packet", "file"].map(str::to_owned);
    let rows: Vec<[String; 4]> =
        std::iter::once(head).chain(report.files.iter().map(row)).collect();
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let [action, until, packet] = [0, 1, 2].map(widest);
    let lines = rows.iter().map(|[first, second, third, path]| {
        let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        format!(
            "{first}{}  {second}{}  {third}{}  {path}\n",
            pad(first, action),
            pad(second, until),
            pad(third, packet)
        )
    });
    lines.collect()
}

/// Tells on standard error how many there are of each, and what to do about those that could not be judged.
fn tell(report: &Report, removes: bool, console: Console) {
    let count = |action: Action| report.files.iter().filter(|it| it.action == action).count();
    let of = |reason: Reason| report.files.iter().filter(|it| it.reason == reason).count();
    for file in &report.files {
        if let Some((message, help)) = &file.fault {
            let path = file.path.display();
            console.error(&format!("warning: {path} is kept: {message}\n  help: {help}"));
        }
    }
    if of(Reason::UnclearDate) > 0 {
        let files = plural(of(Reason::UnclearDate), "file");
        console.error(&format!(
            "warning: {files} kept: a date of the packet cannot be read beyond doubt\n  help: write it as 2027-05-27, or remove the files by hand"
        ));
    }
    if of(Reason::NoDate) > 0 {
        let files = plural(of(Reason::NoDate), "file");
        console.info(&format!(
            "{files} kept: there is no date until which they are kept\n  help: build packets with --keep-until, or fill the date in on the debrief"
        ));
    }
    let past = match (removes, count(Action::Past)) {
        (true, _) => format!("{} removed", plural(count(Action::Removed), "file")),
        (false, 0) => format!("nothing is past its date on {}", report.on),
        (false, past) => {
            format!("{} past the date on {}; --yes removes them", plural(past, "file"), report.on)
        }
    };
    let kept = plural(count(Action::Kept), "file");
    let others = plural(report.others, "other file");
    console.info(&format!("{past}; {kept} kept; {others} not touched"));
}

/// The JSON Schema of what was done.
#[must_use]
pub(super) fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report>().to_value()
}
