//! The statistics behind `scores`: published values, tables that are compared with other programs, and groups of interviewers.

use std::fmt::Write as _;

use interview_kit::collect::Rating;
use interview_kit::evaluate::{
    Bootstrap, Coincidences, Estimate, Kind, KitRatings, MeasurementLevel, NoInterval, Rated,
    Rater, Scores, f_quantile, icc,
};

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
        let score = 1 + u8::try_from(number % 5).unwrap();
        let rated = |interviewer: char| of_kit(number, &interviewer.to_string(), score);
        ratings.extend(interviewers.chars().map(rated));
    }
    let kit = KitRatings { ratings, ..kit() };
    Scores::of(&kit, 5, Bootstrap { seed: 1, resamples: 100 })
}

/// The rating of the only question by one interviewer.
fn of_kit(candidate: usize, interviewer: &str, score: u8) -> Rated {
    Rated {
        kind: Kind::Question,
        item: 0,
        packet: format!("{candidate:04}"),
        rater: Rater::Named(interviewer.to_owned()),
        rating: Rating::Score(score),
        rubric: Vec::new(),
    }
}

/// A kit of one question without ratings.
fn kit() -> KitRatings {
    KitRatings {
        kit: "AAAA-BBBB".to_owned(),
        packets: std::collections::BTreeMap::new(),
        scales: std::collections::BTreeMap::new(),
        questions: vec!["intake".to_owned()],
        competencies: Vec::new(),
        ratings: Vec::new(),
        without_name: 0,
        left_out: Vec::new(),
    }
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
fn agreement_is_that_of_all_units_though_equal_ones_are_kept_once() {
    let mut seed = 11_u64;
    let mut next = |end: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        u8::try_from((seed >> 33) % end).unwrap()
    };
    for round in 0..200 {
        let (points, raters) = (2 + round % 8, 2 + usize::try_from(round % 5).unwrap());
        let mut table = vec![vec![None; 40]; raters];
        let mut ratings = Vec::new();
        for unit in 0..40 {
            for (rater, row) in table.iter_mut().enumerate() {
                if next(5) > 0 {
                    let score = 1 + next(points);
                    row[unit] = Some(f64::from(score));
                    ratings.push(of_kit(unit, &rater.to_string(), score));
                }
            }
        }
        let kit = KitRatings { ratings, ..kit() };
        let found = Scores::of(&kit, 9, Bootstrap { seed: 1, resamples: 100 });
        let expected = alpha_of(&table, MeasurementLevel::Ordinal).unwrap();
        let Estimate::Known { value, .. } = found.questions.agreement.ordinal_alpha else {
            panic!("{:?}", found.questions.agreement)
        };
        assert!((value - expected).abs() < 1e-12, "{value} {expected}");
    }
}

#[test]
fn an_interval_says_why_there_is_none() {
    let bootstrap = Bootstrap { seed: 1, resamples: 100 };
    assert_eq!(bootstrap.interval(10, &|_| Some(0.5)), Err(NoInterval::SameAgreement { n: 10 }));
    assert_eq!(bootstrap.interval(10, &|_| None), Err(NoInterval::FewRatings));
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
