//! The tree of a YAML text becomes a `Bank`: first each file by itself, then all together.

mod allow;
mod fields;
mod file;
mod join;
mod known;
mod question;
mod reserved;

use super::{Bank, Rule, Spans};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources};

/// Reads banks as one, and leaves in `diagnostics` whatever is wrong with any of them.
pub(super) fn banks(
    sources: &Sources,
    ids: &[SourceId],
    diagnostics: &mut Diagnostics,
) -> Option<(Bank, Spans)> {
    let mut files = Vec::new();
    for id in ids {
        let length = sources.get(*id).text.len();
        match crate::base::yaml::parse(sources, *id, 0, length) {
            Ok(tree) => files.extend(file::read(tree, sources, diagnostics)),
            Err(fault) => {
                diagnostics.push(Diagnostic { code: Rule::InvalidYaml.code(), ..*fault });
            }
        }
    }
    join::join(files, sources, diagnostics)
}
