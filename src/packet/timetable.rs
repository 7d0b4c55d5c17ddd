use super::details::{Interviewer, Packet};
use super::view::InterviewerView;
use crate::bank::Question;
use crate::base::unit::{Minutes, NotATime, TimeOfDay};

/// When the first interview begins.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// The time of day; without one, times are counted from the beginning of the first interview.
    pub(super) time: Option<TimeOfDay>,
    /// Whether times can be kept at all.
    pub(super) is_kept: bool,
}

/// Who interviews when: one after the other, with a pause between them. Whoever has no seat of their own is not on it.
pub(super) fn interviewers(
    seats: &[&[&Question]],
    interviewers: &[Interviewer],
    packet: &Packet,
    start: Start,
) -> Vec<InterviewerView> {
    let mut now = Minutes(0);
    let mut views = Vec::with_capacity(seats.len());
    for (index, (questions, interviewer)) in seats.iter().zip(interviewers).enumerate() {
        let asked = questions.iter().map(|question| question.minutes).sum::<Minutes>();
        let minutes = packet.length.unwrap_or(asked + packet.reserve);
        let clock = |at: Minutes| match start.time {
            Some(start) => start.later(at),
            None => at.clock(),
        };
        views.push(InterviewerView {
            name: interviewer.name.clone(),
            label: interviewer.label(index),
            themes: interviewer.themes.iter().map(ToString::to_string).collect(),
            questions: questions.len(),
            minutes,
            from: (start.is_kept || index == 0).then(|| clock(now)),
            to: start.is_kept.then(|| clock(now + minutes)),
        });
        now += minutes + packet.pause;
    }
    views
}

impl Packet {
    /// When the first interview begins, if a time is given. A time in words is an error: no schedule can be computed from it.
    pub fn starts_at(&self) -> Result<Option<TimeOfDay>, NotATime> {
        self.time.as_deref().map(str::parse).transpose()
    }
}
