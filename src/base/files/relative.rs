use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

/// The path of a file from a folder, which may not exist yet. Where none leads there, as from one drive to another, it is the whole path.
#[must_use]
pub fn relative(file: &Path, folder: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default();
    // The file itself may be a link, and is known by its own name.
    let whole = whole(file.parent().unwrap_or(Path::new(""))).join(name);
    let folder = self::whole(folder);
    let steps: Vec<Component<'_>> = whole.components().collect();
    let from: Vec<Component<'_>> = folder.components().collect();
    let same = steps.iter().zip(&from).take_while(|(step, other)| step == other).count();
    if same == 0 {
        return whole;
    }
    let up = from[same..].iter().map(|_| Component::ParentDir);
    joined(up.chain(steps[same..].iter().copied()))
}

/// Steps with `/` between them, which all systems know.
fn joined<'s>(steps: impl Iterator<Item = Component<'s>>) -> PathBuf {
    let mut path = OsString::new();
    for step in steps {
        if !path.is_empty() {
            path.push("/");
        }
        path.push(step);
    }
    path.into()
}

/// The whole path of a folder, as far as there is one without the links on its way.
fn whole(folder: &Path) -> PathBuf {
    let from_here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if let Ok(real) = from_here.canonicalize() {
        return real;
    }
    match (from_here.parent(), from_here.file_name()) {
        (Some(parent), Some(name)) => whole(parent).join(name),
        // It ends in `..`, or there is nothing at all.
        _ => std::path::absolute(from_here).unwrap_or_else(|_| from_here.to_owned()),
    }
}
