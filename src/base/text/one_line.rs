/// A text on one line: white space of any kind counts as one space, and none is left at the ends.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
