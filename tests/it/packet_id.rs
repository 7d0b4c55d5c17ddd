//! The id of a packet: one for each packet of a run, the same whenever the packet is built, and made from no person's name.

use std::collections::{BTreeMap, BTreeSet};

use interview_kit::base::facts::KnownDetails;
use interview_kit::document::PageIdentity;
use interview_kit::packet::{DOCUMENTS, PacketId, PacketIds, PacketKey, TooManyPackets};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Ran, Test, all_documents};

const KIT: &str = "7KQ2-M4XD";

fn named(name: &str) -> PacketKey<'_> {
    PacketKey { kit: KIT, name: Some(name), row: None, date: None, time: None }
}

fn in_row(row: usize) -> PacketKey<'static> {
    PacketKey { kit: KIT, name: None, row: Some(row), date: None, time: None }
}

fn assign(keys: &[PacketKey<'_>]) -> PacketIds {
    PacketIds::assign(keys.iter().copied()).unwrap()
}

/// The ids of the packets that a run made, by the paths of the files.
fn packets(ran: &Ran) -> BTreeMap<String, Vec<String>> {
    let manifest: Value = serde_json::from_str(&ran.out).unwrap();
    let ids = |file: &Value| -> Vec<String> {
        let ids = file["packets"].as_array().unwrap();
        ids.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    let files = manifest["files"].as_array().unwrap().iter();
    files.map(|file| (file["path"].as_str().unwrap().to_owned(), ids(file))).collect()
}

/// The id of each row that a run made.
fn of_rows(ran: &Ran) -> BTreeMap<u64, String> {
    let manifest: Value = serde_json::from_str(&ran.out).unwrap();
    let mut rows: BTreeMap<u64, String> = BTreeMap::new();
    for file in manifest["files"].as_array().unwrap() {
        let id = file["packet"].as_str().unwrap().to_owned();
        let known = rows.insert(file["row"].as_u64().unwrap(), id.clone());
        assert!(known.is_none_or(|known| known == id), "one id for all files of a packet");
    }
    rows
}

#[test]
fn an_id_has_five_letters_that_nobody_takes_for_others_and_is_read_back() {
    for text in ["00000", "3F9TQ", "ZZZZZ"] {
        assert_eq!(text.parse::<PacketId>().unwrap().to_string(), text);
        assert_eq!(text.len(), PageIdentity::PACKET_LENGTH);
    }
    for text in ["", "3F9T", "3F9TQ0", "3f9tq", "3F9TI", "3F9TL", "3F9TO", "3F9TU", " 3F9T", "3F9é"]
    {
        assert!(text.parse::<PacketId>().is_err(), "{text}");
    }
}

#[test]
fn ids_stay_what_they_were_when_pages_were_printed() {
    let details = PacketKey { date: Some("4 March"), time: Some("9:00"), ..in_row(3) };
    let without_row = PacketKey { row: None, ..details };
    for (key, id) in [
        (named("silva"), "67PTF"),
        (in_row(3), "Q831D"),
        (details, "W9N2P"),
        (without_row, "94FF9"),
        (PacketKey { kit: "SFTZ-6F9R", ..named("silva") }, "MY19Q"),
    ] {
        assert_eq!(PacketId::of(&key).to_string(), id, "{key:?}");
    }
}

#[test]
fn a_name_decides_alone_and_without_one_the_row_the_date_and_the_time_do() {
    let other = PacketKey { row: Some(8), date: Some("4 March"), time: Some("9:00"), ..named("a") };
    assert_eq!(PacketId::of(&named("a")), PacketId::of(&other));
    assert_eq!(PacketId::of(&named("Zo\u{eb}")), PacketId::of(&named("Zoe\u{308}")));
    let keys = [
        named("a"),
        named("b"),
        PacketKey { kit: "SFTZ-6F9R", ..named("a") },
        in_row(1),
        in_row(2),
        PacketKey { date: Some("4 March"), ..in_row(1) },
        PacketKey { time: Some("4 March"), ..in_row(1) },
        PacketKey { row: None, ..in_row(1) },
    ];
    let ids: BTreeSet<PacketId> = keys.iter().map(PacketId::of).collect();
    assert_eq!(ids.len(), keys.len());
}

#[test]
fn of_two_packets_with_one_id_the_second_gets_another_and_no_other_packet_notices() {
    // Of 20,000 names, some have the same first choice: there are 33 million ids.
    let names: Vec<String> = (0..20_000).map(|number| format!("packet {number}")).collect();
    let keys: Vec<PacketKey<'_>> = names.iter().map(|name| named(name)).collect();
    let mut first: BTreeMap<PacketId, usize> = BTreeMap::new();
    let mut collisions = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        if let Some(other) = first.get(&PacketId::of(key)) {
            collisions.push((*other, place));
        } else {
            first.insert(PacketId::of(key), place);
        }
    }
    assert!(!collisions.is_empty());
    for (one, other) in collisions.iter().copied() {
        let (one, other) = (keys[one], keys[other]);
        let [forth, back] = [[one, other], [other, one]].map(|keys| assign(&keys));
        assert_eq!(forth.ids[0], PacketId::of(&one));
        assert_eq!(back.ids[0], PacketId::of(&one), "the first keeps it, whichever it is");
        assert_ne!(forth.ids[1], forth.ids[0]);
        assert_ne!(back.ids[1], back.ids[0]);
        assert_eq!(assign(&[one, other]), forth);
        assert_eq!(forth.same_names, Vec::<Vec<usize>>::new());
    }
    let all = assign(&keys).ids;
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), keys.len());
    let changed = (0..keys.len()).filter(|place| all[*place] != PacketId::of(&keys[*place]));
    let second: BTreeSet<usize> = collisions.iter().map(|(_, place)| *place).collect();
    assert_eq!(changed.collect::<BTreeSet<_>>(), second);
}

#[test]
fn more_packets_than_ids_are_refused() {
    let keys = |count| std::iter::repeat_n(in_row(1), count);
    assert_eq!(PacketId::COUNT, 33_554_432);
    assert_eq!(PacketIds::assign(keys(PacketId::COUNT + 1)), Err(TooManyPackets));
    assert_eq!(PacketIds::assign(keys(3)).unwrap().ids.len(), 3);
}

fn key(parts: (bool, u8, u8, u8)) -> (String, Option<String>, Option<String>) {
    let (is_named, name, kit, date) = parts;
    let kit = if kit == 0 { KIT } else { "SFTZ-6F9R" }.to_owned();
    let date = (date > 0).then(|| format!("{date} March"));
    (kit, is_named.then(|| format!("n{name}")), date)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_run_gives_two_packets_one_id(rows in prop::collection::vec((any::<bool>(), 0u8..6, 0u8..2, 0u8..3), 0..40)) {
        let parts: Vec<_> = rows.into_iter().map(key).collect();
        let keys: Vec<PacketKey<'_>> = parts
            .iter()
            .enumerate()
            .map(|(index, (kit, name, date))| PacketKey {
                kit,
                name: name.as_deref(),
                row: Some(index + 1),
                date: date.as_deref(),
                time: None,
            })
            .collect();
        let PacketIds { ids, same_names } = assign(&keys);
        prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), keys.len());
        let repeated: BTreeSet<usize> = same_names.iter().flatten().copied().collect();
        for (place, one) in keys.iter().enumerate() {
            let is_same = |other: &&PacketKey<'_>| one.name.is_some() && (other.kit, other.name) == (one.kit, one.name);
            prop_assert_eq!(repeated.contains(&place), keys.iter().filter(is_same).count() > 1);
            // Whoever has a name of its own has the id that it would have in any other run.
            prop_assert_eq!(repeated.contains(&place), ids[place] != PacketId::of(one), "{:?}", one);
        }
    }
}

#[test]
fn a_row_has_the_same_id_in_every_part_of_the_roster_and_however_it_is_collated() {
    let mut roster = "name,candidate,role,minutes,date\n".to_owned();
    for row in 1..=9 {
        let name = if row % 3 == 0 { String::new() } else { format!("n{}", row % 5) };
        let (role, minutes) = if row % 2 == 0 { ("appsec-manager", "45") } else { ("", "30") };
        roster += &format!("{name},Candidate {row},{role},{minutes},{row} March\n");
    }
    let test = Test::new().file("r.csv", &roster);
    let line = "--roster r.csv --format md --dry-run --json --quiet";
    let all = of_rows(&test.run(&format!("build {line}")).ok());
    assert_eq!(all.keys().copied().collect::<Vec<_>>(), (1..=9).collect::<Vec<_>>());
    assert_eq!(all.values().collect::<BTreeSet<_>>().len(), 9);
    let mut parts = BTreeMap::new();
    for part in 1..=4 {
        parts.extend(of_rows(&test.run(&format!("build {line} --shard {part}/4")).ok()));
    }
    assert_eq!(parts, all);
    // One thread gives the ids of many, and other documents those of these.
    let mut command = test.command(format!("build {line} --documents candidate-sheet").split(' '));
    let one = Ran::of(command.env("RAYON_NUM_THREADS", "1").output().unwrap()).ok();
    assert_eq!(of_rows(&one), all);
    let line = "build --roster r.csv --format pdf --documents candidate-sheet --json --quiet";
    let each = packets(&test.run(&format!("{line} --collate -o each")).ok());
    let each: BTreeSet<Vec<String>> = each.into_values().collect();
    assert_eq!(each, all.values().map(|id| vec![id.clone()]).collect());
    let ran = test.run(&format!("{line} --collate=all -o all")).ok();
    let whole: Vec<Vec<String>> = packets(&ran).into_values().collect();
    assert_eq!(whole, [all.values().cloned().collect::<Vec<_>>()]);
    assert!(ran.out.contains("\"packet\": null"), "{}", ran.out);
}

#[test]
fn rows_that_cannot_be_built_change_no_id_of_the_others() {
    let test = Test::new()
        .file("all.csv", "name,candidate,time\na,Ana,9:00\nb,Bo,10:00\n,Chi,11:00\nd,Dee,12:00\n")
        .file("some.csv", "name,candidate,time\na,Ana,soon\nb,Bo,10:00\n,Chi,11:00\nd,Dee,noon\n");
    let line = "panel --size 2 --minutes 30 --keep-going --format md --dry-run --json --quiet";
    let all = of_rows(&test.run(&format!("{line} --roster all.csv")).ok());
    let some = test.run(&format!("{line} --roster some.csv"));
    assert_eq!(some.code, 1);
    let some = of_rows(&some);
    assert_eq!(some.keys().copied().collect::<Vec<_>>(), [2, 3]);
    assert!(some.iter().all(|(row, id)| all[row] == *id), "{all:?} {some:?}");
}

/// The ids of the rows of a roster in which these people take part: of single interviews, and of panels.
fn ids_with([candidate, one, other, contact]: [&str; 4]) -> [BTreeMap<u64, String>; 2] {
    let header = "name,candidate,interviewer,interviewers,contact,position,date,time\n";
    let row =
        format!("\"{candidate}\",\"{one}\",\"{one}:strategy; {other}:people\",\"{contact}\",Lead");
    let roster = format!("{header}p-1,{row},4 March,9:00\n,{row},5 March,10:00\n,{row},,\n");
    let test = Test::new().file("r.csv", &roster);
    let line = "--roster r.csv --minutes 30 --format md --dry-run --json --quiet";
    ["build", "panel"].map(|command| of_rows(&test.run(&format!("{command} {line}")).ok()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn no_name_of_a_person_changes_an_id(
        candidate in "[A-Za-zäßŁ李龍' .-]{0,24}",
        one in "[A-Za-zäßŁ李龍]{1,12}",
        other in "[A-Za-zäßŁ李龍]{1,12}",
        contact in "[a-z]{0,9}@example[.]org",
    ) {
        let ids = ids_with([&candidate, &one, &other, &contact]);
        prop_assert_eq!(ids[0].len(), 3);
        prop_assert_eq!(ids, ids_with(["", "Bo", "Chi", ""]));
    }
}

#[test]
fn no_name_of_a_person_changes_the_id_of_a_single_interview() {
    let test = Test::new();
    let line = "build --minutes 45 --format md --dry-run --json --date 4-March";
    let ids = |people: &str| packets(&test.run(&format!("{line} {people}")).ok());
    assert_eq!(ids(""), ids("--candidate Ana --interviewer Bo --contact Chi --position Lead"));
}

#[test]
fn the_same_name_and_kit_have_the_same_id_in_another_run_and_others_have_others() {
    let test = Test::new().file("r.csv", "candidate,name\nAna,first\nBo,silva\n");
    let id = |line: &str| {
        let ran = test.run(&format!("build --format md --dry-run --json {line}")).ok();
        packets(&ran).into_values().next_back().unwrap().remove(0)
    };
    let silva = id("--minutes 45 --name silva");
    assert_eq!(silva, id("--minutes 45 --name silva --date Monday --time 9:00 --paper letter"));
    assert_eq!(silva, id("--minutes 45 --roster r.csv"));
    assert_eq!(silva, id("--minutes 45 --roster r.csv --shard 2/2"));
    let others = [
        "--minutes 45 --name silva-2",
        "--minutes 30 --name silva",
        "--minutes 45",
        "--minutes 45 --date Monday",
        "--minutes 45 --date Monday --time 9:00",
    ];
    let ids: BTreeSet<String> = others.into_iter().map(id).chain([silva]).collect();
    assert_eq!(ids.len(), others.len() + 1);
}

#[test]
fn rows_with_one_name_and_one_kit_are_named_with_the_remedy() {
    let roster = "name,candidate,minutes\nday,Ana,45\nday,Bo,30\nday,Chi,45\nnight,Dee,45\nnight,Eve,45\nnight,Fay,45\n";
    let test = Test::new().file("r.csv", roster);
    let line = "build --roster r.csv --format md --dry-run";
    let ran = test.run(&format!("{line} --json")).ok();
    insta::assert_snapshot!(ran.err);
    let all = of_rows(&ran);
    assert_eq!(all.values().collect::<BTreeSet<_>>().len(), 6);
    // A part of the roster warns of what is in it.
    assert!(!test.run(&format!("{line} --shard 2/6")).ok().err.contains("same-name"));
    let part = test.run(&format!("{line} --shard 3/6")).ok();
    assert!(part.err.contains("the same kit: 1 and 3; their"), "{}", part.err);
}

#[test]
fn every_document_states_its_packet_and_only_those_that_people_write_on_have_marks() {
    let test = Test::new();
    let line =
        format!("panel --size 2 --minutes 45 {} --format md --json --name p", all_documents());
    for (folder, extra) in [("marked", ""), ("plain", "--no-marks")] {
        let ran = test.run(&format!("{line} {extra} -o {folder}")).ok();
        let manifest: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(manifest["options"]["marks"], extra.is_empty());
        for file in manifest["files"].as_array().unwrap() {
            let text = test.text(file["path"].as_str().unwrap());
            let (front, _) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
            let value = |key: &str| {
                front.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
            };
            let (kind, packet) = (file["kind"].as_str().unwrap(), file["packet"].as_str().unwrap());
            assert_eq!(value("document"), Some(format!("\"{kind}\"").as_str()));
            assert_eq!(value("packet"), Some(format!("\"{packet}\"").as_str()));
            let is_written_on = !["candidate-sheet", "ground-rules"].contains(&kind);
            let has_marks = extra.is_empty() && is_written_on;
            assert_eq!(value("marks"), has_marks.then_some("true"), "{kind}");
        }
    }
}

#[test]
fn a_template_that_writes_what_identifies_a_page_is_told_who_does() {
    for key in ["kit: A", "document: guide", "packet: {{ packet }}", "marks: true", "digest: 0"] {
        let test = Test::new();
        std::fs::create_dir(test.path("t")).unwrap();
        std::fs::write(test.path("t/guide.md"), format!("---\n{key}\n---\n# A\n")).unwrap();
        let ran = test.run("build --templates t --documents guide --format md -o -");
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{key}");
        let name = key.split_once(':').unwrap().0;
        assert!(ran.err.contains(&format!("`{name}` is written by the program")), "{}", ran.err);
        assert!(ran.err.contains("remove the line from the template"), "{}", ran.err);
    }
    let test = Test::new();
    std::fs::create_dir(test.path("t")).unwrap();
    std::fs::write(test.path("t/guide.md"), "# Packet {{ packet }}\n").unwrap();
    let text = test.run("build --templates t --documents guide --format md -o -").ok().out;
    let packet = text.lines().find_map(|line| line.strip_prefix("packet: ")).unwrap();
    assert!(text.contains(&format!("# Packet {}\n", packet.trim_matches('"'))), "{text}");
}

#[test]
fn the_numbers_of_documents_are_those_on_printed_pages() {
    let numbers = [
        ("guide", 0),
        ("scoring", 1),
        ("scorecard", 2),
        ("ground-rules", 3),
        ("candidate-sheet", 4),
        ("panel-plan", 5),
        ("debrief", 6),
    ];
    for document in &DOCUMENTS {
        assert!(numbers.contains(&(document.id, document.number)), "{}", document.id);
        assert!(document.number < 8);
        // The pages of a document are numbered where packets are not known.
        let [document_id, packet] = [document.id, "3F9TQ"].map(str::to_owned);
        let identity = PageIdentity {
            document: document_id,
            packet,
            has_marks: true,
            details: KnownDetails::default(),
        };
        assert_eq!(identity.document_number(), document.number, "{}", document.id);
    }
    let unique: BTreeSet<u8> = DOCUMENTS.iter().map(|document| document.number).collect();
    assert_eq!(unique.len(), DOCUMENTS.len());
}

#[test]
fn a_packet_that_shares_its_id_with_every_other_of_its_kit_says_so() {
    let test = Test::new();
    let shares = |line: &str| {
        let ran = test.run(&format!("{line} --limit 2 --format md --dry-run")).ok();
        let note =
            "note: every packet of this kit without --name, --date and --time has the packet id ";
        let remedy = "\n  help: for several interviews, add --name or --date, or use --roster\n";
        let has_note = ran.err.contains(note);
        assert!(!has_note || ran.err.contains(remedy), "{}", ran.err);
        has_note
    };
    for line in ["build", "build --candidate Ana", "panel --size 2"] {
        assert!(shares(line), "{line}");
    }
    // It is no warning, which --strict would make an error.
    let ran = test.run("build --minutes 60 --strict --format md --dry-run").ok();
    assert!(ran.err.contains("note: every packet of this kit"), "{}", ran.err);
    for line in [
        "build --name ana",
        "build --date 2026-11-26",
        "build --time 9:00",
        "build --quiet",
        "build --json",
        "build --documents candidate-sheet,ground-rules",
    ] {
        assert!(!shares(line), "{line}");
    }
}
