//! Running the program in a folder of its own, and reading what it made with readers that this project did not write.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;

use interview_kit::bank::{self, Bank, Id};
use interview_kit::base::diagnostic::{Diagnostic, Rejected, Severity};
use interview_kit::base::page_words::PageWords;
use interview_kit::base::source::{Source, SourceId, Sources};
use interview_kit::base::unit::{Language, Paper, TextSize};
use interview_kit::document::{self, Block, Document};
use interview_kit::packet::locale;
use interview_kit::packet::{Audience, DOCUMENTS, DocumentKind};
use interview_kit::print::frame::Pages;
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};
use interview_kit::select::{Facet, Filters};
use tempfile::TempDir;

/// A folder, and the program run in it.
pub struct Test {
    folder: TempDir,
}

/// What a run of the program came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Test {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file into the folder.
    pub fn file(self, name: &str, text: &str) -> Self {
        std::fs::write(self.path(name), text).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).unwrap()
    }

    /// The names of everything in the folder, in order.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn command(&self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_interview-kit"));
        command.args(args).current_dir(self.folder.path());
        command.env_remove("NO_COLOR").env_remove("SOURCE_DATE_EPOCH");
        command
    }

    pub fn run(&self, line: &str) -> Ran {
        self.run_with(line, "")
    }

    /// Runs a command line, split at its spaces, on a standard input.
    pub fn run_with(&self, line: &str, input: &str) -> Ran {
        let mut command = self.command(line.split_whitespace());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that refuses its command line does not wait for its input.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Ran::of(child.wait_with_output().unwrap())
    }
}

impl Ran {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The run must have been done.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.err);
        self
    }

    /// Everything about it, for a snapshot.
    pub fn whole(&self) -> String {
        format!("exit {}\n--- stdout\n{}--- stderr\n{}", self.code, self.out, self.err)
    }
}

impl Drop for Test {
    /// Every page of every kit that a test makes is looked at.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            crate::geometry::look_at_all(self.folder.path());
        }
    }
}

/// Makes a font one of those that this system lets a person install for themselves, for the programs that get the variable.
#[must_use]
pub fn install_font(test: &Test, name: &str, font: &[u8]) -> (&'static str, PathBuf) {
    let (home, fonts) = if cfg!(windows) {
        ("USERPROFILE", "AppData/Local/Microsoft/Windows/Fonts")
    } else if cfg!(target_os = "macos") {
        ("HOME", "Library/Fonts")
    } else {
        ("HOME", ".fonts")
    };
    let folder = test.path("home").join(fonts);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), font).unwrap();
    (home, test.path("home"))
}

/// The programs that tests read PDFs back with, and the Debian package of each.
const TOOLS: [(&str, &str); 9] = [
    ("mutool", "mupdf-tools"),
    ("pdffonts", "poppler-utils"),
    ("pdfimages", "poppler-utils"),
    ("pdfinfo", "poppler-utils"),
    ("pdftoppm", "poppler-utils"),
    ("pdftotext", "poppler-utils"),
    ("qpdf", "qpdf"),
    ("sha256sum", "coreutils"),
    ("unshare", "util-linux"),
];

/// What a program of the system prints. Where it is missing, the rest of the check is skipped, and a line on standard error
/// says so; with `NO_SKIPS` in the environment (as in CI) that is a failure.
#[track_caller]
pub fn tool(name: &str, args: &[&str]) -> Option<String> {
    let output = match Command::new(name).args(args).output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let (_, package) = TOOLS.iter().find(|(tool, _)| *tool == name).unwrap();
            skip(&format!("{name} is not installed (apt-get install {package})"));
            return None;
        }
        output => output.unwrap(),
    };
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Says once for each test that a check in it is skipped, and why. The test harness does not capture this line.
#[track_caller]
pub fn skip(why: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

    assert!(std::env::var_os("NO_SKIPS").is_none(), "skipped, which NO_SKIPS forbids: {why}");
    let current = std::thread::current();
    let line = format!("skipped in {}: {why}", current.name().unwrap_or("a test"));
    let is_new = SAID.lock().unwrap().insert(line.clone());
    if is_new {
        // `eprintln!` would be captured.
        std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
    }
}

/// The words of a PDF, in the order in which they are painted.
#[track_caller]
pub fn pdf_text(path: &Path) -> Option<String> {
    tool("pdftotext", &["-raw", path.to_str().unwrap(), "-"])
}

/// The text of a PDF as a person sees it on its pages, line by line.
pub fn pdf_text_as_seen(path: &Path) -> Option<String> {
    tool("pdftotext", &["-layout", path.to_str().unwrap(), "-"])
}

/// A PDF must open in a strict reader without a complaint.
#[track_caller]
pub fn opens_without_complaint(path: &Path) {
    let Some(said) = tool("qpdf", &["--check", path.to_str().unwrap()]) else { return };
    assert!(said.contains("No syntax or stream encoding errors"), "{said}");
}

/// The option that asks for every document.
pub fn all_documents() -> String {
    let ids: Vec<&str> = DOCUMENTS.iter().map(|document| document.id).collect();
    format!("--documents {}", ids.join(","))
}

/// The number of files of a packet with every document, in one format.
pub fn files_in_packet(interviewers: usize) -> usize {
    let files = |document: &DocumentKind| match document.audience {
        Audience::Interviewer => interviewers,
        Audience::Panel | Audience::Candidate => 1,
    };
    DOCUMENTS.iter().map(files).sum()
}

/// Words with single spaces, so that texts can be found over line ends.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn sources(text: &str, name: &str) -> (Sources, SourceId) {
    let mut sources = Sources::new();
    let id = sources.add(Source { name: name.to_owned(), text: text.to_owned() });
    (sources, id)
}

pub fn built_in() -> Bank {
    let mut sources = Sources::new();
    let id = sources.add(bank::built_in());
    bank::load(&sources, &[id]).unwrap().value
}

/// Diagnostics, a line each: what a person needs to find the place, and the way out.
pub fn lines(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let mut lines = String::new();
    for found in diagnostics {
        let place = found.span.as_ref().map_or("-".to_owned(), |span| {
            let at = sources.locate(span);
            format!("{}:{}:{}", sources.get(span.source).name, at.line, at.column)
        });
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        };
        writeln!(lines, "{place}: {severity}[{}] {}", found.code, found.message).unwrap();
        for help in &found.help {
            writeln!(lines, "    {help}").unwrap();
        }
        if let Some(fix) = &found.fix {
            writeln!(lines, "    {} {}", fix.reason, fix.replacement).unwrap();
        }
    }
    lines
}

/// The words beside the text of documents that bring none of their own.
pub fn english_words(_: &Language) -> Result<PageWords, Rejected> {
    Ok(locale::english().page_words()?)
}

/// The blocks of a document.
pub fn blocks(document: &Document) -> Vec<Block> {
    document.blocks.iter().cloned().collect()
}

pub fn parse(markdown: &str) -> Document {
    let (sources, id) = sources(markdown, "guide.md");
    match document::parse(&sources, id, &english_words) {
        Ok(accepted) => accepted.value,
        Err(rejected) => panic!("{}", lines(&sources, rejected.diagnostics())),
    }
}

/// What is below a heading of a Markdown table: the first cell of its column.
pub fn below(markdown: &str, heading: &str) -> String {
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let lines: Vec<&str> = markdown.lines().collect();
    let heads = lines.windows(3).filter(|it| it[0].starts_with('|') && it[1].starts_with("|:"));
    let mut found = heads.filter_map(|it| {
        let column = cells(it[0]).iter().position(|cell| cell == heading)?;
        cells(it[2]).get(column).cloned()
    });
    found.next().unwrap_or_else(|| panic!("no column {heading}: {markdown}"))
}

pub fn set(markdown: &str, paper: Paper) -> Pages {
    typeset(&parse(markdown), &Style::new(paper, TextSize::Regular), &Fonts::built_in())
        .value
        .to_pages()
}

/// The themes of a bank that lists none.
pub(crate) fn themes() -> Vec<Id> {
    ["strategy", "execution", "people"].map(|id| id.parse().unwrap()).to_vec()
}

/// A filter with one facet.
pub(crate) fn only(facet: &'static Facet, ids: &[&str]) -> Filters {
    Filters::default().with(facet, ids.iter().map(|id| id.parse().unwrap()).collect())
}
