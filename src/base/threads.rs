//! The threads that share work.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::sync::Once;
use std::thread::{self, ScopedJoinHandle};

use rayon::ThreadPoolBuilder;

/// Makes ready for rayon to share work between threads. Where the system has no room for another thread, as in a container that may have
/// few processes, all work is done on the thread that calls this: rayon by itself would panic. To be called by the main thread before work is
/// shared.
pub fn prepare() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if thread::Builder::new().spawn(|| ()).is_err() {
            let alone = ThreadPoolBuilder::new().num_threads(1).use_current_thread();
            // It fails only if there are threads already, and then they can be used.
            let _ = alone.build_global();
        }
    });
}

thread_local! {
    static WORKS_ALONE: Cell<bool> = const { Cell::new(false) };
}

/// Does work beside which other threads do more of its kind, as the rows of a roster are made: all cores are busy, and none of it is shared.
pub fn alone<R>(work: impl FnOnce() -> R) -> R {
    let before = WORKS_ALONE.replace(true);
    let done = work();
    WORKS_ALONE.set(before);
    done
}

/// Whether this thread should do alone what it could share: all cores are busy.
#[must_use]
pub fn are_busy() -> bool {
    WORKS_ALONE.get()
}

/// Does two things at a time, the first of them on a thread of its own if there is room for one.
pub fn side_by_side<A: Send, B>(other: impl Fn() -> A + Sync, own: impl FnOnce() -> B) -> (A, B) {
    if are_busy() || rayon::current_thread_index().is_some() {
        return (other(), own());
    }
    thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, &other);
        let own = own();
        let other = match thread {
            Ok(thread) => join(thread),
            Err(_) => other(),
        };
        (other, own)
    })
}

/// Makes things ready, and hands out a function that returns the next of them: the one after it is made on a thread of its own meanwhile, if
/// there is room for one.
pub fn ahead<T: Sync, R: Send, O>(
    things: &[T],
    ready: impl Fn(&T) -> R + Sync,
    use_all: impl FnOnce(&mut dyn FnMut() -> Option<R>) -> O,
) -> O {
    thread::scope(|scope| {
        let ready = &ready;
        // A thread of rayon that waited here could not do what the other shares with it.
        let is_alone = are_busy() || rayon::current_thread_index().is_some();
        let spawn = |thing| {
            let builder = Some(thread::Builder::new()).filter(|_| !is_alone)?;
            builder.spawn_scoped(scope, move || ready(thing)).ok()
        };
        let (mut rest, mut waiting) = (things.iter(), None);
        use_all(&mut || {
            let (thing, thread) = match waiting.take() {
                Some(begun) => begun,
                None => (rest.next()?, None),
            };
            waiting = rest.next().map(|thing| (thing, spawn(thing)));
            Some(thread.map_or_else(|| ready(thing), join))
        })
    })
}

fn join<R>(thread: ScopedJoinHandle<'_, R>) -> R {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Frees memory, on another thread unless all cores are busy: that of many pages takes as long as to pack some of them.
pub fn free(it: impl Send + 'static) {
    if are_busy() || rayon::current_thread_index().is_some() {
        drop(it);
    } else {
        rayon::spawn(move || drop(it));
    }
}

/// On how many threads work is shared.
#[must_use]
pub fn count() -> usize {
    rayon::current_num_threads()
}

/// Does the same with each of a few things at a time, each on a thread of its own if there is room for one. The results are in their order.
///
/// In contrast to rayon, a thread that waits here does nothing else meanwhile: it may hold what other work waits for.
pub fn all<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let Some((last, others)) = things.split_last() else { return Vec::new() };
    thread::scope(|scope| {
        let work = &work;
        let spawn = |thing| thread::Builder::new().spawn_scoped(scope, move || work(thing)).ok();
        let threads: Vec<_> = others.iter().map(|thing| (thing, spawn(thing))).collect();
        let last = work(last);
        let done = threads.into_iter().map(|(thing, thread)| match thread {
            Some(thread) => join(thread),
            None => work(thing),
        });
        let mut done: Vec<R> = done.collect();
        done.push(last);
        done
    })
}
