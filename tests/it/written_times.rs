//! Dates and times of day as a language writes them, and that what is hashed or read by programs does not depend on the language.

use interview_kit::base::unit::{Minutes, TimeOfDay};
use interview_kit::packet::locale::{BUILT_IN, Locales, english};

use crate::support::{Test, below};

/// A folder of templates with messages for English documents.
fn with_messages(messages: &str) -> Test {
    let test = Test::new();
    std::fs::create_dir_all(test.path("t/locales")).unwrap();
    std::fs::write(test.path("t/locales/en.ftl"), messages).unwrap();
    test
}

#[test]
fn a_date_is_written_out_only_if_the_calendar_has_it_and_it_is_in_the_form_of_iso_8601() {
    for (given, written) in [
        ("2026-11-26", "November 26, 2026"),
        ("2026-03-02", "March 2, 2026"),
        ("2028-02-29", "February 29, 2028"),
        ("2000-02-29", "February 29, 2000"),
        ("2026-02-29", "2026-02-29"),
        ("1900-02-29", "1900-02-29"),
        ("2026-13-01", "2026-13-01"),
        ("2026-00-10", "2026-00-10"),
        ("2026-04-31", "2026-04-31"),
        ("2026-12-32", "2026-12-32"),
        ("2026-1-2", "2026-1-2"),
        ("26-11-2026", "26-11-2026"),
        ("+026-11-26", "+026-11-26"),
        ("2026-11-26T09:00", "2026-11-26T09:00"),
        ("26.11.2026", "26.11.2026"),
        ("next Monday", "next Monday"),
        ("", ""),
    ] {
        assert_eq!(english().date(given).unwrap(), written);
    }
}

#[test]
fn english_writes_every_time_as_programs_read_it() {
    let day = 24 * 60;
    for start in ["0:00", "9:05", "12:00 AM", "12:00 PM", "3:30 PM", "23:59"] {
        let start: TimeOfDay = start.parse().unwrap();
        for by in (0..day).chain([day, 2 * day, 11 * day, 100 * day]).map(Minutes) {
            assert_eq!(english().time_later(start, by).unwrap(), start.later(by));
        }
    }
    for given in ["9", "09:00", "9am", "9.00", "after lunch", "25:00", "9:00 am"] {
        assert_eq!(english().time(given).unwrap(), given, "only `9:00` and `9:00 AM` are forms");
    }
}

#[test]
fn a_language_writes_dates_and_times_in_its_own_way_everywhere() {
    let test = with_messages(
        "date-written = { $day }. { $month }., { $year }\ntime-range = { $start } bis { $end }\n\
         time-of-day = { $hour-padded }, { $minute } --> Uhr\ntime-days-later = { $time } (Tag { $days })\n",
    );
    let order = "panel --size 2 --minutes 60 --time 23:30 --date 2026-11-26 --keep-until 2027-05-01 --templates t --quiet";
    test.run(&format!("{order} --format pdf,md --collate=none --name p")).ok();
    let guide = test.text("p-interviewer-2-guide.md");
    assert_eq!(below(&guide, "Time"), "00, 30 --\\> Uhr (Tag 1)");
    assert_eq!(below(&guide, "Date"), "26\\. 11., 2026");
    // A comma, or what would end a comment, is a part of the label.
    let hint = guide.lines().find(|line| line.starts_with("<!-- timeline: ")).unwrap();
    assert!(
        hint.starts_with("<!-- timeline: 60; 0 00\\, 30 --\\> Uhr (Tag 1), 15 00\\, 45 --"),
        "{hint}"
    );
    assert!(
        guide.contains("\n**01, 27 --\\> Uhr (Tag 1) bis 01, 29 --\\> Uhr (Tag 1)** · "),
        "{guide}"
    );
    if let Some(text) = crate::support::pdf_text(&test.path("p-interviewer-2-guide.pdf")) {
        assert!(text.contains("00, 45 --> Uhr (Tag 1)"), "{text}");
        assert!(!text.contains('\\'), "{text}");
    }
    assert!(test.text("p-candidate-sheet.md").contains("| 23, 30 --\\> Uhr bis 00, 30"));
    assert!(
        test.text("p-panel-plan.md").contains("| 23, 30 --\\> Uhr | 00, 30 --\\> Uhr (Tag 1) |")
    );
    let debrief = test.text("p-debrief.md");
    assert!(debrief.contains("** 1\\. 5., 2027 **"), "{debrief}");
}

#[test]
fn the_id_of_a_packet_and_the_manifest_have_dates_and_times_as_they_were_given() {
    let test = with_messages(
        "date-written = { $year } { $month } { $day }\ntime-of-day = { $hour }h{ $minute }\n",
    );
    let order = "build --documents guide,panel-plan --minutes 60 --date 2026-11-26 --time 23:30 --format md --json";
    let manifest = |more: &str| {
        let ran = test.run(&format!("{order} {more}")).ok();
        let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let file = &manifest["files"][0];
        (file["packet"].clone(), file["schedule"].clone())
    };
    let plain = manifest("-o a");
    assert_eq!(plain, manifest("-o b --templates t"));
    assert_eq!(plain.1[0]["from"], "23:30");
    assert_eq!(plain.1[0]["to"], "0:30 (+1 day)");
}

#[test]
fn messages_of_ones_own_may_use_each_form_of_the_hour_and_nothing_else() {
    let order = "build --documents guide --format md -o - --question changed-model --time 2:05";
    let all = "{ $clock }{ $hour }{ $hour-padded }{ $hour-12 }{ $half }{ $minute }";
    let ran = with_messages(&format!("time-of-day = {all}\n"));
    let ran = ran.run(&format!("{order} --templates t")).ok();
    assert_eq!(below(&ran.out, "Time"), "twenty-four2022am05");
    assert_eq!(ran.err, "");
    let test = with_messages("time-of-day = { $second }\n");
    let ran = test.run(&format!("{order} --templates t"));
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("the message `time-of-day` has no variable `second`"), "{}", ran.err);
    assert!(ran.err.contains("hour-padded"), "{}", ran.err);
    // A message that contains itself is an error before anything is written.
    let test = with_messages("time-of-day = { a }\na = { b }\nb = { a }\n");
    let ran = test.run(&format!("{order} --templates t"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    assert!(ran.err.contains("error[locale]: `a` contains itself"), "{}", ran.err);
}

/// The messages that an employer should have reviewed.
const LEGAL: [&str; 16] = [
    "reminders-never-ask",
    "rules-evidence-records",
    "rules-not-ask-topics",
    "rules-children",
    "rules-children-instead",
    "rules-health",
    "rules-health-instead",
    "rules-origin",
    "rules-origin-instead",
    "rules-legal",
    "rules-volunteered-contact",
    "rules-volunteered-no-contact",
    "records-return",
    "sheet-expect-private",
    "sheet-accommodations-ask",
    "debrief-retain",
];

#[test]
fn every_language_marks_the_messages_that_need_a_review_for_local_law() {
    let mark = "# Legal: have this reviewed for local law.";
    for (tag, text) in BUILT_IN {
        let lines: Vec<&str> = text.lines().collect();
        let marked = lines.iter().enumerate().filter(|(_, line)| **line == mark);
        let marked: Vec<&str> =
            marked.map(|(at, _)| lines[at + 1].split_once(" =").unwrap().0).collect();
        let expected = LEGAL.iter().filter(|id| {
            let is_there = lines.iter().any(|line| line.starts_with(&format!("{id} =")));
            // A variant of a language holds only what differs.
            assert!(is_there || tag.starts_with("en-"), "{tag}: {id}");
            is_there
        });
        let sorted = |ids: Vec<&str>| {
            ids.into_iter().map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(sorted(marked), sorted(expected.copied().collect()), "{tag}");
        let locale = Locales::built_in().of(&tag.parse().unwrap()).1;
        assert!(locale.date("2026-11-26").unwrap().contains("26"), "{tag}");
    }
}
