use super::annotations::destination;
use super::objects::Id;
use super::write::Objects;
use crate::print::frame::Pages;

/// Writes the bookmarks as a tree (ISO 32000-1, 12.3.3), all of it open, and hands out its root.
pub(super) fn write(pages: &Pages, sheets: &[Id], objects: &mut Objects<'_>) -> Option<Id> {
    if pages.outline.is_empty() {
        return None;
    }
    let root = objects.reserve();
    let ids: Vec<Id> = pages.outline.iter().map(|_| objects.reserve()).collect();
    let levels: Vec<u8> = pages.outline.iter().map(|bookmark| bookmark.level).collect();
    let tree = Tree::new(&levels);
    for (index, bookmark) in pages.outline.iter().enumerate() {
        objects.dict(ids[index], |dict| {
            dict.text("Title", &bookmark.title);
            dict.refer("Parent", tree.parent[index].map_or(root, |parent| ids[parent]));
            dict.key("Dest");
            destination(bookmark.to, pages, sheets, dict.out);
            let links = [
                ("Prev", tree.previous[index]),
                ("Next", tree.next[index]),
                ("First", tree.first[index]),
                ("Last", tree.last[index]),
            ];
            for (key, to) in links {
                if let Some(to) = to {
                    dict.refer(key, ids[to]);
                }
            }
            if tree.below[index] > 0 {
                dict.int("Count", tree.below[index]);
            }
        });
    }
    let tops = (0..ids.len()).filter(|index| tree.parent[*index].is_none());
    let tops: Vec<Id> = tops.map(|index| ids[index]).collect();
    objects.dict(root, |dict| {
        dict.name("Type", "Outlines");
        // The first bookmark is always at the top: none is before it that could be above it.
        dict.refer("First", tops[0]).refer("Last", tops[tops.len() - 1]);
        dict.int("Count", ids.len());
    });
    Some(root)
}

/// How bookmarks are connected. Each list has one entry for each bookmark.
struct Tree {
    parent: Vec<Option<usize>>,
    previous: Vec<Option<usize>>,
    next: Vec<Option<usize>>,
    first: Vec<Option<usize>>,
    last: Vec<Option<usize>>,
    /// How many there are below each, at any depth.
    below: Vec<usize>,
}

impl Tree {
    fn new(levels: &[u8]) -> Self {
        let none = || vec![None; levels.len()];
        let mut tree = Self {
            parent: none(),
            previous: none(),
            next: none(),
            first: none(),
            last: none(),
            below: vec![0; levels.len()],
        };
        // The bookmarks that the next one may be below, from the top.
        let mut open: Vec<usize> = Vec::new();
        let mut last_top = None;
        for (index, level) in levels.iter().enumerate() {
            while open.last().is_some_and(|&above| levels[above] >= *level) {
                open.pop();
            }
            let parent = open.last().copied();
            let sibling = parent.map_or(last_top, |parent| tree.last[parent]);
            tree.parent[index] = parent;
            tree.previous[index] = sibling;
            if let Some(sibling) = sibling {
                tree.next[sibling] = Some(index);
            }
            match parent {
                Some(parent) => {
                    tree.first[parent].get_or_insert(index);
                    tree.last[parent] = Some(index);
                }
                None => last_top = Some(index),
            }
            for above in &open {
                tree.below[*above] += 1;
            }
            open.push(index);
        }
        tree
    }
}
