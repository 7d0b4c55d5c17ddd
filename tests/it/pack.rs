//! The pack's own words, compared with a copy of its text that no part of the program reads.

use crate::support::built_in;

const PACK: &str = include_str!("../pack/product-security-manager-interview-pack-2026.txt");

/// The questions and their rubrics, as the pack's text has them.
fn pack() -> Vec<(u32, String, Vec<String>)> {
    let mut questions: Vec<(u32, String, Vec<String>)> = Vec::new();
    let start = PACK.find("\n1. ").unwrap();
    for line in PACK[start..].lines().map(str::trim) {
        if let Some(item) = line.strip_prefix('•') {
            questions.last_mut().unwrap().2.push(item.trim().to_owned());
        } else if let Some((number, ask)) = line.split_once(". ")
            && let Ok(number) = number.parse()
        {
            questions.push((number, ask.to_owned(), Vec::new()));
        }
    }
    questions
}

#[test]
fn every_question_is_the_packs_word_for_word() {
    let bank = built_in();
    let ours = bank.questions.iter().map(|it| (it.number, it.ask.clone(), it.rubric.clone()));
    let ours: Vec<_> = ours.collect();
    let theirs = pack();
    assert_eq!(theirs.len(), 18);
    assert_eq!(theirs.iter().map(|question| question.2.len()).sum::<usize>(), 55);
    assert_eq!(ours, theirs);
}

#[test]
fn what_strong_managers_demonstrate_is_the_packs_word_for_word() {
    for competency in built_in().competencies {
        let statement = competency.statement.unwrap();
        assert!(PACK.contains(&statement), "{statement}");
    }
}

#[test]
fn companions_are_those_that_the_pack_names() {
    for companion in built_in().references {
        assert!(PACK.contains(&companion.title), "{}", companion.title);
    }
}
