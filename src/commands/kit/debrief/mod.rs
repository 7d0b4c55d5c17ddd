//! `debrief`: records become the debrief form of each candidate.

mod kit;
mod notes;
mod outline;
mod packets;
mod pictures;
mod view;

use std::sync::Arc;

use self::kit::KitRebuilder;
use self::pictures::{FormPictures, LostPictures};
use super::builder::{PacketBuilder, Printed};
use super::filler::Filler;
use super::inputs::Inputs;
use super::job::Job;
use super::packet::plan;
use super::writing;
use crate::base::text::{counted, listed};
use crate::cli::terminal::Console;
use crate::cli::{BuildRequest, DebriefArgs, Target, UsageError};
use crate::commands::manifest::ManifestFile;
use crate::commands::{inputs, records};
use crate::evaluate::debrief::{PacketRecords, debrief, foreign, other_scale};
use crate::packet::{
    Interview, InterviewDetails, PacketIdentity, PanelSetup, PlannedDocument, Questions,
    RecordsView, View,
};
use crate::select::InterviewerSlot;

pub(super) fn run(args: &DebriefArgs) -> anyhow::Result<()> {
    let request = args.request()?;
    let output = &request.output;
    let console = Console::new(output.is_quiet);
    if output.is_stream() && output.has_pdf() && console.stdout_is_terminal() {
        let error = UsageError::new("-o -: refusing to write a PDF to the terminal");
        return Err(error.help("redirect it: `… -o - > debrief.pdf`").into());
    }
    if let Target::File(path, ..) = &output.target {
        inputs::spare(path, &args.from)?;
    }
    let records = records::read(&args.from)?;
    let packets = packets::chosen(&records.records, args)?;
    let is_single = matches!(output.target, Target::File(..) | Target::Stream);
    if packets.len() > 1 && (is_single || output.name.is_some()) {
        let option = if is_single { "-o" } else { "--name" };
        let error =
            UsageError::new(format!("{option} names one form, but there are {}", packets.len()));
        let ids: Vec<&str> = packets.iter().map(|packet| packet.packet.as_str()).collect();
        return Err(error.help(format!("pick one with --packet: {}", listed(ids))).into());
    }
    if !records.refused.is_empty() {
        let files = counted(records.refused.len(), "file", "files");
        console.error(&format!(
            "warning: {files} could not be read by `collect`; their contents are missing here"
        ));
    }
    let (Inputs { banks, templates }, brand) = Inputs::with_brand(&request, console)?;
    let brand = brand.accepted(console)?;
    let templates = templates?;
    let locked = super::lock::read(&request.lock, request.panel.as_ref(), console)?;
    let mut kits = KitRebuilder::new(&banks.bank, locked.as_ref(), console);
    let mut pictures = FormPictures::new(output);
    let orders: Vec<Order<'_>> = packets
        .iter()
        .map(|packet| Order::new(&request, packet, &mut kits, &mut pictures))
        .collect::<Result<_, _>>()?;
    let jobs = orders.iter().map(|order| &order.job);
    let language = banks.language();
    let (documents, formats) = (&request.documents, &output.formats);
    let filler = Filler::new(documents, formats, templates, language, jobs, console)
        .with_pictures(pictures.into_places());
    let builder = PacketBuilder::new(&filler, output, brand, console)?;
    let mut planned = Vec::with_capacity(orders.len());
    for order in &orders {
        let Order { job, questions, identity, .. } = order;
        let wording = filler.wording(job);
        let mut packet =
            plan(&request.documents, wording, &job.interview, questions.clone(), identity)?;
        let records = Some(order.records.clone());
        let view = Arc::new(View { records, ..(*packet.whole).clone() });
        for document in &mut packet.documents {
            *document = PlannedDocument { view: Arc::clone(&view), ..document.clone() };
        }
        planned.push(packet);
    }
    let mut made = Vec::new();
    for (order, packet) in orders.iter().zip(&planned) {
        let Printed { made: files, .. } = builder.print(&order.job, packet)?;
        made.extend(files);
    }
    builder.finish();
    for order in &orders {
        order.lost.tell(order.identity.packet, console);
        let missing = order.records.handed_in.iter().filter(|handed_in| !**handed_in).count();
        if missing > 0 {
            let scorecards = counted(missing, "scorecard is", "scorecards are");
            let id = &order.identity.packet;
            console.error(&format!(
                "warning: packet {id}: {scorecards} still missing; the debrief should wait"
            ));
        }
    }
    if output.is_stream() {
        return Ok(made.iter().try_for_each(|made| console.data(&made.bytes))?);
    }
    let states = writing::write(output, &made, Vec::new())?;
    if output.is_json {
        let files =
            made.iter().zip(&states).map(|(made, state)| made.record(output, false, *state));
        let files: Vec<ManifestFile> = files.collect();
        let mut text = serde_json::to_string_pretty(&serde_json::json!({ "files": files }))?;
        text.push('\n');
        return Ok(console.data(text.as_bytes())?);
    }
    writing::report_files(output, &made, &states, console);
    Ok(())
}

/// A form that is to be made.
struct Order<'b> {
    job: Job,
    questions: Questions<'b>,
    identity: PacketIdentity,
    records: RecordsView,
    /// The pictures that cannot be shown.
    lost: LostPictures,
}

impl<'b> Order<'b> {
    fn new(
        request: &BuildRequest,
        packet: &PacketRecords<'_>,
        kits: &mut KitRebuilder<'b>,
        pictures: &mut FormPictures,
    ) -> anyhow::Result<Self> {
        let id = packets::id(packet)?;
        let rebuilt = kits.rebuild(packet)?;
        let outline = outline::of(&rebuilt.questions.content(&rebuilt.interview()));
        if let Some((file, entry)) = foreign(packet, &outline) {
            anyhow::bail!(
                "packet {id}: {file} has an entry for `{entry}`, which its interviewer is not asked about in kit {}\n  help: collect the \
                 records again from the files that were filled in",
                packet.kit
            );
        }
        if let Some((file, points)) = other_scale(packet, &outline) {
            anyhow::bail!(
                "packet {id}: the rating scale has {points} points in {file}, and {} in kit {}\n  help: collect the records again from the \
                 files that were filled in",
                outline.scores.len(),
                packet.kit
            );
        }
        let read = debrief(packet, &outline);
        let names = read.panelists.iter().enumerate().map(|(place, panelist)| {
            panelist.name.clone().or_else(|| rebuilt.names.get(place).cloned().flatten())
        });
        let interviewers: Vec<InterviewerSlot> =
            names.map(|name| InterviewerSlot { name, themes: Vec::new() }).collect();
        let interview = Interview {
            details: InterviewDetails {
                candidate: read.candidate.clone(),
                keep_until: read.keep_until.clone(),
                // The panel's own documents name each of several.
                interviewer: only_name(&interviewers),
                ..InterviewDetails::default()
            },
            panel: Some(PanelSetup { interviewers, shared: 0 }),
            ..rebuilt.interview()
        };
        let (handwriting, lost) = pictures.of_form(&read.handwriting);
        let records = view::of(&read, handwriting, &interview);
        let given_name = request.output.name.clone();
        let name = given_name.clone().unwrap_or_else(|| format!("debrief-{id}"));
        let job = Job {
            row: None,
            // The name of a form is that of its packet, without the document behind it.
            given_name: Some(name.clone()),
            name,
            language: request.documents.language.clone(),
            interview,
        };
        let identity = PacketIdentity { kit: packet.kit.clone(), packet: id };
        Ok(Self { job, questions: rebuilt.questions, identity, records, lost })
    }
}

fn only_name(interviewers: &[InterviewerSlot]) -> Option<String> {
    match interviewers {
        [only] => only.name.clone(),
        _ => None,
    }
}
