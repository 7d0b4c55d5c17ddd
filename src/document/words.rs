use super::text::has_words;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::Sources;
use crate::base::text::one_line;
use crate::base::yaml::{Fault, Mapping, MappingKind, Node};

/// The words that are printed, or read aloud, beside the text of a document, in its language. English where the front matter has
/// none: the program's own documents always have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The page number, with `{page}` and `{pages}`.
    page: String,
    /// The code of the kit, with `{kit}`.
    kit: String,
    /// What stands beside the code where the text may be another than the one that was made under it.
    pub edited: String,
    /// What follows the title of a question that goes on from the page before.
    pub continued: String,
    /// The name of a space for notes.
    pub notes: String,
    /// The name of a field that has no words of its own, under no heading, in a document without a title.
    pub blank: String,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            page: "Page {page} of {pages}".to_owned(),
            kit: "Kit {kit}".to_owned(),
            edited: "edited".to_owned(),
            continued: "continued".to_owned(),
            notes: "Notes".to_owned(),
            blank: "To be filled in".to_owned(),
        }
    }
}

const KIND: MappingKind = MappingKind {
    expected: Some("expected `words` to be a mapping"),
    help: Some("write `words: {page: \"Page {page} of {pages}\"}`, or remove the line"),
    ..MappingKind::new("mapping of words", report)
};

fn report(fault: Fault, message: String) -> Diagnostic {
    match fault {
        Fault::UnknownKey | Fault::DuplicateKey => Diagnostic::warning("front-matter", message),
        _ => Diagnostic::error("front-matter", message),
    }
}

impl Words {
    /// The page number: both count from 1.
    #[must_use]
    pub fn page(&self, page: usize, pages: usize) -> String {
        self.page.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string())
    }

    /// The code of the kit.
    #[must_use]
    pub fn kit(&self, code: &str) -> String {
        self.kit.replace("{kit}", code)
    }

    /// Reads the words that the front matter gives.
    pub(super) fn read(node: Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Self {
        let mut words = Self::default();
        let Some(mut mapping) = Mapping::open(node, KIND, sources, diagnostics) else {
            return words;
        };
        let Self { page, kit, edited, continued, notes, blank } = &mut words;
        take(&mut mapping, "page", Some("{page}"), page);
        take(&mut mapping, "kit", Some("{kit}"), kit);
        take(&mut mapping, "edited", None, edited);
        take(&mut mapping, "continued", None, continued);
        take(&mut mapping, "notes", None, notes);
        take(&mut mapping, "blank", None, blank);
        mapping.close();
        words
    }
}

/// Takes the words of a key, which must have what stands for a number or a code: it would be missing on paper without a trace.
fn take(mapping: &mut Mapping<'_>, key: &'static str, needed: Option<&str>, words: &mut String) {
    let Some(text) = mapping.take(key).and_then(|node| mapping.text(node, key)) else { return };
    let needed = needed.filter(|needed| !text.value.contains(needed));
    if let Some(needed) = needed {
        let message = format!("`{key}` does not contain `{needed}`");
        let fault = Diagnostic::error("front-matter", message).at(text.span);
        mapping
            .diagnostics
            .push(fault.help(format!("add `{needed}` where the value should appear")));
    } else if has_words(&text.value) {
        *words = one_line(&text.value);
    }
}
