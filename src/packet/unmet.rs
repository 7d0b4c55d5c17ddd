use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::locale::{Argument, Locale, TextError};
use crate::bank::{Bank, Id, TextOf};
use crate::base::unit::Language;
use crate::select::{Aim, UnmetGoal, Why};

/// A goal that was not met, as a template sees it. Its sentence is a message of the locale: `unmet-must-ask`, and so on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "aim", rename_all = "kebab-case")]
pub enum UnmetView {
    /// A question that a role requires is not asked.
    MustAsk {
        /// The question's id.
        id: String,
        /// Its words.
        question: TextView,
        /// The reason; templates see its code, as in a lock file.
        #[serde(with = "why_code")]
        why: Why,
    },
    /// No question covers these competencies.
    Competency {
        /// Their titles.
        competencies: Vec<TextView>,
        /// The reason; templates see its code, as in a lock file.
        #[serde(with = "why_code")]
        why: Why,
    },
    /// Only one interviewer covers these competencies.
    SecondPerson {
        /// Their titles.
        competencies: Vec<TextView>,
        /// The reason; templates see its code, as in a lock file.
        #[serde(with = "why_code")]
        why: Why,
    },
    /// A panel has fewer common questions than it should have.
    Shared {
        /// How many there should be.
        asked: usize,
        /// How many there are.
        found: usize,
        /// The reason; templates see its code, as in a lock file.
        #[serde(with = "why_code")]
        why: Why,
    },
    /// No question is about past behavior.
    PastBehavior {
        /// The reason; templates see its code, as in a lock file.
        #[serde(with = "why_code")]
        why: Why,
    },
}

/// A text of a bank, and its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextView {
    /// The text.
    pub title: String,
    /// The language, as a BCP 47 tag.
    pub lang: String,
}

/// The longest beginning of a question that identifies it in a sentence, in characters.
const QUESTION_WIDTH: usize = 60;

impl UnmetView {
    /// The view of one goal, with the titles that the bank has for ids.
    ///
    /// # Panics
    ///
    /// If the bank lacks what the goal names: the goals of a selection are the bank's own, and those of a lock file are checked.
    #[must_use]
    pub fn new(goal: &UnmetGoal, bank: &Bank) -> Self {
        let why = goal.why;
        match &goal.aim {
            Aim::MustAsk(id) => Self::MustAsk { id: id.to_string(), question: ask(bank, id), why },
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

    /// Why it was not met.
    #[must_use]
    pub fn why(&self) -> Why {
        match self {
            Self::MustAsk { why, .. }
            | Self::Competency { why, .. }
            | Self::SecondPerson { why, .. }
            | Self::Shared { why, .. }
            | Self::PastBehavior { why } => *why,
        }
    }

    /// The sentence about it, without a period. `mark` makes what is printed of a text of a bank and its language.
    ///
    /// # Errors
    ///
    /// The locale has no such message, or one that cannot be put together.
    pub fn sentence(
        &self,
        locale: &Locale,
        mark: impl Fn(&str, &str) -> String,
    ) -> Result<String, TextError> {
        let text = |text: &str| Argument::Text(text.to_owned());
        let code = |why: &Why| text(why.code());
        let titles = |competencies: &[TextView]| {
            let marked = competencies.iter().map(|TextView { title, lang }| mark(title, lang));
            let titles: Vec<String> = marked.collect();
            locale.either(&titles).map(Argument::Text)
        };
        match self {
            Self::MustAsk { id, question, why } => {
                let TextView { title, lang } = question;
                let question = locale.shortened(title, QUESTION_WIDTH)?;
                let question = Argument::Text(mark(&question, lang));
                let arguments = [("id", text(id)), ("question", question), ("why", code(why))];
                locale.text("unmet-must-ask", &arguments)
            }
            Self::Competency { competencies, why } => {
                let arguments = [("competencies", titles(competencies)?), ("why", code(why))];
                locale.text("unmet-competency", &arguments)
            }
            Self::SecondPerson { competencies, why } => {
                let arguments = [("competencies", titles(competencies)?), ("why", code(why))];
                locale.text("unmet-second-person", &arguments)
            }
            Self::Shared { asked, found, why } => {
                let (asked, found) = (Argument::count(*asked), Argument::count(*found));
                let arguments = [("asked", asked), ("found", found), ("why", code(why))];
                locale.text("unmet-shared", &arguments)
            }
            Self::PastBehavior { why } => locale.text("unmet-past-behavior", &[("why", code(why))]),
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

/// The goals of a selection name what the bank has, and those of a lock file were checked against it.
#[expect(clippy::expect_used, reason = "the invariant of a goal")]
fn ask(bank: &Bank, id: &Id) -> TextView {
    let question = bank.question(id).expect("every question of a goal is in the bank");
    text(&question.ask, bank.language(TextOf::Question(id)))
}

#[expect(clippy::expect_used, reason = "the invariant of a goal")]
fn title(bank: &Bank, id: &Id) -> TextView {
    let competency = bank.competency(id).expect("every competency of a goal is in the bank");
    text(&competency.title, bank.language(TextOf::Competency(id)))
}

fn text(title: &str, lang: &Language) -> TextView {
    TextView { title: title.to_owned(), lang: lang.to_string() }
}

/// A reason as its code.
mod why_code {
    use serde::de::Error;

    use super::{Deserialize, Deserializer, Serialize, Serializer, Why};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a field by reference")]
    pub(super) fn serialize<S: Serializer>(why: &Why, to: S) -> Result<S::Ok, S::Error> {
        why.code().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Why, D::Error> {
        let code = String::deserialize(from)?;
        let why = Why::ALL.into_iter().find(|why| why.code() == code);
        why.ok_or_else(|| D::Error::custom(format!("unknown reason `{code}`")))
    }
}
