//! The threads that share work.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::sync::mpsc::{self, RecvTimeoutError, TryRecvError, TrySendError};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::{self, ScopedJoinHandle};
use std::time::Duration;

use rayon::ThreadPoolBuilder;

/// Makes ready for rayon to share work between threads, this one among them: a thread that slept would have to be woken first. Where the system
/// has no room for another thread, as in a container that may have few processes, all work is done on this one: rayon by itself would panic. To be
/// called by the main thread before work is shared.
pub fn prepare() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let is_alone = thread::Builder::new().spawn(|| ()).is_err();
        // 0 are as many as there are cores.
        let threads = ThreadPoolBuilder::new().num_threads(usize::from(is_alone));
        // It fails if there are threads already, and then they can be used. If there is room for one thread, but not for all, rayon says so where
        // work is shared.
        let _ = threads.use_current_thread().build_global();
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

/// Does two things at a time, the first of them on a thread of its own if there is room for one. It may not use rayon: the thread that waits for
/// it may be the only one that rayon has.
pub fn side_by_side<A: Send, B>(other: impl Fn() -> A + Sync, own: impl FnOnce() -> B) -> (A, B) {
    if are_busy() {
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

/// Does two things, at a time unless all cores are busy. Neither may hold what other work waits for.
pub fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    if are_busy() { (one(), other()) } else { rayon::join(one, other) }
}

/// Makes things that another thread uses one after the other as they come. So many of them wait at most: whoever makes them waits as well then. Where
/// there is no room for another thread, or all cores are busy, each is used as soon as it is made. Both may use rayon. There may be one such pair of
/// threads at a time: otherwise, every thread of rayon could wait for another one.
///
/// # Panics
///
/// If one of the two does.
#[expect(clippy::expect_used, reason = "what another thread could take is there if none begins")]
pub fn piped<T: Send, R>(
    most: usize,
    mut use_one: impl FnMut(T) + Send,
    make: impl FnOnce(&mut dyn FnMut(T)) -> R,
) -> R {
    // What the other thread shares with rayon would wait for this one, if it is rayon's only one.
    if are_busy() || count() == 1 {
        return make(&mut use_one);
    }
    let (sender, receiver) = mpsc::sync_channel(most);
    let user = Mutex::new(Some((receiver, use_one)));
    let take_user = || user.lock().unwrap_or_else(PoisonError::into_inner).take();
    thread::scope(|scope| {
        let use_all = || {
            if let Some((receiver, use_one)) = take_user() {
                receiver.into_iter().for_each(use_one);
            }
        };
        let thread = thread::Builder::new().spawn_scoped(scope, use_all);
        let Ok(thread) = thread else {
            let user = take_user();
            let (_, mut use_one) = user.expect("no thread has begun that could take it");
            return make(&mut use_one);
        };
        let result = make(&mut |thing| send(thing, &sender));
        drop(sender);
        join(thread);
        result
    })
}

fn join<R>(thread: ScopedJoinHandle<'_, R>) -> R {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Frees memory, on another thread unless all cores are busy: that of many pages takes as long as to pack some of them.
pub fn free(it: impl Send + 'static) {
    if are_busy() || count() == 1 {
        drop(it);
    } else {
        rayon::spawn(move || drop(it));
    }
}

/// What another thread sends; `None` if it never will. A thread of rayon does other work meanwhile, so that it may wait for what it has to do
/// itself.
#[must_use]
pub fn receive<T>(from: &mpsc::Receiver<T>) -> Option<T> {
    loop {
        match from.try_recv() {
            Ok(sent) => return Some(sent),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => match rayon::yield_now() {
                None => return from.recv().ok(),
                Some(rayon::Yield::Executed) => {}
                // There may be work again before it is sent.
                Some(rayon::Yield::Idle) => match from.recv_timeout(GLANCE) {
                    Ok(sent) => return Some(sent),
                    Err(RecvTimeoutError::Disconnected) => return None,
                    Err(RecvTimeoutError::Timeout) => {}
                },
            },
        }
    }
}

/// Sends a thing to another thread, which it does not reach if that one panicked. While there is no room for it, a thread of rayon does other work:
/// what the other thread waits for may be a part of it.
fn send<T>(mut thing: T, to: &mpsc::SyncSender<T>) {
    while let Err(TrySendError::Full(back)) = to.try_send(thing) {
        thing = back;
        if rayon::yield_now() != Some(rayon::Yield::Executed) {
            thread::sleep(GLANCE);
        }
    }
}

/// How long a thread that waits sleeps before it looks for work.
const GLANCE: Duration = Duration::from_micros(50);

/// On how many threads work is shared.
#[must_use]
pub fn count() -> usize {
    rayon::current_num_threads()
}

/// Does the same with each of a few things at a time, each on a thread of its own if there is room for one. The results are in their order.
///
/// In contrast to rayon, a thread that waits here does nothing else meanwhile: it may hold what other work waits for. None of the work may use
/// rayon: the thread that waits may be the only one that rayon has.
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
