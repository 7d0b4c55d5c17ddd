//! Pictures of a guide: how they are written, and where they are in a document.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::blocks::Reader;
use super::model::{Block, Picture, SourceSpan};
use super::parse::Document;
use super::runs::unmask;
use super::text::has_words;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;
use crate::base::text::printed_line;

/// How much of a path is told: an image that is written into the text itself has a path of megabytes.
const TOLD: usize = 80;

impl<'t> Reader<'t> {
    /// A paragraph that has begun. One that is nothing but an image is a picture.
    pub(super) fn picture_or_paragraph(&mut self) -> Option<Block> {
        let Some((end, path, range)) = self.only_image() else { return self.paragraph() };
        let alt = self.alternative(self.at + 1..end);
        self.at = end + 1;
        let (path, span) = (percent_decoded(path), self.span(range));
        if let Some(fault) = fault(&path, &alt, &span) {
            self.diagnostics.push(fault);
            return None;
        }
        Some(Block::Picture(Picture { path, alt, image: None, span: SourceSpan(span) }))
    }

    /// The image that is all of the paragraph that has begun: the place of its last event, its path as it is written, and its place.
    fn only_image(&self) -> Option<(usize, String, Range<usize>)> {
        let (Event::Start(Tag::Image { dest_url, .. }), range) = self.event(self.at)? else {
            return None;
        };
        let (mut at, mut depth) = (self.at, 0_usize);
        loop {
            match &self.event(at)?.0 {
                Event::Start(Tag::Image { .. }) => depth += 1,
                Event::End(TagEnd::Image) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            at += 1;
        }
        let is_end = matches!(self.event(at + 1)?.0, Event::End(TagEnd::Paragraph));
        is_end.then(|| (at, unmask(dest_url), range.clone()))
    }

    fn event(&self, at: usize) -> Option<&(Event<'t>, Range<usize>)> {
        self.events.get(at)
    }

    /// What the events in an image say.
    fn alternative(&self, events: Range<usize>) -> String {
        let mut words = String::new();
        for (event, _) in events.filter_map(|at| self.event(at)) {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(text),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                _ => {}
            }
        }
        printed_line(&unmask(&words)).into_owned()
    }
}

/// Why a picture cannot be printed, if that is known before its file is read.
fn fault(path: &str, alt: &str, span: &Span) -> Option<Diagnostic> {
    let fault = |message: String| Diagnostic::error("image", message).at(span.clone());
    let told = beginning(path);
    let has_start = |start: &str| {
        let head = path.as_bytes().get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
    };
    if path.is_empty() {
        return Some(
            fault("this image has no path".to_owned()).help("write the path of a PNG file"),
        );
    }
    if has_start("data:") {
        let message =
            format!("the image `{told}` is written into the text, and only files are read");
        return Some(fault(message).help("save it as a PNG file, and write its path"));
    }
    // Paths that begin so lead to other machines on some systems.
    let slashes = path.bytes().take_while(|byte| matches!(byte, b'/' | b'\\')).count();
    if path.contains("://") || slashes > 1 {
        let message = format!("`{told}` is a web address, and nothing is downloaded");
        return Some(fault(message).help("download the image, and write its path"));
    }
    if !has_words(alt) {
        let message = format!("the image `{told}` has no alternative text for screen readers");
        return Some(fault(message).help("say between the brackets what it shows"));
    }
    None
}

/// As much of a path as is told.
pub(super) fn beginning(path: &str) -> String {
    match path.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", &path[..end]),
        None => path.to_owned(),
    }
}

/// A path without the signs that stand for characters which no address has (RFC 3986, 2.1), such as `%20` for a space.
fn percent_decoded(path: String) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let digits = others.first_chunk::<2>().filter(|_| *first == b'%');
        let sign = digits.and_then(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
        if let Some(byte) = sign {
            bytes.push(byte);
            rest = &others[2..];
        } else {
            bytes.push(*first);
            rest = others;
        }
    }
    // What is no text was no such sign.
    String::from_utf8(bytes).unwrap_or(path)
}

/// The value of a hexadecimal digit.
fn digit(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}

impl Document {
    /// Passes every picture of the document to `see`.
    pub fn for_each_picture(&mut self, see: &mut impl FnMut(&mut Picture)) {
        // Most documents have none, and share their blocks.
        if self.blocks.iter().any(has_picture) {
            for part in self.blocks.parts_mut() {
                for_each(part, see);
            }
        }
    }
}

fn has_picture(block: &Block) -> bool {
    match block {
        Block::Picture(_) => true,
        Block::List(list) => list.items.iter().flat_map(|item| &item.blocks).any(has_picture),
        Block::Quote(blocks) => blocks.iter().any(has_picture),
        Block::Styled(_, block) => has_picture(block),
        Block::Columns(columns) => columns.iter().flatten().any(has_picture),
        _ => false,
    }
}

fn for_each(blocks: &mut [Block], see: &mut impl FnMut(&mut Picture)) {
    for block in blocks {
        match block {
            Block::Picture(picture) => see(picture),
            Block::List(list) => {
                list.items.iter_mut().for_each(|item| for_each(&mut item.blocks, see));
            }
            Block::Quote(blocks) => for_each(blocks, see),
            Block::Styled(_, block) => for_each(std::slice::from_mut(block), see),
            Block::Columns(columns) => columns.iter_mut().for_each(|it| for_each(it, see)),
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Notes(_)
            | Block::Code(..)
            | Block::Rule
            | Block::PageBreak => {}
        }
    }
}
