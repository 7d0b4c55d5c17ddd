use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontStyle, FontWeight};
use parley::{FontContext, FontData, FontFamily, FontFamilyName, LayoutContext};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::class::{CROSSED, Class, HATCHED, class};
use super::font_family::{FaceKind, FontFace, FontFamily as Family, FontFault, alone, charset};
use super::look::{TextKind, Typeface};
use super::outlines::Outlines;
use super::script_fonts::{SCRIPTS, Script};
use super::simple_font::SimpleFont;
use crate::base::files::{SystemFamily, SystemFont};
use crate::base::page_words::PageWords;
use crate::document::{Document, NameTag};
use crate::print::frame::{Face, is_typeable};

/// The name under which the built-in family is known.
const SANS: &str = "Kit Sans";
const MONO: &str = "Kit Mono";

/// A font file's bytes, wherever they are kept.
type FontFile = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// The built-in font files, all under the SIL Open Font License 1.1, which is kept beside them.
const BUILT_IN: [(&str, &[u8]); 5] = [
    ("KitSans-Regular", include_bytes!("../../assets/fonts/KitSans-Regular.ttf")),
    ("KitSans-Italic", include_bytes!("../../assets/fonts/KitSans-Italic.ttf")),
    ("KitSans-Semibold", include_bytes!("../../assets/fonts/KitSans-Semibold.ttf")),
    ("KitSans-SemiboldItalic", include_bytes!("../../assets/fonts/KitSans-SemiboldItalic.ttf")),
    ("KitMono-Regular", include_bytes!("../../assets/fonts/KitMono-Regular.ttf")),
];

/// The place of the first of them. Behind it are the italic, the semibold, and the semibold italic face.
const BUILT_IN_REGULAR: FontId = FontId(0);
/// The place of the one for code.
const BUILT_IN_CODE: FontId = FontId(4);

/// The fonts that a document can use. Made once, and used for any number of documents.
#[derive(Clone)]
pub struct Fonts {
    collection: Collection,
    faces: Vec<Loaded>,
    /// The families of a brand.
    brand: Vec<BrandFamily>,
    /// The places of their faces.
    brand_faces: Range<usize>,
    /// The families besides the built-in ones, in the order in which they are asked.
    fallbacks: Vec<String>,
    /// The font of what people type into form fields.
    form: FontId,
    /// Whether simple text goes to the shaper, too.
    is_all_shaped: bool,
}

/// Which of the fonts it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::print) struct FontId(usize);

/// A family of a brand, for one kind of text.
#[derive(Clone)]
struct BrandFamily {
    kind: TextKind,
    name: &'static str,
    has: Vec<(FaceKind, FontId)>,
}

/// A font that is ready to be used.
#[derive(Clone)]
struct Loaded {
    font: FontData,
    face: Arc<Face>,
    /// Every character that it has, in order.
    has: Arc<Vec<u32>>,
    /// What is to be known for setting simple text in it, read when it is first needed.
    simple: Arc<OnceLock<Option<SimpleFont>>>,
}

impl Fonts {
    /// The built-in fonts: a family for text, with Latin, Greek and Cyrillic, and its sibling for code.
    #[must_use]
    pub fn built_in() -> Self {
        let mut fonts = Self {
            collection: Collection::new(CollectionOptions { shared: false, system_fonts: false }),
            faces: Vec::new(),
            brand: Vec::new(),
            brand_faces: 0..0,
            fallbacks: Vec::new(),
            form: BUILT_IN_REGULAR,
            is_all_shaped: false,
        };
        for (name, data) in BUILT_IN {
            let data: FontFile = Arc::new(data);
            fonts.register(name, &data, FontInfoOverride::default(), None);
        }
        fonts
    }

    /// Whether running text in English is set without the shaper, if this is all of it.
    #[must_use]
    pub fn sets_simply(&self, text: &str) -> bool {
        let face = FaceKind { is_strong: false, is_italic: false };
        let font = self.simple(Typeface { kind: TextKind::Body, is_code: false, face });
        font.is_some_and(|(_, font)| text.chars().all(|char| font.glyph(char).is_some()))
    }

    /// The same for a shaper that sets simple text, too. Pages are the same, and take several times as long.
    #[must_use]
    pub fn all_shaped(self) -> Self {
        Self { is_all_shaped: true, ..self }
    }

    /// Adds the built-in fonts of the scripts that some of these characters belong to, for the characters that those before them do not
    /// have.
    pub fn add_scripts(&mut self, chars: &BTreeSet<char>) {
        for Script { family, chars: own, faces } in &SCRIPTS {
            let is_needed = own.iter().any(|range| chars.range(range.clone()).next().is_some());
            if !is_needed || self.fallbacks.iter().any(|known| known == family) {
                continue;
            }
            for (name, data) in faces {
                let data: FontFile = Arc::new(*data);
                self.register(name, &data, named(family), None);
            }
            self.fallbacks.push((*family).to_owned());
        }
    }

    /// Adds a font for the characters that those before it do not have: one face of a file, which may be a collection. A
    /// face that is not in the file is not added, and has no characters.
    pub fn add(&mut self, name: &str, data: Vec<u8>, index: u32) {
        let regular = SystemFont { name: name.to_owned(), data, index };
        self.add_family(SystemFamily { regular, bold: None });
    }

    /// The same with a bold face for what is set in bold. What the bold face does not have is set in the other one.
    pub fn add_family(&mut self, SystemFamily { regular, bold }: SystemFamily) {
        let Some((name, data)) = chosen(regular) else { return };
        let family = format!("fallback {}", self.fallbacks.len());
        self.register(&name, &data, named(&family), None);
        self.fallbacks.push(family.clone());
        if let Some((bold_name, bold_data)) = bold.and_then(chosen) {
            self.register(&bold_name, &bold_data, named(&family), None);
            let alone = format!("{family} alone");
            self.register(&name, &data, named(&alone), None);
            self.fallbacks.push(alone);
        }
    }

    /// The families besides the built-in ones for Latin, Greek and Cyrillic.
    pub(crate) fn fallbacks(&self) -> &[String] {
        &self.fallbacks
    }

    /// Reads a font file, or one face of a collection, as a font of a brand.
    pub fn read(&self, data: Vec<u8>, index: u32) -> Result<FontFace, FontFault> {
        let face = FontFace::read(data, index)?;
        let fault = |message: &str| {
            let help = "use a complete TTF or OTF file";
            Err(FontFault { message: message.to_owned(), help })
        };
        let mut alone = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let named = FontInfoOverride { family_name: Some(ALONE), ..FontInfoOverride::default() };
        if alone.register_fonts(Blob::new(Arc::clone(&face.face.data)), Some(named)).is_empty() {
            return fault("the font is damaged: required tables are missing");
        }
        if !sets_text(alone, &face.printable_ascii()) {
            return fault("the font is damaged: text cannot be set with it");
        }
        // Text with characters of the built-in fonts is set without looking at each of them.
        match face.blank_character(self.built_in_characters()) {
            Some(char) => Err(FontFault {
                message: format!("the font shows nothing for `{char}`"),
                help: "use another font, or a complete version of this one",
            }),
            None => Ok(face),
        }
    }

    /// The same with the fonts of a brand for running text and for headings. What they lack comes from the built-in fonts.
    #[must_use]
    pub fn branded(mut self, base: Option<&Family>, headings: Option<&Family>) -> Self {
        let families = [
            (TextKind::Body, "brand text", base),
            (TextKind::Heading, "brand headings", headings.or(base)),
        ];
        let first = self.faces.len();
        for (kind, name, family) in families {
            let Some(family) = family else { continue };
            let mut has = Vec::new();
            for (face, file) in family.chosen() {
                let named = FontInfoOverride {
                    family_name: Some(name),
                    weight: Some(if face.is_strong {
                        FontWeight::SEMI_BOLD
                    } else {
                        FontWeight::NORMAL
                    }),
                    style: Some(if face.is_italic { FontStyle::Italic } else { FontStyle::Normal }),
                    ..FontInfoOverride::default()
                };
                let id = FontId(self.faces.len());
                self.register(&file.face.name, &file.face.data, named, Some(&file.has));
                // A second font for fields would make the file larger.
                if kind == TextKind::Body
                    && has.is_empty()
                    && file.is_editable
                    && self.shows_all_typeable(id)
                {
                    self.form = id;
                }
                has.push((face, id));
            }
            self.brand.push(BrandFamily { kind, name, has });
        }
        self.brand_faces = first..self.faces.len();
        self
    }

    /// The characters of a document that could be printed if a font had them.
    #[must_use]
    pub fn uncovered(&self, document: &Document) -> BTreeSet<char> {
        let mut seen = BTreeSet::new();
        for_each_text(document, &mut |text| {
            // Nearly all texts are.
            if text.is_ascii() {
                return;
            }
            seen.extend(text.chars().filter(|char| !char.is_ascii()));
        });
        seen.retain(|char| class(*char) == Class::Ink);
        self.uncovered_of(&seen)
    }

    /// Those of some characters that no font shows in every kind of text. A brand's fonts do not count: one may be for headings alone.
    #[must_use]
    pub fn uncovered_of(&self, chars: &BTreeSet<char>) -> BTreeSet<char> {
        let others = (BUILT_IN.len()..self.faces.len()).filter(|it| !self.brand_faces.contains(it));
        let others: Vec<FontId> = others.map(FontId).collect();
        let is_shown = |char: char| {
            self.is_built_in(char) || others.iter().any(|face| self.shows(*face, char))
        };
        chars.iter().copied().filter(|char| !is_shown(*char)).collect()
    }

    /// The characters that the built-in fonts have, in order.
    fn built_in_characters(&self) -> &'static [u32] {
        static ALL: OnceLock<Vec<u32>> = OnceLock::new();
        ALL.get_or_init(|| {
            // The faces of a family have the same characters.
            let mut sets: Vec<&Vec<u32>> =
                self.faces.iter().take(BUILT_IN.len()).map(|loaded| &*loaded.has).collect();
            sets.dedup();
            let mut all: Vec<u32> = sets.into_iter().flatten().copied().collect();
            all.sort_unstable();
            all.dedup();
            all
        })
    }

    /// Whether the built-in fonts have a character.
    pub(in crate::print) fn is_built_in(&self, char: char) -> bool {
        self.faces.iter().take(BUILT_IN.len()).any(|loaded| loaded.has(char))
    }

    /// Whether a font shows a character.
    pub(in crate::print) fn covers(&self, char: char) -> bool {
        let mut others = (BUILT_IN.len()..self.faces.len()).map(FontId);
        self.is_built_in(char) || others.any(|face| self.shows(face, char))
    }

    /// Whether a font shows a character by itself.
    fn shows(&self, face: FontId, char: char) -> bool {
        self.glyph(face, char).is_some_and(|glyph| self.has_ink(face, glyph))
    }

    /// The glyph that a font has for a character by itself.
    pub(in crate::print) fn glyph(&self, face: FontId, char: char) -> Option<u32> {
        let loaded = self.faces.get(face.0)?;
        // Most characters are in a few fonts only, and the font's own table takes longer to ask.
        if !loaded.has(char) {
            return None;
        }
        loaded.read()?.charmap().map(char).map(GlyphId::to_u32).filter(|glyph| *glyph != 0)
    }

    /// Whether anything is to be seen of a glyph.
    pub(in crate::print) fn has_ink(&self, face: FontId, glyph: u32) -> bool {
        let font = self.faces.get(face.0).and_then(Loaded::read);
        glyph != 0 && font.is_some_and(|font| Outlines::of(&font).has_ink(GlyphId::new(glyph)))
    }

    /// The font of what people type into form fields: a brand's for regular text, if it has all that can be typed without it.
    pub(in crate::print) fn form_face(&self) -> &Arc<Face> {
        self.face(self.form)
    }

    /// Whether a font shows all that can be typed in the built-in font.
    fn shows_all_typeable(&self, font: FontId) -> bool {
        let built_in = &self.faces[BUILT_IN_REGULAR.0].has;
        let mut wanted = built_in.iter().filter_map(|code| char::from_u32(*code));
        // `read` has refused fonts that show nothing for a character of the built-in ones that they have.
        wanted.all(|char| {
            !is_typeable(char) || class(char) != Class::Ink || self.faces[font.0].has(char)
        })
    }

    pub(in crate::print) fn face(&self, FontId(font): FontId) -> &Arc<Face> {
        &self.faces[font].face
    }

    pub(in crate::print) fn context(&self) -> FontContext {
        FontContext { collection: self.collection.clone(), source_cache: SourceCache::default() }
    }

    pub(in crate::print) fn faces(&self) -> Vec<Arc<Face>> {
        self.faces.iter().map(|loaded| Arc::clone(&loaded.face)).collect()
    }

    /// The font that the shaper chose. Every font that it can choose was registered here.
    pub(in crate::print) fn font_of(&self, font: &FontData) -> FontId {
        let same = |loaded: &Loaded| {
            loaded.font.data.id() == font.data.id() && loaded.font.index == font.index
        };
        #[expect(clippy::expect_used, reason = "the shaper knows no other fonts")]
        let face = self.faces.iter().position(same).expect("every font was registered here");
        FontId(face)
    }

    /// The families for a kind of text, and those that stand in for them.
    pub(in crate::print) fn family(
        &self,
        Typeface { kind, is_code, face }: Typeface,
    ) -> FontFamily<'_> {
        let brand = self.brand_family(Typeface { kind, is_code, face }).map(|family| family.name);
        // Each has characters that the other does not have.
        let own = if is_code { [MONO, SANS] } else { [SANS, MONO] };
        let fallbacks = self.fallbacks.iter().map(String::as_str);
        let all = brand.into_iter().chain(own).chain(fallbacks);
        FontFamily::List(all.map(|name| FontFamilyName::Named(Cow::Borrowed(name))).collect())
    }

    /// The family of a brand that a kind of text is set in.
    fn brand_family(&self, Typeface { kind, is_code, face }: Typeface) -> Option<&BrandFamily> {
        let is_it = |family: &&BrandFamily| {
            let has_it = family.has.iter().any(|(known, _)| *known == face);
            // All of a heading is semibold: nothing is lost where it is not.
            family.kind == kind && (has_it || kind == TextKind::Heading && !face.is_italic)
        };
        self.brand.iter().find(is_it).filter(|_| !is_code)
    }

    /// The font that simple text is set in, if it is one that can set it.
    pub(in crate::print) fn simple(&self, typeface: Typeface) -> Option<(FontId, &SimpleFont)> {
        let FaceKind { is_strong, is_italic } = typeface.face;
        if self.is_all_shaped {
            return None;
        }
        let id = match self.brand_family(typeface) {
            Some(family) => family.has.iter().find(|(known, _)| *known == typeface.face)?.1,
            None if typeface.is_code => BUILT_IN_CODE,
            None => {
                FontId(BUILT_IN_REGULAR.0 + usize::from(is_italic) + 2 * usize::from(is_strong))
            }
        };
        let loaded = self.faces.get(id.0)?;
        let simple = loaded.simple.get_or_init(|| SimpleFont::read(&loaded.face));
        Some((id, simple.as_ref()?))
    }

    /// Adds the faces of a font file. `has` are the characters of its only face, if they are known.
    fn register(
        &mut self,
        name: &str,
        data: &FontFile,
        named: FontInfoOverride<'_>,
        has: Option<&Arc<Vec<u32>>>,
    ) {
        let blob = Blob::new(Arc::clone(data));
        for (_, infos) in self.collection.register_fonts(blob.clone(), Some(named)) {
            for info in infos {
                let (index, name) = (info.index(), name.to_owned());
                let read = || Arc::new(charset((**data).as_ref(), index));
                let has = has.map_or_else(read, Arc::clone);
                let face = Arc::new(Face { name, data: Arc::clone(data), index });
                let font = FontData::new(blob.clone(), index);
                self.faces.push(Loaded { font, face, has, simple: Arc::default() });
            }
        }
    }
}

impl Loaded {
    fn has(&self, char: char) -> bool {
        self.has.binary_search(&u32::from(char)).is_ok()
    }

    fn read(&self) -> Option<FontRef<'_>> {
        FontRef::from_index((*self.face.data).as_ref(), self.face.index).ok()
    }
}

/// One face of a font file, and a name for it.
fn chosen(SystemFont { name, data, index }: SystemFont) -> Option<(String, FontFile)> {
    // A name in a PDF has no spaces, and a general one is better than one that cannot be read.
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = if name.is_empty() { "Fallback".to_owned() } else { name };
    Some((name, Arc::new(alone(data, index)?)))
}

/// Puts a font into a family of this name.
fn named(family: &str) -> FontInfoOverride<'_> {
    FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() }
}

/// The name of a family that is tried by itself.
const ALONE: &str = "alone";

/// Whether the one font of a collection sets each character of a text. It may have them by its tables, and the shaper may not find them.
fn sets_text(collection: Collection, text: &str) -> bool {
    let mut fonts = FontContext { collection, source_cache: SourceCache::default() };
    let mut context: LayoutContext<()> = LayoutContext::new();
    let mut builder = context.ranged_builder(&mut fonts, text, 1.0, false);
    builder.push_default(FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(ALONE))));
    let mut layout = builder.build(text);
    layout.break_all_lines(None);
    let clusters = layout.lines().flat_map(|line| {
        let clusters = line.runs().flat_map(|run| {
            let is_set = |it: parley::layout::Cluster<'_, ()>| it.glyphs().all(|it| it.id != 0);
            run.clusters().map(is_set).collect::<Vec<bool>>()
        });
        clusters.collect::<Vec<bool>>()
    });
    let set: Vec<bool> = clusters.collect();
    set.len() == text.chars().count() && set.into_iter().all(|is_set| is_set)
}

/// Shows every text that is printed of a document.
fn for_each_text(document: &Document, see: &mut impl FnMut(&str)) {
    let front = &document.front;
    let PageWords {
        page,
        kit,
        packet,
        name,
        edited,
        continued,
        // These are read aloud, or are in the title of the file.
        identity: _,
        notes: _,
        blank: _,
        untitled: _,
    } = &front.words;
    let words = [&front.footer, page, kit, packet, name, edited, continued];
    front.header.iter().chain(words).for_each(|text| see(text));
    front.marking.iter().flat_map(|text| text.split([CROSSED, HATCHED])).for_each(&mut *see);
    for tag in &front.names {
        match tag {
            NameTag::Known { id: _, label, name } => {
                see(label);
                see(name);
            }
            NameTag::Blank { field, .. } => see(&field.label),
        }
    }
    document.blocks.iter().for_each(|block| block.for_each_text(see));
}
