use crate::bank::{Bank, Question};
use crate::unit::Minutes;

/// Questions picked from a bank: at least one, none twice, in the bank's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection<'bank> {
    bank: &'bank Bank,
    questions: Vec<&'bank Question>,
}

impl<'bank> Selection<'bank> {
    /// A selection, unless there is nothing in it. The questions are in the bank's order already.
    pub(super) fn new(bank: &'bank Bank, questions: Vec<&'bank Question>) -> Option<Self> {
        (!questions.is_empty()).then_some(Self { bank, questions })
    }

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
