//! Builds structured-interview kits: a question bank in, print-ready guides out.
//!
//! The rooms, in the order in which the data passes through them.

pub mod unit;
pub mod source;
pub mod diagnostic;
pub mod yaml;
pub mod bank;
pub mod select;
pub mod kit;
pub mod template;
pub mod document;
pub mod pages;
pub mod typeset;
pub mod pdf;
pub mod output;
pub mod cli;
pub mod commands;
pub mod report;
