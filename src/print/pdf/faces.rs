use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use rayon::prelude::*;

use super::PdfError;
use super::glyph_table::{GlyphTable, typeable};
use super::objects::Id;
use super::subset::{self, SubsetFont, SubsetGlyph};
use super::write::Objects;
use crate::base::memo::Memo;
use crate::base::threads;
use crate::print::frame::{Artifact, Face, FaceId, Mark, Owner, Pages};

/// The fonts of a file, each with only the glyphs that the file uses.
pub(super) struct Faces {
    embedded: Vec<Option<Embedded>>,
}

/// A font as it is embedded.
pub(super) struct Embedded {
    /// The name under which pages ask for it.
    pub(super) resource: String,
    subset: Arc<SubsetFont>,
}

/// The characters in which the codes of kits and packets differ.
const CODE_LETTERS: [RangeInclusive<char>; 2] = ['0'..='9', 'A'..='Z'];

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
    glyphs: Vec<u16>,
    /// The texts of glyphs that show no single character.
    texts: BTreeMap<u16, String>,
    is_for_forms: bool,
}

/// The glyphs of a font that a file uses.
#[derive(Default)]
struct Used {
    /// A bit for each glyph.
    glyphs: Vec<u64>,
    texts: BTreeMap<u16, String>,
    /// Glyphs that were only used where another glyph tells the text.
    untold: BTreeSet<u16>,
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
        self.tables.insert(file, Arc::clone(&table), 1);
        Ok(table)
    }

    fn subset(
        &self,
        table: &GlyphTable,
        used: Used,
        is_for_forms: bool,
    ) -> Result<Arc<SubsetFont>, PdfError> {
        let mut glyphs = used.glyphs;
        if is_for_forms {
            for glyph in table.typeable.values() {
                mark(&mut glyphs, *glyph);
            }
        }
        let key = SubsetKey {
            file: address(&table.face),
            name: table.face.name.clone(),
            glyphs: (0..=u16::MAX)
                .take(glyphs.len() * 64)
                .filter(|it| is_marked(&glyphs, *it))
                .collect(),
            texts: used.texts,
            is_for_forms,
        };
        if let Some(subset) = self.subsets.get(&key) {
            return Ok(subset);
        }
        let subset = Arc::new(SubsetFont::new(table, &key.glyphs, &key.texts, is_for_forms)?);
        self.subsets.insert(key, Arc::clone(&subset), subset.weight());
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

impl Faces {
    /// Makes a subset of every font that the pages use.
    pub(super) fn new(pages: &Pages, cache: &FontCache) -> Result<Self, PdfError> {
        let mut tables: Vec<Option<Arc<GlyphTable>>> = vec![None; pages.faces.len()];
        let mut used: Vec<Used> = Vec::new();
        used.resize_with(pages.faces.len(), Used::default);
        // `validate` has checked that every face exists.
        let table = |face: FaceId| cache.table(&pages.faces[face.0]);
        let items = pages.pages.iter().flat_map(|page| &page.items);
        for item in items.flat_map(|item| std::iter::once(item).chain(item.appearance())) {
            let Mark::Text(text) = &item.mark else { continue };
            let id = text.face.0;
            let table = match &mut tables[id] {
                Some(table) => table,
                missing => missing.insert(table(text.face)?),
            };
            // Files that differ in the marks of their pages share the fonts.
            if item.owner == Owner::Artifact(Artifact::PageMark) {
                let letters = CODE_LETTERS.into_iter().flatten();
                let letters = letters.filter_map(|letter| table.typeable.get(&letter));
                letters.for_each(|glyph| mark(&mut used[id].glyphs, *glyph));
            }
            for glyph in &text.run.glyphs {
                // The first use of a glyph that tells a text decides its text.
                let Used { glyphs, texts, untold } = &mut used[id];
                let is_known = is_marked(glyphs, glyph.id);
                if is_known && (untold.is_empty() || !untold.contains(&glyph.id)) {
                    continue;
                }
                mark(glyphs, glyph.id);
                if table.char_of(glyph.id).is_none() {
                    // `validate` has checked that the range is in the text.
                    let text = &text.run.text[glyph.text_range.bytes()];
                    if text.is_empty() {
                        untold.insert(glyph.id);
                    } else {
                        untold.remove(&glyph.id);
                        texts.insert(glyph.id, text.to_owned());
                    }
                }
            }
        }
        let has_form = !pages.fields.is_empty();
        if has_form && tables[pages.form_face.0].is_none() {
            tables[pages.form_face.0] = Some(table(pages.form_face)?);
        }
        let embed = |((index, table), used): ((usize, Option<Arc<GlyphTable>>), Used)| {
            let Some(table) = table else { return Ok(None) };
            let is_for_forms = has_form && index == pages.form_face.0;
            let subset = cache.subset(&table, used, is_for_forms)?;
            Ok(Some(Embedded { resource: format!("F{index}"), subset }))
        };
        let faces: Vec<_> = tables.into_iter().enumerate().zip(used).collect();
        let embedded: Result<_, PdfError> = if threads::are_busy() {
            faces.into_iter().map(embed).collect()
        } else {
            faces.into_par_iter().map(embed).collect()
        };
        Ok(Self { embedded: embedded? })
    }

    #[expect(
        clippy::expect_used,
        reason = "pages are painted with the fonts that were made for them"
    )]
    pub(super) fn get(&self, id: FaceId) -> &Embedded {
        self.embedded[id.0].as_ref().expect("every font of a text is embedded")
    }

    /// The subsets of all fonts that are embedded.
    pub(super) fn subsets(&self) -> impl Iterator<Item = &Arc<SubsetFont>> {
        self.embedded.iter().flatten().map(|face| &face.subset)
    }

    /// Compresses what the file embeds of all fonts.
    pub(super) fn compress(&self) -> Result<(), PdfError> {
        self.subsets().try_for_each(|subset| subset.compress())
    }

    /// Writes every font into a file.
    pub(super) fn write(&self, objects: &mut Objects<'_>) -> Result<FontIds<'_>, PdfError> {
        let mut ids = FontIds { pages: Vec::new(), form: None };
        for face in self.embedded.iter().flatten() {
            let (page, form) = face.subset.write(objects)?;
            ids.pages.push((face.resource.as_str(), page));
            ids.form = ids.form.or(form);
        }
        Ok(ids)
    }
}

impl Embedded {
    /// A glyph of the whole font as it is in the subset.
    pub(super) fn glyph(&self, glyph: u16) -> &SubsetGlyph {
        self.subset.glyph(glyph)
    }
}

fn address(face: &Face) -> (usize, u32) {
    ((*face.data).as_ref().as_ptr().addr(), face.index)
}

fn mark(glyphs: &mut Vec<u64>, glyph: u16) {
    let (index, bit) = (usize::from(glyph / 64), glyph % 64);
    if glyphs.len() <= index {
        glyphs.resize(index + 1, 0);
    }
    glyphs[index] |= 1 << bit;
}

fn is_marked(glyphs: &[u64], glyph: u16) -> bool {
    glyphs.get(usize::from(glyph / 64)).is_some_and(|bits| bits >> (glyph % 64) & 1 == 1)
}
