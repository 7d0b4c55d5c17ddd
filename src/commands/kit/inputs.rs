use std::panic::resume_unwind;
use std::sync::{Arc, mpsc};
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
    Awaited(ScopedJoinHandle<'scope, Option<anyhow::Result<ReadBrand>>>),
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

    /// Reads what a kit is made of, and makes the kit. Threads of their own, if there is room for them, read the banks, and the brand: after the
    /// banks if one of them may name it. An error waits until the brand is read, too.
    #[expect(clippy::expect_used, reason = "the thread sends what it has read, unless it panics")]
    pub(super) fn read<R>(
        request: &BuildRequest,
        console: Console,
        make: impl FnOnce(Self, PendingBrand<'_>) -> anyhow::Result<R>,
    ) -> anyhow::Result<R> {
        let read_banks = || LoadedBank::read(&request.banks, console).map(Arc::new);
        let read_templates = || LoadedTemplates::read(request.documents.templates.as_deref());
        thread::scope(|scope| {
            // Reading the banks leaves a core idle. None of these threads may use rayon, which may have the main thread alone to work with.
            let is_named = matches!(request.brand, BrandRequest::File(_));
            let named = is_named
                .then(|| thread::Builder::new().spawn_scoped(scope, || ReadBrand::named(request)));
            let named = named.and_then(Result::ok);
            let is_pending = named.is_some();
            let (sender, receiver) = mpsc::sync_channel(1);
            let read = move || {
                let banks = read_banks();
                let known = banks.as_ref().ok().filter(|_| !is_pending).map(Arc::clone);
                // It fails only if the main thread has panicked.
                let _ = sender.send(banks);
                known.map(|banks| ReadBrand::of_kit(request, &banks))
            };
            if let Ok(thread) = thread::Builder::new().spawn_scoped(scope, read) {
                let templates = read_templates();
                if let Ok(templates) = &templates {
                    templates.prepare(&request.documents);
                }
                let Ok(banks) = receiver.recv() else {
                    resume_unwind(thread.join().err().expect("the thread panicked"));
                };
                let brand = PendingBrand::Awaited(named.unwrap_or(thread));
                return make(Self { banks: banks?, templates }, brand);
            }
            let (banks, templates) = (read_banks()?, read_templates());
            let brand = match named {
                Some(thread) => PendingBrand::Awaited(thread),
                None => PendingBrand::Read(Box::new(ReadBrand::of_kit(request, &banks))),
            };
            make(Self { banks, templates }, brand)
        })
    }
}

impl PendingBrand<'_> {
    /// The brand, before anything is told of it.
    #[expect(clippy::expect_used, reason = "a kit is made only of banks that could be read")]
    pub(super) fn read(self) -> anyhow::Result<ReadBrand> {
        match self {
            Self::Awaited(thread) => {
                let read = thread.join().unwrap_or_else(|panic| resume_unwind(panic));
                read.expect("the brand is read after the banks")
            }
            Self::Read(brand) => *brand,
        }
    }
}
