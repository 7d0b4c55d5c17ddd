//! In: a kit, and templates. Out: Markdown.
//!
//! Everything that a template is given is text, and comes out as text: the environment escapes it, so that no template has to
//! think of it. This room must not know what the Markdown is printed on, or where templates are kept.

mod built_in;
mod document;
mod environment;
mod escape;
mod fault;
mod functions;
mod tags;
mod traced;
mod user_template;

pub use built_in::BUILT_IN;
pub use document::Part;
pub use environment::Templates;
pub use user_template::UserTemplate;
