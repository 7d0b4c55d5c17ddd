//! How much is read, how deep, and how long: at each limit it goes well, and past it there is a clear error.

use std::fs::File;

use interview_kit::bank;
use interview_kit::base::diagnostic::Rejected;
use interview_kit::base::unit::Paper;
use interview_kit::document;
use interview_kit::packet::roster;

use crate::support::{Ran, Test, english_words, opens_without_complaint, set, sources};

/// What the first error says.
fn first<T: std::fmt::Debug>(rejected: Result<T, Rejected>) -> String {
    rejected.unwrap_err().diagnostics()[0].message.clone()
}

#[test]
fn a_file_of_64_mib_is_read_and_a_byte_more_is_not() {
    const MAX: u64 = 64 * 1024 * 1024;
    let test = Test::new();
    let write = |name: &str, length: u64| {
        let mut text = crate::many::bank_of(18).into_bytes();
        text.push(b'#');
        text.resize(usize::try_from(length).unwrap(), b'x');
        std::fs::write(test.path(name), text).unwrap();
    };
    write("most.yaml", MAX);
    write("more.yaml", MAX + 1);
    let said = test.run("list --bank most.yaml");
    assert_eq!(said.code, 0, "{}", said.err);
    let ran = test.run("list --bank more.yaml");
    let said = "error: more.yaml is larger than the limit of 64 MiB\n";
    assert_eq!((ran.code, ran.err.as_str()), (1, said));
}

#[test]
fn every_command_that_reads_a_file_refuses_one_of_200_mb() {
    for line in [
        "check big",
        "build --bank big",
        "build --roster big",
        "build --locked big",
        "panel --roster big",
        "typeset big -o out.pdf",
        "import big",
    ] {
        let test = Test::new();
        File::create(test.path("big")).unwrap().set_len(200_000_000).unwrap();
        let ran = test.run(line);
        let said = "error: big is larger than the limit of 64 MiB\n";
        assert_eq!((ran.code, ran.err.as_str()), (1, said), "{line}");
        assert_eq!(test.names(), ["big"]);
    }
}

#[test]
fn yaml_is_read_24_levels_deep() {
    const TOO_DEEP: &str = "YAML exceeds the size or nesting limit";
    let load = |levels: usize| {
        let text = format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        let (sources, id) = sources(&text, "bank.yaml");
        first(bank::load(&sources, &[id]))
    };
    assert_ne!(load(23), TOO_DEEP);
    for levels in [25, 10_000, 1_000_000] {
        assert_eq!(load(levels), TOO_DEEP, "{levels}");
    }
}

#[test]
fn yaml_aliases_do_not_multiply_without_end() {
    use std::fmt::Write as _;
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(text, "a{level}: &a{level} [{aliases}]").unwrap();
    }
    let ran = Test::new().file("bank.yaml", &text).run("check bank.yaml");
    insta::assert_snapshot!(ran.whole());
}

#[test]
fn a_roster_has_at_most_a_hundred_thousand_rows() {
    const TOO_MANY: &str = "the roster has more than 100000 interviews";
    for (name, head, row) in [("r.csv", "candidate\n", "A\n"), ("r.yaml", "", "- candidate: A\n")] {
        let read = |rows: usize| {
            let (sources, id) = sources(&(head.to_owned() + &row.repeat(rows)), name);
            roster::read(&sources, id)
        };
        assert_eq!(read(100_000).unwrap().value.rows.len(), 100_000);
        assert_eq!(first(read(100_001)), TOO_MANY, "{name}");
    }
}

#[test]
fn a_roster_of_ten_million_lines_is_refused_at_its_first_line_too_many() {
    let test = Test::new().file("r.csv", &("candidate\n".to_owned() + &"A\n".repeat(10_000_000)));
    let ran = test.run("build --roster r.csv -o kits");
    insta::assert_snapshot!(ran.whole());
    assert_eq!(test.names(), ["r.csv"]);
}

#[test]
fn a_word_of_a_megabyte_is_set() {
    let test = Test::new().file("a.md", &format!("# {0}\n\n{0}\n", "x".repeat(1_000_000)));
    test.run("typeset a.md -o a.pdf").ok();
    opens_without_complaint(&test.path("a.pdf"));
}

#[test]
fn ten_thousand_nested_lists_are_printed() {
    let test = Test::new().file("a.md", &("- ".repeat(10_000) + "x\n"));
    let ran = test.run("typeset a.md -o a.pdf").ok();
    assert!(ran.err.contains("levels deeper than 24 are flattened"), "{}", ran.err);
}

#[test]
fn a_guide_is_as_long_as_a_file_may_be() {
    let read = |text: &str| {
        let (sources, id) = sources(text, "guide.md");
        document::parse(&sources, id, &english_words).unwrap().value.blocks.len()
    };
    assert_eq!(read(&"x".repeat(32 * 1024 * 1024)), 1);
    // More than a million pieces, each of them five bytes long.
    assert_eq!(read(&"four more words\n\n".repeat(400_000)), 400_000);
    let (sources, id) = sources(&"`a` four more words ".repeat(600_000), "guide.md");
    let refused = document::parse(&sources, id, &english_words);
    assert_eq!(first(refused), "this guide is too long to typeset");
}

#[test]
fn a_guide_of_a_million_pieces_is_refused_with_the_place_where_they_end() {
    let test = Test::new().file("a.md", &"a\n\n".repeat(400_000));
    let ran = test.run("typeset a.md -o a.pdf");
    insta::assert_snapshot!(ran.whole());
    assert_eq!(test.names(), ["a.md"]);
}

#[test]
fn a_guide_of_very_many_blocks_is_written_page_by_page() {
    let guide = format!("# A\n\n{}", "a\n\n".repeat(15_000));
    let test = Test::new().file("a.md", &guide);
    let ran = test.run("typeset a.md -o a.pdf").ok();
    let pages = set(&guide, Paper::A4).pages.len();
    assert!(ran.whole().contains(&format!("wrote a.pdf ({pages} pages)")), "{}", ran.whole());
    opens_without_complaint(&test.path("a.pdf"));
}

fn with_template(text: &str) -> Ran {
    let test = Test::new();
    std::fs::create_dir(test.path("own")).unwrap();
    std::fs::write(test.path("own/guide.md"), text).unwrap();
    let ran = test.run("build --templates own -o kits");
    assert_eq!(test.names(), ["own"]);
    ran
}

#[test]
fn a_template_that_loops_runs_out_of_fuel() {
    let loops = "{% for i in range(9999) %}{% for i in range(9999) %}{% endfor %}{% endfor %}";
    insta::assert_snapshot!(with_template(loops).whole());
}

#[test]
fn a_template_that_doubles_a_text_runs_out_of_fuel_before_memory_does() {
    let doubles = format!("{{% set a = 'x' %}}\n{}", "{% set a = a ~ a %}\n".repeat(60));
    insta::assert_snapshot!(with_template(&doubles).whole());
}

#[test]
fn a_template_that_includes_itself_is_stopped() {
    insta::assert_snapshot!(with_template("{% include 'guide.md' %}").whole());
}

#[test]
fn a_template_that_writes_without_end_is_stopped() {
    let writes = format!("{{% for i in range(9999) %}}{}{{% endfor %}}", "word ".repeat(1000));
    insta::assert_snapshot!(with_template(&writes).whole());
}
