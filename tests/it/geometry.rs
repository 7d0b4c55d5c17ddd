//! What holds of every page, whatever is on it.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{LazyLock, Mutex};

use interview_kit::bank;
use interview_kit::base::source::{Source, Sources};
use interview_kit::base::unit::{Mm, Paper, Pt, TextSize};
use interview_kit::document;
use interview_kit::print::frame::{
    Artifact, ElementId, Field, FieldKind, Ink, Item, Mark, Owner, Page, Pages, Rect, Role,
};
use interview_kit::print::layout::Typesetter;
use interview_kit::print::{Fonts, Style};

use crate::support::{Test, all_documents, english_words, lines, set, sources};

/// Words and boxes, as the areas that they cover, but for those of the marks that identify the page.
pub fn areas(page: &Page) -> Vec<(Rect, String)> {
    let mut areas = Vec::new();
    for Item { at, mark, owner } in &page.items {
        match mark {
            _ if is_mark(*owner) => {}
            Mark::Text(text) if !text.run.text.trim().is_empty() => {
                // Capitals and figures stand on the baseline and are two thirds of the size high.
                let trimmed = text.run.text.trim_end().len();
                let width: Pt = text
                    .run
                    .glyphs
                    .iter()
                    .filter(|glyph| glyph.text_range.bytes().start < trimmed)
                    .map(|glyph| glyph.advance)
                    .sum();
                let at = at.moved(Pt::ZERO, -text.size * 0.66);
                areas.push((Rect { at, width, height: text.size * 0.66 }, text.run.text.clone()));
            }
            Mark::Frame { size, .. } => areas.push((Rect::new(*at, *size), "box".to_owned())),
            _ => {}
        }
    }
    areas
}

/// The white that a reader of paper needs around what it looks for: left, right, above and below.
type White = [Mm; 4];

/// Whether something on a page is one of the marks by which the page is read back from paper.
pub fn is_mark(owner: Owner) -> bool {
    matches!(owner, Owner::Artifact(Artifact::DocumentMark | Artifact::PageMark))
}

/// The marks that identify a page, each with the white around it.
pub fn page_marks(page: &Page) -> Vec<(Rect, White)> {
    let white = |item: &Item| match &item.mark {
        Mark::Fill { .. } => [Mm(4.0); 4],
        Mark::Grid(_) => [Mm(2.5), Mm(4.0), Mm(2.5), Mm(2.5)],
        _ => [Mm(2.5), Mm(2.5), Mm(0.0), Mm(0.0)],
    };
    let marks = page.items.iter().filter(|item| is_mark(item.owner));
    marks.map(|item| (area(item).unwrap().0, white(item))).collect()
}

/// Whether areas are apart, if the first has this white around it.
fn are_apart(area: Rect, [left, right, above, below]: White, other: Rect) -> bool {
    let tolerance = Pt(0.1);
    area.right() + Pt::from(right) <= other.at.x + tolerance
        || other.right() <= area.at.x - Pt::from(left) + tolerance
        || area.bottom() + Pt::from(below) <= other.at.y + tolerance
        || other.bottom() <= area.at.y - Pt::from(above) + tolerance
}

/// The area that an item takes: letters with accents and descenders, a line, a field.
fn area(item: &Item) -> Option<(Rect, String)> {
    let at = item.at;
    Some(match &item.mark {
        Mark::Text(text) if text.run.text.trim().is_empty() => return None,
        Mark::Text(text) => {
            let at = at.moved(Pt::ZERO, -text.size);
            let (width, height) = (text.run.advance(), text.size * 1.25);
            (Rect { at, width, height }, text.run.text.clone())
        }
        Mark::Line { length, width, .. } => {
            let at = at.moved(Pt::ZERO, -*width / 2.0);
            (Rect { at, width: *length, height: *width }, "line".to_owned())
        }
        Mark::Frame { size, .. } | Mark::Fill { size, .. } => {
            (Rect::new(at, *size), "box".to_owned())
        }
        Mark::Stroke { by, .. } => {
            let at = at.moved(by.x.min(Pt::ZERO), by.y.min(Pt::ZERO));
            let (width, height) = (by.x.max(-by.x), by.y.max(-by.y));
            (Rect { at, width, height }, "stroke".to_owned())
        }
        Mark::Grid(grid) => (Rect::new(at, grid.size()), "grid".to_owned()),
        Mark::Logo(size) => (Rect::new(at, *size), "logo".to_owned()),
        Mark::Picture(picture) => (Rect::new(at, picture.size), "picture".to_owned()),
        Mark::Widget(widget) => (Rect::new(at, widget.size), widget.label.clone()),
        Mark::Link(_) => return None,
    })
}

/// Whether an item is the field that identifies the document.
fn is_identity(item: &Item, fields: &[Field]) -> bool {
    match &item.mark {
        Mark::Widget(widget) => {
            matches!(fields[widget.field.0].kind, FieldKind::Identity { .. })
        }
        _ => false,
    }
}

/// Nothing is near the marks that identify a page; the one line of them that is a field is where the text beside the code is.
#[track_caller]
fn marks_are_clear(page: &Page, fields: &[Field]) {
    let marks = page_marks(page);
    if marks.is_empty() {
        return;
    }
    for item in page.items.iter().filter(|item| !is_mark(item.owner)) {
        let Some((area, name)) = area(item) else { continue };
        for (mark, white) in &marks {
            let white = if is_identity(item, fields) { [Mm(0.0); 4] } else { *white };
            assert!(are_apart(*mark, white, area), "{name:?} {area:?} is near a mark {mark:?}");
        }
    }
}

/// What is typed into a field is not struck through, and what a field shows stays inside.
#[track_caller]
fn fields_are_clear(page: &Page) {
    for field in &page.items {
        let Mark::Widget(widget) = &field.mark else { continue };
        let area = Rect::new(field.at, widget.size);
        for item in &page.items {
            if let Mark::Line { length, .. } = item.mark {
                let line = item.at;
                let beside = line.x + length <= area.at.x || line.x >= area.right();
                let clear = line.y <= area.at.y + Pt(0.1) || line.y >= area.bottom() - Pt(0.1);
                assert!(beside || clear, "a line runs through a field: {line:?} {area:?}");
            }
        }
        for look in &widget.appearance {
            let width = match &look.mark {
                Mark::Text(text) => text.run.advance(),
                Mark::Line { length, .. } => *length,
                _ => Pt::ZERO,
            };
            assert!(look.at.x >= Pt::ZERO && look.at.x + width <= area.width + Pt(0.1), "{look:?}");
            assert!(look.at.y >= Pt::ZERO && look.at.y <= area.height - Pt(0.5), "{look:?}");
        }
    }
}

/// Nothing overlaps, nothing leaves the margins, no line runs through words, boxes or fields.
#[track_caller]
pub fn is_sound(pages: &Pages) {
    survives_a_photocopier(pages);
    let margin = Pt::from(Mm(15.0)) - Pt(0.5);
    // The title of a form is beside the marks of its page, whose squares are 10 mm from the edge.
    let top = Pt::from(Mm(11.0));
    for page in &pages.pages {
        fields_are_clear(page);
        marks_are_clear(page, &pages.fields);
        let areas = areas(page);
        for (index, (area, name)) in areas.iter().enumerate() {
            assert!(
                area.at.x >= margin && area.right() <= pages.size.width - margin,
                "{name:?} leaves the sides: {area:?}"
            );
            assert!(
                area.at.y >= top && area.bottom() <= pages.size.height - margin,
                "{name:?} leaves the top or the bottom: {area:?}"
            );
            for (other, other_name) in &areas[index + 1..] {
                let apart = area.right() <= other.at.x + Pt(0.1)
                    || other.right() <= area.at.x + Pt(0.1)
                    || area.bottom() <= other.at.y + Pt(0.1)
                    || other.bottom() <= area.at.y + Pt(0.1);
                assert!(apart, "{name:?} {area:?} is over {other_name:?} {other:?}");
            }
            for item in &page.items {
                if let Mark::Line { length, .. } = item.mark {
                    let line = item.at;
                    let beside = line.x + length <= area.at.x || line.x >= area.right();
                    // A line may strike words out, or stand right under them.
                    let clear = line.y <= area.at.y || line.y >= area.bottom() - Pt(0.5);
                    let strikes = length <= area.width + Pt(1.0);
                    assert!(beside || clear || strikes, "a line runs through {name:?}");
                }
            }
        }
    }
}

/// No line is thinner than half a point or lighter than 70 % black, whatever it is for; says how many lines there are. An area is
/// a line too where it is thin; a light one behind words is not.
#[track_caller]
pub fn survives_a_photocopier(pages: &Pages) -> usize {
    let mut lines = 0;
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let (width, ink) = match &item.mark {
            Mark::Line { width, ink, .. } => (*width, *ink),
            Mark::Frame { width, .. } | Mark::Stroke { width, .. } => (*width, Ink::BLACK),
            Mark::Fill { size, ink } if size.width.min(size.height) < Pt(6.0) => {
                (size.width.min(size.height), *ink)
            }
            Mark::Grid(grid) => (grid.cell, grid.ink),
            Mark::Fill { .. }
            | Mark::Logo(_)
            | Mark::Picture(_)
            | Mark::Text(_)
            | Mark::Widget(_)
            | Mark::Link(_) => continue,
        };
        let survives = match ink {
            Ink::Gray(gray) => width >= Pt(0.5) && gray <= 0.3,
            // What a brand colors is wide, and dark enough to be read.
            Ink::Rgb(color) => width >= Pt(2.5) && color.contrast_with_white() >= 4.5,
        };
        assert!(survives, "a line is lost: {item:?}");
        lines += 1;
    }
    lines
}

/// No page but the last ends with a heading.
#[track_caller]
fn has_no_heading_at_the_foot(pages: &Pages) {
    let role = |mut id: ElementId| loop {
        let element = &pages.elements[id.index()];
        match (element.role, element.parent) {
            (Role::Heading(_), _) => return true,
            (_, Some(parent)) => id = parent,
            (_, None) => return false,
        }
    };
    for (number, page) in (1..).zip(&pages.pages[..pages.pages.len() - 1]) {
        // The field that identifies the document is read after all else on its page.
        let is_read = |item: &&Item| !is_identity(item, &pages.fields);
        let last = page.items.iter().rev().filter(is_read).find_map(|item| match item.owner {
            Owner::Element(id) => Some(id),
            Owner::Artifact(_) => None,
        });
        assert!(!last.is_some_and(role), "page {number} ends with a heading");
    }
}

/// What has been looked at, but for the numbers in it: a roster's packets are one after the other alike.
static SEEN: LazyLock<Mutex<BTreeSet<String>>> = LazyLock::new(Mutex::default);

/// Looks at each page of each document in a folder that the program has made there, on both papers.
#[track_caller]
pub fn look_at_all(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            look_at_all(&path);
        } else if path.is_file() && path.extension().is_some_and(|it| it == "md") {
            // The program's own documents have a digest; what a test writes for it to print may be wrong on purpose.
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            if text.starts_with("---\n") && text.contains("\ndigest: ") {
                look_at(&text);
            }
        }
    }
}

/// Looks at each page of a document, on both papers.
#[track_caller]
fn look_at(text: &str) {
    if !SEEN.lock().unwrap().insert(text.replace(|char: char| char.is_ascii_digit(), "")) {
        return;
    }
    let (sources, id) = sources(text, "kit.md");
    let document = match document::parse(&sources, id, &english_words) {
        Ok(document) => document.value,
        Err(rejected) => panic!("{}\n{text}", lines(&sources, rejected.diagnostics())),
    };
    for paper in [Paper::A4, Paper::Letter] {
        let typesetter = Typesetter::new(Style::new(paper, TextSize::Regular), Fonts::built_in());
        let pages = typesetter.set(&document).value.to_pages();
        is_sound(&pages);
        has_no_heading_at_the_foot(&pages);
    }
}

/// Pages with a fault, made from sound ones by moving what is on them.
fn with_fault(fault: impl Fn(&mut Pages)) -> Result<(), Box<dyn std::any::Any + Send>> {
    let mut pages = set("# A\n\nOne.\n\nTwo.\n\n- [ ] A box\n\n____\n", Paper::A4);
    is_sound(&pages);
    fault(&mut pages);
    catch_unwind(AssertUnwindSafe(|| is_sound(&pages)))
}

#[test]
fn what_overlaps_or_leaves_the_margins_is_a_fault() {
    assert!(with_fault(|_| {}).is_ok());
    assert!(with_fault(|pages| pages.pages[0].items[1].at = pages.pages[0].items[0].at).is_err());
    assert!(with_fault(|pages| pages.pages[0].items[0].at.x = Pt(1.0)).is_err());
    assert!(with_fault(|pages| pages.pages[0].items[0].at.y = pages.size.height).is_err());
}

#[test]
fn a_page_that_ends_with_a_heading_is_a_fault() {
    let mut pages = set("# A\n\nText.\n\n<!-- pagebreak -->\n\nMore.\n", Paper::A4);
    has_no_heading_at_the_foot(&pages);
    pages.pages[0].items.truncate(1);
    assert!(catch_unwind(AssertUnwindSafe(|| has_no_heading_at_the_foot(&pages))).is_err());
}

#[test]
fn a_document_of_the_program_that_cannot_be_read_is_a_fault() {
    let test = Test::new();
    std::fs::write(test.path("kit.md"), "---\ntitle: [\ndigest: \"0\"\n---\n").unwrap();
    assert!(catch_unwind(AssertUnwindSafe(|| look_at_all(&test.path("")))).is_err());
    std::fs::remove_file(test.path("kit.md")).unwrap();
}

#[test]
fn lines_to_write_on_survive_a_photocopier_in_every_built_in_document() {
    let support_desk = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support-desk.yaml");
    let typesetters = [Paper::A4, Paper::Letter]
        .map(|paper| Typesetter::new(Style::new(paper, TextSize::Regular), Fonts::built_in()));
    for bank in [None, Some(support_desk)] {
        let (mut sources, from) = (Sources::new(), bank.map(std::fs::read_to_string));
        let source = from.map_or_else(bank::built_in, |text| Source {
            name: "bank.yaml".to_owned(),
            text: text.unwrap(),
        });
        let id = sources.add(source);
        let roles = bank::load(&sources, &[id]).unwrap().value.roles;
        let test = Test::new();
        let bank = bank.map_or(String::new(), |path| format!("--bank {path}"));
        let all = format!("{} --format md --force", all_documents());
        test.run(&format!("build {bank} {all} --questions")).ok();
        for role in roles {
            for kind in ["build --questions", "panel --size 2"] {
                let name = kind.split(' ').next().unwrap();
                let line = format!(
                    "{kind} {bank} {all} --role {0} --minutes 45 --name {0}-{name}",
                    role.id
                );
                test.run(&line).ok();
            }
        }
        let mut lines = Vec::new();
        for name in test.names() {
            let (sources, id) = crate::support::sources(&test.text(&name), &name);
            let document = document::parse(&sources, id, &english_words).unwrap().value;
            for typesetter in &typesetters {
                lines.push(survives_a_photocopier(&typesetter.set(&document).value.to_pages()));
            }
        }
        assert!(lines.len() >= 24 && lines.iter().all(|lines| *lines > 5), "{lines:?}");
    }
}
