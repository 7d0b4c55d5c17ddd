/// Names as a sentence lists them, each in backquotes; a long list is cut short.
pub fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    const MAX_LISTED: usize = 24;
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(MAX_LISTED);
    let list = names[..names.len() - more].join(", ");
    if more == 0 { list } else { format!("{list}, and {more} more") }
}
