# The commands that people repeat. `just` lists them; https://just.systems, or `pip install rust-just`.

set positional-arguments

# List the commands.
[private]
default:
    @{{ just_executable() }} --list --unsorted

# Run the tests, or only those with a word in their names: `just test roster`.
test *words:
    cargo test --locked --test it -- "$@"

# Run the tests so many times, each time with new random cases.
random times='10':
    for seed in $(shuf -i 1-4294967295 -n {{ times }}); do echo "PROPTEST_RNG_SEED=$seed"; PROPTEST_RNG_SEED=$seed cargo test --locked --test it --quiet || exit 1; done

# Run the tests and write what they print now into the snapshots, then show what changed.
snapshots *words:
    INSTA_UPDATE=always cargo test --locked --test it -- "$@"
    git --no-pager diff --stat -- tests/it/snapshots
    git diff -- tests/it/snapshots

# Accept how the pages look now as the reference pictures (needs pdftoppm). Look at them first: `just pages`.
looks:
    LOOKS=accept cargo test --locked --test it -- looks
    git --no-pager diff --stat -- tests/looks

# Make the pictures of pages in README.md (needs pdftoppm).
pictures:
    assets/readme/pictures.sh

# Make the German packet in examples/ again.
example-packet:
    rm -rf examples/ward-manager-de
    cargo build --locked --quiet
    INTERVIEW_KIT=target/debug/interview-kit examples/german-packet.sh examples/ward-manager-de

# Format the code and run the lints.
lint:
    cargo fmt
    cargo clippy --all-targets --locked -- -D warnings

# Run the whole gate, as CI does. It takes a while, and installs Debian packages that are missing.
gate:
    .ci/run

# Build a kit and open its pages as pictures (needs pdftoppm): `just pages build --minutes 60`.
pages *command='panel --size 2 --minutes 45 --documents panel-plan,candidate-sheet,ground-rules,guide,scoring,scorecard,debrief --collate=none':
    rm -rf target/pages
    cargo run --locked --quiet -- {{ command }} --format pdf -o target/pages
    cd target/pages && for pdf in *.pdf; do pdftoppm -r 80 -png "$pdf" "${pdf%.pdf}"; done && ls *.png
    -{{ if os() == "macos" { "open" } else { "xdg-open" } }} target/pages

# Time whole processes, and print the next rows of benches/ledger.md (needs pdfinfo). Further programs are timed beside: `just bench 0.1.0=/path`.
bench *programs:
    cargo build --locked --release
    python3 benches/ledger.py "$(git rev-parse --short HEAD)=target/release/interview-kit" "$@"

# Count the instructions that CI compares, and write them down (needs valgrind).
instructions:
    cargo build --locked --release
    .ci/instructions target/release/interview-kit --record

# Time each stage, or only some: `just stages typeset`.
stages *words:
    cargo bench --locked --bench stages -- "$@"

# Fuzz every entry point for so many seconds, or only some: `just fuzz 600 bank roster`.
fuzz seconds='20' *targets:
    fuzz/run "$@"
