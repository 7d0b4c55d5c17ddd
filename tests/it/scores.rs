//! What `scores` reports of the ratings in records, and the statistics behind it.

use std::fmt::Write as _;

use interview_kit::evaluate::{Bootstrap, Coincidences, Level, f_quantile, icc};
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
        // The same name in two forms, and one that is not known.
        let name = if candidate % 2 == 0 { "Ren\u{e9}e" } else { " Rene\u{301}e  " };
        all.push(record(&packet, 1, name, "scoring", &intake(2 + candidate % 3)));
        all.push(record(&packet, 2, "", "scoring", &intake(3)));
    }
    let kit = &json_of(&all)["kits"][0];
    assert_eq!(kit["interviewers"][0]["interviewer"], "Renée");
    assert_eq!(kit["interviewers"][0]["questions"], json!([0, 4, 4, 4]));
    assert_eq!(kit["interviewers"].as_array().unwrap().len(), 2);
    assert_eq!(kit["questions"]["agreement"]["units"], 12);
    assert_eq!(kit["questions"]["items"][0]["same_interviewers"], 0);
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
        (Level::Nominal, 0.7434),
        (Level::Ordinal, 0.8154),
        (Level::Interval, 0.8491),
        (Level::Ratio, 0.7974),
    ];
    let table = TABLE.map(|row| row.map(|it| (it > 0).then_some(f64::from(it))).to_vec());
    for (level, published) in published {
        let found = alpha_of(&table, level).unwrap();
        assert!((found - published).abs() < 5e-5, "{level:?}: {found}");
    }
}

/// Krippendorff's alpha of a table with a row for each rater.
fn alpha_of(table: &[Vec<Option<f64>>], level: Level) -> Option<f64> {
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
    let of = |seed| Bootstrap { seed, resamples: 1000 }.interval(100, mean).unwrap();
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
        let levels = [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio];
        let alphas = levels.map(|level| alpha_of(table, level));
        // A target is a unit that every rater rated.
        let units = 0..table[0].len();
        let row = |unit| {
            table.iter().map(|row: &Vec<Option<f64>>| row[unit]).collect::<Option<Vec<f64>>>()
        };
        let complete: Vec<Vec<f64>> = units.filter_map(row).collect();
        let found = icc(&complete).map(|it| {
            [it.one_1, it.two_1, it.three_1, it.one_k, it.two_k, it.three_k]
                .map(|it| (it.value, it.interval))
        });
        writeln!(out, "{}", serde_json::to_string(&(alphas, found)).unwrap()).unwrap();
    }
    std::fs::write(path("FOUND"), out).unwrap();
}
