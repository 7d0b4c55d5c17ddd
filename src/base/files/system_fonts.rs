use std::collections::BTreeSet;
use std::fs;
use std::ops::RangeInclusive;
#[cfg(target_os = "linux")]
use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
};

use fontdb::{Database, FaceInfo, Source, Stretch, Style, Weight};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::raw::tables::os2::Os2;
use skrifa::{FontRef, MetadataProvider};

use crate::base::text::nearest;
#[cfg(target_os = "linux")]
use crate::base::threads;
use crate::base::unit::EastAsian;

/// The fonts of this machine.
pub struct SystemFonts {
    database: Database,
}

/// A font of this machine.
#[derive(Clone, Debug)]
pub struct SystemFont {
    /// Its PostScript name.
    pub name: String,
    /// The whole font file.
    pub data: Vec<u8>,
    /// Which face of the file, where it is a collection.
    pub index: u32,
}

/// A font of this machine, and the one that goes with it for what is set in bold.
#[derive(Clone, Debug)]
pub struct SystemFamily {
    /// The font for running text.
    pub regular: SystemFont,
    /// Its bold sister, if there is one that has as many of the characters.
    pub bold: Option<SystemFont>,
}

/// A face of an installed family that was not read yet.
#[derive(Clone, Copy)]
pub struct InstalledFace<'f> {
    fonts: &'f SystemFonts,
    face: &'f FaceInfo,
}

impl InstalledFace<'_> {
    /// Its weight (OpenType, “OS/2”, `usWeightClass`).
    #[must_use]
    pub fn weight(self) -> f32 {
        self.face.weight.0.into()
    }

    /// Whether it is italic or oblique.
    #[must_use]
    pub fn is_italic(self) -> bool {
        self.face.style != Style::Normal
    }

    /// Reads its file; `None` if that cannot be read.
    #[must_use]
    pub fn load(self) -> Option<SystemFont> {
        self.fonts.load(self.face)
    }
}

/// What is preferred among fonts that have the same characters, the least first: upright before slanted, regular before bold, proportional
/// before monospaced. Names are last, so that the order in which the machine lists its files does not matter.
type Preference = (bool, u16, bool, String);

impl SystemFonts {
    /// Finds the fonts of this machine.
    #[must_use]
    pub fn find() -> Self {
        Self { database: search(Wanted::All) }
    }

    /// Finds those whose files are named after a family, which most are (`DejaVuSans-Bold.ttf`): a tenth of the time of looking into all
    /// files. Files of weights and widths that text does not need are looked into only if the others are not
    /// enough. `None` if the family is not complete among them, so that other files may have faces of it.
    #[must_use]
    pub fn named_after(family: &str) -> Option<Self> {
        let wanted = [Wanted::OfText(family), Wanted::Named(family)];
        // Other systems list all of their fonts at once.
        let tries = if cfg!(target_os = "linux") { wanted.len() } else { 1 };
        let found = wanted.into_iter().take(tries).map(|wanted| Self { database: search(wanted) });
        found.into_iter().find(|fonts| fonts.has_all_of(family))
    }

    /// Whether a family has every face that running text is set in.
    fn has_all_of(&self, family: &str) -> bool {
        self.installed(family).is_ok_and(|faces| {
            let has = |weights: RangeInclusive<Weight>, is_italic: bool| {
                let is_it = |face: &InstalledFace<'_>| {
                    weights.contains(&face.face.weight) && face.is_italic() == is_italic
                };
                faces.iter().any(is_it)
            };
            let [regular, bold] =
                [Weight::NORMAL..=Weight::NORMAL, Weight::SEMIBOLD..=Weight::BOLD];
            [false, true]
                .into_iter()
                .all(|italic| has(regular.clone(), italic) && has(bold.clone(), italic))
        })
    }

    /// Fonts that have the characters, as few as will do. For what no font has, there is none.
    #[must_use]
    pub fn families(&self, chars: &BTreeSet<char>) -> Vec<SystemFamily> {
        let mut candidates: Vec<(&FaceInfo, BTreeSet<char>)> = Vec::new();
        for face in self.faces() {
            let covered = self.covered(face, chars);
            candidates.extend(Some(covered).filter(|has| !has.is_empty()).map(|has| (face, has)));
        }
        let mut left = chars.clone();
        let mut families = Vec::new();
        loop {
            let gain = |(_, has): &(&FaceInfo, BTreeSet<char>)| has.intersection(&left).count();
            // Of equals, the first.
            let best = candidates.iter().rev().max_by_key(|candidate| gain(candidate));
            let Some((face, has)) = best.filter(|candidate| gain(candidate) > 0) else { break };
            families.extend(self.family(face, has));
            left = left.difference(has).copied().collect();
        }
        families
    }

    /// A font that is made for a language: one that is named after it, or else one that says so in its list of code pages. It is without
    /// serifs if possible, as the text around it is.
    #[must_use]
    pub fn for_language(&self, language: EastAsian) -> Option<SystemFamily> {
        let typical = language.typical();
        let faces = self.faces().into_iter().filter(|face| self.covered(face, &typical) == typical);
        let rated = faces.filter_map(|face| {
            let fit = self.with_font(face, |font| fit(face, font, language))?;
            Some((fit, preference(face), face))
        });
        let (_, _, best) = rated.min_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)))?;
        self.family(best, &typical)
    }

    /// The faces of an installed family, or the installed family whose name is nearest.
    pub fn installed(&self, name: &str) -> Result<Vec<InstalledFace<'_>>, Option<String>> {
        /// More faces of normal width than a family of text has.
        const MOST: usize = 40;
        let is_it = |face: &&FaceInfo| {
            let mut names = face.families.iter();
            face.stretch == Stretch::Normal
                && names.any(|(family, _)| family.to_lowercase() == name.to_lowercase())
        };
        let mut faces: Vec<&FaceInfo> = self.database.faces().filter(is_it).collect();
        if faces.is_empty() {
            let families = self.database.faces().flat_map(|face| &face.families);
            let known: BTreeSet<&str> = families.map(|(family, _)| family.as_str()).collect();
            return Err(nearest(name, known).map(str::to_owned));
        }
        // The order in which the machine lists its files does not matter.
        faces.sort_by_key(|face| {
            (face.style != Style::Normal, face.weight.0, face.post_script_name.clone(), face.index)
        });
        Ok(faces.into_iter().take(MOST).map(|face| InstalledFace { fonts: self, face }).collect())
    }

    /// The faces, those that are preferred first.
    fn faces(&self) -> Vec<&FaceInfo> {
        let faces = self.database.faces().filter(|face| !is_last_resort(face));
        let mut faces: Vec<&FaceInfo> = faces.collect();
        faces.sort_by_cached_key(|face| preference(face));
        faces
    }

    fn family(&self, face: &FaceInfo, chars: &BTreeSet<char>) -> Option<SystemFamily> {
        let bold = self.bold(face, chars).and_then(|bold| self.load(bold));
        Some(SystemFamily { regular: self.load(face)?, bold })
    }

    /// The face of the same family that is nearest to semibold, if it has all of these characters.
    fn bold(&self, regular: &FaceInfo, chars: &BTreeSet<char>) -> Option<&FaceInfo> {
        const SEMIBOLD: u16 = 600;
        let family = &regular.families.first()?.0;
        let is_bold = |face: &&FaceInfo| {
            face.families.iter().any(|(name, _)| name == family)
                && face.style == regular.style
                && face.stretch == regular.stretch
                && face.weight.0 >= SEMIBOLD
        };
        let bold = self.faces().into_iter().filter(is_bold);
        bold.min_by_key(|face| face.weight.0).filter(|face| self.covered(face, chars) == *chars)
    }

    fn load(&self, face: &FaceInfo) -> Option<SystemFont> {
        let name = face.post_script_name.clone();
        let data = match &face.source {
            // To read a file is faster than to map it and copy all of it.
            Source::File(path) => fs::read(path).ok()?,
            _ => self.database.with_face_data(face.id, |data, _| data.to_vec())?,
        };
        Some(SystemFont { name, data, index: face.index })
    }

    /// Which of the characters a font shows by outlines. Pictures, as of emoji, cannot be printed in black, and a font may have nothing but
    /// an empty glyph for a character.
    fn covered(&self, face: &FaceInfo, chars: &BTreeSet<char>) -> BTreeSet<char> {
        let covered = self.with_font(face, |font| {
            if font.glyf().is_err() && font.cff().is_err() {
                return BTreeSet::new();
            }
            let map = font.charmap();
            let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
            let is_shown = |char: &char| {
                let bounds = map.map(*char).and_then(|glyph| metrics.bounds(glyph));
                bounds.is_some_and(|it| it.x_max > it.x_min && it.y_max > it.y_min)
            };
            chars.iter().copied().filter(is_shown).collect()
        });
        // A font that cannot be read shows nothing.
        covered.unwrap_or_default()
    }

    fn with_font<T>(&self, face: &FaceInfo, read: impl FnOnce(&FontRef<'_>) -> T) -> Option<T> {
        let read = |data: &[u8], index: u32| {
            let font = FontRef::from_index(data, index).ok()?;
            Some(read(&font))
        };
        self.database.with_face_data(face.id, read).flatten()
    }
}

/// Which files are looked into.
#[derive(Clone, Copy)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "all are, on other systems"))]
enum Wanted<'f> {
    All,
    /// Those that are named after a family.
    Named(&'f str),
    /// Those of them that may have a face of running text.
    OfText(&'f str),
}

/// Looks into files of fonts, on two threads: on a machine with many fonts, one would take as long as everything else that is done before a
/// page is laid out.
#[cfg(target_os = "linux")]
fn search(wanted: Wanted<'_>) -> Database {
    let files = font_files(|name| {
        let stem = Path::new(name).file_stem().and_then(OsStr::to_str);
        stem.map_or(matches!(wanted, Wanted::All), |stem| wanted.has(stem))
    });
    let load = |files: &[PathBuf]| {
        let mut database = Database::new();
        for file in files {
            // A file that is no font has no faces.
            let _ = database.load_font_file(file);
        }
        database
    };
    let (ours, theirs) = files.split_at(files.len() / 2);
    let (others, mut database) = threads::side_by_side(|| load(theirs), || load(ours));
    for face in others.faces() {
        database.push_face_info(face.clone());
    }
    database
}

/// The files of fonts in the folders in which `fontdb` looks for those of the system, if their names are wanted. What is not wanted costs
/// nothing but its name: a machine has hundreds of fonts.
#[cfg(target_os = "linux")]
fn font_files(is_wanted: impl Fn(&OsStr) -> bool) -> Vec<PathBuf> {
    const OF_ALL: [&str; 2] = ["/usr/share/fonts", "/usr/local/share/fonts"];
    const OF_USER: [&str; 2] = [".fonts", ".local/share/fonts"];
    let mut folders: Vec<PathBuf> = OF_ALL.iter().map(PathBuf::from).collect();
    if let Some(home) = env::var_os("HOME") {
        folders.extend(OF_USER.iter().map(|folder| PathBuf::from(&home).join(folder)));
    }
    let is_file =
        |name: &OsStr| Path::new(name).extension().is_some_and(is_font) && is_wanted(name);
    let (mut files, mut known) = (BTreeSet::new(), BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(mut kind) = entry.file_type() else { continue };
            let name = entry.file_name();
            if kind.is_file() && !is_file(&name) {
                continue;
            }
            let mut path = entry.path();
            if kind.is_symlink() {
                let Ok(of_target) = path.metadata() else { continue };
                kind = of_target.file_type();
                if !kind.is_dir() && !is_file(&name) {
                    continue;
                }
                // It may lead to a folder that was looked into already.
                let Ok(target) = path.canonicalize() else { continue };
                path = target;
            }
            let path = path.into_os_string();
            if kind.is_dir() && known.insert(path.clone()) {
                folders.push(path.into());
            } else if !kind.is_dir() && is_file(&name) {
                // As strings: to compare paths part by part takes several times as long.
                files.insert(path);
            }
        }
    }
    files.into_iter().map(PathBuf::from).collect()
}

#[cfg(target_os = "linux")]
fn is_font(ending: &OsStr) -> bool {
    ["ttf", "ttc", "otf", "otc"].iter().any(|font| ending.eq_ignore_ascii_case(font))
}

#[cfg(target_os = "linux")]
impl Wanted<'_> {
    /// Whether a file of this name, without its ending, is wanted.
    fn has(self, stem: &str) -> bool {
        let (Self::Named(family) | Self::OfText(family)) = self else { return true };
        let mut rest = letters(stem);
        letters(family).all(|letter| rest.next() == Some(letter))
            && (matches!(self, Self::Named(_)) || may_be_of_text(&rest.collect::<String>()))
    }
}

/// Whether a file that is named so after its family may have a face of running text. Other weights and widths are farther from regular and
/// bold than these are.
#[cfg(target_os = "linux")]
fn may_be_of_text(style: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "black",
        "condensed",
        "expanded",
        "extra",
        "hairline",
        "heavy",
        "light",
        "medium",
        "mono",
        "narrow",
        "thin",
        "ultra",
    ];
    !OTHERS.iter().any(|other| style.contains(other))
}

/// What is left of a name without its spaces and hyphens.
#[cfg(target_os = "linux")]
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Other systems have their own lists of fonts, in which files are found as `fontdb` finds them.
#[cfg(not(target_os = "linux"))]
fn search(_wanted: Wanted<'_>) -> Database {
    let mut database = Database::new();
    database.load_system_fonts();
    database
}

fn preference(face: &FaceInfo) -> Preference {
    let is_slanted = face.style != Style::Normal;
    let name = face.post_script_name.clone();
    (is_slanted, face.weight.0.abs_diff(400), face.monospaced, name)
}

/// How well a font that has the characters of a language fits it, the least best, and whether it has serifs.
fn fit(face: &FaceInfo, font: &FontRef<'_>, language: EastAsian) -> (u8, bool) {
    let all = EastAsian::ALL;
    let name = face.families.first().map_or("", |(name, _)| name.as_str());
    let last_word = name.rsplit_once(' ').map_or(name, |(_, last)| last);
    let named_after = all.into_iter().find(|it| it.font_suffixes().contains(&last_word));
    let os2 = font.os2().ok();
    // Old fonts have no list of code pages.
    let pages = os2.as_ref().and_then(Os2::ul_code_page_range_1);
    let has_page =
        |language: EastAsian| pages.is_some_and(|pages| pages >> code_page(language) & 1 == 1);
    let is_alone = all.into_iter().filter(|it| has_page(*it)).eq([language]);
    let fit = match named_after {
        Some(named) if named == language => 0,
        Some(_) => 4,
        None if is_alone => 1,
        None if has_page(language) => 2,
        None => 3,
    };
    // The second number of PANOSE: from 2 to 10, the form of the serifs.
    let panose = os2.as_ref().and_then(|os2| os2.panose_10().get(1).copied());
    (fit, panose.is_some_and(|serifs| (2..=10).contains(&serifs)))
}

/// The bit of a language in a font's list of code pages (OpenType, OS/2, `ulCodePageRange1`).
fn code_page(language: EastAsian) -> u8 {
    match language {
        EastAsian::Japanese => 17,
        EastAsian::SimplifiedChinese => 18,
        EastAsian::Korean => 19,
        EastAsian::TraditionalChinese => 20,
    }
}

/// Whether a font shows every character by a sign for its script, as the one that macOS has does. Such a sign looks printed, and
/// no one can read it: the character is one that no font has.
fn is_last_resort(face: &FaceInfo) -> bool {
    face.post_script_name.trim_start_matches('.').starts_with("LastResort")
}
