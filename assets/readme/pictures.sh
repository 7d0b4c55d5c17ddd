#!/usr/bin/env bash
# Makes the pictures of pages in README.md (needs pdftoppm and, if it is there, optipng).
#
# Usage: assets/readme/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT

cargo build --locked --quiet
kit() {
  target/debug/interview-kit build --minutes 60 --candidate "Ana Silva" --date 2026-03-02 --time 9:00 --collate=none --format pdf \
    -o "$pages" --quiet "$@"
}
appsec=(--role appsec-manager --interviewer "R. Okafor" --position "AppSec Manager")
kit --name kit "${appsec[@]}"
kit --name branded "${appsec[@]}" --brand examples/brand/_brand.yml --documents candidate-sheet,guide \
  --contact "jobs@larkfield.example" --questions
kit --name german --bank examples/ward-manager-de.yaml --role stationsleitung --position "Stationsleitung Pflege"
kit --name arabic --bank examples/support-desk-ar.yaml --role support-lead
target/debug/interview-kit debrief --from examples/returned/records.json --packet EASRH --locked examples/returned/kit.lock \
  --format pdf -o "$pages/debrief.pdf" --quiet

# A page of a document, by its number, as a picture: in color, or with `-gray`.
picture() {
  pdftoppm -r 64 -png -f "$2" -l "$2" -singlefile "${@:4}" "$pages/$1.pdf" "assets/readme/$3"
}
picture kit-guide 1 agenda -gray
picture kit-guide 2 asking -gray
picture kit-scoring 1 scoring -gray
picture branded-candidate-sheet 1 branded
picture german-scoring 1 german -gray
picture arabic-guide 1 arabic -gray
picture debrief 1 debrief -gray
picture debrief 2 decision -gray
pdftoppm -r 64 -gray -png -f 1 -l 1 -singlefile examples/scanned/stack.pdf assets/readme/scanned
if command -v optipng > /dev/null; then optipng -quiet -o5 assets/readme/*.png; fi
