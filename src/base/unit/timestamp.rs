/// A moment, in seconds since 1970-01-01T00:00:00Z, handed in from outside (`SOURCE_DATE_EPOCH`): no module asks a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub u64);
