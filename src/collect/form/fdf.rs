use std::collections::HashMap;
use std::rc::Rc;

use super::export::Export;
use super::fault::damaged;
use super::field::Written;
use super::limit::{self, Budget, Limit, too_large};
use super::pdf::{Dict, Object, Parser};
use super::text;
use crate::collect::Fault;

/// Reads the fields of an FDF file (ISO 32000-1, 12.7.7): a form's data without its pages.
pub(super) fn read(bytes: &[u8]) -> Result<Export, Fault> {
    let file = FdfFile::read(bytes)?;
    let mut fields = Fields { file: &file, export: Export::default(), budget: Budget::default() };
    fields.read()?;
    Ok(fields.export)
}

fn broken() -> Fault {
    damaged("it is not valid FDF")
}

/// All objects of an FDF file. They stand one after the other, and it needs no table of them.
struct FdfFile<'a> {
    objects: HashMap<u32, Object<'a>>,
    root: Dict<'a>,
}

impl<'a> FdfFile<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut file = Self { objects: HashMap::new(), root: Dict::default() };
        let start = bytes.windows(5).position(|it| it == b"%FDF-").unwrap_or(0);
        // One reader for all of it, so that its limit on values is that of the file.
        let mut parser = Parser::new(bytes, start);
        let mut trailer = None;
        while !parser.is_at_end() {
            if let Some(id) = parser.object_head() {
                let object = parser.indirect().map_err(|_| broken())?;
                if let Object::Stream(dict, data) = &object {
                    let length = dict.get("Length").and_then(Object::size).ok_or_else(broken)?;
                    let end = data.checked_add(length).ok_or_else(broken)?;
                    parser.skip_to(end);
                    if !parser.keyword("endstream") {
                        return Err(broken());
                    }
                }
                if !parser.keyword("endobj") {
                    return Err(broken());
                }
                file.objects.insert(id.number, object);
            } else if parser.keyword("trailer") {
                trailer = parser.object().ok().and_then(Object::dict);
            } else if !["xref", "startxref", "n", "f"].iter().any(|word| parser.keyword(word))
                && parser.natural().is_none()
            {
                // A table of objects is allowed, and not needed.
                return Err(broken());
            }
        }
        let mut trailer = trailer.ok_or_else(|| damaged("its end is missing"))?;
        let root = file.resolve(trailer.take("Root").ok_or_else(broken)?);
        file.root = root.dict().ok_or_else(broken)?;
        Ok(file)
    }

    fn resolve(&self, object: Object<'a>) -> Object<'a> {
        match object {
            Object::Ref(id) => self.objects.get(&id.number).cloned().unwrap_or(Object::Null),
            object => object,
        }
    }

    fn take(&self, dict: &mut Dict<'a>, key: &str) -> Object<'a> {
        dict.take(key).map_or(Object::Null, |value| self.resolve(value))
    }
}

struct Fields<'f, 'a> {
    file: &'f FdfFile<'a>,
    export: Export,
    budget: Budget,
}

impl<'a> Fields<'_, 'a> {
    fn read(&mut self) -> Result<(), Fault> {
        let mut root = self.file.root.clone();
        let Object::Dict(mut data) = self.file.take(&mut root, "FDF") else { return Err(broken()) };
        let top = self.file.take(&mut data, "Fields").array().unwrap_or_default();
        let mut next: Vec<(Object<'a>, Rc<str>, usize)> = Vec::new();
        next.extend(top.into_iter().rev().map(|field| (field, "".into(), 0)));
        while let Some((object, above, depth)) = next.pop() {
            self.budget.spend(Limit::Nodes, 1)?;
            if depth > limit::TREE_DEPTH {
                return Err(too_large("its fields are nested too deep"));
            }
            let Some(mut dict) = self.file.resolve(object).dict() else { continue };
            if let Some(key) = dict.doubled(&["T", "V", "Kids"]) {
                return Err(damaged(format!("a field has /{key} twice")));
            }
            let name = self.name(&mut dict, &above)?;
            let kids = self.file.take(&mut dict, "Kids").array().unwrap_or_default();
            let has_value = self.value(&mut dict, &name)?;
            if !has_value && kids.is_empty() && !name.is_empty() {
                self.export.add_blank(&name);
            }
            next.extend(kids.into_iter().rev().map(|kid| (kid, Rc::clone(&name), depth + 1)));
        }
        Ok(())
    }

    fn name(&self, dict: &mut Dict<'a>, above: &Rc<str>) -> Result<Rc<str>, Fault> {
        let Object::Text(part) = self.file.take(dict, "T") else { return Ok(Rc::clone(above)) };
        let part = text::decode(&part).map_err(|why| damaged(format!("of a name, {why}")))?;
        let name = if above.is_empty() { part } else { format!("{above}.{part}") };
        if name.len() > limit::NAME_BYTES {
            return Err(too_large("the name of a field is too long"));
        }
        self.budget.spend(Limit::Text, name.len())?;
        Ok(name.into())
    }

    /// Enters the value of a field, if it has one.
    fn value(&mut self, dict: &mut Dict<'a>, name: &str) -> Result<bool, Fault> {
        let value = match self.file.take(dict, "V") {
            Object::Null => return Ok(false),
            Object::Name(name) => Written::Name(text::of_name(&name)),
            Object::Text(bytes) => {
                text::decode(&bytes).map_or_else(Written::Unreadable, Written::Text)
            }
            _ => Written::Unreadable("what is filled in is neither text nor a box".to_owned()),
        };
        if let Written::Name(text) | Written::Text(text) = &value {
            self.budget.spend(Limit::Text, text.len())?;
        }
        self.export.add(name, value);
        Ok(true)
    }
}
