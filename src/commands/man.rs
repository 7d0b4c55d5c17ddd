use clap::CommandFactory;
use clap::builder::{Resettable, StyledStr};

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
    let mut manual = clap_mangen::Man::new(with_examples(command));
    if let Some(title) = title {
        manual = manual.title(title);
    }
    let mut page = Vec::new();
    manual.render(&mut page)?;
    let mut page = String::from_utf8(page)?.replacen("\n.SH EXTRA\n", "\n.SH EXAMPLES\n", 1);
    page.push_str(&exit_status());
    Console::new(false).data(page.as_bytes())?;
    Ok(())
}

/// Moves the examples from before the help to after it, because a manual page shows only the text after the help. The exit codes,
/// which the help shows there, have their own section.
fn with_examples(command: clap::Command) -> clap::Command {
    let before = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    let examples = before.split_once('\n').map(|(_, examples)| examples.to_owned());
    command.after_help(Resettable::from(examples.map(StyledStr::from)))
}

/// The section of a manual page about exit codes, in roff.
fn exit_status() -> String {
    let codes =
        EXIT_CODES.iter().map(|(code, meaning)| format!(".TP\n\\fB{code}\\fR\n{meaning}\n"));
    format!(".SH \"EXIT STATUS\"\n{}", codes.collect::<String>())
}
