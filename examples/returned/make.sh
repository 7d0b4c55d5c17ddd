#!/usr/bin/env bash
# Makes the filled-in packets of examples/after-the-interviews.sh again: three candidates, two interviewers each. Needs Python with pypdf
# (`pip install pypdf`). Two packets are filled in as Markdown, all others as PDF.
#
# Usage: examples/returned/make.sh
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
python=${PYTHON:-python3}
cd "$(dirname "$0")"
blank=$(mktemp -d)
trap 'rm -rf "$blank"' EXIT

"$kit" panel --roster roster.csv --role appsec-manager --minutes 45 --keep-until 2027-05-31 \
  --documents scoring,scorecard --lock kit.lock --quiet --force -o "$blank"
rm -rf packets
mkdir packets
"$python" fill.py "$blank" packets
"$kit" collect packets --lock kit.lock -o records.json --quiet --force
