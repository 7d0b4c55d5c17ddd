use super::super::unmet::{self, Shortfall};
use super::super::{bank, selection};
use super::draft::{Sheet, pack};
use super::interview::Interview;
use super::order::Order;
use super::press::{Press, Printed};
use super::{freeze, writing};
use crate::base::unit::Minutes;
use crate::cli::Collate;
use crate::cli::terminal::Console;

/// The packet of one interview, or of one panel.
pub(super) fn run(order: &Order<'_>, console: Console) -> anyhow::Result<()> {
    let longest = make(order, console)?;
    // A frozen kit is meant as it is, and a script finds the minutes in the manifest.
    let is_told = order.args.lock.locked.is_none() && !order.args.output.json;
    if let Some(longest) = longest.filter(|_| is_told) {
        console.message(&hint(longest));
    }
    Ok(())
}

/// How long the longest interview of a kit would be, where that is longer than anybody can hold.
pub(super) fn too_long(sheet: &Sheet<'_>) -> Option<Minutes> {
    let longest = sheet.view.interviewers.iter().map(|person| person.minutes).max();
    longest.filter(|_| !sheet.view.clocked)
}

/// What to do about such an interview.
pub(super) fn hint(longest: Minutes) -> String {
    format!(
        "{longest} minutes are more than one interview holds: add --minutes 60 for the best questions that fit an hour"
    )
}

/// Makes the packet; gives the minutes of an interview that nobody can hold.
fn make(order: &Order<'_>, console: Console) -> anyhow::Result<Option<Minutes>> {
    let args = order.args;
    if args.output.json || order.is_stream() {
        console.expect_data()?;
    }
    let (bank, hashes) = bank::load_with_hashes(&args.bank, console)?;
    selection::check(&args.facets, order.interviewers(), &bank)?;
    selection::check_order(&args.facets, false)?;
    let frozen = freeze::read(order, console)?;
    let lock = frozen.as_ref().map(|frozen| &frozen.lock);
    let interview = Interview::single(order, &bank, lock);
    let packed = pack(order, &interview, &bank, frozen.as_ref())?;
    let remedies = unmet::remedies(&packed.unmet);
    let shortfall = Shortfall::new(args.output.print.strict);
    unmet::tell(&packed.whole.view.unmet, &remedies, shortfall, console)?;
    let press = Press::new(args, console)?;
    // With one interview, all of it is its packet.
    let order = &Order { collate: order.collate.map(|_| Collate::Packet), ..order.clone() };
    let Printed { made, .. } = press.print(order, &interview, &packed)?;
    press.finish();
    let lock = args.lock.lock.as_deref().map(|path| freeze::file(path, &interview, &packed));
    let frozen_into = lock.as_ref().map(|file| file.path.display().to_string());
    if order.is_stream() && !args.output.json {
        if !args.output.dry_run {
            crate::base::files::write_files(&Vec::from_iter(lock), order.overwrite())?;
            made.iter().try_for_each(|made| console.data(&made.bytes))?;
        }
        return Ok(too_long(&packed.whole));
    }
    let states = writing::write(order, &made, Vec::from_iter(lock))?;
    if args.output.json {
        let files = made.iter().zip(&states).map(|(made, state)| made.record(order, *state));
        let files = files.collect();
        writing::manifest(order, (&bank, &hashes), files, Vec::new(), console)?;
        return Ok(too_long(&packed.whole));
    }
    writing::tell(order, &made, &states, console);
    if let (Some(path), false) = (frozen_into, args.output.dry_run) {
        console.message(&format!("froze kit {} in {path}", packed.whole.view.code));
    }
    Ok(too_long(&packed.whole))
}
