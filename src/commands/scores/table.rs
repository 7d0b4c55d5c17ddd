//! Scores as tables for people, 80 columns wide.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::super::aligned::aligned;
use super::words;
use crate::base::text::{counted, printed_line};
use crate::evaluate::{
    Bootstrap, CandidateScores, Estimate, ItemUsage, Kind, KindScores, LEAST_CANDIDATES, LeftOut,
    LeftOutItem, Scores, not_enough,
};

/// As wide as a page of text.
const WIDTH: usize = 80;
/// Before a row.
const INDENT: &str = "  ";
/// Between two columns.
const GAP: usize = 2;
/// The least width of the first column.
const LEAST_FIRST: usize = 8;

/// All kits, one after the other. The ratings of each candidate are listed where there is one candidate only.
pub(super) fn report(scores: &[Scores], bootstrap: Bootstrap, refused: usize) -> String {
    let mut out = String::new();
    for kit in scores {
        of_kit(kit, &mut out);
        out.push('\n');
    }
    let Bootstrap { seed, resamples } = bootstrap;
    let method = format!(
        "Alpha and shares: percentile bootstrap over units, {resamples} resamples, seed {seed}. ICC: F distribution. All intervals are 95% confidence \
         intervals. No average, total, ranking, or recommendation is computed."
    );
    paragraph(&method, "", &mut out);
    if refused > 0 {
        paragraph(&format!("{}.", words::refused(refused)), "", &mut out);
    }
    out
}

fn of_kit(scores: &Scores, out: &mut String) {
    let candidates = counted(scores.candidates.len(), "candidate", "candidates");
    let with_names = interviewers(scores.interviewers.len());
    let with_name = if scores.without_name > 0 { " with a name" } else { "" };
    push(out, &format!("Kit {}: {candidates}, {with_names}{with_name}", scores.kit));
    if scores.without_name > 0 {
        let text = format!(
            "Ratings without the name of an interviewer, counted in each packet: {}. Nobody knows which of these are of one person, so they \
             are in no table by interviewer.",
            interviewers(scores.without_name)
        );
        paragraph(&text, INDENT, out);
    }
    if let [candidate] = scores.candidates.as_slice() {
        of_candidate(candidate, out);
    } else {
        let text = "Counts and ranges of one candidate: add --packet ID, or --format json.";
        paragraph(text, INDENT, out);
    }
    for kind in Kind::ALL {
        if !scores.of_kind(kind).items.is_empty() {
            agreement(kind, scores.of_kind(kind), out);
        }
    }
    for kind in Kind::ALL {
        let items = &scores.of_kind(kind).items;
        if !items.is_empty() {
            heading(out, &format!("Use of the scale by {}", words::singular(kind)));
            let mut rows = vec![usage_head(words::singular(kind), scores.points)];
            for ItemUsage { id, counts, not_assessed, .. } in items.iter().map(|it| &it.usage) {
                let all = all(counts, *not_assessed);
                let share = words::percent(f64::from(*not_assessed) / f64::from(all));
                rows.push(usage_row(
                    id,
                    counts,
                    match all {
                        0 => "0".to_owned(),
                        _ => format!("{not_assessed} of {all} ({share})"),
                    },
                ));
            }
            grid(rows, out);
        }
    }
    rubric(&scores.questions, scores.points, out);
    for kind in Kind::ALL {
        let mut rows = vec![usage_head("interviewer", scores.points)];
        for used in &scores.interviewers {
            let (counts, not_assessed) = used.of(kind);
            if all(counts, not_assessed) > 0 {
                rows.push(usage_row(&used.interviewer, counts, not_assessed.to_string()));
            }
        }
        if rows.len() > 1 {
            let title = format!("Use of the scale by interviewer, for {}", words::plural(kind));
            heading(out, &title);
            grid(rows, out);
        }
    }
    left_out(&scores.left_out, out);
}

fn of_candidate(candidate: &CandidateScores, out: &mut String) {
    let name = candidate.candidate.as_ref().map(|name| format!(" ({name})"));
    heading(out, &format!("Candidate {}{}", candidate.packet, name.unwrap_or_default()));
    for kind in Kind::ALL {
        let items = candidate.of_kind(kind);
        let Some(first) = items.first() else { continue };
        let mut head = head(words::singular(kind), first.counts.len());
        head.extend(["not assessed", "range"].map(str::to_owned));
        let mut rows = vec![head];
        for ItemUsage { id, counts, not_assessed, lowest, highest, range } in items {
            let mut row = usage_row(id, counts, not_assessed.to_string());
            row.push(match (range, lowest, highest) {
                (Some(0), ..) => "0".to_owned(),
                (Some(range), Some(low), Some(high)) => format!("{range} ({low} to {high})"),
                _ => "–".to_owned(),
            });
            rows.push(row);
        }
        grid(rows, out);
    }
}

/// The head of a table: a word for what its rows are about, and the points of the scale.
fn head(first: &str, points: usize) -> Vec<String> {
    let mut head = vec![first.to_owned()];
    head.extend((1..=points).map(|point| point.to_string()));
    head
}

fn usage_head(first: &str, points: u8) -> Vec<String> {
    let mut head = head(first, usize::from(points));
    head.push("not assessed".to_owned());
    head
}

fn usage_row(name: &str, counts: &[u32], not_assessed: String) -> Vec<String> {
    let mut row = vec![name.to_owned()];
    row.extend(counts.iter().map(u32::to_string));
    row.push(not_assessed);
    row
}

fn all(counts: &[u32], not_assessed: u32) -> u32 {
    counts.iter().sum::<u32>() + not_assessed
}

fn agreement(kind: Kind, of_kind: &KindScores, out: &mut String) {
    heading(out, &format!("Agreement on {}", words::plural(kind)));
    let unit = words::singular(kind);
    let text = format!("unit: a candidate and a {unit}, rated by two or more interviewers");
    paragraph(&text, INDENT, out);
    let agreement = &of_kind.agreement;
    let mut within = words::estimate(&agreement.within_one_point, words::percent);
    if matches!(agreement.within_one_point, Estimate::Known { .. }) {
        let pairs = if agreement.pairs == 1 { "pair" } else { "pairs" };
        within = format!("{within}, {} {pairs} of ratings", agreement.pairs);
    }
    let mut rows = vec![
        ("units", format!("n = {}", agreement.units)),
        ("ordinal alpha", words::estimate(&agreement.ordinal_alpha, words::decimal)),
        ("within one point", within),
    ];
    let most = of_kind.items.iter().map(|item| item.same_interviewers).max().unwrap_or(0);
    let has_groups = of_kind.items.iter().any(|item| !item.correlations.is_empty());
    if !has_groups {
        let why = not_enough(most, LEAST_CANDIDATES);
        rows.push(("ICC", format!("{why} (interviewers with names)")));
    }
    for (label, text) in rows {
        // A long text goes on under its beginning.
        let options = textwrap::Options::new(WIDTH).subsequent_indent("                    ");
        for line in textwrap::wrap(&format!("{INDENT}{label:<18}{text}"), options) {
            push(out, &line);
        }
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
        if let Some(why) = &item.why {
            push(out, &format!("{INDENT}{INDENT}{INDENT}{why}"));
        }
        for group in &item.correlations {
            let who = interviewers(group.interviewers.len());
            let names = group.interviewers.join(", ");
            paragraph(&format!("n = {}, {who}: {names}", group.candidates), "      ", out);
            for (label, it) in [("ICC(2,1)", &group.icc_2_1), ("ICC(2,k)", &group.icc_2_k)] {
                push(out, &format!("      {label}  {}", words::estimate(it, words::decimal)));
            }
        }
    }
}

fn rubric(questions: &KindScores, points: u8, out: &mut String) {
    if questions.items.iter().all(|item| item.rubric.is_empty()) {
        return;
    }
    heading(out, "Rubric: how often each line is ticked at each rating");
    let mut head = head("question, line", usize::from(points));
    head.push(String::new());
    let mut rows = vec![head];
    let mut has_alike = false;
    for item in &questions.items {
        for line in &item.rubric {
            let mut row = vec![format!("{}, {}", item.usage.id, line.line)];
            row.extend(line.ticked.iter().zip(&line.of).map(|(ticked, of)| match of {
                0 => "–".to_owned(),
                of => format!("{ticked}/{of}"),
            }));
            row.push(if line.deserves_a_look { "*" } else { "" }.to_owned());
            has_alike |= line.deserves_a_look;
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
        let reason = words::reason(it.reason);
        let what = match (it.what, &it.id, it.line) {
            (LeftOutItem::Candidate, ..) => "candidate’s name".to_owned(),
            (_, None, _) => "interviewer’s name".to_owned(),
            (_, Some(id), None) => id.clone(),
            (_, Some(id), Some(line)) => format!("{id}, rubric line {line}"),
        };
        let place = match it.what {
            LeftOutItem::Candidate => format!("{}: {reason}", it.packet),
            _ => format!("{}, {}: {reason}", it.packet, words::interviewer(it)),
        };
        let detail = it.detail.as_ref().map(|detail| format!(" ({detail})"));
        let what = format!("{what}{}", detail.unwrap_or_default());
        blanks.entry((reason, place)).or_default().push(what);
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
    for line in aligned(&rows, 1).lines() {
        push(out, &format!("{INDENT}{line}"));
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
    for line in textwrap::wrap(&printed_line(text), options.break_words(false)) {
        push(out, &line);
    }
}

/// Adds a line. Nothing in it, such as a name, can end it or control the terminal.
fn push(out: &mut String, line: &str) {
    for part in line.trim_end().split_inclusive(' ') {
        // Only one space can be at an end, and it is part of the layout.
        let text = part.trim_end_matches(' ');
        out.push_str(&printed_line(text));
        out.push_str(&part[text.len()..]);
    }
    out.push('\n');
}

fn interviewers(count: usize) -> String {
    counted(count, "interviewer", "interviewers")
}
