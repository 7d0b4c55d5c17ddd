use clap::{Args, ValueEnum};

/// How the result of a command is shown.
#[derive(Clone, Debug, Args)]
pub struct ResultArgs {
    /// Output format
    #[arg(long, value_enum, default_value_t = ResultFormat::Table)]
    pub format: ResultFormat,
    /// Print JSON to standard output; same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
}

/// How results are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ResultFormat {
    /// A table for people
    Table,
    /// JSON, for scripts; `interview-kit schema` describes it
    Json,
}

impl ResultArgs {
    /// The format that is asked for, in either way.
    #[must_use]
    pub fn format(&self) -> ResultFormat {
        if self.json { ResultFormat::Json } else { self.format }
    }
}
