//! What holds of every page, whatever is on it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

use interview_kit::document::{self, Paper};
use interview_kit::pages::{ElementId, Item, Mark, Owner, Page, Pages, Rect, Role};
use interview_kit::typeset::{Fonts, Style, Typesetter};
use interview_kit::unit::{Mm, Pt};

use crate::support::sources;

/// Words and boxes, as the areas that they cover.
pub fn areas(page: &Page) -> Vec<(Rect, String)> {
    let mut areas = Vec::new();
    for Item { at, mark, .. } in &page.items {
        match mark {
            Mark::Text(text) if !text.words.text.trim().is_empty() => {
                // Capitals and figures stand on the baseline and are two thirds of the size high.
                let trimmed = text.words.text.trim_end().len();
                let width: Pt = text
                    .words
                    .glyphs
                    .iter()
                    .filter(|glyph| glyph.says.start < trimmed)
                    .map(|glyph| glyph.advance)
                    .sum();
                let at = at.moved(Pt::ZERO, -text.size * 0.66);
                areas.push((Rect { at, width, height: text.size * 0.66 }, text.words.text.clone()));
            }
            Mark::Frame { size, .. } => areas.push((Rect::new(*at, *size), "box".to_owned())),
            _ => {}
        }
    }
    areas
}

/// Nothing overlaps, nothing leaves the margins, no line runs through words or boxes.
#[track_caller]
pub fn is_sound(pages: &Pages) {
    let margin = Pt::from(Mm(15.0)) - Pt(0.5);
    for page in &pages.pages {
        let areas = areas(page);
        for (index, (area, name)) in areas.iter().enumerate() {
            assert!(
                area.at.x >= margin && area.right() <= pages.size.width - margin,
                "{name:?} leaves the sides: {area:?}"
            );
            assert!(
                area.at.y >= margin && area.bottom() <= pages.size.height - margin,
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

/// No page but the last ends with a heading.
#[track_caller]
fn has_no_heading_at_the_foot(pages: &Pages) {
    let role = |mut id: ElementId| loop {
        let element = &pages.elements[id.0];
        match (element.role, element.parent) {
            (Role::Heading(_), _) => return true,
            (_, Some(parent)) => id = parent,
            (_, None) => return false,
        }
    };
    for (number, page) in (1..).zip(&pages.pages[..pages.pages.len() - 1]) {
        let last = page.items.iter().rev().find_map(|item| match item.owner {
            Owner::Element(id) => Some(id),
            Owner::Artifact(_) => None,
        });
        assert!(!last.is_some_and(role), "page {number} ends with a heading");
    }
}

/// What has been looked at, but for the numbers in it: a roster's packets are one after the other alike.
static SEEN: LazyLock<Mutex<BTreeSet<String>>> = LazyLock::new(Mutex::default);

/// Looks at each page of each document in a folder that the program has made there, on both papers.
pub fn look_at_all(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            look_at_all(&path);
            continue;
        }
        if !path.is_file() || path.extension().is_none_or(|it| it != "md") {
            continue;
        }
        // What the program writes begins so; what a test writes for it to print may be wrong on purpose.
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        if !text.starts_with("---\ntitle: ") {
            continue;
        }
        if !SEEN.lock().unwrap().insert(text.replace(|char: char| char.is_ascii_digit(), "")) {
            continue;
        }
        let (sources, id) = sources(&text, "kit.md");
        let Ok(document) = document::parse(&sources, id) else { continue };
        for paper in [Paper::A4, Paper::Letter] {
            let typesetter = Typesetter::new(Style::new(paper), Fonts::built_in());
            let pages = typesetter.set(&document.value).value;
            is_sound(&pages);
            has_no_heading_at_the_foot(&pages);
        }
    }
}
