#!/usr/bin/env bash
# Tomorrow's interviews: one 60-minute packet per roster row.
#
# Usage: examples/print-packets.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
here=$(dirname "$0")

"$kit" build --roster "$here/interviews.csv" --minutes 60 --format pdf --paper a4 -o "$out" --force
