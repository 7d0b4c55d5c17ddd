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
use crate::evaluate::{Bootstrap, Estimate, Kind, LEAST_CANDIDATES, Reason, Scores, TooAlike};

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
    without_name: usize,
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
    /// Which of the `ratings` and the `candidates` are too alike for a value, or for an interval.
    why: &'static str,
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
    name: String,
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
        let mut agreement = Vec::new();
        let mut correlations = Vec::new();
        let (mut of_items, mut of_interviewers) = (Vec::new(), Vec::new());
        let mut most = 0;
        for kind in Kind::ALL {
            let of_kind = scores.of_kind(kind);
            let (of, by_interviewer) = match kind {
                Kind::Question => ("question", "scores-by-interviewer-questions"),
                Kind::Competency => ("competency", "scores-by-interviewer-competencies"),
            };
            if of_kind.items.is_empty() {
                continue;
            }
            agreement.push(AgreementRow {
                of,
                units: of_kind.agreement.units,
                alpha: Statistic::of(&of_kind.agreement.ordinal_alpha, words::decimal),
                within_one: Statistic::of(&of_kind.agreement.within_one_point, words::percent),
            });
            let mut used = Vec::new();
            for item in &of_kind.items {
                most = most.max(item.same_interviewers);
                used.push(row(&item.usage.id, &item.usage.counts, item.usage.not_assessed));
                correlations.extend(item.correlations.iter().map(|group| CorrelationRow {
                    id: &item.usage.id,
                    candidates: group.candidates,
                    interviewers: group.interviewers.len(),
                    one: Statistic::of(&group.icc_2_1, words::decimal),
                    mean: Statistic::of(&group.icc_2_k, words::decimal),
                }));
            }
            of_items.push((of, used));
            let mut used = Vec::new();
            for interviewer in &scores.interviewers {
                let (counts, not_assessed) = interviewer.of(kind);
                let row = row(&interviewer.interviewer, counts, not_assessed);
                if row.counts.iter().sum::<u32>() + not_assessed > 0 {
                    used.push(row);
                }
            }
            of_interviewers.push((by_interviewer, used));
        }
        let least = rows.min(LEAST_CORRELATIONS);
        let (correlations, more_correlations) =
            cut(correlations, least + rows.saturating_sub(MOST_ROWS));
        let rows = rows.min(MOST_ROWS);
        of_items.extend(of_interviewers);
        of_items.retain(|(_, all)| !all.is_empty());
        let tables = of_items.into_iter().map(|(of, all)| {
            let (rows, more) = cut(all, rows);
            Table { of, rows, more }
        });
        let mut alike = Vec::new();
        for item in &scores.questions.items {
            for line in item.rubric.iter().filter(|line| line.deserves_a_look) {
                alike.push(format!("{}, {}", item.usage.id, line.line));
            }
        }
        let (alike, more_alike) = cut(alike, rows);
        let left_out = |reason| scores.left_out.iter().filter(|it| it.reason == reason).count();
        Self {
            lang,
            kit: &scores.kit,
            candidates: scores.candidates.len(),
            interviewers: scores.interviewers.len(),
            without_name: scores.without_name,
            points: (1..=scores.points).collect(),
            seed: bootstrap.seed,
            resamples: bootstrap.resamples,
            agreement,
            correlations,
            more_correlations,
            same: Statistic::of(
                &Estimate::NotEnough { n: most, needs: LEAST_CANDIDATES },
                words::decimal,
            ),
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

fn row(name: &str, counts: &[u32], not_assessed: u32) -> UsageRow {
    UsageRow { name: name.to_owned(), counts: counts.to_vec(), not_assessed }
}

/// The first rows, and how many there are more.
fn cut<T>(mut rows: Vec<T>, most: usize) -> (Vec<T>, usize) {
    let more = rows.len().saturating_sub(most);
    rows.truncate(most);
    (rows, more)
}

impl Statistic {
    fn of(estimate: &Estimate, number: fn(f64) -> String) -> Self {
        let none = || String::new();
        let reason = |reason: &TooAlike| match reason {
            TooAlike::Ratings => "ratings",
            TooAlike::Candidates => "candidates",
        };
        let nothing = Self {
            state: "known",
            why: "",
            value: none(),
            low: none(),
            high: none(),
            n: 0,
            needs: 0,
        };
        match estimate {
            Estimate::NotEnough { n, needs } => {
                Self { state: "not-enough-data", n: *n, needs: *needs, ..nothing }
            }
            Estimate::Undefined(why) => Self { state: "undefined", why: reason(why), ..nothing },
            Estimate::Known { value, interval } => {
                let known = Self { value: number(*value), ..nothing };
                match interval {
                    Ok([low, high]) => Self { low: number(*low), high: number(*high), ..known },
                    Err(why) => Self { why: reason(why), ..known },
                }
            }
        }
    }
}
