use std::collections::BTreeSet;

use fontdb::{Database, FaceInfo, Style};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

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

/// Fonts of this machine that have the characters, as few as will do. For what no font has, there is none.
#[must_use]
pub fn system_fonts(chars: &BTreeSet<char>) -> Vec<SystemFont> {
    let mut database = Database::new();
    database.load_system_fonts();
    let mut faces: Vec<&FaceInfo> = database.faces().filter(|face| !is_last_resort(face)).collect();
    // Upright before slanted, regular before bold, proportional before monospaced; names last, so that the order in which the
    // machine lists its files does not matter.
    faces.sort_by_key(|face| {
        let slant = face.style != Style::Normal;
        (slant, face.weight.0.abs_diff(400), face.monospaced, face.post_script_name.clone())
    });
    let mut candidates: Vec<(&FaceInfo, BTreeSet<char>)> = Vec::new();
    for face in faces {
        let covered = database.with_face_data(face.id, |data, index| covered(data, index, chars));
        candidates.extend(covered.filter(|has| !has.is_empty()).map(|has| (face, has)));
    }
    let mut left = chars.clone();
    let mut fonts = Vec::new();
    loop {
        let gain = |(_, has): &(&FaceInfo, BTreeSet<char>)| has.intersection(&left).count();
        // Of equals, the first.
        let best = candidates.iter().rev().max_by_key(|candidate| gain(candidate));
        let Some((face, has)) = best.filter(|candidate| gain(candidate) > 0) else { break };
        let font = database.with_face_data(face.id, |data, index| SystemFont {
            name: face.post_script_name.clone(),
            data: data.to_vec(),
            index,
        });
        fonts.extend(font);
        left = left.difference(has).copied().collect();
    }
    fonts
}

/// Whether a font shows every character by a sign for its script, as the one that macOS has does. Such a sign looks printed, and
/// no one can read it: the character is one that no font has.
fn is_last_resort(face: &FaceInfo) -> bool {
    face.post_script_name.trim_start_matches('.').starts_with("LastResort")
}

/// Which of the characters a font shows by outlines. Pictures, as of emoji, cannot be printed in black, and a font may have
/// nothing but an empty glyph for a character.
fn covered(data: &[u8], index: u32, chars: &BTreeSet<char>) -> BTreeSet<char> {
    let Ok(font) = FontRef::from_index(data, index) else { return BTreeSet::new() };
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
}
