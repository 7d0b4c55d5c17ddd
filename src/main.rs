//! The program `interview-kit`.

fn main() {}
