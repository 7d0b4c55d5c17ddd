use std::path::{Path, PathBuf};

use crate::base::files;
use crate::cli::UsageError;

/// Refuses to write over a file that the command reads, such as the only filled-in form, even with `--force`.
pub(super) fn spare<'p>(
    output: &Path,
    inputs: impl IntoIterator<Item = &'p PathBuf>,
) -> Result<(), UsageError> {
    let real = files::real_path(output);
    if files::is_file(output) && inputs.into_iter().any(|input| files::real_path(input) == real) {
        let message = format!("-o {}: the command reads this file", output.display());
        return Err(UsageError::new(message).help("name another file to write"));
    }
    Ok(())
}
