//! The program `interview-kit`.

use std::process::ExitCode;

/// The stack of the program, in bytes: what Linux and macOS give a main thread. Windows gives it 1 MiB, and a template with as many
/// branches as it may have takes more in a debug build.
const STACK: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    let run = || interview_kit::run(std::env::args_os());
    let thread = std::thread::Builder::new().name("main".to_owned()).stack_size(STACK);
    match thread.spawn(run) {
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
