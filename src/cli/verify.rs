use std::path::PathBuf;

use clap::Args;

use super::result::ResultArgs;

/// Arguments of `verify`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit verify returned
  interview-kit verify returned --lock kit.lock
  interview-kit verify returned --format json | jq '.differences[]'

Was each candidate asked the same? The files themselves are compared: kit, interviewers, questions
and their order, rubric and rating scale, pages that were changed, documents that are missing or
not filled in, and the dates of scorecards and debrief. Each difference is named, and the exit
code is 1 if there is one. File names are printed; names of people are not.")]
pub struct VerifyArgs {
    /// Folder with the files that came back, from all packets
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Compare with the kit in this lock file, too
    #[arg(long, value_name = "FILE")]
    pub lock: Option<PathBuf>,
    /// The output format.
    #[command(flatten)]
    pub result: ResultArgs,
    /// Print errors only
    #[arg(short, long)]
    pub quiet: bool,
}
