use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{BankArgs, FacetArgs};
use crate::document::Paper;

/// Arguments of `build`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit build                            PDF and Markdown, here
  interview-kit build --role appsec-manager --minutes 45 \\
                      --candidate \"Ana Silva\" -o packets
  interview-kit build --theme people --format pdf -o - > people.pdf
  interview-kit build --json --dry-run           what would be made, as JSON")]
pub struct BuildArgs {
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
    /// Where to.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// For which interview.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Packet details (what is absent is a blank to fill in)")]
pub struct PacketArgs {
    /// Who is interviewed
    #[arg(long, value_name = "NAME")]
    pub candidate: Option<String>,
    /// Who interviews
    #[arg(long, value_name = "NAME")]
    pub interviewer: Option<String>,
    /// The position as it was advertised
    #[arg(long, value_name = "TITLE")]
    pub position: Option<String>,
    /// The day, as it is to be printed
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// The time of day, as it is to be printed
    #[arg(long, value_name = "TIME")]
    pub time: Option<String>,
}

/// Where to.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Formats
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Pdf, Format::Md])]
    pub format: Vec<Format>,
    /// The folder for the files, made if it is missing; `-` writes one format to standard output
    #[arg(short, long, value_name = "DIR", default_value = ".")]
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
    /// Fail, instead of warning, where a character cannot be printed
    #[arg(long)]
    pub strict: bool,
    /// Make the PDF fit for archives (PDF/A-2a): always done, and said here by scripts that count on it
    #[arg(long)]
    pub archive: bool,
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
