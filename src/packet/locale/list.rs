use icu_segmenter::GraphemeClusterSegmenter;

use super::error::TextError;
use super::texts::{Argument, Locale};

/// The message that joins two items of a list.
const LISTED: &str = "listed";
/// The message that joins two sentences.
const SENTENCES: &str = "sentences";
/// The message that joins two alternatives.
const EITHER: &str = "either";
/// The message that joins a list of two alternatives or more with the last one.
const EITHER_LAST: &str = "either-last";
/// The message for a text that has been cut.
const SHORTENED: &str = "shortened";

impl Locale {
    /// Items in one text, joined as the language joins a list.
    ///
    /// # Errors
    ///
    /// A user's message does not begin with one item and end with the other.
    pub fn listed(&self, items: &[String]) -> Result<String, TextError> {
        self.joined_by(LISTED, items)
    }

    /// Sentences in one text, joined as the language joins them.
    ///
    /// # Errors
    ///
    /// A user's message does not begin with one sentence and end with the other.
    pub fn sentences(&self, items: &[String]) -> Result<String, TextError> {
        self.joined_by(SENTENCES, items)
    }

    fn joined_by(&self, id: &str, items: &[String]) -> Result<String, TextError> {
        if items.len() < 2 {
            return Ok(items.concat());
        }
        // Two private characters show where the items go: the message is put together once, however long the list is.
        let (start, next) = ("\u{F8F0}", "\u{F8F1}");
        let joined = self.joined(id, start.to_owned(), next.to_owned())?;
        let between = joined.strip_prefix(start).and_then(|rest| rest.strip_suffix(next));
        let between = between.ok_or_else(|| TextError::NoList { id: id.to_owned() })?;
        Ok(items.join(between))
    }

    /// Items in one text, as alternatives: `A`, `A or B`, `A, B, or C`.
    ///
    /// # Errors
    ///
    /// A message cannot be put together.
    pub fn either(&self, items: &[String]) -> Result<String, TextError> {
        match items {
            [] => Ok(String::new()),
            [only] => Ok(only.clone()),
            [one, other] => self.joined(EITHER, one.clone(), other.clone()),
            [first @ .., last] => self.joined(EITHER_LAST, self.listed(first)?, last.clone()),
        }
    }

    /// The beginning of a text that fits into `width` characters, with an ellipsis where something is missing. It ends with a whole
    /// word, unless that would leave half of the width empty: not every script writes spaces between words.
    ///
    /// # Errors
    ///
    /// The message for the ellipsis cannot be put together.
    pub fn shortened(&self, text: &str, width: usize) -> Result<String, TextError> {
        if text.chars().count() <= width {
            return Ok(text.to_owned());
        }
        let of_words = text.match_indices(' ').map(|(end, _)| end);
        let of_words = longest_beginning(text, of_words, width);
        let kept = if of_words.chars().count() * 2 < width {
            let letters = GraphemeClusterSegmenter::new().segment_str(text);
            longest_beginning(text, letters, width)
        } else {
            of_words
        };
        self.text(SHORTENED, &[("text", Argument::Text(kept.to_owned()))])
    }

    fn joined(&self, id: &str, start: String, next: String) -> Result<String, TextError> {
        self.text(id, &[("start", Argument::Text(start)), ("next", Argument::Text(next))])
    }
}

/// The longest beginning of a text that ends at one of `ends` (in bytes, ascending) and leaves room for an ellipsis.
fn longest_beginning(text: &str, ends: impl Iterator<Item = usize>, width: usize) -> &str {
    let beginnings = ends.map(|end| &text[..end]);
    let fitting = beginnings.take_while(|it| it.chars().count() < width).last();
    fitting.unwrap_or_default().trim_end_matches([' ', ',', ';', ':', '.', '?'])
}
