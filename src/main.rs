//! The program `interview-kit`.

use std::process::ExitCode;

fn main() -> ExitCode {
    // A template with as many branches as it may have takes more stack than Windows gives to a main thread.
    if cfg!(windows) { on_a_large_stack(run) } else { run() }
}

fn run() -> ExitCode {
    interview_kit::run(std::env::args_os())
}

/// Runs the program in a thread with 8 MiB of stack, which is what Linux and macOS give to a main thread. There it would only cost:
/// glibc gives memory to other threads in pages, each by a call to the system.
fn on_a_large_stack(run: fn() -> ExitCode) -> ExitCode {
    match std::thread::Builder::new().stack_size(8 * 1024 * 1024).spawn(run) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        // A machine that has no room for a thread may still do the work in this one.
        Err(_) => run(),
    }
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
