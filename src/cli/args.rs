use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::error::{ContextKind, ContextValue};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::scores::ScoresArgs;
use super::usage::UsageError;
use super::{
    BankArgs, BrandArgs, BuildArgs, CollectArgs, DebriefArgs, FacetArgs, InterviewerArgs,
    PanelArgs, PaperArg, PurgeArgs, VerifyArgs, WriteArgs,
};
use crate::bank::Bank;
use crate::base::text::{nearest, one_line, printed_line};
use crate::base::unit::Language;

const EXAMPLES: &str = "\
Examples:
  interview-kit build                          all 18 built-in questions
  interview-kit build --role appsec-manager --minutes 45
  interview-kit build --bank mine.yaml -o kit  use your own questions
  interview-kit panel --size 3 --minutes 45    packets for three interviewers
  interview-kit list --theme strategy          preview the questions";

/// The exit codes and what they mean, the same for all commands.
pub const EXIT_CODES: [(&str, &str); 4] = [
    ("0", "Success."),
    (
        "1",
        "Failure, in whole or in part: a file is missing or invalid, no question matches, or a result cannot be written. An \
         unknown name inside a file, such as a roster, is also a failure.",
    ),
    (
        "2",
        "Usage error: an unknown option, role, theme, level, competency, kind, question, document, or command, or options that \
         cannot be combined. If a name is unknown, the closest match is suggested.",
    ),
    ("130", "Interrupted by Ctrl-C. Files already written are complete."),
];

/// The exit codes, for the end of the program's help.
fn exit_codes() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let line = |(code, meaning): &(&str, &str)| {
            let first = format!("  {code:<4} ");
            let rest = " ".repeat(first.len());
            let options = textwrap::Options::new(80).initial_indent(&first);
            textwrap::fill(meaning, options.subsequent_indent(&rest))
        };
        let lines: Vec<String> = EXIT_CODES.iter().map(line).collect();
        format!("Exit codes:\n{}", lines.join("\n"))
    });
    &TEXT
}

/// Build print-ready, fillable structured-interview kits from a question bank
#[derive(Clone, Debug, Parser)]
// The name is the same on every system: Windows calls the program `interview-kit.exe`.
#[command(name = "interview-kit", bin_name = "interview-kit", version, long_version = build())]
#[command(before_help = EXAMPLES, max_term_width = 100)]
#[command(after_help = exit_codes())]
#[command(propagate_version = true, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// Parses a command line, whose first word is the program's own name.
    pub fn parse_line(
        args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    ) -> Result<Self, LineError> {
        Self::try_parse_from(args).map_err(|error| {
            match error.get(ContextKind::InvalidSubcommand) {
                Some(ContextValue::String(name)) => LineError::Usage(Self::unknown_command(name)),
                _ => LineError::Parser(error),
            }
        })
    }

    /// What `--version` prints, if a command line asks for nothing else. The parser would first describe all commands to itself, which takes
    /// as long as all the rest.
    #[must_use]
    pub fn asked_for_version(args: &[OsString]) -> Option<String> {
        let [_, asked] = args else { return None };
        (asked == "--version").then(|| format!("{} {}\n", env!("CARGO_PKG_NAME"), build()))
    }

    /// The error for a command that does not exist.
    #[must_use]
    pub fn unknown_command(name: &str) -> UsageError {
        let mut program = Self::command();
        program.build();
        let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        let error = UsageError::new(format!("unknown command `{name}`"));
        let error = match nearest(name, names.iter().copied()) {
            Some(nearest) => error.help(format!("did you mean `{nearest}`?")),
            None => error,
        };
        error.help(format!("expected one of: {}", names.join(", ")))
    }
}

/// Why a command line was not accepted.
#[derive(Debug)]
pub enum LineError {
    /// The parser's own error, or the help or version that was asked for.
    Parser(clap::Error),
    /// An error in this program's words.
    Usage(UsageError),
}

/// The version and the build. Packagers can set the commit with `INTERVIEW_KIT_COMMIT` at build time.
fn build() -> &'static str {
    static BUILD: LazyLock<String> = LazyLock::new(|| {
        let version = env!("CARGO_PKG_VERSION");
        let profile = if cfg!(debug_assertions) { "debug" } else { "release" };
        let commit = option_env!("INTERVIEW_KIT_COMMIT").unwrap_or("unknown");
        let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
        format!("{version}\ncommit {commit}, {profile} build for {system} on {machine}")
    });
    &BUILD
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Generate an interview kit
    Build(BuildArgs),
    /// Assign questions to a panel of interviewers and generate their documents
    Panel(PanelArgs),
    /// List the selected questions
    List(ListArgs),
    /// Show one question in full
    Show(ShowArgs),
    /// Check a question bank for errors and suggest improvements
    Check(CheckArgs),
    /// Typeset an edited guide, or any Markdown file, as a PDF
    Typeset(TypesetArgs),
    /// Read filled-in documents back as records
    Collect(CollectArgs),
    /// Make the debrief form from the records of filled-in packets
    Debrief(DebriefArgs),
    /// Report what the ratings of filled-in packets can support
    Scores(ScoresArgs),
    /// Check that the packets in a folder asked the same, and that all came back
    Verify(VerifyArgs),
    /// List or remove what is past the date until which it is kept
    Purge(PurgeArgs),
    /// Create editable copies of the bank, templates, and schema
    Init(InitArgs),
    /// Convert a plain-text or Markdown question pack into a bank to complete
    Import(ImportArgs),
    /// Print the JSON Schema for banks, or for what a command prints as JSON
    Schema(SchemaArgs),
    /// Generate a shell completion script
    Completions(CompletionsArgs),
    /// Generate a man page for the program or one of its commands
    Man(ManArgs),
}

const OUTPUT: &str = "Output";

/// The help of `list --order`: there is no roster.
const LIST_ORDER: &str = "Order of the questions. `given` requires --question. In a panel, common questions still come first";

/// Arguments of `list`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit list --level manager --kind situational
  interview-kit list --role devsecops-manager --minutes 45 --explain
  interview-kit list --interviewers \"Ana:strategy,Bo\" --minutes 45   preview a panel
  interview-kit list --json | jq '.[].ask'")]
#[command(mut_arg("order", |order| order.help(LIST_ORDER)))]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct ListArgs {
    /// The filters and limits for questions.
    #[command(flatten)]
    pub facets: FacetArgs,
    /// The interviewers, for a panel.
    #[command(flatten)]
    pub interviewers: InterviewerArgs,
    /// The banks.
    #[command(flatten, next_help_heading = "Bank")]
    pub bank: BankArgs,
    /// Output format
    #[arg(long, value_enum, default_value_t = ListFormat::Table, help_heading = OUTPUT)]
    pub format: ListFormat,
    /// Print JSON to standard output; same as --format json
    #[arg(long, conflicts_with = "format", help_heading = OUTPUT)]
    pub json: bool,
    /// Explain why each question was selected and how much time is left
    #[arg(long, help_heading = OUTPUT)]
    pub explain: bool,
    /// Treat unmet goals as errors
    #[arg(long, help_heading = OUTPUT)]
    pub strict: bool,
    /// Print errors and warnings only
    #[arg(short, long, help_heading = OUTPUT)]
    pub quiet: bool,
}

/// How a selection is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// A table sized to the terminal
    Table,
    /// A JSON array of questions, as in the bank; for a panel, an object with each interviewer's questions
    Json,
    /// Ids, one per line; for a panel, each id once
    Ids,
}

/// Arguments of `show`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "Example:\n  interview-kit show prioritize-vulnerabilities")]
pub struct ShowArgs {
    /// The question's id, as `list` shows it
    #[arg(value_name = "ID")]
    pub id: String,
    /// The banks.
    #[command(flatten)]
    pub bank: BankArgs,
    /// Print the question as JSON to standard output
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `check`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit check mine.yaml
  interview-kit check --together company.yaml team.yaml
  interview-kit check --strict --json banks/*.yaml
  interview-kit check --rules                  list every rule and its reason")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct CheckArgs {
    /// Banks to check, each on its own; `-` reads standard input [default: the built-in bank]
    #[arg(value_name = "BANK")]
    pub banks: Vec<PathBuf>,
    /// Check the banks as one combined bank, as `build --bank … --bank …` loads them
    #[arg(long)]
    pub together: bool,
    /// Fail on advice as well as on errors
    #[arg(long)]
    pub strict: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,
    /// Print JSON to standard output; same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// List the rules and their reasons, then exit
    #[arg(long, conflicts_with_all = ["banks", "together", "strict"])]
    pub rules: bool,
    /// Do not print the summary
    #[arg(short, long)]
    pub quiet: bool,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people, with source lines and suggested fixes
    Human,
    /// For scripts
    Json,
}

/// The help of `typeset --brand`: there is no bank.
const GUIDE_BRAND: &str = "Brand file with color, logo, fonts, and page settings, in the form of brand.yml [default: a `_brand.yml` beside the guide]";

/// Arguments of `typeset`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit typeset guide.md -o guide.pdf
  interview-kit build --format md -o - | interview-kit typeset - -o - > guide.pdf")]
#[command(mut_arg("brand", |brand| brand.help(GUIDE_BRAND)))]
#[command(mut_arg("no_brand", |it| it.help("Use no brand, even if one is beside the guide")))]
pub struct TypesetArgs {
    /// Markdown file to typeset; `-` reads standard input
    #[arg(value_name = "GUIDE.md")]
    pub guide: PathBuf,
    /// Output file; `-` writes to standard output
    #[arg(short, long, value_name = "FILE.pdf")]
    pub output: PathBuf,
    /// The brand.
    #[command(flatten)]
    pub brand: BrandArgs,
    /// Paper size [default: from the front matter, or the brand, otherwise A4]
    #[arg(long, value_enum)]
    pub paper: Option<PaperArg>,
    /// Large print: text of 18 points, with larger boxes and wider lines to write on
    #[arg(long)]
    pub large_print: bool,
    /// Treat unprintable characters as errors
    #[arg(long)]
    pub strict: bool,
    /// Print the path, size, SHA-256, and page count of the output file as JSON to standard output
    #[arg(long)]
    pub json: bool,
    /// How the file is written.
    #[command(flatten)]
    pub write: WriteArgs,
}

/// Arguments of `init`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit init hiring --blank 'Support engineer'
  interview-kit build --bank hiring/bank.yaml -o packets
  interview-kit init copies
  interview-kit init hiring --language sv

Without --blank or --language, copies of the built-in bank and of all templates are written.
Existing files are overwritten only with --force.")]
pub struct InitArgs {
    /// Destination folder, created if missing
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Start a bank for this job: three sample questions, with comments that explain the keys
    #[arg(long, value_name = "TITLE", value_parser = parse_title)]
    pub blank: Option<String>,
    /// Write only `templates/locales/TAG.ftl`: the words of the documents, to be translated into a new language or reworded
    #[arg(long, value_name = "TAG", value_parser = super::build::parse_language, conflicts_with = "blank")]
    pub language: Option<Language>,
    /// Overwrite existing files
    #[arg(long)]
    pub force: bool,
    /// Print a JSON list of the files to standard output
    #[arg(long)]
    pub json: bool,
    /// Do not list the files written
    #[arg(short, long)]
    pub quiet: bool,
}

/// The title of a job. It becomes the title of a bank.
fn parse_title(text: &str) -> Result<String, String> {
    if one_line(&printed_line(text)).is_empty() {
        return Err("must not be empty".to_owned());
    }
    if text.chars().nth(Bank::MAX_TEXT_CHARS).is_some() {
        return Err(format!("must be at most {} characters", Bank::MAX_TEXT_CHARS));
    }
    Ok(text.to_owned())
}

/// Arguments of `import`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit import pack.txt -o bank.yaml
  pdftotext -layout pack.pdf - | interview-kit import - > bank.yaml
  interview-kit import pack.md -o bank.yaml --json | jq '.left_out[]'

A pack contains numbered questions, or headings that are questions. Below each, a line such as
“Strong answer should cover” introduces its rubric as a list. Questions and rubrics are kept
verbatim. Every line that was not imported is listed with its line number.")]
pub struct ImportArgs {
    /// Question pack; `-` reads standard input
    #[arg(value_name = "PACK.txt")]
    pub pack: PathBuf,
    /// Bank file to write [default: standard output]
    #[arg(short, long, value_name = "BANK.yaml")]
    pub output: Option<PathBuf>,
    /// Format of the import report
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,
    /// Print the import report as JSON to standard output; same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// How the file is written.
    #[command(flatten)]
    pub write: WriteArgs,
}

/// Arguments of `schema`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Example:
  interview-kit schema > bank.schema.json

Editors with the YAML language server complete and validate a bank that starts with this line:
  # yaml-language-server: $schema=bank.schema.json")]
pub struct SchemaArgs {
    /// Schema to print
    #[arg(value_enum, value_name = "SCHEMA", default_value_t = SchemaOf::Bank)]
    pub of: SchemaOf,
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// Question banks
    Bank,
    /// The manifest that `build` and `panel` print with --json
    Manifest,
    /// The records that `collect` writes
    Records,
    /// What `verify --format json` prints
    Verify,
    /// What `purge --format json` prints
    Purge,
    /// What `scores` prints with --format json
    Scores,
}

/// Arguments of `completions`.
#[derive(Clone, Debug, Args)]
#[command(
    before_help = "Example:\n  interview-kit completions bash > /etc/bash_completion.d/interview-kit"
)]
pub struct CompletionsArgs {
    /// Shell to generate the script for
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Arguments of `man`.
#[derive(Clone, Debug, Args)]
#[command(
    before_help = "Examples:\n  interview-kit man | man -l -\n  interview-kit man build > interview-kit-build.1"
)]
pub struct ManArgs {
    /// Command to document [default: the program itself]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
