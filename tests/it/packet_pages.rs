//! What a packet promises for the hour in which it is used: nothing of the rating while the candidate talks, few pages, a time for each
//! question, and a rating that is written down once.

use std::collections::BTreeMap;

use lopdf::{Document, Object};
use serde_json::Value;

use crate::support::{Test, built_in, flat, pdf_text};

const PAPERS: [&str; 2] = ["a4", "letter"];

/// The number of pages of each file of a packet, by its document.
fn pages(line: &str) -> BTreeMap<String, u64> {
    let ran = Test::new().run(&format!("{line} --format pdf --json --dry-run")).ok();
    let manifest: Value = serde_json::from_str(&ran.out).unwrap();
    let files = manifest["files"].as_array().unwrap().iter();
    files
        .map(|it| (it["kind"].as_str().unwrap().to_owned(), it["pages"].as_u64().unwrap()))
        .collect()
}

#[test]
fn a_guide_shows_nothing_of_rubric_and_rating_unless_both_are_on_one_page() {
    let test = Test::new();
    let bank = built_in();
    for layout in ["separate", "compact", "combined"] {
        let line = format!(
            "build --layout {layout} --documents guide,scoring --format md --name {layout}"
        );
        test.run(&line).ok();
        let (guide, scoring) =
            (test.text(&format!("{layout}-guide.md")), test.text(&format!("{layout}-scoring.md")));
        let is_combined = layout == "combined";
        for question in &bank.questions {
            assert!(guide.contains(&question.ask) && scoring.contains(&question.ask));
            let asked =
                question.follow_up.iter().chain(&question.probes).chain(&question.watch_for);
            for text in asked {
                assert!(guide.contains(text.as_str()), "{layout}: {text}");
                assert!(!scoring.contains(text.as_str()), "{layout}: {text}");
            }
            for text in question.rubric.iter().chain(question.anchors.iter().map(|it| &it.text)) {
                assert!(scoring.contains(text.as_str()), "{layout}: {text}");
                assert_eq!(guide.contains(text.as_str()), is_combined, "{layout}: {text}");
            }
        }
    }
}

#[test]
fn an_hour_for_any_role_takes_twelve_pages_or_nine_where_questions_share_pages() {
    for role in &built_in().roles {
        for paper in PAPERS {
            for (layout, most) in [("separate", 12), ("compact", 9), ("combined", 9)] {
                let line = format!(
                    "build --role {} --minutes 60 --paper {paper} --layout {layout}",
                    role.id
                );
                let pages = pages(&line);
                assert!(pages["packet"] <= most, "{line}: {pages:?}");
            }
        }
    }
}

#[test]
fn agenda_scorecard_and_candidate_sheet_take_a_page_each_up_to_twelve_questions() {
    for number in 1..=12 {
        for paper in PAPERS {
            let line = format!(
                "build --limit {number} --minutes 180 --paper {paper} --time 9:00 --collate=none --documents \
                 guide,scorecard,candidate-sheet"
            );
            let pages = pages(&line);
            assert_eq!((pages["scorecard"], pages["candidate-sheet"]), (1, 1), "{line}");
            let test = Test::new();
            test.run(&format!("{line} --format pdf --name k -o k")).ok();
            let Some(text) = pdf_text(&test.path("k/k-guide.pdf")) else { return };
            let (agenda, rest) = text.split_once('\u{c}').unwrap();
            let agenda = flat(agenda);
            assert!(agenda.contains("Are you ready to start?"), "{line}: {agenda}");
            assert!(rest.contains("Notes:"), "{line}: {rest}");
        }
    }
}

#[test]
fn a_plan_for_five_takes_a_page_and_a_debrief_two() {
    for size in 1..=5 {
        for paper in PAPERS {
            for minutes in [45, 60] {
                let line = format!(
                    "panel --size {size} --minutes {minutes} --role appsec-manager --paper {paper}"
                );
                let pages = pages(&format!("{line} --time 9am --documents panel-plan,debrief"));
                assert_eq!((pages["panel-plan"], pages["debrief"]), (1, 2), "{line}");
            }
        }
    }
}

#[test]
fn scoring_begins_a_sheet_of_its_own_in_duplex_printing_and_the_scorecard_follows_it() {
    let pages_of =
        |options: &str| pages(&format!("build --minutes 60 --role appsec-manager {options}"));
    let alone = pages_of("--collate=none");
    let (guide, scoring, scorecard) = (alone["guide"], alone["scoring"], alone["scorecard"]);
    assert_eq!(pages_of("")["packet"], guide + scoring + scorecard);
    assert_eq!(pages_of("--duplex")["packet"], guide.next_multiple_of(2) + scoring + scorecard);
}

#[test]
fn each_question_has_its_time_and_the_plan_has_the_same() {
    let test = Test::new();
    let line = "panel --size 2 --minutes 45 --time 9:00 --break 15 --format md --name p";
    test.run(line).ok();
    let plan = test.text("p-panel-plan.md");
    for place in [1, 2] {
        let guide = test.text(&format!("p-interviewer-{place}-guide.md"));
        let questions = guide.split("<!-- style: ask -->").skip(1);
        for (number, question) in (1..).zip(questions) {
            let ask = question.trim_start().lines().next().unwrap().split_once(". ").unwrap().1;
            let (_, time) = question.split_once("\n**").unwrap();
            let (start, _) = time.split_once('–').unwrap();
            let row = plan.lines().find(|row| row.contains(ask) && row.contains("**")).unwrap();
            let cell = row.split('|').nth(2 + place).unwrap();
            assert_eq!(cell.trim(), format!("**{number}** · {start}"), "{row}");
        }
    }
}

/// The flags of a choice, and the values of its boxes with the page of each.
type Choice = (i64, Vec<(usize, String)>);

/// The choices of a file, by their names.
fn choices(file: &Document) -> BTreeMap<String, Choice> {
    let mut choices: BTreeMap<String, Choice> = BTreeMap::new();
    for (page, id) in file.get_pages() {
        let page = usize::try_from(page).unwrap();
        for widget in file.get_page_annotations(id).unwrap() {
            let Ok(parent) = widget.get(b"Parent").and_then(Object::as_reference) else { continue };
            let mut names = Vec::new();
            let mut flags = None;
            let mut field = file.get_dictionary(parent).ok();
            while let Some(dict) = field {
                flags = flags.or(dict.get(b"Ff").and_then(Object::as_i64).ok());
                if let Ok(name) = dict.get(b"T").and_then(Object::as_str) {
                    names.insert(0, String::from_utf8_lossy(name).into_owned());
                }
                let above = dict.get(b"Parent").and_then(Object::as_reference);
                field = above.and_then(|above| file.get_dictionary(above)).ok();
            }
            let looks = widget.get(b"AP").and_then(Object::as_dict);
            let states = looks.and_then(|looks| looks.get(b"N").and_then(Object::as_dict));
            let Ok(states) = states else { continue };
            let on = states.iter().map(|(state, _)| state).find(|state| *state != b"Off");
            let (Some(on), Some(flags)) = (on, flags.filter(|flags| flags & (1 << 15) != 0)) else {
                continue;
            };
            let choice = choices.entry(names.join(".")).or_insert((flags, Vec::new()));
            choice.1.push((page, String::from_utf8_lossy(on).into_owned()));
        }
    }
    choices
}

#[test]
fn a_rating_on_scoring_form_and_scorecard_of_a_file_is_one_field_whose_boxes_are_checked_together()
{
    const UNISON: i64 = 1 << 25;
    for (line, ratings) in [
        ("build --limit 3 --format pdf --name k", 3),
        ("build --limit 3 --layout combined --format pdf --name k", 3),
        ("panel --size 2 --limit 4 --shared 2 --collate --format pdf --name k", 6),
    ] {
        let test = Test::new();
        test.run(line).ok();
        let choices = choices(&Document::load_mem(&test.read("k-packet.pdf")).unwrap());
        let of_questions = choices.iter().filter(|(name, _)| name.ends_with(".rating"));
        let of_questions: Vec<_> = of_questions.collect();
        assert_eq!(of_questions.len(), ratings, "{line}: {:?}", choices.keys());
        for (name, (flags, boxes)) in of_questions {
            assert_eq!(flags & UNISON, UNISON, "{line}: {name}");
            for value in ["1", "2", "3", "4", "5", "not-assessed"] {
                let pages = boxes.iter().filter(|(_, it)| it == value).map(|(page, _)| *page);
                let pages: Vec<usize> = pages.collect();
                assert!(pages.len() == 2 && pages[0] < pages[1], "{name}: {value}: {pages:?}");
            }
        }
        // The recommendation is asked once.
        let recommendation =
            choices.iter().find(|(name, _)| name.contains("recommendation.")).unwrap();
        assert_eq!(recommendation.1.0 & UNISON, 0, "{line}");
    }
}

#[test]
fn every_box_of_a_rating_is_at_the_same_place_on_either_paper() {
    let test = Test::new();
    let bank = built_in();
    let mut places: Vec<Vec<i64>> = Vec::new();
    for paper in PAPERS {
        test.run(&format!("build --documents scoring --paper {paper} --format pdf --name {paper}"))
            .ok();
        let file = Document::load_mem(&test.read(&format!("{paper}.pdf"))).unwrap();
        let mut lefts = Vec::new();
        for (_, id) in file.get_pages() {
            for widget in file.get_page_annotations(id).unwrap() {
                let states = widget.get(b"AP").and_then(Object::as_dict).unwrap().get(b"N");
                let has = |value: &[u8]| {
                    states.as_ref().is_ok_and(|it| it.as_dict().is_ok_and(|it| it.has(value)))
                };
                if has(b"1") || has(b"5") || has(b"not-assessed") {
                    let rect = widget.get(b"Rect").and_then(Object::as_array).unwrap();
                    #[expect(clippy::cast_possible_truncation, reason = "it is on the page")]
                    let left = (rect[0].as_float().unwrap() / 72.0 * 25.4).round() as i64;
                    lefts.push(left);
                }
            }
        }
        assert_eq!(lefts.len(), bank.questions.len() * 3);
        for place in lefts.chunks(3) {
            assert_eq!(place, [20, 124, 151], "{paper}");
        }
        places.push(lefts);
    }
    assert_eq!(places[0], places[1]);
}
