//! Rosters as spreadsheets save them: each way is read as the same rows, or refused with a place and a remedy.

use std::fmt::Write as _;

use interview_kit::base::files;
use interview_kit::base::source::{Source, SourceId, Sources};
use interview_kit::packet::roster::{self, RawRow};
use proptest::prelude::*;

use crate::support::{Test, lines, sources};

const HEADINGS: [&str; 5] = ["candidate", "Position", "Keep_until", "role", "minutes"];
const ROWS: [[&str; 5]; 3] = [
    ["Ana; Silva, \"A\"", "Lead\tdesigner", "2027-05-31", "AppSec Manager", "45"],
    ["", "Zoë Å 李小龍 😀", "", "", "60"],
    ["Bo", "two\nlines", "2027-06-01", "a; b", ""],
];

/// What a row says, without its places.
fn said(row: &RawRow) -> String {
    let RawRow { number, name, details, interviewers, minutes, reserve, limit, faults, .. } = row;
    let names: Vec<_> = row.named.iter().map(|(facet, cell)| (facet, cell.value.clone())).collect();
    format!(
        "{number} {name:?} {details:?} {interviewers:?} {minutes:?} {limit:?} {reserve:?} {faults:?} {names:?}"
    )
}

/// The cells of a row, as `ROWS` has them.
fn cells(row: &RawRow) -> [String; 5] {
    let RawRow { details, named, minutes, .. } = row;
    let role = named.get("role").map(|cell| cell.value.clone());
    let minutes = minutes.map(|minutes| minutes.to_string());
    [&details.candidate, &details.position, &details.keep_until, &role, &minutes]
        .map(|cell| cell.clone().unwrap_or_default())
}

struct Style {
    separator: char,
    is_declared: bool,
    ends: [&'static str; 2],
    padding: &'static str,
    trailing: usize,
    is_all_quoted: bool,
    has_empty_rows: bool,
}

impl Style {
    fn all() -> impl Iterator<Item = Self> {
        let ends = [["\n"; 2], ["\r\n"; 2], ["\r"; 2], ["\r\n", "\r"]];
        let mut all = Vec::new();
        for separator in [',', ';', '\t'] {
            for (is_declared, is_all_quoted, has_empty_rows) in
                (0..8).map(|bits| (bits & 1 > 0, bits & 2 > 0, bits & 4 > 0))
            {
                for padding in ["", " ", "\u{a0} "] {
                    for (trailing, ends) in [0, 2].iter().flat_map(|it| ends.map(|end| (*it, end)))
                    {
                        let style = Self {
                            separator,
                            is_declared,
                            ends,
                            padding,
                            trailing,
                            is_all_quoted,
                            has_empty_rows,
                        };
                        all.push(style);
                    }
                }
            }
        }
        all.into_iter()
    }

    fn text(&self) -> String {
        let mut text = String::new();
        let mut ends = self.ends.into_iter().cycle();
        let mut line =
            |text: &mut String, line: &str| write!(text, "{line}{}", ends.next().unwrap()).unwrap();
        let separator = self.separator;
        if self.is_declared {
            line(&mut text, &format!("sep={separator}"));
        }
        let empty = separator.to_string().repeat(HEADINGS.len() - 1);
        for row in std::iter::once(&HEADINGS).chain(&ROWS) {
            let cells = row.iter().map(|cell| {
                let needs = self.is_all_quoted || cell.contains([separator, '"', '\n']);
                let cell = if needs {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    (*cell).to_owned()
                };
                format!("{0}{cell}{0}", self.padding)
            });
            let cells = cells.collect::<Vec<_>>().join(&separator.to_string());
            line(&mut text, &format!("{cells}{}", separator.to_string().repeat(self.trailing)));
            if self.has_empty_rows {
                line(&mut text, &empty);
                line(&mut text, "");
            }
        }
        text
    }
}

fn encodings(text: &str) -> [Vec<u8>; 4] {
    let marked = format!("\u{feff}{text}");
    let little = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [text.as_bytes().to_vec(), marked.as_bytes().to_vec(), little, big]
}

#[test]
fn every_way_of_saving_a_roster_gives_the_same_rows_and_right_places() {
    let test = Test::new();
    let path = test.path("roster.csv");
    let mut expected: Option<Vec<String>> = None;
    let mut count = 0;
    for style in Style::all() {
        for bytes in encodings(&style.text()) {
            std::fs::write(&path, &bytes).unwrap();
            let text = files::read_file(&path).unwrap();
            let (sources, id) = sources(&text, "roster.csv");
            let rows = roster::read(&sources, id).map_err(|it| lines(&sources, it.diagnostics()));
            let rows = rows.unwrap_or_else(|it| panic!("{text:?}\n{it}")).value.rows;
            let said: Vec<String> = rows.iter().map(said).collect();
            assert_eq!(&said, expected.get_or_insert_with(|| said.clone()), "{text:?}");
            assert_eq!(rows.iter().map(cells).collect::<Vec<_>>(), ROWS, "{text:?}");
            for (row, cells) in rows.iter().zip(ROWS) {
                let headings = ["candidate", "position", "keep-until", "role", "minutes"];
                for (heading, cell) in headings.into_iter().zip(cells).filter(|it| !it.1.is_empty())
                {
                    let place = row.places.of(heading);
                    let written = text[place.bytes.clone()].replace("\"\"", "\"");
                    let at = written.find(cell);
                    assert!(
                        at.is_some_and(|at| at < 2) && written.len() <= cell.len() + 2,
                        "{written:?} {text:?}"
                    );
                }
            }
            // The last row begins in the line in which an editor shows it.
            let line = sources.locate(&rows[2].places.row).line;
            let before =
                1 + usize::from(style.is_declared) + if style.has_empty_rows { 9 } else { 3 };
            assert_eq!(line, before, "{text:?}");
            count += 1;
        }
    }
    assert_eq!(count, 3 * 8 * 3 * 8 * 4);
}

#[test]
fn what_no_roster_means_is_refused_with_a_place_and_a_remedy() {
    let table = [
        "candidate,role\n\"Ana,appsec-manager\nBo,x\n",
        "candidate,role\nAna,\" appsec-manager\nBo,x\n",
        "candidate;role\r\"Ana;x\rBo;\"y\"\r",
        "candidate,role\n\"Ana\" Silva,x\n",
        "candidate,role\n \"Ana\" Silva,x\n",
        "candidate,role\n\"Ana \"A\" Silva\",x\n",
        "\"candidate,role\nAna,x\n",
        "candidate,role,Candidate\nAna,x,Bo\n",
        "\u{feff}candidat,role\nAna,x\n",
        "candidate,role,\nAna,x,y\n",
        "candidate,role\nAna,x,y,z\n",
        "candidate,role\nAna,x,,\n,,,,z\n",
        "candidate|role\nAna|x\n",
        "sep=\ncandidate,role\n",
        "sep=ab\ncandidate,role\n",
        "candidate,role\n",
        "\n",
        "- candidate: Ana\n  Candidate: Bo\n",
        "- candidate: {a: b}\n",
        "- candidate: Ana: Silva\n",
    ];
    let mut all = String::new();
    for text in table {
        let (sources, id) = sources(text, "r");
        let found = match roster::read(&sources, id) {
            Ok(read) => read.value.rows.into_iter().flat_map(|row| row.faults).collect(),
            Err(rejected) => rejected.diagnostics().to_vec(),
        };
        assert!(!found.is_empty(), "{text}");
        for fault in &found {
            assert!(
                fault.span.is_some() && (!fault.help.is_empty() || fault.fix.is_some()),
                "{text}"
            );
        }
        write!(all, "{text:?}\n{}\n", lines(&sources, &found)).unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn an_unclosed_quote_is_an_error_where_it_opens_and_nothing_is_written() {
    let test = Test::new()
        .file("r.csv", "candidate,role\nAna,appsec-manager\nBo,\"appsec-manager\nChi,\nDee,\n");
    for more in ["", " --keep-going"] {
        let ran = test.run(&format!("build --roster r.csv -o out{more}"));
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains("this quote is not closed\n --> r.csv:3:4"), "{}", ran.err);
        assert_eq!(test.names(), ["r.csv"]);
    }
}

#[test]
fn what_is_no_text_is_refused_with_its_place_and_what_to_save_instead() {
    let utf16 = |text: &str| encodings(text)[2].clone();
    let mut lone = utf16("candidate\nAna");
    lone.extend([0x00, 0xD8, 0x41, 0x00]);
    let mut cut = utf16("candidate\nAna");
    cut.push(b'x');
    let table: [(&[u8], &str); 9] = [
        (
            b"candidate\nZo\xEB\n",
            "error: r.csv:2:3: not valid UTF-8\n  help: save the file as UTF-8; in Excel, save it as “CSV UTF-8”\n",
        ),
        (b"\xEF\xBB\xBFcandidate,Zo\xEB\n", "error: r.csv:1:13: not valid UTF-8"),
        (b"candidate\rAna\rZo\x8E\r", "error: r.csv:3:3: not valid UTF-8"),
        (b"candidate\r\nAna\r\n\xC5\xE5\r\n", "error: r.csv:3:1: not valid UTF-8"),
        (b"c\0a\0n\0", "error: r.csv:1:2: contains a NUL character, so it is not text"),
        (b"\xFF\xFE\0\0c\0\0\0", "error: r.csv:1:1: contains a NUL character, so it is not text"),
        (&lone, "error: r.csv:2:4: not valid UTF-16"),
        (&cut, "error: r.csv:2:4: not valid UTF-16"),
        (
            b"PK\x03\x04\x14\0",
            "error: r.csv is a spreadsheet, document, or archive, not text\n  help: in Excel, save it as “CSV UTF-8”",
        ),
    ];
    let test = Test::new();
    for (bytes, expected) in table {
        std::fs::write(test.path("r.csv"), bytes).unwrap();
        let ran = test.run("build --roster r.csv -o out");
        assert_eq!(ran.code, 1, "{expected}");
        assert!(ran.err.starts_with(expected) && ran.err.contains("UTF-8"), "{}", ran.err);
        // A bank is no table: the same is wrong with it, but no spreadsheet program wrote it.
        let (message, _) = expected.split_once("\n  help").unwrap_or((expected, ""));
        let ran = test.run("check r.csv");
        assert_eq!(ran.code, 1, "{expected}");
        assert!(ran.err.starts_with(message) && ran.err.contains("\n  help: save "), "{}", ran.err);
        assert!(!ran.err.contains("Excel"), "{}", ran.err);
    }
    assert_eq!(test.names(), ["r.csv"]);
}

#[test]
fn a_bank_in_utf_16_is_the_same_bank() {
    let test = Test::new();
    let text = interview_kit::bank::built_in().text;
    for (index, bytes) in encodings(&text).into_iter().enumerate() {
        std::fs::write(test.path(&format!("{index}.yaml")), bytes).unwrap();
    }
    let first = test.run("list --bank 0.yaml --format ids").ok().out;
    for index in 1..4 {
        assert_eq!(test.run(&format!("list --bank {index}.yaml --format ids")).ok().out, first);
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_any_text() {
    let test =
        Test::new().file("a.md", "\u{feff}# Title\n\ntext\n").file("b.md", "# Title\n\ntext\n");
    std::fs::create_dir(test.path("own")).unwrap();
    std::fs::write(test.path("own/guide.md"), "\u{feff}# {{ title }}\n").unwrap();
    for name in ["a", "b"] {
        test.run(&format!("typeset {name}.md -o {name}.pdf")).ok();
    }
    assert!(test.read("a.pdf") == test.read("b.pdf"));
    test.run("build --documents guide --templates own --format md -o out --name x").ok();
    let guide = test.text("out/x.md");
    assert!(guide.contains("\n# Product") && !guide.contains('\u{feff}'), "{guide}");
}

/// What a row of a roster comes to: the names of its files, or what is said.
fn made(cells: &str) -> String {
    let roster = format!("role;level;competency\n{cells}\n");
    let test = Test::new().file("r.csv", &roster);
    let ran = test.run("build --documents guide --roster r.csv --format md -o out");
    if ran.code != 0 {
        return ran.err;
    }
    let mut names = std::fs::read_dir(test.path("out")).unwrap();
    let name = names.next().unwrap().unwrap().file_name().into_string().unwrap();
    name.trim_end_matches("-guide.md").trim_start_matches("001-").to_owned()
}

#[test]
fn roles_levels_and_competencies_go_by_their_ids_or_their_titles() {
    for (cells, expected) in [
        ("AppSec Manager", "appsec-manager"),
        ("appsec  MANAGER", "appsec-manager"),
        ("APPSEC-manager", "appsec-manager"),
        ("\"AppSec Manager; DevSecOps Manager\"", "appsec-manager-devsecops-manager"),
        ("\"AppSec Manager, devsecops-manager\"", "appsec-manager-devsecops-manager"),
        ("appsec-manager devsecops-manager", "appsec-manager-devsecops-manager"),
        ("\"appsec-manager, AppSec Manager; \"", "appsec-manager"),
        (";Senior Manager", "product-security-manager-senior-manager"),
        (";;Risk Communication", "product-security-manager-risk-communication"),
        (
            ";\"manager first-line-lead\";\"Credibility, Coaching and influence\"",
            "product-security-manager-manager-first-line-lead-credibility-coaching-and-influence",
        ),
    ] {
        assert_eq!(made(cells), expected, "{cells}");
    }
}

#[test]
fn a_role_that_the_bank_does_not_have_is_one_error_that_suggests_the_nearest() {
    for (cells, message, help) in [
        (
            "AppSec Manger",
            "unknown role `AppSec Manger`",
            "did you mean `appsec-manager` (AppSec Manager)?",
        ),
        (
            "appsec-manger",
            "unknown role `appsec-manger`",
            "did you mean `appsec-manager` (AppSec Manager)?",
        ),
        (
            "AppSec Manager; DevSecOps Manger",
            "unknown role `DevSecOps Manger`",
            "did you mean `devsecops-manager` (DevSecOps Manager)?",
        ),
        (
            "appsec-manager nobody",
            "unknown role `nobody`",
            "expected one of: `product-security-manager`, `appsec-manager`",
        ),
        (
            ";Senior Manger",
            "unknown level `Senior Manger`",
            "did you mean `senior-manager` (Senior manager)?",
        ),
        (
            ";;Risk comunication",
            "unknown competency `Risk comunication`",
            "did you mean `risk-communication` (Risk communication)?",
        ),
    ] {
        let cells = if cells.starts_with(';') { cells.to_owned() } else { format!("\"{cells}\"") };
        let said = made(&cells);
        assert_eq!(said.matches("error[unknown-name]").count(), 1, "{said}");
        assert!(said.contains(message) && said.contains(help), "{said}");
    }
}

#[test]
fn a_title_that_two_roles_have_selects_neither() {
    let bank = interview_kit::bank::built_in()
        .text
        .replace("title: DevSecOps Manager", "title: AppSec Manager");
    let test = Test::new().file("bank.yaml", &bank).file("r.csv", "role\nAppSec Manager\n");
    let ran = test.run("build --bank bank.yaml --roster r.csv -o out");
    let said = "more than one role has the title `AppSec Manager`";
    assert!(ran.code == 1 && ran.err.contains(said), "{}", ran.err);
    assert!(
        ran.err.contains("use the id instead: `appsec-manager`, `devsecops-manager`"),
        "{}",
        ran.err
    );
}

fn read(text: &str) -> Result<Vec<RawRow>, String> {
    let mut sources = Sources::new();
    let id: SourceId = sources.add(Source { name: "r.csv".to_owned(), text: text.to_owned() });
    let rows =
        roster::read(&sources, id).map_err(|it| lines(&sources, it.diagnostics()))?.value.rows;
    let faults: Vec<_> = rows.iter().flat_map(|row| row.faults.clone()).collect();
    if faults.is_empty() { Ok(rows) } else { Err(lines(&sources, &faults)) }
}

/// The texts of a row.
fn texts(row: &RawRow) -> [Option<String>; 4] {
    let details = row.details.clone();
    [row.name.clone(), details.candidate, details.position, details.contact]
}

proptest! {
    #[test]
    fn whatever_is_written_into_cells_comes_back_word_for_word(
        rows in prop::collection::vec(prop::array::uniform4("(?s)[a \"',;\t\n\r\u{a0}é|=-]{0,8}|.{0,12}"), 1..6),
        separator in prop::sample::select(vec![b',', b';', b'\t']),
        ends in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
        style in prop::sample::select(vec![csv::QuoteStyle::Necessary, csv::QuoteStyle::Always]),
    ) {
        let mut writer = csv::WriterBuilder::new();
        writer.delimiter(separator).terminator(ends).quote_style(style);
        let mut writer = writer.from_writer(Vec::new());
        writer.write_record(["name", "candidate", "position", "contact"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let trimmed = |cell: &String| Some(cell.trim().to_owned()).filter(|cell| !cell.is_empty());
        let expected: Vec<[Option<String>; 4]> = rows.iter().map(|row| row.each_ref().map(trimmed))
            .filter(|row| row.iter().any(Option::is_some)).collect();
        match read(&text) {
            Ok(rows) => prop_assert_eq!(rows.iter().map(texts).collect::<Vec<_>>(), expected, "{:?}", text),
            Err(said) => prop_assert!(expected.is_empty() && said.contains("the roster has no interviews"), "{:?} {}", text, said),
        }
    }

    #[test]
    fn no_letter_of_a_roster_is_lost_without_an_error(text in "[ab\"\",;\t\n\r \u{a0}]{0,40}", separator in "[,;\t]") {
        let head = ["name", "candidate", "position", "contact"].join(&separator);
        if let Ok(rows) = read(&format!("{head}\n{text}")) {
            let letters = |text: &str| text.chars().filter(|char| "ab".contains(*char)).collect::<String>();
            let found: String = rows.iter().flat_map(texts).flatten().collect();
            prop_assert_eq!(letters(&found), letters(&text));
        }
    }

    #[test]
    fn no_bytes_make_reading_a_roster_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), mark in 0..4_usize) {
        let test = tempfile::TempDir::new().unwrap();
        let path = test.path().join("r.csv");
        let marks: [&[u8]; 4] = [b"", b"\xFF\xFE", b"\xFE\xFF", b"candidate\n"];
        std::fs::write(&path, [marks[mark], &bytes].concat()).unwrap();
        match files::read_file(&path) {
            Ok(text) => drop(read(&text)),
            Err(error) => prop_assert!(error.to_string().contains("r.csv")),
        }
    }
}
