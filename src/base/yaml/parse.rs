use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde_saphyr::granit_parser::{self, Event, Parser, ScalarStyle, Tag};

use super::fault::{self, Last};
use super::place::{MAX_DEPTH, MAX_NODES, MAX_REPEATED_BYTES, Place};
use super::{Entry, Node, Value};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::{SourceId, Sources, Span, Spanned};

type Fault = Box<Diagnostic>;

/// Reads a text, or the part of it from byte `from` to byte `to`, as one YAML document.
pub fn parse(sources: &Sources, id: SourceId, from: usize, to: usize) -> Result<Node, Fault> {
    let whole = &sources.get(id).text;
    let to = whole.floor_char_boundary(to);
    let from = whole.floor_char_boundary(from).min(to);
    let text = &whole[from..to];
    // A byte order mark is no part of the text.
    let (text, from) = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => (rest, from + '\u{FEFF}'.len_utf8()),
        None => (text, from),
    };
    let place = Place { text, id, from };
    let options = granit_parser::options! { emit_anchor_events: true };
    let mut composer = Composer::new(place);
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => composer.take(event, span)?,
            Err(error) => return Err(Box::new(fault::of(&error, place, &composer.last))),
        }
    }
    composer.finish()
}

/// Makes a tree of what the library reads, one event after the other.
struct Composer<'t> {
    place: Place<'t>,
    /// The lists and mappings that have begun, each within the one before.
    open: Vec<Open>,
    anchors: BTreeMap<usize, Anchor>,
    root: Option<Node>,
    has_document: bool,
    /// What the library read last.
    last: Last,
    /// How many values the tree has, with all that aliases stand for.
    nodes: usize,
    /// How much text aliases repeat, in bytes.
    repeated: usize,
    /// How large everything is that aliases may stand for.
    kept: Size,
}

/// A list or a mapping that has begun.
struct Open {
    span: Span,
    anchor: usize,
    size: Size,
    /// How many levels of lists and mappings are in it.
    height: usize,
    inside: Inside,
}

enum Inside {
    List(Vec<Node>),
    Mapping(Vec<Entry>, Option<Spanned<String>>),
}

/// What an alias stands for.
struct Anchor {
    /// Absent while its list or mapping has not ended.
    node: Option<Node>,
    size: Size,
    height: usize,
    /// The name with its `&`, where it is before a single value.
    token: Option<Range<usize>>,
    is_used: bool,
}

/// How much memory something takes.
#[derive(Clone, Copy, Default)]
struct Size {
    nodes: usize,
    bytes: usize,
}

impl Size {
    fn add(&mut self, more: Self) {
        self.nodes = self.nodes.saturating_add(more.nodes);
        self.bytes = self.bytes.saturating_add(more.bytes);
    }
}

/// A node that has been read whole.
struct Whole {
    node: Node,
    size: Size,
    height: usize,
}

impl<'t> Composer<'t> {
    fn new(place: Place<'t>) -> Self {
        Self {
            place,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            root: None,
            has_document: false,
            last: Last::default(),
            nodes: 0,
            repeated: 0,
            kept: Size::default(),
        }
    }

    fn take(&mut self, event: Event<'_>, span: granit_parser::Span) -> Result<(), Fault> {
        let start = span.start.byte_offset().unwrap_or(self.last.end);
        let bytes = start..span.end.byte_offset().unwrap_or(start);
        match event {
            Event::DocumentStart(is_explicit, _) => self.document(is_explicit, &bytes)?,
            Event::Scalar(text, style, anchor, tag) => {
                self.tag(tag.as_deref(), span, &bytes)?;
                self.scalar(text, style, anchor, tag.as_deref(), &bytes)?;
                self.last.scalar = Some(bytes.clone());
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.tag(tag.as_deref(), span, &bytes)?;
                self.begin(Inside::List(Vec::new()), anchor, &bytes)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.tag(tag.as_deref(), span, &bytes)?;
                self.begin(Inside::Mapping(Vec::new(), None), anchor, &bytes)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end()?,
            Event::Alias(id) => self.alias(id, &bytes)?,
            Event::Anchor(id, _) => {
                // The name is before what was read last, so it is not the end of what was read.
                if let Some(anchor) = self.anchors.get_mut(&id) {
                    anchor.token = anchor.node.is_some().then_some(bytes);
                }
                return Ok(());
            }
            _ => {}
        }
        self.last.end = bytes.end.max(self.last.end);
        self.last.bracket = self.open.iter().rev().find_map(|open| self.bracket(open));
        Ok(())
    }

    /// Where a list or a mapping in brackets begins.
    fn bracket(&self, open: &Open) -> Option<usize> {
        let start = open.span.bytes.start - self.place.from;
        self.place.text[start..].starts_with(['[', '{']).then_some(start)
    }

    fn document(&mut self, is_explicit: bool, bytes: &Range<usize>) -> Result<(), Fault> {
        if self.has_document {
            let message = "a second YAML document begins here";
            let help = "use one document: delete the lines `---` and `...` after the first one";
            return Err(Box::new(self.place.fault(message, bytes).help(help)));
        }
        self.has_document = true;
        if is_explicit && let Some(unknown) = fault::unknown_directive(self.place.text, bytes.start)
        {
            let fault = self.place.fault(
                "this line begins with `%`, which makes it a YAML directive, but an unknown one",
                &unknown,
            );
            return Err(Box::new(fault.help("delete the line, or put it in quotes if it is text")));
        }
        Ok(())
    }

    /// Refuses a tag that says more than what is read of any value.
    fn tag(
        &self,
        tag: Option<&Tag>,
        span: granit_parser::Span,
        node: &Range<usize>,
    ) -> Result<(), Fault> {
        let Some(tag) = tag.filter(|tag| tag.core_suffix().is_none()) else { return Ok(()) };
        let bytes = span.tag_span().and_then(|span| span.byte_range());
        let bytes = bytes.unwrap_or(node.start..node.start);
        let message = format!("`{}` is a YAML tag, and tags are not supported", tag.original());
        let fault = self.place.fault(message, &bytes);
        let is_long = ["!!", "!<"].iter().any(|sign| tag.original().starts_with(sign));
        Err(Box::new(if is_long {
            fault.help("delete the tag")
        } else {
            let fault = fault.help("delete the tag if it is not part of the text");
            fault::or_in_quotes(fault, self.place, bytes.start)
        }))
    }

    fn scalar(
        &mut self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        bytes: &Range<usize>,
    ) -> Result<(), Fault> {
        let tag = tag.and_then(Tag::core_suffix);
        let is_plain = style == ScalarStyle::Plain;
        // The library has a word for a value that was left out.
        let text = if is_plain && bytes.is_empty() { Cow::Borrowed("") } else { text };
        let is_null = match tag {
            None => is_plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL"),
            Some(tag) => tag == "null",
        };
        if is_plain && &*text == "<<" && self.wants_key() {
            let message = "the merge key `<<` is not supported";
            let help = "replace this line with the keys that it stands for";
            return Err(Box::new(self.place.fault(message, bytes).help(help)));
        }
        if self.wants_key() {
            if is_plain && text.is_empty() {
                let fault = self.place.fault("there is no key before this colon", bytes);
                return Err(Box::new(fault.help("write the key, or put the text in quotes")));
            }
            self.count(1, bytes)?;
            self.key(text.into_owned(), anchor, bytes)
        } else {
            self.count(1, bytes)?;
            if is_plain && let Some(fault) = fault::cut_short(self.place, &text, bytes) {
                return Err(Box::new(fault));
            }
            let size = Size { nodes: 1, bytes: text.len() };
            let value = if is_null { Value::Null } else { Value::Scalar(text.into_owned()) };
            let node = Node { value, span: self.place.span(bytes) };
            self.put(Whole { node, size, height: 0 }, anchor, bytes)
        }
    }

    /// Whether a mapping is open, and its next key is to come.
    fn wants_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { inside: Inside::Mapping(_, None), .. }))
    }

    /// Takes the key of the innermost mapping.
    fn key(&mut self, text: String, anchor: usize, bytes: &Range<usize>) -> Result<(), Fault> {
        let span = self.place.span(bytes);
        let size = Size { nodes: 1, bytes: text.len() };
        if anchor != 0 {
            let node = Node { value: Value::Scalar(text.clone()), span: span.clone() };
            self.keep(anchor, &Whole { node, size, height: 0 }, bytes)?;
        }
        if let Some(open) = self.open.last_mut() {
            open.size.add(size);
            if let Inside::Mapping(_, key) = &mut open.inside {
                *key = Some(Spanned { value: text, span });
            }
        }
        Ok(())
    }

    fn begin(&mut self, inside: Inside, anchor: usize, bytes: &Range<usize>) -> Result<(), Fault> {
        if self.wants_key() {
            return Err(Box::new(self.no_key(bytes)));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(Box::new(fault::too_much(self.place, bytes)));
        }
        self.count(1, bytes)?;
        let size = Size { nodes: 1, bytes: 0 };
        if anchor != 0 {
            let anchored = Anchor { node: None, size, height: 0, token: None, is_used: false };
            self.anchors.insert(anchor, anchored);
        }
        let span = self.place.span(bytes);
        self.open.push(Open { span, anchor, size, height: 1, inside });
        Ok(())
    }

    fn no_key(&self, bytes: &Range<usize>) -> Diagnostic {
        let fault = self.place.fault("a key must be text, not a list or a mapping", bytes);
        let start = self.place.text[..bytes.start].trim_end_matches(['[', '{']).len();
        fault::or_in_quotes(fault, self.place, start)
    }

    fn end(&mut self) -> Result<(), Fault> {
        // The library ends only what it has begun.
        let Some(Open { span, anchor, size, height, inside }) = self.open.pop() else {
            return Ok(());
        };
        let value = match inside {
            Inside::List(items) => Value::List(items),
            Inside::Mapping(entries, _) => Value::Mapping(entries),
        };
        let bytes = span.bytes.start - self.place.from..span.bytes.end - self.place.from;
        self.put(Whole { node: Node { value, span }, size, height }, anchor, &bytes)
    }

    /// Puts a value where it belongs.
    fn put(&mut self, whole: Whole, anchor: usize, bytes: &Range<usize>) -> Result<(), Fault> {
        if anchor != 0 {
            self.keep(anchor, &whole, bytes)?;
        }
        let Whole { node, size, height } = whole;
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        open.size.add(size);
        open.height = open.height.max(height + 1);
        match &mut open.inside {
            Inside::List(items) => items.push(node),
            Inside::Mapping(entries, key) => {
                entries.extend(key.take().map(|key| Entry { key, value: node }));
            }
        }
        Ok(())
    }

    /// Remembers what an alias may stand for.
    fn keep(&mut self, anchor: usize, whole: &Whole, bytes: &Range<usize>) -> Result<(), Fault> {
        let Whole { node, size, height } = whole;
        self.kept.add(*size);
        if self.kept.nodes > MAX_NODES || self.kept.bytes > MAX_REPEATED_BYTES {
            return Err(Box::new(fault::too_much(self.place, bytes)));
        }
        let (node, size, height) = (Some(node.clone()), *size, *height);
        self.anchors.insert(anchor, Anchor { node, size, height, token: None, is_used: false });
        Ok(())
    }

    fn alias(&mut self, id: usize, bytes: &Range<usize>) -> Result<(), Fault> {
        let name = self.place.text.get(bytes.clone()).unwrap_or("*");
        let Some(Anchor { node: Some(node), size, height, is_used, .. }) =
            self.anchors.get_mut(&id)
        else {
            let message = format!("`{name}` is a YAML alias inside its own anchor");
            let fault = self.place.fault(message, bytes);
            return Err(Box::new(fault::or_in_quotes(fault, self.place, bytes.start)));
        };
        *is_used = true;
        let (size, height) = (*size, *height);
        // Counted before it is copied: a few lines of aliases to aliases stand for more than any memory holds.
        self.nodes = self.nodes.saturating_add(size.nodes);
        self.repeated = self.repeated.saturating_add(size.bytes);
        let is_too_large = self.nodes > MAX_NODES || self.repeated > MAX_REPEATED_BYTES;
        if is_too_large || self.open.len() + height > MAX_DEPTH {
            return Err(Box::new(fault::too_much(self.place, bytes)));
        }
        let value = node.value.clone();
        if self.wants_key() {
            let Value::Scalar(text) = value else { return Err(Box::new(self.no_key(bytes))) };
            return self.key(text, 0, bytes);
        }
        // What is wrong with the value as a whole is wrong here; what is wrong inside a list is wrong where it is written.
        let node = Node { value, span: self.place.span(bytes) };
        self.put(Whole { node, size, height }, 0, bytes)
    }

    fn count(&mut self, nodes: usize, bytes: &Range<usize>) -> Result<(), Fault> {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > MAX_NODES {
            return Err(Box::new(fault::too_much(self.place, bytes)));
        }
        Ok(())
    }

    fn finish(self) -> Result<Node, Fault> {
        // The name of a single value that nothing repeats was most likely meant as text.
        let lost = self
            .anchors
            .values()
            .find_map(|anchor| anchor.token.clone().filter(|_| !anchor.is_used));
        if let Some(token) = lost {
            let name = self.place.text.get(token.clone()).unwrap_or("&");
            let message = format!("`{name}` is a YAML anchor that nothing refers to");
            let fault = self
                .place
                .fault(message, &token)
                .help(format!("delete `{name}` if it is not part of the text"));
            return Err(Box::new(fault::or_in_quotes(fault, self.place, token.start)));
        }
        let nothing = Node { value: Value::Null, span: self.place.span(&(0..0)) };
        Ok(self.root.unwrap_or(nothing))
    }
}
