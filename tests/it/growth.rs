//! Small texts that could grow large: nothing is multiplied without end, and nothing takes the square of its length.

use interview_kit::bank;
use interview_kit::base::source::Sources;
use interview_kit::base::text::UniqueNames;
use interview_kit::base::unit::Paper;
use interview_kit::document::{self, Block};
use interview_kit::packet::template::{Templates, UserTemplate};
use interview_kit::print::frame::{Mark, Pages};

use crate::support::{Ran, Test, blocks, english_words, parse, set, sources};

/// The code and the message of the first error of a guide.
fn refused(markdown: &str) -> (&'static str, String) {
    let (sources, id) = sources(markdown, "guide.md");
    let rejected = document::parse(&sources, id, &english_words).unwrap_err();
    let first = &rejected.diagnostics()[0];
    (first.code, first.message.clone())
}

/// The codes and messages of what is wrong with banks that are read together.
fn faults(texts: &[&str]) -> Vec<String> {
    let (mut all, first) = sources(texts[0], "bank.yaml");
    let mut ids = vec![first];
    ids.extend(texts[1..].iter().map(|text| {
        let (name, text) = ("more.yaml".to_owned(), (*text).to_owned());
        all.add(interview_kit::base::source::Source { name, text })
    }));
    match bank::load(&all, &ids) {
        Ok(_) => Vec::new(),
        Err(rejected) => {
            let found = rejected.diagnostics().iter();
            found.map(|fault| format!("{} {}", fault.code, fault.message)).collect()
        }
    }
}

/// A bank of so many questions, the last of which says more.
fn bank_of(id: &str, questions: usize, more: &str) -> String {
    let mut text = format!(
        "id: {id}\ntitle: A\ncompetencies: [{{id: c, title: C}}]\nlevels: [{{id: l, title: L}}]\n\
         scale: [{{score: 1, label: a}}, {{score: 2, label: b}}, {{score: 3, label: c}}]\nquestions:\n"
    );
    for number in 1..=questions {
        let minutes = 5 + number % 7;
        text += &format!(
            "  - {{id: {id}-{number}, number: {number}, ask: Why?, theme: people, levels: [l], competencies: [c], \
             kind: opinion, minutes: {minutes}, rubric: [a]"
        );
        text += if number == questions { more } else { "" };
        text += "}\n";
    }
    text
}

fn texts(pages: &Pages) -> impl Iterator<Item = &str> {
    pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.mark {
        Mark::Text(text) => Some(text.run.text.as_str()),
        _ => None,
    })
}

#[test]
fn a_heading_describes_its_fields_by_its_beginning() {
    let guide = format!("# {}\n\n{}", "h".repeat(1_000_000), "- [ ] x\n".repeat(2000));
    let fields = set(&guide, Paper::A4).fields;
    assert_eq!(fields.len(), 2000);
    assert_eq!(fields[1999].label, format!("{}…: x", "h".repeat(300)));
}

#[test]
fn the_head_of_a_column_describes_its_fields_by_its_beginning() {
    let head = "h".repeat(1_000_000);
    let guide = format!("|{head}|b|\n|--|--|\n{}", "| ____ | [ ] |\n".repeat(2000));
    let fields = set(&guide, Paper::A4).fields;
    assert!(fields.iter().all(|field| field.label.len() < 700));
}

#[test]
fn an_address_counts_as_often_as_words_lead_to_it() {
    let guide =
        |words: usize| format!("[{}](http://x/{})", "a *b* ".repeat(words), "y".repeat(10_000));
    assert_eq!(parse(&guide(100)).blocks.len(), 1);
    assert_eq!(refused(&guide(1000)), ("too-long", "this guide is too long to typeset".to_owned()));
}

#[test]
fn a_run_of_backslashes_is_read_in_one_go() {
    let pages = set(&"\\".repeat(20_000), Paper::A4);
    let backslashes: usize = texts(&pages).map(|text| text.matches('\\').count()).sum();
    assert_eq!(backslashes, 10_000, "every second one is escaped by the one before it");
    assert_eq!(parse(&"\\".repeat(800_000)).blocks.len(), 1);
}

#[test]
fn a_table_has_a_hundred_columns_at_most() {
    let table = |columns: usize| format!("|{}\n|{}\n", "a|".repeat(columns), "-|".repeat(columns));
    assert!(matches!(&blocks(&parse(&table(100)))[0], Block::Table(it) if it.columns.len() == 100));
    let said = ("too-wide", "this table has 101 columns".to_owned());
    assert_eq!(refused(&table(101)), said);
}

#[test]
fn a_cell_that_its_table_has_no_column_for_is_an_error_unless_it_is_empty() {
    let table = |row: &str| format!("# A\n\n| a | b |\n|---|---|\n{row}\n\nend\n");
    for row in
        ["| 1 | 2 | 3 |", "1|2|3", "| 1 | | | 3", "| 1 | 2 |x", "| `a|b` | 2 |", "|1|2| \\| |"]
    {
        let said = ("cells-lost", "this table has 2 columns, and this row more".to_owned());
        assert_eq!(refused(&table(row)), said, "{row}");
    }
    for row in
        ["| 1 | 2 |", "1|2", "|1|2", "| 1 |", "| 1 | 2 | |", "| 1 | 2 |  |  | ", "|a \\| b|2|"]
    {
        assert_eq!(parse(&table(row)).blocks.len(), 3, "{row}");
    }
    let quoted = "> | a | b |\n> |---|---|\n> | 1 | 2 |\n> | 1 | 2 |\n\nend\n";
    assert_eq!(parse(quoted).blocks.len(), 2);
}

#[test]
fn the_cells_that_rows_leave_out_count_too() {
    let head = format!("|{}\n|{}\n", "a|".repeat(100), "-|".repeat(100));
    let table = |rows: usize| head.clone() + &"|b|\n".repeat(rows);
    assert_eq!(parse(&table(2499)).blocks.len(), 1);
    assert_eq!(refused(&table(2500)), ("too-long", "this guide is too long to typeset".to_owned()));
}

#[test]
fn a_paragraph_of_seventy_thousand_runs_is_set() {
    let pages = set(&"`a` b ".repeat(35_000), Paper::A4);
    assert_eq!(texts(&pages).filter(|text| *text == "a").count(), 35_000);
}

#[test]
fn a_header_of_a_megabyte_is_cut_like_any_that_is_too_long() {
    let words = "word ".repeat(200_000);
    let guide = format!(
        "---\nheader: {words}\nfooter: {words}\n---\n# A\n\na\n\n<!-- pagebreak -->\n\nb\n"
    );
    let pages = set(&guide, Paper::A4);
    let cut = texts(&pages).filter(|text| text.ends_with('…')).count();
    // The first page has no header.
    assert_eq!((pages.pages.len(), cut), (2, 3));
}

#[test]
fn a_form_with_a_title_of_a_megabyte_goes_on_under_its_beginning() {
    let guide = format!("# {}\n\n{}", "word ".repeat(200_000), "- [ ] x\n".repeat(100));
    let pages = set(&guide, Paper::A4);
    assert!(pages.pages.len() > 100);
    assert!(texts(&pages).all(|text| text.len() < 2000));
}

#[test]
fn many_of_the_same_name_are_told_apart_in_one_go() {
    let mut names = UniqueNames::default();
    let numbered: Vec<String> = (2..=50_000).map(|number| format!("same-{number}")).collect();
    for name in &numbered {
        assert_eq!(names.take(name), *name);
    }
    assert_eq!(names.take("same"), "same");
    assert_eq!(names.take("Same"), "Same-50001");
    assert_eq!((2..50_000).map(|_| names.take("same")).last().unwrap(), "same-99999");
    assert_eq!(names.take("same-2"), "same-2-2");
}

#[test]
fn banks_have_as_many_questions_as_there_is_room_for() {
    assert_eq!(faults(&[&bank_of("q", 9000, ""), &bank_of("r", 9000, "")]), [""; 0]);
}

#[test]
fn templates_get_fuel_for_every_question() {
    let loops = "{% for i in range(9999) %}{% for i in range(400) %}{% endfor %}{% endfor %}x";
    let (mut sources, name) = (Sources::new(), "guide.md".to_owned());
    let own = UserTemplate { path: name.clone(), name, text: loops.to_owned() };
    let mut templates = Templates::with_own(&mut sources, vec![own]).unwrap().value;
    let english = "en".parse().unwrap();
    let fill = |templates: &Templates| templates.fill("guide.md", &(), &english, &sources);
    assert!(fill(&templates).is_err());
    templates.make_room_for(18_000);
    assert_eq!(fill(&templates).unwrap(), "x");
}

#[test]
fn what_banks_have_in_common_counts_once() {
    let with = |id: &str, prefix: &str| {
        let names: Vec<String> =
            (0..300).map(|it| format!("{{id: {prefix}{it}, title: T}}")).collect();
        bank_of(id, 1, "") + &format!("companions: [{}]\n", names.join(", "))
    };
    assert_eq!(faults(&[&with("q", "a"), &with("r", "a")]), [""; 0]);
    let found = faults(&[&with("q", "a"), &with("r", "b")]);
    assert_eq!(found, ["K015 these banks have 600 companions in total"]);
}

#[test]
fn a_question_has_a_hundred_entries_in_a_list_at_most() {
    let with = |probes: usize| {
        let probes = vec!["Why?"; probes].join(", ");
        bank_of("q", 1, &format!(", probes: [{probes}]"))
    };
    assert_eq!(faults(&[&with(100)]), [""; 0]);
    assert_eq!(faults(&[&with(101)]), ["K015 `probes` has 101 entries"]);
}

#[test]
fn a_text_of_a_bank_has_four_thousand_characters_at_most() {
    let with = |length: usize| bank_of("q", 1, &format!(", follow_up: {}", "é".repeat(length)));
    assert_eq!(faults(&[&with(4000)]), [""; 0]);
    assert_eq!(faults(&[&with(4001)]), ["K016 text is longer than 4000 characters"]);
}

#[test]
fn of_more_than_ten_thousand_errors_the_others_are_counted() {
    let keys: Vec<String> = (0..10_050).map(|number| format!("key-{number}: 1\n")).collect();
    let (sources, id) = sources(&(keys.concat() + &bank_of("q", 1, "")), "bank.yaml");
    let rejected = bank::load(&sources, &[id]).unwrap_err();
    assert_eq!(rejected.diagnostics().len(), 10_000);
    let last = rejected.diagnostics().last().unwrap();
    let said = "50 more errors not shown";
    assert_eq!(last.help.last().unwrap(), said);
}

#[test]
fn a_fault_in_a_bank_of_one_line_is_shown_with_what_stands_around_it() {
    let questions: Vec<String> = (1..=400)
        .map(|number| {
            format!("{{id: q{number}, number: {number}, ask: Why {number}?, theme: peeple}}")
        })
        .collect();
    let line = format!("{{id: a, title: A, questions: [{}]}}\n", questions.join(", "));
    let ran = Test::new().run_with("check -", &line);
    assert_eq!(ran.code, 1);
    assert!(ran.out.lines().all(|line| line.len() < 500));
    let shown = ran.out.split("\n\nerror").find(|it| it.contains("unknown theme")).unwrap();
    insta::assert_snapshot!(shown);
}

#[test]
fn the_best_of_five_thousand_questions_are_found() {
    let test = Test::new().file("bank.yaml", &bank_of("q", 5000, ""));
    let ran = test.run("list --bank bank.yaml --minutes 45 --format ids").ok();
    // Every seventh question takes five minutes, no other takes less, and all else about them is equal.
    let best: Vec<String> = (1..=7).map(|it| format!("q-{}", it * 7)).collect();
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), best);
}

fn with_template(text: &str) -> Ran {
    let test = Test::new();
    std::fs::create_dir(test.path("own")).unwrap();
    std::fs::write(test.path("own/guide.md"), text).unwrap();
    test.run("build --templates own --dry-run")
}

#[test]
fn a_tag_has_two_thousand_bytes_at_most_whatever_is_quoted_in_it() {
    // The braces, a space and a digit are the tag's too.
    let minus = |signs: usize| {
        format!("{{# {} #}}# A\n\n{{{{ {}1 }}}}\n", "-".repeat(9000), "-".repeat(signs))
    };
    with_template(&minus(1990)).ok();
    assert!(with_template(&minus(3000)).err.contains("this tag is longer than 2000 bytes"));
    let quoted = format!("{{{{ '}}}}' ~ \"\\\"}}}}\" ~ {}1 }}}}", "-".repeat(3000));
    assert!(with_template(&quoted).err.contains("this tag is longer than 2000 bytes"));
    let raw = format!("# A\n\n{{% raw %}}{{{{ {} {{% endraw %}}\n", "-".repeat(3000));
    with_template(&raw).ok();
    let named_raw = format!("{{% set raw = 1 %}}{{{{ raw }}}}{{{{ {}1 }}}}", "-".repeat(3000));
    assert!(with_template(&named_raw).err.contains("this tag is longer than 2000 bytes"));
}

#[test]
fn a_template_has_five_hundred_branches_at_most() {
    let branches =
        |count: usize| format!("# A\n{{% if 0 %}}{}{{% endif %}}\n", "{%- elif 0 %}".repeat(count));
    with_template(&branches(500)).ok();
    assert!(with_template(&branches(501)).err.contains("this template has more than 500 branches"));
}

#[test]
fn a_panel_has_twenty_people_at_most_however_they_are_named() {
    let test = Test::new();
    let names = |count: usize| (0..count).map(|it| it.to_string()).collect::<Vec<_>>();
    let line =
        |count| format!("panel --interviewers {} --shared 0 --dry-run", names(count).join(","));
    // There are eighteen questions, and each of the eighteen people has one of them.
    test.run(&line(18)).ok();
    let said = "error: --interviewers: panel of 21 interviewers is too large\n  help: the maximum is 20; split it into several panels\n";
    let ran = test.run(&line(21));
    assert_eq!((ran.code, ran.err.as_str()), (2, said));
    let roster = format!("interviewers\n{}\n", names(21).join(";"));
    let ran = test.file("r.csv", &roster).run("panel --roster r.csv --dry-run");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("panel of 21 interviewers is too large"), "{}", ran.err);
}

#[test]
fn what_is_printed_on_a_line_has_a_thousand_bytes_at_most() {
    let test = Test::new();
    let line = |length| format!("build --candidate {} --dry-run", "a".repeat(length));
    test.run(&line(1000)).ok();
    let ran = test.run(&line(1001));
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("must be at most 1000 bytes"), "{}", ran.err);
}

#[test]
fn of_one_row_ten_faults_are_told() {
    let themes: Vec<String> = (0..100).map(|it| format!("peeple{it}")).collect();
    let themes = themes.join(";");
    let test = Test::new().file("r.csv", &format!("candidate,theme\nAna,{themes}\n"));
    let ran = test.run("build --roster r.csv --dry-run");
    assert_eq!(ran.err.matches("unknown theme").count(), 10, "{}", ran.err);
}
