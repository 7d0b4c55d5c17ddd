//! Times of day: which texts are read as one, and that every paper of a panel has the same schedule.

use interview_kit::base::unit::{Minutes, TimeOfDay};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::{Test, below};

fn read(text: &str) -> Option<u32> {
    text.parse::<TimeOfDay>().ok().map(|time| time.since_midnight().0)
}

/// Each way to write a time, on a 24-hour clock.
fn on_24_hours(minute: u32) -> Vec<String> {
    let (h, m) = (minute / 60, minute % 60);
    let mut forms = Vec::new();
    for hour in [h.to_string(), format!("{h:02}")] {
        for form in ["H:M", "H.M", "HhM", "HHM", "H h M", "H\u{A0}h\u{A0}M", "H:M h", "H.M h"] {
            let form = form.replace('M', &format!("{m:02}"));
            let form = if form.starts_with("HH") { form.replacen("HH", "H\u{1}", 1) } else { form };
            forms.push(form.replace('H', &hour).replace('\u{1}', "H"));
        }
        if m == 0 {
            forms.extend(["", "h", " h", " H"].map(|unit| format!("{hour}{unit}")));
        }
    }
    forms
}

/// Each way to write a time, on a 12-hour clock.
fn on_12_hours(minute: u32) -> Vec<String> {
    let (h, m) = (minute / 60, minute % 60);
    let letter = if h < 12 { 'a' } else { 'p' };
    let h = if h % 12 == 0 { 12 } else { h % 12 };
    let mut forms = Vec::new();
    for hour in [h.to_string(), format!("{h:02}")] {
        let mut clocks = vec![format!("{hour}:{m:02}"), format!("{hour}.{m:02}")];
        clocks.extend((m == 0).then_some(hour));
        for clock in clocks {
            for gap in ["", " ", "  ", "\u{A0}", "\u{202F}"] {
                for unit in ["Xm", "X.m.", "X. m."] {
                    let form = format!("{clock}{gap}{}", unit.replace('X', &letter.to_string()));
                    forms.extend([form.to_uppercase(), form]);
                }
            }
        }
    }
    forms
}

#[test]
fn every_minute_of_the_day_is_read_in_every_form() {
    for minute in 0..24 * 60 {
        for form in on_24_hours(minute) {
            assert_eq!(read(&form), Some(minute), "{form}");
            assert_eq!(read(&format!(" {form}\u{A0}")), Some(minute), "{form}");
            let shown = form.parse::<TimeOfDay>().unwrap().to_string();
            assert_eq!(shown, format!("{}:{:02}", minute / 60, minute % 60), "{form}");
        }
        for form in on_12_hours(minute) {
            assert_eq!(read(&form), Some(minute), "{form}");
            let shown = form.parse::<TimeOfDay>().unwrap().to_string();
            assert!(shown.ends_with(" AM") == (minute < 720), "{form}: {shown}");
            assert_eq!(read(&shown), Some(minute), "{form}: {shown}");
        }
    }
    for (form, minute) in [
        ("9", 540),
        ("9:00", 540),
        ("09.00", 540),
        ("9am", 540),
        ("9:00 AM", 540),
        ("2:30 p.m.", 870),
        ("14h30", 870),
        ("12am", 0),
        ("12:00 am", 0),
        ("12 pm", 720),
    ] {
        assert_eq!(read(form), Some(minute), "{form}");
        assert!(TimeOfDay::FORMS.contains(&format!("`{form}`")) || form.starts_with("12"));
    }
}

/// What no clock shows, and what could mean something else: parted by bars.
const WRONG: &str = "| |:|am|h|noon|after lunch|nine|-1|-9:00|+9|9:|:30|9.|9,30|9;30|9-30|9 30|9: 30|9 :30|9::30|9:3|\
9:030|9:00:00|9:00-10:00|9–10|0930|930|009|009:00|24|24:00|24h|99|9a|9 a|9p|9 a m|9ma|9 amx|x9|am 9|\
9h3|9h030|9h30h|9hh30|9h30 am|9h am|9 o'clock|9:00 CET|9:00 UTC|9:00Z|9½|9:xx|٩:٠٠|９:００|午前9時|9am pm|\
9:00 AM AM|9am30|1e1|0x9|9:-5|9: 5|9:5 |9\u{0}:00|tomorrow 9:00|9:00 tomorrow|0 am|0:30 pm";

#[test]
fn what_could_be_no_time_or_another_is_refused() {
    let mut wrong: Vec<String> = WRONG.split('|').map(str::to_owned).collect();
    for minute in 0..24 * 60 {
        let (h, m) = (minute / 60, minute % 60);
        for form in on_24_hours(minute) {
            // A second unit, a unit in front, a digit too many on either side.
            wrong.extend([
                format!("{form} am pm"),
                format!("am {form}"),
                format!("{form}x"),
                format!("x{form}"),
            ]);
            wrong.extend([
                format!("{h}:{m:02}0"),
                format!("0{h:02}:{m:02}"),
                format!("{h}:{m:02}:00"),
                format!("-{form}"),
            ]);
        }
        if m < 10 {
            wrong.extend([format!("{h}:{m}"), format!("{h}.{m}"), format!("{h}h{m}")]);
        }
        if h == 0 || h > 12 {
            wrong.extend(["am", " AM", " p.m.", "pm"].map(|unit| format!("{h}:{m:02}{unit}")));
        }
    }
    for hour in 24..200 {
        wrong.extend(
            ["", ":00", ".00", "h", "h00", " am", ":00 PM"].map(|end| format!("{hour}{end}")),
        );
    }
    for minute in 60..200 {
        for hour in [0, 9, 12, 23] {
            wrong.extend([":", ".", "h"].map(|sign| format!("{hour}{sign}{minute}")));
            wrong.push(format!("{}:{minute} AM", hour.clamp(1, 12)));
        }
    }
    for text in wrong {
        assert_eq!(read(&text), None, "{text:?}");
    }
}

#[test]
fn hours_are_counted_past_midnight_and_say_the_day() {
    let later = |time: &str, by: u32| time.parse::<TimeOfDay>().unwrap().later(Minutes(by));
    assert_eq!(later("23:30", 29), "23:59");
    assert_eq!(later("23:30", 30), "0:00 (+1 day)");
    assert_eq!(later("11:30 p.m.", 45), "12:15 AM (+1 day)");
    assert_eq!(later("11:30 a.m.", 45), "12:15 PM");
    assert_eq!(later("0:00", 3 * 1440), "0:00 (+3 days)");
    for minute in 0..1440 {
        let start = format!("{}:{:02}", minute / 60, minute % 60);
        for by in [0, 1, 59, 719, 1439, 1440, 5000] {
            let shown = later(&start, by);
            let (clock, days) = shown.split_once(" (+").unwrap_or((&shown, "0 d"));
            let days: u32 = days.split(' ').next().unwrap().parse().unwrap();
            assert_eq!(read(clock).unwrap() + days * 1440, minute + by, "{start} {by}");
        }
    }
}

/// The cells of the row of a Markdown table that begins with these words.
fn cells(markdown: &str, first: &str) -> Vec<String> {
    let line = markdown.lines().find(|line| line.starts_with(&format!("| {first}")));
    let line = line.unwrap_or_else(|| panic!("no row {first}: {markdown}"));
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// A schedule, by arithmetic of its own: when each begins and ends.
fn schedule(
    start: u32,
    is_12_hours: bool,
    interviewers: &[u32],
    pause: u32,
) -> Vec<(String, String)> {
    let shown = |minute: u32| {
        let (day, hour, minute) = (minute / 1440, minute / 60 % 24, minute % 60);
        let clock = match (is_12_hours, hour) {
            (false, _) => format!("{hour}:{minute:02}"),
            (true, 0) => format!("12:{minute:02} AM"),
            (true, 1..12) => format!("{hour}:{minute:02} AM"),
            (true, 12) => format!("12:{minute:02} PM"),
            (true, _) => format!("{}:{minute:02} PM", hour - 12),
        };
        match day {
            0 => clock,
            1 => format!("{clock} (+1 day)"),
            _ => format!("{clock} (+{day} days)"),
        }
    };
    let mut now = start;
    let mut times = Vec::new();
    for minutes in interviewers {
        times.push((shown(now), shown(now + minutes)));
        now += minutes + pause;
    }
    times
}

#[test]
fn plan_sheet_guides_and_manifest_agree_on_every_minute() {
    let cases = (
        0..1440_u32,
        any::<prop::sample::Index>(),
        1..=4_usize,
        proptest::option::weighted(0.8, 30..=120_u32),
        0..=240_u32,
    );
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 24, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let run = |(start, form, interviewers, length, pause): (
        u32,
        prop::sample::Index,
        usize,
        Option<u32>,
        u32,
    )| {
        let [plain, halves] = [on_24_hours(start), on_12_hours(start)];
        let forms: Vec<(&String, bool)> =
            plain.iter().map(|it| (it, false)).chain(halves.iter().map(|it| (it, true))).collect();
        let (time, is_12_hours) = *form.get(&forms);
        let people = &["Ana", "Bo", "Chi", "Dee"][..interviewers];
        agree(start, (time, is_12_hours), people, length, pause);
        Ok(())
    };
    runner.run(&cases, run).unwrap();
}

fn agree(
    start: u32,
    (time, is_12_hours): (&str, bool),
    people: &[&str],
    length: Option<u32>,
    pause: u32,
) {
    let test = Test::new();
    let (names, pause_text) = (people.join(","), pause.to_string());
    let mut line = vec!["panel", "--interviewers", &names, "--time", time, "--break", &pause_text];
    let length_text = length.map(|length| length.to_string());
    if let Some(length) = &length_text {
        line.extend(["--minutes", length]);
    }
    line.extend(["--format", "md", "--name", "p", "--json"]);
    let output = test.command(&line).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let manifest: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let files = manifest["files"].as_array().unwrap();
    let of =
        |kind: &str| files.iter().filter(|file| file["kind"] == kind).cloned().collect::<Vec<_>>();
    let (plan, sheet) = (test.text("p-panel-plan.md"), test.text("p-candidate-sheet.md"));
    let guides = of("guide");
    assert_eq!(guides.len(), people.len());
    // How long each interview is: the clock that was given, or else what its guide takes.
    let asked =
        |guide: &serde_json::Value| u32::try_from(guide["minutes"].as_u64().unwrap()).unwrap();
    let minutes: Vec<u32> = guides.iter().map(|guide| length.unwrap_or(asked(guide))).collect();
    let times = schedule(start, is_12_hours, &minutes, pause);
    // Without a clock, there is no schedule where somebody has more questions than one interview holds.
    if length.is_none() && minutes.iter().any(|minutes| *minutes > 90) {
        assert!(files.iter().all(|file| file["schedule"] == serde_json::json!([])));
        assert!(!plan.contains("| From | To |") && !sheet.contains(&format!("{}–", times[0].0)));
        for (index, _) in people.iter().enumerate() {
            let guide = test.text(&format!("p-interviewer-{}-guide.md", index + 1));
            let time = &below(&guide, "Time");
            assert!(if index == 0 { *time == times[0].0 } else { time.starts_with("____") });
        }
        return;
    }
    for (index, (name, (from, to))) in people.iter().zip(&times).enumerate() {
        let number = index + 1;
        // With more than three interviewers, their numbers are before their names.
        let order = if people.len() > 3 { format!("{number}. ") } else { String::new() };
        let row = cells(&plan, &format!("{order}{name}"));
        assert_eq!(row[1..4], [from.clone(), to.clone(), minutes[index].to_string()], "{time}");
        // The sheet of a single interview has no schedule.
        if people.len() > 1 {
            let row = cells(&sheet, &format!("{from}–{to} |"));
            assert_eq!((row[1].as_str(), row[3].clone()), (*name, minutes[index].to_string()));
        }
        let guide = test.text(&format!("p-interviewer-{number}-guide.md"));
        assert_eq!(below(&guide, "Time"), *from, "{time}");
        let slot = serde_json::json!({
            "interviewer": number, "from": from, "to": to, "minutes": minutes[index],
        });
        assert_eq!(guides[index]["schedule"], serde_json::json!([slot]));
        assert!(asked(&guides[index]) <= minutes[index]);
        for kind in ["panel-plan", "candidate-sheet", "debrief"] {
            assert_eq!(of(kind)[0]["schedule"][index], slot, "{kind}");
        }
    }
    let total: u32 = minutes.iter().sum();
    assert_eq!(of("panel-plan")[0]["minutes"], total);
}

#[test]
fn a_time_is_refused_from_which_no_schedule_can_be_computed() {
    // The plan of one interview is a schedule too.
    let plan = &["build", "--documents", "guide,panel-plan"][..];
    let panel = &["panel", "--size", "2"][..];
    let times = ["after lunch", "25:00", "13pm", "9:60", "0am", "9 o'clock", ""];
    for (command, time) in [panel, plan].into_iter().flat_map(|it| times.map(|time| (it, time))) {
        let test = Test::new();
        let line = [command, &["--minutes", "45", "--time", time]].concat();
        let output = test.command(line).output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{time}: {err}");
        assert!(err.contains(&format!("--time: `{time}` is not a valid time of day")), "{err}");
        assert!(err.contains(&format!("use {}", TimeOfDay::FORMS)), "{err}");
        assert!(test.names().is_empty(), "{:?}", test.names());
    }
}

#[test]
fn a_row_with_such_a_time_is_refused_at_its_cell() {
    let test = Test::new()
        .file("r.csv", "candidate,time\nAna,9:00 AM\nBo,after lunch\nChi,25:00\n")
        .file("r.yaml", "- candidate: Ana\n  time: 9:00\n- candidate: Bo\n  time: 9.00\n- candidate: Chi\n  time: 12pm\n");
    let ran = test.run("panel --roster r.csv --size 2 --minutes 45 --format md -o out");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("r.csv:3:4") && ran.err.contains("r.csv:4:5"), "{}", ran.err);
    assert!(ran.err.contains("`after lunch` is not a valid time of day"), "{}", ran.err);
    assert!(ran.err.contains(&format!("use {}", TimeOfDay::FORMS)), "{}", ran.err);
    let plans = "build --roster r.csv --minutes 45 --documents panel-plan --format md -o out";
    let ran = test.run(plans);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("r.csv:3:4") && ran.err.contains("r.csv:4:5"), "{}", ran.err);
    assert_eq!(test.names(), ["r.csv", "r.yaml"]);
    test.run("panel --roster r.yaml --size 2 --minutes 45 --break 5 --format md -o out").ok();
    for (row, second) in [("1", "9:50"), ("2", "9:50"), ("3", "12:50 PM")] {
        let name = test.path("out").read_dir().unwrap().map(|it| it.unwrap().path());
        let is_own = |path: &std::path::PathBuf| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.starts_with(&format!("00{row}-")) && name.ends_with("interviewer-2-guide.md")
        };
        let guide = std::fs::read_to_string(name.into_iter().find(is_own).unwrap()).unwrap();
        assert_eq!(below(&guide, "Time"), second);
    }
    // A time on the command line is for the rows that have none.
    let ran =
        test.run("panel --roster r.csv --size 2 --minutes 45 --format md -o out2 --time soon");
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn one_interview_prints_its_time_as_it_is_given() {
    let test = Test::new().file("r.csv", "candidate,time\nAna,after lunch\n");
    for time in ["after lunch", "25 o'clock", "9:00 AM", "9"] {
        let line = [
            "build",
            "--time",
            time,
            "--format",
            "md",
            "--name",
            "k",
            "--force",
            "--documents",
            "guide",
        ];
        assert!(test.command(line).output().unwrap().status.success());
        assert_eq!(below(&test.text("k.md"), "Time"), time);
    }
    test.run("build --roster r.csv --minutes 45 --format md -o out").ok();
}
