use super::Span;

/// A text and the name under which a message speaks of it: a path as the user gave it, `<stdin>`, or `<built-in>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// A text's place in `Sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(usize);

/// Every text that a run has read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: Vec<Source>,
}

/// Where a byte stands, as editors count: both numbers start at 1, columns are characters.
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
        self.texts.push(source);
        SourceId(self.texts.len() - 1)
    }

    /// The text of an id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        // An id is made by `add` only, and texts are never taken away.
        &self.texts[id.0]
    }

    /// All ids, in the order in which the texts were added.
    pub fn ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.texts.len()).map(SourceId)
    }

    /// Where a span begins.
    #[must_use]
    pub fn locate(&self, span: &Span) -> Location {
        let text = &self.get(span.source).text;
        let start = text.floor_char_boundary(span.bytes.start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Location {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}
