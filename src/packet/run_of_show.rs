use serde::Serialize;

use crate::bank::Question;
use crate::base::unit::Minutes;

/// A part of the interview, and when it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clocked {
    /// The running clock, in hours and minutes from the beginning: `0:05`.
    pub clock: String,
    /// How long it takes; nothing for the end itself.
    pub minutes: Option<Minutes>,
    /// What is done.
    pub what: String,
    /// The question's place in the kit, from 1, where it is a question.
    pub number: Option<usize>,
    /// The question's id, where it is a question.
    pub id: Option<String>,
}

/// The order of the interview: an opening, the questions, the candidate's own questions, a closing. The reserve is shared out
/// three to five to two, in whole minutes.
#[must_use]
pub fn run_of_show(questions: &[&Question], Minutes(reserve): Minutes) -> Vec<Clocked> {
    let opening = (reserve * 3).div_ceil(10);
    let closing = reserve * 2 / 10;
    let theirs = reserve.saturating_sub(opening + closing);
    let mut show = Show::default();
    show.part(
        Minutes(opening),
        "Opening: who is here, how the interview goes, notes will be taken",
    );
    for (index, question) in questions.iter().enumerate() {
        let (number, id) = (Some(index + 1), Some(question.id.to_string()));
        show.add(Some(question.minutes), &question.ask, number, id);
    }
    show.part(Minutes(theirs), "The candidate’s own questions");
    show.part(Minutes(closing), "Closing: what happens next, and when");
    show.add(None, "End", None, None);
    show.parts
}

#[derive(Default)]
struct Show {
    now: Minutes,
    parts: Vec<Clocked>,
}

impl Show {
    fn part(&mut self, minutes: Minutes, what: &str) {
        if minutes > Minutes(0) {
            self.add(Some(minutes), what, None, None);
        }
    }

    fn add(
        &mut self,
        minutes: Option<Minutes>,
        what: &str,
        number: Option<usize>,
        id: Option<String>,
    ) {
        let (clock, what) = (self.now.clock(), what.to_owned());
        self.parts.push(Clocked { clock, minutes, what, number, id });
        self.now += minutes.unwrap_or_default();
    }
}
