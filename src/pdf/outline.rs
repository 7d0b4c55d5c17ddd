use lopdf::{Document, Object, ObjectId, dictionary};

use super::annotations::{destination, int, text_string};
use crate::pages::Pages;

/// Writes the bookmarks as a tree (ISO 32000-1, 12.3.3), all of it open, and hands out its root.
pub(super) fn write(pages: &Pages, sheets: &[ObjectId], file: &mut Document) -> Option<ObjectId> {
    if pages.outline.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = pages.outline.iter().map(|_| file.new_object_id()).collect();
    let levels: Vec<u8> = pages.outline.iter().map(|bookmark| bookmark.level).collect();
    for (index, bookmark) in pages.outline.iter().enumerate() {
        let level = levels[index];
        let parent = levels[..index].iter().rposition(|&above| above < level);
        let mut dict = dictionary! {
            "Title" => text_string(&bookmark.title),
            "Parent" => Object::Reference(parent.map_or(root, |parent| ids[parent])),
            "Dest" => destination(bookmark.to, pages, sheets),
        };
        let mut link = |key: &str, to: Option<usize>| {
            if let Some(to) = to {
                dict.set(key, Object::Reference(ids[to]));
            }
        };
        link("Prev", previous(&levels, index));
        link("Next", next(&levels, index));
        let (first, last, count) = children(&levels, index);
        link("First", first);
        link("Last", last);
        if count > 0 {
            dict.set("Count", int(count));
        }
        file.set_object(ids[index], dict);
    }
    let top = levels.iter().copied().min().unwrap_or_default();
    let is_top = |level: &u8| *level == top;
    let first = levels.iter().position(is_top).unwrap_or_default();
    let last = levels.iter().rposition(is_top).unwrap_or_default();
    file.set_object(
        root,
        dictionary! {
            "Type" => "Outlines",
            "First" => Object::Reference(ids[first]),
            "Last" => Object::Reference(ids[last]),
            "Count" => int(ids.len()),
        },
    );
    Some(root)
}

fn previous(levels: &[u8], index: usize) -> Option<usize> {
    let before = levels[..index].iter().rposition(|&level| level <= levels[index])?;
    (levels[before] == levels[index]).then_some(before)
}

fn next(levels: &[u8], index: usize) -> Option<usize> {
    let behind = levels[index + 1..].iter().position(|&level| level <= levels[index])?;
    let behind = index + 1 + behind;
    (levels[behind] == levels[index]).then_some(behind)
}

/// The first and the last bookmark right below one, and how many there are below it in all.
fn children(levels: &[u8], index: usize) -> (Option<usize>, Option<usize>, usize) {
    let below = levels[index + 1..].iter().take_while(|&&level| level > levels[index]).count();
    if below == 0 {
        return (None, None, 0);
    }
    let all = index + 1..index + 1 + below;
    let nearest = levels[all.clone()].iter().copied().min().unwrap_or_default();
    let last = levels[all.clone()].iter().rposition(|&level| level == nearest);
    (Some(all.start), last.map(|last| all.start + last), below)
}
