use std::collections::{BTreeMap, BTreeSet};

use super::objects::Id;
use super::write::Objects;

/// The tree of field names: a dot in a name is a step down (ISO 32000-1, 12.7.3.2).
pub(super) struct FieldTree<'n> {
    /// The names of all branches.
    prefixes: BTreeSet<&'n str>,
    /// The branches that have children so far.
    branches: BTreeMap<&'n str, Branch>,
    top: Vec<Id>,
}

struct Branch {
    id: Id,
    parent: Option<Id>,
    kids: Vec<Id>,
}

/// The position of a field in the tree.
pub(super) struct Position {
    pub(super) partial: String,
    pub(super) parent: Option<Id>,
}

impl<'n> FieldTree<'n> {
    pub(super) fn new(names: impl Iterator<Item = &'n str>) -> Self {
        let mut prefixes = BTreeSet::new();
        for name in names {
            prefixes.extend(name.match_indices('.').map(|(dot, _)| &name[..dot]));
        }
        Self { prefixes, branches: BTreeMap::new(), top: Vec::new() }
    }

    /// Puts a field in its position.
    pub(super) fn place(&mut self, name: &'n str, id: Id, objects: &mut Objects<'_>) -> Position {
        let partial = partial_name(name);
        // A field cannot be a branch too.
        let is_branch = self.prefixes.contains(name);
        let partial = if is_branch { format!("{partial}-0") } else { partial.to_owned() };
        Position { partial, parent: self.attach(name, id, objects) }
    }

    /// Attaches a field or a branch to the branch above it, which it returns. At the top there is none.
    fn attach(&mut self, name: &'n str, id: Id, objects: &mut Objects<'_>) -> Option<Id> {
        let Some((above, _)) = name.rsplit_once('.') else {
            self.top.push(id);
            return None;
        };
        if let Some(branch) = self.branches.get_mut(above) {
            branch.kids.push(id);
            return Some(branch.id);
        }
        let own = objects.reserve();
        let parent = self.attach(above, own, objects);
        self.branches.insert(above, Branch { id: own, parent, kids: vec![id] });
        Some(own)
    }

    /// Writes all branches and returns the fields and branches at the top.
    pub(super) fn finish(self, objects: &mut Objects<'_>) -> Vec<Id> {
        for (name, Branch { id, parent, kids }) in self.branches {
            objects.dict(id, |dict| {
                dict.text("T", partial_name(name)).refers("Kids", kids);
                if let Some(parent) = parent {
                    dict.refer("Parent", parent);
                }
            });
        }
        self.top
    }
}

/// The last part of a name (ISO 32000-1, 12.7.3.2: partial field name).
fn partial_name(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, partial)| partial)
}
