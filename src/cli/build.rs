use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueEnum};

use super::facets::{decided_by_a_lock, number};
use super::{BankArgs, FacetArgs};
use crate::base::unit::{Language, LanguageParseError, Paper};
use crate::packet::{DOCUMENTS, DocumentKind, GuideLayout, InterviewDetails};
use crate::select::InterviewerSlot;

const BANK: &str = "Bank, brand, and templates";
const INTERVIEW: &str = "Interview (omitted values print as blanks)";

/// Arguments of `build`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit build                            PDF and Markdown in the current folder
  interview-kit build --role appsec-manager --minutes 45 \\
                      --candidate \"Ana Silva\" -o packets
  interview-kit build --minutes 60 --format pdf -o hour.pdf
  interview-kit build --roster candidates.csv --minutes 45 -o packets
  interview-kit build --layout compact --duplex   two questions on a page
  interview-kit build --documents ground-rules    what interviewers read once
  interview-kit build --json --dry-run           preview the output as JSON")]
pub struct BuildArgs {
    /// The kit.
    #[command(flatten)]
    pub kit: KitArgs,
    /// Interviewer's name
    #[arg(long, value_name = "NAME", value_parser = parse_detail, help_heading = INTERVIEW)]
    pub interviewer: Option<String>,
}

/// Arguments of `panel`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit panel --size 3 --minutes 45 --role appsec-manager -o panel
  interview-kit panel --interviewers \"Ana:strategy+people,Bo:execution+people\" --minutes 45
  interview-kit panel --size 2 --minutes 60 --collate --duplex    one PDF, ready to print
  interview-kit panel --roster interviews.csv --minutes 45 -o packets")]
pub struct PanelArgs {
    /// The interviewers.
    #[command(flatten)]
    pub interviewers: InterviewerArgs,
    /// Minutes between interviews
    #[arg(long = "break", value_name = "N", default_value_t = 0)]
    #[arg(value_parser = number::<u32>(0, 240), allow_negative_numbers = true)]
    #[arg(help_heading = "Panel")]
    pub pause: u32,
    /// The kit.
    #[command(flatten)]
    pub kit: KitArgs,
}

/// A kit for one interview or for many.
#[derive(Clone, Debug, Args)]
pub struct KitArgs {
    /// The filters and limits for questions.
    #[command(flatten)]
    pub facets: FacetArgs,
    /// The banks.
    #[command(flatten, next_help_heading = BANK)]
    pub bank: BankArgs,
    /// The brand.
    #[command(flatten, next_help_heading = BANK)]
    pub brand: BrandArgs,
    /// Use templates from this folder, falling back to the built-in ones; `init` creates a copy of them to edit
    #[arg(long, value_name = "DIR", help_heading = BANK)]
    pub templates: Option<PathBuf>,
    /// The details of the interview.
    #[command(flatten)]
    pub packet: PacketArgs,
    /// The roster.
    #[command(flatten)]
    pub roster: RosterArgs,
    /// The documents.
    #[command(flatten)]
    pub documents: DocumentArgs,
    /// Reuse of a kit.
    #[command(flatten)]
    pub lock: LockArgs,
    /// The output.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// The brand of printed documents.
#[derive(Clone, Debug, Default, Args)]
pub struct BrandArgs {
    /// Brand file with color, logo, fonts, and page settings, in the form of brand.yml [default: `brand` in the bank, or a
    /// `_brand.yml` beside it]
    #[arg(long, value_name = "FILE")]
    pub brand: Option<PathBuf>,
    /// Use no brand, even if the bank has one
    #[arg(long, conflicts_with = "brand")]
    pub no_brand: bool,
}

/// The interviewers of a panel.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Panel")]
pub struct InterviewerArgs {
    /// Interviewers, separated by commas, each with optional themes, separated by `+`, such as
    /// `Ana:strategy,Bo:execution+people,Chi`
    #[arg(long, value_name = "NAME[:THEME]", value_delimiter = ',')]
    pub interviewers: Vec<InterviewerSlot>,
    /// Number of interviewers, if you do not have names yet
    #[arg(long, value_name = "N", conflicts_with = "interviewers")]
    #[arg(value_parser = number(1, InterviewerSlot::MAX), allow_negative_numbers = true)]
    pub size: Option<usize>,
    /// Number of common questions, which every interviewer asks; their themes must be open to all interviewers [default: 1]
    #[arg(long, value_name = "N", value_parser = number::<usize>(0, 50), allow_negative_numbers = true)]
    pub shared: Option<usize>,
}

impl InterviewerArgs {
    /// The number of common questions if none is given.
    const SHARED: usize = 1;

    /// The number of common questions.
    #[must_use]
    pub fn shared(&self) -> usize {
        self.shared.unwrap_or(Self::SHARED)
    }

    /// The interviewers; empty if none are given.
    #[must_use]
    pub fn interviewers(&self) -> Vec<InterviewerSlot> {
        match self.size {
            Some(size) => (0..size).map(|_| InterviewerSlot::default()).collect(),
            None => self.interviewers.clone(),
        }
    }
}

/// The roster: a packet for each of its rows.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Roster")]
pub struct RosterArgs {
    /// Generate a packet for each row of a CSV or YAML file; `-` reads standard input. Columns have the names of these options
    /// (candidate, role, minutes, interviewers, …); `name` sets the file name. Empty cells fall back to the options
    #[arg(long, value_name = "FILE", conflicts_with = "name")]
    pub roster: Option<PathBuf>,
    /// Continue with the remaining rows if one fails
    #[arg(long, requires = "roster")]
    pub keep_going: bool,
    /// Generate only part K of N of the roster
    #[arg(long, value_name = "K/N", requires = "roster", value_parser = parse_shard)]
    pub shard: Option<Shard>,
}

/// A part of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// The part, from 1.
    pub part: usize,
    /// The number of parts.
    pub of: usize,
}

/// The documents of a packet.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Documents")]
pub struct DocumentArgs {
    /// The documents to generate; empty for the default ones.
    #[arg(long, value_parser = documents(), value_delimiter = ',', value_name = "DOCUMENT", help = documents_help())]
    pub documents: Vec<String>,
    /// Language of everything but the questions, such as de or pt-BR [default: the language of the bank]
    #[arg(long, value_name = "TAG", value_parser = parse_language)]
    pub language: Option<Language>,
    /// Include the questions on the candidate sheet
    #[arg(long)]
    pub questions: bool,
    /// Layout of the questions in the guide
    #[arg(long, value_enum, default_value_t = LayoutArg::Separate)]
    pub layout: LayoutArg,
    /// What is combined into one PDF [default: interviewer; without SCOPE: packet]
    #[arg(long, value_enum, value_name = "SCOPE", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "packet")]
    pub collate: Option<Collate>,
    /// Add blank pages so that each document starts on a right-hand page in duplex printing; a scorecard follows its scoring form
    #[arg(long)]
    pub duplex: bool,
    /// Omit the marks and codes that identify filled-in pages when they are scanned
    #[arg(long)]
    pub no_marks: bool,
}

/// How a guide lays out its questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LayoutArg {
    /// One question per page; the rubric and ratings are on the scoring form
    #[default]
    Separate,
    /// Each question with its rubric and rating, for interviewers who rate as they go
    Combined,
    /// Two short questions per page; the rubric and ratings are on the scoring form
    Compact,
}

impl From<LayoutArg> for GuideLayout {
    fn from(layout: LayoutArg) -> Self {
        match layout {
            LayoutArg::Separate => Self::Separate,
            LayoutArg::Combined => Self::Combined,
            LayoutArg::Compact => Self::Compact,
        }
    }
}

/// What is put into one PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Collate {
    /// Nothing: one PDF per document
    None,
    /// One PDF per interviewer: guide, scoring form, and scorecard
    Interviewer,
    /// One PDF per interview or panel
    Packet,
    /// One PDF for the whole roster
    All,
}

/// Reuse of a kit.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Reuse a kit")]
pub struct LockArgs {
    /// Save the selection to a lock file so that the same kit can be rebuilt; with --roster, all rows must share one kit
    #[arg(long, value_name = "FILE", conflicts_with = "locked")]
    pub lock: Option<PathBuf>,
    /// Rebuild the kit in this lock file; fails if the bank has changed
    #[arg(long, value_name = "FILE")]
    #[arg(conflicts_with_all = decided_by_a_lock())]
    pub locked: Option<PathBuf>,
}

/// The details of an interview.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = INTERVIEW)]
pub struct PacketArgs {
    /// Candidate's name
    #[arg(long, value_name = "NAME", value_parser = parse_detail)]
    pub candidate: Option<String>,
    /// Position title, as advertised
    #[arg(long, value_name = "TITLE", value_parser = parse_detail)]
    pub position: Option<String>,
    /// Interview date; one such as 2026-11-26 is printed as the language writes it, anything else as given
    #[arg(long, value_name = "DATE", value_parser = parse_detail)]
    pub date: Option<String>,
    /// Start time; 9:00 or 9:00 AM is printed as the language writes it, anything else as given. If a schedule is computed
    /// from it, as for a panel, it must be a time such as 9, 9:00, 09.00, 9am, 9:00 AM, 2:30 p.m., or 14h30
    #[arg(long, value_name = "TIME", value_parser = parse_detail)]
    pub time: Option<String>,
    /// Contact for accommodation requests
    #[arg(long, value_name = "CONTACT", value_parser = parse_detail)]
    pub contact: Option<String>,
    /// Date until which interview records are retained, in the form 2027-06-30, which `purge` reads; printed like --date
    #[arg(long, value_name = "DATE", value_parser = parse_detail)]
    pub keep_until: Option<String>,
}

impl PacketArgs {
    /// The details of an interview by `interviewer`, if the name is known.
    #[must_use]
    pub fn details(&self, interviewer: Option<String>) -> InterviewDetails {
        let Self { candidate, position, date, time, contact, keep_until } = self.clone();
        InterviewDetails { candidate, interviewer, position, date, time, contact, keep_until }
    }
}

/// Where the files go, and in which form.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Output formats
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Pdf, Format::Md])]
    pub format: Vec<Format>,
    /// Output folder, created if missing. A name that ends in .pdf or .md is a file, for one document in one format; `-` writes
    /// that document to standard output
    #[arg(short, long, value_name = "DIR|FILE", default_value = ".")]
    pub output: PathBuf,
    /// Base file name, without extension [default: from the role or bank and the filters used]
    #[arg(long, value_name = "NAME", value_parser = parse_name)]
    pub name: Option<String>,
    /// Paper size [default: from the brand, otherwise A4]
    #[arg(long, value_enum)]
    pub paper: Option<PaperArg>,
    /// Large print: text of 18 points, with larger boxes and wider lines to write on
    #[arg(long)]
    pub large_print: bool,
    /// Treat unprintable characters, unmet goals, and changed titles of a locked kit as errors
    #[arg(long)]
    pub strict: bool,
    /// Overwrite existing files
    #[arg(long)]
    pub force: bool,
    /// Show what would be written, without writing it
    #[arg(long)]
    pub dry_run: bool,
    /// Print a JSON manifest of the generated files to standard output
    #[arg(long)]
    pub json: bool,
    /// Print errors and warnings only
    #[arg(short, long)]
    pub quiet: bool,
}

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Format {
    /// Print-ready and fillable
    Pdf,
    /// Markdown
    Md,
}

/// A paper size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaperArg {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 in
    Letter,
}

impl From<PaperArg> for Paper {
    fn from(paper: PaperArg) -> Self {
        match paper {
            PaperArg::A4 => Self::A4,
            PaperArg::Letter => Self::Letter,
        }
    }
}

impl Format {
    /// Its name, which is also the extension of its files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Md => "md",
        }
    }

    /// The format of a file, by its extension.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        Self::value_variants().iter().copied().find(|it| ending.eq_ignore_ascii_case(it.as_str()))
    }
}

/// The help of `--documents`, with the documents that are generated by default.
fn documents_help() -> String {
    let default = |is_panel| {
        let layout = GuideLayout::default();
        let is_default = |it: &&DocumentKind| it.default.applies(is_panel, layout);
        let documents = DOCUMENTS.iter().filter(is_default);
        documents.map(|document| document.id).collect::<Vec<_>>().join(", ")
    };
    let (build, panel) = (default(false), default(true));
    format!("Documents to generate [default: {build}; for panel: {panel}]")
}

/// The ids of all documents, each with its help.
fn documents() -> PossibleValuesParser {
    PossibleValuesParser::new(
        DOCUMENTS.iter().map(|document| PossibleValue::new(document.id).help(document.help)),
    )
}

/// A detail of an interview.
fn parse_detail(text: &str) -> Result<String, String> {
    if text.len() > InterviewDetails::MAX_BYTES {
        return Err(format!("must be at most {} bytes", InterviewDetails::MAX_BYTES));
    }
    if text.contains(char::is_control) {
        return Err("must be one line without control characters".to_owned());
    }
    Ok(text.to_owned())
}

/// A language. The error suggests the tag that was probably meant.
pub(super) fn parse_language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|why: LanguageParseError| match why.nearest() {
        Some(nearest) => format!("{why}; did you mean `{nearest}`?"),
        None => format!("{why}; {}", LanguageParseError::HELP),
    })
}

/// A base file name, which must not be a path.
pub(super) fn parse_name(name: &str) -> Result<String, String> {
    let is_path = name.contains(['/', '\\']) || name.chars().any(char::is_control);
    if name.is_empty() || matches!(name, "." | "..") || is_path {
        Err("must be a file name without a path; use -o for the folder".to_owned())
    } else if Format::of(Path::new(name)).is_some() {
        Err("must have no extension; each format adds its own".to_owned())
    } else if name.len() > 200 {
        Err("must be at most 200 bytes".to_owned())
    } else {
        Ok(name.to_owned())
    }
}

fn parse_shard(text: &str) -> Result<Shard, String> {
    let parts = text.split_once('/').and_then(|(part, of)| {
        let (part, of) = (part.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&part).then_some(Shard { part, of })
    });
    parts.ok_or_else(|| "expected K/N with 1 ≤ K ≤ N, such as 2/8".to_owned())
}
