use crate::bank::{Bank, Id};
use crate::unit::Minutes;

/// Why a question is in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A role that was asked for must ask it.
    MustAsk(Id),
    /// It is asked of the candidate by everybody, so that ratings can be compared.
    Shared,
    /// It is the first in the selection to give evidence of these competencies.
    Covers(Vec<Id>),
    /// It is the first in the selection about past behaviour.
    PastBehaviour,
    /// It adds this weight, and the clock has room for it.
    Weight(u32),
    /// The kit was frozen with it.
    Locked,
    /// It is what was asked for, and nothing had to be left out.
    Matches,
}

/// What a selection could not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// A question that a role must ask was left out: it takes so long.
    MustAsk(Id, Minutes),
    /// No question gives evidence of this competency.
    Competency(Id),
    /// Only one person of a panel asks for evidence of this competency.
    SeenByOne(Id),
    /// Fewer questions are asked by everybody than should be.
    Shared {
        /// How many should be.
        asked: usize,
        /// How many are.
        found: usize,
    },
    /// No question is about past behaviour; whether one could have been picked at all.
    PastBehaviour {
        /// Whether one matched what was asked for.
        is_there: bool,
    },
}

impl Reason {
    /// The reason in words, with the titles that the bank has for names.
    #[must_use]
    pub fn told(&self, bank: &Bank) -> String {
        match self {
            Self::MustAsk(role) => {
                let title = bank.role(role).map_or(role.as_str(), |role| &role.title);
                format!("must be asked for {title}")
            }
            Self::Shared => "asked by everybody, so that ratings can be compared".to_owned(),
            Self::Covers(ids) => {
                let titles: Vec<&str> = ids.iter().map(|id| competency(bank, id)).collect();
                format!("covers {}", titles.join(", "))
            }
            Self::PastBehaviour => "asks about past behavior".to_owned(),
            Self::Weight(weight) => format!("fits, and adds a weight of {weight}"),
            Self::Locked => "the kit was frozen with it".to_owned(),
            Self::Matches => "matches what was asked for".to_owned(),
        }
    }
}

impl Unmet {
    /// What is missing in words, with the titles that the bank has for names.
    #[must_use]
    pub fn told(&self, bank: &Bank) -> String {
        match self {
            Self::MustAsk(id, minutes) => {
                format!("`{id}` must be asked, and its {minutes} minutes do not fit")
            }
            Self::Competency(id) => format!("nothing covers {}", competency(bank, id)),
            Self::SeenByOne(id) => format!("only one person covers {}", competency(bank, id)),
            Self::Shared { asked, found } => {
                format!("{asked} questions should be asked by everybody, and {found} fit")
            }
            Self::PastBehaviour { is_there: true } => {
                "no question about past behavior fits".to_owned()
            }
            Self::PastBehaviour { is_there: false } => {
                "no question of those that match asks about past behavior".to_owned()
            }
        }
    }
}

fn competency<'b>(bank: &'b Bank, id: &'b Id) -> &'b str {
    bank.competency(id).map_or(id.as_str(), |it| &it.title)
}
