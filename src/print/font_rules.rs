use rustc_hash::{FxHashMap, FxHashSet};
use skrifa::Tag;
use skrifa::raw::tables::gpos::{PairPos, PositionSubtables, SinglePos, ValueFormat};
use skrifa::raw::tables::gsub::{SingleSubst, SubstitutionSubtables};
use skrifa::raw::tables::layout::{
    ChainedSequenceContext, ChainedSequenceContextFormat2, ClassDef, CoverageTable, FeatureList,
    LangSys, LookupFlag, ScriptList, SequenceContext,
};
use skrifa::raw::types::{BigEndian, GlyphId16};
use skrifa::raw::{ArrayOfOffsets, FontRef, ReadError, TableProvider};

/// The features that a shaper applies to every text (OpenType, “Features implemented in CFF and TrueType fonts by default”).
const FEATURES: [&[u8; 4]; 17] = [
    b"rvrn", b"ltra", b"ltrm", b"rand", b"abvm", b"blwm", b"ccmp", b"locl", b"mark", b"mkmk",
    b"rlig", b"calt", b"clig", b"curs", b"dist", b"kern", b"liga",
];
const RCLT: &[u8; 4] = b"rclt";

/// The script whose rules hold for simple text. The shaper takes text without letters for Latin, too.
const SCRIPT: &[u8; 4] = b"latn";

/// What replaces simple glyphs in a row, by the first of them: those behind it, and the glyph.
pub(super) type Ligatures = FxHashMap<u16, Vec<(Vec<u16>, u16)>>;

/// What the rules of a font do to the glyphs of simple text.
pub(super) struct FontRules {
    /// The glyphs of simple text.
    simple: FxHashSet<u16>,
    /// Those among them that rules change, or may change in some surroundings.
    pub(super) blocked: FxHashSet<u16>,
    /// The lookups that replace simple glyphs in a row, in order: one looks at what the one before left.
    pub(super) ligatures: Vec<Ligatures>,
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
            ligatures: Vec::new(),
            pair_lookups: Vec::new(),
            languages: Vec::new(),
        };
        rules.substitutions(font)?;
        rules.positions(font)?;
        Some(rules)
    }

    /// `None` if the font replaces glyphs in a way that simple text does not know.
    fn substitutions(&mut self, font: &FontRef<'_>) -> Option<()> {
        let Ok(gsub) = font.gsub() else { return Some(()) };
        let lookups = self.lookups(&gsub.script_list().ok()?, &gsub.feature_list().ok()?).ok()?;
        let list = gsub.lookup_list().ok()?;
        for index in lookups {
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
                    let mut ligatures = Ligatures::default();
                    for table in tables.iter() {
                        let table = table.ok()?;
                        let sets = table.ligature_sets();
                        for (first, set) in table.coverage().ok()?.iter().zip(sets.iter()) {
                            for ligature in set.ok()?.ligatures().iter() {
                                let ligature = ligature.ok()?;
                                let (first, behind) =
                                    (first.to_u16(), ligature.component_glyph_ids());
                                let behind: Vec<_> =
                                    behind.iter().map(|part| part.get().to_u16()).collect();
                                let mut parts = [first].into_iter().chain(behind.iter().copied());
                                if parts.all(|part| self.simple.contains(&part)) {
                                    let glyph = ligature.ligature_glyph().to_u16();
                                    ligatures.entry(first).or_default().push((behind, glyph));
                                }
                            }
                        }
                    }
                    // The lookups behind this one may change what replaced glyphs.
                    let glyphs = ligatures.values().flatten().map(|(_, glyph)| *glyph);
                    self.simple.extend(glyphs);
                    if !ligatures.is_empty() {
                        self.ligatures.push(ligatures);
                    }
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
        let list = gpos.lookup_list().ok()?;
        for index in self.lookups(&scripts, &features).ok()? {
            let lookup = list.lookups().get(usize::from(index)).ok()?;
            let flag = lookup.lookup_flag();
            match lookup.subtables().ok()? {
                PositionSubtables::Pair(tables) => {
                    looks_at_all(flag).then_some(())?;
                    let mut has_simple = false;
                    for table in tables.iter() {
                        let table = table.ok()?;
                        let coverage = match &table {
                            PairPos::Format1(table) => table.coverage(),
                            PairPos::Format2(table) => table.coverage(),
                        };
                        if self.is_simple(&coverage.ok()?) {
                            has_simple = true;
                            let is_known = table.value_format2().is_empty()
                                && ValueFormat::X_ADVANCE.contains(table.value_format1());
                            is_known.then_some(())?;
                        }
                    }
                    if has_simple {
                        self.pair_lookups.push(index);
                    }
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
                    looks_at_all(flag).then_some(())?;
                    for table in tables.iter() {
                        self.context(&table.ok()?).ok()?;
                    }
                }
                PositionSubtables::ChainContextual(tables) => {
                    looks_at_all(flag).then_some(())?;
                    for table in tables.iter() {
                        self.chained_context(&table.ok()?).ok()?;
                    }
                }
                PositionSubtables::EmptyExtension => {}
            }
        }
        Some(())
    }

    /// The lookups of simple text, in order. Languages that have others are noted.
    fn lookups(
        &mut self,
        scripts: &ScriptList<'_>,
        features: &FeatureList<'_>,
    ) -> Result<Vec<u16>, ReadError> {
        let Some(selected) = scripts.select(&[Tag::new(SCRIPT)]) else { return Ok(Vec::new()) };
        let script = scripts.get(selected.index)?;
        let lookups = match script.default_lang_sys() {
            Some(system) => lookups_of(&system?, features)?,
            None => Vec::new(),
        };
        for record in script.lang_sys_records() {
            if lookups_of(&record.lang_sys(script.offset_data())?, features)? != lookups {
                self.languages.push(record.lang_sys_tag());
            }
        }
        Ok(lookups)
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
            ChainedSequenceContext::Format2(table) => self.chained_classes(table)?,
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

    fn chained_classes(
        &mut self,
        table: &ChainedSequenceContextFormat2<'_>,
    ) -> Result<(), ReadError> {
        let (first, coverage) = (table.input_class_def()?, table.coverage()?);
        if !self.is_simple(&coverage) {
            return Ok(());
        }
        let input = self.classes(&first);
        let before = self.classes(&table.backtrack_class_def()?);
        let behind = self.classes(&table.lookahead_class_def()?);
        let has = |classes: &FxHashSet<u16>, sequence: &[BigEndian<u16>]| {
            sequence.iter().all(|class| classes.contains(&class.get()))
        };
        // A rule for surroundings that simple text does not have never applies.
        let mut applies = FxHashSet::default();
        for (class, rules) in (0..).zip(table.chained_class_seq_rule_sets().iter()) {
            let Some(rules) = rules else { continue };
            for rule in rules?.chained_class_seq_rules().iter() {
                let rule = rule?;
                if has(&input, rule.input_sequence())
                    && has(&before, rule.backtrack_sequence())
                    && has(&behind, rule.lookahead_sequence())
                {
                    applies.insert(class);
                }
            }
        }
        let blocked = coverage.iter().filter(|glyph| applies.contains(&first.get(*glyph)));
        let blocked = blocked.map(GlyphId16::to_u16);
        self.blocked.extend(blocked.filter(|glyph| self.simple.contains(glyph)));
        Ok(())
    }

    /// The classes that simple glyphs are in.
    fn classes(&self, definition: &ClassDef<'_>) -> FxHashSet<u16> {
        self.simple.iter().map(|glyph| definition.get(GlyphId16::new(*glyph))).collect()
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
