use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::{self, ScopedJoinHandle};

use super::super::bank::LoadedBank;
use super::super::brand::ReadBrand;
use super::filler::LoadedTemplates;
use crate::cli::terminal::Console;
use crate::cli::{BrandRequest, BuildRequest};

/// What a kit is made of.
pub(super) struct Inputs {
    pub(super) banks: Arc<LoadedBank>,
    /// Faults of the templates are told after those of the command line.
    pub(super) templates: anyhow::Result<LoadedTemplates>,
}

/// The brand of a kit, which may still be read: to find and check fonts takes as long as to lay out a guide, and nothing needs them before
/// that.
pub(super) enum PendingBrand<'scope> {
    /// A thread reads it.
    Awaited(ScopedJoinHandle<'scope, anyhow::Result<ReadBrand>>),
    /// It was read.
    Read(Box<anyhow::Result<ReadBrand>>),
}

impl Inputs {
    /// Reads what kits are made of, and the brand.
    pub(super) fn with_brand(
        request: &BuildRequest,
        console: Console,
    ) -> anyhow::Result<(Self, ReadBrand)> {
        Self::read(request, console, |inputs, brand| Ok((inputs, brand.read()?)))
    }

    /// Reads what a kit is made of, and makes the kit. Threads of their own, if there is room for them, read the templates beside the banks, and
    /// the brand: after the banks if one of them may name it. An error waits until the brand is read, too.
    pub(super) fn read<R>(
        request: &BuildRequest,
        console: Console,
        make: impl FnOnce(Self, PendingBrand<'_>) -> anyhow::Result<R>,
    ) -> anyhow::Result<R> {
        let read_templates = || {
            let templates = LoadedTemplates::read(request.documents.templates.as_deref())?;
            templates.prepare(&request.documents);
            anyhow::Ok(templates)
        };
        thread::scope(|scope| {
            // None of these threads may use rayon, which may have the main thread alone to work with.
            let named = match &request.brand {
                BrandRequest::File(path) if request.output.has_pdf() => {
                    let read = move || ReadBrand::read(path);
                    thread::Builder::new().spawn_scoped(scope, read).ok()
                }
                _ => None,
            };
            let templates = thread::Builder::new().spawn_scoped(scope, read_templates);
            // This thread reads the banks, so that it can use the memory that this took again.
            let banks = LoadedBank::read(&request.banks, console).map(Arc::new);
            let templates = match templates {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(_) => read_templates(),
            };
            let banks = banks?;
            let known = Arc::clone(&banks);
            let read = move || ReadBrand::of_kit(request, &known);
            let spawn = || thread::Builder::new().spawn_scoped(scope, read.clone());
            let brand = match named.map_or_else(spawn, Ok) {
                Ok(thread) => PendingBrand::Awaited(thread),
                Err(_) => PendingBrand::Read(Box::new(read())),
            };
            make(Self::new(banks, templates), brand)
        })
    }

    fn new(banks: Arc<LoadedBank>, mut templates: anyhow::Result<LoadedTemplates>) -> Self {
        if let Ok(templates) = &mut templates {
            templates.make_room_for(banks.bank.questions.len());
        }
        Self { banks, templates }
    }
}

impl PendingBrand<'_> {
    /// The brand, before anything is told of it.
    pub(super) fn read(self) -> anyhow::Result<ReadBrand> {
        match self {
            Self::Awaited(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Self::Read(brand) => *brand,
        }
    }
}
