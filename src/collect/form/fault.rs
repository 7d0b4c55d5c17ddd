use crate::collect::{Fault, RefusalCode};

/// The fault of a file that cannot be read. The message goes on from what is wrong with it.
pub(super) fn damaged(what: impl AsRef<str>) -> Fault {
    let message = format!("this file is damaged: {}", what.as_ref());
    let help = "ask for it again, or open it in a PDF viewer, save it under another name, and collect that file";
    Fault::new(RefusalCode::Damaged, message, help)
}

pub(super) fn encrypted() -> Fault {
    let help = "open it, save a copy without a password, and collect the copy";
    Fault::new(RefusalCode::Encrypted, "this PDF is encrypted", help)
}

pub(super) fn no_form_fields() -> Fault {
    let help = "it was printed to PDF, flattened or scanned: save the form itself instead, or print it and scan it";
    Fault::new(RefusalCode::NoFormFields, "this PDF has no fields", help)
}

/// What to do about a form that does not say what it is.
const NOT_OURS: &str = "collect the files that `build` or `panel` made; a guide that was edited after it was built has no identity: copy what \
                        is filled in into a form that has one";

pub(super) fn not_ours(message: impl Into<String>) -> Fault {
    Fault::new(RefusalCode::NotOurs, message, NOT_OURS)
}

pub(super) fn incomplete(message: impl Into<String>) -> Fault {
    let help = "ask for the whole file, as the form was saved; if pages were taken out or merged, collect the original";
    Fault::new(RefusalCode::Incomplete, message, help)
}

pub(super) fn edited(message: impl Into<String>) -> Fault {
    let help = "copy what is filled in into a form as it was built, and collect that file";
    Fault::new(RefusalCode::Edited, message, help)
}
