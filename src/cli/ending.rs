use std::path::Path;

use super::usage::UsageError;

/// The error where a command has no format for the ending of its output file: another format would be written under that name. `endings`
/// are those that it has formats for. A name without an ending can hold any format.
#[must_use]
pub fn unknown_ending(path: &Path, endings: &[&str]) -> Option<UsageError> {
    let ending = path.extension().filter(|ending| !ending.is_empty())?;
    if endings.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return None;
    }
    let (place, ending) = (path.display(), ending.display());
    let message = format!("-o {place}: there is no output format for .{ending}");
    let names: Vec<String> = endings.iter().map(|known| format!(".{known}")).collect();
    let help =
        format!("use a name that ends in {}, or choose the format with --format", or(&names));
    Some(UsageError::new(message).help(help))
}

/// `.json`, `.json or .csv`, `.json, .csv or .pdf`.
fn or(names: &[String]) -> String {
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}
