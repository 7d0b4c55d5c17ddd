use std::fmt::Write;

/// A text on one line as a YAML scalar: plain where nothing in it could be taken for anything else, in double quotes where
/// something in it cannot be printed, and in single quotes otherwise (YAML 1.2.2, 7.3).
#[must_use]
pub fn scalar(text: &str) -> String {
    if !text.chars().all(is_printable) {
        escaped(text)
    } else if is_plain(text) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// A text on one line as a YAML scalar in the quotes that leave most of it as it is.
pub(super) fn quoted(text: &str) -> String {
    if !text.chars().all(is_printable) {
        escaped(text)
    } else if text.contains('\'') && !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

fn is_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|char: char| char.is_alphabetic() || char == '“');
    let ends_well = !text.ends_with(|char: char| char.is_whitespace() || char == ':');
    let is_word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    starts_well && ends_well && !is_word && !text.contains(": ") && !text.contains(" #")
}

/// Whether a character may stand in a YAML text as it is (YAML 1.2.2, 5.1).
fn is_printable(char: char) -> bool {
    !char.is_control()
        && !matches!(char, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn escaped(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            char if is_printable(char) => quoted.push(char),
            // Writing to a text cannot fail.
            char => drop(write!(quoted, "\\U{:08X}", u32::from(char))),
        }
    }
    quoted.push('"');
    quoted
}
