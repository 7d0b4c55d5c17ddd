use unicode_normalization::UnicodeNormalization;

/// The characters of a text that can be seen, in their compatibility decomposition (Unicode Standard Annex #15).
#[must_use]
pub fn seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_ascii() {
            seen.extend(is_seen(char).then_some(char));
        } else {
            seen.extend(char.nfkd().filter(|char| is_seen(*char)));
        }
    }
    seen
}

fn is_seen(char: char) -> bool {
    let is_format = matches!(char, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
    !char.is_whitespace() && !char.is_control() && !is_format
}
