use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::super::selection;
use super::super::unmet::report_rows;
use super::builder::{PacketBuilder, Printed};
use super::filler::Filler;
use super::inputs::Inputs;
use super::listed::{Listed, ListedPacket};
use super::output_file::Subject;
use super::packet::{LockedKit, plan, questions, verify};
use super::row_failure::{failures, plain};
use super::single::{Length, hint, too_long};
use super::writing;
use crate::bank::Bank;
use crate::base::files::{self, Planned, Stop};
use crate::base::text::counted;
use crate::base::threads;
use crate::base::unit::Language;
use crate::cli::report::{Failure, ending};
use crate::cli::terminal::{Console, Progress};
use crate::cli::{BuildRequest, Collate, LockRequest, OutputRequest, RosterRequest, Target};
use crate::commands::manifest::{FileState, ManifestFailure, ManifestFile};
use crate::packet::PacketId;
use crate::packet::lock::Lock;
use crate::print::collate::CollatedDocument;
use crate::select::UnmetGoal;

/// The packets of all interviews of a roster, or of a part of it.
pub(super) fn run(
    request: &BuildRequest,
    roster: &RosterRequest,
    console: Console,
    stop: Stop,
) -> anyhow::Result<()> {
    let BuildRequest { criteria, panel, documents, lock, output, .. } = request;
    if output.is_json || output.is_stream() {
        console.expect_data()?;
    }
    let (Inputs { banks: loaded, templates }, brand) = Inputs::with_brand(request, console)?;
    let brand = brand.accepted(console)?;
    let bank = &loaded.bank;
    selection::check(criteria, request.interviewers(), bank)?;
    let locked = super::lock::read(lock, panel.as_ref(), console)?;
    let listed = Listed::read(request, roster, bank, locked.as_ref(), console)?;
    if let (Some(locked), Some(ListedPacket { job, .. })) = (&locked, listed.packets.first()) {
        // A bank that has changed since is found before the first file is written.
        let content = questions(&job.interview, bank, Some(locked))?.content(&job.interview);
        verify(&content, locked, output.is_strict, console)?;
    }
    if let (LockRequest::Save(path), Some(lock)) = (lock, &listed.lock) {
        save(output, path, lock, console)?;
    }
    let jobs = listed.packets.iter().map(|packet| &packet.job);
    let (formats, language) = (&output.formats, loaded.language());
    let filler = Filler::new(documents, formats, templates?, language, jobs, console);
    let run = Run {
        request,
        roster,
        bank,
        locked: locked.as_ref(),
        builder: PacketBuilder::new(&filler, output, brand, console)?,
        filler: &filler,
        progress: Progress::new(listed.packets.len(), "packets", console),
        console,
        stop,
        is_broken: AtomicBool::new(false),
    };
    let row = |packet: &ListedPacket| threads::alone(|| run.row(packet));
    let mut outcomes: Vec<Outcome> = listed.packets.par_iter().map(row).collect();
    run.progress.end();
    run.builder.finish();
    run.verify_written(&mut outcomes);
    let unmet = outcomes.iter().filter_map(|it| Some((it.row?, it.unmet.as_slice())));
    report_rows(unmet, bank, console);
    let rows = listed.packets.len();
    let mut all = Outcome::failed(listed.failures);
    for outcome in outcomes {
        all.add(outcome);
    }
    all.failures.sort_by_key(|failure| failure.row);
    let is_stopped = stop.is_asked();
    if documents.collate == Collate::All && !is_stopped && !all.to_collate.is_empty() {
        let documents = std::mem::take(&mut all.to_collate);
        let packets = std::mem::take(&mut all.packets);
        all.add(run.collate_all(documents, packets)?);
    }
    let failed: BTreeSet<usize> = all.failures.iter().map(|failure| failure.row).collect();
    run.report_summary(rows, &all, failed.len());
    let written = if output.is_json {
        writing::manifest((request, run.builder.paper()), &loaded, all.files, all.failures, console)
    } else {
        Ok(())
    };
    if !is_stopped && failed.is_empty() {
        return written;
    }
    if let Err(error) = written {
        console.error(&ending(&error, console.stderr_has_color()).text);
    }
    if is_stopped {
        return Err(Failure::Interrupted.into());
    }
    let are_others_skipped = run.is_broken.load(Ordering::Relaxed);
    let rows = failed.into_iter().collect();
    Err(Failure::RowsFailed { rows, are_others_skipped }.into())
}

/// Writes the lock of all rows, before the first of them is made.
fn save(output: &OutputRequest, path: &Path, lock: &Lock, console: Console) -> anyhow::Result<()> {
    if !output.is_dry_run {
        let file = Planned { path: path.to_owned(), bytes: lock.text().into_bytes() };
        files::write_files(&[file], output.overwrite)?;
        if !output.is_stream() && !output.is_json {
            console.info(&format!("saved kit {} to {}", lock.code, path.display()));
        }
    }
    Ok(())
}

struct Run<'a> {
    request: &'a BuildRequest,
    roster: &'a RosterRequest,
    bank: &'a Bank,
    locked: Option<&'a LockedKit>,
    builder: PacketBuilder<'a>,
    filler: &'a Filler,
    progress: Progress,
    console: Console,
    stop: Stop,
    /// Whether a row failed, and no other is to be begun.
    is_broken: AtomicBool,
}

/// What came of a row, or of several.
struct Outcome {
    row: Option<usize>,
    files: Vec<ManifestFile>,
    to_collate: Vec<CollatedDocument>,
    /// The packets that these are of.
    packets: Vec<PacketId>,
    failures: Vec<ManifestFailure>,
    /// The files on the disk, each with its length in bytes.
    kept: Vec<(PathBuf, usize)>,
    written: usize,
    unchanged: usize,
    /// The length of the longest interview, if it is too long to be held.
    longest: Option<Length>,
    /// What the row could not meet.
    unmet: Vec<UnmetGoal>,
}

impl Outcome {
    fn new(
        request: &BuildRequest,
        row: Option<usize>,
        Printed { made, to_collate }: Printed<'_>,
        packets: Vec<PacketId>,
        states: &[FileState],
        longest: Option<Length>,
        unmet: Vec<UnmetGoal>,
    ) -> Self {
        let output = &request.output;
        let unchanged = states.iter().filter(|state| **state == FileState::Unchanged).count();
        let both = || made.iter().zip(states);
        let kept = both().filter(|(_, state)| **state != FileState::Planned);
        let files = both().map(|(made, state)| made.record(output, request.has_schedule(), *state));
        Self {
            row,
            kept: kept.map(|(made, _)| (output.path(&made.name), made.bytes.len())).collect(),
            files: if output.is_json { files.collect() } else { Vec::new() },
            to_collate,
            packets,
            failures: Vec::new(),
            written: states.len() - unchanged,
            unchanged,
            longest,
            unmet,
        }
    }

    /// Nothing was written.
    fn failed(failures: Vec<ManifestFailure>) -> Self {
        Self {
            row: None,
            files: Vec::new(),
            to_collate: Vec::new(),
            packets: Vec::new(),
            failures,
            kept: Vec::new(),
            written: 0,
            unchanged: 0,
            longest: None,
            unmet: Vec::new(),
        }
    }

    fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.to_collate.extend(other.to_collate);
        self.packets.extend(other.packets);
        self.failures.extend(other.failures);
        self.written += other.written;
        self.unchanged += other.unchanged;
        self.longest = self.longest.max(other.longest);
    }
}

impl Run<'_> {
    #[expect(clippy::expect_used, reason = "the invariant of a roster")]
    fn row(&self, packet: &ListedPacket) -> Outcome {
        if self.stop.is_asked() || self.is_broken.load(Ordering::Relaxed) {
            return Outcome::failed(Vec::new());
        }
        let outcome = self.make(packet).unwrap_or_else(|error| {
            let row = packet.job.row.expect("an interview of a roster has a row");
            let said = ending(&error, self.console.stderr_has_color()).text;
            self.progress.say(|| self.console.error(&format!("row {row}: {said}")));
            if !self.roster.keep_going {
                self.is_broken.store(true, Ordering::Relaxed);
            }
            Outcome::failed(failures(row, &error))
        });
        self.progress.step();
        outcome
    }

    fn make(&self, ListedPacket { job, identity }: &ListedPacket) -> anyhow::Result<Outcome> {
        let questions = questions(&job.interview, self.bank, self.locked)?;
        let wording = self.filler.wording(job);
        let documents = &self.request.documents;
        let packet = plan(documents, wording, &job.interview, questions, identity)?;
        let printed = self.builder.print(job, &packet)?;
        let states = writing::write(&self.request.output, &printed.made, Vec::new())?;
        let longest = too_long(&packet, &job.interview);
        let unmet = packet.unmet().to_vec();
        let packets = vec![identity.packet];
        Ok(Outcome::new(self.request, job.row, printed, packets, &states, longest, unmet))
    }

    /// Checks that the written files are still there: during a long run, somebody may remove the folder and create it again.
    fn verify_written(&self, outcomes: &mut [Outcome]) {
        let mut lost: Vec<String> = Vec::new();
        for outcome in outcomes {
            let Some(row) = outcome.row else { continue };
            let gone = outcome.kept.iter().filter(|(path, length)| !files::is_there(path, *length));
            let gone: Vec<String> = gone.map(|(path, _)| path.display().to_string()).collect();
            if gone.is_empty() {
                continue;
            }
            let failure = |path: &String| {
                plain(row, "lost", format!("{path} was changed or removed after it was written"))
            };
            *outcome = Outcome::failed(gone.iter().map(failure).collect());
            lost.extend(gone);
        }
        if let Some(first) = lost.first() {
            let others = match lost.len() - 1 {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let (were, they) =
                if lost.len() == 1 { ("was", "it was") } else { ("were", "they were") };
            self.console.error(&format!(
                "error: {first}{others} {were} changed or removed after {they} written\n  help: run the same command again, and make \
                 sure that no other program changes the folder meanwhile"
            ));
        }
    }

    /// All packets in one file.
    fn collate_all(
        &self,
        documents: Vec<CollatedDocument>,
        packets: Vec<PacketId>,
    ) -> anyhow::Result<Outcome> {
        let output = &self.request.output;
        let first = documents.first().map(|document| document.frames.info.clone());
        let lang = first.map_or_else(Language::default, |about| about.lang);
        let origins = self.bank.origins.iter().map(|origin| origin.title.as_str());
        let about = self.filler.about(origins.collect::<Vec<_>>().join(" · "), &lang)?;
        let name = match self.roster.shard {
            Some(shard) => format!("packets-{}-of-{}.pdf", shard.part, shard.of),
            None => "packets.pdf".to_owned(),
        };
        let made = vec![self.builder.collate(name, about, documents, Subject::of_all(packets))?];
        let states = if output.is_stream() {
            if !output.is_dry_run {
                made.iter().try_for_each(|made| self.console.data(&made.bytes))?;
            }
            vec![FileState::Planned; made.len()]
        } else {
            writing::write(output, &made, Vec::new())?
        };
        let printed = Printed { made, to_collate: Vec::new() };
        Ok(Outcome::new(self.request, None, printed, Vec::new(), &states, None, Vec::new()))
    }

    fn report_summary(&self, rows: usize, all: &Outcome, failed: usize) {
        let output = &self.request.output;
        let verb = if output.is_dry_run { "would write" } else { "wrote" };
        let target = match &output.target {
            Target::Folder(path) | Target::File(path, _) => path.display().to_string(),
            Target::Stream => return,
        };
        let line = format!(
            "{verb} {} for {} to {target}",
            counted(all.written, "file", "files"),
            counted(rows, "interview", "interviews"),
        );
        let unchanged = match all.unchanged {
            0 => String::new(),
            unchanged => format!("; {unchanged} unchanged"),
        };
        let failed = if failed > 0 { format!("; {failed} failed") } else { String::new() };
        self.console.info(&format!("{line}{unchanged}{failed}"));
        if let Some(longest) = all.longest.filter(|_| self.locked.is_none()) {
            self.console.info(&hint(longest));
        }
    }
}
