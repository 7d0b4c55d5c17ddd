//! One binary for all tests that go through the border of a room or through the program.

mod bank;
mod build;
mod cli;
mod document;
mod examples;
mod list;
mod pack;
mod pages;
mod pdf;
mod select;
mod support;
mod template;
mod tidy;
