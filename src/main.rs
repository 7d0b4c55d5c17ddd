//! The program `interview-kit`.

use std::process::ExitCode;

fn main() -> ExitCode {
    interview_kit::run(std::env::args_os())
}

// Runs before `main`, and so before the standard library opens `/dev/null` in the place of a standard output that is closed.
#[cfg(unix)]
ctor::declarative::ctor! {
    #[ctor(unsafe)]
    fn look_at_standard_output() {
        if rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err() {
            interview_kit::cli::terminal::standard_output_is_closed();
        }
    }
}
