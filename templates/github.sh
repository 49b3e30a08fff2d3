#!/usr/bin/env bash
# The one step of action.yml. It takes everything from the environment, needs no token, and writes no file of the project.
set -euo pipefail

if [ "${GITHUB_EVENT_NAME:-}" = "pull_request_target" ]; then
  echo "::error::factcheck does not run on pull_request_target: it would read a stranger's files with your secrets; use pull_request"
  exit 2
fi

# On a runner that several branches use, one of them could write what is remembered for another.
export FACTCHECK_MEMORY=off

# python -I: without it, a venv.py, pip.py or json.py in the folder that is checked would be run.
action=${FACTCHECK_ACTION:?}
home=${RUNNER_TEMP:?}/factcheck
reports=$home/reports
mkdir -p "$reports"
if [ ! -x "$home/venv/bin/factcheck" ]; then
  python3 -I -m venv "$home/venv"
  "$home/venv/bin/python" -I -m pip --quiet --disable-pip-version-check install --constraint "$action/constraints.txt" "$action"
fi

words=(check --output-format github)
words+=(--report "markdown=$reports/factcheck.md" --report "json=$reports/factcheck.json" --report "sarif=$reports/factcheck.sarif")
[ -z "${FACTCHECK_DIFF_BASE:-}" ] || words+=("--diff-base=$FACTCHECK_DIFF_BASE")
[ -z "${FACTCHECK_FAIL_ON:-}" ] || words+=("--fail-on=$FACTCHECK_FAIL_ON")
while IFS= read -r option; do
  [ -z "$option" ] || words+=("$option")
done <<<"${FACTCHECK_OPTIONS:-}"
words+=(--)
while IFS= read -r path; do
  [ -z "$path" ] || words+=("$path")
done <<<"${FACTCHECK_PATHS:-}"

rm -f "$reports"/factcheck.*
code=0
"$home/venv/bin/factcheck" "${words[@]}" || code=$?

[ ! -f "$reports/factcheck.md" ] || cat "$reports/factcheck.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
errors="" warnings=""
if [ -f "$reports/factcheck.json" ]; then
  read -r errors warnings < <("$home/venv/bin/python" -I -c '
import json, sys
found = json.load(open(sys.argv[1], encoding="utf-8"))["counts"]["findings"]
print(found["error"], found["warning"])' "$reports/factcheck.json")
fi
{
  echo "exit-code=$code"
  echo "errors=$errors"
  echo "warnings=$warnings"
  echo "json=$reports/factcheck.json"
  echo "sarif=$reports/factcheck.sarif"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
