use std::collections::{BTreeMap, BTreeSet};

use super::super::bank::table_text;
use super::super::unmet::Shortfall;
use super::job::Job;
use super::packet::LockedKit;
use super::row_failure::Fault;
use crate::bank::Bank;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::Sources;
use crate::base::text::UniqueNames;
use crate::base::unit::TimeOfDay;
use crate::cli::report::{
    self, Consequence, Failure, Naming, remedies, shortened, unmet_sentence, warn,
};
use crate::cli::terminal::Console;
use crate::cli::{BuildRequest, LockRequest, RosterRequest, Shard};
use crate::commands::manifest::ManifestFailure;
use crate::packet::lock::Lock;
use crate::packet::roster::{self, FacetNames, Row};
use crate::packet::{
    AskedFor, Interview, PacketId, PacketIdentity, PacketIds, TooManyPackets, UnmetView,
};
use crate::select::{Criteria, QUESTION, SelectError, UnmetGoal};

/// The interviews of a roster that are to be made.
pub(super) struct Listed {
    pub(super) packets: Vec<ListedPacket>,
    /// Those that cannot be made, where the others are to be made all the same.
    pub(super) failures: Vec<ManifestFailure>,
    /// The kit of all of them, if it is to be locked.
    pub(super) lock: Option<Lock>,
}

/// An interview of a roster that is to be made, and what its pages bear.
pub(super) struct ListedPacket {
    pub(super) job: Job,
    pub(super) identity: PacketIdentity,
}

impl Listed {
    /// Reads a roster, and proves of every row that it can be made, before the first file is written.
    #[expect(clippy::expect_used, reason = "the invariant of a row without faults")]
    pub(super) fn read(
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
        if let Some(note) = unnamed_candidates(request, &rows) {
            console.info(&note);
        }
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
        let mut kits = Kits::new(bank, lock);
        let mut codes = Vec::with_capacity(rows.len());
        for (index, (row, job)) in rows.iter().zip(&jobs).enumerate() {
            let CheckedRow { code, faults } = check(request, row, &job.interview, &mut kits);
            codes.push(code);
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
            super::lock::of_roster(bank, &sound)?.map_err(|faults| {
                let found: Vec<Diagnostic> = faults.into_iter().map(|fault| fault.found).collect();
                refused(&found, Consequence::NothingWritten)
            })?
        } else {
            None
        };
        let is_sound: BTreeSet<usize> = sound.iter().map(|(row, _)| row.number - 1).collect();
        let RowIds { ids, same_names } = packet_ids(&jobs, &codes)?;
        let is_here = |group: &Vec<usize>| group.iter().any(|index| chosen.contains(index));
        let same_names: Vec<Vec<usize>> = same_names.into_iter().filter(is_here).collect();
        warn(&Vec::from_iter(same_names_warning(&rows, &same_names)), &sources, console);
        let packets = jobs.into_iter().zip(codes).enumerate().filter_map(|(index, (job, code))| {
            let is_made = chosen.contains(&index) && is_sound.contains(&index);
            let identity = || Some(PacketIdentity { kit: code?, packet: *ids.get(&index)? });
            let identity = is_made.then(|| identity().expect("a row without faults has a kit"));
            identity.map(|identity| ListedPacket { job, identity })
        });
        Ok(Self { packets: packets.collect(), failures, lock })
    }
}

/// The ids of the packets of a roster. They are given for the whole roster, so they are the same whichever part of it is made.
struct RowIds {
    /// The ids of all rows whose kits are known, by the index of the row.
    ids: BTreeMap<usize, PacketId>,
    /// The rows, by their indices, that their names cannot tell apart.
    same_names: Vec<Vec<usize>>,
}

fn packet_ids(jobs: &[Job], codes: &[Option<String>]) -> Result<RowIds, TooManyPackets> {
    let known =
        codes.iter().enumerate().filter_map(|(index, code)| Some((index, code.as_deref()?)));
    let known: Vec<(usize, &str)> = known.collect();
    let keys = known.iter().map(|(index, code)| jobs[*index].packet_key(code));
    let PacketIds { ids, same_names } = PacketIds::assign(keys)?;
    let index = |place: usize| known[place].0;
    let groups = same_names.into_iter().map(|group| group.into_iter().map(index).collect());
    let ids = ids.into_iter().enumerate().map(|(place, id)| (index(place), id));
    Ok(RowIds { ids: ids.collect(), same_names: groups.collect() })
}

/// Warns of rows that their names cannot tell apart.
fn same_names_warning(rows: &[Row], groups: &[Vec<usize>]) -> Option<Diagnostic> {
    const MAX_GROUPS: usize = 10;
    let second = *groups.first()?.get(1)?;
    let shown: Vec<String> = groups.iter().take(MAX_GROUPS).map(|it| numbers(rows, it)).collect();
    let more = match groups.len().saturating_sub(MAX_GROUPS) {
        0 => String::new(),
        more => format!("; and {more} more such groups"),
    };
    let message = format!(
        "rows with the same name and the same kit: {}{more}; their packet ids depend on the row number",
        shown.join("; ")
    );
    let help = "give each row a `name` of its own, and its packet id stays the same when rows are added or sorted";
    let warning = Diagnostic::warning("same-name", message).at(rows[second].places.of("name"));
    Some(warning.help(help))
}

/// The numbers of several rows: `4, 5 and 6`.
fn numbers(rows: &[Row], group: &[usize]) -> String {
    const MAX: usize = 20;
    let numbers: Vec<String> = group.iter().map(|index| rows[*index].number.to_string()).collect();
    match numbers.split_last() {
        Some((last, others)) if others.len() < MAX => format!("{} and {last}", others.join(", ")),
        _ => shortened(&numbers, MAX),
    }
}

/// What is known of a row before anything is made of it.
struct CheckedRow {
    /// The code of its kit, if its kit is known.
    code: Option<String>,
    /// Why nothing can be made of it; nothing, where it can be made.
    faults: Vec<Fault>,
}

fn check<'j>(
    request: &BuildRequest,
    row: &Row,
    interview: &'j Interview,
    kits: &mut Kits<'j>,
) -> CheckedRow {
    let read = row.faults.iter().map(|found| Fault::of_row(row, found.clone()));
    let found = [time_fault(request, row), panel_fault(request, row)];
    let mut faults: Vec<Fault> = read.chain(found.into_iter().flatten()).collect();
    if !row.faults.is_empty() {
        return CheckedRow { code: None, faults };
    }
    let bank = kits.bank;
    // A locked kit can only be built as it is: no criteria of its can be changed.
    let criteria = kits.locked.is_none().then_some(&interview.criteria);
    let shortfall = Shortfall::new(request.output.is_strict);
    let (code, fault) = match kits.of(row, interview) {
        Ok(RowKit { code, unmet }) => {
            (Some(code.clone()), not_met(row, unmet, bank, criteria, shortfall))
        }
        Err(fault) => (None, Some(*fault)),
    };
    // A time that cannot be read is reported first; what is selected does not depend on it.
    if faults.is_empty() {
        faults.extend(fault);
    }
    CheckedRow { code, faults }
}

/// Why no schedule can be computed for a row.
fn time_fault(request: &BuildRequest, row: &Row) -> Option<Fault> {
    let is_told = row.details.faults().iter().any(|(column, _)| *column == "time");
    let is_needed = request.has_schedule() && !is_told;
    let why = row.details.starts_at().err().filter(|_| is_needed)?;
    let found = Diagnostic::error("roster", why.to_string());
    let found = found.in_own_words("no schedule can be computed from this time");
    let help = format!("the schedule is computed from it; use {}", TimeOfDay::FORMS);
    Some(Fault::in_column(row, "time", found.help(help)))
}

/// Why it is not known for which interviewer the packet of a row is. A roster can have `interviewers` for `panel` beside the `interviewer`
/// for `build`.
fn panel_fault(request: &BuildRequest, row: &Row) -> Option<Fault> {
    let is_panel = match row.interviewers.as_slice() {
        [] => false,
        [only] => !only.themes.is_empty(),
        _ => true,
    };
    let is_named = row.details.interviewer.is_some() || request.details.interviewer.is_some();
    if request.panel.is_some() || is_named || !is_panel || !row.faults.is_empty() {
        return None;
    }
    let message = "`interviewers` is for panels, but `build` makes a packet for one interviewer";
    let help =
        "use `panel --roster`, or one row for each interviewer with the column `interviewer`";
    let found = Diagnostic::error("roster", message).all_own_words().help(help);
    Some(Fault::in_column(row, "interviewers", found))
}

/// Says that papers have no name of a candidate, where the roster has names that could be taken for it.
fn unnamed_candidates(request: &BuildRequest, rows: &[Row]) -> Option<String> {
    let is_unnamed = rows.iter().all(|row| row.details.candidate.is_none());
    let has_names = rows.iter().any(|row| row.name.is_some());
    let is_noted = is_unnamed && has_names && request.details.candidate.is_none();
    is_noted.then(|| {
        "note: no row has a `candidate`, so documents have a blank for the name; `name` is only what the files are called\n  help: add the column `candidate`".to_owned()
    })
}

/// The kits of the rows. Rows that ask for the same share one, and most rows of a roster do.
struct Kits<'a> {
    bank: &'a Bank,
    locked: Option<(&'a Lock, RowKit)>,
    selected: BTreeMap<AskedFor<'a>, Result<RowKit, SelectError>>,
}

/// What is known of the kit of a row.
struct RowKit {
    code: String,
    unmet: Vec<UnmetGoal>,
}

impl<'a> Kits<'a> {
    fn new(bank: &'a Bank, lock: Option<&'a Lock>) -> Self {
        let locked = lock.map(|lock| {
            let kit = RowKit { code: lock.code.clone(), unmet: lock.recipe.unmet.clone() };
            (lock, kit)
        });
        Self { bank, locked, selected: BTreeMap::new() }
    }

    /// The kit of a row, or why it has none.
    fn of(&mut self, row: &Row, interview: &'a Interview) -> Result<&RowKit, Box<Fault>> {
        if interview.panel.as_ref().is_some_and(|panel| panel.interviewers.is_empty()) {
            let found = Diagnostic::error("roster", "no interviewers for this row").all_own_words();
            let help = "fill in `interviewers`, or use --interviewers or --size";
            return Err(Box::new(Fault::in_column(row, "interviewers", found.help(help))));
        }
        if let Some((lock, kit)) = &self.locked {
            return match super::lock::fault(row, interview, lock) {
                Some(fault) => Err(Box::new(fault)),
                None => Ok(kit),
            };
        }
        let select = || {
            let questions = interview.select(self.bank)?;
            let code = questions.content(interview).code();
            Ok(RowKit { code, unmet: questions.unmet().to_vec() })
        };
        let kit = self.selected.entry(interview.asked_for()).or_insert_with(select);
        kit.as_ref().map_err(|refused| Box::new(refusal(row, refused)))
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
