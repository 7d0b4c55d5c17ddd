/// The known word that a mistyped one most likely stands for, if any is likely at all.
pub fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    let scored =
        known.into_iter().map(|known| (strsim::jaro_winkler(&word, &known.to_lowercase()), known));
    // Below this, a suggestion is more often wrong than right.
    let likely = scored.filter(|(score, _)| *score > 0.75);
    likely.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
}
