//! What `scores` reports of the ratings in records. The statistics behind it are in `statistics.rs`.

use serde_json::{Value, json};

use crate::support::{Test, opens_without_complaint};

/// A value that is beyond doubt, or nothing.
fn value(answer: Value) -> Value {
    if answer.is_null() {
        json!({ "state": "blank" })
    } else {
        json!({ "state": "answered", "value": answer })
    }
}

/// The record of a document that rates questions and competencies.
fn record(packet: &str, part: u32, name: &str, document: &str, ratings: &[(&str, Value)]) -> Value {
    let name = if name.is_empty() { Value::Null } else { json!(name) };
    let (competencies, questions): (Vec<_>, Vec<_>) =
        ratings.iter().partition(|(id, _)| id.starts_with("c-"));
    let question = |(id, rating): &&(&str, Value)| {
        json!({
            "id": id, "rating": rating, "rubric": [value(json!(true)), value(json!(rating["value"] == 4))],
            "watch_for": [], "follow_up": null, "notes": null, "evidence": null, "other": []
        })
    };
    let competency = |(id, rating): &&(&str, Value)| json!({ "id": id, "rating": rating });
    json!({
        "file": format!("{packet}-{part}-{document}.pdf"), "sha256": "", "source": "form", "kit": "7KQ2-M4XD", "part": part,
        "packet": packet, "document": document, "as_built": true, "candidate": value(Value::Null), "interviewer": value(name),
        "date": value(Value::Null), "keep_until": value(Value::Null),
        "questions": questions.iter().map(question).collect::<Vec<_>>(),
        "competencies": competencies.iter().map(competency).collect::<Vec<_>>(),
        "recommendation": null, "reasons": null, "other": []
    })
}

fn records(records: &[Value]) -> String {
    json!({ "records": records, "refused": [] }).to_string()
}

/// So many candidates, each rated by Ana and Bo.
fn round(candidates: u32) -> Vec<Value> {
    let mut all = Vec::new();
    for candidate in 0..candidates {
        let packet = format!("P{candidate:03}");
        let ana = 2 + candidate % 3;
        let bo = if candidate % 4 == 0 { ana - 1 } else { ana };
        for (part, name, rating) in [(1, "Ana", ana), (2, "Bo", bo)] {
            let ratings =
                [("intake", value(json!(rating))), ("c-trust", value(json!("not-assessed")))];
            all.push(record(&packet, part, name, "scoring", &ratings));
        }
    }
    all
}

fn scores(records: &[Value], args: &str) -> crate::support::Ran {
    let test = Test::new().file("records.json", &self::records(records));
    test.run(&format!("scores records.json {args}"))
}

fn json_of(records: &[Value]) -> Value {
    serde_json::from_str(&scores(records, "--format json").ok().out).unwrap()
}

#[test]
fn one_candidate_has_counts_and_ranges_and_what_is_missing_is_said() {
    let ratings = |a: Value, b: Value| [("intake", a), ("triage", b), ("c-trust", value(json!(3)))];
    let all = [
        record("P1", 1, "", "scoring", &ratings(value(json!(4)), value(json!("not-assessed")))),
        record("P1", 2, "Bo", "scoring", &ratings(value(json!(2)), value(Value::Null))),
    ];
    insta::assert_snapshot!(scores(&all, "").ok().whole());
}

#[test]
fn ten_candidates_have_agreement_with_intervals() {
    let out = scores(&round(12), "").ok().out;
    insta::assert_snapshot!(out);
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
}

#[test]
fn below_ten_there_is_not_enough_data_and_at_ten_there_is() {
    for (candidates, is_enough) in [(9, false), (10, true)] {
        let agreement = &json_of(&round(candidates))["kits"][0]["questions"];
        for statistic in
            [&agreement["agreement"]["ordinal_alpha"], &agreement["agreement"]["within_one_point"]]
        {
            let state = if is_enough { "known" } else { "not-enough-data" };
            assert_eq!(statistic["state"], state, "{statistic}");
        }
        let groups = agreement["items"][0]["correlations"].as_array().unwrap();
        assert_eq!(groups.len(), usize::from(is_enough));
    }
    let out = scores(&round(4), "").ok().out;
    assert_eq!(out.matches("not enough data: n = 4, needs 10").count(), 3, "{out}");
}

#[test]
fn a_statistic_without_variation_is_put_into_words() {
    let mut all = Vec::new();
    for candidate in 0..12 {
        for (part, name) in [(1, "Ana"), (2, "Bo")] {
            let packet = format!("P{candidate:02}");
            all.push(record(&packet, part, name, "scoring", &[("intake", value(json!(3)))]));
        }
    }
    let out = scores(&all, "").ok().out;
    assert!(
        out.contains("ordinal alpha     cannot be computed: all ratings are the same"),
        "{out}"
    );
    assert!(out.contains("ICC(2,1)  cannot be computed: candidates differ too little"), "{out}");
    for format in ["table", "json", "csv", "md"] {
        let out = scores(&all, &format!("--format {format}")).ok().out;
        assert!(!out.contains("NaN") && !out.contains("inf"), "{out}");
    }
}

#[test]
fn a_rating_on_two_documents_is_one_and_a_contradiction_is_left_out() {
    let intake = |rating: u8| [("intake", value(json!(rating)))];
    let agree = [
        record("P1", 1, "Ana", "scoring", &intake(4)),
        record("P1", 1, "Ana", "scorecard", &intake(4)),
    ];
    let kit = &json_of(&agree)["kits"][0];
    assert_eq!(kit["questions"]["items"][0]["counts"], json!([0, 0, 0, 1]));
    let differ = [agree[0].clone(), record("P1", 1, "Ana", "scorecard", &intake(3))];
    let kit = &json_of(&differ)["kits"][0];
    assert_eq!(kit["left_out"][0]["reason"], "conflict");
    assert_eq!(kit["left_out"][0]["detail"], "scorecard: 3; scoring: 4");
    assert_eq!(kit["interviewers"], json!([]));
    assert_eq!(scores(&differ, "--format md").code, 1);
    let blank = [record("P1", 1, "Ana", "scoring", &[("intake", json!({ "state": "blank" }))])];
    let ran = scores(&blank, "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("there are no ratings in these records"), "{}", ran.err);
}

#[test]
fn the_same_document_twice_counts_once_and_two_versions_of_it_are_refused() {
    let intake =
        |rating: u8| record("P1", 1, "Ana", "scoring", &[("intake", value(json!(rating)))]);
    let with_file = |mut record: Value, file: &str| {
        record["file"] = json!(file);
        record
    };
    let twice = [intake(4), with_file(intake(4), "copy.pdf")];
    assert_eq!(json_of(&twice)["kits"][0]["questions"]["items"][0]["counts"], json!([0, 0, 0, 1]));
    let ran = scores(&[intake(4), with_file(intake(5), "copy.pdf")], "");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("P1-1-scoring.pdf and copy.pdf are both the scoring of packet P1"),
        "{}",
        ran.err
    );
}

#[test]
fn kits_are_reported_apart_and_a_page_is_about_one() {
    let mut all = round(3);
    for record in &mut all[2..] {
        record["kit"] = json!("AAAA-BBBB");
    }
    let kits = &json_of(&all)["kits"];
    assert_eq!([&kits[0]["kit"], &kits[1]["kit"]], ["7KQ2-M4XD", "AAAA-BBBB"]);
    let ran = scores(&all, "--format md");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("add --kit 7KQ2-M4XD"), "{}", ran.err);
    scores(&all, "--format md --kit AAAA-BBBB").ok();
    assert_eq!(scores(&all, "--kit AAAA-BBBC").code, 2);
}

#[test]
fn interviewers_stand_in_the_order_of_names_in_one_form_and_strangers_are_not_compared() {
    let intake = |rating: u8| [("intake", value(json!(rating)))];
    let mut all = Vec::new();
    for candidate in 0..12 {
        let packet = format!("P{candidate:02}");
        // The same name in three forms, and one that is not known.
        let name = ["Ren\u{e9}e", " Rene\u{301}e  ", "REN\u{c9}E"][candidate % 3];
        all.push(record(
            &packet,
            1,
            name,
            "scoring",
            &intake(2 + u8::try_from(candidate % 3).unwrap()),
        ));
        all.push(record(&packet, 2, "", "scoring", &intake(3)));
    }
    let kit = &json_of(&all)["kits"][0];
    assert_eq!(kit["interviewers"][0]["interviewer"], "Renée");
    assert_eq!(kit["interviewers"][0]["questions"], json!([0, 4, 4, 4]));
    assert_eq!(kit["interviewers"].as_array().unwrap().len(), 1);
    assert_eq!(kit["without_name"], 12);
    assert_eq!(kit["questions"]["agreement"]["units"], 12);
    assert_eq!(kit["questions"]["items"][0]["same_interviewers"], 0);
}

#[test]
fn two_interviewers_of_a_packet_with_one_name_stay_two_and_are_not_named() {
    let all = |other: u8| {
        let okafor = |part, rating: u8| {
            record("P1", part, "R. Okafor", "scoring", &[("intake", value(json!(rating)))])
        };
        json_of(&[okafor(1, 4), okafor(2, other)])["kits"][0].clone()
    };
    for (other, counts) in [(4, json!([0, 0, 0, 2])), (3, json!([0, 0, 1, 1]))] {
        let kit = all(other);
        assert_eq!(kit["questions"]["agreement"]["units"], 1);
        assert_eq!(kit["questions"]["items"][0]["counts"], counts);
        assert_eq!((&kit["interviewers"], &kit["without_name"]), (&json!([]), &json!(2)));
        let left_out = kit["left_out"].as_array().unwrap();
        for (number, left_out) in (1..).zip(left_out) {
            let number: u32 = number;
            assert_eq!(left_out["number"], number);
            assert_eq!(
                (&left_out["what"], &left_out["reason"]),
                (&json!("interviewer"), &json!("conflict"))
            );
        }
        assert_eq!(left_out.len(), 2);
    }
}

#[test]
fn interviewers_without_a_name_are_counted_but_are_nobody() {
    let mut all = Vec::new();
    for candidate in 0..10 {
        for part in [1, 2] {
            let packet = format!("P{candidate:02}");
            all.push(record(&packet, part, "", "scoring", &[("intake", value(json!(part + 1)))]));
        }
    }
    let kit = &json_of(&all)["kits"][0];
    assert_eq!((&kit["interviewers"], &kit["without_name"]), (&json!([]), &json!(20)));
    assert_eq!(kit["questions"]["agreement"]["units"], 10);
    let out = scores(&all, "").ok().out;
    assert!(out.starts_with("Kit 7KQ2-M4XD: 10 candidates, 0 interviewers with a name\n"), "{out}");
    assert!(out.contains("counted in each packet: 20") && !out.contains("Interviewer 1"), "{out}");
    assert!(scores(&all, "--format csv").ok().out.contains(",without-name,,20,"));
    assert!(scores(&all, "--format md").ok().out.contains("counted in each packet: 20"));
}

#[test]
fn nothing_in_a_record_controls_the_terminal() {
    let intake = |rating: u8| [("int\u{1b}[31make", value(json!(rating)))];
    let mut all = Vec::new();
    for candidate in 0..12 {
        for (part, name) in [(1, "A\u{1b}[31m"), (2, "B\u{7}\nB\u{202e}")] {
            let packet = format!("P{candidate:02}");
            let mut of_part = record(&packet, part, name, "scoring", &intake(2 + candidate % 3));
            of_part["kit"] = json!("\u{1b}]0;kit");
            of_part["candidate"] = value(json!("Ana\u{1b}[1m"));
            all.push(of_part);
        }
    }
    all[0]["questions"][0]["rating"] = json!({ "state": "unreadable", "why": "\u{1b}[2J" });
    for args in ["", "--packet P01"] {
        let ran = scores(&all, args).ok();
        let is_plain = |char: char| char == '\n' || !(char.is_control() || char == '\u{202e}');
        assert!(ran.whole().chars().all(is_plain), "{:?}", ran.whole());
        assert!(ran.out.contains("A [31m"), "{}", ran.out);
    }
}

#[test]
fn options_that_contradict_each_other_are_refused() {
    for (args, message) in [
        ("--format pdf -o x.json", "-o x.json has the ending of another format"),
        ("--json -o x.CSV", "-o x.CSV has the ending of another format"),
        ("--format table -o x.md", "-o x.md has the ending of another format"),
        ("- -", "`-` can be used only once: it reads standard input"),
    ] {
        let ran = scores(&round(2), args);
        assert_eq!(ran.code, 2, "{args}: {}", ran.err);
        assert!(ran.err.contains(message), "{args}: {}", ran.err);
    }
    scores(&round(2), "--format json -o x.txt").ok();
}

#[test]
fn only_all_is_a_hundred_percent() {
    // Of 300 pairs of ratings, one is two points apart.
    let mut all = Vec::new();
    for candidate in 0..300 {
        let bo = if candidate == 0 { 4 } else { 2 + candidate % 2 };
        for (part, name, rating) in [(1, "Ana", 2), (2, "Bo", bo)] {
            let packet = format!("P{candidate:03}");
            all.push(record(&packet, part, name, "scoring", &[("intake", value(json!(rating)))]));
        }
    }
    let out = scores(&all, "--resamples 100").ok().out;
    assert!(out.contains("within one point  99% (95% confidence interval 99% to 100%)"), "{out}");
}

#[test]
fn the_page_says_why_there_is_no_value_or_no_interval() {
    let rounds = |rating: fn(u8, u8) -> u8| {
        let mut all = Vec::new();
        for candidate in 0..10 {
            for (part, name) in [(1, "Ana"), (2, "Bo")] {
                let rating = value(json!(rating(candidate, part)));
                let packet = format!("P{candidate}");
                all.push(record(&packet, part.into(), name, "scoring", &[("intake", rating)]));
            }
        }
        scores(&all, "--format md").ok().out
    };
    let markdown = rounds(|_, _| 3);
    assert!(markdown.contains("not defined: all ratings are the same"), "{markdown}");
    assert!(markdown.contains("not defined: candidates differ too little"), "{markdown}");
    // In a third of the draws, the one rating that is another is missing.
    let markdown = rounds(|candidate, _| if candidate == 0 { 4 } else { 3 });
    assert!(markdown.contains("(no interval: ratings vary too little)"), "{markdown}");
    let markdown = rounds(|candidate, _| 1 + candidate % 4);
    let same = "(no interval: all n = 10 units show the same agreement)";
    assert!(markdown.contains(&format!("| 1\\.00 {same} | 100% {same} |")), "{markdown}");
    let same = "1\\.00 (no interval: apart from severity, interviewers do not differ)";
    assert!(markdown.contains(same), "{markdown}");
}

#[test]
fn an_interval_without_width_is_not_given() {
    // Of each candidate, the first rating of Ana and of Bo.
    let all = |ana: fn(u32) -> u32, bo: fn(u32) -> u32| {
        let mut all = Vec::new();
        for candidate in 0..10 {
            for (part, name, rating) in [(1, "Ana", ana(candidate)), (2, "Bo", bo(candidate))] {
                let packet = format!("P{candidate}");
                all.push(record(
                    &packet,
                    part,
                    name,
                    "scoring",
                    &[("intake", value(json!(rating)))],
                ));
            }
        }
        json_of(&all)["kits"][0]["questions"].clone()
    };
    let agreed = all(|it| 1 + it % 4, |it| 1 + it % 4);
    let same = "no interval: all n = 10 units show the same agreement";
    for statistic in ["ordinal_alpha", "within_one_point"] {
        let statistic = &agreed["agreement"][statistic];
        assert_eq!(statistic, &json!({ "state": "known", "value": 1.0, "why": same }));
    }
    let icc = &agreed["items"][0]["correlations"][0]["icc_2_1"];
    assert_eq!(icc["why"], "no interval: apart from severity, interviewers do not differ");
    // Nobody agrees with anybody, which is as little certain.
    let apart = &all(|it| 1 + it % 2, |it| 4 + it % 2)["agreement"]["within_one_point"];
    assert_eq!(apart, &json!({ "state": "known", "value": 0.0, "why": same }));
    // Bo is always stricter by a point.
    let severe = &all(|it| 2 + it % 3, |it| 1 + it % 3)["items"][0]["correlations"][0]["icc_2_1"];
    assert_eq!(severe["why"], "no interval: apart from severity, interviewers do not differ");
}

#[test]
fn shares_of_ticks_that_differ_by_exactly_ten_points_are_not_alike() {
    // Of 10 answers rated 3, 9 have the line ticked, and so many of 10 answers rated 4.
    let deserves_a_look = |ticked: u32| {
        let mut all = Vec::new();
        for candidate in 0..20 {
            let (rating, is_ticked) =
                if candidate < 10 { (3, candidate < 9) } else { (4, candidate < 10 + ticked) };
            let ratings = [("intake", value(json!(rating)))];
            let mut record = record(&format!("P{candidate:02}"), 1, "Ana", "scoring", &ratings);
            record["questions"][0]["rubric"] = json!([value(json!(is_ticked))]);
            all.push(record);
        }
        json_of(&all)["kits"][0]["questions"]["items"][0]["rubric"][0]["deserves_a_look"].clone()
    };
    assert_eq!([8, 9, 10].map(deserves_a_look), [json!(false), json!(true), json!(false)]);
}

#[test]
fn refused_files_are_counted_in_words() {
    let refused = |files: usize| {
        let file = |number| json!({ "file": format!("{number}.pdf"), "code": "edited", "message": "", "help": "" });
        let refused: Vec<Value> = (0..files).map(file).collect();
        let text = json!({ "records": round(1), "refused": refused }).to_string();
        Test::new().file("records.json", &text).run("scores records.json").ok().err
    };
    let rest = "refused when these records were collected; their contents are not counted\n";
    assert!(refused(1).contains(&format!("warning: 1 file was {rest}")), "{}", refused(1));
    assert!(refused(3).contains(&format!("warning: 3 files were {rest}")), "{}", refused(3));
}

#[test]
fn no_cell_of_the_csv_file_starts_a_formula() {
    let all = [
        record("P1", 1, "=1+1", "scoring", &[("intake", value(json!(3)))]),
        record("P1", 2, "@SUM(A1), \"x\"", "scoring", &[("intake", value(json!(4)))]),
    ];
    let out = scores(&all, "--format csv").ok().out;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let mut names = std::collections::BTreeSet::new();
    for row in reader.records() {
        let row = row.unwrap();
        assert!(
            row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])),
            "{row:?}"
        );
        names.insert(row[3].to_owned());
    }
    assert!(names.contains("'=1+1") && names.contains("'@SUM(A1), \"x\""), "{names:?}");
}

#[test]
fn a_line_that_is_ticked_alike_at_all_ratings_deserves_a_look() {
    let rubric = &json_of(&round(12))["kits"][0]["questions"]["items"][0]["rubric"];
    assert_eq!(rubric[0]["deserves_a_look"], true);
    assert_eq!(rubric[1]["deserves_a_look"], false);
    let rubric = &json_of(&round(4))["kits"][0]["questions"]["items"][0]["rubric"];
    assert_eq!(rubric[0]["deserves_a_look"], false, "there are too few ratings");
}

#[test]
fn the_page_is_one_page_in_every_language_and_says_what_it_leaves_out() {
    let mut all = Vec::new();
    let ids: Vec<String> = (0..60).map(|number| format!("question-{number}")).collect();
    let ratings: Vec<(&str, Value)> = ids.iter().map(|id| (id.as_str(), value(json!(3)))).collect();
    all.push(record("P1", 1, "Ana", "scoring", &ratings));
    let test = Test::new().file("records.json", &records(&all));
    for (tag, _) in interview_kit::packet::locale::BUILT_IN {
        let file = format!("{tag}.pdf");
        test.run(&format!("scores records.json -o {file} --language {tag} --paper letter")).ok();
        opens_without_complaint(&test.path(&file));
        let pdf = lopdf::Document::load(test.path(&file)).unwrap();
        assert_eq!(pdf.get_pages().len(), 1, "{tag}");
    }
    let markdown = test.run("scores records.json --format md").ok().out;
    assert!(markdown.contains("Rows that do not fit on this page: "), "{markdown}");
    assert!(markdown.contains("**Interviewer, questions:** Rows that do not fit"), "{markdown}");
    let err = test.run("scores records.json -o en.pdf --force").ok().err;
    assert!(err.contains("warning: the page has no room for "), "{err}");
    let again = test.run("scores records.json --format md").ok().out;
    assert_eq!(markdown, again);
}

#[test]
fn eighteen_questions_and_five_interviewers_have_room_on_a_page_with_all_correlations() {
    let ids: Vec<String> = (0..18).map(|number| format!("question-of-the-kit-{number}")).collect();
    let mut all = Vec::new();
    for candidate in 0..12_usize {
        for (part, name) in (1_usize..).zip(["Ana", "Bo", "Cy", "Dee", "Eli"]) {
            let packet = format!("P{candidate:02}");
            let severity = |at: usize| usize::from((candidate * part + at).is_multiple_of(3));
            let rating = |at: usize| value(json!(1 + (candidate + at) % 4 + severity(at)));
            let ratings: Vec<(&str, Value)> =
                ids.iter().enumerate().map(|(at, id)| (id.as_str(), rating(at))).collect();
            all.push(record(&packet, u32::try_from(part).unwrap(), name, "scoring", &ratings));
        }
    }
    let ran = scores(&all, "--points 5 --format md").ok();
    assert_eq!(ran.err, "");
    for id in &ids {
        let row = ran.out.lines().find(|line| line.starts_with(&format!("| {id} |"))).unwrap();
        assert!(row.contains("| 12 | 5 | "), "{row}");
    }
    assert!(ran.out.contains("| Eli |") && !ran.out.contains("do not fit"), "{}", ran.out);
}

/// Ratings of one kit, in files that say that the scale has so many points, or do not say it.
fn with_points(points: [Option<u8>; 4]) -> Vec<Value> {
    let mut all = round(2);
    for (record, points) in all.iter_mut().zip(points) {
        record["points"] = json!(points);
    }
    all
}

#[test]
fn the_scale_is_the_one_that_the_command_line_or_else_the_records_say() {
    let points = |of: [Option<u8>; 4], args: &str| {
        let ran = scores(&with_points(of), &format!("--json {args}")).ok();
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        (report["kits"][0]["points"].as_u64().unwrap(), ran.err)
    };
    for (of, args, expected) in [
        ([Some(5); 4], "", 5),
        ([None, Some(7), None, Some(7)], "", 7),
        ([Some(5); 4], "--points 9", 9),
        ([Some(4), Some(5), None, None], "--points 5", 5),
    ] {
        assert_eq!(points(of, args), (expected, String::new()), "{of:?} {args}");
    }
    // The highest rating is a guess, whatever the format is.
    let (guessed, said) = points([None; 4], "");
    assert_eq!(guessed, 3);
    assert!(said.contains("do not say how many points") && said.contains("add --points"), "{said}");
}

#[test]
fn records_of_one_kit_that_disagree_on_its_scale_are_refused() {
    let ran = scores(&with_points([Some(5), Some(4), None, None]), "");
    assert_eq!(ran.code, 1);
    let message = "kit 7KQ2-M4XD: the rating scale has 4 points in P000-2-scoring.pdf, and 5 in P000-1-scoring.pdf";
    assert!(ran.err.contains(message) && ran.err.contains("--points"), "{}", ran.err);
    let ran = scores(&with_points([Some(2); 4]), "");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("has 2 points in ") && ran.err.contains("a rating of 3"),
        "{}",
        ran.err
    );
}
