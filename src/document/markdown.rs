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

/// The same of a text of any length. Before its first event, the parser notes how all of a text is built, which takes several times as much memory
/// as the text: a long one is handed to it in pieces that mean the same by themselves.
pub(super) fn events_of_any(
    text: &str,
) -> Box<dyn Iterator<Item = (Event<'_>, Range<usize>)> + '_> {
    // An address may be defined in another piece.
    if text.len() <= PIECE || text.contains("]:") {
        return Box::new(events(text));
    }
    let mut at = 0;
    let pieces = std::iter::from_fn(move || {
        let start = at;
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let piece = first_piece(rest);
        at += piece.as_ref().map_or(rest.len(), |(length, _)| *length);
        let events: Box<dyn Iterator<Item = (Event<'_>, Range<usize>)>> = match piece {
            Some((_, events)) => Box::new(events.into_iter()),
            None => Box::new(events(rest)),
        };
        Some(events.map(move |(event, range)| (event, start + range.start..start + range.end)))
    });
    Box::new(pieces.flatten())
}

/// How many bytes a piece of a long text has, and as many as there are before the next heading.
const PIECE: usize = 64 * 1024;

/// How long the first of several pieces of a text is, and its events. `None` if the text is one piece. A piece ends where a block begins that is in no
/// other: at a heading below an empty line, unless that is in code or in HTML (CommonMark 4.2).
fn first_piece(text: &str) -> Option<(usize, Events<'_>)> {
    const BEFORE: &str = "\n\n";
    let (mut end, mut least) = (0, PIECE);
    loop {
        let from = text.floor_char_boundary(end + least);
        end = from + text[from..].find("\n\n#")? + BEFORE.len();
        let line = text[end..].find('\n').map_or(text.len(), |length| end + length + 1);
        let (mut read, mut depth) = (Events::new(), 0_usize);
        for (event, range) in events(&text[..line]) {
            if depth == 0 && range.start == end {
                return Some((end, read));
            }
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            read.push((event, range));
        }
        // What goes on may go on for long.
        least = end;
    }
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
