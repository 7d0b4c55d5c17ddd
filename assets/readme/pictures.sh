#!/usr/bin/env bash
# Makes the pictures of pages in README.md (needs pdftoppm and, if it is there, optipng).
#
# Usage: assets/readme/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT

cargo run --locked --quiet -- build --role appsec-manager --minutes 60 --candidate "Ana Silva" --interviewer "R. Okafor" \
  --position "AppSec Manager" --date "March 2, 2026" --time 9:00 --collate=none --format pdf --name kit -o "$pages" --quiet

# A page of a document, by its number, as a picture.
picture() {
  pdftoppm -r 64 -gray -png -f "$2" -l "$2" -singlefile "$pages/kit-$1.pdf" "assets/readme/$3"
}
picture guide 1 agenda
picture guide 2 asking
picture scoring 1 scoring
if command -v optipng > /dev/null; then optipng -quiet -o5 assets/readme/*.png; fi
