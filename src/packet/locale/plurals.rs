use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::base::unit::Language;

/// The plural categories of CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The language as plural rules know it. A tag that names no language, such as `x-ours`, has those that
/// Fluent takes then: those of English.
pub(super) fn plural_rules(language: &Language) -> LanguageIdentifier {
    let whole = language.as_str().parse();
    whole.or_else(|_| language.primary().parse()).unwrap_or_default()
}

/// The plural categories that the whole numbers of a language have, in the order of CLDR, and `other`, which a message always has.
#[must_use]
#[expect(clippy::expect_used, reason = "the message is written here")]
#[expect(clippy::missing_panics_doc, reason = "it cannot panic")]
pub fn plural_categories(language: &Language) -> Vec<&'static str> {
    /// Whole numbers of each category of every language: rules look at the last two digits, and at whole millions.
    const NUMBERS: [u32; 3] = [200, 1_000, 1_000_000];
    let [last, others @ ..] = NUMBERS;
    let variants = CATEGORIES.map(|category| format!("    [{category}] {category}\n")).concat();
    let message = format!("category = {{ $number ->\n{variants}   *[none] none\n }}\n");
    let resource = FluentResource::try_new(message).expect("the message has no fault");
    let mut bundle = FluentBundle::new_concurrent(vec![plural_rules(language)]);
    bundle.add_resource_overriding(resource);
    let pattern = bundle.get_message("category").and_then(|message| message.value());
    let pattern = pattern.expect("the message has a text");
    let category = |number: u32| -> Cow<'_, str> {
        let mut values = FluentArgs::with_capacity(1);
        values.set("number", FluentValue::from(f64::from(number)));
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned().into()
    };
    let found: Vec<Cow<'_, str>> = (0..=last).chain(others).map(category).collect();
    // Fluent needs a text for all other values: those of some languages are fractions.
    let is_found = |it: &&str| *it == "other" || found.iter().any(|found| found == it);
    CATEGORIES.into_iter().filter(is_found).collect()
}
