//! In: kits, and lock files. Out: what a kit is made of, as a short code and as a lock file; and what has changed since.
//!
//! This room must not know where a lock file lies, or how a kit is printed.

mod content;
mod file;
mod read;

pub use content::code;
use file::Part;
pub use file::{Form, Lock, LockedSeat};
pub use read::read;
