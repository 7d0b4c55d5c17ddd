use crate::base::text::{listed, nearest};
use crate::cli::{DebriefArgs, UsageError};
use crate::collect::Record;
use crate::evaluate::debrief::{PacketFault, PacketRecords, packets};
use crate::packet::PacketId;

/// The packets that were asked for.
pub(super) fn chosen<'r>(
    records: &'r [Record],
    args: &DebriefArgs,
) -> anyhow::Result<Vec<PacketRecords<'r>>> {
    let all = packets(records).map_err(|fault| anyhow::anyhow!(described(&fault)))?;
    if all.is_empty() {
        anyhow::bail!(
            "there are no records of a guide, a scoring form or a scorecard\n  help: give a file that `interview-kit collect --format json` has written"
        );
    }
    let is_asked = |packet: &PacketRecords<'_>| match (&args.candidate, &args.packet) {
        (Some(name), _) => packet.candidates().contains(&name.as_str()),
        (None, Some(id)) => packet.packet == *id,
        (None, None) => true,
    };
    let (chosen, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_asked);
    if !chosen.is_empty() {
        return Ok(chosen);
    }
    let (what, name, known) = match (&args.candidate, &args.packet) {
        (Some(name), _) => {
            let names = others.iter().flat_map(PacketRecords::candidates);
            ("candidate", name.as_str(), names.map(str::to_owned).collect::<Vec<_>>())
        }
        (None, id) => {
            let ids = others.iter().map(|packet| packet.packet.clone());
            ("packet", id.as_deref().unwrap_or_default(), ids.collect())
        }
    };
    Err(unknown(what, name, known).into())
}

fn unknown(what: &str, name: &str, mut known: Vec<String>) -> UsageError {
    known.sort_unstable();
    known.dedup();
    let error = UsageError::new(format!("--{what}: the records have no {what} `{name}`"));
    if known.is_empty() {
        return error.help("no record names a candidate; use --packet");
    }
    let error = match nearest(name, known.iter().map(String::as_str)) {
        Some(nearest) => error.help(format!("did you mean `{nearest}`?")),
        None => error,
    };
    error.help(format!("expected one of: {}", listed(known.iter().map(String::as_str))))
}

/// The id of a packet, which is one if the records are not made up.
pub(super) fn id(packet: &PacketRecords<'_>) -> anyhow::Result<PacketId> {
    let id = packet.packet.parse::<PacketId>();
    id.map_err(|why| anyhow::anyhow!("`{}` is not the id of a packet: {why}", packet.packet))
}

fn described(fault: &PacketFault) -> String {
    match fault {
        PacketFault::OtherKit(packet, [(first, kit), (second, other)]) => format!(
            "packet {packet} is of two kits: {kit} in {first}, and {other} in {second}\n  help: remove the file that does not belong to it, \
             and collect again"
        ),
        PacketFault::Twice(packet, document, [first, second]) => format!(
            "packet {packet} has two different versions of the document `{document}`: {first} and {second}\n  help: collect only the one \
             that counts; `interview-kit collect --prefer FILE` decides"
        ),
    }
}
