use crate::collect::{Place, State, Value};

/// A value, and the file that it is from.
pub(super) struct Seen<'r, T> {
    pub(super) value: &'r Value<T>,
    pub(super) file: &'r str,
}

/// An answer, and where it is.
pub(super) struct Answer<'r, T> {
    pub(super) value: &'r T,
    pub(super) file: &'r str,
    pub(super) place: Option<Place>,
}

/// What several documents say in common.
pub(super) enum Merged<'r, T> {
    /// Nothing.
    Blank,
    /// This, where it is found first.
    Answered(Answer<'r, T>),
    /// Different things.
    Different(Vec<Answer<'r, T>>),
    /// One of them is a conflict or cannot be read, which is told by itself.
    Uncertain,
}

/// What several documents say in common. Nothing is chosen from answers that differ.
pub(super) fn merged<T>(seen: Vec<Seen<'_, T>>, is_same: impl Fn(&T, &T) -> bool) -> Merged<'_, T> {
    let mut answers: Vec<Answer<'_, T>> = Vec::new();
    let mut is_uncertain = false;
    for Seen { value, file } in seen {
        match &value.state {
            State::Answered(answer) => {
                if !answers.iter().any(|other| is_same(other.value, answer)) {
                    answers.push(Answer { value: answer, file, place: value.place });
                }
            }
            // Pictures show what it is, and people read it.
            State::Blank | State::Handwritten => {}
            State::Conflict(_) | State::Unreadable(_) => is_uncertain = true,
        }
    }
    if answers.len() > 1 {
        return Merged::Different(answers);
    }
    match answers.pop() {
        _ if is_uncertain => Merged::Uncertain,
        Some(answer) => Merged::Answered(answer),
        None => Merged::Blank,
    }
}
