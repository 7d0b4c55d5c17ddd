use std::sync::LazyLock;

use super::built_in::{BUILT_IN, built_in_name, language};
use super::file::Messages;
use super::texts::Locale;
use crate::base::diagnostic::Diagnostics;
use crate::base::source::{Source, Sources};

/// The program's own English messages, for what it reports on a terminal.
#[must_use]
#[expect(clippy::expect_used, reason = "a test reads every file of the table")]
pub fn english() -> &'static Locale {
    static ENGLISH: LazyLock<Locale> = LazyLock::new(|| {
        let (tag, text) = BUILT_IN[0];
        let mut sources = Sources::new();
        let source = sources.add(Source { name: built_in_name(tag), text: text.to_owned() });
        let messages = Messages::read(&sources, source, &mut Diagnostics::new());
        Locale::new(&language(tag), vec![messages.expect("the file has no faults")], None)
    });
    &ENGLISH
}
