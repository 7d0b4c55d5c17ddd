use crate::bank::Theme;

/// Somebody who interviews as one of a panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The name, where it is known.
    pub name: Option<String>,
    /// The themes to keep to; any, if there is none.
    pub themes: Vec<Theme>,
}

impl Seat {
    /// The most that a panel has: no candidate is interviewed by more, and no plan has room for them.
    pub const MOST: usize = 20;
}
