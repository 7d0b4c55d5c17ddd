use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::bank::{self, Bank, Spans};
use crate::base::files::{self, InputError};
use crate::base::hash;
use crate::base::source::{Source, SourceId, Sources, Spanned};
use crate::base::text::nearest;
use crate::base::unit::Language;
use crate::cli::UsageError;
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::Console;

/// What stands for the bank that the program carries; a file of this name is reached as `./built-in`.
const BUILT_IN: &str = "built-in";

/// The banks that were asked for, as one, with their texts.
pub(super) struct LoadedBank {
    pub(super) bank: Bank,
    sources: Sources,
    ids: Vec<SourceId>,
    /// The files that they were read from; empty for the built-in bank alone.
    paths: Vec<PathBuf>,
    brands: Vec<NamedBrand>,
}

/// A brand file that a bank names.
pub(super) struct NamedBrand {
    /// As the bank has it.
    pub(super) name: Spanned<String>,
    /// Where it is; `None` for a bank on standard input, which is in no folder.
    pub(super) path: Option<PathBuf>,
}

/// The brand files that banks from these paths name.
pub(super) fn brands(paths: &[PathBuf], bank: &Bank, spans: &Spans) -> Vec<NamedBrand> {
    let banks = paths.iter().zip(&bank.origins).zip(&spans.origins);
    let named = banks.filter_map(|((path, origin), spans)| {
        let (value, span) = (origin.brand.clone()?, spans.brand.clone()?);
        let path = is_file(path).then(|| path.with_file_name(&value));
        Some(NamedBrand { name: Spanned { value, span }, path })
    });
    named.collect()
}

impl LoadedBank {
    /// Reads the banks that were asked for, or the built-in one.
    pub(super) fn read(paths: &[PathBuf], console: Console) -> anyhow::Result<Self> {
        let mut sources = Sources::new();
        check_repeats(paths)?;
        let ids = add(paths, &mut sources)?;
        match bank::load_with_spans(&sources, &ids) {
            Ok(accepted) => {
                warn(&accepted.warnings, &sources, console);
                let (bank, spans) = accepted.value;
                let (paths, brands) = (paths.to_vec(), brands(paths, &bank, &spans));
                Ok(Self { bank, sources, ids, paths, brands })
            }
            Err(rejected) => Err(Failure::rejected(&rejected, &sources).into()),
        }
    }

    /// The language of documents.
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub(super) fn language(&self) -> &Language {
        let first = self.bank.origins.first();
        &first.expect("a bank is read from one file at least").language
    }

    /// The banks that are files.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter().map(PathBuf::as_path).filter(|path| is_file(path))
    }

    /// The brand files that banks name.
    pub(super) fn brands(&self) -> &[NamedBrand] {
        &self.brands
    }

    /// The texts of the banks.
    pub(super) fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The SHA-256 of each of the texts, in hexadecimal.
    pub(super) fn sha256(&self) -> impl Iterator<Item = String> {
        self.ids.iter().map(|id| hash::sha256_hex(self.sources.get(*id).text.as_bytes()))
    }
}

/// Reads the banks that were asked for, or the built-in one.
pub(super) fn load(paths: &[PathBuf], console: Console) -> anyhow::Result<Bank> {
    Ok(LoadedBank::read(paths, console)?.bank)
}

/// Adds the texts of banks, or that of the built-in one where there is none.
pub(super) fn add(paths: &[PathBuf], sources: &mut Sources) -> anyhow::Result<Vec<SourceId>> {
    if paths.iter().filter(|path| is_stdin(path)).count() > 1 {
        return Err(UsageError::new("`-` can be used only once: it reads standard input").into());
    }
    if paths.is_empty() {
        return Ok(vec![sources.add(bank::built_in())]);
    }
    let (mut ids, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        let is_built_in = path.as_os_str() == BUILT_IN;
        let source = if is_built_in { Ok(bank::built_in()) } else { text(path) };
        match source {
            Ok(source) => ids.push(sources.add(source)),
            Err(error) => errors.push(Arc::new(hinted(path, error))),
        }
    }
    if errors.is_empty() { Ok(ids) } else { Err(Failure::Several(errors).into()) }
}

/// Refuses a bank that is given twice: every question of it would be a duplicate.
pub(super) fn check_repeats(paths: &[PathBuf]) -> Result<(), UsageError> {
    let real = |path: &PathBuf| if is_file(path) { files::real_path(path) } else { path.clone() };
    let is_known = |(index, path): &(usize, &PathBuf)| {
        paths[..*index].iter().any(|other| real(other) == real(path))
    };
    match paths.iter().enumerate().filter(|(_, path)| !is_stdin(path)).find(is_known) {
        None => Ok(()),
        Some((_, path)) => {
            let message = format!("the bank {} is given twice", path.display());
            Err(UsageError::new(message).help("give each bank once"))
        }
    }
}

/// A file that is not there may be the built-in bank with a letter wrong.
fn hinted(path: &Path, error: anyhow::Error) -> anyhow::Error {
    let is_near = path.to_str().is_some_and(|path| nearest(path, [BUILT_IN]).is_some());
    if is_near { anyhow::anyhow!("{error}\n  help: did you mean `{BUILT_IN}`?") } else { error }
}

/// The text of a file, or of standard input for `-`.
pub(super) fn text(path: &Path) -> anyhow::Result<Source> {
    Ok(if is_stdin(path) {
        Source { name: "<stdin>".to_owned(), text: files::read_standard_input()? }
    } else {
        Source { name: path.display().to_string(), text: files::read_file(path)? }
    })
}

/// The text of a roster, which a spreadsheet program may have written.
pub(super) fn table_text(path: &Path) -> anyhow::Result<Source> {
    text(path).map_err(|error| match error.downcast_ref::<InputError>() {
        Some(input) => {
            let help = input.help_for_table().map(|help| format!("\n  help: {help}"));
            anyhow::anyhow!("{}{}", input.message(), help.unwrap_or_default())
        }
        None => error,
    })
}

/// Whether a bank is a file: not standard input, and not the built-in one.
fn is_file(path: &Path) -> bool {
    !is_stdin(path) && path.as_os_str() != BUILT_IN
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}
