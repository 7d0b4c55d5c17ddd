use clap::builder::{Resettable, StyledStr};
use clap::{Command, CommandFactory};

use crate::cli::terminal::Console;
use crate::cli::{Cli, EXIT_CODES, ManArgs};

pub(super) fn run(args: &ManArgs) -> anyhow::Result<()> {
    let mut program = Cli::command();
    program.build();
    // The page of the program names the pages of its commands, and `help` has none.
    let program = program.mut_subcommand("help", |help| help.hide(true));
    let page = match &args.command {
        None => page(program, "interview-kit")?,
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            let command = found.ok_or_else(|| Cli::unknown_command(name))?;
            page(command, &format!("interview-kit-{name}"))?
        }
    };
    Console::new(false).data(page.as_bytes())?;
    Ok(())
}

/// The manual page of a command. `man` finds it by its title: the name of the program and that of the command, joined.
fn page(command: Command, title: &str) -> anyhow::Result<String> {
    let manual = clap_mangen::Man::new(for_manual(command));
    let mut page = Vec::new();
    manual.render(&mut page)?;
    // The examples are kept as they are: without filling, and before the next section.
    let page = String::from_utf8(page)?
        .replacen("\n.SH EXTRA\n", "\n.SH EXAMPLES\n.nf\n", 1)
        .replacen("\n.SH VERSION\n", "\n.fi\n.SH VERSION\n", 1);
    let lines = page.lines().map(|line| match line.strip_prefix(".TH ") {
        // The library leaves out the empty date, so that the version would be read as the date.
        Some(_) => format!(
            ".TH {title} 1 \"\" \"interview-kit {}\" \"User Commands\"\n",
            env!("CARGO_PKG_VERSION")
        ),
        None => format!("{line}\n"),
    });
    Ok(format!("{}{}", lines.collect::<String>(), exit_status()))
}

/// The command with its help in the form of a manual page: the examples, which the help shows first, come last, because a manual
/// page shows only the text after the help; remarks on them are part of the description. The version is without the build.
fn for_manual(command: Command) -> Command {
    let before = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    let (examples, remarks) = before.split_once("\n\n").unwrap_or((&before, ""));
    let examples = examples.lines().skip(1).map(|line| line.strip_prefix("  ").unwrap_or(line));
    let examples = examples.collect::<Vec<_>>().join("\n");
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    command
        .long_about(format!("{about}\n\n{remarks}").trim_end().to_owned())
        .after_help(StyledStr::from(examples))
        .long_version(Resettable::Reset)
}

/// The section of a manual page about exit codes, in roff.
fn exit_status() -> String {
    let codes =
        EXIT_CODES.iter().map(|(code, meaning)| format!(".TP\n\\fB{code}\\fR\n{meaning}\n"));
    format!(".SH \"EXIT STATUS\"\n{}", codes.collect::<String>())
}
