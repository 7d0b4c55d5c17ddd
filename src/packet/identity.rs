use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::details::InterviewDetails;
use crate::base::hash;
use crate::base::text::composed;

/// The id of a packet: five letters of Crockford's Base32, such as `3F9TQ`. It is on every page that people write on, so that pages
/// that come back can be put together again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PacketId(u32);

/// What the id of a packet is made from. No person's name is part of it, so an id never tells who was interviewed, and a name that is
/// corrected later does not change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PacketKey<'a> {
    /// The code of the kit, without the number of an interviewer.
    pub kit: &'a str,
    /// The name that the user gave the packet. Without one, the row, the date and the time take its place.
    pub name: Option<&'a str>,
    /// The row of the roster, from 1.
    pub row: Option<usize>,
    /// The date, as it was given.
    pub date: Option<&'a str>,
    /// The time, as it was given.
    pub time: Option<&'a str>,
}

/// What a packet bears on its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketIdentity {
    /// The code of its kit.
    pub kit: String,
    /// Its id.
    pub packet: PacketId,
}

/// The ids of the packets of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketIds {
    /// The ids, in the order of the packets. No two are the same.
    pub ids: Vec<PacketId>,
    /// The packets, by their places from 0, whose names cannot tell them apart: each group has one name and one kit.
    pub same_names: Vec<Vec<usize>>,
}

/// Why a text is not the id of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PacketIdParseError;

/// There are more packets than ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyPackets;

impl<'a> PacketKey<'a> {
    /// The key of a packet of this kit, with the name that the user gave it, its row, and the details of its interview.
    #[must_use]
    pub fn new(
        kit: &'a str,
        name: Option<&'a str>,
        row: Option<usize>,
        details: &'a InterviewDetails,
    ) -> Self {
        let (date, time) = (details.date.as_deref(), details.time.as_deref());
        Self { kit, name, row, date, time }
    }

    /// Whether nothing but the kit is in the key: every packet of the kit with such a key has the same id.
    #[must_use]
    pub fn is_of_kit_only(&self) -> bool {
        let Self { kit: _, name, row, date, time } = self;
        name.is_none() && row.is_none() && date.is_none() && time.is_none()
    }
}

impl PacketId {
    /// How many letters an id has.
    const LETTERS: usize = 5;
    /// How many ids there are.
    pub const COUNT: usize = 1 << (5 * Self::LETTERS);

    /// The id of a packet that is the only one of its run.
    #[must_use]
    pub fn of(key: &PacketKey<'_>) -> Self {
        Self::candidate(key, RowUse::Unnamed, 0)
    }

    /// The id that a packet gets if it is free: at first, and after so many others were taken.
    ///
    /// What is hashed never changes, so that a packet has the same id whenever it is built.
    fn candidate(key: &PacketKey<'_>, row_use: RowUse, taken: u64) -> Self {
        let PacketKey { kit, name, row, date, time } = *key;
        let name = name.map(composed);
        let row = row.filter(|_| name.is_none() || row_use == RowUse::Always);
        let (date, time) = if name.is_some() { (None, None) } else { (date, time) };
        let hashed = hash::canonical(&(kit, name, row, date, time, taken));
        let [first, second, third, fourth, ..] = hash::sha256(hashed.as_bytes());
        let bits = u32::from_be_bytes([first, second, third, fourth]);
        Self(bits >> (u32::BITS as usize - 5 * Self::LETTERS))
    }
}

/// When the row is part of what is hashed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowUse {
    /// Where there is no name.
    Unnamed,
    /// Beside a name too, which other packets have as well.
    Always,
}

impl PacketIds {
    /// Gives ids to the packets of a run. A packet has the id that it would have as the only one of its run, unless one before it has
    /// that id, or another packet has the same name and kit: then its row decides, too.
    ///
    /// # Errors
    ///
    /// There are more packets than ids.
    pub fn assign<'k>(
        packets: impl ExactSizeIterator<Item = PacketKey<'k>>,
    ) -> Result<Self, TooManyPackets> {
        if packets.len() > PacketId::COUNT {
            return Err(TooManyPackets);
        }
        let packets: Vec<PacketKey<'k>> = packets.collect();
        let mut named: BTreeMap<(&str, Cow<'_, str>), Vec<usize>> = BTreeMap::new();
        for (place, PacketKey { kit, name, .. }) in packets.iter().enumerate() {
            if let Some(name) = name {
                named.entry((kit, composed(name))).or_default().push(place);
            }
        }
        let groups = named.into_values().filter(|places| places.len() > 1);
        let mut same_names: Vec<Vec<usize>> = groups.collect();
        same_names.sort_unstable();
        let needs_row: BTreeSet<usize> = same_names.iter().flatten().copied().collect();
        let mut known = BTreeSet::new();
        let mut free = |place: usize, key: &PacketKey<'_>| {
            let row_use = if needs_row.contains(&place) { RowUse::Always } else { RowUse::Unnamed };
            let mut taken = 0;
            loop {
                let id = PacketId::candidate(key, row_use, taken);
                if known.insert(id) {
                    return id;
                }
                taken += 1;
            }
        };
        let ids = packets.iter().enumerate().map(|(place, key)| free(place, key)).collect();
        Ok(Self { ids, same_names })
    }
}

/// Parses an id as it is printed.
///
/// ```
/// use interview_kit::packet::PacketId;
///
/// assert_eq!("3F9TQ".parse::<PacketId>().map(|id| id.to_string()), Ok("3F9TQ".to_owned()));
/// assert!("3F9TU".parse::<PacketId>().is_err());
/// ```
impl FromStr for PacketId {
    type Err = PacketIdParseError;

    fn from_str(text: &str) -> Result<Self, PacketIdParseError> {
        if text.len() != Self::LETTERS {
            return Err(PacketIdParseError);
        }
        let add = |number: u32, letter| Some(number << 5 | hash::crockford_value(letter)?);
        text.chars().try_fold(0, add).map(Self).ok_or(PacketIdParseError)
    }
}

impl fmt::Display for PacketId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hash::crockford_number::<{ Self::LETTERS }>(self.0))
    }
}

impl Serialize for PacketId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for PacketIdParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "packet ids have five characters, digits and capital letters except I, L, O and U, such as 3F9TQ",
        )
    }
}

impl fmt::Display for TooManyPackets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one run can build at most {} packets", PacketId::COUNT)
    }
}

impl std::error::Error for PacketIdParseError {}

impl std::error::Error for TooManyPackets {}
