//! The measures of blocks that look different from others of their kind.

use super::look::{CheckboxLook, LARGE_BOX, Look, heading, look};
use crate::base::unit::{Mm, Pt};
use crate::document::BlockStyle;
use crate::print::frame::Ink;

/// Blocks that look different from others of their kind, by the names of their styles.
#[derive(Clone, Debug)]
pub struct BlockStyles {
    /// The title on the first page of a guide, or on a candidate sheet.
    pub cover_title: HeadingLook,
    /// The title of a form.
    pub form_title: HeadingLook,
    /// A question on the page on which it is asked.
    pub ask: HeadingLook,
    /// A question that shares the page on which it is asked.
    pub question: HeadingLook,
    /// A question on the page on which it is rated.
    pub scored: HeadingLook,
    /// What is at the end of the first line of a heading.
    pub aside: AsideStyle,
    /// The bar beside a quotation that is read aloud.
    pub script: QuoteStyle,
    /// The words of a quotation that is read aloud.
    pub script_text: Look,
    /// A paragraph in small print that says what is below it.
    pub label: Look,
    /// A list with a question that every candidate is asked after the first one.
    pub follow_up: ListLook,
    /// The same on a page that questions share.
    pub compact_follow_up: ListLook,
    /// A list of questions that may be asked.
    pub probes: ListLook,
    /// The same on a page that questions share.
    pub compact_probes: ListLook,
    /// A list of what an answer should cover.
    pub rubric: ListLook,
    /// A list in small print, in two columns.
    pub two_columns: ListLook,
    /// The same on a page that questions share.
    pub compact_two_columns: ListLook,
}

/// Quotations, which have a bar at their left.
#[derive(Clone, Debug)]
pub struct QuoteStyle {
    /// From the left edge of the column to the text.
    pub indent: Pt,
    /// From the left edge of the column to the bar.
    pub bar_inset: Pt,
    /// The width of the bar.
    pub bar_width: Pt,
    /// What the bar is painted in.
    pub bar_ink: Ink,
}

/// How a heading looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadingLook {
    /// Its words.
    pub words: Look,
    /// The number before its words, if it is at the left of all of their lines.
    pub number: Option<NumberLook>,
    /// Whether it is above the text area if it begins a document and has one line there.
    pub is_in_header: bool,
}

/// A number at the left of a heading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberLook {
    /// The number itself.
    pub look: Look,
    /// From the left edge of the number to that of the words, unless the number is wider.
    pub indent: Pt,
    /// The least space between the number and the words.
    pub gap: Pt,
}

/// What is at the end of the first line of a heading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AsideStyle {
    /// Its words.
    pub look: Look,
    /// The least space between it and the heading.
    pub gap: Pt,
    /// How much of the heading's width it may take. It is below the heading if it needs more.
    pub most: f32,
}

/// How a list looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ListLook {
    /// Its words, and the boxes before its items.
    pub body: Look,
    /// The first paragraph of an item, if all of it is strong and another one follows.
    pub label: Option<Look>,
    /// White space between the items of a checklist.
    pub gap: Pt,
}

impl QuoteStyle {
    pub(super) fn new(indent: Mm) -> Self {
        Self {
            indent: indent.into(),
            bar_inset: Pt(1.0),
            bar_width: Pt(1.5),
            bar_ink: Ink::Gray(0.3),
        }
    }
}

impl HeadingLook {
    /// A heading whose number is a part of its words.
    pub(super) fn plain(words: Look) -> Self {
        Self { words, number: None, is_in_header: false }
    }

    fn title(size: f32, leading: f32, above: f32, below: f32) -> Self {
        Self::plain(heading(size, leading, above, below))
    }

    fn numbered(words: Look, number: Look, indent: Mm) -> Self {
        let (indent, gap) = (indent.into(), Pt(6.0));
        let number = NumberLook { look: number.into_heading(), indent, gap };
        Self { words: words.into_heading(), number: Some(number), is_in_header: false }
    }
}

impl ListLook {
    fn new(body: Look, checkbox: CheckboxLook, gap: f32) -> Self {
        Self { body: Look { checkbox, ..body }, label: None, gap: Pt(gap) }
    }
}

impl BlockStyles {
    pub(super) fn new() -> Self {
        let label = look(8.5, 11.0, 6.0, 2.0);
        let item_label = Some(Look { strong: true, ..look(8.5, 11.0, 0.0, 0.0) });
        let (ask, question) = (look(20.0, 25.0, 16.0, 4.0), look(15.0, 19.0, 16.0, 4.0));
        let scored = look(12.0, 15.0, 12.0, 3.0);
        let [seen, small] = [CheckboxLook::seen(), CheckboxLook::small()];
        let follow_up = ListLook::new(look(14.0, 18.0, 12.0, 4.0), seen, 4.0);
        let compact_follow_up = ListLook::new(look(11.5, 15.0, 8.0, 3.0), seen, 4.0);
        Self {
            cover_title: HeadingLook::title(24.0, 28.0, 18.0, 4.0),
            form_title: HeadingLook {
                is_in_header: true,
                ..HeadingLook::title(17.0, 19.0, 14.0, 3.0)
            },
            ask: HeadingLook::numbered(ask, Look { size: Pt(24.0), ..ask }, Mm(13.0)),
            question: HeadingLook::numbered(question, question, Mm(9.0)),
            scored: HeadingLook::numbered(scored, scored, Mm(7.0)),
            aside: AsideStyle { look: look(11.5, 15.0, 0.0, 0.0), gap: Mm(6.0).into(), most: 0.5 },
            script: QuoteStyle {
                indent: Mm(5.0).into(),
                bar_inset: Pt::ZERO,
                bar_width: Pt(2.5),
                bar_ink: Ink::BLACK,
            },
            script_text: look(11.5, 16.0, 4.0, 8.0),
            label,
            follow_up: ListLook { label: item_label, ..follow_up },
            compact_follow_up: ListLook { label: item_label, ..compact_follow_up },
            probes: ListLook::new(look(11.5, 15.0, 4.0, 6.0), seen, 2.0),
            compact_probes: ListLook::new(look(10.0, 12.5, 3.0, 4.0), seen, 2.0),
            rubric: ListLook::new(look(10.0, 12.5, 4.0, 6.0), CheckboxLook::read(), 4.0),
            two_columns: ListLook::new(look(8.5, 10.5, 0.0, 5.0), small, 3.0),
            compact_two_columns: ListLook::new(look(8.0, 10.0, 0.0, 4.0), small, 2.0),
        }
    }
}

impl BlockStyles {
    /// The look of a heading of this style.
    #[must_use]
    pub fn heading(&self, style: BlockStyle) -> Option<HeadingLook> {
        match style {
            BlockStyle::CoverTitle => Some(self.cover_title),
            BlockStyle::FormTitle => Some(self.form_title),
            BlockStyle::Ask => Some(self.ask),
            BlockStyle::Question => Some(self.question),
            BlockStyle::Scored => Some(self.scored),
            _ => None,
        }
    }

    /// The look of a list of this style.
    #[must_use]
    pub fn list(&self, style: BlockStyle) -> Option<ListLook> {
        match style {
            BlockStyle::FollowUp => Some(self.follow_up),
            BlockStyle::CompactFollowUp => Some(self.compact_follow_up),
            BlockStyle::Probes => Some(self.probes),
            BlockStyle::CompactProbes => Some(self.compact_probes),
            BlockStyle::Rubric => Some(self.rubric),
            BlockStyle::TwoColumns => Some(self.two_columns),
            BlockStyle::CompactTwoColumns => Some(self.compact_two_columns),
            _ => None,
        }
    }
}

impl BlockStyles {
    /// The same with larger or smaller running text. Titles, and questions on the pages on which they are asked, stay.
    pub(super) fn with_text_scaled(self, share: f32) -> Self {
        let scaled = |look: ListLook| ListLook { body: look.body.scaled(share), ..look };
        Self {
            script_text: self.script_text.scaled(share),
            follow_up: scaled(self.follow_up),
            compact_follow_up: scaled(self.compact_follow_up),
            probes: scaled(self.probes),
            compact_probes: scaled(self.compact_probes),
            rubric: scaled(self.rubric),
            ..self
        }
    }
}

impl HeadingLook {
    /// The same in large print, with words and a number of these sizes.
    fn large(self, size: f32, leading: f32, number: f32) -> Self {
        let words = self.words.large_at(Pt(size), Pt(leading));
        let number = self.number.map(|it| NumberLook {
            look: it.look.large_at(Pt(number), Pt(leading)),
            indent: it.indent * LARGE_BOX,
            gap: it.gap * LARGE_BOX,
        });
        // There is no room for large letters above the text area.
        Self { words, number, is_in_header: false }
    }
}

impl ListLook {
    fn large(self) -> Self {
        let (body, label) = (self.body.large(), self.label.map(Look::large));
        Self { body, label, gap: self.gap * LARGE_BOX }
    }

    fn large_at(self, size: f32, leading: f32) -> Self {
        Self { body: self.body.large_at(Pt(size), Pt(leading)), ..self.large() }
    }
}

impl QuoteStyle {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        let (indent, bar_width) = (self.indent * LARGE_BOX, self.bar_width * LARGE_BOX);
        Self { indent, bar_width, ..self }
    }
}

impl BlockStyles {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        let aside = AsideStyle { look: self.aside.look.large_at(Pt(18.0), Pt(23.0)), ..self.aside };
        Self {
            cover_title: self.cover_title.large(32.0, 37.0, 32.0),
            form_title: self.form_title.large(26.0, 30.0, 26.0),
            ask: self.ask.large(26.0, 32.0, 32.0),
            question: self.question.large(22.0, 28.0, 22.0),
            scored: self.scored.large(20.0, 25.0, 20.0),
            aside,
            script: self.script.large(),
            script_text: self.script_text.large(),
            label: self.label.large(),
            follow_up: self.follow_up.large_at(22.0, 28.0),
            compact_follow_up: self.compact_follow_up.large(),
            probes: self.probes.large(),
            compact_probes: self.compact_probes.large(),
            rubric: self.rubric.large(),
            two_columns: self.two_columns.large(),
            compact_two_columns: self.compact_two_columns.large(),
        }
    }
}
