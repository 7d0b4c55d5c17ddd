use super::body::Body;
use super::page_identity::PageIdentity;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::facts::KnownDetails;
use crate::base::hash;
use crate::base::source::{Span, Spanned};

/// The kit that a document belongs to, as its pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitCode {
    /// The code: `7KQ2-M4XD`, or `7KQ2-M4XD/2` for the second interviewer of a panel.
    pub code: String,
    /// Whether the text may be another than the one that was made under this code.
    pub is_edited: bool,
}

/// What the front matter states about the kit, before it is verified.
#[derive(Default)]
pub(super) struct Claim {
    pub(super) kit: Option<Spanned<String>>,
    pub(super) document: Option<Spanned<String>>,
    pub(super) packet: Option<Spanned<String>>,
    pub(super) marks: Option<Spanned<String>>,
    pub(super) details: Option<Spanned<KnownDetails>>,
    /// The lines with blanks, each with its digest.
    pub(super) blanks: Option<Spanned<String>>,
    pub(super) digest: Option<Spanned<String>>,
    /// Where the footer is.
    pub(super) footer: Option<Span>,
}

const CODE: &str = "edited";

impl KitCode {
    /// Takes a code apart: the code of the kit, and the number of the interviewer if it has one. `None` if it is not a code.
    #[must_use]
    pub fn split(code: &str) -> Option<(&str, Option<u32>)> {
        let code = Some(code).filter(|code| is_code(code))?;
        Some(match code.split_once('/') {
            Some((kit, part)) => (kit, part.parse().ok()),
            None => (code, None),
        })
    }
}

impl Claim {
    /// Verifies that a text is the one that was made under its code, or warns that it may have been edited.
    pub(super) fn verify(
        self,
        identity: Option<&PageIdentity>,
        footer: &str,
        body: &Body<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<KitCode> {
        let Some(kit) = self.kit.filter(|kit| is_kit_code(kit, diagnostics)) else {
            if let Some(digest) = self.digest {
                let message = "`digest` has no effect without `kit`";
                let warning = Diagnostic::warning("front-matter", message).at(digest.span);
                diagnostics.push(
                    warning.help("it is ignored; `build` writes `kit` and `digest` together"),
                );
            }
            return unproved(footer, self.footer, diagnostics);
        };
        let code = kit.value;
        let list = self.blanks.as_ref().map_or("", |list| &list.value);
        let message = match self.digest {
            Some(known)
                if known.value == digest(&code, identity, footer, list, &body.compared_text()) =>
            {
                return Some(KitCode { code, is_edited: false });
            }
            Some(_) => format!("this text was edited after kit {code} was built"),
            None => {
                format!("cannot verify that this text belongs to kit {code}: `digest` is missing")
            }
        };
        let has_marks = identity.is_some_and(|identity| identity.has_marks);
        let help = if has_marks { HELP_WITH_MARKS } else { HELP };
        diagnostics.push(Diagnostic::warning(CODE, message).at(kit.span).help(help));
        Some(KitCode { code, is_edited: true })
    }
}

const HELP: &str = "every page says “edited” beside the code; make the document again with `build` or `panel`, or delete the \
                    line `kit` from a document of your own";

const HELP_WITH_MARKS: &str = "every page says “edited” beside the code, and the marks for reading pages from paper are left out; make \
                               the document again with `build` or `panel`, or delete the line `kit` from a document of your own";

/// A code in the words of a footer, as earlier versions wrote it there, proves nothing.
fn unproved(footer: &str, span: Option<Span>, diagnostics: &mut Diagnostics) -> Option<KitCode> {
    let mut words = footer.split_whitespace().skip_while(|word| *word != "Kit").skip(1);
    let code = words.next().filter(|word| is_code(word))?;
    let message =
        format!("cannot verify that this text belongs to kit {code}: `digest` is missing");
    let warning = Diagnostic::warning(CODE, message).help(
        "every page says “edited” beside the code; make the document again with `build` or `panel`, or delete the code from the \
         footer",
    );
    diagnostics.push(Diagnostic { span, ..warning });
    Some(KitCode { code: code.to_owned(), is_edited: true })
}

fn is_kit_code(kit: &Spanned<String>, diagnostics: &mut Diagnostics) -> bool {
    let is_code = is_code(&kit.value);
    if !is_code {
        let message = format!("`{}` is not a kit code", kit.value);
        let warning = Diagnostic::warning("front-matter", message).at(kit.span.clone());
        diagnostics
            .push(warning.help("it is ignored; a kit code looks like 7KQ2-M4XD, or 7KQ2-M4XD/2"));
    }
    is_code
}

/// Whether a word is a code, with or without the number of an interviewer.
fn is_code(word: &str) -> bool {
    let (code, part) = word.split_once('/').unwrap_or((word, "1"));
    // Crockford's Base32, in which codes are written, has no I, L, O and U.
    let is_letter =
        |byte: u8| byte.is_ascii_digit() || (byte.is_ascii_uppercase() && !b"ILOU".contains(&byte));
    let half = |half: &str| half.len() == 4 && half.bytes().all(is_letter);
    code.split_once('-').is_some_and(|(first, second)| half(first) && half(second))
        && (1..=2).contains(&part.len())
        && part.bytes().all(|byte| byte.is_ascii_digit())
        && !part.starts_with('0')
}

/// A digest of a document's words, which are its lines as they are compared, and of what identifies its pages, in hexadecimal. Whatever
/// filling in changes does not count.
pub(super) fn digest(
    code: &str,
    identity: Option<&PageIdentity>,
    footer: &str,
    list: &str,
    compared: &str,
) -> String {
    let identity = identity.map(|PageIdentity { document, packet, has_marks, details }| {
        let marks = if *has_marks { " marks" } else { "" };
        let details = details.entries().map(|(key, value)| format!("\n{key}: {value}"));
        format!(" {document} {packet}{marks}{}", details.collect::<String>())
    });
    let head = format!("{code}{}\n{footer}\n{list}\n", identity.unwrap_or_default());
    hash::short_of(&[&head, compared])
}
