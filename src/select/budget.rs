use std::collections::BTreeSet;

use crate::bank::{Id, Question, Theme};
use crate::unit::Minutes;

/// Picks questions that fit a clock, in the order in which they came: first those that must be asked, then, one after the
/// other, whichever that fits shows most competencies not shown yet, then most themes, then comes first.
pub(super) fn fit<'b>(
    questions: &[&'b Question],
    clock: Minutes,
    must_ask: &BTreeSet<&Id>,
) -> Vec<&'b Question> {
    let mut kit = Picked { left: clock, ..Picked::default() };
    let mut is_kept = vec![false; questions.len()];
    for (kept, question) in is_kept.iter_mut().zip(questions) {
        if must_ask.contains(&question.id) && question.minutes <= kit.left {
            kit.pick(question);
            *kept = true;
        }
    }
    loop {
        let open = questions.iter().enumerate();
        let open = open.filter(|(index, it)| !is_kept[*index] && it.minutes <= kit.left);
        let best = open.max_by_key(|(index, it)| (kit.gain(it), std::cmp::Reverse(*index)));
        let Some((index, question)) = best else { break };
        kit.pick(question);
        is_kept[index] = true;
    }
    keep(questions, &is_kept)
}

/// Cuts questions down to a number of them: those that must be asked stay longest, then those that come first.
pub(super) fn cut<'b>(
    questions: &[&'b Question],
    limit: usize,
    must_ask: &BTreeSet<&Id>,
) -> Vec<&'b Question> {
    let mut is_kept = vec![false; questions.len()];
    let is_must = |index: &usize| must_ask.contains(&questions[*index].id);
    let (must, may): (Vec<usize>, Vec<usize>) = (0..questions.len()).partition(is_must);
    for index in must.into_iter().chain(may).take(limit) {
        is_kept[index] = true;
    }
    keep(questions, &is_kept)
}

#[derive(Default)]
struct Picked<'b> {
    left: Minutes,
    competencies: BTreeSet<&'b Id>,
    themes: BTreeSet<Theme>,
}

impl<'b> Picked<'b> {
    fn pick(&mut self, question: &'b Question) {
        self.left = self.left - question.minutes;
        self.competencies.extend(&question.competencies);
        self.themes.insert(question.theme);
    }

    fn gain(&self, question: &Question) -> (usize, bool) {
        let competencies = question.competencies.iter();
        let new = competencies.filter(|id| !self.competencies.contains(id)).count();
        (new, !self.themes.contains(&question.theme))
    }
}

fn keep<'b>(questions: &[&'b Question], is_kept: &[bool]) -> Vec<&'b Question> {
    let kept = questions.iter().zip(is_kept).filter(|(_, kept)| **kept);
    kept.map(|(question, _)| *question).collect()
}
