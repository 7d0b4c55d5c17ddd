use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::super::bank::{LoadedBank, table_text};
use super::super::selection;
use super::super::unmet::{Shortfall, report_rows};
use super::builder::{PacketBuilder, Printed};
use super::job::Job;
use super::output_file::Subject;
use super::packet::{LockedKit, plan, verify};
use super::row_failure::{Fault, failures, plain};
use super::single::{Length, hint, too_long};
use super::writing;
use crate::bank::Bank;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::files::{self, Planned, Stop};
use crate::base::source::Sources;
use crate::base::text::UniqueNames;
use crate::base::unit::{Language, TimeOfDay};
use crate::cli::report::{
    self, Consequence, Failure, Naming, ending, remedies, unmet_sentence, warn,
};
use crate::cli::terminal::{Console, Progress};
use crate::cli::{BuildRequest, Collate, LockRequest, OutputRequest, RosterRequest, Shard, Target};
use crate::commands::manifest::{FileState, ManifestFailure, ManifestFile};
use crate::packet::lock::Lock;
use crate::packet::roster::{self, FacetNames, Row};
use crate::packet::{Interview, UnmetView};
use crate::print::collate::CollatedDocument;
use crate::select::{Criteria, QUESTION, SelectError, UnmetGoal};

/// The packets of all interviews of a roster, or of a part of it.
pub(super) fn run(
    request: &BuildRequest,
    roster: &RosterRequest,
    console: Console,
    stop: Stop,
) -> anyhow::Result<()> {
    let BuildRequest { banks, criteria, panel, documents, lock, output, .. } = request;
    if output.is_json || output.is_stream() {
        console.expect_data()?;
    }
    let loaded = LoadedBank::read(banks, console)?;
    let bank = &loaded.bank;
    selection::check(criteria, request.interviewers(), bank)?;
    let locked = super::lock::read(lock, panel.as_ref(), console)?;
    let listed = Listed::read(request, roster, bank, locked.as_ref(), console)?;
    if let (Some(locked), Some(first)) = (&locked, listed.jobs.first()) {
        // A bank that has changed since is found before the first file is written.
        let packet = plan(documents, &first.interview, bank, Some(locked))?;
        verify(&packet, locked, output.is_strict, console)?;
    }
    if let (LockRequest::Save(path), Some(lock)) = (lock, &listed.lock) {
        save(output, path, lock, console)?;
    }
    let run = Run {
        request,
        roster,
        bank,
        locked: locked.as_ref(),
        builder: PacketBuilder::new(documents, output, loaded.language(), console)?,
        progress: Progress::new(listed.jobs.len(), console),
        console,
        stop,
        is_broken: AtomicBool::new(false),
    };
    let mut outcomes: Vec<Outcome> = listed.jobs.par_iter().map(|it| run.row(it)).collect();
    run.progress.end();
    run.builder.finish();
    run.verify_written(&mut outcomes);
    let unmet = outcomes.iter().filter_map(|it| Some((it.row?, it.unmet.as_slice())));
    report_rows(unmet, bank, console);
    let rows = listed.jobs.len();
    let mut all = Outcome::failed(listed.failures);
    for outcome in outcomes {
        all.add(outcome);
    }
    all.failures.sort_by_key(|failure| failure.row);
    let is_stopped = stop.is_asked();
    if documents.collate == Some(Collate::All) && !is_stopped && !all.to_collate.is_empty() {
        let documents = std::mem::take(&mut all.to_collate);
        all.add(run.collate_all(documents)?);
    }
    let failed: BTreeSet<usize> = all.failures.iter().map(|failure| failure.row).collect();
    run.report_summary(rows, &all, failed.len());
    let written = if output.is_json {
        writing::manifest(request, &loaded, all.files, all.failures, console)
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

/// The interviews of a roster that are to be made.
struct Listed {
    jobs: Vec<Job>,
    /// Those that cannot be made, where the others are to be made all the same.
    failures: Vec<ManifestFailure>,
    /// The kit of all of them, if it is to be locked.
    lock: Option<Lock>,
}

impl Listed {
    /// Reads a roster, and proves of every row that it can be made, before the first file is written.
    fn read(
        request: &BuildRequest,
        roster: &RosterRequest,
        bank: &Bank,
        locked: Option<&LockedKit>,
        console: Console,
    ) -> anyhow::Result<Self> {
        let mut sources = Sources::new();
        let id = sources.add(table_text(&roster.path)?);
        let read = roster::read(&sources, id).map_err(|it| Failure::rejected(&it, &sources))?;
        warn(&read.warnings, &sources, console);
        let rows = read.value.rows;
        let is_in_rows = rows.iter().any(|row| row.named.contains_key(QUESTION.name));
        request.check_order(is_in_rows)?;
        let known = FacetNames::of(bank);
        let rows: Vec<Row> = rows.into_iter().map(|row| row.resolve(&known)).collect();
        let digits = rows.len().to_string().len().max(3);
        let mut names = UniqueNames::default();
        let lock = locked.map(|locked| &locked.lock);
        let jobs = rows.iter().map(|row| Job::of_row(request, row, bank, lock, digits, &mut names));
        let jobs: Vec<Job> = jobs.collect();
        let chosen = roster.shard.map_or(0..rows.len(), |shard| {
            rows.len() * (shard.part - 1) / shard.of..rows.len() * shard.part / shard.of
        });
        if let (true, Some(Shard { part, of })) = (chosen.is_empty(), roster.shard) {
            let rows = rows.len();
            console.info(&format!("part {part} of {of} has no rows: the roster has {rows} in all"));
        }
        let mut failures = Vec::new();
        let mut diagnostics = Diagnostics::new();
        let mut sound = Vec::new();
        for (index, (row, job)) in rows.iter().zip(&jobs).enumerate() {
            let faults = faults(request, row, &job.interview, bank, locked);
            if faults.is_empty() {
                sound.push((row, &job.interview));
            } else if !roster.keep_going {
                diagnostics.extend(faults.into_iter().map(|fault| fault.found));
            } else if chosen.contains(&index) {
                // A row of another shard is reported by that shard.
                failures.extend(faults.iter().map(|fault| fault.failure(row.number, &sources)));
                let found: Vec<Diagnostic> = faults.into_iter().map(|fault| fault.found).collect();
                console.error(&report::render(&sources, &found, console.stderr_has_color()));
            }
        }
        let refused = |diagnostics: &[Diagnostic], consequence| Failure::Rejected {
            diagnostics: diagnostics.to_vec(),
            sources: sources.clone(),
            consequence: Some(consequence),
        };
        diagnostics
            .check(Some(()))
            .map_err(|it| refused(it.diagnostics(), Consequence::NoRowWritten))?;
        let lock = if matches!(request.lock, LockRequest::Save(_)) {
            // The kit is that of the whole roster, whichever part of it is made.
            super::lock::of_roster(&request.documents, bank, &sound)?.map_err(|faults| {
                let found: Vec<Diagnostic> = faults.into_iter().map(|fault| fault.found).collect();
                refused(&found, Consequence::NothingWritten)
            })?
        } else {
            None
        };
        let is_sound: BTreeSet<usize> = sound.iter().map(|(row, _)| row.number).collect();
        let jobs = jobs.into_iter().enumerate().filter(|(index, job)| {
            chosen.contains(index) && job.row.is_some_and(|row| is_sound.contains(&row))
        });
        Ok(Self { jobs: jobs.map(|(_, it)| it).collect(), failures, lock })
    }
}

/// Why nothing can be made of a row; nothing, where it can be made.
fn faults(
    request: &BuildRequest,
    row: &Row,
    interview: &Interview,
    bank: &Bank,
    locked: Option<&LockedKit>,
) -> Vec<Fault> {
    let read = row.faults.iter().map(|found| Fault::of_row(row, found.clone()));
    let mut faults: Vec<Fault> = read.chain(time_fault(request, row)).collect();
    if faults.is_empty() {
        let shortfall = Shortfall::new(request.output.is_strict);
        faults.extend(fault(row, interview, bank, locked, shortfall));
    }
    faults
}

/// Why no schedule can be computed for a row.
fn time_fault(request: &BuildRequest, row: &Row) -> Option<Fault> {
    let why = row.details.starts_at().err().filter(|_| request.has_schedule())?;
    let found = Diagnostic::error("roster", why.to_string());
    let found = found.in_own_words("no schedule can be computed from this time");
    let help = format!("the schedule is computed from it; use {}", TimeOfDay::FORMS);
    Some(Fault::in_column(row, "time", found.help(help)))
}

fn fault(
    row: &Row,
    interview: &Interview,
    bank: &Bank,
    locked: Option<&LockedKit>,
    shortfall: Shortfall,
) -> Option<Fault> {
    if interview.panel.as_ref().is_some_and(|panel| panel.interviewers.is_empty()) {
        let found = Diagnostic::error("roster", "no interviewers for this row").all_own_words();
        let help = "fill in `interviewers`, or use --interviewers or --size";
        return Some(Fault::in_column(row, "interviewers", found.help(help)));
    }
    if let Some(locked) = locked {
        let fault = super::lock::fault(row, interview, &locked.lock);
        // A locked kit can only be built as it is: no criteria of its can be changed.
        let unmet = &locked.lock.recipe.unmet;
        return fault.or_else(|| not_met(row, unmet, bank, None, shortfall));
    }
    match interview.select(bank) {
        Ok(questions) => {
            not_met(row, questions.unmet(), bank, Some(&interview.criteria), shortfall)
        }
        Err(refused) => Some(refusal(row, &refused)),
    }
}

/// Why a row is not made that could not meet everything, where it has to.
fn not_met(
    row: &Row,
    unmet: &[UnmetGoal],
    bank: &Bank,
    criteria: Option<&Criteria>,
    shortfall: Shortfall,
) -> Option<Fault> {
    if unmet.is_empty() || shortfall == Shortfall::Warn {
        return None;
    }
    let goals = UnmetView::all(unmet, bank);
    let message = goals.iter().map(unmet_sentence).collect::<Vec<_>>().join("; ");
    let found = Diagnostic::error("unmet", message).all_own_words();
    let remedies = criteria.map(|criteria| remedies(&goals, criteria, Naming::Columns));
    let helps = remedies.into_iter().flatten().chain(["or omit --strict".to_owned()]);
    Some(Fault::in_column(row, "minutes", helps.fold(found, Diagnostic::help)))
}

fn refusal(row: &Row, refused: &SelectError) -> Fault {
    let column = match refused {
        SelectError::Unknown(unknown) => unknown.option,
        SelectError::NoTime { .. } => "minutes",
        SelectError::NothingFor(_)
        | SelectError::TooManyInterviewers(_)
        | SelectError::TooFewQuestions { .. } => "interviewers",
        SelectError::NoMatch(_) | SelectError::TooManyWays | SelectError::TooManyMustAsks => "",
    };
    let found = Diagnostic::error(refused.code(), refused.message());
    let found = found.in_own_words(refused.own_words());
    // The option is no help where the row has a value of its own.
    let is_in_row = row.criteria.minutes.is_some();
    let help = if is_in_row { refused.help_for_row() } else { refused.help() };
    let found = help.into_iter().fold(found, Diagnostic::help);
    Fault::in_column(row, column, found)
}

struct Run<'a> {
    request: &'a BuildRequest,
    roster: &'a RosterRequest,
    bank: &'a Bank,
    locked: Option<&'a LockedKit>,
    builder: PacketBuilder,
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
        self.failures.extend(other.failures);
        self.written += other.written;
        self.unchanged += other.unchanged;
        self.longest = self.longest.max(other.longest);
    }
}

impl Run<'_> {
    #[expect(clippy::expect_used, reason = "the invariant of a roster")]
    fn row(&self, job: &Job) -> Outcome {
        if self.stop.is_asked() || self.is_broken.load(Ordering::Relaxed) {
            return Outcome::failed(Vec::new());
        }
        let outcome = self.make(job).unwrap_or_else(|error| {
            let row = job.row.expect("an interview of a roster has a row");
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

    fn make(&self, job: &Job) -> anyhow::Result<Outcome> {
        let packet = plan(&self.request.documents, &job.interview, self.bank, self.locked)?;
        let printed = self.builder.print(job, &packet)?;
        let states = writing::write(&self.request.output, &printed.made, Vec::new())?;
        let longest = too_long(&packet, &job.interview);
        let unmet = packet.unmet().to_vec();
        Ok(Outcome::new(self.request, job.row, printed, &states, longest, unmet))
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
    fn collate_all(&self, documents: Vec<CollatedDocument>) -> anyhow::Result<Outcome> {
        let output = &self.request.output;
        let first = documents.first().map(|document| document.frames.info.clone());
        let lang = first.map_or_else(Language::default, |about| about.lang);
        let origins = self.bank.origins.iter().map(|origin| origin.title.as_str());
        let about = self.builder.about(origins.collect::<Vec<_>>().join(" · "), &lang)?;
        let name = match self.roster.shard {
            Some(shard) => format!("packets-{}-of-{}.pdf", shard.part, shard.of),
            None => "packets.pdf".to_owned(),
        };
        let made = vec![self.builder.collate(name, about, documents, Subject::of_all())?];
        let states = if output.is_stream() {
            if !output.is_dry_run {
                made.iter().try_for_each(|made| self.console.data(&made.bytes))?;
            }
            vec![FileState::Planned; made.len()]
        } else {
            writing::write(output, &made, Vec::new())?
        };
        let printed = Printed { made, to_collate: Vec::new() };
        Ok(Outcome::new(self.request, None, printed, &states, None, Vec::new()))
    }

    fn report_summary(&self, rows: usize, all: &Outcome, failed: usize) {
        let output = &self.request.output;
        let verb = if output.is_dry_run { "would write" } else { "wrote" };
        let target = match &output.target {
            Target::Folder(path) | Target::File(path, _) => path.display().to_string(),
            Target::Stream => return,
        };
        let line = format!(
            "{verb} {} {} for {rows} {} to {target}",
            all.written,
            if all.written == 1 { "file" } else { "files" },
            if rows == 1 { "interview" } else { "interviews" },
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
