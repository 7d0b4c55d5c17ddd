//! The two streams that a run writes to, and how far long work has come.

mod console;
mod progress;

pub use console::{Console, standard_output_is_closed};
pub use progress::Progress;
