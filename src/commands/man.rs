use clap::CommandFactory;

use crate::base::text::nearest;
use crate::cli::terminal::Console;
use crate::cli::{Cli, EXIT_CODES, ManArgs, UsageError};

pub(super) fn run(args: &ManArgs) -> anyhow::Result<()> {
    let mut program = Cli::command();
    program.build();
    match &args.command {
        None => print(program, None),
        Some(name) => {
            let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
            let found = program.find_subcommand(name).cloned();
            let unknown = || {
                let nearest = nearest(name, names.iter().copied());
                let hint = nearest.map(|it| format!("did you mean `{it}`?"));
                let message = format!("unknown command `{name}`");
                let names = format!("expected one of: {}", names.join(", "));
                UsageError { message, help: hint.into_iter().chain([names]).collect() }
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
    page.extend(exit_status().bytes());
    Console::new(false).data(&page)?;
    Ok(())
}

/// The section of a manual page about exit codes, in roff.
fn exit_status() -> String {
    let codes =
        EXIT_CODES.iter().map(|(code, meaning)| format!(".TP\n\\fB{code}\\fR\n{meaning}\n"));
    format!(".SH \"EXIT STATUS\"\n{}", codes.collect::<String>())
}
