use super::model::{
    Inline, Row, SourceSpan, Table, Timeline, TimelineSegment, TimelineTick, plain_text,
};
use crate::base::source::Span;
use crate::base::text::unescaped;

/// The scale of a timeline, as a hint gives it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TimelineScale {
    minutes: u16,
    ticks: Vec<TimelineTick>,
}

/// The longest timeline: a day.
const MAX_MINUTES: u16 = 24 * 60;
/// The most ticks: more could not be told apart.
const MAX_TICKS: usize = 100;

impl TimelineScale {
    /// Reads `60; 0 9:00, 15 9:15`: how many minutes the timeline has, and the labels of some of them. Behind a backslash, a comma is a
    /// part of a label.
    pub(super) fn read(value: &str) -> Option<Self> {
        let (minutes, ticks) = value.split_once(';').unwrap_or((value, ""));
        let minutes = minutes.trim().parse().ok();
        let minutes = minutes.filter(|minutes| (1..=MAX_MINUTES).contains(minutes))?;
        let ticks = values(ticks).map(str::trim).filter(|tick| !tick.is_empty());
        let read = |tick: &str| {
            let (at, label) = tick.split_once(char::is_whitespace)?;
            let at = at.parse().ok().filter(|at| *at <= minutes)?;
            Some(TimelineTick { at, label: unescaped(label.trim()) })
        };
        let ticks: Vec<TimelineTick> = ticks.map(read).collect::<Option<_>>()?;
        (ticks.len() <= MAX_TICKS).then_some(Self { minutes, ticks })
    }

    /// The timeline of a table. A table without a column of minutes has none.
    pub(super) fn of(self, table: &Table, span: Span) -> Option<Timeline> {
        let segments = segments(table);
        let Self { minutes, ticks } = self;
        let timeline = Timeline { minutes, ticks, segments, span: SourceSpan(span) };
        (!timeline.segments.is_empty()).then_some(timeline)
    }
}

/// The values of a list, which commas part.
fn values(list: &str) -> impl Iterator<Item = &str> {
    let mut is_escaped = false;
    list.split(move |char| {
        let is_end = char == ',' && !is_escaped;
        is_escaped = char == '\\' && !is_escaped;
        is_end
    })
}

/// A segment for each row with minutes. They are in the first column in which nothing else is.
fn segments(table: &Table) -> Vec<TimelineSegment> {
    let minutes = |row: &Row, column: usize| {
        let text = row.get(column).map(|cell| plain_text(cell)).unwrap_or_default();
        if text.is_empty() { Some(0) } else { text.parse().ok() }
    };
    let column = |column: usize| -> Option<Vec<TimelineSegment>> {
        let segment = |row: &Row| {
            let minutes = minutes(row, column)?.min(MAX_MINUTES);
            Some(TimelineSegment { minutes, label: number(row.get(column + 1..)?) })
        };
        let mut segments: Vec<_> = table.rows.iter().map(segment).collect::<Option<_>>()?;
        segments.retain(|segment| segment.minutes > 0);
        (!segments.is_empty()).then_some(segments)
    };
    (0..table.columns.len()).find_map(column).unwrap_or_default()
}

/// The number of what a row is about: that with which one of these cells begins (`2. Why?`), or which is all of a link.
fn number(cells: &[Vec<Inline>]) -> Option<String> {
    cells.iter().find_map(|cell| {
        let text = plain_text(cell);
        let end = text.find(|char: char| !char.is_numeric()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        let is_link = |it: &Inline| match it {
            Inline::Text { text, link, .. } => link.is_some() || text.trim().is_empty(),
            _ => false,
        };
        let is_alone = matches!(rest, "" | ".") && cell.iter().all(is_link);
        let is_number = !digits.is_empty() && (rest.starts_with(". ") || is_alone);
        is_number.then(|| digits.to_owned())
    })
}
