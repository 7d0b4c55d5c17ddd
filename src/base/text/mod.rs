//! Words and names: slugs, names of which no two are alike, the known word that a mistyped one stands for, and lists of names.

mod listed;
mod nearest;
mod one_line;
mod slug;
mod unique_names;

pub use listed::listed;
pub use nearest::nearest;
pub use one_line::one_line;
pub use slug::slug;
pub use unique_names::UniqueNames;
