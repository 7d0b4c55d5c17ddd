//! The diagnostics for a text that cannot be read, in the words of those who write banks and never in those of the library.

use std::ops::Range;

use serde_saphyr::granit_parser::{ErrorKind, ScanError};

use super::place::{MAX_DEPTH, MAX_NODES, Place};
use super::write::quoted;
use crate::base::diagnostic::Diagnostic;

/// What was read before the fault.
#[derive(Default)]
pub(super) struct Last {
    /// Where everything ends that was read.
    pub(super) end: usize,
    /// Where the last single value or key is.
    pub(super) scalar: Option<Range<usize>>,
    /// The place of the open bracket, if there is one.
    pub(super) bracket: Option<usize>,
}

const IN_QUOTES: &str = "put the text in quotes";
/// A longer text is not repeated in a message.
const MAX_FIX_BYTES: usize = 200;

/// The diagnostic for an error of the library.
pub(super) fn of(error: &ScanError, place: Place<'_>, last: &Last) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(last.end).min(place.text.len());
    let at = place.text.floor_char_boundary(at);
    Reader { place, at, last }.say(error.kind())
}

/// More, or deeper, than is read.
pub(super) fn too_much(place: Place<'_>, bytes: &Range<usize>) -> Diagnostic {
    let message = "YAML exceeds the size or nesting limit";
    let help = format!(
        "the limits are {MAX_NODES} values and {MAX_DEPTH} levels; an alias (`*name`) counts as everything it expands to"
    );
    place.fault(message, bytes).help(help)
}

/// Offers the value that begins at a byte in quotes: it may have been meant as text.
pub(super) fn or_in_quotes(fault: Diagnostic, place: Place<'_>, at: usize) -> Diagnostic {
    let value = value_at(place.text, at);
    let text = &place.text[value.clone()];
    if text.is_empty() || text.len() > MAX_FIX_BYTES || value.start != at {
        return fault.help(IN_QUOTES);
    }
    fault.at(place.span(&value)).fix(IN_QUOTES, quoted(text))
}

/// The diagnostic for a text that is most likely cut short by a comment: `Sprint #5`, but not `5 #minutes` or `Sprint # five`.
pub(super) fn cut_short(place: Place<'_>, read: &str, bytes: &Range<usize>) -> Option<Diagnostic> {
    // The end of the line is looked for only where a comment is: a bank may be one line of many megabytes.
    let rest = place.text.get(bytes.end..)?;
    let comment = rest.trim_start_matches([' ', '\t']).strip_prefix('#')?;
    let rest = rest.split(['\r', '\n']).next()?;
    if !comment.starts_with(char::is_alphanumeric) || !read.contains(char::is_alphabetic) {
        return None;
    }
    let word = comment.split_whitespace().next()?;
    let word = &word[..word.floor_char_boundary(60)];
    let message = format!("`#{word}` begins a comment, so this text ends before it");
    let fault = place.fault(message, bytes).help("if it is a comment, write a space after `#`");
    let whole = bytes.start..bytes.end + rest.trim_end().len();
    let text = &place.text[whole.clone()];
    if text.contains(['\r', '\n']) || text.len() > MAX_FIX_BYTES {
        return Some(fault.help(format!("if it is part of the text, {IN_QUOTES}")));
    }
    let reason = format!("if it is part of the text, {IN_QUOTES}");
    Some(fault.at(place.span(&whole)).fix(reason, quoted(text)))
}

/// The first directive before a document that is neither `%YAML` nor `%TAG`.
pub(super) fn unknown_directive(text: &str, before: usize) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.get(..before)?.split_inclusive(['\n', '\r']) {
        let name = line.split_whitespace().next().unwrap_or_default();
        if name.starts_with('%') && !matches!(name, "%YAML" | "%TAG") {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

/// The bytes of the line on which a byte is, its end not included.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let end = text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
    start..end
}

/// The value on the line of a byte, behind the marks of list items and the key, up to a comment.
fn value_at(text: &str, at: usize) -> Range<usize> {
    let line = line_at(text, at);
    let mut start = line.start;
    loop {
        let rest = &text[start..line.end];
        start += rest.len() - rest.trim_start_matches(' ').len();
        match text[start..line.end].strip_prefix("- ") {
            // The mark that the fault is about is a part of the value.
            Some(_) if start < at => start += 2,
            _ => break,
        }
    }
    let rest = &text[start..line.end];
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-');
    let name = rest.find(|char| !is_name(char)).unwrap_or(rest.len());
    if let Some(value) = rest[name..].strip_prefix(": ")
        && name > 0
        && start + name < at
    {
        start = line.end - value.trim_start_matches(' ').len();
    }
    let value = &text[start..line.end];
    let value = value.find(" #").map_or(value, |comment| &value[..comment]);
    start..start + value.trim_end().len()
}

struct Reader<'a> {
    place: Place<'a>,
    at: usize,
    last: &'a Last,
}

impl Reader<'_> {
    fn say(&self, kind: &ErrorKind) -> Diagnostic {
        match kind {
            ErrorKind::MappingValueNotAllowed => self.colon(),
            ErrorKind::InvalidTrailingSingleQuotedScalar => self.behind_quote('\''),
            ErrorKind::InvalidTrailingDoubleQuotedScalar => self.behind_quote('"'),
            ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => self
                .here("this quote is not closed")
                .help("add the same quote at the end of the text"),
            ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
                self.invisible(*character)
            }
            ErrorKind::BomInsideDocument => self.invisible('\u{FEFF}'),
            ErrorKind::UnknownAnchor => self.alias(),
            ErrorKind::UnexpectedCharacter { .. }
            | ErrorKind::MissingAnchorOrAliasName
            | ErrorKind::ExpectedTagBang
            | ErrorKind::InvalidGlobalTagCharacter
            | ErrorKind::InvalidTagEscape
            | ErrorKind::InvalidTagTerminator
            | ErrorKind::InvalidTagUtf8
            | ErrorKind::InvalidTagUtf8LeadingByte
            | ErrorKind::InvalidTagUtf8TrailingByte
            | ErrorKind::MissingTagUri
            | ErrorKind::PlainScalarStartsWithDashFlowIndicator
            | ErrorKind::UnclosedVerbatimTag
            | ErrorKind::UndeclaredTagHandle => self.sign(),
            ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => self
                .sign()
                .help("if the text is meant to be on the lines below, keep only the sign on this line"),
            ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabNotAllowed => {
                let before = self.place.text[..self.at].ends_with('\t');
                let tab = if before { self.at - 1..self.at } else { self.find('\t') };
                self.fault("there is a tab where only spaces are allowed", tab)
                    .help("replace the tab with spaces")
            }
            ErrorKind::UnclosedFlowCollection { open } => {
                let close = if *open == '[' { ']' } else { '}' };
                self.in_brackets(&format!("this `{open}` is not closed"))
                    .help(format!("add `{close}` at its end"))
            }
            ErrorKind::InvalidColonPlacement
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofImplicitFlowMapping => self.between_brackets(),
            ErrorKind::MisplacedFlowCollectionEnd
                if value_at(self.place.text, self.at).start != self.at =>
            {
                let sign = &self.place.text[self.one()];
                self.here(format!("this `{sign}` closes nothing"))
                    .help("delete it, or put the text in quotes")
            }
            ErrorKind::MismatchedFlowCollectionEnd { open, close } => self
                .in_brackets(&format!("this `{open}` is closed by `{close}`"))
                .help("close `[` by `]`, and `{` by `}`"),
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::InvalidUnicodeEscape => self
                .fault("this backslash does not begin a valid escape sequence", self.escape())
                .help("write `\\\\` for one backslash, or put the text in single quotes (`'`)"),
            ErrorKind::CommentNotSeparated | ErrorKind::CommentInterceptedScalar => self
                .here("`#` begins a comment here, in the middle of text")
                .help("put the whole text in quotes, or write a space before the comment"),
            ErrorKind::RecursionLimitExceeded => too_much(self.place, &self.one()),
            ErrorKind::SimpleKeyExpected => self
                .here("this line is neither `key: value` nor a list item")
                .help("write a colon and a space after the key")
                .help("indent the line by more spaces if it continues the text above"),
            ErrorKind::DuplicateTagDirective
            | ErrorKind::DuplicateVersionDirective
            | ErrorKind::ExpectedTagDirectiveBang
            | ErrorKind::InvalidDirectiveName
            | ErrorKind::InvalidDirectiveTerminator
            | ErrorKind::InvalidTagDirectiveTerminator
            | ErrorKind::MissingDirectiveName
            | ErrorKind::MissingDocumentEndBeforeDirective
            | ErrorKind::MissingYamlVersion
            | ErrorKind::MissingYamlVersionSeparator
            | ErrorKind::UnsupportedYamlMajorVersion
            | ErrorKind::YamlVersionTooLong => self.directive(self.at),
            ErrorKind::ExpectedDocumentStart => match self.place.text[..self.at].find('%') {
                Some(directive) if self.last.end == 0 => self.directive(directive),
                _ => self.misfit(),
            },
            ErrorKind::InvalidDocumentEnd => self
                .here("there is text after `...`, which ends the YAML document")
                .help("delete `...`, or put the text in quotes"),
            _ => self.misfit(),
        }
    }

    fn fault(&self, message: impl Into<String>, bytes: Range<usize>) -> Diagnostic {
        self.place.fault(message, &bytes)
    }

    fn here(&self, message: impl Into<String>) -> Diagnostic {
        self.fault(message, self.one())
    }

    /// The character at the fault.
    fn one(&self) -> Range<usize> {
        let char = self.place.text[self.at..].chars().next();
        self.at..self.at + char.map_or(0, char::len_utf8)
    }

    /// The first of some characters at the fault or behind it.
    fn find(&self, char: char) -> Range<usize> {
        let found = self.place.text[self.at..].find(char).map(|found| self.at + found);
        found.map_or(self.one(), |found| found..found + char.len_utf8())
    }

    /// A character that cannot be seen.
    fn invisible(&self, char: char) -> Diagnostic {
        let code = u32::from(char);
        let message = format!("the text contains the invisible character U+{code:04X}");
        self.fault(message, self.find(char))
            .help("delete it, and type the characters next to it again")
    }

    /// A colon where there is no key.
    fn colon(&self) -> Diagnostic {
        let text = self.place.text;
        let before = self.last.scalar.clone().filter(|scalar| scalar.end == self.at);
        let line = line_at(text, self.at);
        match before {
            Some(scalar) if line.contains(&scalar.start) => {
                let fault = self.here("text that contains a colon must be in quotes");
                or_in_quotes(fault, self.place, value_at(text, self.at).start)
            }
            _ => self
                .here("this colon is inside text that begins on a line above")
                .help("if the colon is part of the text, put the whole text in quotes")
                .help("if this line begins with a key, indent it like the keys above")
                .help("if the line above begins with a key, write a space after its colon"),
        }
    }

    /// More text behind a text in quotes.
    fn behind_quote(&self, quote: char) -> Diagnostic {
        let text = self.place.text;
        let open = opening(text, self.last.end..self.at, quote).unwrap_or(self.at);
        if !line_at(text, self.at).contains(&open) {
            let message = "this quote is closed on a later line, in the middle of other text";
            let fault = self.fault(message, open..open + quote.len_utf8());
            return fault.help("close the quote at the end of its own text");
        }
        let fault = self.here("there is more text after the closing quote");
        let value = value_at(text, open);
        let inner = text[value.clone()].strip_prefix(quote).and_then(|it| it.strip_suffix(quote));
        match inner.filter(|_| text[..self.at].ends_with(quote)) {
            // No space is behind the quote: it is an apostrophe, or a quote within quotes.
            Some(inner) if inner.len() <= MAX_FIX_BYTES => {
                let fault = fault.at(self.place.span(&value));
                fault
                    .fix("put text that contains quotes in the other kind of quotes", quoted(inner))
            }
            _ => or_in_quotes(fault, self.place, open),
        }
    }

    /// An alias to nothing.
    fn alias(&self) -> Diagnostic {
        let text = &self.place.text[self.at..line_at(self.place.text, self.at).end];
        let end = text.find(|char: char| char.is_whitespace() || ",[]{}".contains(char));
        let name = &text[..end.unwrap_or(text.len())];
        let name = &name[..name.floor_char_boundary(60)];
        let message = format!(
            "`{name}` is a YAML alias, but there is no anchor `&{}`",
            &name[1.min(name.len())..]
        );
        or_in_quotes(self.here(message), self.place, self.at)
    }

    /// A text that begins with a sign that has a meaning.
    fn sign(&self) -> Diagnostic {
        let sign = &self.place.text[self.one()];
        let fault = self.here(format!("text that begins with `{sign}` must be in quotes"));
        or_in_quotes(fault, self.place, self.at)
    }

    /// Something between brackets that fits nothing.
    fn between_brackets(&self) -> Diagnostic {
        if let Some(open) = self.last.bracket
            && !line_at(self.place.text, self.at).contains(&open)
        {
            let sign = &self.place.text[open..=open];
            return self
                .fault(format!("this `{sign}` is not closed before the next key"), open..open + 1)
                .help("add the closing bracket, or put the text in quotes");
        }
        self.here("a comma or a closing bracket is missing before this")
            .help("separate the items of a list in `[…]` or a mapping in `{…}` with one comma")
            .help("put text that contains a comma, a colon, or a bracket in quotes")
    }

    /// Something in brackets that does not end well.
    fn in_brackets(&self, message: &str) -> Diagnostic {
        let fault = self.here(message);
        let value = value_at(self.place.text, self.at);
        if value.start == self.at { or_in_quotes(fault, self.place, self.at) } else { fault }
    }

    fn directive(&self, at: usize) -> Diagnostic {
        let line = line_at(self.place.text, at);
        self.fault(
            "this line begins with `%`, which makes it a YAML directive, but an invalid one",
            line,
        )
        .help("delete the line, or put it in quotes if it is text")
    }

    /// The backslash that is followed by something unknown.
    fn escape(&self) -> Range<usize> {
        let text = &self.place.text[self.at..];
        let mut chars = text.char_indices();
        while let Some((at, char)) = chars.next() {
            if char != '\\' {
                continue;
            }
            let next = chars.next().map_or(' ', |(_, next)| next);
            let digits = match next {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                next if "0abtnvfre\"/\\N_LP \t\n\r".contains(next) => continue,
                _ => 0,
            };
            let hex = chars.as_str().bytes().take(digits).filter(u8::is_ascii_hexdigit).count();
            if digits == 0 || hex < digits {
                return self.at + at..self.at + at + 1 + next.len_utf8();
            }
        }
        self.one()
    }

    /// A line that does not fit those around it, for one of many reasons.
    fn misfit(&self) -> Diagnostic {
        let text = self.place.text;
        // The character before the fault is on the line of what does not fit, even where the fault is the end of that line.
        let value = value_at(text, text.floor_char_boundary(self.at.saturating_sub(1)));
        let first = text[value.clone()].chars().next();
        let begins = |signs: &str| first.is_some_and(|first| signs.contains(first));
        if value.start == self.at && begins("-?,]}") && value.start > line_start(text, self.at) {
            return self.sign();
        }
        if value.start < self.at && begins("[{*") {
            let sign = first.unwrap_or('[');
            let fault = self.here(format!("there is text after a value that begins with `{sign}`"));
            return or_in_quotes(fault, self.place, value.start);
        }
        let before = &text[line_start(text, self.at)..self.at];
        let indent = before.len() - before.trim_start().len();
        if before.trim().is_empty() || before.trim() == "-" {
            let first = line_start(text, self.at) + indent;
            return self
                .fault("this line does not fit the lines above it", first..first + 1)
                .help(
                    "begin all keys of one mapping, and all items of one list, in the same column",
                )
                .help("put multiline text in quotes, or below a `|`");
        }
        self.here("invalid YAML")
            .help("check for a missing comma, bracket, quote, or space, here or just above")
            .help("put text that contains `: `, ` #`, `,`, or a bracket in quotes")
    }
}

fn line_start(text: &str, at: usize) -> usize {
    line_at(text, at).start
}

/// The first quote in some bytes that is in no comment.
fn opening(text: &str, bytes: Range<usize>, quote: char) -> Option<usize> {
    let mut is_comment = false;
    let mut before = '\n';
    for (at, char) in text.get(bytes.clone())?.char_indices() {
        is_comment = match char {
            '\n' | '\r' => false,
            '#' if before.is_whitespace() => true,
            char if char == quote && !is_comment => return Some(bytes.start + at),
            _ => is_comment,
        };
        before = char;
    }
    None
}
