#!/usr/bin/env bash
# Tomorrow's interviews: the packets of each panel, 60 minutes for each interviewer, in one PDF per roster row.
#
# Usage: examples/print-packets.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
here=$(dirname "$0")

"$kit" panel --roster "$here/interviews.csv" --minutes 60 --collate=packet --format pdf --paper a4 -o "$out" --force
