use serde::{Deserialize, Serialize};

/// What was read of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScannedPage {
    /// What its code says.
    pub code: String,
    /// Its fields that are read from paper, in the order of the page.
    pub fields: Vec<FieldReading>,
}

/// What was read of a field on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldReading {
    /// Its name in the document.
    pub name: String,
    /// What was seen.
    pub seen: Seen,
    /// A picture of it, as a PNG file, until it is stored.
    #[serde(skip)]
    pub png: Option<Vec<u8>>,
    /// Where the picture is stored, from the folder of the records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

/// What was seen of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// A single box, and whether it is crossed.
    Check(bool),
    /// The box of a choice that is crossed.
    Choice(Option<String>),
    /// A space to write on, with nothing on it.
    Blank,
    /// A space to write on, with something on it.
    Handwritten,
    /// Something that is not certain: why.
    Asked(String),
}

/// A page that was read, and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSheet {
    /// What was read of it.
    pub page: ScannedPage,
    /// The path of the file.
    pub file: String,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The page of the file, from 1.
    pub file_page: u32,
}
