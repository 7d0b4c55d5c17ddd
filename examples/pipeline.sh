#!/usr/bin/env bash
# In a pipeline: a bank of one's own is checked by being read, its questions are chosen, and what was made is kept as a manifest.
#
# Usage: examples/pipeline.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
bank=$(dirname "$0")/support-desk.yaml
mkdir -p "$out"

# 1 means that it could not be done, 2 that it was asked for wrongly; `set -e` ends the pipeline on both.
ids=$("$kit" list --bank "$bank" --level analyst --format ids | paste -sd, -)

# The same input gives the same bytes; a date appears only where one is given.
"$kit" build --bank "$bank" --question "$ids" --name analyst -o "$out" --force --quiet --json > "$out/manifest.json"

# Standard output takes one format.
"$kit" build --bank - --role support-lead --format md -o - < "$bank" > "$out/lead.md"
