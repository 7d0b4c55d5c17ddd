#!/usr/bin/env bash
# CI example: validate a custom bank, select questions, and keep a manifest of the output.
#
# Usage: examples/pipeline.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
bank=$(dirname "$0")/support-desk.yaml
mkdir -p "$out"

# Exit codes: 1 failure, 2 usage error; `set -e` stops on both.
ids=$("$kit" list --bank "$bank" --level analyst --format ids | paste -sd, -)

# The same input gives the same bytes; a date appears only where one is given.
"$kit" build --bank "$bank" --question "$ids" --documents guide --name analyst -o "$out" --force --quiet --json > "$out/manifest.json"

# Standard output takes one format.
"$kit" build --bank - --role support-lead --documents guide --format md -o - < "$bank" > "$out/lead.md"
