//! In: a kit, and templates. Out: Markdown.
//!
//! Everything that a template is given is text, and comes out as text: the environment escapes it, so that no template has to
//! think of it. This room must not know what the Markdown is printed on, or where templates are kept.

mod environment;
mod escape;
mod fault;
mod functions;
mod own;
mod tags;
mod traced;

pub use environment::{BUILT_IN, Part, Templates};
pub use own::Own;
