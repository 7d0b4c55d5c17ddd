//! The entry points that are fuzzed (`fuzz/run`), driven over the committed seeds and over all that was ever found.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
mod entry;

type Drive = fn(&[u8]);

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn every_seed_and_every_finding_goes_through_its_entry_point() {
    let targets: [(&str, Drive); 15] = [
        ("bank", |it| entry::bank(&text(it))),
        ("document", |it| entry::document(&text(it))),
        ("packet", |it| drop(entry::packet(&text(it)))),
        ("returned_markdown", |it| entry::returned_markdown(&text(it))),
        ("roster", |it| entry::roster(&text(it))),
        ("lock", |it| entry::lock(&text(it))),
        ("front_matter", |it| entry::front_matter(&text(it))),
        ("template", |it| entry::template(&text(it))),
        ("pack", |it| entry::pack(&text(it))),
        ("brand", |it| entry::brand(&text(it))),
        ("logo", entry::logo),
        ("font", entry::font),
        ("form", entry::form),
        ("picture", entry::picture),
        ("page_code", entry::page_code),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for (target, drive) in targets {
        let mut driven = 0;
        for kind in ["seeds", "findings"] {
            let Ok(entries) = fs::read_dir(root.join(kind).join(target)) else { continue };
            for entry in entries {
                drive(&fs::read(entry.unwrap().path()).unwrap());
                driven += 1;
            }
        }
        assert!(driven > 0, "{target} has no seeds");
        let source = root.join("fuzz_targets").join(target).with_extension("rs");
        assert!(fs::read_to_string(source).unwrap().contains(&format!("entry::{target}(")));
    }
}
