use crate::base::source::{Span, Spanned};

/// A value, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it is.
    pub span: Span,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or `null`.
    Null,
    /// Text, or anything else that is neither list nor mapping, as it was written.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order in which it was written. A key may be in it twice.
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Spanned<String>,
    /// The value.
    pub value: Node,
}

impl Value {
    /// What to do where a text was wanted, and may have been written.
    #[must_use]
    pub fn text_hint(&self) -> Option<&'static str> {
        match self {
            Self::Null | Self::Scalar(_) => None,
            Self::List(_) => Some("quote the text if it starts with `[` or `-`"),
            Self::Mapping(_) => Some("quote the text if it starts with `{` or contains a colon"),
        }
    }

    /// What kind of value it is, in a user's words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "an empty value",
            Self::Scalar(_) => "a single value",
            Self::List(_) => "a list",
            Self::Mapping(_) => "a mapping",
        }
    }
}
