//! Draws pages in pixels, as a printer and a scanner would make them.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels of pictures that tests make"
)]

use interview_kit::base::unit::Pt;
use interview_kit::print::frame::{Ink, Item, Mark, Page, Pages, Place, Text};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform,
};

/// A gray picture: its width, its height, and its pixels row by row.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

/// A line that somebody drew with a pen, in millimeters from the top left corner of the page.
pub struct PenStroke {
    pub points: Vec<(f32, f32)>,
    pub width: f32,
    /// How light it is: 0 is black, 1 is white.
    pub gray: f32,
}

/// A page in so many pixels an inch.
pub fn draw(pages: &Pages, page: &Page, dpi: f32) -> Picture {
    draw_on(pages, page, dpi, &[])
}

/// The same after somebody wrote on it.
pub fn draw_on(pages: &Pages, page: &Page, dpi: f32, strokes: &[PenStroke]) -> Picture {
    let scale = dpi / 72.0;
    let pixels = |length: Pt| (length.0 * scale).round() as u32;
    let (width, height) = (pixels(pages.size.width), pixels(pages.size.height));
    let mut pixmap = Pixmap::new(width, height).unwrap();
    pixmap.fill(Color::WHITE);
    let mut canvas = Canvas { pixmap, pages, transform: Transform::from_scale(scale, scale) };
    for item in &page.items {
        canvas.item(item, Place::default());
    }
    let points_of_mm = 72.0 / 25.4;
    canvas.transform = Transform::from_scale(scale * points_of_mm, scale * points_of_mm);
    for stroke in strokes {
        canvas.pen(stroke);
    }
    let pixels = canvas.pixmap.pixels().iter().map(|pixel| pixel.red()).collect();
    Picture { width: width as usize, height: height as usize, pixels }
}

struct Canvas<'p> {
    pixmap: Pixmap,
    pages: &'p Pages,
    transform: Transform,
}

impl Canvas<'_> {
    fn item(&mut self, item: &Item, origin: Place) {
        let at = item.at.moved(origin.x, origin.y);
        let (x, y) = (at.x.0, at.y.0);
        match &item.mark {
            Mark::Text(text) => self.text(text, at),
            Mark::Line { length, width, ink } => {
                let path = segment((x, y), (x + length.0, y));
                self.stroke(&path, *width, gray(*ink));
            }
            Mark::Stroke { by, width } => {
                let path = segment((x, y), (x + by.x.0, y + by.y.0));
                self.stroke(&path, *width, 0.0);
            }
            Mark::Frame { size, width } => {
                let rect = Rect::from_xywh(x, y, size.width.0, size.height.0).unwrap();
                self.stroke(&PathBuilder::from_rect(rect), *width, 0.0);
            }
            Mark::Fill { size, ink } => self.fill((x, y, size.width.0, size.height.0), gray(*ink)),
            Mark::Grid(grid) => {
                for area in grid.areas(at) {
                    let rect = (area.at.x.0, area.at.y.0, area.width.0, area.height.0);
                    self.fill(rect, gray(grid.ink));
                }
            }
            Mark::Widget(widget) => {
                widget.appearance.iter().for_each(|item| self.item(item, at));
            }
            Mark::Logo(_) | Mark::Picture(_) | Mark::Link(_) => {}
        }
    }

    fn text(&mut self, text: &Text, at: Place) {
        let face = &self.pages.faces[text.face.0];
        let font = FontRef::from_index((*face.data).as_ref(), face.index).unwrap();
        let outlines = font.outline_glyphs();
        let settings = || DrawSettings::unhinted(Size::new(text.size.0), LocationRef::default());
        let mut x = at.x.0;
        for glyph in &text.run.glyphs {
            if let Some(outline) = outlines.get(GlyphId::from(glyph.id)) {
                let mut pen = Pen { path: PathBuilder::new(), x, y: at.y.0 - glyph.raised.0 };
                outline.draw(settings(), &mut pen).unwrap();
                if let Some(path) = pen.path.finish() {
                    let paint = paint(gray(text.ink));
                    let rule = FillRule::Winding;
                    self.pixmap.fill_path(&path, &paint, rule, self.transform, None);
                }
            }
            x += glyph.advance.0;
        }
    }

    fn pen(&mut self, PenStroke { points, width, gray }: &PenStroke) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            if at == 0 {
                path.move_to(*x, *y);
            } else {
                path.line_to(*x, *y);
            }
        }
        let Some(path) = path.finish() else { return };
        let stroke = Stroke {
            width: *width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        self.pixmap.stroke_path(&path, &paint(*gray), &stroke, self.transform, None);
    }

    fn fill(&mut self, (x, y, width, height): (f32, f32, f32, f32), gray: f32) {
        let rect = Rect::from_xywh(x, y, width, height).unwrap();
        self.pixmap.fill_rect(rect, &paint(gray), self.transform, None);
    }

    fn stroke(&mut self, path: &Path, width: Pt, gray: f32) {
        let stroke = Stroke { width: width.0, ..Stroke::default() };
        self.pixmap.stroke_path(path, &paint(gray), &stroke, self.transform, None);
    }
}

/// How light an ink is. A brand's color is as dark as text must be.
fn gray(ink: Ink) -> f32 {
    match ink {
        Ink::Gray(gray) => gray,
        Ink::Rgb(_) => 0.4,
    }
}

fn paint(gray: f32) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(Color::from_rgba(gray, gray, gray, 1.0).unwrap());
    paint
}

fn segment(from: (f32, f32), to: (f32, f32)) -> Path {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    path.finish().unwrap()
}

/// Outlines of fonts go up where pictures go down.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (own_x, own_y) = (self.x, self.y);
        self.path.cubic_to(
            own_x + cx0,
            own_y - cy0,
            own_x + cx1,
            own_y - cy1,
            own_x + x,
            own_y - y,
        );
    }

    fn close(&mut self) {
        self.path.close();
    }
}
