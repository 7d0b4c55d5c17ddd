use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use rayon::prelude::*;

use super::PdfError;
use super::glyph_table::{GlyphTable, Numbering, typeable};
use super::objects::Id;
use super::subset::{self, SubsetFont};
use super::used_glyphs::{Glyphs, UsedGlyph};
use super::write::Objects;
use crate::base::memo::Memo;
use crate::base::threads;
use crate::print::frame::{Artifact, Face, FaceId, Item, Mark, Owner};

/// The fonts of a file, and which of their glyphs it uses.
#[derive(Clone)]
pub(super) struct Faces<'c> {
    cache: &'c FontCache,
    /// By the numbers of faces; `None` for those that no page has shown so far.
    used: Vec<Option<UsedFace>>,
}

/// A font that a file uses.
#[derive(Clone)]
pub(super) struct UsedFace {
    /// The name under which pages ask for it.
    pub(super) resource: String,
    glyphs: Glyphs,
}

/// The characters in which the codes of kits and packets differ.
const CODE_LETTERS: [RangeInclusive<char>; 2] = ['0'..='9', 'A'..='Z'];

/// What a file embeds of its fonts, by the numbers of faces.
pub(super) struct Subsets(Vec<Option<Arc<SubsetFont>>>);

/// The fonts of a file after they were written.
pub(super) struct FontIds<'f> {
    /// Each font that pages show, by the name under which they ask for it.
    pub(super) pages: Vec<(&'f str, Id)>,
    /// The font of the form fields, where there are any.
    pub(super) form: Option<Id>,
}

/// What is known about fonts from the files that were written before.
pub(super) struct FontCache {
    tables: Memo<(usize, u32), Arc<GlyphTable>>,
    subsets: Memo<SubsetKey, Arc<SubsetFont>>,
}

/// What a subset is made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SubsetKey {
    /// The address of the font file, where it stays for as long as the subset is known.
    file: (usize, u32),
    name: String,
    /// In the order in which the subset has them.
    glyphs: Vec<u16>,
    /// The texts of glyphs that show no single character.
    texts: BTreeMap<u16, String>,
    is_for_forms: bool,
}

impl FontCache {
    pub(super) fn new() -> Self {
        // A subset is about fifty kilobytes. Kits of many scripts side by side need dozens.
        Self { tables: Memo::new(64), subsets: Memo::new(8 * 1024 * 1024) }
    }

    fn table(&self, face: &Face) -> Result<Arc<GlyphTable>, PdfError> {
        let file = address(face);
        if let Some(table) = self.tables.get(&file) {
            return Ok(table);
        }
        let table = Arc::new(GlyphTable::new(face)?);
        self.tables.insert(&file, Arc::clone(&table), 1);
        Ok(table)
    }

    fn subset(&self, UsedFace { glyphs, .. }: &UsedFace) -> Result<Arc<SubsetFont>, PdfError> {
        let table = glyphs.table();
        let key = SubsetKey {
            file: address(&table.face),
            name: table.face.name.clone(),
            glyphs: glyphs.in_order(),
            texts: glyphs.told_by_use().clone(),
            is_for_forms: glyphs.is_for_forms,
        };
        if let Some(subset) = self.subsets.get(&key) {
            return Ok(subset);
        }
        let subset = Arc::new(SubsetFont::new(glyphs)?);
        self.subsets.insert(&key, Arc::clone(&subset), subset.weight());
        Ok(subset)
    }
}

/// Checks that some of the characters that can be typed can be embedded.
pub(super) fn check(face: &Face) -> Result<(), PdfError> {
    const ENOUGH: usize = 8;
    let mut glyphs: Vec<u16> = typeable(face)?.take(ENOUGH).map(|(_, glyph)| glyph).collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    subset::check(face, &glyphs)
}

impl<'c> Faces<'c> {
    /// No fonts so far.
    pub(super) fn new(cache: &'c FontCache) -> Self {
        Self { cache, used: Vec::new() }
    }

    /// Those of another file.
    pub(super) fn of(cache: &'c FontCache, used: Vec<Option<UsedFace>>) -> Self {
        Self { cache, used }
    }

    /// What is used of them, by their numbers.
    pub(super) fn used(&self) -> &[Option<UsedFace>] {
        &self.used
    }

    /// Adds what other pages of the file show. Returns whether it is certain what all glyphs show, in whatever order they are used.
    pub(super) fn add(&mut self, other: &Self) -> bool {
        if self.used.len() < other.used.len() {
            self.used.resize_with(other.used.len(), || None);
        }
        self.used.iter_mut().zip(&other.used).all(|(own, other)| match (own, other) {
            (Some(own), Some(other)) => own.glyphs.add(&other.glyphs),
            (own @ None, other) => {
                own.clone_from(other);
                true
            }
            (Some(_), None) => true,
        })
    }

    /// Whether the codes of all glyphs do not depend on the order in which they are used.
    pub(super) fn are_in_order_of_font(&self) -> bool {
        self.used.iter().flatten().all(|face| face.glyphs.is_in_order_of_font())
    }

    /// Whether it is certain that a file embeds the same of all fonts for both, in whatever order glyphs are used.
    pub(super) fn embed_same(&self, used: &[Option<UsedFace>]) -> bool {
        let length = self.used.len().max(used.len());
        let all =
            |used| <[Option<UsedFace>]>::iter(used).chain(std::iter::repeat(&None)).take(length);
        all(&self.used).zip(all(used)).all(|(own, other)| match (own, other) {
            (None, None) => true,
            (Some(own), Some(other)) => own.glyphs.embeds_same(&other.glyphs),
            _ => false,
        })
    }

    /// Notes which glyphs items show. `validate` has checked that every face exists.
    pub(super) fn see<'i>(
        &mut self,
        items: impl IntoIterator<Item = &'i Item>,
        faces: &[Arc<Face>],
    ) -> Result<(), PdfError> {
        for item in items {
            let Mark::Text(text) = &item.mark else { continue };
            let UsedFace { glyphs, .. } = self.face(text.face, faces)?;
            // Files that differ in the marks of their pages share the fonts.
            if item.owner == Owner::Artifact(Artifact::PageMark) {
                let table = Arc::clone(glyphs.table());
                for letter in CODE_LETTERS.into_iter().flatten() {
                    if let Some(glyph) = table.glyph_of(letter) {
                        glyphs.see(glyph, || "")?;
                    }
                }
            }
            for glyph in &text.run.glyphs {
                // `validate` has checked that the range is in the text.
                glyphs.see(glyph.id, || &text.run.text[glyph.text_range.bytes()])?;
            }
        }
        Ok(())
    }

    /// Notes that text that people type is set in a font: it needs all that can be typed.
    pub(super) fn see_form(&mut self, face: FaceId, faces: &[Arc<Face>]) -> Result<(), PdfError> {
        let UsedFace { glyphs, .. } = self.face(face, faces)?;
        glyphs.is_for_forms = true;
        let table = Arc::clone(glyphs.table());
        table.typeable().try_for_each(|glyph| glyphs.see(glyph, || ""))
    }

    #[expect(clippy::expect_used, reason = "it was put there")]
    fn face(&mut self, id: FaceId, faces: &[Arc<Face>]) -> Result<&mut UsedFace, PdfError> {
        if self.used.len() <= id.0 {
            self.used.resize_with(id.0 + 1, || None);
        }
        let slot = &mut self.used[id.0];
        if slot.is_none() {
            let table = self.cache.table(&faces[id.0])?;
            *slot = Some(UsedFace { resource: format!("F{}", id.0), glyphs: Glyphs::of(table) });
        }
        Ok(slot.as_mut().expect("it was put there"))
    }

    #[expect(clippy::expect_used, reason = "the texts of a page are seen before it is painted")]
    pub(super) fn get(&self, id: FaceId) -> &UsedFace {
        let face = self.used.get(id.0).and_then(Option::as_ref);
        face.expect("every font of a text was seen")
    }

    /// Those that were seen, each with its number.
    pub(super) fn seen(&self) -> impl Iterator<Item = (usize, &UsedFace)> {
        self.used.iter().enumerate().filter_map(|(index, face)| Some((index, face.as_ref()?)))
    }

    /// What the file embeds, compressed. To be called when all pages were seen.
    pub(super) fn subsets(&self) -> Result<Subsets, PdfError> {
        let embed = |face: &Option<UsedFace>| -> Result<Option<Arc<SubsetFont>>, PdfError> {
            let Some(face) = face else { return Ok(None) };
            let subset = self.cache.subset(face)?;
            subset.compress()?;
            Ok(Some(subset))
        };
        let subsets = if threads::are_busy() {
            self.used.iter().map(embed).collect::<Result<_, _>>()
        } else {
            self.used.par_iter().map(embed).collect::<Result<_, _>>()
        };
        Ok(Subsets(subsets?))
    }

    /// Writes every font into a file.
    pub(super) fn write(
        &self,
        Subsets(subsets): &Subsets,
        objects: &mut Objects<'_>,
    ) -> Result<FontIds<'_>, PdfError> {
        let mut ids = FontIds { pages: Vec::new(), form: None };
        for ((_, face), subset) in self.seen().zip(subsets.iter().flatten()) {
            let (page, form) = subset.write(objects)?;
            ids.pages.push((face.resource.as_str(), page));
            ids.form = ids.form.or(form);
        }
        Ok(ids)
    }
}

impl UsedFace {
    /// A glyph of the whole font as pages show it.
    #[expect(clippy::expect_used, reason = "the texts of a page are seen before it is painted")]
    pub(super) fn glyph(&self, glyph: u16) -> UsedGlyph {
        self.glyphs.get(glyph).expect("every glyph of a text was seen")
    }

    /// The text that programs read for a glyph of the whole font.
    pub(super) fn text(&self, glyph: u16) -> &str {
        self.glyphs.text(glyph)
    }

    /// What is known of all of the font's glyphs.
    pub(super) fn table(&self) -> &Arc<GlyphTable> {
        self.glyphs.table()
    }

    /// What the file decides of how the font is shown, in numbers. Files in which it is the same show a text alike.
    pub(super) fn add_to_key(&self, key: &mut Vec<u32>) {
        const END: u32 = u32::MAX;
        if self.table().numbering == Numbering::AsUsed {
            key.extend(self.glyphs.in_order().into_iter().map(u32::from));
        }
        key.push(END);
        for (glyph, text) in self.glyphs.told_by_use() {
            key.push(u32::from(*glyph));
            key.extend(text.chars().map(u32::from));
            key.push(END);
        }
    }
}

fn address(face: &Face) -> (usize, u32) {
    ((*face.data).as_ref().as_ptr().addr(), face.index)
}
