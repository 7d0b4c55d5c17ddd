//! What two PDFs have in common, whatever the order of their objects.

use std::collections::{BTreeMap, HashMap};

use lopdf::{Dictionary, Object, ObjectId};

/// All that a file has, whatever the order and the numbers of its objects: each is called after its place in the order in which they are found from
/// the root. Numbers in the tree of parents are replaced by what they lead to.
pub fn all_objects(pdf: &[u8]) -> String {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let mut found = Found::default();
    let mut all = String::new();
    for key in [b"Root".as_slice(), b"Info"] {
        all += &found.named(file.trailer.get(key).unwrap());
    }
    while let Some(id) = found.order.get(found.shown).copied() {
        found.shown += 1;
        let object = found.named(file.get_object(id).unwrap());
        all += &format!("\n{} {object}", found.shown);
    }
    let root = file.catalog().unwrap().get_deref(b"StructTreeRoot", &file).unwrap();
    let tree = root.as_dict().unwrap().get_deref(b"ParentTree", &file).unwrap();
    let mut parents = BTreeMap::new();
    gather_parents(&file, tree.as_dict().unwrap(), &mut parents);
    let next = root.as_dict().unwrap().get(b"ParentTreeNextKey").unwrap().as_i64().unwrap();
    assert!(parents.keys().copied().eq(0..next));
    for id in found.order.clone() {
        let Ok(object) = file.get_object(id).and_then(Object::as_dict) else { continue };
        let number = object.get(b"StructParents").or_else(|_| object.get(b"StructParent"));
        let Ok(number) = number.and_then(Object::as_i64) else { continue };
        let parent = parents[&number];
        let parent = match file.dereference(parent).unwrap().1 {
            list @ Object::Array(_) => list,
            _ => parent,
        };
        let (own, parent) = (found.name(id), found.named(parent));
        all += &format!("\n{own} is in {parent}");
    }
    all
}

fn gather_parents<'f>(
    file: &'f lopdf::Document,
    node: &'f Dictionary,
    parents: &mut BTreeMap<i64, &'f Object>,
) {
    for kid in node.get(b"Kids").and_then(Object::as_array).into_iter().flatten() {
        let kid = file.dereference(kid).unwrap().1.as_dict().unwrap();
        let before = parents.len();
        gather_parents(file, kid, parents);
        let limits = kid.get(b"Limits").unwrap().as_array().unwrap();
        let limits: Vec<i64> = limits.iter().map(|limit| limit.as_i64().unwrap()).collect();
        let added: Vec<i64> = parents.keys().copied().skip(before).collect();
        assert_eq!(limits, [added[0], added[added.len() - 1]]);
    }
    let nums = node.get(b"Nums").and_then(Object::as_array);
    for pair in nums.into_iter().flat_map(|nums| nums.chunks(2)) {
        assert!(parents.insert(pair[0].as_i64().unwrap(), &pair[1]).is_none());
    }
}

/// Objects in the order in which they are found.
#[derive(Default)]
struct Found {
    order: Vec<ObjectId>,
    numbers: HashMap<ObjectId, usize>,
    shown: usize,
}

impl Found {
    /// The place of an object, from 1.
    fn name(&mut self, id: ObjectId) -> String {
        let next = self.order.len() + 1;
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.order.push(id);
        }
        format!("#{number}")
    }

    /// An object with the places of all that it refers to.
    fn named(&mut self, object: &Object) -> String {
        match object {
            Object::Reference(id) => self.name(*id),
            Object::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.named(item)).collect();
                format!("[{}]", items.join(" "))
            }
            Object::Dictionary(dict) => self.named_dict(dict),
            Object::Stream(stream) => {
                format!("{} {:?}", self.named_dict(&stream.dict), stream.content)
            }
            other => format!("{other:?}"),
        }
    }

    fn named_dict(&mut self, dict: &Dictionary) -> String {
        let entries: BTreeMap<&[u8], &Object> =
            dict.iter().map(|(key, value)| (key.as_slice(), value)).collect();
        let mut all = String::from("<<");
        for (key, value) in entries {
            let key = String::from_utf8_lossy(key);
            if !["StructParent", "StructParents", "ParentTree", "ParentTreeNextKey"]
                .contains(&&*key)
            {
                all += &format!("/{key} {}", self.named(value));
            }
        }
        all + ">>"
    }
}
