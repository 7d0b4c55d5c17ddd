//! The pack's own words, compared with a copy of its text that no part of the program reads.

use interview_kit::bank::Kind;

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
    let (_, theirs) = PACK.split_once("They can:").unwrap();
    let (theirs, _) = theirs.split_once("Strategy, execution, and people").unwrap();
    let theirs = theirs.lines().filter_map(|line| line.trim().strip_prefix('•'));
    let theirs: Vec<&str> = theirs.map(|line| line.trim().trim_end_matches([';', '.'])).collect();
    assert_eq!(theirs.len(), 5);
    let ours = built_in().competencies.into_iter().map(|it| it.statement.unwrap());
    assert_eq!(ours.collect::<Vec<_>>(), theirs);
}

#[test]
fn companions_are_those_that_the_pack_names() {
    for companion in built_in().references {
        assert!(PACK.contains(&companion.title), "{}", companion.title);
    }
}

#[test]
fn every_question_has_one_follow_up_for_a_recent_example_and_an_anchor_for_each_rating() {
    let bank = built_in();
    for it in &bank.questions {
        let follow_up = it.follow_up.as_ref().unwrap();
        // The question about the past asks for the example itself.
        let asks = follow_up.to_lowercase().contains("tell me about a recent ");
        assert!(asks != (it.kind == Kind::Behavioral), "{}: {follow_up}", it.id);
        assert_eq!(follow_up.matches(['?', '.']).count(), 1, "{}: {follow_up}", it.id);
        let rated: Vec<_> = it.anchors.iter().map(|anchor| anchor.score).collect();
        let scale: Vec<_> = bank.scale.iter().map(|point| point.score).collect();
        assert_eq!(rated, scale, "{}", it.id);
    }
}
