use clap::CommandFactory;

use crate::cli::terminal::Console;
use crate::cli::{Cli, CompletionsArgs};

pub(super) fn run(args: &CompletionsArgs) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "interview-kit", &mut script);
    Console::new(false).data(&script)?;
    Ok(())
}
