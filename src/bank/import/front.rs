use super::account::{Account, Why};
use super::mark::leads_into_page;
use super::pack::Pack;
use super::section::{Block, Head, Section, Text};

/// Words of a line above a list of competencies, in lower case.
const COMPETENCIES: [&str; 24] = [
    "demonstrate",
    "competenc",
    "compétence",
    "competencia",
    "competência",
    "kompetenz",
    "skill",
    "qualities",
    "attribute",
    "trait",
    "behaviors",
    "behaviours",
    "looking for",
    "we look for",
    "we assess",
    "evaluat",
    "values",
    "fähigkeit",
    "eigenschaft",
    "achten",
    "qualités",
    "habilidad",
    "vaardighe",
    "zeigen",
];
const KEYS: [&str; 3] = ["Audience:", "Format:", "Use with:"];

/// What is before the questions.
pub(super) struct Front {
    /// How many questions a line such as `Format: 18 questions` says that there are, and which line.
    pub(super) promised: Vec<(usize, usize)>,
    /// The line that names documents to use with the pack.
    pub(super) companions: Option<usize>,
}

/// Reads what is before the first question into a pack. `promised` is the first line that says how many questions there are.
pub(super) fn read(
    section: Section,
    promised: Option<usize>,
    pack: &mut Pack,
    account: &mut Account,
) -> Front {
    let mut front = Front { promised: Vec::new(), companions: None };
    let mut loose: Vec<(Text, bool)> = Vec::new();
    for (text, is_heading) in section.loose {
        if particulars(&text, pack, &mut front) {
            account.keep(&text.lines);
        } else {
            loose.push((text, is_heading));
        }
    }
    let first_said = front.promised.first().map(|(_, line)| *line);
    let place = [promised, first_said].into_iter().flatten().min();
    if let Some(title) = title(&loose, place) {
        let (text, _) = loose.remove(title);
        account.keep(&text.lines);
        set_title(&text.words, pack);
    }
    let label = competencies(section.blocks, &loose, pack, account);
    for (text, is_heading) in loose {
        let line = text.lines.first().copied();
        if label.is_some() && label == line {
            account.keep(&text.lines);
            pack.competencies_label = Some(text.words);
        } else {
            let why = if is_heading { Why::Heading } else { Why::BeforeQuestions };
            account.leave(&text.lines, why);
        }
    }
    front
}

/// `Audience: … Format: 18 questions. Use with: …`, on one line or on several.
fn particulars(text: &Text, pack: &mut Pack, front: &mut Front) -> bool {
    let words = text.words.as_str();
    let line = text.lines.first().copied().unwrap_or(0);
    let mut places: Vec<(usize, &str)> =
        KEYS.iter().filter_map(|key| Some((words.find(key)?, *key))).collect();
    places.sort_unstable();
    if places.first().is_none_or(|(start, _)| *start > 0) {
        return false;
    }
    for (index, (start, key)) in places.iter().enumerate() {
        let end = places.get(index + 1).map_or(words.len(), |(next, _)| *next);
        let value = words[start + key.len()..end].trim().trim_end_matches('.');
        match *key {
            "Audience:" => pack.audience = listed(value),
            "Format:" => {
                let mut digits = value.split(|char: char| !char.is_ascii_digit());
                let count = digits.find_map(|digits| digits.parse().ok());
                front.promised.extend(count.map(|count| (count, line)));
            }
            _ => front.companions = Some(line),
        }
    }
    pack.particulars.push(text.words.clone());
    true
}

/// The title: the first heading, or the last line before the one that says how many questions there are, or the first of all.
fn title(loose: &[(Text, bool)], place: Option<usize>) -> Option<usize> {
    let heading = loose.iter().position(|(_, is_heading)| *is_heading);
    let is_before = |(text, _): &(Text, bool)| text.lines.first().copied() < place;
    let last = place.and_then(|_| loose.iter().rposition(is_before));
    let first = (place.is_none() && !loose.is_empty()).then_some(0);
    heading.or(last).or(first)
}

fn set_title(title: &str, pack: &mut Pack) {
    let split = title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
    match split.filter(|(_, edition)| edition.len() <= 12) {
        Some((title, edition)) => {
            pack.title = Some(title.to_owned());
            pack.edition = Some(edition.to_owned());
        }
        None => pack.title = Some(title.to_owned()),
    }
}

/// Takes the list of competencies from those before the questions, and says in which line its label is. A list counts as one if
/// the line above it says so; a line that ends with a colon may lead over to the list.
fn competencies(
    blocks: Vec<Block>,
    loose: &[(Text, bool)],
    pack: &mut Pack,
    account: &mut Account,
) -> Option<usize> {
    let mut label = None;
    for block in blocks {
        let first = block.items.first().and_then(|item| item.lines.first()).copied().unwrap_or(0);
        // What was behind a table of contents was added last, and is last.
        let count = loose.partition_point(|(text, _)| text.lines.first() < Some(&first));
        let mut above = loose[..count].iter().rev().map(|(text, _)| text);
        let nearest = above.next();
        let second = above.next().filter(|_| nearest.is_some_and(|text| text.words.ends_with(':')));
        let found =
            nearest.into_iter().chain(second).find(|text| is_about_competencies(&text.words));
        match found.filter(|_| label.is_none()) {
            Some(text) => {
                label = text.lines.first().copied();
                for item in block.items {
                    account.keep(&item.lines);
                    pack.competencies.push(item.words.trim_end_matches([';', ',', '.']).to_owned());
                }
            }
            None => {
                for item in block.items {
                    let is_contents = leads_into_page(&item.words);
                    let why = if is_contents { Why::Contents } else { Why::BeforeQuestions };
                    account.leave(&item.lines, why);
                }
            }
        }
        if let Head::Known { name, .. } | Head::Unknown(name) = block.head {
            account.leave(&name.lines, Why::BeforeQuestions);
        }
    }
    label
}

fn is_about_competencies(text: &str) -> bool {
    let lower = text.to_lowercase();
    COMPETENCIES.iter().any(|word| lower.contains(word))
}

/// The items of a list in running text: `a, b, and c`.
fn listed(text: &str) -> Vec<String> {
    let items = text.split(", ").map(|item| item.strip_prefix("and ").unwrap_or(item).trim());
    items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
}
