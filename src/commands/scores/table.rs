//! Scores as tables for people, 80 columns wide.

use std::collections::BTreeMap;
use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::words;
use crate::base::text::printed_line;
use crate::evaluate::{
    Bootstrap, CandidateScores, Estimate, ItemUsage, Kind, KindScores, LeftOut, RaterUsage, Scores,
    Usage, What,
};

/// As wide as a page of text.
const WIDTH: usize = 80;
/// Before a row.
const INDENT: &str = "  ";
/// Between two columns.
const GAP: usize = 2;
/// The least width of the first column.
const LEAST_FIRST: usize = 8;

/// How an interviewer uses the scale for one kind of things.
type OfRater = fn(&RaterUsage) -> &Usage;

/// All kits, one after the other. The ratings of each candidate are listed where there is one candidate only.
pub(super) fn report(
    scores: &[Scores],
    bootstrap: Bootstrap,
    refused: usize,
    is_one: bool,
) -> String {
    let mut out = String::new();
    for kit in scores {
        of_kit(kit, is_one, &mut out);
        out.push('\n');
    }
    let Bootstrap { seed, resamples } = bootstrap;
    let method = format!(
        "Alpha and shares: percentile bootstrap over units, {resamples} resamples, seed {seed}, level 95%. ICC: F distribution, level 95%. \
         No average, total, ranking, or recommendation is computed."
    );
    paragraph(&method, "", &mut out);
    if refused > 0 {
        paragraph(&format!("{}.", words::refused(refused)), "", &mut out);
    }
    out
}

fn of_kit(scores: &Scores, is_one: bool, out: &mut String) {
    let candidates = scores.candidates.len();
    let (one, raters) = (candidates == 1, scores.interviewers.len());
    push(
        out,
        &format!(
            "Kit {}: {}, {}",
            scores.kit,
            some(candidates, "candidate"),
            some(raters, "interviewer")
        ),
    );
    if let ([candidate], true) = (scores.candidates.as_slice(), one || is_one) {
        of_candidate(candidate, out);
    } else {
        let text = "Counts and ranges of one candidate: add --packet ID, or --format json.";
        paragraph(text, INDENT, out);
    }
    for (kind, of_kind) in
        [(Kind::Question, &scores.questions), (Kind::Competency, &scores.competencies)]
    {
        if !of_kind.items.is_empty() {
            agreement(kind, of_kind, out);
        }
    }
    for (kind, of_kind) in
        [(Kind::Question, &scores.questions), (Kind::Competency, &scores.competencies)]
    {
        if !of_kind.items.is_empty() {
            heading(out, &format!("Use of the scale by {}", words::singular(kind)));
            let rows = of_kind.items.iter().map(|item| (item.usage.id.clone(), &item.usage.usage));
            usage_table(words::singular(kind), rows, scores.points, true, out);
        }
    }
    rubric(&scores.questions, scores.points, out);
    let kinds: [(Kind, OfRater); 2] =
        [(Kind::Question, |it| &it.questions), (Kind::Competency, |it| &it.competencies)];
    for (kind, usage) in kinds {
        let used = scores.interviewers.iter().filter(|it| usage(it).all() > 0);
        let rows: Vec<_> = used.map(|it| (words::rater(&it.rater), usage(it))).collect();
        if !rows.is_empty() {
            let title = format!("Use of the scale by interviewer, for {}", words::plural(kind));
            heading(out, &title);
            usage_table("interviewer", rows.into_iter(), scores.points, false, out);
        }
    }
    left_out(&scores.left_out, out);
}

fn of_candidate(candidate: &CandidateScores, out: &mut String) {
    let name = candidate.name.as_deref().map(|name| format!(" ({})", printed_line(name)));
    heading(out, &format!("Candidate {}{}", candidate.packet, name.unwrap_or_default()));
    for (kind, items) in
        [(Kind::Question, &candidate.questions), (Kind::Competency, &candidate.competencies)]
    {
        if items.is_empty() {
            continue;
        }
        let mut rows = vec![head(words::singular(kind), items, &["not assessed", "range"])];
        rows.extend(items.iter().map(|ItemUsage { id, usage }| {
            let range = usage.extremes().map(|(low, high)| {
                if low == high {
                    "0".to_owned()
                } else {
                    format!("{} ({low} to {high})", high - low)
                }
            });
            let mut row = vec![id.clone()];
            row.extend(usage.counts.iter().map(u32::to_string));
            row.extend([usage.not_assessed.to_string(), range.unwrap_or_else(|| "–".to_owned())]);
            row
        }));
        grid(rows, out);
    }
}

fn head(first: &str, items: &[ItemUsage], last: &[&str]) -> Vec<String> {
    let points = items.iter().map(|item| item.usage.counts.len()).max().unwrap_or(0);
    let numbers = (1..=points).map(|point| point.to_string());
    let last = last.iter().map(|word| (*word).to_owned());
    [first.to_owned()].into_iter().chain(numbers).chain(last).collect()
}

fn agreement(kind: Kind, of_kind: &KindScores, out: &mut String) {
    heading(out, &format!("Agreement on {}", words::plural(kind)));
    let unit = words::singular(kind);
    let text = format!("unit: a candidate and a {unit}, rated by two or more interviewers");
    paragraph(&text, INDENT, out);
    let agreement = &of_kind.agreement;
    let is_known = matches!(agreement.within_one, Estimate::Known { .. });
    let mut rows = vec![
        ("units", format!("n = {}", agreement.units)),
        ("ordinal alpha", words::estimate(&agreement.alpha, words::decimal)),
        ("within one point", words::estimate(&agreement.within_one, words::percent)),
    ];
    if let Some((_, share)) = rows.last_mut().filter(|_| is_known) {
        let _ = write!(share, ", {}", some_pairs(agreement.pairs));
    }
    let most = of_kind.items.iter().map(|item| item.same_raters.most).max().unwrap_or(0);
    let has_groups = of_kind.items.iter().any(|item| !item.same_raters.groups.is_empty());
    if !has_groups {
        rows.push((
            "ICC",
            format!("{} (interviewers with names)", words::too_few_candidates(most)),
        ));
    }
    for (label, text) in rows {
        push(out, &format!("{INDENT}{label:<18}{text}"));
    }
    if has_groups {
        correlations(kind, of_kind, out);
    }
}

/// The intraclass correlations of each question or competency.
fn correlations(kind: Kind, of_kind: &KindScores, out: &mut String) {
    let text =
        format!("ICC by {}: candidates rated by the same interviewers", words::singular(kind));
    paragraph(&text, INDENT, out);
    for item in &of_kind.items {
        push(out, &format!("{INDENT}{INDENT}{}", shortened(&item.usage.id, WIDTH - 4)));
        if item.same_raters.groups.is_empty() {
            let text = words::too_few_candidates(item.same_raters.most);
            push(out, &format!("{INDENT}{INDENT}{INDENT}{text}"));
        }
        for group in &item.same_raters.groups {
            let who = some(group.raters.len(), "interviewer");
            let names: Vec<String> = group.raters.iter().map(words::rater).collect();
            let text = format!("n = {}, {who}: {}", group.candidates, names.join(", "));
            paragraph(&text, "      ", out);
            for (label, it) in [("ICC(2,1)", &group.one), ("ICC(2,k)", &group.mean)] {
                push(out, &format!("      {label}  {}", words::correlation(it)));
            }
        }
    }
}

fn usage_table<'u>(
    first: &str,
    items: impl Iterator<Item = (String, &'u Usage)>,
    points: u8,
    has_share: bool,
    out: &mut String,
) {
    let mut head = vec![first.to_owned()];
    head.extend((1..=points).map(|point| point.to_string()));
    head.push("not assessed".to_owned());
    let mut rows = vec![head];
    rows.extend(items.map(|(name, usage)| {
        let mut row = vec![name];
        row.extend(usage.counts.iter().map(u32::to_string));
        let all = usage.all();
        let share = || words::percent(f64::from(usage.not_assessed) / f64::from(all));
        row.push(match all {
            1.. if has_share => format!("{} of {all} ({})", usage.not_assessed, share()),
            _ => usage.not_assessed.to_string(),
        });
        row
    }));
    grid(rows, out);
}

fn rubric(questions: &KindScores, points: u8, out: &mut String) {
    if questions.items.iter().all(|item| item.rubric.is_empty()) {
        return;
    }
    heading(out, "Rubric: how often each line is ticked at each rating");
    let mut head = vec!["question, line".to_owned()];
    head.extend((1..=points).map(|point| point.to_string()));
    head.push(String::new());
    let mut rows = vec![head];
    let mut has_alike = false;
    for item in &questions.items {
        for (number, line) in (1..).zip(&item.rubric) {
            let number: u32 = number;
            let mut row = vec![format!("{}, {number}", item.usage.id)];
            row.extend(line.ticks.iter().map(|ticks| match ticks.of {
                0 => "–".to_owned(),
                of => format!("{}/{of}", ticks.ticked),
            }));
            row.push(if line.is_alike() { "*" } else { "" }.to_owned());
            has_alike |= line.is_alike();
            rows.push(row);
        }
    }
    grid(rows, out);
    if has_alike {
        let text = "* ticked alike at all ratings, so it deserves a look: at least 10 ratings, two of them given 3 times or more, and shares \
                    of ticks that differ by less than 10 points";
        paragraph(text, INDENT, out);
    }
}

fn left_out(left_out: &[LeftOut], out: &mut String) {
    if left_out.is_empty() {
        return;
    }
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for it in left_out {
        *counts.entry(it.reason).or_default() += 1;
    }
    let counts: Vec<String> = counts
        .iter()
        .map(|(reason, count)| format!("{count} {}", words::reason(*reason)))
        .collect();
    heading(out, &format!("Left out: {}", counts.join(", ")));
    let mut blanks: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
    for it in left_out {
        let what = match &it.what {
            What::Candidate => "candidate’s name".to_owned(),
            What::Interviewer => "interviewer’s name".to_owned(),
            What::Question(id) | What::Competency(id) => id.clone(),
            What::RubricLine(id, line) => format!("{id}, rubric line {line}"),
        };
        let detail = it.detail.as_ref().map(|detail| format!(" ({})", printed_line(detail)));
        let place = match it.what {
            What::Candidate => format!("{}: {}", it.packet, words::reason(it.reason)),
            _ => {
                format!("{}, {}: {}", it.packet, words::rater(&it.rater), words::reason(it.reason))
            }
        };
        let what = format!("{what}{}", detail.unwrap_or_default());
        blanks.entry((words::reason(it.reason), place)).or_default().push(what);
    }
    for ((_, place), what) in blanks {
        paragraph(&format!("{place}: {}", what.join(", ")), INDENT, out);
    }
}

/// A table: its first column to the left, the others to the right. The first column is cut where the table would be too wide.
fn grid(mut rows: Vec<Vec<String>>, out: &mut String) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |rows: &[Vec<String>], column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (1..columns).map(|column| widest(&rows, column)).collect();
    let others: usize = widths.iter().map(|width| width + GAP).sum();
    let most = WIDTH.saturating_sub(INDENT.len() + others).max(LEAST_FIRST);
    for row in &mut rows {
        if let Some(first) = row.first_mut() {
            *first = shortened(first, most);
        }
    }
    let first = widest(&rows, 0);
    for row in rows {
        let mut line = INDENT.to_owned();
        for (column, cell) in row.iter().enumerate() {
            let width =
                if column == 0 { first } else { widths.get(column - 1).copied().unwrap_or(0) };
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            let _ = match column {
                0 => write!(line, "{cell}{pad}"),
                _ => write!(line, "  {pad}{cell}"),
            };
        }
        push(out, &line);
    }
}

/// As much of a text as fits. What distinguishes the lines of a rubric is at their end, so the middle is left out.
fn shortened(text: &str, most: usize) -> String {
    let text = printed_line(text);
    if text.width() <= most {
        return text.into_owned();
    }
    let (head, tail) = match text.rsplit_once(", ") {
        Some((head, tail)) if tail.width() + 3 < most => (head, format!(", {tail}")),
        _ => (&*text, String::new()),
    };
    let mut shown = String::new();
    for char in head.chars() {
        if shown.width() + tail.width() + 2 > most {
            break;
        }
        shown.push(char);
    }
    format!("{shown}…{tail}")
}

fn heading(out: &mut String, text: &str) {
    out.push('\n');
    push(out, text);
}

fn paragraph(text: &str, indent: &str, out: &mut String) {
    let options = textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(indent);
    push(out, &textwrap::fill(text, options.break_words(false)));
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

fn some(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn some_pairs(count: u64) -> String {
    format!("{count} pair{} of ratings", if count == 1 { "" } else { "s" })
}
