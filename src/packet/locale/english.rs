use super::built_in::{BUILT_IN, language};
use super::locales::Locales;
use super::texts::Locale;

/// The program's own English messages, for what it reports on a terminal.
#[must_use]
pub fn english() -> &'static Locale {
    let (tag, _) = BUILT_IN[0];
    let (_, locale) = Locales::built_in().of(&language(tag));
    locale
}
