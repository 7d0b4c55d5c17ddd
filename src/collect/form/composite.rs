//! Pages of scans that are put together from several pictures: strips, or a background with letters before it.

use super::limit::{Limit, STREAM_BYTES};
use super::pdf::{Dict, Id, Object, Operation, Operations, PdfFile};
use super::pictures::{Pictures, fault_of, unknown};
use crate::collect::Fault;
use crate::scan::decode::{Canvas, MAX_PIXELS, Placing};
use crate::scan::{Gray, Point};

/// A page, as far as it says what is drawn on it.
pub(super) struct Drawing<'f> {
    /// The content streams.
    pub(super) contents: Vec<Id>,
    pub(super) resources: &'f Dict<'f>,
    /// Its left, lower, right, and upper edge, in points.
    pub(super) edges: [f64; 4],
}

/// A picture that is drawn, and where.
struct Layer {
    id: Id,
    matrix: Matrix,
    /// How light the paint of a stencil is. `None` in a color of which that is not known.
    light: Option<u8>,
}

/// What takes a place on a picture, or in a form, to the page (ISO 32000-1, 8.3.3): from (0, 0), and by how much to the right and up.
#[derive(Clone, Copy)]
struct Matrix {
    from: Point,
    right: Point,
    up: Point,
}

/// The most pixels of all pictures on a page: letters before a background in 600 dots per inch have 70 million.
const PIXELS: usize = 2 * MAX_PIXELS;
/// How deep states of drawing can be saved, and forms be in forms.
const DEPTH: usize = 32;
/// The most pictures, and the most forms, on a page: strips of 16 rows at 600 dots per inch are 440.
const LAYERS: usize = 1024;
/// What has less than this part of a page does not tell its resolution: a logo may be much finer.
const SMALL: f64 = 0.002;
/// The finest resolution, in dots per point: 600 dots per inch.
const FINEST: f64 = 600.0 / 72.0;

/// Draws a page.
pub(super) fn draw(page: &Drawing<'_>, pictures: &mut Pictures<'_, '_>) -> Result<Gray, Fault> {
    let file = pictures.file;
    // Streams of a page are one: a state may be saved in one and restored in the next.
    let mut content = Vec::new();
    for id in &page.contents {
        let Object::Stream(dict, at) = file.get(*id)? else { return Err(unknown()) };
        content.extend(file.content(dict, at)?.ok_or_else(unknown)?);
        content.push(b'\n');
        if content.len() > STREAM_BYTES {
            return Err(unknown());
        }
    }
    let [left, lower, right, upper] = page.edges;
    let mut layers = Layers { file, edges: page.edges, found: Vec::new(), forms: 0, bytes: 0 };
    let state = State { matrix: Matrix::SAME, light: Some(0), is_known: true };
    layers.read(&content, page.resources, state, 0)?;
    let area = (right - left) * (upper - lower);
    let mut finest: f64 = 0.0;
    for Layer { id, matrix, .. } in &layers.found {
        if matrix.area() < SMALL * area {
            continue;
        }
        let (width, height) = pictures.size(*id)?;
        let number = |side: usize| u32::try_from(side).map(f64::from).map_err(|_| unknown());
        let long = |side: Point| side.distance(Point::default());
        finest = finest.max(number(width)? / long(matrix.right));
        finest = finest.max(number(height)? / long(matrix.up));
    }
    let scale = finest.min(FINEST);
    let side = |length: f64| whole((length * scale).round());
    let (width, height) = side(right - left).zip(side(upper - lower)).ok_or_else(unknown)?;
    let mut canvas = Canvas::new(width, height).map_err(|fault| fault_of(&fault))?;
    let mut decoded = 0;
    for Layer { id, matrix, light } in layers.found {
        let place = |x: f64, y: f64| {
            let place = matrix.place(Point { x, y });
            Point { x: (place.x - left) * scale, y: (upper - place.y) * scale }
        };
        // A picture fills a square of one by one, its first row at the top.
        let from = place(0.0, 1.0);
        let (across, down) = (place(1.0, 1.0) - from, place(0.0, 0.0) - from);
        let (wide, high) = pictures.size(id)?;
        if wide.saturating_mul(high).saturating_add(decoded) > PIXELS {
            return Err(unknown());
        }
        let paint = pictures.paint(id, light)?;
        decoded += paint.pixels();
        if decoded > PIXELS {
            return Err(unknown());
        }
        let placing = Placing { from, across, down };
        canvas.paint(&paint, placing).map_err(|fault| fault_of(&fault))?;
    }
    canvas.gray().map_err(|fault| fault_of(&fault))
}

/// The pictures that a page draws, the lowest first.
struct Layers<'f, 'a> {
    file: &'f PdfFile<'a>,
    /// The edges of the page.
    edges: [f64; 4],
    found: Vec<Layer>,
    /// How many forms were read.
    forms: usize,
    /// How many bytes of content were read.
    bytes: usize,
}

/// How things are drawn (ISO 32000-1, 8.4).
#[derive(Clone, Copy)]
struct State {
    matrix: Matrix,
    /// How light the paint is, if that is known.
    light: Option<u8>,
    /// Whether the numbers of a color are gray, or parts of red, green and blue, or of inks.
    is_known: bool,
}

impl Layers<'_, '_> {
    fn read(
        &mut self,
        content: &[u8],
        resources: &Dict<'_>,
        first: State,
        depth: usize,
    ) -> Result<(), Fault> {
        self.bytes += content.len();
        if depth > DEPTH || self.bytes > STREAM_BYTES {
            return Err(unknown());
        }
        self.file.budget.spend(Limit::Parsed, content.len())?;
        let objects = resources.get("XObject").cloned().unwrap_or(Object::Null);
        let objects = self.file.resolve(objects)?.dict().unwrap_or_default();
        let (mut state, mut saved) = (first, Vec::new());
        // Whether the path is a rectangle around the page.
        let mut is_around = false;
        let mut operations = Operations::new(content);
        for operation in operations.by_ref() {
            let Operation { operator, operands } = operation.map_err(|_| unknown())?;
            let numbers = || operands.iter().map(Object::number).collect::<Option<Vec<f64>>>();
            match operator {
                b"q" if saved.len() < DEPTH => saved.push(state),
                // Too many states, and pictures that stand in the stream itself.
                b"q" | b"BI" => return Err(unknown()),
                b"Q" => state = saved.pop().unwrap_or(first),
                b"cm" => {
                    let own = numbers().and_then(|all| Matrix::of(&all));
                    state.matrix = own.ok_or_else(unknown)?.then(state.matrix);
                }
                b"g" | b"rg" | b"k" => {
                    (state.light, state.is_known) = (numbers().and_then(|all| light(&all)), true);
                }
                b"sc" | b"scn" if state.is_known => {
                    state.light = numbers().and_then(|all| light(&all));
                }
                b"cs" => {
                    let space = operands.first().and_then(Object::name);
                    state.is_known = space.is_some_and(|it| DEVICE.contains(&it));
                    state.light = state.is_known.then_some(0);
                }
                b"gs" => self.expect_plain(resources, operands.first())?,
                b"re" => is_around = numbers().is_some_and(|all| self.is_around(state, &all)),
                b"m" => is_around = false,
                // A part of what is drawn would be cut off.
                b"W" | b"W*" if !is_around => return Err(unknown()),
                b"Do" => {
                    let name = operands.first().and_then(Object::name).ok_or_else(unknown)?;
                    let Some(Object::Ref(id)) = objects.of(name) else { return Err(unknown()) };
                    self.drawn(*id, resources, state, depth)?;
                }
                _ => {}
            }
        }
        self.file.budget.spend(Limit::Parsed, operations.work())
    }

    /// Adds what an object of the resources is: a picture, or a form in which there are some.
    fn drawn(&mut self, id: Id, above: &Dict<'_>, state: State, depth: usize) -> Result<(), Fault> {
        let Object::Stream(mut dict, at) = self.file.get(id)? else { return Err(unknown()) };
        if dict.get("Subtype").is_some_and(|kind| kind.is_name("Image")) {
            if self.found.len() == LAYERS {
                return Err(unknown());
            }
            self.found.push(Layer { id, matrix: state.matrix, light: state.light });
            return Ok(());
        }
        self.forms += 1;
        if self.forms > LAYERS {
            return Err(unknown());
        }
        let own = self.file.take(&mut dict, "Matrix")?;
        let own: Option<Vec<f64>> = own.items().iter().map(Object::number).collect();
        let own = own.and_then(|all| Matrix::of(&all)).unwrap_or(Matrix::SAME);
        let resources = self.file.take(&mut dict, "Resources")?.dict();
        let content = self.file.content(dict, at)?.ok_or_else(unknown)?;
        let resources = resources.as_ref().unwrap_or(above);
        self.read(&content, resources, State { matrix: own.then(state.matrix), ..state }, depth + 1)
    }
}

/// Spaces of colors whose numbers say how light they are.
const DEVICE: [&[u8]; 3] = [b"DeviceGray", b"DeviceRGB", b"DeviceCMYK"];

impl Layers<'_, '_> {
    /// Expects that a state of drawing makes nothing transparent, and mixes no colors (ISO 32000-1, 8.4.5).
    fn expect_plain(&self, resources: &Dict<'_>, name: Option<&Object<'_>>) -> Result<(), Fault> {
        let states = resources.get("ExtGState").cloned().unwrap_or(Object::Null);
        let states = self.file.resolve(states)?.dict().ok_or_else(unknown)?;
        let state = name.and_then(Object::name).and_then(|name| states.of(name)).cloned();
        let mut state =
            self.file.resolve(state.ok_or_else(unknown)?)?.dict().ok_or_else(unknown)?;
        let mut is = |key: &str, names: &[&str], number: Option<f64>| {
            let value = self.file.take(&mut state, key)?;
            let is_named = names.iter().any(|name| value.is_name(name));
            Ok(matches!(value, Object::Null)
                || is_named
                || value.number() == number && number.is_some())
        };
        let is_plain = is("BM", &["Normal", "Compatible"], None)?
            && is("SMask", &["None"], None)?
            && is("ca", &[], Some(1.0))?;
        if is_plain { Ok(()) } else { Err(unknown()) }
    }

    /// Whether a rectangle is around the page.
    fn is_around(&self, state: State, rectangle: &[f64]) -> bool {
        const NEAR: f64 = 2.0;
        let [x, y, width, height] = rectangle else { return false };
        let one = state.matrix.place(Point { x: *x, y: *y });
        let other = state.matrix.place(Point { x: x + width, y: y + height });
        let [left, lower, right, upper] = self.edges;
        one.x.min(other.x) < left + NEAR
            && one.y.min(other.y) < lower + NEAR
            && one.x.max(other.x) > right - NEAR
            && one.y.max(other.y) > upper - NEAR
    }
}

/// How light a color is: gray, red with green and blue, or cyan with magenta, yellow and black.
fn light(color: &[f64]) -> Option<u8> {
    let light = match color {
        [gray] => *gray,
        [red, green, blue] => 0.299 * red + 0.587 * green + 0.114 * blue,
        [cyan, magenta, yellow, black] => {
            (1.0 - 0.299 * cyan - 0.587 * magenta - 0.114 * yellow) * (1.0 - black)
        }
        _ => return None,
    };
    let light = (light.clamp(0.0, 1.0) * 255.0).round();
    (0..=u8::MAX).find(|it| (f64::from(*it) - light).abs() < 0.5)
}

impl Matrix {
    const SAME: Self = Self {
        from: Point { x: 0.0, y: 0.0 },
        right: Point { x: 1.0, y: 0.0 },
        up: Point { x: 0.0, y: 1.0 },
    };

    /// The matrix of six numbers.
    fn of(numbers: &[f64]) -> Option<Self> {
        let (points, _) = numbers.as_chunks::<2>();
        let point = |at: usize| points.get(at).map(|[x, y]| Point { x: *x, y: *y });
        let all = [point(0)?, point(1)?, point(2)?];
        let [right, up, from] = all;
        (numbers.len() == 6).then_some(Self { from, right, up })
    }

    fn place(self, Point { x, y }: Point) -> Point {
        self.from + self.turned(Point { x, y })
    }

    fn turned(self, Point { x, y }: Point) -> Point {
        self.right * x + self.up * y
    }

    /// This one, and then the other.
    fn then(self, other: Self) -> Self {
        Self {
            from: other.place(self.from),
            right: other.turned(self.right),
            up: other.turned(self.up),
        }
    }

    /// How large a square of one by one becomes.
    fn area(self) -> f64 {
        (self.right.x * self.up.y - self.right.y * self.up.x).abs()
    }
}

/// A whole number of pixels. `None` if a page has no such side.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is from 1 to 100,000"
)]
fn whole(number: f64) -> Option<usize> {
    (1.0..100_000.0).contains(&number).then_some(number as usize)
}
