use std::fmt::Write as _;

use minijinja::Value;

/// A path as the place that a link or an image names (CommonMark 6.3): whatever has a meaning there, or none in an address, is written in
/// digits, as in `my%20notes/1.png` (RFC 3986, 2.1).
pub(super) fn destination(path: &str) -> Value {
    let mut written = String::with_capacity(path.len());
    let mut before = None;
    for char in path.chars() {
        // Several underscores are a blank.
        let is_blank = char == '_' && before == Some('_');
        if (char.is_alphanumeric() || "-._/+,@".contains(char)) && !is_blank {
            written.push(char);
        } else {
            let mut bytes = [0; 4];
            for byte in char.encode_utf8(&mut bytes).bytes() {
                // Nothing fails that writes to a text.
                let _ = write!(written, "%{byte:02X}");
            }
        }
        before = Some(char);
    }
    Value::from_safe_string(written)
}
