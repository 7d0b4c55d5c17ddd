use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::super::bank::{self, text};
use super::super::failure::{Diagnosed, Found, Stopped, diagnosed, warn};
use super::super::selection;
use super::draft::{Frozen, check, pack};
use super::interview::Interview;
use super::made::Subject;
use super::order::Order;
use super::press::{Press, Printed, about};
use super::single::{hint, too_long};
use super::{freeze, writing};
use crate::bank::Bank;
use crate::bind::Leaf;
use crate::cli::Collate;
use crate::diagnostic::{Diagnostic, Sink};
use crate::distinct::Distinct;
use crate::output::{Console, FileState, ManifestFailure, ManifestFile, Progress, Stop};
use crate::report;
use crate::roster::{self, Row};
use crate::select::Refused;
use crate::source::Sources;
use crate::unit::{Language, Minutes, TimeOfDay};

/// The packets of all interviews of a roster, or of a part of it.
pub(super) fn run(
    order: &Order<'_>,
    path: &Path,
    console: Console,
    stop: Stop,
) -> anyhow::Result<()> {
    let args = order.args;
    let (bank, hashes) = bank::load_with_hashes(&args.bank, console)?;
    selection::check(&args.facets, &bank)?;
    let frozen = freeze::read(order, console)?;
    let listed = Listed::read(order, path, &bank, frozen.as_ref(), console)?;
    if let (Some(frozen), Some(first)) = (&frozen, listed.interviews.first()) {
        // A bank that has changed since is found before the first file is written.
        pack(order, first, &bank, Some(frozen), console)?;
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
        written: AtomicUsize::new(0),
        unchanged: AtomicUsize::new(0),
        longest: AtomicU32::new(0),
    };
    let mut outcomes: Vec<Outcome> = listed.interviews.par_iter().map(|it| run.row(it)).collect();
    run.progress.end();
    let mut files: Vec<ManifestFile> = Vec::new();
    let mut leaves = Vec::new();
    let mut failures = listed.failures;
    for outcome in &mut outcomes {
        files.append(&mut outcome.files);
        leaves.append(&mut outcome.leaves);
        failures.extend(outcome.failure.take());
    }
    failures.sort_by_key(|failure| failure.row);
    let is_stopped = stop.is_asked();
    if order.collate == Some(Collate::All) && !is_stopped && !leaves.is_empty() {
        files.extend(run.bind_all(leaves)?);
    }
    if args.output.json {
        writing::manifest(order, (&bank, &hashes), files, failures.clone(), console)?;
    }
    let rows = listed.interviews.len();
    run.tell(rows, failures.len());
    if is_stopped {
        return Err(Stopped.into());
    }
    if !failures.is_empty() {
        let rows: Vec<String> = failures.iter().map(|it| it.row.to_string()).collect();
        let plural = if rows.len() == 1 { "row" } else { "rows" };
        let help = if args.roster.keep_going {
            ""
        } else {
            "\n  help: no other row was begun after that; --keep-going makes them all the same"
        };
        let rows = shortened(&rows);
        return Err(Found(format!("error: nothing was made of {plural} {rows}{help}")).into());
    }
    Ok(())
}

/// The interviews of a roster that are to be made.
struct Listed {
    interviews: Vec<Interview>,
    /// Those that cannot be made, where the others are to be made all the same.
    failures: Vec<ManifestFailure>,
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
        let read = roster::read(&sources, id).map_err(|it| diagnosed(&it, &sources, console))?;
        warn(&read.warnings, &sources, console);
        let rows = read.value.rows;
        let digits = rows.len().to_string().len().max(3);
        let mut names = Distinct::default();
        let lock = frozen.map(|frozen| &frozen.lock);
        let interviews =
            rows.iter().map(|row| Interview::of_row(order, row, bank, lock, digits, &mut names));
        let interviews: Vec<Interview> = interviews.collect();
        let chosen = args.shard.map_or(0..rows.len(), |shard| {
            rows.len() * (shard.part - 1) / shard.of..rows.len() * shard.part / shard.of
        });
        let mut listed = Self { interviews: Vec::new(), failures: Vec::new() };
        let mut sink = Sink::new();
        for (index, (row, interview)) in rows.iter().zip(interviews).enumerate() {
            let faults = faults(order, row, &interview, bank, frozen);
            let is_chosen = chosen.contains(&index);
            if faults.is_empty() {
                listed.interviews.extend(is_chosen.then_some(interview));
            } else if !args.keep_going {
                sink.extend(faults);
            } else if is_chosen {
                // A row that is another shard's is told of by that shard.
                console.error(&report::render(&sources, &faults, console.has_colour()));
                let error = brief(&sources, &faults);
                listed.failures.push(ManifestFailure { row: row.number, error });
            }
        }
        let checked = sink.check(Some(()));
        checked.map_err(|it| {
            let report = report::render(&sources, it.diagnostics(), console.has_colour());
            Diagnosed(format!(
                "{report}\n\nerror: nothing was written\n  help: --keep-going makes the other rows"
            ))
        })?;
        Ok(listed)
    }
}

/// Faults without the row itself, which names people.
fn brief(sources: &Sources, faults: &[Diagnostic]) -> String {
    let line = |fault: &Diagnostic| match &fault.span {
        None => fault.message.clone(),
        Some(span) => {
            let (name, at) = (&sources.get(span.source).name, sources.locate(span));
            format!("{name}:{}:{}: {}", at.line, at.column, fault.message)
        }
    };
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Why nothing can be made of a row; nothing, where it can be made.
fn faults(
    order: &Order<'_>,
    row: &Row,
    interview: &Interview,
    bank: &Bank,
    frozen: Option<&Frozen>,
) -> Vec<Diagnostic> {
    let mut faults = row.faults.clone();
    faults.extend(time_fault(order, row));
    if faults.is_empty() {
        faults.extend(fault(row, interview, bank, frozen));
    }
    faults
}

/// Why no schedule can be computed for a row.
fn time_fault(order: &Order<'_>, row: &Row) -> Option<Diagnostic> {
    let fault = row.packet.starts_at().err().filter(|_| order.has_schedule())?;
    let fault = Diagnostic::error("roster", fault.to_string()).at(row.place("time"));
    Some(fault.help(format!("the schedule is computed from it: write {}", TimeOfDay::FORMS)))
}

fn fault(
    row: &Row,
    interview: &Interview,
    bank: &Bank,
    frozen: Option<&Frozen>,
) -> Option<Diagnostic> {
    if interview.panel.as_ref().is_some_and(Vec::is_empty) {
        let fault = Diagnostic::error("roster", "who interviews?").at(row.place("interviewers"));
        return Some(
            fault.help("fill in the column `interviewers`, or give --interviewers or --size"),
        );
    }
    if let Some(frozen) = frozen {
        return freeze::fault(row, interview, &frozen.lock);
    }
    let refused = check(interview, bank).err()?;
    let column = match &refused {
        Refused::Unknown(unknown) => unknown.facet,
        Refused::NoTime { .. } => "minutes",
        Refused::NothingFor(_) | Refused::TooManySeats(_) => "interviewers",
        Refused::NothingLeft(_) | Refused::TooManyWays => "",
    };
    let said = refused.to_string();
    let mut lines = said.lines();
    let message = lines.next().unwrap_or_default().trim_start_matches("--");
    let mut fault = Diagnostic::error("roster", message).at(row.place(column));
    for line in lines {
        fault = fault.help(line.trim().trim_start_matches("help: "));
    }
    Some(fault)
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
    written: AtomicUsize,
    unchanged: AtomicUsize,
    /// The longest interview that nobody can hold, in minutes; 0 where there is none.
    longest: AtomicU32,
}

/// What came of a row.
#[derive(Default)]
struct Outcome {
    files: Vec<ManifestFile>,
    leaves: Vec<Leaf>,
    failure: Option<ManifestFailure>,
}

impl Run<'_> {
    fn row(&self, interview: &Interview) -> Outcome {
        if self.stop.is_asked() || self.is_broken.load(Ordering::Relaxed) {
            return Outcome::default();
        }
        let outcome = self.make(interview).unwrap_or_else(|error| {
            let row = interview.row.unwrap_or_default();
            let said = match error.downcast_ref() {
                Some(Diagnosed(report)) => report.clone(),
                None => format!("error: {error:#}"),
            };
            self.progress.say(|| self.console.error(&format!("row {row}: {said}")));
            if !self.order.args.roster.keep_going {
                self.is_broken.store(true, Ordering::Relaxed);
            }
            let failure = Some(ManifestFailure { row, error: said });
            Outcome { failure, ..Outcome::default() }
        });
        self.progress.step();
        outcome
    }

    fn make(&self, interview: &Interview) -> anyhow::Result<Outcome> {
        let order = self.order;
        let packed = pack(order, interview, self.bank, self.frozen, self.console)?;
        let Minutes(longest) = too_long(&packed.whole).unwrap_or_default();
        self.longest.fetch_max(longest, Ordering::Relaxed);
        let Printed { made, leaves } = self.press.print(order, interview, &packed)?;
        let states = writing::write(order, &made, Vec::new())?;
        self.count(&states);
        let files = if order.args.output.json {
            made.iter().zip(&states).map(|(made, state)| made.record(order, *state)).collect()
        } else {
            Vec::new()
        };
        Ok(Outcome { files, leaves, failure: None })
    }

    /// All packets in one file.
    fn bind_all(&self, leaves: Vec<Leaf>) -> anyhow::Result<Vec<ManifestFile>> {
        let order = self.order;
        let first = leaves.first().map(|leaf| leaf.pages.about.clone());
        let lang = first.map_or_else(Language::default, |about| about.lang);
        let origins = self.bank.origins.iter().map(|origin| origin.title.as_str());
        let about = about(&origins.collect::<Vec<_>>().join(" · "), &lang);
        let name = match order.args.roster.shard {
            Some(shard) => format!("packets-{}-of-{}.pdf", shard.part, shard.of),
            None => "packets.pdf".to_owned(),
        };
        let made = [self.press.bind(order, name, about, leaves, Subject::of_all())?];
        if order.is_stream() {
            if !order.args.output.dry_run {
                made.iter().try_for_each(|made| self.console.data(&made.bytes))?;
            }
            return Ok(made.iter().map(|it| it.record(order, FileState::Planned)).collect());
        }
        let states = writing::write(order, &made, Vec::new())?;
        self.count(&states);
        Ok(made.iter().zip(&states).map(|(made, state)| made.record(order, *state)).collect())
    }

    fn count(&self, states: &[FileState]) {
        let of = |state: FileState| states.iter().filter(|it| **it == state).count();
        let new = of(FileState::Written) + of(FileState::Planned);
        self.written.fetch_add(new, Ordering::Relaxed);
        self.unchanged.fetch_add(of(FileState::Unchanged), Ordering::Relaxed);
    }

    fn tell(&self, rows: usize, failed: usize) {
        let (written, unchanged) =
            (self.written.load(Ordering::Relaxed), self.unchanged.load(Ordering::Relaxed));
        if self.order.is_stream() {
            return;
        }
        let verb = if self.order.args.output.dry_run { "would write" } else { "wrote" };
        let line = format!(
            "{verb} {written} {} for {rows} {} to {}",
            if written == 1 { "file" } else { "files" },
            if rows == 1 { "interview" } else { "interviews" },
            self.order.args.output.output.display()
        );
        let unchanged = match unchanged {
            0 => String::new(),
            unchanged => format!("; {unchanged} were there already, and the same"),
        };
        let failed = if failed > 0 { format!("; {failed} failed") } else { String::new() };
        self.console.message(&format!("{line}{unchanged}{failed}"));
        let longest = self.longest.load(Ordering::Relaxed);
        if longest > 0 && self.frozen.is_none() {
            self.console.message(&hint(Minutes(longest)));
        }
    }
}

/// Some of many.
fn shortened(rows: &[String]) -> String {
    const MOST: usize = 20;
    let shown = rows[..rows.len().min(MOST)].join(", ");
    if rows.len() > MOST { format!("{shown} and {} more", rows.len() - MOST) } else { shown }
}
