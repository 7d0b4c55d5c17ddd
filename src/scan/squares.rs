use super::gray::Gray;
use super::view::{Point, count};

/// A dark square with white around it, which may be one of those in the corners of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Square {
    pub(super) center: Point,
    /// The length of a side, in pixels.
    pub(super) side: f64,
}

/// The longer side of the picture in which squares are looked for, in pixels: large enough for the squares of a page that fills half of a
/// photo.
const LOOKED_AT: usize = 800;
/// The sides of squares, as parts of the longer side of the picture. Those of a page that fills the picture are a fiftieth.
const SIDES: std::ops::Range<f64> = 0.006..0.04;
/// How much darker than around it something dark is.
const DARK: f64 = 0.72;
/// How many squares are kept, of those that are the most like a square: pages have four.
const MOST: usize = 16;

/// How far from its edges something dark is taken away, in pixels of the smaller picture, to see what is left without thin lines: the squares
/// of a page have 16 to a side, and a staple is 2 to 5 wide.
const THIN: usize = 3;

/// The squares of a picture.
pub(super) fn squares(picture: &Gray) -> Vec<Square> {
    let by = picture.reduction(LOOKED_AT);
    squares_in(picture, by, &Dark::of(&picture.smaller(by)))
}

/// The squares of a picture without thin lines: a square that a staple goes through is seen as one.
pub(super) fn squares_below_lines(picture: &Gray) -> Vec<Square> {
    let by = picture.reduction(LOOKED_AT);
    squares_in(picture, by, &Dark::of(&picture.smaller(by)).without_lines())
}

/// The squares of a picture that is so much larger than the one in which it is known what is dark.
fn squares_in(picture: &Gray, by: usize, dark: &Dark) -> Vec<Square> {
    let longer = count(dark.width.max(dark.height));
    let mut found: Vec<(f64, Square)> = Vec::new();
    for blob in dark.blobs() {
        let side = blob.area.sqrt();
        let Some(unlike) = blob.unlike_a_square() else { continue };
        if SIDES.contains(&(side / longer)) && dark.is_alone(blob.center, side) {
            let square = Square { center: blob.center * count(by), side: side * count(by) };
            found.extend(refined(picture, square).map(|square| (unlike, square)));
        }
    }
    found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    found.into_iter().map(|(_, square)| square).take(MOST).collect()
}

/// Which pixels of a picture are dark: much darker than the mean of those around them.
struct Dark {
    width: usize,
    height: usize,
    pixels: Vec<bool>,
}

/// Dark pixels that touch each other.
#[derive(Default)]
struct Blob {
    area: f64,
    center: Point,
    /// The second moments around the center: across, down, and mixed.
    moments: [f64; 3],
    bounds: Bounds,
}

#[derive(Default)]
struct Bounds {
    width: f64,
    height: f64,
}

impl Dark {
    fn of(picture: &Gray) -> Self {
        let (width, height) = (picture.width(), picture.height());
        // The sum of all pixels above and to the left of a place.
        let stride = width + 1;
        let mut sums = vec![0_u32; stride * (height + 1)];
        for y in 0..height {
            let mut row = 0;
            for (x, pixel) in picture.row(y).iter().enumerate() {
                row += u32::from(*pixel);
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        let reach = width.max(height) / 16;
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(height));
            for (x, pixel) in picture.row(y).iter().enumerate() {
                let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(width));
                let at = |x: usize, y: usize| f64::from(sums[y * stride + x]);
                let sum = at(right, bottom) + at(left, top) - at(left, bottom) - at(right, top);
                let mean = sum / count((right - left) * (bottom - top));
                pixels.push(f64::from(*pixel) < mean * DARK);
            }
        }
        Self { width, height, pixels }
    }

    /// The same without what is thinner than a square: what is dark shrinks on all sides, and what is left of it grows again.
    fn without_lines(self) -> Self {
        self.spread(false).spread(true)
    }

    /// What is dark, or what is not, spreads on all sides.
    fn spread(&self, is_dark: bool) -> Self {
        let along = |pixels: &[bool], step: usize, length: usize| -> Vec<bool> {
            let spread = |at: usize| {
                let place = at / step % length;
                let (before, behind) = (place.min(THIN), (length - 1 - place).min(THIN));
                let mut near = (at - before * step..=at + behind * step).step_by(step);
                near.any(|at| pixels[at] == is_dark) == is_dark
            };
            (0..pixels.len()).map(spread).collect()
        };
        let across = along(&self.pixels, 1, self.width);
        let pixels = along(&across, self.width, self.height);
        Self { pixels, ..*self }
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.pixels[y * self.width + x]
    }

    fn blobs(&self) -> Vec<Blob> {
        let mut open = self.pixels.clone();
        let (mut blobs, mut next) = (Vec::new(), Vec::new());
        for start in 0..open.len() {
            if !std::mem::take(&mut open[start]) {
                continue;
            }
            next.push(start);
            let mut sums = BlobSums::default();
            while let Some(place) = next.pop() {
                let (x, y) = (place % self.width, place / self.width);
                sums.add(x, y);
                let beside = [
                    (x > 0).then(|| place - 1),
                    (x + 1 < self.width).then(|| place + 1),
                    (y > 0).then(|| place - self.width),
                    (y + 1 < self.height).then(|| place + self.width),
                ];
                next.extend(
                    beside.into_iter().flatten().filter(|it| std::mem::take(&mut open[*it])),
                );
            }
            blobs.push(sums.blob());
        }
        blobs
    }

    /// Whether a square has white around it, as those in the corners of a page have. A tile of a pattern has not.
    fn is_alone(&self, center: Point, side: f64) -> bool {
        const POINTS: u32 = 32;
        let radii = [0.95, 1.1];
        let points = radii.iter().flat_map(|radius| {
            (0..POINTS).map(move |point| {
                let angle = std::f64::consts::TAU * f64::from(point) / f64::from(POINTS);
                let (sin, cos) = angle.sin_cos();
                center + Point { x: cos, y: sin } * (side * radius)
            })
        });
        let white = points.filter(|point| self.is_white(*point)).count();
        count(white) >= 0.9 * count(radii.len()) * f64::from(POINTS)
    }

    /// Whether it is not dark at a point. Beyond the edges of the picture nothing is known, and nothing is dark.
    fn is_white(&self, Point { x, y }: Point) -> bool {
        #[expect(clippy::cast_possible_truncation, reason = "a point near the picture")]
        let (x, y) = (x.floor() as i64, y.floor() as i64);
        match (usize::try_from(x), usize::try_from(y)) {
            (Ok(x), Ok(y)) if x < self.width && y < self.height => !self.is_dark(x, y),
            _ => true,
        }
    }
}

/// What is added up of the pixels of a blob.
struct BlobSums {
    count: f64,
    x: f64,
    y: f64,
    squares: [f64; 3],
    from: (usize, usize),
    to: (usize, usize),
}

impl Default for BlobSums {
    fn default() -> Self {
        let (from, to) = ((usize::MAX, usize::MAX), (0, 0));
        Self { count: 0.0, x: 0.0, y: 0.0, squares: [0.0; 3], from, to }
    }
}

impl BlobSums {
    fn add(&mut self, x: usize, y: usize) {
        self.from = (self.from.0.min(x), self.from.1.min(y));
        self.to = (self.to.0.max(x), self.to.1.max(y));
        let (x, y) = (count(x) + 0.5, count(y) + 0.5);
        self.count += 1.0;
        self.x += x;
        self.y += y;
        for (sum, square) in self.squares.iter_mut().zip([x * x, y * y, x * y]) {
            *sum += square;
        }
    }

    fn blob(self) -> Blob {
        let center = Point { x: self.x, y: self.y } * (1.0 / self.count);
        let [xx, yy, xy] = self.squares.map(|sum| sum / self.count);
        let moments =
            [xx - center.x * center.x, yy - center.y * center.y, xy - center.x * center.y];
        let width = count(self.to.0 - self.from.0 + 1);
        let height = count(self.to.1 - self.from.1 + 1);
        Blob { area: self.count, center, moments, bounds: Bounds { width, height } }
    }
}

impl Blob {
    /// How unlike a square it is, whichever way that is turned; 0 is a square. `None` for what cannot be one, seen askew or not.
    fn unlike_a_square(&self) -> Option<f64> {
        let Bounds { width, height } = self.bounds;
        let (aspect, fill) = (width / height, self.area / (width * height));
        if !(0.55..1.8).contains(&aspect) || fill < 0.45 {
            return None;
        }
        // A square of area A has moments of A/12 along both axes, and none between them.
        let [across, down, mixed] = self.moments.map(|moment| moment * 12.0 / self.area);
        let spread = f64::midpoint(across, down);
        let lengthwise = ((across - down) / 2.0).hypot(mixed);
        let unlike = (spread - 1.0).abs() + lengthwise;
        (unlike < 0.6).then_some(unlike)
    }
}

/// A square with its center as the picture itself has it. `None` if it is hardly darker there than what is around it.
fn refined(picture: &Gray, Square { center, side }: Square) -> Option<Square> {
    let around = picture.around(center, side * 0.85);
    let mean_of = |is_in: &dyn Fn(f64) -> bool| {
        let lights = around.iter().filter(|(place, _)| is_in(place.distance(center) / side));
        let (sum, all) = lights.fold((0.0, 0.0), |(sum, all), (_, light)| (sum + light, all + 1.0));
        (all > 0.0).then_some(sum / all)
    };
    let (black, white) = (mean_of(&|far| far < 0.3)?, mean_of(&|far| far > 0.85)?);
    if white - black < 40.0 {
        return None;
    }
    let (mut weight, mut sum) = (0.0, Point::default());
    for (place, light) in &around {
        let ink = ((white - light) / (white - black)).clamp(0.0, 1.0);
        if ink > 0.25 {
            weight += ink;
            sum = sum + (*place - center) * ink;
        }
    }
    Some(Square { center: center + sum * (1.0 / weight), side: weight.sqrt() })
}
