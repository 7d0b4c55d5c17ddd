//! In: nothing. Out: what every other module builds on: units, texts and places in them, diagnostics, YAML, files, pixels.
//!
//! This module knows no other module, and nothing of interviews.

pub mod diagnostic;
pub mod facts;
pub mod files;
pub mod hash;
pub mod image;
pub mod memo;
pub mod page_marks;
pub mod page_words;
pub mod source;
pub mod text;
pub mod threads;
pub mod unit;
pub mod yaml;
