use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::RangeInclusive;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::PdfError;
use super::annotations::{Annotation, Kind, text_string};
use super::content::round;
use super::faces::{Embedded, Faces};
use crate::pages::{Field, FieldKind, Pages, Rect, Widget};
use crate::unit::Pt;

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

/// The size of what is typed.
const TYPED: Pt = Pt(11.0);
/// The name under which fields ask for the font.
const FONT: &str = "Typed";
/// How far the baseline of what is typed stands above the line to write on.
const ABOVE_RULE: Pt = Pt(4.0);

/// Writes the form (ISO 32000-1, 12.7), and hands out its root. Widgets draw nothing but what is filled in: the boxes and
/// lines beneath them are part of the page.
pub(super) fn write(
    pages: &Pages,
    faces: &Faces,
    annotations: &[Annotation<'_>],
    sheets: &[ObjectId],
    file: &mut Document,
) -> Result<Option<ObjectId>, PdfError> {
    if pages.fields.is_empty() {
        return Ok(None);
    }
    let face = faces.get(pages.form_face)?;
    let font = typed_font(face, pages, file)?;
    let fonts = dictionary! { FONT => Object::Reference(font) };
    let mut form = Form { pages, face, font: fonts, file, states: BTreeMap::new() };
    let mut widgets: BTreeMap<usize, Vec<(&Annotation<'_>, &Widget)>> = BTreeMap::new();
    for annotation in annotations {
        if let Kind::Widget(widget) = annotation.kind {
            widgets.entry(widget.field.0).or_default().push((annotation, widget));
        }
    }
    let mut names = Names::new(pages.fields.iter().map(|field| field.name.as_str()));
    for (index, field) in pages.fields.iter().enumerate() {
        let Some(widgets) = widgets.get(&index) else { continue };
        let id = form.field(field, widgets, sheets);
        names.place(&field.name, id, form.file);
    }
    let Form { font, .. } = form;
    let top = names.finish(file);
    let root = file.add_object(dictionary! {
        "Fields" => top,
        "DR" => dictionary! { "Font" => font },
        // Every text field inherits it.
        "DA" => Object::string_literal(format!("/{FONT} {} Tf 0 g", TYPED.0)),
    });
    Ok(Some(root))
}

struct Form<'a> {
    pages: &'a Pages,
    face: &'a Embedded,
    font: Dictionary,
    file: &'a mut Document,
    /// The two looks of a box, by its size in hundredths of a point: all boxes of a size share them.
    states: BTreeMap<i64, (ObjectId, ObjectId)>,
}

impl Form<'_> {
    /// Writes a field and its widgets, and hands out the field.
    fn field(
        &mut self,
        field: &Field,
        widgets: &[(&Annotation<'_>, &Widget)],
        sheets: &[ObjectId],
    ) -> ObjectId {
        let dict = match &field.kind {
            FieldKind::Check { checked } => {
                let value: Object = if *checked { "Yes" } else { "Off" }.into();
                dictionary! { "FT" => "Btn", "V" => value }
            }
            FieldKind::Choice { chosen } => {
                let value: Object = chosen.as_deref().unwrap_or("Off").into();
                // Bit 16: one of several; without bit 15, so that a rating can be taken back.
                dictionary! { "FT" => "Btn", "Ff" => 1 << 15, "V" => value }
            }
            FieldKind::Line => dictionary! { "FT" => "Tx" },
            FieldKind::Notes { text } => {
                // Bit 13: several lines.
                let mut dict = dictionary! { "FT" => "Tx", "Ff" => 1 << 12 };
                if !text.is_empty() {
                    dict.set("V", text_string(text));
                }
                dict
            }
        };
        let mut dict = dict;
        dict.set("TU", text_string(&field.label));
        if let ([(annotation, widget)], false) = (widgets, is_choice(field)) {
            dict.extend(&self.widget(field, annotation, widget, sheets));
            self.file.set_object(annotation.id, dict);
            return annotation.id;
        }
        let id = self.file.new_object_id();
        let kids = widgets.iter().map(|(annotation, _)| Object::Reference(annotation.id));
        dict.set("Kids", kids.collect::<Vec<_>>());
        self.file.set_object(id, dict);
        for (annotation, widget) in widgets {
            let mut kid = self.widget(field, annotation, widget, sheets);
            kid.set("Parent", Object::Reference(id));
            kid.set("Contents", text_string(&widget.label));
            self.file.set_object(annotation.id, kid);
        }
        id
    }

    fn widget(
        &mut self,
        field: &Field,
        annotation: &Annotation<'_>,
        widget: &Widget,
        sheets: &[ObjectId],
    ) -> Dictionary {
        let mut dict = annotation.common(widget.rect, self.pages, sheets);
        dict.set("Subtype", "Widget");
        match &field.kind {
            FieldKind::Check { checked } => {
                dict.extend(&self.tick_box(widget.rect, "Yes", *checked));
            }
            FieldKind::Choice { chosen } => {
                let value = widget.value.as_deref().unwrap_or("Yes");
                dict.extend(&self.tick_box(widget.rect, value, chosen.as_deref() == Some(value)));
            }
            FieldKind::Line => dict.set("AP", self.text(widget, "")),
            FieldKind::Notes { text } => dict.set("AP", self.text(widget, text)),
        }
        dict
    }

    fn tick_box(&mut self, rect: Rect, on: &str, is_on: bool) -> Dictionary {
        let size = rect.width.min(rect.height);
        #[expect(clippy::cast_possible_truncation, reason = "a box is a few points wide")]
        let key = (size.0 * 100.0).round() as i64;
        let (ticked, empty) = self.states(size, key);
        // Written out for every box: poppler takes a shared pair for a single look.
        let looks = dictionary! {
            on => Object::Reference(ticked), "Off" => Object::Reference(empty),
        };
        dictionary! {
            "AP" => dictionary! { "N" => looks },
            "AS" => Object::from(if is_on { on } else { "Off" }),
        }
    }

    /// The looks of a box that is ticked, and of one that is not: the tick alone, for the box is part of the page.
    fn states(&mut self, size: Pt, key: i64) -> (ObjectId, ObjectId) {
        let Self { file, states, .. } = self;
        *states.entry(key).or_insert_with(|| {
            let at = |x: f32, y: f32| format!("{} {}", round(size * x), round(size * y));
            let tick = format!(
                "q 0 G {} w 1 J 1 j {} m {} l {} l S Q",
                round(size * 0.14),
                at(0.2, 0.5),
                at(0.42, 0.24),
                at(0.82, 0.8)
            );
            let bounds: Object = vec![0.into(), 0.into(), size.0.into(), size.0.into()].into();
            let mut look = |content: String| {
                let dict = dictionary! {
                    "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds.clone(),
                    "Resources" => Dictionary::new(),
                };
                file.add_object(Stream::new(dict, content.into_bytes()))
            };
            (look(tick), look(String::new()))
        })
    }

    /// The look of a text field: what is filled in already, each line above its rule.
    fn text(&mut self, widget: &Widget, text: &str) -> Dictionary {
        let Rect { width, height, .. } = widget.rect;
        let mut content = "/Tx BMC ".to_owned();
        if !text.is_empty() {
            content.push_str("q BT 0 g ");
            // Writing to a text cannot fail.
            let _ = write!(content, "/{FONT} {} Tf ", TYPED.0);
            let mut y = height - widget.leading + ABOVE_RULE;
            for line in text.lines() {
                let _ = write!(content, "1 0 0 1 2 {} Tm <", round(y));
                for glyph in line.chars().filter_map(|char| self.face.typed(char)) {
                    let _ = write!(content, "{:04X}", self.face.code(glyph.id));
                }
                content.push_str("> Tj ");
                y -= widget.leading;
            }
            content.push_str("ET Q ");
        }
        content.push_str("EMC");
        let bounds = [0.0, 0.0, round(width), round(height)].map(Object::Real).to_vec();
        let dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds,
            "Resources" => dictionary! { "Font" => self.font.clone() },
        };
        let look = self.file.add_object(Stream::new(dict, content.into_bytes()));
        dictionary! { "N" => Object::Reference(look) }
    }
}

fn is_choice(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice { .. })
}

/// The font of what is typed: the program of the pages' own font, with widths and a way back to characters for everything
/// that can be typed, and with the height that makes a viewer set its lines as far apart as the ruled lines are.
fn typed_font(face: &Embedded, pages: &Pages, file: &mut Document) -> Result<ObjectId, PdfError> {
    let missing = || PdfError::Assembly(format!("{} is not in the file", face.resource));
    let page_font = super::file::font(file, &face.resource).ok_or_else(missing)?;
    let mut font = file.get_dictionary(page_font).map_err(|_| missing())?.clone();
    let descendant = font.get(b"DescendantFonts").and_then(Object::as_array);
    let descendant = descendant.ok().and_then(|fonts| fonts.first());
    let mut descendant =
        descendant.and_then(|font| font.as_dict().ok()).ok_or_else(missing)?.clone();
    let descriptor = descendant.get(b"FontDescriptor").and_then(Object::as_reference);
    let descriptor = descriptor.and_then(|id| file.get_dictionary(id)).map_err(|_| missing())?;
    let mut descriptor = descriptor.clone();
    if let Some(leading) = ruling(pages) {
        let units = |length: Pt| (length / TYPED * 1000.0).round();
        descriptor.set("Ascent", units(leading - ABOVE_RULE));
        descriptor.set("Descent", -units(ABOVE_RULE));
    }
    let descriptor = file.add_object(descriptor);
    descendant.set("FontDescriptor", Object::Reference(descriptor));
    let glyphs = face.typed_glyphs();
    // Codes that follow each other share one list of widths.
    let mut widths: Vec<Object> = Vec::new();
    for run in glyphs.chunk_by(|a, b| face.code(b.0) == face.code(a.0) + 1) {
        let list = run.iter().map(|(glyph, _)| Object::Real(face.width(*glyph)));
        let first = run.first().map_or(0, |(glyph, _)| face.code(*glyph));
        widths.extend([Object::Integer(first.into()), list.collect::<Vec<_>>().into()]);
    }
    descendant.set("W", widths);
    font.set("DescendantFonts", vec![Object::Dictionary(descendant)]);
    let says = glyphs.iter().map(|(glyph, says)| (face.code(*glyph), says.as_str()));
    let to_unicode = Stream::new(Dictionary::new(), to_unicode(says).into_bytes());
    font.set("ToUnicode", Object::Reference(file.add_object(to_unicode)));
    Ok(file.add_object(font))
}

/// How far the lines of the pages' notes are apart.
fn ruling(pages: &Pages) -> Option<Pt> {
    pages.pages.iter().flat_map(|page| &page.items).find_map(|item| match &item.mark {
        crate::pages::Mark::Widget(widget) => {
            let field = pages.fields.get(widget.field.0)?;
            matches!(field.kind, FieldKind::Notes { .. }).then_some(widget.leading)
        }
        _ => None,
    })
}

/// A map from codes to characters (ISO 32000-1, 9.10.3).
fn to_unicode<'s>(glyphs: impl Iterator<Item = (u16, &'s str)>) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let glyphs: Vec<(u16, &str)> = glyphs.collect();
    let runs: Vec<&[(u16, &str)]> = glyphs.chunk_by(|a, b| follows(*a, *b)).collect();
    // No block may hold more than a hundred.
    for block in runs.chunks(100) {
        let _ = writeln!(map, "{} beginbfrange", block.len());
        for run in block {
            if let ([(first, says), ..], [.., (last, _)]) = (run, run) {
                let _ = write!(map, "<{first:04X}><{last:04X}><");
                for unit in says.encode_utf16() {
                    let _ = write!(map, "{unit:04X}");
                }
                map.push_str(">\n");
            }
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
    map
}

/// Whether two codes follow each other and say characters that follow each other. A range must not run over the end of a
/// byte (ISO 32000-1, 9.10.3).
fn follows(a: (u16, &str), b: (u16, &str)) -> bool {
    let single = |text: &str| {
        let mut chars = text.chars();
        chars.next().filter(|char| chars.next().is_none() && u32::from(*char) < 0xFFFF)
    };
    let (Some(here), Some(there)) = (single(a.1), single(b.1)) else { return false };
    let (here, there) = (u32::from(here), u32::from(there));
    b.0 == a.0 + 1 && there == here + 1 && b.0 & 0xFF != 0 && there & 0xFF != 0
}

/// The tree of names: a dot in a field's name is a step down (ISO 32000-1, 12.7.3.2).
struct Names {
    branches: BTreeSet<String>,
    ids: BTreeMap<String, ObjectId>,
    kids: BTreeMap<String, Vec<ObjectId>>,
}

impl Names {
    fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut branches = BTreeSet::new();
        for name in names {
            let dots = name.match_indices('.').map(|(dot, _)| name[..dot].to_owned());
            branches.extend(dots);
        }
        Self { branches, ids: BTreeMap::new(), kids: BTreeMap::new() }
    }

    /// Puts a field in its place.
    fn place(&mut self, name: &str, id: ObjectId, file: &mut Document) {
        let (branch, leaf) = name.rsplit_once('.').unwrap_or(("", name));
        // A field cannot be a branch as well.
        let leaf = if self.branches.contains(name) { format!("{leaf}-0") } else { leaf.to_owned() };
        self.attach(branch, &leaf, id, file);
    }

    fn attach(&mut self, branch: &str, leaf: &str, id: ObjectId, file: &mut Document) {
        if let Ok(dict) = file.get_dictionary_mut(id) {
            dict.set("T", text_string(leaf));
        }
        self.kids.entry(branch.to_owned()).or_default().push(id);
        if branch.is_empty() {
            return;
        }
        let parent = if let Some(parent) = self.ids.get(branch) {
            *parent
        } else {
            let parent = file.add_object(Dictionary::new());
            self.ids.insert(branch.to_owned(), parent);
            let (above, leaf) = branch.rsplit_once('.').unwrap_or(("", branch));
            self.attach(above, leaf, parent, file);
            parent
        };
        if let Ok(dict) = file.get_dictionary_mut(id) {
            dict.set("Parent", Object::Reference(parent));
        }
    }

    /// Tells every branch what it holds, and hands out what stands at the top.
    fn finish(mut self, file: &mut Document) -> Vec<Object> {
        let top = self.kids.remove("").unwrap_or_default();
        for (branch, kids) in self.kids {
            if let Some(Ok(dict)) = self.ids.get(&branch).map(|id| file.get_dictionary_mut(*id)) {
                dict.set("Kids", kids.into_iter().map(Object::Reference).collect::<Vec<_>>());
            }
        }
        top.into_iter().map(Object::Reference).collect()
    }
}
