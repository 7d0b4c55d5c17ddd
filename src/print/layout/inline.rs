use std::sync::Arc;

use parley::layout::Layout;
use parley::style::{FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{BaseDirection, InlineBox, InlineBoxKind, VerticalAlign};

use super::draft::{Draft, Origin};
use super::isolate;
use super::layout_box::{Children, field};
use super::missing::Cause;
use super::piece::{Piece, PieceInfo, Tick};
use super::shaped::{Segment, Shaped};
use super::shorten::{has_no_direction, is_left_to_right};
use super::state::LayoutState;
use super::text_layout::TextLayout;
use crate::base::source::Span;
use crate::base::unit::Language;
use crate::document::{Checkbox, Emphasis, Inline, TextStyle};
use crate::print::frame::{FieldKind, FieldOption, LinkTarget, Role, Tag, Target};
use crate::print::look::{CheckboxLook, Look};

/// The longest text that counts as the label of a blank, in characters.
const MAX_LABEL: usize = 48;

/// The most runs of text, and blanks, in one segment: parley can handle no more than 65,535 styles.
const MAX_RUNS: usize = 30_000;

impl LayoutState<'_> {
    /// Shapes running text. The elements in it are numbered among `children`.
    pub(super) fn shape(
        &mut self,
        content: &[Inline],
        look: Look,
        children: &mut Children,
    ) -> Shaped {
        let mut segments = Vec::new();
        let mut draft = Draft::default();
        let is_form_line = is_form_line(content);
        let is_divided = is_form_line || content.iter().any(is_box);
        let is_mixed = self.is_mixed(content);
        for inline in content {
            if draft.runs.len() >= MAX_RUNS {
                self.close(&mut draft, look, &mut segments);
            }
            match inline {
                Inline::Text { text, style, lang, link, span } => {
                    let text = text.as_str();
                    let is_isolated = is_mixed && self.is_against(lang.as_ref());
                    let link = link.as_deref().map(|link| {
                        let target = LinkTarget { to: target(link), label: text.to_owned() };
                        (children.next(Role::Link), Arc::new(target))
                    });
                    let lang = lang.as_ref().map(|lang| {
                        let tag = link.as_ref().map(|(tag, _)| *tag);
                        (tag.unwrap_or_else(|| children.next(Role::Span)), lang)
                    });
                    let from = |at: usize| Some(Origin { span: span.0.clone(), at });
                    let (attached, rest) =
                        if is_form_line { draft.attached(text) } else { ("", text) };
                    if !attached.is_empty() {
                        let info = info(style.struck, link.as_ref(), lang);
                        draft.push(attached, *style, info, from(0));
                    }
                    if is_form_line && !draft.blanks.is_empty() {
                        self.close(&mut draft, look, &mut segments);
                    }
                    let info = info(style.struck, link.as_ref(), lang);
                    if is_isolated {
                        draft.push_sign(isolate::FIRST_STRONG);
                    }
                    draft.push(rest, *style, info, from(attached.len()));
                    if is_isolated {
                        draft.push_sign(isolate::END);
                    }
                }
                // The table draws these, and words follow what is filled in.
                Inline::Scale(_) | Inline::Bars(_) | Inline::Filled { .. } => {}
                Inline::LineBreak if is_divided => {
                    self.close(&mut draft, look, &mut segments);
                    draft.begins_line = true;
                }
                Inline::LineBreak => {
                    draft.push("\n", TextStyle::default(), PieceInfo::default(), None);
                }
                Inline::Blank { field: names, width, span: _ } => {
                    let blank = field(names, FieldKind::Line);
                    // Nobody writes a line of more than a few hundred characters by hand; every number up to there is exact.
                    let width = f32::from(u16::try_from(*width).unwrap_or(u16::MAX));
                    let width = look.size * self.style.blank.underscore_share * width;
                    let tag = Some(children.next(Role::Form));
                    let info = PieceInfo { tag, blank: Some(blank), ..PieceInfo::default() };
                    draft.reserve(info, width);
                }
                Inline::PageNumber { anchor, style, .. } => {
                    let number = self.page_number(anchor, *style, look);
                    let width = number.width;
                    draft
                        .reserve(PieceInfo { number: Some(number), ..PieceInfo::default() }, width);
                }
                Inline::Checkbox(check) => {
                    self.close(&mut draft, look, &mut segments);
                    draft.tick = Some(tick(check, look.checkbox, children));
                }
                Inline::Option { field, value, label, lang, .. } => {
                    self.close(&mut draft, look, &mut segments);
                    let (value, label, lang) = (value.clone(), label.clone(), lang.clone());
                    let option = FieldOption { value, label, lang };
                    draft.tick = Some(Tick {
                        tag: children.next(Role::Form),
                        field: self.choice(&field.name),
                        option: Some(Arc::new(option)),
                        look: look.checkbox,
                    });
                }
            }
        }
        self.close(&mut draft, look, &mut segments);
        if segments.is_empty() {
            segments.push(self.segment(Draft::default(), look));
        }
        Shaped { segments }
    }

    /// Whether words of a language run against the document.
    fn is_against(&self, lang: Option<&Language>) -> bool {
        lang.is_some_and(|lang| lang.is_right_to_left() != self.is_mirrored)
    }

    /// Whether words of the document stand beside words that run against it. Each of these keeps to itself then, with its period.
    fn is_mixed(&self, content: &[Inline]) -> bool {
        let any = |is_against: bool| {
            content.iter().any(|inline| match inline {
                Inline::Text { text, lang, .. } => {
                    self.is_against(lang.as_ref()) == is_against
                        && text.contains(char::is_alphabetic)
                }
                _ => false,
            })
        };
        any(true) && any(false)
    }

    /// Shapes text that is not written in the document.
    pub(super) fn shape_plain(&mut self, text: &str, style: TextStyle, look: Look) -> Shaped {
        self.shape_written(text, None, style, look)
    }

    /// Shapes text that is not written in the document, as one line of parts. Each part that looks like its neighbors joins them, but
    /// becomes an item of its own.
    pub(super) fn shape_parts(&mut self, parts: &[&str], style: TextStyle, look: Look) -> Shaped {
        let mut draft = Draft::default();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            draft.push_verbatim(part, style, PieceInfo::default(), None);
        }
        Shaped { segments: vec![self.segment(draft, look)] }
    }

    /// Shapes text that is written at a place in the document.
    pub(super) fn shape_written(
        &mut self,
        text: &str,
        span: Option<&Span>,
        style: TextStyle,
        look: Look,
    ) -> Shaped {
        let mut draft = Draft::default();
        let origin = span.map(|span| Origin { span: span.clone(), at: 0 });
        draft.push_verbatim(text, style, PieceInfo::default(), origin);
        Shaped { segments: vec![self.segment(draft, look)] }
    }

    /// Shapes a line of preformatted text.
    pub(super) fn shape_code(&mut self, text: &str, span: &Span, look: Look) -> Shaped {
        let mut draft = Draft { is_code_line: true, ..Draft::default() };
        let style = TextStyle { code: true, ..TextStyle::default() };
        let origin = Some(Origin { span: span.clone(), at: 0 });
        draft.push_verbatim(text, style, PieceInfo::default(), origin);
        Shaped { segments: vec![self.segment(draft, look)] }
    }

    /// Records that a sign is printed in place of a character.
    pub(super) fn miss(&mut self, char: char, cause: Cause, place: Option<Span>) {
        self.is_replaced = true;
        self.missing.add(char, cause, place);
    }

    fn close(&mut self, draft: &mut Draft, look: Look, segments: &mut Vec<Segment>) {
        let done = std::mem::take(draft);
        if done.tick.is_some() || !done.text.trim().is_empty() || !done.blanks.is_empty() {
            segments.push(self.segment(done, look));
        } else {
            draft.begins_line = done.begins_line;
        }
    }

    fn segment(&mut self, mut draft: Draft, look: Look) -> Segment {
        let simple = self.simple_text(&draft, look).map(TextLayout::Simple);
        let layout = simple.unwrap_or_else(|| {
            let is_plain = self.is_plain(&draft.text);
            TextLayout::Shaped(Box::new(if is_plain {
                self.known_layout(&draft, look)
            } else {
                self.shape_replacing(&mut draft, look)
            }))
        });
        let Draft { begins_line, tick, text, pieces, .. } = draft;
        let (ink, is_mirrored) = (self.style.ink(look.kind), self.is_mirrored);
        Segment { begins_line, tick, text, layout, pieces, ink, has_rules: true, is_mirrored }
    }

    fn known_layout(&mut self, draft: &Draft, look: Look) -> Layout<Piece> {
        let key = draft.key(look);
        let known = key.as_ref().and_then(|key| self.shaped.get(key).cloned());
        let layout = known.unwrap_or_else(|| self.layout(draft, look));
        if let Some(key) = key {
            self.shaped.entry(key).or_insert_with(|| layout.clone());
        }
        layout
    }

    pub(super) fn layout(&mut self, draft: &Draft, look: Look) -> Layout<Piece> {
        let direction = self.base_direction(draft);
        let mut builder =
            self.layout_context.ranged_builder(&mut self.font_context, &draft.text, 1.0, false);
        builder.set_base_direction(direction);
        builder.push_default(StyleProperty::Locale(self.shaping_language));
        let plain = TextStyle::default();
        builder.push_default(self.fonts.family(look.typeface(plain)));
        builder.push_default(StyleProperty::FontSize(look.size.0));
        builder.push_default(LineHeight::Absolute(look.leading.0));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        if look.strong {
            builder.push_default(StyleProperty::FontWeight(FontWeight::SEMI_BOLD));
        }
        for (index, (range, style)) in draft.runs.iter().enumerate() {
            let range = range.clone();
            builder.push(StyleProperty::Brush(Piece(index)), range.clone());
            if let Some(lang) = draft.pieces.get(index).and_then(|piece| piece.lang.as_ref()) {
                builder.push(StyleProperty::Locale(locale(lang)), range.clone());
            }
            if style.code || style.emphasis != plain.emphasis {
                builder.push(self.fonts.family(look.typeface(*style)), range.clone());
            }
            if matches!(style.emphasis, Emphasis::Strong | Emphasis::Both) {
                builder.push(StyleProperty::FontWeight(FontWeight::SEMI_BOLD), range.clone());
            }
            if look.slanted && matches!(style.emphasis, Emphasis::Emphasis | Emphasis::Both) {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            if style.code {
                let size = look.size_of(*style, self.style.marks.code_share);
                builder.push(StyleProperty::FontSize(size.0), range.clone());
            }
        }
        let blank = &self.style.blank;
        for (piece, at, width) in &draft.blanks {
            builder.push_inline_box(InlineBox {
                id: u64::try_from(*piece).unwrap_or(u64::MAX),
                kind: InlineBoxKind::InFlow,
                index: *at,
                width: width.0,
                height: blank.strut,
                baseline: None,
                vertical_align: VerticalAlign::BASELINE,
            });
        }
        builder.build(&draft.text)
    }

    /// The direction in which the parts of a text follow each other. A document that runs from right to left quotes texts of languages that
    /// do not: they keep their own order, and so does code. A label with a blank follows the document in any case.
    fn base_direction(&self, draft: &Draft) -> BaseDirection {
        if !self.is_mirrored {
            return BaseDirection::Auto;
        }
        // A number keeps its sign before it; ranges, and numbers of lists, read in the direction of the document.
        let is_number = has_no_direction(&draft.text)
            && draft.text.trim_start().starts_with(['-', '+', '−', '±']);
        let is_quoted = draft.blanks.is_empty() && (is_left_to_right(&draft.text) || is_number);
        if draft.is_code_line || is_quoted { BaseDirection::Ltr } else { BaseDirection::Rtl }
    }
}

/// The language of a text as the shaper knows it: the characters and forms that a font has for it.
fn locale(language: &Language) -> Option<parley::Language> {
    parley::Language::parse(language.as_str()).ok()
}

/// Whether running text is a row of labels, each with its blank, rather than a sentence with a gap in it.
fn is_form_line(content: &[Inline]) -> bool {
    let has_blank = content.iter().any(|inline| matches!(inline, Inline::Blank { .. }));
    let is_short = |inline: &Inline| match inline {
        Inline::Text { text, .. } => text.chars().count() <= MAX_LABEL,
        _ => true,
    };
    has_blank && content.iter().all(is_short)
}

fn is_box(inline: &Inline) -> bool {
    matches!(inline, Inline::Checkbox(_) | Inline::Option { .. })
}

fn info(
    struck: bool,
    link: Option<&(Tag, Arc<LinkTarget>)>,
    lang: Option<(Tag, &Language)>,
) -> PieceInfo {
    let (tag, link) = link.cloned().unzip();
    let tag = tag.or(lang.map(|(tag, _)| tag));
    let lang = lang.map(|(_, lang)| lang.clone());
    PieceInfo { tag, struck, lang, link, ..PieceInfo::default() }
}

fn target(link: &str) -> Target {
    match link.strip_prefix('#') {
        Some(anchor) => Target::Anchor(anchor.to_owned()),
        None => Target::Url(link.to_owned()),
    }
}

/// A box to tick, with its field.
pub(super) fn tick(check: &Checkbox, look: CheckboxLook, children: &mut Children) -> Tick {
    let kind = FieldKind::Check { checked: check.checked };
    Tick { tag: children.next(Role::Form), field: field(&check.field, kind), option: None, look }
}
