use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::Language;

/// A language that is written with Chinese characters, or among them. Each expects its own form of many of them, so a font that is made
/// for another one will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EastAsian {
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
    /// Chinese in the characters of the mainland and of Singapore.
    SimplifiedChinese,
    /// Chinese in the characters of Taiwan, Hong Kong and Macau.
    TraditionalChinese,
}

const HAN: [RangeInclusive<char>; 4] = [
    '\u{2E80}'..='\u{2FDF}',
    '\u{3400}'..='\u{9FFF}',
    '\u{F900}'..='\u{FAFF}',
    '\u{20000}'..='\u{3FFFF}',
];
const KANA: [RangeInclusive<char>; 4] = [
    '\u{3041}'..='\u{30FF}',
    '\u{31F0}'..='\u{31FF}',
    '\u{FF66}'..='\u{FF9D}',
    '\u{1B000}'..='\u{1B16F}',
];
const HANGUL: [RangeInclusive<char>; 4] = [
    '\u{1100}'..='\u{11FF}',
    '\u{3131}'..='\u{318E}',
    '\u{A960}'..='\u{A97F}',
    '\u{AC00}'..='\u{D7FF}',
];
const BOPOMOFO: [RangeInclusive<char>; 2] = ['\u{3105}'..='\u{312F}', '\u{31A0}'..='\u{31BF}'];
/// Punctuation and forms that all of them share.
const SHARED: [RangeInclusive<char>; 5] = [
    '\u{3000}'..='\u{303F}',
    '\u{3190}'..='\u{319F}',
    '\u{31C0}'..='\u{31EF}',
    '\u{3200}'..='\u{33FF}',
    '\u{FE30}'..='\u{FFEF}',
];

/// All of them.
const ALL_RANGES: [&[RangeInclusive<char>]; 5] = [&HAN, &KANA, &HANGUL, &BOPOMOFO, &SHARED];

impl EastAsian {
    /// Every one.
    pub const ALL: [Self; 4] =
        [Self::Japanese, Self::Korean, Self::SimplifiedChinese, Self::TraditionalChinese];

    /// The language among these of the characters in a text: that of the text, or else the one that its characters point to. `None` if no
    /// character is of any of them.
    #[must_use]
    pub fn of(language: &Language, chars: &BTreeSet<char>) -> Option<Self> {
        let has = |ranges: &[RangeInclusive<char>]| {
            ranges.iter().any(|range| chars.range(range.clone()).next().is_some())
        };
        let is_any = ALL_RANGES.into_iter().any(has);
        is_any.then(|| match Self::of_language(language) {
            Some(it) => it,
            None if has(&KANA) => Self::Japanese,
            None if has(&HANGUL) => Self::Korean,
            None if has(&BOPOMOFO) => Self::TraditionalChinese,
            None => Self::SimplifiedChinese,
        })
    }

    /// The language among these that a tag names.
    #[must_use]
    pub fn of_language(language: &Language) -> Option<Self> {
        match language.primary() {
            "ja" => Some(Self::Japanese),
            "ko" => Some(Self::Korean),
            "zh" | "cmn" | "yue" | "nan" | "hak" => Some(Self::chinese(language)),
            _ => None,
        }
    }

    fn chinese(language: &Language) -> Self {
        let is_traditional = match language.script() {
            Some(script) => script == "Hant",
            None => {
                language.primary() == "yue"
                    || ["TW", "HK", "MO"].into_iter().any(|region| {
                        language.as_str().split('-').skip(1).any(|subtag| subtag == region)
                    })
            }
        };
        if is_traditional { Self::TraditionalChinese } else { Self::SimplifiedChinese }
    }

    /// Whether a character belongs to these languages.
    #[must_use]
    pub fn has(char: char) -> bool {
        ALL_RANGES.into_iter().flatten().any(|range| range.contains(&char))
    }

    /// Its name in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Japanese => "Japanese",
            Self::Korean => "Korean",
            Self::SimplifiedChinese => "Simplified Chinese",
            Self::TraditionalChinese => "Traditional Chinese",
        }
    }

    /// The words by which the names of fonts for it end. The first one is that of the Noto fonts.
    #[must_use]
    pub fn font_suffixes(self) -> &'static [&'static str] {
        match self {
            Self::Japanese => &["JP"],
            Self::Korean => &["KR"],
            Self::SimplifiedChinese => &["SC", "CN", "GB"],
            Self::TraditionalChinese => &["TC", "TW", "HK"],
        }
    }

    /// Characters that every font for it has, and hardly another one all of them.
    #[must_use]
    pub fn typical(self) -> BTreeSet<char> {
        let typical = match self {
            Self::Japanese => "、。「」あいうかがのはをんアイウカーン一人日本語質問面接回答働",
            Self::Korean => "가각간갈감강개거것게고과그기나다는를면접질문한국어답",
            Self::SimplifiedChinese => "、。，（）一人的是不了在有我们这个面试问题评价语汉",
            Self::TraditionalChinese => "、。，（）一人的是不了在有我們這個面試問題評價語漢",
        };
        typical.chars().collect()
    }
}
