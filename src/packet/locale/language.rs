use crate::base::unit::Language;

/// A tag and what it falls back on, the most special first: `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647, 3.4).
pub(super) fn lookup(language: &Language) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(language.as_str()), |tag| {
        let shorter = tag.rsplit_once('-')?.0;
        // A single letter or digit introduces what follows it.
        Some(match shorter.rsplit_once('-') {
            Some((before, last)) if last.len() == 1 => before,
            _ => shorter,
        })
    })
}
