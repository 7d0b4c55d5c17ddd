use std::fmt;

use super::built_in::BUILT_IN;
use crate::base::diagnostic::{Diagnostic, Rejected};

/// Why a message cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// No file has a message of this name.
    NoMessage {
        /// The name.
        id: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// The message needs a variable that was not passed.
    Missing {
        /// The message's name.
        id: String,
        /// The variable's name.
        variable: String,
    },
    /// The message has no such variable.
    Unused {
        /// The message's name.
        id: String,
        /// The variable's name.
        variable: String,
        /// The variables that it has.
        known: Vec<String>,
    },
    /// The message does not join two items of a list.
    NoList {
        /// The message's name.
        id: String,
    },
    /// Fluent cannot put the message together.
    Unresolved {
        /// The message's name.
        id: String,
        /// What Fluent reports.
        reason: String,
    },
}

impl TextError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NoMessage { nearest, .. } => {
                let (language, _) = BUILT_IN[0];
                let file = format!("`locales/{language}.ftl`, which `interview-kit init` writes");
                match nearest {
                    Some(nearest) => {
                        format!("did you mean `{nearest}`? All messages are in {file}")
                    }
                    None => format!("use a message of {file}, or add this one to your own copy"),
                }
            }
            Self::Missing { id, variable } => format!("write `text(\"{id}\", {variable}=…)`"),
            Self::Unused { known, .. } if known.is_empty() => {
                "remove the value: the message has no variables".to_owned()
            }
            Self::Unused { known, .. } => format!("its variables are {}", known.join(", ")),
            Self::NoList { id } => format!("write `{id} = {{ $start }}, {{ $next }}`"),
            Self::Unresolved { .. } => "simplify the message".to_owned(),
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMessage { id, .. } => write!(f, "there is no message `{id}`"),
            Self::Missing { id, variable } => {
                write!(f, "the message `{id}` needs a value for `{variable}`")
            }
            Self::Unused { id, variable, .. } => {
                write!(f, "the message `{id}` has no variable `{variable}`")
            }
            Self::NoList { id } => {
                write!(f, "the message `{id}` must begin with $start and end with $next")
            }
            Self::Unresolved { id, reason } => {
                write!(f, "the message `{id}` cannot be put together: {reason}")
            }
        }
    }
}

impl std::error::Error for TextError {}

impl From<TextError> for Rejected {
    fn from(error: TextError) -> Self {
        Diagnostic::error("locale", error.to_string()).help(error.help()).into()
    }
}
