use crate::document::Inline;

/// The plain words of running text.
pub(super) fn words(content: &[Inline]) -> String {
    let mut words = String::new();
    for inline in content {
        match inline {
            Inline::Text { text, .. } => words.push_str(text),
            Inline::LineBreak => words.push(' '),
            Inline::Blank { .. } | Inline::Check(_) | Inline::Option { .. } => {}
        }
    }
    words.trim().to_owned()
}
