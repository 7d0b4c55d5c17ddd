use crate::collect::{Place, State, Value};

/// A value, and the file that it is from.
pub(super) struct Seen<'r, T> {
    pub(super) value: &'r Value<T>,
    pub(super) file: &'r str,
}

/// What several documents say in common.
pub(super) enum Merged<'r, T> {
    /// Nothing.
    Blank,
    /// This.
    Answered(&'r T),
    /// Different things: each answer, with where it is.
    Different(Vec<(&'r T, &'r str, Option<Place>)>),
    /// One of them is a conflict or cannot be read, which is told by itself.
    Uncertain,
}

/// What several documents say in common. Nothing is chosen from answers that differ.
pub(super) fn merged<T>(seen: Vec<Seen<'_, T>>, is_same: impl Fn(&T, &T) -> bool) -> Merged<'_, T> {
    let mut answers: Vec<(&T, &str, Option<Place>)> = Vec::new();
    let mut is_uncertain = false;
    for Seen { value, file } in seen {
        match &value.state {
            State::Answered(answer) => {
                if !answers.iter().any(|(other, ..)| is_same(other, answer)) {
                    answers.push((answer, file, value.place));
                }
            }
            State::Blank => {}
            State::Conflict(_) | State::Unreadable(_) => is_uncertain = true,
        }
    }
    match answers.as_slice() {
        [_, _, ..] => Merged::Different(answers),
        _ if is_uncertain => Merged::Uncertain,
        [(answer, ..)] => Merged::Answered(answer),
        [] => Merged::Blank,
    }
}
