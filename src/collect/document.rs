use crate::base::facts::KnownDetails;
use crate::document::FieldName;

use super::printed::PrintedPage;
use super::record::RecordSource;
use super::refusal::RefusalCode;
use super::value::Place;

/// A file that came back.
#[derive(Clone, Copy, Debug)]
pub struct ReturnedFile<'a> {
    /// Its path, as messages and records name it.
    pub path: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
}

/// A document as it was filled in, before its fields mean anything. The readers of all kinds of files make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledDocument {
    /// What it was read from.
    pub source: RecordSource,
    /// Which document it is.
    pub identity: Identity,
    /// The details that were known when it was built, and are printed on it. `None` where the file does not hold them.
    pub details: Option<KnownDetails>,
    /// Whether what is drawn on its pages is as it was built; for Markdown, whether its text is.
    pub pages: PageState,
    /// Its fields, in the order of the document.
    pub fields: Vec<FilledField>,
    /// What a person should know that is in no field, such as comments that were drawn on a page: a sentence each, with its place.
    pub remarks: Vec<(String, Option<Place>)>,
}

/// Which document it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// The code of the kit, without the number of an interviewer.
    pub kit: String,
    /// The interviewer of a panel, from 1.
    pub part: Option<u32>,
    /// The id of the packet.
    pub packet: String,
    /// The id of the document.
    pub document: String,
}

/// Whether what is drawn on the pages of a document is what was built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageState {
    /// It is.
    AsBuilt,
    /// Another program wrote the pages anew. They show the words that were built, in the same order.
    SameWords,
    /// It is not, or not provably: another program wrote the pages anew, and their words cannot be told.
    Rewritten,
    /// There are no pages to compare.
    Unknown,
}

/// A field as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledField {
    /// Its name within the document.
    pub name: FieldName,
    /// Where it is; of several places, the first.
    pub place: Option<Place>,
    /// What is filled in.
    pub entry: FieldEntry,
    /// The values of the boxes of a choice, in the order of the document. Empty for other fields, and where they are not known.
    pub options: Vec<String>,
}

/// What is filled into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldEntry {
    /// A single box, and whether it is checked.
    Check(bool),
    /// A choice, and the value of the box that is checked.
    Choice(Option<String>),
    /// A text field. White space alone is nothing; otherwise it is word for word what was typed.
    Text(Option<String>),
    /// Something that somebody wrote on paper. It is not read; pictures show it.
    Handwritten,
    /// What is seen contradicts itself: all that was seen.
    Conflict(Vec<String>),
    /// Something that cannot be read: why.
    Unreadable(String),
}

/// A document of a kit as it was built, with which one that came back is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Kit {
    /// Which document it is.
    pub identity: Identity,
    /// The details that are printed on it.
    pub details: KnownDetails,
    /// Its fields, in its order.
    pub fields: Vec<KitField>,
    /// Its Markdown, if it was built as Markdown.
    pub markdown: Option<String>,
    /// Where its fields are on its pages, if it was built as a PDF and that was read.
    pub pages: Vec<PrintedPage>,
}

/// A field of a kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitField {
    /// Its name within the document.
    pub name: FieldName,
    /// What kind of field it is.
    pub kind: FieldKind,
    /// The values of the boxes of a choice. Empty for other fields, and where they are not known.
    pub options: Vec<String>,
}

/// The kind of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A single box.
    Check,
    /// Several boxes.
    Choice,
    /// Text.
    Text,
}

impl FieldKind {
    /// The kind of the field that this is filled into. `None` if it does not show it.
    #[must_use]
    pub fn of(entry: &FieldEntry) -> Option<Self> {
        match entry {
            FieldEntry::Check(_) => Some(Self::Check),
            FieldEntry::Choice(_) => Some(Self::Choice),
            FieldEntry::Text(_) | FieldEntry::Handwritten => Some(Self::Text),
            FieldEntry::Conflict(_) | FieldEntry::Unreadable(_) => None,
        }
    }

    /// What is filled into a blank field of this kind.
    pub(super) fn blank(self) -> FieldEntry {
        match self {
            Self::Check => FieldEntry::Check(false),
            Self::Choice => FieldEntry::Choice(None),
            Self::Text => FieldEntry::Text(None),
        }
    }

    /// How messages name it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Check => "a single box",
            Self::Choice => "a choice",
            Self::Text => "a text field",
        }
    }
}

/// A number in the name of a field, if it is written as our documents write it: `1`, and neither `01` nor `+1`.
pub(super) fn number(text: &str) -> Option<usize> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    if is_plain { text.parse().ok() } else { None }
}

/// The documents of a packet that an interviewer fills in.
pub const OF_INTERVIEWER: [&str; 3] = ["guide", "scoring", "scorecard"];

impl FilledDocument {
    /// Whether it is an export: the data of a form without its pages, which may leave out blank fields.
    #[must_use]
    pub fn is_export(&self) -> bool {
        self.pages == PageState::Unknown
    }

    /// Whether nothing is filled in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let is_blank = |entry: &FieldEntry| {
            matches!(
                entry,
                FieldEntry::Check(false) | FieldEntry::Choice(None) | FieldEntry::Text(None)
            )
        };
        self.fields.iter().all(|field| is_blank(&field.entry))
    }
}

/// Why a file, or a document in it, was not read. The caller adds the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault it is.
    pub code: RefusalCode,
    /// Where it is.
    pub place: Option<Place>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Which document it says that it is, where that can be read.
    pub identity: Option<Box<Identity>>,
}

impl Fault {
    /// A fault without a place.
    pub fn new(code: RefusalCode, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, place: None, message: message.into(), help: help.into(), identity: None }
    }

    /// The fault with its place.
    #[must_use]
    pub fn at(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// The fault with the document that it is of.
    #[must_use]
    pub fn of(mut self, identity: &Identity) -> Self {
        self.identity = Some(Box::new(identity.clone()));
        self
    }
}
