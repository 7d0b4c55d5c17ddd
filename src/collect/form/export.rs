use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::entry;
use super::fault::{no_form_fields, not_ours};
use super::field::{self, FormField, Written, bytes_of, restore_names};
use super::identity::{Claim, claims};
use super::limit::{Budget, Limit};
use super::scope::Scopes;
use crate::collect::document::{OF_INTERVIEWER, number};
use crate::collect::gathered::Gathered;
use crate::collect::{
    Fault, FieldEntry, FieldKind, FilledDocument, FilledField, Kit, Kits, PageState, RecordSource,
};
use crate::document::FieldName;

/// The fields of an export: a form's data without its pages.
#[derive(Default)]
pub(super) struct Export {
    fields: Vec<FormField>,
    by_name: HashMap<Rc<str>, usize>,
    /// What a person should know that is in no field.
    remarks: Vec<&'static str>,
}

impl Export {
    /// Adds a value of a field. Fields with the same name are one, and their values must agree.
    pub(super) fn add(&mut self, name: &str, value: Written) {
        self.field(name).say(&Rc::new(value));
    }

    /// Adds a field without a value: it is blank, and the document asks for it.
    pub(super) fn add_blank(&mut self, name: &str) {
        self.field(name);
    }

    /// Adds what a person should know that is in no field.
    pub(super) fn remark(&mut self, remark: &'static str) {
        self.remarks.push(remark);
    }

    fn field(&mut self, name: &str) -> &mut FormField {
        let at = self.by_name.get(name).copied().unwrap_or_else(|| {
            let name: Rc<str> = name.into();
            self.fields.push(FormField::new(Rc::clone(&name)));
            self.by_name.insert(name, self.fields.len() - 1);
            self.fields.len() - 1
        });
        &mut self.fields[at]
    }

    /// Puts the fields together to the documents that they are of.
    ///
    /// Only the kit can tell which fields are missing, since programs leave out those that are blank, and what kind of field each is.
    pub(super) fn documents(
        mut self,
        kits: &Kits,
    ) -> Result<Vec<Result<FilledDocument, Fault>>, Fault> {
        if self.fields.is_empty() {
            return Err(Fault {
                message: "this file has no fields".to_owned(),
                ..no_form_fields()
            });
        }
        drop(self.by_name);
        restore_names(&mut self.fields);
        let claims = claims(&self.fields)?;
        if claims.is_empty() {
            return Err(not_ours("this export does not say which kit and packet it is of"));
        }
        let scopes = Scopes::new(claims.iter().map(|claim| claim.scope));
        let kit = |claim: &Claim<'_>| kits.find(claim.identity.as_ref().ok()?);
        let kits: Vec<Option<&Kit>> = claims.iter().map(kit).collect();
        let mut own: Vec<Gathered> = claims.iter().map(|_| Gathered::default()).collect();
        let identities: HashSet<usize> = claims.iter().map(|claim| claim.at).collect();
        let budget = Budget::default();
        let mut shares = HashMap::new();
        for (at, field) in self.fields.iter().enumerate() {
            if identities.contains(&at) {
                continue;
            }
            let home;
            let is_own;
            let (documents, name) = if let Some((document, name)) = scopes.home(&field.name) {
                (home, is_own) = ([document], true);
                (home.as_slice(), name)
            } else {
                let Some((scope, below, name)) = scopes.sharing(&field.name) else { continue };
                is_own = false;
                let is_of_all = name.owner().is_none();
                let shares = shares.entry((scope, is_of_all));
                let shares: &Vec<usize> =
                    shares.or_insert_with(|| showing(below, &claims, is_of_all));
                (shares.as_slice(), name)
            };
            // Of a field that documents share, the kit says which of them show it, as far as it is known.
            let has = |document: &usize| kits[*document].map(|kit| kit.field(&name).is_some());
            let is_shown = !is_own && documents.iter().any(|document| has(document) == Some(true));
            // It is worked out once for all documents that take it for the same kind.
            let mut last: Option<(Option<FieldKind>, FieldEntry)> = None;
            for document in documents {
                budget.spend(Limit::Nodes, 1)?;
                if is_shown && has(document) == Some(false) {
                    continue;
                }
                let built = kits[*document].and_then(|kit| kit.field(&name));
                let kind = built.map(|built| built.kind).or_else(|| known_kind(&name));
                if last.as_ref().is_none_or(|(known, _)| *known != kind) {
                    last = Some((kind, entry_of(kind, field)));
                }
                let Some((_, entry)) = &last else { continue };
                budget.spend(Limit::Entries, bytes_of(&name, &field.name, entry, &[]))?;
                let (name, entry) = (name.clone(), entry.clone());
                let filled = FilledField { name, place: None, entry, options: Vec::new() };
                own[*document].add(filled, &field.name);
            }
        }
        let mut remarks: Vec<_> = self.remarks.iter().map(|it| ((*it).to_owned(), None)).collect();
        let documents = claims.into_iter().zip(own).map(|(claim, fields)| {
            Ok(FilledDocument {
                source: RecordSource::Form,
                identity: claim.identity?,
                details: None,
                pages: PageState::Unknown,
                fields: fields.finish(),
                // They are of the whole file, and told once.
                remarks: std::mem::take(&mut remarks),
            })
        });
        Ok(documents.collect())
    }
}

/// Of documents that can share a field, those that show it: its people are on all, and ratings are where one rates. If none is known to
/// show it, it may be on any of them.
fn showing(below: &[usize], claims: &[Claim<'_>], is_of_all: bool) -> Vec<usize> {
    let mut showing = Vec::new();
    for at in below {
        if let Ok(identity) = &claims[*at].identity
            && (is_of_all || OF_INTERVIEWER.contains(&identity.document.as_str()))
        {
            showing.push(*at);
        }
    }
    if showing.is_empty() { below.to_vec() } else { showing }
}

/// What is filled in. An export does not say what kind of field it is: the kit does, or the name where it is one of ours.
fn entry_of(kind: Option<FieldKind>, field: &FormField) -> FieldEntry {
    let kind = match kind {
        Some(FieldKind::Text) => field::FieldType::Text,
        Some(kind) => field::FieldType::Boxes { is_choice: kind == FieldKind::Choice },
        // Only FDF writes the value of a box as a name.
        None if field.values.iter().any(|value| matches!(**value, Written::Name(_))) => {
            field::FieldType::Boxes { is_choice: field.values.iter().any(is_value) }
        }
        None if field.values.iter().any(is_word) => {
            return FieldEntry::Unreadable(
                "the export does not say whether this is text or a box: collect the PDF, or add the kit with --kit".to_owned(),
            );
        }
        None => field::FieldType::Text,
    };
    entry::read(&FormField { kind, ..field.clone() })
}

/// Whether a value is that of a box of a choice.
fn is_value(value: &Rc<Written>) -> bool {
    matches!(&**value, Written::Name(name) if name != entry::CHECKED && name != entry::EMPTY)
}

/// Whether a text may be the state of a single box.
fn is_word(value: &Rc<Written>) -> bool {
    matches!(&**value, Written::Text(word) if word == entry::CHECKED || word == entry::EMPTY)
}

/// The sections in which each row is a rating.
const RATED: [&str; 2] = ["scorecard", "competencies"];
/// The lists of boxes of our documents, and what boxes are called that have no other name.
const LISTS: [&str; 7] = ["rubric", "watch-for", "probe", "before", "during", "after", "check"];
/// The single boxes of our documents.
const SINGLE: [&str; 3] = ["follow-up", "rated-alone", "rated-on-evidence"];

/// The kind of a field that our documents have, if it has boxes. The list is closed: another template may call anything anything.
fn known_kind(name: &FieldName) -> Option<FieldKind> {
    let (owner, part) = (name.owner()?, name.part());
    let numbered = part.split_once('.').filter(|(_, at)| number(at).is_some());
    match numbered {
        Some(("choice", _)) => Some(FieldKind::Choice),
        Some((list, _)) => LISTS.contains(&list).then_some(FieldKind::Check),
        None if RATED.contains(&owner) && part != "notes" && !part.contains('.') => {
            Some(FieldKind::Choice)
        }
        None if part == "rating" => Some(FieldKind::Choice),
        None if ["recommendation", "decision"].contains(&owner) && owner == part => {
            Some(FieldKind::Choice)
        }
        None => SINGLE.contains(&part).then_some(FieldKind::Check),
    }
}
