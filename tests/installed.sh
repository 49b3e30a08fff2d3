#!/bin/sh
# Builds the wheel, installs it alone with the lowest versions that pyproject.toml promises, and uses it.
set -eu
python=$1
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

.venv/bin/python -m pip --disable-pip-version-check --quiet wheel --no-deps --wheel-dir "$work" .
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip --disable-pip-version-check --quiet install \
  --constraint "$root/constraints-lowest.txt" "$work"/factcheck_cli-*.whl
cd "$work"
venv/bin/factcheck --version
venv/bin/factcheck init project >/dev/null
cd project
../venv/bin/factcheck check --fail-on warning | tail -1
rm -r claims datasets
cp -r "$root/claims" "$root/datasets" .
../venv/bin/factcheck check --today 2026-11-23 --output-format json >found.json || test $? -eq 1
(cd "$root" && .venv/bin/factcheck check --today 2026-11-23 --output-format json >"$work/wanted.json") || test $? -eq 1
cmp found.json "$work/wanted.json"
../venv/bin/factcheck report --today 2026-11-23 -o found.html >/dev/null || test $? -eq 1
(cd "$root" && .venv/bin/factcheck report --today 2026-11-23 -o "$work/wanted.html" >/dev/null) || test $? -eq 1
cmp found.html "$work/wanted.html"
echo "the wheel, with the lowest versions, gives the same bytes"
