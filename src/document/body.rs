use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::markdown::{Events, NOTES, events};
use super::runs::mask;
use super::written::{self, WrittenBlank};
use crate::base::source::lines;

/// The text of a guide below its front matter, and the blanks in it on which a person may have written.
///
/// Once somebody has written on a blank, nothing shows any longer where it was. A document that is built therefore lists its lines
/// with blanks, each with a digest: what is written is found where the rest of the line is as it was.
pub(super) struct Body<'t> {
    text: &'t str,
    /// The text with its blanks hidden from Markdown, byte for byte.
    pub(super) masked: Cow<'t, str>,
    /// The blanks of the lines that are listed.
    pub(super) blanks: Vec<WrittenBlank>,
    /// Its shape, if that is known already.
    shape: Option<Shape>,
}

/// The lines with blanks of a text.
#[derive(Default)]
pub(super) struct SignedLines {
    /// Each with its number from 1 and a digest.
    signs: Vec<(usize, String)>,
    /// How many lines there are in all, outside of spaces for notes.
    lines: usize,
}

impl SignedLines {
    /// The list of those of a document of these parts.
    pub(super) fn list(parts: &[&Self]) -> String {
        let (mut list, mut above) = (String::new(), 0);
        for Self { signs, lines } in parts {
            for (number, sign) in signs {
                let space = if list.is_empty() { "" } else { " " };
                // Writing to a string cannot fail.
                let _ = write!(list, "{space}{}-{sign}", above + number);
            }
            above += lines;
        }
        list
    }
}

/// Where a text is divided otherwise than by lines.
#[derive(Default)]
pub(super) struct Shape {
    /// The spaces for notes, with their fences.
    notes: Vec<Range<usize>>,
    tables: Vec<Range<usize>>,
}

impl<'t> Body<'t> {
    /// A body as it was built, masked and of this shape, and its lines with blanks.
    pub(super) fn built(text: &'t str, masked: &'t str, shape: Shape) -> (Self, SignedLines) {
        let mut blanks = Vec::new();
        let mut signed = SignedLines::default();
        for (number, bytes) in shape.numbered(text) {
            let line = &text[bytes.clone()];
            let own = written::built(line);
            if !own.is_empty() {
                signed.signs.push((number, written::sign(line, &own)));
                blanks.extend(own.into_iter().map(|blank| moved(blank, bytes.start)));
            }
            signed.lines = number;
        }
        let masked = Cow::Borrowed(masked);
        (Self { text, masked, blanks, shape: Some(shape) }, signed)
    }

    /// A body that came back, masked as if nobody had written on it and of that shape, with the list of its lines with blanks.
    pub(super) fn returned(
        text: &'t str,
        masked: &'t str,
        shape: Shape,
        list: Option<&str>,
    ) -> Self {
        let listed = list.unwrap_or_default().split_whitespace();
        let listed = listed.filter_map(|entry| entry.split_once('-'));
        let listed: BTreeMap<&str, &str> = listed.collect();
        let mut blanks = Vec::new();
        let mut effort = written::EFFORT;
        for (number, bytes) in shape.numbered(text).take_while(|_| !listed.is_empty()) {
            let Some(sign) = listed.get(number.to_string().as_str()) else { continue };
            let found = written::find(&text[bytes.clone()], sign, &mut effort);
            blanks.extend(found.into_iter().flatten().map(|blank| moved(blank, bytes.start)));
        }
        // Where nobody wrote, the text was taken apart as it is.
        let as_read = if blanks.is_empty() { None } else { Some(mask(text, &blanks)) };
        match as_read.filter(|as_read| as_read != masked) {
            Some(masked) => Self { text, masked: Cow::Owned(masked), blanks, shape: None },
            None => Self { text, masked: Cow::Borrowed(masked), blanks, shape: Some(shape) },
        }
    }

    /// The blanks on which somebody wrote, if the body begins at a byte of its source.
    pub(super) fn written(&self, start: usize) -> Vec<WrittenBlank> {
        let written = self.blanks.iter().filter(|blank| blank.written.is_some());
        written.map(|blank| moved(blank.clone(), start)).collect()
    }

    /// The lines as they are compared, each with its number from 0. Whatever filling in changes does not count: ticks, what is written
    /// on blanks and into spaces for notes, and the fences around that; nor do line ends, and the white space that lines up a table.
    pub(super) fn compared(&self) -> Vec<(usize, Cow<'t, str>)> {
        let mut compared = self.compared_lines();
        // Editors remove blank lines at the end of a file, or add one.
        while compared.pop_if(|(_, line)| line.trim().is_empty()).is_some() {}
        compared
    }

    /// The same with all lines of a part that more comes after.
    fn compared_lines(&self) -> Vec<(usize, Cow<'t, str>)> {
        let all = self.text;
        let mut compared = Vec::new();
        let mut row = 0;
        let mut blanks = self.blanks.iter().peekable();
        let own = self.shape.is_none().then(|| Shape::of_text(&self.masked));
        let shape = self.shape.as_ref().or(own.as_ref());
        let mut notes = shape.iter().flat_map(|shape| &shape.notes).peekable();
        let mut tables = shape.iter().flat_map(|shape| &shape.tables).peekable();
        for (number, line) in numbered(all).enumerate() {
            let mut own = Vec::new();
            while let Some(blank) = blanks.next_if(|blank| blank.bytes.end <= line.end) {
                own.push(moved_back(blank, line.start));
            }
            while notes.next_if(|notes| notes.end <= line.start).is_some() {}
            while tables.next_if(|table| table.end <= line.start).is_some() {}
            if let Some(notes) = notes.peek().filter(|notes| notes.start < line.end) {
                if notes.start >= line.start {
                    let before = &all[line.start..notes.start];
                    let is_closed = is_closed(&all[(*notes).clone()]);
                    let end = if is_closed { "```" } else { "" };
                    let fences = format!("{before}```{NOTES}\n{end}");
                    compared.push((number, Cow::Owned(fences)));
                }
                continue;
            }
            let text = written::unfilled(&all[line.clone()], &own);
            let Some(table) = tables.peek().filter(|table| table.start < line.end) else {
                compared.push((number, text));
                continue;
            };
            row = if table.start >= line.start { 0 } else { row + 1 };
            compared.push((number, Cow::Owned(written::row(&text, row == 1))));
        }
        compared
    }
}

impl Body<'_> {
    /// The lines as they are compared, one below the other.
    pub(super) fn compared_text(&self) -> String {
        self.joined(self.compared())
    }

    /// The same of a part that more comes after.
    pub(super) fn compared_part(&self) -> String {
        self.joined(self.compared_lines())
    }

    fn joined(&self, lines: Vec<(usize, Cow<'_, str>)>) -> String {
        let mut compared = String::with_capacity(self.text.len());
        for (_, line) in lines {
            compared.push_str(&line);
            compared.push('\n');
        }
        compared
    }
}

impl Shape {
    /// That of a masked text.
    pub(super) fn of_text(masked: &str) -> Self {
        let mut shape = Self::default();
        for (event, range) in events(masked) {
            shape.add(&event, &range);
        }
        shape
    }

    /// That of a masked text with these events.
    pub(super) fn of(events: &Events<'_>) -> Self {
        let mut shape = Self::default();
        for (event, range) in events {
            shape.add(event, range);
        }
        shape
    }

    /// Adds an event of the text, in order.
    pub(super) fn add(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.trim() == NOTES => {
                self.notes.push(range.clone());
            }
            Event::Start(Tag::Table(_)) => self.tables.push(range.clone()),
            _ => {}
        }
    }

    /// The lines outside of spaces for notes, without their ends, each with its number from 1. Notes may grow: their lines do not
    /// count.
    fn numbered(&self, text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        let mut notes = self.notes.iter().peekable();
        let outside = numbered(text).filter(move |line| {
            while notes.next_if(|notes| notes.end <= line.start).is_some() {}
            notes.peek().is_none_or(|notes| notes.start >= line.end)
        });
        outside.enumerate().map(|(index, line)| (index + 1, line))
    }
}

/// The lines of a text, without their ends.
fn numbered(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    lines(text).map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches(['\r', '\n']).len()
    })
}

/// Whether a fenced block has the line that ends it (CommonMark 4.5).
fn is_closed(block: &str) -> bool {
    let mut lines = lines(block.trim_end_matches(['\r', '\n'])).map(fence);
    let Some((sign, length)) = lines.next().flatten().map(|(sign, length, _)| (sign, length))
    else {
        return false;
    };
    let last = lines.last().flatten();
    last.is_some_and(|(end, count, rest)| end == sign && count >= length && rest.is_empty())
}

/// The sign of a fence, how often it stands there, and what is behind it.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let rest = line.trim_start_matches(sign);
    Some((sign, line.len() - rest.len(), rest.trim()))
}

fn moved(WrittenBlank { bytes, written }: WrittenBlank, by: usize) -> WrittenBlank {
    WrittenBlank { bytes: bytes.start + by..bytes.end + by, written }
}

fn moved_back(blank: &WrittenBlank, by: usize) -> WrittenBlank {
    let bytes = blank.bytes.start - by..blank.bytes.end - by;
    WrittenBlank { bytes, written: None }
}
