use std::collections::BTreeMap;
use std::ops::Range;

use parley::layout::Layout;

use super::draft::Draft;
use super::missing::{Cause, REPLACEMENT};
use super::piece::Piece;
use super::state::LayoutState;
use crate::print::class::{Class, class, classes, is_mark};
use crate::print::fonts::FontId;
use crate::print::look::Look;

/// What is printed in place of characters, by where they begin.
type Changes = BTreeMap<usize, &'static str>;

impl LayoutState<'_> {
    /// Shapes a draft, and changes it so that nothing in it is lost: a sign replaces every character that should be seen and would not
    /// be, and a warning names it. The fonts are asked twice: for each character alone before shaping, and for the glyphs after it.
    pub(super) fn shape_replacing(&mut self, draft: &mut Draft, look: Look) -> Layout<Piece> {
        let (text, runs, blanks) = (draft.text.clone(), draft.runs.clone(), draft.blanks.clone());
        let mut changes = self.unprintable(draft);
        loop {
            let edited = Edited::new(&text, &changes);
            let moved = |range: &Range<usize>| edited.after(range.start)..edited.after(range.end);
            draft.runs = runs.iter().map(|(range, style)| (moved(range), *style)).collect();
            draft.blanks =
                blanks.iter().map(|(id, at, width)| (*id, edited.after(*at), *width)).collect();
            draft.text.clone_from(&edited.text);
            let mut layout = self.layout(draft, look);
            let known = changes.len();
            for at in self.unseen(&mut layout, &draft.text) {
                let at = edited.before(at);
                let Some(char) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                    continue;
                };
                let none = match class(char) {
                    Class::Space => Some(" "),
                    Class::Unseen => Some(""),
                    Class::Ink | Class::LeftOut | Class::Unprintable(_) => None,
                };
                if let Some(none) = none {
                    changes.insert(at, none);
                    continue;
                }
                // Each of its characters may be in some font, but no font has all of them.
                let cause = if self.covers(char) { Cause::Apart } else { Cause::NoFont };
                self.miss(char, cause, draft.place(&runs, at));
                changes.insert(at, REPLACEMENT);
            }
            if changes.len() == known {
                return layout;
            }
        }
    }

    /// Whether the built-in fonts show a text as it is: they have a glyph for each character, whatever is beside it.
    pub(super) fn is_plain(&self, text: &str) -> bool {
        let is_shown = |char| matches!(class(char), Class::Ink | Class::Space) && !is_mark(char);
        let is_plain = |char: char| match char {
            ' '..='~' | '\n' => true,
            _ => !char.is_control() && self.fonts.is_built_in(char) && is_shown(char),
        };
        text.chars().all(is_plain)
    }

    /// What must be printed in place of characters of a draft, whichever other characters are replaced.
    fn unprintable(&mut self, draft: &Draft) -> Changes {
        let mut changes = Changes::new();
        for (at, char, class) in classes(&draft.text) {
            let cause = match class {
                // A line ends only where the draft has a line break.
                Class::Space if char.is_control() && char != '\n' => {
                    changes.insert(at, " ");
                    continue;
                }
                Class::Space if matches!(char, '\u{2028}' | '\u{2029}') => {
                    changes.insert(at, " ");
                    continue;
                }
                Class::LeftOut => {
                    changes.insert(at, "");
                    continue;
                }
                Class::Unprintable(reason) => Cause::Unprintable(reason),
                Class::Ink if !self.covers(char) => Cause::NoFont,
                Class::Ink | Class::Space | Class::Unseen => continue,
            };
            self.miss(char, cause, draft.place(&draft.runs, at));
            changes.insert(at, REPLACEMENT);
        }
        changes
    }

    /// Where the characters of a text are that should be seen and are not.
    fn unseen(&mut self, layout: &mut Layout<Piece>, text: &str) -> Vec<usize> {
        layout.break_all_lines(None);
        let mut unseen = Vec::new();
        for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
            let face = self.fonts.font_of(run.font());
            // Glyphs that several characters share are listed at the first of them.
            let mut atoms: Vec<(Range<usize>, Vec<u32>)> = Vec::new();
            for cluster in run.clusters().filter(|cluster| !cluster.is_hard_line_break()) {
                let range = cluster.text_range();
                match atoms.last_mut() {
                    Some((whole, _)) if cluster.is_ligature_continuation() => whole.end = range.end,
                    _ => atoms.push((range, cluster.glyphs().map(|glyph| glyph.id).collect())),
                }
            }
            for (range, glyphs) in atoms {
                let said = &text[range.clone()];
                let lost = self.lost(said, &glyphs, face);
                unseen.extend(lost.into_iter().map(|at| range.start + at));
            }
        }
        unseen
    }

    /// Which characters of a text are lost in these glyphs.
    fn lost(&mut self, text: &str, glyphs: &[u32], face: FontId) -> Vec<usize> {
        let fonts = self.fonts;
        let mut is_inked = |glyph: &u32| {
            *self.inked.entry((face, *glyph)).or_insert_with(|| fonts.has_ink(face, *glyph))
        };
        let (inked, empty): (Vec<u32>, Vec<u32>) = glyphs.iter().partition(|glyph| is_inked(glyph));
        if empty.is_empty() {
            return Vec::new();
        }
        let find = |is_lost: &dyn Fn(char) -> bool| -> Vec<usize> {
            text.char_indices().filter(|(_, char)| is_lost(*char)).map(|(at, _)| at).collect()
        };
        let is_seen = |char| class(char) == Class::Ink;
        let is_visible = |char| class(char) != Class::Unseen;
        let lacks = |char| fonts.glyph(face, char).is_none();
        let is_empty = |char| fonts.glyph(face, char).is_some_and(|glyph| empty.contains(&glyph));
        let is_missing = empty.contains(&0);
        // The first of these reasons that there is.
        let reasons: [(bool, &dyn Fn(char) -> bool); 5] = [
            (is_missing, &|char| is_visible(char) && lacks(char)),
            (is_missing, &lacks),
            (is_missing, &is_seen),
            (true, &|char| is_seen(char) && is_empty(char)),
            (inked.is_empty(), &is_seen),
        ];
        let found = reasons.iter().filter(|(is_so, _)| *is_so).map(|(_, is_lost)| find(*is_lost));
        found.into_iter().find(|lost| !lost.is_empty()).unwrap_or_default()
    }

    /// Whether a font shows a character, if the characters around it do not change it.
    fn covers(&mut self, char: char) -> bool {
        *self.covered.entry(char).or_insert_with(|| self.fonts.covers(char))
    }
}

/// A text in which characters were replaced.
struct Edited {
    text: String,
    /// Behind each replaced character: its place in the text before, and in this one.
    knots: Vec<(usize, usize)>,
}

impl Edited {
    fn new(before: &str, changes: &Changes) -> Self {
        let mut text = String::with_capacity(before.len());
        let mut knots = vec![(0, 0)];
        let mut done = 0;
        for (at, new) in changes {
            text.push_str(&before[done..*at]);
            text.push_str(new);
            done = at + before[*at..].chars().next().map_or(0, char::len_utf8);
            knots.push((done, text.len()));
        }
        text.push_str(&before[done..]);
        Self { text, knots }
    }

    /// Where a place of the text before is now. It is never inside a character that was replaced.
    fn after(&self, before: usize) -> usize {
        let count = self.knots.partition_point(|knot| knot.0 <= before);
        let (from, to) = self.knots[count.saturating_sub(1)];
        to + (before - from)
    }

    /// Where a place of this text was before.
    fn before(&self, after: usize) -> usize {
        let count = self.knots.partition_point(|knot| knot.1 <= after);
        let (from, to) = self.knots[count.saturating_sub(1)];
        from + (after - to)
    }
}
