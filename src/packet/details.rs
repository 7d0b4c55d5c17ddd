/// The details of one interview. What is absent is printed as a blank to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InterviewDetails {
    /// Who is interviewed.
    pub candidate: Option<String>,
    /// Who interviews.
    pub interviewer: Option<String>,
    /// The position as it was advertised.
    pub position: Option<String>,
    /// The day. One such as `2026-11-26` is printed as the language writes it, any other text as it is.
    pub date: Option<String>,
    /// The time of day: `9:00` and `9:00 AM` are printed as the language writes them, any other text as it is. A panel's schedule is computed from it, so there it must be one that can be read.
    pub time: Option<String>,
    /// Whom the candidate can ask for adjustments.
    pub contact: Option<String>,
    /// The day until which the papers are kept, printed like the day.
    pub keep_until: Option<String>,
}

impl InterviewDetails {
    /// The longest detail that is taken, in bytes: longer than any name or title that can be printed on one line.
    pub const MAX_BYTES: usize = 1000;

    /// The same, with the other's details for those that are absent here.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            candidate: self.candidate.or(other.candidate),
            interviewer: self.interviewer.or(other.interviewer),
            position: self.position.or(other.position),
            date: self.date.or(other.date),
            time: self.time.or(other.time),
            contact: self.contact.or(other.contact),
            keep_until: self.keep_until.or(other.keep_until),
        }
    }
}
