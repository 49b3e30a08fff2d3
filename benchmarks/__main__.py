"""Prints every ratio beside its target; medians of several runs, taken in turn so that a busy machine slows all."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from pathlib import Path

from benchmarks import again
from benchmarks.again import BARE_TYPER
from benchmarks.table import files

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "build" / "benchmarks"
RUNS = 5
LONG_RUNS = 3

BARE_DUCKDB = "import duckdb; duckdb.sql('select 1').fetchall()"


@dataclass(frozen=True, slots=True)
class Run:
    """One way of answering the checks, run once."""

    seconds: float
    megabytes: float
    answers: list[list[str | None]]


def main() -> None:
    """Start-up and second runs, then the checks on both formats."""
    _startup()
    again.main()
    for form, path in files(FOLDER).items():
        _checks(form, path)


def _startup() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE_TYPER)
        factcheck = [sys.executable, "-m", "factcheck"]
        version, typer, check, duckdb = _medians(
            [*factcheck, "--version"],
            [sys.executable, str(bare), "--version"],
            [*factcheck, "check"],
            [sys.executable, "-c", BARE_DUCKDB],
        )
    _told("factcheck --version", version, "a bare typer command", typer, target=1.5)
    _told("factcheck check here", check, "import duckdb; select 1", duckdb, target=3)


def _medians(*commands: Sequence[str]) -> list[float]:
    """The median time of each command, whatever it ends with."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(RUNS):
        for command, taken in zip(commands, times, strict=True):
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False, cwd=PROJECT)
            taken.append(time.perf_counter() - start)
    return list(map(statistics.median, times))


def _checks(form: str, path: Path) -> None:
    ours, by_hand = _interleaved(LONG_RUNS, path, "ours", "by_hand")
    [in_pandas] = _interleaved(1, path, "in_pandas")
    assert _same(ours[0], by_hand[0], exact=True), "the answers differ from those by hand"
    assert _same(ours[0], in_pandas[0], exact=False), "the answers differ from those of pandas"
    mine, hand = _median(ours), _median(by_hand)
    limit = 1.3 if form == "parquet" else 1.5
    _told(f"100 checks, {form}", mine, "DuckDB by hand", hand, target=limit)
    pandas = in_pandas[0].seconds
    print(f"{'':24}{pandas:7.2f} s in pandas: {pandas / mine:.1f} times as long (target: at least 20)")
    most = max(run.megabytes for run in ours)
    print(f"{'':24}{most:7.0f} MB at most, of both processes (target: below 400); pandas {in_pandas[0].megabytes:.0f}")


def _interleaved(times: int, path: Path, *ways: str) -> list[list[Run]]:
    runs: list[list[Run]] = [[] for _ in ways]
    for _ in range(times):
        for way, kept in zip(ways, runs, strict=True):
            command = [sys.executable, "-m", "benchmarks.one_way", way, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
            kept.append(Run(**json.loads(done.stdout)))
    return runs


def _median(runs: Sequence[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def _same(one: Run, other: Run, *, exact: bool) -> bool:
    pairs = zip(chain.from_iterable(one.answers), chain.from_iterable(other.answers), strict=True)
    return all(a == b or (a is not None and b is not None and _near(a, b, exact=exact)) for a, b in pairs)


def _near(one: str, other: str, *, exact: bool) -> bool:
    apart = abs(Decimal(one) - Decimal(other))
    return apart == 0 if exact else apart <= abs(Decimal(other)) / 10**9


def _told(what: str, mine: float, than: str, other: float, *, target: float) -> None:
    print(f"{what:24}{mine:7.2f} s, {than} {other:.2f} s: {mine / other:.2f} (target: at most {target})", flush=True)


if __name__ == "__main__":
    main()
