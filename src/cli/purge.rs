use std::path::PathBuf;

use clap::Args;

use super::result::ResultArgs;
use crate::base::unit::Date;

/// Arguments of `purge`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "\
Examples:
  interview-kit purge returned
  interview-kit purge returned --on 2027-06-01
  interview-kit purge returned --yes --format json > purged.json

Lists the documents and records that are past the date until which they are kept, and removes them
only with --yes. The date is that of the documents themselves, as `build --keep-until` or somebody
wrote it; dates other than in the form 2027-05-27 are not read. A file is removed only when every
date of its packets is past. What has no date, or cannot be read, is listed and kept. If it may be
of any packet, nothing is removed. Other files are never touched, and links are not followed. The
JSON names no files and no people, but the SHA-256 of each file. With --yes, nothing more is removed
once the output cannot be written.")]
pub struct PurgeArgs {
    /// Folder with documents and records
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Today's date [default: by the clock, in UTC]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub on: Option<Date>,
    /// Remove what is past its date
    #[arg(long)]
    pub yes: bool,
    /// The output format.
    #[command(flatten)]
    pub result: ResultArgs,
    /// Print errors only
    #[arg(short, long)]
    pub quiet: bool,
}

fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "expected a date such as 2027-05-27".to_owned())
}
