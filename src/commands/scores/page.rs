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
    Bootstrap, Estimate, ItemUsage, Kind, LEAST_CANDIDATES, NoInterval, NoValue, Reason, Scores,
};

const TEMPLATE: &str = "scores.md";
/// The most rows of a table that are tried: no page has room for more.
const MOST_ROWS: usize = 60;

/// What is on the page.
#[derive(Clone, Copy)]
struct Extent {
    /// Whether tables are narrow, and beside each other.
    is_narrow: bool,
    /// Whether the tables of interviewers are there. They are left out before anything else.
    has_interviewers: bool,
    /// The most rows of a table.
    rows: usize,
}

/// Scores on one page, in both formats.
pub(super) struct Page {
    pub(super) markdown: String,
    pub(super) pdf: Vec<u8>,
    /// How many rows of its tables have no room.
    pub(super) left_out: usize,
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
    is_narrow: bool,
    has_interviewers: bool,
    has_correlations: bool,
    /// Where there are no correlations: the most candidates whom the same interviewers rated.
    same: Statistic,
    by_item: Vec<Table>,
    by_interviewer: Vec<Table>,
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
struct CorrelationRow {
    candidates: usize,
    interviewers: usize,
    one: Statistic,
    mean: Statistic,
}

/// A statistic as the page prints it.
#[derive(Serialize)]
struct Statistic {
    state: &'static str,
    /// What is too alike for a value or an interval: `ratings`, `candidates`, `interviewers`, or the `agreement` of all `n` units.
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
    /// One for each group of interviewers who rated the same candidates.
    correlations: Vec<CorrelationRow>,
}

#[derive(Serialize)]
struct LeftOutCounts {
    blank: usize,
    conflict: usize,
    unreadable: usize,
    refused: usize,
}

impl Page {
    /// The page, with narrow tables if it has no room for wide ones, without those of interviewers if it has no room for narrow ones, and
    /// with as many rows of the others as fit. It says how many it leaves out.
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
        let typeset = |extent: Extent| -> anyhow::Result<Option<Self>> {
            let view = View::new(scores, bootstrap, refused, language.as_str(), extent);
            let left_out = view.left_out_rows();
            let markdown = templates.fill(TEMPLATE, &view, &language)?;
            let mut sources = Sources::new();
            let source = Source { name: TEMPLATE.to_owned(), text: markdown.clone() };
            let id = sources.add(source);
            let document = printer.read(&sources, id)?;
            let frames = printer.lay_out(&sources, &document, paper, TextSize::Regular)?;
            if frames.pages.len() > 1 {
                return Ok(None);
            }
            Ok(Some(Self { markdown, pdf: printer.write_pdf(frames)?, left_out }))
        };
        let all = Extent { is_narrow: false, has_interviewers: true, rows: MOST_ROWS };
        let narrow = Extent { is_narrow: true, ..all };
        let fewer = Extent { has_interviewers: false, ..narrow };
        for extent in [all, narrow] {
            if let Some(page) = typeset(extent)? {
                return Ok(page);
            }
        }
        // More rows never need fewer pages, so that half of the numbers are left out at each step.
        let (mut fits, mut low, mut high) = (None, 0, MOST_ROWS + 1);
        let mut rows = MOST_ROWS;
        while low < high {
            match typeset(Extent { rows, ..fewer })? {
                Some(page) => (fits, low) = (Some(page), rows + 1),
                None => high = rows,
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
        extent: Extent,
    ) -> Self {
        let mut agreement = Vec::new();
        let (mut by_item, mut by_interviewer) = (Vec::new(), Vec::new());
        let (mut most, mut has_correlations) = (0, false);
        for kind in Kind::ALL {
            let of_kind = scores.of_kind(kind);
            let (of, of_interviewers) = match kind {
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
                let ItemUsage { id, counts, not_assessed, .. } = &item.usage;
                used.push(row(id, counts, *not_assessed));
                has_correlations |= !item.correlations.is_empty();
                if let Some(row) = used.last_mut() {
                    row.correlations.extend(item.correlations.iter().map(|group| CorrelationRow {
                        candidates: group.candidates,
                        interviewers: group.interviewers.len(),
                        one: Statistic::of(&group.icc_2_1, words::decimal),
                        mean: Statistic::of(&group.icc_2_k, words::decimal),
                    }));
                }
            }
            by_item.push(Table::new(of, used, extent.rows));
            let mut used = Vec::new();
            for interviewer in &scores.interviewers {
                let (counts, not_assessed) = interviewer.of(kind);
                let row = row(&interviewer.interviewer, counts, not_assessed);
                if row.counts.iter().sum::<u32>() + not_assessed > 0 {
                    used.push(row);
                }
            }
            if !used.is_empty() {
                let most = if extent.has_interviewers { extent.rows } else { 0 };
                by_interviewer.push(Table::new(of_interviewers, used, most));
            }
        }
        let mut alike = Vec::new();
        for item in &scores.questions.items {
            for line in item.rubric.iter().filter(|line| line.deserves_a_look) {
                alike.push(format!("{}, {}", item.usage.id, line.line));
            }
        }
        let (alike, more_alike) = cut(alike, extent.rows);
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
            is_narrow: extent.is_narrow,
            has_interviewers: extent.has_interviewers,
            has_correlations,
            same: Statistic::of(
                &Estimate::NotEnough { n: most, needs: LEAST_CANDIDATES },
                words::decimal,
            ),
            by_item,
            by_interviewer,
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

    /// How many rows have no room.
    fn left_out_rows(&self) -> usize {
        let of_tables = self.by_item.iter().chain(&self.by_interviewer).map(|table| table.more);
        of_tables.sum::<usize>() + self.more_alike
    }
}

impl Table {
    fn new(of: &'static str, rows: Vec<UsageRow>, most: usize) -> Self {
        let (rows, more) = cut(rows, most);
        Self { of, rows, more }
    }
}

fn row(name: &str, counts: &[u32], not_assessed: u32) -> UsageRow {
    let (name, counts) = (name.to_owned(), counts.to_vec());
    UsageRow { name, counts, not_assessed, correlations: Vec::new() }
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
            Estimate::Undefined(NoValue::SameRatings) => {
                Self { state: "undefined", why: "ratings", ..nothing }
            }
            Estimate::Undefined(NoValue::SameCandidates) => {
                Self { state: "undefined", why: "candidates", ..nothing }
            }
            Estimate::Known { value, interval } => {
                let known = Self { value: number(*value), ..nothing };
                match interval {
                    Ok([low, high]) => Self { low: number(*low), high: number(*high), ..known },
                    Err(NoInterval::FewRatings) => Self { why: "ratings", ..known },
                    Err(NoInterval::SameAgreement { n }) => {
                        Self { why: "agreement", n: *n, ..known }
                    }
                    Err(NoInterval::SameInterviewers) => Self { why: "interviewers", ..known },
                    Err(NoInterval::SameCandidates) => Self { why: "candidates", ..known },
                }
            }
        }
    }
}
