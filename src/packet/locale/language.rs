use crate::base::unit::Language;

/// Languages of the program that a tag means although it says less of them, or says it in another way.
const MEANT: [(&str, &str); 6] = [
    ("pt", "pt-BR"),
    ("pt-PT", "pt-BR"),
    ("zh", "zh-Hans"),
    ("zh-CN", "zh-Hans"),
    ("zh-SG", "zh-Hans"),
    // The tag of Hebrew until 1989.
    ("iw", "he"),
];

/// The tags under which the messages for a language may be, the most special first.
pub(super) fn candidates(language: &Language) -> impl Iterator<Item = &str> {
    let meant = MEANT.iter().find(|(tag, _)| *tag == language.as_str());
    lookup(language).chain(meant.map(|(_, meant)| *meant))
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
