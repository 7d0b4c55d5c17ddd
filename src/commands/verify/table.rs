use std::collections::BTreeMap;
use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::base::text::printed_line;
use crate::commands::aligned::aligned;
use crate::evaluate::verify::{Cell, Difference, RatingState, Row, Verified};

/// What the signs in a cell mean.
const LEGEND: &str = "A number is the place in which the question was asked, x: not asked. + rated, - not rated, ! two ratings, ? unreadable \
                      rating. Filled: documents with something filled in, of those that are there.";

/// The matrix and the differences, for people, no wider than `width` characters where words can be broken.
pub(super) fn table(Verified { differences, matrix, .. }: &Verified, width: usize) -> String {
    let mut text = String::new();
    let mut groups: BTreeMap<(&str, Option<u32>), Vec<&Row>> = BTreeMap::new();
    for row in &matrix.rows {
        groups.entry((&row.kit, row.part)).or_default().push(row);
    }
    for ((kit, part), rows) in groups {
        let part = part.map_or_else(String::new, |part| format!(", interviewer {part}"));
        line(&mut text, &format!("Kit {}{part}\n", printed_line(kit)));
        group(&rows, width, &mut text);
    }
    if !matrix.rows.is_empty() {
        line(&mut text, &textwrap::fill(LEGEND, width));
    }
    for difference in differences {
        line(&mut text, "");
        described(difference, width, &mut text);
    }
    text
}

fn line(text: &mut String, line: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{line}");
}

/// The packets of one kit, as one interviewer asked.
fn group(rows: &[&Row], width: usize, text: &mut String) {
    let columns = columns(rows);
    let number_width = columns.len().to_string().len();
    // The place, its sign, and two spaces before them.
    let cell_width = number_width + 3;
    let packet_width = rows.iter().map(|row| row.packet.width()).max().unwrap_or(0);
    let head_width = packet_width.max("packet".len()) + "  filled".len();
    let fitting = (width.saturating_sub(head_width) / cell_width).max(1);
    let numbers: Vec<usize> = (1..=columns.len()).collect();
    for block in numbers.chunks(fitting) {
        let mut head = vec!["packet".to_owned(), "filled".to_owned()];
        head.extend(block.iter().map(|number| format!("{number} ")));
        let mut lines = vec![head];
        for row in rows {
            let filled = row.documents.iter().filter(|it| it.filled_in).count();
            let mut line = vec![row.packet.clone(), format!("{filled}/{}", row.documents.len())];
            for number in block {
                let asked = row.questions.iter().find(|it| it.question == columns[number - 1]);
                line.push(asked.map_or_else(|| "x ".to_owned(), shown));
            }
            lines.push(line);
        }
        text.push_str(&aligned(&lines, 1));
        line(text, "");
    }
    let named = numbers.iter().zip(&columns);
    let named: Vec<String> =
        named.map(|(number, id)| format!("{number}\u{a0}{}", printed_line(id))).collect();
    let options =
        textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
    line(text, &textwrap::fill(&named.join(", "), options).replace('\u{a0}', " "));
    line(text, "");
}

/// The questions of all packets: in the order that most of them have, and then those that only some ask.
fn columns<'r>(rows: &[&'r Row]) -> Vec<&'r str> {
    let mut orders: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in rows {
        let order = row.questions.iter().map(|cell| cell.question.as_str()).collect();
        *orders.entry(order).or_default() += 1;
    }
    let usual = orders.iter().max_by_key(|(_, count)| **count).map(|(order, _)| order.clone());
    let mut columns = usual.unwrap_or_default();
    for id in orders.keys().flatten() {
        if !columns.contains(id) {
            columns.push(id);
        }
    }
    columns
}

/// The place and the sign of a question that was asked.
fn shown(Cell { position, rating, .. }: &Cell) -> String {
    let sign = match rating {
        Some(RatingState::Answered) => '+',
        Some(RatingState::Blank) => '-',
        Some(RatingState::Conflict) => '!',
        Some(RatingState::Unreadable) => '?',
        None => ' ',
    };
    format!("{position}{sign}")
}

/// A difference, with where it is and what to do about it.
fn described(difference: &Difference, width: usize, text: &mut String) {
    let Difference { file, place, packet, message, help, .. } = difference;
    let of = match (file, packet) {
        (Some(file), Some(packet)) => {
            format!("{} (packet {packet}): ", place.unwrap_or_default().in_file(file))
        }
        (Some(file), None) => format!("{}: ", place.unwrap_or_default().in_file(file)),
        (None, _) => String::new(),
    };
    let options = textwrap::Options::new(width)
        .subsequent_indent("  ")
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    // Names of files and ids can have any character, those that control terminals too.
    let difference = format!("different: {of}{message}");
    line(text, &textwrap::fill(&printed_line(&difference), options.clone()));
    let help = format!("  help: {}", printed_line(help));
    line(text, &textwrap::fill(&help, options.subsequent_indent("    ")));
}
