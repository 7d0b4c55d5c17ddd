use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{Sources, Span, Spanned};
use crate::base::text::{nearest, one_line};
use crate::base::yaml::{Entry, Fault, Mapping, MappingKind, Node, Value};

/// A mapping of a brand file that is being read.
pub(super) struct Fields<'a>(Mapping<'a>);

/// More entries than the colors or fonts of any brand.
const MAX_ENTRIES: usize = 200;
/// The longest text, in characters.
const MAX_TEXT: usize = 500;

fn report(_: Fault, message: String) -> Diagnostic {
    Diagnostic::error("brand", message)
}

/// A fault in a brand file.
pub(super) fn fault(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::error("brand", message).at(span)
}

impl<'a> Fields<'a> {
    /// Opens a mapping; anything else is a fault.
    pub(super) fn open(
        node: Node,
        name: &'static str,
        sources: &'a Sources,
        diagnostics: &'a mut Diagnostics,
    ) -> Option<Self> {
        if !matches!(node.value, Value::Mapping(_)) {
            let message =
                format!("expected a mapping for this {name}, found {}", node.value.kind());
            diagnostics.push(fault(message, node.span).help("write lines such as `key: value`"));
            return None;
        }
        Mapping::open(node, MappingKind::new(name, report), sources, diagnostics).map(Self)
    }

    /// Opens the mapping of a key, if the key is there.
    pub(super) fn section(&mut self, key: &'static str, name: &'static str) -> Option<Fields<'_>> {
        let node = self.take(key)?;
        self.inner(node, name)
    }

    /// Opens a mapping that is inside this one.
    pub(super) fn inner(&mut self, node: Node, name: &'static str) -> Option<Fields<'_>> {
        Fields::open(node, name, self.0.sources, &mut *self.0.diagnostics)
    }

    /// The value of a key, unless it is missing or empty.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Node> {
        self.0.take(key)
    }

    /// Accepts keys that have no effect on printed pages.
    pub(super) fn accept(&mut self, keys: &[&'static str]) {
        for key in keys {
            self.0.take(key);
        }
    }

    /// A text on one line, if the key is there.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.take(key)?;
        self.text_of(node, key)
    }

    /// A text that must be there.
    pub(super) fn need_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.0.need(key)?;
        self.text_of(node, key)
    }

    /// A value that must be a text.
    pub(super) fn text_of(&mut self, node: Node, key: &str) -> Option<Spanned<String>> {
        let Spanned { value, span } = self.0.text(node, key)?;
        let value = one_line(&value);
        let found = if value.is_empty() {
            Some(
                fault(format!("`{key}` is empty"), span.clone())
                    .help("add a value, or remove the line"),
            )
        } else if value.chars().nth(MAX_TEXT).is_some() {
            let message = format!("`{key}` is longer than {MAX_TEXT} characters");
            Some(fault(message, span.clone()).help("shorten it"))
        } else {
            value.chars().find(|char| char.is_control()).map(|char| {
                let message =
                    format!("`{key}` contains the control character U+{:04X}", u32::from(char));
                fault(message, span.clone()).help("remove it")
            })
        };
        match found {
            Some(found) => {
                self.push(found);
                None
            }
            None => Some(Spanned { value, span }),
        }
    }

    /// The value for light paper, where brand.yml has one for light screens and one for dark ones.
    pub(super) fn light(&mut self, node: Node, key: &'static str) -> Option<Node> {
        match &node.value {
            Value::Mapping(entries) if entries.iter().any(is_light_or_dark) => {
                let mut both = self.inner(node, key)?;
                let light = both.take("light");
                both.accept(&["dark"]);
                both.close();
                light
            }
            _ => Some(node),
        }
    }

    /// The items of a list.
    pub(super) fn items(&mut self, node: Node, key: &str) -> Vec<Node> {
        self.0.items(node, key, MAX_ENTRIES)
    }

    /// The items of a list that must have at least one.
    pub(super) fn some_items(&mut self, node: Node, key: &str) -> Vec<Node> {
        self.0.some_items(node, key, MAX_ENTRIES)
    }

    /// Reports a value of another type than its key wants.
    pub(super) fn wrong_type(&mut self, key: &str, wanted: &str, node: &Node) {
        let help = format!("write `{key}: …`");
        self.0.wrong_type(key, wanted, &node.value, node.span.clone(), Some(&help));
    }

    pub(super) fn push(&mut self, found: Diagnostic) {
        self.0.diagnostics.push(found);
    }

    /// Where the mapping begins.
    pub(super) fn span(&self) -> Span {
        self.0.span()
    }

    /// All entries that have not been taken, for a mapping whose keys the user chooses.
    pub(super) fn into_entries(self) -> Vec<Entry> {
        self.0.into_entries()
    }

    /// Ends the reading of a mapping in which other programs have keys. One that is nearly `own` is a fault.
    pub(super) fn close_beside_others(self, own: &'static str) {
        let is_near = |key: &&Spanned<String>| nearest(&key.value, [own]).is_some();
        let near: Vec<Spanned<String>> = self.0.untaken_keys().filter(is_near).cloned().collect();
        for key in near {
            let found = fault(format!("unknown key `{}`", key.value), key.span);
            self.0.diagnostics.push(found.suggest(&key.value, [own]));
        }
    }

    /// Ends the reading: every key that was not asked for is a fault.
    pub(super) fn close(self) {
        self.0.close();
    }
}

fn is_light_or_dark(entry: &Entry) -> bool {
    matches!(entry.key.value.as_str(), "light" | "dark")
}
