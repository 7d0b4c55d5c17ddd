//! What `scores` reports of the ratings in records, and the statistics behind it.

use std::fmt::Write as _;

use interview_kit::collect::Rating;
use interview_kit::evaluate::{
    Bootstrap, Coincidences, Kind, KitRatings, MeasurementLevel, Rated, Rater, Scores, f_quantile,
    icc,
};
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
    let markdown = rounds(|candidate, _| 1 + candidate % 4);
    assert!(markdown.contains("(no interval: ratings vary too little)"), "{markdown}");
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
    let again = test.run("scores records.json --format md").ok().out;
    assert_eq!(markdown, again);
}

#[test]
fn alpha_is_that_of_krippendorff() {
    // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C.
    const TABLE: [[u8; 12]; 4] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];
    let published = [
        (MeasurementLevel::Nominal, 0.7434),
        (MeasurementLevel::Ordinal, 0.8154),
        (MeasurementLevel::Interval, 0.8491),
        (MeasurementLevel::Ratio, 0.7974),
    ];
    let table = TABLE.map(|row| row.map(|it| (it > 0).then_some(f64::from(it))).to_vec());
    for (level, published) in published {
        let found = alpha_of(&table, level).unwrap();
        assert!((found - published).abs() < 5e-5, "{level:?}: {found}");
    }
}

/// Krippendorff's alpha of a table with a row for each rater.
fn alpha_of(table: &[Vec<Option<f64>>], level: MeasurementLevel) -> Option<f64> {
    let mut values: Vec<f64> = table.iter().flatten().copied().flatten().collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let mut all = Coincidences::none(values.len());
    for unit in 0..table.first()?.len() {
        let count = |value: &f64| {
            u32::try_from(table.iter().filter(|row| row[unit] == Some(*value)).count()).unwrap()
        };
        all.add(&Coincidences::of_unit(&values.iter().map(count).collect::<Vec<_>>()));
    }
    all.alpha(level, &values)
}

#[test]
fn intraclass_correlations_are_those_of_shrout_and_fleiss() {
    const TABLE: [[f64; 4]; 6] = [
        [9.0, 2.0, 5.0, 8.0],
        [6.0, 1.0, 3.0, 2.0],
        [8.0, 4.0, 6.0, 8.0],
        [7.0, 1.0, 2.0, 6.0],
        [10.0, 5.0, 6.0, 9.0],
        [6.0, 2.0, 4.0, 7.0],
    ];
    let it = icc(&TABLE.map(|row| row.to_vec())).unwrap();
    let found = [it.one_1, it.two_1, it.three_1, it.one_k, it.two_k, it.three_k];
    let published = [0.1657, 0.2898, 0.7148, 0.4428, 0.6201, 0.9093];
    for (found, published) in found.iter().zip(published) {
        assert!((found.value.unwrap() - published).abs() < 5e-5, "{found:?}");
    }
    // The R package psych, and McGraw and Wong's formulas.
    let [low, high] = it.two_1.interval.unwrap();
    assert!((low - 0.0188).abs() < 5e-4 && (high - 0.7611).abs() < 5e-4, "{low} {high}");
}

#[test]
fn a_correlation_is_never_above_one_and_its_interval_never_beyond_the_pole_of_its_formula() {
    // Interviewers who contradict each other: of the mean of both nothing can be said.
    let opposed: Vec<Vec<f64>> =
        (0..10).map(|row| if row % 2 == 0 { vec![1.0, 5.0] } else { vec![5.0, 1.0] }).collect();
    let found = icc(&opposed).unwrap();
    assert!((found.two_1.value.unwrap() + 1.25).abs() < 1e-9, "{found:?}");
    assert_eq!((found.two_k.value, found.two_k.interval.ok()), (None, None));
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(1 + (seed >> 24) % 5)
    };
    for _ in 0..3000 {
        let table: Vec<Vec<f64>> = (0..10).map(|_| (0..3).map(|_| next()).collect()).collect();
        let found = icc(&table).unwrap();
        for it in [found.one_1, found.two_1, found.three_1, found.one_k, found.two_k, found.three_k]
        {
            assert!(it.value.is_none_or(|value| value <= 1.0 + 1e-9), "{it:?} {table:?}");
            if let Ok([low, high]) = it.interval {
                assert!(low <= high && high <= 1.0 + 1e-9, "{it:?} {table:?}");
            }
        }
    }
}

/// Ratings of one question: for each candidate the interviewers, who are letters, and one rating of all.
fn rated(candidates: &[String]) -> Scores {
    let mut ratings = Vec::new();
    for (number, interviewers) in candidates.iter().enumerate() {
        ratings.extend(interviewers.chars().map(|interviewer| Rated {
            kind: Kind::Question,
            item: 0,
            packet: format!("{number:04}"),
            rater: Rater::Named(interviewer.to_string()),
            rating: Rating::Score(1 + u8::try_from(number % 5).unwrap()),
            rubric: Vec::new(),
        }));
    }
    let kit = KitRatings {
        kit: "AAAA-BBBB".to_owned(),
        packets: std::collections::BTreeMap::new(),
        questions: vec!["intake".to_owned()],
        competencies: Vec::new(),
        ratings,
        without_name: 0,
        left_out: Vec::new(),
    };
    Scores::of(&kit, 5, Bootstrap { seed: 1, resamples: 100 })
}

/// The groups, found by trying all sets of interviewers that are looked at, again for each group.
fn groups_by_brute_force(candidates: &[String]) -> Vec<(String, usize)> {
    let mut sets = std::collections::BTreeSet::new();
    let common =
        |one: &str, other: &str| one.chars().filter(|it| other.contains(*it)).collect::<String>();
    for one in candidates {
        for other in candidates {
            sets.insert(common(one, other));
        }
        for first in one.chars() {
            sets.extend(
                one.chars().filter(|next| *next > first).map(|next| format!("{first}{next}")),
            );
        }
    }
    sets.retain(|set| set.len() >= 2);
    let has_all = |candidate: &str, set: &str| set.chars().all(|it| candidate.contains(it));
    let (mut left, mut groups) = (candidates.to_vec(), Vec::new());
    loop {
        let mut best: Option<(usize, usize, &String)> = None;
        for set in &sets {
            let rated = left.iter().filter(|candidate| has_all(candidate, set)).count();
            let size = (rated * set.len(), rated);
            if rated >= 10 && best.is_none_or(|(ratings, rated, _)| size > (ratings, rated)) {
                best = Some((size.0, size.1, set));
            }
        }
        let Some((_, rated, set)) = best else { return groups };
        groups.push((set.clone(), rated));
        left.retain(|candidate| !has_all(candidate, set));
    }
}

proptest::proptest! {
    #[test]
    fn groups_of_interviewers_are_those_that_brute_force_finds(
        candidates in proptest::collection::vec(proptest::collection::btree_set("[a-g]", 1..6), 1..60),
    ) {
        let candidates: Vec<String> =
            candidates.iter().map(|it| it.iter().map(String::as_str).collect()).collect();
        let found = rated(&candidates);
        let item = &found.questions.items[0];
        let groups: Vec<(String, usize)> =
            item.correlations.iter().map(|it| (it.interviewers.concat(), it.candidates)).collect();
        proptest::prop_assert_eq!(&groups, &groups_by_brute_force(&candidates));
        // Two interviewers with enough candidates always are in a group.
        proptest::prop_assert_eq!(groups.is_empty(), item.same_interviewers < 10);
    }
}

#[test]
fn two_interviewers_who_rated_ten_candidates_are_a_group_whoever_else_rated_them() {
    // The lines of a projective plane: any two of them have one more interviewer in common, and no two the same.
    let differences = [0, 1, 3, 9];
    let letters: Vec<char> = ('a'..='m').collect();
    let candidates: Vec<String> = (0..13)
        .map(|line| {
            let mut names: Vec<char> =
                differences.iter().map(|it| letters[(line + it) % 13]).collect();
            names.sort_unstable();
            format!("{}YZ", names.into_iter().collect::<String>())
        })
        .collect();
    let found = rated(&candidates);
    let groups = &found.questions.items[0].correlations;
    assert_eq!((groups[0].interviewers.concat().as_str(), groups[0].candidates), ("YZ", 13));
}

#[test]
fn a_thousand_candidates_of_thirty_interviewers_take_no_time() {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='d').collect();
    let mut seed = 1_u64;
    let mut candidates = Vec::new();
    for _ in 0..1000 {
        let mut names = std::collections::BTreeSet::new();
        while names.len() < 6 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            names.insert(letters[usize::try_from(seed >> 33).unwrap() % letters.len()]);
        }
        candidates.push(names.into_iter().collect());
    }
    let started = std::time::Instant::now();
    assert!(rated(&candidates).questions.items[0].same_interviewers > 10);
    let took = started.elapsed();
    assert!(took.as_secs() < 5, "{took:?}");
}

#[test]
fn quantiles_of_f_are_those_of_the_tables() {
    // NIST/SEMATECH e-Handbook, 1.3.6.7.3.
    for (probability, above, below, published) in [
        (0.95, 1.0, 1.0, 161.448),
        (0.95, 5.0, 10.0, 3.326),
        (0.95, 10.0, 100.0, 1.927),
        (0.99, 3.0, 20.0, 4.938),
    ] {
        let found = f_quantile(probability, above, below).unwrap();
        assert!((found - published).abs() < 5e-4, "{found} {published}");
    }
    assert_eq!(f_quantile(0.5, 0.0, 1.0), None);
    assert_eq!(f_quantile(1.5, 1.0, 1.0), None);
}

#[test]
fn the_interval_of_a_bootstrap_depends_on_nothing_but_its_seed() {
    let mean = |drawn: &[usize]| {
        let sum: u32 = drawn.iter().map(|unit| u32::try_from(*unit).unwrap()).sum();
        Some(f64::from(sum) / 100.0)
    };
    let of = |seed| Bootstrap { seed, resamples: 1000 }.interval(100, &mean).unwrap();
    let bits = |seed| of(seed).map(f64::to_bits);
    assert_eq!(bits(1), bits(1));
    assert_ne!(bits(1), bits(2));
    // The mean of 0 to 99 is 49.5, and its standard error 2.9.
    let [low, high] = of(1);
    assert!((43.0..45.0).contains(&low) && (54.0..56.5).contains(&high), "{low} {high}");
}

/// Reads tables from the file that `TABLES` names, and writes what we make of them to the file that `FOUND` names, for
/// `tests/statistics/compare.py`.
#[test]
#[ignore = "tests/statistics/compare.py runs it"]
fn tables_for_comparison() {
    let path = |name: &str| std::env::var_os(name).unwrap();
    let tables: Vec<Vec<Vec<Option<f64>>>> =
        serde_json::from_slice(&std::fs::read(path("TABLES")).unwrap()).unwrap();
    let mut out = String::new();
    for table in &tables {
        let levels = [
            MeasurementLevel::Nominal,
            MeasurementLevel::Ordinal,
            MeasurementLevel::Interval,
            MeasurementLevel::Ratio,
        ];
        let alphas = levels.map(|level| alpha_of(table, level));
        // A target is a unit that every rater rated.
        let units = 0..table[0].len();
        let row = |unit| {
            table.iter().map(|row: &Vec<Option<f64>>| row[unit]).collect::<Option<Vec<f64>>>()
        };
        let complete: Vec<Vec<f64>> = units.filter_map(row).collect();
        let found = icc(&complete).map(|it| {
            [it.one_1, it.two_1, it.three_1, it.one_k, it.two_k, it.three_k]
                .map(|it| (it.value, it.interval.ok()))
        });
        writeln!(out, "{}", serde_json::to_string(&(alphas, found)).unwrap()).unwrap();
    }
    std::fs::write(path("FOUND"), out).unwrap();
}
