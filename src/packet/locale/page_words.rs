use super::error::TextError;
use super::texts::{Argument, Locale};
use crate::base::page_words::PageWords;

impl Locale {
    /// The words beside the text of a document. The layout replaces what is in braces: the page numbers, the code of the kit, the id
    /// of the packet, and the names of people.
    pub fn page_words(&self) -> Result<PageWords, TextError> {
        let with = |id: &str, names: &[&str]| {
            let value = |name: &&str| Argument::Text(format!("{{{name}}}"));
            let arguments: Vec<_> = names.iter().map(|name| (*name, value(name))).collect();
            self.text(id, &arguments)
        };
        Ok(PageWords {
            page: with("page-number", &["page", "pages"])?,
            kit: with("page-kit", &["kit"])?,
            packet: with("page-packet", &["packet"])?,
            name: with("page-name", &["label", "name"])?,
            identity: with("field-identity", &[])?,
            edited: with("page-edited", &[])?,
            continued: with("page-continued", &[])?,
            notes: with("field-notes", &[])?,
            blank: with("field-blank", &[])?,
            untitled: with("document-untitled", &[])?,
        })
    }
}
