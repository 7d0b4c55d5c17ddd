use super::PdfError;
use super::faces::{Embedded, Faces};
use super::objects::{hex, int, length, literal_byte, name, real, utf16};
use crate::base::unit::Pt;
use crate::print::frame::{
    Artifact, ElementId, Glyph, Gray, Item, Mark, Owner, Page, Pages, Place, Rect, Text,
};

/// A painted page, and what was painted for whom.
pub(super) struct Painted {
    /// The operators of the page (ISO 32000-1, 7.8.2), but for its header.
    pub(super) body: Vec<u8>,
    /// Those of its header: it names the candidate, and is the same on all pages of a kit.
    pub(super) header: Vec<u8>,
    /// What a reader meets on the page, in order.
    pub(super) met: Vec<Met>,
}

/// What a reader meets on a page.
pub(super) enum Met {
    /// Marked content, numbered on its page from 0, of this element.
    Content(ElementId),
    /// The next annotation, of this element.
    Annotation(ElementId),
}

/// Paints every page: first the lines and boxes, on which everything stands, then the words in reading order.
pub(super) fn paint(pages: &Pages, faces: &Faces) -> Result<Vec<Painted>, PdfError> {
    let paint = |page: &Page| {
        let is_header = |item: &&Item| item.owner == Owner::Artifact(Artifact::Header);
        let (header, body): (Vec<&Item>, Vec<&Item>) = page.items.iter().partition(is_header);
        let mut brush = Brush::new(pages.size.height, faces);
        brush.page(&header)?;
        let header = brush.out;
        let mut brush = Brush::new(pages.size.height, faces);
        brush.page(&body)?;
        Ok(Painted { body: brush.out, header, met: brush.met })
    };
    pages.pages.iter().map(paint).collect()
}

/// Paints what a widget shows, which is so high.
pub(super) fn look(items: &[Item], height: Pt, faces: &Faces) -> Result<Vec<u8>, PdfError> {
    let mut brush = Brush::new(height, faces);
    items.iter().try_for_each(|item| brush.item(item))?;
    Ok(brush.out)
}

struct Brush<'a> {
    height: Pt,
    faces: &'a Faces,
    out: Vec<u8>,
    met: Vec<Met>,
    contents: usize,
    /// What lines are drawn with, as long as nobody says otherwise.
    pen: Option<(Pt, Gray)>,
    /// What areas and words are filled with.
    fill: Option<Gray>,
}

impl<'a> Brush<'a> {
    fn new(height: Pt, faces: &'a Faces) -> Self {
        // A full page of words is some kilobytes.
        let (out, met) = (Vec::with_capacity(8 * 1024), Vec::new());
        Self { height, faces, out, met, contents: 0, pen: None, fill: None }
    }

    fn page(&mut self, items: &[&Item]) -> Result<(), PdfError> {
        let is_layout = |item: &&&Item| item.owner == Owner::Artifact(Artifact::Layout);
        let (below, above): (Vec<&Item>, Vec<&Item>) = items.iter().partition(is_layout);
        for items in [below, above] {
            let mut rest = items.as_slice();
            while let Some(first) = rest.first() {
                let same = rest.iter().take_while(|item| item.owner == first.owner).count();
                let (together, after) = rest.split_at(same);
                rest = after;
                if together.iter().any(|item| is_painted(&item.mark)) {
                    self.mark(first.owner, |brush| {
                        together.iter().try_for_each(|item| brush.item(item))
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
        match owner {
            Owner::Element(id) => {
                self.put(b"/P<</MCID ");
                int(&mut self.out, self.contents);
                self.put(b">>BDC\n");
                self.contents += 1;
                self.met.push(Met::Content(id));
            }
            Owner::Artifact(artifact) => self.put(match artifact {
                Artifact::Header => b"/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
                Artifact::Footer => b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
                Artifact::Pagination => b"/Artifact<</Type/Pagination>>BDC\n",
                Artifact::Layout => b"/Artifact<</Type/Layout>>BDC\n",
            }),
        }
        paint(self)?;
        self.put(b"EMC\n");
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), PdfError> {
        let at = item.at;
        match &item.mark {
            Mark::Text(text) => self.text(at, text)?,
            Mark::Line { length, width, gray } => {
                self.stroke(*width, *gray);
                self.point(at);
                self.put(b" m ");
                self.point(at.moved(*length, Pt::ZERO));
                self.put(b" l S\n");
            }
            Mark::Frame { size, width } => {
                self.stroke(*width, Gray::BLACK);
                self.rect(Rect::new(at, *size));
                self.put(b" re S\n");
            }
            Mark::Fill { size, gray } => {
                self.fill(*gray);
                self.rect(Rect::new(at, *size));
                self.put(b" re f\n");
            }
            Mark::Widget(_) | Mark::Link(_) => {}
        }
        Ok(())
    }

    fn stroke(&mut self, width: Pt, gray: Gray) {
        if self.pen != Some((width, gray)) {
            self.pen = Some((width, gray));
            real(&mut self.out, gray.0);
            self.put(b" G ");
            length(&mut self.out, width);
            self.put(b" w\n");
        }
    }

    fn fill(&mut self, gray: Gray) {
        if self.fill != Some(gray) {
            self.fill = Some(gray);
            real(&mut self.out, gray.0);
            self.put(b" g\n");
        }
    }

    /// One matrix and one run of glyphs a text; where the glyphs do not say themselves what they stand for, the text does.
    fn text(&mut self, at: Place, text: &Text) -> Result<(), PdfError> {
        let face = self.faces.get(text.face)?;
        self.fill(Gray::BLACK);
        self.put(b"BT ");
        name(&mut self.out, face.resource.as_bytes());
        self.out.push(b' ');
        length(&mut self.out, text.size);
        self.put(b" Tf 1 0 0 1 ");
        self.point(at);
        self.put(b" Tm\n");
        let mut pen = Pen { owed: 0.0, size: text.size.0 };
        let mut rest = text.run.glyphs.as_slice();
        while !rest.is_empty() {
            let run = spelled(&mut rest, &text.run.text, face);
            if let Some(actual) = run.actual {
                self.put(b"/Span<</ActualText<");
                for byte in utf16(actual) {
                    hex(&mut self.out, byte);
                }
                self.put(b">>>BDC ");
            }
            pen.show(run.glyphs, face, &mut self.out);
            self.put(if run.actual.is_some() { b" TJ EMC\n" } else { b" TJ\n" });
        }
        self.put(b"ET\n");
        Ok(())
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

/// Keeps the rounding of advances from adding up.
struct Pen {
    owed: f32,
    size: f32,
}

impl Pen {
    /// Shows glyphs, and moves what follows wherever one is as wide as its font does not say (ISO 32000-1, 9.4.3).
    fn show(&mut self, glyphs: &[Glyph], face: &Embedded, out: &mut Vec<u8>) {
        out.push(b'[');
        let mut is_open = false;
        for glyph in glyphs {
            if !is_open {
                out.push(b'(');
                is_open = true;
            }
            // Half as long as hexadecimal digits, and a twentieth shorter after compression.
            for byte in face.code(glyph.id).to_be_bytes() {
                literal_byte(out, byte);
            }
            self.owed += face.width(glyph.id) - glyph.advance.0 * 1000.0 / self.size;
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

/// Glyphs that say what they stand for, or glyphs together with what they stand for.
struct Spelled<'t> {
    glyphs: &'t [Glyph],
    actual: Option<&'t str>,
}

/// Takes as many glyphs as there are before they stop, or begin again, to say themselves what they stand for; one at least.
/// Glyphs that run from right to left are left in the order of the eye: readers turn them round themselves.
fn spelled<'t>(rest: &mut &'t [Glyph], text: &'t str, face: &Embedded) -> Spelled<'t> {
    let glyphs = *rest;
    let mut end = 0;
    let mut first = None;
    while end < glyphs.len() {
        // Glyphs that say nothing belong to the one before them.
        let more = glyphs[end + 1..].iter().take_while(|glyph| glyph.text_range.is_empty()).count();
        let group = &glyphs[end..=end + more];
        let actual = &text[group[0].text_range.clone()];
        if !says(group, actual, face) {
            if end == 0 {
                first = Some(actual);
                end = group.len();
            }
            break;
        }
        end += group.len();
    }
    let (run, after) = glyphs.split_at(end);
    *rest = after;
    Spelled { glyphs: run, actual: first }
}

/// Whether glyphs say themselves what they stand for; one white space is as good as another.
fn says(group: &[Glyph], actual: &str, face: &Embedded) -> bool {
    let is_space = |text: &str| text.chars().all(char::is_whitespace);
    if let [glyph] = group {
        let own = face.says(glyph.id);
        return own == actual || (is_space(own) && is_space(actual) && !actual.is_empty());
    }
    let own: String = group.iter().map(|glyph| face.says(glyph.id)).collect();
    own == actual || (is_space(&own) && is_space(actual) && !actual.is_empty())
}

fn is_painted(mark: &Mark) -> bool {
    !matches!(mark, Mark::Widget(_) | Mark::Link(_))
}
