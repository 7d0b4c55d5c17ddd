use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::document::{
    Fault, FieldEntry, FieldKind, FilledDocument, FilledField, Identity, Kit, KitField,
};
use super::printed::PrintedPage;
use super::refusal::RefusalCode;
use crate::document::{FieldName, PageCode, PageIdentity};

/// How many fields a message names.
const NAMED: usize = 5;

impl Kit {
    /// A document as it was built, from what was read of its blank print. `markdown` is its text, if it is Markdown.
    ///
    /// # Errors
    ///
    /// If it does not show its fields as they were built.
    pub fn of(blank: FilledDocument, markdown: Option<String>) -> Result<Self, Fault> {
        let refused = |message: String| {
            let help = "give the file as `build` or `panel` made it, before anything was filled in";
            Fault::new(RefusalCode::Incomplete, message, help)
        };
        let is_blank = blank.is_blank();
        if blank.is_export() {
            let message = "an export of form data does not show which fields the kit has";
            return Err(refused(message.to_owned()));
        }
        let FilledDocument { identity, details, fields, .. } = blank;
        let Some(details) = details else {
            let message = "this kit does not say for whom and when it was built";
            return Err(refused(message.to_owned()));
        };
        let mut known = Vec::with_capacity(fields.len());
        for FilledField { name, place, entry, options } in fields {
            let Some(kind) = FieldKind::of(&entry) else {
                let message =
                    format!("the kind of the field `{name}` of this kit is not known for certain");
                return Err(refused(message).at(place));
            };
            known.push(KitField { name, kind, options });
        }
        if !is_blank {
            return Err(refused("this file is filled in".to_owned()));
        }
        Ok(Self { identity, details, fields: known, markdown, pages: Vec::new() })
    }

    /// The field with this name.
    pub(super) fn field(&self, name: &FieldName) -> Option<&KitField> {
        self.fields.iter().find(|field| field.name == *name)
    }
}

/// Compares a document that came back with the same document as it was built. A field that is missing is a fault, unless it is one of
/// an export of form data that leaves out empty fields. A field of another kind than in the kit is unreadable. Returns the document with
/// what only the blank one says.
pub fn compare(mut found: FilledDocument, kit: &Kit) -> Result<FilledDocument, Fault> {
    let mut by_name: BTreeMap<FieldName, FilledField> = BTreeMap::new();
    let is_export = found.is_export();
    let mut missing = Vec::new();
    // No two fields of a document have the same name: those that have one are put together when they are read.
    by_name.extend(std::mem::take(&mut found.fields).into_iter().map(|it| (it.name.clone(), it)));
    for field in &kit.fields {
        match by_name.remove(&field.name) {
            Some(filled) => found.fields.push(field.filled(filled)),
            None if is_export => found.fields.push(field.blank()),
            None => missing.push(field.name.to_string()),
        }
    }
    if !missing.is_empty() {
        return Err(fault("is missing fields that the kit has", &missing));
    }
    if !by_name.is_empty() {
        let names: Vec<String> = by_name.keys().map(FieldName::to_string).collect();
        return Err(fault("has fields that the kit does not have", &names));
    }
    if found.details.is_none() {
        found.details = Some(kit.details.clone());
    }
    Ok(found)
}

impl KitField {
    /// The field, blank.
    fn blank(&self) -> FilledField {
        let Self { name, kind, options } = self.clone();
        FilledField { name, place: None, entry: kind.blank(), options }
    }

    /// The field as it was filled in, if that goes with its kind and its boxes.
    fn filled(&self, filled: FilledField) -> FilledField {
        let why = match &filled.entry {
            FieldEntry::Choice(Some(value))
                if self.kind == FieldKind::Choice
                    && !self.options.is_empty()
                    && !self.options.contains(value) =>
            {
                Some(format!("“{value}” is filled in, and no box of the kit has this value"))
            }
            entry => FieldKind::of(entry).filter(|kind| *kind != self.kind).map(|kind| {
                format!("this field is {}, and {} in the kit", kind.words(), self.kind.words())
            }),
        };
        let entry = why.map_or(filled.entry, FieldEntry::Unreadable);
        let options = if filled.options.is_empty() { self.options.clone() } else { filled.options };
        FilledField { entry, options, ..filled }
    }
}

/// The fault of a page whose document is not known.
fn missing(code: &PageCode, found: usize) -> Fault {
    let interviewer = code.interviewer().map(|part| format!(", interviewer {part}"));
    let of = format!(
        "of packet {} of kit {}{}",
        code.packet(),
        code.kit(),
        interviewer.unwrap_or_default()
    );
    if found > 1 {
        let message = format!("this page is {of}, and its code does not say of which document");
        let help = "type what is on it into the PDF, or rate on the scoring form";
        return Fault::new(RefusalCode::KitMissing, message, help);
    }
    let message = format!("this page is {of}, and its blank PDF was not given");
    let help = "give the PDF as it was built, or its folder, with --kit";
    Fault::new(RefusalCode::KitMissing, message, help)
}

fn fault(what: &str, names: &[String]) -> Fault {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let rest = match names.len().saturating_sub(NAMED) {
        0 => String::new(),
        rest => format!(", and {rest} more"),
    };
    let message = format!("this document {what}: {}{rest}", shown.join(", "));
    let help = "fill in the file that the kit has, and save it with its form";
    Fault::new(RefusalCode::Incomplete, message, help)
}

/// The documents of kits as they were built.
#[derive(Clone, Debug, Default)]
pub struct Kits {
    /// By their identities. A kit can hold a document as a PDF and as Markdown.
    by_identity: HashMap<Identity, Vec<Kit>>,
}

impl FromIterator<Kit> for Kits {
    fn from_iter<I: IntoIterator<Item = Kit>>(kits: I) -> Self {
        let mut all = Self::default();
        for kit in kits {
            all.by_identity.entry(kit.identity.clone()).or_default().push(kit);
        }
        all
    }
}

impl Kits {
    /// All documents, in the order of their identities.
    #[must_use]
    pub fn in_order(&self) -> BTreeMap<&Identity, &Vec<Kit>> {
        self.by_identity.iter().collect()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_identity.is_empty()
    }

    /// The codes of the kits, each once, in alphabetical order.
    #[must_use]
    pub fn codes(&self) -> BTreeSet<&str> {
        self.by_identity.keys().map(|identity| identity.kit.as_str()).collect()
    }

    /// The document with this identity.
    #[must_use]
    pub fn find(&self, identity: &Identity) -> Option<&Kit> {
        self.by_identity.get(identity)?.first()
    }

    /// The document that a page of this code is of, and the page as it was built.
    ///
    /// # Errors
    ///
    /// If it is not among these, or if its code does not say which of several it is.
    pub fn page(&self, code: &PageCode) -> Result<(&Kit, &PrintedPage), Fault> {
        let (kit, packet, part) = (code.kit(), code.packet(), code.interviewer());
        let is_named = |identity: &Identity| {
            identity.kit == kit
                && identity.packet == packet
                && identity.part == part
                && u32::from(PageIdentity::number_of(&identity.document)) == code.document()
        };
        let named = self.by_identity.iter().filter(|(identity, _)| is_named(identity));
        let named = named.flat_map(|(_, kits)| kits).filter(|kit| !kit.pages.is_empty());
        let mut named: Vec<&Kit> = named.collect();
        named.dedup_by(|one, other| one.identity == other.identity);
        let [found] = named[..] else { return Err(missing(code, named.len())) };
        let page = usize::try_from(code.page()).ok().and_then(|page| found.pages.get(page));
        let page = page.ok_or_else(|| missing(code, 0))?;
        Ok((found, page))
    }

    /// The Markdown of the document with this identity.
    pub(super) fn markdown(&self, identity: &Identity) -> Option<&str> {
        self.by_identity.get(identity)?.iter().find_map(|kit| kit.markdown.as_deref())
    }
}
