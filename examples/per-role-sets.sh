#!/usr/bin/env bash
# A set of questions for every role, as Markdown to edit and PDF to print.
#
# Usage: examples/per-role-sets.sh [FOLDER]
set -euo pipefail
kit=${INTERVIEW_KIT:-interview-kit}
out=${1:-out}

for role in product-security-manager appsec-manager devsecops-manager first-line-lead senior-product-security-manager; do
  "$kit" build --role "$role" --paper letter -o "$out/$role" --force
done
