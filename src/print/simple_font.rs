use std::cmp::Ordering;
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::{GlyphMetrics, Metrics};
use skrifa::raw::tables::gpos::{PairPos, PositionSubtables};
use skrifa::raw::{FontRef, ReadError, TableProvider};
use skrifa::{GlyphId, MetadataProvider, Tag};

use super::font_rules::{FontRules, Ligatures};
use super::frame::Face;

/// What must be known of a font to set simple text: text in which every character has one glyph, whatever is beside it, but for ligatures,
/// and only pairs of glyphs move together.
///
/// Characters that the font would set in another way in some surroundings are left out: a text with one of them goes to the shaper.
pub(in crate::print) struct SimpleFont {
    face: Arc<Face>,
    units_per_em: f32,
    /// Above and below the baseline, in units of the font.
    ascent: f32,
    descent: f32,
    /// The glyphs of ASCII, which most text is in, and of the other characters.
    ascii: [Option<SimpleGlyph>; 128],
    others: FxHashMap<char, SimpleGlyph>,
    /// What replaces glyphs in a row, lookup by lookup.
    ligatures: Vec<SimpleLigatures>,
    /// The lookups that move pairs of glyphs together, in order.
    pair_lookups: Vec<u16>,
    /// How far the pairs move together that were asked for before.
    pairs: Mutex<FxHashMap<(u16, u16), i16>>,
    /// The languages for which the font has rules of their own.
    languages: Vec<Tag>,
}

/// What replaces glyphs in a row, by the first of them, in the order in which the font asks for them.
pub(in crate::print) struct SimpleLigatures(FxHashMap<u16, Vec<Ligature>>);

/// What replaces a glyph and those behind it.
struct Ligature {
    behind: Vec<u16>,
    glyph: SimpleGlyph,
}

/// A glyph, and how far it moves the pen in units of the font.
#[derive(Clone, Copy, Debug)]
pub(in crate::print) struct SimpleGlyph {
    pub(in crate::print) id: u16,
    pub(in crate::print) advance: i32,
}

impl SimpleGlyph {
    /// What stands for a character that is not shown.
    pub(in crate::print) const NONE: Self = Self { id: 0, advance: 0 };
}

/// The characters of simple text: letters of Latin, and what stands between words, but for what joins its neighbors or is shown in color.
const CHARACTERS: [RangeInclusive<char>; 12] = [
    ' '..='~',
    '\u{A0}'..='\u{A8}',
    '\u{AA}'..='\u{AC}',
    '\u{AF}'..='\u{17F}',
    '\u{218}'..='\u{21B}',
    '\u{2013}'..='\u{2014}',
    '\u{2018}'..='\u{201E}',
    '\u{2020}'..='\u{2022}',
    '\u{2026}'..='\u{2026}',
    '\u{2039}'..='\u{203A}',
    '\u{20AC}'..='\u{20AC}',
    '\u{2212}'..='\u{2212}',
];

/// The tags by which fonts know the languages of the program that are written in Latin letters (OpenType, “Language system tags”), and a
/// few more.
const LANGUAGES: [(&str, &[u8; 4]); 16] = [
    ("cs", b"CSY "),
    ("da", b"DAN "),
    ("de", b"DEU "),
    ("en", b"ENG "),
    ("es", b"ESP "),
    ("fi", b"FIN "),
    ("fr", b"FRA "),
    ("hr", b"HRV "),
    ("hu", b"HUN "),
    ("it", b"ITA "),
    ("nb", b"NOR "),
    ("nl", b"NLD "),
    ("pl", b"PLK "),
    ("pt", b"PTG "),
    ("sk", b"SKY "),
    ("sv", b"SVE "),
];

/// A language that simple text can be in, as fonts know it.
#[derive(Clone, Copy)]
pub(in crate::print) struct SimpleLanguage(Tag);

impl SimpleLanguage {
    /// The language with this tag (BCP 47), if simple text can be in it.
    pub(in crate::print) fn of(language: &str) -> Option<Self> {
        let primary = language.split('-').next()?;
        let known = LANGUAGES.iter().find(|(known, _)| *known == primary);
        known.map(|(_, tag)| Self(Tag::new(tag)))
    }
}

impl SimpleFont {
    /// Reads a font. `None` if it has rules that cannot be kept apart by characters, or says less than is needed.
    pub(in crate::print) fn read(face: &Arc<Face>) -> Option<Self> {
        let font = &font(face)?;
        // Variable fonts have other advances for other weights. Tables of Apple and of old fonts have rules of their own.
        let others = [b"fvar", b"morx", b"kerx"];
        if others.iter().any(|tag| font.table_data(Tag::new(tag)).is_some()) {
            return None;
        }
        let metrics = Metrics::new(font, Size::unscaled(), LocationRef::default());
        let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let mut glyphs = glyphs(font, &advances);
        let rules = FontRules::read(font, glyphs.values().map(|glyph| glyph.id).collect())?;
        let has_old_kerning = font.table_data(Tag::new(b"kern")).is_some();
        if rules.pair_lookups.is_empty() && has_old_kerning {
            return None;
        }
        let FontRules { blocked, ligatures, pair_lookups, languages, .. } = rules;
        // What replaces glyphs must itself be simple.
        let set = |id: u16| {
            let advance = advance(&advances, id).filter(|_| !blocked.contains(&id))?;
            Some(SimpleGlyph { id, advance })
        };
        let ligatures = ligatures.into_iter().map(|lookup| SimpleLigatures::new(lookup, set));
        let ligatures = ligatures.collect::<Option<_>>()?;
        glyphs.retain(|_, glyph| !blocked.contains(&glyph.id));
        let ascii = std::array::from_fn(|code| {
            let char = u8::try_from(code).ok().map(char::from)?;
            glyphs.get(&char).copied()
        });
        glyphs.retain(|char, _| !char.is_ascii());
        (metrics.units_per_em > 0).then(|| Self {
            face: Arc::clone(face),
            units_per_em: f32::from(metrics.units_per_em),
            ascent: metrics.ascent,
            descent: -metrics.descent,
            ascii,
            others: glyphs,
            ligatures,
            pair_lookups,
            pairs: Mutex::default(),
            languages,
        })
    }

    /// Whether the font treats a language as any other.
    pub(in crate::print) fn suits(&self, SimpleLanguage(language): SimpleLanguage) -> bool {
        !self.languages.contains(&language)
    }

    /// The glyph of a character of simple text.
    pub(in crate::print) fn glyph(&self, char: char) -> Option<SimpleGlyph> {
        let code = u32::from(char);
        match usize::try_from(code).ok().and_then(|code| self.ascii.get(code)) {
            Some(glyph) => *glyph,
            None => self.others.get(&char).copied(),
        }
    }

    /// How long a unit of the font is at a size.
    pub(in crate::print) fn scale(&self, size: f32) -> f32 {
        size / self.units_per_em
    }

    /// How far it reaches above and below the baseline at a size.
    pub(in crate::print) fn extents(&self, size: f32) -> (f32, f32) {
        (self.ascent * self.scale(size), self.descent * self.scale(size))
    }

    /// What replaces glyphs in a row, lookup by lookup: one looks at what the one before left.
    pub(in crate::print) fn ligatures(&self) -> &[SimpleLigatures] {
        &self.ligatures
    }

    /// Adds to the advance of each glyph how far the next one moves toward it.
    pub(in crate::print) fn kern(&self, glyphs: &mut [SimpleGlyph]) {
        let mut pairs = self.pairs.lock().unwrap_or_else(PoisonError::into_inner);
        for at in 1..glyphs.len() {
            let pair = (glyphs[at - 1].id, glyphs[at].id);
            let known = pairs.entry(pair);
            // Damaged rules move nothing, as in the shaper.
            let by = *known.or_insert_with(|| self.pair(pair).unwrap_or(0));
            glyphs[at - 1].advance += i32::from(by);
        }
    }

    /// How far a pair of glyphs moves together.
    fn pair(&self, (first, second): (u16, u16)) -> Result<i16, ReadError> {
        let font = FontRef::from_index((*self.face.data).as_ref(), self.face.index)?;
        let (first, second) = (GlyphId::from(first), GlyphId::from(second));
        let lookups = font.gpos()?.lookup_list()?.lookups();
        let mut sum = 0_i16;
        for index in &self.pair_lookups {
            let PositionSubtables::Pair(tables) = lookups.get(usize::from(*index))?.subtables()?
            else {
                continue;
            };
            for table in tables.iter() {
                if let Some(by) = pair_in(&table?, first, second)? {
                    sum = sum.saturating_add(by);
                    break;
                }
            }
        }
        Ok(sum)
    }
}

impl SimpleLigatures {
    /// `None` if a glyph that replaces others is not simple.
    fn new(ligatures: Ligatures, set: impl Fn(u16) -> Option<SimpleGlyph> + Copy) -> Option<Self> {
        let ligature = |(behind, id)| Some(Ligature { behind, glyph: set(id)? });
        let ligatures = ligatures.into_iter().map(|(first, all)| {
            let all: Option<Vec<Ligature>> = all.into_iter().map(ligature).collect();
            Some((first, all?))
        });
        Some(Self(ligatures.collect::<Option<_>>()?))
    }

    /// What replaces the first of these glyphs, and how many glyphs that replaces.
    pub(in crate::print) fn at(&self, glyphs: &[SimpleGlyph]) -> Option<(SimpleGlyph, usize)> {
        let (first, rest) = glyphs.split_first()?;
        let is_next = |Ligature { behind, .. }: &&Ligature| {
            let mut rest = rest.iter();
            behind.iter().all(|glyph| rest.next().is_some_and(|it| it.id == *glyph))
        };
        let ligature = self.0.get(&first.id)?.iter().find(is_next)?;
        Some((ligature.glyph, ligature.behind.len() + 1))
    }
}

fn font(face: &Face) -> Option<FontRef<'_>> {
    FontRef::from_index((*face.data).as_ref(), face.index).ok()
}

/// The glyphs of all characters of simple text that a font has.
fn glyphs(font: &FontRef<'_>, advances: &GlyphMetrics<'_>) -> FxHashMap<char, SimpleGlyph> {
    let charmap = font.charmap();
    let glyph = |char: char| {
        let id = charmap.map(char).filter(|id| *id != GlyphId::NOTDEF)?;
        let id = u16::try_from(id.to_u32()).ok()?;
        Some((char, SimpleGlyph { id, advance: advance(advances, id)? }))
    };
    CHARACTERS.iter().cloned().flatten().filter_map(glyph).collect()
}

fn advance(advances: &GlyphMetrics<'_>, id: u16) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "advances are whole units, of 16 bits")]
    advances.advance_width(GlyphId::from(id)).map(|advance| advance as i32)
}

/// What one subtable says of a pair (OpenType, GPOS lookup type 2). `None` if it says nothing, and the next one is asked.
fn pair_in(table: &PairPos<'_>, first: GlyphId, second: GlyphId) -> Result<Option<i16>, ReadError> {
    match table {
        PairPos::Format1(table) => {
            let Some(row) = table.coverage()?.get(first) else { return Ok(None) };
            let set = table.pair_sets().get(usize::from(row))?;
            let pairs = set.pair_value_records();
            // The pairs of a glyph are in order, and the shaper finds them by halves, too.
            let (mut low, mut high) = (0, pairs.len());
            while low < high {
                let middle = usize::midpoint(low, high);
                let pair = pairs.get(middle)?;
                match GlyphId::from(pair.second_glyph()).cmp(&second) {
                    Ordering::Less => low = middle + 1,
                    Ordering::Greater => high = middle,
                    Ordering::Equal => {
                        return Ok(Some(pair.value_record1().x_advance().unwrap_or(0)));
                    }
                }
            }
            Ok(None)
        }
        PairPos::Format2(table) => {
            if table.coverage()?.get(first).is_none() {
                return Ok(None);
            }
            let (row, column) = (table.class_def1()?.get(first), table.class_def2()?.get(second));
            if column >= table.class2_count() {
                return Ok(None);
            }
            let row = table.class1_records().get(usize::from(row))?;
            let cell = row.class2_records().get(usize::from(column))?;
            Ok(Some(cell.value_record1().x_advance().unwrap_or(0)))
        }
    }
}
