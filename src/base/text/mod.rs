//! Words and names: which known word a mistyped one stands for, and names of which no two are alike.

mod nearest;
mod unique_names;

pub use nearest::nearest;
pub use unique_names::Distinct;
