use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::target::{STREAM, Target};
use super::usage::UsageError;
use super::{BrandArgs, BuildArgs, Collate, Format, InterviewerArgs, KitArgs, PanelArgs, Shard};
use crate::base::files::Overwrite;
use crate::base::unit::{Language, Minutes, Paper, TextSize, TimeOfDay};
use crate::packet::{Audience, DOCUMENTS, DocumentKind, GuideLayout, InterviewDetails};
use crate::select::{Criteria, InterviewerSlot, QUESTION, SelectError};

/// What `build` or `panel` is asked for, as far as it can be known without a bank. Each of its parts goes to whoever needs it.
#[derive(Clone, Debug)]
pub struct BuildRequest {
    /// From which banks; the built-in one if there is none.
    pub banks: Vec<PathBuf>,
    /// Which brand.
    pub brand: BrandRequest,
    /// Which questions.
    pub criteria: Criteria,
    /// The details of the interview.
    pub details: InterviewDetails,
    /// The panel, if it is one.
    pub panel: Option<PanelRequest>,
    /// For which interviews, if they are in a roster.
    pub roster: Option<RosterRequest>,
    /// Which documents.
    pub documents: DocumentRequest,
    /// Which lock file is written or read.
    pub lock: LockRequest,
    /// Where the files go, and in which form.
    pub output: OutputRequest,
}

/// The brand of printed documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrandRequest {
    /// That of this file.
    File(PathBuf),
    /// That which a bank names, or which is beside it.
    OfBank,
    /// None.
    None,
}

/// What is asked of a panel.
#[derive(Clone, Debug)]
pub struct PanelRequest {
    /// The interviewers; empty where a roster or a lock file names them.
    pub interviewers: Vec<InterviewerSlot>,
    /// How many common questions every interviewer asks.
    pub shared: usize,
    /// The time between two interviews.
    pub pause: Minutes,
}

/// What is asked of a roster.
#[derive(Clone, Debug)]
pub struct RosterRequest {
    /// The file; `-` is standard input.
    pub path: PathBuf,
    /// Whether the other rows are made if one cannot be.
    pub keep_going: bool,
    /// Which part of it is made.
    pub shard: Option<Shard>,
}

/// Which documents are made, and how they are put together.
#[derive(Clone, Debug)]
pub struct DocumentRequest {
    /// In the order in which they lie in a packet.
    pub kinds: Vec<&'static DocumentKind>,
    /// The folder of the user's templates.
    pub templates: Option<PathBuf>,
    /// Their language; nothing for that of the bank.
    pub language: Option<Language>,
    /// Whether the candidate is sent the questions beforehand.
    pub shows_questions: bool,
    /// How the guide lays out its questions.
    pub layout: GuideLayout,
    /// What is put into one PDF.
    pub collate: Collate,
    /// Whether each document starts on a front page.
    pub duplex: bool,
    /// Whether pages that people write on bear marks by which they can be read back from paper.
    pub has_marks: bool,
}

impl DocumentRequest {
    /// The documents of a single interview, whose packet is all that can be collated.
    #[must_use]
    pub fn of_one_interview(&self) -> Self {
        Self {
            kinds: self.kinds.clone(),
            templates: self.templates.clone(),
            language: self.language.clone(),
            shows_questions: self.shows_questions,
            layout: self.layout,
            collate: if self.collate == Collate::All { Collate::Packet } else { self.collate },
            duplex: self.duplex,
            has_marks: self.has_marks,
        }
    }
}

/// The lock file that is written or read.
#[derive(Clone, Debug)]
pub enum LockRequest {
    /// None.
    None,
    /// The kit is saved to this file.
    Save(PathBuf),
    /// The kit of this file is made again.
    Rebuild(PathBuf),
}

/// Where the files go, and in which form.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct OutputRequest {
    /// The folder, the file or standard output.
    pub target: Target,
    /// The formats, each once.
    pub formats: Vec<Format>,
    /// What the files are called, without an ending.
    pub name: Option<String>,
    /// The paper, if the command line names one.
    pub paper: Option<Paper>,
    /// How large text is.
    pub text: TextSize,
    /// What is done with a file that is there already.
    pub overwrite: Overwrite,
    /// Whether what could not be met or printed is an error.
    pub is_strict: bool,
    /// Whether nothing is written.
    pub is_dry_run: bool,
    /// Whether a manifest goes to standard output.
    pub is_json: bool,
    /// Whether only errors and warnings are printed.
    pub is_quiet: bool,
}

impl OutputRequest {
    /// Whether documents go to standard output.
    #[must_use]
    pub fn is_stream(&self) -> bool {
        self.target == Target::Stream
    }

    /// Whether PDFs are made.
    #[must_use]
    pub fn has_pdf(&self) -> bool {
        self.formats.contains(&Format::Pdf)
    }

    /// Where the file goes that would have this name in a folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        match &self.target {
            Target::Folder(folder) => folder.join(name),
            Target::File(path, _) => path.clone(),
            Target::Stream => PathBuf::from(name),
        }
    }
}

impl BuildArgs {
    /// What the command line asks for.
    pub fn request(&self) -> Result<BuildRequest, UsageError> {
        request(&self.kit, self.interviewer.clone(), None)
    }
}

impl PanelArgs {
    /// What the command line asks for.
    pub fn request(&self) -> Result<BuildRequest, UsageError> {
        let Self { interviewers: args, kit, pause } = self;
        let interviewers = args.checked()?;
        if kit.lock.locked.is_some() && args.shared.is_some() {
            let why =
                "--shared cannot be used with --locked: the lock file sets the common questions";
            return Err(UsageError::new(why).help("remove --shared"));
        }
        let is_set_elsewhere = kit.roster.roster.is_some() || kit.lock.locked.is_some();
        if interviewers.is_empty() && !is_set_elsewhere {
            let help = "use --interviewers \"Ana:strategy,Bo:execution\", or --size 3";
            return Err(UsageError::new("no interviewers given").help(help));
        }
        let panel = PanelRequest { interviewers, shared: args.shared(), pause: Minutes(*pause) };
        request(kit, None, Some(panel))
    }
}

impl BrandArgs {
    /// What the command line asks for.
    #[must_use]
    pub fn request(&self) -> BrandRequest {
        match (&self.brand, self.no_brand) {
            (Some(path), _) => BrandRequest::File(path.clone()),
            (None, true) => BrandRequest::None,
            (None, false) => BrandRequest::OfBank,
        }
    }
}

impl InterviewerArgs {
    /// The interviewers, if any are given: no more than a panel has.
    pub fn checked(&self) -> Result<Vec<InterviewerSlot>, UsageError> {
        let interviewers = self.interviewers();
        if interviewers.len() > InterviewerSlot::MAX {
            let error = SelectError::TooManyInterviewers(interviewers.len());
            let message = format!("--interviewers: {}", error.message());
            return Err(UsageError { message, help: error.help() });
        }
        Ok(interviewers)
    }
}

fn request(
    args: &KitArgs,
    interviewer: Option<String>,
    panel: Option<PanelRequest>,
) -> Result<BuildRequest, UsageError> {
    let KitArgs { facets, bank, brand, templates, packet, roster, documents, lock, output } = args;
    let layout = documents.layout.into();
    let is_asked = |document: &&DocumentKind| match documents.documents.as_slice() {
        [] => document.default.applies(panel.is_some(), layout),
        ids => ids.iter().any(|id| id == document.id),
    };
    let mut formats = output.format.clone();
    formats.sort_unstable();
    formats.dedup();
    let request = BuildRequest {
        banks: bank.bank.clone(),
        brand: brand.request(),
        criteria: facets.criteria(),
        details: packet.details(interviewer),
        roster: roster.roster.clone().map(|path| RosterRequest {
            path,
            keep_going: roster.keep_going,
            shard: roster.shard,
        }),
        documents: DocumentRequest {
            kinds: DOCUMENTS.iter().filter(is_asked).collect(),
            templates: templates.clone(),
            language: documents.language.clone(),
            shows_questions: documents.questions,
            layout,
            collate: documents.collate.unwrap_or(Collate::Interviewer),
            duplex: documents.duplex,
            has_marks: !documents.no_marks,
        },
        lock: match (&lock.lock, &lock.locked) {
            (Some(path), _) => LockRequest::Save(path.clone()),
            (None, Some(path)) => LockRequest::Rebuild(path.clone()),
            (None, None) => LockRequest::None,
        },
        output: OutputRequest {
            target: Target::of(&output.output),
            formats,
            name: output.name.clone(),
            paper: output.paper.map(Paper::from),
            text: text_size(output.large_print),
            overwrite: if output.force { Overwrite::Replace } else { Overwrite::SkipIdentical },
            is_strict: output.strict,
            is_dry_run: output.dry_run,
            is_json: output.json,
            is_quiet: output.quiet,
        },
        panel,
    };
    if documents.collate.is_some_and(|it| it != Collate::None) && !request.output.has_pdf() {
        return Err(UsageError::new("--collate requires PDF output").help("add --format pdf"));
    }
    if output.large_print && !request.output.has_pdf() {
        return Err(UsageError::new("--large-print requires PDF output").help("add --format pdf"));
    }
    if brand.brand.is_some() && !request.output.has_pdf() {
        return Err(UsageError::new("--brand requires PDF output").help("add --format pdf"));
    }
    if documents.duplex && !request.output.has_pdf() {
        return Err(UsageError::new("--duplex requires PDF output").help("add --format pdf"));
    }
    request.check()?;
    Ok(request)
}

/// The text size that a switch of the command line asks for.
#[must_use]
pub fn text_size(is_large: bool) -> TextSize {
    if is_large { TextSize::Large } else { TextSize::Regular }
}

impl BuildRequest {
    /// The interviewers of the panel that the command line names.
    #[must_use]
    pub fn interviewers(&self) -> &[InterviewerSlot] {
        self.panel.as_ref().map_or(&[], |panel| &panel.interviewers)
    }

    /// Whether a schedule is computed from the start time: for a panel, and for a document that prints one.
    #[must_use]
    pub fn has_schedule(&self) -> bool {
        self.panel.is_some() || self.documents.kinds.iter().any(|document| document.has_schedule)
    }

    /// Checks that questions are listed if `--order given` needs a list. `is_in_rows`: whether a roster lists them.
    pub fn check_order(&self, is_in_rows: bool) -> Result<(), UsageError> {
        check_order(&self.criteria, is_in_rows)
    }

    fn check(&self) -> Result<(), UsageError> {
        let roster = self.roster.as_ref().map(|roster| &roster.path);
        let locked = match &self.lock {
            LockRequest::Rebuild(path) => Some(path),
            LockRequest::Save(_) | LockRequest::None => None,
        };
        let read = self.banks.iter().chain(roster).chain(locked);
        if read.filter(|path| path.as_os_str() == STREAM).count() > 1 {
            return Err(UsageError::new("`-` can be used only once: it reads standard input"));
        }
        if let Some((option, fault)) = self.details.faults().into_iter().next() {
            return Err(UsageError::new(format!("--{option}: {fault}")).help(fault.help()));
        }
        let time = self.details.time.as_deref().filter(|_| self.has_schedule());
        if let Some(Err(fault)) = time.map(str::parse::<TimeOfDay>) {
            let help = format!("the schedule is computed from it; use {}", TimeOfDay::FORMS);
            return Err(UsageError::new(format!("--time: {fault}")).help(help));
        }
        if matches!(&self.lock, LockRequest::Save(path) if path.as_os_str() == STREAM) {
            let why = "--lock -: a lock file cannot be written to standard output";
            return Err(UsageError::new(why).help("name a file"));
        }
        self.check_target()
    }

    /// Proves that standard output, or the one file that was named, can take what is to be made.
    fn check_target(&self) -> Result<(), UsageError> {
        let OutputRequest { target, formats, .. } = &self.output;
        let (place, taker) = match target {
            Target::Folder(folder) => return check_folder(folder),
            Target::Stream => (STREAM.to_owned(), "standard output"),
            Target::File(path, _) => (path.display().to_string(), "a file"),
        };
        let fault =
            |why: String, help: &str| Err(UsageError::new(format!("-o {place}{why}")).help(help));
        let folder = "set -o to a folder";
        if let Target::File(_, format) = target {
            if self.output.name.is_some() {
                return fault(" and --name both name the file".to_owned(), "remove one of them");
            }
            let ending = format.as_str();
            if let Some(other) = formats.iter().find(|it| *it != format) {
                let also = if formats.len() > 1 { " too" } else { "" };
                let why =
                    format!(" is one {ending} file, but {} would be written{also}", other.as_str());
                return fault(why, &format!("add --format {ending}, or {folder}"));
            }
        }
        let collate = self.documents.collate;
        let is_one_file = collate == Collate::Packet && self.output.has_pdf();
        if formats.len() > 1 {
            let why = format!(": {taker} takes one format at a time");
            fault(why, "use --format pdf or --format md")
        } else if self.output.is_stream() && self.output.is_json && !self.output.is_dry_run {
            fault(" and --json cannot both write to standard output".to_owned(), folder)
        } else if self.roster.is_some() && !(collate == Collate::All && self.output.has_pdf()) {
            let why = format!(": {taker} takes one document, but a roster produces many");
            fault(why, &format!("{folder}, or add --collate=all --format pdf"))
        } else if self.roster.is_none() && !is_one_file && !self.is_one_document() {
            let why = format!(": {taker} takes one document");
            let others = if formats == &[Format::Md] {
                "choose one with --documents"
            } else {
                "add --collate --format pdf"
            };
            fault(why, &format!("{folder}, or {others}"))
        } else {
            Ok(())
        }
    }

    /// Whether there is one document, or one file of all documents of the only interviewer.
    fn is_one_document(&self) -> bool {
        let kinds = &self.documents.kinds;
        let is_own = |kind: &&DocumentKind| kind.audience == Audience::Interviewer;
        let is_collated = self.documents.collate != Collate::None && self.output.has_pdf();
        if kinds.len() != 1 && !(is_collated && kinds.iter().all(is_own)) {
            return false;
        }
        let is_for_each = kinds.iter().any(is_own);
        // A lock file may name any number of interviewers.
        self.panel.as_ref().is_none_or(|panel| !is_for_each || panel.interviewers.len() == 1)
    }
}

/// Endings of documents that cannot be written: a folder of such a name was meant as a file.
const OTHER_DOCUMENTS: [&str; 23] = [
    "txt", "doc", "docx", "odt", "rtf", "html", "htm", "xls", "xlsx", "ods", "csv", "json", "yaml",
    "yml", "xml", "tex", "epub", "ppt", "pptx", "png", "jpg", "fdf", "xfdf",
];

/// Refuses a folder that was meant as a file.
pub(super) fn check_folder(folder: &Path) -> Result<(), UsageError> {
    let ending = folder.extension().and_then(OsStr::to_str).map(str::to_lowercase);
    match ending {
        Some(ending) if OTHER_DOCUMENTS.contains(&ending.as_str()) => {
            let place = folder.display();
            let why = format!("-o {place}: documents cannot be written as .{ending}");
            Err(UsageError::new(why).help("name a file that ends in .pdf or .md, or a folder"))
        }
        _ => Ok(()),
    }
}

/// Checks that questions are listed if `--order given` needs a list. `is_in_rows`: whether a roster lists them.
pub fn check_order(criteria: &Criteria, is_in_rows: bool) -> Result<(), UsageError> {
    let is_given = criteria.order == crate::select::AskOrder::Given;
    if !is_given || !criteria.filters.of(&QUESTION).is_empty() || is_in_rows {
        return Ok(());
    }
    let help = "list the questions in order, such as --question intake,hardest-part";
    Err(UsageError::new("--order given requires --question").help(help))
}
