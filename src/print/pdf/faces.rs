use std::collections::BTreeMap;
use std::sync::Arc;

use skrifa::{FontRef, MetadataProvider};

use super::PdfError;
use super::cut::Cut;
use super::form::TYPEABLE;
use crate::base::memo::Memo;
use crate::print::frame::{Face, FaceId, Mark, Pages};

/// The fonts of a file, each cut down to the glyphs that the file uses.
pub(super) struct Faces {
    embedded: Vec<Option<Embedded>>,
}

/// A font as it is embedded.
pub(super) struct Embedded {
    /// The name under which pages ask for it.
    pub(super) resource: String,
    /// The font, cut down.
    pub(super) cut: Arc<Cut>,
}

/// What is known of fonts from the files that were written before.
pub(super) struct Known {
    charts: Memo<(usize, u32), Arc<Chart>>,
    cuts: Memo<Wanted, Arc<Cut>>,
}

/// What a cut-down font is made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Wanted {
    /// Where the font's file is kept, which stays there for as long as its chart is known.
    file: (usize, u32),
    name: String,
    glyphs: Vec<u16>,
    /// What glyphs say that the font's own table does not know.
    contexts: Vec<(u16, String)>,
    is_typed: bool,
}

/// What the glyphs of a font say.
pub(super) struct Chart {
    /// Keeps the file where it is.
    pub(super) face: Face,
    /// The character that each glyph says, wherever it stands.
    pub(super) said: Vec<Option<char>>,
    /// Each character that can be typed into a form field, with its glyph.
    pub(super) typeable: BTreeMap<char, u16>,
}

/// The glyphs of a font that a file uses.
#[derive(Default)]
struct Used {
    /// A bit for each glyph.
    glyphs: Vec<u64>,
    contexts: BTreeMap<u16, String>,
}

impl Known {
    pub(super) fn new() -> Self {
        // A cut-down font is some fifty kilobytes: kits of many scripts side by side need some dozens.
        Self { charts: Memo::new(64), cuts: Memo::new(8 * 1024 * 1024) }
    }

    fn chart(&self, face: &Face) -> Result<Arc<Chart>, String> {
        let file = address(face);
        if let Some(chart) = self.charts.get(&file) {
            return Ok(chart);
        }
        let chart = Arc::new(Chart::new(face)?);
        self.charts.insert(file, Arc::clone(&chart), 1);
        Ok(chart)
    }

    fn cut(&self, chart: &Chart, used: Used, is_typed: bool) -> Result<Arc<Cut>, String> {
        let mut glyphs = used.glyphs;
        if is_typed {
            for glyph in chart.typeable.values() {
                mark(&mut glyphs, *glyph);
            }
        }
        let wanted = Wanted {
            file: address(&chart.face),
            name: chart.face.name.clone(),
            glyphs: (0..=u16::MAX)
                .take(glyphs.len() * 64)
                .filter(|it| is_marked(&glyphs, *it))
                .collect(),
            contexts: used.contexts.into_iter().collect(),
            is_typed,
        };
        if let Some(cut) = self.cuts.get(&wanted) {
            return Ok(cut);
        }
        let cut = Arc::new(Cut::new(chart, &wanted.glyphs, &wanted.contexts, is_typed)?);
        self.cuts.insert(wanted, Arc::clone(&cut), cut.weight());
        Ok(cut)
    }
}

impl Faces {
    /// Cuts down every font that the pages use.
    pub(super) fn new(pages: &Pages, known: &Known) -> Result<Self, PdfError> {
        let mut charts: Vec<Option<Arc<Chart>>> = vec![None; pages.faces.len()];
        let mut used: Vec<Used> = Vec::new();
        used.resize_with(pages.faces.len(), Used::default);
        let fault = |face: &Face, reason| PdfError::Font { name: face.name.clone(), reason };
        // `sound` has proved that every face exists.
        let chart = |face: FaceId| {
            let face = &pages.faces[face.0];
            known.chart(face).map_err(|reason| fault(face, reason))
        };
        let items = pages.pages.iter().flat_map(|page| &page.items);
        for item in items.flat_map(|item| std::iter::once(item).chain(item.look())) {
            let Mark::Text(text) = &item.mark else { continue };
            let id = text.face.0;
            let chart = match &mut charts[id] {
                Some(chart) => chart,
                missing => missing.insert(chart(text.face)?),
            };
            for glyph in &text.words.glyphs {
                // What was seen before has said what it says.
                if is_marked(&used[id].glyphs, glyph.id) {
                    continue;
                }
                mark(&mut used[id].glyphs, glyph.id);
                if chart.said(glyph.id).is_none() {
                    let says = text.words.text.get(glyph.says.clone()).unwrap_or_default();
                    used[id].contexts.entry(glyph.id).or_insert_with(|| says.to_owned());
                }
            }
        }
        let has_form = !pages.fields.is_empty();
        if has_form && charts[pages.form_face.0].is_none() {
            charts[pages.form_face.0] = Some(chart(pages.form_face)?);
        }
        let mut embedded = Vec::with_capacity(charts.len());
        for ((index, chart), used) in charts.into_iter().enumerate().zip(used) {
            let Some(chart) = chart else {
                embedded.push(None);
                continue;
            };
            let is_typed = has_form && index == pages.form_face.0;
            let cut = known.cut(&chart, used, is_typed);
            let cut = cut.map_err(|reason| fault(&chart.face, reason))?;
            embedded.push(Some(Embedded { resource: format!("F{index}"), cut }));
        }
        Ok(Self { embedded })
    }

    pub(super) fn get(&self, id: FaceId) -> Result<&Embedded, PdfError> {
        let unknown = || PdfError::Unsound("a font is used that was not embedded".to_owned());
        self.embedded.get(id.0).and_then(Option::as_ref).ok_or_else(unknown)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Embedded> {
        self.embedded.iter().flatten()
    }
}

impl Embedded {
    /// The number of a glyph in the cut-down font.
    pub(super) fn code(&self, glyph: u16) -> u16 {
        self.cut.code(glyph)
    }

    /// What a glyph says, wherever it stands.
    pub(super) fn says(&self, glyph: u16) -> &str {
        self.cut.says(glyph)
    }

    /// How far a glyph moves the pen, in thousandths of the font's size, as the file's own table has it.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.cut.width(glyph)
    }
}

impl Chart {
    fn new(face: &Face) -> Result<Self, String> {
        let data = (*face.data).as_ref();
        let file = FontRef::from_index(data, face.index).map_err(|error| error.to_string())?;
        let mut said: Vec<Option<char>> = Vec::new();
        let mut typeable = BTreeMap::new();
        for (code, glyph) in file.charmap().mappings() {
            let (Some(char), Ok(glyph)) = (char::from_u32(code), u16::try_from(glyph.to_u32()))
            else {
                continue;
            };
            // A glyph that serves several characters says the first of them, a letter rather than its compatibility form.
            if !is_compatibility(char) {
                let place = usize::from(glyph);
                if said.len() <= place {
                    said.resize(place + 1, None);
                }
                said[place] = Some(said[place].map_or(char, |known| known.min(char)));
            }
            if TYPEABLE.iter().any(|range| range.contains(&char)) {
                typeable.insert(char, glyph);
            }
        }
        Ok(Self { face: face.clone(), said, typeable })
    }

    pub(super) fn said(&self, glyph: u16) -> Option<char> {
        self.said.get(usize::from(glyph)).copied().flatten()
    }
}

fn address(face: &Face) -> (usize, u32) {
    ((*face.data).as_ref().as_ptr().addr(), face.index)
}

fn mark(glyphs: &mut Vec<u64>, glyph: u16) {
    let (place, bit) = (usize::from(glyph / 64), glyph % 64);
    if glyphs.len() <= place {
        glyphs.resize(place + 1, 0);
    }
    glyphs[place] |= 1 << bit;
}

fn is_marked(glyphs: &[u64], glyph: u16) -> bool {
    glyphs.get(usize::from(glyph / 64)).is_some_and(|bits| bits >> (glyph % 64) & 1 == 1)
}

/// Whether a character is but another form of one that the same glyph shows as well.
fn is_compatibility(char: char) -> bool {
    matches!(
        char,
        '\u{B5}' | '\u{E000}'..='\u{F8FF}' | '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{F0000}'..)
}
