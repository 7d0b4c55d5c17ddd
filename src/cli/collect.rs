use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::WriteArgs;

const PAPER: &str = "Scans";

/// Arguments of `collect`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit collect returned -o records.json
  interview-kit collect returned --lock kit.lock --format csv -o ratings.csv
  interview-kit collect ana.pdf bo.xfdf notes.md --kit packets -o records.json
  interview-kit collect scans --kit packets -o records.json --review review.html
  interview-kit collect scans --kit packets -o records.json --answers answers.json --force

Reads the forms of PDF files, form data that was exported as FDF or XFDF, filled-in
Markdown, and scans and photos of filled-in pages as PDF, PNG, JPEG, or TIFF. Every value is
answered, blank, a conflict, or unreadable, with its page or line. Scans need --kit.
What cannot be read for certain is refused by name; all other files are still read.")]
pub struct CollectArgs {
    /// Filled-in files, or folders with them
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub inputs: Vec<PathBuf>,
    /// Accept only documents of the kit in this lock file
    #[arg(long, value_name = "FILE")]
    pub lock: Option<PathBuf>,
    /// The kit as it was built: blank PDF or Markdown files, or folders with them. Reports missing fields, and adds names and dates to exports
    #[arg(long, value_name = "FILE|FOLDER", num_args = 1..)]
    pub kit: Vec<PathBuf>,
    /// Write a page that asks about every value that is not certain; open it in a browser, and save the answers
    #[arg(long, value_name = "FILE.html", help_heading = PAPER)]
    pub review: Option<PathBuf>,
    /// Apply the answers that were saved on the review page
    #[arg(long, value_name = "FILE.json", help_heading = PAPER)]
    pub answers: Option<PathBuf>,
    /// The scans are of photocopies, which lose faint marks: ask about every row of boxes without a mark
    #[arg(long, help_heading = PAPER)]
    pub photocopies: bool,
    /// Which file counts if several are the same document: `newest`, or the path of a file
    #[arg(long, value_name = "newest|FILE")]
    pub prefer: Vec<PathBuf>,
    /// Output format [default: by the ending of the output file, otherwise json]
    #[arg(long, value_enum)]
    pub format: Option<CollectFormat>,
    /// Write JSON; same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Output file [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How the file is written.
    #[command(flatten)]
    pub write: WriteArgs,
}

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CollectFormat {
    /// A record for each document; `interview-kit schema records` describes it
    Json,
    /// A row for each value, for spreadsheets
    Csv,
}
