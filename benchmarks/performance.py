"""Measures cost against rows and against claims, and writes docs/performance.md and its drawing from it."""

import json
import math
import platform
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import ROWS, files

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "build" / "benchmarks"
PAGE = PROJECT / "docs" / "performance.md"
DRAWING = PROJECT / "docs" / "pictures" / "performance.svg"
RUNS = 3
MANY = 100
TABLE_ROWS = (10_000, 100_000, 1_000_000, ROWS)
CLAIMS = (1, 10, 100, 1_000)
FORMS = ("parquet", "csv")
COLOURS = {"parquet": "#1f5fa8", "csv": "#b5541c"}

HEAD = """# What it costs

Made by `python -m benchmarks.performance`, on {cores} cores, Python {python}: the medians of {runs} runs, in seconds.
Each claim is a share, a count, a sum or a greatest value among rows of some years and countries, planned by the
program's own kinds and answered by its engine; every column is profiled besides. Hashing, reading claim files and the
memory between runs are not in it. Timings of another machine differ; their ratios should not by much.
"""

AFTER = """
![Seconds against rows, and against claims](pictures/performance.svg)

## Why it grows so

- More rows: each file is scanned once, whatever is asked. Rows of Parquet cost less than those of CSV, whose cells must
  be found and typed; a large CSV file is kept as Parquet once it is asked something new ([memory](memory.md)).
- More claims: from about twenty on they are answered from one cube, the table grouped by the columns that they name.
  The cube is made smaller once for each few of them that figures name; what is then added is a statement on so small a
  table for each hundred figures.

`make bench` compares with DuckDB and pandas by hand, and tells how long a second run takes;
`python -m benchmarks.beside` compares with other tools, `python -m benchmarks.large` asks 100 million rows.
"""


@dataclass(frozen=True, slots=True)
class Point:
    """What so many claims on so many rows cost: seconds, and megabytes of both processes."""

    number: int
    seconds: float
    megabytes: float


def main() -> None:
    by_rows = {form: [_point(form, rows, MANY, rows) for rows in TABLE_ROWS] for form in FORMS}
    by_claims = {form: [_point(form, ROWS, claims, claims) for claims in CLAIMS] for form in FORMS}
    head = HEAD.format(cores=_cores(), python=platform.python_version(), runs=RUNS)
    tables = _table(f"## {MANY} claims, more and more rows", "rows", by_rows)
    tables += _table(f"## {ROWS:,} rows, more and more claims", "claims", by_claims)
    PAGE.write_text(head + tables + AFTER, encoding="utf-8")
    DRAWING.write_text(_drawing(by_rows, by_claims), encoding="utf-8")


def _cores() -> int:
    import os

    return os.cpu_count() or 1


def _point(form: str, rows: int, claims: int, number: int) -> Point:
    path = _file(form, rows)
    command = [sys.executable, "-m", "benchmarks.one_way", "ours", str(path), str(claims)]
    runs = []
    for _ in range(RUNS):
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
        runs.append(json.loads(done.stdout))
    found = Point(number, statistics.median(run["seconds"] for run in runs), max(run["megabytes"] for run in runs))
    print(f"{form:8} {rows:>11,} rows {claims:>5} claims {found.seconds:7.2f} s {found.megabytes:5.0f} MB", flush=True)
    return found


def _file(form: str, rows: int) -> Path:
    """The first rows of the table, in a file of their own."""
    whole = files(FOLDER)[form]
    path = whole if rows == ROWS else FOLDER / f"first-{rows}.{form}"
    if not path.exists():
        read = f"read_csv('{whole}', all_varchar=true)" if form == "csv" else f"'{whole}'"
        how = "format csv, header true" if form == "csv" else "format parquet"
        sql = f"copy (select * from {read} limit {rows}) to '{path}' ({how})"
        # In a process of its own: the memory it takes would be counted to every process started after it.
        subprocess.run([sys.executable, "-c", "import duckdb, sys; duckdb.execute(sys.argv[1])", sql], check=True)
    return path


def _table(title: str, what: str, points: dict[str, list[Point]]) -> str:
    lines = [f"\n{title}\n", f"| {what} | Parquet | CSV | MB at most |", "|---:|---:|---:|---:|"]
    for parquet, csv in zip(points["parquet"], points["csv"], strict=True):
        most = max(parquet.megabytes, csv.megabytes)
        lines.append(f"| {parquet.number:,} | {parquet.seconds:.2f} | {csv.seconds:.2f} | {most:.0f} |")
    return "\n".join(lines) + "\n"


def _drawing(by_rows: dict[str, list[Point]], by_claims: dict[str, list[Point]]) -> str:
    """Two panels with logarithmic axes, readable on white and printed in grey: the formats have other marks."""
    panels = _panel(by_rows, "rows", 60) + _panel(by_claims, "claims", 440)
    style = "font-family:sans-serif;font-size:12px"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 300" role="img" style="{style}">'
        "<title>Seconds against rows, and against claims</title>"
        f'<rect width="800" height="300" fill="white"/>{panels}</svg>\n'
    )


def _panel(points: dict[str, list[Point]], what: str, left: int) -> str:
    every = [point for line in points.values() for point in line]
    numbers, seconds = [point.number for point in every], [point.seconds for point in every]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))

    def across(number: float) -> float:
        first, last = math.log10(min(numbers)), math.log10(max(numbers))
        return left + 300 * (math.log10(number) - first) / (last - first)

    def down(second: float) -> float:
        return 240 - 200 * (math.log10(second) - low) / (high - low)

    drawn = [f'<path d="M{left} 40V240H{left + 300}" fill="none" stroke="#444"/>']
    drawn += [
        f'<text x="{left - 6}" y="{down(10.0**power) + 4:.0f}" text-anchor="end">{10.0**power:g} s</text>'
        f'<path d="M{left} {down(10.0**power):.0f}h300" stroke="#ddd"/>'
        for power in range(low, high + 1)
    ]
    drawn += [
        f'<text x="{across(number):.0f}" y="258" text-anchor="middle">{number:,}</text>'
        for number in dict.fromkeys(numbers)
    ]
    drawn.append(f'<text x="{left + 150}" y="282" text-anchor="middle">{what}</text>')
    for form, line in points.items():
        drawn.append(_line([(across(one.number), down(one.seconds)) for one in line], form))
    return "".join(drawn)


def _line(places: Sequence[tuple[float, float]], form: str) -> str:
    path = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    dashed = ' stroke-dasharray="6 4"' if form == "csv" else ""
    marks = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{COLOURS[form]}"/>' for x, y in places)
    x, y = places[-1]
    aside = -10 if form == "csv" else 18  # above the upper line, below the lower
    name = f'<text x="{x - 8:.0f}" y="{y + aside:.0f}" text-anchor="end" fill="{COLOURS[form]}">{form}</text>'
    return f'<polyline points="{path}" fill="none" stroke="{COLOURS[form]}" stroke-width="2"{dashed}/>{marks}{name}'


if __name__ == "__main__":
    main()
