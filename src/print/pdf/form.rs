use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::annotations::{Annotation, Kind};
use super::cut::Put;
use super::faces::Faces;
use super::objects::{Data, Dict, Id, Objects, length};
use super::{PdfError, content};
use crate::base::unit::Pt;
use crate::print::frame::{Field, FieldKind, Pages, Size, Widget};

/// What people can type into a field: Latin with accents, Greek and Cyrillic as they are written today, and the signs
/// that come with them. What the font lacks is left out.
pub(super) const TYPEABLE: [RangeInclusive<char>; 11] = [
    ' '..='~',
    '\u{A0}'..='\u{17F}',
    '\u{218}'..='\u{21B}',
    '\u{384}'..='\u{3CE}',
    '\u{400}'..='\u{45F}',
    '\u{490}'..='\u{491}',
    '\u{1E9E}'..='\u{1E9E}',
    '\u{2010}'..='\u{2015}',
    '\u{2018}'..='\u{2026}',
    '\u{20AC}'..='\u{20AC}',
    '\u{2212}'..='\u{2212}',
];

/// The name under which fields ask for their font.
const TYPED: &str = "Typed";
/// How text fields show what is typed (ISO 32000-1, 12.7.3.3). Size 0: as large as it can be to fit, so that nothing is cut off.
const ON_A_LINE: &str = "/Typed 0 Tf 0 g";
/// The same for several lines. Viewers begin at about 12 pt then, and take a smaller size for long notes. pdf-lib alone makes few
/// words so large that they leave the field: it sees the size in the middle, as it does not know that `0.` is a number. Everybody
/// else goes by the first size, or by the last.
const ON_SEVERAL_LINES: &str = "/Typed 0 Tf /Typed 11 Tf /Typed 0. Tf 0 g";

/// Writes the form (ISO 32000-1, 12.7), and hands out its root. The boxes, and the lines of single blanks, are part of the page
/// beneath the widgets. Ruled lines are what a space for notes looks like while it is empty: whoever fills it in puts words in
/// their place.
pub(super) fn write(
    pages: &Pages,
    (faces, fonts): (&Faces, &[Put]),
    annotations: &[Annotation<'_>],
    sheets: &[Id],
    objects: &mut Objects,
) -> Result<Option<Id>, PdfError> {
    if pages.fields.is_empty() {
        return Ok(None);
    }
    let face = faces.get(pages.form_face)?;
    let place = faces.iter().position(|it| std::ptr::eq(it, face)).unwrap_or_default();
    let missing = || PdfError::Assembly(format!("{} is not in the file", face.resource));
    let put = *fonts.get(place).ok_or_else(missing)?;
    let typed = face.cut.put_typed(put, objects);
    let fonts = objects.add_dict(|dict| {
        dict.refer(TYPED, typed);
        for (face, put) in faces.iter().zip(fonts) {
            dict.refer(&face.resource, put.font);
        }
    });
    let mut widgets: Vec<Vec<(&Annotation<'_>, &Widget)>> = Vec::new();
    widgets.resize_with(pages.fields.len(), Vec::new);
    for annotation in annotations {
        if let Kind::Widget(widget) = annotation.kind {
            widgets[widget.field.0].push((annotation, widget));
        }
    }
    let fields = || pages.fields.iter().zip(&widgets).filter(|(_, widgets)| !widgets.is_empty());
    let mut names = Names::new(fields().map(|(field, _)| field.name.as_str()));
    let mut form = Form { pages, sheets, faces, fonts, objects, boxes: Boxes::new() };
    for (field, widgets) in fields() {
        let id = match widgets.as_slice() {
            [(annotation, _)] if !is_choice(field) => annotation.id,
            _ => form.objects.promise(),
        };
        let name = names.place(&field.name, id, form.objects);
        form.field(field, widgets, id, &name)?;
    }
    let top = names.finish(objects);
    let root = objects.add_dict(|dict| {
        dict.refers("Fields", top);
        dict.dict("DR", |dict| {
            dict.refer("Font", fonts);
        });
        // Every field of one line inherits it.
        dict.text("DA", ON_A_LINE);
    });
    Ok(Some(root))
}

struct Form<'a> {
    pages: &'a Pages,
    sheets: &'a [Id],
    faces: &'a Faces,
    /// What may be asked for by name: the font of what is typed, and those of the pages.
    fonts: Id,
    objects: &'a mut Objects,
    boxes: Boxes,
}

/// The two looks of a box, ticked and empty, by its size in hundredths of a point. Boxes may share them, since nobody writes
/// into them; text fields may not: a program that fills in a form in place would write one person's words into all.
type Boxes = BTreeMap<i64, (Id, Id)>;

impl Form<'_> {
    /// Writes a field and its widgets.
    fn field(
        &mut self,
        field: &Field,
        widgets: &[(&Annotation<'_>, &Widget)],
        id: Id,
        name: &Name,
    ) -> Result<(), PdfError> {
        let about = |dict: &mut Dict<'_>| {
            match &field.kind {
                FieldKind::Check { checked } => {
                    dict.name("FT", "Btn").name("V", if *checked { "Yes" } else { "Off" });
                }
                FieldKind::Choice { chosen } => {
                    // Bit 16: one of several; without bit 15, so that a rating can be taken back.
                    dict.name("FT", "Btn").int("Ff", 1 << 15);
                    dict.name("V", chosen.as_deref().unwrap_or("Off"));
                }
                FieldKind::Line => {
                    dict.name("FT", "Tx");
                }
                FieldKind::Notes { text } => {
                    // Bit 13: several lines.
                    dict.name("FT", "Tx").int("Ff", 1 << 12);
                    dict.text("DA", ON_SEVERAL_LINES);
                    if !text.is_empty() {
                        dict.text("V", text);
                    }
                }
            }
            dict.text("TU", &field.label).text("T", &name.leaf);
            if let Some(parent) = name.parent {
                dict.refer("Parent", parent);
            }
        };
        if let ([(annotation, widget)], false) = (widgets, is_choice(field)) {
            let look = self.look(field, widget)?;
            let (pages, sheets) = (self.pages, self.sheets);
            self.objects.dict(id, |dict| {
                about(dict);
                draw(field, annotation, widget, look, (pages, sheets), dict);
            });
            return Ok(());
        }
        self.objects.dict(id, |dict| {
            about(dict);
            dict.refers("Kids", widgets.iter().map(|(annotation, _)| annotation.id));
        });
        for (annotation, widget) in widgets {
            let look = self.look(field, widget)?;
            let (pages, sheets) = (self.pages, self.sheets);
            self.objects.dict(annotation.id, |dict| {
                draw(field, annotation, widget, look, (pages, sheets), dict);
                dict.refer("Parent", id).text("Contents", &widget.label);
            });
        }
        Ok(())
    }

    fn look(&mut self, field: &Field, widget: &Widget) -> Result<Look, PdfError> {
        Ok(match &field.kind {
            FieldKind::Check { .. } | FieldKind::Choice { .. } => {
                let (ticked, empty) = self.tick_box(widget.size.width.min(widget.size.height));
                Look::Box { ticked, empty }
            }
            FieldKind::Line | FieldKind::Notes { .. } => Look::Text(self.text(widget)?),
        })
    }

    /// The looks of a box that is ticked, and of one that is not: the tick alone, for the box is part of the page.
    fn tick_box(&mut self, size: Pt) -> (Id, Id) {
        let Self { objects, boxes, .. } = self;
        *boxes.entry(hundredths(size)).or_insert_with(|| {
            let mut tick = b"q 0 G ".to_vec();
            let mut at = |lengths: &[f32], operator: &[u8]| {
                for share in lengths {
                    length(&mut tick, size * *share);
                    tick.push(b' ');
                }
                tick.extend_from_slice(operator);
            };
            at(&[0.14], b"w 1 J 1 j ");
            at(&[0.2, 0.5], b"m ");
            at(&[0.42, 0.24], b"l ");
            at(&[0.82, 0.8], b"l S Q");
            let mut look = |content: Vec<u8>| {
                objects.add_stream(Data::Plain(content), |dict| {
                    dict.name("Type", "XObject").name("Subtype", "Form");
                    dict.reals("BBox", &[0.0, 0.0, size.0, size.0]).raw("Resources", b"<<>>");
                })
            };
            (look(tick), look(Vec::new()))
        })
    }

    /// The look of a text field. All of it is what is filled in (ISO 32000-1, 12.7.3.3): programs that write something else into
    /// the field replace the whole of it.
    fn text(&mut self, widget: &Widget) -> Result<Id, PdfError> {
        let Size { width, height } = widget.size;
        let mut content = b"/Tx BMC\n".to_vec();
        if !widget.look.is_empty() {
            content.extend_from_slice(b"q\n");
            content.append(&mut content::look(&widget.look, height, self.faces)?);
            content.extend_from_slice(b"Q\n");
        }
        content.extend_from_slice(b"EMC");
        let fonts = self.fonts;
        Ok(self.objects.add_stream(Data::Plain(content), |dict| {
            dict.name("Subtype", "Form");
            dict.array("BBox", |array| {
                for value in [0.0, 0.0, width.0, height.0] {
                    array.real(value);
                }
            });
            dict.dict("Resources", |dict| {
                dict.refer("Font", fonts);
            });
        }))
    }
}

/// What a widget looks like.
#[derive(Clone, Copy)]
enum Look {
    Box { ticked: Id, empty: Id },
    Text(Id),
}

fn draw(
    field: &Field,
    annotation: &Annotation<'_>,
    widget: &Widget,
    look: Look,
    (pages, sheets): (&Pages, &[Id]),
    dict: &mut Dict<'_>,
) {
    annotation.common(pages, sheets, dict);
    dict.name("Subtype", "Widget");
    match look {
        // Written out for every box: poppler takes a shared pair for a single look.
        Look::Box { ticked, empty } => {
            let (on, is_on) = match &field.kind {
                FieldKind::Choice { chosen } => {
                    let value = widget.value.as_deref().unwrap_or("Yes");
                    (value, chosen.as_deref() == Some(value))
                }
                FieldKind::Check { checked } => ("Yes", *checked),
                FieldKind::Line | FieldKind::Notes { .. } => ("Yes", false),
            };
            dict.dict("AP", |dict| {
                dict.dict("N", |dict| {
                    dict.refer(on, ticked).refer("Off", empty);
                });
            });
            dict.name("AS", if is_on { on } else { "Off" });
        }
        Look::Text(look) => {
            dict.dict("AP", |dict| {
                dict.refer("N", look);
            });
        }
    }
}

fn is_choice(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice { .. })
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
fn hundredths(length: Pt) -> i64 {
    (length.0 * 100.0).round() as i64
}

/// The tree of names: a dot in a field's name is a step down (ISO 32000-1, 12.7.3.2).
struct Names<'n> {
    /// The names that have others below them.
    branches: BTreeMap<&'n str, Branch>,
    top: Vec<Id>,
}

#[derive(Default)]
struct Branch {
    id: Option<Id>,
    parent: Option<Id>,
    kids: Vec<Id>,
}

/// A field's place in the tree.
struct Name {
    leaf: String,
    parent: Option<Id>,
}

impl<'n> Names<'n> {
    fn new(names: impl Iterator<Item = &'n str>) -> Self {
        let mut branches: BTreeSet<&str> = BTreeSet::new();
        for name in names {
            branches.extend(name.match_indices('.').map(|(dot, _)| &name[..dot]));
        }
        let branches = branches.into_iter().map(|name| (name, Branch::default())).collect();
        Self { branches, top: Vec::new() }
    }

    /// Puts a field in its place.
    fn place(&mut self, name: &'n str, id: Id, objects: &mut Objects) -> Name {
        let (branch, leaf) = name.rsplit_once('.').unwrap_or(("", name));
        // A field cannot be a branch as well.
        let is_branch = self.branches.contains_key(name);
        let leaf = if is_branch { format!("{leaf}-0") } else { leaf.to_owned() };
        Name { leaf, parent: self.attach(branch, id, objects) }
    }

    /// Hangs something below a branch, and hands out the branch.
    fn attach(&mut self, branch: &'n str, id: Id, objects: &mut Objects) -> Option<Id> {
        let Some(known) = self.branches.get_mut(branch) else {
            self.top.push(id);
            return None;
        };
        known.kids.push(id);
        if known.id.is_some() {
            return known.id;
        }
        let own = objects.promise();
        known.id = Some(own);
        let above = branch.rsplit_once('.').map_or("", |(above, _)| above);
        let parent = self.attach(above, own, objects);
        if let Some(known) = self.branches.get_mut(branch) {
            known.parent = parent;
        }
        Some(own)
    }

    /// Writes every branch, and hands out what stands at the top.
    fn finish(self, objects: &mut Objects) -> Vec<Id> {
        for (name, Branch { id, parent, kids }) in self.branches {
            let Some(id) = id else { continue };
            let leaf = name.rsplit_once('.').map_or(name, |(_, leaf)| leaf);
            objects.dict(id, |dict| {
                dict.text("T", leaf).refers("Kids", kids);
                if let Some(parent) = parent {
                    dict.refer("Parent", parent);
                }
            });
        }
        self.top
    }
}
