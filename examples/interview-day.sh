#!/usr/bin/env bash
# The whole interview day: for each candidate a panel that asks nothing twice, and one PDF of everything for the print shop. The kit
# of the first role is frozen, so that a candidate who comes next month is asked the same.
#
# Usage: examples/interview-day.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
here=$(dirname "$0")
mkdir -p "$out"

"$kit" panel --roster "$here/interviews.csv" --minutes 45 --break 15 --contact "people@example.com" \
  --documents panel-plan,candidate-sheet,guide,scorecard,debrief --format pdf --collate=all --duplex -o "$out" --force

"$kit" panel --interviewers "R. Okafor:execution+people,Lea Müller:people" --role appsec-manager --minutes 45 \
  --lock "$out/appsec.lock" --format md --name appsec -o "$out" --force
"$kit" panel --locked "$out/appsec.lock" --candidate "Next Month" --format md --name appsec-next -o "$out" --force
