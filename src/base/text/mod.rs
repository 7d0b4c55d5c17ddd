//! Words and names: which known word a mistyped one stands for, and names of which no two are alike.

mod listed;
mod nearest;
mod unique_names;

pub use listed::listed;
pub use nearest::nearest;
pub use unique_names::UniqueNames;
