use std::sync::Arc;

use super::blanks::{Column, Filler, RowName, boxes, plain, spoken};
use super::choice::Choice;
use super::field_hint::FieldHint;
use super::field_name::segment;
use super::label::Label;
use super::model::{Cell, Inline, Row, SourceSpan};
use super::names::{Kind, Names};
use super::runs::Run;

/// The cells of a row as they are read.
pub(super) type Cells = Vec<Vec<Run>>;

/// Turns the boxes and blanks of a table into form fields. Where every row begins with a box that is the only one in it, the boxes are
/// one choice that runs down the table; otherwise each row is filled in by itself.
pub(super) fn fill_table(mut head: Cells, rows: Vec<Cells>, names: &mut Names) -> (Row, Vec<Row>) {
    let mut columns = Vec::with_capacity(head.len());
    for (index, cell) in head.iter_mut().enumerate() {
        let hint = take_hint_of(cell, names);
        let has_fields = |row: &Cells| row.get(index).is_some_and(|cell| cell.iter().any(is_field));
        if let Some(hint) = &hint
            && !rows.iter().any(has_fields)
        {
            names.fault(hint.unused());
        }
        let (words, id) = (plain(cell).short(), hint.map(|hint| hint.name));
        columns.push(Column { place: index + 1, words, id });
    }
    let places = (1..=columns.len()).map(|place| Column { place, ..Column::default() });
    let head = fill_row(head, &places.collect::<Vec<_>>(), names);
    let is_choice = rows.len() > 1 && rows.iter().all(is_option);
    let rows = match columns.first() {
        Some(first) if is_choice => fill_options(rows, first, names),
        _ => rows.into_iter().map(|row| fill_row(row, &columns, names)).collect(),
    };
    (head, rows)
}

/// Whether a row begins with a box, and has no other.
fn is_option(row: &Cells) -> bool {
    let first = row.first().and_then(|cell| cell.first());
    matches!(first, Some(Run::Box(..))) && row.iter().map(|cell| boxes(cell)).sum::<usize>() == 1
}

/// Rows that are the options of one choice. A hint in a row is the value of its box. What is said of a box are the words behind it and
/// those of the next cell.
fn fill_options(rows: Vec<Cells>, first: &Column, names: &mut Names) -> Vec<Row> {
    let (place, hint) = (names.place(Kind::Choice), names.take_hint());
    let part = hint.as_ref().map_or(&place, |hint| &hint.name);
    let field = names.field(part, hint.as_ref(), &first.words);
    let mut choice = Choice::new(field, hint);
    let mut filled = Vec::with_capacity(rows.len());
    for mut row in rows {
        let id = take_hint_of_row(&mut row, names).map(|hint| hint.name);
        let texts: Vec<Label> = row.iter().take(2).map(|cell| plain(cell)).collect();
        // The box is called after the next cell if no words are behind it.
        let own =
            texts.iter().find(|text| !text.is_empty()).map_or("", |label| label.text.as_str());
        let value = choice.value(own, id.as_deref());
        let both = texts
            .iter()
            .skip(1)
            .fold(texts.first().cloned().unwrap_or_default(), |all, text| all.then(" ", text));
        let label = spoken(both.one_line(), &value);
        let cells = row.iter().map(|cell| fill_option(cell, &choice, (&value, &label), names));
        filled.push(cells.collect());
    }
    choice.finish(names);
    filled
}

fn fill_option(
    cell: &[Run],
    choice: &Choice,
    (value, label): (&str, &Label),
    names: &mut Names,
) -> Cell {
    let (ticked, rest) = match cell.split_first() {
        Some((Run::Box(ticked, span), rest)) => (Some((*ticked, span)), rest),
        _ => (None, cell),
    };
    let mut inlines: Vec<Inline> = Vec::new();
    if let Some((chosen, span)) = ticked {
        let (field, value) = (Arc::clone(&choice.field), value.to_owned());
        let Label { text: label, lang } = label.clone();
        let span = SourceSpan(span.clone());
        inlines.push(Inline::Option { field, value, label, lang, chosen, span });
    }
    inlines.append(&mut Filler::new(names, None, 0, Label::default()).fill(rest, None));
    inlines
}

/// A row that is filled in by itself.
fn fill_row(mut row: Cells, columns: &[Column], names: &mut Names) -> Row {
    let hint = take_hint_of_row(&mut row, names);
    let all = row.iter().map(|cell| boxes(cell)).sum();
    let blanks = row.iter().flatten().filter(|run| matches!(run, Run::Blank(_))).count();
    let fields = blanks + usize::from(all > 0);
    let name = if fields == 0 {
        names.faults(hint.iter().map(FieldHint::unused));
        None
    } else {
        Some(name_of(&row, hint, fields == 1, names))
    };
    let lead = name.as_ref().map_or_else(Label::default, |name| name.words.clone());
    let mut filler = Filler::new(names, name, all, lead);
    let cells = row.iter().zip(columns).map(|(cell, column)| filler.fill(cell, Some(column)));
    let cells = cells.collect();
    filler.finish();
    cells
}

/// What a row's fields are named after: a hint, an anchor in it, what it links to, or else its place. And what it says of itself.
fn name_of(
    row: &Cells,
    hint: Option<FieldHint>,
    has_one_field: bool,
    names: &mut Names,
) -> RowName {
    let place = names.place(Kind::Row);
    let anchor = row.iter().flatten().find_map(|run| match run {
        Run::Anchor(anchor) => segment(anchor),
        _ => None,
    });
    let target = row.iter().flatten().find_map(|run| match run {
        Run::Text { link: Some(link), .. } => segment(link.strip_prefix('#')?),
        _ => None,
    });
    let id = hint.as_ref().map(|hint| hint.name.clone()).or(anchor).or(target);
    let cells = row.iter().map(|cell| plain(cell)).filter(|words| !words.is_empty());
    let words = telling(&cells.take(3).collect::<Vec<_>>());
    // The words of boxes alone say what can be chosen, and not what is asked.
    let words = words.filter(|_| !row.iter().all(|cell| begins_with_box(cell)));
    RowName {
        is_id: id.is_some(),
        part: id.unwrap_or(place),
        hint,
        has_one_field,
        words: words.map_or_else(Label::default, |words| words.short()),
    }
}

/// Which of the first cells of a row says what the row is about. Numbers and times, as in `9:00 AM`, say little; what is beside them says
/// more.
fn telling(cells: &[Label]) -> Option<Label> {
    let letters = |cell: &Label| cell.text.chars().filter(|char| char.is_alphabetic()).count();
    let begins_with_number = |cell: &Label| cell.text.starts_with(char::is_numeric);
    let words = cells.iter().find(|cell| letters(cell) > 0 && !begins_with_number(cell));
    let most = || cells.iter().rev().max_by_key(|cell| letters(cell));
    words.or_else(most).filter(|cell| letters(cell) > 0).cloned()
}

/// Takes the hints of a row out of its cells. There can be one.
fn take_hint_of_row(row: &mut Cells, names: &mut Names) -> Option<FieldHint> {
    let mut hints = Vec::new();
    for cell in row {
        hints.extend(take_hint_of(cell, names));
    }
    only(hints, names)
}

/// Takes out of a cell the hint that no field follows: it names the row, or in the heading the column.
fn take_hint_of(cell: &mut Vec<Run>, names: &mut Names) -> Option<FieldHint> {
    let from = cell.iter().rposition(is_field).map_or(0, |last| last + 1);
    let mut hints = Vec::new();
    for run in cell.split_off(from) {
        match run {
            Run::Hint(hint) => hints.push(hint),
            run => cell.push(run),
        }
    }
    only(hints, names)
}

/// The first of several hints. Nothing is left that the others could name.
fn only(hints: Vec<FieldHint>, names: &mut Names) -> Option<FieldHint> {
    let mut hints = hints.into_iter();
    let first = hints.next();
    names.faults(hints.map(|hint| hint.unused()));
    first
}

/// Whether a cell begins with a box. A hint before the box is not seen.
fn begins_with_box(cell: &[Run]) -> bool {
    let first = cell.iter().find(|run| !matches!(run, Run::Hint(_)));
    matches!(first, Some(Run::Box(..)))
}

fn is_field(run: &Run) -> bool {
    matches!(run, Run::Box(..) | Run::Blank(_))
}
