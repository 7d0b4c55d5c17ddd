use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::brand::LoadedBrand;
use super::font_stock::{FontNeeds, FontStock};
use crate::base::diagnostic::{Accepted, Checked, Diagnostic};
use crate::base::files;
use crate::base::source::{SourceId, Sources};
use crate::base::threads;
use crate::base::unit::{Language, Paper, TextSize, Timestamp};
use crate::cli::report::{Consequence, Failure, warn};
use crate::cli::terminal::Console;
use crate::document::{self, Document};
use crate::packet::locale::Locales;
use crate::print::frame::{Frame, Frames};
use crate::print::layout::{CUT_OFF, MISSING_CHARACTER, Survey, Typesetter};
use crate::print::pdf::{PdfError, PdfFile, Writer};
use crate::print::{BrandStyle, Fonts, Style};

/// Prints any number of guides, on any number of threads.
pub(super) struct Printer {
    fonts: FontStock,
    /// What a brand changes about the style.
    style: BrandStyle,
    /// The paper that the brand asks for.
    paper: Option<Paper>,
    typesetters: Mutex<BTreeMap<Needs, Arc<Typesetter>>>,
    writer: Writer,
    /// Whether to refuse what is otherwise only warned of: characters that no font has.
    is_strict: bool,
    created: Option<Timestamp>,
    warned: Mutex<Warned>,
    console: Console,
}

/// What guides before were warned of.
#[derive(Default)]
struct Warned {
    /// The kinds of characters that cannot be printed.
    kinds: BTreeSet<String>,
    /// The texts of headers and footers that have no room.
    cut_off: BTreeSet<String>,
    /// How many guides had only more of the same.
    repeats: usize,
}

/// On what a typesetter depends: the paper, the size of text, and the fonts.
type Needs = (Paper, TextSize, FontNeeds);

/// Guides of more blocks than this are written page by page: that of five hundred questions has about as many.
const LARGE: usize = 15_000;

/// How many pages wait at most for being written.
const MOST_PAGES_WAITING: usize = 8;

/// A typesetter keeps fonts and what it has set: for guides in so many scripts, one after the other, a few of them do.
const MAX_TYPESETTERS: usize = 16;

impl Printer {
    /// A printer of pages in a brand.
    pub(super) fn new(
        brand: LoadedBrand,
        is_strict: bool,
        console: Console,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            fonts: FontStock::new(brand.fonts),
            style: brand.style,
            paper: brand.paper,
            typesetters: Mutex::default(),
            writer: Writer::new(),
            is_strict,
            created: files::source_date_epoch()?.map(Timestamp),
            warned: Mutex::default(),
            console,
        })
    }

    /// Reads a guide's Markdown.
    pub(super) fn read(&self, sources: &Sources, guide: SourceId) -> anyhow::Result<Document> {
        let words_of = |lang: &Language| Ok(Locales::built_in().of(lang).1.page_words()?);
        self.accepted(document::parse(sources, guide, &words_of), sources)
    }

    /// What was read, if it has no faults. Warnings are told.
    pub(super) fn accepted<T>(&self, parsed: Checked<T>, sources: &Sources) -> anyhow::Result<T> {
        let parsed = parsed.map_err(|it| Failure::rejected(&it, sources))?;
        self.tell(&parsed.warnings, sources);
        Ok(parsed.value)
    }

    /// Tells what is strange about a guide.
    pub(super) fn tell(&self, warnings: &[Diagnostic], sources: &Sources) {
        warn(warnings, sources, self.console);
    }

    /// A guide that was read from `sources`, on `paper`, or else on what the guide asks for, or else on that of the brand, or else on A4.
    pub(super) fn lay_out(
        &self,
        sources: &Sources,
        document: &Document,
        paper: Option<Paper>,
        text: TextSize,
    ) -> anyhow::Result<Frames> {
        self.checked(self.set(document, paper, text), sources)
    }

    /// The same before anything is told of it.
    pub(super) fn set(
        &self,
        document: &Document,
        paper: Option<Paper>,
        text: TextSize,
    ) -> Accepted<Frames> {
        self.typesetter_of(document, paper, text).set(document)
    }

    /// A guide as a PDF, and how many pages it has. One of very many blocks is written page by page, so that its pages are not in memory at the
    /// same time.
    pub(super) fn print(
        &self,
        sources: &Sources,
        document: &Document,
        paper: Option<Paper>,
        text: TextSize,
    ) -> anyhow::Result<(usize, Vec<u8>)> {
        if document.blocks.len() <= LARGE {
            let frames = self.lay_out(sources, document, paper, text)?;
            return Ok((frames.pages.len(), self.write_pdf(frames)?));
        }
        let typesetter = self.typesetter_of(document, paper, text);
        let survey = typesetter.survey(document);
        let mut pdf = self.begin_pdf(typesetter.without_pages(document));
        let (warnings, added) = add_pages(&mut pdf, (&typesetter, survey), document, |page| page);
        self.told(warnings, sources)?;
        added?;
        Ok((pdf.count(), self.finish_pdf(pdf)?))
    }

    /// What lays out a guide.
    pub(super) fn typesetter_of(
        &self,
        document: &Document,
        paper: Option<Paper>,
        text: TextSize,
    ) -> Arc<Typesetter> {
        let paper = paper.or(document.front.paper).or(self.paper).unwrap_or(Paper::A4);
        let (needs, fonts) = self.fonts.of(document);
        self.typesetter((paper, text, needs), fonts)
    }

    /// A guide that was laid out, unless it has faults that this printer refuses. Warnings that are news are told.
    pub(super) fn checked(
        &self,
        set: Accepted<Frames>,
        sources: &Sources,
    ) -> anyhow::Result<Frames> {
        self.told(set.warnings, sources)?;
        Ok(set.value)
    }

    /// Tells the warnings about a guide that was laid out, if they are news, unless this printer refuses what they are about.
    pub(super) fn told(&self, warnings: Vec<Diagnostic>, sources: &Sources) -> anyhow::Result<()> {
        if self.is_strict && !warnings.is_empty() {
            let (diagnostics, sources) = (warnings, sources.clone());
            let consequence = Some(Consequence::NotPrinted);
            return Err(Failure::Rejected { diagnostics, sources, consequence }.into());
        }
        warn(&self.news(warnings), sources, self.console);
        Ok(())
    }

    /// Reports for how many guides a warning was left out, because it would have been the same as one before.
    pub(super) fn finish(&self) {
        let warned = self.warned.lock().unwrap_or_else(PoisonError::into_inner);
        let guides = match warned.repeats {
            0 => return,
            1 => "1 more document has".to_owned(),
            more => format!("{more} more documents have"),
        };
        let text = format!("warning: {guides} characters of the same kinds that cannot be printed");
        self.console.error(&text);
    }

    /// Those of a guide's warnings that are not about the same text of a header or footer, or the same kind of character as one before: both can be in
    /// each of hundreds of guides.
    fn news(&self, mut warnings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut warned = self.warned.lock().unwrap_or_else(PoisonError::into_inner);
        warnings.retain(|it| it.code != CUT_OFF || warned.cut_off.insert(it.label.clone()));
        let count = warnings.len();
        warnings.retain(|it| it.code != MISSING_CHARACTER || warned.kinds.insert(it.label.clone()));
        warned.repeats += usize::from(warnings.len() < count);
        warnings
    }

    /// The pages as a PDF.
    pub(super) fn write_pdf(&self, frames: Frames) -> anyhow::Result<Vec<u8>> {
        Ok(self.writer.write(frames, self.created)?)
    }

    /// Begins a PDF of what has no pages yet.
    pub(super) fn begin_pdf(&self, frames: Frames) -> PdfFile<'_> {
        self.writer.begin(frames).0
    }

    /// The bytes of a PDF whose pages are all there.
    pub(super) fn finish_pdf(&self, file: PdfFile<'_>) -> anyhow::Result<Vec<u8>> {
        Ok(file.finish(self.created)?)
    }

    /// The typesetter for what a document needs. Its fonts are looked for once, because that takes longer than a whole guide.
    fn typesetter(&self, key: Needs, fonts: Fonts) -> Arc<Typesetter> {
        let mut known = self.typesetters.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MAX_TYPESETTERS && !known.contains_key(&key) {
            known.clear();
        }
        let new = |(paper, text, needs): &Needs| {
            let fonts = self.fonts.with_rest(fonts, needs);
            let style = Style::new(*paper, *text).branded(&self.style, *text);
            Arc::new(Typesetter::new(style, fonts))
        };
        Arc::clone(known.entry(key).or_insert_with_key(new))
    }
}

/// Adds the pages of a document that was surveyed to a file, each as `as_page` makes it of what is laid out. Returns the warnings, and whether all
/// could be added.
pub(super) fn add_pages(
    pdf: &mut PdfFile<'_>,
    (typesetter, survey): (&Typesetter, Survey),
    document: &Document,
    mut as_page: impl FnMut(Frame) -> Frame,
) -> (Vec<Diagnostic>, Result<(), PdfError>) {
    let mut added = Ok(());
    let add = |page: Frame| {
        if added.is_ok() {
            added = pdf.add(&page);
        }
    };
    let warnings = threads::piped(MOST_PAGES_WAITING, add, |add| {
        typesetter.stream(document, survey, &mut |page| add(as_page(page)))
    });
    (warnings, added)
}
