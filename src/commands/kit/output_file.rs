use std::sync::Arc;

use super::interview::Interview;
use super::packet::{Kit, PlannedDocument};
use crate::base::hash;
use crate::cli::{Format, OutputRequest};
use crate::commands::manifest::{FileState, ManifestFile, ManifestSlot};
use crate::packet::InterviewerView;

/// A file that was made.
pub(super) struct OutputFile<'a> {
    /// Its name, with its ending.
    pub(super) name: String,
    pub(super) format: Format,
    pub(super) bytes: Vec<u8>,
    pub(super) pages: Option<usize>,
    subject: Subject<'a>,
}

/// Which document a file holds, and for whom.
#[derive(Clone)]
pub(super) struct Subject<'a> {
    kind: &'static str,
    row: Option<usize>,
    interviewer: Option<usize>,
    kit: Option<Arc<Kit<'a>>>,
}

impl<'a> Subject<'a> {
    pub(super) fn of(interview: &Interview, draft: &PlannedDocument<'a>) -> Self {
        let kind = draft.document.id;
        Self {
            kind,
            row: interview.row,
            interviewer: draft.interviewer,
            kit: Some(Arc::clone(&draft.kit)),
        }
    }

    /// All documents of an interview.
    pub(super) fn of_packet(interview: &Interview, whole: &Arc<Kit<'a>>) -> Self {
        let kit = Some(Arc::clone(whole));
        Self { kind: "packet", row: interview.row, interviewer: None, kit }
    }

    /// The documents of many interviews.
    pub(super) fn of_all() -> Self {
        Self { kind: "packet", row: None, interviewer: None, kit: None }
    }
}

impl<'a> OutputFile<'a> {
    pub(super) fn new(
        name: String,
        format: Format,
        bytes: Vec<u8>,
        pages: Option<usize>,
        subject: Subject<'a>,
    ) -> Self {
        Self { name, format, bytes, pages, subject }
    }

    /// How large it came out: ` (20 pages, 85 KB)`.
    pub(super) fn size(&self) -> String {
        let size = match self.bytes.len() {
            bytes if bytes < 1000 => format!("{bytes} bytes"),
            bytes => format!("{} KB", bytes.div_ceil(1000)),
        };
        match self.pages {
            Some(1) => format!(" (1 page, {size})"),
            Some(pages) => format!(" ({pages} pages, {size})"),
            None => format!(" ({size})"),
        }
    }

    pub(super) fn record(
        &self,
        output: &OutputRequest,
        has_schedule: bool,
        state: FileState,
    ) -> ManifestFile {
        let Subject { kind, row, interviewer, kit } = &self.subject;
        let kit = kit.as_deref();
        let path = (!output.is_stream()).then(|| output.path(&self.name).display().to_string());
        ManifestFile {
            path,
            kind: (*kind).to_owned(),
            format: self.format.as_str().to_owned(),
            bytes: self.bytes.len(),
            sha256: hash::sha256_hex(&self.bytes),
            pages: self.pages,
            state,
            row: *row,
            interviewer: interviewer.map(|index| index + 1),
            code: kit.map(|kit| kit.view.code.clone()),
            minutes: kit.map_or(0, |kit| kit.view.minutes.0),
            schedule: kit
                .filter(|_| has_schedule)
                .map_or(Vec::new(), |kit| slots(kit, *interviewer)),
            questions: kit.map_or(Vec::new(), |kit| kit.questions.clone()),
            unmet: kit.map_or(Vec::new(), |kit| kit.unmet.clone()),
        }
    }
}

/// When each interviewer of a kit interviews; the kit of one `interviewer` has that one only.
fn slots(kit: &Kit<'_>, interviewer: Option<usize>) -> Vec<ManifestSlot> {
    let slot = |(index, person): (usize, &InterviewerView<'_>)| {
        Some(ManifestSlot {
            interviewer: interviewer.unwrap_or(index) + 1,
            from: person.from.clone()?,
            to: person.to.clone()?,
            minutes: person.minutes.0,
        })
    };
    kit.view.interviewers.iter().enumerate().filter_map(slot).collect()
}
