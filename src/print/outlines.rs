use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::glyf::Glyf;
use skrifa::raw::tables::loca::Loca;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// The outlines of a font's glyphs.
pub(super) struct Outlines<'f> {
    metrics: GlyphMetrics<'f>,
    /// TrueType outlines, whose bounds are beside them: the metrics would look for outlines of other kinds with every glyph.
    true_type: Option<(Loca<'f>, Glyf<'f>)>,
}

impl<'f> Outlines<'f> {
    pub(super) fn of(font: &FontRef<'f>) -> Self {
        let has_others = font.cff().is_ok() || font.cff2().is_ok() || font.gvar().is_ok();
        let true_type = font.loca(None).ok().zip(font.glyf().ok()).filter(|_| !has_others);
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Self { metrics, true_type }
    }

    /// Whether anything is to be seen of a glyph. A font may have glyphs without an outline: spaces, and pictures in color.
    pub(super) fn has_ink(&self, glyph: GlyphId) -> bool {
        if let Some((loca, glyf)) = &self.true_type {
            let glyph = loca.get_glyf(glyph, glyf).ok().flatten();
            return glyph.is_some_and(|it| it.x_max() > it.x_min() && it.y_max() > it.y_min());
        }
        let bounds = self.metrics.bounds(glyph);
        bounds.is_some_and(|it| it.x_max > it.x_min && it.y_max > it.y_min)
    }
}
