use serde::{Deserialize, Serialize};

use super::locale::{Argument, Locale, TextError};
use crate::bank::{Bank, Id};
use crate::select::{Aim, UnmetGoal};

/// A goal that was not met, as a template sees it. Its sentence is a message of the locale: `unmet-must-ask`, and so on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "aim", rename_all = "kebab-case")]
pub enum UnmetView {
    /// A question that a role requires is not asked.
    MustAsk {
        /// The question's id.
        id: String,
        /// Its words.
        question: String,
        /// The code of the reason, as in a lock file.
        why: String,
    },
    /// No question covers these competencies.
    Competency {
        /// Their titles.
        competencies: Vec<String>,
        /// The code of the reason.
        why: String,
    },
    /// Only one interviewer covers these competencies.
    SecondPerson {
        /// Their titles.
        competencies: Vec<String>,
        /// The code of the reason.
        why: String,
    },
    /// A panel has fewer common questions than it should have.
    Shared {
        /// How many there should be.
        asked: usize,
        /// How many there are.
        found: usize,
        /// The code of the reason.
        why: String,
    },
    /// No question is about past behavior.
    PastBehavior {
        /// The code of the reason.
        why: String,
    },
}

/// The longest beginning of a question that identifies it in a sentence, in characters.
const QUESTION_WIDTH: usize = 60;

impl UnmetView {
    /// The view of one goal, with the titles that the bank has for ids.
    #[must_use]
    pub fn new(goal: &UnmetGoal, bank: &Bank) -> Self {
        let why = goal.why.code().to_owned();
        match &goal.aim {
            Aim::MustAsk(id) => {
                let question = bank.question(id).map_or(id.as_str(), |question| &question.ask);
                Self::MustAsk { id: id.to_string(), question: question.to_owned(), why }
            }
            Aim::Competency(id) => Self::Competency { competencies: vec![title(bank, id)], why },
            Aim::SecondPerson(id) => {
                Self::SecondPerson { competencies: vec![title(bank, id)], why }
            }
            Aim::Shared { asked, found } => Self::Shared { asked: *asked, found: *found, why },
            Aim::PastBehavior => Self::PastBehavior { why },
        }
    }

    /// The views of several goals. Competencies that are missing for the same reason are in one view.
    #[must_use]
    pub fn all(goals: &[UnmetGoal], bank: &Bank) -> Vec<Self> {
        let mut views: Vec<Self> = Vec::new();
        for goal in goals {
            let view = Self::new(goal, bank);
            if !views.iter_mut().any(|known| known.absorbs(&view)) {
                views.push(view);
            }
        }
        views
    }

    /// The sentence about it, without a period. `escape` is applied to what comes from a bank.
    ///
    /// # Errors
    ///
    /// The locale has no such message, or one that cannot be put together.
    pub fn sentence(
        &self,
        locale: &Locale,
        escape: impl Fn(&str) -> String,
    ) -> Result<String, TextError> {
        let text = |text: &str| Argument::Text(text.to_owned());
        let titles = |competencies: &[String]| {
            let titles: Vec<String> = competencies.iter().map(|title| escape(title)).collect();
            locale.either(&titles).map(Argument::Text)
        };
        match self {
            Self::MustAsk { id, question, why } => {
                let question = locale.shortened(question, QUESTION_WIDTH)?;
                let question = Argument::Text(escape(&question));
                let arguments = [("id", text(id)), ("question", question), ("why", text(why))];
                locale.text("unmet-must-ask", &arguments)
            }
            Self::Competency { competencies, why } => {
                let arguments = [("competencies", titles(competencies)?), ("why", text(why))];
                locale.text("unmet-competency", &arguments)
            }
            Self::SecondPerson { competencies, why } => {
                let arguments = [("competencies", titles(competencies)?), ("why", text(why))];
                locale.text("unmet-second-person", &arguments)
            }
            Self::Shared { asked, found, why } => {
                let (asked, found) = (Argument::count(*asked), Argument::count(*found));
                let arguments = [("asked", asked), ("found", found), ("why", text(why))];
                locale.text("unmet-shared", &arguments)
            }
            Self::PastBehavior { why } => locale.text("unmet-past-behavior", &[("why", text(why))]),
        }
    }

    /// Adds the competencies of another view, if both are about competencies and the reason is the same.
    fn absorbs(&mut self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Competency { competencies, why },
                Self::Competency { competencies: more, why: reason },
            )
            | (
                Self::SecondPerson { competencies, why },
                Self::SecondPerson { competencies: more, why: reason },
            ) if why == reason => {
                competencies.extend_from_slice(more);
                true
            }
            _ => false,
        }
    }
}

fn title(bank: &Bank, id: &Id) -> String {
    bank.competency(id).map_or(id.as_str(), |it| &it.title).to_owned()
}
