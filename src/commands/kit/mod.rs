//! `build` and `panel`, for one interview or for a roster of them.

mod draft;
mod failed;
mod freeze;
mod interview;
mod made;
mod order;
mod press;
mod roster;
mod single;
mod target;
mod writing;

use super::Usage;
use crate::base::files::Stop;
use crate::cli::terminal::Console;
use crate::cli::{BuildArgs, PanelArgs};
use order::Order;

pub(super) fn build(args: &BuildArgs) -> anyhow::Result<()> {
    run(&Order::build(&args.kit)?)
}

pub(super) fn panel(args: &PanelArgs) -> anyhow::Result<()> {
    run(&Order::panel(args)?)
}

fn run(order: &Order<'_>) -> anyhow::Result<()> {
    let console = Console::new(order.args.output.quiet);
    if order.is_stream() && order.prints() && console.data_is_seen() && !order.args.output.dry_run {
        let why =
            "-o -: a PDF is not for a terminal\n  help: redirect it, as in `… -o - > kit.pdf`";
        return Err(Usage(why.to_owned()).into());
    }
    let stop = Stop::listen();
    match &order.args.roster.roster {
        Some(path) => roster::run(order, path, console, stop),
        None => single::run(order, console),
    }
}
