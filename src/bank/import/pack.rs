use super::account::{LeftOut, PackLine};

/// A pack, and what became of the rest of its lines. Each line that is not blank is in the pack word for word, or one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What was read.
    pub pack: Pack,
    /// The lines that only say what others are: numbers and lines above lists.
    pub structure: Vec<PackLine>,
    /// The lines that were left out.
    pub left_out: Vec<LeftOut>,
}

/// What a pack says. Every text is on one line, and as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// Its title, without its edition.
    pub title: Option<String>,
    /// Its edition, where the title ends with one: `2026`.
    pub edition: Option<String>,
    /// The language of the lines above its lists, as a BCP 47 tag.
    pub language: Option<&'static str>,
    /// For whom it was written.
    pub audience: Vec<String>,
    /// The line above the list that is before the first question.
    pub competencies_label: Option<String>,
    /// That list.
    pub competencies: Vec<String>,
    /// What it says of itself in lines such as `Audience: … Format: … Use with: …`, word for word.
    pub particulars: Vec<String>,
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
    /// What every candidate is asked next.
    pub follow_up: Option<String>,
    /// What may be asked besides.
    pub probes: Vec<String>,
    /// Warning signs.
    pub watch_for: Vec<String>,
}

impl Pack {
    /// How many rubric lines its questions have together.
    #[must_use]
    pub fn rubric_lines(&self) -> usize {
        self.questions.iter().map(|question| question.rubric.len()).sum()
    }
}
