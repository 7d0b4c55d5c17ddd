use std::sync::Arc;

use super::{Face, FieldLook, Frame, Logo};
use crate::base::unit::Language;

/// A document that is laid out, or several of them in a row.
#[derive(Clone, Debug)]
pub struct Frames {
    /// What viewers and archives show about it.
    pub info: DocumentInfo,
    /// The pages, in order; at least one.
    pub pages: Vec<Arc<Frame>>,
    /// All fonts that the layout could use, in its order. A file numbers them in this order, so that the same text is the same bytes
    /// in all files.
    pub faces: Vec<Arc<Face>>,
    /// The font of what people type into form fields.
    pub form_face: Arc<Face>,
    /// The logo that frames show, if there is one.
    pub logo: Option<Arc<Logo>>,
    /// How fields look that are filled in.
    pub field_look: FieldLook,
}

/// What viewers and archives show about a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentInfo {
    /// The title.
    pub title: String,
    /// The language.
    pub lang: Language,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
}
