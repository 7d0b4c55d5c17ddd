//! Where the marks are by which a page is read back from paper: a square in each corner, and a code that identifies the page.
//!
//! Paper that is printed already does not change: these measures stay as they are.

use super::unit::Mm;

/// From the edges of the paper to the squares.
pub const INSET: Mm = Mm(10.0);
/// The length of a side of a square.
pub const SQUARE: Mm = Mm(6.0);
/// From the top edge of the paper to the code.
pub const CODE_TOP: Mm = Mm(10.0);
/// From the code to the right edge of the paper. The code's place tells a page that is upside down.
pub const CODE_RIGHT: Mm = Mm(20.0);
/// The length of a side of the code.
pub const CODE: Mm = Mm(12.0);
/// The length of a side of a module, the smallest part of the code.
pub const MODULE: Mm = Mm(0.75);
/// How many modules wide and high the code is.
pub const MODULES: usize = 16;
