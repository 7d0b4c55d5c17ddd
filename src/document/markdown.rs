use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The longest guide that is read, in bytes: that of five thousand questions.
pub(super) const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The most events, which are beginnings, ends and runs of words, of which a guide may consist. A page takes some two hundred of
/// them; what is set of this many takes less than a gigabyte.
pub(super) const MAX_EVENTS: usize = 1_000_000;

/// The info string of a fenced block that is a space for notes.
pub(super) const NOTES: &str = "notes";

/// Beginnings, ends, and runs of words of a guide, each with its place.
pub(super) type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// The events of a masked guide, as far as it is read.
pub(super) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let read = &text[..text.floor_char_boundary(MAX_BYTES)];
    Parser::new_ext(read, options).into_offset_iter().take(MAX_EVENTS)
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
