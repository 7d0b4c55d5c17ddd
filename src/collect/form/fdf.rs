use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::export::Export;
use super::fault::damaged;
use super::field::Written;
use super::limit::{self, Budget, Limit, too_large};
use super::pdf::{Dict, Object, Parser};
use super::{scope, text};
use crate::collect::Fault;

/// Reads the fields of an FDF file (ISO 32000-1, 12.7.7): a form's data without its pages.
pub(super) fn read(bytes: &[u8]) -> Result<Export, Fault> {
    let budget = Budget::of_file(bytes.len(), limit::LIGHT_DATA_BYTES);
    let file = FdfFile::read(bytes)?;
    let root = file.get(&file.trailer, "Root").as_dict().ok_or_else(broken)?;
    let data = file.get(root, "FDF").as_dict().ok_or_else(broken)?;
    let encoding = match file.get(data, "Encoding") {
        Object::Null => Encoding::Standard,
        Object::Name(name) => Encoding::of(name),
        _ => return Err(broken()),
    };
    let export = Export::default();
    let mut fields = Fields { file: &file, encoding, export, budget };
    fields.read(data)?;
    if !file.get(data, "Annots").items().is_empty() {
        fields.export.remark(NOTES);
    }
    Ok(fields.export)
}

/// What is told of an export with comments.
pub(super) const NOTES: &str = "the export has comments or drawings, which are not read";
/// Why the value of a field is not known that is only there as rich text.
pub(super) const RICH_TEXT: &str = "it is filled in as rich text, which is not read";

/// How texts without a byte order mark are written (ISO 32000-1, table 243).
enum Encoding {
    /// In `PDFDocEncoding`.
    Standard,
    Utf8,
    /// In one that is not read, of this name.
    Other(String),
}

impl Encoding {
    fn of(name: &[u8]) -> Self {
        match name {
            b"PDFDocEncoding" => Self::Standard,
            b"utf_8" | b"utf-8" | b"UTF-8" => Self::Utf8,
            name => Self::Other(text::of_name(name)),
        }
    }
}

fn broken() -> Fault {
    damaged("it is not valid FDF")
}

/// All objects of an FDF file. They stand one after the other, and it needs no table of them.
struct FdfFile<'a> {
    objects: HashMap<u32, Object<'a>>,
    trailer: Dict<'a>,
}

impl<'a> FdfFile<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut file = Self { objects: HashMap::new(), trailer: Dict::default() };
        let start = bytes.windows(5).position(|it| it == b"%FDF-").unwrap_or(0);
        // One reader for all of it, so that its limit on values is that of the file.
        let mut parser = Parser::of_file(bytes, start);
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
        file.trailer = trailer.ok_or_else(|| damaged("its end is missing"))?;
        Ok(file)
    }

    /// What a reference leads to; anything else is itself.
    fn resolve<'s>(&'s self, object: &'s Object<'a>) -> &'s Object<'a> {
        match object {
            Object::Ref(id) => self.objects.get(&id.number).unwrap_or(&Object::Null),
            object => object,
        }
    }

    fn get<'s>(&'s self, dict: &'s Dict<'a>, key: &str) -> &'s Object<'a> {
        dict.get(key).map_or(&Object::Null, |value| self.resolve(value))
    }
}

struct Fields<'f, 'a> {
    file: &'f FdfFile<'a>,
    encoding: Encoding,
    export: Export,
    budget: Budget,
}

/// The byte order mark of UTF-8.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A field that is still to be read, the name of what it is below, and how deep it is.
type Node<'f, 'a> = (&'f Object<'a>, Rc<str>, usize);

impl<'f, 'a> Fields<'f, 'a> {
    fn read(&mut self, data: &'f Dict<'a>) -> Result<(), Fault> {
        let file = self.file;
        let mut next: Vec<Node<'f, 'a>> = Vec::new();
        let mut seen = HashSet::new();
        self.push(data, "Fields", &"".into(), 0, &mut next)?;
        while let Some((object, above, depth)) = next.pop() {
            if let Object::Ref(id) = object
                && !seen.insert(id.number)
            {
                continue;
            }
            if depth > limit::TREE_DEPTH {
                return Err(too_large("its fields are nested too deep"));
            }
            let Some(dict) = file.resolve(object).as_dict() else { continue };
            if let Some(key) = dict.doubled(&["T", "V", "Kids"]) {
                return Err(damaged(format!("a field has /{key} twice")));
            }
            let name = match file.get(dict, "T") {
                Object::Text(part) => {
                    let part = scope::part(part, &self.budget)?;
                    scope::joined(&above, &part, &self.budget)?.into()
                }
                _ => above,
            };
            let is_leaf = file.get(dict, "Kids").items().is_empty();
            match self.value(dict)? {
                Some(value) => self.export.add(&name, value),
                None if is_leaf && !name.is_empty() => self.export.add_blank(&name),
                None => {}
            }
            self.push(dict, "Kids", &name, depth + 1, &mut next)?;
        }
        Ok(())
    }

    fn value(&self, dict: &Dict<'a>) -> Result<Option<Written>, Fault> {
        let value = self.file.get(dict, "V");
        let has_mark = |bytes: &[u8]| {
            [&b"\xFE\xFF"[..], b"\xFF\xFE", UTF8_MARK].iter().any(|mark| bytes.starts_with(mark))
        };
        match (value, &self.encoding) {
            (Object::Null, _) if *self.file.get(dict, "RV") != Object::Null => {
                Ok(Some(Written::Unreadable(RICH_TEXT.to_owned())))
            }
            (Object::Text(bytes), Encoding::Utf8) if !has_mark(bytes) => {
                let marked = [UTF8_MARK, bytes].concat();
                Written::read(&Object::Text(marked.into()), &self.budget)
            }
            (Object::Text(bytes), Encoding::Other(name))
                if !has_mark(bytes) && !bytes.is_ascii() =>
            {
                let why = format!("its text is written in {name}, which is not read");
                Ok(Some(Written::Unreadable(why)))
            }
            (value, _) => Written::read(value, &self.budget),
        }
    }

    /// Puts the fields of a list on that of what is to be read, the first to be read first.
    fn push(
        &self,
        dict: &'f Dict<'a>,
        key: &str,
        above: &Rc<str>,
        depth: usize,
        next: &mut Vec<Node<'f, 'a>>,
    ) -> Result<(), Fault> {
        let fields = self.file.get(dict, key).items();
        self.budget.spend(Limit::Nodes, fields.len())?;
        next.extend(fields.iter().rev().map(|field| (field, Rc::clone(above), depth)));
        Ok(())
    }
}
