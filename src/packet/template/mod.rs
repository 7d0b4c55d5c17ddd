//! A view and a template become Markdown.
//!
//! Everything that a template is given is text, and comes out as text: the environment escapes it, so that no template has to
//! think of it. Nothing here knows what the Markdown is printed on, or where templates are kept.

mod destination;
mod environment;
mod escape;
mod fault;
mod functions;
mod marked;
mod tags;
mod tracked;
mod user_locale;
mod user_template;
mod words;

pub use environment::Templates;
pub use user_template::UserTemplate;
