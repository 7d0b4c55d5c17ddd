#!/usr/bin/env bash
# Times the whole process: the 18-question kit in both formats, and Markdown alone. Needs hyperfine.
#
# Usage: benches/whole.sh
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet
kit=$PWD/target/release/interview-kit
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
hyperfine --shell=none --warmup 5 --runs 50 \
  "$kit build --quiet --force -o $out" \
  "$kit build --quiet --force -o $out --format md" \
  "$kit list --quiet"
