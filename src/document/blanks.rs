use super::names::{Names, slug};
use super::runs::Run;
use super::{Check, Field, Inline};

/// A cell of a row, or a paragraph, which counts as a row of one cell.
pub(super) struct Part {
    pub(super) runs: Vec<Run>,
    /// The words at the head of the column.
    pub(super) column: String,
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
    let mut taken = Vec::new();
    parts
        .into_iter()
        .map(|part| fill_part(part, choice.as_ref(), row.as_ref(), &mut taken, names))
        .collect()
}

fn fill_part(
    part: Part,
    choice: Option<&Field>,
    row: Option<&(String, String)>,
    taken: &mut Vec<String>,
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
                    span: span.clone(),
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
                inlines.push(Inline::Blank { field: names.field(&place, &words), width: *width });
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
    let words = words.unwrap_or_default();
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
fn value(label: &str, taken: &mut Vec<String>) -> String {
    let name = named(label, "option");
    let count = taken.iter().filter(|known| **known == name).count();
    taken.push(name.clone());
    // `Off` is what a choice is called that has not been made (ISO 32000-1, 12.7.4.2.3); a slug is never capital.
    if count == 0 { name } else { format!("{name}-{}", count + 1) }
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
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
