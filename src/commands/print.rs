use super::failure::{Diagnosed, diagnosed, warn};
use crate::document::{self, Paper};
use crate::output::{self, Console};
use crate::pdf;
use crate::report;
use crate::source::{SourceId, Sources};
use crate::typeset::{Fonts, Style, typeset};
use crate::unit::Timestamp;

/// A guide as a PDF.
pub(super) struct Printed {
    pub(super) bytes: Vec<u8>,
    pub(super) pages: usize,
}

/// Prints a guide's Markdown on `paper`, or else on what the guide asks for, or else on A4. A strict printer refuses what a
/// lenient one only warns of: characters that no font has.
pub(super) fn print(
    sources: &Sources,
    guide: SourceId,
    paper: Option<Paper>,
    is_strict: bool,
    console: Console,
) -> anyhow::Result<Printed> {
    let parsed = document::parse(sources, guide).map_err(|it| diagnosed(&it, sources, console))?;
    warn(&parsed.warnings, sources, console);
    let document = parsed.value;
    let paper = paper.or(document.front.paper).unwrap_or(Paper::A4);
    let mut fonts = Fonts::built_in();
    // The machine's own fonts are looked at only where they are needed, so that what comes out does not depend on them
    // otherwise.
    let uncovered = fonts.uncovered(&document);
    if !uncovered.is_empty() {
        for font in output::system_fonts(&uncovered) {
            fonts.add(&font.name, font.data);
        }
    }
    let set = typeset(&document, &Style::new(paper), &fonts);
    if is_strict && !set.warnings.is_empty() {
        let report = report::render(sources, &set.warnings, console.has_colour());
        let why = "error: not everything can be printed, and --strict was given";
        return Err(Diagnosed(format!("{report}\n\n{why}")).into());
    }
    warn(&set.warnings, sources, console);
    let created = output::source_date_epoch()?.map(Timestamp);
    let bytes = pdf::write(&set.value, created)?;
    Ok(Printed { bytes, pages: set.value.pages.len() })
}
