use std::collections::HashSet;
use std::ops::Range;

use super::fault::{incomplete, no_form_fields, not_ours};
use super::field::{FormField, Kind};
use super::identity::{Claim, claims};
use super::pages::Sheet;
use super::pdf::PdfFile;
use super::scope::{self, Scopes};
use super::state::States;
use super::{entry, limit};
use crate::collect::gathered::Gathered;
use crate::collect::{Fault, FilledDocument, FilledField, Place, RecordSource};
use crate::document::FieldName;

/// Puts the fields of a PDF together to the documents that they are of.
///
/// A document's pages run from the one with its identity to before the next document's. Its fields are those whose names say so, and
/// those on its pages that it shares with other documents.
pub(super) fn gather(
    file: &PdfFile<'_>,
    fields: &[FormField],
    sheets: &[Sheet],
) -> Result<Vec<Result<FilledDocument, Fault>>, Fault> {
    if fields.is_empty() {
        return Err(no_form_fields());
    }
    let mut claims = claims(fields);
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
    let facts = |part: &Part<'_>| fields[part.claim.at].facts.as_deref();
    let about = parts.iter().map(|part| (part.pages.clone(), facts(part)));
    let states = States::read(file, sheets, about)?;
    let mut taken = vec![false; fields.len()];
    let mut documents = Vec::with_capacity(parts.len());
    let gatherer = Gatherer { file, fields, sheets, homes: &homes, states: &states };
    for part in &parts {
        documents.push(gatherer.document(part, &mut taken));
    }
    documents.extend(left_over(fields, &taken).map(Err));
    Ok(documents)
}

/// Of each document the fields below its scope, and for one without a scope those on no page.
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

/// Whether a field can be one of ours.
fn is_of_a_document(field: &FormField) -> bool {
    field.kind != Kind::Other && field.name.parse::<FieldName>().is_ok()
}

fn place(page: usize) -> Option<Place> {
    let page = u32::try_from(page).ok()?.checked_add(1)?;
    Some(Place { page: Some(page), line: None })
}

struct Gatherer<'g, 'f, 'a> {
    file: &'g PdfFile<'a>,
    fields: &'f [FormField],
    sheets: &'g [Sheet],
    homes: &'g [Option<(usize, FieldName)>],
    states: &'g States,
}

impl<'f> Gatherer<'_, 'f, '_> {
    fn document(&self, part: &Part<'f>, taken: &mut [bool]) -> Result<FilledDocument, Fault> {
        let Part { claim, pages, .. } = part;
        taken[claim.at] = true;
        let start = place(pages.start).filter(|_| !pages.is_empty());
        let found = self.found(part, taken);
        let identity = claim.identity.clone().map_err(|fault| fault.at(start))?;
        if pages.is_empty() {
            let message = format!("the first page of `{}` is missing", identity.document);
            return Err(incomplete(message).of(&identity));
        }
        let facts = self.fields[claim.at].facts.as_deref();
        if let Some(fault) = facts.and_then(|facts| Self::miscount(part, facts.fields?, &found)) {
            return Err(fault.at(start).of(&identity));
        }
        let (state, drawn_on) = self
            .states
            .of(self.file, self.sheets, pages, facts)
            .map_err(|fault| fault.of(&identity))?;
        let mut remarks = self.remarks(pages, &found);
        if facts.is_none() {
            let remark = "what the file says of itself was taken out, or cannot be read: it is not known whether pages or fields are missing";
            remarks.push((remark.to_owned(), start));
        }
        for page in drawn_on {
            remarks.push(("something was drawn over the page".to_owned(), place(page)));
        }
        let mut fields = Gathered::default();
        for Found { at, name, page } in found {
            let field = &self.fields[at];
            let entry = entry::read(field);
            let options = entry::options(field, &entry);
            let place = page.and_then(place);
            fields.add(FilledField { name, place, entry, options }, &field.name);
        }
        Ok(FilledDocument {
            source: RecordSource::Form,
            identity,
            details: facts.map(|facts| facts.details.clone()),
            pages: state,
            fields: fields.finish(),
            remarks,
        })
    }

    /// The fields of a document in the order of its pages, and those of it that are on no page.
    fn found(&self, part: &Part<'f>, taken: &mut [bool]) -> Vec<Found> {
        let (mut found, mut known) = (Vec::new(), HashSet::from([part.claim.at]));
        for page in part.pages.clone() {
            for at in self.sheets.get(page).map(|sheet| sheet.fields.as_slice()).unwrap_or_default()
            {
                if known.insert(*at)
                    && let Some(name) = self.name(*at, part)
                {
                    taken[*at] = true;
                    found.push(Found { at: *at, name, page: Some(page) });
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
                found.push(Found { at: *at, name, page });
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
    fn miscount(part: &Part<'f>, built: usize, found: &[Found]) -> Option<Fault> {
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
    fn remarks(&self, pages: &Range<usize>, found: &[Found]) -> Vec<(String, Option<Place>)> {
        let own: HashSet<usize> = found.iter().map(|field| field.at).collect();
        let mut remarks = Vec::new();
        for page in pages.clone() {
            let Some(sheet) = self.sheets.get(page) else { continue };
            remarks.extend(sheet.remarks.iter().map(|remark| (remark.clone(), place(page))));
            let added = sheet
                .fields
                .iter()
                .filter(|at| !own.contains(at) && !is_of_a_document(&self.fields[**at]));
            remarks.extend(added.map(|at| {
                let name = &self.fields[*at].name;
                (format!("a field “{name}” was added to the page, and is not read"), place(page))
            }));
        }
        let more = remarks.len().saturating_sub(limit::REMARKS);
        if more > 0 {
            remarks.truncate(limit::REMARKS);
            remarks.push((format!("there are {more} more things that were added"), None));
        }
        remarks
    }
}

/// A field of a document.
struct Found {
    at: usize,
    name: FieldName,
    page: Option<usize>,
}
