//! In: the files that came back. Out: their records, what was refused, and a summary.

mod answers;
mod expected;
mod files;
mod paper;
mod pictures;
mod progress_file;
mod review;
mod summary;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use schemars::generate::SchemaSettings;

use self::expected::Expected;
use self::files::{Input, InputPath, ReadFile, Reader};
use self::paper::PaperReader;
use self::pictures::PictureFolder;
use self::progress_file::ProgressFile;
use super::returned::hidden_files;
use super::{inputs, json};
use crate::base::files::{self as disk, Overwrite, Planned, Stop};
use crate::cli::report::Failure;
use crate::cli::terminal::{Console, Progress};
use crate::cli::{CollectArgs, CollectFormat, UsageError, unknown_ending};
use crate::collect::paper::PaperKind;
use crate::collect::{DatedRecord, Prefer, Records, Refusal, settle};

pub(super) fn run(args: &CollectArgs) -> anyhow::Result<()> {
    let console = Console::new(args.write.quiet);
    let output = args.output.as_deref().filter(|path| path.as_os_str() != "-");
    let format = format(args, output)?;
    expect_one_way(&args.prefer)?;
    expect_pictures(args, output)?;
    if output.is_none() {
        console.expect_data()?;
    }
    let stop = Stop::listen();
    let kits = files::kits(&args.kit, stop, console)?.ok_or(Failure::Interrupted)?;
    let expected = Expected::of(args, &kits, console)?;
    let Input { mut paths, mut refused, set_aside, hidden } = files::list(&args.inputs);
    let overwrite = if args.write.force { Overwrite::Replace } else { Overwrite::SkipIdentical };
    let pictures = output.map(|output| PictureFolder::beside(output, overwrite));
    if let Some(pictures) = &pictures {
        // An earlier run may have put them into a folder that is read.
        paths.retain(|input| !pictures.holds(&input.path));
    }
    for path in output.into_iter().chain(args.review.as_deref()) {
        inputs::spare_real(path, paths.iter().map(|input| input.real.clone()))?;
        inputs::spare(path, &args.kit)?;
        inputs::spare(path, args.lock.as_slice())?;
        inputs::spare(path, args.answers.as_slice())?;
    }
    let mut answers = answers::read(args.answers.as_deref())?;
    if paths.is_empty() {
        return Err(nothing_to_read(&refused, console));
    }
    let prefer = prefer(&args.prefer, &paths)?;
    let kind = if args.photocopies { PaperKind::Photocopies } else { PaperKind::Originals };
    let paper = PaperReader::new((&kits, kind), (output, pictures.as_ref()), stop);
    let reader = Reader::new(&kits, &expected, paper);
    let ReadFile { mut records, refused: more, mut remarks, sheets, blank } =
        read_all(&reader, &paths, stop, console)?;
    refused.extend(more);
    let pages = sheets.len();
    let scanned = reader
        .scanned(sheets, &mut answers)
        .map_err(|fault| answers::error(args.answers.as_deref(), &fault))?;
    records.extend(scanned.records);
    refused.extend(scanned.refused);
    remarks.extend(scanned.remarks);
    remarks.extend(answers.unused().map(|id| {
        format!("the answer to `{id}` was not used: nothing of these scans is asked so")
    }));
    remarks.extend(idle(&prefer, &records));
    let records = settle(records, refused, &prefer);
    let bytes = match format {
        CollectFormat::Json => json::text(&records)?,
        CollectFormat::Csv => table::csv(&records).into_bytes(),
    };
    hidden_files(hidden, console);
    summary::tell(&records, &remarks, &set_aside, paths.len(), console);
    let progress_file = reader.into_progress();
    let paper = summary::Paper {
        pages,
        blank,
        small_boxes: scanned.small_boxes,
        known: progress_file.as_ref().map_or(0, ProgressFile::known),
        answers: answers.used(),
        asks: &scanned.asks,
    };
    summary::tell_paper(&paper, console);
    if let (Some(path), Some(pictures)) = (&args.review, &pictures) {
        write(path, review::page(&scanned.asks, pictures)?, args.write.force)?;
        console.info(&format!("wrote {}", path.display()));
    }
    match output {
        None => console.data(&bytes)?,
        Some(path) => {
            write(path, bytes, args.write.force)?;
            console.info(&format!("wrote {}", path.display()));
        }
    }
    if let Some(progress) = progress_file {
        progress.remove()?;
    }
    end(records.refused.len(), scanned.asks.len(), args.review.is_some())
}

/// Reads all files, on several threads.
fn read_all(
    reader: &Reader<'_>,
    paths: &[InputPath],
    stop: Stop,
    console: Console,
) -> anyhow::Result<ReadFile> {
    let progress = Progress::new(paths.len(), "files", console);
    let read = |path: &InputPath| {
        let read = (!stop.is_asked()).then(|| reader.read(path));
        progress.step();
        // Of a file with many pages, only some may have been read.
        read.filter(|_| !stop.is_asked())
    };
    let read: Option<Vec<anyhow::Result<ReadFile>>> = paths.par_iter().map(read).collect();
    progress.end();
    let Some(read) = read else { return Err(Failure::Interrupted.into()) };
    let mut all = ReadFile::default();
    for read in read {
        let read = read?;
        all.records.extend(read.records);
        all.refused.extend(read.refused);
        all.remarks.extend(read.remarks);
        all.sheets.extend(read.sheets);
        all.blank += read.blank;
    }
    Ok(all)
}

/// The end of a run that refused some documents, and is not certain of some values.
fn end(refused: usize, asked: usize, has_review: bool) -> anyhow::Result<()> {
    let refused = (refused > 0).then_some(Failure::FilesRefused { count: refused });
    let asked = (asked > 0).then_some(Failure::ValuesAsked { count: asked, has_review });
    match (refused, asked) {
        (None, None) => Ok(()),
        (Some(one), None) | (None, Some(one)) => Err(one.into()),
        (Some(refused), Some(asked)) => {
            let both = [refused, asked].map(|it| Arc::new(it.into()));
            Err(Failure::Several(both.to_vec()).into())
        }
    }
}

/// The error where no file can be read: all of them are told, the last one by the caller.
fn nothing_to_read(refused: &[Refusal], console: Console) -> anyhow::Error {
    let told = |Refusal { message, help, .. }: &Refusal| format!("{message}\n  help: {help}");
    let Some((last, others)) = refused.split_last() else {
        return anyhow::anyhow!("there are no files to read");
    };
    for refusal in others {
        console.error(&format!("error: {}", told(refusal)));
    }
    anyhow::anyhow!(told(last))
}

fn write(path: &Path, bytes: Vec<u8>, is_forced: bool) -> anyhow::Result<()> {
    let overwrite = if is_forced { Overwrite::Replace } else { Overwrite::SkipIdentical };
    let planned = Planned { path: path.to_owned(), bytes };
    disk::write_files(std::slice::from_ref(&planned), overwrite)?;
    Ok(())
}

/// In which format the records are written.
fn format(args: &CollectArgs, output: Option<&Path>) -> Result<CollectFormat, UsageError> {
    let ending = output.and_then(Path::extension).and_then(|ending| ending.to_str());
    let by_ending = match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("json") => Some(CollectFormat::Json),
        Some("csv") => Some(CollectFormat::Csv),
        _ => None,
    };
    let asked = if args.json { Some(CollectFormat::Json) } else { args.format };
    if let (Some(path), None) = (output, asked)
        && let Some(error) = unknown_ending(path, &["json", "csv"])
    {
        return Err(error);
    }
    if let (Some(path), Some(asked), Some(ending)) = (output, asked, by_ending)
        && asked != ending
    {
        let message = format!("-o {}: the ending is not that of --format", path.display());
        return Err(UsageError::new(message).help("leave out --format, or change the ending"));
    }
    Ok(asked.or(by_ending).unwrap_or(CollectFormat::Json))
}

fn is_newest(path: &Path) -> bool {
    path.as_os_str() == "newest"
}

/// Expects that the review page has pictures to show, and a file of its own.
fn expect_pictures(args: &CollectArgs, output: Option<&Path>) -> Result<(), UsageError> {
    if args.review.is_some() && output.is_none() {
        let message = "--review needs -o: the pictures that it shows are kept beside the records";
        return Err(UsageError::new(message).help("write the records to a file with -o"));
    }
    let real = |path: &Path| disk::real_path(path);
    if args.review.as_deref().is_some_and(|review| output.map(real) == Some(real(review))) {
        let message = "--review and -o name the same file";
        return Err(
            UsageError::new(message).help("give the review page another name, such as review.html")
        );
    }
    Ok(())
}

/// Expects that files are preferred by their dates or by their names.
fn expect_one_way(asked: &[PathBuf]) -> Result<(), UsageError> {
    if asked.len() > 1 && asked.iter().any(|path| is_newest(path)) {
        return Err(UsageError::new("--prefer newest cannot be combined with --prefer FILE"));
    }
    Ok(())
}

/// Which of several files with the same document counts. Files are named as records name them, whatever they are called on the command
/// line.
fn prefer(asked: &[PathBuf], inputs: &[InputPath]) -> anyhow::Result<Prefer> {
    if asked.is_empty() {
        return Ok(Prefer::Nothing);
    }
    if asked.iter().any(|path| is_newest(path)) {
        return Ok(Prefer::Newest);
    }
    let mut names = Vec::new();
    for path in asked {
        let real = disk::real_path(path);
        let Some(input) = inputs.iter().find(|input| input.real == real) else {
            if !disk::is_file(path) {
                // The error says why it is no file that could be read.
                disk::read_bytes(path, 0)?;
            }
            let message =
                format!("--prefer {}: this is not one of the files to read", path.display());
            let help = "name a file that is given, or is in a folder that is given";
            return Err(UsageError::new(message).help(help).into());
        };
        names.push(input.name());
    }
    Ok(Prefer::Files(names))
}

/// The files named by `--prefer` that had no effect.
fn idle(prefer: &Prefer, found: &[DatedRecord]) -> Vec<String> {
    let Prefer::Files(files) = prefer else { return Vec::new() };
    let is_idle = |file: &&String| {
        let mut own = found.iter().filter(|it| it.record.file == **file);
        !own.any(|it| found.iter().any(|other| other.record.is_again(&it.record)))
    };
    let idle = files.iter().filter(is_idle);
    idle.map(|file| format!("{file}: --prefer had no effect: no other file is the same document"))
        .collect()
}

/// The JSON Schema of records.
#[must_use]
pub(super) fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Records>().to_value()
}
