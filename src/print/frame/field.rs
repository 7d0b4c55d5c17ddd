use std::ops::RangeInclusive;

use super::Ink;
use crate::base::facts::KnownDetails;
use crate::base::unit::{Language, Pt};

/// A form field's place in `Pages::fields`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub usize);

/// A form field. Boxes, and the lines of single blanks, are drawn on the page beneath its widgets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// For scripts: unique in the file.
    pub name: String,
    /// For people, and for screen readers: what is to be filled in.
    pub label: String,
    /// The language of that, if it is not that of the document.
    pub lang: Option<Language>,
    /// What can be filled in, and what is filled in already.
    pub kind: FieldKind,
}

/// What can be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One box to tick.
    Check {
        /// Whether it is ticked already.
        checked: bool,
    },
    /// Several boxes, of which one is checked.
    Choice {
        /// The value of the one that is ticked already.
        chosen: Option<String>,
    },
    /// One line of text.
    Line,
    /// One line of text that nobody can change. It says which document the form is.
    Identity {
        /// The text.
        text: String,
        /// What whoever reads the form back must know beside it.
        details: KnownDetails,
    },
    /// Lines of text on ruled lines.
    Notes {
        /// What is written already.
        text: String,
    },
}

/// How viewers show what people type and check. All fields of a file look the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldLook {
    /// What is used for text and check marks.
    pub ink: Ink,
    /// The font size of text on several lines, unless a viewer takes a smaller one for long text.
    pub notes_size: Pt,
    /// The mark in a box that is checked.
    pub check_mark: CheckMark,
}

/// A check mark, as shares of a side of its box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckMark {
    /// The width of the line.
    pub stroke: f32,
    /// Its points, from the left and from the bottom of the box.
    pub points: [(f32, f32); 3],
}

/// What people can type into a form field: Latin with accents, Greek and Cyrillic as they are written today, and the punctuation
/// that goes with them. Characters that the font does not have are left out.
const TYPEABLE: [RangeInclusive<char>; 11] = [
    ' '..='~',
    '\u{A0}'..='\u{17F}',
    '\u{218}'..='\u{21B}',
    '\u{384}'..='\u{3CE}',
    '\u{400}'..='\u{45F}',
    '\u{490}'..='\u{491}',
    '\u{1E9E}'..='\u{1E9E}',
    '\u{2010}'..='\u{2015}',
    '\u{2018}'..='\u{2026}',
    '\u{20AC}'..='\u{20AC}',
    '\u{2212}'..='\u{2212}',
];

/// Whether people can type a character into a form field, if its font has it.
pub(in crate::print) fn is_typeable(char: char) -> bool {
    TYPEABLE.iter().any(|range| range.contains(&char))
}
