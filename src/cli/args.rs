use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::{BankArgs, BuildArgs, FacetArgs, PaperArg, PrintArgs};

const EXAMPLES: &str = "\
Examples:
  interview-kit build                          all 18 built-in questions
  interview-kit build --role appsec-manager --minutes 45
  interview-kit build --bank mine.yaml -o kit  from your own questions
  interview-kit list --theme strategy          what a kit would hold";

/// Build print-ready, fillable structured-interview kits from a question bank
#[derive(Clone, Debug, Parser)]
#[command(name = "interview-kit", version, before_help = EXAMPLES, max_term_width = 100)]
#[command(propagate_version = true, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Make the documents of a kit
    Build(BuildArgs),
    /// Show what a selection holds
    List(ListArgs),
    /// Show one question, whole
    Show(ShowArgs),
    /// Print a guide that was edited by hand, or any other Markdown
    Typeset(TypesetArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual page of the program, or of one of its commands
    Man(ManArgs),
}

/// Arguments of `list`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit list --level manager --kind situational
  interview-kit list --role devsecops-manager --minutes 45 --format ids
  interview-kit list --format json | jq '.[].ask'")]
pub struct ListArgs {
    /// Which questions.
    #[command(flatten)]
    pub facets: FacetArgs,
    /// From which banks.
    #[command(flatten)]
    pub bank: BankArgs,
    /// How to show them
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
    /// Say nothing but errors
    #[arg(short, long)]
    pub quiet: bool,
}

/// How a selection is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// A table that fits the terminal
    Table,
    /// An array of the questions as the bank has them
    Json,
    /// The ids, one a line
    Ids,
}

/// Arguments of `show`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "Example:\n  interview-kit show prioritize-vulnerabilities")]
pub struct ShowArgs {
    /// The question's id, as `list` shows it
    #[arg(value_name = "ID")]
    pub id: String,
    /// From which banks.
    #[command(flatten)]
    pub bank: BankArgs,
}

/// Arguments of `typeset`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit typeset guide.md -o guide.pdf
  interview-kit build --format md -o - | interview-kit typeset - -o - > guide.pdf")]
pub struct TypesetArgs {
    /// The guide; `-` reads standard input
    #[arg(value_name = "GUIDE.md")]
    pub guide: PathBuf,
    /// The file to write; `-` writes to standard output
    #[arg(short, long, value_name = "FILE.pdf")]
    pub output: PathBuf,
    /// The paper [default: what the guide's front matter asks for, or A4]
    #[arg(long, value_enum)]
    pub paper: Option<PaperArg>,
    /// How to print.
    #[command(flatten)]
    pub print: PrintArgs,
    /// Replace a file that is there already
    #[arg(long)]
    pub force: bool,
    /// Say nothing but errors and warnings
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `completions`.
#[derive(Clone, Debug, Args)]
#[command(
    before_help = "Example:\n  interview-kit completions bash > /etc/bash_completion.d/interview-kit"
)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Arguments of `man`.
#[derive(Clone, Debug, Args)]
#[command(
    before_help = "Examples:\n  interview-kit man | man -l -\n  interview-kit man build > interview-kit-build.1"
)]
pub struct ManArgs {
    /// The command; without one, the program itself
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
