use crate::base::unit::Language;

/// The languages that the program carries: the tag of each (BCP 47) and its Fluent file. A new language is a line here and its file.
/// The first one stands in for languages that are not listed.
pub const BUILT_IN: [(&str, &str); 1] = [("en", include_str!("../../../templates/locales/en.ftl"))];

/// What a file of the program is called in a report.
pub(super) fn built_in_name(tag: &str) -> String {
    format!("<built-in>/templates/locales/{tag}.ftl")
}

/// The language of a tag of the table.
#[expect(clippy::expect_used, reason = "a test reads every tag of the table")]
pub(super) fn language(tag: &str) -> Language {
    tag.parse().expect("the tags of the table are well-formed")
}
