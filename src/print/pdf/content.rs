use std::sync::Arc;

use super::faces::{Faces, UsedFace};
use super::images;
use super::ink::{fill_ink, stroke_ink};
use super::logo::LOGO;
use super::objects::{fine, int, length, literal_byte, name, real, utf16};
use super::to_unicode::whole_ligature;
use super::used_glyphs::UsedGlyph;
use crate::base::hash::hex_digits;
use crate::base::unit::Pt;
use crate::print::frame::{
    Artifact, ElementId, FaceId, Glyph, Grid, Ink, Item, Mark, Owner, Page, Place, Rect, Text,
};

/// The items of a page by the content streams in which they are painted.
#[derive(Default)]
pub(super) struct PageItems<'p> {
    /// Everything else.
    pub(super) body: Vec<&'p Item>,
    /// Those of the header, and the marks that identify the document. They name the candidate, and are the same on almost all pages of a
    /// document.
    pub(super) header: Vec<&'p Item>,
    /// The marks that identify the page. No other page has the same.
    pub(super) marks: Vec<&'p Item>,
}

impl<'p> PageItems<'p> {
    pub(super) fn of(page: &'p Page) -> Self {
        let mut parts = Self::default();
        for item in &page.items {
            match item.owner {
                Owner::Artifact(Artifact::Header | Artifact::DocumentMark) => {
                    parts.header.push(item);
                }
                Owner::Artifact(Artifact::PageMark) => parts.marks.push(item),
                _ => parts.body.push(item),
            }
        }
        parts
    }
}

/// Part of a page in the form of operators.
pub(super) struct Painted {
    /// The operators (ISO 32000-1, 7.8.2).
    pub(super) operators: Vec<u8>,
    /// The text of all glyphs as `ToUnicode` has it, in the order in which they are shown.
    pub(super) words: String,
}

/// A piece of a page that belongs to an element of the structure.
pub(super) enum StructureItem {
    /// Marked content. Its number is its position among the marked content of the page, from 0.
    Content(ElementId),
    /// An annotation: the next one of the file.
    Annotation(ElementId),
}

/// Paints part of a page of this height: lines and boxes first, since everything else is on top of them, then the text in reading order.
pub(super) fn paint(items: &[&Item], height: Pt, faces: &Faces<'_>) -> Painted {
    // A text of a line takes about a hundred bytes.
    let mut painter = Painter::new(height, faces, items.len() * 100);
    let mut contents = 0;
    for group in in_order(items).chunk_by(|one, next| one.owner == next.owner) {
        if group.iter().any(|item| is_painted(&item.mark)) {
            painter.group(group, &mut contents);
        }
    }
    Painted { operators: painter.out, words: painter.words }
}

/// Whether items are certain to be painted alike.
pub(super) fn are(items: &[&Item], others: &[&Item]) -> bool {
    let is = |one: &Mark, other: &Mark| match (one, other) {
        (Mark::Text(one), Mark::Text(other)) => {
            Arc::ptr_eq(&one.run, &other.run)
                && (one.face, one.size, one.ink) == (other.face, other.size, other.ink)
        }
        (
            Mark::Line { length, width, ink },
            Mark::Line { length: other, width: other_width, ink: other_ink },
        ) => (length, width, ink) == (other, other_width, other_ink),
        (Mark::Fill { size, ink }, Mark::Fill { size: other, ink: other_ink }) => {
            (size, ink) == (other, other_ink)
        }
        _ => false,
    };
    items.len() == others.len()
        && items.iter().zip(others).all(|(one, other)| {
            one.owner == other.owner && one.at == other.at && is(&one.mark, &other.mark)
        })
}

/// What of the items of a page belongs to the structure.
pub(super) fn structure(items: &[&Item]) -> Vec<StructureItem> {
    let mut structure = Vec::new();
    for group in in_order(items).chunk_by(|one, next| one.owner == next.owner) {
        let Some(Owner::Element(id)) = group.first().map(|item| item.owner) else { continue };
        let clicked = group.iter().filter(|item| !is_painted(&item.mark)).count();
        if clicked < group.len() {
            structure.push(StructureItem::Content(id));
        }
        structure.extend((0..clicked).map(|_| StructureItem::Annotation(id)));
    }
    structure
}

/// The items in the order in which they are painted.
fn in_order<'i>(items: &[&'i Item]) -> Vec<&'i Item> {
    let is_layout = |item: &&&Item| item.owner == Owner::Artifact(Artifact::Layout);
    let (mut items, above): (Vec<&Item>, Vec<&Item>) = items.iter().partition(is_layout);
    items.extend(above);
    items
}

/// Paints the appearance of a widget of this height.
pub(super) fn appearance(items: &[Item], height: Pt, faces: &Faces<'_>) -> Vec<u8> {
    let mut painter = Painter::new(height, faces, 0);
    for item in items {
        painter.item(item);
    }
    painter.out
}

struct Painter<'a> {
    height: Pt,
    faces: &'a Faces<'a>,
    out: Vec<u8>,
    words: String,
    /// The current width and ink of lines.
    pen: Option<(Pt, Ink)>,
    /// The current ink of areas and text.
    fill: Option<Ink>,
    /// The current font and its size.
    font: Option<(FaceId, Pt)>,
}

impl<'a> Painter<'a> {
    fn new(height: Pt, faces: &'a Faces<'a>, room: usize) -> Self {
        let (out, words) = (Vec::with_capacity(room), String::new());
        Self { height, faces, out, words, pen: None, fill: None, font: None }
    }

    /// Paints items of the same owner as marked content (ISO 32000-1, 14.6). The contents of a page that belong to its structure are
    /// counted.
    fn group(&mut self, items: &[&Item], contents: &mut usize) {
        match items.first().map(|item| item.owner) {
            Some(Owner::Element(_)) => {
                self.put(b"/P<</MCID ");
                int(&mut self.out, *contents);
                self.put(b">>BDC\n");
                *contents += 1;
            }
            Some(Owner::Artifact(artifact)) => self.put(match artifact {
                Artifact::Header => b"/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
                Artifact::Footer => b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
                Artifact::Pagination => b"/Artifact<</Type/Pagination>>BDC\n",
                Artifact::Layout => b"/Artifact<</Type/Layout>>BDC\n",
                Artifact::DocumentMark | Artifact::PageMark => b"/Artifact<</Type/Page>>BDC\n",
            }),
            None => return,
        }
        for item in items {
            self.item(item);
        }
        self.put(b"EMC\n");
    }

    fn item(&mut self, item: &Item) {
        let at = item.at;
        match &item.mark {
            Mark::Text(text) => self.text(at, text),
            Mark::Line { length, width, ink } => {
                self.stroke(*width, *ink);
                self.point(at);
                self.put(b" m ");
                self.point(at.moved(*length, Pt::ZERO));
                self.put(b" l S\n");
            }
            Mark::Stroke { by, width } => {
                self.stroke(*width, Ink::BLACK);
                self.point(at);
                self.put(b" m ");
                self.point(at.moved(by.x, by.y));
                self.put(b" l S\n");
            }
            Mark::Frame { size, width } => {
                self.stroke(*width, Ink::BLACK);
                self.rect(Rect::new(at, *size));
                self.put(b" re S\n");
            }
            Mark::Fill { size, ink } => {
                self.fill(*ink);
                self.rect(Rect::new(at, *size));
                self.put(b" re f\n");
            }
            Mark::Grid(grid) => self.grid(at, grid),
            Mark::Logo(size) => self.image(Rect::new(at, *size), LOGO),
            Mark::Picture(picture) => {
                self.image(Rect::new(at, picture.size), &images::name(&picture.image));
            }
            Mark::Widget(_) | Mark::Link(_) => {}
        }
    }

    /// Paints the cells of a grid as one path with one fill: painted one by one, cells that touch could show a seam. They are counted in
    /// cells from the top left corner, in few and small numbers, since this is all that a page has of its own.
    fn grid(&mut self, at: Place, grid: &Grid) {
        self.fill(grid.ink);
        self.put(b"q ");
        fine(&mut self.out, grid.cell);
        self.put(b" 0 0 -");
        fine(&mut self.out, grid.cell);
        self.out.push(b' ');
        self.point(at);
        self.put(b" cm\n");
        for area in grid.filled.iter() {
            for number in [area.column, area.row, area.columns, area.rows] {
                int(&mut self.out, number);
                self.out.push(b' ');
            }
            self.put(b"re\n");
        }
        self.put(b"f Q\n");
    }

    /// Paints an image, which fills a square of one point (ISO 32000-1, 8.8).
    fn image(&mut self, rect: Rect, resource: &str) {
        self.put(b"q ");
        fine(&mut self.out, rect.width);
        self.put(b" 0 0 ");
        fine(&mut self.out, rect.height);
        self.out.push(b' ');
        self.point(Place { x: rect.at.x, y: rect.bottom() });
        self.put(b" cm ");
        name(&mut self.out, resource.as_bytes());
        self.put(b" Do Q\n");
    }

    fn stroke(&mut self, width: Pt, ink: Ink) {
        let before = self.pen.replace((width, ink));
        if before == Some((width, ink)) {
            return;
        }
        if before.is_none_or(|(_, before)| before != ink) {
            stroke_ink(&mut self.out, ink);
            self.out.push(b' ');
        }
        length(&mut self.out, width);
        self.put(b" w\n");
    }

    fn fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            fill_ink(&mut self.out, ink);
            self.out.push(b'\n');
        }
    }

    /// Paints a text: glyphs that map to its characters, and glyphs that need an `ActualText` for that.
    fn text(&mut self, at: Place, text: &Text) {
        let face = self.faces.get(text.face);
        self.fill(text.ink);
        self.put(b"BT ");
        // It stays from text to text (ISO 32000-1, 9.3.1).
        if self.font.replace((text.face, text.size)) != Some((text.face, text.size)) {
            name(&mut self.out, face.resource.as_bytes());
            self.out.push(b' ');
            length(&mut self.out, text.size);
            self.put(b" Tf ");
        }
        self.point(at);
        self.put(b" Td\n");
        let mut pen = Pen { owed: 0.0, size: text.size.0, raised: Pt::ZERO };
        let mut rest = text.run.glyphs.as_slice();
        while !rest.is_empty() {
            let run = next_run(&mut rest, &text.run.text, face);
            if let Some(actual) = run.actual {
                self.put(b"/Span<</ActualText<");
                self.out.extend(utf16(actual).into_iter().flat_map(hex_digits));
                self.put(b">>>BDC ");
            }
            pen.show(run.glyphs, face, &mut self.out);
            self.words.extend(run.glyphs.iter().map(|it| face.text(it.id)));
            self.put(if run.actual.is_some() { b" TJ EMC\n" } else { b" TJ\n" });
        }
        if pen.raised != Pt::ZERO {
            self.put(b"0 Ts\n");
        }
        self.put(b"ET\n");
    }

    fn put(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    fn point(&mut self, place: Place) {
        length(&mut self.out, place.x);
        self.out.push(b' ');
        length(&mut self.out, self.height - place.y);
    }

    fn rect(&mut self, rect: Rect) {
        self.point(Place { x: rect.at.x, y: rect.bottom() });
        self.out.push(b' ');
        length(&mut self.out, rect.width);
        self.out.push(b' ');
        length(&mut self.out, rect.height);
    }
}

/// The pen of one text.
struct Pen {
    /// By how much glyphs were shown too far to the right so far, in thousandths of the size: the rounding of advances must not add up.
    owed: f32,
    size: f32,
    /// How far above the baseline glyphs are shown (ISO 32000-1, 9.3.7).
    raised: Pt,
}

impl Pen {
    /// Shows glyphs, and moves what follows where the advance of a glyph differs from the width in its font (ISO 32000-1, 9.4.3).
    fn show(&mut self, glyphs: &[Glyph], face: &UsedFace, out: &mut Vec<u8>) {
        out.push(b'[');
        let mut is_open = false;
        for glyph in glyphs {
            if glyph.raised != self.raised {
                self.raised = glyph.raised;
                out.extend_from_slice(if is_open { b")] TJ " } else { b"] TJ " });
                length(out, self.raised);
                out.extend_from_slice(b" Ts [");
                is_open = false;
            }
            if !is_open {
                out.push(b'(');
                is_open = true;
            }
            let UsedGlyph { code, width } = face.glyph(glyph.id);
            // Half as long as hexadecimal digits, and a twentieth shorter after compression.
            for byte in code.to_be_bytes() {
                literal_byte(out, byte);
            }
            self.owed += width - glyph.advance.0 * 1000.0 / self.size;
            if self.owed.abs() >= 0.5 {
                let offset = self.owed.round();
                self.owed -= offset;
                out.push(b')');
                is_open = false;
                real(out, offset);
            }
        }
        if is_open {
            out.push(b')');
        }
        out.push(b']');
    }
}

/// Some glyphs of a text.
struct GlyphRun<'t> {
    glyphs: &'t [Glyph],
    /// The text of the glyphs, where their `ToUnicode` map has another.
    actual: Option<&'t str>,
}

/// Takes glyphs from the beginning of a text: as many as `ToUnicode` maps to their text, or one group that it does not. Glyphs
/// that run from right to left stay in visual order: readers turn them around themselves.
fn next_run<'t>(rest: &mut &'t [Glyph], text: &'t str, face: &UsedFace) -> GlyphRun<'t> {
    let glyphs = *rest;
    let mut end = 0;
    let mut actual = None;
    while end < glyphs.len() {
        // A glyph without a text of its own belongs to the one before it.
        let more = glyphs[end + 1..].iter().take_while(|glyph| glyph.text_range.is_empty()).count();
        let group = &glyphs[end..=end + more];
        // `validate` has checked that the range is in the text.
        let of_group = &text[group[0].text_range.bytes()];
        if !is_mapped(group, of_group, face) {
            if end == 0 {
                actual = Some(of_group);
                end = group.len();
            }
            break;
        }
        end += group.len();
    }
    let (glyphs, after) = glyphs.split_at(end);
    *rest = after;
    GlyphRun { glyphs, actual }
}

/// Whether `ToUnicode` maps glyphs to a text. One white space is as good as another.
fn is_mapped(group: &[Glyph], text: &str, face: &UsedFace) -> bool {
    let is_space = |text: &str| text.chars().all(char::is_whitespace);
    let text = whole_ligature(text);
    let is_same = |own: &str| own == text || (is_space(own) && is_space(text) && !text.is_empty());
    match group {
        [glyph] => is_same(face.text(glyph.id)),
        group => is_same(&group.iter().map(|it| face.text(it.id)).collect::<String>()),
    }
}

/// Whether nothing but the content of its page tells of an item.
pub(super) fn is_only_painted(mark: &Mark) -> bool {
    is_painted(mark) && !matches!(mark, Mark::Logo(_) | Mark::Picture(_))
}

fn is_painted(mark: &Mark) -> bool {
    !matches!(mark, Mark::Widget(_) | Mark::Link(_))
}
