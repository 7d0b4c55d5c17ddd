use std::fmt;
use std::str::FromStr;

use oxilangtag::LanguageTag;
use serde::Serialize;

/// A language as a well-formed tag of BCP 47, written as that recommends: `en`, `pt-BR`, `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(String);

/// A text that is not a valid language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageParseError {
    text: String,
    nearest: Option<Language>,
}

impl Language {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without its script and region: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split_once('-').map_or(&self.0, |(language, _)| language)
    }

    /// The script, if the tag names one: `Hant` of `zh-Hant`.
    #[must_use]
    pub fn script(&self) -> Option<&str> {
        // A single letter or digit begins an extension, and none has a script.
        let mut subtags = self.0.split('-').skip(1).take_while(|subtag| subtag.len() > 1);
        subtags.find(|tag| tag.len() == 4 && tag.bytes().all(|byte| byte.is_ascii_alphabetic()))
    }

    /// Whether it is written from right to left: a property of the script that the tag names, or else of the one in which the language
    /// is usually written.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        match self.script() {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT_LANGUAGES.contains(&self.primary()),
        }
    }

    /// The longest tag that is taken, in bytes: three times as long as any that is in use. It goes with each text in that language.
    const MAX_BYTES: usize = 100;

    fn read(text: &str) -> Option<Self> {
        if text.len() > Self::MAX_BYTES {
            return None;
        }
        // The grammar reserves languages of four to eight letters, and none was ever registered: `English` is a name, not a tag.
        let is_name = text.split('-').next().is_some_and(|language| language.len() > 3);
        let tag = LanguageTag::parse_and_normalize(text).ok().filter(|_| !is_name)?;
        Some(Self(tag.into_inner()))
    }

    /// The longest well-formed beginning of a text, with hyphens between its parts: `de-DE` of `de_DE.UTF-8`.
    fn nearest(text: &str) -> Option<Self> {
        let text = text.split_once(['.', '@']).map_or(text, |(tag, _)| tag);
        let parts = text.split(|char: char| !char.is_alphanumeric());
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        (1..=parts.len()).rev().find_map(|end| Self::read(&parts[..end].join("-")))
    }
}

/// The scripts of today that run from right to left (ISO 15924).
const RIGHT_TO_LEFT_SCRIPTS: [&str; 14] = [
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Syre", "Syrj", "Syrn",
    "Thaa", "Yezi",
];

/// The languages that are usually written in one of these scripts, where the registry of subtags or Unicode's likely subtags say so.
const RIGHT_TO_LEFT_LANGUAGES: [&str; 46] = [
    "acm", "acq", "acw", "adf", "aeb", "afb", "ajp", "apc", "apd", "ar", "arb", "arc", "ars",
    "ary", "arz", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks",
    "lrc", "mzn", "nqo", "pes", "pnb", "prs", "ps", "rhg", "sam", "sd", "sdh", "skr", "syr", "trw",
    "ug", "ur", "uzs", "ydd", "yi",
];

/// The language of texts that do not say theirs: English.
impl Default for Language {
    fn default() -> Self {
        Self("en".to_owned())
    }
}

impl FromStr for Language {
    type Err = LanguageParseError;

    fn from_str(text: &str) -> Result<Self, LanguageParseError> {
        Self::read(text).ok_or_else(|| LanguageParseError {
            text: text.to_owned(),
            nearest: Self::nearest(text),
        })
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl LanguageParseError {
    /// What to do about it.
    pub const HELP: &str = "use a BCP 47 tag, such as `en`, `de`, or `pt-BR`";

    /// The tag that was probably meant, if one is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_ref().map(Language::as_str)
    }
}

impl fmt::Display for LanguageParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a valid language tag", self.text)
    }
}

impl std::error::Error for LanguageParseError {}
