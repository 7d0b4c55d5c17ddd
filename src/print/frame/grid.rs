use std::sync::Arc;

use super::{Gray, Place, Rect, Size};
use crate::base::unit::Pt;

/// Filled cells of a grid of squares, such as the modules of a code. All of them are one shape: no seam is to be seen between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The length of a side of a cell.
    pub cell: Pt,
    /// The filled cells.
    pub runs: Arc<[CellRun]>,
    /// How light they are.
    pub gray: Gray,
}

/// Filled cells beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRun {
    /// How many rows are above.
    pub row: u16,
    /// How many cells are to the left.
    pub column: u16,
    /// How many cells are filled.
    pub length: u16,
}

impl Grid {
    /// The areas of a grid whose top left corner is at this place.
    pub fn areas(&self, at: Place) -> impl Iterator<Item = Rect> {
        self.runs.iter().map(move |run| {
            let at = at.moved(self.cell * f32::from(run.column), self.cell * f32::from(run.row));
            Rect { at, width: self.cell * f32::from(run.length), height: self.cell }
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
