use super::super::{bank, selection};
use super::draft::pack;
use super::interview::Interview;
use super::order::Order;
use super::press::{Press, Printed};
use super::{freeze, writing};
use crate::cli::Collate;
use crate::output::Console;

/// The packet of one interview, or of one panel.
pub(super) fn run(order: &Order<'_>, console: Console) -> anyhow::Result<()> {
    let args = order.args;
    let (bank, hashes) = bank::load_with_hashes(&args.bank, console)?;
    selection::check(&args.facets, &bank)?;
    let frozen = freeze::read(order, console)?;
    let lock = frozen.as_ref().map(|frozen| &frozen.lock);
    let interview = Interview::single(order, &bank, lock);
    let packed = pack(order, &interview, &bank, frozen.as_ref(), console)?;
    let press = Press::new(args, console)?;
    // With one interview, all of it is its packet.
    let order = &Order { collate: order.collate.map(|_| Collate::Packet), ..order.clone() };
    let Printed { made, .. } = press.print(order, &interview, &packed)?;
    let lock = args.lock.lock.as_deref().map(|path| freeze::file(path, &interview, &packed));
    let frozen_into = lock.as_ref().map(|file| file.path.display().to_string());
    if order.is_stream() && !args.output.json {
        if !args.output.dry_run {
            crate::output::write_files(&Vec::from_iter(lock), order.overwrite())?;
            made.iter().try_for_each(|made| console.data(&made.bytes))?;
        }
        return Ok(());
    }
    let states = writing::write(order, &made, Vec::from_iter(lock))?;
    if args.output.json {
        let files = made.iter().zip(&states).map(|(made, state)| made.record(order, *state));
        let files = files.collect();
        return writing::manifest(order, (&bank, &hashes), files, Vec::new(), console);
    }
    writing::tell(order, &made, &states, console);
    if let (Some(path), false) = (frozen_into, args.output.dry_run) {
        console.message(&format!("froze kit {} in {path}", packed.whole.kit.code));
    }
    Ok(())
}
