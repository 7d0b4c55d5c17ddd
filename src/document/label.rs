use super::model::Inline;
use super::text::{has_words, short};
use crate::base::text::one_line;
use crate::base::unit::Language;

/// Words that name a field for people, and the language that they are in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Label {
    pub(super) text: String,
    /// The language, if it is not that of the document. Words in several languages have none of their own.
    pub(super) lang: Option<Language>,
}

impl Label {
    /// Words in the language of the document.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    /// The words of running text.
    pub(super) fn of(content: &[Inline]) -> Self {
        let mut words = Self::default();
        for inline in content {
            match inline {
                Inline::Text { text, lang, .. } => words.push(text, lang.as_ref()),
                Inline::LineBreak => words.push(" ", None),
                _ => {}
            }
        }
        words.one_line()
    }

    /// Adds words that follow directly.
    pub(super) fn push(&mut self, text: &str, lang: Option<&Language>) {
        // What no language has letters in, such as a number, is in all languages.
        if has_letters(text) {
            let is_first = !has_letters(&self.text);
            let is_same = self.lang.as_ref() == lang;
            self.lang = lang.filter(|_| is_first || is_same).cloned();
        }
        self.text.push_str(text);
    }

    /// These words, then a sign, then others.
    pub(super) fn then(&self, sign: &str, other: &Self) -> Self {
        let mut both = self.clone();
        both.push(sign, None);
        both.push(&other.text, other.lang.as_ref());
        both
    }

    /// The words in another form.
    pub(super) fn map(&self, change: impl FnOnce(&str) -> String) -> Self {
        Self { text: change(&self.text), lang: self.lang.clone() }
    }

    /// As much of the words as a description needs, on one line.
    pub(super) fn short(&self) -> Self {
        self.map(short)
    }

    /// The words on one line.
    pub(super) fn one_line(&self) -> Self {
        self.map(one_line)
    }

    /// Whether anything in it can be seen or spoken.
    pub(super) fn has_words(&self) -> bool {
        has_words(&self.text)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}
