use std::borrow::Cow;
use std::ops::Range;

use crate::base::hash;

/// What a person wrote on a blank.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Written {
    /// This text, word for word.
    Text(String),
    /// Something of which it is not certain what is text and what is the blank: all that is there.
    Unclear(String),
}

/// A blank of a line, written on or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenBlank {
    /// Where it is, with what is written on it.
    pub(super) bytes: Range<usize>,
    /// What is written on it.
    pub(super) written: Option<Written>,
}

/// How a blank stands in the text that is compared, whatever is written on it.
const BLANK: &str = "____";
/// The least length of a blank.
const LEAST: usize = BLANK.len();
/// How many underscores stand at each end of a text that is written on a blank.
const FENCE: usize = 2;
/// Of how many places of a line any may be a blank that is written on, at most.
const MAX_CHOICES: usize = 12;

/// How many bytes may be compared to find out what was written on the blanks of a document. It is a second at most.
pub(super) const EFFORT: usize = 4 * 1024 * 1024;

/// The blanks of a line as it was built.
pub(super) fn built(line: &str) -> Vec<WrittenBlank> {
    built_in(line, 0..line.len())
}

fn built_in(line: &str, part: Range<usize>) -> Vec<WrittenBlank> {
    let runs = runs(&line[part.clone()]).into_iter();
    let runs = runs.map(|run| part.start + run.start..part.start + run.end);
    let runs = runs.filter(|run| is_blank(line, run));
    runs.map(|bytes| WrittenBlank { bytes, written: None }).collect()
}

/// A digest of a line whatever is on its blanks.
pub(super) fn sign(line: &str, blanks: &[WrittenBlank]) -> String {
    let line = unfilled(line, blanks);
    let line = if is_row(&line) { Cow::Owned(row(&line, false)) } else { line };
    hash::short(&line).chars().take(8).collect()
}

/// Finds the blanks of a line that a person may have written on, by the digest of the line as it was built. `None` if the rest of
/// the line is not as it was, or if several readings are possible.
pub(super) fn find(line: &str, built_as: &str, effort: &mut usize) -> Option<Vec<WrittenBlank>> {
    let mut is_it = |blanks: &[WrittenBlank]| {
        *effort = effort.checked_sub(line.len())?;
        Some(sign(line, blanks) == built_as)
    };
    for blanks in [built(line), spans(line, 0..line.len())] {
        if is_it(&blanks)? {
            return Some(blanks);
        }
    }
    let mut found: Option<Vec<WrittenBlank>> = None;
    let readings = some_spans(line).chain(without_underscores(line));
    for blanks in readings.chain(beside_underscores(line)) {
        if found.as_ref() != Some(&blanks) && is_it(&blanks)? && found.replace(blanks).is_some() {
            return None;
        }
    }
    found
}

/// A line as it is compared: with its blanks as they stand there, and without the ticks in its boxes.
pub(super) fn unfilled<'l>(line: &'l str, blanks: &[WrittenBlank]) -> Cow<'l, str> {
    let emptied = emptied(line, blanks);
    // Most lines have no box.
    if !emptied.contains('[') {
        return emptied;
    }
    Cow::Owned(emptied.replace("[x]", "[ ]").replace("[X]", "[ ]"))
}

fn emptied<'l>(line: &'l str, blanks: &[WrittenBlank]) -> Cow<'l, str> {
    if blanks.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut emptied = String::with_capacity(line.len());
    let mut at = 0;
    for WrittenBlank { bytes, .. } in blanks {
        emptied.push_str(&line[at..bytes.start]);
        emptied.push_str(BLANK);
        at = bytes.end;
    }
    emptied.push_str(&line[at..]);
    Cow::Owned(emptied)
}

/// A row of a table without the white space at the edges of its cells; of the row below the heading also without the length of its
/// lines. Programs that line up tables change nothing else.
pub(super) fn row(line: &str, is_below_heading: bool) -> String {
    let cell = |cell: Range<usize>| {
        let cell = line[cell].trim_matches([' ', '\t']);
        let is_line = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte == b'-');
        let inner = cell.strip_prefix(':').unwrap_or(cell);
        let inner = inner.strip_suffix(':').unwrap_or(inner);
        if is_below_heading && is_line(inner) {
            return cell.replace(inner, "-");
        }
        cell.to_owned()
    };
    cells(line).into_iter().map(cell).collect::<Vec<_>>().join("|")
}

fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('|')
}

/// The places between the bars of a line. A bar behind a backslash is a letter.
fn cells(line: &str) -> Vec<Range<usize>> {
    let bars = line.match_indices('|').map(|(at, _)| at);
    let bars = bars.filter(|at| !line[..*at].ends_with('\\'));
    let mut cells = Vec::new();
    let mut start = 0;
    for bar in bars {
        cells.push(start..bar);
        start = bar + 1;
    }
    cells.push(start..line.len());
    cells
}

/// The runs of two or more underscores in a line. Behind a backslash, underscores are letters.
fn runs(line: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(next) = line[at..].find('_') {
        let start = at + next;
        let end = start + line[start..].bytes().take_while(|byte| *byte == b'_').count();
        // `\___` is a letter and a run of two.
        let start = start + usize::from(line[..start].ends_with('\\'));
        if end - start >= FENCE {
            runs.push(start..end);
        }
        at = end;
    }
    runs
}

/// Whether a run of underscores is a blank. To the reader of guides, a backslash takes that away from all of them.
fn is_blank(line: &str, run: &Range<usize>) -> bool {
    run.len() >= LEAST && !line[..run.start].ends_with('_')
}

/// The blanks in a part of a line, if what is written on them stands between two underscores at each end.
fn spans(line: &str, part: Range<usize>) -> Vec<WrittenBlank> {
    let mut spans = Vec::new();
    let mut runs = runs(&line[part.clone()]).into_iter().peekable();
    let from = part.start;
    while let Some(run) = runs.next() {
        let run = from + run.start..from + run.end;
        if is_blank(line, &run) {
            spans.push(WrittenBlank { bytes: run, written: None });
        } else if let Some(close) = runs.next() {
            let close = from + close.start..from + close.end;
            let text = &line[run.end..close.start];
            // The third of three underscores may be the text's.
            let is_certain = run.len() == FENCE && close.len() != FENCE + 1;
            let written = if text.trim().is_empty() {
                None
            } else if is_certain {
                Some(Written::Text(unescaped(text)))
            } else {
                Some(Written::Unclear(line[run.start..close.end].to_owned()))
            };
            spans.push(WrittenBlank { bytes: run.start..close.end, written });
        }
    }
    spans
}

/// The readings of a line in which some words between two underscores are a template's, which are bold, and some are on blanks.
fn some_spans(line: &str) -> impl Iterator<Item = Vec<WrittenBlank>> {
    let spans = spans(line, 0..line.len());
    let is_filled = |blank: &&WrittenBlank| line[blank.bytes.clone()].contains(|char| char != '_');
    let count = spans.iter().filter(is_filled).count();
    let count = if count <= MAX_CHOICES { count } else { 0 };
    (1..1_u32 << count).map(move |which| {
        let mut index = 0;
        let mut blanks = spans.clone();
        blanks.retain(|blank| {
            let is_filled = line[blank.bytes.clone()].contains(|char| char != '_');
            index += usize::from(is_filled);
            !is_filled || which >> (index - 1) & 1 == 1
        });
        blanks
    })
}

/// The readings of a row in which cells are blanks that have lost their underscores, or that have other text beside them.
fn without_underscores(line: &str) -> impl Iterator<Item = Vec<WrittenBlank>> {
    let cells = if is_row(line) { cells(line) } else { Vec::new() };
    // The first and the last are outside of the bars.
    let inner = cells.len().saturating_sub(2);
    let cells: Vec<_> = cells.into_iter().skip(1).take(inner).collect();
    let cells = if cells.len() <= MAX_CHOICES { cells } else { Vec::new() };
    let readings: Vec<_> = cells
        .into_iter()
        .map(|cell| {
            let (whole, spans) = (whole(line, &cell), spans(line, cell));
            // What stands between its underscores is word for word.
            let same =
                |blank: &WrittenBlank| whole.as_ref().is_some_and(|it| it.bytes == blank.bytes);
            (spans.iter().find(|blank| same(blank)).cloned().or(whole), spans)
        })
        .collect();
    (1..1_u32 << readings.len()).filter_map(move |which| {
        let mut blanks = Vec::new();
        for (index, (whole, spans)) in readings.iter().enumerate() {
            if which >> index & 1 == 0 {
                blanks.extend_from_slice(spans);
            } else {
                blanks.push(whole.clone()?);
            }
        }
        Some(blanks)
    })
}

/// A cell as a blank, without the comments at its edges. There is none if no byte is left for it.
fn whole(line: &str, cell: &Range<usize>) -> Option<WrittenBlank> {
    let mut core = cell.clone();
    loop {
        let text = &line[core.clone()];
        let trimmed = text.trim_start();
        let Some((comment, _)) = trimmed.split_once("-->").filter(|it| it.0.starts_with("<!--"))
        else {
            break;
        };
        core.start += text.len() - trimmed.len() + comment.len() + "-->".len();
    }
    while let Some(comment) = last_comment(&line[core.clone()]) {
        core.end = core.start + comment;
    }
    let text = &line[core.clone()];
    if text.trim().is_empty() {
        // A space stands for the blank. It must not be more, or it would hide where the cell ends.
        let bytes = core.start..core.start + 1;
        return text.starts_with(' ').then_some(WrittenBlank { bytes, written: None });
    }
    // White space between a comment and the text came with the text; at the edge of the cell it lines up the table.
    let is_edge = [core.start == cell.start, core.end == cell.end];
    let lead = text.len() - text.trim_start().len();
    let trail = text.len() - text.trim_end().len();
    let start = core.start + if is_edge[0] { lead } else { 0 };
    let end = core.end - if is_edge[1] { trail } else { 0 };
    Some(WrittenBlank { bytes: start..end, written: on_blank(text.trim()) })
}

/// Where the comment begins with which a text ends.
fn last_comment(text: &str) -> Option<usize> {
    let text = text.trim_end().strip_suffix("-->")?;
    text.rfind("<!--").filter(|start| !text[*start..].contains("-->"))
}

/// The readings of a line in which one text stands before, behind or within the underscores of its blank.
fn beside_underscores(line: &str) -> impl Iterator<Item = Vec<WrittenBlank>> {
    let runs = runs(line);
    let mut places: Vec<Range<usize>> = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        let before = index.checked_sub(1).map_or(0, |before| runs[before].end);
        let after = runs.get(index + 1);
        let end = after.map_or(line.len(), |after| after.start);
        let is_edge = |at: &usize| is_edge(line, *at);
        places.extend((before..run.start).filter(is_edge).map(|start| start..run.end));
        places.extend((run.end + 1..=end).filter(is_edge).map(|end| run.start..end));
        let is_left = |after: &&Range<usize>| run.len().max(after.len()) > FENCE;
        places.extend(after.filter(is_left).map(|after| run.start..after.end));
    }
    let texts = places.into_iter().filter_map(|bytes| {
        let text = &line[bytes.clone()];
        if text.trim() != text {
            return None;
        }
        Some(WrittenBlank { bytes: bytes.clone(), written: on_blank(text) })
    });
    // Words in bold may stand elsewhere on the line, or text on other blanks.
    texts.flat_map(|text| {
        [spans, built_in].map(|rest| {
            let mut blanks = rest(line, 0..text.bytes.start);
            blanks.push(text.clone());
            blanks.append(&mut rest(line, text.bytes.end..line.len()));
            blanks
        })
    })
}

/// Whether words can begin or end at a byte. English words are not split; other scripts may have no spaces.
fn is_edge(line: &str, at: usize) -> bool {
    let bytes = line.as_bytes();
    let is_word =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    line.is_char_boundary(at) && !(is_word(at.checked_sub(1)) && is_word(Some(at)))
}

/// What is written on a blank of which underscores may be left at both ends.
fn on_blank(text: &str) -> Option<Written> {
    let unclear = || Some(Written::Unclear(text.to_owned()));
    let lead = text.bytes().take_while(|byte| *byte == b'_').count();
    if lead == text.len() {
        return None;
    }
    let trail = text.bytes().rev().take_while(|byte| *byte == b'_').count();
    let is_escaped = text[..text.len() - trail].ends_with('\\');
    if [lead, trail].contains(&(FENCE + 1)) || is_escaped && trail > 1 {
        return unclear();
    }
    let left = |count: usize| if count >= FENCE { count } else { 0 };
    let inner = text[left(lead)..text.len() - left(trail)].trim();
    let own = unescaped(inner);
    // Programs write `\_\_\_\_` for a blank.
    if own.contains("__") {
        return if own.trim_matches('_').is_empty() { None } else { unclear() };
    }
    Some(Written::Text(own)).filter(|_| !inner.is_empty())
}

/// A text without the backslashes before its underscores and bars. All others are the text's.
fn unescaped(text: &str) -> String {
    text.replace("\\_", "_").replace("\\|", "|")
}
