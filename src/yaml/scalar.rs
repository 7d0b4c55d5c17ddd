/// A text on one line as a YAML scalar: plain where nothing in it could be taken for anything else, and in single quotes otherwise
/// (YAML 1.2.2, 7.3.2 and 7.3.3).
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { format!("'{}'", text.replace('\'', "''")) }
}

fn is_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|char: char| char.is_alphabetic() || char == '“');
    let ends_well = !text.ends_with(|char: char| char.is_whitespace() || char == ':');
    let is_word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    starts_well && ends_well && !is_word && !text.contains(": ") && !text.contains(" #")
}
