use std::path::PathBuf;

use super::super::{Usage, selection};
use super::target::{STREAM, Target};
use crate::base::files::{self, Overwrite};
use crate::base::unit::TimeOfDay;
use crate::cli::{Collate, Format, KitArgs, PanelArgs};
use crate::packet::{Audience, DOCUMENTS, Default, DocumentKind};
use crate::select::InterviewerSlot;

/// What a command line asks for, as far as it can be known without a bank.
#[derive(Clone)]
pub(super) struct Order<'a> {
    pub(super) args: &'a KitArgs,
    pub(super) panel: Option<PanelOrder>,
    /// In the order in which they lie in a packet.
    pub(super) documents: Vec<&'static DocumentKind>,
    pub(super) formats: Vec<Format>,
    pub(super) collate: Option<Collate>,
    pub(super) target: Target,
}

/// What is asked of a panel.
#[derive(Clone, Debug)]
pub(super) struct PanelOrder {
    /// Who interviews; empty where a roster or a lock file says it.
    pub(super) interviewers: Vec<InterviewerSlot>,
    /// How many questions everybody asks.
    pub(super) shared: usize,
    /// Minutes between two interviews.
    pub(super) pause: u32,
}

impl<'a> Order<'a> {
    pub(super) fn build(args: &'a KitArgs) -> Result<Self, Usage> {
        Self::new(args, None)
    }

    pub(super) fn panel(panel: &'a PanelArgs) -> Result<Self, Usage> {
        let PanelArgs { seats, kit: args, .. } = panel;
        let interviewers = selection::interviewers(seats)?;
        if args.packet.interviewer.is_some() {
            let why = "--interviewer is for `build`: a panel has --interviewers";
            return Err(Usage(why.to_owned()));
        }
        if args.lock.locked.is_some() && seats.shared.is_some() {
            let why = "--shared cannot be used with --locked: the lock file says what everybody asks\n  help: leave --shared out";
            return Err(Usage(why.to_owned()));
        }
        let is_said_elsewhere = args.roster.roster.is_some() || args.lock.locked.is_some();
        if interviewers.is_empty() && !is_said_elsewhere {
            let why = "who interviews?\n  help: give --interviewers \"Ana:strategy,Bo:execution\", or --size 3";
            return Err(Usage(why.to_owned()));
        }
        let panel = PanelOrder { interviewers, shared: seats.shared(), pause: panel.pause };
        Self::new(args, Some(panel))
    }

    fn new(args: &'a KitArgs, panel: Option<PanelOrder>) -> Result<Self, Usage> {
        let asked = &args.documents.documents;
        let is_usual = |document: &DocumentKind| match document.default {
            Default::Always => true,
            Default::Panel => panel.is_some(),
            Default::Never => false,
        };
        let is_made = |document: &&DocumentKind| match asked.as_slice() {
            [] => is_usual(document),
            asked => asked.iter().any(|id| id == document.id),
        };
        let documents = DOCUMENTS.iter().filter(is_made).collect();
        let mut formats = args.output.format.clone();
        formats.sort_unstable();
        formats.dedup();
        let target = Target::of(&args.output.output);
        let order =
            Self { args, panel, documents, formats, collate: args.documents.collate, target };
        order.check()?;
        Ok(order)
    }

    /// The interviewers of the panel that the command line names.
    pub(super) fn interviewers(&self) -> &[InterviewerSlot] {
        self.panel.as_ref().map_or(&[], |panel| &panel.interviewers)
    }

    /// Whether documents go to standard output.
    pub(super) fn is_stream(&self) -> bool {
        self.target == Target::Stream
    }

    /// Whether a schedule is computed from the time: for a panel, and for the plan of one.
    pub(super) fn has_schedule(&self) -> bool {
        self.panel.is_some() || self.documents.iter().any(|document| document.has_schedule)
    }

    pub(super) fn prints(&self) -> bool {
        self.formats.contains(&Format::Pdf)
    }

    pub(super) fn overwrite(&self) -> Overwrite {
        if self.args.output.force { Overwrite::Replace } else { Overwrite::SkipIdentical }
    }

    /// Where the file goes that would have this name in a folder.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        match &self.target {
            Target::Folder(folder) => files::in_folder(folder, name),
            Target::File(path, _) => path.clone(),
            Target::Stream => PathBuf::from(name),
        }
    }

    fn check(&self) -> Result<(), Usage> {
        let KitArgs { bank, roster, lock, .. } = self.args;
        let read = bank.bank.iter().chain(&roster.roster).chain(&lock.locked);
        if read.filter(|path| path.as_os_str() == STREAM).count() > 1 {
            return Err(Usage("-: standard input can be read only once".to_owned()));
        }
        let time = self.args.packet.time.as_deref().filter(|_| self.has_schedule());
        if let Some(Err(fault)) = time.map(str::parse::<TimeOfDay>) {
            let forms = TimeOfDay::FORMS;
            let why =
                format!("--time: {fault}\n  help: the schedule is computed from it: write {forms}");
            return Err(Usage(why));
        }
        if lock.lock.as_ref().is_some_and(|path| path.as_os_str() == STREAM) {
            let why = "--lock -: a lock is written to a file\n  help: name the file";
            return Err(Usage(why.to_owned()));
        }
        if self.collate.is_some() && !self.prints() {
            let why = "--collate puts PDFs into one, and --format asks for none\n  help: add --format pdf";
            return Err(Usage(why.to_owned()));
        }
        match self.why_not_there() {
            Some(why) => Err(Usage(why)),
            None => Ok(()),
        }
    }

    /// Why standard output, or the one file that was named, cannot take what is to be made.
    fn why_not_there(&self) -> Option<String> {
        let folder = "give -o a folder";
        let (place, taker) = match &self.target {
            Target::Folder(_) => return None,
            Target::Stream => (STREAM.to_owned(), "standard output"),
            Target::File(path, _) => (path.display().to_string(), "a file"),
        };
        if let Target::File(_, format) = &self.target {
            let (ending, format) = (format.as_str(), self.formats.iter().find(|it| *it != format));
            if self.args.output.name.is_some() {
                return Some(format!(
                    "-o {place} and --name both name the file\n  help: leave one of them out"
                ));
            }
            if let Some(format) = format {
                let also = if self.formats.len() > 1 { " as well" } else { "" };
                return Some(format!(
                    "-o {place}: this is one {ending} file, and {format} would be written{also}\n  help: add --format {ending}, \
                     or {folder}",
                    format = format.as_str()
                ));
            }
        }
        let why = if self.formats.len() > 1 {
            format!("{taker} takes one format\n  help: add --format pdf or --format md")
        } else if self.is_stream() && self.args.output.json && !self.args.output.dry_run {
            return Some(format!("-o - and --json both want standard output\n  help: {folder}"));
        } else if self.args.roster.roster.is_some() && self.collate != Some(Collate::All) {
            format!(
                "{taker} takes one document, and a roster makes many\n  help: {folder}, or add --collate=all --format pdf"
            )
        } else if self.collate.is_none() && !self.is_one_document() {
            format!("{taker} takes one document\n  help: {folder}, or add --collate --format pdf")
        } else {
            return None;
        };
        Some(format!("-o {place}: {why}"))
    }

    fn is_one_document(&self) -> bool {
        let [document] = self.documents.as_slice() else { return false };
        let is_for_each = document.audience == Audience::Interviewer;
        // A panel whose seats a lock file names may have any number of them.
        self.panel.as_ref().is_none_or(|panel| !is_for_each || panel.interviewers.len() == 1)
    }
}
