/// The languages that the program carries: the tag of each (BCP 47) and its Fluent file. A new language is a line here and its file.
/// The first one stands in for languages that are not listed.
pub const BUILT_IN: [(&str, &str); 1] = [("en", include_str!("../../../templates/locales/en.ftl"))];
