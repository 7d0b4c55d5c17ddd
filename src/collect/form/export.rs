use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::entry;
use super::fault::{no_form_fields, not_ours};
use super::field::{FormField, Kind, Written, bytes_of, restore_names};
use super::identity::{Claim, claims};
use super::limit::{Budget, Limit};
use super::scope::Scopes;
use crate::collect::{Entry, Fault, FilledDocument, FilledField, PageState, RecordSource};
use crate::document::FieldName;

/// The fields of an export: a form's data without its pages.
#[derive(Default)]
pub(super) struct Export {
    fields: Vec<FormField>,
    by_name: HashMap<String, usize>,
}

impl Export {
    /// Adds a value of a field. Fields with the same name are one, and their values must agree.
    pub(super) fn add(&mut self, name: &str, value: Written) {
        let at = self.by_name.get(name).copied().unwrap_or_else(|| {
            self.fields.push(FormField::new(name.to_owned()));
            self.by_name.insert(name.to_owned(), self.fields.len() - 1);
            self.fields.len() - 1
        });
        self.fields[at].say(&Rc::new(value));
    }

    /// Puts the fields together to the documents that they are of.
    ///
    /// Nobody can tell which fields are missing, since programs leave out those that are blank.
    pub(super) fn documents(mut self) -> Result<Vec<Result<FilledDocument, Fault>>, Fault> {
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
        let mut own: Vec<Vec<FilledField>> = claims.iter().map(|_| Vec::new()).collect();
        let identities: HashSet<usize> = claims.iter().map(|claim| claim.at).collect();
        let budget = Budget::default();
        let mut shares = HashMap::new();
        for (at, field) in self.fields.iter().enumerate() {
            if identities.contains(&at) {
                continue;
            }
            let home;
            let (documents, name) = if let Some((document, name)) = scopes.home(&field.name) {
                home = [document];
                (home.as_slice(), name)
            } else {
                let Some((scope, below, name)) = scopes.sharing(&field.name) else { continue };
                let is_of_all = name.owner().is_none();
                let shares = shares.entry((scope, is_of_all));
                let shares: &Vec<usize> =
                    shares.or_insert_with(|| showing(below, &claims, is_of_all));
                (shares.as_slice(), name)
            };
            let entry = entry_of(&name, field);
            let bytes = bytes_of(&name, &entry, &[]);
            for document in documents {
                budget.spend(Limit::Nodes, 1)?;
                budget.spend(Limit::Entries, bytes)?;
                let (name, entry) = (name.clone(), entry.clone());
                own[*document].push(FilledField { name, place: None, entry, options: Vec::new() });
            }
        }
        let documents = claims.into_iter().zip(own).map(|(claim, fields)| {
            Ok(FilledDocument {
                source: RecordSource::Form,
                identity: claim.identity?,
                details: None,
                pages: PageState::Unknown,
                fields,
                remarks: Vec::new(),
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
            && (is_of_all || RATING.contains(&identity.document.as_str()))
        {
            showing.push(*at);
        }
    }
    if showing.is_empty() { below.to_vec() } else { showing }
}

/// The documents in which one rates.
const RATING: [&str; 3] = ["guide", "scoring", "scorecard"];

/// What is filled in. An export does not say what kind of field it is; the name does where it is one of ours.
fn entry_of(name: &FieldName, field: &FormField) -> Entry {
    let is_choice = is_choice(name);
    let is_box = is_choice || is_check(name);
    let is_word = |value: &Rc<Written>| matches!(&**value, Written::Text(word) if word == CHECKED || word == entry::EMPTY);
    let kind = if is_box || field.values.iter().any(|value| matches!(**value, Written::Name(_))) {
        Kind::Boxes { is_choice: is_choice || field.values.iter().any(is_value) }
    } else if field.values.iter().any(is_word) {
        return Entry::Unreadable(
            "the export does not say whether this is text or a box: collect the PDF".to_owned(),
        );
    } else {
        Kind::Text
    };
    entry::read(&FormField { kind, ..field.clone() })
}

/// The state of a single box that is checked.
const CHECKED: &str = "Yes";

/// Whether a value is that of a box of a choice.
fn is_value(value: &Rc<Written>) -> bool {
    matches!(&**value, Written::Name(name) if name != CHECKED && name != entry::EMPTY)
}

fn is_choice(name: &FieldName) -> bool {
    let part = name.part();
    match name.owner() {
        Some("scorecard" | "competencies") => true,
        Some(owner) if owner == part => true,
        _ => part == "rating" || part.starts_with("choice."),
    }
}

fn is_check(name: &FieldName) -> bool {
    let part = name.part();
    let numbered = part.rsplit_once('.').filter(|(_, number)| number.parse::<u32>().is_ok());
    match numbered {
        Some((list, _)) => !["blank", "row", "choice"].contains(&list),
        None => ["follow-up", "rated-alone", "rated-on-evidence"].contains(&part),
    }
}
