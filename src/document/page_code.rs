use std::fmt;
use std::str::FromStr;

use super::kit_code::KitCode;
use super::page_identity::PageIdentity;
use crate::base::hash::{crockford_number, crockford_value};

/// What the code on a page says: which page of which document it is, of which packet, of which kit.
///
/// It is written as exactly 16 capitals and digits of Crockford's Base32, and holds nobody's name:
///
/// | letters | what they say |
/// |:--|:--|
/// | 8 | the kit's code without its hyphen |
/// | 5 | the packet's id |
/// | 1 | the interviewer, from 1; 0 in the documents of the panel or of the only interviewer |
/// | 2 | the document's number × 128 + the page in the document, from 0 |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageCode {
    letters: [u8; LENGTH],
}

/// The text is not the code of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageCodeError;

impl fmt::Display for PageCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the code of a page is 16 letters and digits, such as `SFTZ6F9R3F9TQ214`")
    }
}

impl std::error::Error for PageCodeError {}

const LENGTH: usize = 16;
/// How many letters one part of the kit's code has.
const HALF: usize = 4;
/// Where each part ends.
const KIT: usize = 2 * HALF;
const PACKET: usize = KIT + PageIdentity::PACKET_LENGTH;
const INTERVIEWER: usize = PACKET + 1;

/// How many pages of a document can have a code.
const MAX_PAGES: u32 = 128;
const RADIX: u32 = 32;

impl PageCode {
    /// The code of a page, counted from 0 in its document. `None` where a code would not be true, or has no letters for it: for an edited
    /// text, for a page after the last that can be counted, and for an interviewer above 31.
    #[must_use]
    pub fn new(kit: &KitCode, identity: &PageIdentity, page: usize) -> Option<Self> {
        let page = u32::try_from(page).ok().filter(|page| *page < MAX_PAGES)?;
        let (code, interviewer) = kit.code.split_once('/').unwrap_or((&kit.code, "0"));
        let interviewer = interviewer.parse().ok().filter(|number| *number < RADIX)?;
        let number = u32::from(identity.document_number()) * MAX_PAGES + page;
        let code = code.replace('-', "")
            + &identity.packet
            + &crockford_number::<1>(interviewer)
            + &crockford_number::<2>(number);
        code.parse().ok().filter(|_| !kit.is_edited)
    }

    /// The 16 letters, as ASCII.
    #[must_use]
    pub fn letters(&self) -> &[u8; LENGTH] {
        &self.letters
    }

    /// The kit's code, without an interviewer: `SFTZ-6F9R`.
    #[must_use]
    pub fn kit(&self) -> String {
        format!("{}-{}", self.text(0, HALF), self.text(HALF, KIT))
    }

    /// The packet's id.
    #[must_use]
    pub fn packet(&self) -> String {
        self.text(KIT, PACKET)
    }

    /// The interviewer of a panel, counted from 1. `None` in the documents of the panel or of the only interviewer.
    #[must_use]
    pub fn interviewer(&self) -> Option<u32> {
        Some(self.number(PACKET, INTERVIEWER)).filter(|number| *number > 0)
    }

    /// The document's number, as `PageIdentity::document_number` has it.
    #[must_use]
    pub fn document(&self) -> u32 {
        self.number(INTERVIEWER, LENGTH) / MAX_PAGES
    }

    /// The page in its document, counted from 0.
    #[must_use]
    pub fn page(&self) -> u32 {
        self.number(INTERVIEWER, LENGTH) % MAX_PAGES
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.letters[from..to].iter().map(|letter| char::from(*letter)).collect()
    }

    #[expect(clippy::expect_used, reason = "a code is made of such letters only")]
    fn number(&self, from: usize, to: usize) -> u32 {
        let value = |letter: &u8| crockford_value((*letter).into()).expect("a letter of Base32");
        self.letters[from..to].iter().fold(0, |number, letter| number * RADIX + value(letter))
    }
}

impl fmt::Display for PageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(0, LENGTH))
    }
}

impl FromStr for PageCode {
    type Err = PageCodeError;

    fn from_str(text: &str) -> Result<Self, PageCodeError> {
        let letters = text.as_bytes().try_into().map_err(|_| PageCodeError)?;
        let is_known = text.chars().all(|letter| crockford_value(letter).is_some());
        if is_known { Ok(Self { letters }) } else { Err(PageCodeError) }
    }
}
