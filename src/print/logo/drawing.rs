use usvg::roxmltree::Document;
use usvg::tiny_skia_path::PathSegment;
use usvg::{BlendMode, Group, LineCap, LineJoin, Node, Opacity, PaintOrder, Path, Transform};

use super::fault::{SIMPLIFY, SvgFault, head};
use super::places;
use crate::base::unit::{Pt, Rgb};
use crate::print::frame::{
    Clip, FillRule, LogoPath, Paint, PaintKind, Place, Segment, Size, Stroke,
};

/// The most lines and curves of a logo.
const MAX_SEGMENTS: usize = 12_000;
/// The most dashes and gaps of a line, and the shortest that they are together, in points: a viewer draws each of them.
const MAX_DASHES: usize = 16;
const LEAST_DASHES: Pt = Pt(0.2);

/// Makes paths of what usvg has resolved.
pub(super) struct Drawing<'d, 'i> {
    document: &'d Document<'i>,
    /// From the units of the file to points.
    scale: f32,
    /// What is beyond it is cut off.
    size: Size,
    paths: Vec<LogoPath>,
    segments: usize,
    /// Whether anything of what was drawn so far is to be seen on white paper.
    is_seen: bool,
}

impl<'d, 'i> Drawing<'d, 'i> {
    pub(super) fn new(document: &'d Document<'i>, scale: f32, size: Size) -> Self {
        Self { document, scale, size, paths: Vec::new(), segments: 0, is_seen: false }
    }

    /// All paths of the drawing.
    pub(super) fn draw(mut self, root: &Group) -> Result<Vec<LogoPath>, SvgFault> {
        self.group(root, "", &[], 1.0)?;
        if !self.is_seen {
            let help = "check what the file shows in a browser";
            return self.fault("", "this drawing shows nothing on white paper", help);
        }
        Ok(self.paths)
    }

    /// A fault of the element with this id, or of the drawing.
    fn fault<T>(&self, id: &str, message: &str, help: &'static str) -> Result<T, SvgFault> {
        let root = self.document.root_element();
        let node = places::element(self.document, id).unwrap_or(root);
        Err(SvgFault { range: head(node), message: message.to_owned(), help })
    }

    /// Draws a group that is in the element with the id `outer`. What `<use>` copies has no id of its own.
    fn group(
        &mut self,
        group: &Group,
        outer: &str,
        clips: &[Clip],
        opacity: f32,
    ) -> Result<(), SvgFault> {
        let id = if group.id().is_empty() { outer } else { group.id() };
        let has_effect = group.mask().is_some() || !group.filters().is_empty();
        if has_effect || group.blend_mode() != BlendMode::Normal {
            let message = "masks, filters and blend modes cannot be drawn";
            return self.fault(id, message, SIMPLIFY);
        }
        let own = group.opacity();
        if own != Opacity::ONE && painted(group) > 1 {
            let message = "the opacity of several shapes together cannot be drawn";
            return self.fault(id, message, "give each shape a solid color");
        }
        let opacity = opacity * own.get();
        let mut clips = clips.to_vec();
        let mut clip = group.clip_path();
        while let Some(it) = clip {
            let transform = group.abs_transform().pre_concat(it.transform());
            clips.push(self.clip(it.root(), transform, it.id())?);
            clip = it.clip_path();
        }
        for child in group.children() {
            match child {
                Node::Group(group) => self.group(group, id, &clips, opacity)?,
                Node::Path(path) => self.path(path, id, &clips, opacity)?,
                Node::Image(_) | Node::Text(_) => {
                    return self.fault(id, "images and text cannot be drawn", SIMPLIFY);
                }
            }
        }
        Ok(())
    }

    /// The area of a clip path, which must be one shape: those of several could not be put together.
    fn clip(&mut self, root: &Group, transform: Transform, id: &str) -> Result<Clip, SvgFault> {
        let Some((path, inner)) = only_path(root) else {
            let help = "unite the shapes of the clip path in your drawing program";
            return self.fault(id, "a clip path of several shapes cannot be drawn", help);
        };
        let segments = self.segments(path, transform.pre_concat(inner), id)?;
        let rule = path.fill().map_or(FillRule::NonZero, |fill| rule(fill.rule()));
        Ok(Clip { segments, rule })
    }

    fn path(
        &mut self,
        path: &Path,
        outer: &str,
        clips: &[Clip],
        opacity: f32,
    ) -> Result<(), SvgFault> {
        let id = if path.id().is_empty() { outer } else { path.id() };
        if !path.is_visible() {
            return Ok(());
        }
        // Viewers draw a line where an area has no width or no height; SVG draws nothing there.
        let bounds = path.bounding_box();
        let is_line = path.data().points().len() < 3;
        let has_area = !is_line && bounds.width() > 0.0 && bounds.height() > 0.0;
        let fill = path.fill().filter(|_| has_area).map(|fill| {
            let color = self.color(fill.paint(), id)?;
            let kind = PaintKind::Fill(rule(fill.rule()));
            Ok(Paint { color, opacity: byte(opacity * fill.opacity().get()), kind })
        });
        let stroke = path.stroke().map(|stroke| {
            let color = self.color(stroke.paint(), id)?;
            let opacity = byte(opacity * stroke.opacity().get());
            Ok(Paint {
                color,
                opacity,
                kind: PaintKind::Stroke(self.stroke(stroke, path.abs_transform(), id)?),
            })
        });
        let mut paints: Vec<Paint> =
            [fill, stroke].into_iter().flatten().collect::<Result<_, SvgFault>>()?;
        if path.paint_order() == PaintOrder::StrokeAndFill {
            paints.reverse();
        }
        paints.retain(|paint| paint.opacity > 0);
        if !paints.is_empty() {
            let segments = self.segments(path, path.abs_transform(), id)?;
            self.count(clips.iter().map(|clip| clip.segments.len()).sum(), id)?;
            self.is_seen |= self.shows(&segments, &paints, clips);
            self.paths.push(LogoPath { clips: clips.to_vec(), segments, paints });
        }
        Ok(())
    }

    /// Whether something of a path is in the drawing and in the clips around it, as far as their bounds tell, and not white.
    fn shows(&self, segments: &[Segment], paints: &[Paint], clips: &[Clip]) -> bool {
        let own = Bounds::of(segments);
        let page = Bounds {
            low: Place::default(),
            high: Place { x: self.size.width, y: self.size.height },
        };
        let clip = clips.iter().fold(page, |area, clip| area.common(Bounds::of(&clip.segments)));
        paints.iter().filter(|paint| paint.color != Rgb::WHITE).any(|paint| match &paint.kind {
            PaintKind::Fill(_) => own.common(clip).has_area(),
            PaintKind::Stroke(stroke) => own.grown(stroke.width / 2.0).common(clip).has_area(),
        })
    }

    fn stroke(
        &self,
        stroke: &usvg::Stroke,
        transform: Transform,
        id: &str,
    ) -> Result<Stroke, SvgFault> {
        let Some(scale) = uniform_scale(transform) else {
            let help = "convert the stroke to a path in your drawing program";
            return self.fault(id, "a stroke that is stretched cannot be drawn", help);
        };
        let scale = scale * self.scale;
        let dashes: Vec<Pt> =
            stroke.dasharray().unwrap_or_default().iter().map(|dash| Pt(dash * scale)).collect();
        if dashes.len() > MAX_DASHES
            || (!dashes.is_empty() && dashes.iter().copied().sum::<Pt>() < LEAST_DASHES)
        {
            return self.fault(id, "these dashes are too many or too short", SIMPLIFY);
        }
        let join = match stroke.linejoin() {
            LineJoin::Miter => 0,
            LineJoin::Round => 1,
            LineJoin::Bevel => 2,
            LineJoin::MiterClip => {
                return self.fault(
                    id,
                    "corners of the kind `miter-clip` cannot be drawn",
                    "use `miter`",
                );
            }
        };
        Ok(Stroke {
            width: Pt(stroke.width().get() * scale),
            cap: match stroke.linecap() {
                LineCap::Butt => 0,
                LineCap::Round => 1,
                LineCap::Square => 2,
            },
            join,
            miter_limit: stroke.miterlimit().get(),
            dash_phase: Pt(stroke.dashoffset() * scale),
            dashes,
        })
    }

    fn color(&self, paint: &usvg::Paint, id: &str) -> Result<Rgb, SvgFault> {
        match paint {
            usvg::Paint::Color(usvg::Color { red, green, blue }) => {
                Ok(Rgb { red: *red, green: *green, blue: *blue })
            }
            _ => {
                self.fault(id, "only solid colors can be drawn", "use solid colors, or a PNG image")
            }
        }
    }

    /// Counts lines and curves that are written, which those of a clip are for each path in it.
    fn count(&mut self, segments: usize, id: &str) -> Result<(), SvgFault> {
        self.segments += segments;
        if self.segments > MAX_SEGMENTS {
            let message = format!("the drawing has more than {MAX_SEGMENTS} lines and curves");
            return self.fault(id, &message, SIMPLIFY);
        }
        Ok(())
    }

    fn segments(
        &mut self,
        path: &Path,
        transform: Transform,
        id: &str,
    ) -> Result<Vec<Segment>, SvgFault> {
        let transform = transform.post_scale(self.scale, self.scale);
        let Some(data) = path.data().clone().transform(transform) else {
            return self.fault(id, "this path is too large", "check its numbers");
        };
        self.count(data.len(), id)?;
        let place = |point: usvg::tiny_skia_path::Point| Place { x: Pt(point.x), y: Pt(point.y) };
        let mut last = Place::default();
        let segments = data.segments().map(|segment| {
            let segment = match segment {
                PathSegment::MoveTo(to) => Segment::Move(place(to)),
                PathSegment::LineTo(to) => Segment::Line(place(to)),
                PathSegment::QuadTo(control, to) => cubic(last, place(control), place(to)),
                PathSegment::CubicTo(one, two, to) => Segment::Cubic([one, two, to].map(place)),
                PathSegment::Close => Segment::Close,
            };
            match segment {
                Segment::Move(to) | Segment::Line(to) | Segment::Cubic([_, _, to]) => last = to,
                Segment::Close => {}
            }
            segment
        });
        Ok(segments.collect())
    }
}

/// The least rectangle around something. Control points of curves count, too.
#[derive(Clone, Copy)]
struct Bounds {
    low: Place,
    high: Place,
}

impl Bounds {
    fn of(segments: &[Segment]) -> Self {
        let points = segments.iter().flat_map(|segment| match segment {
            Segment::Move(to) | Segment::Line(to) => vec![*to],
            Segment::Cubic(points) => points.to_vec(),
            Segment::Close => Vec::new(),
        });
        let nothing = Self {
            low: Place { x: Pt(f32::MAX), y: Pt(f32::MAX) },
            high: Place { x: Pt(f32::MIN), y: Pt(f32::MIN) },
        };
        points.fold(nothing, |it, point| Self {
            low: Place { x: it.low.x.min(point.x), y: it.low.y.min(point.y) },
            high: Place { x: it.high.x.max(point.x), y: it.high.y.max(point.y) },
        })
    }

    /// What both have in common; it has no area if that is nothing.
    fn common(self, other: Self) -> Self {
        Self {
            low: Place { x: self.low.x.max(other.low.x), y: self.low.y.max(other.low.y) },
            high: Place { x: self.high.x.min(other.high.x), y: self.high.y.min(other.high.y) },
        }
    }

    fn grown(self, by: Pt) -> Self {
        Self { low: self.low.moved(-by, -by), high: self.high.moved(by, by) }
    }

    fn has_area(self) -> bool {
        self.low.x < self.high.x && self.low.y < self.high.y
    }
}

/// How many shapes of a group are painted.
fn painted(group: &Group) -> usize {
    let count = |node: &Node| match node {
        Node::Group(group) => painted(group),
        Node::Path(path) => {
            usize::from(path.fill().is_some()) + usize::from(path.stroke().is_some())
        }
        Node::Image(_) | Node::Text(_) => 1,
    };
    group.children().iter().map(count).sum()
}

/// The path of a group that has no other, and the transform between both.
fn only_path(group: &Group) -> Option<(&Path, Transform)> {
    match group.children() {
        [Node::Path(path)] => Some((path, Transform::default())),
        [Node::Group(inner)] if inner.clip_path().is_none() => {
            let (path, transform) = only_path(inner)?;
            Some((path, inner.transform().pre_concat(transform)))
        }
        _ => None,
    }
}

/// The scale of a transform that keeps shapes, and only moves, turns, mirrors or scales them.
fn uniform_scale(transform: Transform) -> Option<f32> {
    let Transform { sx, ky, kx, sy, .. } = transform;
    let (one, two) = (sx.hypot(ky), kx.hypot(sy));
    let longest = one.max(two);
    let is_even = (one - two).abs() <= longest / 500.0;
    let is_square = (sx * kx + ky * sy).abs() <= longest * longest / 500.0;
    (is_even && is_square && longest > 0.0).then_some(one)
}

/// A curve with one control point, written with two.
fn cubic(from: Place, control: Place, to: Place) -> Segment {
    let toward = |end: Place| Place {
        x: end.x + (control.x - end.x) * 2.0 / 3.0,
        y: end.y + (control.y - end.y) * 2.0 / 3.0,
    };
    Segment::Cubic([toward(from), toward(to), to])
}

fn rule(rule: usvg::FillRule) -> FillRule {
    match rule {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
fn byte(share: f32) -> u8 {
    (share * 255.0).round() as u8
}
