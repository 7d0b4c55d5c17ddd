use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::entry;
use super::fault::{edited, incomplete, no_form_fields, not_ours};
use super::field::{FieldType, FormField, bytes_of};
use super::identity::{Claim, claims, is_as_built};
use super::limit::{self, Limit};
use super::pages::{Sheet, place};
use super::pdf::PdfFile;
use super::printed::{self, DocumentField, PlacedDocument};
use super::scope::{self, Scopes};
use super::state::{Remark, States, is_of_file};
use crate::collect::gathered::Gathered;
use crate::collect::{Fault, FieldEntry, FilledDocument, FilledField, RecordSource, RefusalCode};
use crate::document::FieldName;

/// Puts the fields of a PDF together to the documents that they are of.
///
/// A document's pages run from the one with its identity to before the next document's. Its fields are those whose names say so, and
/// those on its pages that it shares with other documents.
pub(super) fn gather(
    file: &PdfFile<'_>,
    fields: &[FormField],
    sheets: &[Sheet],
) -> Result<Vec<Result<PlacedDocument, Fault>>, Fault> {
    if fields.is_empty() {
        return Err(no_form_fields());
    }
    if let Some(field) = fields.iter().find(|field| is_of_a_document(field) && is_renamed(field)) {
        let message = format!(
            "a program that merges files renamed its fields: there is a field `{}`",
            field.name
        );
        let help = "collect the original files instead of the merged one";
        return Err(Fault::new(RefusalCode::Incomplete, message, help));
    }
    let mut claims = claims(fields)?;
    if claims.is_empty() {
        return Err(not_ours("this form does not say which kit and packet it is of"));
    }
    let first_page = |claim: &Claim<'_>| {
        let pages = fields[claim.at].widgets.iter().filter_map(|widget| widget.page);
        pages.min().unwrap_or(usize::MAX)
    };
    claims.sort_by_key(first_page);
    let starts: Vec<usize> = claims.iter().map(first_page).collect();
    let end =
        |index: usize| starts.get(index + 1).map_or(sheets.len(), |next| sheets.len().min(*next));
    let scopes = Scopes::new(claims.iter().map(|claim| claim.scope));
    let homes: Vec<_> = fields.iter().map(|field| scopes.home(&field.name)).collect();
    let mut own = own(fields, &homes, &claims);
    let parts = claims.into_iter().enumerate().map(|(index, claim)| {
        let own = std::mem::take(&mut own[index]);
        Part { index, claim, pages: starts[index]..end(index), own }
    });
    let parts: Vec<Part<'_>> = parts.collect();
    let facts = |part: &Part<'_>| fields[part.claim.at].known_facts();
    let about = parts.iter().map(|part| (part.pages.clone(), facts(part)));
    let states = States::read(file, sheets, about)?;
    let mut taken = vec![false; fields.len()];
    let mut documents = Vec::with_capacity(parts.len());
    let entries = fields.iter().map(|_| OnceCell::new()).collect();
    let gatherer = Gatherer { file, fields, sheets, homes: &homes, states: &states, entries };
    for part in &parts {
        match gatherer.document(part, &mut taken) {
            // The limits are those of the whole file.
            Err(fault) if fault.code == RefusalCode::TooLarge => {
                return Err(Fault { identity: None, ..fault });
            }
            document => documents.push(document),
        }
    }
    let mut told = HashSet::new();
    for (document, _) in documents.iter_mut().flatten() {
        document.remarks.retain(|(remark, _)| !is_of_file(remark) || told.insert(remark.clone()));
    }
    documents.extend(left_over(fields, &taken).map(Err));
    Ok(documents)
}

/// What is told of a document that does not say what it was built with.
const NO_FACTS: &str = "another program took out what the file says of itself: whether pages or fields are missing is not known";
const NOT_READ: &str = "what the file says of itself was changed and cannot be read: whether pages or fields are missing is not known";

/// The fields of each document: those below its scope and, for a document without a scope, those on no page.
fn own(
    fields: &[FormField],
    homes: &[Option<(usize, FieldName)>],
    claims: &[Claim<'_>],
) -> Vec<Vec<usize>> {
    let mut own: Vec<Vec<usize>> = claims.iter().map(|_| Vec::new()).collect();
    let without = claims.iter().position(|claim| claim.scope.is_empty());
    for (at, (field, home)) in fields.iter().zip(homes).enumerate() {
        let is_nowhere = field.widgets.iter().all(|widget| widget.page.is_none());
        let document = home.as_ref().map(|(document, _)| *document);
        if let Some(document) = document.or(without.filter(|_| is_nowhere)) {
            own[document].push(at);
        }
    }
    own
}

/// A document of a file.
struct Part<'f> {
    index: usize,
    claim: Claim<'f>,
    /// Its pages, from 0.
    pages: Range<usize>,
    /// The fields that are its own, wherever they are.
    own: Vec<usize>,
}

/// Fields of ours that belong to no document, because its first page is missing.
fn left_over(fields: &[FormField], taken: &[bool]) -> Option<Fault> {
    let is_left = |(field, taken): &(&FormField, &bool)| !**taken && is_of_a_document(field);
    let mut left = fields.iter().zip(taken).filter(is_left).map(|(field, _)| field);
    let first = left.next()?;
    let message = format!(
        "{} fields, such as `{}`, are of a document whose first page is missing",
        left.count() + 1,
        first.name
    );
    let page = first.widgets.iter().find_map(|widget| widget.page);
    Some(incomplete(message).at(page.and_then(place)))
}

/// Whether a program that merges files gave the field another name, because two had the same: `intake+1.rating`. No id has a plus sign.
fn is_renamed(field: &FormField) -> bool {
    let has_number = |(_, number): (&str, &str)| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    field.name.split('.').any(|segment| segment.rsplit_once('+').is_some_and(has_number))
}

/// Whether a field can be one of ours.
fn is_of_a_document(field: &FormField) -> bool {
    field.kind != FieldType::Other && FieldName::is_name(&field.name)
}

struct Gatherer<'g, 'f, 'a> {
    file: &'g PdfFile<'a>,
    fields: &'f [FormField],
    sheets: &'g [Sheet],
    homes: &'g [Option<(usize, FieldName)>],
    states: &'g States,
    /// What is filled into each field, and its options. It is worked out once, and not for each document that shows the field.
    entries: Vec<OnceCell<(FieldEntry, Vec<String>)>>,
}

impl<'f> Gatherer<'_, 'f, '_> {
    fn document(&self, part: &Part<'f>, taken: &mut [bool]) -> Result<PlacedDocument, Fault> {
        let Part { claim, pages, .. } = part;
        taken[claim.at] = true;
        let start = place(pages.start).filter(|_| !pages.is_empty());
        let found = self.found(part, taken);
        let identity = claim.identity.clone().map_err(|fault| fault.at(start))?;
        if pages.is_empty() {
            let message = format!("the first page of `{}` is missing", identity.document);
            return Err(incomplete(message).of(&identity));
        }
        let facts = self.fields[claim.at].known_facts();
        if !is_as_built(&identity, facts) {
            let message = "the field that identifies the document was changed after it was built";
            return Err(edited(message).at(start).of(&identity));
        }
        if let Some(fault) = facts.and_then(|facts| Self::miscount(part, facts.fields?, &found)) {
            return Err(fault.at(start).of(&identity));
        }
        let (state, of_pages) = self
            .states
            .of(self.file, self.sheets, pages, facts)
            .map_err(|fault| fault.of(&identity))?;
        let mut remarks = self.remarks(pages, &found);
        if facts.is_none() {
            let remark = if self.fields[claim.at].facts.is_some() { NOT_READ } else { NO_FACTS };
            remarks.push((remark.to_owned(), start));
        }
        remarks.extend(of_pages);
        let printed = printed::pages(self.fields, self.sheets, pages, &found);
        let mut fields = Gathered::default();
        for DocumentField { at, name, page } in found {
            let (entry, options) = self.entries[at].get_or_init(|| {
                let entry = entry::read(&self.fields[at]);
                let options = entry::options(&self.fields[at], &entry);
                (entry, options)
            });
            let called = &self.fields[at].name;
            self.file.budget.spend(Limit::Entries, bytes_of(&name, called, entry, options))?;
            let (entry, options) = (entry.clone(), options.clone());
            fields.add(FilledField { name, place: page.and_then(place), entry, options }, called);
        }
        let document = FilledDocument {
            source: RecordSource::Form,
            identity,
            details: facts.map(|facts| facts.details.clone()),
            pages: state,
            fields: fields.finish(),
            remarks,
        };
        Ok((document, printed))
    }

    /// The fields of a document in the order of its pages, and those of it that are on no page.
    fn found(&self, part: &Part<'f>, taken: &mut [bool]) -> Vec<DocumentField> {
        let (mut found, mut known) = (Vec::new(), FxHashSet::default());
        known.insert(part.claim.at);
        for page in part.pages.clone() {
            for at in self.sheets.get(page).map(|sheet| sheet.fields.as_slice()).unwrap_or_default()
            {
                if known.insert(*at)
                    && let Some(name) = self.name(*at, part)
                {
                    taken[*at] = true;
                    found.push(DocumentField { at: *at, name, page: Some(page) });
                }
            }
        }
        for at in &part.own {
            let field = &self.fields[*at];
            if known.insert(*at)
                && let Some(name) = self.name(*at, part)
            {
                taken[*at] = true;
                let page = field.widgets.iter().find_map(|widget| widget.page);
                found.push(DocumentField { at: *at, name, page });
            }
        }
        found
    }

    /// The name in a document of a field that is on its pages or below its scope.
    fn name(&self, at: usize, part: &Part<'f>) -> Option<FieldName> {
        let field = &self.fields[at];
        match &self.homes[at] {
            _ if !is_of_a_document(field) => None,
            Some((document, name)) if *document == part.index => Some(name.clone()),
            Some(_) => None,
            None => scope::shared(&field.name, part.claim.scope),
        }
    }

    /// The fault of a document that has more or fewer fields than it was built with.
    fn miscount(part: &Part<'f>, built: usize, found: &[DocumentField]) -> Option<Fault> {
        let on_pages = found.iter().filter(|field| field.page.is_some()).count();
        if on_pages == built && found.len() == built {
            return None;
        }
        let document = part.claim.identity.as_ref().ok()?.document.as_str();
        let nowhere = found.iter().filter(|field| field.page.is_none());
        let nowhere: Vec<String> =
            nowhere.take(5).map(|field| format!("`{}`", field.name)).collect();
        let nowhere = match nowhere.as_slice() {
            [] => String::new(),
            names => format!("; not on any page: {}", names.join(", ")),
        };
        let message = format!("`{document}` was built with {built} fields, and has {on_pages}");
        Some(incomplete(message + &nowhere))
    }

    /// What was added to the pages of a document, and is no field of it.
    fn remarks(&self, pages: &Range<usize>, found: &[DocumentField]) -> Vec<Remark> {
        let own: FxHashSet<usize> = found.iter().map(|field| field.at).collect();
        let (mut remarks, mut more) = (Vec::new(), 0);
        let mut tell = |remark: &dyn Fn() -> String, page| {
            if remarks.len() < limit::REMARKS {
                remarks.push((remark(), place(page)));
            } else {
                more += 1;
            }
        };
        for page in pages.clone() {
            let Some(sheet) = self.sheets.get(page) else { continue };
            for remark in &sheet.remarks {
                tell(&|| remark.clone(), page);
            }
            for at in &sheet.fields {
                if !own.contains(at) && !is_of_a_document(&self.fields[*at]) {
                    let name = &self.fields[*at].name;
                    tell(
                        &|| format!("a field “{name}” was added to the page, and is not read"),
                        page,
                    );
                }
            }
        }
        if more > 0 {
            remarks.push((format!("there are {more} more things that were added"), None));
        }
        remarks
    }
}
