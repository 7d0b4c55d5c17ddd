#!/usr/bin/env bash
# Tomorrow's interviews: one packet for each candidate, for one role, fitted to the hour.
#
# Usage: examples/print-packets.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}

number=0
for candidate in "Ana Silva" "Zoë Ångström" "李小龍 (Bruce)"; do
  number=$((number + 1))
  "$kit" build --role appsec-manager --minutes 60 \
    --candidate "$candidate" --interviewer "R. Okafor" --position "AppSec Manager" --date "2 March" \
    --format pdf --paper a4 --name "packet-$number" -o "$out" --force
done
