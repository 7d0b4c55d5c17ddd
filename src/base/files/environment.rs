use std::fmt;

/// An environment variable that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvironmentError {
    name: &'static str,
    value: String,
}

/// The moment that reproducible builds give to what they make, in seconds since 1970
/// (reproducible-builds.org/specs/source-date-epoch), if one is given.
pub fn source_date_epoch() -> Result<Option<u64>, EnvironmentError> {
    const NAME: &str = "SOURCE_DATE_EPOCH";
    match std::env::var_os(NAME) {
        None => Ok(None),
        Some(value) if value.is_empty() => Ok(None),
        Some(value) => {
            let value = value.to_string_lossy().into_owned();
            let unclear = EnvironmentError { name: NAME, value: value.clone() };
            value.parse().map(Some).map_err(|_| unclear)
        }
    }
}

impl fmt::Display for EnvironmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value } = self;
        write!(f, "invalid {name} `{value}`: expected seconds since 1970")
    }
}

impl std::error::Error for EnvironmentError {}

/// Whether output must not be colored: `NO_COLOR` is set to anything (no-color.org).
#[must_use]
pub fn forbids_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
