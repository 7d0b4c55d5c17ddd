//! Words and names: ids, slugs, unique names, texts in one form, the known word nearest to a mistyped one, lists of names, numbers of things, and texts on one line.

mod composed;
mod counted;
mod id;
mod listed;
mod name_key;
mod nearest;
mod one_line;
mod seen;
mod slug;
mod unescaped;
mod unique_names;

pub use composed::composed;
pub use counted::counted;
pub use id::{MAX_ID_LENGTH, is_id};
pub use listed::listed;
pub use name_key::name_key;
pub use nearest::nearest;
pub use one_line::{one_line, printed_line};
pub use seen::seen;
pub use slug::slug;
pub use unescaped::unescaped;
pub use unique_names::UniqueNames;
