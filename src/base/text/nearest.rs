/// The known word that a mistyped one most likely stands for, if any is likely at all.
pub fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    let scored =
        known.into_iter().map(|known| (strsim::jaro_winkler(&word, &known.to_lowercase()), known));
    // Below this, a suggestion is more often wrong than right. The score favors a common beginning, so it alone would take
    // `foo` for `footer`: half of the letters at least must be right, unless a whole word is missing, as in `lead` for
    // `lead-engineer`.
    let is_like = |known: &str| {
        let known = known.to_lowercase();
        let longer = known.chars().count().max(word.chars().count());
        let begins = known.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with('-'));
        begins || strsim::osa_distance(&word, &known) * 2 < longer
    };
    let likely = scored.filter(|(score, known)| *score > 0.75 && is_like(known));
    likely.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
}
