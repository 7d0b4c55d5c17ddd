//! What was selected, and from what content, as a file; and what has changed since it was written.
//!
//! Nothing here knows where a lock file is, or what is printed of a kit.

mod file;
mod places;
mod read;
mod recipe;

pub use file::Lock;
pub use read::read;
pub use recipe::{LockedInterviewer, Recipe};
