use super::kit_code::{Claim, KitCode};
use super::model::Block;
use super::name_tag::{self, NameTag};
use super::page_identity::PageIdentity;
use super::text::{has_words, plain};
use super::words::OwnWords;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::facts::KnownDetails;
use crate::base::page_words::PageWords;
use crate::base::source::{SourceId, Sources, Spanned, lines};
use crate::base::text::one_line;
use crate::base::unit::{Language, LanguageParseError, Paper};
use crate::base::yaml::{self, Fault, Mapping, MappingKind, Node, Value};

/// What a guide states about itself before its first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title, as a viewer's window shows it. Without one, the first heading's text, or the words for an untitled document.
    pub title: String,
    /// The language; English where none is given.
    pub lang: Language,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// The paper, where the guide asks for one.
    pub paper: Option<Paper>,
    /// What is at the head of every page but the first, left and right.
    pub header: [String; 2],
    /// The names at the head of every page.
    pub names: Vec<NameTag>,
    /// What is at the foot of every page on the left; the kit's code and the page number are on the right.
    pub footer: String,
    /// How boxes are marked with a pen, at the foot of every page in place of the footer, which moves to the right. `☒` and `▨` in it
    /// are drawn as a box that is checked, and as one whose cross is taken back.
    pub marking: Option<String>,
    /// The kit that it belongs to, if it has a code.
    pub kit: Option<KitCode>,
    /// What identifies its pages, if it is a document of a packet.
    pub identity: Option<PageIdentity>,
    /// The words beside the text.
    pub words: PageWords,
}

const KIND: MappingKind = MappingKind {
    expected: Some("expected the front matter to be a mapping"),
    help: Some("write lines such as `title: Interview guide` between the two `---`"),
    ..MappingKind::new("front matter", report)
};

const DETAILS: MappingKind = MappingKind {
    help: Some(
        "`build` and `panel` write `details: {candidate: Ana Silva}`; remove the line if the document is your own",
    ),
    ..MappingKind::new("details", report)
};

fn report(fault: Fault, message: String) -> Diagnostic {
    match fault {
        Fault::UnknownKey | Fault::DuplicateKey => Diagnostic::warning("front-matter", message),
        _ => Diagnostic::error("front-matter", message),
    }
}

/// The front matter as it is written. `finish` adds what it leaves out.
pub(super) struct RawFrontMatter {
    title: Option<String>,
    pub(super) lang: Language,
    author: Option<String>,
    subject: Option<String>,
    paper: Option<Paper>,
    header: [String; 2],
    pub(super) names: Vec<NameTag>,
    pub(super) footer: String,
    marking: Option<String>,
    pub(super) words: OwnWords,
}

impl RawFrontMatter {
    /// What is written at the foot of every page.
    pub(super) fn foot(&self) -> String {
        match &self.marking {
            Some(marking) => format!("{}\n{marking}", self.footer),
            None => self.footer.clone(),
        }
    }

    fn empty() -> Self {
        Self {
            title: None,
            lang: Language::default(),
            author: None,
            subject: None,
            paper: None,
            header: [String::new(), String::new()],
            names: Vec::new(),
            footer: String::new(),
            marking: None,
            words: OwnWords::default(),
        }
    }

    /// The title, if it has any words.
    pub(super) fn title(&self) -> Option<&str> {
        self.title.as_deref().filter(|title| has_words(title))
    }

    /// The front matter of a guide with these blocks. Without a title, the words of the first heading are the title.
    pub(super) fn finish<'b>(
        self,
        kit: Option<KitCode>,
        identity: Option<PageIdentity>,
        words: PageWords,
        mut blocks: impl Iterator<Item = &'b Block>,
    ) -> FrontMatter {
        let heading = || {
            let heading = blocks.find_map(|block| match block.unstyled() {
                Block::Heading(heading) => Some(plain(&heading.content)),
                _ => None,
            });
            heading.filter(|title| has_words(title))
        };
        let title = self.title().map(str::to_owned).or_else(heading);
        FrontMatter {
            title: title.unwrap_or_else(|| words.untitled.clone()),
            lang: self.lang,
            author: self.author,
            subject: self.subject,
            paper: self.paper,
            header: self.header,
            names: self.names,
            footer: self.footer,
            marking: self.marking,
            kit,
            identity,
            words,
        }
    }
}

/// Reads the front matter, what it claims about its kit, and at which byte the guide itself begins.
pub(super) fn read(
    sources: &Sources,
    id: SourceId,
    diagnostics: &mut Diagnostics,
) -> (RawFrontMatter, Claim, usize) {
    let text = &sources.get(id).text;
    let bounds = bounds(text);
    let after = bounds.map_or_else(|| start(text), |(_, _, after)| after);
    let read = bounds.and_then(|(from, to, _)| match yaml::parse(sources, id, from, to) {
        Err(fault) => {
            diagnostics.push(*fault);
            None
        }
        Ok(Node { value: Value::Null, .. }) => None,
        Ok(node) => {
            let mapping = Mapping::open(node, KIND, sources, diagnostics)?;
            Some(Reader { mapping }.read())
        }
    });
    let (front, claim) = read.unwrap_or_else(|| (RawFrontMatter::empty(), Claim::default()));
    (front, claim, after)
}

/// At which byte the front matter's closing line begins, if there is front matter.
pub(super) fn end(text: &str) -> Option<usize> {
    bounds(text).map(|(_, to, _)| to)
}

/// Takes the values of the front matter, key by key. A key without a value has no effect.
struct Reader<'a> {
    mapping: Mapping<'a>,
}

impl Reader<'_> {
    fn read(mut self) -> (RawFrontMatter, Claim) {
        let title = self.text("title").map(|text| text.value);
        let lang = self.lang().unwrap_or_default();
        let author = self.text("author").map(|text| text.value);
        let subject = self.text("subject").map(|text| text.value);
        let paper = self.paper();
        let header = self.header();
        let names = self.mapping.take("names").map_or_else(Vec::new, |node| {
            name_tag::read(node, self.mapping.sources, self.mapping.diagnostics)
        });
        let (footer, footer_span) = match self.text("footer") {
            Some(Spanned { value, span }) => (value, Some(span)),
            None => (String::new(), None),
        };
        let marking = self.text("marking").map(|text| text.value);
        let words = self.mapping.take("words").map_or_else(OwnWords::default, |node| {
            OwnWords::read(node, self.mapping.sources, self.mapping.diagnostics)
        });
        let [kit, blanks, digest] = ["kit", "blanks", "digest"].map(|key| self.text(key));
        let [document, packet, marks] = ["document", "packet", "marks"].map(|key| self.text(key));
        let details = self.details();
        self.mapping.close();
        let front = RawFrontMatter {
            title,
            lang,
            author,
            subject,
            paper,
            header,
            names,
            footer,
            marking,
            words,
        };
        let footer = footer_span;
        (front, Claim { kit, document, packet, marks, details, blanks, digest, footer })
    }

    /// The details of the interview that were known when the document was made.
    fn details(&mut self) -> Option<Spanned<KnownDetails>> {
        let node = self.mapping.take("details").filter(|node| node.value != Value::Null)?;
        let span = node.span.clone();
        let (sources, diagnostics) = (self.mapping.sources, &mut *self.mapping.diagnostics);
        let mut mapping = Mapping::open(node, DETAILS, sources, diagnostics)?;
        let mut value = KnownDetails::default();
        for key in KnownDetails::KEYS {
            if let Some(node) = mapping.take(key)
                && let Some(text) = mapping.text(node, key)
            {
                value.set(key, &text.value);
            }
        }
        mapping.close();
        Some(Spanned { value, span })
    }

    fn header(&mut self) -> [String; 2] {
        let sides = self.texts("header", 2, "at most two texts", None);
        let mut sides = sides.map_or_else(Vec::new, |sides| sides.value).into_iter();
        [0, 1].map(|_| sides.next().unwrap_or_default())
    }

    fn paper(&mut self) -> Option<Paper> {
        let name = self.text("paper")?;
        let paper = Paper::named(&name.value);
        if paper.is_none() {
            let fault = Diagnostic::error("front-matter", "unknown paper size").at(name.span);
            self.mapping.diagnostics.push(fault.help("expected one of: `a4`, `letter`"));
        }
        paper
    }

    fn lang(&mut self) -> Option<Language> {
        const HELP: &str = LanguageParseError::HELP;
        let text = self.first_text("lang", "one language tag", Some(HELP))?;
        match text.value.parse() {
            Ok(language) => Some(language),
            Err(fault) => {
                let fault: LanguageParseError = fault;
                let found = Diagnostic::error("front-matter", fault.to_string()).at(text.span);
                self.mapping.diagnostics.push(found.instead(fault.nearest(), HELP));
                None
            }
        }
    }

    /// The value of a key that has one text, on one line; absent where it is empty.
    fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        self.first_text(key, "text", None)
    }

    fn first_text(
        &mut self,
        key: &'static str,
        wanted: &str,
        help: Option<&str>,
    ) -> Option<Spanned<String>> {
        let Spanned { value, span } = self.texts(key, 1, wanted, help)?;
        let value = value.into_iter().next().filter(|text| !text.is_empty())?;
        Some(Spanned { value, span })
    }

    /// The text of a key, or the texts of its list, each on one line.
    fn texts(
        &mut self,
        key: &'static str,
        max: usize,
        wanted: &str,
        help: Option<&str>,
    ) -> Option<Spanned<Vec<String>>> {
        let node = self.mapping.take(key)?;
        let Some(value) = texts(&node).filter(|texts| texts.len() <= max) else {
            let help = help.or(node.value.text_hint()).or(Some("write one text"));
            self.mapping.wrong_type(key, wanted, &node.value, node.span, help);
            return None;
        };
        Some(Spanned { value, span: node.span })
    }
}

/// The text of a value, or the texts of a list, each on one line; none where one of them is no text.
fn texts(node: &Node) -> Option<Vec<String>> {
    let text = |node: &Node| match &node.value {
        Value::Scalar(text) => Some(one_line(text)),
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
