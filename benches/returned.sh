#!/usr/bin/env bash
# Times `collect` and `verify` on packets that came back: 1,000 with a scoring form and a scorecard of four questions, and 1,000 with
# the guide, the scoring form, and the scorecard of an hour. Needs GNU time.
#
# Usage: benches/returned.sh
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet
kit=$PWD/target/release/interview-kit
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{ echo "name,candidate"; seq -f "c%04g,Candidate" 1000; } > "$work/roster.csv"

timed() { # COMMAND…: five runs; seconds of the median, and MiB of the last.
  local all=() seconds memory
  for _ in 1 2 3 4 5; do
    /usr/bin/time -q -f "%e %M" -o "$work/time" "$@" > "$work/out" 2> "$work/said" || true
    read -r seconds memory < "$work/time"
    all+=("$seconds")
  done
  echo "$(printf '%s\n' "${all[@]}" | sort -n | sed -n 3p) s, $((memory / 1024)) MiB"
}

for case in "--limit 4 --documents scoring,scorecard" "--minutes 60"; do
  read -ra options <<< "$case"
  rm -rf "$work/packets"
  "$kit" build "${options[@]}" --roster "$work/roster.csv" --format pdf --lock "$work/kit.lock" --force --quiet \
    -o "$work/packets" 2> "$work/said"
  echo "1,000 packets, $case, $(($(du -s --apparent-size -k "$work/packets" | cut -f1) / 1000)) KiB each"
  echo "  collect: $(timed "$kit" collect "$work/packets" --lock "$work/kit.lock" -o "$work/records.json" --force --quiet)"
  echo "  verify: $(timed "$kit" verify "$work/packets" --lock "$work/kit.lock")"
done
