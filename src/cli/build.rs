use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueEnum};

use super::facets::decided_by_a_lock;
use super::{BankArgs, FacetArgs};
use crate::base::unit::Paper;
use crate::packet::{DOCUMENTS, InterviewDetails};
use crate::select::InterviewerSlot;

/// Arguments of `build`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit build                            PDF and Markdown, here
  interview-kit build --role appsec-manager --minutes 45 \\
                      --candidate \"Ana Silva\" -o packets
  interview-kit build --minutes 60 --format pdf -o hour.pdf
  interview-kit build --roster interviews.csv --minutes 45 -o packets
  interview-kit build --documents guide,candidate-sheet --collate --duplex
  interview-kit build --json --dry-run           what would be made, as JSON")]
pub struct BuildArgs {
    /// What to make.
    #[command(flatten)]
    pub kit: KitArgs,
}

/// Arguments of `panel`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit panel --size 3 --minutes 45 --role appsec-manager -o panel
  interview-kit panel --interviewers \"Ana:strategy+people,Bo:execution+people\" --minutes 45
  interview-kit panel --size 2 --minutes 60 --collate --duplex    one PDF for the print shop
  interview-kit panel --roster interviews.csv --minutes 45 -o packets")]
pub struct PanelArgs {
    /// Who interviews.
    #[command(flatten)]
    pub seats: SeatArgs,
    /// Minutes between two interviews
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=240))]
    #[arg(help_heading = "Panel")]
    pub pause: u32,
    /// What to make.
    #[command(flatten)]
    pub kit: KitArgs,
}

/// What to make, for one interview or for many.
#[derive(Clone, Debug, Args)]
pub struct KitArgs {
    /// Which questions.
    #[command(flatten)]
    pub facets: FacetArgs,
    /// From which banks.
    #[command(flatten)]
    pub bank: BankArgs,
    /// Use the templates of this folder, and the built-in ones for what it lacks; `init` writes one to start from
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// For which interview.
    #[command(flatten)]
    pub packet: PacketArgs,
    /// For which interviews.
    #[command(flatten)]
    pub roster: RosterArgs,
    /// Which documents.
    #[command(flatten)]
    pub documents: DocumentArgs,
    /// The same again.
    #[command(flatten)]
    pub lock: LockArgs,
    /// Where to.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Who interviews.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Panel")]
pub struct SeatArgs {
    /// Who interviews, each with the themes to keep to, if any: `Ana:strategy,Bo:execution+people,Chi`
    #[arg(long, value_name = "NAME[:THEME]", value_delimiter = ',')]
    pub interviewers: Vec<InterviewerSlot>,
    /// How many interview, where their names are not known
    #[arg(long, value_name = "N", conflicts_with = "interviewers")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=20))]
    pub size: Option<u32>,
    /// How many questions everybody asks, so that ratings can be compared; their theme must be open to everybody
    /// [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=50))]
    pub shared: Option<u32>,
}

impl SeatArgs {
    /// How many questions everybody asks where nothing is said.
    const SHARED: usize = 1;

    /// How many questions everybody asks.
    #[must_use]
    pub fn shared(&self) -> usize {
        let said = self.shared.and_then(|shared| usize::try_from(shared).ok());
        said.unwrap_or(Self::SHARED)
    }

    /// Who interviews; empty if it is not said.
    #[must_use]
    pub fn interviewers(&self) -> Vec<InterviewerSlot> {
        match self.size {
            Some(size) => (0..size).map(|_| InterviewerSlot::default()).collect(),
            None => self.interviewers.clone(),
        }
    }
}

/// For which interviews.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Roster")]
pub struct RosterArgs {
    /// Make a packet for each row of a CSV or YAML file; `-` reads standard input. The columns are called as the options here
    /// are (candidate, role, minutes, interviewers, …), `name` says what the files are called; what is not in a row comes from
    /// the options
    #[arg(long, value_name = "FILE", conflicts_with = "name")]
    pub roster: Option<PathBuf>,
    /// Make the other packets where one cannot be made
    #[arg(long, requires = "roster")]
    pub keep_going: bool,
    /// Make only the K-th of N parts of the roster
    #[arg(long, value_name = "K/N", requires = "roster", value_parser = parse_shard)]
    pub shard: Option<Shard>,
}

/// A part of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which part, from 1.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

/// Which documents.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Documents")]
pub struct DocumentArgs {
    /// Which documents [default: guide; of a panel, panel-plan, candidate-sheet, guide and debrief]
    #[arg(long, value_parser = documents(), value_delimiter = ',', value_name = "DOCUMENT")]
    pub documents: Vec<String>,
    /// Tell the candidate the questions, on the candidate sheet
    #[arg(long)]
    pub questions: bool,
    /// Put all PDFs of a packet, or of all packets of a roster, into one
    #[arg(long, value_enum, value_name = "WHAT", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "packet")]
    pub collate: Option<Collate>,
    /// Add blank backs, so that each document begins on a front page when both sides are printed
    #[arg(long, requires = "collate")]
    pub duplex: bool,
}

/// What is put into one PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Collate {
    /// The documents of one interview, or of one panel
    Packet,
    /// Everything
    All,
}

/// The same again.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "The same again")]
pub struct LockArgs {
    /// Freeze the kit: write to this file what was selected, and from what; with --roster, the one kit that all rows have
    #[arg(long, value_name = "FILE", conflicts_with = "locked")]
    pub lock: Option<PathBuf>,
    /// Make exactly the kit that was frozen in this file, or say what has changed since
    #[arg(long, value_name = "FILE")]
    #[arg(conflicts_with_all = decided_by_a_lock())]
    pub locked: Option<PathBuf>,
}

/// For which interview.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Packet details (what is absent is a blank to fill in)")]
pub struct PacketArgs {
    /// Who is interviewed
    #[arg(long, value_name = "NAME", value_parser = parse_detail)]
    pub candidate: Option<String>,
    /// Who interviews
    #[arg(long, value_name = "NAME", value_parser = parse_detail)]
    pub interviewer: Option<String>,
    /// The position as it was advertised
    #[arg(long, value_name = "TITLE", value_parser = parse_detail)]
    pub position: Option<String>,
    /// The day, as it is to be printed
    #[arg(long, value_name = "DATE", value_parser = parse_detail)]
    pub date: Option<String>,
    /// The time of day, as it is to be printed; a panel's schedule is computed from it, so there it must be one such as 9, 9:00,
    /// 09.00, 9am, 9:00 AM, 2:30 p.m. or 14h30
    #[arg(long, value_name = "TIME", value_parser = parse_detail)]
    pub time: Option<String>,
    /// Whom the candidate can ask for adjustments
    #[arg(long, value_name = "WHO", value_parser = parse_detail)]
    pub contact: Option<String>,
    /// The day until which the papers are kept
    #[arg(long, value_name = "DATE", value_parser = parse_detail)]
    pub keep_until: Option<String>,
}

/// Where to.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Formats
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Pdf, Format::Md])]
    pub format: Vec<Format>,
    /// The folder for the files, made if it is missing; or the file for one document in one format, by its ending (guide.pdf,
    /// guide.md); `-` writes it to standard output
    #[arg(short, long, value_name = "DIR|FILE", default_value = ".")]
    pub output: PathBuf,
    /// The files' name, without its ending [default: the role or bank, and what else was chosen]
    #[arg(long, value_name = "NAME", value_parser = parse_name)]
    pub name: Option<String>,
    /// The paper
    #[arg(long, value_enum, default_value_t = PaperArg::A4)]
    pub paper: PaperArg,
    /// How to print.
    #[command(flatten)]
    pub print: PrintArgs,
    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,
    /// Write nothing; say what would be written
    #[arg(long)]
    pub dry_run: bool,
    /// Print a manifest of what was made as JSON, on standard output
    #[arg(long)]
    pub json: bool,
    /// Say nothing but errors and warnings
    #[arg(short, long)]
    pub quiet: bool,
}

/// How to print.
#[derive(Clone, Debug, Args)]
pub struct PrintArgs {
    /// Fail, instead of warning, where a character cannot be printed or not everything can be met
    #[arg(long)]
    pub strict: bool,
}

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Format {
    /// Print-ready and fillable
    Pdf,
    /// Markdown
    Md,
}

/// A size of paper.
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
    /// Its name, and the ending of its files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Md => "md",
        }
    }

    /// The format that the ending of a file's name stands for.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        Self::value_variants().iter().copied().find(|it| ending.eq_ignore_ascii_case(it.as_str()))
    }
}

/// The ids of the documents that there are, each with what it is.
fn documents() -> PossibleValuesParser {
    PossibleValuesParser::new(
        DOCUMENTS.iter().map(|document| PossibleValue::new(document.id).help(document.help)),
    )
}

/// A detail of an interview.
fn parse_detail(text: &str) -> Result<String, String> {
    if text.len() > InterviewDetails::LONGEST {
        return Err(format!("it must be no longer than {} bytes", InterviewDetails::LONGEST));
    }
    Ok(text.to_owned())
}

/// A name is a name, not a path.
fn parse_name(name: &str) -> Result<String, String> {
    let is_path = name.contains(['/', '\\']) || name.chars().any(char::is_control);
    if name.is_empty() || matches!(name, "." | "..") || is_path {
        Err("it must be the name of a file, without folders; -o chooses the folder".to_owned())
    } else if name.len() > 200 {
        Err("it must be no longer than 200 bytes".to_owned())
    } else {
        Ok(name.to_owned())
    }
}

fn parse_shard(text: &str) -> Result<Shard, String> {
    let parts = text.split_once('/').and_then(|(part, of)| {
        let (part, of) = (part.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&part).then_some(Shard { part, of })
    });
    parts.ok_or_else(|| "it must be a part of a whole, as 2/8".to_owned())
}
