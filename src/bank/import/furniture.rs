use std::collections::{BTreeMap, BTreeSet};

use super::account::Why;
use super::lines::Line;
use super::mark::{Mark, Shape, asks};

/// How many lines at the top and at the bottom of a page can be its header or footer.
const EDGE: usize = 3;
/// A line that occurs this often in a text without pages is repeated on purpose.
const OFTEN: usize = 3;

/// What of a text is no part of it, but of its pages, of its tables of contents or of its markup: for each line the reason, if there
/// is one.
pub(super) fn furniture(lines: &[Line<'_>], shapes: &[Shape<'_>]) -> Vec<Option<Why>> {
    let mut why: Vec<Option<Why>> =
        lines.iter().zip(shapes).map(|(line, shape)| alone(line, shape)).collect();
    front_matter(lines, &mut why);
    let repeated = repeated(lines, shapes);
    for ((line, shape), why) in lines.iter().zip(shapes).zip(&mut why) {
        if why.is_none() && may_repeat(shape) && repeated.contains(&key(line.text)) {
            *why = Some(Why::PageHeader);
        }
    }
    why
}

/// What a line says by itself.
fn alone(line: &Line<'_>, shape: &Shape<'_>) -> Option<Why> {
    match shape.mark {
        Mark::Contents => Some(Why::Contents),
        Mark::Link => Some(Why::Link),
        Mark::Markup => Some(Why::Markup),
        Mark::Row => Some(Why::Row),
        Mark::Plain if is_page_number(line.text) => Some(Why::PageNumber),
        // `- 12 -` looks like an item.
        Mark::Item(_) if line.text.ends_with(['-', '–', '—']) && is_page_number(line.text) => {
            Some(Why::PageNumber)
        }
        _ => None,
    }
}

/// YAML between two lines of hyphens at the beginning of a Markdown file.
fn front_matter(lines: &[Line<'_>], why: &mut [Option<Why>]) {
    let first = lines.iter().position(|line| !line.text.is_empty());
    let Some(first) = first.filter(|&first| lines[first].text == "---") else { return };
    let last = lines.iter().skip(first + 1).position(|line| matches!(line.text, "---" | "..."));
    let Some(last) = last.map(|last| first + 1 + last) else { return };
    let is_yaml = |line: &Line<'_>| {
        line.indent > 0 || line.text.contains(':') || line.text.starts_with(['#', '-'])
    };
    if lines[first + 1..last].iter().all(is_yaml) {
        why[first + 1..last].iter_mut().for_each(|why| *why = Some(Why::FrontMatter));
    }
}

/// `12`, `- 12 -`, `Page 12`, `12 / 30` or `Page 12 of 30`.
fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let inner = lower.trim_matches(|char: char| {
        matches!(char, '-' | '–' | '—' | '|' | '[' | ']' | '•' | '·' | ' ')
    });
    let words: Vec<&str> =
        inner.split([' ', '/', '|', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |word: &&str| {
        matches!(
            *word,
            "page"
                | "p."
                | "pg."
                | "seite"
                | "s."
                | "página"
                | "pagina"
                | "of"
                | "von"
                | "de"
                | "sur"
                | "di"
                | "van"
        )
    };
    let numbers = words.iter().filter(|word| is_number(word)).count();
    (1..=2).contains(&numbers)
        && words.len() <= 4
        && words.iter().all(|word| is_number(word) || is_word(word))
}

/// Whether a line can be a header or a footer at all.
fn may_repeat(shape: &Shape<'_>) -> bool {
    matches!(shape.mark, Mark::Plain) && !asks(shape.text)
}

/// A line as its repetitions have it: numbers may differ.
fn key(text: &str) -> String {
    let mut key = String::new();
    for word in text.split_whitespace() {
        let is_number = |char: char| char.is_ascii_digit();
        key.extend(word.chars().map(|char| if is_number(char) { '#' } else { char }));
        key.push(' ');
    }
    while key.contains("##") {
        key = key.replace("##", "#");
    }
    key.to_lowercase()
}

/// Where a line occurs that may be repeated.
#[derive(Default)]
struct Places {
    /// How often it occurs.
    all: usize,
    /// On how many pages it is at the top or at the bottom.
    pages: usize,
    last_page: Option<usize>,
    /// How often it is anywhere else.
    within: usize,
    /// How often a list or a label comes right behind it: then it says what is in the list.
    leads: usize,
    /// How often it is set in as what goes on with an item is, or begins as that does.
    goes_on: usize,
}

/// The lines that are headers and footers, by their keys.
fn repeated(lines: &[Line<'_>], shapes: &[Shape<'_>]) -> BTreeSet<String> {
    let pages = lines.last().map_or(0, |line| line.page) + 1;
    let filled: Vec<usize> =
        (0..lines.len()).filter(|&index| !lines[index].text.is_empty()).collect();
    let mut places: BTreeMap<String, Places> = BTreeMap::new();
    for (rank, &index) in filled.iter().enumerate() {
        if !may_repeat(&shapes[index]) {
            continue;
        }
        let page = lines[index].page;
        let other = |at: Option<usize>| {
            at.and_then(|at| filled.get(at)).is_none_or(|&it| lines[it].page != page)
        };
        let is_edge = other(rank.checked_sub(EDGE)) || other(Some(rank + EDGE));
        let place = places.entry(key(lines[index].text)).or_default();
        place.all += 1;
        if is_edge && place.last_page != Some(page) {
            place.pages += 1;
            place.last_page = Some(page);
        }
        place.within += usize::from(!is_edge);
        let next = filled.get(rank + 1).map(|&next| &shapes[next].mark);
        place.leads += usize::from(matches!(next, Some(Mark::Item(_) | Mark::Label(_))));
        let before = rank.checked_sub(1).map(|before| &lines[filled[before]]);
        let is_set_in = before.is_some_and(|before| lines[index].indent > before.indent);
        place.goes_on +=
            usize::from(is_set_in || lines[index].text.starts_with(char::is_lowercase));
    }
    let is_furniture = |place: &Places| {
        let on_pages = pages > 1 && place.within == 0 && place.pages >= pages.div_ceil(3).max(2);
        let often = place.all >= OFTEN && place.leads < place.all && place.goes_on == 0;
        on_pages || often
    };
    places.into_iter().filter(|(_, place)| is_furniture(place)).map(|(key, _)| key).collect()
}
