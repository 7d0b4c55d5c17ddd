use crate::base::unit::Language;

/// The languages that the program carries: the tag of each (BCP 47) and its Fluent file. A new language is a line here and its file.
/// The first one stands in for languages that are not listed.
pub const BUILT_IN: [(&str, &str); 13] = [
    ("en", include_str!("../../../templates/locales/en.ftl")),
    ("en-GB", include_str!("../../../templates/locales/en-GB.ftl")),
    ("de", include_str!("../../../templates/locales/de.ftl")),
    ("fr", include_str!("../../../templates/locales/fr.ftl")),
    ("es", include_str!("../../../templates/locales/es.ftl")),
    ("it", include_str!("../../../templates/locales/it.ftl")),
    ("pt-BR", include_str!("../../../templates/locales/pt-BR.ftl")),
    ("nl", include_str!("../../../templates/locales/nl.ftl")),
    ("pl", include_str!("../../../templates/locales/pl.ftl")),
    ("ar", include_str!("../../../templates/locales/ar.ftl")),
    ("he", include_str!("../../../templates/locales/he.ftl")),
    ("ja", include_str!("../../../templates/locales/ja.ftl")),
    ("zh-Hans", include_str!("../../../templates/locales/zh-Hans.ftl")),
];

/// What a file of the program is called in a report.
pub(super) fn built_in_name(tag: &str) -> String {
    format!("<built-in>/templates/locales/{tag}.ftl")
}

/// The language of a tag of the table.
#[expect(clippy::expect_used, reason = "a test reads every tag of the table")]
pub(super) fn language(tag: &str) -> Language {
    tag.parse().expect("the tags of the table are well-formed")
}
