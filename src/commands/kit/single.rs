use super::super::selection;
use super::super::unmet::{self, Shortfall};
use super::builder::{PacketBuilder, Printed};
use super::filler::{FilledIn, Filler};
use super::inputs::{Inputs, PendingBrand};
use super::job::Job;
use super::large::LARGE;
use super::packet::{plan, questions, verify};
use super::writing;
use crate::base::files;
use crate::base::unit::Minutes;
use crate::cli::terminal::Console;
use crate::cli::{BuildRequest, LockRequest};
use crate::packet::{Interview, Packet, PacketId, PacketIdentity};
use crate::print::layout::may_have_italics;

/// The packet of one interview, or of one panel.
pub(super) fn run(request: &BuildRequest, console: Console) -> anyhow::Result<()> {
    if request.output.is_json || request.output.is_stream() {
        console.expect_data()?;
    }
    let Made { longest, shared_id } =
        Inputs::read(request, console, |inputs, brand| make(request, inputs, brand, console))?;
    if let Some(packet) = shared_id.filter(|_| !request.output.is_json) {
        console.info(&format!(
            "note: every packet of this kit without --name, --date and --time has the packet id {packet}, and `collect` cannot tell them apart\n  help: for several interviews, add --name or --date, or use --roster"
        ));
    }
    // A locked kit is not changed, and a script finds the minutes in the manifest.
    let is_locked = matches!(request.lock, LockRequest::Rebuild(_));
    if let Some(longest) = longest.filter(|_| !is_locked && !request.output.is_json) {
        console.info(&hint(longest));
    }
    Ok(())
}

/// How long an interview is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Length {
    whole: Minutes,
    /// How much of it is reserved for opening and closing.
    reserve: Minutes,
}

/// The length of the longest interview of a packet, if it is too long to be held.
pub(super) fn too_long(packet: &Packet<'_>, interview: &Interview) -> Option<Length> {
    let view = &packet.whole;
    let longest = view.interviewers.iter().map(|person| person.minutes).max();
    let reserve = interview.criteria.reserve;
    longest.filter(|_| !view.clocked).map(|whole| Length { whole, reserve })
}

/// What to do about such an interview.
pub(super) fn hint(Length { whole, reserve }: Length) -> String {
    let parts = match reserve {
        Minutes(0) => String::new(),
        reserve => format!(" ({} for questions, {reserve} reserved)", whole - reserve),
    };
    format!(
        "{whole} minutes{parts} is too long for one interview; add --minutes 60 to select the best questions for one hour"
    )
}

/// What is to be said of a packet that was made.
struct Made {
    /// The length of an interview that is too long to be held.
    longest: Option<Length>,
    /// The id of the packet, if other packets that come back have it as well.
    shared_id: Option<PacketId>,
}

fn make(
    request: &BuildRequest,
    Inputs { banks: loaded, templates }: Inputs,
    brand: PendingBrand<'_>,
    console: Console,
) -> anyhow::Result<Made> {
    let BuildRequest { criteria, panel, documents, lock, output, .. } = request;
    let bank = &loaded.bank;
    selection::check(criteria, request.interviewers(), bank)?;
    request.check_order(false)?;
    let locked = super::lock::read(lock, panel.as_ref(), console)?;
    let job = Job::single(request, bank, locked.as_ref().map(|locked| &locked.lock));
    let questions = questions(&job.interview, bank, locked.as_ref())?;
    let content = questions.content(&job.interview);
    if let Some(locked) = &locked {
        verify(&content, locked, output.is_strict, console)?;
    }
    let kit = content.code();
    let key = job.packet_key(&kit);
    let packet = PacketId::of(&key);
    let comes_back = documents.kinds.iter().any(|document| document.has_marks);
    let shared_id = (key.is_of_kit_only() && comes_back).then_some(packet);
    let of_one = documents.of_one_interview();
    let jobs = std::slice::from_ref(&job);
    let filler =
        Filler::new(&of_one, &output.formats, templates?, loaded.language(), jobs, console);
    let (wording, identity) = (filler.wording(&job), PacketIdentity { kit, packet });
    let packet = plan(documents, wording, &job.interview, questions, &identity)?;
    let is_large = content.questions().count() > LARGE;
    let texts = (!is_large).then(|| filler.fill_in_all(&job, &packet));
    let has_italics = |text: &anyhow::Result<FilledIn>| {
        let document = text.as_ref().ok().and_then(|text| text.document.as_ref());
        document.is_some_and(may_have_italics)
    };
    let needs_italics = texts.as_ref().is_none_or(|texts| texts.iter().any(has_italics));
    let brand = brand.read()?.accepted_for(needs_italics, console)?;
    let builder = PacketBuilder::new(&filler, output, brand, console)?;
    // A locked kit can only be built as it is.
    let criteria = locked.is_none().then_some(&job.interview.criteria);
    unmet::report(packet.unmet(), bank, criteria, Shortfall::new(output.is_strict), console)?;
    let Printed { made, .. } = match texts {
        Some(texts) => builder.print_filled(&job, &packet, texts)?,
        None => builder.print_large(&job, &packet)?,
    };
    builder.finish();
    let lock = match lock {
        LockRequest::Save(path) => Some(super::lock::file(path, &job.interview, &packet)),
        LockRequest::Rebuild(_) | LockRequest::None => None,
    };
    let saved_to = lock.as_ref().map(|file| file.path.display().to_string());
    let said = Made { longest: too_long(&packet, &job.interview), shared_id };
    if output.is_stream() && !output.is_json {
        if !output.is_dry_run {
            files::write_files(&Vec::from_iter(lock), output.overwrite)?;
            made.iter().try_for_each(|made| console.data(&made.bytes))?;
        }
        return Ok(said);
    }
    let states = writing::write(output, &made, Vec::from_iter(lock))?;
    if output.is_json {
        let has_schedule = request.has_schedule();
        let files = made.iter().zip(&states);
        let files = files.map(|(made, state)| made.record(output, has_schedule, *state)).collect();
        writing::manifest((request, builder.paper()), &loaded, files, Vec::new(), console)?;
        return Ok(said);
    }
    writing::report_files(output, &made, &states, console);
    if let (Some(path), false) = (saved_to, output.is_dry_run) {
        console.info(&format!("saved kit {} to {path}", packet.whole.code));
    }
    Ok(said)
}
