//! Scores on one page: Markdown from a template, and the PDF that is typeset from it.

use std::path::Path;

use serde::Serialize;

use super::super::print::Printer;
use super::words;
use crate::base::source::{Source, Sources};
use crate::base::unit::{Language, Paper, TextSize};
use crate::cli::ScoresArgs;
use crate::cli::terminal::Console;
use crate::commands::brand::LoadedBrand;
use crate::commands::kit::LoadedTemplates;
use crate::evaluate::{
    Bootstrap, Correlation, Estimate, ItemUsage, KindScores, LEAST_CANDIDATES, Rater, Reason,
    Scores, Usage,
};

/// The name of the template.
const TEMPLATE: &str = "scores.md";
/// The most rows of a table that are tried: no page has room for more.
const MOST_ROWS: usize = 60;
/// Correlations are left out before anything else, but for so many of them: the other tables have the plots.
const LEAST_CORRELATIONS: usize = 3;

/// The page.
pub(super) struct Page {
    pub(super) markdown: String,
    pub(super) pdf: Vec<u8>,
}

/// What the template is given.
#[derive(Serialize)]
struct View<'s> {
    lang: &'s str,
    kit: &'s str,
    candidates: usize,
    interviewers: usize,
    points: Vec<u8>,
    seed: u64,
    resamples: u32,
    agreement: Vec<AgreementRow>,
    correlations: Vec<CorrelationRow<'s>>,
    more_correlations: usize,
    /// Where there are no correlations: the most candidates whom the same interviewers rated.
    same: Statistic,
    tables: Vec<Table>,
    alike: Vec<String>,
    more_alike: usize,
    left_out: LeftOutCounts,
}

#[derive(Serialize)]
struct AgreementRow {
    of: &'static str,
    units: usize,
    alpha: Statistic,
    within_one: Statistic,
}

#[derive(Serialize)]
struct CorrelationRow<'s> {
    id: &'s str,
    candidates: usize,
    interviewers: usize,
    one: Statistic,
    mean: Statistic,
}

/// A statistic as the page prints it.
#[derive(Serialize)]
struct Statistic {
    state: &'static str,
    value: String,
    low: String,
    high: String,
    n: usize,
    needs: usize,
}

/// How the scale is used.
#[derive(Serialize)]
struct Table {
    of: &'static str,
    rows: Vec<UsageRow>,
    more: usize,
}

#[derive(Serialize)]
struct UsageRow {
    /// The question, the competency, or the interviewer.
    name: Option<String>,
    /// The number of an interviewer without a name.
    number: Option<u32>,
    counts: Vec<u32>,
    not_assessed: u32,
}

#[derive(Serialize)]
struct LeftOutCounts {
    blank: usize,
    conflict: usize,
    unreadable: usize,
    refused: usize,
}

impl Page {
    /// The page with as many rows of each table as fit. It says how many it leaves out.
    pub(super) fn new(
        args: &ScoresArgs,
        scores: &Scores,
        bootstrap: Bootstrap,
        refused: usize,
        console: Console,
    ) -> anyhow::Result<Self> {
        let language = match &args.language {
            Some(language) => language.clone(),
            None => default_language()?,
        };
        let templates = LoadedTemplates::read(args.templates.as_deref())?;
        let brand = LoadedBrand::of_guide(&args.brand.request(), Path::new("-"), console)?;
        let printer = Printer::new(brand, false, console)?;
        let paper = args.paper.map(Paper::from);
        let typeset = |rows: usize| -> anyhow::Result<(usize, Self)> {
            let view = View::new(scores, bootstrap, refused, language.as_str(), rows);
            let markdown = templates.fill(TEMPLATE, &view, &language)?;
            let mut sources = Sources::new();
            let source = Source { name: TEMPLATE.to_owned(), text: markdown.clone() };
            let id = sources.add(source);
            let document = printer.read(&sources, id)?;
            let frames = printer.lay_out(&sources, &document, paper, TextSize::Regular)?;
            let pages = frames.pages.len();
            let pdf = if pages == 1 { printer.write_pdf(&frames)? } else { Vec::new() };
            Ok((pages, Self { markdown, pdf }))
        };
        // More rows never need fewer pages, so that half of the numbers are left out at each step.
        let (mut fits, mut low, mut high) = (None, 0, MOST_ROWS * 2 + 1);
        let mut rows = MOST_ROWS * 2;
        while low < high {
            let (pages, page) = typeset(rows)?;
            if pages == 1 {
                (fits, low) = (Some(page), rows + 1);
            } else {
                high = rows;
            }
            rows = usize::midpoint(low, high);
        }
        fits.ok_or_else(|| anyhow::anyhow!("the scores do not fit on one page, not even without their tables\n  help: use another paper, template, or brand"))
    }
}

/// The language in which the program itself speaks.
fn default_language() -> anyhow::Result<Language> {
    let (tag, _) = crate::packet::locale::BUILT_IN[0];
    tag.parse().map_err(|fault| anyhow::anyhow!("{fault}"))
}

impl<'s> View<'s> {
    fn new(
        scores: &'s Scores,
        bootstrap: Bootstrap,
        refused: usize,
        lang: &'s str,
        rows: usize,
    ) -> Self {
        let kinds = [("question", &scores.questions), ("competency", &scores.competencies)];
        let agreement = kinds.into_iter().filter(|(_, of_kind)| !of_kind.items.is_empty());
        let items = || scores.questions.items.iter().chain(&scores.competencies.items);
        let all: Vec<CorrelationRow<'_>> = items()
            .flat_map(|item| {
                item.same_raters.groups.iter().map(|group| CorrelationRow {
                    id: &item.usage.id,
                    candidates: group.candidates,
                    interviewers: group.raters.len(),
                    one: Statistic::of_correlation(&group.one),
                    mean: Statistic::of_correlation(&group.mean),
                })
            })
            .collect();
        let least = rows.min(LEAST_CORRELATIONS);
        let (correlations, more_correlations) = cut(all, least + rows.saturating_sub(MOST_ROWS));
        let rows = rows.min(MOST_ROWS);
        let most = items().map(|item| item.same_raters.most).max().unwrap_or(0);
        let of_item = |item: &ItemUsage| row(Some(item.id.clone()), None, &item.usage);
        let of_items = |of_kind: &KindScores| {
            of_kind.items.iter().map(|item| of_item(&item.usage)).collect::<Vec<_>>()
        };
        let of_raters = |usage: fn(&crate::evaluate::RaterUsage) -> &Usage| {
            let used = scores.interviewers.iter().filter(|it| usage(it).all() > 0);
            used.map(|it| match &it.rater {
                Rater::Named(name) => row(Some(name.clone()), None, usage(it)),
                Rater::Number(number) => row(None, Some(*number), usage(it)),
                Rater::Only => row(None, None, usage(it)),
            })
            .collect::<Vec<_>>()
        };
        let tables = [
            ("question", of_items(&scores.questions)),
            ("competency", of_items(&scores.competencies)),
            ("scores-by-interviewer-questions", of_raters(|it| &it.questions)),
            ("scores-by-interviewer-competencies", of_raters(|it| &it.competencies)),
        ];
        let tables = tables.into_iter().filter(|(_, all)| !all.is_empty()).map(|(of, all)| {
            let (rows, more) = cut(all, rows);
            Table { of, rows, more }
        });
        let alike = scores.questions.items.iter().flat_map(|item| {
            let lines = (1..).zip(&item.rubric).filter(|(_, line)| line.is_alike());
            lines.map(|(number, _): (u32, _)| format!("{}, {number}", item.usage.id))
        });
        let (alike, more_alike) = cut(alike.collect(), rows);
        let left_out = |reason| scores.left_out.iter().filter(|it| it.reason == reason).count();
        Self {
            lang,
            kit: &scores.kit,
            candidates: scores.candidates.len(),
            interviewers: scores.interviewers.len(),
            points: (1..=scores.points).collect(),
            seed: bootstrap.seed,
            resamples: bootstrap.resamples,
            agreement: agreement
                .map(|(of, of_kind)| AgreementRow {
                    of,
                    units: of_kind.agreement.units,
                    alpha: Statistic::of(&of_kind.agreement.alpha, words::decimal),
                    within_one: Statistic::of(&of_kind.agreement.within_one, words::percent),
                })
                .collect(),
            correlations,
            more_correlations,
            same: Statistic::too_few(most, LEAST_CANDIDATES),
            tables: tables.collect(),
            alike,
            more_alike,
            left_out: LeftOutCounts {
                blank: left_out(Reason::Blank),
                conflict: left_out(Reason::Conflict),
                unreadable: left_out(Reason::Unreadable),
                refused,
            },
        }
    }
}

fn row(name: Option<String>, number: Option<u32>, usage: &Usage) -> UsageRow {
    UsageRow { name, number, counts: usage.counts.clone(), not_assessed: usage.not_assessed }
}

/// The first rows, and how many there are more.
fn cut<T>(mut rows: Vec<T>, most: usize) -> (Vec<T>, usize) {
    let more = rows.len().saturating_sub(most);
    rows.truncate(most);
    (rows, more)
}

impl Statistic {
    fn of(estimate: &Estimate, number: fn(f64) -> String) -> Self {
        match estimate {
            Estimate::NotEnough { n, needs } => Self::too_few(*n, *needs),
            Estimate::NoVariation => Self::new("undefined", None, None, number),
            Estimate::Known { value, interval } => {
                Self::new("known", Some(*value), *interval, number)
            }
        }
    }

    fn of_correlation(it: &Correlation) -> Self {
        let state = if it.value.is_some() { "known" } else { "undefined" };
        Self::new(state, it.value, it.interval, words::decimal)
    }

    fn too_few(n: usize, needs: usize) -> Self {
        Self { n, needs, ..Self::new("not-enough-data", None, None, words::decimal) }
    }

    fn new(
        state: &'static str,
        value: Option<f64>,
        interval: Option<[f64; 2]>,
        number: fn(f64) -> String,
    ) -> Self {
        let text = |value: Option<f64>| value.map(number).unwrap_or_default();
        let [low, high] = [0, 1].map(|end| text(interval.map(|ends| ends[end])));
        Self { state, value: text(value), low, high, n: 0, needs: 0 }
    }
}
