use super::builder::{PacketBuilder, Printed, belong_together};
use super::filler::{FilledIn, file_name, file_stem};
use super::job::Job;
use super::output_file::{OutputFile, Subject};
use crate::base::diagnostic::Diagnostic;
use crate::cli::{Collate, Format};
use crate::packet::{Packet, PlannedDocument};
use crate::print::collate::Collator;
use crate::print::pdf::{PdfError, PdfFile};

/// A packet of more questions than this is made page by page: its documents together would take hundreds of megabytes.
pub(super) const LARGE: usize = 500;

/// A PDF to which documents are added one after the other.
struct LargeFile<'w> {
    pdf: PdfFile<'w>,
    /// What puts several documents in a row.
    collator: Option<Collator>,
}

impl PacketBuilder<'_> {
    /// The documents of an interview of very many questions, one after the other. Each page is written as soon as it is laid out, so that the
    /// memory that it takes follows the document, and not all pages of all of them.
    pub(super) fn print_large<'a>(
        &self,
        job: &Job,
        packet: &'a Packet<'a>,
    ) -> anyhow::Result<Printed<'a>> {
        let mut made = Vec::new();
        let mut whole = None;
        let collate = self.filler.documents.collate;
        for group in packet.documents.chunk_by(belong_together) {
            // The file of an interviewer is before the Markdown of its documents.
            let place = made.len();
            let mut own = None;
            for planned in group {
                let is_single = packet.documents.len() == 1;
                let name = file_name(job, planned, is_single);
                let subject = Subject::of(job, packet, planned);
                let filled = self.filler.fill_in(job, planned, is_single)?;
                match collate {
                    Collate::Interviewer if group.len() > 1 => {
                        self.add_to_file(&mut own, (job, packet), planned, &filled)?;
                    }
                    Collate::None | Collate::Interviewer => {
                        let mut file = None;
                        self.add_alone(&mut file, &filled)?;
                        let name = format!("{name}.pdf");
                        made.extend(self.finished(file, name, subject.clone())?);
                    }
                    Collate::Packet | Collate::All => {
                        self.add_to_file(&mut whole, (job, packet), planned, &filled)?;
                    }
                }
                if self.filler.formats.contains(&Format::Md) {
                    let name = format!("{name}.md");
                    let bytes = filled.sealed.into_markdown().into_bytes();
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

    /// Adds a document to a file of several, which begins with the first of them.
    fn add_to_file<'w>(
        &'w self,
        file: &mut Option<LargeFile<'w>>,
        (job, packet): (&Job, &Packet<'_>),
        planned: &PlannedDocument<'_>,
        filled: &FilledIn,
    ) -> anyhow::Result<()> {
        let Some(document) = &filled.document else { return Ok(()) };
        let typesetter = self.printer.typesetter_of(document, Some(self.paper()), self.text);
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
        let mut added = Ok(());
        let warnings = typesetter.stream(document, &mut |page| {
            if added.is_ok() {
                added = pdf.add(&collator.page(page.into()));
            }
        });
        self.end(added, warnings, filled)
    }

    /// Adds the only document of a file.
    fn add_alone<'w>(
        &'w self,
        file: &mut Option<LargeFile<'w>>,
        filled: &FilledIn,
    ) -> anyhow::Result<()> {
        let Some(document) = &filled.document else { return Ok(()) };
        let typesetter = self.printer.typesetter_of(document, Some(self.paper()), self.text);
        let mut pdf = self.printer.begin_pdf(typesetter.without_pages(document));
        let mut added = Ok(());
        let warnings = typesetter.stream(document, &mut |page| {
            if added.is_ok() {
                added = pdf.add(&page);
            }
        });
        self.end(added, warnings, filled)?;
        *file = Some(LargeFile { pdf, collator: None });
        Ok(())
    }

    /// Tells the warnings about a document whose pages were added.
    fn end(
        &self,
        added: Result<(), PdfError>,
        warnings: Vec<Diagnostic>,
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
