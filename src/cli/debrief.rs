use std::path::PathBuf;

use clap::Args;

use super::build::parse_language;
use super::request::{check_folder, text_size};
use super::target::STREAM;
use super::{
    BankArgs, BrandArgs, BuildRequest, Collate, DocumentRequest, Format, LockRequest,
    OutputRequest, PanelRequest, PaperArg, Target, UsageError,
};
use crate::base::files::Overwrite;
use crate::base::unit::{Language, Minutes, Paper};
use crate::packet::{DOCUMENTS, GuideLayout, InterviewDetails};
use crate::select::Criteria;

const KIT: &str = "Kit";
const OUTPUT: &str = "Output";
/// The document that is made.
const DEBRIEF: &str = "debrief";

/// Arguments of `debrief`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit debrief --from records.json -o debriefs
  interview-kit debrief --from records.json --candidate \"Ana Silva\" --format pdf -o ana.pdf
  interview-kit debrief --from records.json --bank mine.yaml --locked panel.lock.yaml")]
pub struct DebriefArgs {
    /// Records, as `collect --format json` writes them; `-` reads standard input
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub from: Vec<PathBuf>,
    /// Only the packet of this candidate, as named in the records
    #[arg(long, value_name = "NAME")]
    pub candidate: Option<String>,
    /// Only the packet with this id
    #[arg(long, value_name = "ID")]
    pub packet: Option<String>,
    /// The banks.
    #[command(flatten, next_help_heading = KIT)]
    pub bank: BankArgs,
    /// Lock file of the kit; needed if the records of an interviewer are missing
    #[arg(long, value_name = "FILE", help_heading = KIT)]
    pub locked: Option<PathBuf>,
    /// The brand.
    #[command(flatten, next_help_heading = KIT)]
    pub brand: BrandArgs,
    /// Use templates from this folder, falling back to the built-in ones; to change the form, put your own `debrief.md` into it
    #[arg(long, value_name = "DIR", help_heading = KIT)]
    pub templates: Option<PathBuf>,
    /// Language of everything but the questions, such as de or pt-BR [default: the language of the bank]
    #[arg(long, value_name = "TAG", value_parser = parse_language, help_heading = OUTPUT)]
    pub language: Option<Language>,
    /// The output.
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: DebriefOutputArgs,
}

/// Where the forms go.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct DebriefOutputArgs {
    /// Output formats
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Pdf, Format::Md])]
    pub format: Vec<Format>,
    /// Output folder, created if missing. A name that ends in .pdf or .md is a file, for one form in one format; `-` writes that
    /// form to standard output
    #[arg(short, long, value_name = "DIR|FILE", default_value = ".")]
    pub output: PathBuf,
    /// Base file name, without extension, for one form [default: `debrief-` and the packet id]
    #[arg(long, value_name = "NAME", value_parser = super::build::parse_name)]
    pub name: Option<String>,
    /// Paper size [default: from the brand, otherwise A4]
    #[arg(long, value_enum)]
    pub paper: Option<PaperArg>,
    /// Large print: text of 18 points, with larger boxes and wider lines to write on
    #[arg(long)]
    pub large_print: bool,
    /// Overwrite existing files
    #[arg(long)]
    pub force: bool,
    /// Print a JSON list of the generated files to standard output
    #[arg(long)]
    pub json: bool,
    /// Print errors and warnings only
    #[arg(short, long)]
    pub quiet: bool,
}

impl DebriefArgs {
    /// What the command line asks for, as far as it is about a kit and its documents.
    pub fn request(&self) -> Result<BuildRequest, UsageError> {
        let Self {
            from,
            candidate: _,
            packet: _,
            bank,
            locked,
            brand,
            templates,
            language,
            output,
        } = self;
        let read = from.iter().chain(&bank.bank).chain(locked);
        if read.filter(|path| path.as_os_str() == STREAM).count() > 1 {
            return Err(UsageError::new("`-` can be used only once: it reads standard input"));
        }
        let output = output.request()?;
        if brand.brand.is_some() && !output.has_pdf() {
            return Err(UsageError::new("--brand requires PDF output").help("add --format pdf"));
        }
        Ok(BuildRequest {
            banks: bank.bank.clone(),
            brand: brand.request(),
            criteria: Criteria::default(),
            details: InterviewDetails::default(),
            panel: Some(PanelRequest { interviewers: Vec::new(), shared: 0, pause: Minutes(0) }),
            roster: None,
            documents: DocumentRequest {
                kinds: DOCUMENTS.iter().filter(|document| document.id == DEBRIEF).collect(),
                templates: templates.clone(),
                language: language.clone(),
                shows_questions: false,
                layout: GuideLayout::default(),
                collate: Collate::None,
                duplex: false,
                has_marks: true,
            },
            lock: locked.clone().map_or(LockRequest::None, LockRequest::Rebuild),
            output,
        })
    }
}

impl DebriefOutputArgs {
    fn request(&self) -> Result<OutputRequest, UsageError> {
        let Self { format, output, name, paper, large_print, force, json, quiet } = self;
        let mut formats = format.clone();
        formats.sort_unstable();
        formats.dedup();
        let request = OutputRequest {
            target: Target::of(output),
            formats,
            name: name.clone(),
            paper: paper.map(Paper::from),
            text: text_size(*large_print),
            overwrite: if *force { Overwrite::Replace } else { Overwrite::SkipIdentical },
            is_strict: false,
            is_dry_run: false,
            is_json: *json,
            is_quiet: *quiet,
        };
        if *large_print && !request.has_pdf() {
            let error = UsageError::new("--large-print requires PDF output");
            return Err(error.help("add --format pdf"));
        }
        let place = output.display();
        let fault = |why: &str| UsageError::new(format!("-o {place}{why}"));
        match &request.target {
            Target::Folder(folder) => check_folder(folder)?,
            _ if request.formats.len() > 1 => {
                let error = fault(": a single file takes one format at a time");
                return Err(error.help("use --format pdf or --format md"));
            }
            Target::File(_, ending) if request.formats != [*ending] => {
                let error = fault(" has the ending of another format");
                return Err(error.help(format!("add --format {}", ending.as_str())));
            }
            Target::File(..) if name.is_some() => {
                return Err(fault(" and --name both name the file").help("remove one of them"));
            }
            Target::Stream if *json => {
                let error = fault(" and --json cannot both write to standard output");
                return Err(error.help("set -o to a folder"));
            }
            Target::File(..) | Target::Stream => {}
        }
        Ok(request)
    }
}
