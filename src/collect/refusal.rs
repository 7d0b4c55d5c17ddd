use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::value::Place;

/// Why there is no record of a file, or of a document in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The path of the file, as it was given or found.
    pub file: String,
    /// The page of a PDF on which the fault is, from 1. Null if it is in no one page.
    pub page: Option<u32>,
    /// The line of a text on which the fault is, from 1. Null if it is in no one line.
    pub line: Option<u32>,
    /// What kind of fault it is.
    pub code: RefusalCode,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Refusal {
    /// Where the fault is in the file.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { page: self.page, line: self.line }
    }
}

/// What kind of fault a file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RefusalCode {
    /// A PDF without fields, such as one that was printed to PDF or flattened.
    NoFormFields,
    /// The document does not say which kit and packet it is of, or is no document of this program.
    NotOurs,
    /// A document of another kit than the one that was asked for.
    OtherKit,
    /// Its text was edited after it was built.
    Edited,
    /// It can be opened only with a password, or is encrypted.
    Encrypted,
    /// It cannot be read as what its name or its first bytes say it is.
    Damaged,
    /// Fields of the document are missing, or were added.
    Incomplete,
    /// Another file is the same document of the same packet.
    Duplicate,
    /// Another document of the same kit and packet is filled in for somebody else.
    SamePacketId,
    /// It is larger, or needs more memory, than is allowed.
    TooLarge,
    /// No code is seen on a page of a scan, or it is not legible.
    NoPageCode,
    /// Fewer than three corner squares of a page are seen.
    CornersHidden,
    /// A page of a scan is too dark.
    TooDark,
    /// The boxes of a page are not where they should be.
    Misplaced,
    /// Several pages are in one picture.
    SeveralPages,
    /// The blank print of a page was not given.
    KitMissing,
    /// The file itself cannot be read.
    Unreadable,
}

impl RefusalCode {
    /// All codes, in the order in which they are documented.
    pub const ALL: [Self; 17] = [
        Self::NoFormFields,
        Self::NotOurs,
        Self::OtherKit,
        Self::Edited,
        Self::Encrypted,
        Self::Damaged,
        Self::Incomplete,
        Self::Duplicate,
        Self::SamePacketId,
        Self::TooLarge,
        Self::NoPageCode,
        Self::CornersHidden,
        Self::TooDark,
        Self::Misplaced,
        Self::SeveralPages,
        Self::KitMissing,
        Self::Unreadable,
    ];

    /// The code, as files and messages have it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoFormFields => "no-form-fields",
            Self::NotOurs => "not-ours",
            Self::OtherKit => "other-kit",
            Self::Edited => "edited",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::Incomplete => "incomplete",
            Self::Duplicate => "duplicate",
            Self::SamePacketId => "same-packet-id",
            Self::TooLarge => "too-large",
            Self::NoPageCode => "no-page-code",
            Self::CornersHidden => "corners-hidden",
            Self::TooDark => "too-dark",
            Self::Misplaced => "misplaced",
            Self::SeveralPages => "several-pages",
            Self::KitMissing => "kit-missing",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Serialize for RefusalCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for RefusalCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let known = Self::ALL.into_iter().find(|code| code.code() == text);
        known.ok_or_else(|| serde::de::Error::custom(format!("unknown code `{text}`")))
    }
}

impl JsonSchema for RefusalCode {
    fn schema_name() -> Cow<'static, str> {
        "RefusalCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Self::ALL.map(Self::code) })
    }
}
