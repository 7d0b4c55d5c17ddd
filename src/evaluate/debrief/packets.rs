use std::collections::BTreeMap;

use super::super::same_document::says_the_same;
use crate::collect::{OF_INTERVIEWER, Record};

/// The records of one packet.
#[derive(Clone, Debug)]
pub struct PacketRecords<'r> {
    /// The id of the packet.
    pub packet: String,
    /// The code of its kit, without the number of an interviewer.
    pub kit: String,
    /// What each interviewer filled in, by their number from 1. An only interviewer is the first.
    pub parts: BTreeMap<u32, Vec<&'r Record>>,
}

/// Why the records of a packet cannot be one interview's. Each has the two files that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PacketFault {
    /// They are of two kits.
    OtherKit(String, [(String, String); 2]),
    /// They are two versions of one document.
    Twice(String, String, [String; 2]),
}

impl<'r> PacketRecords<'r> {
    /// What each interviewer asks of whom there are records, with their number from 1: the questions of the document that has the most.
    pub fn asked(&self) -> impl Iterator<Item = (u32, Vec<&'r str>)> {
        self.parts.iter().map(|(part, records)| (*part, asked(records)))
    }

    /// Who is named as the candidate.
    #[must_use]
    pub fn candidates(&self) -> Vec<&'r str> {
        let records = self.parts.values().flatten();
        let mut names: Vec<&'r str> =
            records.filter_map(|it| it.candidate.answer().map(String::as_str)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// The records by packet. Documents that no interviewer fills in are left out, and so is a document that is there again with the same
/// contents.
pub fn packets<'r>(records: &[&'r Record]) -> Result<Vec<PacketRecords<'r>>, PacketFault> {
    let mut packets: BTreeMap<&str, PacketRecords<'_>> = BTreeMap::new();
    let is_own = |it: &&Record| OF_INTERVIEWER.contains(&it.document.as_str());
    for record in records.iter().copied().filter(is_own) {
        let packet = packets.entry(&record.packet).or_insert_with(|| PacketRecords {
            packet: record.packet.clone(),
            kit: record.kit.clone(),
            parts: BTreeMap::new(),
        });
        if packet.kit != record.kit {
            let first = packet.parts.values().flatten().next();
            let first = first.map_or_else(String::new, |it| it.file.clone());
            let files = [(first, packet.kit.clone()), (record.file.clone(), record.kit.clone())];
            return Err(PacketFault::OtherKit(packet.packet.clone(), files));
        }
        let part = packet.parts.entry(record.part.unwrap_or(1)).or_default();
        match part.iter().find(|it| it.document == record.document) {
            None => part.push(record),
            Some(other) if says_the_same(other, record) => {}
            Some(other) => {
                let files = [other.file.clone(), record.file.clone()];
                let (packet, document) = (packet.packet.clone(), record.document.clone());
                return Err(PacketFault::Twice(packet, document, files));
            }
        }
    }
    Ok(packets.into_values().collect())
}

fn asked<'r>(records: &[&'r Record]) -> Vec<&'r str> {
    let lists = records.iter().map(|record| &record.questions);
    let longest = lists.max_by_key(|questions| questions.len());
    longest.into_iter().flatten().map(|question| question.id.as_str()).collect()
}
