use std::path::Path;

use crate::base::diagnostic::Diagnostic;
use crate::packet::documents::built_in_templates;

/// A file of a user's folder of templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserTemplate {
    /// By what templates include it: its path in the folder of templates, with `/` between its parts.
    pub name: String,
    /// The file's path, as messages name it.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl UserTemplate {
    /// Whether it holds messages, and is no template.
    pub(super) fn is_locale(&self) -> bool {
        Path::new(&self.name).extension().is_some_and(|it| it.eq_ignore_ascii_case("ftl"))
    }
}

/// A warning for each own template that neither takes the place of a built-in one nor is named by another.
pub(super) fn unused(own: &[UserTemplate]) -> Vec<(String, Diagnostic)> {
    let is_built_in = |name: &str| built_in_templates().any(|(known, _)| known == name);
    let is_named = |name: &str| {
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        own.iter().any(|other| quoted.iter().any(|quoted| other.text.contains(quoted)))
    };
    let unused = own.iter().filter(|it| !is_built_in(&it.name) && !is_named(&it.name));
    let warning = |own: &UserTemplate| {
        let message = format!("the template `{}` is not used", own.name);
        let names: Vec<&str> = built_in_templates().map(|(name, _)| name).collect();
        let warning =
            Diagnostic::warning("template", message).suggest(&own.name, names.iter().copied());
        let help = format!("templates that are used: {}", names.join(", "));
        (own.name.clone(), warning.help(help))
    };
    unused.map(warning).collect()
}
