"""A project of files never waits for Ibis: nothing of it is loaded, installed or not."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from factcheck.cli import main
sys.argv = ["factcheck", "check"]
try:
    main()
except SystemExit as ended:
    print(ended.code)
names = ("ibis", "sqlglot", "psycopg", "pyspark", "py4j")
print(sorted(name for name in sys.modules if name.startswith("factcheck.engines.ibis") or name in names))
print("factcheck.engines.duckdb" in sys.modules)
"""

DESCRIPTION = """resources:
  - {name: countries, path: countries.csv, schema: {fields: [{name: country}]}}
"""
CLAIMS = """statement: {title: A speech, speaker: Somebody, publisher: Agency, published: 2023-02-02, text: not held}
claims:
  - id: countries
    quote: two countries report
    says: two
    check: {dataset: countries, count: country is known}
"""


def test_nothing_of_ibis_is_loaded_for_a_project_of_files(tmp_path: Path) -> None:
    lines = _ended(tmp_path, DESCRIPTION)
    assert lines[-3:] == ["0", "[]", "True"]


def test_near_twin_a_table_that_is_nowhere(tmp_path: Path) -> None:
    """Even an engine without an address loads nothing."""
    lines = _ended(tmp_path, DESCRIPTION.replace("path: countries.csv", "engine: newsroom, table: countries"))
    assert lines[-3:] == ["3", "[]", "True"]


def _ended(folder: Path, description: str) -> list[str]:
    for name, text in {
        "datasets/datapackage.yaml": description,
        "datasets/countries.csv": "country\nNL\nBE\n",
        "claims/speech.yaml": CLAIMS,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=folder, capture_output=True, check=True, text=True)
    return done.stdout.splitlines()
