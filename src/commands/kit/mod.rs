//! `build` and `panel`, for one interview or for a roster of them; and `debrief`, which makes one document of a kit from records.

mod builder;
mod debrief;
mod field_scope;
mod filler;
mod inputs;
mod job;
mod large;
mod listed;
mod lock;
mod output_file;
mod packet;
mod roster;
mod row_failure;
mod single;
mod writing;

pub(super) use filler::LoadedTemplates;

use crate::base::files::Stop;
use crate::cli::terminal::Console;
use crate::cli::{BuildArgs, BuildRequest, DebriefArgs, PanelArgs, UsageError};

pub(super) fn build(args: &BuildArgs) -> anyhow::Result<()> {
    run(&args.request()?)
}

pub(super) fn panel(args: &PanelArgs) -> anyhow::Result<()> {
    run(&args.request()?)
}

pub(super) fn debrief(args: &DebriefArgs) -> anyhow::Result<()> {
    debrief::run(args)
}

fn run(request: &BuildRequest) -> anyhow::Result<()> {
    let output = &request.output;
    let console = Console::new(output.is_quiet);
    if output.is_stream() && output.has_pdf() && console.stdout_is_terminal() && !output.is_dry_run
    {
        let error = UsageError::new("-o -: refusing to write a PDF to the terminal");
        return Err(error.help("redirect it: `… -o - > kit.pdf`").into());
    }
    let stop = Stop::listen();
    match &request.roster {
        Some(roster) => roster::run(request, roster, console, stop),
        None => single::run(request, console),
    }
}
