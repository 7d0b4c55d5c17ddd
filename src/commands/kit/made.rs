use std::sync::Arc;

use super::draft::{Draft, Sheet};
use super::interview::Interview;
use super::order::Order;
use crate::base::hash;
use crate::cli::Format;
use crate::commands::manifest::{FileState, ManifestFile, ManifestSlot};
use crate::packet::InterviewerView;

/// A file that was made.
pub(super) struct Made<'a> {
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
    seat: Option<usize>,
    sheet: Option<Arc<Sheet<'a>>>,
}

impl<'a> Subject<'a> {
    pub(super) fn of(interview: &Interview, draft: &Draft<'a>) -> Self {
        let kind = draft.document.id;
        Self { kind, row: interview.row, seat: draft.seat, sheet: Some(Arc::clone(&draft.sheet)) }
    }

    /// All documents of an interview.
    pub(super) fn of_packet(interview: &Interview, whole: &Arc<Sheet<'a>>) -> Self {
        let sheet = Some(Arc::clone(whole));
        Self { kind: "packet", row: interview.row, seat: None, sheet }
    }

    /// The documents of many interviews.
    pub(super) fn of_all() -> Self {
        Self { kind: "packet", row: None, seat: None, sheet: None }
    }
}

impl<'a> Made<'a> {
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

    pub(super) fn record(&self, order: &Order<'_>, state: FileState) -> ManifestFile {
        let Subject { kind, row, seat, sheet } = &self.subject;
        let sheet = sheet.as_deref();
        let path = (!order.is_stream()).then(|| order.path(&self.name).display().to_string());
        ManifestFile {
            path,
            kind: (*kind).to_owned(),
            format: self.format.as_str().to_owned(),
            bytes: self.bytes.len(),
            sha256: hash::sha256_hex(&self.bytes),
            pages: self.pages,
            state,
            row: *row,
            interviewer: seat.map(|seat| seat + 1),
            code: sheet.map(|sheet| sheet.view.code.clone()),
            minutes: sheet.map_or(0, |sheet| sheet.view.minutes.0),
            schedule: sheet
                .filter(|_| order.has_schedule())
                .map_or(Vec::new(), |sheet| slots(sheet, *seat)),
            questions: sheet.map_or(Vec::new(), |sheet| sheet.questions.clone()),
            unmet: sheet.map_or(Vec::new(), |sheet| sheet.unmet.clone()),
        }
    }
}

/// When each interviewer of a sheet interviews; a sheet of one `seat` has that one alone.
fn slots(sheet: &Sheet<'_>, seat: Option<usize>) -> Vec<ManifestSlot> {
    let slot = |(index, person): (usize, &InterviewerView<'_>)| {
        Some(ManifestSlot {
            interviewer: seat.unwrap_or(index) + 1,
            from: person.from.clone()?,
            to: person.to.clone()?,
            minutes: person.minutes.0,
        })
    };
    sheet.view.interviewers.iter().enumerate().filter_map(slot).collect()
}
