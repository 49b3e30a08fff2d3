# make run    checks the claims of this repository and prints the verdict table
# make test   everything a change must pass; it is what CI runs
# make test-office  documents that LibreOffice makes; it says what to install where that is missing
# make test-engines   the same queries on PostgreSQL and Spark, which it installs where they are missing
# make test-browser   the pages for people, in Chromium; it says what to install where that is missing
# make bench  speed, as ratios within one run

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test test-browser test-engines test-office check pytest installed bench docs format clean

run: $(READY)
	@$(BIN)/factcheck check --output-format table || test $$? -eq 1

# The two that use one core each run side by side.
test: $(READY)
	@$(MAKE) --no-print-directory -j2 --output-sync=target check installed
	@$(MAKE) --no-print-directory pytest

# Format, lint, types and the house's rules.
check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: $(READY)
	$(BIN)/pytest -n 2

# Engines beyond this machine. The server and Java are Debian's, and installed only where there are none.
test-engines: $(READY)
	sh tests/engines_beyond/install.sh
	$(PIP) install --constraint constraints.txt --editable '.[postgres,spark]'
	$(BIN)/pytest -m engines tests/engines_beyond

# The wheel without the packages developers need, with the lowest versions promised.
installed: $(READY)
	sh tests/installed.sh $(PYTHON)

# Documents as a word processor writes them. Nothing is installed here.
test-office: $(READY)
	@command -v soffice >/dev/null || { echo 'soffice is missing: as root,' \
	  'apt-get install --no-install-recommends libreoffice-writer-nogui'; exit 1; }
	$(BIN)/pytest -o 'norecursedirs=.*' tests/office

# Pages as a reader meets them. Nothing is installed here.
test-browser: $(READY)
	@command -v chromium >/dev/null || { echo 'chromium is missing: as root,' \
	  'apt-get install --no-install-recommends chromium'; exit 1; }
	$(BIN)/pytest -o 'norecursedirs=.*' tests/browser

bench: $(READY)
	$(BIN)/python -m benchmarks

# The pages and schemas that are made from the code.
docs: $(READY)
	$(BIN)/python scripts/make_docs.py

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) install 'pip>=25.1'
	$(PIP) install --constraint constraints.txt --editable . --group dev
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
