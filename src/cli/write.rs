use clap::Args;

/// How a single file is written.
#[derive(Clone, Copy, Debug, Args)]
pub struct WriteArgs {
    /// Overwrite an existing file
    #[arg(long)]
    pub force: bool,
    /// Print errors and warnings only
    #[arg(short, long)]
    pub quiet: bool,
}
