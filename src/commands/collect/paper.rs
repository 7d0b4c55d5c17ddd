use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::pictures::PictureFolder;
use super::progress_file::{ProgressFile, SavedPage};
use crate::base::files::Stop;
use crate::base::threads;
use crate::collect::paper::{FoundSheet, PageReading, PaperKind, read_page};
use crate::collect::{Fault, Kits, Place, RefusalCode, form};
use crate::scan::Gray;
use crate::scan::decode::PictureKind;

/// Reads pages of scans, and keeps pictures of parts of them.
pub(super) struct PaperReader<'k> {
    kits: &'k Kits,
    kind: PaperKind,
    /// `None` if the records are not written to a file.
    pictures: Option<&'k PictureFolder>,
    /// The file for the records.
    records: Option<&'k Path>,
    /// Opened for the first page of a scan.
    progress: OnceLock<ProgressFile>,
    /// Held while it is opened.
    opening: Mutex<()>,
    stop: Stop,
}

/// What was read of the pages of a file.
#[derive(Default)]
pub(super) struct PaperFile {
    pub(super) sheets: Vec<FoundSheet>,
    /// Pages that were not read, each with its place.
    pub(super) faults: Vec<Fault>,
    /// How many pages have nothing on them.
    pub(super) blank: usize,
}

impl PaperFile {
    /// Whether no page of the file is a picture.
    pub(super) fn is_no_scan(&self) -> bool {
        let is_no_picture = |fault: &Fault| fault.code == RefusalCode::NoFormFields;
        self.sheets.is_empty() && self.blank == 0 && self.faults.iter().all(is_no_picture)
    }
}

/// A page that waits until there is one for each thread.
struct Waiting {
    page: u32,
    picture: Gray,
}

impl<'k> PaperReader<'k> {
    pub(super) fn new(
        (kits, kind): (&'k Kits, PaperKind),
        (records, pictures): (Option<&'k Path>, Option<&'k PictureFolder>),
        stop: Stop,
    ) -> Self {
        let (progress, opening) = (OnceLock::new(), Mutex::new(()));
        Self { kits, kind, pictures, records, progress, opening, stop }
    }

    /// What an earlier run read, and where this one keeps what it reads. `None` if the records are not written to a file.
    fn progress(&self) -> anyhow::Result<Option<&ProgressFile>> {
        let Some(records) = self.records else { return Ok(None) };
        let _opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if self.progress.get().is_none() {
            let opened = ProgressFile::open(records, self.kits, self.kind)?;
            self.progress.get_or_init(|| opened);
        }
        Ok(self.progress.get())
    }

    /// The file of what was read so far, if there were scans.
    pub(super) fn into_progress(self) -> Option<ProgressFile> {
        self.progress.into_inner()
    }

    /// Reads a picture file.
    pub(super) fn picture(
        &self,
        (name, sha256): (&str, &str),
        bytes: &[u8],
        kind: PictureKind,
    ) -> anyhow::Result<PaperFile> {
        let mut pages = Pages::new(self, name, sha256);
        kind.pages(bytes, &mut |decode| {
            pages.add(&mut || decode().map_err(|fault| form::fault_of(&fault)));
        });
        pages.finish()
    }

    /// Reads a PDF that was made from scans.
    pub(super) fn pdf(
        &self,
        (name, sha256): (&str, &str),
        bytes: &[u8],
    ) -> anyhow::Result<Result<PaperFile, Fault>> {
        let mut pages = Pages::new(self, name, sha256);
        let read = form::page_pictures(bytes, &mut |decode| pages.add(decode));
        let file = pages.finish()?;
        Ok(read.map(|()| file))
    }

    fn read(
        &self,
        sha256: &str,
        Waiting { page, picture }: &Waiting,
    ) -> anyhow::Result<Result<SavedPage, Fault>> {
        let read = match read_page(picture, self.kind, self.kits) {
            PageReading::Refused(fault) => return Ok(Err(fault)),
            PageReading::Blank => SavedPage::Blank,
            PageReading::Read(mut read) => {
                if let Some(pictures) = self.pictures {
                    pictures.store(&mut read, sha256, *page)?;
                }
                SavedPage::Read(read)
            }
        };
        if let Some(progress) = self.progress()? {
            progress.keep(sha256, *page, &read)?;
        }
        Ok(Ok(read))
    }
}

/// The pages of a file while they are read.
struct Pages<'r, 'k> {
    reader: &'r PaperReader<'k>,
    name: &'r str,
    sha256: &'r str,
    count: u32,
    waiting: Vec<Waiting>,
    file: PaperFile,
    error: Option<anyhow::Error>,
}

impl<'r, 'k> Pages<'r, 'k> {
    fn new(reader: &'r PaperReader<'k>, name: &'r str, sha256: &'r str) -> Self {
        Self {
            reader,
            name,
            sha256,
            count: 0,
            waiting: Vec::new(),
            file: PaperFile::default(),
            error: None,
        }
    }

    /// Adds the next page.
    fn add(&mut self, decode: &mut dyn FnMut() -> Result<Gray, Fault>) {
        self.count += 1;
        let page = self.count;
        if self.reader.stop.is_asked() || self.error.is_some() {
            return;
        }
        let known = match self.reader.progress() {
            Ok(progress) => progress.and_then(|it| it.find(self.sha256, page)).cloned(),
            Err(error) => {
                self.error = Some(error);
                return;
            }
        };
        if let Some(known) = known {
            self.read_all();
            self.enter(page, known);
            return;
        }
        match decode() {
            Ok(picture) => self.waiting.push(Waiting { page, picture }),
            Err(fault) => {
                self.read_all();
                self.file.faults.push(on_page(fault, page));
            }
        }
        if self.waiting.len() >= threads::count() {
            self.read_all();
        }
    }

    fn finish(mut self) -> anyhow::Result<PaperFile> {
        self.read_all();
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.file),
        }
    }

    /// Reads the pages that wait, and enters what was read in their order.
    fn read_all(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let read = threads::all(&waiting, |it| (it.page, self.reader.read(self.sha256, it)));
        for (page, read) in read {
            match read {
                Ok(Ok(read)) => self.enter(page, read),
                Ok(Err(fault)) => self.file.faults.push(on_page(fault, page)),
                Err(error) => {
                    self.error.get_or_insert(error);
                }
            }
        }
    }

    fn enter(&mut self, file_page: u32, read: SavedPage) {
        match read {
            SavedPage::Blank => self.file.blank += 1,
            SavedPage::Read(page) => self.file.sheets.push(FoundSheet {
                page,
                file: self.name.to_owned(),
                sha256: self.sha256.to_owned(),
                file_page,
            }),
        }
    }
}

/// The fault with its page in the file, from 1.
fn on_page(fault: Fault, page: u32) -> Fault {
    fault.at(Some(Place { page: Some(page), line: None }))
}
