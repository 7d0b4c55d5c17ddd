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
pub mod cli;
pub mod commands;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use cli::Cli;
use cli::report::{self, Ending};
use cli::terminal::Console;

/// Runs the program on a command line, whose first word is the program's own name, and says how it ended: 0 if it was done, 1 if
/// it could not be done, 2 if it could not be asked for, 130 if it was stopped.
pub fn run(args: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(usage) => {
            if usage.use_stderr() {
                // Where nobody can hear it, there is nobody to tell either.
                let _ = usage.print();
                return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
            }
            return end(help(&usage));
        }
    };
    end(commands::run(cli.command))
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
