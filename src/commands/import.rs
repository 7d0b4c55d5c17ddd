use std::ffi::OsStr;
use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use super::bank::text;
use super::json;
use crate::bank::import::{self, Imported, LeftOut};
use crate::base::diagnostic::{Checked, Diagnostic};
use crate::base::files::{self, InputError, Overwrite, Planned, WriteOutcome};
use crate::base::source::{Source, Sources};
use crate::base::text::counted;
use crate::cli::report::{Failure, Report, warn};
use crate::cli::terminal::Console;
use crate::cli::{CheckFormat, ImportArgs, UsageError};

/// The endings of banks.
const BANK: [&str; 2] = ["yaml", "yml"];
/// How much of a line that was left out is shown, in characters.
const SHOWN: usize = 60;

pub(super) fn run(args: &ImportArgs) -> anyhow::Result<()> {
    let console = Console::new(args.write.quiet);
    let overwrite = if args.write.force { Overwrite::Replace } else { Overwrite::SkipIdentical };
    let output = args.output.as_deref().filter(|path| path.as_os_str() != "-");
    let is_json = args.json || args.format == CheckFormat::Json;
    if is_json && output.is_none() {
        let error = UsageError::new("-o - and --json cannot both write to standard output");
        return Err(error.help("set -o to a file").into());
    }
    let ending = output.and_then(Path::extension);
    let is_bank = |ending: &OsStr| BANK.iter().any(|known| ending.eq_ignore_ascii_case(known));
    if let (Some(path), Some(false)) = (output, ending.map(is_bank)) {
        let error = UsageError::new(format!("-o {}: a bank is written as YAML", path.display()));
        let help = format!("name it {}", path.with_extension("yaml").display());
        return Err(error.help(help).into());
    }
    if is_json {
        console.expect_data()?;
    }
    let mut sources = Sources::new();
    let id = sources.add(pack(&args.pack)?);
    let read: Checked<Imported> = import::read(&sources, id);
    let imported = match read {
        Ok(read) => {
            if !is_json {
                warn(&read.warnings, &sources, console);
            }
            read
        }
        Err(rejected) if is_json => {
            json::print(&report(&sources, rejected.diagnostics(), None), console)?;
            return Err(Failure::NothingImported.into());
        }
        Err(rejected) => return Err(Failure::rejected(&rejected, &sources).into()),
    };
    let (warnings, imported) = (imported.warnings, imported.value);
    let name = sources.get(id).name.as_str();
    let file = import::bank_file(&imported.pack, name);
    let done = match output {
        None => {
            console.data(file.as_bytes())?;
            None
        }
        Some(path) => {
            let planned = Planned { path: path.to_owned(), bytes: file.into_bytes() };
            files::write_files(&[planned], overwrite)?.pop().zip(Some(path))
        }
    };
    if is_json {
        return json::print(&report(&sources, &warnings, Some(&imported)), console);
    }
    if !imported.left_out.is_empty() {
        console.error(&left_out(name, &imported.left_out));
    }
    console.info(&conclusion(&imported, done));
    Ok(())
}

/// The pack. Old line ends become new ones, so that its lines are counted as editors count them.
fn pack(path: &Path) -> anyhow::Result<Source> {
    let source = text(path).map_err(|error| {
        let is_binary = matches!(
            error.downcast_ref(),
            Some(InputError::NotText(..) | InputError::Spreadsheet(_))
        );
        let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_lowercase();
        let help = match ending.as_str() {
            "pdf" => "pdftotext -layout pack.pdf pack.txt",
            "docx" | "odt" | "epub" | "rtf" => "pandoc -t plain pack.docx -o pack.txt",
            _ => return error,
        };
        if is_binary {
            anyhow::anyhow!("{error}\n  help: convert it to text: {help}")
        } else {
            error
        }
    })?;
    let text = source.text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(Source { text, ..source })
}

/// The lines that were left out, a line each: where, how they begin, and why.
fn left_out(name: &str, left_out: &[LeftOut]) -> String {
    let count = left_out.len();
    let mut text = match count {
        1 => "left out 1 line:".to_owned(),
        _ => format!("left out {count} lines:"),
    };
    for LeftOut { line, why } in left_out {
        let (number, start) = (line.number, start(&line.text));
        // Writing to a text cannot fail.
        let _ = write!(text, "\n  {name}:{number}: {start}  ({})", why.describe());
    }
    text
}

/// How a line begins. What a terminal would obey is not printed.
fn start(text: &str) -> String {
    let mut chars = text.chars().map(|char| if char.is_control() { '\u{FFFD}' } else { char });
    let mut start: String = chars.by_ref().take(SHOWN).collect();
    if chars.next().is_some() {
        start.push('…');
    }
    start
}

fn conclusion(imported: &Imported, output: Option<(WriteOutcome, &Path)>) -> String {
    let counts = counts(imported);
    match output {
        None => format!("read {counts}; fill in the empty values"),
        Some((done, path)) => {
            let (done, path) = (done.describe(), path.display());
            format!(
                "{done} {path} with {counts}\n\nNext: fill in the empty values, then check for gaps:\n  interview-kit check {path}"
            )
        }
    }
}

fn counts(imported: &Imported) -> String {
    let pack = &imported.pack;
    let questions = counted(pack.questions.len(), "question", "questions");
    let rubric = counted(pack.rubric_lines(), "rubric line", "rubric lines");
    format!("{questions} and {rubric}")
}

/// What came of an import, for scripts: what `check` says of a bank, and what was read.
#[derive(Serialize)]
struct ImportReport<'a> {
    #[serde(flatten)]
    report: Report,
    /// How many questions were read.
    questions: usize,
    /// How many rubric lines they have together.
    rubric_lines: usize,
    /// The lines that are not in the bank.
    left_out: Vec<LeftOutLine<'a>>,
}

#[derive(Serialize)]
struct LeftOutLine<'a> {
    file: &'a str,
    /// Its number, from 1.
    line: usize,
    /// The character at which it begins, from 1.
    column: usize,
    /// All of it, but for the spaces around it.
    text: &'a str,
    /// Why, as a stable name.
    why: &'static str,
}

fn report<'a>(
    sources: &'a Sources,
    found: &[Diagnostic],
    imported: Option<&'a Imported>,
) -> ImportReport<'a> {
    let line = |LeftOut { line, why }: &'a LeftOut| LeftOutLine {
        file: &sources.get(line.span.source).name,
        line: line.number,
        column: sources.locate(&line.span).column,
        text: &line.text,
        why: why.code(),
    };
    ImportReport {
        report: Report::new(sources, found),
        questions: imported.map_or(0, |imported| imported.pack.questions.len()),
        rubric_lines: imported.map_or(0, |imported| imported.pack.rubric_lines()),
        left_out: imported
            .map_or(Vec::new(), |imported| imported.left_out.iter().map(line).collect()),
    }
}
