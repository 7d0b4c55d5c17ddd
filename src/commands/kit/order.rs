use std::path::PathBuf;

use super::super::Usage;
use crate::cli::{Collate, DocumentArg, Format, KitArgs, SeatArgs};
use crate::kit::Interviewer;
use crate::output::Overwrite;
use crate::template::Part;
use crate::unit::TimeOfDay;

/// What a command line asks for, as far as it can be known without a bank.
#[derive(Clone)]
pub(super) struct Order<'a> {
    pub(super) args: &'a KitArgs,
    pub(super) panel: Option<PanelOrder>,
    /// In the order in which they lie in a packet.
    pub(super) parts: Vec<Part>,
    pub(super) formats: Vec<Format>,
    pub(super) collate: Option<Collate>,
}

/// What is asked of a panel.
#[derive(Clone, Debug)]
pub(super) struct PanelOrder {
    /// Who interviews; empty where a roster or a lock file says it.
    pub(super) interviewers: Vec<Interviewer>,
    /// How many questions everybody asks.
    pub(super) shared: usize,
    /// Minutes between two interviews.
    pub(super) pause: u32,
}

/// What stands for standard output.
const STREAM: &str = "-";

impl<'a> Order<'a> {
    pub(super) fn build(args: &'a KitArgs) -> Result<Self, Usage> {
        Self::new(args, None, &[Part::Guide])
    }

    pub(super) fn panel(seats: &SeatArgs, args: &'a KitArgs) -> Result<Self, Usage> {
        let interviewers = match seats.size {
            Some(size) => (0..size).map(|_| Interviewer::default()).collect(),
            None => seats.interviewers.clone(),
        };
        if args.packet.interviewer.is_some() {
            let why = "--interviewer is for `build`: a panel has --interviewers";
            return Err(Usage(why.to_owned()));
        }
        if let Some(Err(fault)) = args.packet.time.as_deref().map(str::parse::<TimeOfDay>) {
            let forms = TimeOfDay::FORMS;
            let why = format!(
                "--time: {fault}\n  help: the panel’s schedule is computed from it: write {forms}"
            );
            return Err(Usage(why));
        }
        let is_said_elsewhere = args.roster.roster.is_some() || args.lock.locked.is_some();
        if interviewers.is_empty() && !is_said_elsewhere {
            let why = "who interviews?\n  help: give --interviewers \"Ana:strategy,Bo:execution\", or --size 3";
            return Err(Usage(why.to_owned()));
        }
        let shared = usize::try_from(seats.shared).unwrap_or_default();
        let panel = PanelOrder { interviewers, shared, pause: seats.pause };
        let usual = [Part::PanelPlan, Part::CandidateSheet, Part::Guide, Part::Debrief];
        Self::new(args, Some(panel), &usual)
    }

    fn new(args: &'a KitArgs, panel: Option<PanelOrder>, usual: &[Part]) -> Result<Self, Usage> {
        let asked: Vec<Part> = args.documents.documents.iter().map(|it| part(*it)).collect();
        let asked = if asked.is_empty() { usual } else { &asked };
        let parts = Part::ALL.into_iter().filter(|part| asked.contains(part)).collect();
        let mut formats = args.output.format.clone();
        formats.sort_unstable();
        formats.dedup();
        let order = Self { args, panel, parts, formats, collate: args.documents.collate };
        order.check()?;
        Ok(order)
    }

    /// Whether documents go to standard output.
    pub(super) fn is_stream(&self) -> bool {
        self.args.output.output.as_os_str() == STREAM
    }

    pub(super) fn prints(&self) -> bool {
        self.formats.contains(&Format::Pdf)
    }

    pub(super) fn overwrite(&self) -> Overwrite {
        if self.args.output.force { Overwrite::Replace } else { Overwrite::KeepSame }
    }

    /// Where a file of this name goes.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.args.output.output.join(name)
    }

    fn check(&self) -> Result<(), Usage> {
        let KitArgs { bank, roster, lock, .. } = self.args;
        let read = bank.bank.iter().chain(&roster.roster).chain(&lock.locked);
        if read.filter(|path| path.as_os_str() == STREAM).count() > 1 {
            return Err(Usage("-: standard input can be read only once".to_owned()));
        }
        if self.collate.is_some() && !self.prints() {
            let why = "--collate puts PDFs into one, and --format asks for none\n  help: add --format pdf";
            return Err(Usage(why.to_owned()));
        }
        if !self.is_stream() {
            return Ok(());
        }
        let why = if self.formats.len() > 1 {
            "-o -: standard output takes one format\n  help: add --format pdf or --format md"
        } else if self.args.output.json && !self.args.output.dry_run {
            "-o - and --json both want standard output\n  help: give -o a folder"
        } else if self.args.roster.roster.is_some() && self.collate != Some(Collate::All) {
            "-o -: standard output takes one file, and a roster makes many\n  help: give -o a folder, or --collate=all"
        } else if self.collate.is_none() && (self.parts.len() > 1 || self.panel.is_some()) {
            "-o -: standard output takes one file\n  help: give -o a folder, or --collate with --format pdf"
        } else {
            return Ok(());
        };
        Err(Usage(why.to_owned()))
    }
}

fn part(document: DocumentArg) -> Part {
    match document {
        DocumentArg::Guide => Part::Guide,
        DocumentArg::Scorecard => Part::Scorecard,
        DocumentArg::CandidateSheet => Part::CandidateSheet,
        DocumentArg::PanelPlan => Part::PanelPlan,
        DocumentArg::Debrief => Part::Debrief,
    }
}
