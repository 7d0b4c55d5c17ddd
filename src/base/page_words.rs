//! The words of headers, footers and form fields: messages give them, documents may replace them, and pages show them.

/// The words that are printed, or read aloud, beside the text of a document, in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWords {
    /// The page number, with `{page}` and `{pages}`.
    pub page: String,
    /// The code of the kit, with `{kit}`.
    pub kit: String,
    /// The packet, with `{packet}`.
    pub packet: String,
    /// A person at the top of a page, with `{label}` and `{name}`, in this order.
    pub name: String,
    /// What a screen reader calls the field that identifies the document.
    pub identity: String,
    /// What follows the code if the text may have been edited after it was made under the code.
    pub edited: String,
    /// What follows the title of a question that continues from the page before.
    pub continued: String,
    /// The name of a space for notes.
    pub notes: String,
    /// The name of a field that has no words of its own, under no heading, in a document without a title.
    pub blank: String,
    /// The title of a document without a title and without a heading.
    pub untitled: String,
}

impl PageWords {
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

    /// A person at the top of a page.
    #[must_use]
    pub fn name(&self, label: &str, name: &str) -> String {
        let (before, after) = self.around_name();
        format!("{}{name}{after}", before.replace("{label}", label))
    }

    /// What is before the blank for the name of a person.
    #[must_use]
    pub fn label(&self, label: &str) -> String {
        self.around_name().0.trim_end().replace("{label}", label)
    }

    #[expect(
        clippy::expect_used,
        reason = "messages and front matter are read with all placeholders"
    )]
    fn around_name(&self) -> (&str, &str) {
        self.name.split_once("{name}").expect("the words of a name contain `{name}`")
    }

    /// The packet.
    #[must_use]
    pub fn packet(&self, id: &str) -> String {
        self.packet.replace("{packet}", id)
    }
}
