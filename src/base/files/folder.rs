use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::input::{InputError, read_file};
use super::name::in_folder;

/// A text in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderFile {
    /// Its path in the folder, with `/` between its parts.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
}

/// Folders in a folder of templates are looked into as deep as this: links in them can lead in a circle.
const MAX_DEPTH: usize = 4;
/// More files than anybody writes by hand: the folder is another than was meant.
const MAX_FILES: usize = 1000;

/// Whether there is anything at a path, be it a link that leads nowhere.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether there is a folder of this name.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is a file of this name.
#[must_use]
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether there is a link of this name, wherever it leads.
#[must_use]
pub fn is_link(path: &Path) -> bool {
    path.is_symlink()
}

/// The length of a file in bytes, if that is known.
#[must_use]
pub fn length(path: &Path) -> Option<u64> {
    Some(path.metadata().ok()?.len())
}

/// A path by which the same file is known whatever it was called; the path itself if there is no such file.
#[must_use]
pub fn real_path(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Listed files, each with its real path. The real path of a folder is found out once for the files in it that follow each other.
pub fn with_real_paths(listed: Vec<PathBuf>) -> impl Iterator<Item = (PathBuf, PathBuf)> {
    let mut folder: Option<(PathBuf, PathBuf)> = None;
    listed.into_iter().map(move |path| {
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            let real = real_path(&path);
            return (path, real);
        };
        let known = folder.take().filter(|(folder, _)| folder == parent);
        let (parent, real) = known.unwrap_or_else(|| (parent.to_owned(), real_folder(parent)));
        let file = real.join(name);
        folder = Some((parent, real));
        (path, file)
    })
}

/// The real path of the folder in which a file is; of the current one, if the file has no more than a name.
fn real_folder(folder: &Path) -> PathBuf {
    real_path(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

/// The texts in a folder whose names have one of these endings, in the order of their names. Hidden files, and links that lead out of the
/// folder, are ignored.
pub fn read_folder(folder: &Path, endings: &[&str]) -> Result<Vec<FolderFile>, InputError> {
    let unreadable = |error| InputError::Unreadable(folder.to_owned(), error);
    if folder.is_file() {
        return Err(InputError::NoFolder(folder.to_owned()));
    }
    let root = folder.canonicalize().map_err(unreadable)?;
    let mut paths = Vec::new();
    walk(folder, &root, MAX_DEPTH, &mut paths)?;
    let is_wanted = |it: &OsStr| endings.iter().any(|ending| it.eq_ignore_ascii_case(ending));
    paths.retain(|path| path.extension().is_some_and(is_wanted));
    if paths.is_empty() {
        return Err(InputError::NothingThere(folder.to_owned(), endings.join(" or .")));
    }
    if paths.len() > MAX_FILES {
        return Err(InputError::TooMany(folder.to_owned(), MAX_FILES));
    }
    paths.sort();
    let file = |path: PathBuf| {
        let text = read_file(&path)?;
        let parts = below(folder, &path).iter();
        let parts: Vec<String> = parts.map(|part| part.to_string_lossy().into_owned()).collect();
        Ok(FolderFile { name: parts.join("/"), path, text })
    };
    paths.into_iter().map(file).collect()
}

/// The most files that a folder of documents may have, those of the folders in it included: a hundred packets for each of a thousand
/// interviews.
const MAX_DOCUMENTS: usize = 100_000;

/// What a folder and the folders in it hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderListing {
    /// The files, in the order of their paths.
    pub files: Vec<PathBuf>,
    /// What is not followed: links, and what is neither a file nor a folder, in the order of their paths.
    pub links: Vec<PathBuf>,
    /// How many hidden files and folders there are. They are not looked into.
    pub hidden: usize,
}

/// Lists a folder and all folders in it. No link is followed: what it leads to has a path of its own, or is not in the folder.
pub fn list_folder(folder: &Path) -> Result<FolderListing, InputError> {
    if folder.is_file() {
        return Err(InputError::NoFolder(folder.to_owned()));
    }
    let mut listing = FolderListing::default();
    let mut folders = vec![folder.to_owned()];
    while let Some(below) = folders.pop() {
        let unreadable = |error| InputError::Unreadable(below.clone(), error);
        for entry in std::fs::read_dir(&below).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let kind = entry.file_type().map_err(unreadable)?;
            let path = in_folder(&below, entry.file_name());
            if is_hidden(&entry.file_name()) {
                listing.hidden += 1;
            } else if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                listing.files.push(path);
            } else {
                listing.links.push(path);
            }
        }
        if listing.files.len() > MAX_DOCUMENTS {
            return Err(InputError::TooMany(folder.to_owned(), MAX_DOCUMENTS));
        }
    }
    listing.files.sort();
    listing.links.sort();
    Ok(listing)
}

fn is_hidden(name: &OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

/// When a file was last changed, in nanoseconds since 1970, if that is known.
#[must_use]
pub fn changed(path: &Path) -> Option<u128> {
    let changed = path.metadata().ok()?.modified().ok()?;
    Some(changed.duration_since(UNIX_EPOCH).ok()?.as_nanos())
}

/// The part of a path below the folder in which it was found.
#[expect(clippy::expect_used, reason = "`walk` finds only what is in the folder")]
fn below<'p>(folder: &Path, path: &'p Path) -> &'p Path {
    path.strip_prefix(folder).expect("a path found in a folder begins with it")
}

fn walk(
    folder: &Path,
    root: &Path,
    depth: usize,
    paths: &mut Vec<PathBuf>,
) -> Result<(), InputError> {
    let unreadable = |error| InputError::Unreadable(folder.to_owned(), error);
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = in_folder(folder, entry.file_name());
        let is_inside = path.canonicalize().is_ok_and(|real| real.starts_with(root));
        if is_hidden(&entry.file_name()) || !is_inside {
            continue;
        }
        if path.is_file() {
            paths.push(path);
        } else if depth > 0 && path.is_dir() {
            walk(&path, root, depth - 1, paths)?;
        }
    }
    Ok(())
}
