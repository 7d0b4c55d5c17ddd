use super::lines::Line;

/// How many lines before and after say where the right margin is.
const AROUND: usize = 15;
/// No text is wrapped at fewer columns.
const NARROWEST: usize = 40;

/// Whether a line was full, so that the next one had to go on with it: the first word of the next one did not fit.
pub(super) fn is_wrapped(lines: &[Line<'_>], last: usize, next: usize) -> bool {
    let around = &lines[last.saturating_sub(AROUND)..lines.len().min(next + AROUND + 1)];
    let margin = around.iter().map(|line| line.width).max().unwrap_or(0);
    // One long line alone is no margin.
    let is_near = |line: &&Line<'_>| line.width * 20 >= margin * 17;
    let has_margin = margin >= NARROWEST && around.iter().filter(is_near).count() > 1;
    let word = lines[next].text.split_whitespace().next().map_or(0, |word| word.chars().count());
    has_margin && lines[last].width + 1 + word > margin
}
