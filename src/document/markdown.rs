use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// So many events, which are beginnings, ends and runs of words, any guide may consist of, and no block of more. What is set of this many
/// takes less than a gigabyte.
const EVENTS: usize = 1_000_000;
/// A longer guide may have an event for so many bytes. Scorecards of many questions have the most: one for 4.4 bytes.
const BYTES_PER_EVENT: usize = 4;

/// The most events of which a guide of so many bytes may consist.
fn most_events(bytes: usize) -> usize {
    (bytes / BYTES_PER_EVENT).max(EVENTS)
}

/// The info string of a fenced block that is a space for notes.
pub(super) const NOTES: &str = "notes";

/// Beginnings, ends, and runs of words of a guide, each with its place.
pub(super) type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// The events of a masked guide.
pub(super) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(text, options).into_offset_iter()
}

/// The events of a guide in parts of whole blocks: those of a long guide would take more memory than anything that is made of them.
pub(super) struct EventParts<'t> {
    /// All of them, if they are known already and are one part.
    whole: Option<Events<'t>>,
    rest: Box<dyn Iterator<Item = (Event<'t>, Range<usize>)> + 't>,
    /// How many there were so far.
    count: usize,
    /// How many are read at most.
    most: usize,
    /// How many a part has at most.
    most_in_part: usize,
}

/// A part has so many events, and what is left of a block.
const IN_ONE_PART: usize = 16 * 1024;

impl<'t> EventParts<'t> {
    /// Those of a document of a kit, which is as long as its questions make it.
    pub(super) fn all(events: impl Iterator<Item = (Event<'t>, Range<usize>)> + 't) -> Self {
        let (count, most, most_in_part) = (0, usize::MAX, usize::MAX);
        Self { whole: None, rest: Box::new(events), count, most, most_in_part }
    }

    /// Those of a guide of so many bytes that comes from somewhere else, if they are known already.
    pub(super) fn known(events: Events<'t>, bytes: usize) -> Self {
        if events.len() > IN_ONE_PART {
            return Self::limited(events.into_iter(), bytes);
        }
        Self { whole: Some(events), ..Self::limited(std::iter::empty(), bytes) }
    }

    /// Those of a guide of so many bytes that comes from somewhere else.
    pub(super) fn limited(
        events: impl Iterator<Item = (Event<'t>, Range<usize>)> + 't,
        bytes: usize,
    ) -> Self {
        let most = most_events(bytes);
        Self { most, most_in_part: EVENTS, ..Self::all(events.take(most)) }
    }

    /// The next part. It is empty if there is none.
    pub(super) fn next_part(&mut self) -> Events<'t> {
        if let Some(whole) = self.whole.take() {
            self.count += whole.len();
            return whole;
        }
        let (mut part, mut depth) = (Events::new(), 0_usize);
        for (event, range) in &mut self.rest {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            part.push((event, range));
            let is_full = depth == 0 && part.len() >= IN_ONE_PART;
            if is_full || part.len() >= self.most_in_part {
                break;
            }
        }
        self.count += part.len();
        part
    }

    /// Whether there were too many events, with a part and with so many others.
    pub(super) fn are_too_many(&self, part: &Events<'_>, others: usize) -> bool {
        part.len() >= self.most_in_part || self.count + others >= self.most
    }

    /// How many are read at most.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// How many of a block are read at most.
    pub(super) fn most_in_part(&self) -> usize {
        self.most_in_part
    }
}

/// Whether a tag is a part of running text.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Whether an event ends the first words of an item.
pub(super) fn ends_words(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !is_inline(tag) && !matches!(tag, Tag::Paragraph),
        Event::End(end) => matches!(end, TagEnd::Paragraph | TagEnd::Item),
        _ => false,
    }
}
