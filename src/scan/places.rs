use super::view::Point;
use crate::base::page_marks;
use crate::base::unit::{Mm, Paper};

/// Where the marks of a page are, in millimeters.
pub(super) struct PageMarkPlaces {
    /// The middles of the squares: at the top left, the top right, the bottom right, and the bottom left.
    pub(super) squares: [Point; 4],
    /// The top left corner of the code.
    pub(super) code: Point,
    /// The length of a side of a module of the code.
    pub(super) module: f64,
}

impl PageMarkPlaces {
    /// The places on a paper.
    pub(super) fn on(paper: Paper) -> Self {
        let (width, height) = size(paper);
        let [inset, square, code_top, code_right, code, module] = [
            page_marks::INSET,
            page_marks::SQUARE,
            page_marks::CODE_TOP,
            page_marks::CODE_RIGHT,
            page_marks::CODE,
            page_marks::MODULE,
        ]
        .map(|Mm(length)| f64::from(length));
        let near = inset + square / 2.0;
        let (right, bottom) = (width - near, height - near);
        let squares = [(near, near), (right, near), (right, bottom), (near, bottom)];
        Self {
            squares: squares.map(|(x, y)| Point { x, y }),
            code: Point { x: width - code_right - code, y: code_top },
            module,
        }
    }
}

/// Width and height of a paper, in millimeters.
#[must_use]
pub fn size(paper: Paper) -> (f64, f64) {
    match paper {
        Paper::A4 => (210.0, 297.0),
        Paper::Letter => (215.9, 279.4),
    }
}
