use super::super::layout_box::{Children, Column, LaidOutBlock, LayoutBox, frame_of};
use super::super::line::Line;
use super::super::shaped::Shaped;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Block, Heading, Inline, SourceSpan, TextStyle, plain_text};
use crate::print::block_styles::{HeadingLook, NumberLook};
use crate::print::frame::{FrameItem, Place, Role, Tag};

/// A number at the left of a heading, and the words beside it.
struct Hanging {
    number: Line,
    words: Vec<Inline>,
    /// From the left edge of the number to that of the words.
    indent: Pt,
}

/// What is printed at the end of a heading's first line, or below the heading.
struct Aside {
    tag: Tag,
    lines: Vec<Line>,
    is_below: bool,
}

impl LayoutState<'_> {
    /// A heading. With something at the end of its first line it is one element, and that is another.
    pub(super) fn heading(
        &mut self,
        heading: &Heading,
        look: HeadingLook,
        column: Column,
    ) -> LaidOutBlock {
        let hanging = self.hanging(&heading.content, look.number, column.width);
        let words = hanging.as_ref().map_or(heading.content.as_slice(), |it| it.words.as_slice());
        let indent = hanging.as_ref().map_or(Pt::ZERO, |it| it.indent);
        let mut width = column.width - indent;
        if look.is_in_header {
            // It is beside the marks of the page.
            width = width.min(self.style.header_title_width);
        }
        let shaped = self.shape(words, look.words, &mut Children::default());
        let is_rtl = shaped.runs_against();
        let mut children = Children::default();
        let tag = children.next(Role::Heading(heading.level));
        let aside = heading.aside.as_deref();
        let aside = aside.map(|aside| self.aside(aside, &shaped, width, &mut children));
        let beside = aside.as_ref().filter(|aside| !aside.is_below);
        let first_width = beside
            .and_then(|aside| aside.lines.first())
            .map_or(width, |line| width - line.width - self.style.blocks.aside.gap);
        let mut lines = shaped.lines_from(first_width, width, self.style, self.fonts);
        if let Some(first) = lines.first_mut().filter(|_| is_rtl) {
            first.frame.translate(Place { x: width - first_width, y: Pt::ZERO });
        }
        let mut frames = Vec::new();
        let mut number = hanging.map(|it| it.number);
        let words_x = if is_rtl { column.x } else { column.x + indent };
        for (index, line) in lines.into_iter().enumerate() {
            let (height, baseline) = (line.height(), line.baseline);
            let mut frame = frame_of(height);
            if index == 0 {
                let at = Place { x: Pt::ZERO, y: -self.style.marks.destination_lead };
                let (level, title) = (heading.level, plain_text(&heading.content));
                frame.push(at, FrameItem::Bookmark { title, level });
                if let Some(name) = heading.anchor.clone() {
                    frame.push(at, FrameItem::Anchor(name));
                }
            }
            let mut words = frame_of(height);
            if let Some(number) = number.take() {
                let right = column.x + column.width - number.width;
                let x = if is_rtl { right } else { column.x };
                words.append(Place { x, y: baseline - number.baseline }, number.frame);
            }
            words.append(Place { x: words_x, y: Pt::ZERO }, line.frame);
            if aside.is_some() {
                frame.tagged(tag, |frame| frame.append(Place::default(), words));
            } else {
                frame.append(Place::default(), words);
            }
            frames.push((frame, baseline));
        }
        let role = if aside.is_some() { Role::Division } else { Role::Heading(heading.level) };
        if let Some(aside) = aside {
            let Aside { tag, lines, is_below } = aside;
            let baseline = frames.first().map_or(Pt::ZERO, |(_, baseline)| *baseline);
            // It is painted after the last word of the heading, so that it does not come between words when text is copied.
            let above: Pt = frames.iter().rev().skip(1).map(|(frame, _)| frame.size.height).sum();
            for line in lines {
                if let (false, Some((frame, _))) = (is_below, frames.last_mut()) {
                    let right = column.x + column.width - line.width;
                    let x = if is_rtl { column.x } else { right };
                    let at = Place { x, y: baseline - line.baseline - above };
                    frame.tagged(tag, |frame| frame.append(at, line.frame));
                } else {
                    let mut frame = frame_of(line.height());
                    let at = Place { x: words_x, y: Pt::ZERO };
                    frame.tagged(tag, |frame| frame.append(at, line.frame));
                    frames.push((frame, Pt::ZERO));
                }
            }
        }
        let is_in_header = look.is_in_header && frames.len() == 1;
        let boxes = frames.into_iter().map(|(frame, _)| LayoutBox::new(frame));
        let boxes = boxes.map(|it| LayoutBox { sticky: true, is_in_header, ..it }).collect();
        LaidOutBlock { role: Some(role), spacing: look.words.spacing, boxes }
    }

    /// What is printed at the end of the first line of a heading: below the heading if it takes too much of the line, or more than
    /// the longest word of the heading leaves.
    fn aside(
        &mut self,
        content: &[Inline],
        heading: &Shaped,
        width: Pt,
        children: &mut Children,
    ) -> Aside {
        let style = self.style.blocks.aside;
        let tag = children.next(Role::Paragraph);
        let shaped = self.shape(content, style.look, &mut Children::default());
        let needed = shaped.widths(self.style).1;
        let left = width - needed - style.gap;
        let fits = needed <= width * style.most && heading.widths(self.style).0 <= left;
        let lines = self.lines(shaped, if fits { needed } else { width });
        let is_below = !fits || lines.len() > 1 || !heading.is_one_text();
        Aside { tag, lines, is_below }
    }

    /// The leading number of a heading and its other words, if the number is printed beside them and there is room for that.
    fn hanging(
        &mut self,
        content: &[Inline],
        look: Option<NumberLook>,
        width: Pt,
    ) -> Option<Hanging> {
        let look = look?;
        let (number, words) = split_number(content)?;
        // Without a space, the number and the first word would be read as one.
        let shaped = self.shape_plain(&format!("{number} "), TextStyle::default(), look.look);
        let number = shaped.one_line(self.style, self.fonts);
        let indent = look.indent.max(number.width + look.gap);
        (width - indent >= self.style.list.least_width).then_some(Hanging { number, words, indent })
    }

    /// How far the words of a heading are moved by the number beside them.
    pub(super) fn words_indent(&mut self, heading: &Block, width: Pt) -> Pt {
        let Block::Styled(style, block) = heading else { return Pt::ZERO };
        let (Some(look), Block::Heading(heading)) = (self.style.blocks.heading(*style), &**block)
        else {
            return Pt::ZERO;
        };
        self.hanging(&heading.content, look.number, width).map_or(Pt::ZERO, |it| it.indent)
    }
}

/// A number, a full stop and a space at the beginning of a heading, without the stop, and what is behind them.
fn split_number(content: &[Inline]) -> Option<(String, Vec<Inline>)> {
    let (first, rest) = content.split_first()?;
    let Inline::Text { text, style, lang, link, span } = first else { return None };
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, behind) = text.split_at(digits);
    let words = behind.strip_prefix(". ")?.trim_start();
    if number.is_empty() || (words.is_empty() && rest.is_empty()) {
        return None;
    }
    let mut span = span.0.clone();
    span.bytes.start = (span.bytes.start + text.len() - words.len()).min(span.bytes.end);
    let (style, lang, link, span) = (*style, lang.clone(), link.clone(), SourceSpan(span));
    let first = Inline::Text { text: words.to_owned(), style, lang, link, span };
    Some((number.to_owned(), std::iter::once(first).chain(rest.iter().cloned()).collect()))
}
