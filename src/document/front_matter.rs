use std::collections::BTreeSet;
use std::str::FromStr;

use super::kit_code::{Claim, KitCode};
use super::names::has_words;
use super::{Block, Inline, NameTag, name_tag};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Span, Spanned, lines};
use crate::base::unit::{Language, LanguageParseError, Paper};
use crate::base::yaml::{self, Entry, Node, Value};

/// What a guide says of itself before its first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title, as a viewer's window shows it. Without one, the first heading's text, or `Untitled`.
    pub title: String,
    /// The language; English where none is given.
    pub lang: Language,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// The paper, where the guide asks for one.
    pub paper: Option<Paper>,
    /// What stands at the head of every page but the first, left and right.
    pub header: [String; 2],
    /// The names at the head of every page.
    pub names: Vec<NameTag>,
    /// What stands at the foot of every page on the left; the kit's code and the page number are on the right.
    pub footer: String,
    /// Which kit it is of, where it says so.
    pub kit: Option<KitCode>,
}

const KEYS: &str = "`title`, `lang`, `author`, `subject`, `paper`, `header`, `names`, `footer`, `kit` and `digest`";

impl FrontMatter {
    fn empty() -> Self {
        Self {
            title: String::new(),
            lang: Language::default(),
            author: None,
            subject: None,
            paper: None,
            header: [String::new(), String::new()],
            names: Vec::new(),
            footer: String::new(),
            kit: None,
        }
    }

    /// Gives a guide without a title the words of its first heading.
    pub(super) fn finish(mut self, blocks: &[Block]) -> Self {
        if !has_words(&self.title) {
            let heading = blocks.iter().find_map(|block| match block {
                Block::Heading(heading) => Some(plain(&heading.content)),
                _ => None,
            });
            self.title = heading.filter(|title| has_words(title)).unwrap_or("Untitled".to_owned());
        }
        self
    }
}

impl FromStr for Paper {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name.to_ascii_lowercase().as_str() {
            "a4" => Ok(Self::A4),
            "letter" => Ok(Self::Letter),
            _ => Err(()),
        }
    }
}

/// Reads the front matter, what it claims about its kit, and at which byte the guide itself begins.
pub(super) fn read(
    sources: &Sources,
    id: SourceId,
    sink: &mut Diagnostics,
) -> (FrontMatter, Claim, usize) {
    let (mut front, mut claim) = (FrontMatter::empty(), Claim::default());
    let text = &sources.get(id).text;
    let start = start(text);
    let Some((from, to, after)) = bounds(text) else { return (front, claim, start) };
    match yaml::parse(sources, id, from, to) {
        Err(fault) => sink.push(*fault),
        Ok(Node { value: Value::Null, .. }) => {}
        Ok(Node { value: Value::Mapping(entries), .. }) => {
            let mut known = BTreeSet::new();
            for entry in entries {
                if !known.insert(entry.key.value.clone()) {
                    let message = format!("`{}` is there twice", entry.key.value);
                    let fault = Diagnostic::warning("front-matter", message);
                    let fault = fault.at(entry.key.span.clone());
                    sink.push(fault.help("only the last of them counts: delete the others"));
                }
                front.set(entry, &mut claim, sink);
            }
        }
        Ok(Node { value, span }) => {
            let message = format!("the front matter is {}, not a mapping", value.kind());
            let help = "write lines such as `title: Interview guide` between the two `---`";
            sink.push(Diagnostic::error("front-matter", message).at(span).help(help));
        }
    }
    (front, claim, after)
}

/// At which byte the front matter's closing line begins, if there is front matter.
pub(super) fn end(text: &str) -> Option<usize> {
    bounds(text).map(|(_, to, _)| to)
}

impl FrontMatter {
    fn set(
        &mut self,
        Entry { key, value: node }: Entry,
        claim: &mut Claim,
        sink: &mut Diagnostics,
    ) {
        let (most, wanted) = match key.value.as_str() {
            "header" => (2, "at most two texts"),
            "title" | "author" | "subject" | "footer" | "paper" | "kit" | "digest" => {
                (1, "one text")
            }
            // What is wrong with other keys is said below.
            _ => (usize::MAX, "texts"),
        };
        let texts = match texts(&node) {
            None if most == usize::MAX => Some(Vec::new()),
            texts => texts.filter(|texts| texts.len() <= most),
        };
        let Some(texts) = texts else {
            let message = format!("`{}` wants {wanted} here, not {}", key.value, node.value.kind());
            let fault = Diagnostic::error("front-matter", message).at(node.span);
            sink.push(fault.help(node.value.text_hint().unwrap_or("write one text")));
            return;
        };
        let first = || texts.first().cloned().filter(|text| !text.is_empty());
        match key.value.as_str() {
            "title" => self.title = first().unwrap_or_default(),
            "lang" => self.set_lang(&texts, node.span, sink),
            "author" => self.author = first(),
            "subject" => self.subject = first(),
            "header" => {
                self.header = [0, 1].map(|side| texts.get(side).cloned().unwrap_or_default());
            }
            "names" => self.names = name_tag::read(&node, sink),
            "footer" => {
                self.footer = first().unwrap_or_default();
                claim.footer = Some(node.span);
            }
            "kit" => claim.kit = first().map(|value| Spanned { value, span: node.span }),
            "digest" => claim.digest = first().map(|value| Spanned { value, span: node.span }),
            "paper" => {
                if let Ok(paper) = first().unwrap_or_default().parse() {
                    self.paper = Some(paper);
                } else {
                    let fault = Diagnostic::error("front-matter", "there is no such paper");
                    sink.push(fault.at(node.span).help("write `a4` or `letter`"));
                }
            }
            unknown => {
                let message = format!("the front matter has no key `{unknown}`");
                let fault = Diagnostic::warning("front-matter", message).at(key.span);
                sink.push(fault.help(format!("it is passed over; the keys are {KEYS}")));
            }
        }
    }
}

impl FrontMatter {
    fn set_lang(&mut self, texts: &[String], span: Span, sink: &mut Diagnostics) {
        let [text] = texts else {
            let fault =
                Diagnostic::error("front-matter", "`lang` wants one language here").at(span);
            sink.push(fault.help(LanguageParseError::HELP));
            return;
        };
        match text.parse::<Language>() {
            // A key without a value says nothing.
            Err(_) if text.is_empty() => {}
            Ok(language) => self.lang = language,
            Err(fault) => {
                let found = Diagnostic::error("front-matter", fault.to_string()).at(span);
                sink.push(found.instead(fault.nearest(), LanguageParseError::HELP));
            }
        }
    }
}

/// The text of a value, or the texts of a list, each on one line; none where one of them is no text.
fn texts(node: &Node) -> Option<Vec<String>> {
    let text = |node: &Node| match &node.value {
        Value::Scalar(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Null => Some(String::new()),
        Value::List(_) | Value::Mapping(_) => None,
    };
    match &node.value {
        Value::List(items) => items.iter().map(text).collect(),
        _ => Some(vec![text(node)?]),
    }
}

/// Where a text begins, behind its byte order mark.
fn start(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

/// Where the front matter's YAML begins and ends, and where the guide goes on, if there is front matter at all.
fn bounds(text: &str) -> Option<(usize, usize, usize)> {
    let start = start(text);
    let mut lines = lines(&text[start..]).peekable();
    let opening = lines.next().filter(|line| line.trim_end() == "---")?;
    // A line across the page looks alike; what follows it is no key with a value.
    let first = lines.peek().copied().unwrap_or_default();
    let is_yaml = first.contains(':') || first.starts_with('#') || first.trim_end() == "---";
    if !is_yaml {
        return None;
    }
    let from = start + opening.len();
    let mut to = from;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((from, to, to + line.len()));
        }
        to += line.len();
    }
    None
}

/// The plain words of running text.
pub(super) fn plain(content: &[Inline]) -> String {
    let words = content.iter().map(|inline| match inline {
        Inline::Text { text, .. } => text.as_str(),
        Inline::LineBreak => " ",
        Inline::Blank { .. } | Inline::Check(_) | Inline::Option { .. } => "",
    });
    let words: String = words.collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
