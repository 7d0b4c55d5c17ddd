use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::super::bank::{self, text};
use super::super::failure::{Diagnosed, Found, Stopped, diagnosed, warn};
use super::super::selection;
use super::super::unmet::{Shortfall, remedies, shortened, tell_of_rows};
use super::draft::{Frozen, check, pack};
use super::failed::{Fault, failures, plain};
use super::interview::Interview;
use super::made::{Made, Subject};
use super::order::Order;
use super::press::{Press, Printed};
use super::single::{hint, too_long};
use super::{freeze, writing};
use crate::bank::Bank;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::files::{self, Planned, Stop};
use crate::base::source::Sources;
use crate::base::text::UniqueNames;
use crate::base::unit::{Language, Minutes, TimeOfDay};
use crate::cli::terminal::{Console, Progress};
use crate::cli::{Collate, report};
use crate::commands::manifest::{FileState, ManifestFailure, ManifestFile};
use crate::packet::lock::Lock;
use crate::packet::roster::{self, Names, Row};
use crate::print::collate::Leaf;
use crate::select::{QUESTION, SelectError, UnmetGoal};

/// The packets of all interviews of a roster, or of a part of it.
pub(super) fn run(
    order: &Order<'_>,
    path: &Path,
    console: Console,
    stop: Stop,
) -> anyhow::Result<()> {
    let args = order.args;
    if args.output.json || order.is_stream() {
        console.expect_data()?;
    }
    let (bank, hashes) = bank::load_with_hashes(&args.bank, console)?;
    selection::check(&args.facets, order.interviewers(), &bank)?;
    let frozen = freeze::read(order, console)?;
    let listed = Listed::read(order, path, &bank, frozen.as_ref(), console)?;
    if let (Some(frozen), Some(first)) = (&frozen, listed.interviews.first()) {
        // A bank that has changed since is found before the first file is written.
        pack(order, first, &bank, Some(frozen))?;
    }
    if let (Some(path), Some(lock)) = (&args.lock.lock, &listed.lock) {
        freeze(order, path, lock, console)?;
    }
    let run = Run {
        order,
        bank: &bank,
        frozen: frozen.as_ref(),
        press: Press::new(args, console)?,
        progress: Progress::new(listed.interviews.len(), console),
        console,
        stop,
        is_broken: AtomicBool::new(false),
    };
    let mut outcomes: Vec<Outcome> = listed.interviews.par_iter().map(|it| run.row(it)).collect();
    run.progress.end();
    run.press.finish();
    run.look_again(&mut outcomes);
    let unmet = outcomes.iter().filter_map(|it| Some((it.row?, it.unmet.as_slice())));
    tell_of_rows(unmet, console);
    let rows = listed.interviews.len();
    let mut all = Outcome { failures: listed.failures, ..Outcome::default() };
    for outcome in outcomes {
        all.add(outcome);
    }
    all.failures.sort_by_key(|failure| failure.row);
    let is_stopped = stop.is_asked();
    if order.collate == Some(Collate::All) && !is_stopped && !all.leaves.is_empty() {
        let leaves = std::mem::take(&mut all.leaves);
        all.add(run.bind_all(leaves)?);
    }
    let failed: BTreeSet<usize> = all.failures.iter().map(|failure| failure.row).collect();
    let failed: Vec<String> = failed.iter().map(usize::to_string).collect();
    run.tell(rows, &all, failed.len());
    let written = if args.output.json {
        writing::manifest(order, (&bank, &hashes), all.files, all.failures, console)
    } else {
        Ok(())
    };
    if !is_stopped && failed.is_empty() {
        return written;
    }
    if let Err(error) = written {
        console.error(&format!("error: {error:#}"));
    }
    if is_stopped {
        return Err(Stopped.into());
    }
    Err(run.nothing_made(&failed).into())
}

/// Writes the lock of all rows, before the first of them is made.
fn freeze(order: &Order<'_>, path: &Path, lock: &Lock, console: Console) -> anyhow::Result<()> {
    if !order.args.output.dry_run {
        let file = Planned { path: path.to_owned(), bytes: lock.text().into_bytes() };
        files::write_files(&[file], order.overwrite())?;
        if !order.is_stream() && !order.args.output.json {
            console.message(&format!("froze kit {} in {}", lock.code, path.display()));
        }
    }
    Ok(())
}

/// The interviews of a roster that are to be made.
struct Listed {
    interviews: Vec<Interview>,
    /// Those that cannot be made, where the others are to be made all the same.
    failures: Vec<ManifestFailure>,
    /// The kit of all of them, where it is to be frozen.
    lock: Option<Lock>,
}

impl Listed {
    /// Reads a roster, and proves of every row that it can be made, before the first file is written.
    fn read(
        order: &Order<'_>,
        path: &Path,
        bank: &Bank,
        frozen: Option<&Frozen>,
        console: Console,
    ) -> anyhow::Result<Self> {
        let args = &order.args.roster;
        let mut sources = Sources::new();
        let id = sources.add(text(path)?);
        let read = roster::read(&sources, id).map_err(|it| diagnosed(&it, &sources))?;
        warn(&read.warnings, &sources, console);
        let mut rows = read.value.rows;
        let is_in_rows = rows.iter().any(|row| row.named.contains_key(QUESTION.name));
        selection::check_order(&order.args.facets, is_in_rows)?;
        let known = Names::of(bank);
        for row in &mut rows {
            known.find(row);
        }
        let digits = rows.len().to_string().len().max(3);
        let mut names = UniqueNames::default();
        let lock = frozen.map(|frozen| &frozen.lock);
        let interviews =
            rows.iter().map(|row| Interview::of_row(order, row, bank, lock, digits, &mut names));
        let interviews: Vec<Interview> = interviews.collect();
        let chosen = args.shard.map_or(0..rows.len(), |shard| {
            rows.len() * (shard.part - 1) / shard.of..rows.len() * shard.part / shard.of
        });
        let mut failures = Vec::new();
        let mut sink = Diagnostics::new();
        let mut sound = Vec::new();
        for (index, (row, interview)) in rows.iter().zip(&interviews).enumerate() {
            let faults = faults(order, row, interview, bank, frozen);
            if faults.is_empty() {
                sound.push((row, interview));
            } else if !args.keep_going {
                sink.extend(faults.into_iter().map(|fault| fault.found));
            } else if chosen.contains(&index) {
                // A row that is another shard's is told of by that shard.
                failures.extend(faults.iter().map(|fault| fault.failure(row.number, &sources)));
                let found: Vec<Diagnostic> = faults.into_iter().map(|fault| fault.found).collect();
                console.error(&report::render(&sources, &found, console.has_colour()));
            }
        }
        let refused = |diagnostics: &[Diagnostic], end| Diagnosed {
            diagnostics: diagnostics.to_vec(),
            sources: sources.clone(),
            end: Some(end),
        };
        sink.check(Some(())).map_err(|it| {
            let end = "error: nothing was written\n  help: --keep-going makes the other rows";
            refused(it.diagnostics(), end)
        })?;
        let lock = if order.args.lock.lock.is_some() {
            // The kit is that of the whole roster, whichever part of it is made.
            freeze::of_roster(order, bank, &sound)?.map_err(|faults| {
                let found: Vec<Diagnostic> = faults.into_iter().map(|fault| fault.found).collect();
                refused(&found, "error: nothing was written")
            })?
        } else {
            None
        };
        let is_sound: BTreeSet<usize> = sound.iter().map(|(row, _)| row.number).collect();
        let interviews = interviews.into_iter().enumerate().filter(|(index, interview)| {
            chosen.contains(index) && interview.row.is_some_and(|row| is_sound.contains(&row))
        });
        Ok(Self { interviews: interviews.map(|(_, it)| it).collect(), failures, lock })
    }
}

/// Why nothing can be made of a row; nothing, where it can be made.
fn faults(
    order: &Order<'_>,
    row: &Row,
    interview: &Interview,
    bank: &Bank,
    frozen: Option<&Frozen>,
) -> Vec<Fault> {
    let read = row.faults.iter().map(|found| Fault::of_row(row, found.clone()));
    let mut faults: Vec<Fault> = read.chain(time_fault(order, row)).collect();
    if faults.is_empty() {
        let shortfall = Shortfall::new(order.args.output.print.strict);
        faults.extend(fault(row, interview, bank, frozen, shortfall));
    }
    faults
}

/// Why no schedule can be computed for a row.
fn time_fault(order: &Order<'_>, row: &Row) -> Option<Fault> {
    let why = row.details.starts_at().err().filter(|_| order.has_schedule())?;
    let found = Diagnostic::error("roster", why.to_string());
    let found = found.in_own_words("no schedule can be computed from this time");
    let help = format!("the schedule is computed from it: write {}", TimeOfDay::FORMS);
    Some(Fault::in_column(row, "time", found.help(help)))
}

fn fault(
    row: &Row,
    interview: &Interview,
    bank: &Bank,
    frozen: Option<&Frozen>,
    shortfall: Shortfall,
) -> Option<Fault> {
    if interview.panel.as_ref().is_some_and(Vec::is_empty) {
        let found = Diagnostic::error("roster", "who interviews?").all_own_words();
        let help = "fill in the column `interviewers`, or give --interviewers or --size";
        return Some(Fault::in_column(row, "interviewers", found.help(help)));
    }
    if let Some(frozen) = frozen {
        let fault = freeze::fault(row, interview, &frozen.lock);
        let unmet = &frozen.lock.recipe.unmet;
        let words = UnmetGoal::describe_all(unmet, bank);
        return fault.or_else(|| not_met(row, &words, Vec::new(), shortfall));
    }
    match check(interview, bank) {
        Ok(unmet) => {
            not_met(row, &UnmetGoal::describe_all(&unmet, bank), remedies(&unmet), shortfall)
        }
        Err(refused) => Some(refusal(row, &refused)),
    }
}

/// Why a row is not made that could not meet everything, where it has to.
fn not_met(
    row: &Row,
    unmet: &[String],
    remedies: Vec<String>,
    shortfall: Shortfall,
) -> Option<Fault> {
    if unmet.is_empty() || shortfall == Shortfall::Warn {
        return None;
    }
    let found = Diagnostic::error("unmet", unmet.join("; ")).all_own_words();
    let helps = remedies.into_iter().chain(["or leave out --strict".to_owned()]);
    Some(Fault::in_column(row, "minutes", helps.fold(found, Diagnostic::help)))
}

fn refusal(row: &Row, refused: &SelectError) -> Fault {
    let column = match refused {
        SelectError::Unknown(unknown) => unknown.option,
        SelectError::NoTime { .. } => "minutes",
        SelectError::NothingFor(_) | SelectError::TooManyInterviewers(_) => "interviewers",
        SelectError::NoMatch(_) | SelectError::TooManyWays | SelectError::TooManyMustAsks => "",
    };
    let found = Diagnostic::error(refused.code(), refused.message());
    let found = found.in_own_words(refused.own_words());
    let found = refused.help().into_iter().fold(found, Diagnostic::help);
    Fault::in_column(row, column, found)
}

struct Run<'a> {
    order: &'a Order<'a>,
    bank: &'a Bank,
    frozen: Option<&'a Frozen>,
    press: Press,
    progress: Progress,
    console: Console,
    stop: Stop,
    /// Whether a row failed, and no other is to be begun.
    is_broken: AtomicBool,
}

/// What came of a row, or of several.
#[derive(Default)]
struct Outcome {
    row: Option<usize>,
    files: Vec<ManifestFile>,
    leaves: Vec<Leaf>,
    failures: Vec<ManifestFailure>,
    /// What stands on the disk, and how long it is.
    kept: Vec<(PathBuf, usize)>,
    written: usize,
    unchanged: usize,
    /// The longest interview that nobody can hold.
    longest: Option<Minutes>,
    /// What the row could not meet.
    unmet: Vec<String>,
}

impl Outcome {
    fn new(
        order: &Order<'_>,
        row: Option<usize>,
        made: &[Made],
        leaves: Vec<Leaf>,
        states: &[FileState],
    ) -> Self {
        let unchanged = states.iter().filter(|state| **state == FileState::Unchanged).count();
        let both = || made.iter().zip(states);
        let kept = both().filter(|(_, state)| **state != FileState::Planned);
        let files = both().map(|(made, state)| made.record(order, *state));
        Self {
            row,
            kept: kept.map(|(made, _)| (order.path(&made.name), made.bytes.len())).collect(),
            files: if order.args.output.json { files.collect() } else { Vec::new() },
            leaves,
            failures: Vec::new(),
            written: states.len() - unchanged,
            unchanged,
            longest: None,
            unmet: Vec::new(),
        }
    }

    fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.leaves.extend(other.leaves);
        self.failures.extend(other.failures);
        self.written += other.written;
        self.unchanged += other.unchanged;
        self.longest = self.longest.max(other.longest);
    }
}

impl Run<'_> {
    fn row(&self, interview: &Interview) -> Outcome {
        if self.stop.is_asked() || self.is_broken.load(Ordering::Relaxed) {
            return Outcome::default();
        }
        let outcome = self.make(interview).unwrap_or_else(|error| {
            let row = interview.row.unwrap_or_default();
            let said = match error.downcast_ref::<Diagnosed>() {
                Some(diagnosed) => diagnosed.report(self.console.has_colour()),
                None => format!("error: {error:#}"),
            };
            self.progress.say(|| self.console.error(&format!("row {row}: {said}")));
            if !self.order.args.roster.keep_going {
                self.is_broken.store(true, Ordering::Relaxed);
            }
            Outcome { failures: failures(row, &error), ..Outcome::default() }
        });
        self.progress.step();
        outcome
    }

    fn make(&self, interview: &Interview) -> anyhow::Result<Outcome> {
        let packed = pack(self.order, interview, self.bank, self.frozen)?;
        let Printed { made, leaves } = self.press.print(self.order, interview, &packed)?;
        let states = writing::write(self.order, &made, Vec::new())?;
        let outcome = Outcome::new(self.order, interview.row, &made, leaves, &states);
        let unmet = packed.whole.view.unmet.clone();
        Ok(Outcome { longest: too_long(&packed.whole), unmet, ..outcome })
    }

    /// Proves that what was written is still there: a long run does not see that its folder is taken away and made anew.
    fn look_again(&self, outcomes: &mut [Outcome]) {
        let mut lost: Vec<String> = Vec::new();
        for outcome in outcomes {
            let Some(row) = outcome.row else { continue };
            let gone = outcome.kept.iter().filter(|(path, length)| !files::is_there(path, *length));
            let gone: Vec<String> = gone.map(|(path, _)| path.display().to_string()).collect();
            if gone.is_empty() {
                continue;
            }
            let failure = |path: &String| {
                plain(row, "lost", format!("{path} was written, and is no longer there as it was"))
            };
            let failures = gone.iter().map(failure).collect();
            *outcome = Outcome { failures, ..Outcome::default() };
            lost.extend(gone);
        }
        if let Some(first) = lost.first() {
            let others = match lost.len() - 1 {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            self.console.error(&format!(
                "error: {first}{others} was written, and is no longer there as it was\n  help: if the folder was removed or \
                 written by another program meanwhile, run this again"
            ));
        }
    }

    /// All packets in one file.
    fn bind_all(&self, leaves: Vec<Leaf>) -> anyhow::Result<Outcome> {
        let order = self.order;
        let first = leaves.first().map(|leaf| leaf.pages.about.clone());
        let lang = first.map_or_else(Language::default, |about| about.lang);
        let origins = self.bank.origins.iter().map(|origin| origin.title.as_str());
        let about = self.press.about(origins.collect::<Vec<_>>().join(" · "), &lang)?;
        let name = match order.args.roster.shard {
            Some(shard) => format!("packets-{}-of-{}.pdf", shard.part, shard.of),
            None => "packets.pdf".to_owned(),
        };
        let made = [self.press.bind(order, name, about, leaves, Subject::of_all())?];
        let states = if order.is_stream() {
            if !order.args.output.dry_run {
                made.iter().try_for_each(|made| self.console.data(&made.bytes))?;
            }
            vec![FileState::Planned; made.len()]
        } else {
            writing::write(order, &made, Vec::new())?
        };
        Ok(Outcome::new(order, None, &made, Vec::new(), &states))
    }

    fn tell(&self, rows: usize, all: &Outcome, failed: usize) {
        if self.order.is_stream() {
            return;
        }
        let verb = if self.order.args.output.dry_run { "would write" } else { "wrote" };
        let line = format!(
            "{verb} {} {} for {rows} {} to {}",
            all.written,
            if all.written == 1 { "file" } else { "files" },
            if rows == 1 { "interview" } else { "interviews" },
            self.order.args.output.output.display()
        );
        let unchanged = match all.unchanged {
            0 => String::new(),
            unchanged => format!("; {unchanged} were there already, and the same"),
        };
        let failed = if failed > 0 { format!("; {failed} failed") } else { String::new() };
        self.console.message(&format!("{line}{unchanged}{failed}"));
        if let Some(longest) = all.longest.filter(|_| self.frozen.is_none()) {
            self.console.message(&hint(longest));
        }
    }

    /// Of which rows nothing was made.
    fn nothing_made(&self, failed: &[String]) -> Found {
        let plural = if failed.len() == 1 { "row" } else { "rows" };
        let failed = shortened(failed, 20);
        let help = if self.is_broken.load(Ordering::Relaxed) {
            "\n  help: no other row was begun after that; --keep-going makes them all the same"
        } else {
            ""
        };
        Found(format!("error: nothing was made of {plural} {failed}{help}"))
    }
}
