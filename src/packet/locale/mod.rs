//! In: Fluent files, one for each language. Out: the words that the program itself prints in documents.
//!
//! A text of a bank or a user is an argument of a message, never a message. This module must not know what Markdown is: callers
//! escape the arguments.

mod built_in;
mod english;
mod entry;
mod error;
mod file;
mod language;
mod list;
mod locales;
mod page_words;
mod texts;
mod times;

pub use built_in::BUILT_IN;
pub use english::english;
pub use error::TextError;
pub use file::LocaleFile;
pub use locales::Locales;
pub use texts::{Argument, Locale};
