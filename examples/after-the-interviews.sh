#!/usr/bin/env bash
# After the interviews: filled-in packets become records, records become a debrief, and what is past its date is removed. The
# filled-in files are committed beside this script; `examples/returned/make.sh` has made them.
#
# Usage: examples/after-the-interviews.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
cp -R "$here/returned/packets" "$out/returned"

# 1. Read the packets back. Nothing is refused. One rating was copied wrong to a scorecard: it is in conflict, and counts as no rating.
"$kit" collect "$out/returned" --lock "$here/returned/kit.lock" -o "$out/records.json" --force
"$kit" collect "$out/returned" --lock "$here/returned/kit.lock" -o "$out/ratings.csv" --force --quiet

# 2. Was every candidate asked the same? One interviewer has handed in nothing, which is named, and the exit code is 1.
if "$kit" verify "$out/returned" --lock "$here/returned/kit.lock" >"$out/verified.txt"; then
  echo "the missing packet was not noticed" >&2
  exit 1
fi

# 3. One debrief form per candidate, filled in as far as the records go.
"$kit" debrief --from "$out/records.json" --locked "$here/returned/kit.lock" -o "$out/debriefs" --force

# 4. What the ratings can support, and no more.
"$kit" scores "$out/records.json" >"$out/scores.txt"

# 5. What is past its keep-until date. Without --yes nothing is removed.
"$kit" purge "$out/returned" --on 2027-06-01
"$kit" purge "$out/returned" --on 2027-06-01 --yes --format json >"$out/purged.json"
