use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Why};
use super::label::{Kind, USUAL};
use super::mark::{asks, leads_into_page};
use super::pack::PackQuestion;
use super::section::{Block, Head, Section, Text};

/// First words of questions that are requests, in lower case.
const REQUESTS: [&str; 34] = [
    "tell",
    "describe",
    "explain",
    "walk",
    "give",
    "talk",
    "share",
    "imagine",
    "suppose",
    "name",
    "think",
    "show",
    "define",
    "compare",
    "discuss",
    "outline",
    "erzählen",
    "beschreiben",
    "schildern",
    "nennen",
    "erklären",
    "parlez",
    "décrivez",
    "racontez",
    "expliquez",
    "donnez",
    "cuénteme",
    "cuéntame",
    "hábleme",
    "háblame",
    "describa",
    "explique",
    "racconti",
    "vertel",
];

/// A question with the line in which it begins.
pub(super) struct Read {
    pub(super) question: PackQuestion,
    pub(super) line: usize,
    /// What it was numbered, where it cannot keep that: its number was taken, or not whole.
    pub(super) renumbered: Option<String>,
}

/// The questions of a pack, without entries of tables of contents, titles of parts, and repetitions.
///
/// What is between a table of contents and the first question is before the questions.
pub(super) fn questions(
    sections: Vec<Section>,
    front: &mut Section,
    account: &mut Account,
) -> Vec<Read> {
    let refused = refused(&sections);
    let mut kept: Vec<Section> = Vec::new();
    for (section, why) in sections.into_iter().zip(refused) {
        match why {
            None => kept.push(section),
            Some(why @ (Why::Contents | Why::BeforeQuestions)) if kept.is_empty() => {
                account.leave(&section.ask.lines, why);
                to_front(section.blocks, front);
            }
            Some(why) => leave(&section, why, account),
        }
    }
    let numbers = numbers(&kept);
    let questions = kept.into_iter().zip(numbers);
    questions.map(|(section, number)| question(section, number, account)).collect()
}

/// Where a question is that is asked several times in the same words.
#[derive(Default)]
struct Same {
    /// The last place at which something is below it.
    last_told: Option<usize>,
    /// Whether it was kept at a place before.
    is_kept: bool,
}

/// Why sections are no questions of their own, if they are not.
fn refused(sections: &[Section]) -> Vec<Option<Why>> {
    let keys: Vec<String> = sections.iter().map(|section| key(&section.ask.words)).collect();
    let mut alike: BTreeMap<&str, Same> = BTreeMap::new();
    for (index, (section, key)) in sections.iter().zip(&keys).enumerate() {
        let same = alike.entry(key).or_default();
        if !section.is_bare() {
            same.last_told = Some(index);
        }
    }
    let mut refused: Vec<Option<Why>> = Vec::with_capacity(sections.len());
    let steps = steps(sections);
    for (index, (section, key)) in sections.iter().zip(&keys).enumerate() {
        let same = alike.entry(key).or_default();
        let is_told_later = same.last_told.is_some_and(|last| last > index);
        let is_after_contents = refused.last() == Some(&Some(Why::Contents));
        let next = sections.get(index + 1);
        let why = if index < steps {
            Some(Why::BeforeQuestions)
        } else if section.is_contents
            || leads_into_page(&section.ask.words)
            || (is_told_later && (section.is_bare() || is_after_contents))
        {
            Some(Why::Contents)
        } else if same.is_kept && section.is_bare() {
            Some(Why::Repeated)
        } else if section.is_bare() && next.is_some_and(|next| is_part(section, next)) {
            Some(Why::Heading)
        } else {
            None
        };
        same.is_kept |= why.is_none();
        refused.push(why);
    }
    refused
}

/// How many sections at the beginning are steps of instructions: a list with numbers that asks nothing, before the numbers begin again
/// and rubrics come.
fn steps(sections: &[Section]) -> usize {
    let begins_again = |pair: &[Section]| pair[1].path <= pair[0].path;
    let Some(count) = sections.windows(2).position(begins_again).map(|at| at + 1) else { return 0 };
    let (steps, rest) = sections.split_at(count);
    let is_step = |(index, step): (usize, &Section)| {
        let is_marked = step.heading.is_some() || step.path.len() != 1;
        !is_marked
            && !asks(&step.ask.words)
            && !requests(&step.ask.words)
            && (step.is_bare() || index + 1 == count)
    };
    let have_lists = rest.iter().any(|section| !section.is_bare());
    if have_lists && steps.iter().enumerate().all(is_step) { count } else { 0 }
}

/// Whether a text begins as an interviewer's request does.
fn requests(text: &str) -> bool {
    let first = text.split(|char: char| !char.is_alphanumeric()).find(|word| !word.is_empty());
    let first = first.unwrap_or_default().to_lowercase();
    REQUESTS.contains(&first.as_str())
}

/// Whether a section is the title of a part of the pack, to which the next section belongs.
fn is_part(section: &Section, next: &Section) -> bool {
    let is_above = section.heading.zip(next.heading).is_some_and(|(own, next)| own < next);
    let is_prefix = !section.path.is_empty()
        && next.path.len() > section.path.len()
        && next.path.starts_with(&section.path);
    !asks(&section.ask.words) && (is_above || is_prefix)
}

/// A question as it is compared with others: its words alone, and not the numbers of links before them.
fn key(ask: &str) -> String {
    let mut ask = ask;
    while let Some((inside, rest)) = ask.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let is_number = inside.bytes().all(|byte| byte.is_ascii_digit());
        ask = if is_number { rest } else { inside };
    }
    let words = ask.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn leave(section: &Section, why: Why, account: &mut Account) {
    account.leave(&section.ask.lines, why);
    for block in &section.blocks {
        match &block.head {
            Head::Known { name, .. } | Head::Unknown(name) => {
                account.leave(&name.lines, Why::NoQuestion);
            }
            Head::None => {}
        }
        for item in &block.items {
            account.leave(&item.lines, Why::NoQuestion);
        }
    }
}

fn to_front(blocks: Vec<Block>, front: &mut Section) {
    for mut block in blocks {
        if let Head::Known { name, .. } | Head::Unknown(name) =
            std::mem::replace(&mut block.head, Head::None)
        {
            front.loose.push((name, false));
        }
        front.blocks.push(block);
    }
}

/// A number for each question, and what it was numbered before where it gets another one.
fn numbers(sections: &[Section]) -> Vec<(u32, Option<String>)> {
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    let own: Vec<Option<u32>> = sections
        .iter()
        .map(|section| match section.path[..] {
            [number] if number > 0 && taken.insert(number) => Some(number),
            _ => None,
        })
        .collect();
    let mut next = taken.last().map_or(1, |last| last.saturating_add(1));
    let mut free = || {
        // Past the largest number, whichever is free from the first on.
        while !taken.insert(next) {
            next = next.checked_add(1).unwrap_or(1);
        }
        next
    };
    let numbered = sections.iter().zip(own).map(|(section, own)| match own {
        Some(number) => (number, None),
        None => (free(), Some(written(&section.path))),
    });
    numbered.collect()
}

fn written(path: &[u32]) -> String {
    path.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

fn question(
    section: Section,
    (number, before): (u32, Option<String>),
    account: &mut Account,
) -> Read {
    account.keep(&section.ask.lines);
    let line = section.ask.lines.first().copied().unwrap_or(0);
    let mut question = PackQuestion { number, ask: section.ask.words, ..PackQuestion::default() };
    let has_rubric =
        section.blocks.iter().any(|block| block.is(Kind::Rubric) && !block.items.is_empty());
    for (index, block) in section.blocks.into_iter().enumerate() {
        let head = block.head.clone();
        let items = block.split_items();
        match head {
            Head::Known { kind, name, is_usual } => {
                if kind == Kind::Rubric {
                    rubric_label(&mut question, name, account);
                } else if is_usual {
                    account.structure(&name.lines);
                } else {
                    account.leave(&name.lines, Why::Heading);
                }
                add_all(&mut question, kind, items, account);
            }
            // A list right below a question can only be its rubric.
            Head::None if index == 0 && !has_rubric => {
                add_all(&mut question, Kind::Rubric, items, account);
            }
            Head::Unknown(name) if index == 0 && !has_rubric => {
                rubric_label(&mut question, name, account);
                add_all(&mut question, Kind::Rubric, items, account);
            }
            Head::None | Head::Unknown(_) => {
                if let Head::Unknown(name) = head {
                    account.leave(&name.lines, Why::Heading);
                }
                for item in &items {
                    account.leave(&item.lines, Why::UnknownHeading);
                }
            }
        }
    }
    let renumbered = before.filter(|written| !written.is_empty());
    Read { question, line, renumbered }
}

/// The line above the rubric is kept, unless it is the usual one; there is room for one.
fn rubric_label(question: &mut PackQuestion, name: Text, account: &mut Account) {
    let Text { words, lines } = name;
    let words = words.trim_end_matches(':').trim_end();
    if words.eq_ignore_ascii_case(USUAL) {
        account.structure(&lines);
    } else if question.rubric_label.as_deref().is_none_or(|known| known == words) {
        account.keep(&lines);
        question.rubric_label = Some(words.to_owned());
    } else {
        account.leave(&lines, Why::Heading);
    }
}

fn add_all(question: &mut PackQuestion, kind: Kind, items: Vec<Text>, account: &mut Account) {
    for item in items {
        add(question, kind, item, account);
    }
}

/// Adds a text to a list of a question, unless there is room for one only and it is taken.
fn add(question: &mut PackQuestion, kind: Kind, item: Text, account: &mut Account) {
    if kind == Kind::FollowUp && question.follow_up.is_some() {
        account.leave(&item.lines, Why::SecondFollowUp);
        return;
    }
    account.keep(&item.lines);
    match kind {
        Kind::Rubric => question.rubric.push(item.words),
        Kind::Probes => question.probes.push(item.words),
        Kind::WatchFor => question.watch_for.push(item.words),
        Kind::FollowUp => question.follow_up = Some(item.words),
    }
}
