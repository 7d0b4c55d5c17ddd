#!/usr/bin/env bash
# For applicant tracking systems: the request bodies of scorecards, one JSON file per interviewer and candidate, from the records that
# `interview-kit collect` has written. Nothing is sent. Needs jq. Adjust the names of the keys to those of your system.
#
# Usage: examples/scorecard-request.sh RECORDS.json FOLDER
set -euo pipefail
records=$1
out=$2
mkdir -p "$out"

# Only what is answered beyond doubt becomes a rating. A scorecard with a conflict, or without a recommendation, is not sent: somebody has
# to settle it first.
jq -c '
  def answer: if . != null and .state == "answered" then .value else null end;
  def doubts: [.. | objects | select(.state? == "conflict" or .state? == "unreadable")];
  .records[] | select(.document == "scorecard")
  | select((doubts | length) == 0 and (.recommendation | answer) != null)
  | {
      external_id: "\(.packet)-\(.part // 1)",
      candidate: (.candidate | answer),
      interviewer: (.interviewer | answer),
      submitted_at: (.date | answer),
      overall_recommendation: (.recommendation | answer),
      notes: (.reasons | answer),
      attributes: (
        [.competencies[] | {name: .id, type: "competency", rating: (.rating | answer)}]
        + [.questions[] | {name: .id, type: "question", rating: (.rating | answer)}]
        | map(select(.rating != null))
      )
    }' "$records" |
  while IFS= read -r body; do
    name=$(jq -r .external_id <<<"$body")
    jq . <<<"$body" >"$out/$name.json"
  done
