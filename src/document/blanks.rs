use super::names::{Names, has_words, short, slug};
use super::runs::Run;
use super::{Check, Field, Inline, SourceSpan};
use crate::base::text::{UniqueNames, one_line};

/// A cell of a row, or a paragraph, which counts as a row of one cell.
pub(super) struct Part {
    pub(super) runs: Vec<Run>,
    /// The words at the head of the column.
    pub(super) column: String,
}

/// Turns the boxes and blanks of a table into form fields, its heading row first. Where every other row begins with a box that is
/// the only one in it, the boxes are one choice that runs down the table; otherwise each row is filled in by itself.
pub(super) fn fill_table(rows: Vec<Vec<Part>>, names: &mut Names) -> Vec<Vec<Vec<Inline>>> {
    let mut rows = rows.into_iter();
    let Some(head) = rows.next() else { return Vec::new() };
    let titles: Vec<String> = head.iter().map(|part| short(&words(&plain(&part.runs)))).collect();
    let mut rows: Vec<Vec<Part>> = rows.collect();
    for part in rows.iter_mut().flat_map(|row| row.iter_mut().zip(&titles)) {
        part.0.column.clone_from(part.1);
    }
    let mut filled = vec![fill(head, names)];
    if rows.len() > 1 && rows.iter().all(|row| is_option(row)) {
        let title = titles.first().map_or("", String::as_str);
        let field = names.field(&named(title, "choice"), title);
        let mut taken = UniqueNames::default();
        filled.extend(rows.into_iter().map(|row| option_row(row, &field, &mut taken, names)));
    } else {
        filled.extend(rows.into_iter().map(|row| fill(row, names)));
    }
    filled
}

/// Whether a row begins with a box, and has no other.
fn is_option(row: &[Part]) -> bool {
    let boxes = row.iter().flat_map(|part| &part.runs).filter(|run| matches!(run, Run::Box(_)));
    let first = row.first().and_then(|part| part.runs.first());
    matches!(first, Some(Run::Box(_))) && boxes.count() == 1
}

/// A row that is one option of a choice: the box is called after the words behind it, and said with those of the next cell.
fn option_row(
    row: Vec<Part>,
    field: &Field,
    taken: &mut UniqueNames,
    names: &mut Names,
) -> Vec<Vec<Inline>> {
    let mut cells = row.iter().map(|part| words(&plain(&part.runs)));
    let (own, beside) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let option = value(if own.is_empty() { &beside } else { &own }, taken);
    let label = said(words(&format!("{own} {beside}")), &option);
    let mut filled: Vec<Vec<Inline>> = Vec::with_capacity(row.len());
    for mut part in row {
        let ticked = match part.runs.first() {
            Some(Run::Box(ticked)) if filled.is_empty() => Some(*ticked),
            _ => None,
        };
        let mut inlines = Vec::new();
        if let Some(chosen) = ticked {
            part.runs.remove(0);
            let (value, label) = (option.clone(), label.clone());
            inlines.push(Inline::Option { field: field.clone(), value, label, chosen });
        }
        inlines.append(&mut fill(vec![part], names).pop().unwrap_or_default());
        filled.push(inlines);
    }
    filled
}

/// Turns boxes and blanks into form fields. Two or more boxes in a row are one choice.
pub(super) fn fill(parts: Vec<Part>, names: &mut Names) -> Vec<Vec<Inline>> {
    for part in &parts {
        for run in &part.runs {
            if let Run::Anchor(anchor) = run {
                names.enter(anchor);
            }
        }
    }
    let boxes = parts.iter().flat_map(|part| &part.runs);
    let boxes = boxes.filter(|run| matches!(run, Run::Box(_))).count();
    let is_row = parts.len() > 1;
    let row = is_row.then(|| row_name(&parts));
    let choice = (boxes > 1).then(|| {
        let (place, words) = match &row {
            Some((place, words)) => (place.clone(), words.clone()),
            None => lead(&parts, "choice"),
        };
        names.field(&place, &words)
    });
    let mut taken = UniqueNames::default();
    parts
        .into_iter()
        .map(|part| fill_part(part, choice.as_ref(), row.as_ref(), &mut taken, names))
        .collect()
}

fn fill_part(
    part: Part,
    choice: Option<&Field>,
    row: Option<&(String, String)>,
    taken: &mut UniqueNames,
    names: &mut Names,
) -> Vec<Inline> {
    let Part { runs, column } = part;
    let mut inlines = Vec::with_capacity(runs.len());
    let mut before = String::new();
    for (index, run) in runs.iter().enumerate() {
        match run {
            Run::Text { text, style, link, span } => {
                before.push_str(text);
                inlines.push(Inline::Text {
                    text: text.clone(),
                    style: *style,
                    link: link.clone(),
                    span: SourceSpan(span.clone()),
                });
            }
            Run::Break => {
                before.clear();
                inlines.push(Inline::LineBreak);
            }
            Run::Box(ticked) => {
                let mut label = label(&runs[index + 1..]);
                if label.is_empty() {
                    label.clone_from(&column);
                }
                inlines.push(if let Some(field) = choice {
                    let value = value(&label, taken);
                    let label = said(label, &value);
                    Inline::Option { field: field.clone(), value, label, chosen: *ticked }
                } else {
                    let place = row.map_or_else(|| named(&label, "check"), |row| row.0.clone());
                    Inline::Check(Check { field: names.field(&place, &label), checked: *ticked })
                });
                before.clear();
            }
            Run::Blank(width) => {
                let words = words(&before);
                let (place, words) = match row {
                    Some((row, label)) if words.is_empty() && !column.is_empty() => {
                        (format!("{row}.{}", named(&column, "blank")), format!("{label}, {column}"))
                    }
                    Some((row, label)) if words.is_empty() => (row.clone(), label.clone()),
                    _ => (named(&words, "blank"), words),
                };
                inlines.push(Inline::Blank { field: names.blank(&place, &words), width: *width });
                before.clear();
            }
            Run::Anchor(_) => {}
        }
    }
    inlines
}

/// What a row's fields are named after: what it links to, or else its first words; and those words.
fn row_name(parts: &[Part]) -> (String, String) {
    let texts = || {
        parts.iter().flat_map(|part| &part.runs).filter_map(|run| match run {
            Run::Text { text, link, .. } => Some((text, link)),
            _ => None,
        })
    };
    let first = parts.iter().map(|part| plain(&part.runs)).filter(|words| !words.is_empty());
    // A number alone says little; what stands beside it says more.
    let words = first.take(2).find(|words| words.chars().any(char::is_alphabetic));
    let words = short(&words.unwrap_or_default());
    let target = texts().find_map(|(_, link)| link.as_deref()?.strip_prefix('#').map(slug));
    (target.unwrap_or_else(|| named(&words, "row")), words)
}

/// The words with which a paragraph leads up to its first box.
fn lead(parts: &[Part], otherwise: &str) -> (String, String) {
    let runs = parts.iter().flat_map(|part| &part.runs);
    let before = runs.take_while(|run| !matches!(run, Run::Box(_)));
    let words = words(&plain(&before.cloned().collect::<Vec<_>>()));
    (named(&words, otherwise), words)
}

/// The words behind a box, up to the next one.
fn label(runs: &[Run]) -> String {
    let upto = runs.iter().take_while(|run| matches!(run, Run::Text { .. } | Run::Anchor(_)));
    words(&plain(&upto.cloned().collect::<Vec<_>>()))
}

/// The word that stands for an option, no two alike in one choice.
fn value(label: &str, taken: &mut UniqueNames) -> String {
    // `Off` is what a choice is called that has not been made (ISO 32000-1, 12.7.4.2.3); a slug is never capital.
    taken.take(&named(label, "option"))
}

/// What ticking a box says: its own words, or else the word that stands for it.
fn said(label: String, value: &str) -> String {
    if has_words(&label) { label } else { value.to_owned() }
}

fn named(words: &str, otherwise: &str) -> String {
    let slug = slug(words);
    if slug.is_empty() { otherwise.to_owned() } else { slug }
}

fn plain(runs: &[Run]) -> String {
    let text = runs.iter().filter_map(|run| match run {
        Run::Text { text, .. } => Some(text.as_str()),
        Run::Break => Some(" "),
        _ => None,
    });
    text.collect()
}

/// Words without the signs that lead from a label to its field, or part one option from the next.
fn words(text: &str) -> String {
    let is_edge =
        |char: char| char.is_whitespace() || matches!(char, ':' | '·' | '|' | '/' | ';' | ',');
    let words = text.trim_matches(is_edge);
    one_line(words)
}
