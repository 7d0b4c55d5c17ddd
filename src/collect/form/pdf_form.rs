use super::fault::{damaged, no_form_fields, not_ours};
use super::pdf::PdfFile;
use super::printed::PlacedDocument;
use super::tree::Fields;
use super::{document, field, pages};
use crate::collect::Fault;

/// Reads the documents of a PDF. Where their fields are is only read from blank prints: it takes time.
pub(super) fn read(
    bytes: &[u8],
    has_areas: bool,
) -> Result<Vec<Result<PlacedDocument, Fault>>, Fault> {
    let file = PdfFile::open(bytes)?;
    let file = if has_areas { file.whole() } else { file };
    let mut catalog = file.catalog()?;
    let root = catalog.take("Pages").ok_or_else(|| damaged("it has no pages"))?;
    let form = file.take(&mut catalog, "AcroForm")?;
    let Some(mut form) = form.dict() else { return Err(no_form_fields()) };
    let top = file.take(&mut form, "Fields")?.array().unwrap_or_default();
    let mut fields = Fields::new(&file, has_areas);
    fields.read(top)?;
    let sheets = pages::read(&file, root, &mut fields)?;
    let mut fields = fields.into_all();
    if fields.is_empty() && form.get("XFA").is_some() {
        return Err(not_ours("XFA forms are not supported"));
    }
    field::restore_names(&mut fields);
    document::gather(&file, &fields, &sheets)
}
