//! Text strings (ISO 32000-1, 7.9.2.2).

use super::limit::TEXT_BYTES;

/// The characters of `PDFDocEncoding` from 0x18 to 0x1F (ISO 32000-1, annex D.2).
const ACCENTS: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
/// Those from 0x80 to 0xA0; nothing is at 0x9F.
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\0', '€',
];

/// Decodes a text string: UTF-16 or UTF-8 after a byte order mark, and `PDFDocEncoding` otherwise. The error says what cannot be
/// decoded. Ends of lines are line feeds, since viewers write them differently.
pub(super) fn decode(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > TEXT_BYTES {
        return Err(format!("its text is longer than {} KiB", TEXT_BYTES >> 10));
    }
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec())
            .map_err(|_| "its text is not valid UTF-8".to_owned())?,
        bytes => bytes.iter().map(|byte| character(*byte)).collect::<Result<_, _>>()?,
    };
    Ok(with_line_feeds(text))
}

/// The text with line feeds in place of other ends of lines.
pub(super) fn with_line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
    let text: Result<String, _> = text;
    text.ok().filter(|_| rest.is_empty()).ok_or_else(|| "its text is not valid UTF-16".to_owned())
}

fn character(byte: u8) -> Result<char, String> {
    match byte {
        b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0xA1..=0xAC | 0xAE..=0xFF => Ok(char::from(byte)),
        0x18..=0x1F => Ok(ACCENTS[usize::from(byte - 0x18)]),
        0x80..=0x9E | 0xA0 => Ok(HIGH[usize::from(byte - 0x80)]),
        _ => Err(format!("its text has the byte 0x{byte:02X}, which stands for no character")),
    }
}

/// A name as text. Ours are ASCII. In others, bytes that are not UTF-8 are taken one by one, so that different names stay
/// different.
pub(super) fn of_name(name: &[u8]) -> String {
    match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) => name.iter().copied().map(char::from).collect(),
    }
}
