use super::super::bank::text;
use crate::base::source::Sources;
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::Console;
use crate::cli::{CollectArgs, UsageError};
use crate::collect::Kits;
use crate::packet::lock;

/// The kits of which documents are accepted; all, if none is named.
pub(super) struct Expected {
    /// The codes, each with where it comes from.
    codes: Vec<(String, String)>,
}

impl Expected {
    pub(super) fn of(args: &CollectArgs, kits: &Kits, console: Console) -> anyhow::Result<Self> {
        let mut codes: Vec<(String, String)> =
            kits.codes().into_iter().map(|code| (code.to_owned(), "--kit".to_owned())).collect();
        if let Some(path) = &args.lock {
            let mut sources = Sources::new();
            let id = sources.add(text(path)?);
            let read = lock::read(&sources, id).map_err(|it| Failure::rejected(&it, &sources))?;
            warn(&read.warnings, &sources, console);
            let locked = read.value.code.clone();
            if let Some((code, _)) = codes.iter().find(|(code, _)| *code != locked) {
                let message = format!("--kit has the kit {code}, and the lock file has {locked}");
                let help = "give the kit that was built from the lock file, or leave out --lock";
                return Err(UsageError::new(message).help(help).into());
            }
            codes = vec![(locked, "--lock".to_owned())];
        }
        Ok(Self { codes })
    }

    /// Where the kits come from that are accepted, if this one is not.
    pub(super) fn other(&self, kit: &str) -> Option<&(String, String)> {
        let is_known = self.codes.is_empty() || self.codes.iter().any(|(code, _)| code == kit);
        if is_known { None } else { self.codes.first() }
    }
}
