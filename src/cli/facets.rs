use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::bank::{Id, IdParseError, Kind, Theme};

/// Which questions.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Facets (several values: either; several facets: all of them)")]
pub struct FacetArgs {
    /// Primary theme
    #[arg(long, value_name = "THEME", value_enum, value_delimiter = ',')]
    pub theme: Vec<ThemeArg>,
    /// Primary theme, or one that is touched as well
    #[arg(long, value_name = "THEME", value_enum, value_delimiter = ',')]
    pub theme_any: Vec<ThemeArg>,
    /// Role: the questions of its level, less those that it leaves out
    #[arg(long, value_name = "ROLE", value_delimiter = ',', value_parser = parse_id)]
    pub role: Vec<Id>,
    /// Level of seniority
    #[arg(long, value_name = "LEVEL", value_delimiter = ',', value_parser = parse_id)]
    pub level: Vec<Id>,
    /// What the questions give evidence of
    #[arg(long, value_name = "COMPETENCY", value_delimiter = ',', value_parser = parse_id)]
    pub competency: Vec<Id>,
    /// What the questions ask for
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    pub kind: Vec<KindArg>,
    /// Questions by their ids
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = parse_id)]
    pub question: Vec<Id>,
    /// Questions to leave out
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = parse_id)]
    pub exclude: Vec<Id>,
    /// Fit the questions into an interview this long, in minutes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1440))]
    pub minutes: Option<u32>,
    /// Minutes kept for opening, closing and the candidate's own questions
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(0..=240))]
    pub reserve: u32,
    /// No more questions than this
    #[arg(long, value_name = "N", value_parser = parse_limit)]
    pub limit: Option<usize>,
    /// In which order questions are asked. `given` needs --question, or a roster with a `question` column; a row without one keeps
    /// the bank's order. In a panel, what everybody asks still comes first
    #[arg(long, value_name = "ORDER", value_enum, default_value_t = OrderArg::Bank)]
    pub order: OrderArg,
}

/// An order, as the command line names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OrderArg {
    /// The bank's order
    #[default]
    Bank,
    /// The order in which --question names them
    Given,
}

/// From which banks.
#[derive(Clone, Debug, Default, Args)]
pub struct BankArgs {
    /// Use this bank instead of the built-in one; repeat it to use several together. `-` reads standard input, `built-in`
    /// names the built-in bank
    #[arg(long, value_name = "FILE")]
    pub bank: Vec<PathBuf>,
}

/// A theme, as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is `bank::Theme`'s variant of the same name")]
pub enum ThemeArg {
    Strategy,
    Execution,
    People,
}

/// A kind, as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is `bank::Kind`'s variant of the same name")]
pub enum KindArg {
    Situational,
    Opinion,
    Behavioral,
}

impl From<ThemeArg> for Theme {
    fn from(theme: ThemeArg) -> Self {
        match theme {
            ThemeArg::Strategy => Self::Strategy,
            ThemeArg::Execution => Self::Execution,
            ThemeArg::People => Self::People,
        }
    }
}

impl From<KindArg> for Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Situational => Self::Situational,
            KindArg::Opinion => Self::Opinion,
            KindArg::Behavioral => Self::Behavioral,
        }
    }
}

/// An id. Who writes a title, or a wrong letter, is shown what the id would be.
fn parse_id(text: &str) -> Result<Id, String> {
    text.parse().map_err(|why: IdParseError| match Id::from_words(text) {
        Some(id) => format!("{why}; did you mean `{id}`?"),
        None => why.to_string(),
    })
}

fn parse_limit(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("it must be a whole number from 1 on".to_owned()),
        Ok(limit) => Ok(limit),
    }
}
