use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;

use super::super::pictures::{self, PictureFault};
use super::job::Job;
use crate::base::diagnostic::{Accepted, Diagnostic};
use crate::base::facts::KnownDetails;
use crate::base::files;
use crate::base::source::{Source, Sources};
use crate::base::unit::Language;
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::Console;
use crate::cli::{Collate, DocumentRequest, Format};
use crate::document::{self, Bodies, Document, PageIdentity, Sealed};
use crate::packet::locale::{Argument, Wording};
use crate::packet::template::{Templates, UserTemplate};
use crate::packet::{InterviewDetails, Packet, PlannedDocument, View};
use crate::print::frame::DocumentInfo;

/// Makes the Markdown of documents, on any number of threads: templates are read once.
pub(super) struct Filler {
    pub(super) documents: DocumentRequest,
    pub(super) formats: Vec<Format>,
    templates: Templates,
    /// The language of documents for which none was chosen.
    language: Language,
    /// The templates' texts.
    sources: Sources,
    /// Where the pictures of documents are, by their paths there.
    pictures: BTreeMap<String, PathBuf>,
    /// What documents before had below their front matter.
    bodies: Bodies,
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
    /// Gives templates enough room for so many questions.
    pub(super) fn make_room_for(&mut self, questions: usize) {
        self.templates.make_room_for(questions);
    }

    /// Compiles the templates of some documents before they are filled in.
    pub(super) fn prepare(&self, documents: &DocumentRequest) {
        self.templates.prepare(&documents.kinds);
    }

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

/// A document in Markdown, before what is strange about it was told.
pub(super) struct FilledIn {
    /// The Markdown, if it is to be a file.
    pub(super) sealed: Option<Sealed>,
    pub(super) warnings: Vec<Diagnostic>,
    /// The same as it is printed, if it is to be.
    pub(super) document: Option<Document>,
    /// The document's text.
    pub(super) sources: Sources,
}

impl Filler {
    /// Prepares the documents of these jobs. Warns of what is strange about the templates, and of languages without messages. Documents for
    /// which no language was chosen are in `language`.
    pub(super) fn new<'j>(
        documents: &DocumentRequest,
        formats: &[Format],
        templates: LoadedTemplates,
        language: &Language,
        jobs: impl IntoIterator<Item = &'j Job>,
        console: Console,
    ) -> Self {
        let LoadedTemplates { templates, warnings, sources } = templates;
        warn(&warnings, &sources, console);
        let chosen = jobs.into_iter().map(|job| job.language.as_ref().unwrap_or(language));
        let mut languages: Vec<&Language> = chosen.collect();
        languages.sort_unstable();
        languages.dedup();
        let unknown = languages.into_iter().filter_map(|it| templates.check_language(it));
        warn(&unknown.collect::<Vec<_>>(), &sources, console);
        let (documents, formats) = (documents.clone(), formats.to_vec());
        let (language, pictures) = (language.clone(), BTreeMap::new());
        let bodies = Bodies::new();
        Self { documents, formats, templates, language, sources, pictures, bodies }
    }

    /// The same for documents with pictures. Their places are by their paths in the documents.
    pub(super) fn with_pictures(self, pictures: BTreeMap<String, PathBuf>) -> Self {
        Self { pictures, ..self }
    }

    /// In which words the documents of a job are printed.
    pub(super) fn wording<'a>(&'a self, job: &'a Job) -> Wording<'a> {
        self.templates.wording(job.language.as_ref().unwrap_or(&self.language))
    }

    /// The documents of a packet, side by side.
    pub(super) fn fill_in_all(
        &self,
        job: &Job,
        packet: &Packet<'_>,
    ) -> Vec<anyhow::Result<FilledIn>> {
        let documents = &packet.documents;
        let is_single = documents.len() == 1;
        documents.par_iter().map(|planned| self.fill_in(job, planned, is_single)).collect()
    }

    /// A document's Markdown, with the code of its kit and what identifies its pages, and from that same Markdown what is printed, if pages are
    /// wanted.
    pub(super) fn fill_in(
        &self,
        job: &Job,
        planned: &PlannedDocument<'_>,
        is_single: bool,
    ) -> anyhow::Result<FilledIn> {
        let (view, name) = (&planned.view, file_name(job, planned, is_single));
        let text = self.templates.render(planned.kind, view, &self.sources);
        let text = text.map_err(|it| Failure::rejected(&it, &self.sources))?;
        let mut sources = Sources::new();
        let id = sources.add(Source { name: source_name(planned, &name), text });
        let identity = PageIdentity {
            document: planned.kind.id.to_owned(),
            packet: view.packet.to_string(),
            has_marks: planned.kind.has_marks && self.documents.has_marks,
            details: details(job, view),
        };
        if !self.formats.contains(&Format::Pdf) {
            let sealed = document::seal(&sources, id, &view.code, &identity);
            let sealed = sealed.map_err(|it| Failure::rejected(&it, &sources))?.value;
            let sealed = Some(sealed);
            return Ok(FilledIn { sealed, warnings: Vec::new(), document: None, sources });
        }
        let words_of = |lang: &Language| Ok(self.templates.locale(lang).page_words()?);
        let (code, known) = (&view.code, &self.bodies);
        let read = document::seal_and_parse(&mut sources, id, code, &identity, &words_of, known);
        let Accepted { value: (sealed, mut document), warnings } =
            read.map_err(|it| Failure::rejected(&it, &sources))?;
        let pictures = pictures::read_all(&mut document, "check that it is still there", |path| {
            self.pictures.get(path).cloned().ok_or_else(|| of_template(path))
        });
        pictures.check(Some(())).map_err(|it| Failure::rejected(&it, &sources))?;
        let sealed = Some(sealed).filter(|_| self.formats.contains(&Format::Md));
        Ok(FilledIn { sealed, warnings, document: Some(document), sources })
    }

    /// What a file of documents of one interview says of itself.
    pub(super) fn about_packet(
        &self,
        view: &View<'_>,
        author: Option<String>,
    ) -> anyhow::Result<DocumentInfo> {
        let title = self.templates.title(view);
        let title = title.map_err(|it| Failure::rejected(&it, &self.sources))?;
        Ok(DocumentInfo { author, ..self.about(title, view.lang)? })
    }

    /// What a collated file says of itself.
    pub(super) fn about(&self, title: String, lang: &Language) -> anyhow::Result<DocumentInfo> {
        let title = [("title", Argument::Text(title))];
        let title = self.templates.locale(lang).text("packet-title", &title)?;
        Ok(DocumentInfo { title, lang: lang.clone(), author: None, subject: None })
    }

    /// Under what a document stands in the outline of a collated file.
    pub(super) fn titles(
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

/// What the files of a document's interviewer begin with.
pub(super) fn file_stem(job: &Job, planned: &PlannedDocument<'_>) -> String {
    match planned.interviewer {
        Some(index) => format!("{}-interviewer-{}", job.name, index + 1),
        None => job.name.clone(),
    }
}

/// What a document's files are called, without the ending. A name that somebody chose is kept where there is one document.
pub(super) fn file_name(job: &Job, planned: &PlannedDocument<'_>, is_single: bool) -> String {
    let name = file_stem(job, planned);
    let is_plain = job.given_name.is_some() && is_single;
    if is_plain { name } else { format!("{name}-{}", planned.kind.id) }
}
