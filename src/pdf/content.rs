use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Greyscale, Line, LinePoint, Mm, Op, PaintMode, PdfFontHandle,
    PdfPage, Point, Pt as PdfPt, Rect as PdfRect, TextItem, TextMatrix,
};

use super::PdfError;
use super::faces::{Embedded, Faces};
use crate::pages::{
    Artifact, ElementId, Glyph, Ink, Item, Mark, Owner, Page, Pages, Place, Rect, Text,
};
use crate::unit::Pt;

/// Painted pages, and what was painted for whom.
pub(super) struct Painted {
    pub(super) pages: Vec<PdfPage>,
    /// For each page, what a reader meets on it, in order.
    pub(super) met: Vec<Vec<Met>>,
}

/// What a reader meets on a page.
pub(super) enum Met {
    /// Marked content, numbered on its page from 0, of this element.
    Content(ElementId),
    /// The next annotation, of this element.
    Annotation(ElementId),
}

/// Paints every page: first the lines and boxes, on which everything stands, then the words in reading order.
pub(super) fn paint(pages: &Pages, faces: &Faces) -> Result<Painted, PdfError> {
    let mut painted = Painted { pages: Vec::new(), met: Vec::new() };
    for page in &pages.pages {
        let mut brush = Brush {
            height: pages.size.height,
            faces,
            ops: Vec::new(),
            met: Vec::new(),
            contents: 0,
            pen: None,
            fill: None,
        };
        brush.page(page)?;
        let mut sheet = PdfPage::new(Mm(0.0), Mm(0.0), brush.ops);
        let (width, height) = (PdfPt(pages.size.width.0), PdfPt(pages.size.height.0));
        for sheet_box in [&mut sheet.media_box, &mut sheet.trim_box, &mut sheet.crop_box] {
            *sheet_box = PdfRect::from_wh(width, height);
        }
        painted.pages.push(sheet);
        painted.met.push(brush.met);
    }
    Ok(painted)
}

struct Brush<'a> {
    height: Pt,
    faces: &'a Faces,
    ops: Vec<Op>,
    met: Vec<Met>,
    contents: i64,
    /// What lines are drawn with, as long as nobody says otherwise.
    pen: Option<(Pt, Ink)>,
    /// What areas and words are filled with.
    fill: Option<Ink>,
}

impl Brush<'_> {
    fn page(&mut self, page: &Page) -> Result<(), PdfError> {
        let is_layout = |item: &&Item| item.owner == Owner::Artifact(Artifact::Layout);
        let (below, above): (Vec<&Item>, Vec<&Item>) = page.items.iter().partition(is_layout);
        for items in [below, above] {
            let mut rest = items.as_slice();
            while let Some(first) = rest.first() {
                let same = rest.iter().take_while(|item| item.owner == first.owner).count();
                let (together, after) = rest.split_at(same);
                rest = after;
                if together.iter().any(|item| is_painted(&item.mark)) {
                    self.mark(first.owner, |brush| {
                        together.iter().try_for_each(|item| brush.item(&item.mark))
                    })?;
                }
                if let Owner::Element(id) = first.owner {
                    let clicked = together.iter().filter(|item| !is_painted(&item.mark));
                    self.met.extend(clicked.map(|_| Met::Annotation(id)));
                }
            }
        }
        Ok(())
    }

    /// Paints marked content: what is opened here is closed here.
    fn mark(
        &mut self,
        owner: Owner,
        paint: impl FnOnce(&mut Self) -> Result<(), PdfError>,
    ) -> Result<(), PdfError> {
        let (tag, properties) = match owner {
            Owner::Element(id) => {
                let number = self.contents;
                self.contents += 1;
                self.met.push(Met::Content(id));
                ("P", vec![("MCID", DictItem::Int(number))])
            }
            Owner::Artifact(artifact) => ("Artifact", artifact_properties(artifact)),
        };
        self.begin(tag, properties);
        paint(self)?;
        self.ops.push(Op::EndMarkedContent);
        Ok(())
    }

    fn begin(&mut self, tag: &str, properties: Vec<(&str, DictItem)>) {
        let map: BTreeMap<String, DictItem> =
            properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn item(&mut self, mark: &Mark) -> Result<(), PdfError> {
        match mark {
            Mark::Text(text) => self.text(text)?,
            Mark::Line { from, to, width, ink } => {
                self.stroke(*width, *ink);
                let points =
                    [from, to].map(|place| LinePoint { p: self.point(*place), bezier: false });
                let line = Line { points: points.to_vec(), is_closed: false };
                self.ops.push(Op::DrawLine { line });
            }
            Mark::Frame { rect, width } => {
                self.stroke(*width, Ink::Black);
                let rectangle = self.rect(*rect, PaintMode::Stroke);
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Mark::Fill { rect, ink } => {
                self.fill(*ink);
                let rectangle = self.rect(*rect, PaintMode::Fill);
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Mark::Widget(_) | Mark::Link(_) => {}
        }
        Ok(())
    }

    fn stroke(&mut self, width: Pt, ink: Ink) {
        if self.pen != Some((width, ink)) {
            self.pen = Some((width, ink));
            self.ops.push(Op::SetOutlineColor { col: grey(ink) });
            self.ops.push(Op::SetOutlineThickness { pt: PdfPt(width.0) });
        }
    }

    fn fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            self.ops.push(Op::SetFillColor { col: grey(ink) });
        }
    }

    /// One matrix and one run of glyphs a text; where the glyphs do not say themselves what they stand for, the text does.
    fn text(&mut self, text: &Text) -> Result<(), PdfError> {
        let face = self.faces.get(text.face)?;
        self.ops.push(Op::StartTextSection);
        let font = PdfFontHandle::External(printpdf::FontId(face.resource.clone()));
        self.ops.push(Op::SetFont { font, size: PdfPt(text.size.0) });
        self.fill(Ink::Black);
        let at = self.point(text.at);
        let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, at.x.0, at.y.0]);
        self.ops.push(Op::SetTextMatrix { matrix });
        let mut pen = Pen::default();
        for run in spelled(text, face) {
            let items = vec![TextItem::GlyphIds(pen.codes(run.glyphs, text, face))];
            let show = Op::ShowText { items };
            match run.actual {
                None => self.ops.push(show),
                Some(actual) => {
                    let data = utf16(actual);
                    let string = DictItem::String { data, literal: false };
                    self.begin("Span", vec![("ActualText", string)]);
                    self.ops.push(show);
                    self.ops.push(Op::EndMarkedContent);
                }
            }
        }
        self.ops.push(Op::EndTextSection);
        Ok(())
    }

    fn point(&self, place: Place) -> Point {
        Point { x: PdfPt(round(place.x)), y: PdfPt(round(self.height - place.y)) }
    }

    fn rect(&self, rect: Rect, mode: PaintMode) -> PdfRect {
        let corner = self.point(Place { x: rect.at.x, y: rect.bottom() });
        PdfRect {
            mode: Some(mode),
            ..PdfRect::from_xywh(
                corner.x,
                corner.y,
                PdfPt(round(rect.width)),
                PdfPt(round(rect.height)),
            )
        }
    }
}

/// Keeps the rounding of advances from adding up.
#[derive(Default)]
struct Pen {
    owed: f32,
}

impl Pen {
    fn codes(&mut self, glyphs: &[Glyph], text: &Text, face: &Embedded) -> Vec<Codepoint> {
        let code = |glyph: &Glyph| {
            let natural = face.width(glyph.id);
            self.owed += natural - glyph.advance.0 * 1000.0 / text.size.0;
            let offset = self.owed.round();
            self.owed -= offset;
            Codepoint::with_cid(face.code(glyph.id), offset, face.says(glyph.id).to_owned())
        };
        glyphs.iter().map(code).collect()
    }
}

/// Glyphs that say what they stand for, or glyphs together with what they stand for.
struct Spelled<'t> {
    glyphs: &'t [Glyph],
    actual: Option<&'t str>,
}

/// Splits a text where its glyphs stop, or begin again, to say themselves what they stand for. Glyphs that run from right to
/// left are left in the order of the eye: readers turn them round themselves.
fn spelled<'t>(text: &'t Text, face: &Embedded) -> Vec<Spelled<'t>> {
    let glyphs = text.glyphs.as_slice();
    let mut runs = Vec::new();
    let mut plain = 0;
    let mut index = 0;
    while index < glyphs.len() {
        // Glyphs that say nothing belong to the one before them.
        let more = glyphs[index + 1..].iter().take_while(|glyph| glyph.says.is_empty()).count();
        let end = index + 1 + more;
        let group = &glyphs[index..end];
        let actual = text.text.get(group[0].says.clone()).unwrap_or_default();
        let own: String = group.iter().map(|glyph| face.says(glyph.id)).collect();
        let is_space = |text: &str| text.chars().all(char::is_whitespace);
        if own != actual && !(is_space(&own) && is_space(actual) && !actual.is_empty()) {
            if plain < index {
                runs.push(Spelled { glyphs: &glyphs[plain..index], actual: None });
            }
            runs.push(Spelled { glyphs: group, actual: Some(actual) });
            plain = end;
        }
        index = end;
    }
    if plain < glyphs.len() {
        runs.push(Spelled { glyphs: &glyphs[plain..], actual: None });
    }
    runs
}

fn is_painted(mark: &Mark) -> bool {
    !matches!(mark, Mark::Widget(_) | Mark::Link(_))
}

fn artifact_properties(artifact: Artifact) -> Vec<(&'static str, DictItem)> {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    match artifact {
        Artifact::Header => vec![("Type", name("Pagination")), ("Subtype", name("Header"))],
        Artifact::Footer => vec![("Type", name("Pagination")), ("Subtype", name("Footer"))],
        Artifact::Pagination => vec![("Type", name("Pagination"))],
        Artifact::Layout => vec![("Type", name("Layout"))],
    }
}

fn grey(ink: Ink) -> Color {
    let percent = match ink {
        Ink::Black => 0.0,
        Ink::Ruling => 0.55,
        Ink::Tint => 0.94,
    };
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}

/// Hundredths of a point are finer than any printer, and short to write.
pub(super) fn round(length: Pt) -> f32 {
    (length.0 * 100.0).round() / 100.0
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 with a byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}
