use super::boxes::BoxMark;

/// What a row of boxes says of which one is to be crossed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowMark {
    /// Nothing: all boxes are empty.
    Blank,
    /// The box at this place is crossed, and none other.
    Answer(usize),
    /// It is not beyond doubt what it says: somebody must look at it.
    Ask,
}

/// Reads a row. A filled box takes its cross back, which is only certain beside the one cross that counts.
#[must_use]
pub fn read_row(marks: &[BoxMark]) -> RowMark {
    if marks.contains(&BoxMark::Unclear) {
        return RowMark::Ask;
    }
    let mut crossed = (0..marks.len()).filter(|at| marks[*at] == BoxMark::Cross);
    match (crossed.next(), crossed.next(), marks.contains(&BoxMark::Filled)) {
        (Some(at), None, _) => RowMark::Answer(at),
        (None, None, false) => RowMark::Blank,
        _ => RowMark::Ask,
    }
}
