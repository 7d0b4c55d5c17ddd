#!/usr/bin/env bash
# A packet in German, from a bank in German. What it makes is in examples/ward-manager-de/.
#
# Usage: examples/german-packet.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
here=$(dirname "$0")

"$kit" build --bank "$here/ward-manager-de.yaml" --role stationsleitung --minutes 60 --paper a4 --candidate "Jana Özdemir" \
  --interviewer "Dr. Weiß" --position "Stationsleitung Pflege" --date 2026-03-02 --time 14:30 --name stationsleitung -o "$out" --force
