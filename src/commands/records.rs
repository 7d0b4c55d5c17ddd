use std::path::{Path, PathBuf};

use super::bank::text;
use crate::collect::Records;

/// Reads files of records, as `collect` writes them; `-` is standard input.
pub(super) fn read(paths: &[PathBuf]) -> anyhow::Result<Records> {
    let mut all = Records::default();
    for path in paths {
        let Records { records, refused, superseded } = read_one(path)?;
        all.records.extend(records);
        all.refused.extend(refused);
        all.superseded.extend(superseded);
    }
    Ok(all)
}

fn read_one(path: &Path) -> anyhow::Result<Records> {
    let source = text(path)?;
    serde_json::from_str(&source.text).map_err(|fault| {
        let (line, column) = (fault.line(), fault.column());
        let fault = fault.to_string();
        let what = fault.rsplit_once(" at line ").map_or(fault.as_str(), |(what, _)| what);
        anyhow::anyhow!(
            "{}:{line}:{column}: this is not a records file: {what}\n  help: give a file that `interview-kit collect --format json` has written",
            source.name
        )
    })
}
