//! Short names of contents: hashes, and the letters in which people read them.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::text::seen;

/// The SHA-256 of bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

/// The first half of the SHA-256 of a text, in hexadecimal: enough to find a change that no one made on purpose.
#[must_use]
pub fn short(text: &str) -> String {
    short_of(&[text])
}

/// The same of a text that is made of these parts.
#[must_use]
pub fn short_of(parts: &[&str]) -> String {
    let mut all = Begun::default();
    for part in parts {
        all.add(part.as_bytes());
    }
    hex(&all.whole()[..16])
}

/// The SHA-256 of bytes that go on: what many texts begin with is hashed once.
#[derive(Clone, Debug, Default)]
pub struct Begun(Sha256);

impl Begun {
    /// Adds bytes at the end.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The same with more bytes at the end.
    #[must_use]
    pub fn and(mut self, bytes: &[u8]) -> Self {
        self.add(bytes);
        self
    }

    /// The same with the words of a text at the end, as `words` takes them.
    #[must_use]
    pub fn and_words(self, text: &str) -> Self {
        self.and(seen(text).as_bytes())
    }

    /// All of it.
    #[must_use]
    pub fn whole(self) -> [u8; 32] {
        self.0.finalize().into()
    }

    /// The first six bytes, in hexadecimal, as `page` gives them.
    #[must_use]
    pub fn page(self) -> String {
        hex(&self.whole()[..PAGE_DIGITS / 2])
    }
}

/// How many hexadecimal digits the digest of a page has.
pub const PAGE_DIGITS: usize = 12;

/// The first six bytes of the SHA-256 of what is drawn on a page, in hexadecimal.
#[must_use]
pub fn page(content: &[u8]) -> String {
    Begun::default().and(content).page()
}

/// The digest of the words of a page, as `Begun::page` gives it. Programs that write pages anew split lines, drop characters that are not
/// seen, and take one form of a character for another: all such words have the same digest.
#[must_use]
pub fn words(text: &str) -> String {
    Begun::default().and_words(text).page()
}

/// Bytes in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| hex_digits(*byte));
    digits.map(|digit| char::from(digit.to_ascii_lowercase())).collect()
}

/// The two hexadecimal digits of a byte, in capitals.
#[must_use]
pub fn hex_digits(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)])
}

/// The letters of Crockford's Base32: none of them is taken for another when it is read from paper.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Bytes in Crockford's Base32, five bits a letter; bits that do not fill a letter are left out.
#[must_use]
pub fn crockford(bytes: &[u8]) -> String {
    let (mut letters, mut bits, mut count) = (String::new(), 0_u16, 0_u32);
    for byte in bytes {
        bits = bits << 8 | u16::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            letters.push(char::from(LETTERS[usize::from(bits >> count & 31)]));
        }
    }
    letters
}

/// The lowest bits of a number in `N` letters of Crockford's Base32, five bits a letter.
#[must_use]
pub fn crockford_number<const N: usize>(number: u32) -> String {
    let (mut letters, mut rest) = ([0; N], number);
    for letter in letters.iter_mut().rev() {
        *letter = LETTERS[(rest & 31) as usize];
        rest >>= 5;
    }
    letters.map(char::from).iter().collect()
}

/// The value of a letter of Crockford's Base32, as this module writes it: a digit or a capital letter.
#[must_use]
pub fn crockford_value(letter: char) -> Option<u32> {
    let place = LETTERS.iter().position(|known| char::from(*known) == letter)?;
    u32::try_from(place).ok()
}

/// A value as JSON without white space: the same value gives the same text.
///
/// # Panics
///
/// If the value holds a map whose keys are not texts or numbers: none of ours does.
#[must_use]
#[expect(clippy::expect_used, reason = "the values are texts, numbers, lists and records of them")]
pub fn canonical(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists can be written as JSON")
}
