//! Builds structured-interview kits: a question bank in, print-ready guides out.
//!
//! The modules, in the order in which the data passes through them.
#![forbid(unsafe_code)]

pub mod base;
pub mod bank;
pub mod select;
pub mod packet;
pub mod document;
pub mod print;
pub mod scan;
pub mod collect;
pub mod evaluate;
pub mod cli;
pub mod commands;

use std::ffi::OsString;
use std::process::ExitCode;

use cli::report::{self, Ending};
use cli::terminal::Console;
use cli::{Cli, LineError};

/// Runs the program on a command line, whose first word is the program's own name, and says how it ended: 0 if it was done, 1 if
/// it could not be done, 2 if it could not be asked for, 130 if it was stopped.
pub fn run(args: impl IntoIterator<Item = impl Into<OsString>>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    if let Some(version) = Cli::asked_for_version(&args) {
        return end(Console::new(false).data(version.as_bytes()).map_err(Into::into));
    }
    match Cli::parse_line(args) {
        Ok(cli) => end(commands::run(cli.command)),
        Err(LineError::Usage(error)) => end(Err(error.into())),
        Err(LineError::Parser(error)) if error.use_stderr() => {
            // If standard error is closed, the message cannot be shown anywhere.
            let _ = error.print();
            ExitCode::from(2)
        }
        Err(LineError::Parser(asked)) => end(help(&asked)),
    }
}

/// Prints what was asked for by `--help` or `--version`.
fn help(asked: &clap::Error) -> anyhow::Result<()> {
    let console = Console::new(false);
    let text = asked.render();
    let text = if console.stdout_has_color() { text.ansi().to_string() } else { text.to_string() };
    Ok(console.data(text.as_bytes())?)
}

fn end(done: anyhow::Result<()>) -> ExitCode {
    let Err(error) = done else { return ExitCode::SUCCESS };
    let console = Console::new(false);
    let Ending { text, code } = report::ending(&error, console.stderr_has_color());
    console.error(&text);
    ExitCode::from(code)
}
