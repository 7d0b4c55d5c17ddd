use super::packet::{Interviewer, Packet};
use super::view::InterviewerView;
use crate::bank::Question;
use crate::unit::Minutes;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// Who interviews when: one after the other, with a pause between them. Whoever has no seat of their own is not on it.
pub(super) fn interviewers(
    seats: &[&[&Question]],
    interviewers: &[Interviewer],
    packet: &Packet,
) -> Vec<InterviewerView> {
    let start = packet.starts_at();
    let mut now = Minutes(0);
    let mut views = Vec::with_capacity(seats.len());
    for (index, (questions, interviewer)) in seats.iter().zip(interviewers).enumerate() {
        let asked = questions.iter().map(|question| question.minutes).sum::<Minutes>();
        let minutes = packet.length.unwrap_or(asked + packet.reserve);
        let clock = |at: Minutes| match start {
            Some(start) => Minutes((start + at).0 % DAY).clock(),
            None => at.clock(),
        };
        let label = interviewer.name.clone();
        views.push(InterviewerView {
            name: interviewer.name.clone(),
            label: label.unwrap_or_else(|| format!("Interviewer {}", index + 1)),
            themes: interviewer.themes.iter().map(ToString::to_string).collect(),
            questions: questions.len(),
            minutes,
            from: clock(now),
            to: clock(now + minutes),
        });
        now += minutes + packet.pause;
    }
    views
}

impl Packet {
    /// When the first interview begins, in minutes since midnight, where the time is one of a 24-hour clock.
    #[must_use]
    pub fn starts_at(&self) -> Option<Minutes> {
        self.time.as_deref().and_then(time_of_day)
    }
}

/// A time of a 24-hour clock, `9:30` or `09:30`, as minutes since midnight.
fn time_of_day(text: &str) -> Option<Minutes> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |digits: &str, below: u32| {
        let is_short =
            (1..=2).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|number| is_short && *number < below)
    };
    Some(Minutes(number(hours, 24)? * 60 + number(minutes, 60)?))
}
