use std::collections::BTreeMap;
use std::error::Error;

use minijinja::ErrorKind;

use super::tracked::TrackedContext;
use crate::base::diagnostic::{Diagnostic, Rejected};
use crate::base::source::{SourceId, Sources, Span};
use crate::packet::locale::TextError;

/// Turns the template library's errors into diagnostics with a place.
pub(super) struct ErrorContext<'a> {
    pub(super) sources: &'a Sources,
    pub(super) places: &'a BTreeMap<String, SourceId>,
    /// The kit, by which the names that exist are known.
    pub(super) kit: Option<&'a TrackedContext>,
}

impl ErrorContext<'_> {
    pub(super) fn rejected(&self, error: &minijinja::Error) -> Rejected {
        // A fault in a template that another one includes comes wrapped in that one's.
        let chain: Vec<&minijinja::Error> = std::iter::successors(Some(error), |error| {
            Error::source(*error)?.downcast_ref::<minijinja::Error>()
        })
        .collect();
        let inner = chain.last().copied().unwrap_or(error);
        let text = Error::source(inner).and_then(|source| source.downcast_ref::<TextError>());
        let fault = Diagnostic::error(
            "template",
            text.map_or_else(|| message(inner), TextError::to_string),
        );
        let fault = text.into_iter().fold(fault, |fault, text| fault.help(text.help()));
        let fault = match self.span(inner) {
            Some(span) => fault.at(span),
            None => fault,
        };
        self.help(inner, &chain, fault).into()
    }

    fn span(&self, error: &minijinja::Error) -> Option<Span> {
        let id = *self.places.get(error.name()?)?;
        let text = &self.sources.get(id).text;
        let line = error.line().unwrap_or(1);
        let of_line = || {
            let before = text.split_inclusive('\n').take(line.saturating_sub(1));
            let start: usize = before.map(str::len).sum();
            start..start
        };
        let range =
            error.range().filter(|range| range.start <= range.end && range.end <= text.len());
        Some(Span::new(id, range.unwrap_or_else(of_line)))
    }

    fn help(
        &self,
        error: &minijinja::Error,
        chain: &[&minijinja::Error],
        fault: Diagnostic,
    ) -> Diagnostic {
        match error.kind() {
            ErrorKind::UndefinedError => self.help_undefined(error, chain, fault),
            ErrorKind::TemplateNotFound => {
                let names: Vec<&str> = self.places.keys().map(String::as_str).collect();
                let wanted = error.detail().and_then(quoted).unwrap_or_default();
                let fault = fault.suggest(wanted, names.iter().copied());
                fault.help(format!(
                    "available templates: {}",
                    names.join(", ")
                ))
            }
            ErrorKind::OutOfFuel => {
                fault.help("check for an endless or nested loop, or text that grows with each iteration")
            }
            ErrorKind::UnknownFilter => fault
                .suggest(unknown_name(error).unwrap_or_default(), FILTERS)
                .help("available: minijinja's filters except `safe`, plus `or_blank(width, name)`, `shorten(width)`, `listed`, `label`, `sentence`, `sentences`, `in_list`, and `lang(language)`"),
            ErrorKind::SyntaxError if error.detail().is_some_and(|it| it.contains(END)) => fault
                .help("close each `{% if %}` with `{% endif %}`, each `{% for %}` with `{% endfor %}`, and each tag with `%}` or `}}`"),
            ErrorKind::UnknownFunction => {
                let fault = fault.suggest(unknown_name(error).unwrap_or_default(), FUNCTIONS);
                fault.help("available: minijinja's functions, plus `front_matter(…)` and `text(…)`")
            }
            _ => fault,
        }
    }

    /// The names that exist where one was looked for in vain.
    fn help_undefined(
        &self,
        error: &minijinja::Error,
        chain: &[&minijinja::Error],
        fault: Diagnostic,
    ) -> Diagnostic {
        let (Some(kit), Some(path)) = (self.kit, error.detail().and_then(quoted)) else {
            return fault;
        };
        let (within, name) = match path.rsplit_once('.') {
            Some((within, name)) => (Some(within), name),
            None => (None, path),
        };
        let names = if within.is_some() {
            kit.known(name).unwrap_or_default()
        } else {
            let mut names = self.locals(chain);
            let more = kit.names().into_iter().filter(|name| !names.contains(name));
            let more: Vec<String> = more.collect();
            names.extend(more);
            names
        };
        if names.is_empty() {
            return fault;
        }
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        let place = within.map_or_else(|| "here".to_owned(), |within| format!("in `{within}`"));
        fault
            .suggest(name, known.iter().copied())
            .help(format!("available {place}: {}", known.join(", ")))
    }

    /// The variables that loops and `set` have made, in the template of the fault and in those that include it.
    fn locals(&self, chain: &[&minijinja::Error]) -> Vec<String> {
        let mut locals = Vec::new();
        for error in chain {
            let Some(span) = self.span(error) else { continue };
            let text = &self.sources.get(span.source).text;
            let before = text.get(..span.bytes.start).unwrap_or_default();
            // What the very tag of the fault would make does not exist yet.
            let before = match before.rfind("{%") {
                Some(tag) if !before[tag..].contains("%}") => &before[..tag],
                _ => before,
            };
            locals.extend(open_variables(before));
        }
        locals
    }
}

/// The variables of the loops that are open at the end of a template's beginning, and those that were set there.
fn open_variables(text: &str) -> Vec<String> {
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    for tag in text.split("{%").skip(1) {
        let words: Vec<&str> = tag.trim_start_matches('-').split_whitespace().collect();
        match words.as_slice() {
            ["for", rest @ ..] => {
                let names = rest.iter().take_while(|word| **word != "in");
                let names = names.flat_map(|word| word.split(','));
                open.push(names.filter(|name| !name.is_empty()).map(str::to_owned).collect());
            }
            ["endfor", ..] if open.len() > 1 => {
                open.pop();
            }
            ["set", name, ..] => {
                let name = name.trim_end_matches('=').to_owned();
                if let Some(innermost) = open.last_mut() {
                    innermost.push(name);
                }
            }
            _ => {}
        }
    }
    open.into_iter().flatten().collect()
}

fn message(error: &minijinja::Error) -> String {
    let detail = error.detail();
    match (error.kind(), detail) {
        (ErrorKind::OutOfFuel, _) => {
            "the template did not finish (execution limit reached)".to_owned()
        }
        (ErrorKind::WriteFailure, _) => "the template output is too large".to_owned(),
        (ErrorKind::TemplateNotFound, Some(detail)) => match quoted(detail) {
            Some(name) => format!("there is no template `{name}`"),
            None => detail.to_owned(),
        },
        (kind, Some(detail)) => {
            let named = |what: &str| match unknown_name(error) {
                Some(name) => format!("there is no {what} `{name}`"),
                None => detail.to_owned(),
            };
            match kind {
                ErrorKind::UnknownFilter => named("filter"),
                ErrorKind::UnknownTest => named("test"),
                ErrorKind::UnknownFunction => named("function"),
                ErrorKind::SyntaxError => plain_syntax(detail),
                ErrorKind::UndefinedError
                | ErrorKind::InvalidOperation
                | ErrorKind::TooManyArguments => detail.to_owned(),
                _ => format!("{kind}: {detail}"),
            }
        }
        (kind, None) => kind.to_string(),
    }
}

/// How minijinja names the end of a template.
const END: &str = "unexpected end of input";

/// The filters that are suggested: the program's own, and those of minijinja that shape texts and lists.
const FILTERS: [&str; 22] = [
    "or_blank",
    "shorten",
    "listed",
    "label",
    "sentence",
    "in_list",
    "sentences",
    "lang",
    "default",
    "first",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "replace",
    "selectattr",
    "sort",
    "sum",
    "title",
    "upper",
];
/// The functions that are suggested.
const FUNCTIONS: [&str; 3] = ["front_matter", "text", "range"];

/// A fault of the syntax, with the signs that a template has instead of the parser's names for them.
fn plain_syntax(detail: &str) -> String {
    detail
        .replace(END, "the template ends too early")
        .replace("end of variable block", "`}}`")
        .replace("end of block", "`%}`")
}

/// What is unknown, of the details `filter nofilter is unknown` and `nofunction is unknown`.
fn unknown_name(error: &minijinja::Error) -> Option<&str> {
    let (before, _) = error.detail()?.split_once(" is unknown")?;
    before.split_whitespace().last().map(|name| name.trim_matches(['`', '"', '\'']))
}

/// What stands between the first two quotation marks of a kind: `` `question.titel` is undefined ``.
fn quoted(detail: &str) -> Option<&str> {
    let mark = detail.find(['`', '"', '\''])?;
    let quote = detail[mark..].chars().next()?;
    detail[mark + 1..].split(quote).next()
}
