use std::ops::Range;

use super::entry;
use super::field::FormField;
use super::pages::Sheet;
use crate::base::unit::Paper;
use crate::collect::{FilledDocument, PrintedPage, PrintedPlace};
use crate::document::FieldName;
use crate::scan::{Area, Point};

/// A document, and where its fields are on its pages.
pub type PlacedDocument = (FilledDocument, Vec<PrintedPage>);

/// A field of a document.
pub(super) struct DocumentField {
    /// Which of the fields of the file it is.
    pub(super) at: usize,
    /// Its name in the document.
    pub(super) name: FieldName,
    /// The first page that it is on.
    pub(super) page: Option<usize>,
}

/// Millimeters of a point.
const MM: f64 = 25.4 / 72.0;
/// How many points a page may be larger or smaller than its paper.
const OFF: f64 = 1.0;

/// Where fields are on the pages of a document. Empty if it was not read where they are, or if a page is on no paper of ours.
pub(super) fn pages(
    fields: &[FormField],
    sheets: &[Sheet],
    pages: &Range<usize>,
    found: &[DocumentField],
) -> Vec<PrintedPage> {
    let has_areas =
        |field: &DocumentField| fields[field.at].widgets.iter().any(|it| it.area.is_some());
    if !found.iter().any(has_areas) {
        return Vec::new();
    }
    let page = |at: usize| {
        let (width, height) = sheets.get(at)?.size?;
        let paper = paper(width, height)?;
        let places = found.iter().flat_map(|field| places(&fields[field.at], field, at, height));
        Some(PrintedPage { paper, places: places.collect() })
    };
    pages.clone().map(page).collect::<Option<_>>().unwrap_or_default()
}

fn paper(width: f64, height: f64) -> Option<Paper> {
    let is_near = |paper: &Paper| {
        let (w, h) = crate::scan::size(*paper);
        (w / MM - width).abs() < OFF && (h / MM - height).abs() < OFF
    };
    Paper::ALL.into_iter().find(is_near)
}

/// The places of a field on a page of this height.
fn places<'f>(
    form: &'f FormField,
    field: &'f DocumentField,
    page: usize,
    height: f64,
) -> impl Iterator<Item = PrintedPlace> + 'f {
    let widgets = form.widgets.iter().enumerate();
    let on_page = widgets.filter(move |(_, widget)| widget.page == Some(page));
    on_page.filter_map(move |(at, widget)| {
        let [left, bottom, right, top] = widget.area?;
        let corner = Point { x: left * MM, y: (height - top) * MM };
        let area = Area { at: corner, width: (right - left) * MM, height: (top - bottom) * MM };
        let about = widget.about.as_deref().map(str::to_owned);
        let (field, value) = (field.name.clone(), entry::value(form, at));
        Some(PrintedPlace { field, value, about, area })
    })
}
