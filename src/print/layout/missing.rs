use std::collections::BTreeMap;

use icu_properties::CodePointMapData;
use icu_properties::PropertyNamesLong;
use icu_properties::props::Script;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;
use crate::base::unit::{EastAsian, Language};
use crate::print::class::{Reason, is_emoji, is_mark};

/// The characters of a document that are replaced by a sign, each with the first place where it is.
#[derive(Default)]
pub(super) struct Missing {
    chars: BTreeMap<(Cause, char), Option<Span>>,
}

/// What a character is called together with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// One of the language of the document, whose characters are of several scripts.
    OfLanguage(EastAsian),
    /// One of a script, by the script's name in Unicode.
    OfScript(&'static str),
    /// One that no script owns.
    Other(&'static str),
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
        self.chars.entry((cause, char)).or_insert(place);
    }

    /// A warning for each cause and script, in the order of their first places. What the language of the document is written in counts
    /// as one script.
    pub(super) fn warnings(self, language: &Language) -> Vec<Diagnostic> {
        let own = EastAsian::of_language(language);
        let mut groups: BTreeMap<(Cause, Kind), Vec<Placed>> = BTreeMap::new();
        for ((cause, char), place) in self.chars {
            let kind = match cause {
                Cause::NoFont | Cause::Apart => kind(char, own),
                Cause::Unprintable(reason) => Kind::Other(reason_name(reason).0),
            };
            groups.entry((cause, kind)).or_default().push((char, place));
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        for (_, chars) in &mut groups {
            chars.sort_by_key(|(_, place)| start(place.as_ref()));
        }
        groups.sort_by_key(|(_, chars)| start(chars.first().and_then(|(_, at)| at.as_ref())));
        groups.into_iter().map(|((cause, kind), chars)| warning(cause, kind, &chars)).collect()
    }
}

/// A character, and its first place if it has one.
type Placed = (char, Option<Span>);

/// For sorting: what has no place comes last.
fn start(place: Option<&Span>) -> (bool, usize) {
    place.map_or((true, 0), |span| (false, span.bytes.start))
}

fn warning(cause: Cause, of: Kind, chars: &[Placed]) -> Diagnostic {
    let (count, kind) = (chars.len(), of.name());
    let named: Vec<String> =
        chars.iter().take(EXAMPLES).map(|(char, _)| named(*char, cause)).collect();
    let more = match count.saturating_sub(EXAMPLES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (examples, is_one) = (format!("{}{more}", named.join(", ")), count == 1);
    let (it, they) = if is_one { ("it", "it is") } else { ("them", "they are") };
    let kinds = if is_one { kind.clone() } else { format!("{count} {}", plural(&kind)) };
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
    let help = match (cause, of.remedy()) {
        (Cause::Unprintable(_), _) => format!("remove {it}"),
        (Cause::NoFont, _) if of == Kind::Other(EMOJI) => format!(
            "install a font that has {it} as outlines (color images cannot be printed), or use words"
        ),
        (Cause::NoFont, Some((language, font, package))) => format!(
            "install a font for {language}, such as {font}; on Debian or Ubuntu: `apt install {package}`"
        ),
        (Cause::NoFont | Cause::Apart, _) => {
            format!("install a font that has {it}, or use other characters")
        }
    };
    let label = match cause {
        Cause::NoFont => kind,
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

impl Kind {
    /// What one character of this kind is called.
    fn name(self) -> String {
        match self {
            Self::OfLanguage(language) => format!("{} character", language.name()),
            Self::OfScript(script) => format!("{} character", script.replace('_', " ")),
            Self::Other(kind) => kind.to_owned(),
        }
    }

    /// A font that has such characters: for what, its name, and the package of Debian that it is in.
    fn remedy(self) -> Option<(String, String, &'static str)> {
        match self {
            Self::OfLanguage(language) => {
                let suffix = language.font_suffixes().first()?;
                let font = format!("Noto Sans CJK {suffix}");
                Some((language.name().to_owned(), font, "fonts-noto-cjk"))
            }
            Self::OfScript("Han" | "Hiragana" | "Katakana" | "Hangul" | "Bopomofo") => {
                let languages = "Chinese, Japanese, and Korean".to_owned();
                Some((languages, "Noto Sans CJK".to_owned(), "fonts-noto-cjk"))
            }
            Self::OfScript(script) if IN_NOTO_CORE.contains(&script) => {
                let script = script.replace('_', " ");
                Some((script.clone(), format!("Noto Sans {script}"), "fonts-noto-core"))
            }
            Self::OfScript(_) | Self::Other(_) => None,
        }
    }
}

/// Scripts of today of which `fonts-noto-core` has a font that is named after them.
const IN_NOTO_CORE: [&str; 31] = [
    "Adlam",
    "Armenian",
    "Balinese",
    "Bengali",
    "Canadian_Aboriginal",
    "Cherokee",
    "Devanagari",
    "Ethiopic",
    "Georgian",
    "Gujarati",
    "Gurmukhi",
    "Javanese",
    "Kannada",
    "Khmer",
    "Lao",
    "Limbu",
    "Lisu",
    "Malayalam",
    "Meetei_Mayek",
    "Mongolian",
    "Myanmar",
    "Ol_Chiki",
    "Oriya",
    "Sinhala",
    "Sundanese",
    "Syriac",
    "Tamil",
    "Telugu",
    "Thaana",
    "Thai",
    "Yi",
];

/// What a character is called together with others of its kind, in a document of this language.
fn kind(char: char, language: Option<EastAsian>) -> Kind {
    if let Some(language) = language.filter(|_| EastAsian::has(char)) {
        return Kind::OfLanguage(language);
    }
    let script = CodePointMapData::<Script>::new().get(char);
    if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
        return Kind::Other(match char {
            _ if is_mark(char) => "combining mark",
            _ if is_emoji(char) => EMOJI,
            _ => "symbol",
        });
    }
    Kind::OfScript(PropertyNamesLong::<Script>::new().get(script).unwrap_or("unknown"))
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
