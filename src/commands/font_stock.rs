use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::base::files::SystemFonts;
use crate::base::unit::EastAsian;
use crate::document::Document;
use crate::print::Fonts;

/// The fonts for documents of any language. The machine's own are looked at only where they are needed, so that what comes out does not
/// depend on them otherwise.
pub(super) struct FontStock {
    /// The built-in fonts, and those of a brand.
    base: Fonts,
    system: OnceLock<SystemFonts>,
    /// The same, and one for a language that they are not made for. The documents of a packet share it, whichever characters
    /// each of them has.
    for_languages: Mutex<BTreeMap<EastAsian, Fonts>>,
}

/// What the fonts of a document are chosen by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FontNeeds {
    language: Option<EastAsian>,
    /// The families besides those for Latin, Greek and Cyrillic.
    families: Vec<String>,
    /// The characters that none of these has.
    rest: BTreeSet<char>,
}

impl FontStock {
    pub(super) fn new(base: Fonts) -> Self {
        Self { base, system: OnceLock::new(), for_languages: Mutex::default() }
    }

    /// What a document needs, and the fonts for it, but for those that only a few of its characters need.
    pub(super) fn of(&self, document: &Document) -> (FontNeeds, Fonts) {
        let uncovered = self.base.uncovered(document);
        let language = EastAsian::of(&document.front.lang, &uncovered);
        let mut fonts = language.map_or_else(|| self.base.clone(), |it| self.made_for(it));
        fonts.add_scripts(&uncovered);
        let (families, rest) = (fonts.fallbacks().to_vec(), fonts.uncovered_of(&uncovered));
        (FontNeeds { language, families, rest }, fonts)
    }

    /// The same fonts, and those for the characters that none of them has.
    pub(super) fn with_rest(&self, mut fonts: Fonts, needs: &FontNeeds) -> Fonts {
        if !needs.rest.is_empty() {
            self.system().families(&needs.rest).into_iter().for_each(|it| fonts.add_family(it));
        }
        fonts
    }

    fn made_for(&self, language: EastAsian) -> Fonts {
        let mut known = self.for_languages.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || {
            let mut fonts = self.base.clone();
            self.system().for_language(language).into_iter().for_each(|it| fonts.add_family(it));
            fonts
        };
        known.entry(language).or_insert_with(new).clone()
    }

    fn system(&self) -> &SystemFonts {
        self.system.get_or_init(SystemFonts::find)
    }
}
