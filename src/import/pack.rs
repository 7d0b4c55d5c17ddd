/// What a pack says. Every text is on one line, and as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// Its title, without its edition.
    pub title: Option<String>,
    /// Its edition, where the title ends with one: `2026`.
    pub edition: Option<String>,
    /// For whom it was written.
    pub audience: Vec<String>,
    /// The line above the list that stands before the first question.
    pub competencies_label: Option<String>,
    /// That list.
    pub competencies: Vec<String>,
    /// The documents to read beside it. Their titles may hold commas, so that the list is kept whole.
    pub companions: Option<String>,
    /// The questions, in order; at least one.
    pub questions: Vec<PackQuestion>,
}

/// A question of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackQuestion {
    /// Its number, which no other question has.
    pub number: u32,
    /// The question.
    pub ask: String,
    /// The line above its rubric, where it is not the usual one.
    pub rubric_label: Option<String>,
    /// What a strong answer covers.
    pub rubric: Vec<String>,
    /// What is asked where that was not covered.
    pub follow_up: Option<String>,
    /// What may be asked besides.
    pub probes: Vec<String>,
    /// Warning signs.
    pub watch_for: Vec<String>,
}
