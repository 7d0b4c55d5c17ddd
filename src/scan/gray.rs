use super::view::{Point, count};

/// A gray picture: 0 is black, 255 is white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gray {
    width: usize,
    height: usize,
    /// Row by row.
    pixels: Vec<u8>,
}

impl Gray {
    /// A picture of these pixels, row by row. `None` if there are fewer or more of them, or none.
    #[must_use]
    pub fn new(width: usize, height: usize, pixels: Vec<u8>) -> Option<Self> {
        let fits = width.checked_mul(height).is_some_and(|all| all == pixels.len());
        (fits && !pixels.is_empty()).then_some(Self { width, height, pixels })
    }

    /// The picture with light and dark turned around.
    #[must_use]
    pub fn inverted(mut self) -> Self {
        self.pixels.iter_mut().for_each(|light| *light = u8::MAX - *light);
        self
    }

    /// How many pixels wide it is.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many pixels high it is.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// All pixels, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The pixels of a row.
    pub(super) fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }

    /// How light it is at a point, between its pixels, whose middles are at halves. `None` beyond its edges.
    pub(super) fn at(&self, Point { x, y }: Point) -> Option<f64> {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (floor(x)?, floor(y)?);
        if left + 1 >= self.width || top + 1 >= self.height {
            return None;
        }
        let (right, down) = (x - count(left), y - count(top));
        let between = |row: &[u8]| {
            let (one, other) = (f64::from(row[left]), f64::from(row[left + 1]));
            one + (other - one) * right
        };
        let (upper, lower) = (between(self.row(top)), between(self.row(top + 1)));
        Some(upper + (lower - upper) * down)
    }

    /// How light the pixel at a point is. `None` beyond the edges.
    pub(super) fn nearest(&self, Point { x, y }: Point) -> Option<u8> {
        let (x, y) = (floor(x)?, floor(y)?);
        (x < self.width && y < self.height).then(|| self.row(y)[x])
    }

    /// The pixels of the square around a point, as far as they are in the picture: the middle of each, and how light it is.
    pub(super) fn around(&self, Point { x, y }: Point, reach: f64) -> Vec<(Point, f64)> {
        let span = |middle: f64, end: usize| {
            let from = floor((middle - reach).max(0.0)).unwrap_or(end);
            let to = floor((middle + reach).max(0.0)).unwrap_or(end);
            from.min(end)..to.min(end)
        };
        let (columns, rows) = (span(x, self.width), span(y, self.height));
        let pixels = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
        let place = |at: usize| count(at) + 0.5;
        pixels
            .map(|(x, y)| (Point { x: place(x), y: place(y) }, f64::from(self.row(y)[x])))
            .collect()
    }

    /// A picture in which each pixel is the mean of so many in a row and in a column. What is left over at the right and at the bottom is cut
    /// off.
    pub(super) fn smaller(&self, by: usize) -> Self {
        let (width, height) = ((self.width / by).max(1), (self.height / by).max(1));
        let (across, down) = (by.min(self.width), by.min(self.height));
        let all = u32::try_from(across * down).unwrap_or(u32::MAX);
        let mut pixels = Vec::with_capacity(width * height);
        let mut sums = vec![0_u32; width];
        for top in 0..height {
            sums.fill(0);
            for row in top * down..(top + 1) * down {
                for (sum, block) in sums.iter_mut().zip(self.row(row).chunks_exact(across)) {
                    *sum += block.iter().map(|pixel| u32::from(*pixel)).sum::<u32>();
                }
            }
            pixels.extend(sums.iter().map(|sum| u8::try_from(sum / all).unwrap_or(u8::MAX)));
        }
        Self { width, height, pixels }
    }

    /// How many times smaller a picture is in which the longer side has about so many pixels.
    pub(super) fn reduction(&self, longer_side: usize) -> usize {
        (self.width.max(self.height) / longer_side).max(1)
    }
}

/// The whole number below one that is not negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is from 0 to the limit of 32 bits"
)]
fn floor(number: f64) -> Option<usize> {
    (0.0..f64::from(u32::MAX)).contains(&number).then_some(number as usize)
}
