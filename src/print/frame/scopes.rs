use std::borrow::Cow;

use super::Scope;
use crate::document::FieldName;

/// The scope of a document, and those around it.
pub(super) struct Scopes<'a> {
    pub(super) scope: &'a Scope,
    pub(super) around: Option<&'a Scopes<'a>>,
}

impl Scopes<'_> {
    /// The name of a field in the file.
    pub(super) fn field<'n>(scopes: Option<&'n Self>, name: Cow<'n, str>) -> Cow<'n, str> {
        match scopes {
            None => name,
            Some(Self { scope, around }) => {
                let own = match scope.shared.get(&*name) {
                    Some(shared) => Cow::Borrowed(shared.as_str()),
                    None => Cow::Owned(FieldName::join(&scope.prefix, &name)),
                };
                Scopes::field(*around, own)
            }
        }
    }

    /// The name of an anchor in the file.
    pub(super) fn anchor(scopes: Option<&Self>, name: &str) -> String {
        match scopes {
            None => name.to_owned(),
            Some(Self { scope, around }) => {
                Scopes::anchor(*around, &FieldName::join(&scope.prefix, name))
            }
        }
    }

    /// How many levels of bookmarks are above.
    pub(super) fn depth(scopes: Option<&Self>) -> u8 {
        scopes.map_or(0, |it| it.scope.depth.saturating_add(Scopes::depth(it.around)))
    }
}
