use std::ops::RangeInclusive;

/// A script whose fonts are built in, and loaded where a text needs them: most documents do not.
pub(super) struct Script {
    /// The name under which the family is known.
    pub(super) family: &'static str,
    /// The characters that it is looked up for.
    pub(super) chars: &'static [RangeInclusive<char>],
    pub(super) faces: [(&'static str, &'static [u8]); 2],
}

/// These scripts. `assets/fonts/derive.py` lists the same characters.
pub(super) const SCRIPTS: [Script; 2] = [
    Script {
        family: "Kit Sans Hebrew",
        chars: &['\u{591}'..='\u{5F4}', '\u{FB1D}'..='\u{FB4F}'],
        faces: [
            (
                "KitSansHebrew-Regular",
                include_bytes!("../../assets/fonts/KitSansHebrew-Regular.ttf"),
            ),
            (
                "KitSansHebrew-Semibold",
                include_bytes!("../../assets/fonts/KitSansHebrew-Semibold.ttf"),
            ),
        ],
    },
    Script {
        family: "Kit Sans Arabic",
        chars: &['\u{600}'..='\u{6FF}', '\u{FD3E}'..='\u{FD3F}', '\u{FDFC}'..='\u{FDFC}'],
        faces: [
            (
                "KitSansArabic-Regular",
                include_bytes!("../../assets/fonts/KitSansArabic-Regular.ttf"),
            ),
            (
                "KitSansArabic-Semibold",
                include_bytes!("../../assets/fonts/KitSansArabic-Semibold.ttf"),
            ),
        ],
    },
];
