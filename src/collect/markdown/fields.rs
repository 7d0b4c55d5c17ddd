use std::collections::BTreeMap;

use super::super::document::{FieldEntry, FilledField};
use super::super::value::Place;
use super::place::place;
use crate::base::source::Sources;
use crate::document::{
    Block, Checkbox, Document, FieldName, Heading, Inline, NameTag, SourceSpan, Written,
};

/// The fields of a document and what is filled in, in its order. A field that stands in several places is one field. `is_built` says
/// whether a name at the head of every page is one that the document was built with, and no field; `names_at` is where these names stand.
pub(super) fn of(
    document: &Document,
    sources: &Sources,
    is_built: impl Fn(&str) -> bool,
    names_at: Option<Place>,
) -> Vec<FilledField> {
    let mut fields = Fields { sources, found: Vec::new(), at: BTreeMap::new() };
    for tag in &document.front.names {
        match tag {
            NameTag::Blank { field, .. } => fields.add(&field.name, None, Seen::Text(None)),
            NameTag::Known { id, name, .. } if !is_built(id) => {
                let written = Seen::Text(Some(Written::Text(name.clone())));
                fields.see(&FieldName::of_page(id), names_at, written);
            }
            NameTag::Known { .. } => {}
        }
    }
    document.blocks.parts().for_each(|part| fields.blocks(part));
    fields.found.into_iter().map(SeenField::finish).collect()
}

struct Fields<'s> {
    sources: &'s Sources,
    found: Vec<SeenField>,
    /// The fields in `found` by their names.
    at: BTreeMap<FieldName, usize>,
}

/// A field, and what is seen in each of its places.
struct SeenField {
    name: FieldName,
    seen: Vec<(Option<Place>, Seen)>,
}

/// What is seen in one place of a field.
enum Seen {
    Check(bool),
    /// The value of a box of a choice, and whether it is checked.
    Option(String, bool),
    Text(Option<Written>),
}

impl Fields<'_> {
    fn add(&mut self, name: &FieldName, span: Option<&SourceSpan>, seen: Seen) {
        self.see(name, span.and_then(|span| place(self.sources, &span.0)), seen);
    }

    fn see(&mut self, name: &FieldName, place: Option<Place>, seen: Seen) {
        let seen = (place, seen);
        if let Some(found) = self.at.get(name).and_then(|at| self.found.get_mut(*at)) {
            found.seen.push(seen);
            return;
        }
        self.at.insert(name.clone(), self.found.len());
        self.found.push(SeenField { name: name.clone(), seen: vec![seen] });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(Heading { content, aside, .. }) => {
                self.inlines(content);
                self.inlines(aside.as_deref().unwrap_or_default());
            }
            Block::Paragraph(content) => self.inlines(content),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                for cell in rows.flatten() {
                    self.inlines(cell);
                }
            }
            Block::List(list) => {
                for item in &list.items {
                    item.check.iter().for_each(|check| self.check(check));
                    self.blocks(&item.blocks);
                }
            }
            Block::Notes(notes) => {
                let text = Some(notes.text.clone()).filter(|text| !text.trim().is_empty());
                let seen = Seen::Text(text.map(Written::Text));
                self.add(&notes.field.name, Some(&notes.span), seen);
            }
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Styled(_, block) => self.block(block),
            Block::Columns(columns) => {
                for column in columns {
                    self.blocks(column);
                }
            }
            Block::Picture(_) | Block::Code(..) | Block::Rule | Block::PageBreak => {}
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Blank { field, span, .. } => {
                    self.add(&field.name, Some(span), Seen::Text(None));
                }
                Inline::Filled { field, written, span } => {
                    self.add(&field.name, Some(span), Seen::Text(Some((**written).clone())));
                }
                Inline::Checkbox(check) => self.check(check),
                Inline::Option { field, value, chosen, span, .. } => {
                    self.add(&field.name, Some(span), Seen::Option(value.clone(), *chosen));
                }
                Inline::Text { .. }
                | Inline::PageNumber { .. }
                | Inline::Scale(_)
                | Inline::Bars(_)
                | Inline::LineBreak => {}
            }
        }
    }

    fn check(&mut self, Checkbox { field, checked, span }: &Checkbox) {
        self.add(&field.name, Some(span), Seen::Check(*checked));
    }
}

impl SeenField {
    fn finish(self) -> FilledField {
        let Self { name, seen } = self;
        let first = seen.iter().find_map(|(place, _)| *place);
        let mut options: Vec<String> = Vec::new();
        let mut answers: Vec<(Option<Place>, String)> = Vec::new();
        let mut unclear = None;
        for (place, seen) in &seen {
            if let Seen::Option(value, _) = seen
                && !options.contains(value)
            {
                options.push(value.clone());
            }
            match seen {
                Seen::Check(true) => answers.push((*place, "true".to_owned())),
                Seen::Option(value, true) => answers.push((*place, value.clone())),
                Seen::Text(Some(Written::Text(text))) => {
                    // The same text in another place says nothing new.
                    if answers.iter().all(|(_, known)| known != text) {
                        answers.push((*place, text.clone()));
                    }
                }
                Seen::Text(Some(Written::Unclear(text))) => unclear = Some((*place, text.clone())),
                Seen::Check(false) | Seen::Option(_, false) | Seen::Text(None) => {}
            }
        }
        let place = answers.first().map_or(first, |(place, _)| *place);
        if let Some((place, text)) = unclear {
            let why = format!(
                "it is not certain what of `{text}` is text: write it between two underscores at each end, as in `__Ana__`"
            );
            return FilledField { name, place, entry: FieldEntry::Unreadable(why), options };
        }
        let is_one_place = answers.iter().all(|(at, _)| *at == place);
        let entry = match (seen.first(), answers.as_slice()) {
            (Some((_, Seen::Check(_))), _) => FieldEntry::Check(!answers.is_empty()),
            (Some((_, Seen::Option(..))), [] | [_]) => {
                FieldEntry::Choice(answers.pop().map(|(_, value)| value))
            }
            (_, [] | [_]) => FieldEntry::Text(answers.pop().map(|(_, text)| text)),
            _ if is_one_place => {
                FieldEntry::Conflict(answers.into_iter().map(|(_, it)| it).collect())
            }
            _ => FieldEntry::Conflict(answers.into_iter().map(with_line).collect()),
        };
        FilledField { name, place, entry, options }
    }
}

/// Something that was seen, with its line.
fn with_line((place, seen): (Option<Place>, String)) -> String {
    match place.and_then(|place| place.line) {
        Some(line) => format!("{seen} (line {line})"),
        None => seen,
    }
}
