"""What a page costs beside the check of the same claims: seconds, bytes, and how soon a browser shows it."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.newsroom import make

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROJECT = Path(__file__).parents[1]
SHIPPED = "claims/iom-trafficking-day-2023.yaml"
RUNS = 5
LARGE_ROWS = 1_000_000
FIGURE = re.compile(r"(?<=counted )[\d,]+|(?<=says: )[\d,]+")
PAINTED = """() => new Promise(done =>
    new PerformanceObserver(told => done(told.getEntries()[0].startTime)).observe({type: "paint", buffered: true}))"""
QUIET = {**os.environ, "FACTCHECK_MEMORY": "off"}


def main() -> None:
    """The shipped statement, then 1,000 claims that hold, 1,000 that do not, and 300 on a large table."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _told("the shipped statement", PROJECT, home / "shipped.html", claims=SHIPPED, most_bytes=300_000)
        make(home / "held", articles=1, claims=1000)
        _told("1,000 claims", home / "held", home / "held.html", most_bytes=5_000_000, runs=1)
        make(home / "refuted", articles=1, claims=1000)
        _refute(home / "refuted" / "claims")
        _told("1,000 refuted claims", home / "refuted", home / "refuted.html", most_bytes=5_000_000, runs=1)
        make(home / "large", articles=1, claims=300)
        with (home / "large" / "datasets" / "visits.csv").open("a", newline="") as file:
            file.writelines(f"Nowhere {row},1999,1\r\n" for row in range(LARGE_ROWS))
        _told("300 claims, 1 million rows", home / "large", home / "large.html", most_bytes=5_000_000, runs=1)


def _refute(claims: Path) -> None:
    """Another number in the text and in its claim alike, so that quotes stand and verdicts do not."""
    for path in claims.iterdir():
        path.write_text(FIGURE.sub(_twice, path.read_text()))


def _twice(found: re.Match[str]) -> str:
    return f"{2 * int(found[0].replace(',', '')) + 1:,}"


def _told(what: str, project: Path, page: Path, *, most_bytes: int, claims: str = "claims", runs: int = RUNS) -> None:
    factcheck = [sys.executable, "-m", "factcheck"]
    check = [*factcheck, "check", claims, "--output-format", "json", "--today", "2025-01-01"]
    report = [*factcheck, "report", claims, "-o", str(page), "--today", "2025-01-01"]
    pairs = [(_seconds(check, project), _seconds(report, project)) for _ in range(runs)]
    bare, whole = (statistics.median(column) for column in zip(*pairs, strict=True))
    size = page.stat().st_size
    print(f"{what:28}{whole:7.2f} s, the check alone {bare:.2f} s: {whole / bare:.2f}; {whole - bare:.2f} s beyond it")
    print(f"{'':28}{size / 1000:7.0f} KB, of {most_bytes / 1000:,.0f} KB: {size / most_bytes:.2f} (target: at most 1)")
    painted = _painted(page)
    if painted:
        print(f"{'':28}{painted / 1000:7.2f} s to its first paint, of 1 s (target: at most 1)", flush=True)


def _seconds(command: list[str], project: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=project, env=QUIET, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return time.perf_counter() - start


def _painted(page: Path) -> float | None:
    """Milliseconds, the median of three; None where there is no Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        times = [_first_paint(browser.new_page(), page) for _ in range(3)]
        browser.close()
    return statistics.median(times)


def _first_paint(shown: "Page", page: Path) -> float:
    shown.goto(page.as_uri())
    return float(shown.evaluate(PAINTED))


if __name__ == "__main__":
    main()
