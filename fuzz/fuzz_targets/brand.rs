#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| entry::brand(text));
