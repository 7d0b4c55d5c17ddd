#!/usr/bin/env bash
# Times a roster in one process: 200 guides of all 18 questions, 200 of an hour for four roles, and 2,000 of those, each as PDF and as
# Markdown; with the memory that each takes at most. Needs GNU time.
#
# Usage: benches/roster.sh
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet
kit=$PWD/target/release/interview-kit
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

roster() { # ROWS ROLES
  echo "candidate,position,date,role,minutes"
  local names=(appsec-manager devsecops-manager product-security-manager first-line-lead)
  for row in $(seq "$1"); do
    if [ "$2" = roles ]; then echo "Candidate $row,Manager,$((row % 28 + 1)) March,${names[row % 4]},60"
    else echo "Candidate $row,Manager,$((row % 28 + 1)) March,,"; fi
  done
}

for case in "200 all" "200 roles" "2000 roles"; do
  read -r rows roles <<< "$case"
  roster "$rows" "$roles" > "$work/roster.csv"
  rates=()
  for _ in 1 2 3 4 5; do
    rm -rf "$work/out"
    /usr/bin/time -f "%e %M" -o "$work/time" "$kit" build --roster "$work/roster.csv" -o "$work/out" --quiet
    read -r seconds memory < "$work/time"
    rates+=("$(awk "BEGIN { printf \"%.0f\", $rows / $seconds }")")
  done
  median=$(printf '%s\n' "${rates[@]}" | sort -n | sed -n 3p)
  echo "$rows guides, $([ "$roles" = all ] && echo "18 questions" || echo "60 minutes, four roles"): $median a second (of ${rates[*]}), $((memory / 1024)) MiB"
done
