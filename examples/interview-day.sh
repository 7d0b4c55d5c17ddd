#!/usr/bin/env bash
# A full interview day: one panel per candidate with no repeated questions, and one PDF to print. The kit of the first role is locked,
# so that a candidate who comes next month gets the same questions.
#
# Usage: examples/interview-day.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
here=$(dirname "$0")
mkdir -p "$out"

"$kit" panel --roster "$here/interviews.csv" --minutes 45 --break 15 --contact "people@example.com" \
  --documents panel-plan,candidate-sheet,guide,scoring,scorecard,debrief --format pdf --collate=all --duplex -o "$out" --force

"$kit" panel --interviewers "R. Okafor:execution+people,Lea Müller:people" --role appsec-manager --minutes 45 \
  --lock "$out/appsec.lock" --format md --name appsec -o "$out" --force
"$kit" panel --locked "$out/appsec.lock" --candidate "Next Month" --format md --name appsec-next -o "$out" --force
