use std::sync::Arc;

use super::PdfError;
use super::content;
use super::faces::Faces;
use super::glyph_table::GlyphTable;
use super::objects::Data;
use super::write::{Compressed, packed};
use crate::base::hash::Begun;
use crate::base::memo::Memo;
use crate::base::threads;
use crate::base::unit::Pt;
use crate::print::frame::{Artifact, GlyphRun, Ink, Item, Mark, Owner};

/// The bodies of pages that were packed before. The kits of many candidates have the same pages, and what is the same in them was laid out
/// once: such bodies are known by the runs of glyphs that they share, without painting them.
pub(super) type Bodies = Memo<BodyKey, Arc<Body>>;

/// The body of a page as the file has it.
pub(super) struct Body {
    pub(super) stream: Data,
    /// The beginnings of the page's digests, if they were asked for.
    pub(super) digests: Option<BodyDigests>,
    /// While these are kept, nothing else can be at their addresses, which keys compare.
    _runs: Vec<Arc<GlyphRun>>,
    _fonts: Vec<Arc<GlyphTable>>,
}

/// The beginnings of digests of a page. The rest of the page comes after them.
pub(super) struct BodyDigests {
    /// Of what is drawn.
    pub(super) drawn: Begun,
    /// Of the words.
    pub(super) words: Begun,
}

/// All that decides how a body is painted, in numbers.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct BodyKey(Vec<u32>);

/// The body of a page of this height, packed. It may be empty.
pub(super) fn body(
    items: &[&Item],
    (height, faces): (Pt, &Faces<'_>),
    has_digests: bool,
    (bodies, compressed): (&Bodies, &Compressed),
) -> Result<Arc<Body>, PdfError> {
    // No file is written beside this one that could have the same page.
    let key =
        if threads::are_busy() { BodyKey::of(items, (height, faces), has_digests) } else { None };
    if let Some(known) = key.as_ref().and_then(|key| bodies.get(key)) {
        return Ok(known);
    }
    let painted = content::paint(items, height, faces);
    let digests = has_digests.then(|| BodyDigests {
        drawn: drawn(Begun::default(), &painted.operators),
        words: Begun::default().and_words(&painted.words),
    });
    let runs = items.iter().filter_map(|item| match &item.mark {
        Mark::Text(text) => Some(Arc::clone(&text.run)),
        _ => None,
    });
    let body = Arc::new(Body {
        stream: packed(painted.operators, compressed)?,
        digests,
        _runs: runs.collect(),
        _fonts: faces.seen().map(|(_, face)| Arc::clone(face.table())).collect(),
    });
    if let Some(key) = key {
        let weight = body.stream.bytes().len() + key.0.len() * 4 + items.len() * 8;
        bodies.insert(&key, Arc::clone(&body), weight);
    }
    Ok(body)
}

/// The digest of what is drawn, with one more content stream. An empty one is left out.
pub(super) fn drawn(begun: Begun, operators: &[u8]) -> Begun {
    if operators.is_empty() { begun } else { begun.and(operators).and(b"\n") }
}

impl BodyKey {
    /// `None` for a body that is not worth keeping, because no other page has the like.
    fn of(items: &[&Item], (height, faces): (Pt, &Faces<'_>), has_digests: bool) -> Option<Self> {
        let mut key = Self(Vec::with_capacity(items.len() * 8 + 8));
        key.0.push(u32::from(has_digests));
        key.lengths([height]);
        for (index, face) in faces.seen() {
            key.0.push(u32::try_from(index).ok()?);
            key.address(face.table());
            face.add_to_key(&mut key.0);
        }
        let mut before = None;
        for item in items {
            key.owner(item.owner, before);
            // Lines and boxes are painted before all others, so they do not come between these.
            if item.owner != Owner::Artifact(Artifact::Layout) {
                before = Some(item.owner);
            }
            key.lengths([item.at.x, item.at.y]);
            key.mark(&item.mark)?;
        }
        Some(key)
    }

    /// Which element an item belongs to is the structure's. Here it only counts whether it is the same as before.
    fn owner(&mut self, owner: Owner, before: Option<Owner>) {
        self.0.push(match owner {
            Owner::Element(_) => u32::from(Some(owner) == before),
            Owner::Artifact(Artifact::Header) => 2,
            Owner::Artifact(Artifact::Footer) => 3,
            Owner::Artifact(Artifact::Pagination) => 4,
            Owner::Artifact(Artifact::Layout) => 5,
            Owner::Artifact(Artifact::DocumentMark) => 6,
            Owner::Artifact(Artifact::PageMark) => 7,
        });
    }

    fn mark(&mut self, mark: &Mark) -> Option<()> {
        match mark {
            Mark::Text(text) => {
                self.0.extend([10, u32::try_from(text.face.0).ok()?]);
                self.lengths([text.size]);
                self.ink(text.ink);
                self.address(&text.run);
            }
            Mark::Line { length, width, ink } => {
                self.0.push(11);
                self.lengths([*length, *width]);
                self.ink(*ink);
            }
            Mark::Frame { size, width } => {
                self.0.push(12);
                self.lengths([size.width, size.height, *width]);
            }
            Mark::Stroke { by, width } => {
                self.0.push(13);
                self.lengths([by.x, by.y, *width]);
            }
            Mark::Fill { size, ink } => {
                self.0.push(14);
                self.lengths([size.width, size.height]);
                self.ink(*ink);
            }
            Mark::Logo(size) => {
                self.0.push(15);
                self.lengths([size.width, size.height]);
            }
            Mark::Picture(picture) => {
                self.0.push(17);
                self.lengths([picture.size.width, picture.size.height]);
                let digest = picture.image.digest().as_chunks::<4>().0;
                self.0.extend(digest.iter().copied().map(u32::from_be_bytes));
            }
            // They are not painted, but they separate what is painted before them from what is painted after them.
            Mark::Widget(_) | Mark::Link(_) => self.0.push(16),
            Mark::Grid(_) => return None,
        }
        Some(())
    }

    fn lengths<const N: usize>(&mut self, lengths: [Pt; N]) {
        self.0.extend(lengths.map(|Pt(length)| length.to_bits()));
    }

    fn ink(&mut self, ink: Ink) {
        match ink {
            Ink::Gray(lightness) => self.0.extend([20, lightness.to_bits()]),
            Ink::Rgb(color) => {
                self.0.extend([21, u32::from_be_bytes([0, color.red, color.green, color.blue])]);
            }
        }
    }

    fn address<T>(&mut self, shared: &Arc<T>) {
        let address = Arc::as_ptr(shared).addr() as u64;
        self.0.extend(
            address.to_be_bytes().as_chunks::<4>().0.iter().copied().map(u32::from_be_bytes),
        );
    }
}
