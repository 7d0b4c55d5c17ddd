use std::sync::Arc;

use super::counts::count;
use super::identity_field::IdentityField;
use super::layout_box::Children;
use super::state::LayoutState;
use super::symbol::symbol;
use crate::base::diagnostic::Diagnostic;
use crate::base::unit::Pt;
use crate::document::{KitCode, PageCode, PageIdentity, TextStyle};
use crate::print::frame::{Artifact, Frame, FrameItem, Grid, GroupKind, Ink, Place, Size};
use crate::print::look::Look;
use crate::print::style::Style;

/// The marks by which each page of a document is read back from paper. Screen readers ignore them, except for the line that is the field
/// of the document's identity.
pub(super) struct PageMarks {
    squares: [(Place, Size); 4],
    /// The lines beside the code that are the same on all pages: of the kit, and of the packet.
    common: [WordLine; 2],
    /// What each page has of its own. A page has no marks if its number is too large for a code.
    pages: Vec<Option<PageMark>>,
    /// How much of the width of the text area they leave for what is beside them.
    pub(super) clear_width: Pt,
}

/// A line of the words beside the code: its frame and how far it moves the pen.
type WordLine = (Arc<Frame>, Pt);

/// Which of the lines beside the code is the packet's.
const PACKET_LINE: usize = 1;

/// What one page has of its own.
struct PageMark {
    symbol: Grid,
    /// The document and the page.
    words: WordLine,
}

impl PageMarks {
    /// The marks of a document of this many pages. `None` for one without marks, and for one whose pages cannot be vouched for.
    pub(super) fn new(state: &mut LayoutState<'_>, pages: usize) -> Option<Self> {
        let front = &state.document.front;
        let (kit, identity) = (front.kit.as_ref()?, front.identity.as_ref()?);
        if !identity.has_marks {
            return None;
        }
        PageCode::new(kit, identity, 0)?;
        let kit_line = state.word_line(&kit.code, "");
        let packet_line = state.word_line(&front.words.packet(&identity.packet), "");
        let pages: Vec<_> = (0..pages).map(|page| state.page_mark(kit, identity, page)).collect();
        if let Some(first) = pages.iter().position(Option::is_none) {
            let message =
                format!("page {} and later pages have no marks for reading them back", first + 1);
            let help = format!("marks count up to {first} pages; select fewer questions");
            state.warn(Diagnostic::warning("page-marks", message).help(help));
        }
        let common = [kit_line, packet_line];
        let words = pages.iter().flatten().map(|page| &page.words).chain(&common);
        let widest = words.fold(Pt::ZERO, |widest, (_, advance)| widest.max(*advance));
        let style = state.style;
        let right = words_right(style);
        let clear_width = right - widest - style.page_marks.clear - style.side;
        Some(Self { squares: squares(style), common, pages, clear_width })
    }

    /// Draws the marks of a page. With a field, the packet's line is its appearance.
    pub(super) fn draw(
        &self,
        page: usize,
        field: Option<&IdentityField>,
        style: &Style,
        (frame, children): (&mut Frame, &mut Children),
    ) {
        let Some(Some(mark)) = self.pages.get(page) else { return };
        let [mut common, mut own] = [Frame::new(style.paper), Frame::new(style.paper)];
        for (at, size) in self.squares {
            common.push(at, FrameItem::Fill { size, ink: Ink::BLACK });
        }
        own.push(code_at(style), FrameItem::Grid(mark.symbol.clone()));
        let [kit, packet] = &self.common;
        let lines = [kit, packet, &mark.words];
        let (code, leading) = (style.page_marks.code, style.page_marks.text_leading);
        // The lines are in the middle of the code's height.
        let mut y = style.page_marks.code_top + (code - leading * count(lines.len())) / 2.0;
        for (line, (words, advance)) in lines.into_iter().enumerate() {
            let at = Place { x: words_right(style) - *advance, y };
            y += leading;
            match field.filter(|_| line == PACKET_LINE) {
                None => {
                    let drawn = if line > PACKET_LINE { &mut own } else { &mut common };
                    drawn.group(at, GroupKind::Plain, Arc::clone(words));
                }
                Some(field) => {
                    let size = Size { width: *advance, height: leading };
                    field.draw((at, size), Arc::clone(words), (frame, children));
                }
            }
        }
        for (kind, drawn) in [(Artifact::DocumentMark, common), (Artifact::PageMark, own)] {
            frame.group(Place::default(), GroupKind::Artifact(kind), Arc::new(drawn));
        }
    }
}

impl LayoutState<'_> {
    fn page_mark(
        &mut self,
        kit: &KitCode,
        identity: &PageIdentity,
        page: usize,
    ) -> Option<PageMark> {
        let code = PageCode::new(kit, identity, page)?;
        let filled = symbol(&code).into();
        let symbol = Grid { cell: self.style.page_marks.module, filled, ink: Ink::BLACK };
        let words = self.word_line(&identity.document, &format!(" {}", page + 1));
        Some(PageMark { symbol, words })
    }

    /// A line of the words beside the code. A long one is shortened before its tail.
    fn word_line(&mut self, text: &str, tail: &str) -> WordLine {
        let (style, marks) = (&self.style.page_marks, &self.style.marks);
        let look = Look {
            // Code is set smaller than the text that it is part of. Here it is by itself.
            size: style.text_size / marks.code_share,
            leading: style.text_leading,
            ..self.style.running
        };
        let code = TextStyle { code: true, ..TextStyle::default() };
        self.known_line((text, tail), (look, code), style.text_width)
    }
}

/// The squares of a page.
fn squares(style: &Style) -> [(Place, Size); 4] {
    let (inset, side) = (style.page_marks.inset, style.page_marks.square);
    let far = |length: Pt| length - inset - side;
    let (right, bottom) = (far(style.paper.width), far(style.paper.height));
    let corners = [(inset, inset), (right, inset), (inset, bottom), (right, bottom)];
    corners.map(|(x, y)| (Place { x, y }, Size { width: side, height: side }))
}

fn code_at(style: &Style) -> Place {
    let marks = &style.page_marks;
    Place { x: style.paper.width - marks.code_right - marks.code, y: marks.code_top }
}

/// The right edge of the words.
fn words_right(style: &Style) -> Pt {
    code_at(style).x - style.page_marks.clear
}
