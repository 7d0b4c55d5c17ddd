use std::ops::{Add, Mul, Sub};

/// A place in a plane: on a page in millimeters from its top left corner, or in a picture in pixels from its.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// How far it is from another one.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let Self { x, y } = self - other;
        x.hypot(y)
    }

    /// How far one turns from this direction to another: positive if it is clockwise.
    pub(super) fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }
}

impl Add for Point {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Sub for Point {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Mul<f64> for Point {
    type Output = Self;

    fn mul(self, by: f64) -> Self {
        Self { x: self.x * by, y: self.y * by }
    }
}

/// How a page is seen in a picture: a perspective, which takes straight lines to straight lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The matrix of the perspective, row by row; its last number is 1.
    matrix: [f64; 8],
}

/// How many, as a factor.
#[expect(
    clippy::cast_precision_loss,
    reason = "pictures have fewer pixels than a number can count"
)]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

/// The numbers of a perspective.
const UNKNOWNS: usize = 8;

impl View {
    /// The view that takes places on a page to places in a picture, as well as it can if there are more than four. `None` if they are fewer, or
    /// do not make a view, as three on one line.
    #[must_use]
    pub fn of(places: &[(Point, Point)]) -> Option<Self> {
        if places.len() * 2 < UNKNOWNS {
            return None;
        }
        // Least squares: the equations are multiplied by their own coefficients, and added up.
        let mut sums = [[0.0; UNKNOWNS + 1]; UNKNOWNS];
        for (page, picture) in places {
            let (Point { x, y }, Point { x: u, y: v }) = (*page, *picture);
            let equations = [
                [x, y, 1.0, 0.0, 0.0, 0.0, -x * u, -y * u, u],
                [0.0, 0.0, 0.0, x, y, 1.0, -x * v, -y * v, v],
            ];
            for equation in equations {
                for (sum, by) in sums.iter_mut().zip(equation) {
                    sum.iter_mut().zip(equation).for_each(|(sum, number)| *sum += number * by);
                }
            }
        }
        solve(sums).map(|matrix| Self { matrix })
    }

    /// Where a place on the page is in the picture.
    #[must_use]
    pub fn point(&self, Point { x, y }: Point) -> Point {
        let row = |at: usize| self.matrix[at] * x + self.matrix[at + 1] * y;
        let depth = row(6) + 1.0;
        Point { x: (row(0) + self.matrix[2]) / depth, y: (row(3) + self.matrix[5]) / depth }
    }
}

/// Solves linear equations by elimination (Gauss), each with its right side as its last number. `None` if they have no single solution.
fn solve(mut equations: [[f64; UNKNOWNS + 1]; UNKNOWNS]) -> Option<[f64; UNKNOWNS]> {
    for column in 0..UNKNOWNS {
        let size = |row: &usize| equations[*row][column].abs();
        let pivot = (column..UNKNOWNS).max_by(|a, b| size(a).total_cmp(&size(b)))?;
        equations.swap(column, pivot);
        let own = equations[column];
        if own[column].abs() < 1e-9 {
            return None;
        }
        for (row, equation) in equations.iter_mut().enumerate() {
            if row != column {
                let by = equation[column] / own[column];
                equation.iter_mut().zip(own).for_each(|(number, own)| *number -= own * by);
            }
        }
    }
    Some(std::array::from_fn(|row| equations[row][UNKNOWNS] / equations[row][row]))
}
