use rustc_hash::{FxHashMap, FxHashSet};
use skrifa::Tag;
use skrifa::raw::tables::gpos::{PositionSubtables, SinglePos, ValueFormat};
use skrifa::raw::tables::gsub::{SingleSubst, SubstitutionSubtables};
use skrifa::raw::tables::layout::{
    ChainedSequenceContext, CoverageTable, FeatureList, LangSys, LangSysRecord, LookupFlag,
    ScriptList, SequenceContext,
};
use skrifa::raw::types::{BigEndian, GlyphId16};
use skrifa::raw::{ArrayOfOffsets, FontRef, ReadError, TableProvider};

/// The features that a shaper applies to every text (OpenType, “Features implemented in CFF and TrueType fonts by default”).
const FEATURES: [&[u8; 4]; 17] = [
    b"rvrn", b"ltra", b"ltrm", b"rand", b"abvm", b"blwm", b"ccmp", b"locl", b"mark", b"mkmk",
    b"rlig", b"calt", b"clig", b"curs", b"dist", b"kern", b"liga",
];
const RCLT: &[u8; 4] = b"rclt";

/// The scripts whose rules hold for simple text: those of Latin, and of text without letters.
const SCRIPTS: [&[u8; 4]; 2] = [b"latn", b"DFLT"];

/// What the rules of a font do to the glyphs of simple text.
pub(super) struct FontRules {
    /// The glyphs of simple text.
    simple: FxHashSet<u16>,
    /// Those among them that rules change, or may change in some surroundings.
    pub(super) blocked: FxHashSet<u16>,
    /// What replaces simple glyphs in a row, by the first of them: those behind it, and the glyph.
    pub(super) ligatures: FxHashMap<u16, Vec<(Vec<u16>, u16)>>,
    /// The lookups that move pairs of glyphs together, in order.
    pub(super) pair_lookups: Vec<u16>,
    /// The languages for which the font has rules of their own.
    pub(super) languages: Vec<Tag>,
}

impl FontRules {
    /// Reads what the rules of a font do to these glyphs. `None` if they do more than simple text knows.
    pub(super) fn read(font: &FontRef<'_>, simple: FxHashSet<u16>) -> Option<Self> {
        let mut rules = Self {
            simple,
            blocked: FxHashSet::default(),
            ligatures: FxHashMap::default(),
            pair_lookups: Vec::new(),
            languages: Vec::new(),
        };
        rules.substitutions(font)?;
        // Rules may change what replaced glyphs, too.
        let ligatures = rules.ligatures.values().flatten().map(|(_, glyph)| *glyph);
        rules.simple.extend(ligatures.collect::<Vec<_>>());
        rules.ligatures.clear();
        rules.substitutions(font)?;
        rules.positions(font)?;
        Some(rules)
    }

    /// `None` if the font replaces glyphs in a way that simple text does not know.
    fn substitutions(&mut self, font: &FontRef<'_>) -> Option<()> {
        let Ok(gsub) = font.gsub() else { return Some(()) };
        let [latin, other] =
            self.lookups(&gsub.script_list().ok()?, &gsub.feature_list().ok()?).ok()?;
        let list = gsub.lookup_list().ok()?;
        let mut all: Vec<u16> = latin.into_iter().chain(other).collect();
        all.sort_unstable();
        all.dedup();
        for index in all {
            let lookup = list.lookups().get(usize::from(index)).ok()?;
            looks_at_all(lookup.lookup_flag()).then_some(())?;
            match lookup.subtables().ok()? {
                SubstitutionSubtables::Single(tables) => {
                    self.block_each(tables.iter().map(|table| match table? {
                        SingleSubst::Format1(table) => table.coverage(),
                        SingleSubst::Format2(table) => table.coverage(),
                    }))?;
                }
                SubstitutionSubtables::Multiple(tables) => {
                    self.block_each(tables.iter().map(|table| table?.coverage()))?;
                }
                SubstitutionSubtables::Alternate(tables) => {
                    self.block_each(tables.iter().map(|table| table?.coverage()))?;
                }
                SubstitutionSubtables::Reverse(tables) => {
                    self.block_each(tables.iter().map(|table| table?.coverage()))?;
                }
                SubstitutionSubtables::Ligature(tables) => {
                    let known = self.parts_of_ligatures();
                    let before = std::mem::take(&mut self.ligatures);
                    for table in tables.iter() {
                        let table = table.ok()?;
                        let sets = table.ligature_sets();
                        for (first, set) in table.coverage().ok()?.iter().zip(sets.iter()) {
                            for ligature in set.ok()?.ligatures().iter() {
                                let ligature = ligature.ok()?;
                                let behind = ligature.component_glyph_ids().iter();
                                let behind = behind.map(|part| part.get().to_u16()).collect();
                                let glyph = ligature.ligature_glyph().to_u16();
                                self.join(first.to_u16(), behind, glyph);
                            }
                        }
                    }
                    // The ligatures of a lookup are looked for when those of the one before are in place.
                    if !self.parts_of_ligatures().is_disjoint(&known) {
                        return None;
                    }
                    self.ligatures.extend(before);
                }
                SubstitutionSubtables::Contextual(tables) => {
                    for table in tables.iter() {
                        self.context(&table.ok()?).ok()?;
                    }
                }
                SubstitutionSubtables::ChainContextual(tables) => {
                    for table in tables.iter() {
                        self.chained_context(&table.ok()?).ok()?;
                    }
                }
                SubstitutionSubtables::EmptyExtension => {}
            }
        }
        Some(())
    }

    /// `None` if the font positions glyphs in a way that simple text does not know.
    fn positions(&mut self, font: &FontRef<'_>) -> Option<()> {
        let Ok(gpos) = font.gpos() else { return Some(()) };
        let (scripts, features) = (gpos.script_list().ok()?, gpos.feature_list().ok()?);
        let [latin, other] = self.lookups(&scripts, &features).ok()?;
        let list = gpos.lookup_list().ok()?;
        let mut pairs = [Vec::new(), Vec::new()];
        for (lookups, pairs) in [latin, other].iter().zip(&mut pairs) {
            for index in lookups {
                let lookup = list.lookups().get(usize::from(*index)).ok()?;
                looks_at_all(lookup.lookup_flag()).then_some(())?;
                match lookup.subtables().ok()? {
                    PositionSubtables::Pair(tables) => {
                        for table in tables.iter() {
                            let table = table.ok()?;
                            let is_known = table.value_format2().is_empty()
                                && ValueFormat::X_ADVANCE.contains(table.value_format1());
                            is_known.then_some(())?;
                        }
                        pairs.push(*index);
                    }
                    PositionSubtables::Single(tables) => {
                        self.block_each(tables.iter().map(|table| match table? {
                            SinglePos::Format1(table) => table.coverage(),
                            SinglePos::Format2(table) => table.coverage(),
                        }))?;
                    }
                    PositionSubtables::Cursive(tables) => {
                        self.block_each(tables.iter().map(|table| table?.coverage()))?;
                    }
                    PositionSubtables::MarkToBase(tables) => {
                        self.block_each(tables.iter().map(|table| table?.mark_coverage()))?;
                    }
                    PositionSubtables::MarkToLig(tables) => {
                        self.block_each(tables.iter().map(|table| table?.mark_coverage()))?;
                    }
                    PositionSubtables::MarkToMark(tables) => {
                        self.block_each(tables.iter().map(|table| table?.mark1_coverage()))?;
                    }
                    PositionSubtables::Contextual(tables) => {
                        for table in tables.iter() {
                            self.context(&table.ok()?).ok()?;
                        }
                    }
                    PositionSubtables::ChainContextual(tables) => {
                        for table in tables.iter() {
                            self.chained_context(&table.ok()?).ok()?;
                        }
                    }
                    PositionSubtables::EmptyExtension => {}
                }
            }
        }
        let [latin, other] = pairs;
        // A run without letters is set by the rules of no script.
        (latin == other).then(|| self.pair_lookups = latin)
    }

    /// The lookups of text in Latin letters and of text without letters, each in order.
    fn lookups(
        &mut self,
        scripts: &ScriptList<'_>,
        features: &FeatureList<'_>,
    ) -> Result<[Vec<u16>; 2], ReadError> {
        let mut all = [Vec::new(), Vec::new()];
        for (tag, lookups) in SCRIPTS.iter().zip(&mut all) {
            let mut records = scripts.script_records().iter();
            // A script that the font does not know has the rules of no script.
            let record =
                records.find(|record| record.script_tag() == Tag::new(tag)).or_else(|| {
                    let mut records = scripts.script_records().iter();
                    records.find(|record| record.script_tag() == Tag::new(SCRIPTS[1]))
                });
            let Some(record) = record else { continue };
            let script = record.script(scripts.offset_data())?;
            self.languages
                .extend(script.lang_sys_records().iter().map(LangSysRecord::lang_sys_tag));
            let Some(system) = script.default_lang_sys() else { continue };
            *lookups = lookups_of(&system?, features)?;
        }
        Ok(all)
    }

    fn is_simple(&self, coverage: &CoverageTable<'_>) -> bool {
        coverage.iter().any(|glyph| self.simple.contains(&glyph.to_u16()))
    }

    /// `None` if one of them cannot be read.
    fn block_each<'t>(
        &mut self,
        coverages: impl Iterator<Item = Result<CoverageTable<'t>, ReadError>>,
    ) -> Option<()> {
        for coverage in coverages {
            self.block(&coverage.ok()?);
        }
        Some(())
    }

    fn block(&mut self, coverage: &CoverageTable<'_>) {
        let glyphs = coverage.iter().map(GlyphId16::to_u16);
        self.blocked.extend(glyphs.filter(|glyph| self.simple.contains(glyph)));
    }

    /// All glyphs that are in a ligature, or are one.
    fn parts_of_ligatures(&self) -> FxHashSet<u16> {
        let all = self.ligatures.iter();
        let parts = all.flat_map(|(first, all)| {
            let behind = all.iter().flat_map(|(behind, glyph)| behind.iter().chain([glyph]));
            [first].into_iter().chain(behind)
        });
        parts.copied().collect()
    }

    fn join(&mut self, first: u16, behind: Vec<u16>, glyph: u16) {
        if [first].iter().chain(&behind).all(|part| self.simple.contains(part)) {
            self.ligatures.entry(first).or_default().push((behind, glyph));
        }
    }

    fn context(&mut self, context: &SequenceContext<'_>) -> Result<(), ReadError> {
        match context {
            SequenceContext::Format1(table) => self.block(&table.coverage()?),
            SequenceContext::Format2(table) => self.block(&table.coverage()?),
            SequenceContext::Format3(table) => {
                let all: Vec<_> = table.coverages().iter().collect::<Result<_, _>>()?;
                if all.iter().all(|coverage| self.is_simple(coverage))
                    && let Some(first) = all.first()
                {
                    self.block(first);
                }
            }
        }
        Ok(())
    }

    fn chained_context(&mut self, context: &ChainedSequenceContext<'_>) -> Result<(), ReadError> {
        match context {
            ChainedSequenceContext::Format1(table) => self.block(&table.coverage()?),
            ChainedSequenceContext::Format2(table) => self.block(&table.coverage()?),
            ChainedSequenceContext::Format3(table) => {
                let parts = [
                    table.input_coverages(),
                    table.backtrack_coverages(),
                    table.lookahead_coverages(),
                ];
                let all = parts.iter().flat_map(ArrayOfOffsets::iter);
                let all: Vec<_> = all.collect::<Result<_, _>>()?;
                // A rule for surroundings that simple text does not have never applies.
                if all.iter().all(|coverage| self.is_simple(coverage))
                    && let Some(first) = all.first()
                {
                    self.block(first);
                }
            }
        }
        Ok(())
    }
}

/// Whether a rule looks at each glyph of simple text, and passes none over on its way to the next one.
fn looks_at_all(flag: LookupFlag) -> bool {
    !flag.contains(LookupFlag::IGNORE_BASE_GLYPHS) && !flag.contains(LookupFlag::IGNORE_LIGATURES)
}

/// The lookups of the features that always apply, in the order in which they apply.
fn lookups_of(system: &LangSys<'_>, features: &FeatureList<'_>) -> Result<Vec<u16>, ReadError> {
    let mut lookups = Vec::new();
    let indices = system.feature_indices().iter().map(BigEndian::get);
    let required = Some(system.required_feature_index()).filter(|index| *index != u16::MAX);
    let is_on = |tag: Tag| FEATURES.iter().chain([&RCLT]).any(|known| Tag::new(known) == tag);
    for index in indices.chain(required) {
        let Some(record) = features.feature_records().get(usize::from(index)) else { continue };
        if required == Some(index) || is_on(record.feature_tag()) {
            let feature = record.feature(features.offset_data())?;
            lookups.extend(feature.lookup_list_indices().iter().map(BigEndian::get));
        }
    }
    lookups.sort_unstable();
    lookups.dedup();
    Ok(lookups)
}
