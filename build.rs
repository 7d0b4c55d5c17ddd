//! Links the program for a fixed place in memory. See `docs/decisions/0034-fixed-address.md`.

#[expect(clippy::disallowed_methods, reason = "this is how Cargo tells for what it builds")]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| std::env::var(key).is_ok_and(|it| it == value);
    // The programs for musl and for other systems are linked in ways of their own.
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
