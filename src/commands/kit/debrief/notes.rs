/// Each line of a cell of the agenda has about so many characters.
const LINE: usize = 30;
/// A note has at most so many lines, however short they are: 240 characters.
const MOST_OF_NOTE: usize = 8;
/// All notes of a cell share so many lines. With the names, the questions, and where the rest is, a row takes up to a third of a page.
const MOST_OF_CELL: usize = 9;

/// What begins an item of a list, if a space is behind it.
const LIST_MARKS: [char; 9] = ['-', '*', '+', '•', '·', '‣', '◦', '–', '—'];

/// What is printed of a note.
pub(super) struct PrintedNote {
    pub(super) lines: Vec<String>,
    /// Whether there is more of it.
    pub(super) is_cut: bool,
}

/// What is printed of one of the notes of a cell, of which there are so many.
pub(super) fn printed(text: &str, notes: usize) -> PrintedNote {
    let mut left = (MOST_OF_CELL / notes.max(1)).clamp(1, MOST_OF_NOTE);
    let mut lines = Vec::new();
    for line in text.lines().map(without_mark).filter(|line| !line.is_empty()) {
        let needs = line.chars().count().div_ceil(LINE);
        if needs > left {
            lines.extend(up_to(line, left * LINE).map(str::to_owned));
            return PrintedNote { lines, is_cut: true };
        }
        left -= needs;
        lines.push(line.to_owned());
    }
    PrintedNote { lines, is_cut: false }
}

/// A line without spaces at its ends, and without the mark of a list: the form has marks of its own.
fn without_mark(line: &str) -> &str {
    let line = line.trim();
    match line.strip_prefix(LIST_MARKS) {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => line,
    }
}

/// So many characters of a longer line, up to the end of a word unless the last word is half of it. Nothing, if there is no room.
fn up_to(line: &str, most: usize) -> Option<&str> {
    let (end, _) = line.char_indices().nth(most)?;
    let kept = &line[..end];
    let words = kept.rfind(char::is_whitespace).filter(|at| *at * 2 > end);
    Some(words.map_or(kept, |at| kept[..at].trim_end())).filter(|kept| !kept.is_empty())
}
