use pulldown_cmark::{Event, Tag};

use super::blocks::Reader;
use super::field_hint::FieldHint;
use super::html::{is_span_end, language_of};
use super::label::Label;
use super::markdown::ends_words;
use super::model::{Block, Checkbox, List, ListItem, Marker, SourceSpan};
use super::runs::unmask;
use crate::base::unit::Language;

impl Reader<'_> {
    /// A list that has begun.
    pub(super) fn list(&mut self, first: Option<u64>, depth: usize) -> Block {
        let marker = first.map_or(Marker::Bullet, Marker::Number);
        let mut items = Vec::new();
        let mut tight = true;
        let mut hint = None;
        let mut boxes = 0;
        while let Some((Event::Start(Tag::Item), _)) = self.peek() {
            self.at += 1;
            tight &= !matches!(self.peek(), Some((Event::Start(Tag::Paragraph), _)));
            let check = self.marker().map(|marker| {
                boxes += 1;
                if boxes == 1 {
                    hint = self.names.take_hint();
                }
                self.check(marker, hint.as_ref().map(|hint| (hint, boxes)))
            });
            let blocks = self.blocks(depth + 1);
            items.push(ListItem { check, blocks });
            self.at += 1;
        }
        items.shrink_to_fit();
        Block::List(List { marker, tight, items })
    }

    /// Whether the box before an item is ticked, and its place, if it has one. A loose item has it inside its first paragraph.
    fn marker(&mut self) -> Option<(bool, SourceSpan)> {
        let place = match self.peek() {
            Some((Event::TaskListMarker(_), _)) => self.at,
            Some((Event::Start(Tag::Paragraph), _)) => self.at + 1,
            _ => return None,
        };
        let (event, range) = self.events.get_mut(place)?;
        let Event::TaskListMarker(checked) = *event else { return None };
        let range = range.clone();
        // The marker has been read; what is in its place prints nothing.
        *event = Event::Text("".into());
        Some((checked, SourceSpan(self.span(range))))
    }

    /// The box before an item, named after a hint in its own words, after the hint above the list and its number there, or by its
    /// place.
    fn check(
        &mut self,
        (checked, span): (bool, SourceSpan),
        list: Option<(&FieldHint, usize)>,
    ) -> Checkbox {
        let mut words = Label::default();
        let mut languages: Vec<Option<Language>> = Vec::new();
        let mut own = None;
        let mut at = self.at;
        while let Some((event, range)) = self.events.get(at).filter(|(event, _)| !ends_words(event))
        {
            match event {
                Event::Text(text) | Event::Code(text) => {
                    words.push(text, languages.last().and_then(Option::as_ref));
                }
                Event::SoftBreak | Event::HardBreak => words.push(" ", None),
                Event::InlineHtml(html) if is_span_end(html) => drop(languages.pop()),
                Event::InlineHtml(html) => match language_of(html) {
                    Some(language) => {
                        let outer = || languages.last().cloned().flatten();
                        languages.push(language.ok().or_else(outer));
                    }
                    None if own.is_none() => {
                        own = FieldHint::read(html, &self.span(range.clone())).and_then(Result::ok);
                        if own.is_some() {
                            self.events[at].0 = Event::Text("".into());
                        }
                    }
                    None => {}
                },
                _ => {}
            }
            at += 1;
        }
        let field = self.names.item(
            own.as_ref(),
            list,
            &words.map(|words| unmask(words).trim().to_owned()),
        );
        Checkbox { field, checked, span }
    }
}
