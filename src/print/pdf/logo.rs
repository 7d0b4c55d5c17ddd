use std::collections::BTreeMap;

use super::images;
use super::ink::{fill_ink, stroke_ink};
use super::objects::{Array, Data, Id, array, fine, fraction, int, length, name};
use super::write::Objects;
use crate::base::unit::Pt;
use crate::print::frame::{
    Clip, FillRule, Ink, Logo, LogoImage, LogoPath, Paint, PaintKind, Place, Segment, Size, Stroke,
};

/// The name under which pages ask for the logo.
pub(super) const LOGO: &str = "Logo";

/// Writes the logo, which fills a square of one point, into a file (ISO 32000-1, 8.10 and 8.9).
pub(super) fn write(logo: &Logo, objects: &mut Objects<'_>) -> Id {
    match &logo.image {
        LogoImage::Paths(paths) => write_paths(paths, logo.size, objects),
        LogoImage::Pixels(pixels) => images::write(pixels, objects),
    }
}

fn write_paths(paths: &[LogoPath], size: Size, objects: &mut Objects<'_>) -> Id {
    let mut painter = Painter { height: size.height, out: Vec::new(), opacities: BTreeMap::new() };
    for path in paths {
        painter.path(path);
    }
    let Painter { out, opacities, .. } = painter;
    objects.add_stream(Data::Plain(out), |dict| {
        dict.name("Type", "XObject").name("Subtype", "Form");
        dict.reals("BBox", &[0.0, 0.0, size.width.0, size.height.0]);
        dict.key("Matrix");
        array(dict.out, |array| {
            shrink(array, size.width);
            array.raw(b"0 0");
            shrink(array, size.height);
            array.raw(b"0 0");
        });
        dict.dict("Resources", |dict| {
            if !opacities.is_empty() {
                dict.dict("ExtGState", |dict| {
                    for (opacity, resource) in &opacities {
                        dict.dict(resource, |dict| {
                            for key in ["ca", "CA"] {
                                let mut value = Vec::new();
                                fraction(&mut value, f32::from(*opacity) / f32::from(u8::MAX));
                                dict.raw(key, &value);
                            }
                        });
                    }
                });
            }
        });
    })
}

/// Writes by how much a length becomes one point.
fn shrink(array: &mut Array<'_>, length: Pt) {
    let mut share = Vec::new();
    // A logo is as long as a few centimeters; six digits place its far end exactly.
    share.extend_from_slice(format!("{:.8}", 1.0 / length.0).as_bytes());
    array.raw(&share);
}

struct Painter {
    height: Pt,
    out: Vec<u8>,
    /// The opacities that are used, by the names under which they are asked for.
    opacities: BTreeMap<u8, String>,
}

impl Painter {
    fn path(&mut self, LogoPath { clips, segments, paints }: &LogoPath) {
        self.put(b"q\n");
        for Clip { segments, rule } in clips {
            self.segments(segments);
            self.put(match rule {
                FillRule::NonZero => b"W n\n",
                FillRule::EvenOdd => b"W* n\n",
            });
        }
        for Paint { color, opacity, kind } in paints {
            self.opacity(*opacity);
            match kind {
                PaintKind::Fill(rule) => {
                    fill_ink(&mut self.out, Ink::Rgb(*color));
                    self.out.push(b'\n');
                    self.segments(segments);
                    self.put(match rule {
                        FillRule::NonZero => b"f\n",
                        FillRule::EvenOdd => b"f*\n",
                    });
                }
                PaintKind::Stroke(stroke) => {
                    stroke_ink(&mut self.out, Ink::Rgb(*color));
                    self.out.push(b'\n');
                    self.pen(stroke);
                    self.segments(segments);
                    self.put(b"S\n");
                }
            }
        }
        self.put(b"Q\n");
    }

    /// Sets how much of what is below is covered. A page begins with all of it.
    fn opacity(&mut self, opacity: u8) {
        if opacity < u8::MAX || !self.opacities.is_empty() {
            let resource = self.opacities.entry(opacity).or_insert_with(|| format!("O{opacity}"));
            name(&mut self.out, resource.as_bytes());
            self.put(b" gs\n");
        }
    }

    fn pen(&mut self, stroke: &Stroke) {
        let Stroke { width, cap, join, miter_limit, dashes, dash_phase } = stroke;
        fine(&mut self.out, *width);
        self.put(b" w ");
        int(&mut self.out, *cap);
        self.put(b" J ");
        int(&mut self.out, *join);
        self.put(b" j ");
        fraction(&mut self.out, *miter_limit);
        self.put(b" M [");
        for dash in dashes {
            fine(&mut self.out, *dash);
            self.out.push(b' ');
        }
        self.put(b"] ");
        fine(&mut self.out, *dash_phase);
        self.put(b" d\n");
    }

    fn segments(&mut self, segments: &[Segment]) {
        for segment in segments {
            match segment {
                Segment::Move(to) => self.points(&[*to], b"m\n"),
                Segment::Line(to) => self.points(&[*to], b"l\n"),
                Segment::Cubic(points) => self.points(points, b"c\n"),
                Segment::Close => self.put(b"h\n"),
            }
        }
    }

    fn points(&mut self, points: &[Place], operator: &[u8]) {
        for point in points {
            length(&mut self.out, point.x);
            self.out.push(b' ');
            length(&mut self.out, self.height - point.y);
            self.out.push(b' ');
        }
        self.put(operator);
    }

    fn put(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }
}
