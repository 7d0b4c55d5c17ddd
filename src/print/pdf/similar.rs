use std::borrow::Cow;
use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use super::content::PageItems;
use super::faces::{Faces, FontCache, UsedFace};
use super::file::{Own, Rest};
use super::form::{Details, OwnBox, parts_of};
use super::page_bodies::{self, Body};
use super::page_streams::{Known, PackedPage};
use super::write::File;
use super::{PdfError, validate};
use crate::base::facts::KnownDetails;
use crate::base::unit::{Pt, Timestamp};
use crate::print::frame::{
    Field, FieldBox, FieldId, FieldKind, Frames, Item, Likeness, Mark, Numbering, Page, Pages,
};

/// Files that were written before. The packets of a roster differ in little more than what names the candidate: a file with the same structure, on
/// the same pages, is the file before with other headers, marks, and fields of its own.
pub(super) struct Similar(Mutex<VecDeque<Before>>);

/// A file that was written before.
#[derive(Clone)]
enum Before {
    /// Once: it is not known yet what its pages have in common with those of others.
    Once(Arc<Frames>),
    Model(Arc<Model>),
}

/// How many files are known at most. The packets of a panel have one for each interviewer, or one for each of their documents.
const MAX_KNOWN: usize = 24;
/// How many pages they have together at most. The frames of a page take some twenty kilobytes, unless others share them.
const MAX_PAGES: usize = 1000;

/// What a file has in common with others.
pub(super) struct Model {
    frames: Frames,
    /// The file without what is its own.
    file: File,
    rest: Rest,
    pages: Vec<ModelPage>,
    /// What all files use of their fonts, and what is used of them on pages with the same body.
    used: Vec<Option<UsedFace>>,
    used_in_bodies: Vec<Option<UsedFace>>,
    /// The fields that are its own, in their order.
    fields: Vec<ModelField>,
    /// The parts of what all other fields are called, which is the same in files that are like it.
    labels: HashSet<String>,
}

/// A page of it.
struct ModelPage {
    /// What is on it beside its header and its marks, if other files have the same.
    body: Option<Arc<Body>>,
    has_digests: bool,
}

/// A field of its own.
#[derive(Clone)]
struct ModelField {
    field: Field,
    appearance: Vec<Item>,
}

/// A file that was just written.
pub(super) struct Written<'p> {
    pub(super) pages: &'p Pages,
    pub(super) faces: &'p Faces<'p>,
    pub(super) file: File,
    pub(super) rest: Rest,
    /// Of each page, whether it has digests.
    pub(super) has_digests: Vec<bool>,
}

/// What was made for other files, and can be used again.
type Kept<'w> = (&'w FontCache, Known<'w>);

/// What is shown a file that was just written.
pub(super) type See<'s> = dyn Fn(Written<'_>) + 's;

impl Before {
    fn frames(&self) -> &Frames {
        match self {
            Self::Once(frames) => frames,
            Self::Model(model) => &model.frames,
        }
    }
}

impl Similar {
    pub(super) fn new() -> Self {
        Self(Mutex::default())
    }

    /// Writes a file as one before, if there is one that it is like. Otherwise `write` writes it, and hands what it wrote to the function that it
    /// is given.
    pub(super) fn write(
        &self,
        kept: Kept<'_>,
        frames: Frames,
        created: Option<Timestamp>,
        write: impl FnOnce(Frames, Option<&See<'_>>) -> Result<Vec<u8>, PdfError>,
    ) -> Result<Vec<u8>, PdfError> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut once = None;
        for it in &known {
            match it {
                Before::Model(model) => {
                    if let Some(likeness) = model.frames.likeness(&frames)
                        && let Some(bytes) = model.write(kept, &frames, &likeness, created)?
                    {
                        return Ok(bytes);
                    }
                }
                Before::Once(before) if once.is_none() => {
                    let likeness = before.likeness(&frames);
                    once = likeness.map(|likeness| (Arc::clone(before), likeness.same));
                }
                Before::Once(_) => {}
            }
        }
        let own = frames.clone();
        let Some((before, same)) = once else {
            self.keep(Before::Once(Arc::new(own)));
            return write(frames, None);
        };
        let see = |written: Written<'_>| {
            // A fault would have been one of the file as well, which is written by now.
            let model = Model::new(kept, own.clone(), &same, written).ok().flatten();
            self.forget(&before);
            if let Some(model) = model {
                self.keep(Before::Model(Arc::new(model)));
            }
        };
        write(frames, Some(&see))
    }

    /// Keeps a file, and forgets others that were kept long ago if it is too much.
    fn keep(&self, new: Before) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.push_front(new);
        let pages = |known: &VecDeque<Before>| -> usize {
            known.iter().map(|it| it.frames().pages.len()).sum()
        };
        while known.len() > 1 && (known.len() > MAX_KNOWN || pages(&known) > MAX_PAGES) {
            known.pop_back();
        }
    }

    /// Forgets a file that was seen once.
    fn forget(&self, once: &Arc<Frames>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|it| !matches!(it, Before::Once(it) if Arc::ptr_eq(it, once)));
    }
}

impl Model {
    /// What a file has in common with one whose pages have the same bodies where `same` says so. `None` if that is not certain.
    fn new(
        kept: Kept<'_>,
        frames: Frames,
        same: &[bool],
        Written { pages, faces, file, rest, has_digests }: Written<'_>,
    ) -> Result<Option<Self>, PdfError> {
        let (mut numbering, all) = frames.clone().numbering();
        let is_own = |field: FieldId| rest.fields.iter().any(|own| own.id() == field);
        if !rest.tells_last() || !faces.are_in_order_of_font() {
            return Ok(None);
        }
        let mut apart = frames.clone().numbering().0;
        let mut in_bodies = Faces::new(kept.0);
        let mut bodies = Vec::with_capacity(all.len());
        let mut fields: Vec<Option<ModelField>> = vec![None; rest.fields.len()];
        for ((frame, is_same), has_digests) in all.iter().zip(same).zip(has_digests) {
            let page = numbering.page(frame);
            for item in &page.items {
                let Mark::Widget(widget) = &item.mark else { continue };
                let own = rest.fields.iter().position(|own| own.id() == widget.field);
                if let Some(own) = own {
                    let field = pages.fields[widget.field.0].clone();
                    fields[own] = Some(ModelField { field, appearance: widget.appearance.clone() });
                }
            }
            let items = PageItems::of(&page);
            // Its header and its marks must be found without the rest.
            if apart.apart(frame).items.len() != items.header.len() + items.marks.len() {
                return Ok(None);
            }
            let body = if *is_same {
                let shown = items.body.iter().flat_map(|item| match &item.mark {
                    Mark::Widget(widget) if is_own(widget.field) => {
                        std::slice::from_ref(*item).iter().chain(&[])
                    }
                    _ => std::slice::from_ref(*item).iter().chain(item.appearance()),
                });
                let mut here = Faces::new(kept.0);
                here.see(shown, &pages.faces)?;
                if !in_bodies.add(&here) {
                    return Ok(None);
                }
                let look = (pages.size.height, faces);
                let known = (kept.1.bodies, kept.1.compressed);
                Some(page_bodies::body(&items.body, look, has_digests, known)?)
            } else {
                None
            };
            bodies.push(ModelPage { body, has_digests });
        }
        if !pages.fields.is_empty() {
            in_bodies.see_form(pages.form_face, &pages.faces)?;
        }
        let Some(fields) = fields.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
        let others = pages.fields.iter().enumerate().filter(|(index, _)| !is_own(FieldId(*index)));
        let labels = others.flat_map(|(_, field)| parts_of(&field.label).map(str::to_owned));
        Ok(Some(Self {
            labels: labels.collect(),
            frames,
            file,
            rest,
            pages: bodies,
            used: faces.used().to_vec(),
            used_in_bodies: in_bodies.used().to_vec(),
            fields,
        }))
    }

    /// Writes a file that is like this one. `None` if it has to be written by itself.
    fn write(
        &self,
        kept: Kept<'_>,
        frames: &Frames,
        Likeness { same, boxes }: &Likeness<'_>,
        created: Option<Timestamp>,
    ) -> Result<Option<Vec<u8>>, PdfError> {
        if self.pages.iter().zip(same).any(|(page, is_same)| page.body.is_some() && !is_same) {
            return Ok(None);
        }
        let (mut numbering, all) = frames.clone().numbering();
        let pages = self.pages.iter().zip(&all).map(|(page, frame)| match page.body {
            Some(_) => numbering.apart(frame),
            None => numbering.page(frame),
        });
        let mut pages: Vec<Page> = pages.collect();
        let Some(fields) = self.fields(boxes, &mut numbering) else { return Ok(None) };
        let shown = fields.iter().flat_map(|field| &field.appearance).cloned();
        pages.push(Page { items: shown.collect() });
        let known = numbering.finish();
        if known.faces.len() != self.frames.faces.len() {
            return Ok(None);
        }
        validate::items(&pages, &known)?;
        let mut own = Faces::new(kept.0);
        let items = pages.iter().flat_map(|page| &page.items);
        own.see(items.flat_map(Item::with_appearance), &known.faces)?;
        let mut faces = Faces::of(kept.0, self.used_in_bodies.clone());
        if !faces.add(&own) || !faces.embed_same(&self.used) {
            return Ok(None);
        }
        let look = (known.size.height, &faces);
        let mut header = None;
        let packed = pages.iter().zip(&self.pages).map(|(page, model)| {
            let items = PageItems::of(page);
            let body = model.body_of(&items, look, kept.1)?;
            Ok(PackedPage::around(&body, &items, look, &mut header))
        });
        let packed = packed.collect::<Result<Vec<_>, PdfError>>()?;
        if !self.rest.has_room_for(&packed) {
            return Ok(None);
        }
        let boxes =
            fields.iter().map(|ModelField { field, appearance }| OwnBox { field, appearance });
        let own = Own { pages: &known, faces: &faces, packed, boxes: boxes.collect() };
        self.rest.write(Cow::Borrowed(&self.file), own, created).map(Some)
    }

    /// The fields that are a file's own, where these boxes are not the same. `None` if others would be its own as well, or some would not.
    fn fields(
        &self,
        boxes: &[(String, &FieldBox)],
        numbering: &mut Numbering,
    ) -> Option<Vec<ModelField>> {
        let mut fields = self.fields.clone();
        for (name, place) in boxes {
            let own = fields.iter_mut().find(|own| own.field.name == *name)?;
            own.field = Field { name: name.clone(), ..(*place.field).clone() };
            own.appearance = numbering.appearance(&place.appearance);
        }
        let known: Vec<&KnownDetails> = fields
            .iter()
            .filter_map(|own| match &own.field.kind {
                FieldKind::Identity { details, .. } => Some(details),
                _ => None,
            })
            .collect();
        let details = Details::new(known.into_iter());
        let is_own = |field: &Field| {
            matches!(field.kind, FieldKind::Identity { .. }) || details.names_part_of(&field.label)
        };
        let names_others = details.iter().any(|detail| self.labels.contains(detail));
        (!names_others && fields.iter().all(|own| is_own(&own.field))).then_some(fields)
    }
}

impl ModelPage {
    /// The body of a page of a file that is like the one that this is of.
    fn body_of(
        &self,
        items: &PageItems<'_>,
        look: (Pt, &Faces<'_>),
        Known { bodies, compressed }: Known<'_>,
    ) -> Result<Arc<Body>, PdfError> {
        let known = (bodies, compressed);
        let own = || page_bodies::body(&items.body, look, self.has_digests, known);
        self.body.clone().map_or_else(own, Ok)
    }
}
