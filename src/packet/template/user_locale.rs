use super::user_template::UserTemplate;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{Source, Sources, Span};
use crate::base::unit::{Language, LanguageParseError};
use crate::packet::locale::{LocaleFile, Locales};

/// The program's locales with the messages of a user's `locales/….ftl`, whose names are their languages.
pub(super) fn read(
    sources: &mut Sources,
    files: Vec<UserTemplate>,
    templates: &[UserTemplate],
) -> Checked<Locales> {
    let mut found = Diagnostics::new();
    let mut locales = Vec::new();
    for UserTemplate { name, path, text } in files {
        let source = sources.add(Source { name: path, text });
        match language(&name) {
            Ok(language) => locales.push(LocaleFile { language, source }),
            Err((message, help)) => {
                let fault = Diagnostic::error("locale", message).at(Span::new(source, 0..0));
                found.push(fault.help(help));
            }
        }
    }
    if found.has_errors() {
        return found.check(None);
    }
    let is_used = |id: &str| {
        let quoted = [format!("\"{id}\""), format!("'{id}'")];
        templates.iter().any(|it| quoted.iter().any(|quoted| it.text.contains(quoted)))
    };
    Locales::new(sources, &locales, is_used)
}

/// The language of a file, or what is wrong with its name and what to do.
fn language(name: &str) -> Result<Language, (String, &'static str)> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    if folder != "locales" {
        return Err((
            format!("`{name}` is not in the folder `locales`"),
            "move it to the `locales` folder in your templates folder",
        ));
    }
    let tag = file.rsplit_once('.').map_or(file, |(tag, _)| tag);
    tag.parse().map_err(|error: LanguageParseError| {
        (error.to_string(), "name the file after its language, such as `en.ftl` or `pt-BR.ftl`")
    })
}
