//! One binary for all tests that go through the interface of a module or through the program.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::needless_pass_by_value,
    clippy::semicolon_if_nothing_returned,
    clippy::similar_names,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that cannot go on fails, touches files of its own, and may be plainer than the program"
)]

mod bank;
mod block_styles;
mod bounds;
mod brand;
mod brand_files;
mod build;
mod characters;
mod check;
mod cli;
mod collect;
mod collections;
mod composite_scans;
mod conformance;
mod debrief;
mod document;
mod east_asian;
mod embedded_fonts;
mod examples;
mod every_language;
mod exit_codes;
mod exports;
mod faults;
mod field_names;
mod font_files;
mod form;
mod form_reader;
mod frames;
mod fuzz;
mod geometry;
mod growth;
mod hostile_forms;
mod import;
mod inputs;
mod json;
mod kit_code;
mod languages;
mod large_print;
mod layout_hints;
mod legend;
mod layouts;
mod list;
mod locale;
mod lock;
mod looks;
mod manifest;
mod many;
mod markdown_reader;
mod messages;
mod memory;
mod name_tags;
mod one_file;
mod own;
mod pack;
mod packet_id;
mod packet_pages;
mod page_marks;
mod page_numbers;
mod pages;
mod panel;
mod paper;
mod pdf;
mod pdf_objects;
mod pictures;
mod purge;
mod readme;
mod raster;
mod rating_states;
mod records;
mod returned_folders;
mod right_to_left;
mod roster;
mod roster_csv;
mod running_header;
mod schema;
mod scan;
mod scan_boxes;
mod scores;
mod select;
mod share;
mod simple_text;
mod statistics;
mod support;
mod template;
mod text_languages;
mod threads;
mod tidy;
mod time;
mod verify;
mod verify_files;
mod verify_rules;
mod whole_pack;
mod written_times;
mod yaml;
