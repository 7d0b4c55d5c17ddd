use crate::base::diagnostic::Diagnostic;
use crate::base::files::WriteError;
use crate::base::source::Sources;
use crate::cli::report::Failure;
use crate::commands::manifest::ManifestFailure;
use crate::packet::roster::Row;

/// What is wrong with a row, and with which of its columns where it is about one.
pub(super) struct Fault {
    pub(super) column: Option<&'static str>,
    pub(super) found: Diagnostic,
}

impl Fault {
    /// What is wrong with the value of a column, or with the row where it has none there.
    pub(super) fn in_column(row: &Row, column: &'static str, found: Diagnostic) -> Self {
        let found = found.at(row.places.of(column));
        let Self { column: there, found } = Self::of_row(row, found);
        Self { column: there.filter(|there| *there == column), found }
    }

    /// What was found while the row was read.
    pub(super) fn of_row(row: &Row, found: Diagnostic) -> Self {
        let column = found.span.as_ref().and_then(|span| row.places.column_at(span));
        Self { column, found }
    }

    /// The fault for the manifest: the row itself, which names people, is not quoted.
    pub(super) fn failure(&self, row: usize, sources: &Sources) -> ManifestFailure {
        let Self { column, found } = self;
        let message = match column {
            Some(column) => format!("the value of `{column}` cannot be used"),
            None => "this row cannot be used".to_owned(),
        };
        let place = found.span.as_ref().map(|span| sources.locate(span));
        let about = About {
            field: column.map(str::to_owned),
            file: None,
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
        };
        described(row, found, &message, about)
    }
}

/// Why the packet of a row could not be made, for the manifest. The manifest must not quote the row, which names people. So a
/// diagnostic about a text that may contain parts of the row, such as one of its documents, is described only in its own words.
pub(super) fn failures(row: usize, error: &anyhow::Error) -> Vec<ManifestFailure> {
    if let Some(Failure::Rejected { diagnostics, sources, .. }) = error.downcast_ref() {
        let failure = |found: &Diagnostic| {
            let place = found.span.as_ref().map(|span| sources.locate(span));
            let about = About {
                field: None,
                file: found.span.as_ref().map(|span| sources.get(span.source).name.clone()),
                line: place.map(|place| place.line),
                column: place.map(|place| place.column),
            };
            described(row, found, UNDESCRIBED, about)
        };
        return diagnostics.iter().map(failure).collect();
    }
    vec![match error.downcast_ref::<WriteError>() {
        Some(unwritten) => {
            let help = unwritten.help().into_iter().collect();
            failure(row, "unwritten", unwritten.message(), About::default(), help)
        }
        None => plain(row, "unmade", UNDESCRIBED.to_owned()),
    }]
}

/// A failure that is about no text.
pub(super) fn plain(row: usize, code: &str, message: String) -> ManifestFailure {
    failure(row, code, message, About::default(), Vec::new())
}

/// The text that a failure is about.
#[derive(Default)]
struct About {
    field: Option<String>,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

fn failure(
    row: usize,
    code: &str,
    message: String,
    About { field, file, line, column }: About,
    help: Vec<String>,
) -> ManifestFailure {
    ManifestFailure { row, code: code.to_owned(), message, field, file, line, column, help }
}

const UNDESCRIBED: &str = "the documents of this row could not be built; see standard error";

/// A diagnostic in its own words, and in others where it has none.
fn described(row: usize, found: &Diagnostic, otherwise: &str, about: About) -> ManifestFailure {
    let help = if found.own_words.is_some() { found.help.clone() } else { Vec::new() };
    let message = found.own_words.clone().unwrap_or_else(|| otherwise.to_owned());
    failure(row, found.code, message, about, help)
}
