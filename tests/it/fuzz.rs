//! The entry points that are fuzzed (`fuzz/run`), driven over the committed seeds and over all that was ever found.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
mod entry;

type Drive = fn(&str);

#[test]
fn every_seed_and_every_finding_goes_through_its_entry_point() {
    let targets: [(&str, Drive); 8] = [
        ("bank", entry::bank),
        ("document", entry::document),
        ("packet", |text| drop(entry::packet(text))),
        ("roster", entry::roster),
        ("lock", entry::lock),
        ("front_matter", entry::front_matter),
        ("template", entry::template),
        ("pack", entry::pack),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for (target, drive) in targets {
        let mut driven = 0;
        for kind in ["seeds", "findings"] {
            let Ok(entries) = fs::read_dir(root.join(kind).join(target)) else { continue };
            for entry in entries {
                drive(&String::from_utf8_lossy(&fs::read(entry.unwrap().path()).unwrap()));
                driven += 1;
            }
        }
        assert!(driven > 0, "{target} has no seeds");
        let source = root.join("fuzz_targets").join(target).with_extension("rs");
        assert!(fs::read_to_string(source).unwrap().contains(&format!("entry::{target}(")));
    }
}
