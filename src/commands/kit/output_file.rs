use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::selection::described;
use super::super::unmet;
use super::job::Job;
use crate::base::hash;
use crate::cli::{Format, OutputRequest};
use crate::commands::manifest::{
    FileState, ManifestFile, ManifestQuestion, ManifestSlot, ManifestUnmet, PACKET,
};
use crate::packet::{InterviewerView, Packet, PacketId, PlannedDocument, View};

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
pub(super) struct Subject<'p> {
    kind: &'static str,
    row: Option<usize>,
    interviewer: Option<usize>,
    /// The packets that are in it.
    packets: Vec<PacketId>,
    /// What it shows, and the packet that it is from; nothing for a file of several interviews.
    shown: Option<(Arc<View<'p>>, &'p Packet<'p>)>,
}

impl<'p> Subject<'p> {
    pub(super) fn of(job: &Job, packet: &'p Packet<'p>, planned: &PlannedDocument<'p>) -> Self {
        let PlannedDocument { kind, interviewer, view } = planned;
        let packets = vec![view.packet];
        let shown = Some((Arc::clone(view), packet));
        Self { kind: kind.id, row: job.row, interviewer: *interviewer, packets, shown }
    }

    /// All documents of one interviewer, of which this is the first.
    pub(super) fn of_interviewer(
        job: &Job,
        packet: &'p Packet<'p>,
        first: &PlannedDocument<'p>,
    ) -> Self {
        Self { kind: PACKET, ..Self::of(job, packet, first) }
    }

    /// All documents of an interview.
    pub(super) fn of_packet(job: &Job, packet: &'p Packet<'p>) -> Self {
        let packets = vec![packet.whole.packet];
        let shown = Some((Arc::clone(&packet.whole), packet));
        Self { kind: PACKET, row: job.row, interviewer: None, packets, shown }
    }

    /// The documents of many interviews.
    pub(super) fn of_all(packets: Vec<PacketId>) -> Self {
        Self { kind: PACKET, row: None, interviewer: None, packets, shown: None }
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

    /// Whether it was made for a row of a roster.
    pub(super) fn is_of_row(&self) -> bool {
        self.subject.row.is_some()
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
        let Subject { kind, row, interviewer, packets, shown } = &self.subject;
        let path = (!output.is_stream()).then(|| output.path(&self.name).display().to_string());
        let view = shown.as_ref().map(|(view, _)| view);
        let packet = shown.as_ref().map(|(_, packet)| *packet);
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
            code: view.map(|view| view.code.clone()),
            packet: view.map(|view| view.packet.to_string()),
            packets: packets.iter().map(PacketId::to_string).collect(),
            minutes: view.map_or(0, |view| view.minutes.0),
            schedule: view
                .filter(|_| has_schedule)
                .map_or(Vec::new(), |view| slots(view, *interviewer)),
            questions: packet.map_or(Vec::new(), |packet| questions(packet, *interviewer)),
            unmet: packet.map_or(Vec::new(), |packet| unmet_goals(packet, *interviewer)),
        }
    }
}

/// The questions of a packet, or of one interviewer in it, each once, and why they were selected.
fn questions(packet: &Packet<'_>, interviewer: Option<usize>) -> Vec<ManifestQuestion> {
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    for selection in packet.selections(interviewer) {
        for (question, reasons) in selection.questions().iter().zip(selection.reasons()) {
            if known.insert(&question.id) {
                all.push(ManifestQuestion {
                    id: question.id.to_string(),
                    minutes: question.minutes.0,
                    reasons: described(selection.bank(), reasons),
                });
            }
        }
    }
    all
}

/// The goals that were not met; none for one interviewer of a panel, because others may meet them.
fn unmet_goals(packet: &Packet<'_>, interviewer: Option<usize>) -> Vec<ManifestUnmet> {
    let goals = if interviewer.is_none() { packet.unmet() } else { &[] };
    goals.iter().map(|goal| unmet::record(packet.content.bank(), goal)).collect()
}

/// When each interviewer of a kit interviews; the view of one `interviewer` has that one only.
fn slots(view: &View<'_>, interviewer: Option<usize>) -> Vec<ManifestSlot> {
    let slot = |(index, person): (usize, &InterviewerView<'_>)| {
        Some(ManifestSlot {
            interviewer: interviewer.unwrap_or(index) + 1,
            from: person.from.as_ref()?.plain.clone(),
            to: person.to.as_ref()?.plain.clone(),
            minutes: person.minutes.0,
        })
    };
    view.interviewers.iter().enumerate().filter_map(slot).collect()
}
