use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Message, Pattern};
use fluent_syntax::parser::{ErrorKind, ParserError};

use super::entry::References;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Span};
use crate::base::unit::Language;

/// A Fluent file of a user: what it is called and which language it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleFile {
    /// The language, as the file's name says: `locales/de.ftl` is German.
    pub language: Language,
    /// Its text.
    pub source: SourceId,
}

/// The messages of one file, in a form that can be put together with those of others.
pub(super) struct Messages {
    pub(super) resource: Arc<FluentResource>,
    pub(super) source: SourceId,
    /// The messages by name, each with what it refers to.
    pub(super) by_id: BTreeMap<String, References>,
    /// The terms by name, without the hyphen, each with what it refers to.
    pub(super) terms: BTreeMap<String, References>,
}

/// How deep braces and parentheses may be nested. The parser calls itself for each level, so it must not be given any number.
const MAX_DEPTH: usize = 40;

/// Many times as many as the program's own documents have. Each message is followed to all that it contains.
const MAX_ENTRIES: usize = 1000;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

impl Messages {
    /// Reads a file and reports everything that is wrong with it by itself.
    pub(super) fn read(
        sources: &Sources,
        source: SourceId,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let text = sources.get(source).text.as_str();
        if let Some(at) = too_deep(text) {
            let message = format!("this is nested more than {MAX_DEPTH} levels deep");
            let fault = Diagnostic::error("locale", message).at(Span::new(source, at..at));
            found.push(fault.help("divide the message into several"));
            return None;
        }
        let body = text.trim_start_matches(BYTE_ORDER_MARK);
        let resource = match FluentResource::try_new(body.to_owned()) {
            Ok(resource) => resource,
            Err((_, errors)) => {
                let skipped = text.len() - body.len();
                found.extend(errors.iter().map(|error| unparsed(error, source, skipped)));
                return None;
            }
        };
        if resource.entries().count() > MAX_ENTRIES {
            let message = format!("this file has more than {MAX_ENTRIES} messages and terms");
            let fault = Diagnostic::error("locale", message).at(Span::new(source, 0..0));
            found.push(fault.help("remove those that no template uses"));
            return None;
        }
        let resource = Arc::new(resource);
        let mut file = Self { resource, source, by_id: BTreeMap::new(), terms: BTreeMap::new() };
        file.collect(text, found);
        Some(file)
    }

    /// The texts of the messages, by name.
    pub(super) fn patterns(&self) -> BTreeMap<&str, &Pattern<&str>> {
        let pattern = |entry| match entry {
            &Entry::Message(Message { ref id, ref value, .. }) => Some((id.name, value.as_ref()?)),
            _ => None,
        };
        self.resource.entries().filter_map(pattern).collect()
    }

    fn collect(&mut self, text: &str, found: &mut Diagnostics) {
        let mut fault = |message: String, name: &str, help: &str| {
            let span = Span::new(self.source, place(text, name));
            found.push(Diagnostic::error("locale", message).at(span).help(help));
        };
        let twice = |what: &str, name: &str| {
            let mut places = places(text, name);
            let (first, second) = (places.next().unwrap_or(0..0), places.next().unwrap_or(0..0));
            let line = text[..first.start].matches('\n').count() + 1;
            let help = format!("first defined on line {line}; delete one of the two");
            let fault =
                Diagnostic::error("locale", format!("the {what} `{name}` is defined twice"));
            fault.at(Span::new(self.source, second)).help(help)
        };
        let mut repeated = Vec::new();
        for entry in Arc::clone(&self.resource).entries() {
            let (name, references) = match entry {
                Entry::Message(message) => {
                    let name = message.id.name;
                    let Some(pattern) = &message.value else {
                        fault(
                            format!("the message `{name}` has no text"),
                            name,
                            "write the text after the equals sign",
                        );
                        continue;
                    };
                    if !message.attributes.is_empty() {
                        let message = format!("the message `{name}` has attributes");
                        fault(message, name, "make each of them a message of its own");
                    }
                    let references = References::of(pattern);
                    if self.by_id.insert(name.to_owned(), references.clone()).is_some() {
                        repeated.push(twice("message", name));
                    }
                    (name.to_owned(), references)
                }
                Entry::Term(term) => {
                    let name = format!("-{}", term.id.name);
                    let references = References::of(&term.value);
                    let known = self.terms.insert(term.id.name.to_owned(), references.clone());
                    if known.is_some() {
                        repeated.push(twice("term", &name));
                    }
                    (name, references)
                }
                _ => continue,
            };
            for function in references.functions {
                let message = format!("`{name}` calls the function `{function}`");
                fault(message, &name, "there are no functions: write the text without it");
            }
        }
        found.extend(repeated);
    }
}

/// Where a message or a term is first defined.
pub(super) fn place(text: &str, name: &str) -> Range<usize> {
    places(text, name).next().unwrap_or(0..0)
}

/// Where a message or a term is defined: only a definition begins at the beginning of a line.
fn places(text: &str, name: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let body = line.trim_start_matches(BYTE_ORDER_MARK);
        let at = start + line.len() - body.len();
        start += line.len();
        let rest = body.strip_prefix(name)?;
        rest.trim_start_matches(' ').starts_with('=').then(|| at..at + name.len())
    })
}

/// Where a variable is used in a message or a term.
pub(super) fn place_of_variable(text: &str, name: &str, variable: &str) -> Range<usize> {
    let definition = place(text, name);
    let wanted = format!("${variable}");
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
    let rest = text.get(definition.end..).unwrap_or_default();
    let mut uses = rest.match_indices(&wanted);
    let whole = uses.find(|(at, _)| !rest[at + wanted.len()..].starts_with(is_part));
    match whole {
        Some((at, _)) => definition.end + at..definition.end + at + wanted.len(),
        None => definition,
    }
}

/// Where braces and parentheses become too deep. What stands in quotation marks within braces does not count.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut is_quoted) = (0_usize, false);
    let mut bytes = text.bytes().enumerate();
    let mut line_start = true;
    while let Some((at, byte)) = bytes.next() {
        if line_start && byte == b'#' {
            bytes.by_ref().find(|(_, byte)| *byte == b'\n');
            continue;
        }
        line_start = byte == b'\n';
        match byte {
            b'\n' => is_quoted = false,
            b'\\' if is_quoted => drop(bytes.next()),
            b'"' if depth > 0 => is_quoted = !is_quoted,
            b'{' | b'(' if !is_quoted => depth += 1,
            b'}' | b')' if !is_quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        // Parentheses of the text itself do not nest calls.
        if byte == b'(' && depth == 1 {
            depth = 0;
        }
        if depth > MAX_DEPTH {
            return Some(at);
        }
    }
    None
}

fn unparsed(error: &ParserError, source: SourceId, skipped: usize) -> Diagnostic {
    let place = error.pos.start + skipped..error.pos.end + skipped;
    let (message, help) = plain(&error.kind);
    Diagnostic::error("locale", message).at(Span::new(source, place)).help(help)
}

/// What is wrong with the syntax, and what to do.
fn plain(kind: &ErrorKind) -> (String, &'static str) {
    const GUIDE: &str =
        "the syntax of Fluent is described at https://projectfluent.org/fluent/guide/";
    const ENTRY: &str = "write `name = text`; further lines of the text are indented";
    const DEFAULT: &str = "put `*` before the variant for all other values: `*[other]`";
    let (message, help) = match kind {
        ErrorKind::ExpectedCharRange { range } if range == "a-zA-Z" => {
            return ("a name that starts with a letter is missing here".to_owned(), ENTRY);
        }
        ErrorKind::ExpectedCharRange { range } => {
            return (format!("one of the characters {range} is missing here"), GUIDE);
        }
        ErrorKind::ExpectedToken('=') => ("`=` is missing after the name", ENTRY),
        ErrorKind::ExpectedToken('}') => ("`}` is missing", "close each `{` with `}`"),
        ErrorKind::ExpectedToken(token) => return (format!("`{token}` is missing"), GUIDE),
        ErrorKind::ExpectedMessageField { entry_id } => {
            let message = format!("the message `{entry_id}` has no text");
            return (message, "write the text after the equals sign");
        }
        ErrorKind::ExpectedTermField { entry_id } => {
            let message = format!("the term `-{entry_id}` has no text");
            return (message, "write the text after the equals sign");
        }
        ErrorKind::MissingValue => ("a text is missing here", ENTRY),
        ErrorKind::MissingDefaultVariant => ("no variant is the default", DEFAULT),
        ErrorKind::MultipleDefaultVariants => ("two variants are the default", DEFAULT),
        ErrorKind::UnterminatedStringLiteral => {
            ("a quotation mark is missing", "close each quoted text on the line where it begins")
        }
        ErrorKind::UnbalancedClosingBrace => {
            ("`}` closes nothing", "write `{\"}\"}` for a brace in a text")
        }
        ErrorKind::UnknownEscapeSequence(_) => {
            ("this escape sequence does not exist", "use `\\\\`, `\\\"`, or `\\u` with four digits")
        }
        ErrorKind::ExpectedInlineExpression => (
            "a variable, a message, or a quoted text is missing here",
            "write `{ $variable }`, `{ message }`, or `{ \"text\" }`",
        ),
        other => {
            let message = other.to_string();
            let (first, rest) = message.split_at(message.chars().next().map_or(0, char::len_utf8));
            return (first.to_lowercase() + rest, GUIDE);
        }
    };
    (message.to_owned(), help)
}
