//! The program `interview-kit`.

use std::process::ExitCode;

fn main() -> ExitCode {
    interview_kit::run(std::env::args_os())
}
