use std::path::{Path, PathBuf};

use super::bank::text;
use crate::base::files;
use crate::collect::Records;

/// Reads files of records, as `collect` writes them; `-` is standard input. The paths of pictures, which are from the folder of the records,
/// become paths from the current one.
pub(super) fn read(paths: &[PathBuf]) -> anyhow::Result<Records> {
    let mut all = Records::default();
    for path in paths {
        let Records { mut records, refused, superseded } = read_one(path)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        for picture in records.iter_mut().flat_map(|record| &mut record.pictures) {
            picture.picture = from_here(folder, &picture.picture);
        }
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

/// The path of a file that is named by its path from a folder.
fn from_here(folder: &Path, path: &str) -> String {
    if folder.as_os_str().is_empty() || Path::new(path).is_absolute() {
        return path.to_owned();
    }
    files::in_folder(folder, path).display().to_string()
}
