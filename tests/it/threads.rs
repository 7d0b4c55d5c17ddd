//! Machines on which the program cannot begin another thread, as in containers that may have few processes.
#![cfg(target_os = "linux")]

use std::fs;
use std::thread;
use std::time::Duration;

use interview_kit::base::threads;

use crate::support::{Ran, Test, install_font};

/// A stack that is larger than any memory: no thread can begin with it.
const NO_STACK: usize = 1 << 46;

/// What commands print, and the files that they make.
type Made = (Vec<String>, Vec<(String, Vec<u8>)>);

/// Runs commands that share their work between threads, on a machine that has room for them or has not.
fn made(has_room: bool) -> Made {
    let font = fs::read("assets/fonts/KitMono-Regular.ttf").unwrap();
    let test =
        Test::new().file("b.yml", "typography: { base: kit mono }\n").file("g.md", "# Head\n");
    let (variable, home) = install_font(&test, "mono.ttf", &font);
    let lines = [
        "build --brand b.yml -o kit --lock kit.lock",
        "panel --size 2 -o panel",
        "typeset g.md -o g.pdf",
        "collect kit --lock kit.lock -o records.json",
        "verify kit --lock kit.lock",
        "scores records.json",
        "purge kit --on 2030-01-01",
        "check",
    ];
    let ran = lines.map(|line| {
        let mut command = test.command(line.split_whitespace());
        command.env(variable, &home);
        if !has_room {
            command.env("RUST_MIN_STACK", NO_STACK.to_string());
        }
        format!("{line}\n{}", Ran::of(command.output().unwrap()).whole())
    });
    let folders = ["", "kit", "panel"].map(|folder| fs::read_dir(test.path(folder)).unwrap());
    let paths = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.is_file());
    let named = files.map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read(path).unwrap())
    });
    let mut files: Vec<(String, Vec<u8>)> = named.collect();
    files.sort();
    (ran.to_vec(), files)
}

#[test]
fn what_is_made_without_room_for_another_thread_is_the_same() {
    assert!(thread::Builder::new().stack_size(NO_STACK).spawn(|| ()).is_err());
    let ((said, files), (said_alone, files_alone)) = (made(true), made(false));
    assert_eq!(said.join("\n"), said_alone.join("\n"));
    assert!(files.len() > 10, "{}", files.len());
    assert!(
        said[0].starts_with("build --brand b.yml -o kit --lock kit.lock\nexit 0"),
        "{}",
        said[0]
    );
    for (made, alone) in files.iter().zip(&files_alone) {
        assert!(made == alone, "{} and {} differ", made.0, alone.0);
    }
    assert_eq!(files.len(), files_alone.len());
}

#[test]
fn what_is_piped_to_another_thread_arrives_in_order_whoever_is_slower() {
    let pauses = [(0, 0), (0, 100), (100, 0)]
        .map(|(make, using)| (Duration::from_micros(make), Duration::from_micros(using)));
    for (make, using) in pauses {
        let piped = || {
            let mut arrived = Vec::new();
            let use_one = |number: u32| {
                thread::sleep(using);
                arrived.push(number);
            };
            let made = threads::piped(4, use_one, |give| {
                for number in 0..200 {
                    thread::sleep(make);
                    give(number);
                }
                "all are made"
            });
            assert_eq!(made, "all are made");
            arrived
        };
        assert!(piped().into_iter().eq(0..200));
        assert!(threads::alone(piped).into_iter().eq(0..200));
    }
}
