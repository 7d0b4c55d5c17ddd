//! Whether there are questions enough for every level.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use crate::bank::{Id, Rule};

/// With fewer questions of a theme, an interviewer who takes it has nothing to compare by.
const MIN: usize = 2;

pub(super) fn review(findings: &mut Findings<'_>) {
    let (bank, spans) = (findings.bank, findings.spans);
    for (level, span) in bank.levels.iter().zip(&spans.levels) {
        let of_level = || bank.questions.iter().filter(|it| it.levels.contains(&level.id));
        if of_level().next().is_none() {
            let message = format!("no question is at level `{}`", level.id);
            let advice = Rule::FewOfTheme.diagnostic(message).at(span.clone());
            let help = "add the level to suitable questions, or remove it";
            findings.bank(Rule::FewOfTheme, advice.help(help));
            continue;
        }
        for theme in bank.themes.iter().map(|theme| &theme.id) {
            let count = of_level().filter(|it| it.theme == *theme).count();
            if count < MIN {
                let many = if count == 0 { "no question" } else { "only one question" };
                let message = format!("level `{}` has {many} on theme `{theme}`", level.id);
                let advice = Rule::FewOfTheme.diagnostic(message).at(span.clone());
                let help = format!("add questions until there are at least {MIN}");
                findings.bank(Rule::FewOfTheme, advice.help(help));
            }
        }
    }
    let mut covered: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for question in &bank.questions {
        for level in &question.levels {
            covered.entry(level).or_default().extend(&question.competencies);
        }
    }
    for (competency, span) in bank.competencies.iter().zip(&spans.competencies) {
        let is_bare = |level: &&Id| {
            covered.get(level).is_some_and(|covered| !covered.contains(&competency.id))
        };
        let bare = bank.levels.iter().map(|level| &level.id).filter(is_bare);
        let bare: Vec<String> = bare.map(|level| format!("`{level}`")).collect();
        if !bare.is_empty() {
            let plural = if bare.len() == 1 { "level" } else { "levels" };
            let message = format!(
                "no question at {plural} {} assesses `{}`",
                bare.join(" and "),
                competency.id
            );
            let advice = Rule::CompetencyUncovered.diagnostic(message).at(span.clone());
            let help = "add the competency to a question that assesses it, or add such a question";
            findings.bank(Rule::CompetencyUncovered, advice.help(help));
        }
    }
}
