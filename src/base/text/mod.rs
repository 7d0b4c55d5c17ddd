//! Words and names: ids, slugs, unique names, the known word nearest to a mistyped one, lists of names, and texts on one line.

mod id;
mod listed;
mod nearest;
mod one_line;
mod slug;
mod unique_names;

pub use id::{MAX_ID_LENGTH, is_id};
pub use listed::listed;
pub use nearest::nearest;
pub use one_line::{one_line, printed_line};
pub use slug::slug;
pub use unique_names::UniqueNames;
