use std::sync::Arc;

use super::super::print::add_pages;
use super::builder::{PacketBuilder, Printed, belong_together};
use super::filler::{FilledIn, file_name, file_stem};
use super::job::Job;
use super::output_file::{OutputFile, Subject};
use crate::base::diagnostic::Diagnostic;
use crate::cli::{Collate, Format};
use crate::packet::{Packet, PlannedDocument};
use crate::print::collate::Collator;
use crate::print::layout::{Survey, Typesetter};
use crate::print::pdf::{PdfError, PdfFile};

/// A packet of more questions than this is made page by page: its documents together would take hundreds of megabytes.
pub(super) const LARGE: usize = 500;

/// A document that is filled in, and what must be known of it before its first page is complete, if it is printed.
struct Surveyed {
    filled: FilledIn,
    survey: Option<(Arc<Typesetter>, Survey)>,
}

/// A PDF to which documents are added one after the other.
struct LargeFile<'w> {
    pdf: PdfFile<'w>,
    /// What puts several documents in a row.
    collator: Option<Collator>,
}

impl PacketBuilder<'_> {
    /// The documents of an interview of very many questions, one after the other, so that one of them is in memory at a time. Each page is written as
    /// soon as it is laid out.
    pub(super) fn print_large<'a>(
        &self,
        job: &Job,
        packet: &'a Packet<'a>,
    ) -> anyhow::Result<Printed<'a>> {
        let prepare = |planned: &PlannedDocument<'_>| {
            let is_single = packet.documents.len() == 1;
            Ok(self.surveyed(self.filler.fill_in(job, planned, is_single)?))
        };
        self.write_large(job, packet, &mut packet.documents.iter().map(prepare))
    }

    /// Writes documents as they come.
    fn write_large<'a>(
        &self,
        job: &Job,
        packet: &'a Packet<'a>,
        surveyed: &mut dyn Iterator<Item = anyhow::Result<Surveyed>>,
    ) -> anyhow::Result<Printed<'a>> {
        let mut made = Vec::new();
        let mut whole = None;
        let is_single = packet.documents.len() == 1;
        let collate = self.filler.documents.collate;
        for group in packet.documents.chunk_by(belong_together) {
            // The file of an interviewer is before the Markdown of its documents.
            let place = made.len();
            let mut own = None;
            for (planned, surveyed) in group.iter().zip(&mut *surveyed) {
                let mut surveyed = surveyed?;
                let name = file_name(job, planned, is_single);
                let subject = Subject::of(job, packet, planned);
                match collate {
                    Collate::Interviewer if group.len() > 1 => {
                        self.add_to_file(&mut own, (job, packet), planned, &mut surveyed)?;
                    }
                    Collate::None | Collate::Interviewer => {
                        let mut file = None;
                        self.add_alone(&mut file, &mut surveyed)?;
                        let name = format!("{name}.pdf");
                        made.extend(self.finished(file, name, subject.clone())?);
                    }
                    Collate::Packet | Collate::All => {
                        self.add_to_file(&mut whole, (job, packet), planned, &mut surveyed)?;
                    }
                }
                if let Some(sealed) = surveyed.filled.sealed {
                    let name = format!("{name}.md");
                    let bytes = sealed.into_markdown().into_bytes();
                    made.push(OutputFile::new(name, Format::Md, bytes, None, subject));
                }
            }
            if let [first, ..] = group {
                let name = format!("{}-packet.pdf", file_stem(job, first));
                let subject = Subject::of_interviewer(job, packet, first);
                let file = self.finished(own, name, subject)?;
                made.splice(place..place, file);
            }
        }
        let name = format!("{}-packet.pdf", job.name);
        made.splice(0..0, self.finished(whole, name, Subject::of_packet(job, packet))?);
        Ok(Printed { made, to_collate: Vec::new() })
    }

    fn surveyed(&self, filled: FilledIn) -> Surveyed {
        let survey = filled.document.as_ref().map(|document| {
            let typesetter = self.printer.typesetter_of(document, Some(self.paper()), self.text);
            let survey = typesetter.survey(document);
            (typesetter, survey)
        });
        Surveyed { filled, survey }
    }

    /// Adds a document to a file of several, which begins with the first of them.
    fn add_to_file<'w>(
        &'w self,
        file: &mut Option<LargeFile<'w>>,
        (job, packet): (&Job, &Packet<'_>),
        planned: &PlannedDocument<'_>,
        Surveyed { filled, survey }: &mut Surveyed,
    ) -> anyhow::Result<()> {
        let (Some(document), Some((typesetter, survey))) = (&filled.document, survey.take()) else {
            return Ok(());
        };
        let frames = typesetter.without_pages(document);
        if file.is_none() {
            let collate = self.filler.documents.collate;
            let view = if collate == Collate::Interviewer { &planned.view } else { &packet.whole };
            let info = self.filler.about_packet(view, frames.info.author.clone())?;
            let collator = Some(Collator::new(info.lang.clone(), self.padding()));
            let mut frames = frames.clone();
            frames.info = info;
            *file = Some(LargeFile { pdf: self.printer.begin_pdf(frames), collator });
        }
        let Some(LargeFile { pdf, collator: Some(collator) }) = file else { return Ok(()) };
        pdf.add_faces(&frames.faces);
        let (_, blank) = collator.begin(self.part(job, planned, frames)?);
        if let Some(blank) = blank {
            pdf.add(&blank)?;
        }
        let pages =
            add_pages(pdf, (&typesetter, survey), document, |page| collator.page(page.into()));
        self.end(pages, filled)
    }

    /// Adds the only document of a file.
    fn add_alone<'w>(
        &'w self,
        file: &mut Option<LargeFile<'w>>,
        Surveyed { filled, survey }: &mut Surveyed,
    ) -> anyhow::Result<()> {
        let (Some(document), Some((typesetter, survey))) = (&filled.document, survey.take()) else {
            return Ok(());
        };
        let mut pdf = self.printer.begin_pdf(typesetter.without_pages(document));
        let pages = add_pages(&mut pdf, (&typesetter, survey), document, |page| page);
        self.end(pages, filled)?;
        *file = Some(LargeFile { pdf, collator: None });
        Ok(())
    }

    /// Tells the warnings about a document whose pages were added.
    fn end(
        &self,
        (warnings, added): (Vec<Diagnostic>, Result<(), PdfError>),
        filled: &FilledIn,
    ) -> anyhow::Result<()> {
        self.printer.tell(&filled.warnings, &filled.sources);
        self.printer.told(warnings, &filled.sources)?;
        Ok(added?)
    }

    fn finished<'a>(
        &self,
        file: Option<LargeFile<'_>>,
        name: String,
        subject: Subject<'a>,
    ) -> anyhow::Result<Option<OutputFile<'a>>> {
        let Some(LargeFile { pdf, .. }) = file else { return Ok(None) };
        let pages = pdf.count();
        let bytes = self.printer.finish_pdf(pdf)?;
        Ok(Some(OutputFile::new(name, Format::Pdf, bytes, Some(pages), subject)))
    }
}
