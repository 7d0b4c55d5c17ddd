use std::borrow::Cow;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontData, FontFamily, FontFamilyName};

use crate::pages::{Face, FaceId};

/// The name under which the built-in family is known.
const SANS: &str = "Kit Sans";
const MONO: &str = "Kit Mono";

/// The built-in font files, all under the SIL Open Font License 1.1, which is kept beside them.
const BUILT_IN: [(&str, &[u8]); 5] = [
    ("KitSans-Regular", include_bytes!("../../assets/fonts/KitSans-Regular.ttf")),
    ("KitSans-Italic", include_bytes!("../../assets/fonts/KitSans-Italic.ttf")),
    ("KitSans-Semibold", include_bytes!("../../assets/fonts/KitSans-Semibold.ttf")),
    ("KitSans-SemiboldItalic", include_bytes!("../../assets/fonts/KitSans-SemiboldItalic.ttf")),
    ("KitMono-Regular", include_bytes!("../../assets/fonts/KitMono-Regular.ttf")),
];

/// The fonts in which a document can be set. Made once, used for any number of documents.
#[derive(Clone)]
pub struct Fonts {
    collection: Collection,
    faces: Vec<(FontData, Face)>,
}

impl Fonts {
    /// The built-in fonts: a family for text, with Latin, Greek and Cyrillic, and its sibling for code.
    #[must_use]
    pub fn built_in() -> Self {
        let mut fonts = Self {
            collection: Collection::new(CollectionOptions { shared: false, system_fonts: false }),
            faces: Vec::new(),
        };
        for (name, data) in BUILT_IN {
            let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(data);
            fonts.register(name, &data);
        }
        fonts
    }

    /// The face in which people's own words are shown in form fields.
    pub(super) fn form_face() -> FaceId {
        FaceId(0)
    }

    pub(super) fn context(&self) -> FontContext {
        FontContext { collection: self.collection.clone(), source_cache: SourceCache::default() }
    }

    pub(super) fn faces(&self) -> Vec<Face> {
        self.faces.iter().map(|(_, face)| face.clone()).collect()
    }

    /// The face that the shaper chose. Every face that it can choose was registered here.
    pub(super) fn face_of(&self, font: &FontData) -> FaceId {
        let same = |(known, _): &(FontData, Face)| {
            known.data.id() == font.data.id() && known.index == font.index
        };
        FaceId(self.faces.iter().position(same).unwrap_or_default())
    }

    fn register(&mut self, name: &str, data: &Arc<dyn AsRef<[u8]> + Send + Sync>) {
        let blob = Blob::new(Arc::clone(data));
        for (_, infos) in self.collection.register_fonts(blob.clone(), None) {
            for info in infos {
                let font = FontData::new(blob.clone(), info.index());
                let name = name.to_owned();
                let face = Face { name, data: Arc::clone(data), index: info.index() };
                self.faces.push((font, face));
            }
        }
    }
}

/// The families for running text and for code.
pub(super) fn family(code: bool) -> FontFamily<'static> {
    let name = |name| FontFamilyName::Named(Cow::Borrowed(name));
    let families = if code { vec![name(MONO), name(SANS)] } else { vec![name(SANS)] };
    FontFamily::List(families.into())
}
