use crate::base::text::{MAX_ID_LENGTH, one_line, printed_line, slug};
use crate::base::yaml::Writer;

/// The id and the title of the skeleton as the program carries it.
const SAMPLE: (&str, &str) = ("support-engineer", "Support engineer");

/// The id for a title without an ASCII letter or digit.
const DEFAULT_ID: &str = "interview";

/// A bank to fill in, for a job of this title: three questions that can be asked as they are, with comments that explain the keys.
/// The bank is valid with any title that is not empty on one line.
///
/// ```
/// use interview_kit::bank::blank;
///
/// assert!(blank("Ward nurse: nights").contains("id: ward-nurse-nights\ntitle: \"Ward nurse: nights\"\n"));
/// ```
#[must_use]
pub fn blank(title: &str) -> String {
    let (sample_id, sample_title) = SAMPLE;
    let title = one_line(&printed_line(title));
    let id = slug(&title, MAX_ID_LENGTH).unwrap_or_else(|| DEFAULT_ID.to_owned());
    include_str!("../../questions/blank.yaml")
        .replace(&entry("id", sample_id), &entry("id", &id))
        .replace(&entry("title", sample_title), &entry("title", &title))
}

/// A key and its value on one line.
fn entry(key: &str, value: &str) -> String {
    let mut writer = Writer::default();
    writer.entry(key, &value);
    writer.finish()
}
