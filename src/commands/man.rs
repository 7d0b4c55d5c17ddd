use clap::CommandFactory;

use super::Usage;
use crate::cli::{Cli, ManArgs};
use crate::output::Console;

pub(super) fn run(args: &ManArgs) -> anyhow::Result<()> {
    let mut program = Cli::command();
    program.build();
    match &args.command {
        None => print(program, None),
        Some(name) => {
            let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
            let found = program.find_subcommand(name).cloned();
            let unknown = || {
                let names = names.join(", ");
                Usage(format!("man {name}: there is no such command\n  help: there are {names}"))
            };
            let command = found.ok_or_else(unknown)?;
            // A manual page is found under the program's name and its command's, joined.
            let display_name = format!("interview-kit-{name}");
            print(command, Some(display_name))
        }
    }
}

fn print(command: clap::Command, title: Option<String>) -> anyhow::Result<()> {
    let mut manual = clap_mangen::Man::new(command);
    if let Some(title) = title {
        manual = manual.title(title);
    }
    let mut page = Vec::new();
    manual.render(&mut page)?;
    Console::new(false).data(&page)?;
    Ok(())
}
