use std::sync::Arc;

use super::{Ink, Place, Rect, Size};
use crate::base::unit::Pt;

/// Filled cells of a grid of squares, such as the modules of a code. All of them are one shape: no seam is to be seen between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The length of a side of a cell.
    pub cell: Pt,
    /// The filled cells. Areas may overlap.
    pub filled: Arc<[CellArea]>,
    /// What they are painted in.
    pub ink: Ink,
}

/// Filled cells that make a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellArea {
    /// How many rows are above.
    pub row: u16,
    /// How many cells are to the left.
    pub column: u16,
    /// How many cells wide it is.
    pub columns: u16,
    /// How many cells high it is.
    pub rows: u16,
}

impl Grid {
    /// The areas of a grid whose top left corner is at this place.
    pub fn areas(&self, at: Place) -> impl Iterator<Item = Rect> {
        let length = |cells: u16| self.cell * f32::from(cells);
        self.filled.iter().map(move |area| Rect {
            at: at.moved(length(area.column), length(area.row)),
            width: length(area.columns),
            height: length(area.rows),
        })
    }

    /// How far it reaches to the right and down.
    #[must_use]
    pub fn size(&self) -> Size {
        self.areas(Place::default()).fold(Size::default(), |size, area| Size {
            width: size.width.max(area.right()),
            height: size.height.max(area.bottom()),
        })
    }
}
