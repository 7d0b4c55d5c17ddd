use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::build::{BrandArgs, PaperArg, parse_language};
use super::ending::unknown_ending;
use super::facets::number;
use super::request::BrandRequest;
use super::target::STREAM;
use super::usage::UsageError;
use super::write::WriteArgs;
use crate::base::unit::Language;

const PAGE: &str = "Page";

/// The help of `scores --brand`: there is no bank.
const PAGE_BRAND: &str =
    "Brand file with color, logo, fonts, and page settings, in the form of brand.yml";

/// Arguments of `scores`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit scores records.json
  interview-kit scores records.json --packet 3F9TQ
  interview-kit scores round-1.json round-2.json -o scores.pdf
  interview-kit collect packets | interview-kit scores - --format csv > scores.csv

It reports what the ratings can support: counts, ranges, and with enough data agreement.
It computes no average, no total, no ranking, and no recommendation.")]
#[command(mut_arg("brand", |brand| brand.help(PAGE_BRAND).help_heading(PAGE)))]
#[command(mut_arg("no_brand", |it| it.hide(true)))]
pub struct ScoresArgs {
    /// Files of records, as `collect` writes them; `-` reads standard input
    #[arg(value_name = "RECORDS", required = true)]
    pub records: Vec<PathBuf>,
    /// Report only the kit with this code [default: all, one after the other]
    #[arg(long, value_name = "CODE")]
    pub kit: Option<String>,
    /// Report only the candidate with this packet id
    #[arg(long, value_name = "ID")]
    pub packet: Option<String>,
    /// Number of points of the rating scale [default: as the records say, otherwise the highest rating in them]
    #[arg(long, value_name = "N", value_parser = number(2_u8, 9))]
    pub points: Option<u8>,
    /// Where the random numbers for the intervals begin
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How often the data are resampled for an interval
    #[arg(long, value_name = "N", default_value_t = 2000, value_parser = number(100_u32, 100_000))]
    pub resamples: u32,
    /// Output format [default: from the name of the output file, otherwise table]
    #[arg(long, value_enum)]
    pub format: Option<ScoresFormat>,
    /// Write JSON; same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Output file [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How the file is written.
    #[command(flatten)]
    pub write: WriteArgs,
    /// Language of the page [default: en]
    #[arg(long, value_name = "TAG", value_parser = parse_language, help_heading = PAGE)]
    pub language: Option<Language>,
    /// Paper size of the page [default: from the brand, otherwise A4]
    #[arg(long, value_enum, help_heading = PAGE)]
    pub paper: Option<PaperArg>,
    /// Folder with templates that replace the built-in ones
    #[arg(long, value_name = "DIR", help_heading = PAGE)]
    pub templates: Option<PathBuf>,
    /// The brand.
    #[command(flatten)]
    pub brand: BrandArgs,
}

/// How scores are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScoresFormat {
    /// Tables for people, 80 columns wide
    Table,
    /// JSON, as `schema scores` describes it
    Json,
    /// One number a line, for spreadsheets
    Csv,
    /// One page with plots; --kit picks the kit if there are several
    Pdf,
    /// The Markdown of that page
    Md,
}

impl ScoresArgs {
    /// The file to write. `None` means standard output.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != STREAM)
    }

    /// The format that is asked for: by name, or else by the ending of the output file. Options that contradict each other are refused, and
    /// so are those that have no effect.
    pub fn checked_format(&self, stdout_is_terminal: bool) -> Result<ScoresFormat, UsageError> {
        if self.records.iter().filter(|path| path.as_os_str() == STREAM).count() > 1 {
            return Err(UsageError::new("`-` can be used only once: it reads standard input"));
        }
        let of_ending = self.file().and_then(ScoresFormat::of);
        let asked = if self.json { Some(ScoresFormat::Json) } else { self.format };
        if let (Some(asked), Some((of_ending, ending)), Some(path)) =
            (asked, of_ending, self.file())
            // A table is plain text, as every format but the PDF can be.
            && asked != of_ending && of_ending != ScoresFormat::Table
        {
            let message = format!("-o {} has the ending of another format", path.display());
            return Err(UsageError::new(message).help(format!("use --format {ending}")));
        }
        if let (None, Some(path)) = (asked, self.file())
            && let Some(error) = unknown_ending(path, &ENDINGS.map(|(_, ending)| ending))
        {
            return Err(error);
        }
        let of_ending = of_ending.map(|(format, _)| format);
        let format = asked.or(of_ending).unwrap_or(ScoresFormat::Table);
        let is_pdf = format == ScoresFormat::Pdf;
        if is_pdf && self.file().is_none() && stdout_is_terminal {
            let error = UsageError::new("--format pdf: refusing to write a PDF to the terminal");
            return Err(error.help("name a file: `-o scores.pdf`"));
        }
        let is_page = is_pdf || format == ScoresFormat::Md;
        let has_brand = matches!(self.brand.request(), BrandRequest::File(_));
        let page_options = [
            ("--language", self.language.is_some(), is_page, "PDF or Markdown"),
            ("--templates", self.templates.is_some(), is_page, "PDF or Markdown"),
            ("--paper", self.paper.is_some(), is_pdf, "PDF"),
            ("--brand", has_brand, is_pdf, "PDF"),
        ];
        for (option, is_given, has_effect, needed) in page_options {
            if is_given && !has_effect {
                let error = UsageError::new(format!("{option} requires {needed} output"));
                return Err(error.help("add --format pdf"));
            }
        }
        Ok(format)
    }
}

/// The formats that the ending of a file name asks for.
const ENDINGS: [(ScoresFormat, &str); 5] = [
    (ScoresFormat::Table, "txt"),
    (ScoresFormat::Json, "json"),
    (ScoresFormat::Csv, "csv"),
    (ScoresFormat::Pdf, "pdf"),
    (ScoresFormat::Md, "md"),
];

impl ScoresFormat {
    /// The format that the ending of a file name asks for, and that ending.
    fn of(path: &Path) -> Option<(Self, &'static str)> {
        let ending = path.extension()?;
        ENDINGS.into_iter().find(|(_, it)| ending.eq_ignore_ascii_case(it))
    }
}
