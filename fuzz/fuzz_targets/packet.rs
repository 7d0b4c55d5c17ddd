#![no_main]

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::path::Path;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let pdf = entry::packet(text);
    // Where a folder is named, each PDF goes there, for a reader that this project did not write.
    if let (Some(pdf), Some(folder)) = (pdf, std::env::var_os("KEEP_PDFS")) {
        let name = BuildHasherDefault::<DefaultHasher>::default().hash_one(text);
        std::fs::write(Path::new(&folder).join(format!("{name:016x}.pdf")), pdf).unwrap();
    }
});
