//! Frames carry all that they need, so that pages can be put in a row.

use std::collections::BTreeMap;
use std::sync::Arc;

use interview_kit::base::unit::{Paper, Pt, TextSize};
use interview_kit::print::collate::{CollatedDocument, DuplexPadding, collate};
use interview_kit::print::frame::{
    Artifact, Destination, ElementId, Field, FieldBox, FieldKind, Frame, FrameItem, Frames,
    GroupKind, Item, Mark, Owner, Pages, Place, Role, Size, Tag, Target,
};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};
use proptest::prelude::*;

use crate::support::parse;

fn frames(markdown: &str) -> Frames {
    typeset(&parse(markdown), &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in()).value
}

/// Pages with nothing but what is drawn on each.
fn drawn(draw: &[&dyn Fn(&mut Frame)]) -> Pages {
    let pages = draw.iter().map(|draw| {
        let mut frame = Frame::new(Size { width: Pt(100.0), height: Pt(100.0) });
        draw(&mut frame);
        Arc::new(frame)
    });
    Frames { pages: pages.collect(), ..frames("") }.to_pages()
}

fn tag(role: Role, number: u32) -> Tag {
    Tag { role, number }
}

fn place(field: &Arc<Field>) -> FrameItem {
    let (field, size) = (Arc::clone(field), Size { width: Pt(10.0), height: Pt(10.0) });
    FrameItem::FieldBox(FieldBox { field, size, option: None, appearance: Arc::default() })
}

fn line(name: &str) -> Arc<Field> {
    let (name, label) = (name.to_owned(), "Name".to_owned());
    Arc::new(Field { name, label, lang: None, kind: FieldKind::Line })
}

fn widgets(pages: &Pages) -> Vec<(usize, String, ElementId)> {
    let items = pages
        .pages
        .iter()
        .enumerate()
        .flat_map(|(page, it)| it.items.iter().map(move |item| (page, item)));
    let widgets = items.filter_map(|(page, Item { owner, mark, .. })| match (owner, mark) {
        (Owner::Element(id), Mark::Widget(widget)) => {
            Some((page, pages.fields[widget.field.0].name.clone(), *id))
        }
        _ => None,
    });
    widgets.collect()
}

#[test]
fn the_same_number_in_the_same_element_is_the_same_element_on_every_page() {
    let item =
        |number: u32| move |frame: &mut Frame| frame.tagged(tag(Role::ListItem, number), |_| {});
    let list = |number: u32, items: &'static [u32]| {
        move |frame: &mut Frame| {
            frame.tagged(tag(Role::List { numbered: false }, number), |frame| {
                for it in items {
                    item(*it)(frame);
                }
            });
        }
    };
    let pages = drawn(&[&list(4, &[0, 1]), &list(4, &[1, 2]), &list(5, &[1])]);
    let elements: Vec<_> =
        pages.elements.iter().map(|it| (it.role, it.parent.map(|it| it.0))).collect();
    let list = Role::List { numbered: false };
    assert_eq!(
        elements,
        [
            (Role::Document, None),
            (list, Some(0)),
            (Role::ListItem, Some(1)),
            (Role::ListItem, Some(1)),
            (Role::ListItem, Some(1)),
            (list, Some(0)),
            (Role::ListItem, Some(5)),
        ]
    );
}

#[test]
fn a_field_with_several_places_is_one_field() {
    let (rating, other) = (line("a.rating"), line("b.rating"));
    let draw = |frame: &mut Frame| {
        frame.tagged(tag(Role::Form, 0), |frame| frame.push(Place::default(), place(&rating)));
    };
    let both = |frame: &mut Frame| {
        frame.tagged(tag(Role::Form, 1), |frame| frame.push(Place::default(), place(&other)));
        // It need not be the same one in memory: the name counts.
        frame.tagged(tag(Role::Form, 2), |frame| {
            frame.push(Place::default(), place(&line("a.rating")));
        });
    };
    let pages = drawn(&[&draw, &both]);
    let names: Vec<&str> = pages.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["a.rating", "b.rating"]);
    let rating = |page, id| (page, "a.rating".to_owned(), ElementId(id));
    let other = (1, "b.rating".to_owned(), ElementId(2));
    assert_eq!(widgets(&pages), [rating(0, 1), other, rating(1, 3)]);
}

#[test]
fn nothing_that_carries_no_meaning_is_filled_in_followed_or_read() {
    let name = line("name");
    let draw = |frame: &mut Frame| {
        frame.artifact(Artifact::Pagination, |frame| {
            frame.tagged(tag(Role::Row, 0), |frame| {
                frame.push(Place::default(), place(&name));
                frame.push(Place::default(), FrameItem::Anchor("row".to_owned()));
                let title = "Row".to_owned();
                frame.push(Place::default(), FrameItem::Bookmark { title, level: 1 });
                let ink = interview_kit::print::frame::Ink::BLACK;
                let (length, width) = (Pt(9.0), Pt(1.0));
                frame.push(Place::default(), FrameItem::Line { length, width, ink });
            });
        });
    };
    let pages = drawn(&[&draw]);
    assert_eq!((pages.elements.len(), pages.fields.len()), (1, 0));
    assert_eq!((pages.anchors.len(), pages.outline.len()), (0, 0));
    let [item] = pages.pages[0].items.as_slice() else { panic!("{:?}", pages.pages[0]) };
    assert_eq!(item.owner, Owner::Artifact(Artifact::Pagination));
}

#[test]
fn a_shared_group_is_placed_wherever_it_is_used() {
    let mut inner = Frame::default();
    inner.push(Place { x: Pt(1.0), y: Pt(2.0) }, FrameItem::Anchor("here".to_owned()));
    let inner = Arc::new(inner);
    let at = |y: f32| Place { x: Pt(5.0), y: Pt(y) };
    let draw = |frame: &mut Frame| {
        frame.group(at(10.0), GroupKind::Plain, Arc::clone(&inner));
        frame.group(at(-90.0), GroupKind::Plain, Arc::clone(&inner));
    };
    let tops: Vec<Destination> = drawn(&[&draw]).anchors.iter().map(|it| it.at).collect();
    // What would be above the page is at its top.
    let top = |top: f32| Destination { page: 0, top: Pt(top) };
    assert_eq!(tops, [top(12.0), top(0.0)]);
}

const DOCUMENTS: [&str; 4] = [
    "---\nnames: {Candidate: }\n---\n# One\n\n<a id=\"q\"></a>\n\n## Question\n\n[back](#q) [ ] 1 [x] 2\n\n```notes\n\n```\n",
    "---\nnames: {Candidate: }\n---\n# Two\n\nName ____\n\n- [ ] a\n- [x] b [there](#q)\n\n<a id=\"q\"></a>\n\n## There\n",
    "# Three\n\n| A | B |\n|---|---|\n| one | ____ |\n\n<!-- pagebreak -->\n\n> quoted\n",
    "No heading, and a \u{5E9}.\n",
];

/// A document in a row with others: the candidate is the same one in all.
fn in_a_row(index: usize, starts_sheet: bool, frames: Frames) -> CollatedDocument {
    let shared = BTreeMap::from([("candidate".to_owned(), "candidate".to_owned())]);
    let titles = vec![format!("Document {index}")];
    CollatedDocument { titles, prefix: format!("d{index}"), shared, starts_sheet, frames }
}

/// What is on each page, with names as they are in the document.
fn told(pages: &Pages, prefix: &str) -> Vec<String> {
    let text = pages.to_string().replace(&format!(" {prefix}."), " ");
    let text = text.split("bookmark ").next().unwrap();
    text.split("page ").skip(1).map(|page| page.split_once('\n').unwrap().1.to_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn documents_in_a_row_are_the_same_as_alone(
        chosen in proptest::collection::vec((0..DOCUMENTS.len(), any::<bool>()), 1..5),
        is_duplex in any::<bool>(),
    ) {
        let alone: Vec<Frames> = chosen.iter().map(|(it, _)| frames(DOCUMENTS[*it])).collect();
        let documents = alone.iter().cloned().zip(&chosen).enumerate();
        let documents = documents.map(|(index, (it, (_, starts)))| in_a_row(index, *starts, it));
        let padding = if is_duplex { DuplexPadding::BlankPage } else { DuplexPadding::None };
        let row = collate(alone[0].info.clone(), documents.collect(), padding).unwrap().to_pages();
        let (mut page, mut parts) = (0, 0);
        for (index, alone) in alone.iter().enumerate() {
            if is_duplex && chosen[index].1 && page % 2 == 1 {
                prop_assert!(row.pages[page].items.is_empty());
                page += 1;
            }
            parts += 1;
            let alone = alone.to_pages();
            let links = |pages: &Pages, from: usize| -> Vec<Target> {
                let items = pages.pages[from..from + alone.pages.len()].iter().flat_map(|it| &it.items);
                items.filter_map(|it| match &it.mark {
                    Mark::Link(link) => Some(link.to.clone()),
                    _ => None,
                }).collect()
            };
            let own = |to: Target| match to {
                Target::Anchor(name) => Target::Anchor(format!("d{index}.{name}")),
                Target::Url(_) => to,
            };
            let expected: Vec<Target> = links(&alone, 0).into_iter().map(own).collect();
            prop_assert_eq!(links(&row, page), expected);
            let here = told(&row, &format!("d{index}"))[page..page + alone.pages.len()].to_vec();
            let strip = |text: String| text.replace(&format!("d{index}."), "");
            let here: Vec<String> = here.into_iter().map(strip).collect();
            prop_assert_eq!(here, told(&alone, "none"));
            page += alone.pages.len();
        }
        prop_assert_eq!(page, row.pages.len());
        let of = |role: Role| row.elements.iter().filter(|it| it.role == role).count();
        prop_assert_eq!((of(Role::Document), of(Role::Part)), (1, parts));
        let mut names: Vec<&str> = row.fields.iter().map(|field| field.name.as_str()).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        prop_assert_eq!(names.len(), count);
        let has_candidate = chosen.iter().any(|(it, _)| *it < 2);
        prop_assert_eq!(names.contains(&"candidate"), has_candidate);
    }
}
