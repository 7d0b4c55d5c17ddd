use crate::bank::{Bank, Question};
use crate::unit::Minutes;

/// Questions picked from a bank: at least one, none twice, in the bank's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection<'bank> {
    bank: &'bank Bank,
    questions: Vec<&'bank Question>,
}

impl<'bank> Selection<'bank> {
    /// The bank from which the questions were picked.
    #[must_use]
    pub fn bank(&self) -> &'bank Bank {
        self.bank
    }

    /// The questions.
    #[must_use]
    pub fn questions(&self) -> &[&'bank Question] {
        &self.questions
    }

    /// How long all questions take together.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        self.questions.iter().map(|question| question.minutes).sum()
    }
}
