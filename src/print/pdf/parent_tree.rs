use super::objects::Id;
use super::write::Objects;

/// How many entries a leaf has.
const IN_A_LEAF: usize = 256;

/// The tree by which the content of a page, or an annotation, finds the elements that it belongs to (ISO 32000-1, 14.7.4.4), written while its
/// entries come.
#[derive(Default)]
pub(super) struct ParentTree {
    /// The number of the next entry.
    next: usize,
    /// Those that are in no leaf yet.
    entries: Vec<Id>,
    leaves: Vec<Id>,
}

impl ParentTree {
    /// Adds an entry. Returns its number.
    pub(super) fn add(&mut self, owner: Id, objects: &mut Objects<'_>) -> usize {
        self.entries.push(owner);
        self.next += 1;
        if self.entries.len() == IN_A_LEAF {
            self.write_leaf(objects);
        }
        self.next - 1
    }

    /// Writes the rest. Returns the tree, and the number that a further entry would have.
    pub(super) fn finish(mut self, objects: &mut Objects<'_>) -> (Id, usize) {
        if !self.entries.is_empty() {
            self.write_leaf(objects);
        }
        let tree = objects.add_dict(|dict| {
            dict.refers("Kids", self.leaves);
        });
        (tree, self.next)
    }

    fn write_leaf(&mut self, objects: &mut Objects<'_>) {
        let first = self.next - self.entries.len();
        self.leaves.push(objects.add_dict(|dict| {
            dict.array("Limits", |limits| {
                limits.int(first);
                limits.int(self.next - 1);
            });
            dict.array("Nums", |nums| {
                for (number, owner) in (first..).zip(&self.entries) {
                    nums.int(number);
                    nums.refer(*owner);
                }
            });
        }));
        self.entries.clear();
    }
}
