use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;

use super::super::bank::LoadedBank;
use super::super::brand::{LoadedBrand, ReadBrand};
use super::super::pictures::{self, PictureFault};
use super::super::print::Printer;
use super::field_scope;
use super::job::Job;
use super::output_file::{OutputFile, Subject};
use crate::base::diagnostic::{Accepted, Diagnostic};
use crate::base::facts::KnownDetails;
use crate::base::files;
use crate::base::source::{Source, Sources};
use crate::base::threads;
use crate::base::unit::{Language, Paper, TextSize};
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::Console;
use crate::cli::{BuildRequest, Collate, DocumentRequest, Format, OutputRequest};
use crate::document::{self, PageIdentity, Sealed};
use crate::packet::locale::{Argument, Wording};
use crate::packet::template::{Templates, UserTemplate};
use crate::packet::{Audience, InterviewDetails, Packet, PlannedDocument, Sheet, View};
use crate::print::collate::{CollatedDocument, DuplexPadding, collate};
use crate::print::frame::{DocumentInfo, Frames};

/// Makes documents, on any number of threads: templates and fonts are read once.
pub(super) struct PacketBuilder {
    documents: DocumentRequest,
    formats: Vec<Format>,
    paper: Paper,
    text: TextSize,
    templates: Templates,
    /// The language of documents for which none was chosen.
    language: Language,
    /// The templates' texts.
    sources: Sources,
    printer: Printer,
    /// Where the pictures of documents are, by their paths there.
    pictures: BTreeMap<String, PathBuf>,
}

/// The templates, before what is strange about them was told.
pub(crate) struct LoadedTemplates {
    templates: Templates,
    warnings: Vec<Diagnostic>,
    /// The templates' texts.
    sources: Sources,
}

impl LoadedTemplates {
    /// Reads the built-in templates, and in their place whatever is in the user's folder.
    pub(crate) fn read(folder: Option<&Path>) -> anyhow::Result<Self> {
        let mut own = Vec::new();
        if let Some(folder) = folder {
            for file in files::read_folder(folder, &["md", "ftl"])? {
                let path = file.path.display().to_string();
                own.push(UserTemplate { name: file.name, path, text: file.text });
            }
        }
        let mut sources = Sources::new();
        match Templates::with_own(&mut sources, own) {
            Ok(Accepted { value: templates, warnings }) => {
                Ok(Self { templates, warnings, sources })
            }
            Err(rejected) => Err(Failure::rejected(&rejected, &sources).into()),
        }
    }
}

impl LoadedTemplates {
    /// Fills in a template that is not of a packet.
    pub(crate) fn fill(
        &self,
        template: &str,
        view: &impl Serialize,
        language: &Language,
    ) -> anyhow::Result<String> {
        let filled = self.templates.fill(template, view, language, &self.sources);
        filled.map_err(|rejected| Failure::rejected(&rejected, &self.sources).into())
    }
}

/// What a kit is made of.
pub(super) struct Inputs {
    pub(super) banks: LoadedBank,
    pub(super) brand: LoadedBrand,
    /// Faults of the templates are told after all others.
    pub(super) templates: anyhow::Result<LoadedTemplates>,
}

impl Inputs {
    /// Reads the banks, the brand, and the templates of a kit, all at a time.
    pub(super) fn read(request: &BuildRequest, console: Console) -> anyhow::Result<Self> {
        let templates = || LoadedTemplates::read(request.documents.templates.as_deref());
        let banks = || LoadedBank::read(&request.banks, console);
        // Templates may be deep, and are read on the thread of the program, whose stack is the largest.
        let others = || threads::side_by_side(banks, templates);
        let (named, (banks, templates)) = match ReadBrand::path(request) {
            Some(path) => threads::side_by_side(|| Some(ReadBrand::new(path)), others),
            None => (None, others()),
        };
        let banks = banks?;
        let brand = LoadedBrand::of_kit(request, named, &banks, console)?;
        Ok(Self { banks, brand, templates })
    }
}

/// A document, before what is strange about it was told.
struct FilledIn {
    sealed: Sealed,
    warnings: Vec<Diagnostic>,
    /// The pages, if they are wanted.
    set: Option<Accepted<Frames>>,
    /// The document's text.
    sources: Sources,
}

/// What came of an interview.
pub(super) struct Printed<'a> {
    pub(super) made: Vec<OutputFile<'a>>,
    /// The documents that are still to be collated with those of other interviews.
    pub(super) to_collate: Vec<CollatedDocument>,
}

impl PacketBuilder {
    /// Prepares the documents of these jobs. Warns of what is strange about the templates, and of languages without messages. Documents for
    /// which no language was chosen are in `language`.
    pub(super) fn new<'j>(
        documents: &DocumentRequest,
        output: &OutputRequest,
        brand: LoadedBrand,
        templates: LoadedTemplates,
        language: &Language,
        jobs: impl IntoIterator<Item = &'j Job>,
        console: Console,
    ) -> anyhow::Result<Self> {
        let LoadedTemplates { templates, warnings, sources } = templates;
        warn(&warnings, &sources, console);
        let chosen = jobs.into_iter().map(|job| job.language.as_ref().unwrap_or(language));
        let mut languages: Vec<&Language> = chosen.collect();
        languages.sort_unstable();
        languages.dedup();
        let unknown = languages.into_iter().filter_map(|it| templates.check_language(it));
        warn(&unknown.collect::<Vec<_>>(), &sources, console);
        let paper = output.paper.or(brand.paper).unwrap_or(Paper::A4);
        let printer = Printer::new(brand, output.is_strict, console)?;
        let (documents, formats) = (documents.clone(), output.formats.clone());
        let text = output.text;
        let language = language.clone();
        let pictures = BTreeMap::new();
        Ok(Self {
            documents,
            formats,
            paper,
            text,
            templates,
            language,
            sources,
            printer,
            pictures,
        })
    }

    /// The same for documents with pictures. Their places are by their paths in the documents.
    pub(super) fn with_pictures(self, pictures: BTreeMap<String, PathBuf>) -> Self {
        Self { pictures, ..self }
    }

    /// In which words the documents of a job are printed.
    pub(super) fn wording<'a>(&'a self, job: &'a Job) -> Wording<'a> {
        self.templates.wording(job.language.as_ref().unwrap_or(&self.language))
    }

    /// The paper of all documents.
    pub(super) fn paper(&self) -> Paper {
        self.paper
    }

    /// Says what was left out of the warnings, when all documents are made.
    pub(super) fn finish(&self) {
        self.printer.finish();
    }

    /// The documents of an interview in every format: Markdown from the template, and from that same Markdown the PDF.
    pub(super) fn print<'a>(
        &self,
        job: &Job,
        packet: &'a Packet<'a>,
    ) -> anyhow::Result<Printed<'a>> {
        let mut printed = Printed { made: Vec::new(), to_collate: Vec::new() };
        let mut filled = self.fill_in_all(job, packet);
        let collate = self.documents.collate;
        for group in packet.documents.chunk_by(belong_together) {
            // The file of an interviewer is before the Markdown of its documents.
            let place = printed.made.len();
            let mut own = Vec::new();
            for (planned, filled) in group.iter().zip(&mut filled) {
                let name = file_name(job, planned, packet.documents.len() == 1);
                let subject = Subject::of(job, packet, planned);
                let (sealed, frames) = self.checked(filled?)?;
                if let Some(frames) = frames {
                    match collate {
                        Collate::Interviewer if group.len() > 1 => {
                            own.push(self.part(job, planned, frames)?);
                        }
                        Collate::None | Collate::Interviewer => {
                            let (name, pages) = (format!("{name}.pdf"), frames.pages.len());
                            let bytes = self.printer.write_pdf(frames)?;
                            let subject = subject.clone();
                            let file =
                                OutputFile::new(name, Format::Pdf, bytes, Some(pages), subject);
                            printed.made.push(file);
                        }
                        Collate::Packet | Collate::All => {
                            let part = self.part(job, planned, frames)?;
                            printed.to_collate.push(part);
                        }
                    }
                }
                if self.formats.contains(&Format::Md) {
                    let name = format!("{name}.md");
                    let bytes = sealed.into_markdown().into_bytes();
                    printed.made.push(OutputFile::new(name, Format::Md, bytes, None, subject));
                }
            }
            if let ([first, ..], false) = (group, own.is_empty()) {
                let name = format!("{}-packet.pdf", file_stem(job, first));
                let subject = Subject::of_interviewer(job, packet, first);
                let about = self.about_packet(&first.view, &own)?;
                let file = self.collate(name, about, own, subject)?;
                printed.made.insert(place, file);
            }
        }
        if collate == Collate::Packet {
            let name = format!("{}-packet.pdf", job.name);
            let documents = std::mem::take(&mut printed.to_collate);
            let subject = Subject::of_packet(job, packet);
            let about = self.about_packet(&packet.whole, &documents)?;
            printed.made.insert(0, self.collate(name, about, documents, subject)?);
        }
        Ok(printed)
    }

    /// A document as a part of a file of several.
    fn part(
        &self,
        job: &Job,
        planned: &PlannedDocument<'_>,
        frames: Frames,
    ) -> anyhow::Result<CollatedDocument> {
        let collate = self.documents.collate;
        let titles = self.titles(job, planned, collate)?;
        let (prefix, shared) = field_scope::of_document(job, planned, collate);
        let starts_sheet = planned.kind.sheet == Sheet::Own;
        Ok(CollatedDocument { titles, prefix, shared, starts_sheet, frames })
    }

    /// Documents as one PDF.
    pub(super) fn collate<'a>(
        &self,
        name: String,
        about: DocumentInfo,
        documents: Vec<CollatedDocument>,
        subject: Subject<'a>,
    ) -> anyhow::Result<OutputFile<'a>> {
        let is_duplex = self.documents.duplex;
        let padding = if is_duplex { DuplexPadding::BlankPage } else { DuplexPadding::None };
        let collated = collate(about, documents, padding);
        let collated = collated.ok_or_else(|| anyhow::anyhow!("there is nothing to collate"))?;
        let pages = collated.pages.len();
        let bytes = self.printer.write_pdf(collated)?;
        Ok(OutputFile::new(name, Format::Pdf, bytes, Some(pages), subject))
    }

    /// The documents of a packet, each filled in: side by side, or one after the other if the cores are busy with other packets.
    fn fill_in_all<'a>(
        &'a self,
        job: &'a Job,
        packet: &'a Packet<'_>,
    ) -> Box<dyn Iterator<Item = anyhow::Result<FilledIn>> + 'a> {
        let documents = &packet.documents;
        let fill_in = |planned: &PlannedDocument<'_>| {
            self.fill_in(job, planned, &file_name(job, planned, documents.len() == 1))
        };
        if threads::are_busy() {
            return Box::new(documents.iter().map(fill_in));
        }
        let filled: Vec<anyhow::Result<FilledIn>> = documents.par_iter().map(fill_in).collect();
        Box::new(filled.into_iter())
    }

    /// A document without faults. Its warnings are told.
    fn checked(
        &self,
        FilledIn { sealed, warnings, set, sources }: FilledIn,
    ) -> anyhow::Result<(Sealed, Option<Frames>)> {
        self.printer.tell(&warnings, &sources);
        let frames = set.map(|set| self.printer.checked(set, &sources)).transpose()?;
        Ok((sealed, frames))
    }

    /// A document's Markdown, with the code of its kit and what identifies its pages, and from that same Markdown the pages, if they are
    /// wanted.
    fn fill_in(
        &self,
        job: &Job,
        planned: &PlannedDocument<'_>,
        name: &str,
    ) -> anyhow::Result<FilledIn> {
        let view = &planned.view;
        let text = self.templates.render(planned.kind, view, &self.sources);
        let text = text.map_err(|it| Failure::rejected(&it, &self.sources))?;
        let mut sources = Sources::new();
        let id = sources.add(Source { name: source_name(planned, name), text });
        let identity = PageIdentity {
            document: planned.kind.id.to_owned(),
            packet: view.packet.to_string(),
            has_marks: planned.kind.has_marks && self.documents.has_marks,
            details: details(job, view),
        };
        if !self.formats.contains(&Format::Pdf) {
            let sealed = document::seal(&sources, id, &view.code, &identity);
            let sealed = sealed.map_err(|it| Failure::rejected(&it, &sources))?.value;
            return Ok(FilledIn { sealed, warnings: Vec::new(), set: None, sources });
        }
        let words_of = |lang: &Language| Ok(self.templates.locale(lang).page_words()?);
        let read = document::seal_and_parse(&mut sources, id, &view.code, &identity, &words_of);
        let Accepted { value: (sealed, mut document), warnings } =
            read.map_err(|it| Failure::rejected(&it, &sources))?;
        let pictures = pictures::read_all(&mut document, "check that it is still there", |path| {
            self.pictures.get(path).cloned().ok_or_else(|| of_template(path))
        });
        pictures.check(Some(())).map_err(|it| Failure::rejected(&it, &sources))?;
        let set = self.printer.set(&document, Some(self.paper), self.text);
        Ok(FilledIn { sealed, warnings, set: Some(set), sources })
    }

    /// What a file of documents of one interview says of itself.
    fn about_packet(
        &self,
        view: &View<'_>,
        documents: &[CollatedDocument],
    ) -> anyhow::Result<DocumentInfo> {
        let title = self.templates.title(view);
        let title = title.map_err(|it| Failure::rejected(&it, &self.sources))?;
        // All of them are of the same questions, and so of the same author.
        let author = documents.iter().find_map(|document| document.frames.info.author.clone());
        Ok(DocumentInfo { author, ..self.about(title, view.lang)? })
    }

    /// What a collated file says of itself.
    pub(super) fn about(&self, title: String, lang: &Language) -> anyhow::Result<DocumentInfo> {
        let title = [("title", Argument::Text(title))];
        let title = self.templates.locale(lang).text("packet-title", &title)?;
        Ok(DocumentInfo { title, lang: lang.clone(), author: None, subject: None })
    }

    /// Under what a document stands in the outline of a collated file.
    fn titles(
        &self,
        job: &Job,
        planned: &PlannedDocument<'_>,
        collate: Collate,
    ) -> anyhow::Result<Vec<String>> {
        let view = &planned.view;
        let locale = self.templates.locale(view.lang);
        let numbered = |id: &str, number: usize| {
            let number = u32::try_from(number).map_or(f64::INFINITY, f64::from);
            locale.text(id, &[("number", Argument::Number(number))])
        };
        let mut titles = Vec::new();
        if collate == Collate::All {
            let row = job.row.map(|row| numbered("interview-number", row)).transpose()?;
            titles.extend(job.interview.details.candidate.clone().or(row));
        }
        let is_one_of_several = collate != Collate::Interviewer;
        if let Some(index) = planned.interviewer.filter(|_| is_one_of_several) {
            titles.push(match view.interviewer {
                Some(name) => name.to_owned(),
                None => numbered("interviewer-number", index + 1)?,
            });
        }
        titles.push(locale.text(planned.kind.title, &[])?);
        Ok(titles)
    }
}

/// The details of a document's interview that are known.
fn details(job: &Job, view: &View<'_>) -> KnownDetails {
    let InterviewDetails { date, keep_until, .. } = &job.interview.details;
    let known = [
        ("candidate", view.candidate),
        ("interviewer", view.interviewer),
        ("date", date.as_deref()),
        ("keep-until", keep_until.as_deref()),
    ];
    let mut details = KnownDetails::default();
    for (key, value) in known {
        details.set(key, value.unwrap_or_default());
    }
    details
}

/// Why a picture of a template is not read: the folder in which its document will be is not that of the template.
fn of_template(path: &str) -> PictureFault {
    let message = format!("the image `{path}` of a template cannot be printed");
    PictureFault::new(message, "remove it; only `typeset` prints the images of a Markdown file")
}

/// How messages name the text that a template makes: by its file, which may not exist, and by the template.
fn source_name(planned: &PlannedDocument<'_>, name: &str) -> String {
    format!("<{name}.md from the template {}>", planned.kind.template)
}

/// Whether two documents are of the same interviewer, who carries them together.
fn belong_together(one: &PlannedDocument<'_>, other: &PlannedDocument<'_>) -> bool {
    let is_own = |it: &PlannedDocument<'_>| it.kind.audience == Audience::Interviewer;
    is_own(one) && is_own(other) && one.interviewer == other.interviewer
}

/// What the files of a document's interviewer begin with.
fn file_stem(job: &Job, planned: &PlannedDocument<'_>) -> String {
    match planned.interviewer {
        Some(index) => format!("{}-interviewer-{}", job.name, index + 1),
        None => job.name.clone(),
    }
}

/// What a document's files are called, without the ending. A name that somebody chose is kept where there is one document.
fn file_name(job: &Job, planned: &PlannedDocument<'_>, is_single: bool) -> String {
    let name = file_stem(job, planned);
    let is_plain = job.given_name.is_some() && is_single;
    if is_plain { name } else { format!("{name}-{}", planned.kind.id) }
}
