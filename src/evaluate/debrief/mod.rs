//! In: the records of one packet, and who asks what. Out: what the debrief form shows of them.
//!
//! Nothing here is averaged, added up, or chosen: what is not certain is listed, to be settled by people.

mod agenda;
mod handwriting;
mod merged;
mod packets;
mod result;
mod reader;
mod unsettled;

pub use packets::{PacketFault, PacketRecords, packets};
pub use result::{
    About, AgendaItem, Debrief, Handwriting, Mark, Note, NoteKind, Outline, OutlinedCompetency,
    Panelist, SeenValue, Side, Topic, TopicOf, Unsettled, WrittenOn,
};

/// The first entry of a record that is not in its interviewer's part of the kit: the file, and the id of the question or competency. A
/// form would silently be without it.
#[must_use]
pub fn foreign<'r>(packet: &PacketRecords<'r>, outline: &Outline) -> Option<(&'r str, &'r str)> {
    reader::foreign(packet, outline)
}

/// The first file of a packet with a rating scale of another length than that of the kit, and how many points its scale has.
#[must_use]
pub fn other_scale<'r>(packet: &PacketRecords<'r>, outline: &Outline) -> Option<(&'r str, u8)> {
    reader::other_scale(packet, outline)
}

/// What the records of a packet say of its kit.
#[must_use]
pub fn debrief(packet: &PacketRecords<'_>, outline: &Outline) -> Debrief {
    reader::Reader::new(packet, outline).read()
}
