#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| entry::returned_markdown(text));
