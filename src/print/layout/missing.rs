use std::collections::BTreeMap;

use icu_properties::CodePointMapData;
use icu_properties::PropertyNamesLong;
use icu_properties::props::Script;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;
use crate::print::class::{Reason, is_emoji, is_mark};

/// The characters of a document that are replaced by a sign, each with the first place where it is.
#[derive(Default)]
pub(super) struct Missing {
    groups: BTreeMap<(Cause, String), BTreeMap<char, Option<Span>>>,
}

/// Why a character is replaced by a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause {
    /// No font has it.
    NoFont,
    /// A font has it, but none has it together with the characters that it is joined to.
    Apart,
    /// It cannot be printed.
    Unprintable(Reason),
}

/// What is printed in place of a character that would not be seen.
pub(super) const REPLACEMENT: &str = "□";

/// The code of warnings of characters that cannot be printed; their label is the kind of character.
pub const MISSING_CHARACTER: &str = "missing-character";

/// How many characters a warning names.
const EXAMPLES: usize = 3;

impl Missing {
    /// Notes a character. Of all its places the first is kept.
    pub(super) fn add(&mut self, char: char, cause: Cause, place: Option<Span>) {
        let kind = match cause {
            Cause::NoFont | Cause::Apart => kind(char),
            Cause::Unprintable(_) => String::new(),
        };
        self.groups.entry((cause, kind)).or_default().entry(char).or_insert(place);
    }

    /// A warning for each script and cause, in the order of their first places.
    pub(super) fn warnings(self) -> Vec<Diagnostic> {
        let groups = self.groups.into_iter().map(|((cause, kind), chars)| {
            let mut chars: Vec<(char, Option<Span>)> = chars.into_iter().collect();
            chars.sort_by_key(|(_, place)| start(place.as_ref()));
            (cause, kind, chars)
        });
        let mut groups: Vec<_> = groups.collect();
        groups.sort_by_key(|(_, _, chars)| start(chars.first().and_then(|(_, at)| at.as_ref())));
        groups.into_iter().map(|(cause, kind, chars)| warning(cause, &kind, &chars)).collect()
    }
}

/// For sorting: what has no place comes last.
fn start(place: Option<&Span>) -> (bool, usize) {
    place.map_or((true, 0), |span| (false, span.bytes.start))
}

fn warning(cause: Cause, kind: &str, chars: &[(char, Option<Span>)]) -> Diagnostic {
    let count = chars.len();
    let named: Vec<String> =
        chars.iter().take(EXAMPLES).map(|(char, _)| named(*char, cause)).collect();
    let more = match count.saturating_sub(EXAMPLES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (examples, is_one) = (format!("{}{more}", named.join(", ")), count == 1);
    let (it, they) = if is_one { ("it", "it is") } else { ("them", "they are") };
    let kinds = if is_one { kind.to_owned() } else { format!("{count} {}", plural(kind)) };
    let a_kind = if is_one { format!("the {kinds}") } else { kinds };
    let what = match cause {
        Cause::NoFont => format!("no font can print {a_kind} {examples}"),
        Cause::Apart => {
            format!(
                "no font has {a_kind} {examples} in combination with the characters {they} joined to"
            )
        }
        Cause::Unprintable(reason) => {
            let (one, many) = reason_name(reason);
            let what = if is_one { format!("the {one}") } else { format!("{count} {many}") };
            format!("{what} {examples} cannot be printed")
        }
    };
    let message = format!("{what}; `{REPLACEMENT}` is printed instead");
    let help = match cause {
        Cause::NoFont if kind == EMOJI => format!(
            "install a font that has {it} as outlines (color images cannot be printed), or use words"
        ),
        Cause::NoFont | Cause::Apart => {
            format!("install a font that has {it}, or use other characters")
        }
        Cause::Unprintable(_) => format!("remove {it}"),
    };
    let label = match cause {
        Cause::NoFont => kind.to_owned(),
        Cause::Apart => format!("{kind} joined to others"),
        Cause::Unprintable(reason) => reason_name(reason).0.to_owned(),
    };
    let warning = Diagnostic::warning(MISSING_CHARACTER, message).label(label).help(help);
    match chars.first().and_then(|(_, place)| place.clone()) {
        Some(place) => warning.at(place),
        None => warning,
    }
}

/// A character and its number; the number alone where the character itself would do something to a terminal.
fn named(char: char, cause: Cause) -> String {
    let code = u32::from(char);
    match cause {
        Cause::Unprintable(_) => format!("U+{code:04X}"),
        // A circle for the letter that the mark belongs to.
        _ if is_mark(char) => format!("`◌{char}` (U+{code:04X})"),
        _ => format!("`{char}` (U+{code:04X})"),
    }
}

const EMOJI: &str = "emoji";

/// What a character is called together with others of its kind: one of a script, or of what no script owns.
fn kind(char: char) -> String {
    let script = CodePointMapData::<Script>::new().get(char);
    if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
        let kind = match char {
            _ if is_mark(char) => "combining mark",
            _ if is_emoji(char) => EMOJI,
            _ => "symbol",
        };
        return kind.to_owned();
    }
    let name = PropertyNamesLong::<Script>::new().get(script).unwrap_or("unknown");
    format!("{} character", name.replace('_', " "))
}

fn plural(kind: &str) -> String {
    if kind == EMOJI { kind.to_owned() } else { format!("{kind}s") }
}

fn reason_name(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::Control => ("control character", "control characters"),
        Reason::Private => ("private-use character", "private-use characters"),
        Reason::Unassigned => ("unassigned character", "unassigned characters"),
        Reason::Format => ("invisible character", "invisible characters"),
    }
}
