use std::collections::{BTreeMap, BTreeSet};

use super::super::packet::{LockedKit, verify};
use crate::bank::{Bank, Id};
use crate::base::unit::Minutes;
use crate::cli::report::Failure;
use crate::cli::terminal::Console;
use crate::evaluate::debrief::PacketRecords;
use crate::packet::{Interview, InterviewDetails, PanelSetup, Questions, Timing};
use crate::select::{Criteria, Filters, LEVEL, ROLE};

/// The longest time that can be reserved for opening and closing.
const MAX_RESERVE: u32 = 240;
/// How much is reserved if nobody says otherwise, which is tried first.
const RESERVE: u32 = 10;

/// The kit of records, made again.
#[derive(Clone)]
pub(super) struct RebuiltKit<'b> {
    pub(super) questions: Questions<'b>,
    /// The names of the interviewers, as far as a lock file has them.
    pub(super) names: Vec<Option<String>>,
    role: Option<Id>,
    level: Option<Id>,
    reserve: Minutes,
}

impl RebuiltKit<'_> {
    /// An interview that asks for this kit.
    pub(super) fn interview(&self) -> Interview {
        plain_interview(self.role.clone(), self.level.clone(), self.reserve)
    }
}

/// What each interviewer asks, in order.
type Assignments = Vec<Vec<Id>>;

/// Makes kits again. All packets of a kit share the one that was made for the first of them: finding a kit takes up to 242 hashes.
pub(super) struct KitRebuilder<'b> {
    bank: &'b Bank,
    locked: Option<&'b LockedKit>,
    console: Console,
    /// The kit of the lock file, and its code.
    of_lock: Option<(RebuiltKit<'b>, String)>,
    /// The kits of records, by their codes and by what was asked.
    of_records: BTreeMap<(String, Assignments), RebuiltKit<'b>>,
}

impl<'b> KitRebuilder<'b> {
    pub(super) fn new(bank: &'b Bank, locked: Option<&'b LockedKit>, console: Console) -> Self {
        Self { bank, locked, console, of_lock: None, of_records: BTreeMap::new() }
    }

    /// The kit of these records: that of the lock file, or else the one that the records describe. Its code is that of the records, so
    /// that no form is for another kit.
    pub(super) fn rebuild(&mut self, packet: &PacketRecords<'_>) -> anyhow::Result<RebuiltKit<'b>> {
        if let Some(locked) = self.locked {
            let (rebuilt, code) = match &mut self.of_lock {
                Some(known) => known,
                unknown => unknown.insert(of_lock(self.bank, locked, self.console)?),
            };
            let PacketRecords { packet, kit, .. } = packet;
            if code != kit {
                anyhow::bail!(
                    "packet {packet} is of kit {kit}, but the lock file is of kit {code}\n  help: give the lock file of kit {kit}"
                );
            }
            return Ok(rebuilt.clone());
        }
        let key = (packet.kit.clone(), assignments(packet, self.bank)?);
        if let Some(known) = self.of_records.get(&key) {
            return Ok(known.clone());
        }
        let rebuilt = of_records(packet, self.bank, &key.1)?;
        Ok(self.of_records.entry(key).or_insert(rebuilt).clone())
    }
}

fn of_lock<'b>(
    bank: &'b Bank,
    locked: &LockedKit,
    console: Console,
) -> anyhow::Result<(RebuiltKit<'b>, String)> {
    let LockedKit { lock, sources } = locked;
    let questions = Questions::locked(bank, lock);
    let questions = questions.map_err(|it| Failure::rejected(&it, sources))?;
    let recipe = &lock.recipe;
    let rebuilt = RebuiltKit {
        questions,
        names: recipe.interviewers.iter().map(|it| it.name.clone()).collect(),
        role: recipe.role.clone(),
        level: recipe.level.clone(),
        reserve: recipe.reserve,
    };
    let content = rebuilt.questions.content(&rebuilt.interview());
    verify(&content, locked, false, console)?;
    let code = content.code();
    Ok((rebuilt, code))
}

/// What each interviewer of a packet asks, by its records.
fn assignments(packet: &PacketRecords<'_>, bank: &Bank) -> anyhow::Result<Assignments> {
    let PacketRecords { packet: id, kit, .. } = packet;
    let last = packet.parts.keys().max().copied().unwrap_or(0);
    if let Some(missing) = (1..=last).find(|part| !packet.parts.contains_key(part)) {
        anyhow::bail!(
            "packet {id}: there are no records of interviewer {missing}, so it is not known what they ask\n  help: add the lock file of kit \
             {kit} with --locked, or let `collect` read the documents of interviewer {missing} too, even blank ones"
        );
    }
    let mut assignments = Vec::new();
    for (_, ids) in packet.asked() {
        let known = |id: &&str| id.parse().ok().filter(|id| bank.question(id).is_some());
        if let Some(unknown) = ids.iter().find(|id| known(id).is_none()) {
            anyhow::bail!(
                "packet {id}: the bank has no question `{unknown}`\n  help: give the bank from which kit {kit} was built with --bank"
            );
        }
        assignments.push(ids.iter().filter_map(known).collect());
    }
    Ok(assignments)
}

fn of_records<'b>(
    packet: &PacketRecords<'_>,
    bank: &'b Bank,
    assignments: &Assignments,
) -> anyhow::Result<RebuiltKit<'b>> {
    let PacketRecords { packet: id, kit, .. } = packet;
    let shared = shared(assignments);
    let failed = || {
        anyhow::anyhow!(
            "packet {id}: kit {kit} cannot be rebuilt from the bank and the records\n  help: give the bank as it was when the kit was \
             built with --bank, or, if the records of an interviewer are missing, the lock file of the kit with --locked"
        )
    };
    let questions = Questions::assigned(bank, assignments, shared).ok_or_else(failed)?;
    let reserves = std::iter::once(RESERVE).chain(0..=MAX_RESERVE);
    let reserve = reserves
        .map(Minutes)
        .find(|reserve| questions.content(&plain_interview(None, None, *reserve)).code() == *kit);
    let reserve = reserve.ok_or_else(failed)?;
    Ok(RebuiltKit { questions, names: Vec::new(), role: None, level: None, reserve })
}

/// The questions that all of several interviewers ask, in the order of the first.
fn shared(assignments: &[Vec<Id>]) -> Vec<Id> {
    let [first, others @ ..] = assignments else { return Vec::new() };
    if others.is_empty() {
        return Vec::new();
    }
    let others: Vec<BTreeSet<&Id>> = others.iter().map(|ids| ids.iter().collect()).collect();
    let is_common = |id: &&Id| others.iter().all(|ids| ids.contains(*id));
    first.iter().filter(is_common).cloned().collect()
}

/// An interview that asks for nothing but what was rebuilt.
fn plain_interview(role: Option<Id>, level: Option<Id>, reserve: Minutes) -> Interview {
    let filters = Filters::default()
        .with(&ROLE, role.into_iter().collect())
        .with(&LEVEL, level.into_iter().collect());
    Interview {
        criteria: Criteria { filters, reserve, ..Criteria::default() },
        details: InterviewDetails::default(),
        timing: Timing::default(),
        panel: Some(PanelSetup { interviewers: Vec::new(), shared: 0 }),
    }
}
