use crate::base::text::{listed, name_key, nearest};
use crate::cli::{DebriefArgs, UsageError};
use crate::collect::Record;
use crate::evaluate::debrief::{PacketFault, PacketRecords, packets};
use crate::packet::PacketId;

/// The packets that were asked for. Others may be as contradictory as they like.
pub(super) fn chosen<'r>(
    records: &'r [Record],
    args: &DebriefArgs,
) -> anyhow::Result<Vec<PacketRecords<'r>>> {
    let all: Vec<&Record> = records.iter().collect();
    let asked = match (&args.candidate, &args.packet) {
        (None, None) => all,
        (Some(name), packet) => of_candidate(name, packet.as_deref(), &all)?,
        (None, Some(id)) => {
            let asked = with(&all, |record| record.packet == *id);
            if asked.is_empty() && !all.is_empty() {
                let known = all.iter().map(|record| record.packet.clone());
                return Err(unknown("packet", id, known.collect()).into());
            }
            asked
        }
    };
    let packets = packets(&asked).map_err(|fault| anyhow::anyhow!(described(&fault)))?;
    if packets.is_empty() {
        anyhow::bail!(
            "there are no records of a guide, a scoring form or a scorecard\n  help: give a file that `interview-kit collect --format json` has written"
        );
    }
    Ok(packets)
}

/// All records of the packets of a candidate, or of one of them.
fn of_candidate<'r>(
    name: &str,
    packet: Option<&str>,
    records: &[&'r Record],
) -> Result<Vec<&'r Record>, UsageError> {
    let key = name_key(name);
    let is_named = |record: &&Record| {
        record.candidate.answer().is_some_and(|candidate| name_key(candidate) == key)
    };
    let named = with(records, |record| is_named(&record));
    if named.is_empty() {
        let known = records.iter().filter_map(|record| record.candidate.answer().cloned());
        return Err(unknown("candidate", name, known.collect()));
    }
    let ids: Vec<&str> = named.iter().map(|record| record.packet.as_str()).collect();
    let Some(packet) = packet else {
        return Ok(with(records, |record| ids.contains(&record.packet.as_str())));
    };
    if !ids.contains(&packet) {
        let error = UsageError::new(format!("packet {packet} is not of the candidate `{name}`"));
        return Err(error.help("use one of --packet and --candidate"));
    }
    Ok(with(records, |record| record.packet == packet))
}

fn with<'r>(records: &[&'r Record], is_asked: impl Fn(&Record) -> bool) -> Vec<&'r Record> {
    records.iter().copied().filter(|record| is_asked(record)).collect()
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
