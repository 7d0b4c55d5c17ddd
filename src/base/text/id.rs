/// The longest id, in characters.
pub const MAX_ID_LENGTH: usize = 64;

/// Whether a text is an id: lowercase letters of ASCII and digits, with single hyphens inside, up to [`MAX_ID_LENGTH`] characters.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(is_inside);
    text.len() <= MAX_ID_LENGTH && text.split('-').all(is_word)
}
