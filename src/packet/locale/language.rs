use crate::base::unit::{EastAsian, Language};

/// The tags under which the messages for a language may be, the most special first.
pub(super) fn candidates(language: &Language) -> impl Iterator<Item = &str> {
    let tags = lookup(language).flat_map(|tag| std::iter::once(tag).chain(meant(tag, language)));
    tags.filter(|tag| is_in_script(tag, language))
}

/// Whether messages under a tag are in the script that a language names, if it names one: `ar-Latn` is not written like `ar`.
fn is_in_script(tag: &str, language: &Language) -> bool {
    let Some(wanted) = language.script() else { return true };
    let mut subtags = tag.split('-');
    let script = match subtags.next() {
        _ if subtags.any(|subtag| subtag == wanted) => return true,
        Some("ar") => "Arab",
        Some("he") => "Hebr",
        Some("ja") => "Jpan",
        Some("de" | "en" | "es" | "fr" | "it" | "nl" | "pl" | "pt") => "Latn",
        // A user's own.
        _ => return true,
    };
    script == wanted
}

/// The language of the program that a tag means although it says less of it, or says it in another way.
fn meant(tag: &str, language: &Language) -> Option<&'static str> {
    match tag {
        "pt" => Some("pt-BR"),
        // The tag of Hebrew until 1989.
        "iw" => Some("he"),
        "zh" | "cmn" => {
            let is_simplified =
                EastAsian::of_language(language) == Some(EastAsian::SimplifiedChinese);
            is_simplified.then_some("zh-Hans")
        }
        _ => None,
    }
}

/// A tag and what it falls back on, the most special first: `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647, 3.4).
fn lookup(language: &Language) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(language.as_str()), |tag| {
        let shorter = tag.rsplit_once('-')?.0;
        // A single letter or digit introduces what follows it.
        Some(match shorter.rsplit_once('-') {
            Some((before, last)) if last.len() == 1 => before,
            _ => shorter,
        })
    })
}
