use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a document says in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<T> {
    /// What it says.
    pub state: State<T>,
    /// Where it says so.
    pub place: Option<Place>,
}

/// What is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State<T> {
    /// This, beyond doubt.
    Answered(T),
    /// Nothing.
    Blank,
    /// Something that somebody wrote on paper. It is not read; the record names pictures of it.
    Handwritten,
    /// Several things that cannot all be true: each of them, with where it was seen if that is not one place.
    Conflict(Vec<String>),
    /// Something that cannot be read: why.
    Unreadable(String),
}

/// Where something is in a file, counted from 1.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The page of a PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The line of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

impl Place {
    /// A file and this place in it, as messages begin: `ana.pdf, page 3` or `ana.md:7`.
    #[must_use]
    pub fn in_file(self, file: &str) -> String {
        match self {
            Self { page: Some(page), .. } => format!("{file}, page {page}"),
            Self { page: None, line: Some(line) } => format!("{file}:{line}"),
            Self { page: None, line: None } => file.to_owned(),
        }
    }
}

/// `page 3` or `line 7`; nothing if neither is known.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { page: Some(page), .. } => write!(f, "page {page}"),
            Self { page: None, line: Some(line) } => write!(f, "line {line}"),
            Self { page: None, line: None } => Ok(()),
        }
    }
}

/// What an interviewer marked on a rating scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// A point of the scale, from 1.
    Score(u8),
    /// That nothing was heard that could be rated. It is an answer, and never a number.
    NotAssessed,
}

impl Rating {
    /// The text that stands for a rating that is not a number, in files and in field values.
    pub const NOT_ASSESSED: &str = "not-assessed";

    /// The score, if it is one.
    #[must_use]
    pub fn score(self) -> Option<u8> {
        match self {
            Self::Score(score) => Some(score),
            Self::NotAssessed => None,
        }
    }

    /// Reads the value of a box of a rating scale. `None` if it is none.
    #[must_use]
    pub fn of(value: &str) -> Option<Self> {
        match value.as_bytes() {
            [digit @ b'1'..=b'9'] => Some(Self::Score(digit - b'0')),
            _ => (value == Self::NOT_ASSESSED).then_some(Self::NotAssessed),
        }
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Score(score) => score.fmt(f),
            Self::NotAssessed => f.write_str(Self::NOT_ASSESSED),
        }
    }
}

impl Serialize for Rating {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Score(score) => serializer.serialize_u8(*score),
            Self::NotAssessed => serializer.serialize_str(Self::NOT_ASSESSED),
        }
    }
}

impl<'de> Deserialize<'de> for Rating {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Raw {
            Score(u8),
            Text(String),
        }
        let (text, is_text) = match Raw::deserialize(deserializer)? {
            Raw::Score(score) => (score.to_string(), false),
            Raw::Text(text) => (text, true),
        };
        let read = Self::of(&text).filter(|rating| is_text == (*rating == Self::NotAssessed));
        read.ok_or_else(|| {
            let message =
                format!("a rating is a number from 1 to 9 or `not-assessed`, not `{text}`");
            serde::de::Error::custom(message)
        })
    }
}

impl JsonSchema for Rating {
    fn schema_name() -> Cow<'static, str> {
        "Rating".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A point of the rating scale, or `not-assessed`, which is an answer and never a number.",
            "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 9 }, { "const": Self::NOT_ASSESSED }]
        })
    }
}

impl<T> Value<T> {
    /// A place where nothing is filled in.
    #[must_use]
    pub fn blank(place: Option<Place>) -> Self {
        Self { state: State::Blank, place }
    }

    /// What is filled in, if that is beyond doubt.
    #[must_use]
    pub fn answer(&self) -> Option<&T> {
        match &self.state {
            State::Answered(value) => Some(value),
            _ => None,
        }
    }

    /// What is filled in, as another type, if it can be one; or else why it cannot be read.
    pub fn and_then<U>(self, read: impl FnOnce(T) -> Result<U, String>) -> Value<U> {
        let state = match self.state {
            State::Answered(value) => match read(value) {
                Ok(value) => State::Answered(value),
                Err(why) => State::Unreadable(why),
            },
            State::Blank => State::Blank,
            State::Handwritten => State::Handwritten,
            State::Conflict(seen) => State::Conflict(seen),
            State::Unreadable(why) => State::Unreadable(why),
        };
        Value { state, place: self.place }
    }
}

impl<T> State<T> {
    /// How files name the kind of state.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Answered(_) => "answered",
            Self::Blank => "blank",
            Self::Handwritten => "handwritten",
            Self::Conflict(_) => "conflict",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

/// A value as files have it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Value_of_{T}")]
struct Raw<T> {
    /// Whether it is `answered`, `blank`, `handwritten`, a `conflict` or `unreadable`. What is handwritten is not read; `pictures` of the record
    /// show it.
    #[schemars(extend("enum" = ["answered", "blank", "handwritten", "conflict", "unreadable"]))]
    state: String,
    /// What is filled in. Only with `answered`.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<T>,
    /// The values that contradict each other. Only with `conflict`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    seen: Vec<String>,
    /// Why it cannot be read. Only with `unreadable`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
}

impl<T: Serialize> Serialize for Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, seen, why) = match &self.state {
            State::Answered(value) => (Some(value), Vec::new(), None),
            State::Blank | State::Handwritten => (None, Vec::new(), None),
            State::Conflict(seen) => (None, seen.clone(), None),
            State::Unreadable(why) => (None, Vec::new(), Some(why.clone())),
        };
        let state = self.state.name().to_owned();
        Raw { state, value, seen, why, place: self.place }.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Value<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Raw { state, value, seen, why, place } = Raw::deserialize(deserializer)?;
        let state = match (state.as_str(), value, seen.is_empty(), why) {
            ("answered", Some(value), true, None) => State::Answered(value),
            ("blank", None, true, None) => State::Blank,
            ("handwritten", None, true, None) => State::Handwritten,
            ("conflict", None, false, None) => State::Conflict(seen),
            ("unreadable", None, true, Some(why)) => State::Unreadable(why),
            (state, ..) => {
                let message = format!(
                    "a value that is `{state}` does not go with these keys; `answered` has `value`, `conflict` has `seen`, \
                     `unreadable` has `why`, and `blank` and `handwritten` have none of them"
                );
                return Err(serde::de::Error::custom(message));
            }
        };
        Ok(Self { state, place })
    }
}

impl<T: JsonSchema> JsonSchema for Value<T> {
    fn schema_name() -> Cow<'static, str> {
        Raw::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Raw::<T>::json_schema(generator)
    }
}
