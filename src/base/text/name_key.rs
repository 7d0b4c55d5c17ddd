use super::{composed, one_line};

/// The form of a person's name in which names are compared: two names are the same if their keys are. Case, the number of spaces, and the
/// Unicode form do not count. It is empty if the name is.
///
/// ```
/// use interview_kit::base::text::name_key;
///
/// assert_eq!(name_key(" Rene\u{301}e  WEISS"), name_key("Renée Weiß"));
/// assert_ne!(name_key("Renee"), name_key("Renée"));
/// ```
#[must_use]
pub fn name_key(name: &str) -> String {
    // `ß` has no upper case of its own, and `Σ` has two lower cases: both are the same after both steps.
    let folded = one_line(&composed(name)).to_uppercase().to_lowercase();
    composed(&folded).into_owned()
}
