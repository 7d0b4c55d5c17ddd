use std::collections::BTreeMap;

use super::field_hint::FieldHint;
use super::field_name::{FieldName, segment};
use super::label::Label;
use super::model::Field;
use super::name_tag::NameTag;
use super::text::short;
use super::written::{Written, WrittenBlank};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::page_words::PageWords;
use crate::base::source::Span;
use crate::base::text::UniqueNames;

/// Names form fields: each after the nearest anchor above it, and there after a hint or by its place, so that the same question's
/// fields have the same names in every guide that asks it, whatever its words are.
#[derive(Debug)]
pub(super) struct Names {
    state: NamesState,
    /// A hint that waits for the next field.
    hint: Option<FieldHint>,
    /// What is written on blanks, by the bytes at which they begin.
    written: BTreeMap<usize, WrittenBlank>,
    /// What is wrong with hints.
    faults: Diagnostics,
}

/// What decides how the fields from here on are named, besides the text that they are in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct NamesState {
    /// The id under which fields are named.
    owner: Option<String>,
    /// How many fields of each kind the owner has.
    counts: Counts,
    naming: Naming,
    heading: Label,
    taken: UniqueNames,
}

/// What decides how fields are named, besides the text that they are in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Naming {
    /// What a field is called that has neither words nor a heading above it.
    otherwise: String,
    /// What a space for notes is called.
    notes: String,
    /// The names at the head of every page.
    heads: Vec<Head>,
}

/// A name at the head of every page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Head {
    field: Field,
    /// Whether it is a blank there.
    is_blank: bool,
    /// Whether the document gives it no id, so that its label has to identify it.
    is_by_label: bool,
}

/// The kinds of fields that are counted where no hint names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    Check,
    Choice,
    Row,
    Rubric,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Counts {
    blanks: usize,
    checks: usize,
    choices: usize,
    rows: usize,
    rubric: usize,
}

impl Naming {
    /// That of a document with this title in its front matter, and these names at the head of every page.
    pub(super) fn new(title: Option<&str>, tags: &[NameTag], words: &PageWords) -> Self {
        // A screen reader must be able to announce every field (ISO 14289-1, 7.18.1).
        let otherwise = title.map_or_else(|| words.blank.clone(), short);
        let heads = tags.iter().map(|tag| match tag {
            NameTag::Blank { field, is_by_label } => {
                Head { field: field.clone(), is_blank: true, is_by_label: *is_by_label }
            }
            // Where somebody wrote the name into the front matter, the blank in the text is still the same field.
            NameTag::Known { id, label, .. } => {
                let field = Field { name: FieldName::of_page(id), label: short(label), lang: None };
                Head { field, is_blank: false, is_by_label: false }
            }
        });
        Self { otherwise, notes: words.notes.clone(), heads: heads.collect() }
    }
}

impl NamesState {
    /// Nothing is named yet but the blanks at the head of every page.
    pub(super) fn new(naming: Naming) -> Self {
        let mut taken = UniqueNames::default();
        for head in naming.heads.iter().filter(|head| head.is_blank) {
            taken.take(&head.field.name.to_string());
        }
        Self { owner: None, counts: Counts::default(), naming, heading: Label::default(), taken }
    }
}

impl Names {
    /// Nothing is named yet but the blanks at the head of every page.
    pub(super) fn new(naming: Naming) -> Self {
        Self::from_here(NamesState::new(naming))
    }

    /// What is named comes after what led to this state.
    pub(super) fn from_here(state: NamesState) -> Self {
        Self { state, hint: None, written: BTreeMap::new(), faults: Diagnostics::new() }
    }

    /// How fields from here on are named. `None` if what came before is not complete, or wrong.
    pub(super) fn into_state(self) -> Option<NamesState> {
        (self.hint.is_none() && self.faults.is_empty()).then_some(self.state)
    }

    /// The same, with what is written on blanks.
    pub(super) fn with_written(mut self, blanks: Vec<WrittenBlank>) -> Self {
        self.written = blanks.into_iter().map(|blank| (blank.bytes.start, blank)).collect();
        self
    }

    /// What is written on the blank at a place.
    pub(super) fn written(&mut self, span: &Span) -> Option<Written> {
        let blank = self.written.get_mut(&span.bytes.start)?;
        blank.written.take().filter(|_| blank.bytes == span.bytes)
    }

    /// Fields from here on are named after this anchor.
    pub(super) fn enter(&mut self, anchor: &str) {
        self.drop_hint();
        let owner = segment(anchor);
        if owner != self.state.owner {
            self.state.owner = owner;
            self.state.counts = Counts::default();
        }
    }

    /// Fields from here on are described under this heading.
    pub(super) fn head(&mut self, heading: &Label) {
        self.state.heading = heading.short();
    }

    /// The next field is named after this hint.
    pub(super) fn hint(&mut self, hint: FieldHint) {
        self.drop_hint();
        self.hint = Some(hint);
    }

    /// The hint that waits for the next field.
    pub(super) fn take_hint(&mut self) -> Option<FieldHint> {
        self.hint.take()
    }

    /// Reports what is wrong with a hint.
    pub(super) fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// Reports what is wrong with several hints.
    pub(super) fn faults(&mut self, faults: impl Iterator<Item = Diagnostic>) {
        self.faults.extend(faults);
    }

    /// What was wrong with the hints, when everything has been named.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.drop_hint();
        self.faults.into_vec()
    }

    fn drop_hint(&mut self) {
        self.faults.extend(self.hint.take().map(|hint| hint.unused()));
    }

    /// The next box of a checklist, described by its words. A hint in its own words names it. A hint above the list names all of
    /// its boxes, each with its number in the list.
    pub(super) fn item(
        &mut self,
        own: Option<&FieldHint>,
        list: Option<(&FieldHint, usize)>,
        words: &Label,
    ) -> Field {
        let place = self.place(Kind::Rubric);
        match (own, list) {
            (Some(hint), _) => self.field(&hint.name, Some(hint), words),
            (None, Some((hint, number))) => {
                let part = FieldName::join(&hint.name, &number.to_string());
                self.field(&part, Some(hint), words)
            }
            (None, None) => self.field(&place, None, words),
        }
    }

    /// A space for notes.
    pub(super) fn notes(&mut self) -> Field {
        let (hint, words) = (self.take_hint(), Label::new(self.state.naming.notes.clone()));
        let part = hint.as_ref().map_or("notes", |hint| hint.name.as_str());
        self.field(part, hint.as_ref(), &words)
    }

    /// The place of the next field of a kind. Those that a hint names count too, so that a hint does not rename the others.
    pub(super) fn place(&mut self, kind: Kind) -> String {
        let Counts { blanks, checks, choices, rows, rubric } = &mut self.state.counts;
        let (word, count) = match kind {
            Kind::Blank => ("blank", blanks),
            Kind::Check => ("check", checks),
            Kind::Choice => ("choice", choices),
            Kind::Row => ("row", rows),
            Kind::Rubric => ("rubric", rubric),
        };
        *count += 1;
        FieldName::join(word, &count.to_string())
    }

    /// The blank at the head of every page with this id, or, where a document gives it no id, with this label: who fills in one
    /// fills in all.
    pub(super) fn of_page(&self, id: Option<&str>, words: &str) -> Option<Field> {
        let is_it = |head: &&Head| match (id, head.is_by_label) {
            (Some(id), _) => head.field.name.part() == id,
            (None, true) => head.field.label.to_lowercase() == words.to_lowercase(),
            (None, false) => false,
        };
        self.state.naming.heads.iter().find(is_it).map(|head| head.field.clone())
    }

    /// A field of the owner, named by this part. If another field has that name already, the hint is reported.
    pub(super) fn field(&mut self, part: &str, hint: Option<&FieldHint>, words: &Label) -> Field {
        let wanted = FieldName::of(self.state.owner.as_deref(), part);
        let text = wanted.to_string();
        let unique = self.state.taken.take(&text);
        let name = if unique == text {
            wanted
        } else {
            self.faults.extend(hint.map(|hint| hint.repeated(&unique)));
            #[expect(clippy::expect_used, reason = "all that is appended is a hyphen and a number")]
            unique.parse().expect("a name with a number is a name")
        };
        let words = words.short();
        let label = match (self.state.heading.has_words(), words.has_words()) {
            (true, true) => self.state.heading.then(": ", &words),
            (true, false) => self.state.heading.clone(),
            (false, true) => words,
            (false, false) => Label::new(self.state.naming.otherwise.clone()),
        };
        let Label { text: label, lang } = label;
        Field { name, label, lang }
    }
}
