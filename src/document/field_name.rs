use std::fmt;
use std::str::FromStr;

use crate::base::text::{MAX_ID_LENGTH, slug};

/// The name of a form field in a document: `intake.rating`, `intake.rubric.2`, `candidate`.
///
/// It is made of ids and of the places of fields, never of words that people read: a reworded or translated document has fields of
/// the same names. Segments are joined by dots. None of them is empty, and none contains a dot, white space or a control character.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName {
    owner: Option<String>,
    part: String,
}

/// The text is not the name of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldNameError;

impl fmt::Display for FieldNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name is one or more words separated by dots, such as `intake.rating`")
    }
}

impl std::error::Error for FieldNameError {}

/// The owner of the fields that are above every anchor.
const TOP: &str = "form";
/// The field that identifies the document.
const IDENTITY: &str = "identity";

impl FieldName {
    /// The name of a field at the head of every page. It has no owner: it is about the whole document.
    #[must_use]
    pub fn of_page(id: &str) -> Self {
        Self { owner: None, part: id.to_owned() }
    }

    /// The name of the field that identifies the document. No name at the head of a page has it.
    #[must_use]
    pub fn identity() -> Self {
        Self::of_page(IDENTITY)
    }

    /// The name of a part of what an owner has, both given by their ids: `intake`, `rating`.
    #[must_use]
    pub fn of_owner(owner: &str, part: &str) -> Self {
        Self::of(Some(owner), part)
    }

    /// The name of a part of what an owner has. Without an owner, the field is above every anchor.
    pub(super) fn of(owner: Option<&str>, part: &str) -> Self {
        Self { owner: Some(owner.unwrap_or(TOP).to_owned()), part: part.to_owned() }
    }

    /// Whether a text is a name of a field.
    #[must_use]
    pub fn is_name(text: &str) -> bool {
        text.split('.').all(is_segment)
    }

    /// Joins the name of something, or the prefix of a document, with the name of what is in it.
    #[must_use]
    pub fn join(above: &str, below: &str) -> String {
        format!("{above}.{below}")
    }

    /// The id of the question or section that the field belongs to. A field at the head of every page belongs to none.
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    /// What the field is for its owner: `rating`, `rubric.2`, `blank.3`.
    #[must_use]
    pub fn part(&self) -> &str {
        &self.part
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.owner {
            Some(owner) => write!(f, "{owner}.{}", self.part),
            None => f.write_str(&self.part),
        }
    }
}

impl FromStr for FieldName {
    type Err = FieldNameError;

    fn from_str(text: &str) -> Result<Self, FieldNameError> {
        if !Self::is_name(text) {
            return Err(FieldNameError);
        }
        Ok(match text.split_once('.') {
            Some((owner, part)) => Self { owner: Some(owner.to_owned()), part: part.to_owned() },
            None => Self { owner: None, part: text.to_owned() },
        })
    }
}

/// What is put before the names of a document's fields where several documents share one file: `interviewer-1.scorecard`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldScope {
    prefix: Option<String>,
}

impl FieldScope {
    /// The scope of a file that holds one document.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The scope of something within this one, by its id.
    #[must_use]
    pub fn within(self, id: &str) -> Self {
        Self { prefix: Some(self.joined(id)) }
    }

    /// The name in the file of a field of a document.
    #[must_use]
    pub fn name(&self, field: &FieldName) -> String {
        self.joined(&field.to_string())
    }

    fn joined(&self, name: &str) -> String {
        match &self.prefix {
            Some(prefix) => FieldName::join(prefix, name),
            None => name.to_owned(),
        }
    }

    /// The name in its document of a field of the file, if the field is in this scope.
    #[must_use]
    pub fn read(&self, name: &str) -> Option<FieldName> {
        let own = match &self.prefix {
            Some(prefix) => name.strip_prefix(prefix)?.strip_prefix('.')?,
            None => name,
        };
        own.parse().ok()
    }
}

impl fmt::Display for FieldScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.prefix.as_deref().unwrap_or_default())
    }
}

fn is_segment(text: &str) -> bool {
    let is_inside = |char: char| !char.is_whitespace() && !char.is_control();
    // Nearly all names are in ASCII.
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    !text.is_empty() && (is_plain || text.chars().all(is_inside))
}

/// A segment of a name from an anchor, or from a key that a person chose. An id is kept as it is. `None` if it has no letter or digit
/// of ASCII.
pub(super) fn segment(text: &str) -> Option<String> {
    slug(text, MAX_ID_LENGTH)
}
