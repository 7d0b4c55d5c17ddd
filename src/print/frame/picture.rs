use std::sync::Arc;

use super::Size;
use crate::base::image::Image;

/// A picture on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What is to be seen. A file has it once, however often it is shown.
    pub image: Arc<Image>,
    /// How large it is.
    pub size: Size,
    /// What screen readers say in its place.
    pub alt: Arc<str>,
}
