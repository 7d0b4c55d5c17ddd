//! The only place that writes YAML: values through serde, with comments between them.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
pub use serde_saphyr::{DoubleQuoted, FlowMap, FlowSeq};
use serde_saphyr::{SerializerOptions, ser_options, to_string_with_options};

/// The column, from 0, at which the comments behind keys begin.
const COMMENT_COLUMN: usize = 23;

/// Writes a YAML document, one entry after the other.
///
/// ```
/// use interview_kit::base::yaml::Writer;
///
/// let mut writer = Writer::default();
/// writer.comment("Read this first.");
/// writer.entry("title", &"No: one thing");
/// writer.placeholder("theme", "", "strategy, execution or people");
/// assert_eq!(
///     writer.finish(),
///     "# Read this first.\ntitle: \"No: one thing\"\ntheme:                 # strategy, execution or people\n"
/// );
/// ```
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    /// How far the lines are indented.
    indent: usize,
    /// Whether the next line begins an item of a list.
    begins_item: bool,
}

/// A mapping whose keys stay in the order in which they are given.
#[derive(Clone, Debug)]
pub struct Pairs<K, V>(pub Vec<(K, V)>);

impl Writer {
    /// Writes a comment on a line of its own.
    pub fn comment(&mut self, comment: &str) {
        self.line(&format!("# {}", comment_text(comment)));
    }

    /// Writes an empty line.
    pub fn blank_line(&mut self) {
        self.text.push('\n');
    }

    /// Writes a key and its value.
    pub fn entry(&mut self, key: &str, value: &impl Serialize) {
        for line in serialized(&Pairs(vec![(key, value)])).lines() {
            self.line(line);
        }
    }

    /// Writes a key and its value, if there is one.
    pub fn optional_entry(&mut self, key: &str, value: Option<&impl Serialize>) {
        if let Some(value) = value {
            self.entry(key, value);
        }
    }

    /// Writes a key and its value, which must be on one line, with a comment behind them.
    pub fn entry_with_comment(&mut self, key: &str, value: &impl Serialize, comment: &str) {
        let entry = serialized(&Pairs(vec![(key, value)]));
        self.line_with_comment(entry.trim_end_matches('\n'), comment);
    }

    /// Writes a key for a person to fill in: its value is nothing, `[]` or `{}`, and a comment says what it may be.
    pub fn placeholder(&mut self, key: &str, value: &'static str, comment: &str) {
        let space = if value.is_empty() { "" } else { " " };
        self.line_with_comment(&format!("{key}:{space}{value}"), comment);
    }

    /// Writes a key whose value is a list of mappings, one `item` each.
    pub fn list(&mut self, key: &str, items: impl FnOnce(&mut Self)) {
        self.line(&format!("{key}:"));
        self.indent += 2;
        items(self);
        self.indent -= 2;
    }

    /// Writes an item of a list, which is a mapping.
    pub fn item(&mut self, entries: impl FnOnce(&mut Self)) {
        self.indent += 2;
        self.begins_item = true;
        entries(self);
        self.indent -= 2;
    }

    /// The document.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn line_with_comment(&mut self, entry: &str, comment: &str) {
        let width =
            (COMMENT_COLUMN - self.indent.min(COMMENT_COLUMN)).max(entry.chars().count() + 1);
        self.line(&format!("{entry:width$}# {}", comment_text(comment)));
    }

    fn line(&mut self, line: &str) {
        let margin = " ".repeat(self.indent);
        match margin.strip_suffix("  ").filter(|_| self.begins_item) {
            Some(shorter) => self.text.extend([shorter, "- ", line, "\n"]),
            None => self.text.extend([&margin, line, "\n"]),
        }
        self.begins_item = false;
    }
}

/// A text on one line as a YAML scalar in quotes, those that leave most of it as it is.
pub(super) fn quoted(text: &str) -> String {
    let options = ser_options! { quote_all: true };
    written(&text, options).trim_end_matches('\n').to_owned()
}

impl<K: Serialize, V: Serialize> Serialize for Pairs<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}

fn serialized(value: &impl Serialize) -> String {
    // Every value on its own lines would be folded in ways that are hard to compare; texts stay on one line.
    let options = ser_options! { compact_list_indent: false, prefer_block_scalars: false };
    written(value, options)
}

#[expect(
    clippy::expect_used,
    reason = "what is written are texts, numbers, and lists and mappings of them"
)]
fn written(value: &impl Serialize, options: SerializerOptions) -> String {
    to_string_with_options(value, options).expect("texts, lists and mappings are always valid YAML")
}

fn comment_text(text: &str) -> String {
    // What YAML does not allow in a comment (YAML 1.2.2, 5.1), or what would end it.
    let is_forbidden = |char: char| {
        char.is_control()
            || matches!(char, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    text.chars().map(|char| if is_forbidden(char) { ' ' } else { char }).collect()
}
