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
mod language_files;
mod list;
mod locales;
mod page_words;
mod plurals;
mod review;
mod texts;
mod times;
mod translation;
mod wording;

pub use built_in::BUILT_IN;
pub use english::english;
pub use error::TextError;
pub use file::LocaleFile;
pub use locales::Locales;
pub use plurals::plural_categories;
pub use texts::{Argument, Locale};
pub use translation::file_to_translate;
pub use wording::Wording;
