//! Slips that people make when they fill in Markdown. Each makes the text another than the one that was built.

/// The marks that people put into a box in place of an `x`.
const MARKS: [&str; 9] = ["x", "X", "✓", "✔", "✗", "✘", "☑", "*", "v"];

/// The first line, from 1, with a slip that is well known, and what to do about it.
pub(super) fn find(text: &str) -> Option<(usize, String)> {
    let mut is_in_notes = false;
    let mut lines = (1..).zip(text.lines());
    // The front matter ends with the second `---`. Nothing in it is filled in by hand but names.
    lines.by_ref().filter(|(_, line)| *line == "---").nth(1)?;
    for (number, line) in lines {
        if line.trim_start().starts_with("```") {
            // Only a fence that opens notes has a word behind it.
            let opens = line.trim_end().ends_with("notes");
            if !opens && !is_in_notes {
                return Some((
                    number,
                    "write notes without a line of ```: it ends them".to_owned(),
                ));
            }
            is_in_notes = opens;
        } else if !is_in_notes && let Some(mark) = wrong_mark(line) {
            let help = format!("mark the box as `[x]`, with a space after it, and not as `{mark}`");
            return Some((number, help));
        }
    }
    None
}

/// A box that is marked in another way than `[x]`.
fn wrong_mark(line: &str) -> Option<&str> {
    let item = line.trim_start_matches(['-', '*', '|', ' ']);
    if let Some(mark) = ["☑", "☒"].into_iter().find(|mark| item.starts_with(mark)) {
        return Some(mark);
    }
    let mut rest = line;
    while let Some(start) = rest.find('[') {
        let (inside, behind) = rest[start + 1..].split_once(']')?;
        let is_box = inside.trim().is_empty() || MARKS.contains(&inside.trim());
        let is_right = matches!(inside, " " | "x" | "X");
        let is_apart = behind.is_empty() || behind.starts_with([' ', '\t', '(', '|']);
        if is_box && !(is_right && is_apart) {
            return Some(&rest[start..start + inside.len() + 2]);
        }
        rest = behind;
    }
    None
}
