//! In: what a command line asks for. Out: it is done, by way of all the modules.
//!
//! One file a command. Nothing is decided here that a module could decide, and nothing is reported here that `cli/report` reports.

mod aligned;
mod bank;
mod brand;
mod brand_fonts;
mod check;
mod collect;
mod completions;
mod csv;
mod font_stock;
mod import;
mod init;
mod inputs;
mod json;
mod kit;
mod list;
mod man;
mod manifest;
mod pictures;
mod print;
mod purge;
mod records;
mod returned;
mod schema;
mod scores;
mod selection;
mod show;
mod typeset;
mod unmet;
mod verify;

use crate::base::threads;
use crate::cli::Command;

/// Does what a command asks for.
pub fn run(command: Command) -> anyhow::Result<()> {
    if shares_work(&command) {
        threads::prepare();
    }
    match command {
        Command::Build(args) => kit::build(&args),
        Command::Panel(args) => kit::panel(&args),
        Command::Debrief(args) => kit::debrief(&args),
        Command::List(args) => list::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Typeset(args) => typeset::run(&args),
        Command::Collect(args) => collect::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Purge(args) => purge::run(&args),
        Command::Scores(args) => scores::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    }
}

/// Whether a command reads many files, or lays out pages.
fn shares_work(command: &Command) -> bool {
    match command {
        Command::Build(_)
        | Command::Panel(_)
        | Command::Debrief(_)
        | Command::Typeset(_)
        | Command::Collect(_)
        | Command::Verify(_)
        | Command::Purge(_)
        | Command::Scores(_) => true,
        Command::List(_)
        | Command::Show(_)
        | Command::Check(_)
        | Command::Init(_)
        | Command::Import(_)
        | Command::Schema(_)
        | Command::Completions(_)
        | Command::Man(_) => false,
    }
}
