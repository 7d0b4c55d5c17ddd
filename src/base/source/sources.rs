use std::ops::Range;
use std::sync::OnceLock;

use super::{SourceId, Span, lines};

/// A text and the name under which a message speaks of it: a path as the user gave it, `<stdin>`, or `<built-in>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name.
    pub name: String,
    /// The text: all of it, or as much as anything can still name.
    pub text: String,
}

/// Every text that a run has read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: Vec<Text>,
}

#[derive(Clone, Debug)]
struct Text {
    source: Source,
    /// The bytes at which its lines begin, once they are needed.
    starts: OnceLock<Vec<usize>>,
    /// How many lines of its file are above it.
    above: usize,
}

/// The place of a byte, as editors count: both numbers start at 1, columns are characters, and a byte order mark is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl Sources {
    /// No text yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a text and hands out the id by which spans refer to it.
    pub fn add(&mut self, source: Source) -> SourceId {
        self.texts.push(Text { source, starts: OnceLock::new(), above: 0 });
        SourceId(self.texts.len() - 1)
    }

    /// Keeps only the first bytes of a text, where all places in it are that anything can still name.
    pub fn keep_beginning(&mut self, id: SourceId, bytes: usize) {
        let text = &mut self.texts[id.0];
        text.source.text.truncate(bytes);
        text.source.text.shrink_to_fit();
        text.starts.take();
    }

    /// Adds what comes after a text in its file.
    pub fn append(&mut self, id: SourceId, rest: &str) {
        let text = &mut self.texts[id.0];
        text.source.text.push_str(rest);
        text.starts.take();
    }

    /// Says that a text is only a part of its file, which has so many lines above it. They count where a message names a line.
    pub fn set_lines_above(&mut self, id: SourceId, lines: usize) {
        self.texts[id.0].above = lines;
    }

    /// The text of an id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        // An id is made by `add` only, and texts are never taken away.
        &self.texts[id.0].source
    }

    fn starts(&self, id: SourceId) -> &[usize] {
        let text = &self.texts[id.0];
        text.starts.get_or_init(|| starts(&text.source.text))
    }

    /// All ids, in the order in which the texts were added.
    pub fn ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.texts.len()).map(SourceId)
    }

    /// Where a span begins.
    #[must_use]
    pub fn locate(&self, span: &Span) -> Location {
        self.locate_byte(span.source, span.bytes.start)
    }

    /// Where a byte is.
    #[must_use]
    pub fn locate_byte(&self, id: SourceId, byte: usize) -> Location {
        let text = &self.get(id).text;
        let byte = text.floor_char_boundary(byte);
        let line = self.line(id, byte);
        let before = &text[self.starts(id)[line]..byte];
        let before = before.strip_prefix('\u{FEFF}').filter(|_| line == 0).unwrap_or(before);
        let line = self.texts[id.0].above + line + 1;
        Location { line, column: before.chars().count() + 1 }
    }

    /// The bytes of the whole line on which a byte is, its end included, and its number from 1.
    #[must_use]
    pub fn line_of(&self, id: SourceId, byte: usize) -> (Range<usize>, usize) {
        let line = self.line(id, byte);
        let lines = self.starts(id);
        let end = lines.get(line + 1).copied().unwrap_or(self.get(id).text.len());
        (lines[line]..end, self.texts[id.0].above + line + 1)
    }

    /// The number of the line, from 0, on which a byte is.
    fn line(&self, id: SourceId, byte: usize) -> usize {
        // The first line begins at 0, so that at least one line begins at or before any byte.
        self.starts(id).partition_point(|&start| start <= byte).saturating_sub(1)
    }
}

/// The bytes at which lines begin. The last one may be empty.
fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    if !text.contains('\r') {
        // Much faster, which a text of many megabytes shows.
        starts.extend(text.match_indices('\n').map(|(newline, _)| newline + 1));
        return starts;
    }
    let mut end = 0;
    for line in lines(text) {
        end += line.len();
        if line.ends_with(['\r', '\n']) {
            starts.push(end);
        }
    }
    starts
}
