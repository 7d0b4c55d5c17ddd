//! Banks, templates and schemas of one's own: `init`, `--templates` and `schema`.

use std::collections::BTreeSet;

use interview_kit::bank;
use interview_kit::base::source::{Source, Sources};
use interview_kit::base::text::{one_line, printed_line};
use interview_kit::packet::built_in_templates;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Ran, Test, all_documents};

/// A folder with `init`'s files in `own`.
fn started() -> Test {
    let test = Test::new();
    test.run("init own --quiet").ok();
    test
}

#[test]
fn init_writes_a_bank_its_schema_and_the_templates() {
    let test = Test::new();
    insta::assert_snapshot!(test.run("init own").ok().whole());
    assert!(
        test.text("own/bank.yaml")
            .starts_with("# yaml-language-server: $schema=bank.schema.json\n")
    );
    assert_eq!(test.text("own/bank.schema.json"), test.run("schema").ok().out);
    for (name, text) in built_in_templates() {
        assert_eq!(test.text(&format!("own/templates/{name}")), text);
    }
    // The other languages stay the program's: a copy of each would be read for every kit.
    let (tag, text) = interview_kit::packet::locale::BUILT_IN[0];
    assert_eq!(test.text(&format!("own/templates/locales/{tag}.ftl")), text);
    assert_eq!(test.path("own/templates/locales").read_dir().unwrap().count(), 1);
    assert_eq!(test.run("check own/bank.yaml").ok().out, "");
}

#[test]
fn what_init_wrote_makes_the_same_kit_as_what_is_built_in() {
    let test = started();
    let own = "--bank own/bank.yaml --templates own/templates";
    for layout in ["separate", "combined", "compact"] {
        let line = format!("build --quiet --name {layout} --layout {layout} {}", all_documents());
        test.run(&format!("{line} -o a")).ok();
        test.run(&format!("{line} -o b {own}")).ok();
    }
    let names = |folder: &str| -> BTreeSet<String> {
        let entries = std::fs::read_dir(test.path(folder)).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names("a"), names("b"));
    for name in names("a") {
        let [one, other] = ["a", "b"].map(|folder| test.read(&format!("{folder}/{name}")));
        assert!(one == other, "{name}");
    }
}

#[test]
fn init_into_a_folder_that_holds_the_same_files_leaves_them_alone() {
    let test = Test::new();
    test.run("init own").ok();
    let again = test.run("init own").ok();
    assert!(again.err.starts_with("unchanged: own/bank.yaml\n"), "{}", again.err);
    std::fs::remove_file(test.path("own/templates/guide.md")).unwrap();
    let rest = test.run("init own").ok();
    assert!(rest.err.contains("wrote own/templates/guide.md\n"), "{}", rest.err);
}

#[test]
fn init_replaces_nothing_and_then_writes_nothing() {
    let test = Test::new();
    std::fs::create_dir_all(test.path("own/templates/guide")).unwrap();
    std::fs::write(test.path("own/templates/guide/question.md"), "mine").unwrap();
    let ran = test.run("init own");
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "error: own/templates/guide/question.md already exists; nothing was written\n  help: use --force to overwrite it, or choose another name or folder\n"
    );
    assert_eq!(test.text("own/templates/guide/question.md"), "mine");
    let left: Vec<_> = std::fs::read_dir(test.path("own")).unwrap().collect();
    assert_eq!(left.len(), 1, "only the folder that was there");
}

#[test]
fn init_with_force_replaces_what_differs_and_leaves_other_files_alone() {
    let test = started();
    std::fs::write(test.path("own/bank.yaml"), "mine").unwrap();
    std::fs::write(test.path("own/templates/ours.md"), "ours").unwrap();
    let ran = test.run("init own --force").ok();
    assert!(ran.err.starts_with("wrote own/bank.yaml\nunchanged: own/bank.schema.json\n"));
    assert_eq!(test.run("check own/bank.yaml").ok().out, "");
    assert_eq!(test.text("own/templates/ours.md"), "ours");
}

#[test]
fn a_blank_bank_is_checked_and_built_without_a_change() {
    let test = Test::new();
    let title = "Ward nurse: nights";
    let started =
        Ran::of(test.command(["init", "hiring", "--blank", title]).output().unwrap()).ok();
    insta::assert_snapshot!(started.whole());
    let bank = test.text("hiring/bank.yaml");
    assert!(bank.contains("\nid: ward-nurse-nights\ntitle: \"Ward nurse: nights\"\n"), "{bank}");
    assert_eq!(bank.to_lowercase().matches("support-engineer").count(), 0, "{bank}");
    insta::assert_snapshot!(test.run("check hiring/bank.yaml").ok().whole());
    test.run("build --bank hiring/bank.yaml --role ward-nurse-nights -o packets --strict").ok();
    let schema: Value = serde_json::from_str(&test.text("hiring/bank.schema.json")).unwrap();
    let of_question = schema["definitions"]["Question"]["properties"].as_object().unwrap();
    let of_bank = schema["properties"].as_object().unwrap();
    let keys = of_bank.keys().chain(of_question.keys());
    let untaught: Vec<&String> = keys.filter(|key| !bank.contains(&format!("{key}:"))).collect();
    assert!(untaught.is_empty(), "{untaught:?}");
}

#[test]
fn the_carried_skeleton_is_what_its_own_title_makes() {
    assert_eq!(bank::blank("Support engineer"), include_str!("../../questions/blank.yaml"));
}

proptest! {
    #[test]
    fn any_title_makes_a_valid_blank_bank(title in "\\PC{1,60}|[\\s\\S]{1,30}|null|true|1e3|- a|#x|[0-9]{1,70}") {
        let title_as_read = one_line(&printed_line(&title));
        prop_assume!(!title_as_read.is_empty());
        let mut sources = Sources::new();
        let id = sources.add(Source { name: "bank.yaml".to_owned(), text: bank::blank(&title) });
        let read = bank::load(&sources, &[id]);
        let read = read.map_err(|rejected| TestCaseError::fail(format!("{:?}", rejected.diagnostics())))?;
        prop_assert_eq!(&read.value.origins[0].title, &title_as_read);
    }
}

#[test]
fn a_title_that_cannot_be_printed_is_a_usage_error() {
    let test = Test::new();
    for title in ["", "  ", "\u{202E}"] {
        let ran = Ran::of(test.command(["init", "--blank", title]).output().unwrap());
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("must not be empty"), "{}", ran.err);
    }
    assert!(test.names().is_empty());
}

#[test]
fn a_template_of_ones_own_takes_the_place_of_one_and_leaves_the_others() {
    let test = Test::new();
    std::fs::create_dir_all(test.path("t/guide")).unwrap();
    std::fs::write(test.path("t/guide/closing.md"), "# Ours\n\n{% include \"ours/seal.md\" %}\n")
        .unwrap();
    std::fs::create_dir_all(test.path("t/ours")).unwrap();
    std::fs::write(test.path("t/ours/seal.md"), "Sealed for {{ candidate | or_blank(10) }}.\n")
        .unwrap();
    let ran = test
        .run("build --documents guide --format md -o - --question changed-model --candidate A*b --name a --templates t")
        .ok();
    assert_eq!(ran.err, "");
    assert!(
        ran.out.contains("## Interview agenda")
            && ran.out.contains("## 1. Tell me about a time you changed")
    );
    assert!(ran.out.ends_with("# Ours\n\nSealed for A\\*b.\n"), "{}", ran.out);
}

#[test]
fn a_template_that_nothing_uses_is_warned_of() {
    let test = Test::new();
    std::fs::create_dir(test.path("t")).unwrap();
    std::fs::write(test.path("t/gide.md"), "x").unwrap();
    insta::assert_snapshot!(
        test.run("build --dry-run --question changed-model --quiet --templates t").ok().whole()
    );
}

#[test]
fn a_templates_fault_is_told_with_its_place_and_the_names_that_exist() {
    let mut told = String::new();
    for template in [
        "{% for question in questions %}\n{{ question.titel }}\n{% endfor %}\n",
        "{% set who = candidate %}{% for level in scale %}{{ levl.score }}{% endfor %}\n",
        "{{ candidate_name }}\n",
        "{% include \"../secret.md\" %}\n",
        "{% include \"guide/qestion.md\" %}\n",
        "{% include \"guide/question.md\" %}\n",
        "{% for a in scale %}\n{{ a.score }\n{% endfor %}\n",
        "{{ title | safe }}\n",
        "{{ title | uper }}\n",
        "{{ front_mater(title=title) }}\n",
        "{% if title is nothing %}{% endif %}\n",
        "{% if title %}\n",
        "{{ title\n",
        "{{ questions }}\n",
        "{{ front_matter(titel=title) }}\n",
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}\n",
    ] {
        let test = Test::new().file("secret.md", "secret");
        std::fs::create_dir(test.path("t")).unwrap();
        std::fs::write(test.path("t/guide.md"), template).unwrap();
        let ran = test
            .run("build --documents guide --format md -o - --question changed-model --templates t");
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{template}");
        told.push_str(&ran.err);
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_folder_of_templates_that_cannot_be_meant_is_refused() {
    let test = Test::new().file("file.md", "x");
    std::fs::create_dir(test.path("empty")).unwrap();
    for (folder, hint) in [
        ("nowhere", "cannot read nowhere"),
        ("file.md", "file.md is not a folder"),
        ("empty", "no .md or .ftl files in empty"),
    ] {
        let ran = test.run(&format!("build --templates {folder}"));
        assert_eq!(ran.code, 1, "{folder}");
        assert!(ran.err.contains(hint), "{folder}: {}", ran.err);
    }
    assert_eq!(test.names(), ["empty", "file.md"]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_are_passed_over() {
    let test = Test::new().file("guide.md", "from outside");
    std::fs::create_dir(test.path("t")).unwrap();
    std::fs::write(test.path("t/own.md"), "x").unwrap();
    std::os::unix::fs::symlink(test.path("guide.md"), test.path("t/guide.md")).unwrap();
    let ran = test
        .run("build --documents guide --format md -o - --question changed-model --templates t")
        .ok();
    assert!(ran.out.contains("## Interview agenda"), "{}", ran.out);
}

/// The keys of an object of the schema.
fn keys(schema: &Value) -> BTreeSet<String> {
    schema["properties"].as_object().unwrap().keys().cloned().collect()
}

/// The keys that the reader knows at a place, told by giving it one that it does not.
fn known(bank: &str) -> BTreeSet<String> {
    let ran = Test::new().run_with("check --format json -", bank);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let unknown = findings.iter().find(|found| found["code"] == "K004").unwrap();
    let help = unknown["help"].as_array().unwrap().last().unwrap().as_str().unwrap();
    let names = help.strip_prefix("expected one of: ").unwrap().split(", ");
    names.map(|name| name.trim_matches('`').to_owned()).collect()
}

#[test]
fn the_schema_knows_exactly_the_keys_that_the_reader_knows() {
    let schema = bank::schema();
    assert_eq!(keys(&schema), known("zzz: 1\n"));
    for (definition, list) in [
        ("Competency", "competencies"),
        ("Reference", "companions"),
        ("Level", "levels"),
        ("Role", "roles"),
        ("ScalePoint", "scale"),
        ("Question", "questions"),
    ] {
        let of_schema = &schema["definitions"][definition];
        assert_eq!(keys(of_schema), known(&format!("{list}: [{{zzz: 1}}]\n")), "{definition}");
        assert_eq!(of_schema["additionalProperties"], false, "{definition}");
    }
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn the_schema_wants_the_keys_that_the_reader_misses() {
    let schema = bank::schema();
    let missing = |bank: &str, what: &str| -> BTreeSet<String> {
        let ran = Test::new().run_with("check --format json -", bank);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        let findings = report["findings"].as_array().unwrap().iter();
        let missed = findings.filter_map(|found| {
            let message = found["message"].as_str()?.strip_prefix("missing key `")?;
            Some(message.strip_suffix(&format!("` in this {what}"))?.to_owned())
        });
        missed.collect()
    };
    let wanted = |schema: &Value| -> BTreeSet<String> {
        let keys = schema["required"].as_array().unwrap().iter();
        keys.map(|key| key.as_str().unwrap().to_owned()).collect()
    };
    let mut of_bank = missing("zzz: 1\n", "bank");
    // What another bank may have cannot be wanted of each.
    for shared in ["competencies", "levels", "scale"] {
        assert!(of_bank.remove(shared), "{shared}");
    }
    assert_eq!(wanted(&schema), of_bank);
    let of_question = missing("questions: [{zzz: 1}]\n", "question");
    assert_eq!(wanted(&schema["definitions"]["Question"]), of_question);
    let of_role = missing("roles: [{zzz: 1}]\n", "role");
    assert_eq!(wanted(&schema["definitions"]["Role"]), of_role);
}

#[test]
fn every_key_of_the_schema_says_what_it_is_for() {
    fn walk(name: &str, schema: &Value) {
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{name}.{key}");
        }
    }
    let schema = bank::schema();
    walk("bank", &schema);
    for (name, definition) in schema["definitions"].as_object().unwrap() {
        walk(name, definition);
    }
}
