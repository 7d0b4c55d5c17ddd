use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, ValueEnum};

use crate::bank::{Id, IdParseError};
use crate::base::unit::Minutes;
use crate::select::{AskOrder, Criteria, FACETS, Facet, Filters};

const FILTERS: &str = "Filters (values of one filter: any; different filters: all)";
const SELECTION: &str = "Selection";

/// The filters and limits for questions.
#[derive(Clone, Debug, Default, Args)]
pub struct FacetArgs {
    /// The values of each facet.
    #[command(flatten, next_help_heading = FILTERS)]
    pub filters: FilterArgs,
    /// Interview length in minutes; selects the best questions that fit
    #[arg(long, value_name = "N", value_parser = number::<u32>(1, 1440), allow_negative_numbers = true)]
    #[arg(help_heading = SELECTION)]
    pub minutes: Option<u32>,
    /// Minutes reserved for the opening, the candidate's questions, and the closing
    #[arg(long, value_name = "N", default_value_t = 10)]
    #[arg(value_parser = number::<u32>(0, 240), allow_negative_numbers = true)]
    #[arg(help_heading = SELECTION)]
    pub reserve: u32,
    /// Maximum number of questions
    #[arg(long, value_name = "N", value_parser = number::<usize>(1, 100_000), allow_negative_numbers = true)]
    #[arg(help_heading = SELECTION)]
    pub limit: Option<usize>,
    /// Order of the questions. `given` requires --question, or a roster with a `question` column; rows without a value keep the
    /// bank's order. In a panel, common questions still come first
    #[arg(long, value_name = "ORDER", value_enum, default_value_t = OrderArg::Bank)]
    #[arg(help_heading = SELECTION)]
    pub order: OrderArg,
}

/// An order, as the command line names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OrderArg {
    /// The bank's order
    #[default]
    Bank,
    /// The order of the ids in --question
    Given,
}

/// The banks.
#[derive(Clone, Debug, Default, Args)]
pub struct BankArgs {
    /// Question bank to use instead of the built-in one; repeat the option to combine several. `-` reads standard input;
    /// `built-in` is the built-in bank
    #[arg(long, value_name = "FILE")]
    pub bank: Vec<PathBuf>,
}

/// The values of each facet: an option for each row of the table.
#[derive(Clone, Debug, Default)]
pub struct FilterArgs(Filters);

impl Args for FilterArgs {
    fn augment_args(command: Command) -> Command {
        FACETS.iter().fold(command, |command, facet| command.arg(option(facet)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for FilterArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut filters = Self::default();
        filters.update_from_arg_matches(matches)?;
        Ok(filters)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for facet in FACETS {
            let Some(values) = matches.get_many::<String>(facet.name) else { continue };
            let ids = values.map(|value| parse_id(value)).collect::<Result<_, _>>();
            // The value parser of the option has already accepted them.
            self.0.set(facet, ids.map_err(|why| clap::Error::raw(ErrorKind::InvalidValue, why))?);
        }
        Ok(())
    }
}

/// The option of a facet.
fn option(facet: &'static Facet) -> Arg {
    let option = Arg::new(facet.name)
        .long(facet.name)
        .value_name(facet.value_name)
        .help(facet.help)
        .value_delimiter(',')
        .action(ArgAction::Append);
    match facet.fixed {
        Some(values) => option.value_parser(PossibleValuesParser::new(values())),
        None => option.value_parser(|text: &str| parse_id(text).map(|id| id.to_string())),
    }
}

impl FacetArgs {
    /// The criteria that they set.
    #[must_use]
    pub fn criteria(&self) -> Criteria {
        Criteria {
            filters: self.filters.0.clone(),
            minutes: self.minutes.map(Minutes),
            reserve: Minutes(self.reserve),
            limit: self.limit,
            order: match self.order {
                OrderArg::Bank => AskOrder::Bank,
                OrderArg::Given => AskOrder::Given,
            },
        }
    }
}

/// The options that cannot be combined with a lock file, because it sets their values.
pub(super) fn decided_by_a_lock() -> Vec<&'static str> {
    let facets = FACETS.iter().map(|facet| facet.name);
    facets.chain(["minutes", "reserve", "limit", "order"]).collect()
}

/// An id. The error suggests the id for a title or for one with an invalid character.
fn parse_id(text: &str) -> Result<Id, String> {
    text.parse().map_err(|why: IdParseError| match Id::from_words(text) {
        Some(id) => format!("{why}; did you mean `{id}`?"),
        None => why.to_string(),
    })
}

/// The parser of a whole number between two bounds, which are both permitted.
pub(super) fn number<N>(
    least: N,
    most: N,
) -> impl Fn(&str) -> Result<N, String> + Clone + Send + Sync + 'static
where
    N: FromStr + PartialOrd + Copy + fmt::Display + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| format!("must be a whole number from {least} to {most}"))
    }
}
