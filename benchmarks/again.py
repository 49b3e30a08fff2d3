"""The second check of what has not changed, against a bare typer command and `factcheck --version`."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.newsroom import make

RUNS = 5
SETTLED = 2.5  # seconds; what was written just before a run is not remembered
BARE_TYPER = """
import typer
app = typer.Typer()
@app.command()
def main(version: bool = False) -> None:
    if version:
        print("0")
app()
"""


def main() -> None:
    """1,000 claims of one article, and 1,000 articles of ten claims: first run, second run, the day after."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "bare.py").write_text(BARE_TYPER)
        for articles, claims in ((1, 1000), (1000, 10)):
            make(home / f"{articles}-{claims}", articles=articles, claims=claims)
        time.sleep(SETTLED)
        _compared(home, "1-1000", "a bare typer command", [sys.executable, str(home / "bare.py"), "--version"], 3)
        _compared(home, "1000-10", "factcheck --version", [sys.executable, "-m", "factcheck", "--version"], 5)


def _compared(home: Path, name: str, than: str, other: list[str], target: float) -> None:
    environment = {**os.environ, "FACTCHECK_MEMORY": str(home / "memory")}
    shutil.rmtree(home / "memory", ignore_errors=True)
    check = [sys.executable, "-m", "factcheck", "check", "--today", "2025-01-01"]

    def seconds(command: list[str]) -> float:
        start = time.perf_counter()
        subprocess.run(command, cwd=home / name, env=environment, capture_output=True, check=False)
        return time.perf_counter() - start

    first = seconds(check)
    pairs = [(seconds(check), seconds(other)) for _ in range(RUNS)]
    again, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    tomorrow = seconds([*check[:-1], "2025-01-02"])
    articles, claims = name.split("-")
    told = f"{articles} x {claims} claims again"
    print(f"{told:24}{again:7.2f} s, {than} {bare:.2f} s: {again / bare:.2f} (target: at most {target})")
    print(f"{'':24}{first:7.2f} s the first time, {tomorrow:.2f} s on the next day, without an engine", flush=True)


if __name__ == "__main__":
    main()
