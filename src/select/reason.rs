use crate::bank::{Bank, Id};

/// Why a question is in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A role that was asked for must ask it.
    MustAsk(Id),
    /// It is asked of the candidate by every interviewer, so that ratings can be compared.
    Shared,
    /// It is the first in the selection to give evidence of these competencies.
    Covers(Vec<Id>),
    /// It is the first in the selection about past behavior.
    PastBehavior,
    /// It adds this weight, and the clock has room for it.
    Weight(u32),
    /// The kit was frozen with it.
    Locked,
    /// It is what was asked for, and nothing had to be left out.
    Matches,
}

/// Something that was aimed at and could not be met, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmetGoal {
    /// What could not be met.
    pub aim: Aim,
    /// Why.
    pub why: Why,
}

/// What a selection or a panel aims at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A question that a role must ask is asked.
    MustAsk(Id),
    /// A question gives evidence of this competency.
    Competency(Id),
    /// Two people of a panel ask for evidence of this competency.
    SecondPerson(Id),
    /// Every interviewer of a panel asks the same questions.
    Shared {
        /// How many should be.
        asked: usize,
        /// How many are.
        found: usize,
    },
    /// A question is about past behavior.
    PastBehavior,
}

/// Why something could not be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The bank has too few questions for it.
    Bank,
    /// Too few questions match what was asked for.
    Filters,
    /// The interviewers' themes do not allow it.
    Themes,
    /// It does not fit the clock, whatever else is left out.
    Time,
    /// The limit allows too few questions, whatever else is left out.
    Limit,
    /// It fits only if fewer must-asks are asked.
    MustAsks,
    /// It does not fit beside the must-asks and what every interviewer asks.
    Shared,
    /// It fits only if an interviewer has nothing to ask.
    Everybody,
    /// It fits only in place of a competency that is covered.
    Competencies,
    /// It fits only in place of a competency, or of the second person who asks about one.
    SecondPeople,
    /// The limit keeps must-asks, and then what comes first.
    Order,
    /// No way to have it was found, and no proof that there is none.
    Unproven,
}

impl Reason {
    /// The reason in words, with the titles that the bank has for names.
    #[must_use]
    pub fn describe(&self, bank: &Bank) -> String {
        match self {
            Self::MustAsk(role) => {
                let title = bank.role(role).map_or(role.as_str(), |role| &role.title);
                format!("required for {title}")
            }
            Self::Shared => "common question, asked by every interviewer".to_owned(),
            Self::Covers(ids) => {
                let titles: Vec<&str> = ids.iter().map(|id| competency(bank, id)).collect();
                format!("covers {}", titles.join(", "))
            }
            Self::PastBehavior => "behavioral question".to_owned(),
            Self::Weight(weight) => format!("fits the time (weight {weight})"),
            Self::Locked => "in the lock file".to_owned(),
            Self::Matches => "matches the filters".to_owned(),
        }
    }
}

impl UnmetGoal {
    /// What is missing, and why, in words, with the titles that the bank has for names.
    #[must_use]
    pub fn describe(&self, bank: &Bank) -> String {
        sentence(bank, &[&self.aim], self.why)
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match (&self.aim, self.why) {
            (Aim::Shared { found, .. }, why) => format!("{}, or --shared {found}", why.remedy()),
            (_, why) => why.remedy().to_owned(),
        }
    }

    /// The same of several: competencies that are missing for the same reason are named together.
    #[must_use]
    pub fn describe_all(unmet: &[Self], bank: &Bank) -> Vec<String> {
        let mut groups: Vec<(Why, Vec<&Aim>)> = Vec::new();
        for Self { aim, why } in unmet {
            let is_alike = |(reason, aims): &&mut (Why, Vec<&Aim>)| {
                reason == why && aims.iter().all(|it| it.is_listed_with(aim))
            };
            match groups.iter_mut().find(is_alike) {
                Some((_, aims)) => aims.push(aim),
                None => groups.push((*why, vec![aim])),
            }
        }
        groups.into_iter().map(|(why, aims)| sentence(bank, &aims, why)).collect()
    }
}

impl Aim {
    /// A short name of what is aimed at, for scripts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MustAsk(_) => "must-ask",
            Self::Competency(_) => "competency",
            Self::SecondPerson(_) => "second-person",
            Self::Shared { .. } => "shared",
            Self::PastBehavior => "past-behavior",
        }
    }

    /// The question or the competency that is meant, where it is one.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::MustAsk(id) | Self::Competency(id) | Self::SecondPerson(id) => Some(id),
            Self::Shared { .. } | Self::PastBehavior => None,
        }
    }

    fn is_listed_with(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::Competency(_), Self::Competency(_))
                | (Self::SecondPerson(_), Self::SecondPerson(_))
        )
    }
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 12] = [
        Self::Bank,
        Self::Filters,
        Self::Themes,
        Self::Time,
        Self::Limit,
        Self::MustAsks,
        Self::Shared,
        Self::Everybody,
        Self::Competencies,
        Self::SecondPeople,
        Self::Order,
        Self::Unproven,
    ];

    /// A short name of the reason, for scripts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Filters => "filters",
            Self::Themes => "themes",
            Self::Time => "time",
            Self::Limit => "limit",
            Self::MustAsks => "must-asks",
            Self::Shared => "shared",
            Self::Everybody => "everybody",
            Self::Competencies => "competencies",
            Self::SecondPeople => "second-people",
            Self::Order => "order",
            Self::Unproven => "unproven",
        }
    }

    /// What to do about it.
    fn remedy(self) -> &'static str {
        match self {
            Self::Bank => "add questions to the bank",
            Self::Filters => "broaden the filters, such as --theme and --kind",
            Self::Themes => "give the interviewers more themes",
            Self::Limit | Self::Order => "raise --limit",
            Self::Shared => "raise --minutes, or lower --shared",
            Self::Everybody => "raise --limit, or use fewer interviewers",
            // With a limit, it may be the limit or the clock that leaves no room.
            Self::Time
            | Self::MustAsks
            | Self::Competencies
            | Self::SecondPeople
            | Self::Unproven => "raise --minutes (or --limit)",
        }
    }
}

/// Aims of one kind that are not met for one reason, as a sentence without a full stop.
fn sentence(bank: &Bank, aims: &[&Aim], why: Why) -> String {
    let titles: Vec<&str> =
        aims.iter().filter_map(|aim| aim.id()).map(|id| competency(bank, id)).collect();
    let titles = either(&titles);
    let (fact, reason) = match aims {
        [Aim::MustAsk(id), ..] => {
            (format!("required question {} is not asked", asked(bank, id)), must_ask(why))
        }
        [Aim::Competency(_), ..] => (format!("no question covers {titles}"), question(why)),
        [Aim::SecondPerson(_), ..] => {
            (format!("only one interviewer covers {titles}"), second(why))
        }
        [Aim::PastBehavior, ..] => ("no question is behavioral".to_owned(), past_behavior(why)),
        [Aim::Shared { asked, found }, ..] => (shortage(*asked, *found), shared(*found, why)),
        [] => return String::new(),
    };
    format!("{fact}: {reason}")
}

fn shortage(asked: usize, found: usize) -> String {
    match (asked, found) {
        (1, 0) => "there is no common question".to_owned(),
        (asked, 0) => format!("there are no common questions, instead of {asked}"),
        (asked, 1) => format!("there is 1 common question, instead of {asked}"),
        (asked, found) => format!("there are {found} common questions, instead of {asked}"),
    }
}

fn must_ask(why: Why) -> &'static str {
    match why {
        Why::Bank => "the bank does not have it",
        Why::Filters => "it does not match the filters",
        Why::Themes => "the interviewers’ themes exclude it",
        Why::Time => "it is longer than the time for questions",
        Why::Limit => "the limit allows no questions",
        Why::MustAsks => "it fits only in place of another required question",
        other => question(other),
    }
}

/// Why no question about something is asked.
fn question(why: Why) -> &'static str {
    match why {
        Why::Bank => "the bank has no such question",
        Why::Filters => "no such question matches the filters",
        Why::Themes => "the interviewers’ themes exclude every such question",
        Why::Time => "every such question is longer than the time for questions",
        Why::Limit => "the limit allows too few questions",
        Why::MustAsks => "such a question fits only in place of a required question",
        Why::Shared => "no such question fits with the required and common questions",
        Why::Everybody => "such a question fits only if an interviewer has no questions",
        Why::Competencies => "such a question fits only if another competency is not covered",
        Why::SecondPeople => {
            "such a question fits only if fewer interviewers cover another competency"
        }
        Why::Order => "the limit keeps the required questions, and then the first ones",
        Why::Unproven => "no plan was found that adds such a question without losing another goal",
    }
}

fn past_behavior(why: Why) -> &'static str {
    match why {
        Why::Competencies => "such a question fits only if a competency is not covered",
        Why::SecondPeople => "such a question fits only if fewer interviewers cover a competency",
        other => question(other),
    }
}

/// Why no second interviewer asks about a competency.
fn second(why: Why) -> &'static str {
    match why {
        Why::Bank => "the bank has only one such question",
        Why::Filters => "only one such question matches the filters",
        Why::Themes => "the interviewers’ themes exclude a second one",
        Why::Time => "there is no time for two such questions",
        Why::MustAsks => "a second one would replace a required question",
        Why::Shared => "a second one has no time for it after the required and common questions",
        Why::Everybody => "a second one would leave an interviewer without questions",
        Why::Competencies => "a second one would leave another competency uncovered",
        Why::SecondPeople => "a second one would leave another competency to fewer interviewers",
        Why::Unproven => "no plan was found that adds a second one without losing another goal",
        Why::Limit | Why::Order => question(why),
    }
}

/// Why no more questions than so many are asked by every interviewer.
fn shared(found: usize, why: Why) -> &'static str {
    match (found, why) {
        (0, Why::Themes) => "no question is within every interviewer’s themes",
        (0, Why::Time) => "no question on themes that all interviewers share fits the time",
        (0, Why::MustAsks) => "one would displace a required question",
        (_, Why::Bank) => "the bank has no more questions",
        (_, Why::Filters) => "no more questions match the filters",
        (_, Why::Themes) => "no other question is within every interviewer’s themes",
        (_, Why::Time) => "no other question on themes that all interviewers share fits the time",
        (_, Why::MustAsks) => "one more would displace a required question",
        (_, other) => question(other),
    }
}

/// `A`, `A or B`, `A, B, or C`.
fn either(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [one, other] => format!("{one} or {other}"),
        [first @ .., last] => format!("{}, or {last}", first.join(", ")),
    }
}

/// A question by the beginning of its own words, cut at a word.
fn asked(bank: &Bank, id: &Id) -> String {
    const MAX_CHARS: usize = 60;
    let Some(question) = bank.question(id) else { return format!("`{id}`") };
    let mut words = String::new();
    for word in question.ask.split_whitespace() {
        if !words.is_empty() && words.chars().count() + 1 + word.chars().count() > MAX_CHARS {
            words.push('…');
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    if words.chars().count() > MAX_CHARS + 1 {
        words = words.chars().take(MAX_CHARS).chain(['…']).collect();
    }
    format!("“{words}” ({id})")
}

fn competency<'b>(bank: &'b Bank, id: &'b Id) -> &'b str {
    bank.competency(id).map_or(id.as_str(), |it| &it.title)
}
