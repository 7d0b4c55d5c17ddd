use rayon::prelude::*;

use super::super::brand::LoadedBrand;
use super::super::print::Printer;
use super::field_scope;
use super::filler::{FilledIn, Filler, file_name, file_stem};
use super::job::Job;
use super::output_file::{OutputFile, Subject};
use crate::base::diagnostic::{Accepted, Diagnostic};
use crate::base::source::Sources;
use crate::base::threads;
use crate::base::unit::{Paper, TextSize};
use crate::cli::terminal::Console;
use crate::cli::{Collate, Format, OutputRequest};
use crate::document::Sealed;
use crate::packet::{Audience, Packet, PlannedDocument, Sheet};
use crate::print::collate::{CollatedDocument, DuplexPadding, collate};
use crate::print::frame::{DocumentInfo, Frames};

/// Prints documents, on any number of threads: fonts are read once.
pub(super) struct PacketBuilder<'f> {
    pub(super) filler: &'f Filler,
    paper: Paper,
    pub(super) text: TextSize,
    pub(super) printer: Printer,
}

/// A document with its pages, before what is strange about it was told.
struct LaidOut {
    /// The Markdown, if it is to be a file.
    sealed: Option<Sealed>,
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

impl<'f> PacketBuilder<'f> {
    /// Prepares to print what is filled in.
    pub(super) fn new(
        filler: &'f Filler,
        output: &OutputRequest,
        brand: LoadedBrand,
        console: Console,
    ) -> anyhow::Result<Self> {
        let paper = output.paper.or(brand.paper).unwrap_or(Paper::A4);
        let printer = Printer::new(brand, output.is_strict, console)?;
        Ok(Self { filler, paper, text: output.text, printer })
    }

    /// The paper of all documents.
    pub(super) fn paper(&self) -> Paper {
        self.paper
    }

    /// Says what was left out of the warnings, when all documents are made.
    pub(super) fn finish(&self) {
        self.printer.finish();
    }

    /// The documents of an interview in every format: Markdown from the template, and from that same Markdown the PDF. They are made side by
    /// side, or one after the other if the cores are busy with other packets.
    pub(super) fn print<'a>(
        &self,
        job: &Job,
        packet: &'a Packet<'a>,
    ) -> anyhow::Result<Printed<'a>> {
        if !threads::are_busy() {
            return self.print_filled(job, packet, self.filler.fill_in_all(job, packet));
        }
        let documents = &packet.documents;
        let one =
            |planned| Ok(self.lay_out(self.filler.fill_in(job, planned, documents.len() == 1)?));
        self.print_laid_out(job, packet, documents.iter().map(one))
    }

    /// The same for documents that are filled in.
    pub(super) fn print_filled<'a>(
        &self,
        job: &Job,
        packet: &'a Packet<'a>,
        filled: Vec<anyhow::Result<FilledIn>>,
    ) -> anyhow::Result<Printed<'a>> {
        let laid_out = filled.into_par_iter().map(|filled| Ok(self.lay_out(filled?)));
        let laid_out: Vec<anyhow::Result<LaidOut>> = laid_out.collect();
        self.print_laid_out(job, packet, laid_out)
    }

    fn print_laid_out<'a>(
        &self,
        job: &Job,
        packet: &'a Packet<'a>,
        laid_out: impl IntoIterator<Item = anyhow::Result<LaidOut>>,
    ) -> anyhow::Result<Printed<'a>> {
        let mut printed = Printed { made: Vec::new(), to_collate: Vec::new() };
        let mut laid_out = laid_out.into_iter();
        let collate = self.filler.documents.collate;
        for group in packet.documents.chunk_by(belong_together) {
            // The file of an interviewer is before the Markdown of its documents.
            let place = printed.made.len();
            let mut own = Vec::new();
            for (planned, laid_out) in group.iter().zip(&mut laid_out) {
                let name = file_name(job, planned, packet.documents.len() == 1);
                let subject = Subject::of(job, packet, planned);
                let (sealed, frames) = self.checked(laid_out?)?;
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
                if let Some(sealed) = sealed {
                    let name = format!("{name}.md");
                    let bytes = sealed.into_markdown().into_bytes();
                    printed.made.push(OutputFile::new(name, Format::Md, bytes, None, subject));
                }
            }
            if let ([first, ..], false) = (group, own.is_empty()) {
                let name = format!("{}-packet.pdf", file_stem(job, first));
                let subject = Subject::of_interviewer(job, packet, first);
                let about = self.filler.about_packet(&first.view, author(&own))?;
                let file = self.collate(name, about, own, subject)?;
                printed.made.insert(place, file);
            }
        }
        if collate == Collate::Packet {
            let name = format!("{}-packet.pdf", job.name);
            let documents = std::mem::take(&mut printed.to_collate);
            let subject = Subject::of_packet(job, packet);
            let about = self.filler.about_packet(&packet.whole, author(&documents))?;
            printed.made.insert(0, self.collate(name, about, documents, subject)?);
        }
        Ok(printed)
    }

    /// A document as a part of a file of several.
    pub(super) fn part(
        &self,
        job: &Job,
        planned: &PlannedDocument<'_>,
        frames: Frames,
    ) -> anyhow::Result<CollatedDocument> {
        let collate = self.filler.documents.collate;
        let titles = self.filler.titles(job, planned, collate)?;
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
        let collated = collate(about, documents, self.padding());
        let collated = collated.ok_or_else(|| anyhow::anyhow!("there is nothing to collate"))?;
        let pages = collated.pages.len();
        let bytes = self.printer.write_pdf(collated)?;
        Ok(OutputFile::new(name, Format::Pdf, bytes, Some(pages), subject))
    }

    /// What is between documents of a file.
    pub(super) fn padding(&self) -> DuplexPadding {
        let is_duplex = self.filler.documents.duplex;
        if is_duplex { DuplexPadding::BlankPage } else { DuplexPadding::None }
    }

    fn lay_out(&self, FilledIn { sealed, warnings, document, sources }: FilledIn) -> LaidOut {
        let set = document.map(|it| self.printer.set(&it, Some(self.paper), self.text));
        LaidOut { sealed, warnings, set, sources }
    }

    /// A document without faults. Its warnings are told.
    fn checked(
        &self,
        LaidOut { sealed, warnings, set, sources }: LaidOut,
    ) -> anyhow::Result<(Option<Sealed>, Option<Frames>)> {
        self.printer.tell(&warnings, &sources);
        let frames = set.map(|set| self.printer.checked(set, &sources)).transpose()?;
        Ok((sealed, frames))
    }
}

/// Who wrote some documents: all of them are of the same questions, and so of the same author.
fn author(documents: &[CollatedDocument]) -> Option<String> {
    documents.iter().find_map(|document| document.frames.info.author.clone())
}

/// Whether two documents are of the same interviewer, who carries them together.
pub(super) fn belong_together(one: &PlannedDocument<'_>, other: &PlannedDocument<'_>) -> bool {
    let is_own = |it: &PlannedDocument<'_>| it.kind.audience == Audience::Interviewer;
    is_own(one) && is_own(other) && one.interviewer == other.interviewer
}
