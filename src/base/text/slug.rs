use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words as a name: lowercase ASCII letters and digits, with single hyphens between the words. No more than `max_bytes` of them
/// are kept. Nothing, if no letter or digit of ASCII is in the words.
///
/// Letters lose their accents. A letter that has no counterpart in ASCII is left out, and so is an apostrophe.
///
/// ```
/// use interview_kit::base::text::slug;
///
/// assert_eq!(slug("Führung & Größe", 64).as_deref(), Some("fuhrung-grosse"));
/// assert_eq!(slug("The candidate’s own", 14).as_deref(), Some("the-candidates"));
/// assert_eq!(slug("名前", 64), None);
/// ```
#[must_use]
pub fn slug(words: &str, max_bytes: usize) -> Option<String> {
    let mut slug = String::new();
    // In capitals, `ß` is `SS`, and ligatures are their letters.
    for char in words.chars().flat_map(char::to_uppercase).nfkd() {
        if char.is_ascii_alphanumeric() {
            if slug.len() == max_bytes {
                break;
            }
            slug.push(char.to_ascii_lowercase());
        } else if ends_word(char) && !slug.is_empty() && !slug.ends_with('-') {
            if slug.len() == max_bytes {
                break;
            }
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    (!slug.is_empty()).then_some(slug)
}

fn ends_word(char: char) -> bool {
    !char.is_alphanumeric() && !is_combining_mark(char) && !matches!(char, '\'' | '’')
}
