use icu_properties::props::{
    BinaryProperty, DefaultIgnorableCodePoint, Deprecated, Emoji, EmojiComponent, GeneralCategory,
    HangulSyllableType, JoinControl, WhiteSpace,
};
use icu_properties::{CodePointMapData, CodePointSetData};

/// What is to be seen of a character on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::print) enum Class {
    /// A shape of its own.
    Ink,
    /// White space.
    Space,
    /// Nothing. It has done its work when the characters around it are in their places.
    Unseen,
    /// Nothing, and nothing may be done for it either: a soft hyphen lets a word be hyphenated, but nobody draws the hyphen.
    LeftOut,
    /// It has no meaning that could be printed.
    Unprintable(Reason),
}

/// Why a character cannot be printed, whichever fonts there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::print) enum Reason {
    /// It controls a terminal or a printer of old.
    Control,
    /// It means what two parties agreed on.
    Private,
    /// Unicode has given it no meaning, or never will.
    Unassigned,
    /// It asks for something that cannot be done at its place.
    Format,
}

/// The boxes in a legend of marks. They are drawn, so no font needs to have them.
pub(in crate::print) const CROSSED: char = '☒';
pub(in crate::print) const HATCHED: char = '▨';

/// Each character of a text with its place and its class.
///
/// This is the one place that decides which characters leave no trace. Unicode calls them default ignorable; each of them has work
/// to do:
///
/// - Joiners, the grapheme joiner, the word joiner, zero-width spaces and variation selectors change the characters beside them,
///   or where a line may end. A form that a font does not have is replaced by the common one, as Unicode asks.
/// - Marks and overrides of direction order the characters between them.
/// - Invisible operators (U+2061 to U+2064) and inherent vowels (U+17B4, U+17B5) say what a reader sees anyway.
/// - Tags name a flag after an emoji. Elsewhere they hide a text, and are printed as unprintable.
/// - Fillers stand for a missing part of a Korean syllable. Beside no such part they would only look like a space.
/// - Soft hyphens are left out.
///
/// Deprecated characters, and those that shape musical notes and shorthand, ask for what no part of this program does.
pub(in crate::print) fn classes(text: &str) -> impl Iterator<Item = (usize, char, Class)> {
    let mut before = None;
    let mut takes_tags = false;
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, char) = chars.next()?;
        let after = chars.peek().map(|(_, char)| *char);
        let class = match class(char) {
            Class::Unseen if is_tag(char) && !takes_tags => Class::Unprintable(Reason::Format),
            Class::Unseen if is_filler(char) && ![before, after].into_iter().any(is_jamo) => {
                Class::Unprintable(Reason::Format)
            }
            class => class,
        };
        takes_tags = is_emoji(char) || takes_tags && is_part_of_emoji(char);
        before = Some(char);
        Some((at, char, class))
    })
}

/// The class of a character, as far as it does not depend on those beside it.
pub(in crate::print) fn class(char: char) -> Class {
    if char.is_ascii_graphic() {
        return Class::Ink;
    }
    if is::<WhiteSpace>(char) {
        return Class::Space;
    }
    match category(char) {
        GeneralCategory::Control => Class::Unprintable(Reason::Control),
        GeneralCategory::PrivateUse => Class::Unprintable(Reason::Private),
        GeneralCategory::Unassigned | GeneralCategory::Surrogate => {
            Class::Unprintable(Reason::Unassigned)
        }
        _ if !is::<DefaultIgnorableCodePoint>(char) => Class::Ink,
        _ if is::<Deprecated>(char) => Class::Unprintable(Reason::Format),
        _ => match char {
            '\u{AD}' => Class::LeftOut,
            // Shorthand and musical notes.
            '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' => {
                Class::Unprintable(Reason::Format)
            }
            _ => Class::Unseen,
        },
    }
}

/// Whether a character is a mark on the one before it.
pub(in crate::print) fn is_mark(char: char) -> bool {
    matches!(
        category(char),
        GeneralCategory::NonspacingMark
            | GeneralCategory::SpacingMark
            | GeneralCategory::EnclosingMark
    )
}

/// Whether a character is a picture rather than a sign of some script.
pub(in crate::print) fn is_emoji(char: char) -> bool {
    !char.is_ascii() && is::<Emoji>(char)
}

fn is_tag(char: char) -> bool {
    let is_format = category(char) == GeneralCategory::Format;
    is_format && is_part_of_emoji(char) && !is::<JoinControl>(char)
}

/// Whether a character changes the emoji before it.
fn is_part_of_emoji(char: char) -> bool {
    !char.is_ascii() && is::<EmojiComponent>(char)
}

fn is_filler(char: char) -> bool {
    category(char) == GeneralCategory::OtherLetter && is::<DefaultIgnorableCodePoint>(char)
}

/// Whether a character is a part of a Korean syllable, or such a syllable, and is to be seen.
fn is_jamo(char: Option<char>) -> bool {
    let types = CodePointMapData::<HangulSyllableType>::new();
    char.is_some_and(|char| {
        types.get(char) != HangulSyllableType::NotApplicable && !is_filler(char)
    })
}

fn category(char: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(char)
}

fn is<P: BinaryProperty>(char: char) -> bool {
    CodePointSetData::new::<P>().contains(char)
}
