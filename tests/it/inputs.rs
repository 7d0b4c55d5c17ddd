//! What a command reads is not what it writes.

use crate::support::{Test, tool};

/// A folder with a packet that came back, and its records.
fn returned() -> (Test, &'static str) {
    const FORM: &str = "returned/form.pdf";
    let test = Test::new();
    std::fs::create_dir(test.path("returned")).unwrap();
    let packet = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/returned/packets/c1-interviewer-1-packet.pdf"
    );
    std::fs::copy(packet, test.path(FORM)).unwrap();
    test.run("collect returned -o records.json -q").ok();
    (test, FORM)
}

#[test]
fn a_file_that_a_command_reads_is_never_written_over() {
    let (test, form) = returned();
    let before = [form, "records.json"].map(|name| test.read(name));
    for line in [
        format!("collect {form} -o ./{form} --force"),
        "collect returned -o returned/../records.json --kit records.json --force".to_owned(),
        "scores records.json -o ./records.json --force".to_owned(),
        "scores records.json --format pdf -o returned/../records.json --force".to_owned(),
    ] {
        let ran = test.run(&line);
        assert_ne!(ran.code, 0, "{line}");
    }
    std::fs::copy(test.path("records.json"), test.path("records.md")).unwrap();
    let ran = test.run("debrief --from records.md --format md -o ./records.md --force");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("the command reads this file"), "{}", ran.err);
    assert_eq!([form, "records.json"].map(|name| test.read(name)), before);
    assert_eq!(test.read("records.md"), before[1]);
}

/// A zip archive of one file that is stored as it is, as `zip -0` writes it (APPNOTE.TXT, 4.3.7).
fn stored(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = b"PK\x03\x04\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    let size = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    zip.extend([size, size].concat());
    zip.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
    zip.extend([0, 0]);
    zip.extend(name.as_bytes());
    zip.extend(bytes);
    zip
}

#[test]
fn a_form_in_an_archive_is_neither_read_nor_removed() {
    let (test, form) = returned();
    let archive = stored("form.pdf", &test.read(form));
    std::fs::create_dir(test.path("archives")).unwrap();
    std::fs::write(test.path("archives/all.zip"), &archive).unwrap();
    let ran = test.run("collect archives -o archives.json");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("zip archive"), "{}", ran.err);
    test.run("purge archives --on 2090-01-01 --yes");
    assert_eq!(test.read("archives/all.zip"), archive);
}

#[test]
fn forms_that_were_merged_are_refused_as_one_file() {
    let (test, form) = returned();
    let other = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/returned/packets/c1-interviewer-2-packet.pdf"
    );
    let (form, merged) = (test.path(form), test.path("merged.pdf"));
    let arguments =
        ["--empty", "--pages", form.to_str().unwrap(), other, "--", merged.to_str().unwrap()];
    if tool("qpdf", &arguments).is_none() {
        return;
    }
    let ran = test.run("collect merged.pdf -o merged.json");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("a program that merges files renamed its fields"), "{}", ran.err);
    assert_eq!(ran.err.matches("error: merged.pdf").count(), 1, "{}", ran.err);
}

#[test]
fn a_debrief_form_that_was_only_made_from_records_needs_no_date() {
    let test = Test::new();
    let file = |name: &str| format!("{}/examples/returned/{name}", env!("CARGO_MANIFEST_DIR"));
    let (records, lock) = (file("records.json"), file("kit.lock"));
    test.run(&format!("debrief --from {records} --locked {lock} -o debriefs")).ok();
    let ran = test.run("verify debriefs");
    assert!(!ran.out.contains("has no date"), "{}", ran.out);
}
