use std::path::Path;

use super::Usage;
use super::failure::{diagnosed, warn};
use crate::bank::{self, Bank};
use crate::cli::BankArgs;
use crate::output::{self, Console};
use crate::source::{Source, Sources};

/// Reads the banks that were asked for, or the built-in one.
pub(super) fn load(args: &BankArgs, console: Console) -> anyhow::Result<Bank> {
    let from_stdin = args.bank.iter().filter(|path| is_stdin(path)).count();
    if from_stdin > 1 {
        return Err(Usage("--bank -: standard input can be read only once".to_owned()).into());
    }
    let mut sources = Sources::new();
    let mut ids = Vec::new();
    if args.bank.is_empty() {
        ids.push(sources.add(bank::built_in()));
    }
    for path in &args.bank {
        let (name, text) = if is_stdin(path) {
            ("<stdin>".to_owned(), output::read_standard_input()?)
        } else {
            (path.display().to_string(), output::read_file(path)?)
        };
        ids.push(sources.add(Source { name, text }));
    }
    match bank::load(&sources, &ids) {
        Ok(accepted) => {
            warn(&accepted.warnings, &sources, console);
            Ok(accepted.value)
        }
        Err(rejected) => Err(diagnosed(&rejected, &sources, console).into()),
    }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}
