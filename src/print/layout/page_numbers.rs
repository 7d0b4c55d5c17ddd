use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::counts::count;
use super::paginate::LaidOutPage;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Block, Document, Inline, TextStyle};
use crate::print::frame::{
    Frame, FrameItem, GlyphRun, Group, GroupKind, PageNumber, Place, TextRun,
};
use crate::print::look::Look;

/// How many digits a place for a page number is wide.
const DIGITS: usize = 3;

impl LayoutState<'_> {
    /// A place for the number of the page on which an anchor is.
    pub(super) fn page_number(&mut self, anchor: &str, style: TextStyle, look: Look) -> PageNumber {
        let key = (style, look.size.0.to_bits(), [look.strong, look.slanted], look.kind);
        let known = self.digits.get(&key).cloned();
        let digits: Arc<[TextRun]> = known
            .unwrap_or_else(|| ('0'..='9').map(|digit| self.digit(digit, style, look)).collect());
        self.digits.entry(key).or_insert_with(|| Arc::clone(&digits));
        let widest = digits.iter().fold(Pt::ZERO, |most, digit| most.max(digit.run.advance()));
        PageNumber {
            anchor: anchor.to_owned(),
            digits,
            width: widest * count(DIGITS),
            lead: 0.0,
            rest: Arc::default(),
        }
    }

    fn digit(&mut self, digit: char, style: TextStyle, look: Look) -> TextRun {
        let shaped = self.shape_plain(&digit.to_string(), style, look);
        let line = shaped.one_line(self.style, self.fonts);
        let text = line.frame.items().iter().find_map(|(_, item)| match item {
            FrameItem::Text(text) => Some(text.clone()),
            _ => None,
        });
        #[expect(
            clippy::expect_used,
            reason = "the built-in fonts have all digits, and a brand's font is read only if it sets those that it has"
        )]
        text.expect("a digit is a text")
    }
}

/// The numbers of the pages on which anchors are.
pub(super) struct PageNumbers {
    /// Whether the document has a place for one.
    is_needed: bool,
    numbers: BTreeMap<String, usize>,
}

impl PageNumbers {
    /// None so far.
    pub(super) fn of(document: &Document) -> Self {
        let mut is_needed = false;
        let mut see = |inline: &Inline| is_needed |= matches!(inline, Inline::PageNumber { .. });
        document.blocks.iter().for_each(|block: &Block| block.for_each_inline(&mut see));
        Self { is_needed, numbers: BTreeMap::new() }
    }

    /// Notes which anchors are on a page of this number.
    pub(super) fn see(&mut self, page: &LaidOutPage, number: usize) {
        if self.is_needed {
            find_anchors(&page.frame, number, &mut self.numbers);
        }
    }

    /// Puts the numbers into the places for them, when all pages were seen. A heading that is nowhere has none.
    pub(super) fn fill(&self, page: &mut LaidOutPage) {
        if !self.is_needed {
            return;
        }
        if let Some(frame) = filled(&page.frame, &self.numbers) {
            page.frame = frame;
        }
    }
}

fn find_anchors(frame: &Frame, number: usize, numbers: &mut BTreeMap<String, usize>) {
    if !frame.has_anchor() {
        return;
    }
    for (_, item) in frame.items() {
        match item {
            FrameItem::Anchor(name) => {
                numbers.entry(name.clone()).or_insert(number);
            }
            FrameItem::Group(Group { kind: GroupKind::Artifact(_), .. }) => {}
            FrameItem::Group(group) => find_anchors(&group.frame, number, numbers),
            _ => {}
        }
    }
}

/// The same frame with all numbers in their places. `None` if there is no place for one.
fn filled(frame: &Frame, numbers: &BTreeMap<String, usize>) -> Option<Frame> {
    if !frame.has_page_number() {
        return None;
    }
    let mut new: Option<Frame> = None;
    for (index, (at, item)) in frame.items().iter().enumerate() {
        let copy = || {
            let mut copy = Frame::new(frame.size);
            frame.items()[..index].iter().for_each(|(at, item)| copy.push(*at, item.clone()));
            copy
        };
        match item {
            FrameItem::PageNumber(place) => {
                let new = new.get_or_insert_with(copy);
                draw(place, *at, numbers, new);
            }
            FrameItem::Group(group) => match filled(&group.frame, numbers) {
                Some(inner) => {
                    let new = new.get_or_insert_with(copy);
                    new.group(*at, group.kind.clone(), Arc::new(inner));
                }
                None => {
                    if let Some(new) = &mut new {
                        new.push(*at, item.clone());
                    }
                }
            },
            item => {
                if let Some(new) = &mut new {
                    new.push(*at, item.clone());
                }
            }
        }
    }
    new
}

/// Draws the number in its place, and after it what follows on its line.
fn draw(place: &PageNumber, at: Place, numbers: &BTreeMap<String, usize>, frame: &mut Frame) {
    let number = numbers.get(&place.anchor).and_then(|number| text(*number, &place.digits));
    let width = number.as_ref().map_or(Pt::ZERO, |number| number.run.advance());
    let spare = place.width - width;
    let before = spare * place.lead;
    if let Some(number) = number {
        frame.push(at.moved(before, Pt::ZERO), FrameItem::Text(number));
    }
    let rest = filled(&place.rest, numbers).map_or_else(|| Arc::clone(&place.rest), Arc::new);
    if !rest.is_empty() {
        frame.group(at.moved(before - spare, Pt::ZERO), GroupKind::Plain, rest);
    }
}

/// A number as one text.
fn text(number: usize, digits: &[TextRun]) -> Option<TextRun> {
    let written = number.to_string();
    let mut run = GlyphRun { text: String::new(), glyphs: Vec::new() };
    for digit in written.bytes().map(|byte| digits.get(usize::from(byte - b'0'))) {
        let digit = &digit?.run;
        let start = run.text.len();
        run.text.push_str(&digit.text);
        run.glyphs.extend(digit.glyphs.iter().cloned().map(|mut glyph| {
            let Range { start: first, end } = glyph.text_range.bytes();
            glyph.text_range = (first + start..end + start).into();
            glyph
        }));
    }
    let first = digits.first()?;
    Some(TextRun { run: Arc::new(run), ..first.clone() })
}
