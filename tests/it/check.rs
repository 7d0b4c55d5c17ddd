//! What `check` finds, and what it leaves alone.

use std::collections::BTreeSet;

use interview_kit::bank::review::review;
use interview_kit::bank::{self, Rule, load_with_spans};
use interview_kit::base::diagnostic::{Diagnostic, Severity};
use interview_kit::base::source::{Source, Sources};
use proptest::prelude::*;

use crate::support::{Test, lines};

const SUPPORT_DESK: &str = include_str!("../../examples/support-desk.yaml");

/// A bank about which there is nothing to say, but for what stands at `{…}`.
fn bank_with(ask: &str, more: &str) -> String {
    let question = |number: usize, theme: &str, ask: &str, more: &str| {
        format!(
            "  - id: question-{number}\n    number: {number}\n    ask: {ask}\n    theme: {theme}\n    levels: [one]\n    \
             competencies: [care]\n    kind: behavioral\n    minutes: 8\n    rubric: [Says what was done., Says what came of it.]\n    \
             anchors: {{1: Blames the others., 2: Tells what happened., 3: Shows what was changed since.}}\n{more}"
        )
    };
    let words = ["alder", "birch", "cedar", "damson", "elder", "fig"];
    let themes = ["strategy", "execution", "people"].into_iter().cycle();
    let others = words.iter().zip(2..).zip(themes);
    let others = others.map(|((word, number), theme)| {
        question(number, theme, &format!("Tell me about your {word} {word}wood {word}leaf."), "")
    });
    format!(
        "id: good\ntitle: Good\nlevels: [{{id: one, title: One}}]\ncompetencies: [{{id: care, title: Care}}]\n\
         scale: [{{score: 1, label: No}}, {{score: 2, label: Maybe}}, {{score: 3, label: Yes}}]\nquestions:\n{}{}",
        question(1, "people", ask, more),
        others.collect::<String>()
    )
}

fn found(texts: &[&str]) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    let ids: Vec<_> = texts
        .iter()
        .zip(1..)
        .map(|(text, number)| {
            let name = format!("{number}.yaml");
            sources.add(Source { name, text: (*text).to_owned() })
        })
        .collect();
    match load_with_spans(&sources, &ids) {
        Ok(read) => {
            let mut all = read.warnings;
            all.extend(review(&read.value.0, &read.value.1));
            (sources, all)
        }
        Err(rejected) => panic!("{}", lines(&sources, rejected.diagnostics())),
    }
}

fn codes(text: &str) -> BTreeSet<&'static str> {
    found(&[text]).1.into_iter().map(|found| found.code).collect()
}

/// The built-in bank, changed.
fn changed(changes: &[(&str, &str)]) -> String {
    let mut text = bank::built_in().text;
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not in the bank");
        text = text.replacen(from, to, 1);
    }
    text
}

#[test]
fn the_banks_that_come_with_the_program_leave_nothing_to_say() {
    assert_eq!(codes(&bank::built_in().text), BTreeSet::new());
    assert_eq!(codes(SUPPORT_DESK), BTreeSet::new());
    assert_eq!(codes(&bank_with("Tell me about your work.", "")), BTreeSet::new());
}

const METRICS: &str = "ask: What metrics would you put in front of a director every month?";
const COACH_PROBE: &str = "- How would you open the conversation?";

/// For each rule, a change of the built-in bank that it finds.
const FAULTS: &[(&str, &[(&str, &str)])] = &[
    ("K101", &[("      - Not just missing one tool keyword.\n", "")]),
    ("K102", &[("- Measure outcomes, not attendance.", "- a, b, c, d, e and f")]),
    ("K103", &[(METRICS, "ask: What would you measure? And whom would you tell?")]),
    ("K104", &[(METRICS, "ask: Would you show metrics to a director?")]),
    ("K105", &[(COACH_PROBE, "- How would you, of course, open the conversation?")]),
    ("K106", &[(COACH_PROBE, "- How old were they?")]),
    ("K107", &[("- Takes no action because the findings are correct.", "- Avoids eye contact.")]),
    ("K108", &[("    follow_up: Tell me about a recent time you had to deal with that.\n", "")]),
    (
        "K109",
        &[(
            "      3: 'Describes the pull between enforcement, credibility, and speed. Example: one was traded for another.'\n",
            "",
        )],
    ),
    (
        "K111",
        &[(
            "ask: What makes a security champions program effective rather than symbolic?",
            "ask: What metrics would you put before a director each month?",
        )],
    ),
    ("K112", &[("    minutes: 6", "    minutes: 2")]),
    ("K113", &[(COACH_PROBE, "- How would you prepare, and for whom?")]),
    ("K114", &[(COACH_PROBE, "- When did you last do that?")]),
    ("K115", &[("- Measure outcomes, not attendance.", "- Answer with confidence.")]),
    (
        "K116",
        &[(
            "    follow_up: Tell me about a recent time you had to deal with that.\n",
            "    follow_up: How would you deal with that?\n    allow: {K108: no reason}\n",
        )],
    ),
    (
        "K201",
        &[
            (
                "    levels: [manager, senior-manager]\n    # Most",
                "    levels: [manager]\n    # Most",
            ),
            (
                "    kind: situational\n    minutes: 8\n    weight: 2\n    companions: [risk-acceptance]\n",
                "    kind: situational\n    minutes: 8\n    weight: 2\n    companions: [risk-acceptance]\n",
            ),
            (
                "    levels: [first-line-lead, manager, senior-manager]\n    competencies: [credibility, process-discipline]",
                "    levels: [first-line-lead, manager]\n    competencies: [credibility, process-discipline]",
            ),
        ],
    ),
    (
        "K203",
        &[(
            "  - id: credibility\n",
            "  - id: patience\n    title: Patience\n  - id: credibility\n",
        )],
    ),
    (
        "K205",
        &[(
            "must_ask: [release-exception, team-boundaries, hire-or-buy, changed-model]",
            "must_ask: [release-exception, team-boundaries, hire-or-buy, changed-model, intake]",
        )],
    ),
    (
        "K206",
        &[(
            "must_ask: [leader-conflict, incident-update, budget-bridge, changed-model]",
            "must_ask: [coach-engineer, incident-update, budget-bridge, changed-model]",
        )],
    ),
    ("K208", &[(METRICS, "ask: What would you show to a director?\n    allow: {K104: no reason}")]),
];

#[test]
fn every_rule_finds_what_it_is_for_and_nothing_else_does() {
    for (code, changes) in FAULTS {
        let text = if *code == "K208" {
            changed(changes).replacen(
                "    allow:\n      K102: The line is the pack's own, word for word.\n",
                "",
                1,
            )
        } else {
            changed(changes)
        };
        let mut expected = BTreeSet::from([*code]);
        if *code == "K208" {
            // The exception that was taken out had its reason.
            expected.insert("K102");
        }
        if *code == "K108" {
            // Without the follow-up, its anchors rate an example that nothing asks for.
            expected.insert("K116");
        }
        assert_eq!(codes(&text), expected, "{code}");
    }
}

#[test]
fn anchors_that_differ_by_adverbs_only_say_the_same() {
    let anchors =
        "1: Blames the others., 2: Tells what happened., 3: Shows what was changed since.";
    let adverbs =
        "1: Poorly explains the plan., 2: Explains the plan., 3: Explains the plan very well.";
    let good = bank_with("Tell me about your work.", "");
    let (_, found) = found(&[&good.replacen(anchors, adverbs, 1)]);
    let messages: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the anchors for 1 and 2 say the same thing",
            "the anchors for 1 and 3 say the same thing"
        ]
    );
    let bare = good.replacen("2: Tells what happened., 3: Shows", "3: Shows", 1);
    assert_eq!(codes(&bare), BTreeSet::from(["K109"]));
}

#[test]
fn a_role_with_three_questions_is_too_short() {
    let others = [
        "intake",
        "backlog-bottleneck",
        "prioritize-vulnerabilities",
        "ignored-slas",
        "director-metrics",
        "coach-engineer",
        "team-boundaries",
        "security-debt",
        "champions-program",
        "hire-or-buy",
        "incident-update",
        "roadmap-credibility",
        "reject-candidate",
        "budget-bridge",
        "hardest-part",
    ];
    let role = "    must_ask: [director-metrics, release-exception, leader-conflict, changed-model]\n    \
                leave_out: [reject-candidate]\n";
    let short = format!("    leave_out: [{}]\n", others.join(", "));
    assert_eq!(codes(&changed(&[(role, &short)])), BTreeSet::from(["K202", "K204"]));
}

#[test]
fn wording_is_judged_as_a_person_would_judge_it() {
    for (ask, code) in [
        ("Tell me about a race condition that you found.", None),
        ("How do you watch the health of a service?", None),
        ("What makes cloud-native products harder to secure?", None),
        ("How do you name families of vulnerabilities?", None),
        ("Would you rather hire or buy?", None),
        ("Could you describe your last review?", None),
        ("When a caller is angry, what do you do?", None),
        ("Have you shipped late? Tell me about it.", None),
        ("A team is late. What do you do, and what comes of it?", None),
        ("When a caller is angry, do you hang up?", Some("K104")),
        ("Are you good at this?", Some("K104")),
        ("How do you plan and how do you report?", Some("K103")),
        ("What do you do? Why?", Some("K103")),
        ("Wouldn’t you rather ask first what is wrong?", Some("K105")),
        ("How important is honesty in your work?", Some("K105")),
        ("You would stop the release, right?", Some("K105")),
        ("How do you combine this work with your children?", Some("K106")),
        ("What is your native language?", Some("K106")),
        ("When were you born?", Some("K106")),
        ("How do you deal with your disability at work?", Some("K106")),
    ] {
        let mut found = codes(&bank_with(&format!("'{}'", ask.replace('\'', "''")), ""));
        // A question that suggests its answer is mostly one that can be answered with yes, too.
        if code == Some("K105") {
            found.remove("K104");
        }
        assert_eq!(found, code.into_iter().collect(), "{ask}");
    }
}

/// What the rules find in a follow-up or a probe of a behavioral question.
fn found_in_probe(probe: &str) -> BTreeSet<&'static str> {
    let probes = format!("    probes: ['{}']\n", probe.replace('\'', "''"));
    codes(&bank_with("Tell me about your work.", &probes))
}

#[test]
fn a_follow_up_or_probe_asks_one_thing() {
    for probe in [
        "What did you do? What came of it?",
        "Tell me about it. What did you change?",
        "Whom did you talk to, and about what?",
        "Who decides, and how do the owners learn of it?",
        "Which would you drop first, and why?",
        "Whom would you bring in, and when?",
        "Who would have to agree, and to what?",
        "What do you do and how do you report it?",
        "What do you do and why?",
        "What would you do first, and on which grounds?",
        "Tell me about a recent release, and how it went.",
        "Without names, tell me about a recent release, and what came of it.",
    ] {
        assert_eq!(found_in_probe(probe), BTreeSet::from(["K113"]), "{probe}");
    }
    for probe in [
        "Pick one control. Who does what?",
        "You have two findings and one engineer. How do you choose?",
        "Have you shipped late? Tell me about it.",
        "How do you find out what works and what does not?",
        "How do you decide what to do, and what to leave?",
        "What would you tell people who wait and who call again?",
        "What would you tell a customer who calls, and whom you do not know?",
        "How do you decide who does what and when?",
        "How do you decide when and how to escalate?",
        "What do you tell callers from a place where it is late, and who cannot wait?",
        "What would you do in the first and second week?",
        "Tell me about a recent time you trained and coached someone.",
        "The team is late, and what it built fails. What do you do?",
        "And what would you do then?",
    ] {
        assert_eq!(found_in_probe(probe), BTreeSet::new(), "{probe}");
    }
    // Whatever the language, two question marks are two questions.
    let german = bank_with("Erzählen Sie.", "    follow_up: Wann war das? Was kam dabei heraus?\n")
        .replacen("title: Good", "title: Good\nlanguage: de", 1);
    assert_eq!(codes(&german), BTreeSet::from(["K113"]));
}

#[test]
fn an_example_is_asked_for_and_not_its_date() {
    for (probe, phrase) in [
        ("When did you last do that?", "when did you last"),
        ("When was the last time you did that?", "when was the last"),
        ("When did an engineering leader last refuse?", "when did an engineering leader last"),
        ("And when have you most recently done so?", "when have you most recently"),
        ("How long ago was that?", "how long ago"),
    ] {
        let (_, found) = found(&[&bank_with("Tell me.", &format!("    probes: ['{probe}']\n"))]);
        let found: Vec<_> = found.iter().map(|it| (it.code, it.message.clone())).collect();
        assert_eq!(found, [("K114", format!("“{phrase}” asks for a date"))], "{probe}");
    }
    for probe in [
        "What did you change in your last project?",
        "When a release is late, what do you do last?",
        "When did you notice that it had failed?",
        "What happens when the queue was full in the last week?",
        "Tell me about the last time you did that.",
    ] {
        assert_eq!(found_in_probe(probe), BTreeSet::new(), "{probe}");
    }
    assert_eq!(codes(&bank_with("When did you last lead?", "")), BTreeSet::from(["K114"]));
}

#[test]
fn a_question_about_the_future_is_followed_by_one_about_the_past() {
    let followed = |kind: &str, follow_up: &str| {
        let more = format!("    follow_up: {follow_up}\n");
        let text = bank_with("What would you do first?", &more);
        codes(&text.replacen("kind: behavioral", &format!("kind: {kind}"), 1))
    };
    for follow_up in [
        "Tell me about a recent time you did that.",
        "Tell me about a project that went that way.",
        "Have you done that before? Tell me about it.",
        "Which release did you handle that way?",
        "Describe a case.",
        "Walk me through one review of yours.",
    ] {
        for kind in ["situational", "opinion"] {
            assert_eq!(followed(kind, follow_up), BTreeSet::new(), "{follow_up}");
        }
    }
    for follow_up in ["How would you measure that?", "Why?", "Explain your approach."] {
        assert_eq!(followed("situational", follow_up), BTreeSet::from(["K108"]), "{follow_up}");
        assert_eq!(followed("opinion", follow_up), BTreeSet::from(["K108"]), "{follow_up}");
        assert_eq!(followed("behavioral", follow_up), BTreeSet::new(), "{follow_up}");
    }
}

#[test]
fn anchors_rate_an_example_only_if_one_is_asked_for() {
    let rated = |anchors: &str, follow_up: &str, kind: &str| {
        let more = format!("    follow_up: {follow_up}\n    allow: {{K108: no reason}}\n");
        let text = bank_with("What would you do first?", &more)
            .replacen("kind: behavioral", &format!("kind: {kind}"), 1)
            .replacen(
                "anchors: {1: Blames the others., 2: Tells what happened., 3: Shows what was changed since.}",
                &format!("anchors: {{{anchors}}}"),
                1,
            );
        let found = found(&[&text]).1.into_iter().filter(|it| it.code == "K116");
        found.map(|it| it.message).collect::<Vec<_>>()
    };
    let anchors = "1: 'Blames others. Example: none.', 2: 'Asks first. Example: no result.', 3: Tells of a measured result.";
    let message = "the anchors for 1, 2, and 3 rate an example that nothing asks for";
    assert_eq!(rated(anchors, "How would you measure that?", "opinion"), [message]);
    assert_eq!(
        rated(
            "1: Blames others., 2: Asks first., 3: 'Asks first and gives a case.'",
            "Why?",
            "situational"
        ),
        ["the anchor for 3 rates an example that nothing asks for"]
    );
    // Asked for, or about something else.
    let none: [String; 0] = [];
    assert_eq!(rated(anchors, "Tell me about a recent time you did.", "opinion"), none);
    assert_eq!(rated(anchors, "Why?", "behavioral"), none);
    let other = "1: Blames others., 2: 'Names two checks, for example of the log.', 3: Names the telltale sign.";
    assert_eq!(rated(other, "Why?", "opinion"), none);
}

#[test]
fn a_rubric_lists_content_and_praises_no_manner() {
    let with = |line: &str| {
        codes(&bank_with("Tell me.", "").replacen(
            "[Says what was done.,",
            &format!("['{line}',"),
            1,
        ))
    };
    for line in [
        "Stays calm and specific.",
        "Shows humility.",
        "Speaks clearly.",
        "Is friendly to users.",
        "Answers with confidence.",
    ] {
        assert_eq!(with(line), BTreeSet::from(["K115"]), "{line}");
    }
    for line in [
        "Calms the caller down by naming the next step.",
        "Gives scope, impact, and confidence level.",
        "Designs user-friendly errors.",
        "Composes the update for executives.",
        "Communicates the findings before changing the process.",
    ] {
        assert_eq!(with(line), BTreeSet::new(), "{line}");
    }
    // What a candidate did politely is no praise of an answer.
    let anchors =
        bank_with("Tell me.", "").replacen("Tells what happened.", "Promises politely.", 1);
    assert_eq!(codes(&anchors), BTreeSet::new());
}

#[test]
fn words_are_judged_in_english_banks_only() {
    let text = bank_with("Are you good at this?", "");
    assert_eq!(
        codes(&text.replacen("title: Good", "title: Good\nlanguage: en-GB", 1)),
        BTreeSet::from(["K104"])
    );
    assert_eq!(
        codes(&text.replacen("title: Good", "title: Good\nlanguage: de", 1)),
        BTreeSet::new()
    );
}

#[test]
fn advice_is_turned_off_for_a_question_a_role_or_a_bank_with_a_reason() {
    let ask = "Are you good at this?";
    let allow = "    allow: {K104: It opens the interview.}\n";
    assert_eq!(codes(&bank_with(ask, allow)), BTreeSet::new());
    let whole =
        bank_with(ask, "").replacen("title: Good", "title: Good\nallow: {K104: All are short.}", 1);
    assert_eq!(codes(&whole), BTreeSet::new());
    let wrong = "    allow: {K104: null, K1O4: typo, K003: no, K201: not mine, K204: nor mine}\n";
    let test = Test::new().file("bank.yaml", &bank_with(ask, wrong));
    insta::assert_snapshot!(test.run("check bank.yaml").whole());
}

#[test]
fn banks_are_checked_each_by_itself_or_together() {
    let one = bank_with("Tell me about your work.", "");
    let two = one.replacen("id: good", "id: other", 1).replace("label: Maybe", "label: Perhaps");
    let test = Test::new().file("one.yaml", &one).file("two.yaml", &two);
    assert_eq!(
        test.run("check one.yaml two.yaml").ok().err,
        "checked 2 banks: no problems found\n"
    );
    let together = test.run("check --together one.yaml two.yaml").ok();
    assert!(together.out.contains("advice[K207]"), "{}", together.out);
    assert!(together.out.contains("two.yaml:5:8"), "{}", together.out);
    // Each of their questions is asked twice now.
    assert_eq!(together.out.matches("advice[K111]").count(), 7, "{}", together.out);
}

#[test]
fn a_teams_bank_leans_on_its_companys() {
    let team = "id: team\ntitle: Team\nroles: [{id: lead, title: Lead, level: one, must_ask: [own, question-1]}]\n\
        questions:\n  - {id: own, number: 1, ask: Tell me about our product., theme: people, levels: [one], competencies: \
        [care], kind: behavioral, minutes: 8, rubric: [a, b], anchors: {1: no, 2: maybe, 3: yes}}\n";
    let company = bank_with("Tell me about your work.", "");
    let test = Test::new().file("company.yaml", &company).file("team.yaml", team);
    assert_eq!(test.run("check --together company.yaml team.yaml").ok().out, "");
    let listed = test
        .run("list --bank company.yaml --bank team.yaml --role lead --limit 2 --format ids")
        .ok();
    assert_eq!(listed.out, "question-1\nown\n");
    let alone = test.run("check team.yaml");
    assert_eq!(alone.code, 1);
    insta::assert_snapshot!(alone.whole());
    let built_in = test.run("list --bank built-in --bank company.yaml --level one --format ids");
    assert!(built_in.err.contains("this scale has 3 points"), "{}", built_in.err);
}

#[test]
fn findings_are_shown_with_the_line_and_a_way_out() {
    let test = Test::new().file("bank.yaml", &bank_with("Are you good at this?", ""));
    insta::assert_snapshot!(test.run("check bank.yaml").ok().whole());
}

#[test]
fn findings_are_json_for_scripts() {
    let test = Test::new()
        .file("good.yaml", &bank_with("Are you good?", ""))
        .file("bad.yaml", "id: bad\nroels: []\n");
    let ran = test.run("check --format json good.yaml bad.yaml");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.out.replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn advice_fails_only_a_strict_check() {
    let text = bank_with("Are you good at this?", "");
    let test = Test::new();
    assert_eq!(test.run_with("check -", &text).ok().err, "checked 1 bank: 1 suggestion found\n");
    let strict = test.run_with("check --strict --quiet -", &text);
    assert_eq!((strict.code, strict.err.as_str()), (1, "checked 1 bank: 1 suggestion found\n"));
    assert!(strict.out.contains("<stdin>:9:10"), "{}", strict.out);
    assert_eq!(test.run("check --quiet").ok().err, "");
}

#[test]
fn a_report_of_many_findings_stays_short_and_a_script_gets_all() {
    let lines: Vec<String> = (0..5000).map(|number| format!("key-{number}: 1\n")).collect();
    let lines = lines.concat();
    let test = Test::new();
    let human = test.run_with("check -", &lines);
    assert!(human.out.contains("… and "), "{}", &human.out[human.out.len() - 200..]);
    assert!(human.out.matches("error[").count() == 100);
    let json: serde_json::Value =
        serde_json::from_str(&test.run_with("check --format json -", &lines).out).unwrap();
    assert!(json["errors"].as_u64().unwrap() > 5000);
}

#[test]
fn every_rule_has_a_code_of_its_own_and_says_why() {
    let codes: Vec<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    for rule in Rule::ALL {
        assert_eq!(Rule::of_code(rule.code()), Some(rule));
        assert_eq!(rule.severity() == Severity::Error, rule.code().starts_with("K0"));
    }
    insta::assert_snapshot!(Test::new().run("check --rules").ok().out);
}

/// Twelve words that all count, and none of which is the plural of another.
const WORDS: [&str; 12] = [
    "apple", "basil", "cumin", "dill", "endive", "fennel", "garlic", "honey", "iris", "jute",
    "kale", "lemon",
];

/// What is alike, by comparing all with all: the rule's own words, without its shortcut.
fn alike_by_force(asks: &[Vec<usize>]) -> Vec<usize> {
    let sets: Vec<BTreeSet<&usize>> = asks.iter().map(|ask| ask.iter().collect()).collect();
    let mut kept: Vec<usize> = Vec::new();
    let mut alike = Vec::new();
    for (index, set) in sets.iter().enumerate() {
        let is_alike = |&before: &usize| {
            let shared = sets[before].intersection(set).count();
            if set.len() < 3 || sets[before].len() < 3 {
                return asks[before] == asks[index];
            }
            shared * 5 >= (set.len() + sets[before].len() - shared) * 3
        };
        if kept.iter().any(is_alike) {
            alike.push(index);
        } else {
            kept.push(index);
        }
    }
    alike
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn near_duplicates_are_those_that_comparing_all_with_all_would_find(
        asks in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 1..8), 1..12)
    ) {
        let question = |(ask, number): (&Vec<usize>, usize)| {
            let words: Vec<&str> = ask.iter().map(|word| WORDS[*word]).collect();
            format!(
                "  - {{id: q{number}, number: {number}, ask: Tell me about {}., theme: people, levels: [one], competencies: [care], \
                 kind: behavioral, minutes: 8, rubric: [a, b]}}\n",
                words.join(" ")
            )
        };
        let good = bank_with("-", "");
        let (head, _) = good.split_once("questions:\n").unwrap();
        let questions: String = asks.iter().zip(1..).map(question).collect();
        let (sources, found) = found(&[&format!("{head}questions:\n{questions}")]);
        let first = sources.locate_byte(sources.ids().next().unwrap(), head.len()).line + 1;
        let twins = found.iter().filter(|found| found.code == "K111");
        let twins: Vec<usize> = twins.map(|it| sources.locate(it.span.as_ref().unwrap()).line - first).collect();
        prop_assert_eq!(twins, alike_by_force(&asks));
    }

    #[test]
    fn no_wording_makes_a_review_panic(ask in "\\PC{1,60}", follow_up in "\\PC{1,60}") {
        let quoted = |text: &str| format!("'x{}'", text.replace('\'', "''"));
        let more = format!("    follow_up: {}\n", quoted(&follow_up));
        let text = bank_with(&quoted(&ask), &more);
        let mut sources = Sources::new();
        let id = sources.add(Source { name: "bank.yaml".to_owned(), text });
        if let Ok(read) = load_with_spans(&sources, &[id]) {
            drop(review(&read.value.0, &read.value.1));
        }
    }
}
