//! The words that are shown on a page, whoever wrote its operators.

use rustc_hash::FxHashMap;

use super::code_map::CodeMap;
use super::limit::{self, Limit};
use super::pdf::{Dict, Id, Object, Operation, Operations, PdfFile};
use crate::collect::Fault;

/// How deep forms that are drawn on a page (ISO 32000-1, 8.10) can be nested. Ours is the logo, which holds no other.
const FORMS: usize = 8;

/// Reads the words of pages.
pub(super) struct WordReader<'f, 'a> {
    file: &'f PdfFile<'a>,
    /// The characters of the fonts that were needed so far. `None` for a font that does not say what its codes stand for.
    maps: FxHashMap<Id, Option<CodeMap>>,
    /// The words of the current page.
    words: String,
}

impl<'f, 'a> WordReader<'f, 'a> {
    pub(super) fn new(file: &'f PdfFile<'a>) -> Self {
        Self { file, maps: FxHashMap::default(), words: String::new() }
    }

    /// The text of all glyphs of a page with this content, in the order in which they are shown. `None` if it cannot be told.
    pub(super) fn page(&mut self, page: Id, content: &[u8]) -> Result<Option<String>, Fault> {
        self.words.clear();
        let resources = self.resources(page)?;
        let is_read = self.show(content, &resources, FORMS)?;
        Ok(is_read.then(|| std::mem::take(&mut self.words)))
    }

    /// The resources of a page, which may be those of a node above it (7.7.3.4).
    fn resources(&self, page: Id) -> Result<Dict<'f>, Fault> {
        let mut node = Object::Ref(page);
        for _ in 0..=limit::TREE_DEPTH {
            let Some(mut dict) = self.file.resolve(node)?.dict() else { break };
            if let Some(resources) = self.file.take(&mut dict, "Resources")?.dict() {
                return Ok(resources);
            }
            let Some(parent) = dict.take("Parent") else { break };
            node = parent;
        }
        Ok(Dict::default())
    }

    /// Adds what a content stream shows. Returns whether all of it could be told.
    fn show(&mut self, content: &[u8], resources: &Dict<'f>, depth: usize) -> Result<bool, Fault> {
        let fonts = self.below(resources, "Font")?;
        let (mut font, mut saved) = (None, Vec::new());
        let mut operations = Operations::new(content);
        let is_read = loop {
            let Operation { operator, mut operands } = match operations.next() {
                Some(Ok(operation)) => operation,
                Some(Err(_)) => break false,
                None => break true,
            };
            match operator {
                b"q" => saved.push(font),
                b"Q" => font = saved.pop().flatten(),
                b"Tf" => {
                    font = match operands.first() {
                        Some(Object::Name(name)) => self.font(&fonts, name)?,
                        _ => None,
                    };
                }
                b"Tj" | b"'" | b"\"" | b"TJ" => {
                    let map = font.and_then(|font| self.maps.get(&font)?.as_ref());
                    let (Some(map), Some(shown)) = (map, operands.pop()) else { break false };
                    let texts = match &shown {
                        Object::Array(texts) => texts.as_slice(),
                        text => std::slice::from_ref(text),
                    };
                    let is_mapped = texts.iter().all(|text| match text {
                        Object::Text(codes) => map.append(codes, &mut self.words),
                        _ => true,
                    });
                    if !is_mapped {
                        break false;
                    }
                }
                b"Do" => {
                    let Some(Object::Name(name)) = operands.pop() else { break false };
                    if !self.form(&name, resources, depth)? {
                        break false;
                    }
                }
                // Data that are no operands follow it (8.9.7).
                b"BI" => break false,
                _ => {}
            }
        };
        self.file.budget.spend(Limit::Parsed, operations.work())?;
        Ok(is_read)
    }

    /// The font of this name, whose characters are known from then on.
    fn font(&mut self, fonts: &Dict<'f>, name: &[u8]) -> Result<Option<Id>, Fault> {
        let Some(Object::Ref(id)) = fonts.of(name) else { return Ok(None) };
        if !self.maps.contains_key(id) {
            let map = self.code_map(*id)?;
            self.maps.insert(*id, map);
        }
        Ok(Some(*id))
    }

    fn code_map(&self, font: Id) -> Result<Option<CodeMap>, Fault> {
        let file = self.file;
        let Some(mut font) = file.get(font)?.dict() else { return Ok(None) };
        let Object::Stream(dict, data) = file.take(&mut font, "ToUnicode")? else {
            return Ok(None);
        };
        let Some(map) = file.content(dict, data)? else { return Ok(None) };
        CodeMap::read(&map, &file.budget)
    }

    /// Adds what a form shows that is drawn on the page. A picture shows no words.
    fn form(&mut self, name: &[u8], resources: &Dict<'f>, depth: usize) -> Result<bool, Fault> {
        let file = self.file;
        let Some(object) = self.below(resources, "XObject")?.of(name).cloned() else {
            return Ok(false);
        };
        let Object::Stream(mut dict, data) = file.resolve(object)? else { return Ok(false) };
        if dict.get("Subtype").is_some_and(|kind| kind.is_name("Image")) {
            return Ok(true);
        }
        let Some(depth) = depth.checked_sub(1) else { return Ok(false) };
        let own = file.take(&mut dict, "Resources")?.dict();
        let Some(content) = file.content(dict, data)? else { return Ok(false) };
        self.show(&content, own.as_ref().unwrap_or(resources), depth)
    }

    /// A dictionary in a dictionary. It is empty if it is not there.
    fn below(&self, dict: &Dict<'f>, key: &str) -> Result<Dict<'f>, Fault> {
        let value = dict.get(key).cloned().unwrap_or(Object::Null);
        Ok(self.file.resolve(value)?.dict().unwrap_or_default())
    }
}
