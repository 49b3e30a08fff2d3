"""A small project whose claims are reviewed in tests: two are supported, one refuted, one compared, one open."""

import subprocess
from pathlib import Path

import copies

DESCRIPTION = """\
name: trams
resources:
  - name: lines
    path: lines.csv
    row: line
    as_of: 2024-05
    complete: yes
    sources: [{title: Network plan, publisher: Transit office}]
    schema: {fields: [{name: line, type: string}, {name: riders, type: integer}]}
  - name: stops
    path: stops.csv
    row: stop
    as_of: 2024-05
    complete: yes
    sources: [{title: Network plan, publisher: Transit office}]
    schema: {fields: [{name: stop, type: string}]}
"""
LINES = "line,riders\nA,100\nB,200\nC,300\n"
STOPS = "stop\nPort\nMarket\n"
TEXT = """\
The city has 3 tram lines, which carry over 700 riders. Most of them
commute. It has 2 stops. There are more lines than stops. We love trams.
"""
CLAIMS = """\
# Ours.
statement: {title: Trams, publisher: City, published: 2024-06-01, text: trams.txt}
claims:
  - id: lines
    quote: The city has 3 tram lines
    says: "3"
    check: {dataset: lines, count: all}

  # Ask the office again.
  - id: riders
    quote: which carry over 700 riders
    says: over 700
    check: {dataset: lines, sum: riders}
  - id: stops
    quote: It has 2 stops
    says: "2"
    check: {dataset: stops, count: all}
    note: counted on the map
  - id: more
    quote: more lines than stops
    says: higher than stops
    check: {dataset: lines, count: all}
  - id: love
    quote: We love trams
"""


def made(folder: Path) -> Path:
    """The project, in a folder of its own."""
    files = {"datasets/datapackage.yaml": DESCRIPTION, "datasets/lines.csv": LINES, "datasets/stops.csv": STOPS}
    files |= {"claims/trams.txt": TEXT, "claims/trams.yaml": CLAIMS}
    for name, text in files.items():
        path = folder / "p" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "p"


def run(project: Path, *words: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, with what is typed, on a day of its own."""
    told = [*words, "--today", "2024-07-01"]
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(project), "LC_ALL": "C.UTF-8", "COLUMNS": "80", **environment}
    done = copies.run(told, cwd=project, env=bare, typed=typed.encode())
    stderr = done.stderr.decode().replace("checking ...\n", "")  # a busy machine may take over a second
    return subprocess.CompletedProcess(told, done.returncode, done.stdout.decode(), stderr)


def signed(project: Path) -> None:
    """Every claim signed by Ann."""
    done = run(project, "review", "--by", "Ann", typed="a\na\ny\na\na\na\n")
    assert "5 accepted" in done.stdout, done.stdout
