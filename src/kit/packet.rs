use crate::bank::Id;
use crate::unit::Minutes;

/// The details of one interview. What is absent is printed as a blank to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packet {
    /// Who is interviewed.
    pub candidate: Option<String>,
    /// Who interviews.
    pub interviewer: Option<String>,
    /// The position as it was advertised.
    pub position: Option<String>,
    /// The day, as it is to be printed.
    pub date: Option<String>,
    /// The time of day, as it is to be printed.
    pub time: Option<String>,
    /// The role for which the questions were chosen, where it was one.
    pub role: Option<Id>,
    /// The level for which the questions were chosen, where it was one and no role says it.
    pub level: Option<Id>,
    /// How much of the interview is kept for opening and closing.
    pub reserve: Minutes,
}
