//! What a document says of itself beside what is printed on it.

use std::fmt;
use std::str::FromStr;

use super::hash::PAGE_DIGITS;
use super::text::one_line;

/// What a document says of itself to whoever reads it back, beside its kit and packet. Nobody sees it on the page.
///
/// It is written as lines of a key, a colon and a value. Keys that are not known are left out when it is read, so that a later version
/// may add some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Which document it is, as the field says that identifies it. `None` if it does not say so.
    pub identity: Option<String>,
    /// The details that were known when it was made.
    pub details: KnownDetails,
    /// How many fields it has, without the one that identifies it. `None` if it does not say so.
    pub fields: Option<usize>,
    /// Digests of the contents of its pages, in their order.
    pub pages: Vec<String>,
    /// Digests of the content streams of its pages as the file has them, as many: these are compared first, since nothing has to be
    /// unpacked for it. Empty if it does not say so.
    pub streams: Vec<String>,
    /// Digests of the words of its pages, as many. Empty if it does not say so.
    pub words: Vec<String>,
}

/// The details of an interview that were known when its documents were made, and are printed on them in place of blanks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct KnownDetails {
    /// Who is interviewed.
    pub candidate: Option<String>,
    /// Who interviews.
    pub interviewer: Option<String>,
    /// The day, as it was given.
    pub date: Option<String>,
    /// The day until which the papers are kept, as it was given.
    pub keep_until: Option<String>,
}

impl KnownDetails {
    /// The keys, in the order in which details are written.
    pub const KEYS: [&str; 4] = ["candidate", "interviewer", "date", "keep-until"];

    /// The details that are known, each with its key.
    pub fn entries(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let values = [&self.candidate, &self.interviewer, &self.date, &self.keep_until];
        Self::KEYS.into_iter().zip(values).filter_map(|(key, value)| Some((key, value.as_deref()?)))
    }

    /// Takes the value of a key, on one line. A value without words is none. Returns whether the key is known.
    pub fn set(&mut self, key: &str, value: &str) -> bool {
        let detail = match key {
            "candidate" => &mut self.candidate,
            "interviewer" => &mut self.interviewer,
            "date" => &mut self.date,
            "keep-until" => &mut self.keep_until,
            _ => return false,
        };
        *detail = Some(one_line(value)).filter(|value| !value.is_empty());
        true
    }
}

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(identity) = &self.identity {
            writeln!(f, "identity: {identity}")?;
        }
        for (key, value) in self.details.entries() {
            writeln!(f, "{key}: {value}")?;
        }
        if let Some(fields) = self.fields {
            writeln!(f, "fields: {fields}")?;
        }
        if !self.pages.is_empty() {
            writeln!(f, "pages: {}", self.pages.join(" "))?;
        }
        if !self.streams.is_empty() {
            writeln!(f, "streams: {}", self.streams.join(" "))?;
        }
        if !self.words.is_empty() {
            writeln!(f, "words: {}", self.words.join(" "))?;
        }
        Ok(())
    }
}

/// The text does not say for certain what a document says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactsError;

impl fmt::Display for FactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key is there twice, the number of fields is not a number, or digests of pages are none or not as many as pages")
    }
}

impl std::error::Error for FactsError {}

impl FromStr for Facts {
    type Err = FactsError;

    fn from_str(text: &str) -> Result<Self, FactsError> {
        let mut facts = Self::default();
        let mut known: Vec<&str> = Vec::new();
        for (key, value) in text.lines().filter_map(|line| line.split_once(": ")) {
            let is_known = match key {
                "identity" => {
                    facts.identity = Some(value.to_owned());
                    true
                }
                "fields" => {
                    facts.fields = Some(value.parse().map_err(|_| FactsError)?);
                    true
                }
                "pages" => {
                    facts.pages = digests(value)?;
                    true
                }
                "streams" => {
                    facts.streams = digests(value)?;
                    true
                }
                "words" => {
                    facts.words = digests(value)?;
                    true
                }
                key => facts.details.set(key, value),
            };
            if is_known && known.contains(&key) {
                return Err(FactsError);
            }
            known.extend(is_known.then_some(key));
        }
        let is_whole = |it: &Vec<String>| it.is_empty() || it.len() == facts.pages.len();
        if ![&facts.streams, &facts.words].into_iter().all(is_whole) {
            return Err(FactsError);
        }
        Ok(facts)
    }
}

fn digests(value: &str) -> Result<Vec<String>, FactsError> {
    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let digest = |word: &str| {
        let is_digest = word.len() == PAGE_DIGITS && word.bytes().all(is_digit);
        is_digest.then(|| word.to_owned()).ok_or(FactsError)
    };
    value.split_whitespace().map(digest).collect()
}
